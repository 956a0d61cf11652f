//! The files of a record, on this machine's own disk.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::folder::beside;
use super::{Access, Draft, DraftFile, FileStore, Holder, Lock, Locked, owner_only_notice};
use crate::journal::{Entry, Pair, Recorder, Store, read};

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn stores(folder: &Path) -> Pair<FileStore> {
    Pair::new(
        FileStore::new(folder.join("m.record.jsonl"), Access::Shared),
        FileStore::new(folder.join("m.exempt.jsonl"), Access::OwnerOnly),
    )
}

fn entry(n: u64, private: bool) -> Entry {
    let event = || vec![serde_json::value::to_raw_value(&n).unwrap()];
    Entry {
        n,
        at: "2023-07-19T13:00:00Z".to_owned(),
        when: None,
        by: "jw".to_owned(),
        events: event(),
        exempt: if private { event() } else { Vec::new() },
        redaction: None,
    }
}

fn resume(folder: &Path) -> Recorder<FileStore> {
    let mut stores = stores(folder);
    let bytes = Pair::new(stores.public.read_all().unwrap(), stores.private.read_all().unwrap());
    let footing = read(&bytes.public, Some(&bytes.private)).footing().unwrap();
    Recorder::resume(stores, bytes, footing)
}

/// Whether nobody but the owner may read a file.
#[cfg(unix)]
fn is_closed(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).unwrap().permissions().mode() & 0o777 == 0o600
}

/// Whether nobody but the owner may read a file: here we can't tell, and promise nothing.
#[cfg(not(unix))]
fn is_closed(path: &Path) -> bool {
    path.exists() && owner_only_notice().is_some()
}

#[test]
fn a_record_is_made_with_its_first_entry_and_gone_on_with() {
    let dir = folder();
    let mut recorder = Recorder::begin(stores(dir.path()));
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
    assert_eq!(recorder.append(&[entry(1, false), entry(2, false)]), Ok(2));
    assert!(!dir.path().join("m.exempt.jsonl").exists(), "not before something is private");
    assert_eq!(recorder.append(&[entry(3, true)]), Ok(3));
    drop(recorder);
    let mut recorder = resume(dir.path());
    assert_eq!(recorder.trouble(), None);
    assert_eq!(recorder.append(&[entry(4, true)]), Ok(4));
    assert_eq!(resume(dir.path()).last(), 4);
}

#[test]
fn what_is_private_is_the_owners_from_its_creation() {
    let dir = folder();
    Recorder::begin(stores(dir.path())).append(&[entry(1, true)]).unwrap();
    let exempt = dir.path().join("m.exempt.jsonl");
    assert!(is_closed(&exempt));
    let mut torn = fs::read(&exempt).unwrap();
    torn.extend_from_slice(b"{\"n\":2,\"secret");
    fs::write(&exempt, torn).unwrap();
    assert_eq!(resume(dir.path()).trouble(), None);
    let aside = beside(&exempt, ".torn");
    assert!(is_closed(&aside));
    assert_eq!(fs::read(aside).unwrap(), b"{\"n\":2,\"secret\n");
}

#[test]
fn torn_ends_are_kept_one_behind_the_other() {
    let dir = folder();
    let record = dir.path().join("m.record.jsonl");
    Recorder::begin(stores(dir.path())).append(&[entry(1, false)]).unwrap();
    let whole = fs::read(&record).unwrap();
    for torn in ["{\"n\":2", "{\"n\":3"] {
        fs::write(&record, [&whole, torn.as_bytes()].concat()).unwrap();
        assert_eq!(resume(dir.path()).trouble(), None);
        assert_eq!(fs::read(&record).unwrap(), whole);
    }
    assert_eq!(fs::read(beside(&record, ".torn")).unwrap(), b"{\"n\":2\n{\"n\":3\n");
}

#[test]
fn a_file_that_was_removed_or_replaced_is_noticed() {
    let dir = folder();
    let record = dir.path().join("m.record.jsonl");
    for replace in [false, true] {
        let mut recorder = Recorder::begin(stores(dir.path()));
        recorder.append(&[entry(1, false)]).unwrap();
        let bytes = fs::read(&record).unwrap();
        fs::rename(&record, dir.path().join(format!("away-{replace}"))).unwrap();
        if replace {
            fs::write(&record, &bytes).unwrap();
        }
        let noticed = recorder.append(&[entry(2, false)]);
        // Where files have no identity that we can ask for, a file of the same length will do.
        assert!(noticed.is_err() || (replace && cfg!(not(unix))), "replaced: {replace}");
        if record.exists() {
            assert_eq!(fs::read(&record).unwrap().len() == bytes.len(), noticed.is_err());
            fs::remove_file(&record).unwrap();
        }
    }
}

