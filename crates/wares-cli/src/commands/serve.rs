//! `wares serve`: the web UI and the HTTP API.

use crate::args::ServeArgs;

pub(crate) fn run(args: &ServeArgs) -> anyhow::Result<()> {
    wares_server::start_log();
    let options = args.options()?;
    let ready = |address: std::net::SocketAddr| {
        let url = format!("http://{address}/");
        eprintln!("serving on {url}, keeping everything in {}; Ctrl-C stops", options.data.display());
        if args.open && open::that_detached(&url).is_err() {
            eprintln!("note: no browser could be opened; go to {url}");
        }
    };
    Ok(wares_server::serve(&options, ready)?)
}
