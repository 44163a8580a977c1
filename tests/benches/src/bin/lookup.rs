//! Lookups beside the peers': nanoseconds of ours, the ratio to the floor, and how many times as long each peer takes.
//!
//! Inputs are shuffled, too many to be learned by heart by a branch predictor, and every tenth is unknown.

#![allow(dead_code, missing_docs)]

use dli_status_benches::floor::{Direct, Perfect};
use dli_status_benches::harness::{Group, text};
use dli_status_benches::rows::Random;
use std::collections::HashMap;
use std::hint::black_box;

const INPUTS: usize = 1 << 15;

/// Tables of ours and of the peers, as the build script wrote them.
macro_rules! tables {
    ($($module:ident)*) => {$(
        mod $module {
            include!(concat!(env!("OUT_DIR"), "/", stringify!($module), ".rs"));
        }
    )*};
}

tables! {
    page page_here dense_1000 dense_10000 holes_1000 holes_10000 spread_42 spread_1000 spread_10000
    text_42 text_1000 text_10000
}

/// Nine of ten from what is known, in any order, and one of ten unknown.
fn stream<T: Clone>(known: &[T], mut unknown: impl FnMut(&mut Random) -> T) -> Vec<T> {
    let mut random = Random(7);
    let draw = |at: usize| {
        if at.is_multiple_of(10) { unknown(&mut random) } else { known[random.below(known.len())].clone() }
    };
    let mut inputs: Vec<T> = (0..INPUTS).map(draw).collect();
    Random(8).shuffle(&mut inputs);
    inputs
}

/// Texts laid out one by one in memory, as they come from elsewhere, and near misses of them.
fn text_stream(known: &[&str]) -> Vec<String> {
    let known: Vec<String> = known.iter().map(|&text| text.to_owned()).collect();
    stream(&known, |random| {
        let mut text = known[random.below(known.len())].clone();
        text.pop();
        text.push('!');
        text
    })
}

fn names_of<C>(rows: &[(C, &'static str, &'static str, &'static str)]) -> Vec<(&'static str, u16)> {
    let mut keys: Vec<(&str, u16)> = (0..).zip(rows).flat_map(|(at, row)| [(row.1, at), (row.2, at)]).collect();
    keys.dedup();
    keys
}

fn sorted<K: Ord>(keys: impl IntoIterator<Item = (K, u16)>) -> Vec<(K, u16)> {
    let mut keys: Vec<(K, u16)> = keys.into_iter().collect();
    keys.sort();
    keys
}

fn search<'k, K: Ord + ?Sized, O: std::borrow::Borrow<K>>(keys: &'k [(O, u16)], key: &K) -> Option<&'k (O, u16)> {
    keys.binary_search_by(|(known, _)| known.borrow().cmp(key)).ok().map(|at| &keys[at])
}

fn found(row: Option<usize>) -> usize {
    row.unwrap_or(usize::MAX)
}

macro_rules! names {
    ($module:ident $($only:ident)?) => {{
        use $module::*;
        let keys = names_of(ROWS);
        let perfect = black_box(Perfect::new(&keys));
        let hashed: HashMap<&str, u16> = keys.iter().copied().collect();
        let sorted_names = sorted(keys.iter().copied());
        let texts: Vec<&str> = keys.iter().map(|(text, _)| *text).collect();
        let inputs = text_stream(&texts);
        Group::measure(&format!("{}: name to variant", stringify!($module)), |group| {
            group.time("dli-status", &inputs, |t| t.parse::<StatusCode>().map_or(0, |v| v as usize));
            group.time("floor", &inputs, |t| found(perfect.find(t)));
            group.time("phf", &inputs, |t| BY_NAME.get(t.as_str()).map_or(0, |row| usize::from(*row)));
            group.time("HashMap", &inputs, |t| hashed.get(t.as_str()).map_or(0, |row| usize::from(*row)));
            group.time("sorted", &inputs, |t| search(&sorted_names, t.as_str()).map_or(0, |(_, row)| usize::from(*row)));
            names!(@ $($only)? group, inputs);
        });
    }};
    (@ small $group:ident, $inputs:ident) => {
        #[cfg(feature = "derives")]
        $group.time("match", &$inputs, |t| Hand::from_name(t).map_or(0, |v| v as usize));
        #[cfg(feature = "derives")]
        $group.time("strum", &$inputs, |t| t.parse::<Strum>().map_or(0, |v| v as usize));
    };
    (@ $($rest:tt)*) => {};
}

