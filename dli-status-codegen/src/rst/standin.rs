//! Stand-ins for the inline reader, gone when it is merged.

use super::block::Step;

#[derive(Debug, Default)]
pub(crate) struct Context;

pub(crate) fn plain(steps: &[Step<'_>], _context: &Context) -> String {
    let mut out = String::new();
    for step in steps {
        if let Step::Inline(text) | Step::Verbatim(text) = step {
            if !out.is_empty() {
                out.push_str("\n\n");
            }
            out.push_str(&text.replace("**", "").replace('\n', " "));
        }
    }
    out
}

pub(crate) fn markdown(steps: &[Step<'_>], context: &Context) -> String {
    plain(steps, context)
}

pub(crate) fn is_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}' | '\u{ff01}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}' | '\u{1f300}'..='\u{1f64f}')
}

pub(crate) fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{34e}' | '\u{350}'..='\u{36f}')
}
