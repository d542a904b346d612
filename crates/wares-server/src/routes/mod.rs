//! One file a noun.

pub(crate) mod about;
pub(crate) mod jobs;
pub(crate) mod runs;
pub(crate) mod templates;
pub(crate) mod uploads;
pub(crate) mod work;
