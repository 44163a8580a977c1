//! Which attributes are ours and where they belong. All others are the caller's, except those that look like a slip.

use crate::call::ItemKind;
use crate::diagnostic::Diagnostic;
use crate::similar::best_match;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Attribute, Path, Token};

/// An attribute in front of the enum or struct that says what to do.
#[derive(Clone, Copy)]
pub(super) enum ItemAttribute {
    Source,
    Skip,
    Rename,
    With,
    Exhaustive,
}

/// An attribute in front of a field that says what to do.
#[derive(Clone, Copy)]
pub(super) enum FieldAttribute {
    Column,
    Name,
    Aliases,
}

const OF_ENUM: [(&str, ItemAttribute); 5] = [
    ("source", ItemAttribute::Source),
    ("skip", ItemAttribute::Skip),
    ("rename", ItemAttribute::Rename),
    ("with", ItemAttribute::With),
    ("exhaustive", ItemAttribute::Exhaustive),
];

const OF_STRUCT: [(&str, ItemAttribute); 3] =
    [("source", ItemAttribute::Source), ("skip", ItemAttribute::Skip), ("with", ItemAttribute::With)];

const OF_FIELD: [(&str, FieldAttribute); 3] =
    [("column", FieldAttribute::Column), ("name", FieldAttribute::Name), ("aliases", FieldAttribute::Aliases)];

/// What every enum is given.
const ENUM_TRAITS: [&str; 8] = ["Debug", "Clone", "Copy", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash"];

/// What every struct is given.
const STRUCT_TRAITS: [&str; 4] = ["Debug", "Clone", "Copy", "PartialEq"];

impl ItemAttribute {
    /// Which of ours it is; `None` for the caller's.
    pub(super) fn of(attribute: &Attribute, kind: ItemKind) -> Result<Option<Self>, Diagnostic> {
        if kind == ItemKind::Enum {
            let found = place(attribute, &OF_ENUM, &OF_FIELD, ["the enum", "a field"])?;
            return if found.is_none() { check_derived(attribute, &ENUM_TRAITS).map(|()| None) } else { Ok(found) };
        }
        if let Some(word) = attribute.path().get_ident().filter(|word| *word == "rename" || *word == "exhaustive") {
            let text = format!("#[{word}] belongs in front of an enum: the rows of a struct have no names");
            return Err(Diagnostic::new(word.span(), text));
        }
        let found = place(attribute, &OF_STRUCT, &OF_FIELD, ["the struct", "a field"])?;
        if found.is_none() { check_derived(attribute, &STRUCT_TRAITS).map(|()| None) } else { Ok(found) }
    }
}

impl FieldAttribute {
    /// Which of ours it is; `None` for the caller's.
    pub(super) fn of(attribute: &Attribute) -> Result<Option<Self>, Diagnostic> {
        let found = place(attribute, &OF_FIELD, &OF_ENUM, ["a field", "the enum"])?;
        if found.is_none() { check_derived(attribute, &ENUM_TRAITS).map(|()| None) } else { Ok(found) }
    }
}

/// Finds an attribute among those that belong `here`, the first of the two places.
fn place<H: Copy, E>(
    attribute: &Attribute,
    here: &[(&str, H)],
    elsewhere: &[(&str, E)],
    [this, other]: [&str; 2],
) -> Result<Option<H>, Diagnostic> {
    let Some(word) = attribute.path().get_ident() else { return Ok(None) };
    if let Some((_, found)) = here.iter().find(|(name, _)| word == name) {
        return Ok(Some(*found));
    }
    let error = |text: String| {
        let ours: Vec<String> = here.iter().map(|(name, _)| format!("#[{name}]")).collect();
        Diagnostic::new(word.span(), text).help(format!("in front of {this}: {} and Rust's own", ours.join(", ")))
    };
    if elsewhere.iter().any(|(name, _)| word == name) {
        return Err(error(format!("#[{word}] belongs in front of {other}, not of {this}")));
    }
    if let Some(similar) = best_match(&word.to_string(), here.iter().map(|(name, _)| *name)) {
        return Err(error(format!("unknown attribute `{word}`; there is a similar one, `{similar}`")));
    }
    Ok(None)
}

/// Refuses to derive what every table has. What cannot be read is the compiler's to refuse.
fn check_derived(attribute: &Attribute, emitted: &[&str]) -> Result<(), Diagnostic> {
    if !attribute.path().is_ident("derive") {
        return Ok(());
    }
    let Ok(paths) = attribute.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated) else { return Ok(()) };
    let is_emitted = |path: &&Path| emitted.iter().any(|name| path.is_ident(name));
    let names = paths.iter().filter(is_emitted).filter_map(|path| Some(format!("`{}`", path.get_ident()?)));
    match names.collect::<Vec<_>>().as_slice() {
        [] => Ok(()),
        [one] => {
            Err(Diagnostic::new(attribute.meta.span(), format!("{one} is implemented for every table: remove it here")))
        }
        several => {
            let text = format!("{} are implemented for every table: remove them here", several.join(", "));
            Err(Diagnostic::new(attribute.meta.span(), text))
        }
    }
}

/// Checks an attribute without arguments.
pub(super) fn expect_no_arguments(attribute: &Attribute) -> Result<(), Diagnostic> {
    attribute.meta.require_path_only().map(|_| ()).map_err(|error| {
        let name = attribute.path().get_ident().map(ToString::to_string).expect("our attributes are single words");
        Diagnostic::new(error.span(), format!("#[{name}] takes no arguments"))
    })
}
