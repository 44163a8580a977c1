//! A declaration as it would be written one module further down, to be visible from where it was.

use super::{ItemSpec, Scalar, TableSpec};
use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse_quote;

/// Moves a declaration into a child of the module that it was written in.
pub(crate) fn move_into_submodule(item: &mut ItemSpec, table: &mut TableSpec) {
    item.visibility = parse_quote!(pub);
    for field in table.fields.iter_mut() {
        field.visibility = parse_quote!(pub);
        if let Some(Scalar::Foreign(path)) = field.ty.scalar_mut() {
            *path = from_submodule(path.clone());
        }
    }
}

/// A path of the parent: what begins with `self` or `super` is one level up. All other names are imported.
fn from_submodule(path: TokenStream) -> TokenStream {
    let mut moved = TokenStream::new();
    let mut is_start = true;
    for token in path {
        match token {
            TokenTree::Ident(word) if is_start && word == "self" => {
                Ident::new("super", word.span()).to_tokens(&mut moved)
            }
            TokenTree::Ident(word) if is_start && word == "super" => moved.extend(quote::quote!(super::#word)),
            TokenTree::Group(group) => {
                let inner = Group::new(group.delimiter(), from_submodule(group.stream()));
                TokenTree::Group(inner).to_tokens(&mut moved);
            }
            token => {
                is_start = !matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ':');
                token.to_tokens(&mut moved);
            }
        }
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;
    use quote::quote;

    #[test]
    fn paths_go_up_one_module() {
        for (path, moved) in [
            (quote!(Other), quote!(Other)),
            (quote!(crate::a::B), quote!(crate::a::B)),
            (quote!(self::B), quote!(super::B)),
            (quote!(super::super::B), quote!(super::super::super::B)),
            (quote!(a::B<super::C, self::D>), quote!(a::B<super::super::C, super::D>)),
            (quote!([super::C; 2]), quote!([super::super::C; 2])),
        ] {
            assert_eq!(from_submodule(path).to_string(), moved.to_string());
        }
    }
}
