//! Who may ask.

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use serde_json::json;
use tempfile::TempDir;
use wares_server::App;

use crate::client::{Server, options, request};

const TOKEN: &str = "correct-horse-battery-staple";

#[tokio::test]
async fn a_rebound_name_is_not_answered() {
    let server = Server::new();
    for host in ["evil.example", "localhost.evil.example:7878", "127.0.0.1.evil.example", ""] {
        let request = axum::http::Request::builder().uri("/api/templates").header(header::HOST, host).body(Body::empty()).unwrap();
        let answer = server.send(request).await;
        assert_eq!(answer.status, StatusCode::MISDIRECTED_REQUEST, "{host}");
    }
    let named = Server::with(|options| options.hosts = vec!["wares.example".to_owned()]);
    let request = axum::http::Request::builder().uri("/api/templates").header(header::HOST, "wares.example").body(Body::empty()).unwrap();
    assert_eq!(named.send(request).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_page_of_another_site_changes_nothing() {
    let server = Server::new();
    let foreign = [("origin", "https://evil.example"), ("origin", "null"), ("origin", "http://127.0.0.1:9999"), ("sec-fetch-site", "cross-site")];
    for (name, value) in foreign {
        let request = request(Method::POST, "/api/uploads?name=a.csv").header(name, value).body(Body::from("id\n1\n")).unwrap();
        assert_eq!(server.send(request).await.status, StatusCode::FORBIDDEN, "{name}: {value}");
    }
    assert_eq!(server.get("/api/uploads").await.value(), json!([]));
    let own = request(Method::POST, "/api/uploads?name=a.csv").header("origin", "http://127.0.0.1:7878").body(Body::from("id\n1\n")).unwrap();
    assert_eq!(server.send(own).await.status, StatusCode::CREATED);
}

#[tokio::test]
async fn a_token_is_asked_for_where_there_is_one() {
    let server = Server::with(|options| options.token = Some(TOKEN.to_owned()));
    assert_eq!(server.get("/api/health").await.status, StatusCode::OK);
    let refused = server.get("/api/templates").await;
    assert_eq!((refused.status, refused.header("www-authenticate")), (StatusCode::UNAUTHORIZED, "Bearer"));
    for (name, value) in [("authorization", format!("Bearer {TOKEN}")), ("cookie", format!("a=b; wares_token={TOKEN}"))] {
        let request = request(Method::GET, "/api/templates").header(name, value).body(Body::empty()).unwrap();
        assert_eq!(server.send(request).await.status, StatusCode::OK, "{name}");
    }
    let wrong = request(Method::GET, "/api/templates").header("authorization", "Bearer correct-horse").body(Body::empty()).unwrap();
    assert_eq!(server.send(wrong).await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_browser_without_the_token_is_led_to_where_it_can_be_shown() {
    let server = Server::with(|options| options.token = Some(TOKEN.to_owned()));
    let ask = |path: &str, accept: &str| request(Method::GET, path).header(header::ACCEPT, accept).body(Body::empty()).unwrap();
    for path in ["/", "/products", "/template/0123456789abcdef0123456789abcdef"] {
        let led = server.send(ask(path, "text/html,application/xhtml+xml,*/*;q=0.8")).await;
        assert_eq!((led.status, led.header("location")), (StatusCode::SEE_OTHER, "/session"), "{path}");
    }
    for (path, accept) in [("/api/templates", "text/html"), ("/", "application/json"), ("/icon.svg", "image/svg+xml,*/*")] {
        let refused = server.send(ask(path, accept)).await;
        assert!(refused.problem().starts_with("401 a token is needed"), "{path}: {}", refused.problem());
    }
    let form = server.send(ask("/session", "text/html")).await;
    assert!(form.status == StatusCode::OK && form.text().contains("Token of this server"));
    // Otherwise browsers send `Origin: null` with the form, as strangers do.
    assert_eq!(form.header("referrer-policy"), "same-origin");
}

#[tokio::test]
async fn a_browser_gets_a_cookie_for_the_token() {
    let server = Server::with(|options| options.token = Some(TOKEN.to_owned()));
    let enter = |token: &str| {
        let request = request(Method::POST, "/session").header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        request.body(Body::from(format!("token={token}"))).unwrap()
    };
    assert_eq!(server.send(enter("guessed-and-wrong")).await.status, StatusCode::UNAUTHORIZED);
    let entered = server.send(enter(TOKEN)).await;
    assert_eq!((entered.status, entered.header("location")), (StatusCode::SEE_OTHER, "/"));
    let cookie = entered.header("set-cookie");
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), "{cookie}");
}

#[tokio::test]
async fn every_answer_carries_strict_headers() {
    let server = Server::new();
    for path in ["/", "/api/health", "/api/nothing", "/session", "/missing.js"] {
        let answer = server.get(path).await;
        assert!(answer.header("content-security-policy").starts_with("default-src 'none'"), "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
    }
}

#[tokio::test]
async fn what_is_not_there_is_a_problem_too() {
    let server = Server::new();
    assert!(server.get("/api/nothing").await.problem().starts_with("404 there is no `/api/nothing`"));
    assert!(server.get("/api/runs/../../etc/passwd").await.problem().starts_with("404"));
    assert!(server.delete("/api/packs").await.problem().starts_with("405"));
    assert!(server.get("/api/templates/123").await.problem().starts_with("404"));
}

#[test]
fn nobody_listens_to_the_world_without_a_token() {
    let folder = TempDir::new().unwrap();
    let open = wares_server::Options { bind: "0.0.0.0:0".parse().unwrap(), ..options(&folder) };
    let error = wares_server::serve(&open, |_| panic!("it serves")).unwrap_err();
    assert!(error.to_string().contains("there is no token"), "{error}");
    let weak = wares_server::Options { token: Some("short".to_owned()), ..open };
    assert!(wares_server::serve(&weak, |_| panic!("it serves")).unwrap_err().to_string().contains("needs 16 or more"));
}

#[test]
fn two_servers_never_share_a_folder() {
    let folder = TempDir::new().unwrap();
    let _first = App::open(&options(&folder)).unwrap();
    let second = App::open(&options(&folder)).err().unwrap();
    assert!(second.to_string().contains("another server uses it"), "{second}");
}
