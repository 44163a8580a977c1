//! The attributes in front of the enum.

use super::attributes::{EnumAttribute, expect_no_arguments};
use super::{Feature, Rename, Source, features};
use crate::call::{RenameArguments, SourceArguments};
use crate::diagnostic::{Diagnostic, Diagnostics, Reported};
use crate::indexed::By;
use crate::naming;
use proc_macro2::Span;
use syn::{Attribute, LitStr};

/// What they say, and the caller's own.
pub(super) struct Head {
    pub(super) sources: By<Source, Source>,
    pub(super) renames: Vec<Rename>,
    pub(super) with: Vec<Feature>,
    pub(super) exhaustive: bool,
    pub(super) attributes: Vec<Attribute>,
}

#[derive(Default)]
struct Reader {
    sources: Vec<Source>,
    renames: Vec<Rename>,
    with: Vec<Feature>,
    exhaustive: bool,
    attributes: Vec<Attribute>,
}

impl Head {
    /// Reads all of them; mistakes are attached to the attribute, or else to the `name` of the enum.
    pub(super) fn read(attributes: Vec<Attribute>, name: Span, diagnostics: &Diagnostics) -> Result<Self, Reported> {
        let mut reader = Reader::default();
        let mut result = Ok(());
        for attribute in attributes {
            if let Err(error) = reader.read(attribute) {
                result = Err(diagnostics.report(error));
            }
        }
        result?;
        if reader.sources.is_empty() {
            return Err(diagnostics.report(Diagnostic::new(name, "expected #[source(\"…\")] in front of the enum")));
        }
        let Reader { sources, renames, with, exhaustive, attributes } = reader;
        Ok(Self { sources: sources.into_iter().collect(), renames, with, exhaustive, attributes })
    }
}

impl Reader {
    fn read(&mut self, attribute: Attribute) -> Result<(), Diagnostic> {
        match EnumAttribute::of(&attribute)? {
            Some(EnumAttribute::Source) => self.sources.push(Source::new(attribute.parse_args::<SourceArguments>()?)?),
            Some(EnumAttribute::Rename) => {
                for (code, name) in attribute.parse_args::<RenameArguments>()?.renames {
                    self.rename(code, &name)?;
                }
            }
            Some(EnumAttribute::With) => self.split_features(attribute)?,
            Some(EnumAttribute::Exhaustive) => {
                expect_no_arguments(&attribute)?;
                self.exhaustive = true;
            }
            None => self.split_features(attribute)?,
        }
        Ok(())
    }

    /// Takes the features of `with`, bare or in a `cfg_attr`; the rest is the caller's.
    fn split_features(&mut self, attribute: Attribute) -> Result<(), Diagnostic> {
        let (features, rest) = features::split(attribute)?;
        self.with.extend(features);
        self.attributes.extend(rest);
        Ok(())
    }

    fn rename(&mut self, code: LitStr, name: &LitStr) -> Result<(), Diagnostic> {
        let error = |text: String| Err(Diagnostic::new(name.span(), text));
        let Some(identifier) = naming::identifier(&name.value()) else {
            return error(format!("`{}` is not a valid variant name", name.value()));
        };
        if matches!(identifier.as_str(), "ALL" | "from_code") {
            return error(format!("every table has an item `{identifier}`: choose another name"));
        }
        if self.renames.iter().any(|earlier| earlier.code.value() == code.value()) {
            return Err(Diagnostic::new(code.span(), format!("code `{}` is renamed twice", code.value())));
        }
        self.renames.push(Rename { code, name: identifier });
        Ok(())
    }
}
