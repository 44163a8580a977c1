//! Which file of a crate imports which, and the circles among them.

use super::modules::{Module, Modules, Names};
use super::shown;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::Path;

/// Bounds the re-exports that one name is followed through; globs may lead round in circles.
const MAX_REEXPORTS: usize = 16;

/// For each file, those that it imports, with a path that does.
pub(super) struct Imports<'m>(BTreeMap<&'m Path, BTreeMap<&'m Path, String>>);

/// What a name means.
#[derive(Clone, Copy)]
enum Found {
    Module(usize),
    /// An item of this module.
    Item(usize),
}

impl<'m> Imports<'m> {
    pub(super) fn new(modules: &'m Modules) -> Self {
        let mut imports = Self(BTreeMap::new());
        for (index, module) in modules.0.iter().enumerate() {
            for path in used(modules, index) {
                if let Some(Found::Item(other)) = resolve(modules, index, &path, MAX_REEXPORTS) {
                    imports.add(module, &modules.0[other], &path);
                }
            }
        }
        imports
    }

    fn add(&mut self, module: &'m Module, other: &'m Module, path: &Names) {
        if module.file != other.file {
            self.0.entry(&module.file).or_default().entry(&other.file).or_insert_with(|| path.join("::"));
        }
    }

    /// The shortest circle through each file that is part of one, written out.
    pub(super) fn circles(&self) -> BTreeSet<String> {
        let circles = self.0.keys().filter_map(|file| self.circle(file));
        circles.map(|circle| self.written(circle)).collect()
    }

    /// The shortest way from a file back to itself.
    fn circle(&self, start: &'m Path) -> Option<Vec<&'m Path>> {
        let mut came_from: BTreeMap<&Path, &Path> = BTreeMap::new();
        let mut open = VecDeque::from([start]);
        while let Some(file) = open.pop_front() {
            for other in self.0.get(file).into_iter().flat_map(BTreeMap::keys) {
                came_from.entry(other).or_insert_with(|| {
                    open.push_back(other);
                    file
                });
            }
        }
        let mut circle = vec![*came_from.get(start)?];
        while circle.last() != Some(&start) {
            circle.push(came_from[circle.last().unwrap()]);
        }
        circle.reverse();
        Some(circle)
    }

    /// A line for each import, from the first file by name, so that a circle is written in one way only.
    fn written(&self, mut circle: Vec<&'m Path>) -> String {
        let first = circle.iter().enumerate().min_by_key(|(_, file)| **file).map_or(0, |(index, _)| index);
        circle.rotate_left(first);
        let next = circle.iter().cycle().skip(1);
        let lines = circle
            .iter()
            .zip(next)
            .map(|(file, other)| format!("{} -> {} by `{}`\n", shown(file), shown(other), self.0[file][other]));
        lines.collect()
    }
}

/// The paths to all that a module uses itself.
fn used(modules: &Modules, index: usize) -> Vec<Names> {
    let module = &modules.0[index];
    let mut used: Vec<Names> = module.paths.iter().cloned().collect();
    for import in &module.uses {
        if import.name == "*" {
            let named = module.names.iter().map(|name| [import.path.as_slice(), std::slice::from_ref(name)].concat());
            used.extend(named.filter(|path| is_defined(modules, index, path)));
        } else if !import.is_public || module.names.contains(&import.name) {
            used.push(import.path.clone());
        }
    }
    used
}

/// Whether the last name of a path is in the module in front of it, and not only may be.
fn is_defined(modules: &Modules, index: usize, path: &Names) -> bool {
    let Some((name, before)) = path.split_last() else { return false };
    match resolve(modules, index, before, MAX_REEXPORTS) {
        Some(Found::Module(module)) => lookup(modules, module, name, MAX_REEXPORTS).is_some(),
        _ => false,
    }
}

/// What a path of a module means; nothing if it leads out of the crate.
fn resolve(modules: &Modules, index: usize, path: &[String], limit: usize) -> Option<Found> {
    let (first, rest) = path.split_first()?;
    let mut found = match first.as_str() {
        "crate" => Found::Module(0),
        "self" => Found::Module(index),
        "super" => Found::Module(modules.0[index].parent?),
        name => lookup(modules, index, name, limit)?,
    };
    for name in rest {
        let Found::Module(module) = found else { break };
        found = match name.as_str() {
            "self" => found,
            "super" => Found::Module(modules.0[module].parent?),
            name => lookup(modules, module, name, limit)
                .or_else(|| find_macro(modules, name))
                // A macro of the crate may have made it.
                .unwrap_or(Found::Item(module)),
        };
    }
    Some(found)
}

/// What a name means in a module.
fn lookup(modules: &Modules, index: usize, name: &str, limit: usize) -> Option<Found> {
    let limit = limit.checked_sub(1)?;
    let module = &modules.0[index];
    if let Some(child) = module.children.get(name) {
        return Some(Found::Module(*child));
    }
    if module.items.contains(name) {
        return Some(Found::Item(index));
    }
    let named =
        module.uses.iter().find(|import| import.name == name && import.path.first().is_none_or(|first| first != name));
    if let Some(import) = named {
        return resolve(modules, index, &import.path, limit);
    }
    let globs = module.uses.iter().filter(|import| import.name == "*");
    globs
        .filter_map(|import| match resolve(modules, index, &import.path, limit)? {
            Found::Module(other) if other != index => lookup(modules, other, name, limit),
            _ => None,
        })
        .next()
}

/// An exported macro is at the root of its crate, wherever it is defined.
fn find_macro(modules: &Modules, name: &str) -> Option<Found> {
    let defines = |module: &Module| module.macros.contains(name);
    modules.0.iter().position(defines).map(Found::Item)
}

#[test]
fn circles_are_found_and_re_exports_make_none() {
    let folder = tempfile::tempdir().unwrap();
    for (file, text) in [
        ("lib.rs", "mod a; mod b; mod parent; pub use a::A; pub use parent::Child;"),
        ("a.rs", "use crate::b::{B, other}; pub struct A; pub const fn a(_: B) { other() }"),
        ("b.rs", "pub struct B; pub fn other() {}\n#[cfg(test)] mod tests { use crate::A; }"),
        ("parent.rs", "mod child; mod sibling; pub use child::Child;"),
        ("parent/child.rs", "pub struct Child(super::sibling::Sibling);"),
        ("parent/sibling.rs", "pub struct Sibling;"),
    ] {
        std::fs::create_dir_all(folder.path().join("parent")).unwrap();
        std::fs::write(folder.path().join(file), text).unwrap();
    }
    let root = folder.path().join("lib.rs");
    assert_eq!(Imports::new(&Modules::read(&root)).circles(), BTreeSet::new());

    // Through the parent that re-exports it.
    let sibling = folder.path().join("parent/sibling.rs");
    std::fs::write(&sibling, "pub struct Sibling; impl Sibling { fn grow() -> super::Child { todo!() } }").unwrap();
    let child = folder.path().join("parent/child.rs");
    let expected = format!(
        "{} -> {} by `super::sibling::Sibling`\n{} -> {} by `super::Child`\n",
        child.display(),
        sibling.display(),
        sibling.display(),
        child.display()
    );
    assert_eq!(Imports::new(&Modules::read(&root)).circles(), BTreeSet::from([expected]));
}
