//! Every status travels from the server to the client, documented or not.

use crate::page;
use backon::ExponentialBuilder;
use bytes::Bytes;
use dli_status::{Class, StatusCode};
use dli_status_service::{Client, Policy, Server, Status};
use http::{Method, Request};

/// A client that sends each request once.
fn client() -> Client {
    Client::new(Policy { backoff: ExponentialBuilder::new().with_max_times(0), ..Policy::default() })
}

fn get(uri: String) -> Request<Bytes> {
    Request::get(uri).body(Bytes::new()).unwrap()
}

#[tokio::test]
async fn every_documented_status_arrives_and_is_reported_with_its_meaning() {
    let (server, client) = (Server::start().await.unwrap(), client());
    let rows = page::rows();
    let (mut seen, mut answers) = (Vec::new(), Vec::new());
    for row in &rows {
        let exchange = client.send(&server.request_for(row.code).unwrap()).await.unwrap();
        let report = exchange.to_string();
        assert!(report.contains(&format!("{} {} (", row.code, row.message)), "{report}");
        assert!(row.description.iter().all(|text| report.contains(&format!("\n    {text}\n"))), "{report}");

        let attempt = &exchange.attempts[0];
        seen.push(*attempt.interim.first().unwrap_or(&attempt.status));
        answers.push(attempt.status);
    }
    assert_eq!(seen.len(), 42);
    assert_eq!(seen.iter().map(|status| status.code()).collect::<Vec<_>>(), codes(&rows));
    assert!(seen.iter().all(|status| status.listed().is_some()));
    assert_eq!(server.log().iter().map(|entry| entry.status).collect::<Vec<_>>(), answers);
}

fn codes(rows: &[page::Row]) -> Vec<u16> {
    rows.iter().map(|row| row.code).collect()
}

#[tokio::test]
async fn an_undocumented_status_is_kept() {
    let (server, client) = (Server::start().await.unwrap(), client());
    let documented = codes(&page::rows());
    for (code, class, report) in [
        (207, Some(Class::Success), "207 (success, not documented)"),
        (299, Some(Class::Success), "299 (success, not documented)"),
        (308, Some(Class::Redirection), "308 (redirection, not documented)"),
        (418, Some(Class::ClientError), "418 (client error, not documented)"),
        (451, Some(Class::ClientError), "451 (client error, not documented)"),
        (599, Some(Class::ServerError), "599 (server error, not documented)"),
        (600, None, "600 (not an HTTP status, not documented)"),
        (999, None, "999 (not an HTTP status, not documented)"),
    ] {
        assert!(!documented.contains(&code));
        let exchange = client.send(&server.request_for(code).unwrap()).await.unwrap();
        let status = exchange.attempts[0].status;
        assert_eq!((status.code(), status.listed(), status.class()), (code, None, class));
        assert!(exchange.to_string().starts_with(report), "{exchange}");
        assert_eq!(server.log().last().unwrap().status, status);
    }
}

#[tokio::test]
async fn what_cannot_be_a_final_answer_is_refused() {
    let (server, client) = (Server::start().await.unwrap(), client());
    for asked in ["0", "99", "100", "103", "199", "1000", "65536", "-1", "+404", "teapot"] {
        let exchange = client.send(&get(server.uri(&format!("/status/{asked}")))).await.unwrap();
        assert_eq!(exchange.attempts[0].status.code(), 400, "{asked}");
        assert!(exchange.attempts[0].interim.is_empty(), "{asked}");
    }
}

#[tokio::test]
async fn the_description_is_the_content_where_content_is_allowed() {
    let (server, client) = (Server::start().await.unwrap(), client());
    for row in page::rows().iter().filter(|row| row.code >= 200) {
        let uri = server.uri(&format!("/status/{}", row.code));
        let content = client.send(&get(uri.clone())).await.unwrap().response.into_body();
        match row.code {
            204 | 205 | 304 => assert!(content.is_empty(), "{row:?}"),
            _ => assert_eq!(content, row.description.join("\n\n"), "{row:?}"),
        }

        let head = Request::head(uri).body(Bytes::new()).unwrap();
        let exchange = client.send(&head).await.unwrap();
        assert_eq!(exchange.attempts[0].status, Status::new(row.code));
        assert!(exchange.response.body().is_empty(), "{row:?}");
        assert_eq!(server.log().last().unwrap().method, Method::HEAD);
    }
}

#[tokio::test]
async fn a_request_without_a_route_is_answered_with_a_documented_status() {
    let (server, client) = (Server::start().await.unwrap(), client());
    for (request, status) in [
        (get(server.uri("/")), StatusCode::NotFound),
        (get(server.uri("/upload")), StatusCode::MethodNotAllowed),
        (get(server.uri("/switch")), StatusCode::BadRequest),
    ] {
        assert!(client.send(&request).await.unwrap().attempts[0].status == status, "{request:?}");
    }
}
