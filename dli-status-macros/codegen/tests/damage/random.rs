//! The published page, damaged at random in several places: it is read, or an error shows a line of it.

use crate::{expansion, named_lines, part_of_the_published_page};
use fastrand::Rng;

const CHARACTERS: [char; 11] = ['é', '表', '\u{301}', '\t', '\0', '|', '+', '-', '=', '"', '\u{2028}'];

fn damage(rng: &mut Rng, lines: &mut Vec<String>) {
    let (line, other) = (rng.usize(..lines.len()), rng.usize(..lines.len()));
    let mut chars: Vec<char> = lines[line].chars().collect();
    let place = rng.usize(..=chars.len().saturating_sub(1));
    match rng.usize(..12) {
        0 if !chars.is_empty() => drop(chars.remove(place)),
        1 if !chars.is_empty() => chars.insert(place, chars[place]),
        2 if place > 0 => chars.swap(place - 1, place),
        3 => chars.truncate(place),
        4 if line + 1 < lines.len() => chars.extend(lines.remove(line + 1).chars()),
        5 => return lines.insert(line, lines[other].clone()),
        6 => drop(chars.splice(0..0, " ".repeat(rng.usize(1..=4)).chars())),
        7 => chars = chars.iter().map(|&c| if c.is_alphanumeric() { ' ' } else { c }).collect(),
        8 => return drop(lines.remove(line)),
        9 => return lines.swap(line, other),
        10 if !chars.is_empty() => chars[place] = rng.choice(CHARACTERS).unwrap(),
        _ => chars = chars.iter().map(|&c| if c.is_ascii_digit() { '4' } else { c }).collect(),
    }
    lines[line] = chars.into_iter().collect();
}

#[test]
fn a_damaged_page_is_read_or_refused_with_a_line() {
    let mut rng = Rng::with_seed(0x2545_F491_4F6C_DD1D);
    let (mut built, mut refused) = (0, 0);
    for round in 0..3_000 {
        let mut lines = part_of_the_published_page(&mut rng);
        for _ in 0..rng.usize(1..=3) {
            damage(&mut rng, &mut lines);
        }
        let page = lines.join("\n");
        let expansion = expansion(page.as_bytes());
        let tables = rst_tables::tables(&page);
        if expansion.contains("compile_error") {
            assert!(!named_lines(&expansion).is_empty() || tables.is_empty(), "round {round}: {expansion}\n{page}");
            let errors = expansion.matches("compile_error").count();
            assert!(errors <= lines.len(), "round {round}: {errors} errors for three mistakes\n{page}");
            refused += 1;
        } else {
            assert!(expansion.contains("enum StatusCode"), "round {round}: {expansion}");
            assert!(tables.iter().all(Result::is_ok), "round {round}: a rejected table is passed over\n{page}");
            built += 1;
        }
    }
    assert!(built > 300 && refused > 300, "{built} built, {refused} refused");
}
