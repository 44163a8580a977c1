//! The functions of a file and their lengths, by the layout of rustfmt: the last line of a function is the first after
//! its start that closes a brace at the same indentation.

/// A function with a body.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Function {
    pub(super) name: String,
    /// Where it starts, counted from one.
    pub(super) line: usize,
    pub(super) lines: usize,
}

pub(super) fn functions(text: &str) -> Vec<Function> {
    let lines: Vec<&str> = text.lines().collect();
    let starts = lines.iter().enumerate().filter_map(|(index, line)| Some((index, name(line)?)));
    let function = |(index, name): (usize, &str)| {
        let lines = length(&lines[index..])?;
        Some(Function { name: name.to_owned(), line: index + 1, lines })
    };
    starts.filter_map(function).collect()
}

/// The name of the function that starts on this line.
fn name(line: &str) -> Option<&str> {
    const QUALIFIERS: [&str; 6] = ["const", "async", "unsafe", "default", "extern", "\"C\""];
    let (before, after) = format_free(line)?;
    let qualified = before.split_whitespace().all(|word| QUALIFIERS.contains(&word) || word.starts_with("pub"));
    let name = after.split(|c: char| !c.is_alphanumeric() && c != '_').next()?;
    (qualified && !name.is_empty()).then_some(name)
}

/// The line in front of `fn` and after it.
fn format_free(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start();
    line.strip_prefix("fn ").map(|after| ("", after)).or_else(|| line.split_once(" fn "))
}

/// How many of these lines the function takes whose first line is the first of them; none if it has no body.
fn length(lines: &[&str]) -> Option<usize> {
    let (first, rest) = lines.split_first()?;
    let indentation = &first[..first.len() - first.trim_start().len()];
    if first.ends_with('}') {
        return Some(1);
    }
    if first.ends_with(';') {
        return None;
    }
    let ends_here = |line: &str| {
        line.strip_prefix(indentation)
            .is_some_and(|rest| rest == "}" || !rest.starts_with([' ']) && rest.ends_with(';'))
    };
    let last = rest.iter().position(|line| ends_here(line))?;
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
        if a > 1 {
            2
        }
    }

    fn declared(&self);
}

/// A fn that
fn three<T>()
where
    T: Copy,
{
}
";
    let function = |name: &str, line, lines| Function { name: name.to_owned(), line, lines };
    assert_eq!(functions(text), [function("one", 2, 1), function("two", 4, 7), function("three", 16, 5)]);
}
