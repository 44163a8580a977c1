//! The marks of lists.
//!
//! Two lists side by side must differ in their marks, or Markdown would see one list; and bullets within bullets must,
//! or `- - -` would be a rule. A list that Markdown has no marks for becomes paragraphs, which begin with the marks of
//! the page: `a.` and `(1)`, numbers that are too high, bullets of empty items, and lists that are nested too deep.

use crate::pattern::enumerator::{Enumeration, Format, Sequence};

/// How deep lists may be nested.
const MAX_DEPTH: usize = 32;
/// Numbers in Markdown have at most nine digits; no list that begins up to here gets beyond them.
const MAX_START: u128 = 500_000_000;

/// What marks the items of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marks {
    /// Nothing on the page; a bullet in Markdown.
    Nothing,
    Bullet(char),
    /// The bullets of items that hold nothing, such as `+` in a cell of its own: they are words.
    Word(char),
    /// Enumerators, from a number on.
    Enumerators(Enumeration, u128),
}

/// What an item begins with.
#[derive(Debug)]
pub(super) enum ItemMark {
    /// A mark of Markdown, which the item's further lines are indented by.
    Markdown(String),
    /// The mark of the page: the item is a paragraph.
    Text(String),
}

/// The open lists.
#[derive(Debug)]
pub(super) struct Lists {
    open: Vec<List>,
    /// The last marks used within the innermost item, and within those around it. Items that are paragraphs do not
    /// count: in Markdown, lists in them are adjacent to those after them.
    used: Vec<Used>,
}

#[derive(Debug)]
struct List {
    marks: Marks,
    /// The bullet or the delimiter of numbers in Markdown; none if the items are paragraphs.
    mark: Option<char>,
}

/// The last marks used side by side.
#[derive(Debug, Default, Clone, Copy)]
struct Used {
    bullet: Option<char>,
    delimiter: Option<char>,
}

impl Default for Lists {
    fn default() -> Self {
        Self { open: Vec::new(), used: vec![Used::default()] }
    }
}

impl Lists {
    /// A list begins. Returns whether its items have marks of Markdown.
    pub(super) fn enter(&mut self, marks: Marks) -> bool {
        let mark = if self.open.len() < MAX_DEPTH { self.choose(marks) } else { None };
        self.open.push(List { marks, mark });
        mark.is_some()
    }

    pub(super) fn leave(&mut self) {
        self.open.pop();
    }

    /// A mark of Markdown that shows as the marks of the page do.
    fn choose(&mut self, marks: Marks) -> Option<char> {
        let bullet_outside = match self.open.last() {
            Some(List { marks: Marks::Nothing | Marks::Bullet(_), mark }) => *mark,
            _ => None,
        };
        let used = self.used.last_mut().expect("marks are known outside of all items");
        let free = |choice: &[char], taken: [Option<char>; 2]| {
            choice.iter().copied().find(|&mark| !taken.contains(&Some(mark)))
        };
        let (mark, last) = match marks {
            Marks::Nothing | Marks::Bullet(_) => {
                (free(&['-', '*', '+'], [used.bullet, bullet_outside]), &mut used.bullet)
            }
            Marks::Enumerators(Enumeration { format, sequence: Sequence::Arabic }, ..=MAX_START) => {
                let choice: &[char] = match format {
                    Format::Period => &['.', ')'],
                    Format::Parenthesis => &[')', '.'],
                    Format::Parentheses => &[],
                };
                (free(choice, [used.delimiter, None]), &mut used.delimiter)
            }
            Marks::Word(_) | Marks::Enumerators(..) => return None,
        };
        if mark.is_some() {
            *last = mark;
        }
        mark
    }

    /// An item of the open list begins.
    pub(super) fn enter_item(&mut self) -> ItemMark {
        let List { marks, mark } = self.open.last_mut().expect("items are in a list");
        if mark.is_some() {
            self.used.push(Used::default());
        }
        let (of_page, of_markdown) = match marks {
            Marks::Nothing => (String::new(), String::new()),
            Marks::Bullet(bullet) | Marks::Word(bullet) => (format!("{bullet} "), String::new()),
            Marks::Enumerators(form, number) => {
                let ordinal = *number;
                *number = ordinal.saturating_add(1);
                (form.marker(ordinal) + " ", ordinal.to_string())
            }
        };
        mark.map_or(ItemMark::Text(of_page), |mark| ItemMark::Markdown(format!("{of_markdown}{mark} ")))
    }

    /// The item of the open list ends.
    pub(super) fn leave_item(&mut self) {
        if self.open.last().is_some_and(|list| list.mark.is_some()) {
            self.used.pop();
        }
    }
}
