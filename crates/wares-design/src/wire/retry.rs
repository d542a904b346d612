//! When to try again: which faults pass, how long to wait, when to give up.

use std::time::{Duration, Instant};

use super::Fault;

/// How patient a run is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Patience {
    /// Calls in a row that may fail, the first included.
    pub tries: u32,
    /// The wait after the first failure; it doubles with each.
    pub first_wait: Duration,
    /// The longest wait that we choose; a provider may ask for more.
    pub longest_wait: Duration,
    /// One call may take so long.
    pub call: Duration,
    /// One question may take so long, with all calls and waits.
    pub deadline: Duration,
}

impl Default for Patience {
    /// Six tries; a call may take four minutes, for a small machine may write slowly; a question ten.
    fn default() -> Self {
        Self {
            tries: 6,
            first_wait: Duration::from_millis(500),
            longest_wait: Duration::from_secs(30),
            call: Duration::from_secs(240),
            deadline: Duration::from_secs(600),
        }
    }
}

/// Time, so that tests need not wait.
pub trait Clock: Send + Sync {
    /// Time since any fixed moment.
    fn now(&self) -> Duration;
    /// Waits.
    fn sleep(&self, wait: Duration);
}

/// The clock of this machine.
#[derive(Debug)]
pub(crate) struct MachineClock(Instant);

impl Default for MachineClock {
    fn default() -> Self {
        Self(Instant::now())
    }
}

impl Clock for MachineClock {
    fn now(&self) -> Duration {
        self.0.elapsed()
    }

    fn sleep(&self, wait: Duration) {
        std::thread::sleep(wait);
    }
}

/// What to do about a fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Again, not before the time that the provider asks for.
    Again { not_before: Option<Duration> },
    /// The schema is not taken in this form.
    Form,
    /// The provider declines to answer this question.
    Declined,
    /// Again would not help.
    Refused,
    /// It answered with nothing that can be read.
    Garbled,
}

/// Judges a fault. The words of a body are looked at only to tell these five apart.
pub(crate) fn judge(fault: &Fault) -> Verdict {
    let Fault::Status { status, retry_after, body } = fault else {
        return if matches!(fault, Fault::Garbled(_)) { Verdict::Garbled } else { Verdict::Again { not_before: None } };
    };
    let head: String = body.chars().take(20_000).collect::<String>().to_ascii_lowercase();
    let names = |words: &[&str]| words.iter().any(|word| head.contains(word));
    let form = names(&[
        "response_format",
        "json_schema",
        "json_object",
        "responsejsonschema",
        "response_json_schema",
        "responseschema",
        "output_config",
        "structured output",
    ]) || (head.contains("'text' or 'json_object'"));
    match status {
        400 | 422 | 500 | 501 if form => Verdict::Form,
        400 if names(&["content_filter", "content management policy", "responsibleaipolicyviolation"]) => Verdict::Declined,
        // Too many requests, of the kind that waiting does not cure.
        429 if names(&["insufficient_quota", "billing"]) => Verdict::Refused,
        408 | 409 | 425 | 429 | 500 | 502..=504 | 507..=599 => Verdict::Again { not_before: *retry_after },
        _ => Verdict::Refused,
    }
}

/// The wait after the n-th failure in a row, from 1: doubled each time, then between half and all of it by `jitter` (any number).
pub(crate) fn wait(patience: &Patience, failures: u32, jitter: u64) -> Duration {
    let doubled = patience.first_wait.saturating_mul(1u32.checked_shl(failures.saturating_sub(1)).unwrap_or(u32::MAX));
    let millis = u64::try_from(doubled.min(patience.longest_wait).as_millis()).unwrap_or(u64::MAX);
    let half = millis / 2;
    Duration::from_millis(half + jitter % (millis - half + 1))
}

/// A number that no two runs share, so that many that fail at once do not come back at once.
pub(crate) fn jitter() -> u64 {
    use std::hash::{BuildHasher, RandomState};
    RandomState::new().hash_one(0u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(status: u16, body: &str) -> Verdict {
        judge(&Fault::Status { status, retry_after: None, body: body.to_owned() })
    }

    #[test]
    fn what_passes_is_tried_again_and_what_does_not_is_refused() {
        for again in [408, 429, 500, 502, 503, 504, 529] {
            assert_eq!(status(again, "busy"), Verdict::Again { not_before: None }, "{again}");
        }
        for refused in [301, 400, 401, 403, 404, 413, 422] {
            assert_eq!(status(refused, "no"), Verdict::Refused, "{refused}");
        }
        assert_eq!(status(429, r#"{"error":{"code":"insufficient_quota"}}"#), Verdict::Refused);
        assert_eq!(status(400, r#"{"error":{"code":"content_filter"}}"#), Verdict::Declined);
    }

    #[test]
    fn a_refused_form_is_known_by_what_servers_say() {
        for (code, body) in [
            (400, "Invalid schema for response_format 'x'"),
            (500, r#"{"error":{"message":"[{'loc': ('body', 'response_format', 'type'), 'msg': \"Input should be 'text' or 'json_object'\"}]"}}"#),
            (422, "json_schema is not supported"),
            (400, "output_config.format: unsupported"),
        ] {
            assert_eq!(status(code, body), Verdict::Form, "{body}");
        }
    }

    #[test]
    fn waits_double_up_to_the_longest_and_never_fall_below_half() {
        let patience = Patience { first_wait: Duration::from_millis(100), longest_wait: Duration::from_millis(1_000), ..Patience::default() };
        for jitter in [0, 1, 49, u64::MAX] {
            for (failures, most) in [(1, 100), (2, 200), (3, 400), (4, 800), (5, 1_000), (90, 1_000)] {
                let wait = wait(&patience, failures, jitter).as_millis();
                assert!((most / 2..=most).contains(&wait), "{failures}: {wait}");
            }
        }
    }
}
