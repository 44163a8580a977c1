//! The functions of a file and their lengths, by the layout of rustfmt: a function ends at the first line after its start
//! that closes a brace at the same indentation.

/// A function with a body.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Function {
    pub(super) name: String,
    /// Where it starts, counted from one.
    pub(super) line: usize,
    pub(super) lines: usize,
}

pub(super) fn functions(text: &str) -> Vec<Function> {
    let text = without_literals(text);
    let lines: Vec<&str> = text.lines().collect();
    let starts = lines.iter().enumerate().filter_map(|(index, line)| Some((index, name(line)?)));
    let function = |(index, name): (usize, &str)| {
        let lines = length(&lines[index..])?;
        Some(Function { name: name.to_owned(), line: index + 1, lines })
    };
    starts.filter_map(function).collect()
}

/// The same lines without comments and without what is in quotes, which may be code too.
fn without_literals(text: &str) -> String {
    let mut code = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(['"', '\'', '/']) {
        code.push_str(&rest[..start]);
        let (literal, after) = rest[start..].split_at(literal_length(&rest[..start], &rest[start..]));
        code.extend(literal.chars().filter(|c| *c == '\n'));
        rest = after;
    }
    code + rest
}

/// The length of the literal or comment at the start of `text`; that of one character if there is none.
fn literal_length(before: &str, text: &str) -> usize {
    let through = |end: &str, from: usize| text[from..].find(end).map_or(text.len(), |index| from + index + end.len());
    let hashes = before.len() - before.trim_end_matches('#').len();
    if text.starts_with("//") {
        return text.find('\n').unwrap_or(text.len());
    }
    if text.starts_with("/*") {
        return through("*/", 2);
    }
    if text.starts_with('"') && before[..before.len() - hashes].ends_with('r') {
        return through(&format!("\"{}", "#".repeat(hashes)), 1);
    }
    let mut characters = text.char_indices().skip(1);
    match text.chars().next() {
        Some('"') => loop {
            match characters.next() {
                Some((_, '\\')) => drop(characters.next()),
                Some((index, '"')) => return index + 1,
                Some(_) => {}
                None => return text.len(),
            }
        },
        // A character, unless it is a lifetime.
        Some('\'') if text.starts_with("'\\") => through("'", 3),
        Some('\'') => characters.nth(1).filter(|(_, c)| *c == '\'').map_or(1, |(index, _)| index + 1),
        _ => 1,
    }
}

/// The name of the function that starts on this line.
fn name(line: &str) -> Option<&str> {
    const QUALIFIERS: [&str; 5] = ["const", "async", "unsafe", "default", "extern"];
    let (before, after) = around_fn(line.trim_start())?;
    let qualified = before.split_whitespace().all(|word| QUALIFIERS.contains(&word) || word.starts_with("pub"));
    let name = after.split(|c: char| !c.is_alphanumeric() && c != '_').next()?;
    (qualified && !name.is_empty()).then_some(name)
}

/// The parts of a line before `fn` and after it.
fn around_fn(line: &str) -> Option<(&str, &str)> {
    line.strip_prefix("fn ").map(|after| ("", after)).or_else(|| line.split_once(" fn "))
}

/// How many of these lines the function takes that starts on the first; none if it has no body.
fn length(lines: &[&str]) -> Option<usize> {
    let (first, rest) = lines.split_first()?;
    let indentation = &first[..first.len() - first.trim_start().len()];
    if first.ends_with('}') {
        return Some(1);
    }
    if first.ends_with(';') {
        return None;
    }
    let is_end = |rest: &str| rest == "}" || rest.starts_with(')') && rest.ends_with(';');
    let last = rest.iter().position(|line| line.strip_prefix(indentation).is_some_and(is_end))?;
    rest[last].ends_with('}').then_some(last + 2)
}

#[test]
fn functions_are_measured() {
    let text = "\
impl A {
    pub(crate) const fn one(&self) -> u8 { 1 }

    fn two(
        a: u8,
    ) -> u8 {
        let _: (&'static str, char) = (\"
    fn quoted() {
    }
\", '\"');
        if a > 1 {
            2
        }
    }

    fn declared(
        &self,
    );
}

/// A fn that
fn three<T>() // {
where
    T: Copy,
{
    r#\"
}
\"#
}
";
    let function = |name: &str, line, lines| Function { name: name.to_owned(), line, lines };
    assert_eq!(functions(text), [function("one", 2, 1), function("two", 4, 11), function("three", 22, 8)]);
}
