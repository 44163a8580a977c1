//! How a text of the page becomes the name of a variant.
//!
//! * **Words** end at every character that identifiers cannot contain, at `_`, between a lower-case letter or digit
//!   and an upper-case letter (`NoContent`), and before the last capital of a run that a lower-case letter follows
//!   (`HTTPVersion` is `HTTP`, `Version`). `Can't` is one word: an apostrophe does not end it.
//! * **Case**: each word's first letter becomes upper case, the rest lower case: `URI` is `Uri`.
//! * **Digits** stay with their word. Where two words meet digit to digit, `_` keeps them apart, so that
//!   `1.12` and `11.2` are two names: `V1_12`, `V11_2`.
//! * **A name cannot start with a digit**: it then starts with the name of the field: `404` of `code` is `Code404`.
//! * **Keywords**: `Self` is the only one that is a camel-case word; it becomes `Self_`.

/// The variant's name for the texts of the fields that make it up, joined in order; `field` is the name of the first of
/// them. `None` if identifiers can contain no character of them.
pub(crate) fn variant_name(field: &str, texts: &[&str]) -> Option<String> {
    let words_of_texts = || texts.iter().flat_map(|text| words(text));
    let mut name = camel_case(words_of_texts());
    let first = name.chars().next()?;
    if !unicode_ident::is_xid_start(first) {
        name = camel_case(words(field).into_iter().chain(words_of_texts()));
    }
    if name == "Self" {
        name.push('_');
    }
    Some(name)
}

/// The name of a variant as people write it: `Not Found` for `NotFound`.
pub(crate) fn in_words(name: &str) -> String {
    words(name).join(" ")
}

/// The name of a field for a column with this header: its words in lower case, joined by `_`; or `column_` and its number
/// if that is not a name.
pub(crate) fn field_name(header: &str, number: usize) -> String {
    let mut name = words(header).join("_").to_lowercase();
    if is_reserved(&name, true) {
        name.push_str("_text");
    }
    if name.is_ascii() && identifier(&name).is_some() { name } else { format!("column_{number}") }
}

/// What every enum has besides its fields; no field can have such a name.
const RESERVED: [&str; 2] = ["name", "from_code"];

/// What enums with codes of HTTP's type have besides.
const RESERVED_FOR_HTTP: [&str; 6] =
    ["class", "is_informational", "is_success", "is_redirection", "is_client_error", "is_server_error"];

/// Whether an enum has an item of this name, whose codes may be of HTTP's type.
pub(crate) fn is_reserved(name: &str, is_http: bool) -> bool {
    RESERVED.contains(&name) || is_http && RESERVED_FOR_HTTP.contains(&name)
}

/// A text as the compiler knows it as a name, if it can be one: the compiler brings letters into their composed form
/// (NFC), so two texts may be one name.
pub(crate) fn identifier(name: &str) -> Option<String> {
    let mut chars = name.chars();
    let starts = chars.next().is_some_and(|c| c == '_' || unicode_ident::is_xid_start(c));
    if !starts || !chars.all(unicode_ident::is_xid_continue) || name == "_" {
        return None;
    }
    syn::parse_str::<syn::Ident>(name).ok().map(|ident| ident.to_string())
}

fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut rest = text.chars().filter(|c| !matches!(c, '\'' | '\u{2019}')).peekable();
    while let Some(c) = rest.next() {
        if c == '_' || !unicode_ident::is_xid_continue(c) {
            finish(&mut words, &mut word);
            continue;
        }
        if begins_word(word.chars().next_back(), c, rest.peek().copied()) {
            finish(&mut words, &mut word);
        }
        word.push(c);
    }
    finish(&mut words, &mut word);
    words
}

fn begins_word(before: Option<char>, c: char, after: Option<char>) -> bool {
    let Some(before) = before else { return false };
    let after_lower = c.is_uppercase() && (before.is_lowercase() || before.is_numeric());
    let last_of_acronym = before.is_uppercase() && c.is_uppercase() && after.is_some_and(char::is_lowercase);
    after_lower || last_of_acronym
}

