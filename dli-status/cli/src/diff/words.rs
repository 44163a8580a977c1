//! Which words of a text an edit changed.

use similar::{ChangeTag, TextDiff};

/// Words that stay around a change; what is further away is left out.
const CONTEXT: usize = 6;

/// A part of the old text, the new one, or both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    Kept(String),
    Removed(String),
    Added(String),
    /// Words of both that are far from any change.
    LeftOut,
}

/// The words of both texts in order.
pub(super) fn compare(old: &str, new: &str) -> Vec<Part> {
    let [old, new] = [old, new].map(|text| text.split_whitespace().collect::<Vec<_>>());
    let diff = TextDiff::from_slices(&old, &new);
    let mut runs: Vec<(ChangeTag, Vec<&str>)> = Vec::new();
    for change in diff.iter_all_changes() {
        match runs.last_mut() {
            Some((tag, words)) if *tag == change.tag() => words.push(change.value()),
            _ => runs.push((change.tag(), vec![change.value()])),
        }
    }
    let count = runs.len();
    runs.into_iter()
        .enumerate()
        .flat_map(|(index, (tag, words))| part(tag, &words, index == 0, index + 1 == count))
        .collect()
}

fn part(tag: ChangeTag, words: &[&str], is_first: bool, is_last: bool) -> Vec<Part> {
    match tag {
        ChangeTag::Delete => vec![Part::Removed(words.join(" "))],
        ChangeTag::Insert => vec![Part::Added(words.join(" "))],
        ChangeTag::Equal => {
            let (before, after) = (if is_first { 0 } else { CONTEXT }, if is_last { 0 } else { CONTEXT });
            if words.len() <= before + after + 1 {
                return vec![Part::Kept(words.join(" "))];
            }
            let (head, rest) = words.split_at_checked(before).unwrap_or((words, &[]));
            let tail = rest.get(rest.len() - after..).unwrap_or_default();
            let kept = |words: &[&str]| (!words.is_empty()).then(|| Part::Kept(words.join(" ")));
            kept(head).into_iter().chain([Part::LeftOut]).chain(kept(tail)).collect()
        }
    }
}

/// The parts as one text.
pub(super) fn join(parts: &[Part], show: impl Fn(&Part) -> String) -> String {
    if parts.iter().all(|part| matches!(part, Part::Kept(_) | Part::LeftOut)) {
        return "only white space".to_owned();
    }
    parts.iter().map(show).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(old: &str, new: &str) -> String {
        join(&compare(old, new), |part| match part {
            Part::Kept(text) => text.clone(),
            Part::Removed(text) => format!("-{text}-"),
            Part::Added(text) => format!("+{text}+"),
            Part::LeftOut => "…".to_owned(),
        })
    }

    #[test]
    fn words_are_compared_and_not_letters() {
        assert_eq!(shown("It cannot be found.", "It could not be found."), "It -cannot- +could not+ be found.");
        assert_eq!(shown("", "new"), "+new+");
        assert_eq!(shown("a  b\nc", "a b c"), "only white space");
    }

    #[test]
    fn far_words_are_left_out() {
        let far = "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15";
        assert_eq!(shown(&format!("x {far} z"), &format!("y {far} z")), "-x- +y+ 1 2 3 4 5 6 …");
        let both = shown(&format!("x {far} z"), &format!("y {far} w"));
        assert_eq!(both, "-x- +y+ 1 2 3 4 5 6 … 10 11 12 13 14 15 -z- +w+");
    }
}
