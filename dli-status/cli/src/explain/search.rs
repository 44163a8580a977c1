//! Which rows a text means, and which are near it if it means none.

use super::entry::Entry;

/// More suggestions than this help nobody.
const MAX_SUGGESTIONS: usize = 3;

/// A shorter part of a word is not looked for.
const MIN_WORD: usize = 3;

/// The answer to all that was asked.
#[derive(Debug, PartialEq)]
pub(crate) struct Answer<'e> {
    /// Each row once, in the order in which they were asked for.
    pub(crate) rows: Vec<&'e Entry>,
    pub(crate) unlisted: Vec<Unlisted<'e>>,
}

/// A text that means no row.
#[derive(Debug, PartialEq)]
pub(crate) struct Unlisted<'e> {
    pub(crate) text: String,
    /// Rows that the text may be a slip for, the nearest first.
    pub(crate) near: Vec<&'e Entry>,
}

/// Words without quotes around them, as in `HTTP/1.1 404 Not Found`, may be one text.
pub(crate) fn answer<'e>(entries: &'e [Entry], asked: &[String]) -> Answer<'e> {
    let phrase = exact(entries, &asked.join(" "));
    if !phrase.is_empty() {
        return Answer { rows: phrase, unlisted: Vec::new() };
    }
    let mut answer = Answer { rows: Vec::new(), unlisted: Vec::new() };
    for text in asked {
        let found = rows(entries, text);
        if found.is_empty() {
            answer.unlisted.push(Unlisted { text: text.clone(), near: near(entries, text) });
        }
        for row in found {
            if !answer.rows.contains(&row) {
                answer.rows.push(row);
            }
        }
    }
    answer
}

/// The rows with this code, name, message or status line; else those of this class; else those that hold this word.
fn rows<'e>(entries: &'e [Entry], text: &str) -> Vec<&'e Entry> {
    let wanted = fold(text);
    let attempts: [&dyn Fn() -> Vec<&'e Entry>; 3] = [
        &|| exact(entries, text),
        &|| entries.iter().filter(|entry| classes(entry).contains(&wanted)).collect(),
        &|| entries.iter().filter(|entry| holds_word(entry, &wanted)).collect(),
    ];
    attempts.iter().map(|attempt| attempt()).find(|found| !found.is_empty()).unwrap_or_default()
}

fn exact<'e>(entries: &'e [Entry], text: &str) -> Vec<&'e Entry> {
    let wanted = fold(status_line_code(text).unwrap_or(text));
    let is_meant = |entry: &&Entry| !wanted.is_empty() && known_by(entry).contains(&wanted);
    entries.iter().filter(is_meant).collect()
}

/// The code of `HTTP/1.1 404 Not Found` or `HTTP 404`, whatever its reason phrase says.
fn status_line_code(text: &str) -> Option<&str> {
    let mut words = text.split_whitespace();
    let version = words.next()?.get(..4).filter(|name| name.eq_ignore_ascii_case("http"));
    let code = words.next()?;
    let is_code = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_digit());
    version.and(is_code.then_some(code))
}

/// Leaves out case, spaces and punctuation.
fn fold(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn known_by(entry: &Entry) -> [String; 4] {
    [fold(&entry.code_text()), fold(&entry.name), fold(&entry.message), fold(&entry.headline())]
}

/// `4xx` and `client error`.
fn classes(entry: &Entry) -> Vec<String> {
    let Some(class) = entry.class else { return Vec::new() };
    let digit = entry.code_text().chars().next().map(|digit| format!("{digit}xx"));
    digit.into_iter().chain([fold(&class.to_string())]).collect()
}

/// Whether a word of the row, or several in a row, begin with this one.
fn holds_word(entry: &Entry, wanted: &str) -> bool {
    let details = entry.details.iter().filter(|detail| detail.is_searched);
    let details = details.filter_map(|detail| detail.shown.as_ref().map(|(_, text)| text));
    let mut texts = [&entry.name, &entry.message].into_iter().chain(details);
    wanted.chars().count() >= MIN_WORD && texts.any(|text| begins_at_word(text, wanted))
}

fn begins_at_word(text: &str, wanted: &str) -> bool {
    let words = words(text);
    (0..words.len()).any(|first| words.get(first..).unwrap_or_default().concat().starts_with(wanted))
}

/// The folded words of `Request-URI too large` and of `RequestUriTooLarge`.
fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut after_lowercase = false;
    for c in text.chars() {
        if !c.is_alphanumeric() || (c.is_uppercase() && after_lowercase) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| c.is_alphanumeric()) {
            word.extend(c.to_lowercase());
        }
        after_lowercase = c.is_lowercase();
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The rows whose code, name or message is a slip away: one digit of a number, a third of the letters of a text.
fn near<'e>(entries: &'e [Entry], text: &str) -> Vec<&'e Entry> {
    let wanted = fold(text);
    let is_number = !wanted.is_empty() && wanted.bytes().all(|byte| byte.is_ascii_digit());
    let slips = if is_number { 1 } else { wanted.chars().count().max(3) / 3 };
    let distance = |entry: &Entry| {
        let texts = known_by(entry).into_iter().filter(|known| !known.is_empty());
        texts.map(|known| strsim::osa_distance(&known, &wanted)).min().filter(|&distance| distance <= slips)
    };
    let mut near: Vec<(usize, &Entry)> =
        entries.iter().filter_map(|entry| distance(entry).map(|distance| (distance, entry))).collect();
    near.sort_by_key(|(distance, _)| *distance);
    near.into_iter().take(MAX_SUGGESTIONS).map(|(_, entry)| entry).collect()
}

#[cfg(test)]
mod tests;
