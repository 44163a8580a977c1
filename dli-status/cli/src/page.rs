//! The files that the command line names: read with the macro's limits, and in parallel.

use crate::outcome::Error;
use crate::output::Output;
use dli_status_codegen::Page;
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use std::borrow::Cow;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

/// The largest page, in bytes; the macro has the same limit.
const MAX_PAGE_BYTES: u64 = 256 << 20;

/// Files between two writes: enough to keep all processors busy, few enough to show progress and to save memory.
const BATCH: usize = 512;

/// The bytes of a file, or of standard input for `-`.
pub(crate) fn read_bytes(path: &Path) -> Result<Vec<u8>, String> {
    let name = display(path);
    if is_standard_input(path) {
        return read_at_most(io::stdin().lock()).map_err(|error| format!("cannot read standard input: {error}"));
    }
    let cannot_read = |error: io::Error| format!("cannot read `{name}`: {}", reason(&error));
    let metadata = fs::metadata(path).map_err(cannot_read)?;
    if !metadata.is_file() {
        let kind = if metadata.is_dir() { "a folder" } else { "not a regular file" };
        return Err(format!("cannot read `{name}`: it is {kind}"));
    }
    fs::File::open(path).and_then(read_at_most).map_err(cannot_read)
}

fn read_at_most(reader: impl io::Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(MAX_PAGE_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_PAGE_BYTES {
        return Err(io::Error::other(format!("it is larger than {} MiB", MAX_PAGE_BYTES >> 20)));
    }
    Ok(bytes)
}

/// A page, with U+FFFD where it is not UTF-8.
pub(crate) fn read_lossy(path: &Path) -> Result<Page, String> {
    let text = String::from_utf8(read_bytes(path)?);
    let text = text.unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
    Ok(Page::new(display(path), text))
}

/// A page, which must be UTF-8.
pub(crate) fn read(path: &Path) -> Result<Page, String> {
    let text = String::from_utf8(read_bytes(path)?).map_err(|_| format!("`{}` is not UTF-8", display(path)))?;
    Ok(Page::new(display(path), text))
}

pub(crate) fn is_standard_input(path: &Path) -> bool {
    path == Path::new("-")
}

/// The name of a page in output.
pub(crate) fn display(path: &Path) -> Cow<'_, str> {
    if is_standard_input(path) { Cow::Borrowed("<stdin>") } else { path.to_string_lossy() }
}

/// An error of the operating system without its number.
fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    text.split_once(" (os error").map_or(text.clone(), |(text, _)| text.to_lowercase())
}

/// Does the same work on all files in parallel, and hands over the results in order.
///
/// Gives whether all files could be worked on; standard error says why one could not, and the others go on.
pub(crate) fn for_each<T: Send>(
    paths: &[PathBuf],
    output: &mut Output,
    work: impl Fn(&Path) -> Result<T, String> + Sync,
    mut finish: impl FnMut(&mut Output, &Path, T) -> Result<(), Error>,
) -> Result<bool, Error> {
    let mut all_read = true;
    for (batch, done) in paths.chunks(BATCH).zip((0..).step_by(BATCH)) {
        if paths.len() > BATCH {
            output.progress(done, paths.len());
        }
        let results: Vec<_> = batch.par_iter().map(|path| work(path)).collect();
        output.clear_progress();
        for (path, result) in batch.iter().zip(results) {
            match result {
                Ok(result) => finish(output, path, result)?,
                Err(error) => {
                    output.error(&error);
                    all_read = false;
                }
            }
        }
        output.flush()?;
    }
    Ok(all_read)
}
