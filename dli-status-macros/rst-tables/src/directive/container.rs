//! Directives that hold blocks.

use std::borrow::Cow;

use super::check::are_classes;
use super::leaf::image;
use super::parts::Directive;
use super::spec::Run;
use crate::block::parser::Parser;
use crate::block::scope::{Parent, Scope};
use crate::block::tree::Block;
use crate::block::visit::children;
use crate::source::region::Region;

impl<'p> Parser<'p> {
    pub(super) fn admonition(&mut self, scope: &mut Scope<'p>, name: &'static str, directive: Directive<'p>) {
        let blocks = self.titled(directive.argument, directive.content, Parent::Body);
        scope.push(Block::Admonition { name, blocks });
    }

    /// Blocks, with the titles before them that there are.
    fn titled(
        &mut self,
        titles: impl IntoIterator<Item = Cow<'p, str>>,
        content: Region<'p>,
        parent: Parent,
    ) -> Vec<Block<'p>> {
        let mut blocks: Vec<_> = titles.into_iter().map(|title| Block::Paragraph(self.text(title))).collect();
        blocks.append(&mut self.blocks(content, parent));
        blocks
    }

    /// Topics and sidebars are not part of the text around them, so other blocks may not contain them.
    pub(super) fn aside(&mut self, scope: &mut Scope<'p>, run: Run, directive: Directive<'p>) {
        let is_sidebar = run == Run::Sidebar;
        let placed = match scope.parent {
            Parent::Section | Parent::Loose => true,
            Parent::Sidebar => !is_sidebar,
            Parent::Body => false,
        };
        let Directive { argument: mut title, options, content, .. } = directive;
        let subtitle = options.get("subtitle").map(|subtitle| Cow::Owned(subtitle.to_owned()));
        let fine = placed
            && (run == Run::Contents || !content.is_empty())
            && !(is_sidebar && subtitle.is_some() && title.is_none());
        if !fine {
            return scope.warn();
        }
        if let Some(context) = self.page_context().filter(|_| run == Run::Contents) {
            context.define_section(title.as_deref().unwrap_or("Contents"));
        }
        if run == Run::Contents && title.is_none() && !options.has("local") {
            title = Some(Cow::Borrowed("Contents"));
        }
        let parent = if is_sidebar { Parent::Sidebar } else { Parent::Body };
        let blocks = self.titled(title.into_iter().chain(subtitle), content, parent);
        scope.push(Block::Group(blocks));
    }

    /// A compound or a container, whose argument must be good for classes.
    pub(super) fn group(&mut self, scope: &mut Scope<'p>, directive: Directive<'p>) {
        if !directive.argument.as_deref().is_none_or(are_classes) {
            return scope.warn();
        }
        let blocks = self.blocks(directive.content, Parent::Body);
        scope.push(Block::Group(blocks));
    }

    pub(super) fn class(&mut self, scope: &mut Scope<'p>, directive: Directive<'p>) {
        if !directive.argument.as_deref().is_none_or(are_classes) {
            return scope.warn();
        }
        if directive.content.is_empty() {
            return scope.push(Block::Pending);
        }
        self.in_place(scope, directive);
    }

    /// Content that takes the place of its directive.
    pub(super) fn in_place(&mut self, scope: &mut Scope<'p>, directive: Directive<'p>) {
        let blocks = self.blocks(directive.content, Parent::Loose);
        scope.push(Block::InPlace { directive: None, blocks });
    }

    /// An image with a caption, the first paragraph of the content, and a legend, the rest.
    pub(super) fn figure(&mut self, scope: &mut Scope<'p>, directive: Directive<'p>) {
        let image = image(&directive);
        let content = self.blocks(directive.content, Parent::Loose);
        let children = children(&content);
        let first = children.iter().find(|block| !matches!(block, Block::Target(_) | Block::Pending));
        let fine = matches!(first, None | Some(Block::Paragraph(_) | Block::Comment { is_empty: true }));
        let content = if fine { Block::InPlace { directive: None, blocks: content } } else { Block::Dropped(content) };
        scope.push(Block::Group(vec![image, content]));
        scope.warn_unless(fine);
    }
}
