//! Text that Markdown shows as it is.
//!
//! Whatever could mean something to the Markdown of rustdoc (CommonMark with tables, footnotes, strikethrough, task
//! lists and smart punctuation) gets a backslash, and so does what rustdoc's lints would mistake for a link.

use std::borrow::Cow;

use crate::source::blanks::is_printable;
use crate::white_space::is_space;

/// Appends `text` to the line `out`, so that it shows as it is and is not markup.
pub(super) fn push_text(out: &mut String, mut text: &str) {
    loop {
        let plain = text.bytes().position(|byte| !is_plain(byte)).unwrap_or(text.len());
        let (run, rest) = text.split_at(plain);
        out.push_str(run);
        let mut chars = rest.chars();
        let Some(original) = chars.next() else { return };
        text = chars.as_str();
        let Some(c) = shown(original) else { continue };
        if c.is_ascii_punctuation() && needs_backslash(out, c, text) {
            out.push('\\');
        }
        out.push(c);
    }
}

/// Whether a byte is a character that shows as it is wherever it is. Most text has few others.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b',' | b';' | b'/' | b'(' | b'?' | b'%' | b'@')
}

fn needs_backslash(line: &str, c: char, rest: &str) -> bool {
    match c {
        // Headings, lists, and the rules below headings and table heads.
        '#' | '+' | '-' | '=' | ':' if line.is_empty() => true,
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '"' | '\'' => true,
        // Two hyphens make a dash, three dots an ellipsis.
        '-' => line.ends_with('-'),
        '.' => line.ends_with('.') || is_number(line),
        ')' => is_number(line),
        // An image, if a link comes next.
        '!' => rest.is_empty(),
        // A link in rustdoc's eyes.
        ':' => rest.starts_with("//"),
        _ => false,
    }
}

/// A number at the beginning of a line would begin a list.
fn is_number(line: &str) -> bool {
    !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit())
}

/// What shows in place of a character: control characters are made visible, those that turn the direction of the
/// text around them go, and every break is a blank.
pub(super) fn shown(c: char) -> Option<char> {
    match c {
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => None,
        '\u{2028}' | '\u{2029}' => Some(' '),
        _ if !c.is_control() => Some(c),
        _ if is_space(c) => Some(' '),
        _ => Some(char::REPLACEMENT_CHARACTER),
    }
}

/// The text that shows, without escapes.
pub(super) fn shown_text(text: &str) -> Cow<'_, str> {
    if is_ascii_text(text) || text.chars().all(|c| shown(c) == Some(c)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter_map(shown).collect())
}

/// Whether a text has only printable ASCII characters, which all show as they are.
fn is_ascii_text(text: &str) -> bool {
    is_printable(text) && !text.contains('\x7F')
}

/// Appends a code span.
pub(super) fn push_code(out: &mut String, code: &str) {
    let code = shown_text(code);
    let fence = "`".repeat(free_run(&code));
    let is_spaced = code.starts_with(' ') && code.ends_with(' ') && !code.trim_matches(' ').is_empty();
    let pad = if is_spaced || code.starts_with('`') || code.ends_with('`') { " " } else { "" };
    out.extend([&fence, pad, &code, pad, &fence]);
}

/// The length of the shortest run of backquotes that the code does not hold.
fn free_run(code: &str) -> usize {
    let mut runs: Vec<_> = code.split(|c| c != '`').map(str::len).filter(|&length| length > 0).collect();
    runs.sort_unstable();
    runs.dedup();
    runs.iter().zip(1..).find(|&(&run, free)| run != free).map_or(runs.len() + 1, |(_, free)| free)
}

/// A fence for code that no line of it can end.
pub(super) fn fence(code: &str) -> String {
    let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    "`".repeat(longest.max(2) + 1)
}

/// Appends the destination of a link.
pub(super) fn push_destination(out: &mut String, url: &str) {
    out.push('<');
    for c in url.chars() {
        match c {
            '&' => out.push_str("\\&"),
            '<' | '>' | '\\' | '`' => percent(out, c),
            _ if is_space(c) || shown(c) != Some(c) => percent(out, c),
            _ => out.push(c),
        }
    }
    out.push('>');
}

fn percent(out: &mut String, c: char) {
    for byte in c.encode_utf8(&mut [0; 4]).bytes() {
        out.push_str(&format!("%{byte:02X}"));
    }
}
