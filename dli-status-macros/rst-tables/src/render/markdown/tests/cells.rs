//! Cells of random blocks, read by `pulldown-cmark`.

use std::sync::Arc;

use super::super::escape::shown_text;
use super::super::markdown;
use super::{Dice, ROUNDS, seen, words};
use crate::block::text::Text;
use crate::block::tree::{Block, Item};
use crate::context::Context;
use crate::pattern::enumerator::{Enumeration, Format, Sequence};
use crate::render::plain::plain;
use crate::source::region::Region;
use crate::white_space::is_space;

#[test]
fn cells_hold_nothing_but_their_blocks() {
    for round in 0..ROUNDS / 4 {
        let (cell, fences) = cell(round, Marks::OfPage);
        let source = markdown(&cell, &Context::default(), 0);
        let seen = seen(&source);
        let plain = plain(&self::cell(round, Marks::OfMarkdown).0, &Context::default(), 0);
        assert_eq!(words(&seen.text), words(&shown_text(&plain)), "{cell:#?} as\n{source}");
        assert_eq!(seen.fences, fences, "{source}");
    }
}

/// Which marks the lists of a random cell have: any, or those that Markdown shows them with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Marks {
    OfPage,
    OfMarkdown,
}

/// The blocks of a random cell, and the code in them.
fn cell(seed: u64, marks: Marks) -> (Vec<Block<'static>>, Vec<String>) {
    let mut dice = Dice::new(seed);
    let mut fences = Vec::new();
    let blocks = (0..1 + dice.below(4)).map(|_| block(&mut dice, marks, &mut fences, 4)).collect();
    (blocks, fences)
}

/// A random block.
fn block(dice: &mut Dice, marks: Marks, fences: &mut Vec<String>, depth: usize) -> Block<'static> {
    match dice.below(if depth == 0 { 4 } else { 9 }) {
        0 | 1 => Block::Paragraph(text(dice, 6)),
        2 => {
            let code = dice.text(8).replace(['\r', '\u{2028}', '\u{85}'], "\n").replace('\0', "");
            let lines: Vec<_> = code.split('\n').map(|line| line.trim_end_matches(is_space)).collect();
            let code = lines.join("\n").trim_matches('\n').to_owned();
            if !code.is_empty() {
                fences.push(lines_shown(&code));
            }
            Block::Literal(code.into())
        }
        3 => Block::LineBlock((0..1 + dice.below(4)).map(|_| text(dice, 4)).collect()),
        4 => Block::BlockQuote { blocks: blocks(dice, marks, fences, depth), attribution: None },
        5 => enumerated_list(dice, marks, fences, depth),
        6 => Block::Admonition { name: "note", blocks: blocks(dice, marks, fences, depth) },
        _ => {
            let bullet = ['-', '*', '+', '•'][dice.below(4)];
            let items = items(dice, marks, fences, depth);
            // The bullets of empty items are words.
            let is_word = items.iter().all(|item| item.blocks.is_empty());
            let bullet = if marks == Marks::OfPage || is_word { bullet } else { '-' };
            Block::BulletList { bullet, items }
        }
    }
}

fn blocks(dice: &mut Dice, marks: Marks, fences: &mut Vec<String>, depth: usize) -> Vec<Block<'static>> {
    (0..dice.below(3)).map(|_| block(dice, marks, fences, depth - 1)).collect()
}

fn items(dice: &mut Dice, marks: Marks, fences: &mut Vec<String>, depth: usize) -> Vec<Item<'static>> {
    let content = Region::new(Arc::default());
    let mut item = || Item { line: 0, roles: 0, content: content.clone(), blocks: blocks(dice, marks, fences, depth) };
    [item(), item()].into()
}

fn enumerated_list(dice: &mut Dice, marks: Marks, fences: &mut Vec<String>, depth: usize) -> Block<'static> {
    let format = [Format::Period, Format::Parenthesis, Format::Parentheses][dice.below(3)];
    let sequence = [Sequence::Arabic, Sequence::LowerLetter, Sequence::UpperRoman][dice.below(3)];
    let start = 1 + dice.below(12) as u128;
    let format = match (format, sequence, marks) {
        (Format::Parenthesis, Sequence::Arabic, Marks::OfMarkdown) => Format::Period,
        _ => format,
    };
    let form = Enumeration { format, sequence };
    Block::EnumeratedList { form, start, items: items(dice, marks, fences, depth) }
}

fn text(dice: &mut Dice, most: usize) -> Text<'static> {
    Text { source: escaped(&dice.text(most)).into(), roles: 0, start: None }
}

/// Source text that shows the text.
fn escaped(text: &str) -> String {
    let text: String = text.chars().filter(|&c| c != '\0').collect();
    text.chars().flat_map(|c| if c.is_ascii_punctuation() { vec!['\\', c] } else { vec![c] }).collect()
}

fn lines_shown(code: &str) -> String {
    code.split('\n').map(|line| format!("{}\n", shown_text(line))).collect()
}
