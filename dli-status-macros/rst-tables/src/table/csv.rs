//! Comma-separated values as Python's `csv` module reads them in its strict mode.

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

/// What is wrong with the data, in Python's words, and where: a line and a byte of it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct CsvFault {
    pub(crate) cause: String,
    pub(crate) line: usize,
    pub(crate) offset: usize,
}

/// The longest value Python takes, in characters.
const LONGEST: usize = 131_072;

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
) -> Result<Vec<Vec<Field>>, CsvFault> {
    let mut reader = Reader {
        dialect,
        state: State::StartRecord,
        field: Field::default(),
        length: 0,
        record: Vec::new(),
        records: Vec::new(),
        line: 0,
        offset: 0,
    };
    for (number, line) in lines {
        reader.line(number, line)?;
    }
    if reader.length > 0 || reader.state == State::Quoted {
        return Err(reader.fault("unexpected end of data".to_owned()));
    }
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
}

impl Reader {
    fn line(&mut self, number: usize, line: &str) -> Result<(), CsvFault> {
        self.line = number;
        for (offset, c) in line.char_indices() {
            self.offset = offset;
            self.character(c)?;
        }
        self.offset = line.len();
        self.line_break()
    }

    fn character(&mut self, c: char) -> Result<(), CsvFault> {
        let Dialect { delimiter, quote, escape, skip_blanks } = self.dialect;
        let is_escape = escape == Some(c);
        match self.state {
            State::StartRecord | State::StartField => {
                if self.field_is_new() {
                    self.place();
                }
                if c == quote {
                    self.state = State::Quoted;
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
                    return Err(self.fault(format!("'{delimiter}' expected after '{quote}'")));
                }
                self.save();
            }
        }
        Ok(())
    }

    fn line_break(&mut self) -> Result<(), CsvFault> {
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

    fn add(&mut self, c: char) -> Result<(), CsvFault> {
        if self.length >= LONGEST {
            return Err(self.fault(format!("field larger than field limit ({LONGEST})")));
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

    fn fault(&self, cause: String) -> CsvFault {
        CsvFault { cause, line: self.line, offset: self.offset }
    }
}
