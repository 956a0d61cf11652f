//! Whether what is private would be copied elsewhere, or can be read by others, where a record is kept.

use std::fs;
use std::path::Path;

use crate::journal::Trouble;
use crate::meeting::fact::Audience;
use crate::meeting::state::State;

use super::files::owner_only_notice;
use super::places::{RecordFiles, folder_of, name_of};

/// What parts of a path are called where a program copies the folder elsewhere, in small letters, and that program.
const FOLDERS: [(&str, &str); 9] = [
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("icloud", "iCloud"),
    ("com~apple~clouddocs", "iCloud"),
    ("mobile documents", "iCloud"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("nextcloud", "Nextcloud"),
];

/// Files by which such programs mark a folder, and the program.
const MARKS: [(&str, &str); 5] = [
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".nextcloudsync.log", "Nextcloud"),
    (".sync_journal.db", "Nextcloud"),
    (".tmp.driveupload", "Google Drive"),
];

/// What the clerk should know of the place of a record before anything private goes there; nothing where it is well,
/// or where nothing private is expected.
pub fn of(files: &RecordFiles, state: &State) -> Option<Trouble> {
    let expected = state.items().any(|item| item.agenda.confidential || !item.agenda.private.is_empty());
    if !expected && state.room() == Audience::Public && !files.exempt().exists() {
        return None;
    }
    let folder = fs::canonicalize(folder_of(files.record())).unwrap_or_else(|_| folder_of(files.record()).to_owned());
    synchronised(&folder).map(copied).or_else(|| readable(&files.exempt())).or_else(unprotected)
}

fn copied(program: &str) -> Trouble {
    Trouble::new(
        format!("This meeting is kept in a folder that {program} seems to copy elsewhere, with its private file."),
        "Keep meetings with private business in a folder that is not synchronised.",
    )
}

/// The program that seems to copy a folder elsewhere.
fn synchronised(folder: &Path) -> Option<&'static str> {
    let named = |part: &str| {
        let part = part.to_lowercase();
        FOLDERS.iter().find(|(name, _)| part.contains(name)).map(|(_, program)| *program)
    };
    let by_name = folder.components().find_map(|part| named(&part.as_os_str().to_string_lossy()));
    by_name.or_else(|| {
        let mut marks = folder.ancestors().flat_map(|folder| MARKS.iter().map(move |mark| (folder, mark)));
        // A folder directly under the root is nobody's own, and looking there costs as much as anywhere.
        marks.find(|(folder, (name, _))| folder.join(name).exists()).map(|(_, (_, program))| *program)
    })
}

/// That the private file is open to other accounts, which it never is as we make it.
#[cfg(unix)]
fn readable(private: &Path) -> Option<Trouble> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(private).ok()?.permissions().mode();
    (mode & 0o077 != 0).then(|| {
        Trouble::new(
            format!("The private file '{}' can be read by other accounts on this computer.", name_of(private)),
            "Take the rights of others away from it.",
        )
    })
}

/// The rights of a file come from its folder here.
#[cfg(not(unix))]
fn readable(_private: &Path) -> Option<Trouble> {
    None
}

/// What file rights do not promise on this system.
fn unprotected() -> Option<Trouble> {
    owner_only_notice().map(|notice| Trouble::new(notice, ""))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::synchronised;

    #[test]
    fn folders_that_are_copied_elsewhere_are_known_by_their_names() {
        for (folder, program) in [
            ("/clerk/OneDrive - Huntingdonshire/meetings", Some("OneDrive")),
            ("/clerk/Dropbox", Some("Dropbox")),
            ("/clerk/Library/Mobile Documents/com~apple~CloudDocs/meetings", Some("iCloud")),
            ("/clerk/Library/CloudStorage/GoogleDrive-jb/My Drive", Some("Google Drive")),
            ("/clerk/Nextcloud/meetings", Some("Nextcloud")),
            ("/clerk/meetings", None),
        ] {
            assert_eq!(synchronised(Path::new(folder)), program, "{folder}");
        }
    }

    #[test]
    fn and_by_what_the_program_leaves_in_them() {
        let folder = tempfile::tempdir().unwrap();
        let meetings = folder.path().join("meetings");
        fs::create_dir(&meetings).unwrap();
        assert_eq!(synchronised(&meetings), None);
        fs::write(folder.path().join(".sync_journal.db"), "").unwrap();
        assert_eq!(synchronised(&meetings), Some("Nextcloud"));
    }

    #[cfg(unix)]
    #[test]
    fn a_private_file_that_others_may_read_is_told() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.exempt.jsonl");
        for (mode, told) in [(0o600, false), (0o640, true), (0o604, true)] {
            fs::write(&file, "").unwrap();
            fs::set_permissions(&file, fs::Permissions::from_mode(mode)).unwrap();
            assert_eq!(super::readable(&file).is_some(), told, "{mode:o}");
        }
    }
}
