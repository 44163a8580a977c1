//! Standard output and standard error: styles are always written, the streams take them out where they do not belong.

use anstream::AutoStream;
use anstyle::{AnsiColor, Style};
use std::fmt::{Arguments, Display};
use std::io::{self, BufWriter, IsTerminal as _, Write as _};

pub(crate) const STRONG: Style = Style::new().bold();
pub(crate) const FAINT: Style = Style::new().dimmed();
pub(crate) const ERROR: Style = AnsiColor::Red.on_default().bold();
pub(crate) const WARNING: Style = AnsiColor::Yellow.on_default().bold();

/// Columns of a line when nobody says how wide it may be.
const DEFAULT_WIDTH: usize = 80;

/// Takes a terminal to an empty line in place of the current one.
const CLEAR_LINE: &str = "\r\u{1b}[K";

/// Where a command writes: results to standard output, everything else to standard error.
pub(crate) struct Output {
    out: BufWriter<AutoStream<io::Stdout>>,
    err: AutoStream<io::Stderr>,
    /// Whether standard error shows how far the work is.
    shows_progress: bool,
}

impl Output {
    pub(crate) fn new() -> Self {
        Self { out: BufWriter::new(anstream::stdout()), err: anstream::stderr(), shows_progress: false }
    }

    pub(crate) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)
    }

    /// For `write!` and `writeln!`.
    pub(crate) fn write_fmt(&mut self, text: Arguments<'_>) -> io::Result<()> {
        self.out.write_fmt(text)
    }

    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    /// Shows on a terminal how many pages of all have been read.
    pub(crate) fn progress(&mut self, done: usize, all: usize) {
        if io::stderr().is_terminal() && self.flush().is_ok() {
            let _ = write!(self.err, "{CLEAR_LINE}{done} of {all} pages");
            let _ = self.err.flush();
            self.shows_progress = true;
        }
    }

    pub(crate) fn clear_progress(&mut self) {
        if std::mem::take(&mut self.shows_progress) {
            let _ = write!(self.err, "{CLEAR_LINE}");
            let _ = self.err.flush();
        }
    }

    /// `error: …` on standard error, after all results up to now.
    pub(crate) fn error(&mut self, text: &dyn Display) {
        self.note(format_args!("{ERROR}error{ERROR:#}: {text}"));
    }

    /// A line on standard error, after all results up to now.
    pub(crate) fn note(&mut self, text: Arguments<'_>) {
        // Without a reader there is nobody to tell.
        let _ = self.out.flush().and_then(|()| writeln!(self.err, "{text}"));
    }
}

/// Columns of a line: as asked, else `COLUMNS`, else those of the terminal.
pub(crate) fn width(asked: Option<usize>) -> usize {
    let columns = || std::env::var("COLUMNS").ok()?.parse().ok().filter(|&width| width > 0);
    let terminal = || if io::stdout().is_terminal() { textwrap::termwidth() } else { DEFAULT_WIDTH };
    asked.or_else(columns).unwrap_or_else(terminal)
}
