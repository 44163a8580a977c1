//! Inline markup compared with docutils' reading of it, which `scripts/inline_fixtures.py` writes.

use std::borrow::Cow;
use std::fs;
use std::path::PathBuf;

use crate::block::text::Text;
use crate::block::tree::Block;
use crate::context::{Context, Definition};
use crate::render::plain::plain;
use crate::white_space::is_space;

#[test]
fn fixtures_read_as_docutils_reads_them() {
    let folder = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap()).join("tests/fixtures/inline");
    let mut wrong = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        for case in fs::read_to_string(&path).unwrap().trim_end_matches('\n').split("\n\n") {
            let (source, expected) = case.rsplit_once("\n=>").expect("a case has lines and an outcome");
            let is_definition = |line: &&str| line.starts_with(".. ");
            let definitions: Vec<_> = source.split('\n').filter(is_definition).collect();
            let paragraph: Vec<_> = source.split('\n').filter(|line| !is_definition(line)).collect();
            let shown = shown(&definitions, &paragraph.join("\n"));
            if shown.trim_end_matches(' ') != expected.strip_prefix(' ').unwrap_or(expected) {
                wrong.push(format!("{}:\n{source}\n=> {expected}\n   {shown}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// Silent without a file of cases (the script above makes them).
#[test]
fn random_cases_read_as_docutils_reads_them() {
    let Some(file) = std::env::var_os("RST_CASES") else { return };
    let (mut wrong, mut count) = (Vec::new(), 0);
    for line in fs::read_to_string(file).unwrap().lines() {
        let fields: Vec<_> = line.split('\t').map(decoded).collect();
        let [definitions, paragraph, expected] = &fields[..] else { panic!("not a case: {line}") };
        let definitions: Vec<_> = definitions.split('\n').collect();
        let shown = shown(&definitions, paragraph);
        count += 1;
        if shown != *expected {
            wrong.push(format!("{definitions:?}\n{paragraph:?}\n=> {expected:?}\n   {shown:?}"));
        }
    }
    let some = wrong.get(..20).unwrap_or(&wrong).join("\n\n");
    assert!(wrong.is_empty(), "{} of {count} cases differ:\n\n{some}", wrong.len());
}

fn shown(definitions: &[&str], paragraph: &str) -> String {
    let mut context = Context::default();
    definitions.iter().for_each(|line| define(&mut context, line));
    let text = paragraph.trim_end_matches(is_space).to_owned();
    let length = text.len();
    let text = Text { source: Cow::Owned(text), roles: context.revision(), start: None };
    plain(&[Block::Paragraph(text)], &context, length)
}

/// Understands the few definitions that the cases hold.
fn define(context: &mut Context<'_>, line: &str) {
    if let Some(definition) = line.strip_prefix(".. |") {
        let (name, definition) = definition.split_once("| ").unwrap();
        let (directive, text) = definition.split_once("::").unwrap();
        let text = text.trim_matches(is_space).to_owned();
        context.define(
            name,
            match directive {
                "replace" => Definition::Source(text.into()),
                "image" => Definition::Image { alt: None },
                _ => Definition::Text(character(&text).map_or(text.into(), |c| c.to_string().into())),
            },
        );
    } else if let Some(role) = line.strip_prefix(".. role:: ") {
        match role.split_once('(') {
            Some((name, base)) => context.define_role(name, Some(base.trim_end_matches(')'))),
            None => context.define_role(role, None),
        }
    } else if line.starts_with(".. __:") {
        context.define_anonymous_target();
    } else if let Some((name, address)) = line.strip_prefix(".. _").and_then(|target| target.split_once(':')) {
        let address = Some(address.trim_matches(is_space).to_owned().into()).filter(|_| address.contains("//"));
        context.define_target(name, address);
    } else if let Some((label, _)) = line.strip_prefix(".. [").and_then(|note| note.split_once(']')) {
        context.define_note(label);
    } else if let Some(role) = line.strip_prefix(".. default-role::") {
        context.set_default_role(Some(role.trim()).filter(|role| !role.is_empty()));
    }
}

fn character(code: &str) -> Option<char> {
    char::from_u32(u32::from_str_radix(code.strip_prefix("0x")?, 16).ok()?)
}

/// The text that the script has encoded.
fn decoded(coded: &str) -> String {
    let mut parts = coded.split('%');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_once(';').unwrap();
        text.extend(char::from_u32(u32::from_str_radix(code, 16).unwrap()));
        text.push_str(rest);
    }
    text
}
