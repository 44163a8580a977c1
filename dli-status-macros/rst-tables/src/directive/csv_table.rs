//! `.. csv-table::`, whose content is comma-separated values.

use crate::block::frame::{Frame, Kid};
use crate::block::parser::Parser;
use crate::context::shared::Place;
use crate::directive::table::{DirectiveTable, no_content};
use crate::directive::{Dimensions, Directive, Options, character, has_broken_markup};
use crate::error::{Content, CsvError, Reason, SpannedError};
use crate::source::region::Region;
use crate::table::csv::{self, Dialect, Field, PlacedError};
use crate::table::draft::are_too_many;
use crate::table::{Cell, FieldCell, Kind, Row, Source, short};

impl<'p> Parser<'p> {
    pub(crate) fn csv_table(&mut self, frame: &mut Frame<'p>, directive: Directive<'p>) {
        match read(&self.place(), &directive) {
            Ok((columns, head, body)) => {
                self.enter_table(frame, directive.argument.as_ref());
                self.nest_rows(head.iter().chain(&body));
                let (span, title) = (directive.span, directive.argument);
                let (label, roles) = (frame.kids.label.take(), self.roles);
                self.kid(frame, Kid::Table { columns });
                self.message_unless(frame, !title.as_deref().is_some_and(has_broken_markup));
                self.directive_table(
                    DirectiveTable { kind: Kind::CsvTable, span, title, roles, columns, head, body },
                    label,
                );
            }
            Err(error) => {
                self.message(frame);
                self.reject(error.of(Kind::CsvTable, directive.span));
            }
        }
    }
}

type Parts<'p> = (usize, Vec<Row<'p>>, Vec<Row<'p>>);

fn read<'p>(place: &Place<'p>, directive: &Directive<'p>) -> Result<Parts<'p>, SpannedError> {
    let Directive { line, options, content, .. } = directive;
    for (option, error) in [("file", CsvError::File), ("url", CsvError::Url)] {
        if let Some(span) = options.span(option) {
            return Err(SpannedError::new(error, span));
        }
    }
    if content.is_empty() {
        return Err(no_content(directive, Content::Values));
    }
    let dialect = dialect(options);
    let records_of = |region: &Region<'p>| {
        let lines = (region.first()..region.end()).map(|at| (at, region.text(at)));
        csv::read(lines, dialect).map_err(|PlacedError { error, line, span }| {
            SpannedError::new(error, region.place(line, span.start)..region.place(line, span.end))
        })
    };
    let header_lines = options.lines("header");
    let header = match header_lines {
        Some(lines) => records_of(lines)?,
        None if options.has("header") => vec![Vec::new()],
        None => Vec::new(),
    };
    let records = records_of(content)?;
    let columns = header.iter().chain(&records).map(Vec::len).max().unwrap_or(0);
    let dimensions = Dimensions::of(directive);
    dimensions.check_headers(&records.iter().map(Vec::len).collect::<Vec<_>>())?;
    let cells = columns.saturating_mul(header.len() + records.len());
    let bytes = (content.first()..content.end()).map(|at| content.text(at).len()).sum();
    if are_too_many(cells, bytes) {
        return Err(SpannedError::new(Reason::TooManyCells, content.line_span(content.first())));
    }
    dimensions.check_widths(columns)?;
    if columns == 0 && !dimensions.has_widths() {
        return Err(SpannedError::new(CsvError::NoValues, content.line_span(content.first())));
    }
    let mut records = records.into_iter();
    let row = |record: Vec<Field>, region: &Region<'p>| row(place, region, record, columns, *line);
    let header_region = header_lines.unwrap_or(content);
    let mut head: Vec<Row<'p>> = header.into_iter().map(|record| row(record, header_region)).collect();
    head.extend(records.by_ref().take(dimensions.header_rows()).map(|record| row(record, content)));
    Ok((columns, head, records.map(|record| row(record, content)).collect()))
}

fn dialect(options: &Options<'_>) -> Dialect {
    let option = |name| {
        options.get(name).and_then(|value| match value {
            "tab" => Some('\t'),
            "space" => Some(' '),
            _ => character(value),
        })
    };
    Dialect {
        delimiter: option("delim").unwrap_or(','),
        quote: option("quote").unwrap_or('"'),
        escape: option("escape"),
        skip_blanks: !options.has("keepspace"),
    }
}

/// A row; what it lacks is filled up with empty cells.
fn row<'p>(place: &Place<'p>, region: &Region<'p>, record: Vec<Field>, columns: usize, line: usize) -> Row<'p> {
    let end = record.last().map_or((line, 0), |last| (last.line, last.end));
    let missing = columns.saturating_sub(record.len());
    let empty = std::iter::repeat_with(|| Field { text: String::new(), line: end.0, start: end.1, end: end.1 });
    let cell = |(column, field): (usize, Field)| Cell {
        source: Source::Field(Box::new(FieldCell {
            place: place.clone(),
            span: region.place(field.line, field.start)..region.place(field.line, field.end),
            text: field.text,
        })),
        column: short(column),
        colspan: 1,
        rowspan: 1,
    };
    record.into_iter().chain(empty.take(missing)).enumerate().map(cell).collect()
}
