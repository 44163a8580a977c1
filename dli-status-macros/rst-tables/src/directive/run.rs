//! What becomes of a directive that has been taken apart.

use std::borrow::Cow;

use super::Directive;
use super::check::are_classes;
use super::spec::Run;
use crate::block::frame::{Close, Frame, Kid, Kids, Node};
use crate::block::parser::Parser;
use crate::block::tree::Block;
use crate::inline::{self, DocutilsRoles, name_end};
use crate::source::region::Region;
use crate::white_space::{is_space, leading_space};

impl<'p> Parser<'p> {
    pub(super) fn run_directive(&mut self, frame: &mut Frame<'p>, run: Run, directive: Directive<'p>) {
        let needs_content = !matches!(
            run,
            Run::Table
                | Run::ListTable
                | Run::CsvTable
                | Run::Rubric
                | Run::Image
                | Run::Figure
                | Run::Contents
                | Run::Pending
                | Run::Class
                | Run::Role
                | Run::DefaultRole
                | Run::Verbatim
                | Run::InPlace
                | Run::Nothing
                | Run::Message
                | Run::Topic
                | Run::Sidebar
        );
        if needs_content && directive.content.is_empty() {
            return self.message(frame);
        }
        match run {
            Run::Table => self.table_directive(frame, directive),
            Run::ListTable => self.list_table(frame, directive),
            Run::CsvTable => self.csv_table(frame, directive),
            Run::Topic | Run::Sidebar | Run::Contents => self.aside(frame, run, directive),
            Run::Figure => self.figure(frame, directive),
            Run::InPlace => self.in_place(frame, directive.content),
            Run::Class => self.class(frame, directive),
            Run::Apart => {
                let close = Close::Dropped { mark: self.mark() };
                let close = if self.wants_steps() { close } else { Close::Leave(0) };
                self.nest(Frame::new(directive.content, Node::Body, close));
            }
            Run::Quote => self.quotes(frame, directive.content),
            Run::Role | Run::DefaultRole => self.role(frame, run, &directive),
            Run::Nothing | Run::NeedsContent => {}
            Run::Message => self.message(frame),
            Run::Pending => self.kid(frame, Kid::Pending),
            Run::Admonition(name) => {
                self.kid(frame, Kid::Other);
                self.enter(Block::Admonition { name });
                self.titled(directive.argument, directive.content, Node::Body);
            }
            Run::Compound | Run::Container => self.group(frame, directive),
            _ => self.leaf_directive(frame, run, directive),
        }
    }

    /// Directives that hold text alone.
    fn leaf_directive(&mut self, frame: &mut Frame<'p>, run: Run, directive: Directive<'p>) {
        let content = directive.content;
        match run {
            Run::LineBlock => {
                self.enter(Block::LineBlock);
                for at in content.first()..content.end() {
                    let line = content.text(at);
                    let from = leading_space(line);
                    self.inline(Block::Line, || content.piece(at, from));
                }
                self.leave();
            }
            Run::ParsedLiteral => self.verbatim(Block::Literal, || {
                Cow::Owned(inline::unresolved_words(&content.joined(content.first(), content.end()), &DocutilsRoles))
            }),
            Run::Math => return self.math(frame, &content),
            Run::Rubric => self.inline(Block::Paragraph, || directive.argument.unwrap_or_default()),
            Run::Image => self.image(directive.options.get("alt")),
            Run::Verbatim if content.is_empty() => return,
            _ => self.verbatim(Block::Literal, || content.joined(content.first(), content.end())),
        }
        self.kid(frame, Kid::Other);
    }

    fn image(&mut self, alt: Option<&str>) {
        if self.wants_steps() {
            self.enter(Block::Image { alt: Cow::Owned(alt.unwrap_or_default().to_owned()) });
            self.leave();
        }
    }

    /// Formulas, separated by blank lines.
    fn math(&mut self, frame: &mut Frame<'p>, content: &Region<'p>) {
        let mut from = content.first();
        while from < content.end() {
            let to = (from + 1..content.end()).find(|&at| content.is_blank(at)).unwrap_or(content.end());
            self.verbatim(Block::Literal, || content.joined(from, to));
            self.kid(frame, Kid::Other);
            from = to + 1;
        }
    }

    /// Blocks that may have a title.
    fn titled(&mut self, title: Option<Cow<'p, str>>, content: Region<'p>, node: Node) {
        if let Some(title) = title {
            self.inline(Block::Paragraph, || title);
        }
        self.nest(Frame::new(content, node, Close::Leave(1)));
    }

