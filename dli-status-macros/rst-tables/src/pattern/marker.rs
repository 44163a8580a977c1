//! The marker at the beginning of a line: a bullet, an enumerator, `..` and the like.

/// How much of a line its marker takes, with the blanks after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Marker {
    pub(crate) bytes: usize,
    pub(crate) chars: usize,
}

impl Marker {
    /// A marker of `length` bytes, which a blank or the end of the line must follow.
    pub(crate) fn after(line: &str, length: usize) -> Option<Self> {
        let rest = line.get(length..)?;
        let blanks = rest.len() - rest.trim_start_matches(' ').len();
        let chars = line.get(..length)?.chars().count() + blanks;
        (blanks > 0 || rest.is_empty()).then_some(Self { bytes: length + blanks, chars })
    }

    pub(crate) fn of(line: &str, mark: &str) -> Option<Self> {
        if line.starts_with(mark) { Self::after(line, mark.len()) } else { None }
    }
}
