//! Directives: how one is taken apart, and what becomes of its content.

mod check;
pub(crate) mod csv_table;
mod dimensions;
pub(crate) mod list_table;
mod options;
mod run;
mod spec;
pub(crate) mod table;

use std::borrow::Cow;
use std::ops::Range;

use crate::block::frame::Frame;
use crate::block::parser::Parser;
use crate::inline::name_end;
use crate::pattern;
use crate::source::region::{Indent, Region};
use crate::white_space::is_space;

pub(crate) use self::check::{character, character_code};
pub(crate) use self::dimensions::Dimensions;
pub(crate) use self::options::{Options, has_broken_markup};
pub(crate) use self::run::image_alt;

use self::spec::{Run, Spec, Takes, spec};
use crate::error::SpannedError;

/// A directive's name, and how far its mark reaches with the blanks behind it.
#[derive(Debug)]
pub(crate) struct Name<'l> {
    pub(crate) name: &'l str,
    pub(crate) length: usize,
}

/// `name::`
pub(crate) fn name(body: &str) -> Option<Name<'_>> {
    let length = name_end(body, 0)?;
    let rest = body.get(length..)?;
    let rest = rest.strip_prefix(' ').unwrap_or(rest).strip_prefix("::")?;
    let end = rest.trim_start_matches(' ');
    let closed = rest.is_empty() || end.len() < rest.len();
    if closed { Some(Name { name: body.get(..length)?, length: body.len() - end.len() }) } else { None }
}

/// A directive that has been taken apart.
#[derive(Debug)]
pub(crate) struct Directive<'p> {
    /// The line that it begins on.
    pub(crate) line: usize,
    /// The bytes of the page that it takes, and its first line.
    pub(crate) span: Range<usize>,
    pub(crate) first_line: Range<usize>,
    pub(crate) argument: Option<Cow<'p, str>>,
    /// The lines that the argument is read from.
    pub(crate) argument_lines: Region<'p>,
    pub(crate) options: Options<'p>,
    pub(crate) content: Region<'p>,
}

impl<'p> Parser<'p> {
    pub(crate) fn directive(&mut self, frame: &mut Frame<'p>, name: &str, lead: usize) {
        let line = frame.at;
        let reach = frame.region.reach(line, Indent::FirstKnown, false);
        let block = frame.region.block(line, reach, Some(lead)).until_text();
        self.go_on(frame, reach);
        self.directive_block(frame, name, line, block);
    }

    /// The directive of this name with this block.
    pub(crate) fn directive_block(&mut self, frame: &mut Frame<'p>, name: &str, line: usize, block: Region<'p>) {
        let spec = spec(&name.to_lowercase());
        let first_line = frame.region.line_span(line);
        let span = first_line.start..frame.region.line_span(block.end().saturating_sub(1).max(line)).end;
        match take_apart(line, block, &spec) {
            Ok(directive) if spec.fits(&directive) => {
                self.define_name(&spec, &directive);
                self.run_directive(frame, spec.run, Directive { span, first_line, ..directive });
            }
            Ok(_) => self.message(frame),
            Err(error) => {
                self.message(frame);
                if let Some(kind) = spec.run.kind() {
                    self.reject(error.of(kind, span));
                }
            }
        }
    }

    /// The `:name:` of a directive is a target, and so is the title of a table of contents.
    fn define_name(&mut self, spec: &Spec, directive: &Directive<'p>) {
        let name = directive.options.get("name").filter(|_| matches!(spec.takes, Takes::These(_) | Takes::Unchecked));
        let Some(context) = self.page_context() else { return };
        if let Some(name) = name {
            context.define_target(name, None);
        }
        if spec.run == Run::Contents {
            context.define_section(directive.argument.as_deref().unwrap_or("Contents"));
        }
    }
}

/// Splits a directive's block: arguments and options up to the first blank line, then content.
fn take_apart<'p>(line: usize, block: Region<'p>, spec: &Spec) -> Result<Directive<'p>, SpannedError> {
    let (span, first_line) = (0..0, 0..0);
    let takes_arguments = spec.required + spec.optional > 0;
    if !takes_arguments && matches!(spec.takes, Takes::Nothing) {
        let argument_lines = block.clone().until(block.first());
        let options = Options::default();
        return Ok(Directive { line, span, first_line, argument: None, argument_lines, options, content: block });
    }
    let blank = (block.first()..block.end()).find(|&at| block.is_blank(at)).unwrap_or(block.end());
    let options_at = match spec.takes {
        Takes::Nothing => blank,
        _ => (block.first()..blank).find(|&at| pattern::field(block.text(at)).is_some()).unwrap_or(blank),
    };
    let options = options::read(&block.clone().from(options_at).until(blank), &spec.takes)?;
    let argument_lines = block.clone().until(if takes_arguments { options_at } else { block.first() });
    let content = if takes_arguments {
        block.from(blank)
    } else if options_at < blank {
        block.without(options_at, blank)
    } else {
        block
    };
    let argument = argument(&argument_lines);
    Ok(Directive { line, span, first_line, argument, argument_lines, options, content: content.without_blank_start() })
}

/// The text of a directive's argument, its lines joined.
fn argument<'p>(lines: &Region<'p>) -> Option<Cow<'p, str>> {
    let text = match lines.joined(lines.first(), lines.end()) {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim_start_matches(is_space)),
        Cow::Owned(text) => Cow::Owned(text.trim_start_matches(is_space).to_owned()),
    };
    (!text.is_empty()).then_some(text)
}
