//! The documentation of `#[assert_status_table]`.

/// Compares a hand-written enum with a table of an RST page.
///
/// It is for an enum that a crate has already and keeps. The codes of the enum and those of the page are compared while the
/// crate is compiled. A code that only one of the two has is a compile error. The enum itself stays as it is.
///
/// This is the page, `examples/pages/answers.rst`:
///
/// ```rst
#[doc = include_str!("../examples/pages/answers.rst")]
/// ```
///
/// ```
/// #[dli_status::assert_status_table("examples/pages/answers.rst")]
/// pub enum Answer {
///     Fine = 200,
///     NotFound = 404,
///     SlowDown = 429,
/// }
/// ```
///
/// The names of the variants do not matter, nor does their order. All differences are reported at once:
///
/// ```text
/// error[E0080]: evaluation panicked: `Answer` and the page `docs/status_codes.rst` do not list the same codes
///               only on the page:
///                   410 Gone (docs/status_codes.rst:9)
///               only in `Answer`:
///                   418 Teapot
///  --> src/main.rs:2:10
///   |
/// 1 | #[dli_status::assert_status_table("docs/status_codes.rst")]
///   | ----------------------------------------------------------- in this attribute macro expansion
/// 2 | pub enum Answer {
///   |          ^^^^^^ evaluation of `_::_` failed here
/// ```
///
/// With `cfg_attr` the comparison is made only in tests, and `dli-status` can be a dev-dependency:
///
/// ```
/// #[cfg_attr(test, dli_status::assert_status_table("examples/pages/answers.rst"))]
/// pub enum Answer {
///     Fine = 200,
///     NotFound = 404,
///     SlowDown = 429,
/// }
/// ```
///
/// # Arguments
///
/// The path of the page comes first, relative to the root of the package. Then, in any order:
///
/// * the options of `#[source(…)]` in [`include_status_table!`], such as `table = "errors"`;
/// * `column("Error Code")`: the column that holds the codes. It takes what `#[column(…)]` takes in
///   [`include_status_table!`], such as `column("Error" | "Code", regex = r"^\d+")`. Without it, the column is
///   `Status Code`;
/// * `crate = path`: the path of `dli-status`, if it is not `::dli_status` in this crate.
///
/// # The code of a variant
///
/// If the enum writes at least one discriminant, and no variant has fields, the codes are the discriminants: `404` in
/// `NotFound = 404`. Otherwise the code of a variant is what the method `code` returns, `const fn code(self)` or
/// `const fn code(&self)`: an integer of any type, or a `&'static str`.
///
/// A variant with fields is taken for the one of all other codes, and is left out.
///
/// ```
/// #[dli_status::assert_status_table("examples/pages/errors.rst", table = "errors", column("Error Code"))]
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
/// ```
///
/// An enum that a macro makes gets the attribute there:
///
/// ```
/// macro_rules! answers {
///     ($($name:ident $code:literal),*) => {
///         #[dli_status::assert_status_table("examples/pages/answers.rst")]
///         pub enum Answer { $($name = $code),* }
///     };
/// }
/// answers! { Fine 200, NotFound 404, SlowDown 429 }
/// ```
///
/// # Mistakes
///
/// Mistakes on the page are reported as by [`include_status_table!`], and the crate is built again when the page is edited.
///
/// [`include_status_table!`]: crate::include_status_table
#[doc(inline)]
pub use dli_status_macros::assert_status_table;
