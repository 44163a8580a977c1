//! `.. table::`, which gives a title to the table inside; and what the table directives have in common.

use super::dimensions::Dimensions;
use super::options::has_broken_markup;
use super::parts::Directive;
use crate::block::parser::Parser;
use crate::block::scope::{Parent, Scope};
use crate::block::tree::{Block, Text, only_table};
use crate::error::{Content, DirectiveError, SpannedError};
use crate::table::Kind;

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
            None => Err(SpannedError::new(DirectiveError::NotOnly(Content::Table), directive.first_line.clone())),
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
                    scope.push(Block::Rejected(Box::new(error.of(Kind::Table, directive.span))));
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
    scope.push(Block::Rejected(Box::new(error.of(kind, directive.span.clone()))));
    scope.warn();
}

/// The error of a table directive without content: none at all, or content that no blank line separates from the title.
pub(super) fn no_content(directive: &Directive<'_>, content: Content) -> SpannedError {
    let lines = &directive.argument_lines;
    let begins = |line: &str| match content {
        Content::Table => line.starts_with(['+', '=']),
        Content::BulletList => line.starts_with(['*', '-', '+']),
        Content::Values => line.contains(','),
    };
    let mut below = (lines.first()..lines.end()).filter(|&line| line > directive.line);
    match below.find(|&line| begins(lines.text(line))) {
        Some(line) => SpannedError::new(DirectiveError::BlankLineAfterTitle, lines.line_span(line)),
        None => SpannedError::new(DirectiveError::NoContent(content), directive.first_line.clone()),
    }
}
