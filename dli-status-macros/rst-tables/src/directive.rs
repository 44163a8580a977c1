//! Directives: how one is taken apart, and what becomes of its content.

mod check;
mod container;
mod csv_table;
mod dimensions;
mod include;
mod leaf;
mod list_table;
mod options;
pub(crate) mod parts;
mod role;
mod run;
mod spec;
mod table;

use std::sync::Arc;

use self::parts::{Directive, take_apart};
use self::spec::{Spec, Takes, spec};
use crate::block::parser::Parser;
use crate::block::scope::Scope;
use crate::block::tree::{Block, DirectiveBlock};
use crate::source::region::{Indent, Region};

pub(crate) use self::check::character_code;

/// How long the title of a directive may be. A longer one is text: directives on one line would have all of it as theirs.
const MAX_TITLE_BYTES: usize = 1000;

impl<'p> Parser<'p> {
    /// Reads a directive. Returns whether it ends with a blank line.
    pub(crate) fn directive(&mut self, scope: &mut Scope<'p>, name: &str, lead: usize) -> bool {
        let line = scope.line;
        let reach = scope.region.reach(line, Indent::FirstKnown, false);
        let block = scope.region.indented(line, reach, Some(lead)).trimmed();
        scope.line = reach.end;
        self.directive_block(scope, name, line, block);
        reach.blank_finish
    }

    /// The directive of this name with this block.
    pub(crate) fn directive_block(&mut self, scope: &mut Scope<'p>, name: &str, line: usize, block: Region<'p>) {
        let spec = spec(&name.to_lowercase());
        let first_line = scope.region.line_span(line);
        let span = first_line.start..scope.region.line_span(block.end().saturating_sub(1).max(line)).end;
        match take_apart(line, block, &spec) {
            Ok(directive) if directive.fits(&spec) => {
                let directive = Directive { span, first_line, ..directive };
                self.define_name(&spec, &directive);
                let around = self.container(scope, name, &spec, &directive);
                let first = scope.blocks.len();
                self.run_directive(scope, spec.run, directive);
                if let Some(directive) = around {
                    let blocks = scope.blocks.split_off(first);
                    scope.push(Block::InPlace { directive: Some(Box::new(directive)), blocks });
                }
            }
            Ok(_) => scope.warn(),
            Err(error) => {
                if let Some(kind) = spec.run.kind() {
                    scope.push(Block::Rejected(Box::new(error.of(kind, Arc::clone(scope.region.origin()), span))));
                }
                scope.warn();
            }
        }
    }

    /// What is known of a directive that holds blocks, if it is on a page and outside of its tables.
    fn container(
        &mut self,
        scope: &Scope<'p>,
        name: &str,
        spec: &Spec,
        directive: &Directive<'p>,
    ) -> Option<DirectiveBlock<'p>> {
        self.page_context().filter(|_| spec.run.holds_blocks())?;
        let Directive { line, argument, content, span, first_line, .. } = directive;
        // docutils takes the text after a name that it does not know for content.
        let is_beside = spec.is_unknown() && !content.is_empty() && content.first() == *line;
        let title = argument.clone().or_else(|| is_beside.then(|| content.piece_from(*line, 0)));
        let title = title.filter(|title| title.len() <= MAX_TITLE_BYTES);
        Some(DirectiveBlock {
            name: name.to_owned(),
            title: title.map(|title| self.text(title)),
            origin: Arc::clone(scope.region.origin()),
            span: span.clone(),
            first_line: first_line.clone(),
            is_known: !spec.is_unknown(),
        })
    }

    /// The `:name:` of a directive is a target.
    fn define_name(&mut self, spec: &Spec, directive: &Directive<'p>) {
        let name = directive.options.get("name").filter(|_| matches!(spec.takes, Takes::These(_) | Takes::Unchecked));
        if let (Some(name), Some(context)) = (name, self.page_context()) {
            context.define_target(name, None);
        }
    }
}
