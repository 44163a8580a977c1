//! Lists as tables.

use dli_status::{StatusTable as _, include_status_table};

const PAGE: &str = include_str!("../pages/states.rst");

include_status_table! {
    #[source("pages/states.rst", under = "Server", definition_list)]
    pub enum State {
        #[column(term)]
        code: &'static str,
        #[column(classifier)]
        kind: Option<&'static str>,
        #[column(definition)]
        description: &'static str,
    }
}

include_status_table! {
    #[source("pages/states.rst", under = "Actions", bullet_list)]
    pub struct Action {
        #[column(item, regex = r"^\w+")]
        pub name: &'static str,
        #[column(item, regex = ": (.*)")]
        pub meaning: &'static str,
    }
}

#[test]
fn a_term_with_its_definition_is_a_row() {
    let terms: Vec<&str> = PAGE
        .lines()
        .zip(PAGE.lines().skip(1))
        .filter(|(line, next)| line.starts_with(char::is_alphabetic) && next.starts_with(' '))
        .map(|(line, _)| line)
        .collect();
    assert_eq!(State::ALL.len(), terms.len());
    for (state, term) in State::ALL.iter().zip(terms) {
        let (code, kind) = term.split_once(" : ").map_or((term, None), |(code, kind)| (code, Some(kind)));
        assert_eq!((state.code(), state.kind()), (code, kind));
        let line = PAGE.lines().nth(state.place().line() as usize - 1);
        assert_eq!(line, Some(term));
    }
    assert_eq!(State::Error.description(), "The server has failed.\n\nDelete it.");
    assert_eq!("shutoff".parse(), Ok(State::Shutoff));
}

#[test]
fn an_item_is_a_row() {
    let items = PAGE.lines().filter_map(|line| line.strip_prefix("* ")?.split_once(": "));
    let items: Vec<(String, &str)> = items.map(|(name, meaning)| (name.replace('`', ""), meaning)).collect();
    let actions: Vec<(String, &str)> =
        Action::ALL.iter().map(|action| (action.name.to_owned(), action.meaning)).collect();
    assert_eq!(actions, items);
}
