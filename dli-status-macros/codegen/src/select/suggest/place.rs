//! What `#[source(…)]` says to choose one table of a page.

use super::super::heading::named;
use rst_tables::{Page, Table};

/// The options that choose a table; none if there is no other.
pub(super) fn place(page: &Page<'_>, table: &Table<'_>) -> String {
    let tables: Vec<&Table<'_>> = page.tables().iter().flatten().collect();
    if page.tables().len() == 1 {
        return String::new();
    }
    let is_only = |is_meant: &dyn Fn(&Table<'_>) -> bool| tables.iter().filter(|other| is_meant(other)).count() == 1;
    let names = table.labels().chain(table.title());
    let mut names =
        names.filter(|name| is_only(&|other| other.labels().chain(other.title()).any(|known| known == *name)));
    if let Some(name) = names.next() {
        return format!(", table = {name:?}");
    }
    if let Some(heading) = table.headings().last()
        && named(page.headings(), heading.title()).len() == 1
        && page.tables().iter().all(Result::is_ok)
    {
        let mut within =
            tables.iter().filter(|other| other.headings().iter().any(|around| around.span() == heading.span()));
        let position = within.clone().position(|other| other.span() == table.span());
        return match position {
            Some(index) if within.nth(1).is_some() => format!(", under = {:?}, table = {}", heading.title(), index + 1),
            _ => format!(", under = {:?}", heading.title()),
        };
    }
    let position =
        page.tables().iter().position(|other| other.as_ref().is_ok_and(|other| other.span() == table.span()));
    position.map_or_else(String::new, |index| format!(", table = {}", index + 1))
}
