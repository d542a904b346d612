//! Work that everything else on the machine comes before: runs wait for previews, never previews for runs.

use std::{panic, thread};

/// How much later than the server itself, and the most that there is.
#[cfg(target_os = "linux")]
const LATER: i32 = 10;
#[cfg(target_os = "linux")]
const LATEST: i32 = 19;

/// Does work on a thread of its own that comes after everything else, and waits for its end; threads that it starts come after everything
/// else too. Where the system knows no such threads the work is done all the same.
pub(crate) fn behind<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    let late = || {
        lower();
        work()
    };
    // A priority that was lowered cannot be raised again, so the threads of the pool keep theirs.
    thread::scope(|scope| scope.spawn(late).join()).unwrap_or_else(|reason| panic::resume_unwind(reason))
}

#[cfg(target_os = "linux")]
fn lower() {
    use rustix::process::{getpriority_process, setpriority_process};

    // No process is named: on Linux that is this thread alone.
    let lowered = getpriority_process(None).and_then(|now| setpriority_process(None, (now + LATER).min(LATEST)));
    if let Err(error) = lowered {
        tracing::warn!(%error, "runs are as urgent as previews");
    }
}

#[cfg(not(target_os = "linux"))]
fn lower() {}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_run_and_the_threads_that_it_starts_come_later_than_the_server() {
        let mine = || rustix::process::getpriority_process(None).unwrap();
        let before = mine();
        let (own, started) = behind(|| (mine(), thread::spawn(mine).join().unwrap()));
        let later = (before + LATER).min(LATEST);
        assert_eq!((own, started), (later, later));
        assert_eq!(mine(), before);
    }
}
