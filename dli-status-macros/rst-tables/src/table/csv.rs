//! Comma-separated values as Python's `csv` module reads them in its strict mode.

use std::ops::Range;

use crate::error::CsvError;
use crate::white_space::is_space;

/// How values are separated and quoted.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dialect {
    pub(crate) delimiter: char,
    pub(crate) quote: char,
    /// Escapes the next character. Without one, a doubled quote in a quoted value is a quote.
    pub(crate) escape: Option<char>,
    pub(crate) skip_blanks: bool,
}

/// A value and its place: its first line of text, or for an empty one the place where it would be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Value {
    pub(crate) text: String,
    pub(crate) line: usize,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// What is wrong with the data, and where: a line and some bytes of it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct PlacedError {
    pub(crate) error: CsvError,
    pub(crate) line: usize,
    pub(crate) span: Range<usize>,
}

/// The length of the longest value that Python takes, in characters.
const MAX_VALUE_CHARS: usize = 131_072;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    StartRecord,
    StartValue,
    Escaped,
    /// A line break was escaped: the value goes on in the next line.
    EscapedBreak,
    InValue,
    Quoted,
    EscapedInQuoted,
    QuoteInQuoted,
}

/// Reads lines, each with its number, into records.
pub(crate) fn read<'l>(
    lines: impl Iterator<Item = (usize, &'l str)>,
    dialect: Dialect,
) -> Result<Vec<Vec<Value>>, PlacedError> {
    let mut reader = Reader {
        dialect,
        state: State::StartRecord,
        value: Value::default(),
        length: 0,
        record: Vec::new(),
        records: Vec::new(),
        line: 0,
        offset: 0,
        quote: (0, 0),
    };
    for (number, line) in lines {
        reader.line(number, line)?;
    }
    reader.finish()?;
    Ok(reader.records)
}

struct Reader {
    dialect: Dialect,
    state: State,
    value: Value,
    /// Of the value, in characters.
    length: usize,
    record: Vec<Value>,
    records: Vec<Vec<Value>>,
    line: usize,
    offset: usize,
    /// The line and offset of the last quote that opened a value.
    quote: (usize, usize),
}

impl Reader {
    fn line(&mut self, number: usize, line: &str) -> Result<(), PlacedError> {
        self.line = number;
        for (offset, c) in line.char_indices() {
            self.offset = offset;
            self.character(c)?;
        }
        self.offset = line.len();
        self.line_break()
    }

    fn character(&mut self, c: char) -> Result<(), PlacedError> {
        let Dialect { delimiter, quote, escape, .. } = self.dialect;
        let is_escape = escape == Some(c);
        match self.state {
            State::StartRecord | State::StartValue => return self.first_character(c),
            State::InValue | State::EscapedBreak if is_escape => self.state = State::Escaped,
            State::InValue | State::EscapedBreak if c == delimiter => self.save(),
            State::InValue | State::EscapedBreak | State::Escaped => return self.add(c, State::InValue),
            State::Quoted if is_escape => self.state = State::EscapedInQuoted,
            State::Quoted if c == quote && escape.is_none() => self.state = State::QuoteInQuoted,
            State::Quoted if c == quote => self.state = State::InValue,
            State::Quoted | State::EscapedInQuoted => return self.add(c, State::Quoted),
            State::QuoteInQuoted if c == quote => return self.add(c, State::Quoted),
            State::QuoteInQuoted if c == delimiter => self.save(),
            State::QuoteInQuoted => {
                return Err(self.error_at(CsvError::TextAfterQuote { quote, delimiter }, c.len_utf8()));
            }
        }
        Ok(())
    }

    fn first_character(&mut self, c: char) -> Result<(), PlacedError> {
        let Dialect { delimiter, quote, escape, skip_blanks } = self.dialect;
        if self.value.text.is_empty() {
            self.place();
        }
        if c == quote {
            self.quote = (self.line, self.offset);
            self.state = State::Quoted;
        } else if escape == Some(c) {
            self.state = State::Escaped;
        } else if c == ' ' && skip_blanks {
            self.state = State::StartValue;
        } else if c == delimiter {
            self.save();
        } else {
            return self.add(c, State::InValue);
        }
        Ok(())
    }

    fn line_break(&mut self) -> Result<(), PlacedError> {
        match self.state {
            State::StartRecord => self.records.push(Vec::new()),
            State::StartValue | State::InValue | State::EscapedBreak | State::QuoteInQuoted => {
                self.save();
                self.end_record();
            }
            State::Escaped => return self.add('\n', State::EscapedBreak),
            State::Quoted | State::EscapedInQuoted => return self.add('\n', State::Quoted),
        }
        Ok(())
    }

    fn end_record(&mut self) {
        self.records.push(std::mem::take(&mut self.record));
        self.state = State::StartRecord;
    }

    /// Notes where the value would be if nothing more came.
    fn place(&mut self) {
        (self.value.line, self.value.start, self.value.end) = (self.line, self.offset, self.offset);
    }

    fn save(&mut self) {
        if self.value.text.is_empty() {
            self.place();
        }
        self.record.push(std::mem::take(&mut self.value));
        self.length = 0;
        self.state = State::StartValue;
    }

    /// Adds a character to the value.
    fn add(&mut self, c: char, next: State) -> Result<(), PlacedError> {
        self.state = next;
        if self.length >= MAX_VALUE_CHARS {
            return Err(self.error_at(CsvError::ValueTooLong { max: MAX_VALUE_CHARS }, 0));
        }
        if !is_space(c) {
            let end = self.offset + c.len_utf8();
            if self.value.text.chars().all(is_space) {
                (self.value.line, self.value.start, self.value.end) = (self.line, self.offset, end);
            } else if self.value.line == self.line {
                self.value.end = end;
            }
        }
        self.length += 1;
        self.value.text.push(c);
        Ok(())
    }

    /// Checks that the last value has ended.
    fn finish(&self) -> Result<(), PlacedError> {
        let Dialect { quote, escape, .. } = self.dialect;
        match (self.state, escape) {
            (State::Quoted, _) => {
                let (line, offset) = self.quote;
                let span = offset..offset + quote.len_utf8();
                Err(PlacedError { error: CsvError::OpenQuote { quote }, line, span })
            }
            (State::EscapedBreak, Some(escape)) => {
                let span = self.offset - escape.len_utf8()..self.offset;
                Err(PlacedError { error: CsvError::OpenEscape { escape }, line: self.line, span })
            }
            _ => Ok(()),
        }
    }

    /// An error at the place reached.
    fn error_at(&self, error: CsvError, bytes: usize) -> PlacedError {
        PlacedError { error, line: self.line, span: self.offset..self.offset + bytes }
    }
}
