//! What a line of a damaged grid table is.

/// What a line of a table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Border,
    HeadRule,
    Text,
}

/// Whether a line may be a border, damaged as it may be.
pub(crate) fn is_like_border(line: &str) -> bool {
    let mut chars = line.chars();
    let begins = match (chars.next(), chars.next()) {
        (Some('+' | '-' | '='), _) => true,
        (Some(_), Some('-' | '=' | '+')) => line.ends_with('+'),
        _ => false,
    };
    let (all, dashes) = (line.chars().count(), line.chars().filter(|c| matches!(c, '-' | '=' | '+')).count());
    begins && all >= 3 && dashes * 4 >= all * 3
}

/// What a line is: a head rule if it has more `=` than `-`.
pub(super) fn kind(line: &str) -> Kind {
    let count = |wanted: char| line.chars().filter(|&c| c == wanted).count();
    match is_like_border(line) {
        true if count('=') > count('-') => Kind::HeadRule,
        true => Kind::Border,
        false => Kind::Text,
    }
}
