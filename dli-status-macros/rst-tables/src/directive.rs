//! Directives: how one is taken apart, and what becomes of its content.

mod check;
pub(crate) mod csv_table;
pub(crate) mod list_table;
mod options;
mod python;
mod run;
mod spec;
pub(crate) mod table;

use std::borrow::Cow;
use std::ops::Range;

use crate::block::frame::{Frame, Kid};
use crate::block::parser::Parser;
use crate::inline::name_end;
use crate::pattern;
use crate::source::region::{Indent, Region};
use crate::white_space::{is_space, words};

pub(crate) use self::check::{character, character_code};
pub(crate) use self::options::{Options, has_broken_markup};
pub(crate) use self::run::{given_widths, image_alt};
pub(crate) use self::spec::Run;

use self::spec::{Spec, Takes, spec};

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
    /// As it is written.
    pub(crate) name: String,
    /// The line that it begins on.
    pub(crate) line: usize,
    /// The bytes of the page that it takes, and its first line.
    pub(crate) span: Range<usize>,
    pub(crate) first_line: Range<usize>,
    pub(crate) argument: Option<Cow<'p, str>>,
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
        match take_apart(name, line, block, &spec) {
            Ok(directive) => {
                self.define_name(&spec, &directive);
                self.run_directive(frame, spec.run, Directive { span, first_line, ..directive });
            }
            Err(fault) => {
                self.kid(frame, Kid::Message);
                self.refused(spec.run, name, span, first_line, &fault);
            }
        }
    }

    /// The `:name:` of a directive is a target, and so is the title of a table of contents.
    fn define_name(&mut self, spec: &Spec, directive: &Directive<'p>) {
        let name = directive.options.get("name").filter(|_| matches!(spec.takes, Takes::These(_)));
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
fn take_apart<'p>(name: &str, line: usize, block: Region<'p>, spec: &Spec) -> Result<Directive<'p>, String> {
    let (name, span, first_line) = (name.to_owned(), 0..0, 0..0);
    let takes_arguments = spec.required + spec.optional > 0;
    if !takes_arguments && matches!(spec.takes, Takes::Nothing) {
        if !block.is_empty() && !spec.content {
            return Err("no content permitted".to_owned());
        }
        return Ok(Directive {
            name,
            line,
            span,
            first_line,
            argument: None,
            options: Options::default(),
            content: block,
        });
    }
    let blank = (block.first()..block.end()).find(|&at| block.is_blank(at)).unwrap_or(block.end());
    let options_at = match spec.takes {
        Takes::Nothing => blank,
        _ => (block.first()..blank).find(|&at| pattern::field(block.text(at)).is_some()).unwrap_or(blank),
    };
    let options = options::read(&block.clone().from(options_at).until(blank), &spec.takes)?;
    let arguments = block.clone().until(options_at);
    let content = if takes_arguments {
        block.from(blank)
    } else if options_at < blank {
        block.without(options_at, blank)
    } else {
        block
    };
    let content = content.without_blank_start();
    let argument = if takes_arguments { argument(&arguments, spec)? } else { None };
    if !content.is_empty() && !spec.content {
        return Err("no content permitted".to_owned());
    }
    Ok(Directive { name, line, span, first_line, argument, options, content })
}

/// The text of a directive's argument, its lines joined.
fn argument<'p>(region: &Region<'p>, spec: &Spec) -> Result<Option<Cow<'p, str>>, String> {
    let text = region.joined(region.first(), region.end());
    let count = words(&text).take(spec.required + spec.optional + 1).count();
    if count < spec.required {
        return Err(format!("{} argument(s) required, {count} supplied", spec.required));
    }
    if count > spec.required + spec.optional && !spec.spaces {
        let most = spec.required + spec.optional;
        let count = words(&text).count();
        return Err(format!("maximum {most} argument(s) allowed, {count} supplied"));
    }
    let text = match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim_start_matches(is_space)),
        Cow::Owned(text) => Cow::Owned(text.trim_start_matches(is_space).to_owned()),
    };
    Ok((!text.is_empty()).then_some(text))
}