#[test]
fn a_folder_that_is_gone_is_told_in_words() {
    let dir = folder();
    let mut recorder = Recorder::begin(stores(&dir.path().join("away")));
    let trouble = recorder.append(&[entry(1, false)]).unwrap_err();
    assert_eq!(
        trouble.to_string(),
        "Could not write to 'm.record.jsonl': the file or its folder is no longer there. \
         Put the disk or folder back, or choose another folder."
    );
    let rescued = recorder.rescue(stores(dir.path()), &[entry(1, false)]).unwrap();
    assert_eq!(rescued.last(), 1);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_in_words() {
    // This device is always full, for whoever writes.
    let mut full = FileStore::new("/dev/full", Access::Shared);
    let error = full.append(b"x").unwrap_err();
    let trouble = crate::journal::Trouble::from_io("write to", full.place(), &error);
    assert!(trouble.what.ends_with("the disk is full."), "{trouble}");
}

fn draft(private: bool) -> Draft {
    Draft {
        text: "that the Commissioner would provi".to_owned(),
        item: Some("item-9".to_owned()),
        cursor: (0, 33),
        private,
        extra: [("pad".to_owned(), "vote".into())].into_iter().collect(),
    }
}

#[test]
fn a_draft_comes_back_and_leaves_no_litter() {
    let dir = folder();
    let file = DraftFile::new(dir.path().join("m.draft"));
    assert_eq!(file.load(), (None, None));
    // What a program leaves that was killed while it wrote.
    fs::write(dir.path().join("m.draft.new"), "{\"te").unwrap();
    for private in [false, true, false] {
        file.save(&draft(private)).unwrap();
        assert_eq!(file.load(), (Some(draft(private)), None));
        let closed = is_closed(&dir.path().join("m.draft"));
        assert!(closed == private || owner_only_notice().is_some());
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }
    file.clear().unwrap();
    file.clear().unwrap();
    assert_eq!(file.load(), (None, None));
}

#[test]
fn a_draft_that_says_little_is_read_and_a_broken_one_set_aside() {
    let dir = folder();
    let path = dir.path().join("m.draft");
    let file = DraftFile::new(&path);
    fs::write(&path, r#"{"text":"half","newer":[1]}"#).unwrap();
    assert_eq!(file.load().0.unwrap().text, "half");
    let whole = serde_json::to_vec(&draft(false)).unwrap();
    for (round, broken) in [&whole[..whole.len() - 1], b"", b"\xff\xfe", b"[1]"].iter().enumerate() {
        fs::write(&path, broken).unwrap();
        let (nothing, trouble) = file.load();
        assert_eq!(nothing, None);
        assert!(trouble.unwrap().hint.contains(".draft.torn"));
        assert!(!path.exists());
        let name = if round == 0 { ".torn".to_owned() } else { format!(".torn-{}", round + 1) };
        assert_eq!(&fs::read(beside(&path, &name)).unwrap(), broken, "nothing is written over");
    }
}

#[test]
fn a_draft_that_cannot_be_kept_is_told() {
    let dir = folder();
    let file = DraftFile::new(dir.path().join("away").join("m.draft"));
    let trouble = file.save(&draft(false)).unwrap_err();
    assert!(trouble.what.starts_with("Could not keep the unfinished text in 'm.draft'"), "{trouble}");
}

#[test]
fn a_second_copy_is_told_who_holds_the_record() {
    let dir = folder();
    let record = dir.path().join("m.record.jsonl");
    let first = Holder { host: "bourges".into(), user: "jw".into(), process: 4711 };
    let second = Holder { process: 4712, ..first.clone() };
    let Locked::Ours(lock) = Lock::take(&record, &first) else { panic!("nobody held it") };
    let Locked::Held { by, trouble } = Lock::take(&record, &second) else { panic!("it was held") };
    if let Some(by) = by {
        assert_eq!(by, first);
        assert!(trouble.what.contains("by jw on bourges (process 4711)"), "{trouble}");
    }
    assert!(!record.exists(), "the record itself is never touched");
    drop(lock);
    let Locked::Ours(_lock) = Lock::take(&record, &second) else { panic!("it was let go") };
}

#[test]
fn what_a_dead_process_wrote_into_the_lock_file_keeps_nobody_out() {
    let dir = folder();
    let record = dir.path().join("m.record.jsonl");
    for left in
        ["{\"host\":\"a\",\"user\":\"b\",\"process\":1}\n", "rubbish that is much longer than a line of ours", ""]
    {
        fs::write(beside(&record, ".lock"), left).unwrap();
        let Locked::Ours(_lock) = Lock::take(&record, &Holder::me()) else { panic!("{left:?}") };
        let Locked::Held { by, .. } = Lock::take(&record, &Holder::me()) else { panic!("held") };
        assert!(by.is_none_or(|by| by == Holder::me()));
    }
}

#[test]
fn where_nothing_can_be_locked_the_clerk_is_warned() {
    let dir = folder();
    let locked = Lock::take(&dir.path().join("away").join("m.record.jsonl"), &Holder::me());
    let Locked::Unknown(trouble) = locked else { panic!("there is no such folder") };
    assert!(trouble.hint.starts_with("The meeting goes on."), "{trouble}");
}
