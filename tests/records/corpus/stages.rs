//! What becomes of minutes after the meeting: checked, altered, published, approved with a correction, signed.

use quorate::meeting::stage::{Approval, Reached, Signature, SignedText};

use super::*;

/// The meeting of this record.
pub(crate) fn stages() -> Vec<Entry> {
    let mut desk = Desk::new();
    for text in ["count again", "nine are needed", "ask for the letter", "publish it"] {
        desk.record(8, Content::Note(Note { text: text.into() }));
    }
    desk.turn(Turning::Sitting { to: Sitting::Sitting });
    desk.turn(Turning::Sitting { to: Sitting::Closed });
    let by = [None, Some(Owner::Person(desk.people[0].clone())), Some(Owner::Named("the Monitoring Officer".into()))];
    for by in by {
        desk.reach(Reached::Checked { by });
    }
    // What alters checked minutes makes them a draft again, in the same entry.
    let turns = vec![Turn { speaker: Speaker::Body, text: "thanked everybody.".into() }];
    desk.record(8, Content::Point(Point { turns, ..Point::default() }));
    desk.reach(Reached::Published);
    desk.reach(Reached::Approved(Approval {
        body: "Cambridgeshire Police and Crime Panel".into(),
        date: NaiveDate::from_ymd_opt(2023, 9, 20).unwrap(),
        entry: 41,
        sum: "0123456789abcdef".into(),
        amendments: vec![Amendment { cite: "Item 9, first line".into(), change: "deletion of a word".into() }],
        presided: Some("Councillor Dennis Jones".into()),
    }));
    desk.reach(Reached::Signed(Signature {
        by: "Councillor Dennis Jones".into(),
        entry: desk.meeting.next() - 1,
        sum: "fedcba9876543210".into(),
        file: "stages.signed.txt".into(),
        sha256: "0".repeat(64),
        private: Some(SignedText { file: "stages.signed.private.txt".into(), sha256: "1".repeat(64) }),
    }));
    desk.entries
}

impl Desk {
    fn reach(&mut self, reached: Reached) {
        self.entry(vec![Event::Stage { reached }]);
    }
}
