//! The marks of lists: two lists side by side must differ in them, or Markdown would see one list; and bullets in
//! bullets must, or `- - -` would be a rule.

use super::DEEPEST;
use crate::render::layout::{Join, Layout};

/// Numbers in Markdown have at most nine digits; no list that begins below this gets there.
const HIGHEST_START: u64 = 500_000_000;

/// The open lists.
#[derive(Debug)]
pub(super) struct Lists {
    open: Vec<List>,
    /// The marks of the lists that ended last, within the innermost item and those around it.
    ended: Vec<Marks>,
}

#[derive(Debug)]
struct List {
    /// A bullet, or what stands behind the number.
    mark: char,
    number: Option<u64>,
    /// Too deep, or numbered too high: its items are paragraphs.
    is_flat: bool,
}

/// The last marks used side by side.
#[derive(Debug, Default, Clone, Copy)]
struct Marks {
    bullet: Option<char>,
    number: Option<char>,
}

impl Default for Lists {
    fn default() -> Self {
        Self { open: Vec::new(), ended: vec![Marks::default()] }
    }
}

impl Lists {
    /// A list begins, numbered from `start` on or with bullets.
    pub(super) fn enter(&mut self, layout: &mut Layout, start: Option<u64>) {
        let outer = self.open.last();
        let is_flat = self.open.len() >= DEEPEST
            || outer.is_some_and(|outer| outer.is_flat)
            || start.is_some_and(|start| start > HIGHEST_START);
        let bullet_outside = outer.filter(|outer| outer.number.is_none()).map(|outer| outer.mark);
        let last = self.ended.last().copied().unwrap_or_default();
        let (choice, avoided) = match start {
            Some(_) => (['.', ')', '.'], [last.number, None]),
            None => (['-', '*', '+'], [last.bullet, bullet_outside]),
        };
        let mark = choice.into_iter().find(|&mark| !avoided.contains(&Some(mark))).unwrap_or('+');
        if let Some(last) = self.ended.last_mut() {
            let last = if start.is_some() { &mut last.number } else { &mut last.bullet };
            *last = Some(mark);
        }
        self.open.push(List { mark, number: start, is_flat });
        // Items that are paragraphs have a blank line between them.
        layout.enter(if is_flat { Join::Blocks } else { Join::Items("\n") });
    }

    pub(super) fn leave(&mut self, layout: &mut Layout) {
        self.open.pop();
        layout.leave();
    }

    /// An item begins. Of a flat list it is a paragraph, which begins with the mark that is returned.
    pub(super) fn enter_item(&mut self, layout: &mut Layout) -> Option<String> {
        layout.enter(Join::Blocks);
        self.ended.push(Marks::default());
        let list = self.open.last_mut()?;
        let (number, mark) = match &mut list.number {
            Some(number) => (std::mem::replace(number, number.saturating_add(1)).to_string(), '.'),
            None => (String::new(), '-'),
        };
        if list.is_flat {
            return Some(format!("{number}{mark} "));
        }
        let mark = format!("{number}{} ", list.mark);
        layout.item(&mark, mark.len());
        None
    }

    pub(super) fn leave_item(&mut self, layout: &mut Layout) {
        self.ended.pop();
        layout.leave();
    }
}
