//! Directives: how one is taken apart, and what becomes of its content.

mod check;
mod container;
mod csv_table;
mod dimensions;
mod leaf;
mod list_table;
mod options;
mod role;
mod run;
mod spec;
mod table;

use std::borrow::Cow;
use std::ops::Range;

use self::spec::{Spec, Takes, spec};
use crate::block::parser::Parser;
use crate::block::scope::Scope;
use crate::block::tree::Block;
use crate::error::SpannedError;
use crate::inline::name_end;
use crate::pattern;
use crate::source::region::{Indent, Region};
use crate::white_space::is_space;

pub(crate) use self::check::character_code;

use self::options::Options;

/// A directive's name, and how far its mark reaches with the blanks after it.
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
struct Directive<'p> {
    /// The line that it begins on.
    line: usize,
    /// The bytes of the page that it takes, and its first line.
    span: Range<usize>,
    first_line: Range<usize>,
    argument: Option<Cow<'p, str>>,
    /// The lines that the argument is read from.
    argument_lines: Region<'p>,
    options: Options<'p>,
    content: Region<'p>,
}

impl<'p> Parser<'p> {
    /// Reads a directive. Returns whether it ends with a blank line.
    pub(crate) fn directive(&mut self, scope: &mut Scope<'p>, name: &str, lead: usize) -> bool {
        let line = scope.line;
        let reach = scope.region.reach(line, Indent::FirstKnown, false);
        let block = scope.region.block(line, reach, Some(lead)).until_text();
        scope.line = reach.end;
        self.directive_block(scope, name, line, block);
        reach.blank_finish
    }

    /// The directive of this name with this block.
    pub(crate) fn directive_block(&mut self, scope: &mut Scope<'p>, name: &str, line: usize, block: Region<'p>) {
        let spec = spec(&name.to_lowercase());
        let first_line = scope.region.line_span(line);
        let span = first_line.start..scope.region.line_span(block.end().saturating_sub(1).max(line)).end;
        match take_apart(line, block, &spec) {
            Ok(directive) if spec.fits(&directive) => {
                let directive = Directive { span, first_line, ..directive };
                self.define_name(&spec, &directive);
                self.run_directive(scope, spec.run, directive);
            }
            Ok(_) => scope.warn(),
            Err(error) => {
                if let Some(kind) = spec.run.kind() {
                    scope.push(Block::Rejected(Box::new(error.of(kind, span))));
                }
                scope.warn();
            }
        }
    }

    /// The `:name:` of a directive is a target.
    fn define_name(&mut self, spec: &Spec, directive: &Directive<'p>) {
        let name = directive.options.get("name").filter(|_| matches!(spec.takes, Takes::These(_) | Takes::Unchecked));
        if let (Some(name), Some(context)) = (name, self.page_context()) {
            context.define_target(name, None);
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
    let blank = (block.first()..block.end()).find(|&line| block.is_blank(line)).unwrap_or(block.end());
    let options_line = match spec.takes {
        Takes::Nothing => blank,
        _ => (block.first()..blank).find(|&line| pattern::field(block.text(line)).is_some()).unwrap_or(blank),
    };
    let options = options::read(&block.clone().from(options_line).until(blank), &spec.takes)?;
    let argument_lines = block.clone().until(if takes_arguments { options_line } else { block.first() });
    let content = if takes_arguments {
        block.from(blank)
    } else if options_line < blank {
        block.without(options_line, blank)
    } else {
        block
    };
    let argument = argument(&argument_lines);
    let content = content.without_blank_start();
    Ok(Directive { line, span, first_line, argument, argument_lines, options, content })
}

/// The text of a directive's argument, its lines joined.
fn argument<'p>(lines: &Region<'p>) -> Option<Cow<'p, str>> {
    let text = match lines.joined(lines.first(), lines.end()) {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim_start_matches(is_space)),
        Cow::Owned(text) => Cow::Owned(text.trim_start_matches(is_space).to_owned()),
    };
    (!text.is_empty()).then_some(text)
}

/// The alternative text of an image directive with this block; none if docutils refuses it.
pub(crate) fn image_alt<'p>(block: &Region<'p>) -> Option<Option<Cow<'p, str>>> {
    let directive = take_apart(block.first(), block.clone(), &spec("image")).ok()?;
    Some(directive.options.get("alt").map(|alt| Cow::Owned(alt.to_owned())))
}
