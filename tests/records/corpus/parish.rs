//! What a parish council records that others do not: the public is excluded for a reason of its own.

use super::*;

/// Resolutions under the Act of 1960, of a body whose rules name it.
pub(crate) fn parish() -> Vec<Entry> {
    let mut desk = Desk::new();
    if let Some(Event::Opened(opened)) = desk.entries.first_mut().and_then(|entry| entry.public.first_mut()) {
        opened.body.rules.access = Some(Access::Act1960);
        opened.body.rules.acceptance = Some(true);
    }
    desk.turn(Turning::Sitting { to: Sitting::Sitting });
    let reasons = [Prejudice::Confidential, Prejudice::Special("the tenders are still open".into())];
    for because in reasons.map(Some).into_iter().chain([None]) {
        let ground = Ground::Prejudicial { because };
        let business = vec![Business { item: Some(desk.items[8].clone()), ..Business::default() }];
        let exclusion = Exclusion { ground, business, mover: None, seconder: None, tested: false };
        desk.record(8, Content::Exclusion(exclusion));
    }
    desk.turn(Turning::Room { to: Audience::Private });
    let basis = Some(Basis::Declared { method: Method::Assent, room: Circumstances::default() });
    let version = Version { words: "The Council *RESOLVED* to let it.".into(), at: began() };
    desk.record(8, Content::Decision(Decision { basis, versions: vec![version], ..Decision::default() }));
    for text in ["ask the landowner", "the tenders are in the safe", "count again"] {
        desk.record(8, Content::Note(Note { text: text.into() }));
    }
    desk.turn(Turning::Room { to: Audience::Public });
    desk.record(8, Content::Readmission);
    desk.entries
}
