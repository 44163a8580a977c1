//! `.. csv-table::`, whose content is comma-separated values.

use std::sync::Arc;

use super::check::character;
use super::dimensions::Dimensions;
use super::include::is_utf_8;
use super::options::{Options, has_broken_markup};
use super::parts::Directive;
use super::table::{no_content, reject};
use crate::block::parser::Parser;
use crate::block::scope::Scope;
use crate::block::tree::{Block, TableBlock};
use crate::context::shared::Place;
use crate::error::{Content, CsvError, Reason, SpannedError};
use crate::source::clip::Clip;
use crate::source::files::join;
use crate::source::lines::Lines;
use crate::source::origin::Origin;
use crate::source::region::Region;
use crate::table::csv::{self, Dialect, PlacedError, Value};
use crate::table::isolated::are_too_many;
use crate::table::{Cell, Kind, Row, Rows, Source};

impl<'p> Parser<'p> {
    pub(super) fn csv_table(&mut self, scope: &mut Scope<'p>, directive: Directive<'p>) {
        let rows = match self.read_values(scope, &directive) {
            Ok(rows) => rows,
            Err(error) => return reject(scope, error, Kind::CsvTable, &directive),
        };
        let title = self.title(&directive);
        let fine = title.as_ref().is_none_or(|title| !has_broken_markup(&title.source));
        let cells = self.cells(&directive.content, &rows);
        scope.push(Block::Table(Box::new(TableBlock {
            kind: Kind::CsvTable,
            origin: Arc::clone(scope.region.origin()),
            names: directive.name().collect(),
            span: directive.span,
            titles: title.into_iter().collect(),
            rows,
            cells,
        })));
        scope.warn_unless(fine);
    }

    /// The rows of the values in a directive, or in the file that it names.
    fn read_values(&mut self, scope: &Scope<'p>, directive: &Directive<'p>) -> Result<Rows<'p>, SpannedError> {
        let Directive { line, options, content, .. } = directive;
        if let Some(span) = options.span("url") {
            return Err(SpannedError::new(CsvError::Url, span));
        }
        match options.span("file") {
            Some(span) if !content.is_empty() => Err(SpannedError::new(CsvError::FileAndValues, span)),
            Some(span) => {
                let values = self.load_values(scope, directive).map_err(|error| SpannedError::new(error, span))?;
                rows(&self.place(), directive, &values, values.first())
            }
            None if content.is_empty() => Err(no_content(directive, Content::Values)),
            None => rows(&self.place(), directive, content, *line),
        }
    }

    /// The lines of the file that a directive names.
    fn load_values(&mut self, scope: &Scope<'p>, directive: &Directive<'p>) -> Result<Region<'p>, CsvError> {
        let files = self.files().ok_or(CsvError::File)?;
        let includer = scope.region.origin();
        let path: String =
            directive.options.get("file").expect("the directive names a file").lines().map(str::trim).collect();
        let path = join(includer.path(), &path);
        let unreadable = |message: &str| CsvError::Unreadable { path: path.clone(), message: message.to_owned() };
        if !is_utf_8(&directive.options) {
            return Err(unreadable("the encoding is not UTF-8"));
        }
        let text = files.load(&path).map_err(unreadable)?;
        if !self.may_include(text.len()) {
            return Err(unreadable("the page includes too many files"));
        }
        let origin = Origin::included(path, Clip::default(), Arc::clone(includer), directive.first_line.clone());
        Ok(Region::new(Arc::new(Lines::of_values(text, Arc::new(origin)))))
    }
}

/// The rows of values. Cells that have no values are at `line` if the row has none.
fn rows<'p>(
    place: &Place<'p>,
    directive: &Directive<'p>,
    content: &Region<'p>,
    line: usize,
) -> Result<Rows<'p>, SpannedError> {
    let options = &directive.options;
    let dialect = dialect(options);
    let records_of = |region: &Region<'p>| {
        let lines = region.range().map(|line| (line, region.text(line)));
        csv::read(lines, dialect).map_err(|PlacedError { error, line, span }| {
            let span = region.place(line, span.start)..region.place(line, span.end);
            SpannedError::new(error, span).in_file(region.origin())
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
    let bytes = content.range().map(|line| content.text(line).len()).sum();
    if are_too_many(cells, bytes) {
        return Err(
            SpannedError::new(Reason::TooManyCells, content.line_span(content.first())).in_file(content.origin())
        );
    }
    dimensions.check_widths(columns)?;
    if columns == 0 && !dimensions.has_widths() {
        return Err(SpannedError::new(CsvError::NoValues, content.line_span(content.first())).in_file(content.origin()));
    }
    let mut records = records.into_iter();
    let row = |record: Vec<Value>, region: &Region<'p>| row(place, region, record, columns, line);
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
    let value = |value: Value| {
        let span = region.place(value.line, value.start)..region.place(value.line, value.end);
        Source::value(value.text, region.origin(), span)
    };
    let lacking = std::iter::repeat_with(|| Source::NoValue { origin: Arc::clone(region.origin()), end });
    let sources = record.into_iter().map(value).chain(lacking.take(missing));
    sources.enumerate().map(|(column, source)| Cell::single(place.clone(), source, column)).collect()
}
