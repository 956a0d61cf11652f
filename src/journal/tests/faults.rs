//! Everything that can go wrong, at every operation in turn.
//!
//! For each operation of a small meeting, each kind of fault there, and each way in which the
//! machine may come back, what was acknowledged must be there, nothing may be there by half, and
//! the meeting must be able to go on.

use std::cell::RefCell;
use std::collections::HashMap;

use super::support::{all_says, files, meeting, recorded, reopen};
use crate::journal::faulty::{Fault, FaultyDisk, FaultyStore};
use crate::journal::{Pair, Recorder, Tail, read};

/// How the machine comes back: what is written survives a kill; of what isn't safe yet a power
/// cut lets the given hundredths survive.
const AFTERMATHS: [Option<usize>; 4] = [None, Some(0), Some(50), Some(100)];

/// Plays the meeting until it ends or fails; how many entries were acknowledged.
fn play(recorder: &mut Recorder<FaultyStore>) -> u64 {
    let mut safe = recorder.last();
    for batch in meeting() {
        let rest: Vec<_> = batch.into_iter().filter(|entry| entry.n > safe).collect();
        match recorder.append(&rest) {
            Ok(up_to) => safe = up_to,
            Err(_) => break,
        }
    }
    safe
}

/// How many operations the whole meeting takes.
fn operations() -> usize {
    let disk = FaultyDisk::new();
    assert_eq!(play(&mut Recorder::begin(disk.pair("m"))), 8);
    disk.operations()
}

fn said(files: &Pair<Vec<u8>>) -> Pair<Vec<String>> {
    all_says(&read(&files.public, Some(&files.private)))
}

/// Every acknowledged entry is there whole, in both files, and nothing that was never entered.
#[track_caller]
fn assert_kept(disk: &FaultyDisk, name: &str, acknowledged: u64, about: &str) {
    let files = files(disk, name);
    let opened = read(&files.public, Some(&files.private));
    assert!(!matches!(opened.public.tail, Tail::Damaged { .. }), "{about}");
    let private = opened.private.as_ref().unwrap();
    assert!(!matches!(private.chain.tail, Tail::Damaged { .. }), "{about}");
    assert!(private.unmatched.is_empty(), "{about}: {:?}", private.unmatched);
    let there = opened.public.last();
    assert!(there >= acknowledged, "{about}: {there} of {acknowledged} acknowledged are there");
    let (said, original) = (all_says(&opened), said(&recorded()));
    assert!(original.public.starts_with(&said.public), "{about}");
    assert!(original.private.starts_with(&said.private), "{about}");
}

/// Lets the machine come back.
fn restart(disk: &FaultyDisk, aftermath: Option<usize>) {
    if let Some(keep) = aftermath {
        disk.cut_power(keep);
    }
    disk.heal();
}

/// Calls `test` for each operation, fault and aftermath of playing the meeting into record `m`.
fn everywhere(test: impl Fn(&FaultyDisk, u64, Option<usize>, &str)) {
    for at in 0..operations() {
        for fault in Fault::ALL {
            for aftermath in AFTERMATHS {
                let disk = FaultyDisk::new();
                disk.plan(at, fault);
                let safe = play(&mut Recorder::begin(disk.pair("m")));
                assert!(safe < 8, "a fault must be noticed");
                test(&disk, safe, aftermath, &format!("{fault:?} at {at}, then {aftermath:?}"));
            }
        }
    }
}

#[test]
fn what_was_acknowledged_is_there_and_the_meeting_goes_on() {
    everywhere(|disk, safe, aftermath, about| {
        restart(disk, aftermath);
        assert_kept(disk, "m", safe, about);
        let mut recorder = reopen(disk, "m");
        assert!(recorder.trouble().is_none(), "{about}: {:?}", recorder.trouble());
        assert!(recorder.last() >= safe, "{about}");
        assert_eq!(play(&mut recorder), 8, "{about}");
        assert_eq!(files(disk, "m"), recorded(), "{about}");
    });
}

