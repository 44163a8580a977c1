//! The page as docutils addresses it: lines, blocks of lines seen from their left edge, and rows of columns.

pub(crate) mod blanks;
pub(crate) mod canvas;
pub(crate) mod clip;
pub(crate) mod files;
pub(crate) mod line_break;
pub(crate) mod lines;
pub(crate) mod origin;
pub(crate) mod region;
