//! Minutes after the meeting: the order of stages, the way back, and what nothing alters any more.

use super::*;
use crate::meeting::fact::{Amendment, Owner};
use crate::meeting::findings::about;
use crate::meeting::stage::{Approval, Reached, Signature, Stage};

fn checked() -> Command {
    Command::Reach(Reached::Checked { by: Some(Owner::Named("the Monitoring Officer".into())) })
}

fn approval() -> Approval {
    let amendment = Amendment { cite: "Item 2".into(), change: "deletion of a word".into() };
    Approval {
        body: "Panel".into(),
        date: chrono::NaiveDate::from_ymd_opt(2023, 9, 20).unwrap(),
        entry: 41,
        sum: "0123456789abcdef".into(),
        amendments: vec![amendment],
        presided: None,
    }
}

fn signed() -> Command {
    let (by, sum, file) = ("Councillor Hill".into(), "0123456789abcdef".into(), "x.signed.txt".into());
    Command::Reach(Reached::Signed(Signature { by, entry: 9, sum, file, sha256: String::new(), private: None }))
}

/// A meeting that was held and closed, with a point under its first item.
fn held() -> (Driven, FactId) {
    let mut driven = Driven::new();
    driven.tell(&Command::Sitting { to: Sitting::Sitting }).unwrap();
    let point = driven.point("report", "a remark");
    driven.tell(&Command::Sitting { to: Sitting::Closed }).unwrap();
    (driven, point)
}

fn found(driven: &Driven) -> Vec<&'static str> {
    about(driven.state(), &Subject::Meeting).iter().map(|finding| finding.rule.name).collect()
}

#[test]
fn stages_go_forwards_and_may_be_left_out() {
    let published = Command::Reach(Reached::Published);
    let approved = Command::Reach(Reached::Approved(approval()));
    for (steps, refused) in [
        (vec![checked(), published.clone(), approved.clone(), signed()], None),
        (vec![approved.clone(), signed()], None),
        (vec![checked(), checked()], Some("The minutes are checked already.")),
        (vec![published.clone(), checked()], Some("The minutes are published as a draft already.")),
        (vec![published.clone(), signed()], Some("have not been approved")),
        (vec![approved.clone(), published.clone()], Some("The minutes are approved already.")),
        (vec![Command::Reach(Reached::Draft)], Some("The minutes are a draft already.")),
    ] {
        let (mut driven, _) = held();
        let told: Result<Vec<()>, String> = steps.iter().map(|step| driven.tell(step)).collect();
        match refused {
            None => assert_eq!((told.is_ok(), driven.state().stage()), (true, Stage::Signed)),
            Some(reason) => assert!(told.as_ref().unwrap_err().contains(reason), "{reason}: {told:?}"),
        }
    }
    let mut open = Driven::new();
    assert!(open.tell(&checked()).unwrap_err().contains("not closed"));
}

#[test]
fn whatever_alters_checked_minutes_makes_them_a_draft_again() {
    let (mut driven, point) = held();
    let note =
        Command::Record { item: "report".into(), content: Content::Note(Note { text: "ring".into() }), started: None };
    for step in [checked(), note] {
        driven.tell(&step).unwrap();
        assert_eq!(driven.state().stage(), Stage::Checked, "{step:?}");
    }
    driven.tell(&Command::Strike { id: point, because: String::new() }).unwrap();
    assert_eq!((driven.state().stage(), found(&driven).contains(&"altered-after-check")), (Stage::Draft, true));
    driven.tell(&Command::Undo).unwrap();
    assert_eq!((driven.state().stage(), found(&driven).contains(&"altered-after-check")), (Stage::Checked, false));
    driven.tell(&Command::Sitting { to: Sitting::Sitting }).unwrap();
    assert_eq!(driven.state().stage(), Stage::Draft, "it was reopened");
}

#[test]
fn what_the_private_part_alters_is_told_in_public() {
    let (mut driven, _) = held();
    driven.tell(&checked()).unwrap();
    driven.point("report", "more");
    let entry = driven.entries.last().unwrap();
    assert!(entry.public.contains(&super::super::event::Event::Stage { reached: Reached::Draft }), "{entry:?}");
    let ids: Vec<FactId> = entry.events().map(|(id, ..)| id).collect();
    assert_eq!(ids[0].ordinal, 0, "what was recorded keeps its number");
    assert_eq!(ids.last().unwrap().ordinal, u32::MAX, "the stage has none");
}

#[test]
fn approved_minutes_stay_as_they_are_and_signed_ones_for_ever() {
    let (mut driven, point) = held();
    driven.tell(&Command::Reach(Reached::Approved(approval()))).unwrap();
    assert!(found(&driven).contains(&"corrections-cited"));
    let alterations = [
        Command::Strike { id: point, because: String::new() },
        Command::Sitting { to: Sitting::Sitting },
        Command::Record { item: "report".into(), content: Content::Nil, started: None },
        Command::Retime { entry: 2, to: driven.now },
        Command::Redo,
    ];
    for command in &alterations {
        let refusal = driven.tell(command).unwrap_err();
        assert!(refusal.contains("approved on 20 September 2023") && refusal.contains("minutes amended"), "{refusal}");
    }
    driven.tell(&Command::Undo).unwrap();
    assert_eq!((driven.state().stage(), driven.state().approval()), (Stage::Draft, None), "it was a mistake");
    driven.tell(&Command::Redo).unwrap();
    driven.tell(&signed()).unwrap();
    assert!(!found(&driven).contains(&"corrections-cited"));
    for command in alterations.iter().chain([&Command::Undo]) {
        let refusal = driven.tell(command).unwrap_err();
        assert!(refusal.contains("signed, by Councillor Hill") && refusal.contains("minutes amended"), "{refusal}");
    }
}

#[test]
fn minutes_approved_before_their_meeting_are_found() {
    let (mut driven, _) = held();
    let date = driven.state().agenda().date.pred_opt().unwrap();
    let early = Approval { date, amendments: Vec::new(), ..approval() };
    driven.tell(&Command::Reach(Reached::Approved(early))).unwrap();
    assert_eq!(
        found(&driven).iter().filter(|name| name.starts_with("approved") || name.starts_with("corr")).count(),
        1
    );
}
