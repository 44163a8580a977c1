//! How rows look in a terminal. Colours are always written; the stream takes them out where they do not belong.

use anstyle::{AnsiColor, Style};
use dli_status::{Class, StatusCode, StatusTable as _};
use std::io::{self, Write};
use textwrap::core::display_width;
use textwrap::{Options, WordSplitter};

const INDENT: &str = "    ";
const STRONG: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();

/// One row: its code and message, what it is in short, the description, and where it stands.
pub(crate) fn row(out: &mut impl Write, row: StatusCode, width: usize) -> io::Result<()> {
    let headline = style(row).bold();
    writeln!(out, "{headline}{row}{headline:#}")?;
    for (key, value) in facts(row) {
        let indent = INDENT.len() + KEYS + GAP;
        let value = textwrap::wrap(&value, wrapping(width.saturating_sub(indent))).join(&format!("\n{:indent$}", ""));
        writeln!(out, "{INDENT}{FAINT}{}{FAINT:#}{value}", padded(key, KEYS + GAP))?;
    }
    let indented = wrapping(width).initial_indent(INDENT).subsequent_indent(INDENT);
    for paragraph in row.description().split("\n\n").filter(|paragraph| !paragraph.is_empty()) {
        writeln!(out, "\n{}", textwrap::fill(paragraph, &indented))?;
    }
    writeln!(out, "\n{INDENT}{FAINT}{}{FAINT:#}", row.place())
}

/// The longest key of a fact, `headers`.
const KEYS: usize = 7;

/// What a row says besides its texts, and only where it says something.
fn facts(row: StatusCode) -> Vec<(&'static str, String)> {
    let mut facts = vec![("name", row.name().to_owned())];
    facts.extend(row.class().map(|class| ("class", class.to_string())));
    if row.needs_change() {
        facts.push(("repeat", "not without changes to the request".to_owned()));
    }
    if row.may_repeat() {
        facts.push(("repeat", "the same request may be sent again".to_owned()));
    }
    if !row.headers().is_empty() {
        facts.push(("headers", row.headers().join(", ")));
    }
    facts
}

/// At blanks alone: a header's name, such as `Content-Length`, is one word, and a link is of use only as a whole.
fn wrapping(width: usize) -> Options<'static> {
    Options::new(width).word_splitter(WordSplitter::NoHyphenation).break_words(false)
}

/// All rows, one a line, a paragraph for each class.
pub(crate) fn table(out: &mut impl Write, rows: &[StatusCode], width: usize) -> io::Result<()> {
    let columns = Columns::of(rows, width);
    columns.write_header(out)?;
    for rows in rows.chunk_by(|one, next| one.class() == next.class()) {
        writeln!(out)?;
        if let Some(class) = rows.first().and_then(|row| row.class()) {
            writeln!(out, "{STRONG}{class}{STRONG:#}")?;
        }
        for &row in rows {
            columns.write(out, row)?;
        }
    }
    Ok(())
}

/// The widths of the columns: codes, names, and what is left for messages.
struct Columns {
    code: usize,
    name: usize,
    message: usize,
}

/// What they are headed with.
const HEADERS: [&str; 3] = ["code", "name", "message"];

/// Between two columns.
const GAP: usize = 2;

impl Columns {
    fn of(rows: &[StatusCode], width: usize) -> Self {
        let [code, name, _] = HEADERS.map(display_width);
        let code = rows.iter().map(|row| display_width(&row.code().to_string())).fold(code, usize::max);
        let name = rows.iter().map(|row| display_width(row.name())).fold(name, usize::max);
        Self { code, name, message: width.saturating_sub(code + GAP + name + GAP) }
    }

    fn write_header(&self, out: &mut impl Write) -> io::Result<()> {
        let [code, name, message] = HEADERS;
        let (code, name) = (padded(code, self.code + GAP), padded(name, self.name + GAP));
        writeln!(out, "{FAINT}{code}{name}{message}{FAINT:#}")
    }

