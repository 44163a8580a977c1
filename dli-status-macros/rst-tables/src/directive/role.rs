//! Directives that define what the roles of interpreted text mean.

use super::parts::Directive;
use crate::block::parser::Parser;
use crate::block::scope::Scope;
use crate::inline::name_end;
use crate::source::region::Region;
use crate::white_space::is_space;

impl<'p> Parser<'p> {
    pub(super) fn role(&mut self, scope: &mut Scope<'p>, directive: &Directive<'p>) {
        let Some((name, base)) = names(&directive.content, directive.line) else { return scope.warn() };
        if let Some(context) = self.context() {
            context.define_role(&name, base.as_deref());
        }
        self.roles += 1;
    }

    pub(super) fn default_role(&mut self, directive: &Directive<'p>) {
        if let Some(context) = self.context() {
            context.set_default_role(directive.argument.as_deref());
        }
        self.roles += 1;
    }
}

/// `name` or `name(base)` on the directive's own line.
fn names(content: &Region<'_>, line: usize) -> Option<(String, Option<String>)> {
    if content.is_empty() || content.first() > line + 1 {
        return None;
    }
    let text = content.text(content.first());
    let end = name_end(text, 0)?;
    let name = text.get(..end)?.to_owned();
    let rest = text.get(end..)?.trim_matches(is_space);
    if rest.is_empty() {
        return Some((name, None));
    }
    let base = rest.strip_prefix('(')?.strip_suffix(')')?.trim_matches(is_space);
    (name_end(base, 0)? == base.len()).then(|| (name, Some(base.to_owned())))
}
