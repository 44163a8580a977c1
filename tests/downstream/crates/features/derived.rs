//! A crate whose calls derive what a feature would implement. It behaves the same with and without the features.

status::include_status_table! {
    #[source("pages/codes.rst", table = "http")]
    #[derive(serde::Serialize, serde::Deserialize)]
    pub enum Both;
}

status::include_status_table! {
    #[source("pages/codes.rst", table = "http")]
    #[cfg_attr(all(), derive(serde::Serialize))]
    pub enum One;
}

#[test]
fn the_derive_decides() {
    assert_eq!(serde_json::to_string(&Both::NotFound).unwrap(), "\"NotFound\"");
    assert_eq!(serde_json::from_str::<Both>("\"NotFound\"").unwrap(), Both::NotFound);
    assert_eq!(serde_json::to_string(&One::NotFound).unwrap(), "\"NotFound\"");
}
