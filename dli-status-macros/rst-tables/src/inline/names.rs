//! Simple names (letters and digits joined by single `-._+:`) and the constructs that consist of one: `name_`,
//! `[label]_` and `:role:`. Only their last character tells them from plain text, so they are read backwards.

use super::chars::{is_joint, is_word, may_precede_start};

/// The character before `at`.
pub(super) fn before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// The character at `at`.
pub(super) fn after(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// Whether a start-string may stand at `at`, in text that is read from `base` on.
pub(super) fn may_start(text: &str, base: usize, at: usize) -> bool {
    at == base || before(text, at).is_some_and(may_precede_start)
}

/// Where the simple name that begins at `from` ends, if one does.
pub(crate) fn name_end(text: &str, from: usize) -> Option<usize> {
    let mut chars = text.get(from..)?.char_indices().peekable();
    let mut end = None;
    while let Some((at, c)) = chars.next() {
        if is_word(c) {
            end = Some(from + at + c.len_utf8());
        } else if end.is_none() || !is_joint(c) || !chars.peek().is_some_and(|&(_, next)| is_word(next)) {
            break;
        }
    }
    end
}

/// The words of the simple name that ends at `end` and lies behind `base`: where each begins, the last one first.
fn words_before(text: &str, base: usize, end: usize) -> impl Iterator<Item = usize> {
    let mut at = end;
    std::iter::from_fn(move || {
        if at < end {
            // Between words: a joint, with a word before it.
            let joint = before(text, at).filter(|&c| is_joint(c))?;
            at = at.checked_sub(joint.len_utf8()).filter(|&at| at >= base)?;
        }
        let word = text.get(base..at)?;
        let start = base + word.trim_end_matches(is_word).len();
        (start < at).then(|| {
            at = start;
            start
        })
    })
}

/// Where the reference name that ends at `end` begins: with the first word that may begin markup.
pub(super) fn reference_start(text: &str, base: usize, end: usize) -> Option<usize> {
    words_before(text, base, end).filter(|&start| may_start(text, base, start)).last()
}

/// Where the name of a role begins whose closing colon is at `end`; the colon before it begins the markup.
pub(super) fn role_start(text: &str, base: usize, end: usize) -> Option<usize> {
    words_before(text, base, end)
        .filter(|&name| {
            let colon = name.checked_sub(1).filter(|&colon| colon >= base);
            colon.is_some_and(|colon| after(text, colon) == Some(':') && may_start(text, base, colon))
        })
        .last()
}

/// A footnote or citation reference whose closing bracket is at `end`: where its label begins.
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
