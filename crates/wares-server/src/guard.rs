//! Who may ask: Host and Origin are checked, a token is asked for where there is one, and answers carry strict headers.
//!
//! A web page of a stranger can make a browser send requests here. It cannot read answers, but it could start runs (a forged request), or
//! call itself by a name that leads here (a rebound name). So a Host must be an address, `localhost` or a name that was allowed, and a
//! request that changes something must come from a page of the same host.

use std::net::IpAddr;

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use subtle::ConstantTimeEq;

use crate::{app::App, metrics::Answered, options::Options, problem::Problem};

/// The cookie that holds the token.
pub(crate) const COOKIE: &str = "wares_token";

/// What is asked of clients.
pub(crate) struct Access {
    token: Option<String>,
    hosts: Vec<String>,
}

impl Access {
    pub(crate) fn new(options: &Options) -> Self {
        Self { token: options.token.clone(), hosts: options.hosts.iter().map(|host| host.to_ascii_lowercase()).collect() }
    }

    /// Whether this is the token; true where none is needed.
    pub(crate) fn admits(&self, shown: &str) -> bool {
        self.token.as_ref().is_none_or(|token| bool::from(token.as_bytes().ct_eq(shown.as_bytes())))
    }

    fn knows(&self, headers: &HeaderMap) -> bool {
        if self.token.is_none() {
            return true;
        }
        let bearer = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()?.strip_prefix("Bearer "));
        let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
        let cookie = cookies.flat_map(|line| line.split(';')).find_map(|pair| pair.trim().strip_prefix(COOKIE)?.strip_prefix('='));
        bearer.into_iter().chain(cookie).any(|shown| self.admits(shown))
    }

    /// A host that leads here by no rebound name: an address, `localhost`, or a name that was allowed.
    fn is_known_host(&self, host: &str) -> bool {
        let name = without_port(host).to_ascii_lowercase();
        let bare = name.trim_start_matches('[').trim_end_matches(']');
        bare.parse::<IpAddr>().is_ok() || name == "localhost" || self.hosts.contains(&name)
    }
}

/// The name without `:PORT` behind it; an address of version 6 has colons of its own unless it stands in brackets.
fn without_port(host: &str) -> &str {
    let Some((name, port)) = host.rsplit_once(':') else { return host };
    let is_port = port.bytes().all(|byte| byte.is_ascii_digit()) && (name.ends_with(']') || !name.contains(':'));
    if is_port { name } else { host }
}

/// Lets through what may pass. Whoever opens a page without the token is led to where it can be shown; programs are told in their own way.
pub(crate) async fn check(State(app): State<App>, request: Request, next: Next) -> Response {
    match refused(&app.access, &request) {
        Some(problem) if problem.status == StatusCode::UNAUTHORIZED.as_u16() && opens_page(&request) => Redirect::to("/session").into_response(),
        Some(problem) => problem.into_response(),
        None => next.run(request).await,
    }
}

/// Whether a person goes to a page, rather than a program or a page asking for data.
fn opens_page(request: &Request) -> bool {
    let wants_page = request.headers().get(header::ACCEPT).and_then(|kinds| kinds.to_str().ok()).is_some_and(|kinds| kinds.contains("text/html"));
    wants_page && matches!(*request.method(), Method::GET | Method::HEAD) && !request.uri().path().starts_with("/api/")
}

fn refused(access: &Access, request: &Request) -> Option<Problem> {
    let headers = request.headers();
    let text = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    let host = text(header::HOST).or_else(|| request.uri().authority().map(axum::http::uri::Authority::as_str)).unwrap_or_default();
    if !access.is_known_host(host) {
        let problem = Problem::new(StatusCode::MISDIRECTED_REQUEST, format!("this server is not `{host}`"));
        return Some(problem.hint("reach it by its address, or start it with `--host NAME`"));
    }
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if !reads {
        let foreign = text(header::ORIGIN).is_some_and(|origin| origin.split_once("://").is_none_or(|(_, from)| !from.eq_ignore_ascii_case(host)));
        let cross = headers.get("sec-fetch-site").is_some_and(|site| !matches!(site.as_bytes(), b"same-origin" | b"none"));
        if foreign || cross {
            return Some(Problem::new(StatusCode::FORBIDDEN, "a page of another site may not change anything here"));
        }
    }
    // Whoever has no token yet may ask whether the server lives, and show one.
    let open = matches!(request.uri().path(), "/api/health" | "/session");
    if !open && !access.knows(headers) {
        return Some(
            Problem::new(StatusCode::UNAUTHORIZED, "a token is needed").hint("send `Authorization: Bearer TOKEN`, or open /session in a browser"),
        );
    }
    None
}

/// Puts the headers of all answers, and counts them.
pub(crate) async fn dress(State(app): State<App>, request: Request, next: Next) -> Response {
    let started = std::time::Instant::now();
    let method = request.method().to_string();
    let route = request.extensions().get::<axum::extract::MatchedPath>().map_or("other", axum::extract::MatchedPath::as_str).to_owned();
    let mut response = next.run(request).await;
    app.metrics.seconds.observe(started.elapsed().as_secs_f64());
    app.metrics.requests.get_or_create(&Answered { method, route, status: response.status().as_u16() }).inc();
    const ALWAYS: [(HeaderName, &str); 6] = [
        (
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; \
             connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
        ),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    ];
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_localhost_and_allowed_names_are_hosts_of_this_server() {
        let access = Access { token: None, hosts: vec!["wares.example".to_owned()] };
        for host in ["127.0.0.1:7878", "[::1]:7878", "localhost:7878", "localhost", "192.168.1.5", "wares.example:443", "WARES.example"] {
            assert!(access.is_known_host(host), "{host}");
        }
        for host in ["", "evil.example", "localhost.evil.example", "127.0.0.1.evil.example:7878", "wares.example.evil"] {
            assert!(!access.is_known_host(host), "{host}");
        }
    }
}
