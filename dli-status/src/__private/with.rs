//! What `#[with(…)]` calls: a macro per feature, which implements the feature's traits for an enum.
//!
//! The macro of a feature that is turned off is an error instead. So what a table gets depends on its own call only, and a
//! feature that another crate turns on adds nothing to it.

macro_rules! features {
    ($($name:literal $feature:ident $macro:ident;)*) => {$(
        #[cfg(feature = $name)]
        pub use crate::$macro as $feature;
        #[cfg(not(feature = $name))]
        pub use crate::__with_a_feature_that_is_off as $feature;
    )*};
}

features! {
    "http" http __with_http;
    "schemars" schemars __with_schemars;
    "serde" serde __with_serde;
    "utoipa" utoipa __with_utoipa;
}

/// Stands for the macro of a feature that is turned off.
#[doc(hidden)]
#[macro_export]
macro_rules! __with_a_feature_that_is_off {
    ($feature:ident $name:ident $contents:tt) => {
        ::core::compile_error! { ::core::concat!(
            "the feature `", ::core::stringify!($feature), "` of `dli-status` is not turned on\n  = help: \
run `cargo add dli-status --features ", ::core::stringify!($feature), "`"
        ) }
    };
}
