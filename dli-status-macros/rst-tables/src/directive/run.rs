//! What becomes of a directive that has been taken apart.

use super::parts::Directive;
use super::spec::Run;
use crate::block::parser::Parser;
use crate::block::scope::{Parent, Scope};
use crate::block::tree::Block;

impl<'p> Parser<'p> {
    pub(super) fn run_directive(&mut self, scope: &mut Scope<'p>, run: Run, directive: Directive<'p>) {
        match run {
            Run::Table => self.table_directive(scope, directive),
            Run::ListTable => self.list_table(scope, directive),
            Run::CsvTable => self.csv_table(scope, directive),
            Run::Admonition(name) => self.admonition(scope, name, directive),
            Run::Topic | Run::Sidebar | Run::Contents => self.aside(scope, run, directive),
            Run::Compound | Run::Container => self.group(scope, directive),
            Run::Figure => self.figure(scope, directive),
            Run::Class => self.class(scope, directive),
            Run::InPlace => self.in_place(scope, directive),
            Run::Quote => self.quotes(scope, directive.content),
            Run::Elsewhere => {
                let blocks = self.blocks(directive.content, Parent::Body);
                scope.push(Block::Elsewhere(blocks));
            }
            Run::LineBlock => self.line_block_directive(scope, &directive),
            Run::ParsedLiteral => self.parsed_literal(scope, &directive),
            Run::Math => self.math(scope, &directive),
            Run::Rubric => self.rubric(scope, directive),
            Run::Image => self.image(scope, &directive),
            Run::Verbatim => self.verbatim(scope, &directive),
            Run::Role => self.role(scope, &directive),
            Run::DefaultRole => self.default_role(&directive),
            Run::Include => self.include(scope, &directive),
            Run::Pending => scope.push(Block::Pending),
            Run::Nothing => {}
            Run::Message => scope.warn(),
        }
    }
}
