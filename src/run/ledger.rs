//! Writing exports: beside the record or where told, and never over a file that was edited since we wrote it.
//!
//! The sums of the files that were written are kept beside the record in `NAME.exports`, in the form that
//! `sha256sum --check` reads. A file whose sum is not there was edited, or is somebody else's: then `-2`, `-3` and so on
//! is written. Losing the list costs nothing but such a second file.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use tempfile::{Builder, NamedTempFile};

use crate::journal::Trouble;

use super::files::{Access, sync_folder_of};
use super::places::{RecordFiles, folder_of, name_of};
use super::sign::SIGNED;

/// How many names are tried for one export.
const NAMES: usize = 1000;

/// What the names of a record's own files end in.
const RECORD_ENDINGS: [&str; 5] = [".record.jsonl", ".exempt.jsonl", ".draft", ".lock", ".torn"];

/// What is in the names of records as they were before a redaction.
const BEFORE: &str = ".exempt.jsonl.before-";

/// What was written, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The file.
    pub path: PathBuf,
    /// The file that was asked for, if it was left alone because it was edited since.
    pub spared: Option<PathBuf>,
}

/// The sums of what was exported from one record.
#[derive(Debug)]
pub struct Ledger {
    file: PathBuf,
    record: [PathBuf; 2],
    sums: BTreeMap<String, String>,
}

impl Ledger {
    /// That of a record. A list that is not there or can't be read is an empty one.
    pub fn of(files: &RecordFiles) -> Self {
        let file = files.exports();
        let text = fs::read_to_string(&file).unwrap_or_default();
        let lines = text.lines().filter_map(|line| line.split_once("  "));
        let sums = lines.map(|(sum, name)| (name.to_owned(), sum.to_owned())).collect();
        Self { file, record: [files.record().to_owned(), files.exempt()], sums }
    }

    /// Writes `bytes` to `path`, or to the next free name if the file there was edited; `force` replaces it.
    ///
    /// A file is replaced whole or not at all.
    pub fn write(&mut self, path: &Path, bytes: &[u8], force: bool, access: Access) -> Result<Written, Trouble> {
        let failed = |error: &io::Error| Trouble::from_io("write", &name_of(path), error);
        if self.belongs_to_record(path) {
            return Err(Trouble::new(
                format!("'{}' is a file of a meeting's record, so no export is written there.", path.display()),
                "Give the export another name.",
            ));
        }
        if fs::metadata(path).is_ok_and(|there| !there.is_file() && !there.is_dir()) {
            // A device or pipe, which can be neither read nor replaced.
            pass_on(path, bytes).map_err(|error| failed(&error))?;
            return Ok(Written { path: path.to_owned(), spared: None });
        }
        let target = if force { path.to_owned() } else { self.free(path, bytes).map_err(|error| failed(&error))? };
        replace(&target, bytes, access).map_err(|error| failed(&error))?;
        if access == Access::Shared {
            // Of what is private not even the sum is for everybody.
            self.sums.insert(self.key(&target), sum(bytes));
            // Without the list the next export takes another name, which loses nothing.
            _ = replace(&self.file, self.text().as_bytes(), Access::Shared);
        }
        let spared = (target != path).then(|| path.to_owned());
        Ok(Written { path: target, spared })
    }

    /// Whether a path leads to what no export may ever replace: this record, under whatever name, or one of those files
    /// that every record has.
    fn belongs_to_record(&self, path: &Path) -> bool {
        let same =
            |own: &PathBuf| fs::canonicalize(own).is_ok_and(|own| fs::canonicalize(path).is_ok_and(|it| it == own));
        let name = name_of(path);
        RECORD_ENDINGS.iter().any(|ending| name.ends_with(ending))
            || name.contains(BEFORE)
            || name.contains(SIGNED)
            || self.record.iter().any(same)
    }

    /// The first of `name.txt`, `name-2.txt` and so on that is not there, or is as we left it, or holds these bytes.
    fn free(&self, path: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
        for number in 1..=NAMES {
            let candidate = numbered(path, number);
            match fs::read(&candidate) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(candidate),
                Ok(there) if there == bytes || self.ours(&candidate, &there) => return Ok(candidate),
                Ok(_) => {}
                Err(error) => return Err(error),
            }
        }
        Err(io::Error::new(io::ErrorKind::AlreadyExists, "there are a thousand edited copies of it"))
    }

    fn ours(&self, path: &Path, there: &[u8]) -> bool {
        self.sums.get(&self.key(path)).is_some_and(|known| *known == sum(there))
    }

    /// How a file is called in the list: by its name alone if it is beside the record, so that the folder can move.
    fn key(&self, path: &Path) -> String {
        let whole = |path: &Path| fs::canonicalize(folder_of(path)).ok();
        if whole(path) == whole(&self.file) {
            return name_of(path);
        }
        whole(path).unwrap_or_default().join(name_of(path)).display().to_string()
    }

    fn text(&self) -> String {
        // A name with a line end in it could not be told from two lines, so such a file counts as edited.
        let lines = self.sums.iter().filter(|(name, _)| !name.contains(['\n', '\r']));
        lines.flat_map(|(name, sum)| [sum, "  ", name, "\n"]).collect()
    }
}

