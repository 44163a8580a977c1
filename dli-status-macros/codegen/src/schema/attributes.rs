//! Which attributes are ours, and what is said of those that look like one of them or stand in the wrong place. All
//! others are the caller's.

use syn::punctuated::Punctuated;
use syn::{Attribute, Path, Token};

/// In front of the enum.
pub(super) const OF_ENUM: Place = Place {
    own: &["source", "rename", "with", "exhaustive"],
    elsewhere: &["column", "name"],
    listed: "In front of the enum there are #[source(…)], #[rename(…)], #[with(…)], #[exhaustive] and Rust's own",
    other: "in front of a field",
};

/// In front of a field.
pub(super) const OF_FIELD: Place = Place {
    own: &["column", "name"],
    elsewhere: &["source", "rename", "with", "exhaustive"],
    listed: "In front of a field there are #[column(…)], #[name] and those of a method",
    other: "in front of the enum",
};

/// Where attributes stand.
pub(super) struct Place {
    own: &'static [&'static str],
    elsewhere: &'static [&'static str],
    listed: &'static str,
    other: &'static str,
}

impl Place {
    /// An attribute that is not of this place, unless it is the caller's.
    pub(super) fn check(&self, attribute: &Attribute) -> syn::Result<()> {
        let Some(name) = attribute.path().get_ident().map(ToString::to_string) else { return Ok(()) };
        if name == "derive" {
            return check_derived(attribute);
        }
        let error = |text: String| Err(syn::Error::new_spanned(attribute.path(), text));
        if self.elsewhere.contains(&name.as_str()) {
            return error(format!("#[{name}] stands {}. {}", self.other, self.listed));
        }
        match self.own.iter().find(|own| is_slip(&name, own)) {
            Some(own) => error(format!("there is no attribute `{name}`; did you mean `{own}`? {}", self.listed)),
            None => Ok(()),
        }
    }
}

/// Refuses to derive what every table has. What cannot be read is the compiler's to refuse.
fn check_derived(attribute: &Attribute) -> syn::Result<()> {
    const EMITTED: [&str; 8] = ["Debug", "Clone", "Copy", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash"];
    let Ok(paths) = attribute.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated) else { return Ok(()) };
    let names: Vec<String> = paths.iter().filter_map(|path| Some(path.get_ident()?.to_string())).collect();
    let emitted: Vec<String> =
        names.iter().filter(|name| EMITTED.contains(&name.as_str())).map(|name| format!("`{name}`")).collect();
    if emitted.is_empty() {
        return Ok(());
    }
    let text = format!("every table has {} already; leave it out here", emitted.join(", "));
    Err(syn::Error::new_spanned(&attribute.meta, text))
}

/// Whether a name is another one with a slip of the pen; a short one with a single slip.
fn is_slip(name: &str, own: &str) -> bool {
    let most = if own.len() > 4 { 2 } else { 1 };
    (1..=most).contains(&crate::distance(name, own))
}

/// Of an attribute without arguments.
pub(super) fn stands_alone(attribute: &Attribute) -> syn::Result<()> {
    let found = attribute.meta.require_path_only().map(|_| ());
    found.map_err(|error| {
        let name = attribute.path().get_ident().map(ToString::to_string).unwrap_or_default();
        syn::Error::new(error.span(), format!("#[{name}] stands alone, without arguments"))
    })
}
