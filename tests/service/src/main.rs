//! `cargo run` has a server send every documented status and some that are not, and prints how a client handles them.
//! `cargo run -- 404 '/status/503?failures=2&retry_after=1'` asks for these only.

use bytes::Bytes;
use dli_status::StatusCode;
use dli_status_service::{Client, Error, Policy, Server};
use http::Request;

/// Not on the page: some of each class that can be a final answer, and one without a class.
const UNDOCUMENTED: [u16; 6] = [299, 308, 418, 451, 599, 999];

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let server = Server::start().await?;
    let client = Client::new(Policy::default());
    for request in requests(&server, std::env::args().skip(1))? {
        println!("{} {}", request.method(), request.uri().path_and_query().map_or("/", |path| path.as_str()));
        println!("{}", client.send(&request).await?);
    }
    Ok(())
}

/// One request per argument, which is a status or a path of the server; without arguments, one per status of the page and
/// some others.
fn requests(server: &Server, arguments: impl Iterator<Item = String>) -> Result<Vec<Request<Bytes>>, Error> {
    let request = |argument: String| match argument.parse() {
        Ok(code) => Ok(server.request_for(code)?),
        Err(_) => Ok(Request::get(server.uri(&argument)).body(Bytes::new())?),
    };
    let requests = arguments.map(request).collect::<Result<Vec<_>, Error>>()?;
    if !requests.is_empty() {
        return Ok(requests);
    }
    let codes = StatusCode::ALL.iter().map(|status| status.code()).chain(UNDOCUMENTED);
    Ok(codes.map(|code| server.request_for(code)).collect::<Result<_, _>>()?)
}