    /// A message that finds no room goes on in the next line.
    fn write(&self, out: &mut impl Write, row: StatusCode) -> io::Result<()> {
        let style = style(row);
        let (code, name) = (padded(&row.code().to_string(), self.code + GAP), padded(row.name(), self.name + GAP));
        write!(out, "{style}{code}{style:#}{name}")?;
        let indent = " ".repeat(self.code + GAP + self.name + GAP);
        for (at, line) in textwrap::wrap(row.message(), wrapping(self.message)).iter().enumerate() {
            let indent = if at == 0 { "" } else { &indent };
            writeln!(out, "{indent}{line}")?;
        }
        Ok(())
    }
}

/// With blanks behind it, counted as a terminal shows them.
fn padded(text: &str, width: usize) -> String {
    text.to_owned() + &" ".repeat(width.saturating_sub(display_width(text)))
}

/// What is asked for and not listed, and what is near it.
pub(crate) fn unlisted(err: &mut impl Write, asked: &str, near: &[StatusCode]) -> io::Result<()> {
    complaint(err, &format!("{asked:?} is not listed; the nearest are"))?;
    near.iter().try_for_each(|row| {
        let style = style(*row);
        writeln!(err, "{INDENT}{style}{}{style:#} {}", row.code(), row.message())
    })
}

pub(crate) fn complaint(err: &mut impl Write, text: &str) -> io::Result<()> {
    let style = AnsiColor::Red.on_default().bold();
    writeln!(err, "{style}error{style:#}: {text}")
}

/// A colour for each class.
fn style(row: StatusCode) -> Style {
    match row.class() {
        Some(Class::Informational) => AnsiColor::Cyan.on_default(),
        Some(Class::Success) => AnsiColor::Green.on_default(),
        Some(Class::Redirection) => AnsiColor::Blue.on_default(),
        Some(Class::ClientError) => AnsiColor::Yellow.on_default(),
        Some(Class::ServerError) => AnsiColor::Red.on_default(),
        None => Style::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anstream::StripStream;

    fn plain(write: impl Fn(&mut StripStream<Vec<u8>>) -> io::Result<()>) -> String {
        let mut stream = StripStream::new(Vec::new());
        write(&mut stream).unwrap();
        String::from_utf8(stream.into_inner()).unwrap()
    }

    #[test]
    fn no_line_of_a_description_is_wider_than_asked() {
        for width in [30, 40, 60, 80, 120] {
            for &status in StatusCode::ALL {
                let text = plain(|out| row(out, status, width));
                let described = text.lines().skip(3).filter(|line| !line.contains(&status.place().to_string()));
                for line in described {
                    assert!(line.chars().count() <= width, "{width}: {line}");
                }
            }
        }
    }

    #[test]
    fn wrapping_loses_no_word_and_no_paragraph() {
        for &status in StatusCode::ALL {
            let text = plain(|out| row(out, status, 50));
            let paragraphs: Vec<String> =
                text.split("\n\n").map(|part| part.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
            for paragraph in status.description().split("\n\n") {
                assert!(paragraphs.iter().any(|own| own == paragraph), "{paragraph}");
            }
        }
    }

    #[test]
    fn a_table_is_aligned_at_any_width() {
        for width in [1, 40, 60, 80, 120] {
            let text = plain(|out| table(out, StatusCode::ALL, width));
            let rows: Vec<&str> =
                text.lines().filter(|line| line.trim_start().starts_with(|c: char| c.is_ascii_digit())).collect();
            assert_eq!(rows.len(), StatusCode::ALL.len(), "{width}");
            let columns = |line: &str| (line.find(|c: char| c.is_ascii_digit()), line.find(char::is_alphabetic));
            assert!(rows.windows(2).all(|pair| columns(pair[0]) == columns(pair[1])), "{width}\n{text}");
        }
    }

    #[test]
    fn an_odd_argument_is_shown_without_its_escape_codes() {
        let text = plain(|err| unlisted(err, "\u{1b}[31m", &[]));
        assert!(text.contains(r#""\u{1b}[31m" is not listed"#), "{text}");
    }
}
