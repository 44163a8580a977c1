//! The server: one route per way of sending a status, and a log of its answers.
//!
//! | route | answer |
//! |---|---|
//! | `/status/{code}` | this status, with its documented description as the body |
//! | `/upload` | 201 and the body of the request; 100 before that, if the request expects it |
//! | `/switch` | 101, and from then on an echo of each byte |
//!
//! 101 is a final answer: the connection leaves HTTP after it. The other 1xx statuses precede a final answer. hyper sends
//! 100 by itself when a handler starts to read a body that the client holds back, and has no way to send the others.
//!
//! Fields that some statuses require, such as `WWW-Authenticate` for 401, are left out.

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

/// A server on the loopback address. It stops when it is dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    log: Log,
    task: JoinHandle<()>,
}

impl Server {
    /// Starts a server on any free port.
    ///
    /// # Errors
    ///
    /// If there is no free port.
    pub async fn start() -> Result<Self, Error> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let log = Log::default();
        let router = router(log.clone());
        let task = tokio::spawn(async move {
            // Ends with the task only: errors of connections do not end it.
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
    /// If the request cannot be built.
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

    /// The answers so far, without interim responses, which no handler sends.
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

/// The query of `/status`: how the answer is given.
#[derive(Debug, serde::Deserialize)]
struct Options {
    /// The number of requests after which the server has recovered and answers 200.
    failures: Option<usize>,
    /// The value of `Retry-After`, in seconds.
    retry_after: Option<u64>,
    /// Whether `Retry-After` is a date.
    #[serde(default)]
    date: bool,
}

async fn status(
    State(log): State<Log>,
    Path(asked): Path<Status>,
    Query(options): Query<Options>,
    uri: Uri,
) -> impl IntoResponse {
    if options.failures.is_some_and(|failures| log.requests_of(&uri) >= failures) {
        return final_answer(StatusCode::Success.into()).into_response();
    }
    (retry_after(&options), final_answer(asked)).into_response()
}

/// An answer with this status, or 400 if no final answer can have it.
fn final_answer(asked: Status) -> impl IntoResponse {
    match http::StatusCode::try_from(asked) {
        Ok(status) if !status.is_informational() => (status, content(asked)),
        _ => (http_status(StatusCode::BadRequest), content(StatusCode::BadRequest.into())),
    }
}

/// A row of the page as the status of an answer; 500 if HTTP has no such status.
fn http_status(row: StatusCode) -> http::StatusCode {
    http::StatusCode::try_from(row).unwrap_or(http::StatusCode::INTERNAL_SERVER_ERROR)
}

/// The description, or nothing where HTTP allows no content.
fn content(status: Status) -> &'static str {
    match status.listed() {
        None | Some(StatusCode::NoContent | StatusCode::ResetContent | StatusCode::NotModified) => "",
        Some(status) => status.description(),
    }
}

/// `Retry-After` in either form. A date comes with the `Date` that it is relative to.
fn retry_after(options: &Options) -> HeaderMap {
    let Some(seconds) = options.retry_after else { return HeaderMap::new() };
    if !options.date {
        return HeaderMap::from_iter([(RETRY_AFTER, seconds.into())]);
    }
    let now = SystemTime::now();
    let later = now.checked_add(Duration::from_secs(seconds)).unwrap_or(now);
    let dates = [(DATE, now), (RETRY_AFTER, later)];
    dates.into_iter().filter_map(|(name, time)| Some((name, httpdate::fmt_http_date(time).parse().ok()?))).collect()
}

/// Reading the body asks for it: if the client holds it back, hyper sends 100 now.
async fn upload(body: Bytes) -> impl IntoResponse {
    (http_status(StatusCode::Created), body)
}

async fn switch(mut request: Request) -> impl IntoResponse {
    if request.headers().get(UPGRADE) != Some(&ECHO) {
        return final_answer(StatusCode::BadRequest.into()).into_response();
    }
    let upgrade = hyper::upgrade::on(&mut request);
    tokio::spawn(async move {
        if let Ok(connection) = upgrade.await {
            let (mut read, mut write) = tokio::io::split(TokioIo::new(connection));
            // There is nobody to report an error to.
            let _ = tokio::io::copy(&mut read, &mut write).await;
        }
    });
    let fields = [(CONNECTION, HeaderValue::from_static("upgrade")), (UPGRADE, ECHO)];
    (http_status(StatusCode::SwitchingProtocols), fields).into_response()
}
