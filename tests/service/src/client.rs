//! The client: it sends a request, again if it may, and keeps each status on the way.

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

/// No answer: there is no connection, or what came over it is not HTTP.
pub type Error = Box<dyn std::error::Error + Send + Sync>;

/// How often and when a client sends a request again.
#[derive(Debug, Clone)]
pub struct Policy {
    /// The client's own pauses, one for each time that it may send a request again.
    pub backoff: ExponentialBuilder,
    /// The longest pause that it makes. It gives up when a server asks for more: to come earlier would be of no use.
    pub patience: Duration,
}

/// Up to three times, within three seconds unless a server asks for more.
impl Default for Policy {
    fn default() -> Self {
        let backoff = ExponentialBuilder::new().with_min_delay(Duration::from_millis(200)).with_jitter();
        Self { backoff, patience: Duration::from_secs(60) }
    }
}

/// An HTTP client that goes by the documentation of the statuses.
#[derive(Debug, Clone)]
pub struct Client {
    http: legacy::Client<HttpConnector, HeldBody>,
    policy: Policy,
}

/// All that came of a request.
#[derive(Debug)]
pub struct Exchange {
    /// One for each time that the request was sent.
    pub attempts: Vec<Attempt>,
    /// The last answer.
    pub response: Response<Bytes>,
}

/// A request that was sent once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// The statuses that came before the answer.
    pub interim: Vec<Status>,
    /// The status of the answer.
    pub status: Status,
    /// What may become of the request.
    pub retry: Retry,
    /// The pause before the request was sent again, if it was.
    pub pause: Option<Duration>,
}

impl Client {
    /// A client that has no connections yet.
    #[must_use]
    pub fn new(policy: Policy) -> Self {
        Self { http: legacy::Client::builder(TokioExecutor::new()).build_http(), policy }
    }

    /// Sends a request, and sends it again as long as the answers and the policy let it.
    ///
    /// The body of a request with `Expect: 100-continue` is not sent before the server asks for it.
    ///
    /// # Errors
    ///
    /// If there is no answer. Any status is one.
    pub async fn send(&self, request: &Request<Bytes>) -> Result<Exchange, Error> {
        let mut own_pauses = self.policy.backoff.build();
        let mut attempts = Vec::new();
        loop {
            let (interim, response) = self.send_once(request).await?;
            let status = Status::from(response.status());
            let retry = Retry::of(request.method(), status, response.headers());
            let pause =
                own_pauses.next().and_then(|own| retry.pause(own)).filter(|pause| *pause <= self.policy.patience);
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
            _ => HeldBody::free(content),
        });
        let told = Arc::clone(&interim);
        hyper::ext::on_informational(&mut request, move |response| {
            told.send_modify(|seen| seen.push(response.status().into()));
        });
        let (head, body) = self.http.request(request).await?.into_parts();
        let body = body.collect().await?.to_bytes();
        Ok((interim.borrow().clone(), Response::from_parts(head, body)))
    }
}