#[test]
fn a_second_fault_while_opening_loses_nothing_either() {
    // Many faults leave the same bytes; what is worst about them is how much was acknowledged.
    let states = RefCell::new(HashMap::new());
    everywhere(|disk, safe, aftermath, _| {
        restart(disk, aftermath);
        let Pair { public, private } = files(disk, "m");
        let mut states = states.borrow_mut();
        let worst: &mut u64 = states.entry((public, private)).or_default();
        *worst = safe.max(*worst);
    });
    for ((public, private), safe) in states.into_inner() {
        // Reading takes two operations; what follows is setting aside, cutting and syncing.
        for second in 2..12 {
            for fault in Fault::ALL {
                let about = format!("{fault:?} at {second} of opening after {safe}");
                let disk = FaultyDisk::new();
                disk.put("m.record.jsonl", &public);
                disk.put("m.exempt.jsonl", &private);
                disk.plan(second, fault);
                drop(reopen(&disk, "m"));
                restart(&disk, Some(50));
                assert_kept(&disk, "m", safe, &about);
                assert_eq!(play(&mut reopen(&disk, "m")), 8, "{about}");
                assert_eq!(files(&disk, "m"), recorded(), "{about}");
            }
        }
    }
}

#[test]
fn the_meeting_goes_on_in_a_rescued_record_without_the_broken_disk() {
    for at in 0..operations() {
        for fault in Fault::ALL {
            let about = format!("{fault:?} at {at}");
            let broken = FaultyDisk::new();
            broken.plan(at, fault);
            let mut recorder = Recorder::begin(broken.pair("m"));
            let safe = play(&mut recorder);
            assert_eq!(safe, recorder.last(), "{about}");
            let writes = broken.log();
            let unsaved: Vec<_> = meeting().concat().into_iter().filter(|entry| entry.n > safe).collect();
            let home = FaultyDisk::new();
            let rescued = recorder.rescue(home.pair("r"), &unsaved).unwrap();
            assert_eq!(rescued.last(), 8, "{about}");
            assert_eq!(broken.log(), writes, "{about}: the broken disk is left alone");
            home.cut_power(0);
            assert_eq!(said(&files(&home, "r")), said(&recorded()), "{about}");
            assert_kept(&home, "r", 8, &about);
            // A program that was killed in between finds the old record as it was acknowledged.
            restart(&broken, None);
            assert_kept(&broken, "m", safe, &about);
        }
    }
}

#[test]
fn a_rescue_that_fails_too_can_be_tried_again() {
    let broken = FaultyDisk::new();
    broken.plan(6, Fault::Fail);
    let mut recorder = Recorder::begin(broken.pair("m"));
    let safe = play(&mut recorder);
    let unsaved: Vec<_> = meeting().concat().into_iter().filter(|entry| entry.n > safe).collect();
    for at in 0..6 {
        for fault in Fault::ALL {
            let home = FaultyDisk::new();
            home.plan(at, fault);
            assert!(recorder.rescue(home.pair("r"), &unsaved).is_err(), "{fault:?} at {at}");
            home.heal();
            assert_eq!(recorder.rescue(home.pair("r2"), &unsaved).unwrap().last(), 8);
        }
    }
}

#[test]
fn no_stub_is_ever_without_its_private_line_whatever_survives_of_either_file() {
    // The two files reach the disk apart from each other: cut power after each operation, with
    // every share of what waits surviving.
    for at in 0..operations() {
        for keep in [0, 10, 35, 50, 80, 99, 100] {
            let disk = FaultyDisk::new();
            disk.plan(at, Fault::Stop);
            let safe = play(&mut Recorder::begin(disk.pair("m")));
            restart(&disk, Some(keep));
            assert_kept(&disk, "m", safe, &format!("{keep} of 100 after {at}"));
        }
    }
}

#[test]
fn what_was_read_again_after_a_kill_is_safe_from_the_next_power_cut() {
    let disk = FaultyDisk::new();
    // Killed between the last write and its sync: the lines are there and not yet safe.
    disk.plan(operations() - 1, Fault::Fail);
    assert!(play(&mut Recorder::begin(disk.pair("m"))) < 8);
    disk.heal();
    assert_eq!(reopen(&disk, "m").last(), 8);
    disk.cut_power(0);
    assert_eq!(files(&disk, "m"), recorded());
}
