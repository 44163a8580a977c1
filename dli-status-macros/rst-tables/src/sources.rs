//! The files of a page: what it includes is loaded when the reader comes to it.

use std::fmt;
use std::sync::OnceLock;

use crate::page::Page;
use crate::source::files::Files;

/// Where pages come from: a function from a path to a text, and all that it has loaded.
///
/// The crate itself opens no files. What a page includes is asked for by its path: that of the including file's folder
/// joined with what the directive says, without `.` and `folder/..`. So a path that begins with `..` leads out of the
/// folder that the first path is relative to, and one that begins with `/` is as the page says it; the function may
/// refuse these, and whatever else it likes, with a message. A file is loaded once.
///
/// ```
/// use rst_tables::Sources;
///
/// let sources = Sources::new(|path| match path {
///     "docs/index.rst" => Ok(".. include:: parts/codes.txt\n".to_owned()),
///     "docs/parts/codes.txt" => Ok("=== ==\n404 no\n=== ==\n".to_owned()),
///     _ => Err("there is no such file".to_owned()),
/// });
/// let page = sources.read("docs/index.rst").unwrap();
/// let table = page.tables()[0].as_ref().unwrap();
/// let cell = &table.body()[0][0];
/// assert_eq!(cell.text(), "404");
/// assert_eq!(cell.origin().path(), "docs/parts/codes.txt");
/// assert_eq!(&sources.text("docs/parts/codes.txt").unwrap()[cell.span()], "404");
/// assert_eq!(cell.origin().included_from().unwrap().0.path(), "docs/index.rst");
/// ```
pub struct Sources<'l> {
    load: Load<'l>,
    first: Slot,
    prolog: Option<String>,
}

/// The function from a path to a text, or a message.
type Load<'l> = Box<dyn Fn(&str) -> Result<String, String> + Send + Sync + 'l>;

/// A place for a file that is not loaded yet.
type Slot = OnceLock<Box<File>>;

struct File {
    path: String,
    text: Result<String, String>,
    next: Slot,
}

impl<'l> Sources<'l> {
    /// Sources that are loaded by this function.
    pub fn new(load: impl Fn(&str) -> Result<String, String> + Send + Sync + 'l) -> Self {
        Self { load: Box::new(load), first: Slot::new(), prolog: None }
    }

    /// With the file of that path read in front of each page, as Sphinx reads its `rst_prolog`: for substitutions, targets
    /// and roles that pages use and do not define.
    #[must_use]
    pub fn with_prolog(self, path: impl Into<String>) -> Self {
        Self { prolog: Some(path.into()), ..self }
    }

    /// Reads the page of that path.
    ///
    /// # Errors
    ///
    /// The function's message, if it does not load the page or the prolog. That a file is missing which the page includes
    /// is one of [`Page::include_errors`].
    pub fn read(&self, path: &str) -> Result<Page<'_>, String> {
        let prolog = self.prolog.as_deref().map(|path| Ok((path, self.load(path)?))).transpose();
        let prolog = prolog.map_err(|message: &str| message.to_owned())?;
        let text = self.load(path).map_err(str::to_owned)?;
        Ok(Page::with_files(path, text, prolog, self))
    }

    /// The text of a file that has been loaded.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.loaded().find(|file| file.path == path).and_then(|file| file.text.as_deref().ok())
    }

    /// The paths that have been asked for, in this order, also of files that could not be loaded.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.loaded().map(|file| file.path.as_str())
    }

    fn loaded(&self) -> impl Iterator<Item = &File> {
        let mut slot = &self.first;
        std::iter::from_fn(move || {
            let file = slot.get()?;
            slot = &file.next;
            Some(&**file)
        })
    }
}

impl Files for Sources<'_> {
    fn load(&self, path: &str) -> Result<&str, &str> {
        let mut slot = &self.first;
        while let Some(file) = slot.get() {
            if file.path == path {
                return file.result();
            }
            slot = &file.next;
        }
        let text = (self.load)(path);
        slot.get_or_init(|| Box::new(File { path: path.to_owned(), text, next: Slot::new() })).result()
    }
}

impl File {
    fn result(&self) -> Result<&str, &str> {
        self.text.as_deref().map_err(String::as_str)
    }
}

impl fmt::Debug for Sources<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sources").field("paths", &self.paths().collect::<Vec<_>>()).finish_non_exhaustive()
    }
}
