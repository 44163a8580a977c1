//! `.. include::`, which reads another file in its place.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use super::options::Options;
use super::parts::Directive;
use crate::block::parser::Parser;
use crate::block::scope::Scope;
use crate::block::tree::Block;
use crate::error::{IncludeError, IncludeReason};
use crate::source::clip::Clip;
use crate::source::files::join;
use crate::source::lines::{Lines, expand_tabs};
use crate::source::origin::Origin;
use crate::source::region::Region;
use crate::white_space::is_space;

/// A file that is to be read in place of a directive, or part of it.
struct Included<'p> {
    text: &'p str,
    part: Range<usize>,
    origin: Origin,
}

impl<'p> Parser<'p> {
    pub(super) fn include(&mut self, scope: &mut Scope<'p>, directive: &Directive<'p>) {
        let Some(clip) = clip(&directive.options) else { return scope.warn() };
        let options = &directive.options;
        let included = match self.load(scope, directive, clip) {
            Ok(included) => included,
            Err(error) => {
                self.include_errors.extend(error);
                return scope.warn();
            }
        };
        let Included { text, part, origin } = included;
        if options.has("literal") || options.has("code") {
            let text = expand_tabs(text.get(part).expect("a part of a text is within it"));
            let text = if options.has("literal") { &text } else { text.strip_suffix('\n').unwrap_or(&text) };
            return scope.push(Block::Literal(Cow::Owned(text.to_owned())));
        }
        if !options.has("parser") {
            let lines = Lines::of_file(text, part, Arc::new(origin));
            self.insert(scope, Region::new(Arc::new(lines)));
        }
    }

    /// The file that a directive includes. Without [`Files`](crate::source::files::Files) there is neither a file nor an
    /// error.
    fn load(
        &mut self,
        scope: &Scope<'p>,
        directive: &Directive<'p>,
        clip: Clip,
    ) -> Result<Included<'p>, Option<IncludeError>> {
        let files = self.files().ok_or(None)?;
        let includer = scope.region.origin();
        let argument: String = directive.argument.iter().flat_map(|text| text.lines()).map(str::trim).collect();
        let path = join(includer.path(), &argument);
        let error = |reason| {
            let span = directive.first_line.clone();
            Some(IncludeError::new(path.clone(), Arc::clone(includer), span, reason))
        };
        if !is_utf_8(&directive.options) {
            return Err(error(IncludeReason::Encoding));
        }
        if includer.is_within(&path, &clip) {
            return Err(error(IncludeReason::Circular));
        }
        let loaded = files.load(&path);
        let text = loaded.map_err(|message| error(IncludeReason::Unreadable { message: message.to_owned() }))?;
        let part = clip.of(text).map_err(|option| error(IncludeReason::TextNotFound { option }))?;
        if !self.may_include(part.len()) {
            return Err(error(IncludeReason::TooMany));
        }
        let origin = Origin::included(path, clip, Arc::clone(includer), directive.first_line.clone());
        Ok(Included { text, part, origin })
    }
}

/// Whether the text of a file can be what the option `encoding` says.
pub(super) fn is_utf_8(options: &Options<'_>) -> bool {
    let encoding = options.get("encoding").unwrap_or("utf-8").to_lowercase().replace(['_', ' '], "-");
    matches!(encoding.as_str(), "" | "utf-8" | "utf8" | "u8" | "utf-8-sig" | "ascii" | "us-ascii")
}

/// The part of the file that the options name; nothing if a number is not one.
fn clip(options: &Options<'_>) -> Option<Clip> {
    let line = |name| match options.get(name) {
        Some(value) => value.trim_matches(is_space).parse().ok().map(Some),
        None => Some(None),
    };
    let text = |name| match options.get(name) {
        Some("") => None,
        text => Some(text.unwrap_or_default().to_owned()),
    };
    Some(Clip {
        start_line: line("start-line")?,
        end_line: line("end-line")?,
        start_after: text("start-after")?,
        end_before: text("end-before")?,
    })
}
