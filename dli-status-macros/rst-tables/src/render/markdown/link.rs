//! Links in Markdown: those that lead to the web or to a mailbox.

use super::escape::{push_destination, push_text};
use super::span::Span;
use crate::inline::links;

/// Whether a link may lead to the address: rustdoc must not take it for the path of an item.
pub(super) fn is_safe(url: &str) -> bool {
    let begins = |scheme: &str| url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    let is_web = ["http://", "https://"].into_iter().any(|scheme| begins(scheme) && url.len() > scheme.len());
    // Without a slash rustdoc looks closer: a dot ends its interest, a second `#` would be an error.
    is_web || (begins("mailto:") && url.contains('@') && url.contains('.') && !url.contains(['#', '`']))
}

/// Makes links of the addresses in the text.
pub(super) fn found(spans: Vec<Span>) -> Vec<Span> {
    let mut out = Vec::with_capacity(spans.len());
    for span in spans {
        match span {
            Span::Text(text) => split(&mut out, text),
            _ => out.push(span),
        }
    }
    out
}

fn split(out: &mut Vec<Span>, text: String) {
    let mut done = 0;
    for link in links(&text) {
        let Some(address) = text.get(link.clone()) else { continue };
        let url = if address.contains(':') { address.to_owned() } else { format!("mailto:{address}") };
        if !is_safe(&url) {
            continue;
        }
        push_rest(out, text.get(done..link.start));
        out.push(Span::Link { text: address.to_owned(), url });
        done = link.end;
    }
    push_rest(out, text.get(done..));
}

fn push_rest(out: &mut Vec<Span>, text: Option<&str>) {
    if let Some(text) = text.filter(|text| !text.is_empty()) {
        out.push(Span::Text(text.to_owned()));
    }
}

/// Appends a link, in the short form if it shows its own address.
pub(super) fn push(out: &mut String, text: &str, url: &str) {
    if text == url && url.starts_with("http") && url.bytes().all(is_verbatim) {
        out.extend(["<", url, ">"]);
        return;
    }
    out.push('[');
    push_text(out, text);
    out.push_str("](");
    push_destination(out, url);
    out.push(')');
}

/// Whether a character needs no escape in `<https://…>`, for any reader.
fn is_verbatim(byte: u8) -> bool {
    byte.is_ascii_graphic() && !matches!(byte, b'<' | b'>' | b'\\' | b'`' | b'&' | b'"')
}
