//! `.. csv-table::`, whose content is comma-separated values.

use super::check::character;
use super::dimensions::Dimensions;
use super::options::{Options, has_broken_markup};
use super::parts::Directive;
use super::table::{no_content, reject};
use crate::block::parser::Parser;
use crate::block::scope::Scope;
use crate::block::tree::{Block, TableBlock};
use crate::context::shared::Place;
use crate::error::{Content, CsvError, Reason, SpannedError};
use crate::source::region::Region;
use crate::table::csv::{self, Dialect, PlacedError, Value};
use crate::table::isolated::are_too_many;
use crate::table::{Cell, Kind, Row, Rows, Source};

impl<'p> Parser<'p> {
    pub(super) fn csv_table(&mut self, scope: &mut Scope<'p>, directive: Directive<'p>) {
        let rows = match read(&self.place(), &directive) {
            Ok(rows) => rows,
            Err(error) => return reject(scope, error, Kind::CsvTable, &directive),
        };
        let title = self.title(&directive);
        let fine = title.as_ref().is_none_or(|title| !has_broken_markup(&title.source));
        let cells = self.cells(&rows);
        scope.push(Block::Table(Box::new(TableBlock {
            kind: Kind::CsvTable,
            names: directive.name().collect(),
            span: directive.span,
            titles: title.into_iter().collect(),
            rows,
            cells,
        })));
        scope.warn_unless(fine);
    }
}

fn read<'p>(place: &Place<'p>, directive: &Directive<'p>) -> Result<Rows<'p>, SpannedError> {
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
    let row = |record: Vec<Value>, region: &Region<'p>| row(place, region, record, columns, *line);
    let header_region = header_lines.unwrap_or(content);
    let mut head: Vec<Row<'p>> = header.into_iter().map(|record| row(record, header_region)).collect();
    head.extend(records.by_ref().take(dimensions.header_rows()).map(|record| row(record, content)));
    Ok(Rows { columns, head, body: records.map(|record| row(record, content)).collect() })
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

/// A row; the values that it lacks are filled up.
fn row<'p>(place: &Place<'p>, region: &Region<'p>, record: Vec<Value>, columns: usize, line: usize) -> Row<'p> {
    let end = record.last().map_or(region.place(line, 0), |last| region.place(last.line, last.end));
    let missing = columns.saturating_sub(record.len());
    let sources = record.into_iter().map(|value| Source::Value {
        span: region.place(value.line, value.start)..region.place(value.line, value.end),
        text: value.text.into(),
    });
    let sources = sources.chain(std::iter::repeat_n(Source::NoValue { end }, missing));
    sources.enumerate().map(|(column, source)| Cell::single(place.clone(), source, column)).collect()
}
