//! The options after the first argument of an attribute: `, key = value, flag`, each key once.

use super::reworded;
use crate::similar::best_match;
use proc_macro2::{Ident, Span};
use syn::Token;
use syn::ext::IdentExt;
use syn::parse::{ParseBuffer, ParseStream};

/// An option of arguments `A`.
pub(super) struct Known<A> {
    pub(super) key: &'static str,
    /// As it is written, for messages.
    pub(super) usage: &'static str,
    pub(super) read: fn(&mut A, Value<'_, '_>) -> syn::Result<()>,
}

/// Reads the options that follow the first argument.
pub(super) fn read_options<A>(input: ParseStream<'_>, known: &[Known<A>], arguments: &mut A) -> syn::Result<()> {
    let names: Vec<_> = known.iter().map(|option| (option.key, option.usage)).collect();
    let mut seen: Vec<Ident> = Vec::new();
    while !input.is_empty() {
        input.parse::<Token![,]>().map_err(|error| reworded(&error, "expected `,` between options"))?;
        if input.is_empty() {
            break;
        }
        let key = input.call(Ident::parse_any).map_err(|error| reworded(&error, &expected(&names)))?;
        if seen.contains(&key) {
            return Err(syn::Error::new(key.span(), format!("option `{key}` is given twice")));
        }
        let Some(option) = known.iter().find(|option| key == option.key) else {
            return Err(unknown(&key, &names));
        };
        (option.read)(arguments, Value { key: &key, input })?;
        seen.push(key);
    }
    Ok(())
}

/// What follows the key of an option.
pub(super) struct Value<'a, 'p> {
    key: &'a Ident,
    input: &'a ParseBuffer<'p>,
}

impl<'a, 'p> Value<'a, 'p> {
    /// The tokens after `=`.
    pub(super) fn required(self) -> syn::Result<&'a ParseBuffer<'p>> {
        let Self { key, input } = self;
        if !input.peek(Token![=]) {
            return Err(syn::Error::new(key.span(), format!("expected a value: `{key} = …`")));
        }
        input.parse::<Token![=]>()?;
        Ok(input)
    }

    /// Nothing follows: where the word is.
    pub(super) fn flag(self) -> syn::Result<Span> {
        if self.input.peek(Token![=]) {
            return Err(self.input.error(format!("option `{}` takes no value", self.key)));
        }
        Ok(self.key.span())
    }
}

/// What may follow a comma: `known` are the keys of all options, and how they are written.
fn expected(known: &[(&str, &str)]) -> String {
    let usages: Vec<String> = known.iter().map(|(_, usage)| format!("`{usage}`")).collect();
    format!("expected one of {}; alternatives are separated by `|`, not by a comma", usages.join(", "))
}

fn unknown(key: &Ident, known: &[(&str, &str)]) -> syn::Error {
    let usages: Vec<String> = known.iter().map(|(_, usage)| format!("`{usage}`")).collect();
    let similar = best_match(&key.to_string(), known.iter().map(|(key, _)| *key));
    let similar = similar.map_or_else(String::new, |name| format!("; there is a similar one, `{name}`"));
    let text = format!("unknown option `{key}`, expected one of {}{similar}", usages.join(", "));
    syn::Error::new(key.span(), text)
}
