//! `.. table::`, which gives a title to the table inside; and what the table directives have in common.

use std::sync::Arc;

use super::dimensions::Dimensions;
use super::options::has_broken_markup;
use super::parts::Directive;
use crate::block::parser::Parser;
use crate::block::scope::{Parent, Scope};
use crate::block::text::Text;
use crate::block::tree::Block;
use crate::block::visit::only_table;
use crate::error::{Content, DirectiveError, SpannedError};
use crate::source::region::Region;
use crate::table::Kind;
use crate::white_space::leading_space;

impl<'p> Parser<'p> {
    pub(super) fn table_directive(&mut self, scope: &mut Scope<'p>, directive: Directive<'p>) {
        if directive.content.is_empty() {
            return reject(scope, no_content(&directive, Content::Table), Kind::Table, &directive);
        }
        let title = self.title(&directive);
        let rejected = self.rejected;
        let mut blocks = self.blocks(directive.content.clone(), Parent::Loose);
        let checked = match only_table(&mut blocks) {
            Some(table) => Dimensions::of(&directive).check_widths(table.rows.columns).map(|()| table),
            None => Err(not_only(&directive, Content::Table)),
        };
        match checked {
            Ok(table) => {
                let fine = title.as_ref().is_none_or(|title| !has_broken_markup(&title.source));
                table.titles.splice(0..0, title);
                table.names.splice(0..0, directive.name());
                scope.blocks.append(&mut blocks);
                scope.warn_unless(fine);
            }
            Err(error) => {
                // An error of a table inside says more than that there is not one.
                if self.rejected == rejected {
                    scope.push(Block::Rejected(Box::new(error.of(
                        Kind::Table,
                        Arc::clone(scope.region.origin()),
                        directive.span,
                    ))));
                }
                scope.push(Block::Dropped(blocks));
                scope.warn();
            }
        }
    }

    /// The title that a directive gives its table.
    pub(super) fn title(&self, directive: &Directive<'p>) -> Option<Text<'p>> {
        directive.argument.clone().map(|title| self.text(title))
    }
}

/// docutils refuses a table's directive.
pub(super) fn reject<'p>(scope: &mut Scope<'p>, error: SpannedError, kind: Kind, directive: &Directive<'p>) {
    scope.push(Block::Rejected(Box::new(error.of(kind, Arc::clone(scope.region.origin()), directive.span.clone()))));
    scope.warn();
}

/// The error of a table directive without content: none at all, or content that no blank line separates from the title
/// or from the options.
pub(super) fn no_content(directive: &Directive<'_>, content: Content) -> SpannedError {
    let find = |lines: &Region<'_>, error: DirectiveError| {
        let mut below = lines.range().filter(|&line| line > directive.line);
        let line = below.find(|&line| begins(lines.text(line), content))?;
        Some(SpannedError::new(error, lines.line_span(line)))
    };
    let options = directive.options.last_lines();
    find(&directive.argument_lines, DirectiveError::BlankLineAfterTitle)
        .or_else(|| find(&options?, DirectiveError::BlankLineAfterOptions))
        .unwrap_or_else(|| SpannedError::new(DirectiveError::NoContent(content), directive.first_line.clone()))
}

/// The error of a table directive whose content is not what it must be.
pub(super) fn not_only(directive: &Directive<'_>, content: Content) -> SpannedError {
    let lines = &directive.content;
    let first = lines.first();
    if lines.is_indented(first) {
        let span = lines.place(first, leading_space(lines.text(first)))..lines.line_span(first).end;
        return SpannedError::new(DirectiveError::Indented(content), span);
    }
    // The lines of a simple table can be anything.
    let is_simple = lines.text(first).starts_with('=');
    let mut others = (first..lines.end()).filter(|&line| !lines.is_blank(line) && !lines.is_indented(line));
    let other = others.find(|&line| !is_simple && !begins(lines.text(line), content));
    let span = other.map_or(directive.first_line.clone(), |line| lines.line_span(line));
    SpannedError::new(DirectiveError::NotOnly(content), span)
}

/// Whether a line may be the first of what a directive holds.
fn begins(line: &str, content: Content) -> bool {
    match content {
        Content::Table => line.starts_with(['+', '|', '=']),
        Content::BulletList => line.starts_with(['*', '-', '+']),
        Content::Values => line.contains(','),
    }
}
