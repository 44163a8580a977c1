//! Interim responses and the switch of protocols, including those of servers that hyper cannot imitate.

use bytes::Bytes;
use dli_status::StatusCode;
use dli_status_service::{Client, Error, Exchange, Policy, Retry, Server, Status};
use http::Request;
use http::header::EXPECT;
use hyper_util::rt::TokioIo;
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio::time::timeout;

const BODY: &str = "an order";

use Step::{ReadBody, Send};

/// What a server does after the head of its only request.
enum Step {
    Send(&'static str),
    ReadBody,
}

/// A server that follows a script. Its task returns what it received after the head once the client closes the
/// connection.
async fn scripted(script: &'static [Step]) -> (String, JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let uri = format!("http://{}", listener.local_addr().unwrap());
    let received = tokio::spawn(async move {
        let (mut connection, _) = listener.accept().await.unwrap();
        read_head(&mut connection).await;
        let mut received = Vec::new();
        for step in script {
            match step {
                Send(text) => connection.write_all(text.as_bytes()).await.unwrap(),
                ReadBody => {
                    let mut body = [0; BODY.len()];
                    connection.read_exact(&mut body).await.unwrap();
                    received.extend(body);
                }
            }
        }
        connection.read_to_end(&mut received).await.unwrap();
        String::from_utf8(received).unwrap()
    });
    (uri, received)
}

/// What the server received. The client still exists, but has to close the connection.
async fn received_by(server: JoinHandle<String>) -> String {
    timeout(Duration::from_secs(10), server).await.expect("the connection is closed").unwrap()
}

/// Reads byte by byte, so that nothing of the body is consumed.
async fn read_head(connection: &mut TcpStream) {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(connection.read_u8().await.unwrap());
    }
}

fn client() -> Client {
    Client::new(Policy::default())
}

async fn post(client: &Client, uri: &str) -> Result<Exchange, Error> {
    client.send(&Request::post(uri).header(EXPECT, "100-continue").body(BODY.into()).unwrap()).await
}

fn statuses(exchange: &Exchange) -> Vec<u16> {
    let attempt = &exchange.attempts[0];
    attempt.interim.iter().chain([&attempt.status]).map(|status| status.code()).collect()
}

#[tokio::test]
async fn a_body_is_sent_after_100() {
    let server = Server::start().await.unwrap();
    let request = Request::post(server.uri("/upload")).header(EXPECT, "100-continue").body(BODY.into()).unwrap();
    let exchange = client().send(&request).await.unwrap();
    assert_eq!(exchange.attempts[0].interim, [Status::from(StatusCode::Continue)]);
    assert_eq!(exchange.attempts[0].status, Status::from(StatusCode::Created));
    assert_eq!(exchange.response.body(), BODY);
}

#[tokio::test]
async fn a_body_that_the_server_refuses_is_never_sent() {
    const REFUSED: &str = "HTTP/1.1 417 Expectation Failed\r\nContent-Length: 2\r\n\r\nNo";
    let client = client();
    let (uri, server) = scripted(&[Send(REFUSED)]).await;
    let exchange = post(&client, &uri).await.unwrap();
    assert_eq!(statuses(&exchange), [417]);
    assert_eq!(exchange.response.body(), "No");
    assert_eq!(received_by(server).await, "");
}

/// Other interim responses do not release the body.
#[tokio::test]
async fn only_100_asks_for_the_body() {
    let client = client();
    let (uri, server) = scripted(&[Send("HTTP/1.1 102 \r\n\r\nHTTP/1.1 403 \r\nContent-Length: 0\r\n\r\n")]).await;
    assert_eq!(statuses(&post(&client, &uri).await.unwrap()), [102, 403]);
    assert_eq!(received_by(server).await, "");
}

#[tokio::test(start_paused = true)]
async fn a_server_that_does_not_support_100_gets_the_body_after_a_while() {
    let (uri, received) = scripted(&[ReadBody, Send("HTTP/1.1 204 No Content\r\n\r\n")]).await;
    assert_eq!(statuses(&post(&client(), &uri).await.unwrap()), [204]);
    assert_eq!(received.await.unwrap(), BODY);
}

#[tokio::test]
async fn interim_responses_are_kept_whether_documented_or_not() {
    let script = &[
        Send("HTTP/1.1 100 Continue\r\n\r\n"),
        ReadBody,
        Send("HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n"),
        Send("HTTP/1.1 199 Nearly\r\n\r\n"),
        Send("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"),
    ];
    let (uri, received) = scripted(script).await;
    let exchange = post(&client(), &uri).await.unwrap();
    assert_eq!(statuses(&exchange), [100, 103, 199, 404]);
    assert_eq!(exchange.attempts[0].retry, Retry::AfterChange);
    let report = exchange.to_string();
    for headline in ["\n103 (informational, not documented)\n", "\n199 (informational, not documented)\n404 NotFound ("]
    {
        assert!(report.contains(headline), "{report}");
    }
    assert_eq!(received.await.unwrap(), BODY);
}

#[tokio::test]
async fn after_101_the_connection_speaks_another_protocol() {
    let server = Server::start().await.unwrap();
    let exchange = client().send(&server.request_for(101).unwrap()).await.unwrap();
    assert_eq!(statuses(&exchange), [101]);
    assert_eq!(exchange.response.headers().get("upgrade").unwrap(), "echo");

    let mut connection = TokioIo::new(hyper::upgrade::on(exchange.response).await.unwrap());
    for word in ["HTTP", "no more"] {
        connection.write_all(word.as_bytes()).await.unwrap();
        let mut echo = vec![0; word.len()];
        connection.read_exact(&mut echo).await.unwrap();
        assert_eq!(echo, word.as_bytes());
    }
}

#[tokio::test]
async fn a_status_that_is_not_three_digits_is_an_error() {
    for line in ["HTTP/1.1 42 Short\r\n\r\n", "HTTP/1.1 1000 Long\r\n\r\n", "HTTP/1.1 099 Low\r\n\r\n"] {
        let (uri, _) = scripted(vec![Send(line)].leak()).await;
        let request = Request::get(uri).body(Bytes::new()).unwrap();
        assert!(client().send(&request).await.is_err(), "{line}");
    }
}
