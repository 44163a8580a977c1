//! The modules of a crate, read from their tokens: what each declares, imports and names.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A path such as `super::rows::Row`. The first name of `::core` is empty.
pub(super) type Names = Vec<String>;

/// The modules of a crate; the root comes first.
pub(super) struct Modules(pub(super) Vec<Module>);

/// A module: a file, or the part of one in braces.
#[derive(Default)]
pub(super) struct Module {
    pub(super) file: PathBuf,
    pub(super) parent: Option<usize>,
    pub(super) children: BTreeMap<String, usize>,
    /// What it defines, but for macros.
    pub(super) items: BTreeSet<String>,
    pub(super) macros: BTreeSet<String>,
    pub(super) uses: Vec<Use>,
    /// The paths of two or more names outside of `use`.
    pub(super) paths: BTreeSet<Names>,
    /// The names outside of `use`; of a path, the first.
    pub(super) names: BTreeSet<String>,
}

/// One name that a `use` declares.
pub(super) struct Use {
    /// `*` for all.
    pub(super) name: String,
    pub(super) path: Names,
    pub(super) is_public: bool,
}

impl Modules {
    /// Reads a crate from its root.
    pub(super) fn read(root: &Path) -> Self {
        let mut modules = Self(Vec::new());
        modules.file(root, root.parent().unwrap(), None);
        modules
    }

    /// Adds the module of a file, whose children are in this folder.
    fn file(&mut self, file: &Path, folder: &Path, parent: Option<usize>) -> usize {
        let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let tokens = text.parse().unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        self.add(file, folder, parent, tokens)
    }

    fn add(&mut self, file: &Path, folder: &Path, parent: Option<usize>, tokens: TokenStream) -> usize {
        let index = self.0.len();
        self.0.push(Module { file: file.to_owned(), parent, ..Module::default() });
        Reader { modules: self, module: index, folder }.items(tokens, true);
        index
    }
}

/// Reads the tokens of a module.
struct Reader<'m> {
    modules: &'m mut Modules,
    module: usize,
    folder: &'m Path,
}

