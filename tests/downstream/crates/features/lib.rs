//! Tables of a crate that depends only on `dli-status`, under another name.
#![no_implicit_prelude]
#![forbid(unsafe_code)]
#![deny(warnings, missing_docs, unreachable_pub, unused_qualifications)]

::status::include_status_table! {
    /// Codes of HTTP.
    #[source("pages/codes.rst", table = "http")]
    #[cfg_attr(feature = "http", with(http))]
    #[cfg_attr(feature = "schemars", with(schemars))]
    #[cfg_attr(feature = "serde", with(serde))]
    #[cfg_attr(feature = "utoipa", with(utoipa))]
    pub enum Status;
}

::status::include_status_table! {
    /// Codes of the same type as HTTP's, but not of HTTP.
    #[source("pages/codes.rst", table = "short")]
    #[cfg_attr(feature = "http", with(http))]
    #[cfg_attr(feature = "schemars", with(schemars))]
    #[cfg_attr(feature = "serde", with(serde))]
    #[cfg_attr(feature = "utoipa", with(utoipa))]
    pub enum Short;
}

::status::include_status_table! {
    /// Codes of another type.
    #[source("pages/codes.rst", table = "wide")]
    #[cfg_attr(feature = "schemars", with(schemars))]
    #[cfg_attr(feature = "serde", with(serde))]
    #[cfg_attr(feature = "utoipa", with(utoipa))]
    pub enum Wide {
        #[column("Code")]
        code: i128,
        #[name]
        #[column("Meaning")]
        meaning: &'static str,
    }
}

::status::include_status_table! {
    /// Text codes.
    #[source("pages/codes.rst", table = "texts")]
    #[cfg_attr(feature = "schemars", with(schemars))]
    #[cfg_attr(feature = "serde", with(serde))]
    #[cfg_attr(feature = "utoipa", with(utoipa))]
    pub enum Text {
        #[column("Error Code")]
        code: &'static str,
        #[column("Message")]
        message: &'static str,
    }
}

::status::include_status_table! {
    /// Rows without a key.
    #[source("pages/codes.rst", table = "short")]
    #[cfg_attr(feature = "schemars", with(schemars))]
    #[cfg_attr(feature = "serde", with(serde))]
    #[cfg_attr(feature = "utoipa", with(utoipa))]
    pub struct Line {
        #[column("Status Code")]
        pub number: u16,
        #[column("Message")]
        pub words: &'static str,
        #[column("Message", regex = "^N.*")]
        pub negative: Option<&'static str>,
        #[column("Message", regex = "[A-Z]")]
        pub capitals: &'static [&'static str],
    }
}

::status::include_status_table! {
    /// Variants with the names of traits and their items.
    #[source("pages/codes.rst", table = "items")]
    #[cfg_attr(feature = "http", with(http))]
    #[cfg_attr(feature = "schemars", with(schemars))]
    #[cfg_attr(feature = "serde", with(serde))]
    #[cfg_attr(feature = "utoipa", with(utoipa))]
    pub enum Items {
        #[column("Code")]
        code: u16,
        #[column("Name")]
        #[name]
        name_of: &'static str,
    }
}

/// A table next to a trait with the name of a derived one.
pub mod own {
    /// A trait with the name of serde's, so that an implementation in the expansion would clash with it.
    pub trait Serialize {
        /// The name of the trait.
        fn which(&self) -> &'static str;
    }

    ::status::include_status_table! {
        /// With `http` only.
        #[source("pages/codes.rst", table = "http")]
        #[cfg_attr(feature = "http", with(http))]
        pub enum Mine;
    }

    impl Serialize for Mine {
        fn which(&self) -> &'static str {
            "mine"
        }
    }

    ::status::include_status_table! {
        /// With no feature.
        #[source("pages/codes.rst", table = "http")]
        pub enum Nothing;
    }
}
