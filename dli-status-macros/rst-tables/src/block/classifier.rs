//! The term of a definition list and its classifiers: `term : classifier`.

use std::ops::Range;

use crate::inline::{self, Piece, Role, Roles, is_plain};

/// Stands for the colons of a term while it is found out which of them are inside of markup.
const MARKS: std::ops::RangeInclusive<char> = '\u{f0000}'..='\u{ffffd}';

/// The term and its classifiers, as places in the line. Only a colon outside of markup separates.
pub(crate) fn parts(line: &str) -> Vec<Range<usize>> {
    let colons: Vec<_> = line.match_indices(" : ").map(|(at, _)| at + 1).collect();
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, separates) in colons.iter().zip(separating(line, &colons)) {
        if separates && *at > from {
            let before = line.get(from..*at).unwrap_or_default();
            parts.push(from..from + before.trim_end_matches(' ').len());
            let behind = line.get(at + 1..).unwrap_or_default();
            from = line.len() - behind.trim_start_matches(' ').len();
        }
    }
    parts.push(from..line.len());
    parts
}

/// For each colon, whether it is outside of markup.
fn separating(line: &str, colons: &[usize]) -> Vec<bool> {
    if colons.is_empty() || is_plain(line) {
        return vec![true; colons.len()];
    }
    let mut marked = String::with_capacity(line.len() + colons.len() * 3);
    let mut from = 0;
    for (&at, mark) in colons.iter().zip(MARKS) {
        marked.push_str(line.get(from..at).unwrap_or_default());
        marked.push(mark);
        from = at + 1;
    }
    marked.push_str(line.get(from..).unwrap_or_default());
    let mut separating = vec![false; colons.len()];
    inline::read(&marked, &AnyRole, |piece| {
        if let Piece::Text(text) = piece {
            for mark in text.chars().filter(|c| MARKS.contains(c)) {
                let at = u32::from(mark) - u32::from(*MARKS.start());
                if let Some(separates) = separating.get_mut(at as usize) {
                    *separates = true;
                }
            }
        }
    });
    separating
}

/// What a role shows does not matter here, as long as it is no text of its own.
pub(crate) struct AnyRole;

impl Roles for AnyRole {
    fn named(&self, _name: &str) -> Role {
        Role::Emphasis
    }

    fn default_role(&self) -> Role {
        Role::Emphasis
    }
}
