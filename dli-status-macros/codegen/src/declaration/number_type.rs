//! The types of numbers.

/// The types of decimal numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Float {
    F32,
    F64,
}

impl Float {
    /// As Rust spells it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::F32 => "f32",
            Self::F64 => "f64",
        }
    }
}

macro_rules! integers {
    ($($variant:ident $ty:ident)*) => {
        /// The integer types; `usize` and `isize` are those of a target of 64 bits.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Integer {
            $($variant,)*
        }

        impl Integer {
            pub(super) fn from_name(name: &str) -> Option<Self> {
                match name {
                    $(stringify!($ty) => Some(Self::$variant),)*
                    _ => None,
                }
            }

            /// As Rust spells it.
            pub(crate) fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => stringify!($ty),)*
                }
            }

            /// The largest value it holds.
            pub(crate) fn max(self) -> u128 {
                match self {
                    $(Self::$variant => $ty::MAX as u128,)*
                }
            }

            /// How far its smallest value is below 0.
            pub(crate) fn depth(self) -> u128 {
                match self {
                    $(Self::$variant => $ty::MIN.abs_diff(0) as u128,)*
                }
            }
        }
    };
}

integers! {
    U8 u8 U16 u16 U32 u32 U64 u64 U128 u128 Usize usize
    I8 i8 I16 i16 I32 i32 I64 i64 I128 i128 Isize isize
}