fn numbered(path: &Path, number: usize) -> PathBuf {
    if number == 1 {
        return path.to_owned();
    }
    let name = name_of(path);
    let (stem, ending) =
        name.rsplit_once('.').map_or((name.as_str(), String::new()), |(stem, ending)| (stem, format!(".{ending}")));
    path.with_file_name(format!("{stem}-{number}{ending}"))
}

fn pass_on(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut device = fs::OpenOptions::new().write(true).open(path)?;
    device.write_all(bytes)?;
    device.flush()
}

/// Puts a file in place of another, whole or not at all, and safe when this returns.
pub fn replace(path: &Path, bytes: &[u8], access: Access) -> io::Result<()> {
    beside(path, bytes, access)?.persist(path).map_err(|error| error.error)?;
    sync_folder_of(path)
}

/// Makes a file, whole or not at all, and safe when this returns. Fails where there is one of that name.
pub fn make_new(path: &Path, bytes: &[u8], access: Access) -> io::Result<()> {
    beside(path, bytes, access)?.persist_noclobber(path).map_err(|error| error.error)?;
    sync_folder_of(path)
}

/// The bytes in a file without a lasting name, in the folder of `path`.
fn beside(path: &Path, bytes: &[u8], access: Access) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".quorate-");
    if access == Access::Shared {
        shared(&mut builder);
    }
    let mut new = builder.tempfile_in(folder_of(path))?;
    new.write_all(bytes)?;
    new.as_file().sync_all()?;
    Ok(new)
}

/// Lets the file be read by whom the user's settings say, not by the owner alone.
#[cfg(unix)]
fn shared(builder: &mut Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(fs::Permissions::from_mode(0o666));
}

/// The rights of a new file come from its folder here.
#[cfg(not(unix))]
fn shared(_builder: &mut Builder<'_, '_>) {}

/// The SHA-256 of some bytes, in hexadecimal digits.
pub fn sum(bytes: &[u8]) -> String {
    let digits = Sha256::digest(bytes);
    digits
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Access, Ledger};
    use crate::run::places::RecordFiles;

    #[test]
    fn a_file_is_replaced_until_somebody_edits_it() {
        let folder = tempfile::tempdir().unwrap();
        let files = RecordFiles::at(folder.path().join("july.record.jsonl"));
        let path = folder.path().join("july.minutes.txt");
        let write =
            |text: &str, force| Ledger::of(&files).write(&path, text.as_bytes(), force, Access::Shared).unwrap();

        assert_eq!(write("one", false).spared, None);
        assert_eq!(write("two", false).path, path, "nobody touched it");
        fs::write(&path, "two, edited").unwrap();
        let second = write("three", false);
        assert_eq!(second.path, folder.path().join("july.minutes-2.txt"));
        assert_eq!(second.spared.as_deref(), Some(path.as_path()));
        assert_eq!(write("four", false).path, second.path, "the second one is ours");
        assert_eq!(fs::read_to_string(&path).unwrap(), "two, edited");
        assert_eq!(write("five", true).path, path);
        assert_eq!(fs::read_to_string(&path).unwrap(), "five");
        assert_eq!(write("six", false).path, path, "what was forced is ours again");
    }

    #[test]
    fn a_file_that_was_there_before_is_not_ours() {
        let folder = tempfile::tempdir().unwrap();
        let files = RecordFiles::at(folder.path().join("july.record.jsonl"));
        let path = folder.path().join("july.minutes");
        fs::write(&path, "my shopping list").unwrap();
        let written = Ledger::of(&files).write(&path, b"minutes", false, Access::Shared).unwrap();
        assert_eq!(written.path, folder.path().join("july-2.minutes"));
    }

    #[test]
    fn the_list_is_in_the_form_that_checksum_programs_read() {
        let folder = tempfile::tempdir().unwrap();
        let files = RecordFiles::at(folder.path().join("july.record.jsonl"));
        Ledger::of(&files).write(&folder.path().join("a.txt"), b"abc", false, Access::Shared).unwrap();
        let list = fs::read_to_string(files.exports()).unwrap();
        assert_eq!(list, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.txt\n");
    }
}
