//! The documentation of `include_status_table!`, whose definition differs for rustdoc.

/// Documents either definition.
macro_rules! documented {
    ($definition:item) => {
        /// Reads a table of an RST page and emits the enum it describes.
        ///
        /// The page is read while the calling crate is compiled. Each code becomes a variant, each column a method.
        ///
        /// # A status page
        ///
        /// A path is enough for a table with the columns `Status Code`, `Message` and `Description`. The enum is then
        /// `pub enum StatusCode`:
        ///
        /// ```
        /// dli_status::include_status_table!("docs-src/dli_02_0012.txt");
        ///
        /// assert_eq!(StatusCode::from_code(404), Some(StatusCode::NotFound));
        /// assert_eq!(StatusCode::NotFound.message(), "NotFound");
        /// ```
        ///
        /// An `enum` without braces gives it another name, visibility or documentation:
        ///
        /// ```
        /// dli_status::include_status_table! {
        ///     /// An answer of the DLI API.
        ///     #[source("docs-src/dli_02_0012.txt")]
        ///     pub(crate) enum Answer;
        /// }
        /// ```
        ///
        /// # Columns of your own
        ///
        /// Braces declare what a row is, as those of a struct do. This page, `examples/pages/errors.rst`, has other columns:
        ///
        /// ```rst
        #[doc = include_str!("../examples/pages/errors.rst")]
        /// ```
        ///
        /// ```
        /// use dli_status::StatusCode;
        ///
        /// dli_status::include_status_table! {
        ///     /// An error of the shop.
        ///     #[source("examples/pages/errors.rst", table = "errors")]
        ///     pub enum Error {
        ///         /// The code that support asks for.
        ///         #[column("Error Code")]
        ///         code: &'static str,
        ///         /// The HTTP status of the response.
        ///         #[column("HTTP Status" | "Status Code", regex = r"^\d+")]
        ///         status: StatusCode,
        ///         #[column("Module", fill_down)]
        ///         module: &'static str,
        ///         #[column("Message")]
        ///         message: &'static str,
        ///         #[column("Message", regex = "^Retry")]
        ///         retry: bool,
        ///     }
        /// }
        ///
        /// let error = Error::from_code("SHOP.0002").unwrap();
        /// assert_eq!(error, Error::Shop0002);
        /// assert_eq!(error.status(), StatusCode::Conflict);
        /// assert_eq!((error.module(), error.retry()), ("Orders", false));
        /// assert!(Error::Shop0101.retry());
        /// ```
        ///
        /// A field has a name, a type, and `#[column(…)]`. The one named `code` is the key of the table: an integer type or
        /// `&'static str`. Docs and other attributes of a field go onto its method.
        ///
        /// ## Which tables
        ///
        /// `#[source(…)]` names a page. It can be repeated; the rows of all sources follow each other.
        ///
        /// Without an option, every table of the page is read that has the columns of all fields except those of type
        /// `Option`.
        ///
        /// * `under = "Errors"`: only what is below one heading: a section, named by its title or by a label in front of
        ///   it; or a directive with content, named by its argument or a word of it.
        /// * `table = "errors"`: only the table with this label (`.. _errors:` before it, or `:name:`) or with this title.
        /// * `table = 2`: only the second table, of the page or below the heading.
        /// * `header_rows = 1`: the first row of a table without a header is its header. With `0`, all rows are data.
        /// * `definition_list`, `bullet_list`: lists are read in place of tables, with a row per item.
        ///
        /// `#[skip("Code", regex = r"…")]` on the enum leaves out the rows whose cell matches, and `#[skip("Code", empty)]`
        /// those whose cell is empty, before any field is read. One that leaves out no row is an error.
        ///
        /// Grid tables, simple tables, `list-table` and `csv-table` are read as docutils reads them. A malformed table on
        /// the page is an error, unless `table` picks another one.
        ///
        /// ```rst
        #[doc = include_str!("../examples/pages/limits.rst")]
        /// ```
        ///
        /// ```
        /// dli_status::include_status_table! {
        ///     #[source("examples/pages/limits.rst", table = "New limits", header_rows = 1)]
        ///     pub enum Limit {
        ///         #[column("No.")]
        ///         code: u8,
        ///         #[column("What", regex = r"^\d+")]
        ///         count: u32,
        ///         #[name]
        ///         #[column("What", regex = r"^\d+ (.+)$")]
        ///         what: &'static str,
        ///     }
        /// }
        ///
        /// assert_eq!(Limit::Orders.count(), 20);
        /// ```
        ///
        /// ## Which column
        ///
        /// `#[column("Header")]` is the text of the header cell: white space is folded, case is exact; of several header rows,
        /// any will do. `#[column(2)]` is a position, counted from 1. The columns of a definition list are `term`,
        /// `classifier` and `definition`, as in `#[column(term)]`; that of a bullet list is `item`. With
        /// `#[column("A" | "B")]` it is the first of these that a table has. Two fields may read one column. Options follow:
        ///
        /// * `regex = r"…"`: the field is a part of the cell, see [below](#patterns).
        /// * `markup = "text"`: the field sees the words of the cell without their markup, which is the default. With
        ///   `"markdown"` it sees the cell as Markdown, with `"rst"` its source.
        /// * `whitespace = "fold"`: each run of white space is one blank; with `"remove"`, it is gone, which mends codes
        ///   that are broken over lines. A pattern sees what is left.
        /// * `fill_down`: an empty cell takes the value above it, whatever the code of that row, which may be left out.
        /// * `group`: a row with text in this column only, or with one cell across the whole table, is a heading for the
        ///   rows below it. It is not a row itself, and the field is its text.
        /// * `radix = 16`: digits without a prefix are hexadecimal; 2 and 8 likewise.
        /// * `separator = ","`: digits may be in groups of three.
        ///
        /// A cell that spans rows is part of each of them. A field does not accept a cell that spans columns, unless it is
        /// empty.
        ///
        /// ## Patterns
        ///
        /// With `regex`, a field is the first match in its cell: the pattern's first group, or the whole match if it has
        /// none. A `bool` is whether there is a match, and a slice is all matches. So a cell `200 OK` gives a number with
        /// `r"^(\d+)"` and a text with `r"^\d+\s+(.+)$"`.
        ///
        /// The syntax is that of the [`regex`](https://docs.rs/regex/1/regex/#syntax) crate, with `\d`, `\s` and `\w` for all
        /// of Unicode, but without `\p{…}`. A pattern that matches no row is an error, and so is one that cuts a number in
        /// two, as `\d+` does in `-10`, `1,048` or `3.5`.
        ///
        /// ## Field types
        ///
        /// | type | value of a cell |
        /// |---|---|
        /// | `u8` to `u128`, `i8` to `i128`, `usize`, `isize` | ASCII digits without leading zeros; with a minus sign if signed; or digits after `0x`, `0o` or `0b` |
        /// | `f32`, `f64` | a decimal number |
        /// | `&'static str` | its text; empty for an empty cell |
        /// | `bool` | whether its `regex` matches |
        /// | `Option<T>` | `None` if it is empty, if the `regex` does not match, or if the table has no such column |
        /// | `&'static [T]` | all matches of the `regex`, or without one the text of each row of the code |
        /// | `Option<&'static [T]>` | the same; `None` if the table has no such column |
        /// | any other path | the row of another table, by its code |
        ///
        /// `T` is a number type, `&'static str`, or another table. Another table is any `Copy` type with a
        /// `const fn from_code` that returns an `Option` of itself, such as an enum of this macro; it may take an integer or
        /// a `&str`. A code that the other table lacks is a compile error that names the row.
        ///
        /// ## Rows and codes
        ///
        /// A row with an empty `code` cell continues the row above. Its other empty cells mean "as above".
        ///
        /// Rows of one code are one variant, whether they follow each other or not. Fields of slices collect their values
        /// row by row; an empty cell adds nothing. All other fields must agree. If `message` is a slice, its first value names
        /// the variant and is shown; all of them parse.
        ///
        /// The values of a field marked `#[aliases]`, which are texts or codes, are as good as the code for `from_code` and
        /// `FromStr`. One that would find two rows is an error.
        ///
        /// A `struct` in place of the enum makes a `Copy` value of every row, and `ALL` of all of them. No field is special,
        /// each has its own visibility, and `#[with(serde)]` adds `Serialize` for the fields.
        ///
        /// ```rst
        #[doc = include_str!("../examples/pages/reasons.rst")]
        /// ```
        ///
        /// ```
        /// dli_status::include_status_table! {
        ///     #[source("examples/pages/reasons.rst")]
        ///     #[rename("429" = "TooFast")]
        ///     #[exhaustive]
        ///     pub enum Refusal {
        ///         #[column("Code")]
        ///         code: u16,
        ///         #[column("Message")]
        ///         message: &'static str,
        ///         #[column("Reason")]
        ///         reasons: &'static [&'static str],
        ///         #[column("Since")]
        ///         since: Option<u8>,
        ///     }
        /// }
        ///
        /// assert_eq!(Refusal::Conflict.reasons(), ["The name is taken.", "The order is closed."]);
        /// assert_eq!(Refusal::TooFast.reasons(), [""; 0]);
        /// assert_eq!((Refusal::Conflict.since(), Refusal::TooFast.since()), (Some(2), None));
        /// ```
        ///
        /// ## Names of variants
        ///
        /// A variant is named by the field with `#[name]`, or by several such fields, joined in order. Without that mark it
        /// is named by its `message` if the code is a number, otherwise by its `code`.
        ///
        /// * A word ends at what cannot be part of an identifier, and at `_`: `Request-URI` is `RequestUri`.
        /// * It ends where an upper-case letter follows a lower-case one or a digit: `NoContent` is `NoContent`.
        /// * It ends before the last capital of a run that a lower-case letter follows: `HTTPVersion` is `HttpVersion`.
        /// * An apostrophe ends no word: `Can't process` is `CantProcess`.
        /// * Words begin in upper case and continue in lower case: `not found` is `NotFound`.
        /// * Where two words meet digit to digit, `_` separates them: `v1.12` is `V1_12`.
        /// * A name that would start with a digit starts with the name of its field: `404` of `code` is `Code404`.
        /// * `Self` is a keyword: `self` is `Self_`.
        ///
        /// Two codes with one name are an error, and so is an empty name. `#[rename("404" = "Missing")]` on the enum gives
        /// the row of a code another name.
        ///
        /// ## Attributes
        ///
        /// The enum is `#[non_exhaustive]`, since a newer page may list more codes. `#[exhaustive]` leaves that out.
        ///
        /// `#[with(serde, http)]` adds the traits of these [features](crate::features) of the crate. Without it, none of
        /// them is added, whatever features are turned on.
        ///
        /// All other attributes go onto the enum, such as a `#[derive(…)]` of a trait that
        /// [is not emitted](#what-is-emitted) anyway.
        ///
        /// # Where a page is found
        ///
        /// A path is relative to the root of the package that calls the macro, the folder of its `Cargo.toml`. `$NAME` at
        /// the start is an environment variable: `"$OUT_DIR/status.rst"` is a page that the package's build script makes.
        /// Absolute paths are not accepted.
        ///
        /// ```compile_fail
        /// dli_status::include_status_table!("/usr/share/status.rst");
        /// ```
        ///
        /// When the page is edited, cargo builds the calling crate again. It compares time stamps: a page that is put back
        /// with an older one than the last build needs a `touch`. rust-analyzer shows the old variants until the call is
        /// edited or the server is restarted.
        ///
        /// # What is emitted
        ///
        /// An enum `E` with codes of type `C` has these methods, all of them `const`:
        ///
        /// * `E::from_code(C) -> Option<E>`: the variant of a code; any `&str` if codes are texts.
        /// * `code()`: the code.
        /// * `name()`: the variant's identifier.
        /// * `message()`, `description()`, …: one per field.
        /// * `class()`: if `C` is `u16`, the [`Class`](crate::Class) of the code; and a test per class, such as
        ///   `is_success()`.
        ///
        /// `E::ALL` is a slice of all variants, in the order of the page. The traits of `E`:
        ///
        /// * `Clone`, `Copy`, `PartialEq`, `Eq`, `Hash`.
        /// * `PartialOrd`, `Ord`: by code if it is a number, otherwise in the order of the page.
        /// * `Debug`: the variant's identifier.
        /// * `Display`: code and message, `404 NotFound`; with `{:#}` the description too. A hexadecimal code is shown as on
        ///   the page: `0x80070005 Access denied`.
        /// * `FromStr`: from a code, a variant's name, a message, an alias or a `Display` text, in any ASCII case. A message that
        ///   several variants share is not accepted.
        /// * `TryFrom<C>`, and `From<E>` for `C`. The error, [`UnknownCodeError`](crate::UnknownCodeError), keeps the code.
        /// * `From<E>` for [`Received<E>`](crate::Received), and `PartialEq` with it on either side.
        /// * [`StatusTable`](crate::StatusTable), for code that is generic over tables.
        ///
        /// `#[with(…)]` adds traits of other crates: see [`features`](crate::features).
        ///
        /// A number as the code is also the discriminant, of its type: `#[repr(u16)]` for a `u16`, and so on. With 128 bits
        /// that takes Rust 1.89. The enum and its methods have the visibility that the call gives.
        ///
        /// The documentation of the enum ends with a table of its rows, which links to the variants: see [`StatusCode`].
        /// That of a variant shows its code, its message, its description, the other columns and the line of the page. The
        /// search box finds a variant by its code and by its message, too.
        ///
        /// [`StatusCode`]: crate::StatusCode#rows
        ///
        /// All of it is safe code that needs neither `std` nor an allocator.
        ///
        /// # Mistakes
        ///
        /// Mistakes in the call and on the page are compile errors, reported together. Each shows the place on the page and
        /// what to do:
        ///
        /// ```text
        /// error: the `code` of this row, `4O4`, is not a number (docs/status_codes.rst:8:1)
        ///         --> docs/status_codes.rst:8:1
        ///          |
        ///        8 | 4O4          Not Found  There is no such order.
        ///          | ^^^
        ///          |
        ///          = help: expected only the digits 0 to 9; if the cell says more than the number, pick it out with `regex = …`
        ///  --> src/main.rs:1:35
        ///   |
        /// 1 | dli_status::include_status_table!("docs/status_codes.rst");
        ///   |                                   ^^^^^^^^^^^^^^^^^^^^^^^
        /// ```
        #[macro_export]
        $definition
    };
}
