//! The papers around the minutes.

use super::*;
use crate::meeting::fact::{Action, Owner, Standing};
use crate::meeting::id::PartyId;
use crate::minutes::write::{Text, Writer};

fn text(blocks: impl IntoIterator<Item = Block>) -> String {
    Text::new(&panel_style(), 80).to_text(blocks)
}

fn promised(owner: Option<Owner>, what: &str, due: Option<&str>) -> Content {
    let due = due.map(str::to_owned);
    Content::Action(Action { text: what.to_owned(), owner, due, from: None, standing: Standing::Open })
}

#[test]
fn undertakings_stand_under_whoever_is_to_do_them_ready_to_send() {
    let mut scene = july();
    scene.visit("9");
    let commissioner = || Some(Owner::Party(PartyId::from("commissioner")));
    scene.record("9", promised(commissioner(), "circulate the plan.", Some("30 September 2023")));
    scene.record("9", promised(None, "find out about bikes", None));
    scene.record("9", promised(commissioner(), "arrange a briefing", None));
    let printed = text(undertakings(scene.state(), &panel_style()));
    let (theirs, nobodys) = printed.split_once("Nobody named").unwrap();
    assert!(
        theirs.contains("The Commissioner and his staff\n\n- Circulate the plan, by 30 September 2023 (minute 9"),
        "{printed}"
    );
    assert!(theirs.contains("- Arrange a briefing (minute 9"), "{printed}");
    assert!(nobodys.contains("- Find out about bikes"), "{printed}");
}

#[test]
fn a_public_summary_stands_in_its_item_and_in_a_paper_of_its_own() {
    let mut scene = july();
    scene.visit("9");
    let text_of = "The terms of a lease were considered".to_owned();
    let passage = Passage { kind: PassageKind::Summary, text: text_of, ..Passage::default() };
    scene.record("9", Content::Passage(passage));
    let sentence = "Summary of the business taken in private: The terms of a lease were considered.";
    assert!(item_text(&scene, &panel_style(), "9").contains(&sentence.to_owned()));
    let paper = text(summaries(scene.state(), &panel_style())).replace('\n', " ");
    assert!(paper.contains(sentence) && paper.contains("9. "), "{paper}");
    let none = Scene::new(agenda(vec![item("1", "The Item", ItemKind::Report)]));
    assert!(text(summaries(none.state(), &panel_style())).contains("No summary of private business was written."));
}

#[test]
fn a_meeting_that_undertook_and_decided_nothing_says_so() {
    let scene = Scene::new(agenda(vec![item("1", "The Item", ItemKind::Report)]));
    assert!(text(undertakings(scene.state(), &panel_style())).contains("Nothing was undertaken at this meeting."));
    assert!(text(decisions(scene.state(), &panel_style())).contains("Nothing was decided at this meeting."));
}

#[test]
fn decisions_stand_under_their_items_and_nothing_else_does() {
    let mut scene = july();
    scene.visit("9");
    scene.record("9", point(Section::Discussion, None, vec![said("sharp", "asked about bikes")]));
    scene.record("9", decided(Verb::Note, "The Panel *NOTED* the item"));
    let printed = text(decisions(scene.state(), &panel_style()));
    assert!(
        printed.contains("9. Police and Crime Commissioner's Annual Report\n\nThe Panel NOTED the item"),
        "{printed}"
    );
    assert!(!printed.contains("bikes") && !printed.contains("10."), "{printed}");
}

#[test]
fn the_agenda_lists_its_business_and_the_members() {
    let printed = text(agenda_paper(july().state(), &panel_style()));
    assert!(printed.contains("AGENDA\n"), "{printed}");
    assert!(printed.contains("Wednesday 19 July 2023, "), "{printed}");
    assert!(printed.contains("9. Police and Crime Commissioner's Annual Report"), "{printed}");
    assert!(printed.contains("Membership\n\n- "), "{printed}");
    assert!(printed.contains("Councillor Alan Sharp"), "{printed}");
    assert!(!printed.contains("DRAFT"), "{printed}");
}

#[test]
fn attendance_is_a_table_of_all_members_whatever_the_minutes_have() {
    let printed = text(attendance(july().state(), &panel_style()));
    assert!(printed.contains("A Sharp"), "{printed}");
    assert!(printed.contains(" | "), "{printed}");
}

#[test]
fn each_item_stands_behind_a_divider_to_be_pasted_by_itself() {
    let mut scene = july();
    scene.visit("9");
    scene.record("9", decided(Verb::Note, "The Panel *NOTED* the item"));
    let style = panel_style();
    let printed = Text::new(&style, usize::MAX).to_text(items(scene.state(), &style));
    let ninth = printed.split("==== agenda item ").find(|part| part.starts_with("9 ====")).unwrap();
    assert!(ninth.contains("The Panel NOTED the item"), "{printed}");
    assert!(!ninth.contains("10."), "{printed}");
}
