//! Directives that hold text and no blocks.

use std::borrow::Cow;

use super::parts::Directive;
use crate::block::parser::Parser;
use crate::block::scope::Scope;
use crate::block::tree::Block;
use crate::inline::{self, DocutilsRoles};
use crate::source::region::Region;
use crate::white_space::leading_space;

impl<'p> Parser<'p> {
    pub(super) fn line_block_directive(&self, scope: &mut Scope<'p>, directive: &Directive<'p>) {
        let content = &directive.content;
        let lines = content
            .range()
            .map(|line| {
                let offset = leading_space(content.text(line));
                self.text_at(content, line, offset, content.piece_from(line, offset))
            })
            .collect();
        scope.push(Block::LineBlock(lines));
    }

    /// Formulas, separated by blank lines.
    pub(super) fn math(&self, scope: &mut Scope<'p>, directive: &Directive<'p>) {
        let content = &directive.content;
        let mut start = content.first();
        while start < content.end() {
            let end = (start + 1..content.end()).find(|&line| content.is_blank(line)).unwrap_or(content.end());
            scope.push(Block::Literal(content.joined(start..end)));
            start = end + 1;
        }
    }

    pub(super) fn parsed_literal(&self, scope: &mut Scope<'p>, directive: &Directive<'p>) {
        let words = inline::unresolved_words(&text(&directive.content), &DocutilsRoles);
        scope.push(Block::Literal(Cow::Owned(words)));
    }

    pub(super) fn verbatim(&self, scope: &mut Scope<'p>, directive: &Directive<'p>) {
        if !directive.content.is_empty() {
            scope.push(Block::Literal(text(&directive.content)));
        }
    }

    pub(super) fn rubric(&self, scope: &mut Scope<'p>, directive: Directive<'p>) {
        let title = directive.argument.expect("a rubric without a title does not fit its specification");
        scope.push(Block::Paragraph(self.text(title)));
    }

    pub(super) fn image(&self, scope: &mut Scope<'p>, directive: &Directive<'p>) {
        scope.push(image(directive));
    }
}

/// The image of an image directive or a figure.
pub(super) fn image<'p>(directive: &Directive<'p>) -> Block<'p> {
    Block::Image { alt: directive.options.get("alt").unwrap_or_default().to_owned() }
}

fn text<'p>(content: &Region<'p>) -> Cow<'p, str> {
    content.source()
}
