//! Blocks written out: as plain text, and as Markdown.

pub(crate) mod markdown;
pub(crate) mod plain;

use crate::white_space::is_space;

/// A text with `prefix` before its first line, which loses its trailing white space, and its other lines indented by
/// `indent`.
fn hang(prefix: &str, text: &str, indent: usize) -> String {
    let mut lines = text.split('\n');
    let first = format!("{prefix}{}", lines.next().expect("a text has a line"));
    let mut out = first.trim_end_matches(is_space).to_owned();
    for line in lines {
        out.push('\n');
        if !line.is_empty() {
            out.extend(std::iter::repeat_n(' ', indent));
            out.push_str(line);
        }
    }
    out
}
