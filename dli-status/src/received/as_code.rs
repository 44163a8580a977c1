//! The types in which a code may be received.

/// A type in which a code of the table `E` may be received: the integer type of its codes, or a text.
///
/// Texts are `&str`, and with the feature `alloc` the owned `String`, `Box<str>` and `Cow<str>`.
pub trait AsCode<E>: Sealed {
    /// The row of the code, if the page lists it.
    fn to_row(&self) -> Option<E>;
}

/// Keeps the implementations to this file.
pub trait Sealed {}

macro_rules! numbers {
    ($($integer:ident)*) => {$(
        impl Sealed for $integer {}

        impl<E: TryFrom<$integer>> AsCode<E> for $integer {
            #[inline]
            fn to_row(&self) -> Option<E> {
                E::try_from(*self).ok()
            }
        }
    )*};
}

numbers! { u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize }

impl Sealed for &str {}

impl<'text, E: TryFrom<&'text str>> AsCode<E> for &'text str {
    #[inline]
    fn to_row(&self) -> Option<E> {
        E::try_from(self).ok()
    }
}

#[cfg(feature = "alloc")]
mod owned {
    use super::{AsCode, Sealed};
    use alloc::borrow::Cow;
    use alloc::boxed::Box;
    use alloc::string::String;

    macro_rules! texts {
        ($($text:ty)*) => {$(
            impl Sealed for $text {}

            impl<E: for<'a> TryFrom<&'a str>> AsCode<E> for $text {
                #[inline]
                fn to_row(&self) -> Option<E> {
                    let text: &str = self;
                    E::try_from(text).ok()
                }
            }
        )*};
    }

    texts! { String Box<str> Cow<'_, str> }
}
