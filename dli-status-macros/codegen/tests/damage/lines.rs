//! One line of a grid table is damaged, in every way that hands and tools do it: the error is at that line and shows it
//! as it was.

use crate::expansion;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A way to damage a line.
type Damage = fn(&mut fastrand::Rng, &str) -> Option<String>;

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
    ("blanked", |_, _| Some(String::new())),
];

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '=')
}

/// The character that a border is drawn with.
fn last_dash(line: &str) -> String {
    if line.contains('=') { "=" } else { "-" }.to_owned()
}

/// A place in the drawing of a line, not in its indent.
fn pick(rng: &mut fastrand::Rng, line: &str, is_meant: impl Fn(char) -> bool) -> Option<usize> {
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

/// What becomes of a damaged page.
#[derive(Debug, Default)]
struct Outcomes {
    /// Errors at the damaged line, and only there.
    at_the_line: usize,
    /// Errors elsewhere.
    elsewhere: usize,
    /// Types that are as without the damage.
    harmless: usize,
    /// Other types with a warning at the damaged line.
    warned: usize,
    /// Other types without a word.
    silent: usize,
}

/// The lines that an expansion names.
fn named_lines(expansion: &str) -> Vec<usize> {
    let lines = expansion.split("--> page.rst:").skip(1);
    lines.map(|rest| rest.split(':').next().unwrap().parse().unwrap()).collect()
}

fn judge(outcomes: &mut Outcomes, page: &str, sound: &str, line: usize) -> bool {
    let found = expansion(page);
    let lines = named_lines(&found);
    let is_there = !lines.is_empty() && lines.iter().all(|&named| named == line);
    let place = match (found.contains("compile_error"), is_there) {
        (true, true) => &mut outcomes.at_the_line,
        (true, false) => &mut outcomes.elsewhere,
        (false, _) if found == sound => &mut outcomes.harmless,
        (false, true) => &mut outcomes.warned,
        (false, false) => &mut outcomes.silent,
    };
    *place += 1;
    is_there || found == sound
}

#[test]
fn the_error_is_at_the_damaged_line() {
    let mut rng = fastrand::Rng::with_seed(9);
    let mut table: BTreeMap<&str, Outcomes> = BTreeMap::new();
    let mut shown = String::new();
    for round in 0..rounds() {
        let (name, page) = crate::sound_page(&mut rng, round);
        let sound = expansion(&page);
        assert!(sound.contains("enum StatusCode"), "{name}: {sound}");
        let lines: Vec<&str> = page.lines().collect();
        for (index, line) in lines.iter().enumerate() {
            if !line.trim_start().starts_with(['+', '|']) {
                continue;
            }
            for (way, damage) in WAYS {
                let Some(damaged) = damage(&mut rng, line).filter(|damaged| damaged != line) else { continue };
                let mut lines = lines.clone();
                lines[index] = &damaged;
                let page = lines.join("\n") + "\n";
                if !judge(table.entry(way).or_default(), &page, &sound, index + 1)
                    && std::env::var("SHOW").is_ok_and(|w| w == *way)
                {
                    let _ = writeln!(
                        shown,
                        "{way} in line {} of {name}:\n{page}\n{}\n",
                        index + 1,
                        expansion(&page).replace("\\n", "\n")
                    );
                }
            }
        }
    }
    for (way, outcomes) in &table {
        println!("{way:<24} {outcomes:?}");
    }
    println!("{shown}");
}

fn rounds() -> usize {
    std::env::var("ROUNDS").map_or(6, |rounds| rounds.parse().unwrap())
}
