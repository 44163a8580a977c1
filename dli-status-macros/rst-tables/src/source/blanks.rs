//! Blanks, of which a padded table mostly consists. They are skipped many at a time: macros usually run unoptimised, but
//! comparing slices is always fast.

const RUN: &str = "                                                                ";

/// The text without the blanks at its end.
pub(crate) fn trim_end(mut text: &str) -> &str {
    while let Some(rest) = text.strip_suffix(RUN) {
        text = rest;
    }
    for run in [RUN.len() / 4, RUN.len() / 16] {
        while let Some(rest) = RUN.get(..run).and_then(|run| text.strip_suffix(run)) {
            text = rest;
        }
    }
    while let Some(rest) = text.strip_suffix(' ') {
        text = rest;
    }
    text
}

/// How many blanks a text begins with.
pub(crate) fn leading(text: &str) -> usize {
    let mut rest = text;
    while let Some(behind) = rest.strip_prefix(RUN) {
        rest = behind;
    }
    while let Some(behind) = rest.strip_prefix(' ') {
        rest = behind;
    }
    text.len() - rest.len()
}

/// Whether a line holds nothing but printable ASCII characters. Looks at many at once.
pub(crate) fn is_printable(line: &str) -> bool {
    const ONES: u128 = u128::MAX / 0xff;
    let (chunks, rest) = line.as_bytes().as_chunks::<16>();
    let mut odd = 0;
    for chunk in chunks {
        let bytes = u128::from_ne_bytes(*chunk);
        // The high bit is set in bytes that are not ASCII, and by the subtraction in those below a blank.
        odd |= bytes | bytes.wrapping_sub(ONES * 0x20);
    }
    odd & (ONES * 0x80) == 0 && rest.iter().all(|byte| (b' '..0x80).contains(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_characters_are_seen_anywhere() {
        for length in 0..70 {
            let line = "-".repeat(length);
            assert!(is_printable(&line));
            for index in 0..length {
                for odd in ["\t", "\x1f", "\0", "\u{e9}"] {
                    let mut line = line.clone();
                    line.replace_range(index..=index, odd);
                    assert!(!is_printable(&line), "{line:?}");
                }
            }
        }
    }

    #[test]
    fn runs_of_any_length_go() {
        for blanks in 0..200 {
            let blanks = " ".repeat(blanks);
            assert_eq!(trim_end(&format!("{blanks}a b{blanks}")), format!("{blanks}a b"));
            assert_eq!(leading(&format!("{blanks}a ")), blanks.len());
        }
    }
}
