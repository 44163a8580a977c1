//! The options of a directive: `:name: value`.

use std::collections::HashMap;
use std::ops::Range;

use super::spec::Takes;
use crate::block::list::field_name;
use crate::block::text::Text;
use crate::context::Context;
use crate::error::{DirectiveError, Expected, OptionError, SpannedError};
use crate::inline::{self, DocutilsRoles, Piece, escape};
use crate::pattern;
use crate::render::plain::plain_text;
use crate::source::region::{Indent, Region};

/// Options in the order of the page.
#[derive(Debug, Default)]
pub(crate) struct Options<'p>(Vec<DirectiveOption<'p>>);

#[derive(Debug)]
struct DirectiveOption<'p> {
    /// In lower case.
    name: String,
    /// The bytes of the page that hold `:name:`.
    marker: Range<usize>,
    value: Option<Value<'p>>,
}

/// The value of an option, and its lines.
#[derive(Debug)]
struct Value<'p> {
    text: String,
    lines: Region<'p>,
}

impl<'p> Options<'p> {
    fn find(&self, name: &str) -> Option<&DirectiveOption<'p>> {
        self.0.iter().find(|option| option.name == name)
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// The value of an option; empty if it has none.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.find(name).map(|option| option.value.as_ref().map_or("", |value| value.text.as_str()))
    }

    /// The lines of an option's value, if it has one.
    pub(crate) fn lines(&self, name: &str) -> Option<&Region<'p>> {
        Some(&self.find(name)?.value.as_ref()?.lines)
    }

    /// The lines after the first of the last option's value.
    pub(super) fn last_lines(&self) -> Option<Region<'p>> {
        let lines = &self.0.last()?.value.as_ref()?.lines;
        Some(lines.clone().skip_to((lines.first() + 1).min(lines.end())))
    }

    /// The bytes of the page that hold the first line of an option's value, or the option if it has none.
    pub(crate) fn span(&self, name: &str) -> Option<Range<usize>> {
        self.find(name).map(DirectiveOption::span)
    }
}

impl DirectiveOption<'_> {
    fn check(&self, takes: &Takes) -> Result<(), SpannedError> {
        let known = match takes {
            Takes::Nothing => &[],
            Takes::Anything | Takes::Unchecked => return Ok(()),
            Takes::These(known) => *known,
        };
        let name = || self.name.as_str().into();
        let Some((_, expected)) = known.iter().find(|(known, _)| *known == self.name) else {
            let unknown = OptionError::Unknown { name: name(), known: known.iter().map(|(name, _)| *name).collect() };
            return Err(SpannedError::new(unknown, self.marker.clone()));
        };
        let value = self.value.as_ref().map(|value| value.text.as_str());
        let Some(expected) = expected.filter(|expected| !expected.accepts(value)) else { return Ok(()) };
        let error = SpannedError::new(OptionError::Value { name: name(), expected }, self.span());
        Err(self.too_many_lines(expected).unwrap_or(error))
    }

    /// The error of a value whose first line is all that was meant.
    fn too_many_lines(&self, expected: Expected) -> Option<SpannedError> {
        let lines = &self.value.as_ref()?.lines;
        let second = lines.next_text(lines.first() + 1);
        let is_meant = second < lines.end() && expected.accepts(Some(lines.text(lines.first())));
        is_meant.then(|| SpannedError::new(DirectiveError::BlankLineAfterOptions, lines.line_span(second)))
    }

    fn span(&self) -> Range<usize> {
        self.value.as_ref().map_or_else(|| self.marker.clone(), |value| value.lines.line_span(value.lines.first()))
    }
}

/// Reads the options in a region and checks them.
pub(super) fn read<'p>(region: &Region<'p>, takes: &Takes) -> Result<Options<'p>, SpannedError> {
    let options = fields(region)?;
    let mut seen = HashMap::new();
    for option in &options {
        option.check(takes)?;
        if let Some(first) = seen.insert(&option.name, &option.marker) {
            let duplicate = OptionError::Duplicate { name: option.name.as_str().into(), first: Range::clone(first) };
            return Err(SpannedError::new(duplicate, option.marker.clone()));
        }
    }
    Ok(Options(options))
}

/// The name of an option without markup, in lower case.
fn plain_name(name: &str) -> Result<String, OptionError> {
    let text = plain_text(&Text { source: name.into(), roles: 0, start: None }, &Context::default());
    // docutils puts its complaint about broken markup into the value, which makes the option as bad as this one.
    if text.split_whitespace().count() != 1 || has_broken_markup(name) {
        return Err(OptionError::Name);
    }
    Ok(text.to_lowercase())
}

/// Whether docutils complains about inline markup that does not end.
pub(crate) fn has_broken_markup(text: &str) -> bool {
    let mut broken = false;
    if !inline::is_plain(text) {
        inline::read(text, &DocutilsRoles, |_, piece| broken |= matches!(piece, Piece::Problem(_)));
    }
    broken
}

/// The fields of a region.
fn fields<'p>(region: &Region<'p>) -> Result<Vec<DirectiveOption<'p>>, SpannedError> {
    let mut fields = Vec::new();
    let mut line = region.first();
    while line < region.end() {
        let text = region.text(line);
        let Some(marker) = pattern::field(text) else {
            return Err(SpannedError::new(DirectiveError::BlankLineAfterOptions, region.line_span(line)));
        };
        let reach = region.reach(line, Indent::FirstKnown, false);
        let lines = region.indented_text(line, reach, Some(marker.bytes)).trimmed();
        let value = escape::resolve(&lines.source()).into_owned();
        let name = field_name(text, marker);
        let marker = region.place(line, 0)..region.place(line, name.end + 1);
        let name = plain_name(text.get(name).expect("a name is within its line"))
            .map_err(|error| SpannedError::new(error, marker.clone()))?;
        let value = (!lines.is_empty()).then_some(Value { text: value, lines });
        fields.push(DirectiveOption { name, marker, value });
        line = reach.end;
    }
    Ok(fields)
}
