//! Directives: how one is taken apart, and what becomes of its content.

mod check;
mod container;
mod csv_table;
mod dimensions;
mod leaf;
mod list_table;
mod options;
pub(crate) mod parts;
mod role;
mod run;
mod spec;
mod table;

use self::parts::{Directive, take_apart};
use self::spec::{Spec, Takes, spec};
use crate::block::parser::Parser;
use crate::block::scope::Scope;
use crate::block::tree::Block;
use crate::source::region::{Indent, Region};

pub(crate) use self::check::character_code;

impl<'p> Parser<'p> {
    /// Reads a directive. Returns whether it ends with a blank line.
    pub(crate) fn directive(&mut self, scope: &mut Scope<'p>, name: &str, lead: usize) -> bool {
        let line = scope.line;
        let reach = scope.region.reach(line, Indent::FirstKnown, false);
        let block = scope.region.block(line, reach, Some(lead)).until_text();
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
                self.run_directive(scope, spec.run, directive);
            }
            Ok(_) => scope.warn(),
            Err(error) => {
                if let Some(kind) = spec.run.kind() {
                    scope.push(Block::Rejected(Box::new(error.of(kind, span))));
                }
                scope.warn();
            }
        }
    }

    /// The `:name:` of a directive is a target.
    fn define_name(&mut self, spec: &Spec, directive: &Directive<'p>) {
        let name = directive.options.get("name").filter(|_| matches!(spec.takes, Takes::These(_) | Takes::Unchecked));
        if let (Some(name), Some(context)) = (name, self.page_context()) {
            context.define_target(name, None);
        }
    }
}
