//! The options that an item of an option list begins with: `-o FILE, --output=FILE`.

use super::marker::Marker;

/// The options at the beginning of a line, and the blanks before their description.
pub(crate) fn marker(line: &str) -> Option<Marker> {
    let mut rest = option(line)?;
    while let Some(next) = rest.strip_prefix(", ").and_then(option) {
        rest = next;
    }
    let behind = rest.trim_start_matches(' ');
    let blanks = rest.len() - behind.len();
    let bytes = line.len() - behind.len();
    let chars = line.get(..bytes)?.chars().count();
    (blanks > 1 || behind.is_empty()).then_some(Marker { bytes, chars })
}

/// Takes one option with its argument off a text.
fn option(text: &str) -> Option<&str> {
    if let Some(rest) = text.strip_prefix("--").or_else(|| text.strip_prefix('/')) {
        let rest = rest.strip_prefix(|c: char| c.is_ascii_alphanumeric())?.trim_start_matches(is_name);
        return Some(rest.strip_prefix([' ', '=']).and_then(argument).unwrap_or(rest));
    }
    let rest = text.strip_prefix(['-', '+'])?.strip_prefix(|c: char| c.is_ascii_alphanumeric())?;
    Some(argument(rest.strip_prefix(' ').unwrap_or(rest)).unwrap_or(rest))
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-')
}

/// `FILE` or `<any words>`
fn argument(text: &str) -> Option<&str> {
    if let Some(rest) = text.strip_prefix('<') {
        let (inside, behind) = rest.split_once('>')?;
        return (!inside.is_empty() && !inside.contains('<')).then_some(behind);
    }
    text.strip_prefix(|c: char| c.is_ascii_alphabetic()).map(|rest| rest.trim_start_matches(is_name))
}

/// The options of a marker, each as docutils writes it. A comma in angle brackets separates nothing.
pub(crate) fn options(marker: &str) -> Vec<String> {
    let mut options = vec![String::new()];
    let mut rest = marker.trim_end();
    let mut inside = false;
    while let Some(c) = rest.chars().next() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            ',' if !inside && rest.starts_with(", ") => {
                options.push(String::new());
                rest = rest.trim_start_matches(',').trim_start_matches(' ');
                continue;
            }
            _ => {}
        }
        if let Some(option) = options.last_mut() {
            option.push(c);
        }
        rest = rest.get(c.len_utf8()..).expect("a character is within its text");
    }
    options.iter().map(|option| option.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}
