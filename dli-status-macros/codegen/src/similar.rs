//! "Did you mean …": the one rule for when two names are close enough to suggest one for the other.

/// The candidate that `wanted` was probably meant to be. The rule is rustc's: at most a third of the letters may be
/// slips, case aside, and one slip is always allowed.
///
/// ```
/// use dli_status_codegen::best_match;
///
/// assert_eq!(best_match("Mesage", ["Code", "Message"]), Some("Message"));
/// assert_eq!(best_match("Text", ["Code", "Message"]), None);
/// ```
#[must_use]
pub fn best_match<'n>(wanted: &str, candidates: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    nearest(wanted, &mut candidates.into_iter())
}

/// One function for all kinds of iterators.
fn nearest<'n>(wanted: &str, candidates: &mut dyn Iterator<Item = &'n str>) -> Option<&'n str> {
    let wanted = wanted.to_lowercase();
    let length = wanted.chars().count();
    let max_slips = length.max(3) / 3;
    // Names whose lengths differ by more slips than that need not be compared; some are as long as a cell.
    let near =
        candidates.filter(|name| name.chars().take(length + max_slips + 1).count().abs_diff(length) <= max_slips);
    let slips = near.map(|name| (strsim::osa_distance(&wanted, &name.to_lowercase()), name));
    slips.filter(|(slips, _)| *slips <= max_slips).min_by_key(|(slips, _)| *slips).map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_third_of_the_letters_may_be_slips() {
        for (wanted, candidate) in [("Mesage", "Message"), ("MESSAGE", "message"), ("ab", "abc"), ("nmae", "name")] {
            assert_eq!(best_match(wanted, [candidate]), Some(candidate));
        }
        for (wanted, candidate) in [("abc", "xyz"), ("name", "nn"), ("ab", "abcd"), ("", "ab")] {
            assert_eq!(best_match(wanted, [candidate]), None);
        }
    }

    #[test]
    fn the_nearest_is_taken_and_the_first_of_several() {
        assert_eq!(best_match("Status Code", ["Status", "Status Codes", "State Code"]), Some("Status Codes"));
        assert_eq!(best_match("cat", ["car", "bat"]), Some("car"));
        assert_eq!(best_match("cat", []), None);
    }

    #[test]
    fn a_name_as_long_as_a_cell_costs_nothing() {
        let long = "x".repeat(1_000_000);
        assert_eq!(best_match("Message", [long.as_str()]), None);
        assert_eq!(best_match(&long, ["Message"]), None);
    }
}
