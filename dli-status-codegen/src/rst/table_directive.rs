//! `.. table::`, which gives a title to the grid or simple table inside.

use std::borrow::Cow;

use super::directive::{Parts, argument};
use super::found::Found;
use super::malformed::Malformed;
use super::parser::{Close, Frame, Kid, Kids, Output, Parser};
use super::table::Kind;

/// A table directive whose content is being read.
#[derive(Debug)]
pub(crate) struct TableDirective<'p> {
    line: usize,
    title: Option<Cow<'p, str>>,
    /// How many tables the page had before.
    found: usize,
    label: Option<String>,
}

impl<'p> Parser<'p> {
    pub(crate) fn table_directive(&mut self, frame: &mut Frame<'p>, line: usize, parts: Parts<'p>) -> Option<Frame<'p>> {
        let title = argument(&parts.argument);
        let directive = TableDirective { line, title: title.clone(), found: self.found(), label: frame.kids.label.clone() };
        let mut inner = Frame::new(parts.content, Close::Table(Box::new(directive)));
        inner.table_titles.clone_from(&frame.table_titles);
        inner.table_titles.extend(title);
        Some(inner)
    }

    pub(crate) fn end_table_directive(&mut self, directive: TableDirective<'p>, kids: &Kids) {
        let fine = kids.count == 1 && kids.first == Some(Kid::Table);
        if let Some(mut outer) = self.frames.pop() {
            self.kid(&mut outer, if fine { Kid::Table } else { Kid::Message });
            self.frames.push(outer);
        }
        let Output::Tables { found, hidden: 0 } = &mut self.output else { return };
        if fine {
            if let Some(Found::Table(table)) = found.last_mut() {
                table.label = directive.label;
                table.title = directive.title.or(table.title.take());
            }
            return;
        }
        let inside = found.split_off(directive.found.min(found.len()));
        let errors: Vec<_> = inside.into_iter().filter(|found| matches!(found, Found::Malformed(_))).collect();
        if !errors.iter().any(|error| matches!(error, Found::Malformed(m) if m.kind != Kind::Table)) {
            found.push(Found::Malformed(Malformed {
                kind: Kind::Table,
                line: directive.line + 1,
                span: 0..0,
                error: "Error parsing content block for the \"table\" directive: exactly one table expected.".into(),
                detail: None,
            }));
        }
        found.extend(errors);
    }

    /// How many tables of the page have been found.
    pub(crate) fn found(&self) -> usize {
        match &self.output {
            Output::Tables { found, .. } => found.len(),
            Output::Steps(_) => 0,
        }
    }
}
