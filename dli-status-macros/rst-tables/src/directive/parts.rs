//! The parts of a directive: name, argument, options, content.

use std::borrow::Cow;
use std::ops::Range;

use super::options::{self, Options};
use super::spec::{Content, Spec, Takes, spec};
use crate::error::SpannedError;
use crate::inline::{name_end, normal_name};
use crate::pattern;
use crate::source::region::Region;
use crate::white_space::{is_space, words};

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
pub(super) struct Directive<'p> {
    /// The line that it begins on.
    pub(super) line: usize,
    /// The bytes of the page that it takes, and its first line.
    pub(super) span: Range<usize>,
    pub(super) first_line: Range<usize>,
    pub(super) argument: Option<Cow<'p, str>>,
    /// The lines that the argument is read from.
    pub(super) argument_lines: Region<'p>,
    pub(super) options: Options<'p>,
    pub(super) content: Region<'p>,
}

impl Directive<'_> {
    /// The name that the option `name` gives.
    pub(super) fn name(&self) -> impl Iterator<Item = String> {
        self.options.get("name").map(normal_name).into_iter()
    }

    /// Whether the directive has the arguments and the content that it needs, and none that it may not have.
    pub(super) fn fits(&self, spec: &Spec) -> bool {
        let allowed = spec.required + spec.optional;
        let given = self.argument.iter().flat_map(|text| words(text));
        let count = given.take(allowed + 1).count();
        let has_content = match spec.content {
            Content::Required => !self.content.is_empty(),
            Content::Optional => true,
            Content::Forbidden => self.content.is_empty(),
        };
        count >= spec.required && (count <= allowed || spec.spaces) && has_content
    }
}

/// Splits a directive's block: arguments and options up to the first blank line, then content.
pub(super) fn take_apart<'p>(line: usize, block: Region<'p>, spec: &Spec) -> Result<Directive<'p>, SpannedError> {
    let (span, first_line) = (0..0, 0..0);
    let takes_arguments = spec.required + spec.optional > 0;
    if !takes_arguments && matches!(spec.takes, Takes::Nothing) {
        let argument_lines = block.clone().take_until(block.first());
        let options = Options::default();
        return Ok(Directive { line, span, first_line, argument: None, argument_lines, options, content: block });
    }
    let blank = block.range().find(|&line| block.is_blank(line)).unwrap_or(block.end());
    let options_line = match spec.takes {
        Takes::Nothing => blank,
        _ => (block.first()..blank).find(|&line| pattern::field(block.text(line)).is_some()).unwrap_or(blank),
    };
    let options = options::read(&block.clone().skip_to(options_line).take_until(blank), &spec.takes)?;
    let argument_lines = block.clone().take_until(if takes_arguments { options_line } else { block.first() });
    let content = if takes_arguments {
        block.skip_to(blank)
    } else if options_line < blank {
        block.skipping(options_line..blank)
    } else {
        block
    };
    let argument = argument(&argument_lines);
    let content = content.trimmed_start();
    Ok(Directive { line, span, first_line, argument, argument_lines, options, content })
}

/// The text of a directive's argument, its lines joined.
fn argument<'p>(lines: &Region<'p>) -> Option<Cow<'p, str>> {
    let text = match lines.source() {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim_start_matches(is_space)),
        Cow::Owned(text) => Cow::Owned(text.trim_start_matches(is_space).to_owned()),
    };
    (!text.is_empty()).then_some(text)
}

/// The alternative text of an image directive with this block; none if docutils refuses it.
pub(crate) fn image_alt<'p>(block: &Region<'p>) -> Option<Option<Cow<'p, str>>> {
    let spec = spec("image");
    let directive = take_apart(block.first(), block.clone(), &spec).ok().filter(|directive| directive.fits(&spec))?;
    Some(directive.options.get("alt").map(|alt| Cow::Owned(alt.to_owned())))
}
