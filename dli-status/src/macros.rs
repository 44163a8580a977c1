//! The macro's public face. It hands `$crate` to the procedural macro, so that a renamed or re-exported runtime crate
//! is found.

/// Reads a table of an RST page and emits the enum it describes.
#[macro_export]
macro_rules! include_status_table {
    ($($call:tt)*) => {
        $crate::__private::include_status_table! { $crate; $($call)* }
    };
}
