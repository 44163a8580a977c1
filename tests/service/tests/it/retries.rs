//! When a request is sent again. The clock is paused: it advances only while everything sleeps, so that no test waits.

use crate::page::{self, Row};
use backon::ExponentialBuilder;
use bytes::Bytes;
use dli_status_service::{Client, Exchange, Policy, Retry, Server};
use http::{Method, Request};
use std::time::Duration;
use tokio::time::Instant;

const SECOND: Duration = Duration::from_secs(1);

/// A client with up to three repetitions, after 1, 2 and 4 seconds.
fn client() -> Client {
    Client::new(Policy { backoff: ExponentialBuilder::new().with_max_times(3), patience: 60 * SECOND })
}

/// The exchange and its duration in seconds.
async fn send(server: &Server, method: Method, path: &str) -> (Exchange, u64) {
    let request = Request::builder().method(method).uri(server.uri(path)).body(Bytes::from("an order")).unwrap();
    let start = Instant::now();
    let exchange = client().send(&request).await.unwrap();
    let requests = server.log().iter().filter(|entry| entry.uri == *path).count();
    assert_eq!(requests, exchange.attempts.len(), "the server saw each attempt");
    (exchange, start.elapsed().as_secs())
}

fn codes(exchange: &Exchange) -> Vec<u16> {
    exchange.attempts.iter().map(|attempt| attempt.status.code()).collect()
}

/// The decision that follows from the sentences of a description.
fn by_its_sentences(row: &Row) -> Retry {
    let errors = row.code >= 400;
    let needs_change = "should not repeat the request without modifications";
    if errors && (row.says(needs_change) || row.says("should modify the request")) {
        Retry::AfterChange
    } else if errors && (row.says("may repeat the request") || row.says("should resend the request")) {
        Retry::AnyTime
    } else {
        Retry::Never
    }
}

