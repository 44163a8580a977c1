//! What the text of a page may refer to: substitutions, targets, and the roles of interpreted text.
//!
//! Definitions may refer to one another, so that a few lines could show any amount of text. The substitutions of one
//! text show at most [`MAX_EXPANSION`] bytes and [`MAX_EXPANSION_PER_BYTE`] times its own length, through at most
//! [`MAX_DEPTH`] levels. A reference beyond that, or within its own definition, shows as `|name|`.

mod marks;
mod roles;
pub(crate) mod shared;
mod targets;

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use self::marks::WithoutNotes;
use self::roles::RoleChanges;
use self::targets::Targets;
use crate::inline::{self, Piece, Role, Roles as _, substitution_name};
use crate::white_space::fold_spaces;

/// Bytes that the substitutions of one text may show, however short it is.
const MAX_EXPANSION: usize = 16 * 1024;
/// Bytes that they may show in addition, per byte of the text.
const MAX_EXPANSION_PER_BYTE: usize = 16;
/// What each use of a definition counts in addition to its text, since an empty one takes time too.
const USE: usize = 128;
/// How deep definitions may be nested.
const MAX_DEPTH: usize = 32;

/// What replaces a substitution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Definition<'p> {
    /// Inline source text, lines joined by `\n` (`replace::`).
    Source(Cow<'p, str>),
    /// An image by its `:alt:`; without one the name shows.
    Image { alt: Option<Cow<'p, str>> },
    /// Text that is not markup (`unicode::`, `date::`).
    Text(Cow<'p, str>),
}

/// What the text of a page may refer to.
#[derive(Debug, Default)]
pub(crate) struct Context<'p> {
    substitutions: Vec<Substitution<'p>>,
    /// The last definition of each name.
    names: HashMap<String, usize>,
    /// The last definition of each name in lower case.
    lower_names: HashMap<String, usize>,
    targets: Targets<'p>,
    roles: RoleChanges,
}

/// A substitution definition.
#[derive(Debug)]
struct Substitution<'p> {
    pieces: Vec<Piece<'p>>,
    /// What one use of it counts.
    cost: usize,
}

impl<'p> Context<'p> {
    /// A substitution definition; the last one of a name counts. Returns whether docutils accepts it, which it does
    /// not with broken markup, targets or numbered references in it.
    pub(crate) fn define(&mut self, name: &str, definition: Definition<'p>) -> bool {
        let name = fold_spaces(name);
        let pieces = match definition {
            Definition::Text(text) => vec![Piece::Text(text)],
            Definition::Image { alt } => vec![Piece::Text(alt.unwrap_or_else(|| Cow::Owned(name.clone())))],
            Definition::Source(source) => {
                let mut pieces = Vec::new();
                let roles = self.roles.after(self.roles.count());
                let definable = inline::read(&source, &roles, |_, piece| pieces.push(piece.into_owned()));
                if !definable || pieces.is_empty() {
                    return false;
                }
                pieces
            }
        };
        self.lower_names.insert(name.to_lowercase(), self.substitutions.len());
        self.names.insert(name, self.substitutions.len());
        let cost = USE + pieces.iter().map(|piece| piece.text().len()).sum::<usize>();
        self.substitutions.push(Substitution { pieces, cost });
        true
    }

    /// A target, with the address it leads to, if that is not a place on the page.
    pub(crate) fn define_target(&mut self, name: &str, address: Option<Cow<'p, str>>) {
        self.targets.define(name, address);
    }

    /// A target without a name, which the next anonymous reference leads to.
    pub(crate) fn define_anonymous_target(&mut self) {
        self.targets.define_anonymous();
    }

    /// A footnote or a citation, by its label; `#name` is a name too.
    pub(crate) fn define_note(&mut self, label: &str) {
        let name = label.trim_start_matches(['#', '*']);
        if !name.is_empty() {
            self.targets.define(name, None);
        }
    }

    /// A section, whose title's source is a target.
    pub(crate) fn define_section(&mut self, title: &str) {
        let name = inline::unresolved_words(title, &self.roles.after(self.roles.count()));
        self.targets.define(&name, None);
    }

