// Included at the root of the crate instead of being a module of it: editors link to a macro at the path of the module that
// defines it.

#[cfg(not(doc))]
documented! {
    macro_rules! include_status_table {
        ($($call:tt)*) => {
            $crate::__private::include_status_table! { $crate; $($call)* }
        };
    }
}

// The forms of a call, for rustdoc, which shows them with this indentation. The procedural macro reads a call.
#[cfg(doc)]
documented! { macro_rules! include_status_table {
    ($path:literal) => {};
    (
        $(#[source($page:literal $(, $source_option:ident $(= $source_value:literal)?)*)])+
        $(#[skip($skip_column:tt, $skip_option:ident $(= $pattern:literal)?)])*
        $(#[rename($($code:literal = $variant:literal),+)])*
        $(#[with($($feature:ident),+)])*
        $(#[exhaustive])?
        $(#[$attribute:meta])*
        $visibility:vis enum $Name:ident;
    ) => {};
    (
        $(#[source($page:literal $(, $source_option:ident $(= $source_value:literal)?)*)])+
        $(#[skip($skip_column:tt, $skip_option:ident $(= $pattern:literal)?)])*
        $(#[rename($($code:literal = $variant:literal),+)])*
        $(#[with($($feature:ident),+)])*
        $(#[exhaustive])?
        $(#[$attribute:meta])*
        $visibility:vis enum $Name:ident {
            $(
                #[column($($column:tt)|+ $(, $option:ident $(= $value:literal)?)*)]
                $(#[name])?
                $(#[aliases])?
                $(#[$method_attribute:meta])*
                $field:ident: $Type:ty,
            )+
        }
    ) => {};
    (
        $(#[source($page:literal $(, $source_option:ident $(= $source_value:literal)?)*)])+
        $(#[skip($skip_column:tt, $skip_option:ident $(= $pattern:literal)?)])*
        $(#[with($($feature:ident),+)])*
        $(#[$attribute:meta])*
        $visibility:vis struct $Name:ident {
            $(
                #[column($($column:tt)|+ $(, $option:ident $(= $value:literal)?)*)]
                $(#[$field_attribute:meta])*
                $field_visibility:vis $field:ident: $Type:ty,
            )+
        }
    ) => {};
} }