#[tokio::test(start_paused = true)]
async fn each_decision_follows_the_page() {
    let server = Server::start().await.unwrap();
    let mut decisions = Vec::new();
    for row in page::rows() {
        let exchange = client().send(&server.request_for(row.code).unwrap()).await.unwrap();
        let retry = exchange.attempts[0].retry;
        assert_eq!(retry, by_its_sentences(&row), "{row:?}");
        assert_eq!(exchange.attempts.len(), if retry == Retry::AnyTime { 4 } else { 1 }, "{row:?}");
        decisions.push(retry);
    }
    for retry in [Retry::Never, Retry::AfterChange, Retry::AnyTime] {
        assert!(decisions.contains(&retry), "{retry:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn retry_after_takes_precedence_over_the_page_but_not_after_a_redirection() {
    let server = Server::start().await.unwrap();
    for row in page::rows().iter().filter(|row| row.code >= 200) {
        let (exchange, _) = send(&server, Method::GET, &format!("/status/{}?failures=1&retry_after=7", row.code)).await;
        if row.code >= 400 {
            assert_eq!(exchange.attempts[0].retry, Retry::After(7 * SECOND), "{row:?}");
            assert_eq!(codes(&exchange), [row.code, 200]);
        } else {
            assert_eq!(exchange.attempts[0].retry, Retry::Never, "{row:?}");
            assert_eq!(codes(&exchange), [row.code]);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn an_undocumented_status_is_treated_as_the_first_of_its_class() {
    let server = Server::start().await.unwrap();
    let rows = page::rows();
    for (code, first) in [(299, 200), (308, 300), (418, 400), (451, 400), (599, 500), (600, 500), (999, 500)] {
        let (exchange, _) = send(&server, Method::GET, &format!("/status/{code}")).await;
        let first = rows.iter().find(|row| row.code == first).unwrap();
        assert_eq!(exchange.attempts[0].retry, by_its_sentences(first), "{code}");

        let (exchange, _) = send(&server, Method::GET, &format!("/status/{code}?retry_after=5&failures=1")).await;
        assert_eq!(exchange.attempts.len(), if code >= 400 { 2 } else { 1 }, "{code}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_request_is_repeated_until_the_server_recovers() {
    let server = Server::start().await.unwrap();
    let (exchange, seconds) = send(&server, Method::GET, "/status/408?failures=2").await;
    assert_eq!(codes(&exchange), [408, 408, 200]);
    assert_eq!(seconds, 1 + 2);
    assert_eq!(exchange.response.status(), 200);
}

#[tokio::test(start_paused = true)]
async fn the_client_gives_up_on_a_server_that_does_not_recover() {
    let server = Server::start().await.unwrap();
    let (exchange, seconds) = send(&server, Method::GET, "/status/429").await;
    assert_eq!(codes(&exchange), [429; 4]);
    assert_eq!(seconds, 1 + 2 + 4);
    assert!(exchange.to_string().ends_with("-> may be sent again, but the client gives up\n"), "{exchange}");
}

#[tokio::test(start_paused = true)]
async fn both_forms_of_retry_after_are_respected() {
    let server = Server::start().await.unwrap();
    for form in ["", "&date=true"] {
        let path = format!("/status/503?failures=2&retry_after=30{form}");
        let (exchange, seconds) = send(&server, Method::GET, &path).await;
        assert_eq!(codes(&exchange), [503, 503, 200]);
        assert_eq!(seconds, 30 + 30);
    }
}

#[tokio::test(start_paused = true)]
async fn the_clients_own_pause_is_the_shortest() {
    let server = Server::start().await.unwrap();
    let (exchange, seconds) = send(&server, Method::GET, "/status/503?failures=2&retry_after=0").await;
    assert_eq!(codes(&exchange), [503, 503, 200]);
    assert_eq!(seconds, 1 + 2);
}

#[tokio::test(start_paused = true)]
async fn the_client_gives_up_rather_than_repeat_too_early() {
    let server = Server::start().await.unwrap();
    for (asked, attempts) in [(60, 2), (61, 1), (u64::MAX, 1)] {
        let (exchange, _) = send(&server, Method::GET, &format!("/status/429?failures=1&retry_after={asked}")).await;
        assert_eq!(exchange.attempts.len(), attempts, "{asked}");
        assert_eq!(exchange.attempts[0].retry, Retry::After(Duration::from_secs(asked)));
    }
}

#[tokio::test(start_paused = true)]
async fn a_request_that_is_not_idempotent_is_repeated_only_if_refused() {
    let server = Server::start().await.unwrap();
    for (method, code, attempts) in [
        (Method::POST, 503, 1),
        (Method::PATCH, 500, 1),
        (Method::POST, 999, 1),
        (Method::PUT, 503, 2),
        (Method::DELETE, 503, 2),
        (Method::POST, 429, 2),
        (Method::PATCH, 413, 2),
    ] {
        let path = format!("/status/{code}?failures=1&retry_after=2&{method}");
        let (exchange, _) = send(&server, method.clone(), &path).await;
        assert_eq!(exchange.attempts.len(), attempts, "{method} {code}");
    }
    let (exchange, _) = send(&server, Method::POST, "/status/408?failures=1").await;
    assert_eq!(codes(&exchange), [408, 200]);
}

#[tokio::test(start_paused = true)]
async fn the_clients_own_pauses_double_with_jitter() {
    let server = Server::start().await.unwrap();
    let request = server.request_for(408).unwrap();
    let exchange = Client::new(Policy::default()).send(&request).await.unwrap();
    let pauses: Vec<Duration> = exchange.attempts.iter().filter_map(|attempt| attempt.pause).collect();
    assert_eq!(pauses.len(), 3);
    for (pause, least) in pauses.iter().zip([200, 400, 800].map(Duration::from_millis)) {
        assert!((least..=2 * least).contains(pause), "{pauses:?}");
    }
    assert_ne!([pauses[1], pauses[2]], [2 * pauses[0], 4 * pauses[0]]);
}
