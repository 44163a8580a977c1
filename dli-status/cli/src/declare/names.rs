//! Names for types.

/// What a type is called if its table has no title.
const DEFAULT: &str = "StatusCode";

/// Gives every type another name.
#[derive(Default)]
pub(super) struct Names(Vec<String>);

impl Names {
    /// A name after the title of a table.
    pub(super) fn of(&mut self, title: Option<&str>) -> String {
        let base = title.map(camel_case).filter(|name| syn::parse_str::<syn::Ident>(name).is_ok());
        let base = base.unwrap_or_else(|| DEFAULT.to_owned());
        let numbered = (2..).map(|number| format!("{base}{number}"));
        let mut names = std::iter::once(base.clone()).chain(numbered);
        let name = names.find(|name| !self.0.contains(name)).expect("there are names without end");
        self.0.push(name.clone());
        name
    }
}

/// `Table 2 Error codes` is `ErrorCodes`.
fn camel_case(title: &str) -> String {
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_number = |word: &&str| word.eq_ignore_ascii_case("table") || word.chars().all(|c| c.is_ascii_digit());
    let capital = |word: &str| {
        let mut chars = word.chars();
        chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect::<String>()
    };
    words.skip_while(is_number).map(capital).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_from_titles_and_differ() {
        let mut names = Names::default();
        for (title, name) in [
            (Some("Table 2 Error codes"), "ErrorCodes"),
            (Some("error-codes"), "ErrorCodes2"),
            (None, "StatusCode"),
            (Some("Table 1"), "StatusCode2"),
            (Some("404 of them"), "OfThem"),
            (Some("Self"), "StatusCode3"),
            (Some("Größen"), "Größen"),
        ] {
            assert_eq!(names.of(title), name);
        }
    }
}
