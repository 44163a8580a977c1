//! `assert_status_table!`.

/// Compares an enum that is written by hand with a table of an RST page.
///
/// It is for a crate that has such an enum already and keeps it. The codes of the enum and those of the page are compared
/// while the crate is compiled, and a code that only one of the two has is a compile error. Nothing is emitted.
///
/// This is the page, `examples/pages/answers.rst`:
///
/// ```rst
#[doc = include_str!("../../examples/pages/answers.rst")]
/// ```
///
/// ```
/// pub enum Answer {
///     Fine = 200,
///     NotFound = 404,
///     SlowDown = 429,
/// }
///
/// dli_status::assert_status_table!(Answer, "examples/pages/answers.rst");
/// ```
///
/// The names of the variants do not matter, nor does their order. All codes that differ are told at once:
///
/// ```text
/// error[E0080]: evaluation panicked: `Answer` and the page `docs/status_codes.rst` do not list the same codes
///               only on the page:
///                   410 Gone (docs/status_codes.rst:9)
///               only in `Answer`:
///                   418 Teapot
///  --> src/main.rs:7:34
///   |
/// 7 | dli_status::assert_status_table!(Answer, "docs/status_codes.rst");
///   |                                  ^^^^^^ evaluation of `_::_` failed here
/// ```
///
/// # Other tables
///
/// An enum and a path are enough for a table with the columns `Status Code`, `Message` and `Description`. Other tables are
/// declared as for [`include_status_table!`]: the same `#[source(…)]`, the same `#[column(…)]`. Only the field `code` is
/// compared, and `message`, if there is one, is shown with it.
///
/// ```
/// pub enum Error {
///     NoSuchOrder,
///     OrderClosed,
///     AskAgain,
///     Other(String),
/// }
///
/// impl Error {
///     pub const fn code(&self) -> &'static str {
///         match self {
///             Self::NoSuchOrder => "SHOP.0001",
///             Self::OrderClosed => "SHOP.0002",
///             Self::AskAgain => "SHOP.0101",
///             Self::Other(_) => "",
///         }
///     }
/// }
///
/// dli_status::assert_status_table! {
///     #[source("examples/pages/errors.rst", table = "errors")]
///     enum Error {
///         #[column("Error Code")]
///         code: &'static str,
///         #[column("Message")]
///         message: &'static str,
///     }
/// }
/// ```
///
/// # The code of a variant
///
/// It is the discriminant, `404` in `NotFound = 404`, if the page has numbers, the enum writes at least one of them, and
/// no variant holds a value. Else it is what a method of the enum returns, `const fn code(self)` or
/// `const fn code(&self)`: a number of any integer type, or a `&'static str` if the page has texts. A variant that holds
/// a value is taken for the one of all other codes, and left out.
///
/// # Where the variants come from
///
/// A macro is given the name of an enum and not the enum. So this one reads the definition, `enum Answer { … }`, in the
/// source file that it is called in; if it is not there, in the other files of the package, so that a crate can be guarded
/// from its `tests`. The compiler checks what was read: no variant can be missed.
///
/// That finds no enum with lifetimes or other parameters, none that a macro makes, that is of another package, or that
/// the call has under another name. Then list the variants; one that is left out is a compile error:
///
/// ```
/// macro_rules! answers {
///     ($($name:ident $code:literal),*) => {
///         pub enum Answer { $($name = $code),* }
///     };
/// }
/// answers! { Fine 200, NotFound 404, SlowDown 429 }
///
/// dli_status::assert_status_table! {
///     #[source("examples/pages/answers.rst")]
///     #[variants(Fine, NotFound, SlowDown)]
///     enum Answer;
/// }
/// ```
///
/// A variant that holds a value is listed as `Other(..)`. Of listed variants, numbers are the discriminants if none of
/// them holds a value.
///
/// An enum that is `#[non_exhaustive]` can be compared in its own crate alone. If `dli-status` is to be a dependency of
/// the tests alone, put `#[cfg(test)]` in front of the call.
///
/// # Mistakes
///
/// Mistakes on the page are the same compile errors as those of [`include_status_table!`], and the crate is built again when
/// the page is edited.
///
/// [`include_status_table!`]: crate::include_status_table
#[macro_export]
macro_rules! assert_status_table {
    ($($call:tt)*) => {
        $crate::__private::assert_status_table! { $crate; $($call)* }
    };
}
