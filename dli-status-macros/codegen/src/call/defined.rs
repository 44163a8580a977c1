//! The type that a call defines, as far as that can be told of a call that may not even be one.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;

/// Its name and visibility.
pub(crate) struct Defined {
    /// As tokens; empty if it is private.
    pub(crate) visibility: TokenStream,
    pub(crate) name: Ident,
}

impl Defined {
    /// Looks for `enum Name` or `struct Name`, or for the path of the short form. `call` begins with the path of the runtime
    /// crate.
    pub(crate) fn find(call: &TokenStream) -> Option<Self> {
        let mut tokens = call.clone().into_iter().skip_while(|token| !is_semicolon(token)).skip(1).peekable();
        if let Some(TokenTree::Literal(path)) = tokens.peek() {
            return Some(Self { visibility: quote::quote!(pub), name: standard_name(path.span()) });
        }
        let mut visibility = TokenStream::new();
        while let Some(token) = tokens.next() {
            match &token {
                TokenTree::Ident(word) if word == "pub" => visibility = token.into_token_stream(),
                TokenTree::Ident(word) if word == "enum" || word == "struct" => {
                    let Some(TokenTree::Ident(name)) = tokens.next() else { return None };
                    return Some(Self { visibility, name });
                }
                // `(crate)` after `pub`.
                TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis && !visibility.is_empty() => {
                    visibility.extend([token]);
                }
                _ => {}
            }
        }
        None
    }
}

fn is_semicolon(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == ';')
}

/// The name that the short form gives, at the path of the page.
pub(super) fn standard_name(path: Span) -> Ident {
    Ident::new("StatusCode", path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use quote::quote;

    #[test]
    fn the_type_is_found_in_any_call() {
        let found = |call: TokenStream| {
            Defined::find(&quote!($crate; #call)).map(|defined| format!("{} {}", defined.visibility, defined.name))
        };
        assert_eq!(found(quote!("page.rst")).as_deref(), Some("pub StatusCode"));
        assert_eq!(found(quote!(#[source("a")] enum A;)).as_deref(), Some(" A"));
        assert_eq!(found(quote!(#[source] pub(crate) struct A { code u16 })).as_deref(), Some("pub (crate) A"));
        assert_eq!(
            found(quote!(#[doc = "enum B"] pub(in a::b) enum r#A { 1 })).as_deref(),
            Some("pub (in a :: b) r#A")
        );
        assert_eq!(found(quote!(concat!("a", "b"))), None);
        assert_eq!(found(quote!(pub enum)), None);
    }
}
