//! Files that a page may include.

use std::fmt;

/// Gives the texts of files.
pub(crate) trait Files: Send + Sync {
    /// The text of the file of that path, or why there is none. The same path has the same text.
    fn load(&self, path: &str) -> Result<&str, &str>;
}

impl fmt::Debug for dyn Files + '_ {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Files")
    }
}

/// A path relative to the folder of the file `base`, without `.` and `folder/..`. One that begins with `/` stays as it is.
pub(crate) fn join(base: &str, path: &str) -> String {
    if path.starts_with('/') {
        return path.to_owned();
    }
    let folder = base.rfind('/').map_or("", |end| base.get(..end).expect("a slash is a character"));
    let root = if base.starts_with('/') { "/" } else { "" };
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(path.split('/')) {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    format!("{root}{}", parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn paths_are_relative_to_the_folder_of_their_base() {
        for (base, path, expected) in [
            ("", "a.rst", "a.rst"),
            ("index.rst", "a.rst", "a.rst"),
            ("docs/index.rst", "a.rst", "docs/a.rst"),
            ("docs/index.rst", "./b/../a.rst", "docs/a.rst"),
            ("docs/index.rst", "../a.rst", "a.rst"),
            ("docs/index.rst", "../../a.rst", "../a.rst"),
            ("../x/index.rst", "../../a.rst", "../../a.rst"),
            ("docs/index.rst", "/a.rst", "/a.rst"),
            ("/docs/index.rst", "a.rst", "/docs/a.rst"),
        ] {
            assert_eq!(join(base, path), expected, "{path} in {base}");
        }
    }
}
