//! The cells of whole pages: rustdoc shows the words of their plain text.

use std::path::{Path, PathBuf};

use super::super::escape::shown_text;
use super::{seen, words};

/// The pages of a folder.
fn pages(folder: &Path) -> Vec<String> {
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let pages = files.filter(|path| path.extension().is_some_and(|extension| extension == "rst"));
    pages.map(|path| String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned()).collect()
}

/// The words without the bullets of lists, which items of definition, field and option lists have in Markdown only; and
/// with the numbers of others in one form.
fn words_of_lists(text: &str) -> Vec<String> {
    let is_bullet = |word: &&str| matches!(*word, "-" | "*" | "+" | "•" | "‣" | "⁃");
    let words = words(text);
    let words = words.split(' ').filter(|word| !is_bullet(word));
    words.map(|word| number(word).map_or_else(|| word.to_owned(), |digits| format!("{digits}."))).collect()
}

/// The digits of `2)`.
fn number(word: &str) -> Option<&str> {
    word.strip_suffix(')').filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
}

/// With `RST_PAGES` also the pages of that folder.
#[test]
fn cells_of_pages_show_their_words() {
    let fixtures = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap()).join("tests/fixtures/rst");
    let folders = [Some(fixtures), std::env::var_os("RST_PAGES").map(PathBuf::from)];
    for page in folders.iter().flatten().flat_map(|folder| pages(folder)) {
        for table in crate::tables(&page).into_iter().flatten() {
            for cell in table.head().iter().chain(table.body()).flatten() {
                let markdown = cell.markdown();
                let seen = words_of_lists(&seen(&markdown).text);
                assert_eq!(seen, words_of_lists(&shown_text(&cell.text())), "{markdown}\nof {}\n{page}", cell.raw());
            }
        }
    }
}
