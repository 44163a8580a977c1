//! Width, fill, alignment and precision for a text that is written in parts.

use core::fmt::{Alignment, Arguments, Formatter, Result, Write};

/// [`Formatter::pad`] for a text that is not a `&str`. The text is written once to count its characters, and again to show
/// them, so nothing is allocated.
pub(crate) fn pad(f: &mut Formatter<'_>, text: Arguments<'_>) -> Result {
    if f.width().is_none() && f.precision().is_none() {
        return f.write_fmt(text);
    }
    let limit = f.precision().unwrap_or(usize::MAX);
    let mut counted = Counted { limit, count: 0 };
    counted.write_fmt(text)?;
    let missing = f.width().unwrap_or(0).saturating_sub(counted.count);
    let before = match f.align() {
        Some(Alignment::Right) => missing,
        Some(Alignment::Center) => missing / 2,
        Some(Alignment::Left) | None => 0,
    };
    fill(f, before)?;
    Truncated { f, left: limit }.write_fmt(text)?;
    fill(f, missing - before)
}

fn fill(f: &mut Formatter<'_>, count: usize) -> Result {
    let fill = f.fill();
    (0..count).try_for_each(|_| f.write_char(fill))
}

/// Counts characters up to a limit.
struct Counted {
    limit: usize,
    count: usize,
}

impl Write for Counted {
    fn write_str(&mut self, text: &str) -> Result {
        self.count += text.chars().take(self.limit - self.count).count();
        Ok(())
    }
}

/// Passes on characters up to a limit.
struct Truncated<'f, 'w> {
    f: &'f mut Formatter<'w>,
    left: usize,
}

impl Write for Truncated<'_, '_> {
    fn write_str(&mut self, text: &str) -> Result {
        let end = text.char_indices().nth(self.left).map_or(text.len(), |(end, _)| end);
        let shown = text.split_at_checked(end).map_or(text, |(shown, _)| shown);
        self.left -= shown.chars().count();
        self.f.write_str(shown)
    }
}