impl Reader<'_> {
    fn module(&mut self) -> &mut Module {
        &mut self.modules.0[self.module]
    }

    /// Reads the tokens of the module (`top`) or of a group inside it, where a definition is not an item of the module.
    fn items(&mut self, tokens: TokenStream, top: bool) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut rest = tokens.as_slice();
        let mut is_public = false;
        while let Some(first) = rest.first() {
            let taken = match (first, &rest[1..]) {
                (TokenTree::Punct(hash), [TokenTree::Group(attribute), after @ ..]) if hash.as_char() == '#' => {
                    2 + if is_cfg_test(attribute.stream()) { item_length(after) } else { 0 }
                }
                (TokenTree::Ident(name), after) => self.ident(&name.to_string(), after, top, is_public),
                (TokenTree::Group(group), _) => {
                    self.items(group.stream(), false);
                    1
                }
                _ => 1,
            };
            // Both tokens of `pub(crate)`.
            is_public = is_ident(first, "pub") || is_public && matches!(first, TokenTree::Group(_));
            rest = &rest[taken..];
        }
    }

    /// Reads what starts with this name, and returns how many tokens it takes.
    fn ident(&mut self, name: &str, after: &[TokenTree], top: bool, is_public: bool) -> usize {
        match (name, after) {
            ("use", after) if !is_punct(after.first(), '<') => {
                let length = after.iter().position(|token| is_punct(Some(token), ';')).expect("`use` ends in `;`");
                self.use_tree(&after[..length], &mut Vec::new(), is_public);
                length + 2
            }
            ("mod", [TokenTree::Ident(child), body, ..]) if top => {
                self.child(&child.to_string(), body);
                3
            }
            ("macro_rules", [_, TokenTree::Ident(item), ..]) => {
                self.module().macros.insert(item.to_string());
                3
            }
            ("quote" | "quote_spanned" | "parse_quote", [bang, TokenTree::Group(_), ..])
                if is_punct(Some(bang), '!') =>
            {
                3
            }
            (
                "struct" | "enum" | "union" | "trait" | "type" | "fn" | "const" | "static",
                [TokenTree::Ident(item), ..],
            ) if top && *item != "fn" => {
                self.module().items.insert(item.to_string());
                2
            }
            _ => self.path(name, after),
        }
    }

    /// Reads a path whose first name this is, and returns how many tokens it takes.
    fn path(&mut self, first: &str, mut after: &[TokenTree]) -> usize {
        let mut path = vec![first.to_owned()];
        while let [one, two, TokenTree::Ident(name), rest @ ..] = after
            && is_punct(Some(one), ':')
            && is_punct(Some(two), ':')
        {
            path.push(name.to_string());
            after = rest;
        }
        let module = self.module();
        module.names.insert(first.to_owned());
        let length = 1 + 3 * (path.len() - 1);
        if path.len() > 1 {
            module.paths.insert(path);
        }
        length
    }

    fn child(&mut self, name: &str, body: &TokenTree) {
        let folder = self.folder.join(name);
        let child = match body {
            TokenTree::Group(body) => {
                let file = self.module().file.clone();
                self.modules.add(&file, &folder, Some(self.module), body.stream())
            }
            _ => {
                let files = [folder.with_extension("rs"), folder.join("mod.rs")];
                let file = files.iter().find(|file| file.exists()).unwrap_or_else(|| panic!("no file of `mod {name}`"));
                self.modules.file(file, &folder, Some(self.module))
            }
        };
        self.module().children.insert(name.to_owned(), child);
    }

    /// Reads a tree such as `super::{self, rows::Row as R}` after the names in front of it.
    fn use_tree(&mut self, tree: &[TokenTree], before: &mut Names, is_public: bool) {
        let depth = before.len();
        match tree {
            [TokenTree::Group(group)] if group.delimiter() == Delimiter::Brace => {
                let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
                for tree in tokens.split(|token| is_punct(Some(token), ',')) {
                    self.use_tree(tree, before, is_public);
                }
            }
            [TokenTree::Punct(star)] if star.as_char() == '*' => self.add_use("*", before.clone(), is_public),
            [one, two, rest @ ..] if is_punct(Some(one), ':') && is_punct(Some(two), ':') => {
                before.push(String::new());
                self.use_tree(rest, before, is_public);
            }
            [TokenTree::Ident(name), one, two, rest @ ..] if is_punct(Some(one), ':') && is_punct(Some(two), ':') => {
                before.push(name.to_string());
                self.use_tree(rest, before, is_public);
            }
            [TokenTree::Ident(name), rest @ ..] => {
                if *name != "self" {
                    before.push(name.to_string());
                }
                let declared = rest.last().map_or_else(|| before.last().unwrap().clone(), ToString::to_string);
                self.add_use(&declared, before.clone(), is_public);
            }
            _ => {}
        }
        before.truncate(depth);
    }

    fn add_use(&mut self, name: &str, path: Names, is_public: bool) {
        self.module().uses.push(Use { name: name.to_owned(), path, is_public });
    }
}

fn is_punct(token: Option<&TokenTree>, c: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == c)
}

fn is_ident(token: &TokenTree, name: &str) -> bool {
    matches!(token, TokenTree::Ident(ident) if ident == name)
}

fn is_cfg_test(attribute: TokenStream) -> bool {
    attribute.to_string().replace(' ', "") == "cfg(test)"
}

/// How many tokens the item takes that starts here.
fn item_length(tokens: &[TokenTree]) -> usize {
    let is_use = tokens.iter().take(3).any(|token| is_ident(token, "use"));
    let ends = |token: &TokenTree| match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace && !is_use,
        token => is_punct(Some(token), ';'),
    };
    tokens.iter().position(ends).map_or(tokens.len(), |last| last + 1)
}
