//! The body of a request, which may be held back until the server sends 100.

use crate::Status;
use bytes::Bytes;
use dli_status::StatusCode;
use http_body_util::Full;
use hyper::body::{Body, Frame, SizeHint};
use std::error::Error;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::timeout;

/// The longest time that a body is held back: a server that does not support 100 is waiting for the body.
const MAX_WAIT: Duration = Duration::from_secs(1);

/// A body that may be held back until the server asks for it.
pub(crate) struct HeldBody {
    wanted: Option<Pin<Box<dyn Future<Output = bool> + Send>>>,
    content: Full<Bytes>,
}

impl HeldBody {
    /// A body that is sent at once.
    pub(crate) fn immediate(content: Bytes) -> Self {
        Self { wanted: None, content: Full::new(content) }
    }

    /// A body that is sent when 100 is among the interim statuses, or after a while without it. It is not sent if the
    /// exchange ends before.
    pub(crate) fn until_continue(content: Bytes, mut interim: watch::Receiver<Vec<Status>>) -> Self {
        let wanted = async move {
            let asked_for = interim.wait_for(|seen| seen.iter().any(|status| *status == StatusCode::Continue));
            !matches!(timeout(MAX_WAIT, asked_for).await, Ok(Err(_ended)))
        };
        Self { wanted: Some(Box::pin(wanted)), content: Full::new(content) }
    }
}

impl Body for HeldBody {
    type Data = Bytes;
    type Error = Unwanted;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Unwanted>>> {
        if let Some(wanted) = &mut self.wanted {
            if !ready!(wanted.as_mut().poll(context)) {
                return Poll::Ready(Some(Err(Unwanted)));
            }
            self.wanted = None;
        }
        Pin::new(&mut self.content).poll_frame(context).map_err(|never| match never {})
    }

    fn is_end_stream(&self) -> bool {
        self.content.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.content.size_hint()
    }
}

/// Ends the connection, since the server might mistake the next request for this body.
#[derive(Debug)]
pub(crate) struct Unwanted;

impl fmt::Display for Unwanted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the server answered without asking for the body of the request")
    }
}

impl Error for Unwanted {}
