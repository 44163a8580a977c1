//! The attributes in front of the enum or struct.

use super::attributes::{ItemAttribute, expect_no_arguments};
use super::{CompilePattern, Feature, Rename, Skip, Source, features};
use crate::call::{ItemKind, RenameArguments, SkipArguments, SourceArguments};
use crate::diagnostic::{Diagnostic, Diagnostics, Reported};
use crate::indexed::By;
use crate::naming;
use proc_macro2::Span;
use syn::{Attribute, LitStr};

/// What they say, and the caller's own.
pub(super) struct Head {
    pub(super) sources: By<Source, Source>,
    pub(super) skips: By<Skip, Skip>,
    pub(super) renames: Vec<Rename>,
    pub(super) with: Vec<Feature>,
    pub(super) exhaustive: bool,
    pub(super) attributes: Vec<Attribute>,
}

struct Reader {
    kind: ItemKind,
    compile: CompilePattern,
    sources: Vec<Source>,
    skips: Vec<Skip>,
    renames: Vec<Rename>,
    with: Vec<Feature>,
    exhaustive: bool,
    attributes: Vec<Attribute>,
}

impl Head {
    /// Reads all of them; mistakes are attached to the attribute, or else to the `name` of the item.
    pub(super) fn read(
        attributes: Vec<Attribute>,
        kind: ItemKind,
        name: Span,
        compile: CompilePattern,
        diagnostics: &Diagnostics,
    ) -> Result<Self, Reported> {
        let mut reader = Reader::new(kind, compile);
        let mut result = Ok(());
        for attribute in attributes {
            if let Err(error) = reader.read(attribute) {
                result = Err(diagnostics.report(error));
            }
        }
        result?;
        if reader.sources.is_empty() {
            let text = format!("expected #[source(\"…\")] in front of the {}", kind.keyword());
            return Err(diagnostics.report(Diagnostic::new(name, text)));
        }
        let Reader { sources, skips, renames, with, exhaustive, attributes, .. } = reader;
        let (sources, skips) = (sources.into_iter().collect(), skips.into_iter().collect());
        Ok(Self { sources, skips, renames, with, exhaustive, attributes })
    }
}

impl Reader {
    fn new(kind: ItemKind, compile: CompilePattern) -> Self {
        Self {
            kind,
            compile,
            sources: Vec::new(),
            skips: Vec::new(),
            renames: Vec::new(),
            with: Vec::new(),
            exhaustive: false,
            attributes: Vec::new(),
        }
    }

    fn read(&mut self, attribute: Attribute) -> Result<(), Diagnostic> {
        match ItemAttribute::of(&attribute, self.kind)? {
            Some(ItemAttribute::Source) => {
                let arguments = attribute.parse_args::<SourceArguments>()?;
                self.sources.push(Source::new(arguments, attribute.pound_token.span)?);
            }
            Some(ItemAttribute::Skip) => {
                self.skips.push(Skip::new(attribute.parse_args::<SkipArguments>()?, self.compile)?);
            }
            Some(ItemAttribute::Rename) => {
                for (code, name) in attribute.parse_args::<RenameArguments>()?.renames {
                    self.rename(code, &name)?;
                }
            }
            Some(ItemAttribute::With) => self.split_features(attribute)?,
            Some(ItemAttribute::Exhaustive) => {
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
