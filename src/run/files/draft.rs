//! The half sentence under the cursor, kept beside the record.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::folder::{Access, beside, move_aside, options, sync_folder_of};
use crate::journal::Trouble;

/// More than any text a person types; beyond it a file isn't a draft of ours.
const LARGEST: u64 = 16 << 20;

/// Text that is not yet an entry. What it means is the application's business.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// The text.
    pub text: String,
    /// The id of the item that it belongs to.
    #[serde(default)]
    pub item: Option<String>,
    /// Row and column of the cursor, in lines and characters from 0.
    #[serde(default)]
    pub cursor: (usize, usize),
    /// Typed while the room was closed to the public.
    #[serde(default)]
    pub private: bool,
    /// Whatever else is to come back.
    #[serde(default, skip_serializing_if = "serde_json::Map::is_empty")]
    pub extra: serde_json::Map<String, serde_json::Value>,
}

/// The file that holds a draft: always a whole one, the newest or the one before.
#[derive(Debug, Clone)]
pub struct DraftFile {
    path: PathBuf,
}

impl DraftFile {
    /// The draft at this path (`NAME.draft`).
    pub fn new(path: impl Into<PathBuf>) -> Self {
        DraftFile { path: path.into() }
    }

    /// Puts this draft in place of the old one. A private one is for the owner only, like the file
    /// that it is written to first.
    pub fn save(&self, draft: &Draft) -> Result<(), Trouble> {
        self.replace(draft).map_err(|error| self.trouble("keep the unfinished text in", &error))
    }

    /// Removes the draft, if there is one.
    ///
    /// When its text became an entry, wait until that entry is safe: until then the draft is the
    /// only copy that survives.
    pub fn clear(&self) -> Result<(), Trouble> {
        match fs::remove_file(&self.path).and_then(|()| sync_folder_of(&self.path)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(self.trouble("remove the unfinished text in", &error))
            }
            _ => Ok(()),
        }
    }

    /// Reads the draft, if there is one. One that can't be read is moved to `.draft.torn` and told;
    /// the meeting opens all the same.
    pub fn load(&self) -> (Option<Draft>, Option<Trouble>) {
        match self.read() {
            Ok(bytes) => match serde_json::from_slice(&bytes) {
                Ok(draft) => (Some(draft), None),
                Err(_) => (None, Some(self.set_aside())),
            },
            Err(error) if error.kind() == io::ErrorKind::NotFound => (None, None),
            Err(error) if error.kind() == io::ErrorKind::FileTooLarge => (None, Some(self.set_aside())),
            Err(error) => (None, Some(self.trouble("read the unfinished text in", &error))),
        }
    }

    fn replace(&self, draft: &Draft) -> io::Result<()> {
        // One fixed name, which the record's lock makes ours: a killed program leaves no litter
        // behind, unlike with random names. It is removed first so that its rights are new, too.
        let new = beside(&self.path, ".new");
        match fs::remove_file(&new) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let access = if draft.private { Access::OwnerOnly } else { Access::Shared };
        let mut file = options(access).write(true).create_new(true).open(&new)?;
        file.write_all(&serde_json::to_vec(draft)?)?;
        file.sync_all()?;
        drop(file); // Windows doesn't rename an open file
        fs::rename(&new, &self.path)?;
        sync_folder_of(&self.path)
    }

    fn read(&self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        File::open(&self.path)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
        let fits = u64::try_from(bytes.len()).is_ok_and(|len| len <= LARGEST);
        if fits { Ok(bytes) } else { Err(io::ErrorKind::FileTooLarge.into()) }
    }

    fn set_aside(&self) -> Trouble {
        match move_aside(&self.path, ".torn") {
            Ok(aside) => Trouble::new(
                "The unfinished text from last time could not be read.",
                format!("It was put into '{}'; the record itself is not touched by this.", name_of(&aside)),
            ),
            Err(error) => self.trouble("set aside the unreadable text in", &error),
        }
    }

    fn trouble(&self, doing: &str, error: &io::Error) -> Trouble {
        Trouble::from_io(doing, &name_of(&self.path), error)
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
