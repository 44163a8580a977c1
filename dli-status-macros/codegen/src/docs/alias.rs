//! What the search box of rustdoc finds a variant by, besides its name.

/// The texts that are worth searching for and are not the name itself, which rustc refuses.
pub(super) fn aliases(name: &str, texts: &[&str]) -> Vec<String> {
    let is_new = |text: &&&str| is_alias(text) && text.to_lowercase() != name.to_lowercase();
    let mut aliases: Vec<String> = Vec::new();
    for text in texts.iter().filter(is_new) {
        if !aliases.iter().any(|alias| alias.to_lowercase() == text.to_lowercase()) {
            aliases.push((*text).to_owned());
        }
    }
    aliases
}

/// Whether a text is a name and not a sentence, of characters that are safe there: rustc refuses quotes, and the search
/// box takes `<` and `&` for HTML.
fn is_alias(text: &str) -> bool {
    let is_word = unicode_ident::is_xid_continue;
    text.starts_with(is_word) && text.ends_with(is_word) && text.chars().all(|c| is_word(c) || " .,:/()+-".contains(c))
}

#[cfg(test)]
mod tests {
    #[test]
    fn aliases_are_names_that_are_safe_in_the_search_box() {
        for (name, texts, aliases) in [
            ("NotFound", ["404", "Not Found"], &["404", "Not Found"][..]),
            // rustc refuses a name as its own alias, and the search box finds it in any case.
            ("NotFound", ["404", "NOTFOUND"], &["404"]),
            ("Code404", ["404", "404"], &["404"]),
            ("Shop0001", ["SHOP.0001", "There is no such order."], &["SHOP.0001"]),
            ("A", ["<b>a</b>", "a &lt; b"], &[]),
            ("A", ["a\"b", "it's a"], &[]),
            ("A", ["a\tb", "a\nb"], &[]),
            ("A", ["", " a b "], &[]),
            ("B", ["未找到", "ошибка сети"], &["未找到", "ошибка сети"]),
        ] {
            assert_eq!(super::aliases(name, &texts), aliases, "{texts:?}");
        }
    }
}
