//! A server within the test, and requests to it.

use axum::{
    Router,
    body::Body,
    http::{Method, Request, Response, StatusCode, header},
};
use http_body_util::BodyExt;
use serde_json::Value;
use tempfile::TempDir;
use tower::ServiceExt;
use wares_server::{App, Limits, Options, router::router};

/// A server with a data folder of its own, which goes when it goes.
pub(crate) struct Server {
    pub(crate) router: Router,
    pub(crate) folder: TempDir,
}

/// What a server answered.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) head: Response<()>,
    pub(crate) body: Vec<u8>,
}

pub(crate) fn options(folder: &TempDir) -> Options {
    Options {
        bind: "127.0.0.1:0".parse().unwrap(),
        data: folder.path().to_owned(),
        token: None,
        hosts: Vec::new(),
        workers: 2,
        limits: Limits::default(),
    }
}

impl Server {
    /// With the usual options.
    pub(crate) fn new() -> Self {
        Self::with(|_| {})
    }

    pub(crate) fn with(change: impl FnOnce(&mut Options)) -> Self {
        let folder = TempDir::new().unwrap();
        let mut options = options(&folder);
        change(&mut options);
        let app = App::open(&options).unwrap();
        wares_server::start(&app);
        Self { router: router(app), folder }
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        let (head, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        let body = body.collect().await.unwrap().to_bytes().to_vec();
        Answer { status: head.status, head: Response::from_parts(head, ()), body }
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(request(Method::GET, path).body(Body::empty()).unwrap()).await
    }

    pub(crate) async fn delete(&self, path: &str) -> Answer {
        self.send(request(Method::DELETE, path).body(Body::empty()).unwrap()).await
    }

    pub(crate) async fn post(&self, path: &str, body: &Value) -> Answer {
        self.json(Method::POST, path, body).await
    }

    pub(crate) async fn json(&self, method: Method, path: &str, body: &Value) -> Answer {
        let request = request(method, path).header(header::CONTENT_TYPE, "application/json");
        self.send(request.body(Body::from(body.to_string())).unwrap()).await
    }

    /// Uploads a file and gives its id.
    pub(crate) async fn upload(&self, name: &str, text: &str) -> String {
        let request = request(Method::POST, &format!("/api/uploads?name={name}")).header(header::CONTENT_TYPE, "application/octet-stream");
        let answer = self.send(request.body(Body::from(text.to_owned())).unwrap()).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
        answer.value()["id"].as_str().unwrap().to_owned()
    }

    /// Runs a job to its end and gives the run.
    pub(crate) async fn run(&self, job: &Value) -> Value {
        let accepted = self.post("/api/runs", &serde_json::json!({ "job": job })).await;
        assert_eq!(accepted.status, StatusCode::ACCEPTED, "{}", accepted.text());
        self.ended(accepted.value()["id"].as_str().unwrap()).await
    }

    /// Waits for the end of a run by its events, the last of which holds the run.
    pub(crate) async fn ended(&self, id: &str) -> Value {
        let events = self.get(&format!("/api/runs/{id}/events")).await.text();
        let last = events.lines().filter_map(|line| line.strip_prefix("data: ")).next_back().unwrap();
        serde_json::from_str(last).unwrap()
    }
}

impl Answer {
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body as JSON; the status says success.
    pub(crate) fn value(&self) -> Value {
        assert!(self.status.is_success(), "{}: {}", self.status, self.text());
        serde_json::from_slice(&self.body).unwrap()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.head.headers().get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The problem that was answered: its status, detail and everything found, in one text.
    pub(crate) fn problem(&self) -> String {
        assert_eq!(self.header("content-type"), "application/problem+json", "{}", self.text());
        let problem: Value = serde_json::from_slice(&self.body).unwrap();
        assert_eq!(problem["status"], self.status.as_u16());
        let found = problem["problems"].as_array().into_iter().flatten();
        let found: String = found.map(|found| format!("\n{}: {}", found["place"].as_str().unwrap(), found["message"].as_str().unwrap())).collect();
        format!("{} {}{found}", self.status.as_u16(), problem["detail"].as_str().unwrap())
    }
}

pub(crate) fn request(method: Method, path: &str) -> axum::http::request::Builder {
    Request::builder().method(method).uri(path).header(header::HOST, "127.0.0.1:7878")
}
