//! What the files of a record have in common: how they are made, and who may read them.

use std::ffi::OsString;
use std::fs::OpenOptions;
use std::io;
use std::path::{Path, PathBuf};

/// Who may read a file that we make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Whoever the system lets by default.
    Shared,
    /// Only the account that made it, from the moment it exists. Promised on Unix alone: see
    /// [`owner_only_notice`].
    OwnerOnly,
}

impl Access {
    /// Of something private or not.
    pub const fn of(private: bool) -> Self {
        if private { Self::OwnerOnly } else { Self::Shared }
    }
}

/// What the clerk should know about private files on this system; nothing if they are private.
#[cfg(unix)]
pub fn owner_only_notice() -> Option<&'static str> {
    None
}

/// What the clerk should know about private files on this system; nothing if they are private.
///
/// Elsewhere than on Unix the rights of a new file come from its folder. The usual home folder is
/// closed to other accounts, but we can't promise it.
#[cfg(not(unix))]
pub fn owner_only_notice() -> Option<&'static str> {
    Some(
        "On this system the private file can be read by everyone who can read its folder. \
         Keep the meeting in a folder of your own.",
    )
}

/// Options with which a file that is made gets the rights for this access.
#[cfg(unix)]
pub(in crate::run) fn options(access: Access) -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = OpenOptions::new();
    if access == Access::OwnerOnly {
        options.mode(0o600);
    }
    options
}

/// Options with which a file that is made gets the rights for this access: here always those of
/// the folder.
#[cfg(not(unix))]
pub(in crate::run) fn options(_access: Access) -> OpenOptions {
    OpenOptions::new()
}

/// Makes it safe that a file in this folder was made, replaced or removed.
#[cfg(unix)]
pub fn sync_folder_of(file: &Path) -> io::Result<()> {
    match std::fs::File::open(parent(file))?.sync_all() {
        // Some network disks can't sync a folder. Its names are then as safe as they make them.
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => Ok(()),
        done => done,
    }
}

/// Makes it safe that a file in this folder was made, replaced or removed: nothing to do here.
/// Windows keeps names in a journal of its own and offers no way to sync a folder.
#[cfg(not(unix))]
pub fn sync_folder_of(_file: &Path) -> io::Result<()> {
    Ok(())
}

/// The folder that a file is in.
#[cfg(unix)]
fn parent(file: &Path) -> &Path {
    match file.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// `path` with `ending` behind its whole name.
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    PathBuf::from(name)
}

/// Moves a file to its name with `ending` behind it, or with `-2`, `-3` ... if that is taken, and
/// returns the new name. Nothing is ever written over.
pub(super) fn move_aside(path: &Path, ending: &str) -> io::Result<PathBuf> {
    let names = std::iter::once(ending.to_owned()).chain((2..100).map(|n| format!("{ending}-{n}")));
    for name in names {
        let aside = beside(path, &name);
        // Making it first, and only if it is new, means that nobody else can take the name.
        match options(Access::OwnerOnly).write(true).create_new(true).open(&aside) {
            Ok(_) => {
                std::fs::rename(path, &aside)?;
                sync_folder_of(path)?;
                return Ok(aside);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}
