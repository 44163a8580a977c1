//! The options of a directive: `:name: value`.

use super::check::Wrong;
use super::spec::Takes;
use crate::block::list::field_name;
use crate::block::tree::Step;
use crate::context::Context;
use crate::inline::{self, DocutilsRoles, Piece, escape};
use crate::pattern;
use crate::render::plain::plain;
use crate::source::region::{Indent, Region};

/// Options by name.
#[derive(Debug, Default)]
pub(crate) struct Options<'p>(Vec<(String, Option<Value<'p>>)>);

/// The value of an option, and its lines.
#[derive(Debug)]
struct Value<'p> {
    text: String,
    lines: Region<'p>,
}

impl<'p> Options<'p> {
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(found, _)| found == name)
    }

    /// The value of an option; empty if it has none.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(found, _)| found == name)
            .map(|(_, value)| value.as_ref().map_or("", |value| value.text.as_str()))
    }

    /// The lines of an option's value, if it has one.
    pub(crate) fn lines(&self, name: &str) -> Option<&Region<'p>> {
        self.0.iter().find(|(found, _)| found == name)?.1.as_ref().map(|value| &value.lines)
    }

    /// The value of an option that is a number; 0 without it.
    pub(crate) fn count(&self, name: &str) -> usize {
        self.get(name)
            .and_then(|value| super::python::integer(value).ok())
            .map_or(0, |value| usize::try_from(value).unwrap_or(0))
    }
}

/// Reads the options in a region and checks them.
pub(super) fn read<'p>(region: &Region<'p>, takes: &Takes) -> Result<Options<'p>, String> {
    let fields = fields(region)?;
    let mut named = Vec::with_capacity(fields.len());
    for (name, value) in fields {
        let broken = has_broken_markup(&name);
        let name = plain(&[Step::Inline(name.into())], &Context::default());
        if name.split_whitespace().count() != 1 {
            return Err("invalid option data: extension option field name may not contain multiple words".to_owned());
        }
        let name = name.to_lowercase();
        if broken {
            // docutils puts its complaint about the name into the value.
            return Err(format!(
                "invalid option data: extension option field body may contain\na single paragraph only (option \"{name}\")"
            ));
        }
        named.push((name, value));
    }
    let mut seen = std::collections::HashSet::new();
    for (name, value) in &named {
        let check = match takes {
            Takes::Nothing => None,
            Takes::Anything => Some(super::check::Check::Anything),
            Takes::These(known) => known.iter().find(|(known, _)| known == name).map(|&(_, check)| check),
        };
        let check = check.ok_or_else(|| format!("unknown option: \"{name}\""))?;
        if !seen.insert(name) {
            return Err(format!("invalid option data: duplicate option \"{name}\""));
        }
        let value = value.as_ref().map(|value| value.text.as_str());
        check.check(value).map_err(|Wrong(cause)| {
            let value = value.map_or_else(|| "None".to_owned(), super::python::quoted);
            format!("invalid option value: (option: \"{name}\"; value: {value})\n{cause}")
        })?;
    }
    Ok(Options(named))
}

/// Whether docutils complains about inline markup that does not end.
pub(crate) fn has_broken_markup(text: &str) -> bool {
    let mut broken = false;
    if !inline::is_plain(text) {
        inline::read(text, &DocutilsRoles, |_, piece| broken |= matches!(piece, Piece::Problem(_)));
    }
    broken
}

/// The fields of a region: names and values.
fn fields<'p>(region: &Region<'p>) -> Result<Vec<(String, Option<Value<'p>>)>, String> {
    let mut fields = Vec::new();
    let mut at = region.first();
    while at < region.end() {
        let line = region.text(at);
        let marker = pattern::field(line).ok_or("invalid option block")?;
        let reach = region.reach(at, Indent::FirstKnown, false);
        let body = region.inner(at, reach, Some(marker.bytes)).until_text();
        let text = escape::resolve(&body.joined(body.first(), body.end())).into_owned();
        let value = (!body.is_empty()).then_some(Value { text, lines: body });
        fields.push((line.get(field_name(line, marker)).unwrap_or_default().to_owned(), value));
        at = reach.end;
    }
    Ok(fields)
}
