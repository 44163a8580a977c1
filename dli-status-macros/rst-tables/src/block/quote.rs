//! Block quotes: indented lines that continue nothing, with an attribution (`-- Somebody`) or without.

use std::borrow::Cow;

use crate::block::frame::{Close, Frame, Kid, Node};
use crate::block::parser::Parser;
use crate::block::tree::Block;
use crate::source::region::{Indent, Region};

/// What follows the content of a quote.
pub(crate) struct Quote<'p> {
    /// Its lines, cut behind the dash.
    attribution: Option<Region<'p>>,
    /// The lines behind the attribution, which are the next quote.
    rest: Option<Region<'p>>,
}

impl<'p> Parser<'p> {
    pub(crate) fn block_quote(&mut self, frame: &mut Frame<'p>) {
        let reach = frame.region.reach(frame.at, Indent::Unknown, false);
        let inner = frame.region.inner(frame.at, reach, None);
        frame.at = reach.end;
        self.quotes(frame, inner);
        self.message_unless(frame, reach.blank_finish);
    }

    /// The quotes that some lines make, each but the last one ended by an attribution.
    pub(crate) fn quotes(&mut self, frame: &mut Frame<'p>, region: Region<'p>) {
        self.kid(frame, Kid::Other);
        let quote = self.quote(region);
        self.nest(quote);
    }

    fn quote(&mut self, region: Region<'p>) -> Frame<'p> {
        self.enter(Block::BlockQuote);
        let (content, quote) = split(region);
        Frame::new(content, Node::Body, Close::Quote(Box::new(quote)))
    }

    pub(crate) fn end_quote(&mut self, quote: Quote<'p>) {
        if let Some(attribution) = quote.attribution {
            self.inline(Block::Attribution, || {
                let text = attribution.joined(attribution.first(), attribution.end());
                match text {
                    Cow::Borrowed(text) => Cow::Borrowed(text.trim_end()),
                    Cow::Owned(text) => Cow::Owned(text.trim_end().to_owned()),
                }
            });
        }
        self.leave();
        if let Some(rest) = quote.rest.map(Region::without_blank_start).filter(|rest| !rest.is_empty()) {
            if let Some(outer) = self.outer() {
                outer.kids.add(Kid::Other);
            }
            let next = self.quote(rest);
            self.nest(next);
        }
    }
}

/// Splits the first attribution off.
fn split(region: Region<'_>) -> (Region<'_>, Quote<'_>) {
    let mut at = region.next_text(region.first() + 1);
    while at < region.end() {
        if region.is_blank(at - 1)
            && let Some((dash, end, indent)) = attribution(&region, at)
        {
            let attribution = region.shifted(at, end, indent, dash);
            let rest = region.clone().from(end);
            let content = region.until(at);
            return (content, Quote { attribution: Some(attribution), rest: Some(rest) });
        }
        at = region.next_text(at + 1);
    }
    (region, Quote { attribution: None, rest: None })
}

/// The length of the dash that begins an attribution, the line behind it, and the indent of its other lines, which
/// must be the same.
fn attribution(region: &Region<'_>, at: usize) -> Option<(usize, usize, usize)> {
    let dash = dash(region.text(at))?;
    let end = (at + 1..region.end()).find(|&at| region.is_blank(at)).unwrap_or(region.end());
    let indent = if end > at + 1 { region.indent(at + 1) } else { 0 };
    let even = (at + 1..end).all(|at| region.indent(at) == indent);
    even.then_some((dash, end, indent))
}

/// The bytes of `--`, `---` or an em dash with the blanks behind it; text must follow.
fn dash(line: &str) -> Option<usize> {
    let rest = line
        .strip_prefix("---")
        .filter(|rest| !rest.starts_with('-'))
        .or_else(|| line.strip_prefix("--").filter(|rest| !rest.starts_with('-')))
        .or_else(|| line.strip_prefix('\u{2014}'))?;
    let text = rest.trim_start_matches(' ');
    (!text.is_empty()).then(|| line.len() - text.len())
}
