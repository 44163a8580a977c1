//! A crate that denies many lints, shadows many names, and calls the macro wherever items are allowed.
#![no_std]
#![no_implicit_prelude]
#![forbid(unsafe_code)]
#![deny(
    warnings,
    missing_docs,
    unreachable_pub,
    unused_qualifications,
    clippy::all,
    clippy::pedantic,
    clippy::nursery,
    missing_debug_implementations,
    missing_copy_implementations,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unused_lifetimes,
    unused_results,
    variant_size_differences,
    elided_lifetimes_in_paths,
    let_underscore_drop,
    non_ascii_idents,
    unit_bindings,
    unused_extern_crates,
    unused_import_braces,
    unused_macro_rules,
    macro_use_extern_crate,
    meta_variable_misuse,
    keyword_idents,
    explicit_outlives_requirements,
    ambiguous_negative_literals,
    redundant_lifetimes,
    absolute_paths_not_starting_with_crate,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::missing_const_for_fn,
    clippy::missing_inline_in_public_items,
    clippy::multiple_inherent_impl,
)]

/// Shadows.
#[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::marker::Copy)]
pub struct Option;
/// Shadows.
#[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::marker::Copy)]
pub struct Result;
/// Shadows.
#[allow(non_camel_case_types)]
#[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::marker::Copy)]
pub struct u16;
/// Shadows.
pub mod core {}
/// Shadows.
#[allow(non_upper_case_globals)]
pub const s: i32 = 1;
#[allow(non_upper_case_globals, dead_code)]
const row: i32 = 1;
#[allow(non_upper_case_globals, dead_code)]
const variant: i32 = 1;

/// The module.
pub mod page {
    ::status::include_status_table! {
        /// Docs.
        #[source("pages/code_and_message_in_one_cell.rst")]
        pub enum Unused {
            #[column("Returned Value", regex = r"^(\d+)")]
            code: u16,
            #[column("Returned Value", regex = r"^\d+\s+(.+)$")]
            message: &'static str,
            #[column("Description")]
            description: &'static str,
        }
    }
}
use ::status::StatusCode as Found;
::status::include_status_table! {
    #[source("pages/rows_of_a_code.rst")]
    pub enum Rows {
        #[column("Error Code")]
        code: &'static str,
        #[column("Status")]
        status: u16,
        #[column("Cause")]
        causes: &'static [&'static str],
        #[column("Since")]
        since: Option<u8>,
        #[column("Status")]
        standard: Found,
    }
}
macro_rules! wrap {
    ($path:literal, $name:ident, $ty:ty) => {
        ::status::include_status_table! {
            #[source($path)]
            pub(crate) enum $name {
                #[column("Code")]
                code: $ty,
                #[column("Message")]
                message: &'static str,
            }
        }
    };
}
wrap!("pages/spanned_cells.rst", Spanned, u32);
wrap!("pages/spanned_cells.rst", Again, i64);

/// In a body.
#[must_use]
#[inline]
pub const fn body() -> &'static ::core::primitive::str {
    ::status::include_status_table! {
        #[source("pages/spanned_cells.rst")]
        enum Inner {
            #[column("Code")]
            code: u8,
            #[column("Message")]
            message: &'static str,
        }
    }
    Inner::One.message()
}

mod by_hand {
    #[::status::assert_status_table("pages/spanned_cells.rst", column("Code"), crate = ::status)]
    enum Number {
        One = 1,
        #[deprecated]
        Two,
        #[cfg(not(target_pointer_width = "16"))]
        Three,
        #[cfg(target_pointer_width = "16")]
        Three = 3,
    }
}

/// Where a page has texts.
pub mod texts {
    /// Its codes.
    #[::status::assert_status_table("pages/rows_of_a_code.rst", column("Error Code"), crate = ::status)]
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::marker::Copy)]
    #[non_exhaustive]
    pub enum Error {
        /// The first.
        First,
        /// The second.
        Second,
        /// All others.
        Other(i32),
    }
    impl Error {
        /// As the page has it.
        #[must_use]
        #[inline]
        pub const fn code(&self) -> &'static ::core::primitive::str {
            match *self {
                Self::First => "A.1",
                Self::Second => "A.2",
                Self::Other(_) => "",
            }
        }
    }
}

/// In a body.
#[inline]
#[must_use]
pub const fn compared() -> ::core::primitive::u8 {
    #[::status::assert_status_table("pages/spanned_cells.rst", column("Code"), crate = ::status)]
    enum Number {
        One = 1,
        Two,
        Three,
    }
    match Number::Two {
        Number::One | Number::Two => 1,
        Number::Three => 2,
    }
}
