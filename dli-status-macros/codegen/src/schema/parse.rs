//! Reads a [`Schema`] from the tokens of a macro call.
//!
//! The mistakes of all fields and attributes are collected and come together.

use super::attributes;
use super::features;
use super::options::{ColumnOptions, at, parse_rename, parse_source};
use super::{Feature, Field, FieldType, Integer, Rename, Schema, Source};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, LitStr, Token, Type, Visibility, braced, parse_quote, token};

/// What every table has besides its fields; no field can have such a name.
const GENERATED: [&str; 8] = [
    "name",
    "from_code",
    "class",
    "is_informational",
    "is_success",
    "is_redirection",
    "is_client_error",
    "is_server_error",
];

/// Whether every table has an item of this name already.
pub(crate) fn is_generated(name: &str) -> bool {
    GENERATED.contains(&name)
}

/// `$crate;` from the runtime crate's `macro_rules!`, then what its caller wrote.
impl Parse for Schema {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let runtime: syn::Path = input.call(syn::Path::parse_mod_style)?;
        input.parse::<Token![;]>()?;
        let written = Written::parse(input)?;
        written.check(runtime.into_token_stream())
    }
}

/// A call as it is written; nothing is judged yet.
pub(super) struct Written {
    pub(super) attributes: Vec<Attribute>,
    pub(super) visibility: Visibility,
    pub(super) name: Ident,
    pub(super) heading: Option<String>,
    pub(super) fields: Vec<WrittenField>,
}

pub(super) struct WrittenField {
    attributes: Vec<Attribute>,
    name: Ident,
    ty: Type,
}

impl Parse for Written {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.is_empty() {
            let text =
                "which page? Give its path from the package's root: include_status_table!(\"docs/status_codes.rst\")";
            return Err(syn::Error::new(Span::call_site(), text));
        }
        if input.peek(LitStr) {
            return short_form(input);
        }
        let attributes = input.call(Attribute::parse_outer)?;
        let visibility = input.parse()?;
        input.parse::<Token![enum]>()?;
        let name: Ident = input.parse()?;
        let fields = fields(input, Ident::span(&name))?;
        let heading = Some(heading(&visibility, &name));
        Ok(Self { attributes, visibility, name, heading, fields })
    }
}

