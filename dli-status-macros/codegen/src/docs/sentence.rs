//! The first sentence of a text.

/// A text up to the end of its first sentence, or of its first line.
pub(super) fn first_sentence(text: &str) -> &str {
    let line = text.lines().next().unwrap_or("");
    let mut ends =
        line.match_indices(['.', '!', '?', '。', '！', '？']).map(|(offset, mark)| line.split_at(offset + mark.len()));
    ends.find(|(sentence, rest)| is_over(sentence, rest)).map_or(line, |(sentence, _)| sentence)
}

/// Whether another sentence begins after a blank; `e.g.` ends none.
fn is_over(sentence: &str, rest: &str) -> bool {
    if sentence.ends_with(['。', '！', '？']) {
        return true;
    }
    let begins = |c: char| c.is_alphabetic() && !c.is_lowercase();
    let another_begins = rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(begins));
    // Only the last word is searched: the sentence may be a million dots.
    another_begins && sentence.rsplit(' ').next().is_some_and(|word| word.matches('.').count() < 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_where_another_begins() {
        for (text, sentence) in [
            ("One. Two.", "One."),
            ("One? Two.", "One?"),
            ("Only one", "Only one"),
            ("One, e.g. Two, in version 1.2 of it. Three.", "One, e.g. Two, in version 1.2 of it."),
            ("See page.html for more. It is long.", "See page.html for more."),
            ("Wait ... and repeat.", "Wait ... and repeat."),
            ("No. 5 of ten.", "No. 5 of ten."),
            ("A line\n\nAnother. Line.", "A line"),
            ("没有订单。请重试。", "没有订单。"),
            ("Нет заказа. Повторите.", "Нет заказа."),
            ("", ""),
        ] {
            assert_eq!(first_sentence(text), sentence);
        }
        let dots = ".".repeat(1_000_000);
        assert_eq!(first_sentence(&dots), dots);
    }
}
