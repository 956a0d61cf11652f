//! A record of what everybody reads of the private part: stubs of motions and of what was struck out, and corrections
//! worded for everybody.

use super::*;

/// What came with motions that are dealt with in private, with decisions of the private part that are struck out, and
/// with corrections that are published.
pub(crate) fn published() -> Vec<Entry> {
    let mut desk = Desk::new();
    desk.turn(Turning::Sitting { to: Sitting::Sitting });
    let item = desk.items[8].clone();
    let motion = desk.record(8, Content::Motion(Motion::new(Proposal::Substantive)));
    let point = desk.record(8, heard("as the public heard it."));
    desk.turn(Turning::Room { to: Audience::Private });
    let mut lost = Motion::new(Proposal::Substantive);
    lost.fate = Fate::Lost;
    let stub = |of, what, withdrawn| Event::Stub { of, item: item.clone(), what, title: None, withdrawn };
    let changed = Event::Changed { id: motion, content: Content::Motion(lost) };
    desk.entry(vec![changed, stub(motion, Restricted::Motion, false)]);
    let basis = Some(Basis::Declared { method: Method::Assent, room: Circumstances::default() });
    let decided = desk.record(8, Content::Decision(Decision { basis, ..Decision::default() }));
    let struck = Event::Struck { id: decided, because: "it was not decided".into() };
    desk.entry(vec![struck, stub(decided, Restricted::Decision, true)]);
    desk.entry(vec![Event::Changed { id: point, content: heard("as it was corrected in private.") }]);
    desk.turn(Turning::Room { to: Audience::Public });
    desk.entry(vec![Event::Published { id: point, content: heard("as it is worded for everybody.") }]);
    desk.entries
}

fn heard(text: &str) -> Content {
    let turns = vec![Turn { speaker: Speaker::Body, text: text.to_owned() }];
    Content::Point(Point { turns, ..Point::default() })
}
