//! A file of a record on a real disk.

use std::fs::{self, File, Metadata};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::folder::{Access, beside, options, sync_folder_of};
use crate::journal::Store;

/// A file of a record on a real disk, held open from its first use.
#[derive(Debug)]
pub struct FileStore {
    path: PathBuf,
    place: String,
    access: Access,
    file: Option<File>,
    /// The file was made by us and its name isn't safe yet.
    new_name: bool,
}

impl FileStore {
    /// The file at `path`, which need not exist; the first append makes it.
    pub fn new(path: impl Into<PathBuf>, access: Access) -> Self {
        let path = path.into();
        let place = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        FileStore { path, place, access, file: None, new_name: false }
    }

    /// The open file, if it exists.
    fn existing(&mut self) -> io::Result<Option<&mut File>> {
        if self.file.is_none() {
            match options(self.access).read(true).append(true).open(&self.path) {
                Ok(file) => self.file = Some(file),
                Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
                Err(error) => return Err(error),
            }
        }
        Ok(self.file.as_mut())
    }

    /// The open file, made now if there is none.
    fn made(&mut self) -> io::Result<&mut File> {
        if self.existing()?.is_none() {
            // `create_new`: if another program made it just now, that is for the clerk to know.
            let file = options(self.access).read(true).append(true).create_new(true).open(&self.path)?;
            self.file = Some(file);
            self.new_name = true;
        }
        self.file.as_mut().ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

impl Store for FileStore {
    fn place(&self) -> &str {
        &self.place
    }

    fn length(&mut self) -> io::Result<u64> {
        let Some(open) = &self.file else {
            return match fs::metadata(&self.path) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(0),
                found => found.map(|found| found.len()),
            };
        };
        // An open file can be written to long after its name is gone, and all of it is lost at the end.
        let (open, named) = (open.metadata()?, fs::metadata(&self.path)?);
        if same(&open, &named) { Ok(open.len()) } else { Err(io::Error::other("another file has taken its name")) }
    }

    fn read_all(&mut self) -> io::Result<Vec<u8>> {
        // Opened apart from writing: what may only be read can still be read.
        let mut bytes = Vec::new();
        match File::open(&self.path) {
            Ok(mut file) => _ = file.read_to_end(&mut bytes)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
        Ok(bytes)
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.made()?.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        if let Some(file) = self.existing()? {
            file.sync_data()?;
        }
        if self.new_name {
            sync_folder_of(&self.path)?;
            self.new_name = false;
        }
        Ok(())
    }

    fn truncate(&mut self, len: u64) -> io::Result<()> {
        // A file opened for appending may not be cut on Windows, so it is opened again for this.
        options(self.access).write(true).open(&self.path)?.set_len(len)
    }

    fn replace(&mut self, bytes: &[u8]) -> io::Result<()> {
        // One fixed name, as of drafts: what a killed program left under it is nothing that anybody needs.
        let new = beside(&self.path, ".new");
        remove(&new)?;
        let mut file = options(self.access).write(true).create_new(true).open(&new)?;
        file.write_all(bytes)?;
        if let Ok(old) = fs::metadata(&self.path) {
            // Somebody may have closed the record to others, or opened it.
            fs::set_permissions(&new, old.permissions())?;
        }
        file.sync_all()?;
        drop(file);
        // Windows doesn't put a file in place of an open one.
        self.file = None;
        fs::rename(&new, &self.path)?;
        self.new_name = false;
        sync_folder_of(&self.path)
    }

    fn keep_old(&mut self, n: u64, bytes: &[u8]) -> io::Result<()> {
        let old = beside(&self.path, &format!(".before-{n}"));
        remove(&old)?;
        let mut file = options(self.access).write(true).create_new(true).open(&old)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        sync_folder_of(&old)
    }

    fn set_aside(&mut self, bytes: &[u8]) -> io::Result<()> {
        let aside = beside(&self.path, ".torn");
        let mut file = options(self.access).append(true).create(true).open(&aside)?;
        file.write_all(bytes)?;
        file.write_all(b"\n")?; // so that the next piece begins on a line of its own
        file.sync_all()?;
        sync_folder_of(&aside)
    }
}

/// Removes a file, if it is there.
fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Whether two descriptions are of one file.
#[cfg(unix)]
fn same(open: &Metadata, named: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (open.dev(), open.ino()) == (named.dev(), named.ino())
}

/// Whether two descriptions are of one file. Windows lets nobody take the name of an open file
/// without removing it first, so the length is a check beyond that.
#[cfg(not(unix))]
fn same(open: &Metadata, named: &Metadata) -> bool {
    open.len() == named.len()
}
