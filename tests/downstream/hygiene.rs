//! Nothing next to a call changes what it means: not a constant, static, function, type or macro with a name of the
//! expansion, nor the name of the enum itself. The names are collected from the tokens.

use dli_status_codegen::{PagePath, expand};
use dli_status_patterns::compile;
use dli_status_tests::{Downstream, dli_status};
use proc_macro2::{Ident, TokenStream, TokenTree};
use std::collections::BTreeSet;
use std::fs;

/// Has codes as texts, as adjacent numbers and as scattered ones.
const PAGE: &str = "\
=====  =====  ========  =========  ======
Text   Near   Far       Message    Status
=====  =====  ========  =========  ======
A.1    1      1         One Thing  404
A.2    2      90000     Two        404
A.3    3      16777216  Three      200
A.4    4      16777217  Four       409
=====  =====  ========  =========  ======
";

const SHORT: &str = "\
===========  ========  ===========
Status Code  Message   Description
===========  ========  ===========
404          NotFound  Not there.
===========  ========  ===========
";

/// Every lookup, every type of field, every feature, and a warning.
const CALLS: [&str; 5] = [
    r#"#[source("page.rst")]
    #[with(serde, http, schemars, utoipa)]
    pub enum Near {
        #[column("Near")] code: u16,
        #[column("Message")] message: &'static str,
        #[column("Text")] description: Option<&'static str>,
        #[column("Status")] status: ::dli_status::StatusCode,
        #[column("Status")] perhaps: Option<::dli_status::StatusCode>,
        #[column("Status")] statuses: &'static [::dli_status::StatusCode],
        #[column("Far")] far: u32,
        #[column("Far")] optional: Option<u32>,
        #[column("Far")] several: &'static [u32],
        #[column("Message", regex = "o")] texts: &'static [&'static str],
        #[column("Message", regex = "T")] starts: bool,
        #[column("Mesage")] misspelled: Option<&'static str>,
    }"#,
    r#"#[source("page.rst")]
    #[with(serde, schemars, utoipa)]
    pub enum Text {
        #[column("Text")] code: &'static str,
        #[column("Message")] message: &'static str,
    }"#,
    r#"#[source("page.rst")] pub enum Combed { #[column("Far")] code: u32, #[column("Message")] message: &'static str }"#,
    r#"#[source("page.rst")] pub enum Match { #[column("Far")] code: u128 }"#,
    r#""short.rst""#,
];

const ASSERTION: &str = "#[::dli_status::assert_status_table(\"short.rst\")] pub enum ByHand { NotFound = 404 }";

fn collect(tokens: TokenStream, names: &mut BTreeSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => collect(group.stream(), names),
            TokenTree::Ident(name) => drop(names.insert(name.to_string())),
            _ => {}
        }
    }
}

/// All names of the expansions, and of the runtime crate's macros that they call.
fn names() -> BTreeSet<String> {
    let page = |path: &PagePath| Ok(if path.written() == "page.rst" { PAGE } else { SHORT }.into());
    let mut names = BTreeSet::new();
    for call in CALLS {
        collect(expand(format!("::dli_status; {call}").parse().unwrap(), &page, compile), &mut names);
    }
    let folder = dli_status_tests::workspace().join("dli-status/src/__private");
    for file in fs::read_dir(folder).unwrap() {
        collect(fs::read_to_string(file.unwrap().path()).unwrap().parse().unwrap(), &mut names);
    }
    names.retain(|name| syn::parse_str::<Ident>(name).is_ok() && name != "_" && name != "macro_rules");
    assert!(names.len() > 150 && names.contains("code") && names.contains("deserializer"), "{names:?}");
    names
}

/// A crate with the calls in several modules, each below other items of all those names.
fn user(package: &str, edition: &str) -> Downstream {
    let user = Downstream::new(
        package,
        &format!("[dependencies]\ndli-status = {}", dli_status(&["http", "schemars", "serde", "utoipa"])),
    );
    let manifest = fs::read_to_string(user.path("Cargo.toml")).unwrap();
    user.write("Cargo.toml", &manifest.replace("edition = \"2024\"", &format!("edition = {edition:?}")));
    user.write("page.rst", PAGE);
    user.write("short.rst", SHORT);
    user
}

#[test]
fn no_item_next_to_a_call_changes_what_it_means() {
    let declared = ["Near", "Text", "Combed", "Match", "StatusCode", "ByHand"];
    let mut names = names();
    names.retain(|name| !declared.contains(&name.as_str()));
    let calls = CALLS.map(|call| format!("::dli_status::include_status_table! {{ {call} }}\n")).concat();
    let module = |name: &str, item: &dyn Fn(&String) -> String| {
        let items: String = names.iter().map(item).collect();
        format!("mod {name} {{\n{items}{calls}{ASSERTION}\n}}\n")
    };
    let modules = [
        module("constants", &|name| format!("const {name}: () = (); struct {name} {{}}\n")),
        module("statics", &|name| format!("static {name}: () = (); macro_rules! {name} {{ () => {{}} }}\n")),
        module("functions", &|name| format!("fn {name}() {{}} mod {name} {{}}\n")),
        module("units", &|name| format!("struct {name};\n")),
        module("traits", &|name| format!("trait {name} {{}}\n")),
    ];
    let allowed = "#![allow(nonstandard_style, dead_code, unused_macros, deprecated)]\n";
    for edition in ["2018", "2021", "2024"] {
        let user = user("hygiene", edition);
        user.write("src/lib.rs", &format!("{allowed}#![deny(warnings)]\n{}", modules.concat()));
        user.succeeds(&["check", "--quiet"]);
    }
}

#[test]
fn an_enum_may_have_any_name_of_its_expansion() {
    let items = names().into_iter().enumerate().map(|(number, name)| {
        format!(
            "mod n{number} {{ ::dli_status::include_status_table! {{
                #[source(\"short.rst\")] #[with(serde, http, schemars, utoipa)] pub enum {name};
            }} }}\n"
        )
    });
    let user = user("named", "2024");
    user.write("src/lib.rs", &format!("#![allow(nonstandard_style, dead_code)]\n{}", items.collect::<String>()));
    user.succeeds(&["check", "--quiet"]);
}
