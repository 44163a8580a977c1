//! Comma-separated values as Python's `csv` module reads them in its strict mode.

use std::ops::Range;

use crate::error::CsvError;

/// How values are separated and quoted.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dialect {
    pub(crate) delimiter: char,
    pub(crate) quote: char,
    /// Escapes the next character. Without one, a doubled quote in a quoted value stands for a quote.
    pub(crate) escape: Option<char>,
    pub(crate) skip_blanks: bool,
}

/// A value and where it stands: its first line of text, or for an empty one the place where it would.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Field {
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
    StartField,
    Escaped,
    /// A line break was escaped: the value goes on in the next line.
    EscapedBreak,
    InField,
    Quoted,
    EscapedInQuoted,
    QuoteInQuoted,
}

/// Reads lines, each with its number, into records.
pub(crate) fn read<'l>(
    lines: impl Iterator<Item = (usize, &'l str)>,
    dialect: Dialect,
) -> Result<Vec<Vec<Field>>, PlacedError> {
    let mut reader = Reader {
        dialect,
        state: State::StartRecord,
        field: Field::default(),
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
    field: Field,
    /// Of the field, in characters.
    length: usize,
    record: Vec<Field>,
    records: Vec<Vec<Field>>,
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
        let Dialect { delimiter, quote, escape, skip_blanks } = self.dialect;
        let is_escape = escape == Some(c);
        match self.state {
            State::StartRecord | State::StartField => {
                if self.field_is_new() {
                    self.place();
                }
                if c == quote {
                    self.state = State::Quoted;
                    self.quote = (self.line, self.offset);
                } else if is_escape {
                    self.state = State::Escaped;
                } else if c == ' ' && skip_blanks {
                    self.state = State::StartField;
                } else if c == delimiter {
                    self.save();
                } else {
                    self.state = State::InField;
                    return self.add(c);
                }
            }
            State::Escaped => {
                self.state = State::InField;
                return self.add(c);
            }
            State::InField | State::EscapedBreak => {
                self.state = State::InField;
                if is_escape {
                    self.state = State::Escaped;
                } else if c == delimiter {
                    self.save();
                } else {
                    return self.add(c);
                }
            }
            State::Quoted => {
                if is_escape {
                    self.state = State::EscapedInQuoted;
                } else if c == quote {
                    self.state = if escape.is_none() { State::QuoteInQuoted } else { State::InField };
                } else {
                    return self.add(c);
                }
            }
            State::EscapedInQuoted => {
                self.state = State::Quoted;
                return self.add(c);
            }
            State::QuoteInQuoted => {
                if c == quote {
                    self.state = State::Quoted;
                    return self.add(c);
                }
                if c != delimiter {
                    return Err(self.error_at(CsvError::TextAfterQuote { quote, delimiter }, c.len_utf8()));
                }
                self.save();
            }
        }
        Ok(())
    }

    fn line_break(&mut self) -> Result<(), PlacedError> {
        match self.state {
            State::StartRecord => self.records.push(Vec::new()),
            State::StartField | State::InField | State::QuoteInQuoted => {
                self.save();
                self.end_record();
            }
            State::Escaped => {
                self.state = State::EscapedBreak;
                return self.add('\n');
            }
            State::EscapedBreak => {
                self.save();
                self.end_record();
            }
            State::Quoted | State::EscapedInQuoted => {
                self.state = State::Quoted;
                return self.add('\n');
            }
        }
        Ok(())
    }

    fn end_record(&mut self) {
        self.records.push(std::mem::take(&mut self.record));
        self.state = State::StartRecord;
    }

    fn field_is_new(&self) -> bool {
        self.field.text.is_empty()
    }

    /// Notes where the field would stand if nothing more came.
    fn place(&mut self) {
        (self.field.line, self.field.start, self.field.end) = (self.line, self.offset, self.offset);
    }

    fn save(&mut self) {
        if self.field.text.is_empty() {
            self.place();
        }
        self.record.push(std::mem::take(&mut self.field));
        self.length = 0;
        self.state = State::StartField;
    }

    fn add(&mut self, c: char) -> Result<(), PlacedError> {
        if self.length >= MAX_VALUE_CHARS {
            return Err(self.error_at(CsvError::ValueTooLong { max: MAX_VALUE_CHARS }, 0));
        }
        if !crate::white_space::is_space(c) {
            let end = self.offset + c.len_utf8();
            if self.field.text.chars().all(crate::white_space::is_space) {
                (self.field.line, self.field.start, self.field.end) = (self.line, self.offset, end);
            } else if self.field.line == self.line {
                self.field.end = end;
            }
        }
        self.length += 1;
        self.field.text.push(c);
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
