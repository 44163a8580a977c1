//! Markdown as read by `pulldown-cmark`, which rustdoc uses: any words show as they are, and nothing appears that is not
//! on the page.

mod cells;
mod pages;

use pulldown_cmark::{BrokenLink, CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd};

use super::escape;
use super::escape::shown_text;
use super::line::Line;
use crate::inline::Piece;

/// Enough to meet all pairs of the characters below many times.
const ROUNDS: u64 = 20_000;

/// What text may be made of: all that means something to Markdown, and some that does not.
#[rustfmt::skip]
const PARTS: &[&str] = &[
    "*", "**", "_", "__", "`", "``", "```", "~", "~~", "~~~", "\\", "\\\\", "[", "]", "](", "][", "[^1]", "[^1]: ",
    "(", ")", "<", ">", "<b>", "</b>", "<!--", "-->", "<a@b.c>", "&", "&amp;", "&#35;", "&copy", ";", "#", "##", "# ",
    "-", "--", "---", "- ", "+", "+ ", "* ", "=", "===", "|", "|-|", ":-:", ":", "://", "http://a.b/c",
    "https://a.b/c_d?e=f&g;h", "ftp://a.b", "mailto:a@b.c", "x@y.z", "www.a.b", "!", "![", "...", ".", ",", "?", "'",
    "\"", "{", "}", "$", "$$", "^", "@", "/", "%", "1", "12", "1.", "1) ", "0", "a", "b", "word", "Foo", "Foo::bar",
    "struct@Foo", "é", "中", "—", "«", "“", "’", "😀", "\u{301}", "\u{200B}", "\u{A0}", "\u{3000}", "\u{202E}",
    "\u{2066}", "\u{FEFF}", "\0", "\u{7}", "\u{1B}", "\u{85}", "\u{2028}", "\t", "\n", "\r", " ", " ", " ", " ", "  ",
    "    ", "[ ] ", "[x] ", "\u{10FFFF}", "[Foo]", "[`Foo`]", "```rust",
];

/// A generator of numbers, the same ones in each run (xorshift).
struct Dice(u64);

impl Dice {
    fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % limit
    }

    fn text(&mut self, most: usize) -> String {
        // Few different parts now and then, so that they come together.
        let some: Vec<_> = (0..1 + self.below(6)).map(|_| PARTS[self.below(PARTS.len())]).collect();
        let parts = if self.below(2) == 0 { &some } else { PARTS };
        (0..self.below(most)).map(|_| parts[self.below(parts.len())]).collect()
    }
}

/// What a reader sees.
#[derive(Debug, Default)]
struct Seen {
    text: String,
    code: Vec<String>,
    emphasis: usize,
    strong: usize,
    links: Vec<(String, String)>,
    fences: Vec<String>,
}

/// Reads Markdown as rustdoc does; anything but what a cell may hold is a failure.
fn seen(source: &str) -> Seen {
    let mut broken = no_link(source);
    let mut seen = Seen::default();
    let mut numbers = Vec::new();
    let (mut in_link, mut in_fence) = (false, false);
    for event in Parser::new_with_broken_link_callback(source, options(), Some(&mut broken)) {
        match event {
            Event::Text(text) => {
                // What rustdoc's lint for bare URLs looks for.
                assert!(in_link || in_fence || !text.contains("http://") && !text.contains("https://"), "{source:?}");
                if let Some((link, _)) = seen.links.last_mut().filter(|_| in_link) {
                    link.push_str(&text);
                }
                if let Some(fence) = seen.fences.last_mut().filter(|_| in_fence) {
                    fence.push_str(&text);
                }
                seen.text.push_str(&text);
            }
            Event::Code(code) => {
                seen.text.push_str(&code);
                seen.code.push(code.into_string());
            }
            Event::HardBreak => seen.text.push('\n'),
            Event::Start(Tag::List(number)) => numbers.push(number),
            Event::Start(Tag::Item) => match numbers.last_mut().expect("an item is in a list") {
                Some(number) => {
                    seen.text.push_str(&format!("\n{number}. "));
                    *number += 1;
                }
                None => seen.text.push_str("\n- "),
            },
            Event::End(TagEnd::List(_)) => {
                numbers.pop();
                seen.text.push('\n');
            }
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph | TagEnd::Item) => seen.text.push('\n'),
            Event::Start(Tag::Emphasis) => seen.emphasis += 1,
            Event::Start(Tag::Strong) => seen.strong += 1,
            Event::Start(Tag::Link { dest_url, .. }) => {
                seen.links.push((String::new(), dest_url.into_string()));
                in_link = true;
            }
            Event::End(TagEnd::Link) => in_link = false,
            Event::Start(Tag::CodeBlock(kind)) => {
                assert!(matches!(&kind, CodeBlockKind::Fenced(info) if &**info == "text"), "{kind:?} in {source:?}");
                seen.text.push('\n');
                seen.fences.push(String::new());
                in_fence = true;
            }
            Event::End(TagEnd::CodeBlock) => in_fence = false,
            Event::End(TagEnd::Emphasis | TagEnd::Strong) => {}
            other => panic!("{other:?} in {source:?}"),
        }
    }
    seen
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION
}