/// `only` is code that holds for small tables alone, of which the derives and `match`es of texts compile.
macro_rules! numbers {
    ($module:ident $(, $only:ident)?) => {{
        use $module::*;
        let title = stringify!($module);
        let codes: Vec<u16> = ROWS.iter().map(|row| row.0).collect();
        let messages: Vec<&str> = ROWS.iter().map(|row| row.2).collect();
        let descriptions: Vec<&str> = ROWS.iter().map(|row| row.3).collect();
        let direct = black_box(Direct::new(&codes));
        let variants: Vec<Option<Hand>> = direct.codes().map(Hand::from_code).collect();
        let hashed: HashMap<u16, u16> = codes.iter().copied().zip(0..).collect();
        let sorted_codes = sorted(codes.iter().copied().zip(0..));
        let listed: std::collections::HashSet<u16> = codes.iter().copied().collect();
        let inputs = stream(&codes, |random| loop {
            let code = random.below(65_536) as u16;
            if !listed.contains(&code) { break code }
        });
        Group::measure(&format!("{title}: code to variant"), |group| {
            group.time("dli-status", &inputs, |&c| StatusCode::from_code(c).map_or(0, |v| usize::from(v as u16)));
            group.time("floor", &inputs, |&c| variants.get(direct.distance(c)).map_or(0, |v| v.map_or(0, |v| v as usize)));
            group.time("match", &inputs, |&c| Hand::from_code(c).map_or(0, |v| usize::from(v as u16)));
            group.time("phf", &inputs, |c| BY_CODE.get(c).map_or(0, |row| usize::from(*row)));
            group.time("HashMap", &inputs, |c| hashed.get(c).map_or(0, |row| usize::from(*row)));
            group.time("sorted", &inputs, |c| search(&sorted_codes, c).map_or(0, |(_, row)| usize::from(*row)));
            numbers!(@variant $($only)? group, inputs, $module);
        });
        Group::measure(&format!("{title}: code to message"), |group| {
            group.time("dli-status", &inputs, |&c| StatusCode::from_code(c).map_or(0, |v| text(v.message())));
            group.time("floor", &inputs, |&c| messages.get(direct.row(c)).map_or(0, |t| text(t)));
            group.time("match", &inputs, |&c| Hand::from_code(c).map_or(0, |v| text(v.message())));
            group.time("phf", &inputs, |c| MESSAGES.get(c).map_or(0, |t| text(t)));
            group.time("HashMap", &inputs, |c| hashed.get(c).map_or(0, |row| text(messages[usize::from(*row)])));
            group.time("sorted", &inputs, |c| {
                search(&sorted_codes, c).map_or(0, |(_, row)| text(messages[usize::from(*row)]))
            });
            numbers!(@message $($only)? group, inputs, $module);
        });
        let known: Vec<u16> = inputs.iter().copied().filter(|code| listed.contains(code)).collect();
        let ours: Vec<StatusCode> = known.iter().filter_map(|code| StatusCode::from_code(*code)).collect();
        let hand: Vec<Hand> = known.iter().filter_map(|code| Hand::from_code(*code)).collect();
        Group::measure(&format!("{title}: variant to description"), |group| {
            group.time("dli-status", &ours, |v| text(v.description()));
            group.time("floor", &known, |&c| text(descriptions[direct.row(c)]));
            group.time("match", &hand, |v| text(v.description()));
            numbers!(@description $($only)? group, known, $module);
        });
        names!($module $($only)?);
    }};
    (@variant small $group:ident, $inputs:ident, $module:ident) => {
        #[cfg(feature = "derives")]
        $group.time("strum", &$inputs, |&c| Strum::from_repr(c).map_or(0, |v| usize::from(v as u16)));
        #[cfg(feature = "derives")]
        $group.time("num_enum", &$inputs, |&c| Hand::try_from(c).map_or(0, |v| usize::from(v as u16)));
        #[cfg(feature = "derives")]
        $group.time("http", &$inputs, |&c| http::StatusCode::from_u16(c).map_or(0, |v| usize::from(v.as_u16())));
    };
    (@message small $group:ident, $inputs:ident, $module:ident) => {
        #[cfg(feature = "derives")]
        $group.time("strum", &$inputs, |&c| {
            Strum::from_repr(c).and_then(|v| strum::EnumMessage::get_message(&v)).map_or(0, text)
        });
        #[cfg(feature = "derives")]
        $group.time("num_enum", &$inputs, |&c| Hand::try_from(c).map_or(0, |v| text(v.message())));
        #[cfg(feature = "derives")]
        $group.time("http", &$inputs, |&c| {
            http::StatusCode::from_u16(c).ok().and_then(|v| v.canonical_reason()).map_or(0, text)
        });
    };
    (@description small $group:ident, $known:ident, $module:ident) => {
        #[cfg(feature = "derives")]
        let strums: Vec<Strum> = $known.iter().filter_map(|code| Strum::from_repr(*code)).collect();
        #[cfg(feature = "derives")]
        $group.time("strum", &strums, |v| strum::EnumMessage::get_detailed_message(v).map_or(0, text));
    };
    (@variant $($rest:tt)*) => {};
    (@message $($rest:tt)*) => {};
    (@description $($rest:tt)*) => {};
}

