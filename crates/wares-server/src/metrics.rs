//! Numbers for Prometheus.

use std::sync::atomic::AtomicU64;

use prometheus_client::{
    encoding::{EncodeLabelSet, text::encode},
    metrics::{counter::Counter, family::Family, gauge::Gauge, histogram::Histogram},
    registry::Registry,
};

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(crate) struct Answered {
    pub(crate) method: String,
    /// The route's pattern, never the path itself.
    pub(crate) route: String,
    pub(crate) status: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(crate) struct Ended {
    pub(crate) state: &'static str,
}

/// All numbers.
pub(crate) struct Metrics {
    registry: Registry,
    pub(crate) requests: Family<Answered, Counter>,
    /// Seconds from a request to the head of its answer.
    pub(crate) seconds: Histogram,
    pub(crate) runs: Family<Ended, Counter>,
    pub(crate) runs_open: Gauge,
    pub(crate) rows: Counter<u64, AtomicU64>,
    pub(crate) upload_bytes: Counter<u64, AtomicU64>,
}

impl Default for Metrics {
    fn default() -> Self {
        let mut registry = Registry::with_prefix("wares");
        let metrics = Self {
            requests: Family::default(),
            seconds: Histogram::new([0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0]),
            runs: Family::default(),
            runs_open: Gauge::default(),
            rows: Counter::default(),
            upload_bytes: Counter::default(),
            registry: Registry::default(),
        };
        registry.register("requests", "Requests answered", metrics.requests.clone());
        registry.register("request_seconds", "Seconds from a request to the head of its answer", metrics.seconds.clone());
        registry.register("runs", "Runs that ended", metrics.runs.clone());
        registry.register("runs_open", "Runs that wait or are under way", metrics.runs_open.clone());
        registry.register("rows", "Rows made by runs that ended", metrics.rows.clone());
        registry.register("upload_bytes", "Bytes of whole uploads", metrics.upload_bytes.clone());
        Self { registry, ..metrics }
    }
}

impl Metrics {
    /// The text of all numbers.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        encode(&mut text, &self.registry).expect("a text takes all there is to write");
        text
    }
}
