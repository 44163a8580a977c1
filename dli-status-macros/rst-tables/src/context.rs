//! What the text of a page may refer to: substitutions, targets, and the roles of interpreted text.
//!
//! A definition may refer to others, and so hold very much in a few lines. One reference shows at most
//! [`MOST_EXPANDED`] bytes through at most [`DEEPEST`] levels, and one text at most [`EXPANDED_FREELY`] bytes and
//! [`EXPANDED_PER_BYTE`] times its own length; a reference beyond that, like one within its own definition, shows
//! as `|name|`. So time and memory stay linear in the page.

mod roles;
pub(crate) mod shared;

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

use self::roles::RoleChanges;
use crate::inline::{self, Piece, Role, Roles as _, is_space, normal_name};

/// The most that one reference may show, in bytes.
const MOST_EXPANDED: usize = 16 * 1024;
/// What each definition that is used counts in addition to its text, since an empty one takes time too.
const USE: usize = 128;
/// The most definitions that may stand in each other.
const DEEPEST: usize = 64;
/// What the references of one text may show whatever its length.
const EXPANDED_FREELY: usize = 64 * 1024;
/// What the references of one text may show for each byte of it.
const EXPANDED_PER_BYTE: usize = 16;

/// What a substitution stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Definition<'p> {
    /// Inline source text, lines joined by `\n` (`replace::`).
    Source(Cow<'p, str>),
    /// An image by its `:alt:`; without one the name shows.
    Image { alt: Option<Cow<'p, str>> },
    /// Text that is no markup (`unicode::`, `date::`).
    Text(Cow<'p, str>),
}

/// What the text of a page may refer to.
#[derive(Debug, Default)]
pub(crate) struct Context<'p> {
    definitions: Vec<Vec<Piece<'p>>>,
    /// What showing each definition counts, found out when it is first shown; `None` is too much.
    sizes: OnceLock<Vec<OnceLock<Option<usize>>>>,
    /// The last definition of each name.
    names: HashMap<String, usize>,
    /// The last definition of each name in lower case.
    lower_names: HashMap<String, usize>,
    targets: HashMap<String, Cow<'p, str>>,
    roles: RoleChanges,
}

impl<'p> Context<'p> {
    /// A substitution definition; the last one of a name counts. One that docutils refuses (broken markup, targets
    /// or numbered references in it) does not count: `false`.
    pub(crate) fn define(&mut self, name: &str, definition: Definition<'p>) -> bool {
        let name = folded_spaces(name);
        let pieces = match definition {
            Definition::Text(text) => vec![Piece::Text(text)],
            Definition::Image { alt } => vec![Piece::Text(alt.unwrap_or_else(|| Cow::Owned(name.clone())))],
            Definition::Source(source) => {
                let mut pieces = Vec::new();
                let roles = self.roles.after(self.roles.count());
                let definable = inline::read(&source, &roles, |piece| pieces.push(piece.into_owned()));
                if !definable || pieces.is_empty() {
                    return false;
                }
                pieces
            }
        };
        self.sizes.take();
        self.lower_names.insert(name.to_lowercase(), self.definitions.len());
        self.names.insert(name, self.definitions.len());
        self.definitions.push(pieces);
        true
    }

    /// A target with an address, `.. _name: https://…`.
    pub(crate) fn define_target(&mut self, name: &str, url: Cow<'p, str>) {
        self.targets.insert(normal_name(name), url);
    }

    /// A `role` directive: interpreted text of the role `name` shows as that of `base`, if one is given.
    pub(crate) fn define_role(&mut self, name: &str, base: Option<&str>) {
        let role = base.map_or(Role::Plain, |base| self.latest_role(base));
        self.roles.define(name, role);
    }

    /// A `default-role` directive; without a name it restores docutils' own.
    pub(crate) fn set_default_role(&mut self, name: Option<&str>) {
        let role = name.map_or(Role::Plain, |name| self.latest_role(name));
        self.roles.set_default(role);
    }

    /// How many role directives there were so far. They hold for the text after them only, so a cell must know
    /// how many came before it (`Step::Roles`).
    pub(crate) fn revision(&self) -> usize {
        self.roles.count()
    }

    fn latest_role(&self, name: &str) -> Role {
        self.roles.after(self.revision()).named(name)
    }

    /// Reads inline `source` and hands its pieces to `sink`, substitutions and references to targets resolved.
    pub(crate) fn read(&self, source: &str, reading: &mut Reading, mut sink: impl FnMut(&Piece<'_>)) {
        let roles = self.roles.after(reading.revision);
        inline::read(source, &roles, |piece| match piece {
            Piece::Substitution(name) => self.substitute(&name, reading, &mut sink),
            other => self.refer(&other, &mut sink),
        });
    }

    /// A reference to a known target is a link.
    fn refer(&self, piece: &Piece<'_>, sink: &mut impl FnMut(&Piece<'_>)) {
        let url = match piece {
            Piece::Reference { name, .. } => self.targets.get(name),
            _ => None,
        };
        match url {
            Some(url) => sink(&Piece::Link { text: Cow::Borrowed(piece.text()), url: Cow::Borrowed(url) }),
            None => sink(piece),
        }
    }

    fn substitute(&self, name: &str, reading: &mut Reading, sink: &mut impl FnMut(&Piece<'_>)) {
        let definition = self.definition(name).and_then(|definition| {
            let size = self.size(definition)?;
            reading.allowance = reading.allowance.checked_sub(size)?;
            Some(definition)
        });
        let Some(definition) = definition else { return sink(&unresolved(name)) };
        self.expand(definition, |piece| {
            self.refer(piece, sink);
            Some(())
        });
    }

    /// By exact name, or else ignoring case.
    fn definition(&self, name: &str) -> Option<usize> {
        let name = folded_spaces(name);
        self.names.get(&name).or_else(|| self.lower_names.get(&name.to_lowercase())).copied()
    }

    /// What showing a definition counts, unless it is too much.
    fn size(&self, definition: usize) -> Option<usize> {
        let unknown = || self.definitions.iter().map(|_| OnceLock::new()).collect();
        let known = self.sizes.get_or_init(unknown).get(definition)?;
        *known.get_or_init(|| self.measure(definition))
    }

    fn measure(&self, definition: usize) -> Option<usize> {
        let mut left = MOST_EXPANDED;
        self.expand(definition, |piece| {
            left = left.checked_sub(piece.text().len() + USE)?;
            Some(())
        })?;
        Some(MOST_EXPANDED - left)
    }

    /// Hands on the pieces of a definition and of those it refers to; stops with `None` as soon as `sink` does.
    fn expand(&self, definition: usize, mut sink: impl FnMut(&Piece<'_>) -> Option<()>) -> Option<()> {
        let pieces = |definition: usize| self.definitions.get(definition).map(|pieces| pieces.iter());
        let mut open = vec![(definition, pieces(definition)?)];
        while let Some((_, top)) = open.last_mut() {
            match top.next() {
                None => {
                    open.pop();
                }
                Some(Piece::Substitution(name)) => {
                    let inner = self
                        .definition(name)
                        .filter(|&inner| open.len() < DEEPEST && open.iter().all(|&(outer, _)| outer != inner));
                    match inner {
                        // An empty text, so that using a definition counts even if it holds nothing.
                        Some(_) => sink(&Piece::Text("".into()))?,
                        None => sink(&unresolved(name))?,
                    }
                    open.extend(inner.and_then(|inner| Some((inner, pieces(inner)?))));
                }
                Some(piece) => sink(piece)?,
            }
        }
        Some(())
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
        Self { revision: 0, allowance: EXPANDED_FREELY.saturating_add(length.saturating_mul(EXPANDED_PER_BYTE)) }
    }
}

fn unresolved(name: &str) -> Piece<'static> {
    Piece::Text(Cow::Owned(format!("|{name}|")))
}

fn folded_spaces(name: &str) -> String {
    name.split(is_space).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
