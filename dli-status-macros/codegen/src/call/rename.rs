//! The arguments of `#[rename(…)]`.

use super::reworded;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{LitStr, Token};

/// `"404" = "Missing", …`
pub(crate) struct RenameArguments {
    /// Codes and the names they get.
    pub(crate) renames: Vec<(LitStr, LitStr)>,
}

impl Parse for RenameArguments {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let renames = Punctuated::<Pair, Token![,]>::parse_terminated(input)?;
        Ok(Self { renames: renames.into_iter().map(|Pair(code, name)| (code, name)).collect() })
    }
}

struct Pair(LitStr, LitStr);

impl Parse for Pair {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let shape =
            |error| reworded(&error, "expected a code and a name in quotes, as in #[rename(\"404\" = \"Missing\")]");
        let code = input.parse().map_err(shape)?;
        input.parse::<Token![=]>().map_err(shape)?;
        Ok(Self(code, input.parse().map_err(shape)?))
    }
}
