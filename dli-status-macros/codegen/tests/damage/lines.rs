//! One line of a grid table is damaged, in every way that hands and tools do it: the error is at that line and shows it
//! as it was.

use crate::{expansion, named_lines, part_of_the_published_page};
use fastrand::Rng;
use std::collections::BTreeMap;

/// A table with rows of one line and of several, and one whose lines are all full.
const TABLE: &str = "
   +-------------+-----------+---------------------+
   | Status Code | Message   | Description         |
   +=============+===========+=====================+
   | 200         | OK        | It worked.          |
   |             |           |                     |
   |             |           | - at once           |
   +-------------+-----------+---------------------+
   | 404         | Not Found | It is not there.    |
   +-------------+-----------+---------------------+
   | 503         | Busy      | Come back later, or |
   |             |           | **much** later.     |
   +-------------+-----------+---------------------+
";

/// A page with a grid table in which nothing is wrong.
fn sound_page(rng: &mut Rng, round: usize) -> String {
    match round % 4 {
        0 => part_of_the_published_page(rng).join("\n") + "\n",
        1 => TABLE.replace("\n   ", "\n"),
        2 => format!("Codes\n-----\n\n.. table:: Codes\n{TABLE}\nText.\n"),
        _ => format!("- An item.\n\n  .. table:: Codes\n     :align: left\n{}", TABLE.replace("\n   ", "\n     ")),
    }
}

/// A way to damage a line.
type Damage = fn(&mut Rng, &str) -> Option<String>;

const WAYS: &[(&str, Damage)] = &[
    ("indented", |rng, line| Some(" ".repeat(rng.usize(1..5)) + line)),
    ("outdented", |rng, line| {
        let indent = line.len() - line.trim_start().len();
        (indent > 0).then(|| line[rng.usize(1..=indent)..].to_owned())
    }),
    ("a blank too many", |rng, line| insert(line, pick(rng, line, |c| c == ' ')?, " ")),
    ("a blank too few", |rng, line| replace(line, pick(rng, line, |c| c == ' ')?, "")),
    ("a letter too many", |rng, line| insert(line, pick(rng, line, char::is_alphanumeric)?, "x")),
    ("a letter too few", |rng, line| replace(line, pick(rng, line, char::is_alphanumeric)?, "")),
    ("a tab for blanks", |rng, line| replace(line, pick(rng, line, |c| c == ' ')?, "\t")),
    ("a tab before the line", |_, line| Some("\t".to_owned() + line)),
    ("a bar lost", |rng, line| replace(line, pick(rng, line, |c| c == '|')?, "")),
    ("a bar blanked", |rng, line| replace(line, pick(rng, line, |c| c == '|')?, " ")),
    ("a corner for a bar", |rng, line| replace(line, pick(rng, line, |c| c == '|')?, "+")),
    ("a dash too many", |rng, line| insert(line, pick(rng, line, is_dash)?, &last_dash(line))),
    ("a dash too few", |rng, line| replace(line, pick(rng, line, is_dash)?, "")),
    ("a dash blanked", |rng, line| replace(line, pick(rng, line, is_dash)?, " ")),
    ("a letter for a dash", |rng, line| replace(line, pick(rng, line, is_dash)?, "x")),
    ("a corner for a dash", |rng, line| replace(line, pick(rng, line, is_dash)?, "+")),
    ("the other dash", |rng, line| {
        let other = if line.contains('=') { "-" } else { "=" };
        replace(line, pick(rng, line, is_dash)?, other)
    }),
    ("a dash for a corner", |rng, line| {
        let dash = last_dash(line);
        replace(line, pick(rng, line, |c| c == '+')?, &dash)
    }),
    ("a bar for a corner", |rng, line| replace(line, pick(rng, line, |c| c == '+')?, "|")),
    ("a corner lost", |rng, line| replace(line, pick(rng, line, |c| c == '+')?, "")),
    ("cut short", |rng, line| {
        let start = line.len() - line.trim_start().len();
        let end = rng.usize(start + 2..line.trim_end().len());
        line.get(..end).map(str::to_owned)
    }),
];

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '=')
}

/// The character that a border is drawn with.
fn last_dash(line: &str) -> String {
    if line.contains('=') { "=" } else { "-" }.to_owned()
}

