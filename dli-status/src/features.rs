//! What the features of the crate add to every table.
//!
//! No feature is on by default. One that is on adds its implementations to each enum that [`include_status_table!`]
//! makes, whatever crate calls the macro: that crate turns the feature on, and need not depend on the feature's crate
//! for the implementations.
//!
//! * `serde`: a code is written as its number or text, and read from it; so is a [`Received`].
//! * `http`: a table of HTTP statuses and [`http::StatusCode`] turn into each other.
//! * `schemars`: a JSON Schema of the codes, with their names and descriptions.
//! * `utoipa`: an OpenAPI schema of the codes, with their names and descriptions.
//!
//! Each has a page below, if it is on. In the documentation of a table, each implementation names its feature.
//!
//! # What a call derives itself
//!
//! A trait that a macro call derives is left to the derive, with all that depends on it:
//!
//! * Beside a derive of `Serialize` or `Deserialize`, of any crate, the features leave out both of them and both schemas,
//!   since these describe another form.
//! * Beside `JsonSchema` they leave out `JsonSchema`.
//! * Beside `ToSchema` they leave out `PartialSchema` and `ToSchema`.
//!
//! A derive in `cfg_attr` counts, whether its condition holds or not. Any of these traits may be implemented by hand
//! instead: `#[without(serde)]` in front of the enum leaves out what a feature adds, and `#[without(serde, http)]` what
//! two do. A library that does so builds with any features that other crates turn on.
//!
//! [`include_status_table!`]: crate::include_status_table
//! [`Received`]: crate::Received
//! [`http::StatusCode`]: https://docs.rs/http/1/http/struct.StatusCode.html

// A feature is a file with a macro `glue`, its `mod` here, and its line in the list below.

#[cfg(feature = "http")]
#[cfg_attr(docsrs, doc(cfg(feature = "http")))]
pub mod http;
#[cfg(any(feature = "schemars", feature = "utoipa"))]
mod json;
#[cfg(feature = "schemars")]
#[cfg_attr(docsrs, doc(cfg(feature = "schemars")))]
pub mod schemars;
#[cfg(feature = "serde")]
#[cfg_attr(docsrs, doc(cfg(feature = "serde")))]
pub mod serde;
#[cfg(feature = "utoipa")]
#[cfg_attr(docsrs, doc(cfg(feature = "utoipa")))]
pub mod utoipa;

macro_rules! features {
    ($($feature:literal: $module:ident,)*) => {
        features! { @expand ($) $($feature: $module,)* }
    };
    (@expand ($dollar:tt) $($feature:literal: $module:ident,)*) => {
        /// What each feature adds beside a table; nothing, if the feature is off.
        #[doc(hidden)]
        pub mod glue {
            $(
                #[cfg(feature = $feature)]
                pub use super::$module::glue as $module;
                #[cfg(not(feature = $feature))]
                pub use crate::__nothing as $module;
            )*
        }

        /// Stands at the end of each expansion.
        #[doc(hidden)]
        #[macro_export]
        macro_rules! __features {
            ($dollar($dollar table:tt)*) => {
                $($crate::__private::glue::$module! { $dollar($dollar table)* })*
            };
        }

        /// Nothing for the name of a feature, an error for any other.
        #[doc(hidden)]
        #[macro_export]
        macro_rules! __feature {
            $(($module) => {};)*
            ($dollar other:ident) => {
                ::core::compile_error!(::core::concat!(
                    "#[without(…)]: dli-status has no feature `", ::core::stringify!($dollar other), "`; it has",
                    $(" ", $feature),*
                ));
            };
        }

        #[doc(hidden)]
        pub use {__feature as known, __features as expand};
    };
}

features! {
    "http": http,
    "schemars": schemars,
    "serde": serde,
    "utoipa": utoipa,
}

/// The glue of a feature that is off.
#[doc(hidden)]
#[macro_export]
macro_rules! __nothing {
    ($($table:tt)*) => {};
}
