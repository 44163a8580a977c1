//! Reads a call of `assert_status_table!`: the path of an enum, and the table whose codes it should have.

use super::parse::{Written, WrittenField, fields, standard_fields};
use super::{Schema, Variants, field_type_text};
use proc_macro2::{Ident, Span};
use quote::ToTokens;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, LitStr, Path, Token, Visibility, parse_quote};

/// A call of `assert_status_table!`, as declared.
pub struct Assertion {
    /// The table.
    pub schema: Schema,
    /// The path of the enum.
    pub path: Path,
    /// `#[variants(…)]`
    pub variants: Option<Variants>,
}

impl Assertion {
    /// The path as one writes it.
    #[must_use]
    pub fn path_text(&self) -> String {
        field_type_text(&self.path.to_token_stream())
    }
}

/// `$crate;` from the runtime crate's `macro_rules!`, then what its caller wrote.
impl Parse for Assertion {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let runtime = input.call(Path::parse_mod_style)?;
        input.parse::<Token![;]>()?;
        if input.is_empty() || input.peek(LitStr) {
            let text = "which enum, and which page? assert_status_table!(Status, \"docs/status_codes.rst\")";
            let at = if input.is_empty() { Span::call_site() } else { input.span() };
            return Err(syn::Error::new(at, text));
        }
        let is_short = !input.peek(Token![#]) && !input.peek(Token![enum]);
        let (path, variants, written) = if is_short { short_form(input)? } else { full_form(input)? };
        Ok(Self { schema: written.check(runtime.into_token_stream())?, path, variants })
    }
}

/// `Status, "page.rst"`
fn short_form(input: ParseStream<'_>) -> syn::Result<(Path, Option<Variants>, Written)> {
    let path = input.call(Path::parse_mod_style)?;
    let next = input.parse::<Token![,]>().and_then(|_| input.parse::<LitStr>());
    let page = next.map_err(|error| {
        let text = "which page? Its path follows the enum: assert_status_table!(Status, \"docs/status_codes.rst\")";
        syn::Error::new(error.span(), text)
    })?;
    input.parse::<Option<Token![,]>>()?;
    if !input.is_empty() {
        return Err(input.error("a call ends here: an enum and a page, or attributes and one `enum`"));
    }
    let fields = standard_fields(page.span());
    let written = written(&path, vec![parse_quote!(#[source(#page)])], fields)?;
    Ok((path, None, written))
}

/// As a declaration of the table, but for what would be emitted.
fn full_form(input: ParseStream<'_>) -> syn::Result<(Path, Option<Variants>, Written)> {
    let attributes = input.call(Attribute::parse_outer)?;
    if input.peek(Token![pub]) {
        return Err(input.error("the enum is there already, and as visible as it is: write `enum` alone"));
    }
    input.parse::<Token![enum]>()?;
    let path = input.call(Path::parse_mod_style)?;
    let at = path.segments.last().map_or_else(Span::call_site, |last| last.ident.span());
    let fields = fields(input, at)?;
    let (attributes, variants) = read_attributes(attributes)?;
    let written = written(&path, attributes, fields)?;
    Ok((path, variants, written))
}

/// The enum named by its last segment.
fn written(path: &Path, attributes: Vec<Attribute>, fields: Vec<WrittenField>) -> syn::Result<Written> {
    let name: Ident = match path.segments.last() {
        Some(last) => last.ident.clone(),
        None => return Err(syn::Error::new_spanned(path, "which enum?")),
    };
    let heading = format!("enum {}", field_type_text(&path.to_token_stream()));
    Ok(Written { attributes, visibility: Visibility::Inherited, name, heading, fields })
}

/// The attributes that say what is read, and `#[variants(…)]`. Docs are the caller's.
fn read_attributes(attributes: Vec<Attribute>) -> syn::Result<(Vec<Attribute>, Option<Variants>)> {
    let (mut sources, mut variants) = (Vec::new(), None);
    for attribute in attributes {
        if attribute.path().is_ident("source") {
            sources.push(attribute);
        } else if attribute.path().is_ident("variants") {
            if variants.replace(read_variants(&attribute)?).is_some() {
                return Err(syn::Error::new_spanned(&attribute, "#[variants(…)] stands once and lists them all"));
            }
        } else if !attribute.path().is_ident("doc") {
            let text = "the enum is there already: in front of it there are #[source(…)] and #[variants(…)] alone";
            return Err(syn::Error::new_spanned(attribute.path(), text));
        }
    }
    Ok((sources, variants))
}

fn read_variants(attribute: &Attribute) -> syn::Result<Variants> {
    let variants: Variants = attribute.parse_args().map_err(|error| {
        syn::Error::new(error.span(), "variants are listed by their names: #[variants(NotFound, Gone, Other(..))]")
    })?;
    match variants.list.iter().find_map(|variant| variant.equals) {
        Some(equals) => Err(syn::Error::new_spanned(equals, "a variant is listed by its name; its code is the enum's")),
        None => Ok(variants),
    }
}
