//! The block parser: regions are read line by line into blocks, and the regions within them by recursion.

use std::borrow::Cow;
use std::sync::Arc;

use crate::block::scope::{Parent, Scope};
use crate::block::text::{Text, TextStart};
use crate::block::tree::Block;
use crate::context::Context;
use crate::context::shared::{Place, Shared};
use crate::error::IncludeError;
use crate::pattern::{Start, classify};
use crate::source::files::Files;
use crate::source::region::Region;

/// How deep blocks may be nested. What is deeper is one paragraph: docutils cannot read it, since its own recursion ends
/// after 109 to 165 levels, depending on the blocks.
pub(crate) const MAX_DEPTH: usize = 128;

/// How often a page may include files, directly or by others.
const MAX_INCLUSIONS: usize = 1000;
/// How many bytes it may include.
const MAX_INCLUDED_BYTES: usize = 64 << 20;

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
    /// How many files were included, and how many bytes of them.
    inclusions: usize,
    included: usize,
    pub(crate) include_errors: Vec<IncludeError>,
}

/// What is read.
enum Purpose<'p> {
    /// A page, for its tables and for what it defines. Cells are read only if they may define something.
    Page(Box<Context<'p>>),
    /// A cell, for its words. What it defines is known already.
    Cell,
}

impl<'p> Parser<'p> {
    pub(crate) fn of_page(shared: Arc<Shared<'p>>) -> Self {
        Self::new(shared, Purpose::Page(Box::default()), 0)
    }

    /// The parser of a cell at this place.
    pub(crate) fn of_cell(place: &Place<'p>) -> Self {
        Self::new(Arc::clone(&place.shared), Purpose::Cell, place.roles)
    }

    fn new(shared: Arc<Shared<'p>>, purpose: Purpose<'p>, roles: usize) -> Self {
        Self {
            shared,
            purpose,
            title_styles: Vec::new(),
            section_level: 0,
            roles,
            rejected: 0,
            depth: 0,
            tables: 0,
            inclusions: 0,
            included: 0,
            include_errors: Vec::new(),
        }
    }

    /// What the page defines.
    pub(crate) fn into_context(self) -> Context<'p> {
        match self.purpose {
            Purpose::Page(context) => *context,
            Purpose::Cell => Context::default(),
        }
    }

    /// The blocks of a page, whose parts are read one after the other.
    pub(crate) fn page(&mut self, parts: impl IntoIterator<Item = Region<'p>>) -> Vec<Block<'p>> {
        let mut scope = Scope::new(Region::new(Arc::default()), Parent::Section);
        for part in parts {
            self.insert(&mut scope, part);
        }
        scope.blocks
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

    /// Reads a region in the place that is reached in the scope.
    pub(crate) fn insert(&mut self, scope: &mut Scope<'p>, region: Region<'p>) {
        self.depth += 1;
        let line = std::mem::replace(&mut scope.line, region.first());
        let outer = std::mem::replace(&mut scope.region, region);
        while !scope.is_at_end() {
            self.block(scope);
        }
        (scope.region, scope.line) = (outer, line);
        self.depth -= 1;
    }

    /// Counts a file of this length that is to be included. Returns whether the page may include it.
    pub(crate) fn may_include(&mut self, bytes: usize) -> bool {
        let fits = self.depth < MAX_DEPTH
            && self.inclusions < MAX_INCLUSIONS
            && self.included.saturating_add(bytes) <= MAX_INCLUDED_BYTES;
        if fits {
            self.inclusions += 1;
            self.included += bytes;
        }
        fits
    }

    /// The files that may be included.
    pub(crate) fn files(&self) -> Option<&'p dyn Files> {
        self.shared.files()
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
        let lines: Vec<&str> = region.range().map(|line| region.text(line)).filter(|line| !line.is_empty()).collect();
        (!lines.is_empty()).then(|| Block::Paragraph(self.text(Cow::Owned(lines.join("\n")))))
    }

    /// Text at the place reached, which has been put together.
    pub(crate) fn text(&self, source: Cow<'p, str>) -> Text<'p> {
        Text { source, roles: self.roles, start: None }
    }

    /// Text that begins at a byte of a line, and goes on in the lines below.
    pub(crate) fn text_at(&self, region: &Region<'p>, line: usize, offset: usize, source: Cow<'p, str>) -> Text<'p> {
        let start = TextStart { region: region.clone(), line, offset };
        Text { source, roles: self.roles, start: Some(start) }
    }

    /// The place reached.
    pub(crate) fn place(&self) -> Place<'p> {
        Place { shared: Arc::clone(&self.shared), roles: self.roles }
    }

    /// What the page defines, unless it is a cell that is being read.
    pub(crate) fn context(&mut self) -> Option<&mut Context<'p>> {
        match &mut self.purpose {
            Purpose::Page(context) => Some(context),
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
