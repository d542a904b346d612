//! One call to a provider: what is asked, what comes back, what goes wrong. Nothing here tries again; `provider` does.

pub(crate) mod native;
pub(crate) mod openai;
pub(crate) mod retry;
mod subset;

use std::time::{Duration, SystemTime};

use serde_json::Value;

use crate::Form;

/// One call.
#[derive(Debug, Clone)]
pub(crate) struct Ask<'a> {
    pub(crate) system: &'a str,
    pub(crate) user: &'a str,
    pub(crate) schema_name: &'a str,
    pub(crate) schema: &'a Value,
    pub(crate) form: Form,
    pub(crate) max_tokens: u32,
    pub(crate) temperature_percent: u16,
    pub(crate) against_repeats_percent: u16,
    pub(crate) seed: u64,
    /// The call may take so long, from the connection to the last byte.
    pub(crate) timeout: Duration,
}

impl Ask<'_> {
    fn temperature(&self) -> f64 {
        hundredths(self.temperature_percent)
    }

    fn against_repeats(&self) -> f64 {
        hundredths(self.against_repeats_percent)
    }
}

/// 0.7 for 70; read from text, for hundredths are no binary fraction.
fn hundredths(percent: u16) -> f64 {
    let percent = percent.min(200);
    format!("{}.{:02}", percent / 100, percent % 100).parse().unwrap_or_default()
}

/// What came back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) text: String,
    /// The model's or the provider's words, when it declines.
    pub(crate) declined: Option<String>,
    /// The answer was cut at the most tokens.
    pub(crate) cut: bool,
    /// Tokens of question and answer, when the provider counts them.
    pub(crate) tokens: Option<(u64, u64)>,
}

/// What went wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The provider answers with an error.
    Status { status: u16, retry_after: Option<Duration>, body: String },
    /// No connection: nothing was asked and nothing is charged.
    Unreachable(String),
    /// Silence or a broken connection after the question was sent; it may have been charged.
    Broken(String),
    /// A success that is none: no JSON, no choices, more bytes than any answer has.
    Garbled(String),
}

/// A provider's protocol. Two implementations: chat completions, and the native protocols.
pub(crate) trait Wire: Send + Sync {
    /// Makes one call; blocks.
    fn call(&self, ask: &Ask<'_>) -> Result<Answer, Fault>;

    /// The forms that it has, the strictest first.
    fn forms(&self) -> &'static [Form];

    /// Gives up a parameter that the error names as unsupported; false when there is none left to give up.
    fn adapt(&self, _status: u16, _body: &str) -> bool {
        false
    }
}

/// The runtime of a wire: one thread, the caller's.
///
/// # Errors
/// What the system says.
fn runtime() -> Result<tokio::runtime::Runtime, String> {
    tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|error| error.to_string())
}

/// The HTTP client of a wire. It follows no redirects: a key goes to the address that the user chose and nowhere else.
///
/// # Errors
/// What the TLS library says.
fn http() -> Result<reqwest::Client, String> {
    reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .connect_timeout(Duration::from_secs(20))
        .user_agent(concat!("wares/", env!("CARGO_PKG_VERSION")))
        .build()
        .map_err(|error| error.to_string())
}

/// What a failed request says, without its address, which may hold a token.
fn fault(error: reqwest::Error) -> Fault {
    let (connect, timeout) = (error.is_connect(), error.is_timeout());
    let error = error.without_url();
    let mut reason = error.to_string();
    let mut cause = std::error::Error::source(&error);
    while let Some(inner) = cause {
        reason = inner.to_string();
        cause = inner.source();
    }
    match (connect, timeout) {
        (true, true) => Fault::Unreachable("no connection in time".to_owned()),
        (true, false) => Fault::Unreachable(format!("no connection: {reason}")),
        (false, true) => Fault::Broken("no answer in time".to_owned()),
        (false, false) => Fault::Broken(format!("the connection broke: {reason}")),
    }
}

/// How long to wait by `retry-after-ms`, or by `retry-after` in seconds or as a date; a date counts from the provider's own clock.
fn retry_after(headers: &reqwest::header::HeaderMap) -> Option<Duration> {
    let text = |name: &str| headers.get(name)?.to_str().ok().map(str::trim);
    let number = |name: &str| text(name)?.parse::<u64>().ok();
    let date = |name: &str| httpdate::parse_http_date(text(name)?).ok();
    let until = || {
        let now = date("date").unwrap_or_else(SystemTime::now);
        // A moment that is over asks for no wait.
        Some(date("retry-after")?.duration_since(now).unwrap_or_default())
    };
    number("retry-after-ms").map(Duration::from_millis).or_else(|| number("retry-after").map(Duration::from_secs)).or_else(until)
}
