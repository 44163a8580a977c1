//! The client: it sends a request, repeats it where that is useful, and records each status.

use crate::body::HeldBody;
use crate::{Retry, Status};
use backon::{BackoffBuilder as _, ExponentialBuilder};
use bytes::Bytes;
use http::header::EXPECT;
use http::{Request, Response};
use http_body_util::BodyExt as _;
use hyper_util::client::legacy;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::sleep;

/// There is no answer: the connection failed, or what came over it is not HTTP.
pub type Error = Box<dyn std::error::Error + Send + Sync>;

/// When a client sends a request again, and how often.
#[derive(Debug, Clone)]
pub struct Policy {
    /// The client's own pauses, one per repetition.
    pub backoff: ExponentialBuilder,
    /// The longest pause. If a server asks for more, the client gives up, since an earlier request would be useless.
    pub patience: Duration,
}

/// Up to three repetitions, within three seconds unless a server asks for more.
impl Default for Policy {
    fn default() -> Self {
        let backoff = ExponentialBuilder::new().with_min_delay(Duration::from_millis(200)).with_jitter();
        Self { backoff, patience: Duration::from_secs(60) }
    }
}

/// An HTTP client that follows the documentation of the statuses.
#[derive(Debug, Clone)]
pub struct Client {
    http: legacy::Client<HttpConnector, HeldBody>,
    policy: Policy,
}

/// A request's attempts and its last answer.
#[derive(Debug)]
pub struct Exchange {
    /// One per time that the request was sent, in order.
    pub attempts: Vec<Attempt>,
    /// The last answer.
    pub response: Response<Bytes>,
}

/// One sending of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// The statuses before the answer, all of them 1xx.
    pub interim: Vec<Status>,
    /// The status of the answer.
    pub status: Status,
    /// Whether the request may be sent again.
    pub retry: Retry,
    /// The pause before the request was sent again, if it was.
    pub pause: Option<Duration>,
}

impl Client {
    /// A client without connections.
    #[must_use]
    pub fn new(policy: Policy) -> Self {
        Self { http: legacy::Client::builder(TokioExecutor::new()).build_http(), policy }
    }

    /// Sends a request, and repeats it as long as the answers and the policy allow.
    ///
    /// The body of a request with `Expect: 100-continue` is held back until the server asks for it.
    ///
    /// # Errors
    ///
    /// If there is no answer. An answer with any status is not an error.
    pub async fn send(&self, request: &Request<Bytes>) -> Result<Exchange, Error> {
        let mut backoff = self.policy.backoff.build();
        let mut attempts = Vec::new();
        loop {
            let (interim, response) = self.send_once(request).await?;
            let status = Status::from(response.status());
            let retry = Retry::of(request.method(), status, response.headers());
            let pause =
                backoff.next().and_then(|pause| retry.pause(pause)).filter(|pause| *pause <= self.policy.patience);
            attempts.push(Attempt { interim, status, retry, pause });
            match pause {
                Some(pause) => sleep(pause).await,
                None => return Ok(Exchange { attempts, response }),
            }
        }
    }

    /// The interim statuses and the answer.
    async fn send_once(&self, request: &Request<Bytes>) -> Result<(Vec<Status>, Response<Bytes>), Error> {
        let (interim, seen) = watch::channel(Vec::new());
        let interim = Arc::new(interim);
        let mut request = request.clone().map(|content| match request.headers().get(EXPECT) {
            Some(expected) if expected == "100-continue" => HeldBody::until_continue(content, seen),
            _ => HeldBody::immediate(content),
        });
        let informed = Arc::clone(&interim);
        hyper::ext::on_informational(&mut request, move |response| {
            informed.send_modify(|seen| seen.push(response.status().into()));
        });
        let (head, body) = self.http.request(request).await?.into_parts();
        let body = body.collect().await?.to_bytes();
        Ok((interim.borrow().clone(), Response::from_parts(head, body)))
    }
}
