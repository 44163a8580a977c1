//! Text: paragraphs and literal blocks, and the choice between what a line of text may begin.

use std::borrow::Cow;

use crate::block::parser::Parser;
use crate::block::scope::Scope;
use crate::block::tree::Block;
use crate::pattern::is_rule;
use crate::source::region::Indent;
use crate::white_space::is_space;

impl<'p> Parser<'p> {
    /// A line that is nothing but text: the next line decides what it is.
    pub(super) fn text_block(&mut self, scope: &mut Scope<'p>) {
        let next = scope.line + 1;
        if scope.region.is_blank(next) {
            return self.paragraph(scope, next);
        }
        if scope.region.is_indented(next) {
            return self.definition_list(scope);
        }
        if is_rule(scope.region.text(next)) && self.underline(scope) {
            return;
        }
        let end = (next..scope.region.end())
            .find(|&line| scope.region.is_blank(line) || scope.region.is_indented(line))
            .unwrap_or(scope.region.end());
        self.paragraph(scope, end);
    }

    /// The lines up to `end` are a paragraph, and if it ends in `::`, a literal block follows.
    fn paragraph(&mut self, scope: &mut Scope<'p>, end: usize) {
        let start = std::mem::replace(&mut scope.line, end);
        let (keep, literal) = literal_mark(scope.region.text(end - 1).trim_end_matches(is_space), end == start + 1);
        if let Some(cut) = keep {
            let source = shortened(scope.region.joined(start..end), cut);
            let text = self.text_at(&scope.region, start, 0, source);
            scope.push(Block::Paragraph(text));
        }
        let unexpected = end < scope.region.end() && !scope.region.is_blank(end);
        scope.warn_unless(!unexpected);
        if literal {
            literal_block(scope);
        }
    }

    pub(super) fn doctest(&mut self, scope: &mut Scope<'p>) {
        let start = scope.line;
        let end = (start..scope.region.end()).find(|&line| scope.region.is_blank(line)).unwrap_or(scope.region.end());
        scope.line = end;
        scope.push(Block::Literal(scope.region.joined(start..end)));
    }
}

fn literal_block(scope: &mut Scope<'_>) {
    let reach = scope.region.reach(scope.line, Indent::Unknown, false);
    let lines = scope.region.indented_text(scope.line, reach, None).trimmed();
    if lines.is_empty() {
        return quoted_literal_block(scope);
    }
    scope.line = reach.end;
    scope.push(Block::Literal(lines.source()));
    scope.warn_unless(reach.blank_finish);
}

/// A literal block whose lines all begin with the same punctuation character instead of an indent.
fn quoted_literal_block(scope: &mut Scope<'_>) {
    scope.skip_blank_lines();
    let (region, start) = (&scope.region, scope.line);
    let Some(quote) = region.text(start).chars().next().filter(char::is_ascii_punctuation) else {
        return scope.warn();
    };
    let end = (start..region.end()).find(|&line| !region.text(line).starts_with(quote)).unwrap_or(region.end());
    scope.line = end;
    scope.push(Block::Literal(scope.region.joined(start..end)));
    scope.warn_unless(scope.region.is_blank(end));
}

/// How many bytes to take off the end of a paragraph whose last line this is, if anything remains; and whether it
/// announces a literal block.
fn literal_mark(line: &str, only: bool) -> (Option<usize>, bool) {
    let Some(before) = line.strip_suffix("::") else { return (Some(0), false) };
    let backslashes = before.len() - before.trim_end_matches('\\').len();
    if backslashes % 2 == 1 {
        return (Some(0), false);
    }
    if before.is_empty() && only {
        return (None, true);
    }
    let alone = before.is_empty() || before.ends_with(' ');
    (Some(if alone { 3 } else { 1 }), true)
}

/// Takes white space off the end of a text, then `cut` bytes, and then white space again unless `cut` is 1.
fn shortened(text: Cow<'_, str>, cut: usize) -> Cow<'_, str> {
    let data = text.trim_end_matches(is_space);
    let kept = data.get(..data.len() - cut).expect("what is cut off are colons and the white space before them");
    let keep = if cut == 1 { kept.len() } else { kept.trim_end_matches(is_space).len() };
    match text {
        Cow::Owned(mut text) => {
            text.truncate(keep);
            Cow::Owned(text)
        }
        Cow::Borrowed(text) => Cow::Borrowed(text.get(..keep).expect("white space and colons are characters")),
    }
}
