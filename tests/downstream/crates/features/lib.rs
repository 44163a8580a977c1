//! Tables of a crate that depends on nothing but `dli-status`, under another name.
#![no_implicit_prelude]
#![forbid(unsafe_code)]
#![deny(warnings, missing_docs, unreachable_pub, unused_qualifications)]

::status::include_status_table! {
    /// Codes of HTTP.
    #[source("pages/codes.rst", table = "http")]
    pub enum Status;
}

::status::include_status_table! {
    /// Codes of the type that HTTP has, but not of HTTP.
    #[source("pages/codes.rst", table = "short")]
    pub enum Short;
}

::status::include_status_table! {
    /// Codes of another type.
    #[source("pages/codes.rst", table = "wide")]
    pub enum Wide {
        #[column("Code")]
        code: i128,
        #[name]
        #[column("Meaning")]
        meaning: &'static str,
    }
}

::status::include_status_table! {
    /// Codes that are text.
    #[source("pages/codes.rst", table = "texts")]
    pub enum Text {
        #[column("Error Code")]
        code: &'static str,
        #[column("Message")]
        message: &'static str,
    }
}

::status::include_status_table! {
    /// Variants that are named as traits and their items are.
    #[source("pages/codes.rst", table = "items")]
    pub enum Items {
        #[column("Code")]
        code: u16,
        #[column("Name")]
        #[name]
        name_of: &'static str,
    }
}

/// A table in a private module, with traits of the call's own.
pub mod own {
    /// Stands for the derives of other crates: it implements a trait of that name, or none at all.
    pub trait Serialize {
        /// The name of the trait.
        fn which(&self) -> &'static str;
    }

    ::status::include_status_table! {
        /// Nothing of the features but `http`.
        #[source("pages/codes.rst", table = "http")]
        #[without(serde, schemars, utoipa)]
        pub enum Mine;
    }

    impl Serialize for Mine {
        fn which(&self) -> &'static str {
            "mine"
        }
    }

    ::status::include_status_table! {
        /// Nothing of any feature.
        #[source("pages/codes.rst", table = "http")]
        #[without(http, schemars, serde, utoipa)]
        pub enum Nothing;
    }
}
