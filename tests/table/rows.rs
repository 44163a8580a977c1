//! Rows without a key: a struct with a value per row.

use dli_status::include_status_table;

const PAGE: &str = include_str!("../pages/edges.rst");

include_status_table! {
    /// The edges of a graph.
    #[source("pages/edges.rst", header_rows = 0)]
    #[derive(PartialOrd)]
    pub struct Edge {
        /// Where it begins.
        #[column(1)]
        pub from: &'static str,
        #[column(2)]
        pub(crate) weight: i8,
        #[column(3)]
        ratio: Option<f64>,
        #[column(4, regex = r"\w")]
        marks: &'static [&'static str],
        #[column(4, regex = "y")]
        r#final: bool,
    }
}

include_status_table! {
    #[source("pages/retries.rst")]
    struct Retry {
        #[column("Status")]
        status: dli_status::StatusCode,
        #[column("Status")]
        code: u16,
        #[column("Tries")]
        tries: Option<u8>,
    }
}

/// The words of the lines between the borders.
fn lines() -> Vec<Vec<&'static str>> {
    let lines = PAGE.lines().filter(|line| !line.starts_with('='));
    lines.map(|line| line.split_whitespace().collect()).collect()
}

#[test]
fn each_row_is_a_value_in_the_order_of_the_page() {
    let lines = lines();
    assert_eq!(Edge::ALL.len(), lines.len());
    for (edge, words) in Edge::ALL.iter().zip(&lines) {
        let [from, weight, ratio, marks @ ..] = words.as_slice() else { panic!("{words:?}") };
        let expected = Edge {
            from,
            weight: weight.parse().unwrap(),
            ratio: Some(ratio.parse().unwrap()),
            marks: edge.marks,
            r#final: marks.contains(&"y"),
        };
        assert_eq!((*edge, edge.marks), (expected, marks));
    }
    assert_eq!(Edge::ALL.first(), Edge::ALL.get(1), "equal rows stay two");
}

#[test]
fn rows_can_be_constants() {
    const LAST: Option<&Edge> = Edge::ALL.last();
    const RATIO: f64 = match LAST {
        Some(Edge { ratio: Some(ratio), .. }) => *ratio,
        _ => 0.0,
    };
    assert_eq!(RATIO.to_bits(), 1250.0_f64.to_bits());
}

#[test]
fn codes_of_another_table_are_its_rows() {
    let rows: Vec<_> = Retry::ALL.iter().map(|row| (row.status.code(), row.code, row.tries)).collect();
    assert_eq!(rows, [(404, 404, Some(0)), (429, 429, Some(3)), (500, 500, None), (429, 429, Some(1))]);
}
