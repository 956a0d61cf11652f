//! What becomes of a record whose private file is gone, behind, ahead or another one.

use super::support::{all_says, entry, files, recorded, reopen};
use crate::journal::faulty::FaultyDisk;
use crate::journal::{Pair, Recorder, Tail, Unmatched, read};

fn contradictions(files: &Pair<Vec<u8>>) -> Vec<(u64, Unmatched)> {
    let opened = read(&files.public, Some(&files.private));
    assert_eq!(opened.public.lines.len(), 8, "the record opens whatever the private file says");
    opened.private.unwrap().unmatched.into_iter().collect()
}

#[test]
fn a_whole_pair_agrees() {
    assert_eq!(contradictions(&recorded()), []);
}

#[test]
fn a_private_file_that_was_not_looked_for_is_no_trouble() {
    let opened = read(&recorded().public, None).troubles();
    assert_eq!(opened, []);
}

#[test]
fn a_private_file_that_is_gone_is_told() {
    let files = Pair { private: Vec::new(), ..recorded() };
    let missing = |n| (n, Unmatched::Missing);
    assert_eq!(contradictions(&files), [2, 4, 6].map(missing));
    let troubles = read(&files.public, Some(b"")).troubles();
    assert_eq!(troubles.len(), 3);
    assert!(troubles[0].what.contains("entry 2"), "{}", troubles[0]);
}

#[test]
fn private_entries_go_on_when_the_private_file_is_gone() {
    let disk = FaultyDisk::new();
    disk.put("m.record.jsonl", &recorded().public);
    reopen(&disk, "m").append(&[entry(9, &[], &["9"])]).unwrap();
    let files = files(&disk, "m");
    let opened = read(&files.public, Some(&files.private));
    let unmatched: Vec<u64> = opened.private.unwrap().unmatched.into_keys().collect();
    assert_eq!(unmatched, [2, 4, 6]);
}

#[test]
fn another_private_file_is_told() {
    let disk = FaultyDisk::new();
    let mut other = Recorder::begin(disk.pair("m"));
    for n in 1..=7 {
        other.append(&[entry(n, &[], if n % 2 == 1 { &[] } else { &["0"] })]).unwrap();
    }
    let private = disk.bytes("m.exempt.jsonl");
    let found = contradictions(&Pair { private, ..recorded() });
    assert_eq!(found, [2, 4, 6].map(|n| (n, Unmatched::Differs)));
}

#[test]
fn a_private_line_in_the_middle_that_the_record_does_not_name_is_told_and_kept() {
    let disk = FaultyDisk::new();
    let mut recorder = Recorder::begin(disk.pair("m"));
    recorder.append(&[entry(1, &[], &["1"]), entry(2, &[], &["2"])]).unwrap();
    let private = disk.bytes("m.exempt.jsonl");
    let mut recorder = Recorder::begin(disk.pair("x"));
    recorder.append(&[entry(1, &[], &[]), entry(2, &[], &["2"])]).unwrap();
    let opened_bytes = disk.bytes("x.record.jsonl");
    let opened = read(&opened_bytes, Some(&private));
    let private = opened.private.unwrap();
    assert_eq!(private.leftover, b"");
    assert_eq!(private.unmatched[&1], Unmatched::Unnamed);
}

#[test]
fn what_never_reached_the_record_is_cut_and_its_number_used_again() {
    let disk = FaultyDisk::new();
    let whole = recorded();
    let first_three: Vec<u8> = whole.public.split_inclusive(|byte| *byte == b'\n').take(3).flatten().copied().collect();
    disk.put("m.record.jsonl", &first_three);
    disk.put("m.exempt.jsonl", &whole.private);
    {
        let opened = read(&first_three, Some(&whole.private));
        let private = opened.private.as_ref().unwrap();
        assert_eq!(private.chain.lines.len(), 1);
        assert!(whole.private.ends_with(private.leftover));
        assert_eq!(opened.troubles().len(), 1);
        assert!(opened.troubles()[0].what.starts_with("2 private entries"), "{}", opened.troubles()[0]);
    }
    let mut recorder = reopen(&disk, "m");
    assert!(disk.bytes("m.exempt.jsonl.torn").starts_with(b"{\"n\":4,"));
    recorder.append(&[entry(4, &[], &[r#"{"said":"anew"}"#])]).unwrap();
    let files = files(&disk, "m");
    let opened = read(&files.public, Some(&files.private));
    assert_eq!(opened.troubles(), []);
    assert_eq!(opened.private.unwrap().chain.lines[1].events[0].get(), r#"{"said":"anew"}"#);
}

#[test]
fn nothing_private_is_cut_beside_a_damaged_record() {
    let mut whole = recorded();
    whole.public[300] ^= 1;
    let opened = read(&whole.public, Some(&whole.private));
    assert!(opened.footing().is_none());
    assert_eq!(opened.private.unwrap().leftover, b"");
}

#[test]
fn a_damaged_private_file_closes_itself_and_not_the_record() {
    let disk = FaultyDisk::new();
    let whole = recorded();
    let mut private = whole.private.clone();
    private[20] ^= 1;
    disk.put("m.record.jsonl", &whole.public);
    disk.put("m.exempt.jsonl", &private);
    {
        let opened = read(&whole.public, Some(&private));
        let exempt = opened.private.as_ref().unwrap();
        assert!(matches!(exempt.chain.tail, Tail::Damaged { line: 1, .. }));
        let unmatched: Vec<_> = exempt.unmatched.iter().map(|(n, how)| (*n, *how)).collect();
        assert_eq!(unmatched, [(2, Unmatched::Missing)], "the lines behind the damage are known");
        assert!(opened.footing().unwrap().private.is_none());
    }
    let mut recorder = reopen(&disk, "m");
    assert_eq!(recorder.append(&[entry(9, &["1"], &[])]), Ok(9));
    let refused = recorder.append(&[entry(10, &[], &["1"])]).unwrap_err();
    assert!(refused.what.contains("private file"), "{refused}");
    assert_eq!(disk.bytes("m.exempt.jsonl"), private, "not a byte was written to it");
    // And what could not be added goes on elsewhere.
    let rescued = recorder.rescue(disk.pair("r"), &[entry(10, &[], &["1"])]).unwrap();
    assert_eq!(rescued.last(), 10);
}

#[test]
fn every_flipped_bit_of_the_private_file_is_found_and_the_record_still_opens() {
    let whole = recorded();
    let original = all_says(&read(&whole.public, Some(&whole.private))).private;
    for at in 0..whole.private.len() {
        for bit in 0..8 {
            let mut flipped = whole.private.clone();
            flipped[at] ^= 1 << bit;
            let opened = read(&whole.public, Some(&flipped));
            let private = opened.private.as_ref().unwrap();
            assert_eq!(opened.public.lines.len(), 8);
            assert!(opened.footing().is_some());
            assert!(!opened.troubles().is_empty(), "bit {bit} of byte {at}");
            assert!(private.chain.lines.len() < 3, "bit {bit} of byte {at}");
            let said = all_says(&opened).private;
            assert!(original.starts_with(&said), "bit {bit} of byte {at}");
        }
    }
}