macro_rules! texts {
    ($module:ident $($only:ident)?) => {{
        use $module::*;
        let keys: Vec<(&str, u16)> = ROWS.iter().map(|row| row.0).zip(0..).collect();
        let perfect = black_box(Perfect::new(&keys));
        let hashed: HashMap<&str, u16> = keys.iter().copied().collect();
        let sorted_codes = sorted(keys.iter().copied());
        let messages: Vec<&str> = ROWS.iter().map(|row| row.2).collect();
        let texts: Vec<&str> = keys.iter().map(|(text, _)| *text).collect();
        let inputs = text_stream(&texts);
        Group::measure(&format!("{}: code to variant", stringify!($module)), |group| {
            group.time("dli-status", &inputs, |t| StatusCode::from_code(t).map_or(0, |v| v as usize));
            group.time("floor", &inputs, |t| found(perfect.find(t)));
            group.time("phf", &inputs, |t| BY_CODE.get(t.as_str()).map_or(0, |row| usize::from(*row)));
            group.time("HashMap", &inputs, |t| hashed.get(t.as_str()).map_or(0, |row| usize::from(*row)));
            group.time("sorted", &inputs, |t| search(&sorted_codes, t.as_str()).map_or(0, |(_, row)| usize::from(*row)));
            texts!(@ $($only)? group, inputs);
        });
        Group::measure(&format!("{}: code to message", stringify!($module)), |group| {
            group.time("dli-status", &inputs, |t| StatusCode::from_code(t).map_or(0, |v| text(v.message())));
            group.time("floor", &inputs, |t| perfect.find(t).map_or(0, |row| text(messages[row])));
            group.time("phf", &inputs, |t| MESSAGES.get(t.as_str()).map_or(0, |t| text(t)));
        });
        names!($module $($only)?);
    }};
    (@ small $group:ident, $inputs:ident) => {
        #[cfg(feature = "derives")]
        $group.time("match", &$inputs, |t| Hand::from_code(t).map_or(0, |v| v as usize));
        #[cfg(feature = "derives")]
        $group.time("strum", &$inputs, |t| t.parse::<Strum>().map_or(0, |v| v as usize));
    };
    (@ $($rest:tt)*) => {};
}

fn main() {
    numbers!(page, small);
    numbers!(page_here, small);
    numbers!(dense_1000);
    numbers!(dense_10000);
    numbers!(holes_1000);
    numbers!(holes_10000);
    numbers!(spread_42, small);
    numbers!(spread_1000);
    numbers!(spread_10000);
    texts!(text_42 small);
    texts!(text_1000);
    texts!(text_10000);
}
