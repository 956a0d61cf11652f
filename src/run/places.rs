//! Where files are: those of one record, and the user's own folders.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use etcetera::base_strategy::{BaseStrategy, choose_base_strategy};

/// How a record's file name ends.
const RECORD: &str = ".record.jsonl";
/// What marks the record of a rehearsal.
const PRACTICE: &str = ".practice";

/// The files of one record, all in one folder and named alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordFiles {
    record: PathBuf,
}

impl RecordFiles {
    /// Those of the record at this path.
    pub fn at(record: impl Into<PathBuf>) -> Self {
        Self { record: record.into() }
    }

    /// Those that belong to the agenda `name` (`2023-07-19`) in `folder`.
    pub fn of_agenda(folder: &Path, name: &str, practice: bool) -> Self {
        let practice = if practice { PRACTICE } else { "" };
        Self::at(folder.join(format!("{name}{practice}{RECORD}")))
    }

    /// The record itself.
    pub fn record(&self) -> &Path {
        &self.record
    }

    /// What was said in private.
    pub fn exempt(&self) -> PathBuf {
        self.named(".exempt.jsonl")
    }

    /// The unfinished text.
    pub fn draft(&self) -> PathBuf {
        self.named(".draft")
    }

    /// The unfinished text while it is for its owner only.
    pub fn private_draft(&self) -> PathBuf {
        self.named(".exempt.draft")
    }

    /// What was exported from the record, with the sum of each file.
    pub fn exports(&self) -> PathBuf {
        self.named(".exports")
    }

    /// A file of the record's name with another ending.
    pub fn named(&self, ending: &str) -> PathBuf {
        self.record.with_file_name(format!("{}{ending}", self.stem()))
    }

    /// The name without its ending: `2023-07-19` of `2023-07-19.record.jsonl`.
    pub fn stem(&self) -> String {
        let name = name_of(&self.record);
        let stem = name.strip_suffix(RECORD).or_else(|| name.strip_suffix(".jsonl"));
        stem.unwrap_or(&name).to_owned()
    }

    /// Whether the name is that of a rehearsal's record.
    pub fn practice(&self) -> bool {
        self.stem().ends_with(PRACTICE)
    }
}

/// Whether a file has the name of a record.
pub fn is_record(path: &Path) -> bool {
    name_of(path).ends_with(RECORD)
}

/// The last part of a path, as the clerk reads it.
pub fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// The folder that a file is in.
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Records of compiled-in agendas, rescued records and the user's own agendas: `QUORATE_DATA`, or `quorate` in the
/// place that the system keeps for such things. Nothing where the user has no home.
pub fn data_folder() -> Option<PathBuf> {
    own("QUORATE_DATA").or_else(|| Some(choose_base_strategy().ok()?.data_dir().join("quorate")))
}

/// The user's keys, themes and settings: `QUORATE_CONFIG`, or `quorate` in the place for such things.
pub fn config_folder() -> Option<PathBuf> {
    own("QUORATE_CONFIG").or_else(|| Some(choose_base_strategy().ok()?.config_dir().join("quorate")))
}

/// The folders in which agendas are looked for, in that order.
pub fn agenda_folders() -> Vec<PathBuf> {
    let own = data_folder().map(|data| data.join("agendas"));
    std::iter::once(PathBuf::from("agendas")).chain(own).collect()
}

/// The files in a folder and `depth` levels below it, in the order of their names. What cannot be read is passed over.
pub fn files_below(folder: &Path, depth: usize) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    let mut found = Vec::new();
    for path in paths {
        if !path.is_dir() {
            found.push(path);
        } else if depth > 0 {
            found.extend(files_below(&path, depth - 1));
        }
    }
    found
}

fn own(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{RecordFiles, folder_of};

    #[test]
    fn the_files_of_a_record_are_named_after_it() {
        for (record, stem) in [
            ("x/2023-07-19.record.jsonl", "2023-07-19"),
            ("x/2023-07-19.practice.record.jsonl", "2023-07-19.practice"),
            ("x/july.jsonl", "july"),
            ("x/july", "july"),
        ] {
            let files = RecordFiles::at(record);
            assert_eq!(files.exempt(), Path::new("x").join(format!("{stem}.exempt.jsonl")), "{record}");
            assert_eq!(files.draft(), Path::new("x").join(format!("{stem}.draft")), "{record}");
        }
    }

    #[test]
    fn a_rehearsal_has_a_record_of_its_own() {
        let [real, practice] =
            [false, true].map(|practice| RecordFiles::of_agenda(Path::new("x"), "2023-07-19", practice));
        assert_ne!(real, practice);
        assert!(practice.practice() && !real.practice());
        assert_eq!(practice.record(), Path::new("x/2023-07-19.practice.record.jsonl"));
    }

    #[test]
    fn a_bare_name_is_in_the_folder_one_is_in() {
        assert_eq!(folder_of(Path::new("july.jsonl")), Path::new("."));
    }
}