/// A place in the drawing of a line, not in its indent.
fn pick(rng: &mut Rng, line: &str, is_meant: impl Fn(char) -> bool) -> Option<usize> {
    let start = line.len() - line.trim_start().len();
    let is_text = line.trim_start().starts_with('|');
    let places = line.char_indices().filter(|&(at, c)| at >= start && is_meant(c) && !(is_text && is_dash(c)));
    let places: Vec<usize> = places.map(|(at, _)| at).collect();
    rng.choice(places)
}

fn insert(line: &str, at: usize, text: &str) -> Option<String> {
    Some(line[..at].to_owned() + text + &line[at..])
}

fn replace(line: &str, at: usize, text: &str) -> Option<String> {
    let length = line[at..].chars().next()?.len_utf8();
    Some(line[..at].to_owned() + text + &line[at + length..])
}

/// What becomes of damaged pages.
#[derive(Debug, Default)]
struct Outcomes {
    /// The error is at the damaged line, and nowhere else.
    at_the_line: usize,
    /// There is a type, and a warning at the damaged line.
    warned: usize,
    /// The type is as without the damage.
    harmless: usize,
    /// Errors and warnings that show the line as it was probably meant.
    mended: usize,
    /// None of these.
    others: Vec<String>,
}

const ROUNDS: usize = 4;

#[test]
fn the_error_is_at_the_damaged_line() {
    let mut rng = Rng::with_seed(9);
    let mut outcomes: BTreeMap<&str, Outcomes> = BTreeMap::new();
    for round in 0..ROUNDS {
        let page = sound_page(&mut rng, round);
        let sound = expansion(page.as_bytes());
        assert!(sound.contains("enum StatusCode"), "{sound}\n{page}");
        for (line, text) in (1..).zip(page.lines()).filter(|(_, text)| text.trim_start().starts_with(['+', '|'])) {
            for &(way, damage) in WAYS {
                if let Some(damaged) = damage(&mut rng, text).filter(|damaged| damaged != text) {
                    outcomes.entry(way).or_default().add(&page, line, &damaged, &sound);
                }
            }
        }
    }
    for (way, Outcomes { at_the_line, warned, harmless, mended, others }) in &outcomes {
        println!("{way:<22} {at_the_line:>4} errors, {warned:>3} warnings, {mended:>4} mended, {harmless:>3} harmless");
        assert!(others.is_empty(), "{way}: {} of {}\n{}", others.len(), others.len() + at_the_line, others[0]);
    }
}

/// A blank line has no place of its own where it is a lost border at the top or the bottom, and where it is the only line
/// of a row it makes two tables of one, which may be meant.
#[test]
fn a_blank_line_is_found_between_two_lines_of_a_row() {
    let page = format!(".. table:: Codes\n{TABLE}");
    for (blank, found) in
        [(3, 4), (4, 4), (5, 5), (6, 6), (7, 7), (8, 8), (9, 9), (11, 11), (12, 12), (13, 13), (14, 13)]
    {
        let lines = page.lines().zip(1..).map(|(text, line)| if line == blank { "" } else { text });
        let damaged: String = lines.map(|text| text.to_owned() + "\n").collect();
        let expansion = expansion(damaged.as_bytes());
        assert_eq!(named_lines(&expansion), [found], "{expansion}\n{damaged}");
    }
}

impl Outcomes {
    fn add(&mut self, page: &str, line: usize, damaged: &str, sound: &str) {
        let lines = page.lines().zip(1..).map(|(text, number)| if number == line { damaged } else { text });
        let page: String = lines.map(|text| text.to_owned() + "\n").collect();
        let expansion = expansion(page.as_bytes());
        let named = named_lines(&expansion);
        let is_there = !named.is_empty() && named.iter().all(|&named| named == line);
        self.mended += usize::from(is_there && expansion.contains("perhaps this was meant"));
        match (expansion.contains("compile_error"), is_there) {
            (true, true) => self.at_the_line += 1,
            (false, true) => self.warned += 1,
            (false, false) if expansion == sound => self.harmless += 1,
            _ => self.others.push(format!("line {line} of\n{page}\n{}", expansion.replace("\\n", "\n"))),
        }
    }
}
