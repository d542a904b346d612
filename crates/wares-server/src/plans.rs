//! Jobs that were prepared and tables that were planned, kept for the next preview.

use std::{
    num::NonZeroUsize,
    sync::{Arc, Mutex, PoisonError},
};

use lru::LruCache;
use wares::{
    Error, Plan,
    job::{Job, Prepared},
    model::Day,
};

use crate::{app::App, desk::ServerDesk};

/// So many jobs and so many tables are kept: those of 50 users who look at four tables each.
const KEPT: NonZeroUsize = NonZeroUsize::new(256).expect("it is not 0");

/// See above. What a key stands for never changes: templates are put into jobs before, and uploads stay what they are.
pub(crate) struct Plans {
    prepared: Mutex<LruCache<String, Arc<Prepared>>>,
    tables: Mutex<LruCache<(String, String), Arc<Plan>>>,
}

impl Default for Plans {
    fn default() -> Self {
        Self { prepared: Mutex::new(LruCache::new(KEPT)), tables: Mutex::new(LruCache::new(KEPT)) }
    }
}

/// A job that was prepared, and the key that it is kept by.
pub(crate) struct Kept {
    key: String,
    pub(crate) prepared: Arc<Prepared>,
}

impl Plans {
    /// Prepares a job; a job that was prepared lately is not prepared again.
    ///
    /// # Errors
    /// Those of [`Job::prepare`].
    pub(crate) fn prepare(&self, app: &App, job: Job, today: Day) -> Result<Kept, Error> {
        let desk = ServerDesk(app);
        let job = job.pinned(&desk)?;
        let key = format!("{today} {}", serde_json::to_string(&job).expect("a job is plain data"));
        if let Some(prepared) = self.prepared.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Ok(Kept { key, prepared: Arc::clone(prepared) });
        }
        let prepared = Arc::new(job.prepare(&desk, today)?);
        self.prepared.lock().unwrap_or_else(PoisonError::into_inner).put(key.clone(), Arc::clone(&prepared));
        Ok(Kept { key, prepared })
    }

    /// The plan of one table of a job.
    ///
    /// # Errors
    /// [`Error::Plan`].
    pub(crate) fn table(&self, kept: &Kept, table: &str) -> Result<Arc<Plan>, Error> {
        let key = (kept.key.clone(), table.to_owned());
        if let Some(plan) = self.tables.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Ok(Arc::clone(plan));
        }
        let plan = Arc::new(Plan::new(&kept.prepared.checked, Some(table))?);
        self.tables.lock().unwrap_or_else(PoisonError::into_inner).put(key, Arc::clone(&plan));
        Ok(plan)
    }
}

/// The day on the clock of this machine.
pub(crate) fn today() -> Day {
    let date = jiff::Zoned::now().date();
    Day::from_civil(date.year().into(), u32::from(date.month().unsigned_abs()), u32::from(date.day().unsigned_abs()))
        .expect("a clock shows days that exist")
}
