//! Hyperlink targets: `.. _name:` and what it points to.

use crate::inline::{escape, normal_name};
use crate::white_space::is_space;

/// A target's name and what follows it, escapes marked.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Target {
    name: Option<String>,
    reference: String,
}

impl Target {
    /// The target's name, unless it is anonymous.
    pub(crate) fn name(&self) -> Option<String> {
        self.name.as_ref().map(|name| normal_name(&escape::resolve(name)))
    }

    /// The address it leads to, unless it leads to a place on the page.
    pub(crate) fn address(&self) -> Option<String> {
        let address = escape::address(&self.reference);
        let refers = self.reference.trim_end().ends_with('_');
        (!address.is_empty() && !refers).then_some(address)
    }

    /// The name by which the target labels what follows it; none if it points elsewhere.
    pub(crate) fn label(&self) -> Option<String> {
        let elsewhere = self.reference.contains("\0 ") || !self.reference.chars().all(is_space);
        if elsewhere { None } else { self.name() }
    }
}

/// Reads the lines of a target after its `.. _`.
pub(crate) fn parse<'l>(lines: impl Iterator<Item = &'l str>) -> Option<Target> {
    let mut escaped = String::new();
    let mut lines = lines.map(escape::mark);
    while let Some(line) = lines.next() {
        // Only the last characters can read differently now that more follow them.
        let from = escaped.len().saturating_sub(8);
        escaped.push_str(&line);
        if let Some((name, end)) = name(&escaped, from) {
            let name = name.map(str::to_owned);
            let mut reference = escaped.get(end..).expect("a target's mark is within its line").to_owned();
            for line in lines {
                reference.push(' ');
                reference.push_str(&line);
            }
            return Some(Target { name, reference });
        }
    }
    None
}

/// The name and the end of its mark. Names that end before `from` have been tried.
fn name(text: &str, from: usize) -> Option<(Option<&str>, usize)> {
    if let Some(rest) = text.strip_prefix('_') {
        return mark_end(text, text.len() - rest.len()).map(|end| (None, end));
    }
    let quoted = text.starts_with('`');
    let start = usize::from(quoted);
    let rest = text.get(start..)?;
    if rest.starts_with([' ', '`']) {
        return None;
    }
    let from = (from.max(start)..text.len()).find(|&index| text.is_char_boundary(index))?;
    text.get(from..)?.char_indices().map(|(offset, c)| from + offset + c.len_utf8()).find_map(|end| {
        let name = text.get(start..end)?;
        if name.ends_with(is_space_or_escape) {
            return None;
        }
        let end = if quoted { text.get(end..)?.starts_with('`').then_some(end + 1)? } else { end };
        mark_end(text, end).map(|mark| (Some(name), mark))
    })
}

/// The end of the colon and the blanks after a name that ends at `name_end`.
fn mark_end(text: &str, name_end: usize) -> Option<usize> {
    let before = text.get(..name_end)?;
    if before.ends_with(is_space_or_escape) || (before.ends_with(':') && !before.ends_with("\0:")) {
        return None;
    }
    let rest = text.get(name_end..)?;
    let rest = rest.strip_prefix(' ').filter(|rest| rest.starts_with(':')).unwrap_or(rest).strip_prefix(':')?;
    let end = rest.trim_start_matches(' ');
    (rest.is_empty() || end.len() < rest.len()).then(|| text.len() - end.len())
}

fn is_space_or_escape(c: char) -> bool {
    c == '\0' || is_space(c)
}
