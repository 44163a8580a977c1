//! How the path of a page is written: relative to the package's root, or to an environment variable.

use syn::LitStr;

/// A path as the macro call gives it, split into its root and the rest.
///
/// ```
/// use dli_status_codegen::PagePath;
/// use syn::parse_quote;
///
/// let path = PagePath::new(&parse_quote!("$OUT_DIR/status.rst")).unwrap();
/// assert_eq!((path.variable(), path.rest()), ("OUT_DIR", "/status.rst"));
///
/// let path = PagePath::new(&parse_quote!("docs/status.rst")).unwrap();
/// assert_eq!((path.variable(), path.rest()), ("CARGO_MANIFEST_DIR", "/docs/status.rst"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PagePath {
    written: String,
    variable: String,
    rest: String,
}

impl PagePath {
    /// Splits a path.
    ///
    /// # Errors
    ///
    /// At the literal, if it is empty or absolute, or if no variable name follows a `$` at its start.
    pub fn new(literal: &LitStr) -> syn::Result<Self> {
        let written = literal.value();
        let error = |text: &str| Err(syn::Error::new(literal.span(), text));
        if written.trim().is_empty() {
            return error("expected the page's path, relative to the package's root, found an empty string");
        }
        if written.contains('\0') {
            return error("a path cannot hold a NUL character");
        }
        let Some(after) = written.strip_prefix('$') else {
            if written.starts_with(['/', '\\']) || written.get(1..2) == Some(":") {
                return error(
                    "expected a path relative to the package's root, found an absolute one\n  = help: for a page elsewhere, \
                     set an environment variable and write \"$NAME/page.rst\"",
                );
            }
            let rest = format!("/{written}");
            return Ok(Self { written, variable: "CARGO_MANIFEST_DIR".to_owned(), rest });
        };
        let end = after.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(after.len());
        let (variable, rest) = after.split_at(end);
        if variable.is_empty() {
            return error("expected the name of an environment variable after `$`, as in \"$OUT_DIR/page.rst\"");
        }
        let (variable, rest) = (variable.to_owned(), rest.to_owned());
        Ok(Self { variable, rest, written })
    }

    /// As the macro call gives it.
    #[must_use]
    pub fn written(&self) -> &str {
        &self.written
    }

    /// The environment variable that holds the root.
    #[must_use]
    pub fn variable(&self) -> &str {
        &self.variable
    }

    /// What follows the root; it starts with `/`, or is empty.
    #[must_use]
    pub fn rest(&self) -> &str {
        &self.rest
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proc_macro2::Span;

    #[test]
    fn what_cannot_be_a_path_is_refused() {
        for path in ["", " ", "/etc/passwd", "C:\\page.rst", "c:/page.rst", "\\page", "$", "$/page.rst", "a\0b"] {
            assert!(PagePath::new(&LitStr::new(path, Span::call_site())).is_err(), "{path:?}");
        }
    }
}
