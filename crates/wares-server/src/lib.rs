//! The HTTP server: everything that the command line can do, for programs and for the web UI.
//!
//! START HERE: [`router::router`] has every route. [`serve`] opens the data folder, starts the workers of the queue and listens.
//! The rules live in the facade; here is what a server needs beyond: who may ask (`guard`), what is kept (`store`), what waits (`queue`).

mod app;
mod clean;
mod design;
mod desk;
mod document;
mod extract;
mod guard;
mod id;
mod log;
mod metrics;
mod options;
mod plans;
mod priority;
mod problem;
mod queue;
mod quota;
pub mod router;
mod routes;
mod session;
mod store;
mod texts;
mod ui;

use std::{
    future::{Future, IntoFuture},
    net::SocketAddr,
    time::Duration,
};

use tokio::{net::TcpListener, runtime::Runtime};

pub use self::{
    app::App,
    id::Id,
    log::start as start_log,
    options::{Limits, Options, StartError},
    problem::{Finding, Problem},
};

/// How long answers and work under way may take when the server is told to end.
const PATIENCE: Duration = Duration::from_secs(10);
/// A token needs so many characters.
const LEAST_TOKEN: usize = 16;

/// Serves until the process is told to end (Ctrl-C, SIGTERM). `ready` hears the address once clients can connect.
///
/// Runs under way are interrupted then and go on at the next start.
///
/// # Errors
/// [`StartError`], before anything is served but for [`StartError::Served`].
pub fn serve(options: &Options, ready: impl FnOnce(SocketAddr)) -> Result<(), StartError> {
    sound(options)?;
    let runtime = Runtime::new().map_err(StartError::Served)?;
    let app = App::open(options)?;
    let outcome = runtime.block_on(async {
        let bind = options.bind;
        let listener = TcpListener::bind(bind).await.map_err(|source| StartError::Bind { bind, source })?;
        let address = listener.local_addr().map_err(StartError::Served)?;
        start(&app);
        ready(address);
        listen(&app, listener, ended()).await
    });
    // Runs stop at the end of the batch that they write; a model's answer is not waited for longer than this.
    runtime.shutdown_timeout(PATIENCE);
    outcome
}

fn sound(options: &Options) -> Result<(), StartError> {
    match &options.token {
        None if !options.bind.ip().is_loopback() => Err(StartError::NoToken { bind: options.bind }),
        Some(token) if token.len() < LEAST_TOKEN || !token.bytes().all(|byte| byte.is_ascii_graphic() && !b";,\"\\".contains(&byte)) => {
            Err(StartError::WeakToken { length: token.len() })
        }
        _ => Ok(()),
    }
}

/// Starts the workers of the queue and the clean-up; within a runtime.
pub fn start(app: &App) {
    if let Err(problem) = clean::strays(app) {
        tracing::warn!(problem = problem.detail, "strays could not be removed");
    }
    for _ in 0..app.workers {
        tokio::spawn(queue::work(app.clone()));
    }
    tokio::spawn(clean::work(app.clone()));
}

/// Answers requests until `end`, then stops runs and lets answers under way come to their end.
///
/// # Errors
/// [`StartError::Served`].
async fn listen(app: &App, listener: TcpListener, end: impl Future<Output = ()> + Send + 'static) -> Result<(), StartError> {
    let ending = app.clone();
    let stop = async move {
        end.await;
        ending.stopping.cancel();
        ending.queue.interrupt();
    };
    let serving = axum::serve(listener, router::router(app.clone())).with_graceful_shutdown(stop);
    let late = async {
        app.stopping.cancelled().await;
        tokio::time::sleep(PATIENCE).await;
    };
    tokio::select! {
        outcome = serving.into_future() => outcome.map_err(StartError::Served),
        () = late => Ok(()),
    }
}

/// Told to end by the user or the system.
async fn ended() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};

        let terminate = async {
            match signal(SignalKind::terminate()) {
                Ok(mut terminate) => terminate.recv().await,
                Err(_) => std::future::pending().await,
            }
        };
        tokio::select! {
            _ = interrupt => {}
            _ = terminate => {}
        }
    }
    #[cfg(not(unix))]
    interrupt.await.ok();
}