fn finish(words: &mut Vec<String>, word: &mut String) {
    if !word.is_empty() {
        words.push(std::mem::take(word));
    }
}

fn camel_case(words: impl Iterator<Item = String>) -> String {
    let mut name = String::new();
    for word in words {
        if name.ends_with(char::is_numeric) && word.starts_with(char::is_numeric) {
            name.push('_');
        }
        let mut chars = word.chars();
        name.extend(chars.next().into_iter().flat_map(char::to_uppercase));
        name.push_str(&chars.as_str().to_lowercase());
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn named(text: &str, name: &str) {
        assert_eq!(variant_name("message", &[text]).as_deref(), Some(name), "{text}");
    }

    #[test]
    fn words_end_where_an_identifier_would() {
        named("Switching Protocols", "SwitchingProtocols");
        named("Non-Authoritative Information", "NonAuthoritativeInformation");
        named("Request-URI Too Large", "RequestUriTooLarge");
        named("not_found", "NotFound");
        named("a/b, c: (d)", "ABCD");
        named("  padded  ", "Padded");
        named("I/O error", "IOError");
    }

    #[test]
    fn words_end_where_the_case_says_so() {
        named("NoContent", "NoContent");
        named("No Content", "NoContent");
        named("no_content", "NoContent");
        named("RequestTimeOut", "RequestTimeOut");
        named("HTTPVersionNotSupported", "HttpVersionNotSupported");
        named("HTTP Version not supported", "HttpVersionNotSupported");
        named("requestedRangeNotSatisfiable", "RequestedRangeNotSatisfiable");
        named("OK", "Ok");
        named("IDs", "IDs");
    }

    #[test]
    fn an_apostrophe_is_not_a_break() {
        named("Can't process", "CantProcess");
        named("Can\u{2019}t process", "CantProcess");
    }

    #[test]
    fn digits_stay_with_their_word_and_apart_from_each_other() {
        named("Http2 required", "Http2Required");
        named("Base64Encode", "Base64Encode");
        named("v1.12", "V1_12");
        named("v11.2", "V11_2");
        named("DLI.0001", "Dli0001");
        named("SFS.TURBO.0001.2", "SfsTurbo0001_2");
    }

    #[test]
    fn a_leading_digit_is_preceded_by_the_field() {
        assert_eq!(variant_name("code", &["404"]).as_deref(), Some("Code404"));
        assert_eq!(variant_name("error_code", &["1.5 x"]).as_deref(), Some("ErrorCode1_5X"));
        named("3D secure failed", "Message3DSecureFailed");
    }

    #[test]
    fn several_fields_are_joined_in_order() {
        assert_eq!(variant_name("message", &["OK", "200"]).as_deref(), Some("Ok200"));
        assert_eq!(variant_name("code", &["2", "0"]).as_deref(), Some("Code2_0"));
    }

    #[test]
    fn self_is_the_only_keyword_in_camel_case() {
        named("self", "Self_");
        named("type", "Type");
        named("crate", "Crate");
    }

    #[test]
    fn letters_of_other_scripts_stay() {
        named("nicht gefunden: Größe", "NichtGefundenGröße");
        named("未找到", "未找到");
        named("ошибка сети", "ОшибкаСети");
    }

    #[test]
    fn a_text_without_letters_is_not_a_name() {
        assert_eq!(variant_name("message", &[""]), None);
        assert_eq!(variant_name("message", &["—?!", "…"]), None);
    }

    #[test]
    fn renames_must_be_identifiers() {
        for good in ["Missing", "_Private", "Größe"] {
            assert!(identifier(good).is_some(), "{good}");
        }
        for bad in ["", "_", "4xx", "a b", "Self", "crate", "r#type"] {
            assert!(identifier(bad).is_none(), "{bad}");
        }
    }
}