    /// Topics and sidebars stand beside the text, so they may stand only where it is not part of something else.
    fn aside(&mut self, frame: &mut Frame<'p>, run: Run, directive: Directive<'p>) {
        let is_sidebar = run == Run::Sidebar;
        let placed = match frame.node {
            Node::Section | Node::Loose => true,
            Node::Sidebar => !is_sidebar,
            Node::Body => false,
        };
        let subtitle = directive.options.get("subtitle").map(|subtitle| Cow::Owned(subtitle.to_owned()));
        let fine = placed
            && (run == Run::Contents || !directive.content.is_empty())
            && !(is_sidebar && subtitle.is_some() && directive.argument.is_none());
        if !fine {
            return self.message(frame);
        }
        self.kid(frame, Kid::Other);
        self.enter(Block::Group);
        let mut title = directive.argument;
        if run == Run::Contents && title.is_none() && !directive.options.has("local") {
            title = Some(Cow::Borrowed("Contents"));
        }
        if let (Some(title), Some(_)) = (title.as_ref(), subtitle.as_ref()) {
            let title = title.clone();
            self.inline(Block::Paragraph, || title);
        }
        let node = if is_sidebar { Node::Sidebar } else { Node::Body };
        self.titled(subtitle.or(title), directive.content, node);
    }

    /// A compound or a container, whose argument must be good for classes.
    fn group(&mut self, frame: &mut Frame<'p>, directive: Directive<'p>) {
        if !directive.argument.as_deref().is_none_or(are_classes) {
            return self.message(frame);
        }
        self.kid(frame, Kid::Other);
        self.enter(Block::Group);
        self.nest(Frame::inside(directive.content, 1));
    }

    fn class(&mut self, frame: &mut Frame<'p>, directive: Directive<'p>) {
        if !directive.argument.as_deref().is_none_or(are_classes) {
            return self.message(frame);
        }
        if directive.content.is_empty() {
            return self.kid(frame, Kid::Pending);
        }
        self.in_place(frame, directive.content);
    }

    /// Content that takes the place of its directive.
    fn in_place(&mut self, frame: &mut Frame<'p>, content: Region<'p>) {
        let mut inner = Frame::new(content, Node::Loose, Close::Merge);
        inner.kids.label.clone_from(&frame.kids.label);
        self.nest(inner);
    }

    /// An image with a caption, the first paragraph of the content, and a legend, the rest.
    fn figure(&mut self, frame: &mut Frame<'p>, directive: Directive<'p>) {
        self.kid(frame, Kid::Other);
        self.enter(Block::Group);
        self.image(directive.options.get("alt"));
        let mark = self.mark();
        self.nest(Frame::new(directive.content, Node::Loose, Close::Figure { mark }));
    }

    pub(crate) fn end_figure(&mut self, mark: usize, kids: &Kids) {
        let fine = match &kids.first_shown {
            None => true,
            Some((kid, _)) => matches!(kid, Kid::Paragraph | Kid::EmptyComment),
        };
        if !fine {
            self.rewind(mark);
            if let Some(outer) = self.outer() {
                outer.kids.add(Kid::Message);
            }
        }
        self.leave();
    }

    fn role(&mut self, frame: &mut Frame<'p>, run: Run, directive: &Directive<'p>) {
        let defined = match run {
            Run::DefaultRole => {
                let name = directive.argument.as_deref();
                if let Some(context) = self.context() {
                    context.set_default_role(name);
                }
                true
            }
            _ => match role_names(&directive.content, directive.line) {
                Some((name, base)) => {
                    if let Some(context) = self.context() {
                        context.define_role(&name, base.as_deref());
                    }
                    true
                }
                None => false,
            },
        };
        if defined {
            self.roles += 1;
            self.step(crate::block::tree::Step::Roles(self.roles));
        }
        self.message_unless(frame, defined);
    }
}

/// `name` or `name(base)` on the directive's own line.
fn role_names(content: &Region<'_>, line: usize) -> Option<(String, Option<String>)> {
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

/// The alternative text of an image directive with this block; none if docutils refuses it.
pub(crate) fn image_alt<'p>(block: &Region<'p>) -> Option<Option<Cow<'p, str>>> {
    let spec = super::spec("image");
    let directive = super::take_apart(block.first(), block.clone(), &spec).ok()?;
    Some(directive.options.get("alt").map(|alt| Cow::Owned(alt.to_owned())))
}
