//! Section titles and transitions: lines of punctuation, and what they go with.

use std::sync::Arc;

use crate::block::parser::Parser;
use crate::block::scope::Scope;
use crate::block::text::Text;
use crate::block::tree::{Block, SectionTitle};
use crate::pattern::is_rule;
use crate::white_space::{is_space, leading_space};
use crate::width::{is_combining, is_wide};

impl<'p> Parser<'p> {
    /// A line of punctuation below the text. False if it is too short to underline it and so is text itself.
    pub(super) fn underline(&mut self, scope: &mut Scope<'p>) -> bool {
        let title = scope.region.text(scope.line);
        let underline = scope.region.text(scope.line + 1);
        let short = width(title) > underline.chars().count();
        if short && underline.len() < 4 {
            scope.warn_unless(!scope.has_titles());
            return false;
        }
        if scope.has_titles() {
            self.section(scope, (first_char(underline), ' '), scope.line);
        } else {
            scope.warn_unless(!short);
            self.lose_title(scope);
        }
        scope.line += 2;
        true
    }

    /// The line reached is read as a title where there cannot be one.
    fn lose_title(&self, scope: &mut Scope<'p>) {
        let line = 0..scope.region.text(scope.line).len();
        scope.push(Block::LostTitle(Text::of_line(&scope.region, scope.line, line, self.roles)));
    }

    /// A section begins with the title on that line, unless the title's style skips a level.
    fn section(&mut self, scope: &mut Scope<'p>, style: (char, char), title: usize) {
        let known = self.title_styles.iter().position(|&known| known == style);
        let level = known.unwrap_or(self.title_styles.len()) + 1;
        if level > self.section_level + 1 {
            return scope.warn();
        }
        if known.is_none() {
            self.title_styles.push(style);
        }
        self.section_level = level;
        let line = scope.region.text(title);
        let text = leading_space(line)..line.trim_end_matches(is_space).len();
        let span = scope.region.place(title, text.start)..scope.region.place(title, text.end);
        let title = self.text(scope.region.piece(title, text));
        let origin = Arc::clone(scope.region.origin());
        if let Some(context) = self.page_context() {
            context.define_section(&title.source);
        }
        scope.push(Block::SectionTitle(Box::new(SectionTitle { level, title, origin, span })));
    }

    /// A line of punctuation where a block begins: overline of a title, transition, or just text.
    pub(super) fn rule(&mut self, scope: &mut Scope<'p>) {
        let line = scope.region.text(scope.line);
        let short = line.len() < 4;
        if scope.has_titles() {
            return self.overline(scope, short);
        }
        if line == "::" {
            return self.text_block(scope);
        }
        scope.warn();
        if short {
            return self.text_block(scope);
        }
        self.lose_title(scope);
        scope.line += 1;
    }

    fn overline(&mut self, scope: &mut Scope<'p>, short: bool) {
        if scope.region.is_blank(scope.line + 1) {
            if short {
                return self.text_block(scope);
            }
            scope.push(Block::Transition);
            scope.line += 1;
            return;
        }
        match (faulty_lines(scope, short), short) {
            (Some(_), true) => {
                scope.warn();
                self.text_block(scope);
            }
            (Some(lines), false) => {
                scope.warn();
                scope.line += lines;
            }
            (None, _) => {
                let rule = first_char(scope.region.text(scope.line));
                self.section(scope, (rule, rule), scope.line + 1);
                scope.line += 3;
            }
        }
    }
}

/// How many lines are lost if overline, title and underline do not go together.
fn faulty_lines(scope: &Scope<'_>, short: bool) -> Option<usize> {
    let (region, line) = (&scope.region, scope.line);
    let (over, title, under) = (region.text(line), region.text(line + 1), region.text(line + 2));
    if is_rule(title) || line + 2 >= region.end() {
        return Some(2);
    }
    if !is_rule(under) || over != under {
        return Some(3);
    }
    (short && width(title) > over.len()).then_some(3)
}

fn first_char(rule: &str) -> char {
    rule.chars().next().expect("a rule has a character")
}

/// The columns that a title takes.
fn width(title: &str) -> usize {
    if title.is_ascii() {
        return title.len();
    }
    title.chars().map(|c| if is_combining(c) { 0 } else { 1 + usize::from(is_wide(c)) }).sum()
}
