//! The server: one route for each way in which a status travels, and a log of what was answered.
//!
//! | route | answer |
//! |---|---|
//! | `/status/{code}` | this status, with its documented description as the body |
//! | `/upload` | 201 and the body that it was sent; 100 before that, if the request expects it |
//! | `/switch` | 101, and from then on each byte is sent back |
//!
//! 101 is a final answer as any other: the server says no more in HTTP on this connection. The other statuses of 1xx
//! announce a final answer. hyper sends 100 by itself, when a handler begins to read a body whose client waits for that,
//! and has no way to send the rest.
//!
//! Some statuses should come with a field, as 401 with `WWW-Authenticate`. These fields are left out.

use crate::{Error, Status};
use axum::Router;
use axum::extract::{Path, Query, Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, post};
use bytes::Bytes;
use dli_status::StatusCode;
use http::header::{CONNECTION, DATE, EXPECT, RETRY_AFTER, UPGRADE};
use http::{HeaderMap, HeaderValue, Method, Uri};
use hyper_util::rt::TokioIo;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// The protocol that `/switch` switches to.
const ECHO: HeaderValue = HeaderValue::from_static("echo");

/// A server on the loopback address, as long as this value lives.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    log: Log,
    task: JoinHandle<()>,
}

impl Server {
    /// Starts at any free port.
    ///
    /// # Errors
    ///
    /// If there is none.
    pub async fn start() -> Result<Self, Error> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let log = Log::default();
        let router = router(log.clone());
        let task = tokio::spawn(async move {
            // It ends with the task alone: errors of connections do not end it.
            let _ = axum::serve(listener, router).await;
        });
        Ok(Self { address, log, task })
    }

    /// The URI of a path of this server.
    #[must_use]
    pub fn uri(&self, path: &str) -> String {
        format!("http://{}/{}", self.address, path.trim_start_matches('/'))
    }

    /// A request that makes the server send this status.
    ///
    /// # Errors
    ///
    /// If there is no such request.
    pub fn request_for(&self, code: u16) -> Result<http::Request<Bytes>, http::Error> {
        match code {
            100 => http::Request::post(self.uri("/upload")).header(EXPECT, "100-continue").body("a page".into()),
            101 => http::Request::get(self.uri("/switch"))
                .header(CONNECTION, "upgrade")
                .header(UPGRADE, ECHO)
                .body(Bytes::new()),
            _ => http::Request::get(self.uri(&format!("/status/{code}"))).body(Bytes::new()),
        }
    }

    /// What has been answered so far. Interim responses are not in it, since no handler sends them.
    #[must_use]
    pub fn log(&self) -> Vec<Entry> {
        self.log.with(|entries| entries.clone())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// One request and its final answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The method of the request.
    pub method: Method,
    /// The path of the request, with its query.
    pub uri: Uri,
    /// The status of the answer.
    pub status: Status,
}

#[derive(Debug, Clone, Default)]
struct Log(Arc<Mutex<Vec<Entry>>>);

impl Log {
    fn with<T>(&self, look: impl FnOnce(&mut Vec<Entry>) -> T) -> T {
        look(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn requests_of(&self, uri: &Uri) -> usize {
        self.with(|entries| entries.iter().filter(|entry| entry.uri == *uri).count())
    }
}

fn router(log: Log) -> Router {
    Router::new()
        .route("/status/{code}", any(status))
        .route("/upload", post(upload))
        .route("/switch", get(switch))
        .layer(from_fn_with_state(log.clone(), record))
        .with_state(log)
}

async fn record(State(log): State<Log>, request: Request, next: Next) -> Response {
    let (method, uri) = (request.method().clone(), request.uri().clone());
    let response = next.run(request).await;
    let status = response.status().into();
    log.with(|entries| entries.push(Entry { method, uri, status }));
    response
}

/// How a status is answered, from the query.
#[derive(Debug, serde::Deserialize)]
struct Manner {
    /// After so many requests the server has recovered and answers 200.
    failures: Option<usize>,
    /// The seconds until the client may come back.
    retry_after: Option<u64>,
    /// Whether these are told as a date.
    #[serde(default)]
    date: bool,
}

async fn status(
    State(log): State<Log>,
    Path(asked): Path<Status>,
    Query(manner): Query<Manner>,
    uri: Uri,
) -> impl IntoResponse {
    if manner.failures.is_some_and(|failures| log.requests_of(&uri) >= failures) {
        return final_answer(StatusCode::Success.into()).into_response();
    }
    (retry_after(&manner), final_answer(asked)).into_response()
}

/// 400, if no final answer can have this status.
fn final_answer(asked: Status) -> impl IntoResponse {
    match http::StatusCode::try_from(asked) {
        Ok(status) if !status.is_informational() => (status, content(asked)),
        _ => (StatusCode::BadRequest.into(), content(StatusCode::BadRequest.into())),
    }
}

/// The description, but where HTTP allows no content.
fn content(status: Status) -> &'static str {
    match status.listed() {
        None | Some(StatusCode::NoContent | StatusCode::ResetContent | StatusCode::NotModified) => "",
        Some(status) => status.description(),
    }
}

/// The field in either of its forms. A date says little without the time at which it was told, so that comes with it.
fn retry_after(manner: &Manner) -> HeaderMap {
    let Some(seconds) = manner.retry_after else { return HeaderMap::new() };
    if !manner.date {
        return HeaderMap::from_iter([(RETRY_AFTER, seconds.into())]);
    }
    let now = SystemTime::now();
    let later = now.checked_add(Duration::from_secs(seconds)).unwrap_or(now);
    let dates = [(DATE, now), (RETRY_AFTER, later)];
    dates.into_iter().filter_map(|(name, time)| Some((name, httpdate::fmt_http_date(time).parse().ok()?))).collect()
}

/// To take the body is to ask for it: a client that waits is told 100 now.
async fn upload(body: Bytes) -> impl IntoResponse {
    (http::StatusCode::from(StatusCode::Created), body)
}

async fn switch(mut request: Request) -> impl IntoResponse {
    if request.headers().get(UPGRADE) != Some(&ECHO) {
        return final_answer(StatusCode::BadRequest.into()).into_response();
    }
    let upgrade = hyper::upgrade::on(&mut request);
    tokio::spawn(async move {
        if let Ok(connection) = upgrade.await {
            let (mut read, mut write) = tokio::io::split(TokioIo::new(connection));
            // Nobody is left to tell of an error.
            let _ = tokio::io::copy(&mut read, &mut write).await;
        }
    });
    let fields = [(CONNECTION, HeaderValue::from_static("upgrade")), (UPGRADE, ECHO)];
    (http::StatusCode::from(StatusCode::SwitchingProtocols), fields).into_response()
}
