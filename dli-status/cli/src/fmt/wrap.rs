//! Text of a cell in fewer columns.

use super::columns::width;

/// The lines of a cell, of which those paragraphs are wrapped that have a line wider than this.
pub(crate) fn wrap(lines: &[String], limit: usize) -> Vec<String> {
    let mut wrapped = Vec::new();
    for block in lines.chunk_by(|line, next| !starts_block(line, next)) {
        match Paragraph::of(block) {
            Some(paragraph) if block.iter().any(|line| width(line) > limit) => wrapped.extend(paragraph.wrap(limit)),
            _ => wrapped.extend_from_slice(block),
        }
    }
    wrapped
}

/// The fewest columns in which the lines can be.
pub(crate) fn least(lines: &[String]) -> usize {
    wrap(lines, 1).iter().map(|line| width(line)).max().unwrap_or(0)
}

/// Whether a line is not of the paragraph or list item of the line before it.
fn starts_block(before: &str, line: &str) -> bool {
    before.is_empty() || line.is_empty() || bullet(line).is_some()
}

/// Words that follow each other, perhaps as the item of a bullet list.
struct Paragraph<'l> {
    /// `- `, or nothing.
    bullet: &'l str,
    words: Vec<&'l str>,
}

impl<'l> Paragraph<'l> {
    /// `None` for lines that are not all of one paragraph, or whose breaks mean something.
    fn of(block: &'l [String]) -> Option<Self> {
        let first = block.first().filter(|first| !first.is_empty())?;
        let bullet = bullet(first).unwrap_or_default();
        let hangs = |line: &String| line.len() - line.trim_start().len() == bullet.len();
        let is_text = |line: &str| line.starts_with(|c: char| c.is_alphanumeric() || "`*\\\"'(".contains(c));
        let text = first.get(bullet.len()..).filter(|text| is_text(text))?;
        if !block.iter().skip(1).all(hangs) {
            return None;
        }
        let rest = block.iter().skip(1).flat_map(|line| line.split_whitespace());
        Some(Self { bullet, words: text.split(' ').chain(rest).collect() })
    }

    fn wrap(&self, limit: usize) -> Vec<String> {
        let indent = " ".repeat(self.bullet.len());
        let mut lines: Vec<String> = Vec::new();
        let mut line = self.bullet.to_owned();
        for (index, word) in self.words.iter().enumerate() {
            let is_start = index == 0 || line == indent;
            if !is_start && width(&line) + 1 + width(word) > limit {
                lines.push(std::mem::replace(&mut line, indent.clone()));
            } else if !is_start {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
        lines
    }
}

/// The bullet of a list item, and the blank after it.
fn bullet(line: &str) -> Option<&str> {
    line.get(..2).filter(|bullet| matches!(*bullet, "- " | "* "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn wrapped(lines: &[&str], limit: usize, expected: &[&str]) {
        let lines: Vec<String> = lines.iter().map(|&line| line.to_owned()).collect();
        assert_eq!(wrap(&lines, limit), expected);
    }

    #[test]
    fn words_fill_lines() {
        wrapped(&["one two three"], 7, &["one two", "three"]);
        wrapped(&["one two", "three four five"], 10, &["one two", "three four", "five"]);
        wrapped(&["incomprehensibilities"], 4, &["incomprehensibilities"]);
        wrapped(&["表 表 表"], 5, &["表 表", "表"]);
    }

    #[test]
    fn paragraphs_stay_apart_and_short_ones_as_they_are() {
        wrapped(&["a", "b", "", "one two three"], 7, &["a", "b", "", "one two", "three"]);
    }

    #[test]
    fn list_items_hang() {
        wrapped(&["- one two", "- three", "  four five"], 9, &["- one two", "- three", "  four", "  five"]);
        wrapped(&["- one two"], 5, &["- one", "  two"]);
    }

    #[test]
    fn other_blocks_are_kept() {
        for block in [[".. note:: a b c", "   d"], ["| a b c d e", "| f"], ["a b c d e f", "   g"]] {
            wrapped(&block, 4, &block);
        }
    }
}
