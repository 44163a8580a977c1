//! The comparison that `assert_status_table` runs, for every small enum.

use dli_status::__private::{AnyCode, Comparison, Keys, Side};

/// All enums of four variants with codes below eight, in any order, compared with one page.
#[test]
fn the_comparison_is_a_difference_of_sets() {
    const ROWS: [i128; 5] = [1, 2, 4, 5, 7];
    let table = Side::new("page", Keys::Numbers(&ROWS), &["", "", "", "", ""]);
    for number in 0..8_i128.pow(4) {
        let codes = [0, 1, 2, 3].map(|digit| number / 8_i128.pow(digit) % 8);
        let keys = Keys::Mixed(Box::leak(Box::new(codes.map(AnyCode::Number))));
        let compared = Comparison::<5, 4>::new("title", &table, &Side::new("enum", keys, &["", "", "", ""]));
        let differences = compared.differences::<200>();
        let listed = |heading: &str, codes: &[i128], others: &[i128]| {
            let codes: String =
                codes.iter().filter(|code| !others.contains(code)).map(|code| format!("\n    {code} ")).collect();
            if codes.is_empty() { codes } else { format!("\n{heading}:{codes}") }
        };
        let expected = format!("title{}{}", listed("page", &ROWS, &codes), listed("enum", &codes, &ROWS));
        assert_eq!(differences.as_str(), expected, "{codes:?}");
        assert_eq!(compared.differences::<0>().len(), expected.len(), "{codes:?}");
    }
}
