//! What is wrong with a line of a grid table that does not end where the table does, and how it would be right.

use crate::diagnostic::display_width;

/// So wide a corrected line may be to be shown, in terminal columns.
const WIDEST: usize = 160;

/// A sentence about a line that is wider or narrower than the top border of its table, and the corrected line if it is
/// plain what was meant. Nothing if the line is as wide as the border, or the table is no grid.
pub(crate) fn advice(top: &str, line: &str) -> Option<String> {
    if !top.starts_with('+') || !line.starts_with(['+', '|']) {
        return None;
    }
    let (wanted, found) = (display_width(top), display_width(line));
    let off = match found.cmp(&wanted) {
        std::cmp::Ordering::Less => format!("{} too short", characters(wanted - found)),
        std::cmp::Ordering::Greater => format!("{} too long", characters(found - wanted)),
        std::cmp::Ordering::Equal => return None,
    };
    let corrected = if line.starts_with('+') { border(top, line) } else { text(top, line) };
    Some(match corrected.filter(|line| display_width(line) == wanted && wanted <= WIDEST) {
        Some(corrected) => format!("this line is {off} for its table; perhaps it should be\n{corrected}"),
        None => format!("this line is {off} for its table"),
    })
}

fn characters(count: usize) -> String {
    if count == 1 { "1 character".to_owned() } else { format!("{count} characters") }
}

/// A border of the same kind with the corners of the top border.
fn border(top: &str, line: &str) -> Option<String> {
    let fill = match line.chars().nth(1)? {
        fill @ ('-' | '=') => fill,
        _ => return None,
    };
    let plain = line.chars().all(|c| c == '+' || c == fill);
    let corners = |border: &str| border.matches('+').count();
    (plain && corners(line) == corners(top)).then(|| top.replace('-', &fill.to_string()))
}

/// The cells of the line, each as wide as its column; only if all fit and their number is right.
fn text(top: &str, line: &str) -> Option<String> {
    let columns = top.trim_matches('+').split('+').map(str::len);
    let cells: Vec<&str> = line.trim_start_matches('|').trim_end().trim_end_matches('|').split('|').collect();
    if columns.clone().count() != cells.len() {
        return None;
    }
    let mut corrected = String::from("|");
    for (width, cell) in columns.zip(cells) {
        let cell = cell.trim_end();
        let room = width.checked_sub(display_width(cell))?;
        corrected.extend([cell, &" ".repeat(room), "|"]);
    }
    Some(corrected)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOP: &str = "+-----+---------+";

    #[test]
    fn a_border_gets_the_corners_of_the_top_border() {
        let said = advice(TOP, "+=====+========+").unwrap();
        assert_eq!(said, "this line is 1 character too short for its table; perhaps it should be\n+=====+=========+");
        assert!(
            advice(TOP, "+------+----------+")
                .unwrap()
                .ends_with("2 characters too long for its table; perhaps it should be\n+-----+---------+")
        );
        assert!(advice(TOP, "+----------------").is_none(), "as wide as the table");
        assert_eq!(advice(TOP, "+------").unwrap(), "this line is 10 characters too short for its table");
    }

    #[test]
    fn cells_are_padded_to_their_columns() {
        assert!(advice(TOP, "| 404 | Lost   |").unwrap().ends_with("\n| 404 | Lost    |"));
        assert!(advice(TOP, "| 404  | Lost   |").is_none());
        assert!(advice(TOP, "| 404 | Not Found |").unwrap().ends_with("2 characters too long for its table"));
        assert!(advice(TOP, "| 404 | Lost").unwrap().ends_with("\n| 404 | Lost    |"));
        assert!(advice(TOP, "| 404 | 表表   |").unwrap().ends_with("\n| 404 | 表表    |"));
    }

    #[test]
    fn other_tables_get_no_advice() {
        assert_eq!(advice("=== ===", "== ==="), None);
        assert_eq!(advice("", ""), None);
    }
}