    /// A `role` directive: interpreted text of the role `name` shows as that of `base`, if one is given.
    pub(crate) fn define_role(&mut self, name: &str, base: Option<&str>) {
        let role = base.map_or(Role::Plain, |base| self.latest_role(base));
        self.roles.define(name, role);
    }

    /// A `default-role` directive; without a name it restores that of docutils.
    pub(crate) fn set_default_role(&mut self, name: Option<&str>) {
        let role = name.map_or(Role::Plain, |name| self.latest_role(name));
        self.roles.set_default(role);
    }

    /// How many role directives there were so far. They hold for the text after them only, so a cell must know
    /// how many came before it.
    pub(crate) fn revision(&self) -> usize {
        self.roles.count()
    }

    fn latest_role(&self, name: &str) -> Role {
        self.roles.after(self.revision()).named(name)
    }

    /// Reads inline `source` and hands each piece of it to `sink`, with the bytes of `source` that it comes from.
    /// Substitutions and references are resolved: one that reaches `sink` has no definition. The marks of footnotes
    /// and citations are left out.
    pub(crate) fn read(&self, source: &str, reading: &mut Reading, mut sink: impl FnMut(Range<usize>, &Piece<'_>)) {
        if !source.contains("]_") {
            return self.resolve(source, reading, sink);
        }
        let mut words = WithoutNotes::new(&mut sink);
        self.resolve(source, reading, |range, piece| words.push(range, piece));
        words.finish();
    }

    fn resolve(&self, source: &str, reading: &mut Reading, mut sink: impl FnMut(Range<usize>, &Piece<'_>)) {
        let roles = self.roles.after(reading.revision);
        inline::read(source, &roles, |range, piece| {
            self.show(&piece, &mut reading.allowance, &mut Vec::new(), &mut |piece| sink(range.clone(), piece));
        });
    }

    /// Shows a piece, which is within the definitions `open`.
    fn show(&self, piece: &Piece<'_>, allowance: &mut usize, open: &mut Vec<usize>, sink: &mut dyn FnMut(&Piece<'_>)) {
        match piece {
            Piece::Substitution(shown) => match self.substitution(substitution_name(shown), allowance, open) {
                Some((index, substitution)) => {
                    open.push(index);
                    for piece in &substitution.pieces {
                        self.show(piece, allowance, open, sink);
                    }
                    open.pop();
                }
                None => sink(piece),
            },
            Piece::Reference { text, name, .. } => match self.targets.find(name.as_deref()) {
                Some(Some(address)) => {
                    sink(&Piece::Link { text: Cow::Borrowed(text), url: Cow::Borrowed(address) });
                }
                Some(None) => sink(&Piece::Text(Cow::Borrowed(text))),
                None => sink(piece),
            },
            _ => sink(piece),
        }
    }

    /// The substitution of that name, or else of the same name in another case, if it may be used here.
    fn substitution(&self, name: &str, allowance: &mut usize, open: &[usize]) -> Option<(usize, &Substitution<'p>)> {
        let name = fold_spaces(name);
        let index = *self.names.get(&name).or_else(|| self.lower_names.get(&name.to_lowercase()))?;
        let substitution = self.substitutions.get(index)?;
        if open.len() == MAX_DEPTH || open.contains(&index) {
            return None;
        }
        *allowance = allowance.checked_sub(substitution.cost)?;
        Some((index, substitution))
    }
}

/// The state of reading the texts of one cell, in order.
#[derive(Debug)]
pub(crate) struct Reading {
    /// How many role directives came before.
    pub(crate) revision: usize,
    /// What substitutions may still show, in bytes.
    allowance: usize,
}

impl Reading {
    /// For a cell whose source texts have this length together.
    pub(crate) fn new(length: usize) -> Self {
        Self { revision: 0, allowance: MAX_EXPANSION.saturating_add(length.saturating_mul(MAX_EXPANSION_PER_BYTE)) }
    }
}
