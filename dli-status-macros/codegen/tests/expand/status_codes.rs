/** The 3 rows that `docs/status_codes.rst` documents.

 | Code | Message | Description |
 | --- | --- | --- |
 | 200 | [OK](#variant.Ok) | It worked. |
 | 404 | [Not Found](#variant.NotFound) | There is no such order. |
 | 429 | [Slow Down](#variant.SlowDown) | Ask again in a minute. |*/
#[derive(
    ::core::clone::Clone,
    ::core::marker::Copy,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::cmp::PartialOrd,
    ::core::cmp::Ord,
    ::core::hash::Hash,
)]
#[repr(u16)]
#[non_exhaustive]
pub enum StatusCode {
    #[doc = "**200** OK\n\nIt worked.\n\nDocumented in `docs/status_codes.rst:7`."]
    #[doc(alias("200"))]
    Ok = 200,
    #[doc = "**404** Not Found\n\nThere is no such order.\n\nDocumented in `docs/status_codes.rst:8`."]
    #[doc(alias("404", "Not Found"))]
    NotFound = 404,
    #[doc = "**429** Slow Down\n\nAsk again in a minute.\n\nDocumented in `docs/status_codes.rst:9`."]
    #[doc(alias("429", "Slow Down"))]
    SlowDown = 429,
}
const _: () = {
    #[allow(dead_code)]
    const fn code() {}
    #[allow(dead_code)]
    const fn deserializer() {}
    #[allow(dead_code)]
    const fn f() {}
    #[allow(dead_code)]
    const fn found() {}
    #[allow(dead_code)]
    const fn generator() {}
    #[allow(dead_code)]
    const fn received() {}
    #[allow(dead_code)]
    const fn serializer() {}
    #[allow(dead_code)]
    const fn status() {}
    #[allow(dead_code)]
    const fn text() {}
    const _: &[::core::primitive::u8] = ::core::include_bytes!(
        ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/docs/status_codes.rst")
    );
    /// By row, the variant.
    static VARIANTS: dli_status::__private::Rows<StatusCode, 3> = dli_status::__private::Rows::new([
        StatusCode::Ok,
        StatusCode::NotFound,
        StatusCode::SlowDown,
    ]);
    /// All variants; not evaluated before a program asks for them.
    const fn all<Unused>() -> &'static [StatusCode] {
        const {
            ::core::assert!(::core::mem::size_of:: < Unused > () == 0);
            VARIANTS.all()
        }
    }
    /// The variant of a row.
    #[inline]
    const fn variant(
        row: ::core::primitive::usize,
    ) -> ::core::option::Option<StatusCode> {
        VARIANTS.get(row)
    }
    /// By the distance of a code from the lowest, its row; or the number of rows.
    static CODE_ROWS: [::core::primitive::u8; 230] = [
        0, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3,
        3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3,
        3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3,
        3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3,
        3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3,
        3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3,
        3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3,
        3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 1, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3,
        3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 2,
    ];
    const CODES: dli_status::__private::Codes = dli_status::__private::Codes::Direct {
        lowest: 200,
        rows: dli_status::__private::Numbers::U8(&CODE_ROWS),
    };
    /// The row that a code has if it is listed.
    #[inline]
    const fn row_of(code: ::core::primitive::u16) -> ::core::primitive::usize {
        CODES.row(code as ::core::primitive::u32)
    }
    /// The row of a variant.
    #[inline]
    const fn row(variant: StatusCode) -> ::core::primitive::usize {
        row_of(variant as ::core::primitive::u16)
    }
    /// One text per row, one after the other.
    static COLUMN_MESSAGE_TEXT: &::core::primitive::str = "OKNot FoundSlow Down";
    /// Where the first text starts, and where each ends.
    static COLUMN_MESSAGE_BOUNDS: [::core::primitive::u8; 4] = [0, 2, 11, 20];
    const COLUMN_MESSAGE: dli_status::__private::Texts = dli_status::__private::Texts::new(
        &COLUMN_MESSAGE_TEXT,
        dli_status::__private::Numbers::U8(&COLUMN_MESSAGE_BOUNDS),
    );
    /// One text per row, one after the other.
    static COLUMN_DESCRIPTION_TEXT: &::core::primitive::str = "It worked.There is no such order.Ask again in a minute.";
    /// Where the first text starts, and where each ends.
    static COLUMN_DESCRIPTION_BOUNDS: [::core::primitive::u8; 4] = [0, 10, 33, 55];
    const COLUMN_DESCRIPTION: dli_status::__private::Texts = dli_status::__private::Texts::new(
        &COLUMN_DESCRIPTION_TEXT,
        dli_status::__private::Numbers::U8(&COLUMN_DESCRIPTION_BOUNDS),
    );
    /// One text per row, one after the other.
    static NOTHING_TEXT: &::core::primitive::str = "";
    /// Where the first text starts, and where each ends.
    static NOTHING_BOUNDS: [::core::primitive::u8; 1] = [0];
    const NOTHING: dli_status::__private::Texts = dli_status::__private::Texts::new(
        &NOTHING_TEXT,
        dli_status::__private::Numbers::U8(&NOTHING_BOUNDS),
    );
    /// One text per row, one after the other.
    static NAME_TEXT: &::core::primitive::str = "OkNotFoundSlowDown";
    /// Where the first text starts, and where each ends.
    static NAME_BOUNDS: [::core::primitive::u8; 4] = [0, 2, 10, 18];
    const NAME: dli_status::__private::Texts = dli_status::__private::Texts::new(
        &NAME_TEXT,
        dli_status::__private::Numbers::U8(&NAME_BOUNDS),
    );
    /// Where to look for a name, a message, and a code that is text.
    const NAMES: dli_status::__private::Names = dli_status::__private::Names::new(
        dli_status::__private::Index::new(
            0,
            dli_status::__private::Numbers::U8(&[1, 2]),
            dli_status::__private::Numbers::U8(&[0, 9, 0, 8, 5, 0, 4, 0]),
        ),
        NAME,
        COLUMN_MESSAGE,
        NOTHING,
    );
    ///# Rows and codes
    #[allow(dead_code)]
    impl StatusCode {
        /// All rows, in the order of the page.
        pub const ALL: &'static [Self] = all::<()>();
        /// The row of a code, if the page lists it.
        #[must_use]
        #[inline]
        pub const fn from_code(
            code: ::core::primitive::u16,
        ) -> ::core::option::Option<Self> {
            variant(row_of(code))
        }
        ///The code.
        #[must_use]
        #[inline]
        pub const fn code(self) -> ::core::primitive::u16 {
            self as ::core::primitive::u16
        }
        /// The name of the variant.
        #[must_use]
        #[inline]
        pub const fn name(self) -> &'static ::core::primitive::str {
            NAME.get(row(self))
        }
    }
    ///# Columns of the page
    #[allow(dead_code)]
    impl StatusCode {
        ///The column `Message` of the page.
        #[must_use]
        #[inline]
        pub const fn message(self) -> &'static ::core::primitive::str {
            let row = row(self);
            COLUMN_MESSAGE.get(row)
        }
        ///The column `Description` of the page.
        #[must_use]
        #[inline]
        pub const fn description(self) -> &'static ::core::primitive::str {
            let row = row(self);
            COLUMN_DESCRIPTION.get(row)
        }
    }
    ///# Class of the code
    #[allow(dead_code)]
    impl StatusCode {
        /// The class of the code: its first digit. `None` outside of 100 to 599.
        #[must_use]
        #[inline]
        pub const fn class(self) -> ::core::option::Option<dli_status::Class> {
            dli_status::Class::from_code(self as ::core::primitive::u16)
        }
        ///Whether the code is in 100 to 199.
        #[must_use]
        #[inline]
        pub const fn is_informational(self) -> ::core::primitive::bool {
            ::core::matches!(
                self.class(),
                ::core::option::Option::Some(dli_status::Class::Informational)
            )
        }
        ///Whether the code is in 200 to 299.
        #[must_use]
        #[inline]
        pub const fn is_success(self) -> ::core::primitive::bool {
            ::core::matches!(
                self.class(), ::core::option::Option::Some(dli_status::Class::Success)
            )
        }
        ///Whether the code is in 300 to 399.
        #[must_use]
        #[inline]
        pub const fn is_redirection(self) -> ::core::primitive::bool {
            ::core::matches!(
                self.class(),
                ::core::option::Option::Some(dli_status::Class::Redirection)
            )
        }
        ///Whether the code is in 400 to 499.
        #[must_use]
        #[inline]
        pub const fn is_client_error(self) -> ::core::primitive::bool {
            ::core::matches!(
                self.class(),
                ::core::option::Option::Some(dli_status::Class::ClientError)
            )
        }
        ///Whether the code is in 500 to 599.
        #[must_use]
        #[inline]
        pub const fn is_server_error(self) -> ::core::primitive::bool {
            ::core::matches!(
                self.class(),
                ::core::option::Option::Some(dli_status::Class::ServerError)
            )
        }
    }
    /// The name of the variant.
    impl ::core::fmt::Debug for StatusCode {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            f.write_str(self.name())
        }
    }
    /// Code and message; with `{:#}` the description too.
    impl ::core::fmt::Display for StatusCode {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            dli_status::__private::display(
                f,
                &self.code(),
                COLUMN_MESSAGE.get(row(*self)),
                COLUMN_DESCRIPTION.get(row(*self)),
            )
        }
    }
    impl ::core::str::FromStr for StatusCode {
        type Err = dli_status::ParseStatusError;
        /// The row whose code, name, message or `Display` text this is, in any ASCII case.
        fn from_str(
            text: &::core::primitive::str,
        ) -> ::core::result::Result<Self, dli_status::ParseStatusError> {
            let row = dli_status::__private::parse_number(
                text,
                &NAMES,
                |code| {
                    let code = dli_status::__private::digits::<
                        ::core::primitive::u16,
                    >(code);
                    ::core::option::Option::map(
                        ::core::option::Option::and_then(code, StatusCode::from_code),
                        row,
                    )
                },
            )?;
            ::core::option::Option::ok_or(
                variant(row),
                dli_status::__private::parse_error(),
            )
        }
    }
    /// The row of a code; the error keeps a code that the page does not list.
    impl ::core::convert::TryFrom<::core::primitive::u16> for StatusCode {
        type Error = dli_status::UnknownCodeError<::core::primitive::u16>;
        #[inline]
        fn try_from(
            code: ::core::primitive::u16,
        ) -> ::core::result::Result<
            Self,
            dli_status::UnknownCodeError<::core::primitive::u16>,
        > {
            match Self::from_code(code) {
                ::core::option::Option::Some(found) => ::core::result::Result::Ok(found),
                ::core::option::Option::None => {
                    ::core::result::Result::Err(
                        dli_status::__private::unknown_code(code),
                    )
                }
            }
        }
    }
    /// The code of a row.
    impl ::core::convert::From<StatusCode> for ::core::primitive::u16 {
        #[inline]
        fn from(row: StatusCode) -> Self {
            row.code()
        }
    }
    /// The code of a row, as if it had been received.
    impl ::core::convert::From<StatusCode> for dli_status::Received<StatusCode> {
        #[inline]
        fn from(row: StatusCode) -> Self {
            Self::new(row.code())
        }
    }
    /// Whether it is the row that was received.
    impl<C> ::core::cmp::PartialEq<dli_status::Received<StatusCode, C>> for StatusCode {
        #[inline]
        fn eq(
            &self,
            received: &dli_status::Received<StatusCode, C>,
        ) -> ::core::primitive::bool {
            received == self
        }
    }
    impl dli_status::__private::Sealed for StatusCode {
        const PAGES: &'static ::core::primitive::str = ::core::concat!(
            "docs/status_codes.rst of the package ", ::core::env!("CARGO_PKG_NAME")
        );
        const FIRST: StatusCode = StatusCode::Ok;
    }
    impl dli_status::StatusTable for StatusCode {
        type Code = ::core::primitive::u16;
        const ALL: &'static [Self] = all::<()>();
        #[inline]
        fn from_code(code: ::core::primitive::u16) -> ::core::option::Option<Self> {
            Self::from_code(code)
        }
        #[inline]
        fn code(self) -> ::core::primitive::u16 {
            self.code()
        }
        #[inline]
        fn name(self) -> &'static ::core::primitive::str {
            self.name()
        }
        #[inline]
        fn message_text(
            self,
        ) -> ::core::option::Option<&'static ::core::primitive::str> {
            COLUMN_MESSAGE.find(row(self))
        }
        #[inline]
        fn description_text(
            self,
        ) -> ::core::option::Option<&'static ::core::primitive::str> {
            COLUMN_DESCRIPTION.find(row(self))
        }
        fn place(self) -> dli_status::Location {
            /// By row, the line of its page.
            static LINES: dli_status::__private::Numbers = dli_status::__private::Numbers::U8(
                &[7, 8, 9],
            );
            /// The pages, each with the number of rows up to its last.
            static PAGES: &[(::core::primitive::usize, &::core::primitive::str)] = &[
                (3, "docs/status_codes.rst"),
            ];
            dli_status::__private::location(row(self), &LINES, PAGES)
        }
    }
};
