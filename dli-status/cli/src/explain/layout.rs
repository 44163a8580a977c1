//! How rows look in a terminal.

use super::entry::{Entry, Place};
use super::search::Unlisted;
use crate::output::{FAINT, Output, STRONG};
use anstyle::{AnsiColor, Style};
use dli_status::Class;
use std::io;
use textwrap::core::display_width;
use textwrap::{Options, WordSplitter};

const INDENT: &str = "    ";

/// Spaces between two columns.
const GAP: usize = 2;

/// A message that has less room than this is on the line below its name.
const MIN_MESSAGE: usize = 16;

/// A row: its code and message, details, the description, and its place on the page.
pub(crate) fn entry(output: &mut Output, entry: &Entry, width: usize) -> io::Result<()> {
    let headline = style(entry.class).bold();
    for line in textwrap::wrap(&entry.headline(), wrapping(width)) {
        writeln!(output, "{headline}{line}{headline:#}")?;
    }
    details(output, &facts(entry), width)?;
    let indented = wrapping(width).initial_indent(INDENT).subsequent_indent(INDENT);
    for paragraph in entry.description.split("\n\n").filter(|paragraph| !paragraph.is_empty()) {
        writeln!(output, "\n{}", textwrap::fill(paragraph, &indented))?;
    }
    output.write(b"\n")?;
    for line in textwrap::wrap(&place(&entry.place), indented) {
        writeln!(output, "{FAINT}{line}{FAINT:#}")?;
    }
    Ok(())
}

/// Labels and texts; a row says only what it has to say.
fn facts(entry: &Entry) -> Vec<(&str, String)> {
    let mut facts = vec![("name", entry.name.clone())];
    facts.extend(entry.class.map(|class| ("class", class.to_string())));
    let shown = entry.details.iter().filter_map(|detail| detail.shown.as_ref());
    facts.extend(shown.map(|(label, text)| (label.as_str(), text.clone())));
    facts
}

fn details(output: &mut Output, facts: &[(&str, String)], width: usize) -> io::Result<()> {
    let labels = facts.iter().map(|(label, _)| display_width(label)).max().unwrap_or(0) + GAP;
    let indent = " ".repeat(INDENT.len() + labels);
    for (label, text) in facts {
        let lines = textwrap::wrap(text, wrapping(width.saturating_sub(indent.len())));
        let text = lines.join(&format!("\n{indent}"));
        writeln!(output, "{INDENT}{FAINT}{}{FAINT:#}{text}", padded(label, labels))?;
    }
    Ok(())
}

fn place(place: &Place) -> String {
    match place {
        Place::Row(row) => format!("row {row} of the status codes of the Data Lake Insight API"),
        Place::Line(page, line) => format!("{page}:{line}"),
    }
}

/// At spaces only: a header's name, such as `Content-Length`, is one word, and half a link is of no use.
fn wrapping(width: usize) -> Options<'static> {
    Options::new(width).word_splitter(WordSplitter::NoHyphenation).break_words(false)
}

/// All rows, a line per row and a paragraph per class.
pub(crate) fn listing(output: &mut Output, entries: &[Entry], width: usize) -> io::Result<()> {
    let columns = Columns::of(entries, width);
    columns.write_header(output)?;
    for entries in entries.chunk_by(|one, next| one.class == next.class) {
        if let Some(class) = entries.first().and_then(|entry| entry.class) {
            writeln!(output, "\n{STRONG}{class}{STRONG:#}")?;
        }
        for entry in entries {
            columns.write(output, entry)?;
        }
    }
    Ok(())
}

/// The widths of the columns: codes, names, and what is left for messages.
struct Columns {
    code: usize,
    name: usize,
    message: Message,
}

/// Where a row's message goes, and how much room it has.
#[derive(Clone, Copy)]
enum Message {
    Beside(usize),
    Below(usize),
}

impl Columns {
    fn of(entries: &[Entry], width: usize) -> Self {
        let widest = |text: fn(&Entry) -> String, header: &str| {
            entries.iter().map(|entry| display_width(&text(entry))).fold(display_width(header), usize::max)
        };
        let code = widest(Entry::code_text, "code") + GAP;
        let name = widest(|entry| entry.name.clone(), "name") + GAP;
        let left = width.saturating_sub(code + name);
        let below = Message::Below(width.saturating_sub(code));
        Self { code, name, message: if left >= MIN_MESSAGE { Message::Beside(left) } else { below } }
    }

    fn write_header(&self, output: &mut Output) -> io::Result<()> {
        let (code, name) = (padded("code", self.code), padded("name", self.name));
        let below = format!("{code}name\n{:width$}message", "", width = self.code);
        let line = if matches!(self.message, Message::Below(_)) { below } else { format!("{code}{name}message") };
        writeln!(output, "{FAINT}{line}{FAINT:#}")
    }

    fn write(&self, output: &mut Output, entry: &Entry) -> io::Result<()> {
        let style = style(entry.class);
        write!(output, "{style}{}{style:#}", padded(&entry.code_text(), self.code))?;
        let (name, indent) = match self.message {
            Message::Beside(_) => (padded(&entry.name, self.name), self.code + self.name),
            Message::Below(_) => (format!("{}\n{:code$}", entry.name, "", code = self.code), self.code),
        };
        let (Message::Beside(width) | Message::Below(width)) = self.message;
        let indent = format!("\n{:indent$}", "");
        let message = textwrap::wrap(&entry.message, wrapping(width)).join(&indent);
        writeln!(output, "{}", format!("{name}{message}").trim_end())
    }
}

/// With spaces after it, counted as a terminal shows them.
fn padded(text: &str, width: usize) -> String {
    text.to_owned() + &" ".repeat(width.saturating_sub(display_width(text)))
}

/// What is asked for and not listed, and what is near it.
pub(crate) fn unlisted(output: &mut Output, unlisted: &Unlisted<'_>) {
    let text = &unlisted.text;
    output.error(&match unlisted.near.as_slice() {
        [] => format!("{text:?} is not listed"),
        _ => format!("{text:?} is not listed; near it are"),
    });
    for entry in &unlisted.near {
        let style = style(entry.class);
        output.note(format_args!("{INDENT}{style}{}{style:#} {}", entry.code_text(), entry.message));
    }
}

/// A color per class.
fn style(class: Option<Class>) -> Style {
    match class {
        Some(Class::Informational) => AnsiColor::Cyan.on_default(),
        Some(Class::Success) => AnsiColor::Green.on_default(),
        Some(Class::Redirection) => AnsiColor::Blue.on_default(),
        Some(Class::ClientError) => AnsiColor::Yellow.on_default(),
        Some(Class::ServerError) => AnsiColor::Red.on_default(),
        None => Style::new(),
    }
}