/// `"page.rst"`
fn short_form(input: ParseStream<'_>) -> syn::Result<Written> {
    let path: LitStr = input.parse()?;
    input.parse::<Option<Token![,]>>()?;
    nothing_left(input)?;
    let (visibility, name) = (parse_quote!(pub), Ident::new("StatusCode", Span::call_site()));
    Ok(Written {
        attributes: vec![parse_quote!(#[source(#path)])],
        heading: Some(heading(&visibility, &name)),
        visibility,
        name,
        fields: standard_fields(path.span()),
    })
}

fn heading(visibility: &Visibility, name: &Ident) -> String {
    format!("{} enum {name}", visibility.to_token_stream()).trim_start().to_owned()
}

/// What follows the name of the enum: the columns in braces, or `;` for the three of a status table.
fn fields(input: ParseStream<'_>, name: Span) -> syn::Result<Vec<WrittenField>> {
    let is_short = input.parse::<Option<Token![;]>>()?.is_some();
    let fields = if is_short { standard_fields(name) } else { braces(input)? };
    nothing_left(input)?;
    Ok(fields)
}

fn nothing_left(input: ParseStream<'_>) -> syn::Result<()> {
    if input.is_empty() {
        return Ok(());
    }
    Err(input.error("a call ends here: either a path alone, or attributes and one `enum`"))
}

/// The three columns of a status table; what is wrong with them is said at the token that stands for them.
fn standard_fields(at: Span) -> Vec<WrittenField> {
    let field = |name: &str, ty: Type, header: &str| {
        let header = LitStr::new(header, at);
        WrittenField::new(name, ty, &quote!(#header))
    };
    vec![
        field("code", parse_quote!(u16), "Status Code"),
        field("message", parse_quote!(&'static str), "Message"),
        field("description", parse_quote!(&'static str), "Description"),
    ]
}

fn braces(input: ParseStream<'_>) -> syn::Result<Vec<WrittenField>> {
    if !input.peek(token::Brace) {
        let text = "behind the name come the columns in braces, or `;` for the usual three";
        return Err(syn::Error::new(input.span(), text));
    }
    let content;
    braced!(content in input);
    let fields = content.parse_terminated(WrittenField::parse, Token![,])?;
    Ok(fields.into_iter().collect())
}

impl WrittenField {
    /// A field that the call does not write itself.
    pub(super) fn new(name: &str, ty: Type, column: &TokenStream) -> Self {
        let attributes = vec![parse_quote!(#[column(#column)])];
        Self { attributes, name: Ident::new(name, Span::call_site()), ty }
    }
}

impl Parse for WrittenField {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let attributes = input.call(Attribute::parse_outer)?;
        if input.peek(Token![pub]) {
            return Err(input.error("an accessor is as visible as the enum; write the field without `pub`"));
        }
        let name = input.call(Ident::parse_any).map_err(|error| at(&error, "a field has a name: name: type"))?;
        input
            .parse::<Token![:]>()
            .map_err(|error| at(&error, "a field has a type, name: type; the variants come from the page"))?;
        Ok(Self { attributes, name, ty: input.parse()? })
    }
}

/// All mistakes so far, as one error.
#[derive(Default)]
struct Errors(Option<syn::Error>);

impl Errors {
    fn push(&mut self, error: syn::Error) {
        match &mut self.0 {
            Some(first) => first.combine(error),
            None => self.0 = Some(error),
        }
    }

    fn keep<T>(&mut self, result: syn::Result<T>) -> Option<T> {
        result.map_err(|error| self.push(error)).ok()
    }
}

impl Written {
    pub(super) fn check(self, runtime: TokenStream) -> syn::Result<Schema> {
        let mut errors = Errors::default();
        let head = Head::read(self.attributes, &mut errors);
        if head.sources.is_empty() && errors.0.is_none() {
            errors.push(syn::Error::new(self.name.span(), "which page? Put #[source(\"…\")] in front of the enum"));
        }
        let fields = check_fields(self.fields, &mut errors);
        let code = fields.iter().position(|field| field.name == "code");
        if code.is_none() && errors.0.is_none() {
            errors.push(syn::Error::new(
                self.name.span(),
                "which column is the code? One field must be named `code`: it is the key of the table",
            ));
        }
        head.check_features(&fields, &mut errors);
        match (errors.0, code) {
            (None, Some(code)) => Ok(Schema {
                runtime,
                attributes: head.attributes,
                sources: head.sources,
                renames: head.renames,
                with: head.with,
                exhaustive: head.exhaustive,
                visibility: self.visibility,
                name: self.name,
                heading: self.heading,
                fields,
                code,
            }),
            (errors, _) => Err(errors.unwrap_or_else(|| syn::Error::new(Span::call_site(), "no field is `code`"))),
        }
    }
}

/// The attributes in front of the enum, sorted.
#[derive(Default)]
struct Head {
    attributes: Vec<Attribute>,
    sources: Vec<Source>,
    renames: Vec<Rename>,
    with: Vec<Feature>,
    exhaustive: bool,
}

impl Head {
    fn read(attributes: Vec<Attribute>, errors: &mut Errors) -> Self {
        let mut head = Self::default();
        for attribute in attributes {
            if attribute.path().is_ident("source") {
                head.sources.extend(errors.keep(attribute.parse_args_with(parse_source)));
            } else if attribute.path().is_ident("rename") {
                head.renames.extend(errors.keep(attribute.parse_args_with(parse_rename)).into_iter().flatten());
            } else if attribute.path().is_ident("exhaustive") {
                head.exhaustive = true;
                errors.keep(attributes::stands_alone(&attribute));
            } else if let Some((features, rest)) = errors.keep(features::split(attribute)) {
                head.with.extend(features);
                errors.keep(rest.as_ref().map_or(Ok(()), |attribute| attributes::OF_ENUM.check(attribute)));
                head.attributes.extend(rest);
            }
        }
        head.check_renames(errors);
        head
    }

    /// HTTP's codes are `u16`; that is a matter of the type, so it holds whatever the page lists.
    fn check_features(&self, fields: &[Field], errors: &mut Errors) {
        let code = fields.iter().find(|field| field.name == "code");
        let is_u16 = code.is_none_or(|code| matches!(code.ty, FieldType::Scalar(super::Scalar::Integer(Integer::U16))));
        for feature in self.with.iter().filter(|feature| !is_u16 && feature.name == "http") {
            errors.push(syn::Error::new(feature.name.span(), "`http` needs a field `code` of type `u16`"));
        }
    }

    fn check_renames(&self, errors: &mut Errors) {
        for (at, rename) in self.renames.iter().enumerate() {
            let code = rename.code.value();
            if self.renames.iter().take(at).any(|earlier| earlier.code.value() == code) {
                errors.push(syn::Error::new(rename.code.span(), format!("code `{code}` is renamed twice")));
            }
        }
    }
}

fn check_fields(written: Vec<WrittenField>, errors: &mut Errors) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    for field in written {
        let name = field.name.unraw().to_string();
        if let Some(earlier) =
            fields.iter().find(|earlier| earlier.name.unraw().to_string().eq_ignore_ascii_case(&name))
        {
            let text = format!("the fields `{}` and `{name}` have one name", earlier.name);
            errors.push(syn::Error::new(field.name.span(), text));
        }
        if is_generated(&name) {
            let text =
                format!("every table has a `{0}()` already; choose another name, such as `{0}_text`", field.name);
            errors.push(syn::Error::new(field.name.span(), text));
        }
        if let Some(field) = errors.keep(check_field(field)) {
            errors.keep(check_type(&field));
            fields.push(field);
        }
    }
    fields
}

fn check_field(written: WrittenField) -> syn::Result<Field> {
    let WrittenField { attributes, name, ty } = written;
    let mut column: Option<ColumnOptions> = None;
    let mut names_variant = false;
    let mut kept = Vec::new();
    for attribute in attributes {
        if attribute.path().is_ident("column") {
            if column.replace(attribute.parse_args()?).is_some() {
                return Err(syn::Error::new_spanned(
                    &attribute,
                    "one #[column(…)] a field; join headers as \"A\" | \"B\"",
                ));
            }
        } else if attribute.path().is_ident("name") {
            attributes::stands_alone(&attribute)?;
            names_variant = true;
        } else {
            attributes::OF_FIELD.check(&attribute)?;
            kept.push(attribute);
        }
    }
    let Some(column) = column else {
        let text = format!("which column is `{name}`? Put #[column(\"…\")] with the header cell's text in front of it");
        return Err(syn::Error::new(name.span(), text));
    };
    Ok(Field {
        attributes: kept,
        ty_tokens: quote!(#ty),
        ty: FieldType::from_type(&ty)?,
        name,
        headers: column.headers,
        regex: column.regex,
        markup: column.markup,
        fill_down: column.fill_down,
        names_variant,
    })
}

/// What a type asks of the rest of its field.
fn check_type(field: &Field) -> syn::Result<()> {
    let error = |text: &str| Err(syn::Error::new_spanned(&field.ty_tokens, text));
    match &field.ty {
        FieldType::Scalar(super::Scalar::Integer(_) | super::Scalar::Str) => Ok(()),
        _ if field.name == "code" => error("`code` is the key of the table: an integer type or `&'static str`"),
        FieldType::Bool if field.regex.is_none() => {
            error("a `bool` says whether a pattern matches: add `regex = r\"…\"` to its #[column(…)]")
        }
        FieldType::Bool | FieldType::Slice(_) if field.names_variant => {
            error("a field that bears #[name] is one text or one number")
        }
        _ => Ok(()),
    }
}
