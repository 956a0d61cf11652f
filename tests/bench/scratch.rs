//! Files of a benchmark, on the disk that holds the build.

use std::path::PathBuf;

use quorate::journal::codec::encode;
use quorate::journal::{Pair, Recorder};
use quorate::meeting::event::Entry;
use quorate::run::files::{Access, FileStore};
use quorate::run::places::RecordFiles;
use tempfile::TempDir;

/// A folder that goes away with this value.
pub(crate) struct Scratch(TempDir);

impl Scratch {
    /// A new one. It is in the build's folder: elsewhere files may be kept in memory and synced for nothing.
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("the build's folder can be written to"))
    }

    /// A file in it.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// A record that is still to be begun.
    pub(crate) fn recorder(&self, name: &str) -> (RecordFiles, Recorder<FileStore>) {
        let files = RecordFiles::at(self.file(&format!("{name}.record.jsonl")));
        let public = FileStore::new(files.record(), Access::Shared);
        let private = FileStore::new(files.exempt(), Access::OwnerOnly);
        (files, Recorder::begin(Pair::new(public, private)))
    }

    /// A record of these entries.
    pub(crate) fn record(&self, name: &str, entries: &[Entry]) -> RecordFiles {
        let (files, mut recorder) = self.recorder(name);
        for batch in entries.chunks(1000) {
            let lines: Vec<_> = batch.iter().map(|entry| encode(entry).expect("an entry can be spelt")).collect();
            recorder.append(&lines).expect("the record can be written");
        }
        files
    }
}
