//! The real program, killed at every moment of a redaction: the record is the old one or the new one.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::fs;
use std::path::Path;
use std::process::Command;

use quorate::run::places::RecordFiles;
use quorate::run::reading::{Scope, read};

const SCRIPT: &str = "quorate script 1\n\
    13:50 present all\n14:00 call-to-order\n14:01 go 9\n14:02 point The Chair spoke of the canary.\n\
    14:03 edit last The Chair spoke of a canary.\n14:04 note a note\n14:05 private-since 14:02\n\
    14:06 redact since 14:02 and keep because \"the public was out\"\n14:07 point More was said.\n\
    14:08 note another\n14:09 point And more.\n14:10 note a third\n14:11 close\n";

/// Plays the script, killed at the given touch of the disk; says whether it was done.
fn play(folder: &Path, after: u32) -> bool {
    fs::create_dir_all(folder).unwrap();
    fs::write(folder.join("a.script"), SCRIPT).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_quorate"));
    command.current_dir(folder).env("QUORATE_DATA", folder).env("QUORATE_KILL_AFTER", after.to_string());
    command.args(["replay", "2023-07-19", "a.script", "--record", "a.record.jsonl", "--by", "JB", "--ack"]);
    command.output().unwrap().status.success()
}

#[test]
fn a_redaction_is_done_or_not_done_however_it_is_killed() {
    let home = tempfile::tempdir().unwrap();
    let (mut before, mut redacted) = (0, 0);
    for after in 1.. {
        let folder = home.path().join(after.to_string());
        let done = play(&folder, after);
        let files = RecordFiles::at(folder.join("a.record.jsonl"));
        let public = fs::read_to_string(files.record()).unwrap_or_default();
        let private = fs::read_to_string(files.exempt()).unwrap_or_default();
        let is_redacted = public.contains("\"kind\":\"redacted\"");
        if is_redacted {
            redacted += 1;
            assert!(!public.contains("canary"), "{after}: the words are still there");
            assert!(private.contains("of a canary") && private.contains("of the canary"), "{after}: they are kept");
            let exported = read(&files, Scope::Public).unwrap();
            assert!(exported.barred.is_none() && exported.troubles.is_empty(), "{after}: {:?}", exported.troubles);
        } else {
            before += 1;
        }
        if let Ok(reading) = read(&files, Scope::Whole) {
            assert!(reading.barred.is_none(), "{after}: a killed program does no damage: {:?}", reading.barred);
        }
        if done {
            assert!(is_redacted);
            break;
        }
    }
    assert!(before > 10 && redacted > 3, "{before} before it, {redacted} after it");
}
