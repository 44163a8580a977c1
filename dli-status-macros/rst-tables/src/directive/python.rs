//! Python's ways with numbers and strings, as far as docutils' messages show them.

use super::check::Wrong;
use crate::white_space::is_space;

/// How much of a string Python shows that is no number.
const MOST_SHOWN: usize = 200;

/// A string as Python shows it: in single quotes unless only double ones need no escape.
pub(crate) fn quoted(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\\' => out.push_str("\\\\"),
            _ if c == quote => out.extend(['\\', c]),
            '\0'..='\x1f' | '\x7f'..='\u{a0}' | '\u{ad}' => out.push_str(&format!("\\x{:02x}", u32::from(c))),
            _ if is_hidden(c) && u32::from(c) < 0x1_0000 => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            _ if is_hidden(c) => out.push_str(&format!("\\U{:08x}", u32::from(c))),
            _ => out.push(c),
        }
    }
    out.push(quote);
    out
}

/// What Python shows by its number: white space, and what formats or is not assigned (the common ones of these).
fn is_hidden(c: char) -> bool {
    (c != ' ' && c.is_whitespace())
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
            | '\u{e000}'..='\u{f8ff}' | '\u{fff9}'..='\u{fffb}' | '\u{f0000}'..)
}

/// A number as Python reads it: white space around it, a sign, single underscores between digits.
pub(crate) fn integer(text: &str) -> Result<i64, Wrong> {
    let wrong = || {
        let shown: String = quoted(text).chars().take(MOST_SHOWN).collect();
        Wrong(format!("invalid literal for int() with base 10: {shown}"))
    };
    let trimmed = text.trim_matches(is_space);
    let digits = trimmed.strip_prefix(['+', '-']).unwrap_or(trimmed);
    let proper = !digits.is_empty()
        && digits.split('_').all(|group| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit()));
    if !proper {
        return Err(wrong());
    }
    // A number too large to be kept is as good as any other large one.
    let value = digits.replace('_', "").parse().unwrap_or(i64::MAX);
    Ok(if trimmed.starts_with('-') { -value } else { value })
}
