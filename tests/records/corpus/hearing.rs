//! What a licensing sub-committee records that others do not: the public is excluded under the law on its hearings.

use super::*;

/// Resolutions on a ground that the body's rules have, and on none that is known.
pub(crate) fn hearing() -> Vec<Entry> {
    let mut desk = Desk::new();
    let own = OwnGround {
        name: "hearing".into(),
        law: "regulation 14(2) of the Licensing Act 2003 (Hearings) Regulations 2005".into(),
        words: Some("the public interest in doing so outweighs that in the hearing taking place in public".into()),
    };
    if let Some(Event::Opened(opened)) = desk.entries.first_mut().and_then(|entry| entry.public.first_mut()) {
        opened.body.rules.exclusions = vec![own.clone()];
    }
    desk.turn(Turning::Sitting { to: Sitting::Sitting });
    let stated = Ground::Other { law: Some(own.law), words: own.words, because: Some("a witness is a child".into()) };
    for ground in [stated, Ground::Other { law: None, words: None, because: None }] {
        let part = Some("deliberation".to_owned());
        let business = vec![Business { item: Some(desk.items[8].clone()), part, ..Business::default() }];
        let exclusion = Exclusion { ground, business, mover: None, seconder: None, tested: false };
        desk.record(8, Content::Exclusion(exclusion));
    }
    desk.turn(Turning::Room { to: Audience::Private });
    let basis = Some(Basis::Declared { method: Method::Assent, room: Circumstances::default() });
    let version = Version { words: "That the licence be granted.".into(), at: began() };
    let (conditions, reasons) = (vec!["no glass outside".to_owned()], vec!["the noise is near".to_owned()]);
    let decision = Decision { basis, versions: vec![version], conditions, reasons, ..Decision::default() };
    desk.record(8, Content::Decision(decision));
    for text in ["ask the solicitor", "the plan is in the file", "count again"] {
        desk.record(8, Content::Note(Note { text: text.into() }));
    }
    desk.turn(Turning::Room { to: Audience::Public });
    desk.record(8, Content::Readmission);
    desk.entries
}