/// What rustdoc makes of `[words]` without an address.
fn no_link<'s>(source: &str) -> impl FnMut(BrokenLink<'s>) -> Option<(CowStr<'s>, CowStr<'s>)> {
    move |link| panic!("an intra-doc link, {:?}, in {source:?}", link.reference)
}

/// The words, whatever white space is between them.
fn words(text: &str) -> String {
    crate::white_space::fold_spaces(text)
}

fn rendered(pieces: &[Piece<'_>]) -> String {
    let mut line = Line::default();
    pieces.iter().for_each(|piece| line.push(piece));
    line.render()
}

#[test]
fn text_shows_as_it_is_and_means_nothing() {
    for round in 0..ROUNDS {
        let text = Dice::new(round).text(12);
        let source = rendered(&[Piece::Text(text.as_str().into())]);
        let seen = seen(&source);
        assert_eq!(words(&seen.text), words(&shown_text(&text)), "{text:?} as {source:?}");
        assert!(seen.code.is_empty() && seen.fences.is_empty() && seen.emphasis + seen.strong == 0, "{source:?}");
        for (link, url) in &seen.links {
            assert!(*url == *link || *url == format!("mailto:{link}"), "{source:?}");
        }
    }
}

#[test]
fn pieces_show_in_their_form_or_as_words() {
    for round in 0..ROUNDS {
        let mut dice = Dice::new(round);
        let pieces: Vec<_> = (0..1 + dice.below(5)).map(|_| piece(&mut dice)).collect();
        let source = rendered(&pieces);
        let seen = seen(&source);
        let shown: String = pieces.iter().map(|piece| shown_text(piece.text())).collect();
        assert_eq!(words(&seen.text), words(&shown), "{pieces:?} as {source:?}");
        let count = |form: fn(&Piece<'_>) -> bool| pieces.iter().filter(|&piece| form(piece)).count();
        assert!(seen.emphasis <= count(|piece| matches!(piece, Piece::Emphasis(_))), "{source:?}");
        assert!(seen.strong <= count(|piece| matches!(piece, Piece::Strong(_))), "{source:?}");
        let code: String = pieces
            .iter()
            .filter(|piece| matches!(piece, Piece::Literal(_)))
            .map(|piece| shown_text(piece.text()))
            .collect();
        assert_eq!(words(&seen.code.concat()), words(&code), "{source:?}");
    }
}

#[test]
fn a_cell_of_a_table_ends_where_its_text_does() {
    for round in 0..ROUNDS {
        let mut dice = Dice::new(round);
        let (text, link) = (dice.text(8), dice.text(8));
        let source = format!("| a | b |\n| --- | --- |\n| {} | [{}](#c) |", escape(&text), escape(&link));
        let mut broken = no_link(&source);
        let mut cells = Vec::new();
        for event in Parser::new_with_broken_link_callback(&source, options(), Some(&mut broken)) {
            match event {
                Event::Start(Tag::TableCell) => cells.push(String::new()),
                Event::Start(Tag::Link { dest_url, .. }) => {
                    assert_eq!((&*dest_url, cells.len()), ("#c", 4), "{source}")
                }
                Event::Text(text) => cells.last_mut().expect("text is in a cell").push_str(&text),
                Event::Start(Tag::Table(_) | Tag::TableHead | Tag::TableRow) | Event::End(_) => {}
                other => panic!("{other:?} in {source:?}"),
            }
        }
        let cells: Vec<_> = cells.iter().map(|cell| words(cell)).collect();
        let shown = [words(&shown_text(&text)), words(&shown_text(&link))];
        assert_eq!(cells, ["a", "b", &shown[0], &shown[1]], "{source}");
    }
}

fn piece(dice: &mut Dice) -> Piece<'static> {
    let text = dice.text(4).into();
    match dice.below(6) {
        0 => Piece::Emphasis(text),
        1 => Piece::Strong(text),
        2 => Piece::Literal(text),
        3 => Piece::Link { text, url: "https://example.com/a?b&lt;c".into() },
        _ => Piece::Text(text),
    }
}

#[test]
fn links_lead_where_the_page_says() {
    for (url, expected) in [
        ("https://example.com/a_b*c?d=e&lt;f#g", Some("https://example.com/a_b*c?d=e&lt;f#g")),
        ("http://example.com/<b>\\ `c`", Some("http://example.com/%3Cb%3E%5C%20%60c%60")),
        ("mailto:user@example.com", Some("mailto:user@example.com")),
        ("HTTPS://EXAMPLE.COM", Some("HTTPS://EXAMPLE.COM")),
        ("javascript:alert(1)", None),
        ("Foo", None),
        ("mailto:struct@Foo", None),
        ("other.html", None),
    ] {
        let source = rendered(&[Piece::Link { text: "text".into(), url: url.into() }]);
        let links: Vec<_> = seen(&source).links.into_iter().map(|(_, url)| url).collect();
        assert_eq!(links, Vec::from_iter(expected), "{source}");
    }
}
