//! Simple names (letters and digits joined by single `-._+:`) and the constructs that consist of one: `name_`,
//! `[label]_` and `:role:`. Only their last character tells them from plain text, so they are read backwards.

use super::chars::{is_joint, is_word, may_precede_start};

/// The character before a byte.
pub(super) fn before(text: &str, index: usize) -> Option<char> {
    text.get(..index)?.chars().next_back()
}

/// The character that begins at a byte.
pub(super) fn after(text: &str, index: usize) -> Option<char> {
    text.get(index..)?.chars().next()
}

/// Whether a start-string may begin at a byte of text that is read from `base` on.
pub(super) fn may_start(text: &str, base: usize, index: usize) -> bool {
    index == base || before(text, index).is_some_and(may_precede_start)
}

/// The end of the simple name that begins at `start`, if one does.
pub(crate) fn name_end(text: &str, start: usize) -> Option<usize> {
    let mut chars = text.get(start..)?.char_indices().peekable();
    let mut end = None;
    while let Some((offset, c)) = chars.next() {
        if is_word(c) {
            end = Some(start + offset + c.len_utf8());
        } else if end.is_none() || !is_joint(c) || !chars.peek().is_some_and(|&(_, next)| is_word(next)) {
            break;
        }
    }
    end
}

/// The words of the simple name that ends at `end` and begins at `base` or later: the start of each, the last one first.
fn words_before(text: &str, base: usize, end: usize) -> impl Iterator<Item = usize> {
    let mut last = end;
    std::iter::from_fn(move || {
        let word_end = if last == end {
            end
        } else {
            // Between words: a joint, with a word before it.
            let joint = before(text, last).filter(|&c| is_joint(c))?;
            last.checked_sub(joint.len_utf8()).filter(|&word_end| word_end >= base)?
        };
        let word = text.get(base..word_end)?;
        let start = base + word.trim_end_matches(is_word).len();
        (start < word_end).then(|| {
            last = start;
            start
        })
    })
}

/// The start of the reference name that ends at `end`: the first word that may begin markup.
pub(super) fn reference_start(text: &str, base: usize, end: usize) -> Option<usize> {
    words_before(text, base, end).filter(|&start| may_start(text, base, start)).last()
}

/// The start of the role's name whose closing colon is at `end`; the colon before it begins the markup.
pub(super) fn role_start(text: &str, base: usize, end: usize) -> Option<usize> {
    words_before(text, base, end)
        .filter(|&name| {
            let colon = name.checked_sub(1).filter(|&colon| colon >= base);
            colon.is_some_and(|colon| after(text, colon) == Some(':') && may_start(text, base, colon))
        })
        .last()
}

/// The start of the label of a footnote or citation reference whose closing bracket is at `end`.
pub(super) fn label_start(text: &str, base: usize, end: usize) -> Option<usize> {
    let label = words_before(text, base, end).last().unwrap_or(end);
    let label = match text.get(base..label)?.chars().next_back()? {
        '#' => label - 1,
        '*' if label == end => label - 1,
        _ => label,
    };
    let bracket = label.checked_sub(1).filter(|&bracket| bracket >= base)?;
    let opens = label < end && after(text, bracket) == Some('[') && may_start(text, base, bracket);
    opens.then_some(label)
}
