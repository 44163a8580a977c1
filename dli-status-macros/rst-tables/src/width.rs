//! How many columns a character takes, as docutils counts them under Python 3.11.

mod tables;

/// Takes two columns: East Asian Wide or Fullwidth.
pub fn is_wide(c: char) -> bool {
    !c.is_ascii() && holds(tables::WIDE, c)
}

/// Takes no column: its canonical combining class is not 0.
pub fn is_combining(c: char) -> bool {
    !c.is_ascii() && holds(tables::COMBINING, c)
}

/// Whether one of the sorted `ranges` holds `c`.
pub(crate) fn holds(ranges: &[(u32, u32)], c: char) -> bool {
    let code = u32::from(c);
    let at = ranges.partition_point(|&(_, last)| last < code);
    ranges.get(at).is_some_and(|&(first, _)| first <= code)
}

#[cfg(test)]
mod tests {
    use super::{is_combining, is_wide};

    #[test]
    fn wide_characters() {
        for wide in ['\u{1100}', '中', '、', 'Ａ', '😀', '\u{20000}'] {
            assert!(is_wide(wide), "{wide:?}");
        }
        for narrow in ['a', '\0', 'é', '…', 'ｱ', '\u{200B}'] {
            assert!(!is_wide(narrow), "{narrow:?}");
        }
    }

    #[test]
    fn what_python_does_not_know_is_wide() {
        assert!(is_wide('\u{378}'));
        assert!(is_wide('\u{1FAE8}'), "a newer emoji");
    }

    #[test]
    fn combining_characters() {
        assert!(is_combining('\u{301}') && is_combining('\u{3099}'));
        for base in ['a', '\u{20DD}', '\u{200D}', '\u{FE0F}'] {
            assert!(!is_combining(base), "{base:?}");
        }
    }

    #[test]
    fn tables_are_sorted() {
        for table in [super::tables::WIDE, super::tables::COMBINING] {
            assert!(table.iter().all(|(first, last)| first <= last));
            assert!(table.windows(2).all(|pair| pair[0].1 < pair[1].0));
        }
    }
}
