//! The block parser: regions are read line by line into blocks, and the regions within them by recursion.

use std::borrow::Cow;
use std::sync::Arc;

use crate::block::scope::{Parent, Scope};
use crate::block::tree::{Block, Origin, Text};
use crate::context::Context;
use crate::context::shared::{Place, Shared};
use crate::pattern::{Start, classify};
use crate::source::region::Region;

/// How deep blocks may be nested. What is deeper is one paragraph: docutils cannot read it, since its own recursion ends
/// after 109 to 165 levels, depending on the blocks.
pub(crate) const MAX_DEPTH: usize = 128;

/// Reads the blocks of a page or a cell.
pub(crate) struct Parser<'p> {
    shared: Arc<Shared<'p>>,
    purpose: Purpose<'p>,
    /// The styles of the section titles so far, outermost first.
    pub(crate) title_styles: Vec<(char, char)>,
    pub(crate) section_level: usize,
    /// How many role directives came before the place reached.
    pub(crate) roles: usize,
    /// How many grid and simple tables were rejected so far.
    pub(crate) rejected: usize,
    /// How many blocks are open.
    depth: usize,
    /// How many tables are open.
    tables: usize,
}

/// What is read.
enum Purpose<'p> {
    /// A page, for its tables and for what it defines. Cells are read only if they may define something.
    Page { context: Box<Context<'p>>, cells_define: bool },
    /// A cell, for its words. What it defines is known already.
    Cell,
}

impl<'p> Parser<'p> {
    pub(crate) fn of_page(shared: Arc<Shared<'p>>, region: &Region<'p>) -> Self {
        let cells_define = region.lines().page_holds(&[".. |", "role::"]);
        Self::new(shared, Purpose::Page { context: Box::default(), cells_define }, 0)
    }

    /// The parser of a cell that comes after so many role directives.
    pub(crate) fn of_cell(roles: usize) -> Self {
        Self::new(Arc::default(), Purpose::Cell, roles)
    }

    fn new(shared: Arc<Shared<'p>>, purpose: Purpose<'p>, roles: usize) -> Self {
        Self { shared, purpose, title_styles: Vec::new(), section_level: 0, roles, rejected: 0, depth: 0, tables: 0 }
    }

    /// What the page defines.
    pub(crate) fn into_context(self) -> Context<'p> {
        match self.purpose {
            Purpose::Page { context, .. } => *context,
            Purpose::Cell => Context::default(),
        }
    }

    /// The blocks of a region.
    pub(crate) fn blocks(&mut self, region: Region<'p>, parent: Parent) -> Vec<Block<'p>> {
        if self.depth == MAX_DEPTH {
            return self.as_paragraph(&region).into_iter().collect();
        }
        self.depth += 1;
        let mut scope = Scope::new(region, parent);
        while !scope.is_at_end() {
            self.block(&mut scope);
        }
        self.depth -= 1;
        scope.blocks
    }

    /// Reads the block that begins at the scope's line.
    fn block(&mut self, scope: &mut Scope<'p>) {
        if scope.region.is_blank(scope.line) {
            return scope.skip_blank_lines();
        }
        let line = scope.region.text(scope.line);
        if line.starts_with(' ') {
            return self.block_quote(scope);
        }
        match classify(line) {
            Start::Bullet(bullet, marker) => self.bullet_list(scope, bullet, marker),
            Start::Enumerator(enumerator, marker) => self.enumerated_list(scope, enumerator, marker),
            Start::Field(marker) => self.field_list(scope, marker),
            Start::Option(marker) => self.option_list(scope, marker),
            Start::Doctest => self.doctest(scope),
            Start::Line(marker) => self.line_block(scope, marker),
            Start::Grid => self.grid(scope),
            Start::Simple => self.simple(scope),
            Start::Explicit(_) | Start::Anonymous(_) => self.explicit_markup(scope),
            Start::Rule => self.rule(scope),
            Start::Text => self.text_block(scope),
        }
    }

    /// The lines of a region that have text, as one paragraph.
    fn as_paragraph(&self, region: &Region<'p>) -> Option<Block<'p>> {
        let lines: Vec<&str> =
            (region.first()..region.end()).map(|line| region.text(line)).filter(|line| !line.is_empty()).collect();
        (!lines.is_empty()).then(|| Block::Paragraph(self.text(Cow::Owned(lines.join("\n")))))
    }

    /// Text at the place reached, which has been put together.
    pub(crate) fn text(&self, source: Cow<'p, str>) -> Text<'p> {
        Text { source, roles: self.roles, origin: None }
    }

    /// Text that begins at a byte of a line, and goes on in the lines below.
    pub(crate) fn text_at(&self, region: &Region<'p>, line: usize, offset: usize, source: Cow<'p, str>) -> Text<'p> {
        let origin = Origin { region: region.clone(), line, offset };
        Text { source, roles: self.roles, origin: Some(origin) }
    }

    /// The place reached.
    pub(crate) fn place(&self) -> Place<'p> {
        Place { shared: Arc::clone(&self.shared), roles: self.roles }
    }

    /// What the page defines, unless it is a cell that is being read.
    pub(crate) fn context(&mut self) -> Option<&mut Context<'p>> {
        match &mut self.purpose {
            Purpose::Page { context, .. } => Some(context),
            Purpose::Cell => None,
        }
    }

    /// The same outside of tables.
    pub(crate) fn page_context(&mut self) -> Option<&mut Context<'p>> {
        if self.tables == 0 { self.context() } else { None }
    }

    /// Whether cells are read with the table that holds them.
    pub(crate) fn reads_cells(&self) -> bool {
        matches!(self.purpose, Purpose::Cell)
    }

    /// Whether cells may define something for the page.
    pub(crate) fn cells_define(&self) -> bool {
        matches!(self.purpose, Purpose::Page { cells_define: true, .. })
    }

    /// Reads something within a table. That a table in it is rejected does not count.
    pub(crate) fn within_table<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        let rejected = self.rejected;
        self.tables += 1;
        let result = read(self);
        self.tables -= 1;
        self.rejected = rejected;
        result
    }
}
