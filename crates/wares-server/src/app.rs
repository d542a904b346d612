//! What all requests share.

use std::{
    fs::{self, File},
    ops::Deref,
    path::PathBuf,
    sync::Arc,
};

use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;

use crate::{
    guard::Access,
    metrics::Metrics,
    options::{Limits, Options, StartError},
    plans::Plans,
    problem::Problem,
    queue::Queue,
    store::Store,
};

/// What all requests share; cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

/// See [`App`].
pub struct Inner {
    pub(crate) store: Store,
    pub(crate) folder: PathBuf,
    pub(crate) limits: Limits,
    pub(crate) plans: Plans,
    pub(crate) queue: Queue,
    pub(crate) metrics: Metrics,
    pub(crate) access: Access,
    pub(crate) workers: usize,
    /// Set when the server is about to end.
    pub(crate) stopping: CancellationToken,
    /// Short work on the threads for work that blocks.
    short: Semaphore,
    /// Long work there: reading files, asking models.
    long: Semaphore,
    /// Held while the server lives, so that no second one uses the folder.
    _lock: File,
}

impl Deref for App {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl App {
    /// Opens the data folder, and makes it where it is missing.
    ///
    /// # Errors
    /// [`StartError::Data`], also when another server uses it.
    pub fn open(options: &Options) -> Result<Self, StartError> {
        let folder = options.data.clone();
        let refuse = |reason: String| StartError::Data { folder: folder.clone(), reason };
        for part in ["uploads", "runs"] {
            fs::create_dir_all(folder.join(part)).map_err(|error| refuse(error.to_string()))?;
        }
        let lock = File::create(folder.join("lock")).map_err(|error| refuse(error.to_string()))?;
        lock.try_lock().map_err(|_| refuse("another server uses it; give another folder by `--data DIR`".to_owned()))?;
        let store = Store::open(&folder.join("wares.sqlite")).map_err(|error| refuse(error.to_string()))?;
        let cut = store.requeue_runs().map_err(|error| refuse(error.to_string()))?;
        if cut > 0 {
            tracing::info!(runs = cut, "runs that were cut go on");
        }
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Ok(Self(Arc::new(Inner {
            store,
            folder,
            limits: options.limits,
            plans: Plans::default(),
            queue: Queue::default(),
            metrics: Metrics::default(),
            access: Access::new(options),
            workers: options.workers.max(1),
            stopping: CancellationToken::new(),
            short: Semaphore::new(2 * cores),
            long: Semaphore::new(cores),
            _lock: lock,
        })))
    }

    /// Does short work that blocks: a query, a preview.
    ///
    /// # Errors
    /// Those of the work; a panic in it is a fault of ours.
    pub(crate) async fn blocking<T: Send + 'static>(&self, work: impl FnOnce(&Self) -> Result<T, Problem> + Send + 'static) -> Result<T, Problem> {
        self.work(&self.short, work).await
    }

    /// Does long work that blocks: reading a file, asking a model.
    ///
    /// # Errors
    /// As [`App::blocking`].
    pub(crate) async fn long<T: Send + 'static>(&self, work: impl FnOnce(&Self) -> Result<T, Problem> + Send + 'static) -> Result<T, Problem> {
        self.work(&self.long, work).await
    }

    async fn work<T: Send + 'static>(&self, gate: &Semaphore, work: impl FnOnce(&Self) -> Result<T, Problem> + Send + 'static) -> Result<T, Problem> {
        let _permit = gate.acquire().await.map_err(Problem::internal)?;
        let app = self.clone();
        tokio::task::spawn_blocking(move || work(&app)).await?
    }

    /// Where an upload lies.
    pub(crate) fn upload_folder(&self, id: &crate::id::Id) -> PathBuf {
        self.folder.join("uploads").join(id.as_str())
    }

    /// Where the files of a run lie.
    pub(crate) fn run_folder(&self, id: &crate::id::Id) -> PathBuf {
        self.folder.join("runs").join(id.as_str())
    }
}
