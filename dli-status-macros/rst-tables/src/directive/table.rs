//! `.. table::`, which gives a title to the table inside; and what the table directives have in common.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::block::frame::{Close, Frame, Kid, Kids, Node};
use crate::block::parser::Parser;
use crate::block::tree::Block;
use crate::directive::{Dimensions, Directive, has_broken_markup};
use crate::error::{Content, DirectiveError, SpannedError};
use crate::table::found::{Found, FoundTable};
use crate::table::{Kind, Row};

/// A table directive whose content is being read.
pub(crate) struct TableDirective<'p> {
    span: Range<usize>,
    first_line: Range<usize>,
    title: Option<Cow<'p, str>>,
    /// Whether docutils complains about the title.
    broken: bool,
    dimensions: Dimensions,
    /// How much had been read before, and how many rejected tables were in it.
    mark: usize,
    rejected: usize,
    label: Option<Arc<str>>,
}

/// A table that a directive holds itself, when it has been read.
pub(crate) struct DirectiveTable<'p> {
    pub(crate) kind: Kind,
    pub(crate) span: Range<usize>,
    pub(crate) title: Option<Cow<'p, str>>,
    pub(crate) roles: usize,
    pub(crate) columns: usize,
    pub(crate) head: Vec<Row<'p>>,
    pub(crate) body: Vec<Row<'p>>,
}

impl<'p> Parser<'p> {
    pub(crate) fn table_directive(&mut self, frame: &mut Frame<'p>, directive: Directive<'p>) {
        if directive.content.is_empty() {
            self.message(frame);
            return self.reject(no_content(&directive, Content::Table).of(Kind::Table, directive.span));
        }
        let dimensions = Dimensions::of(&directive);
        let broken = directive.argument.as_deref().is_some_and(has_broken_markup);
        let Directive { span, first_line, argument: title, content, .. } = directive;
        let label = frame.kids.label.clone();
        let mark = self.mark();
        if let Some(found) = self.found() {
            // What is wrong with the directive goes before what is wrong inside.
            found.push(Found::Nothing);
        }
        let mut titles = frame.table_titles.clone();
        titles.extend(title.clone().map(Arc::new));
        let rejected = self.rejected_blocks;
        let close = TableDirective { span, first_line, title, broken, dimensions, mark, rejected, label };
        let mut inner = Frame::new(content, Node::Loose, Close::Table(Box::new(close)));
        inner.table_titles = titles;
        self.nest(inner);
    }

    pub(crate) fn end_table_directive(&mut self, directive: TableDirective<'p>, kids: &Kids) {
        let checked = match kids.only_table() {
            Some(columns) => directive.dimensions.check_widths(columns).map(|()| columns),
            None => Err(SpannedError::new(DirectiveError::NotOnly(Content::Table), directive.first_line.clone())),
        };
        if let Some(outer) = self.outer() {
            outer.kids.add(checked.as_ref().map_or(Kid::Message, |&columns| Kid::Table { columns }));
            if checked.is_ok() && directive.broken {
                outer.kids.add(Kid::Message);
            }
        }
        let mark = directive.mark;
        let Err(error) = checked else { return self.label_table(directive) };
        self.rewind(mark);
        // An error of a table inside says more than that there is not one.
        let is_told = self.rejected_blocks > directive.rejected;
        if let Some(place) = self.found().and_then(|found| found.get_mut(mark)).filter(|_| !is_told) {
            *place = Found::Rejected(error.of(Kind::Table, directive.span));
        }
    }

    fn label_table(&mut self, directive: TableDirective<'p>) {
        if let Some(Found::Table(table)) = self.found().and_then(|found| found.last_mut()) {
            table.label = directive.label;
            table.title = directive.title.or(table.title.take());
        }
    }

    /// Begins a table's steps with its titles.
    pub(crate) fn enter_table(&mut self, frame: &Frame<'p>, own_title: Option<&Cow<'p, str>>) {
        if self.wants_steps() {
            self.enter(Block::Table);
            for title in frame.table_titles.iter().map(AsRef::as_ref).chain(own_title) {
                self.inline(Block::Title, || title.clone());
            }
        }
    }

    /// Puts a table that a directive holds itself where tables go; its label is known already.
    pub(crate) fn directive_table(&mut self, table: DirectiveTable<'p>, label: Option<Arc<str>>) {
        let DirectiveTable { kind, span, title, roles, columns, head, body } = table;
        self.push_table(FoundTable { kind, span, label, title, roles, columns, head, body });
    }
}

/// The error of a table directive without content: none at all, or content that no blank line separates from the title.
pub(crate) fn no_content(directive: &Directive<'_>, content: Content) -> SpannedError {
    let lines = &directive.argument_lines;
    let begins = |line: &str| match content {
        Content::Table => line.starts_with(['+', '=']),
        Content::BulletList => line.starts_with(['*', '-', '+']),
        Content::Values => line.contains(','),
    };
    let mut below = (lines.first()..lines.end()).filter(|&at| at > directive.line);
    match below.find(|&at| begins(lines.text(at))) {
        Some(at) => SpannedError::new(DirectiveError::BlankLineAfterTitle, lines.line_span(at)),
        None => SpannedError::new(DirectiveError::NoContent(content), directive.first_line.clone()),
    }
}
