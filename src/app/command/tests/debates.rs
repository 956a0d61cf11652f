//! Debates from command lines to the printed minutes.

use crate::app::sample::{self, run, run_all};
use crate::app::session::Session;
use crate::meeting::id::ItemId;
use crate::minutes::block::{Part, plain};
use crate::minutes::document::item_blocks;
use crate::minutes::style::{Motions, Style};

/// A session at item 12 with ten members present, Leigh presiding.
fn debating() -> Session {
    let mut session = sample::session();
    let lines = [
        "present george, leigh, bradnam, barkham, sharp, gowing, leeming, jones, ferguson, varkey",
        "call-to-order",
        "preside leigh",
        "go 12",
    ];
    run_all(&mut session, &lines);
    session
}

/// Item 12 as the minutes print it, a line for each block, without its headings.
fn printed(session: &Session, motions: Motions) -> Vec<String> {
    let mut style = Style::default();
    style.motions = motions;
    let blocks = item_blocks(session.state(), &style, &ItemId::from("item-12"));
    let line = |part| match part {
        Part::Paragraph(line) | Part::Decision { line, .. } => Some(plain(&line)),
        _ => None,
    };
    blocks.filter_map(|block| line(block.part)).collect()
}

fn debate(lines: &[&str]) -> Vec<String> {
    let mut session = debating();
    run_all(&mut session, lines);
    printed(&session, Motions::Narrative)
}

#[test]
fn a_motion_is_moved_seconded_and_carried() {
    let mut session = debating();
    run_all(&mut session, &["motion That a letter be sent by Sharp seconded Gowing", "vote hands 7 3"]);
    assert_eq!(
        printed(&session, Motions::Narrative),
        [
            "Councillor Sharp proposed, seconded by Councillor Gowing, the following: That a letter be sent.",
            "On being put to the vote, the motion was carried (7 for, 3 against).",
            "RESOLVED: That a letter be sent.",
        ]
    );
    let brackets = "RESOLVED: That a letter be sent (Proposed by Councillor Sharp and seconded by Councillor Gowing) \
                    (7 for, 3 against).";
    assert_eq!(printed(&session, Motions::Brackets), [brackets]);
    assert_eq!(printed(&session, Motions::Silent), ["RESOLVED: That a letter be sent."]);
}

#[test]
fn amendments_are_told_in_order_and_the_substantive_motion_with_its_decision() {
    let lines = [
        "motion That a letter be sent by Sharp",
        "second Gowing",
        "amend Add “soon” by Leeming seconded Jones reads That a letter be sent soon",
        "accept",
        "amend Leave out “soon” by Barkham",
        "lapse",
        "amend Add “by post” by Bradnam seconded somebody reads That a letter be sent soon, by post",
        "vote hands 6 4",
        "amend Add “and a card” by Ferguson seconded Varkey",
        "vote hands 2 8",
        "vote unanimous",
    ];
    assert_eq!(
        debate(&lines),
        [
            "Councillor Sharp proposed, seconded by Councillor Gowing, the following: That a letter be sent.",
            "Councillor Leeming proposed, seconded by Councillor Jones, an amendment: Add “soon”. The motion would then \
             read: That a letter be sent soon.",
            "The amendment was accepted by Councillor Sharp and became part of the motion.",
            "Councillor Barkham proposed an amendment: Leave out “soon”.",
            "The amendment was not seconded and fell.",
            "Councillor Bradnam proposed, which was seconded, an amendment: Add “by post”. The motion would then read: \
             That a letter be sent soon, by post.",
            "On being put to the vote, the amendment was carried (6 for, 4 against).",
            "The motion as amended became the substantive motion.",
            "Councillor Ferguson proposed, seconded by Councillor Varkey, an amendment: Add “and a card”.",
            "On being put to the vote, the amendment was lost (2 for, 8 against).",
            "On being put to the vote, the substantive motion was carried (the voting being unanimous).",
            "RESOLVED: That a letter be sent soon, by post.",
        ]
    );
}

#[test]
fn what_is_lost_follows_the_last_amendment_and_what_is_withdrawn_says_so() {
    let lines = [
        "motion That it be red by somebody seconded somebody",
        "amend Make it blue by Sharp seconded Gowing",
        "withdraw",
        "vote hands 4 6",
        "motion That it be green",
        "withdraw",
    ];
    assert_eq!(
        debate(&lines),
        [
            "It was proposed and seconded: That it be red.",
            "Councillor Sharp proposed, seconded by Councillor Gowing, an amendment: Make it blue.",
            "The amendment was withdrawn.",
            "On being put to the vote, the motion was lost (4 for, 6 against).",
            "It was proposed: That it be green.",
            "The motion was withdrawn.",
        ]
    );
}

#[test]
fn a_tie_a_casting_vote_and_a_vote_taken_again_are_told() {
    let lines = ["motion That it be red", "vote hands 5 5", "casting against", "vote again hands 6 4"];
    assert_eq!(
        debate(&lines),
        [
            "It was proposed: That it be red.",
            "There was an equality of votes (5 for, 5 against). The Chair used their casting vote \
             against the motion, which was therefore lost.",
            "The vote was taken again. On being put to the vote, the motion was carried (6 for, 4 against).",
            "RESOLVED: That it be red.",
        ]
    );
    let none = debate(&["motion That it be red", "vote hands 5 5", "casting none"]);
    assert_eq!(
        none.last().unwrap(),
        "There was an equality of votes (5 for, 5 against). No casting vote was given, and the motion was \
         lost."
    );
}

#[test]
fn a_recorded_vote_lists_its_names_and_a_member_has_their_own_vote_recorded() {
    let lines = [
        "motion That it be red",
        "vote names for George, Leigh, Bradnam, Barkham against Sharp and Gowing abstained Leeming not-voting Jones, \
         Ferguson, Varkey",
        "vote unanimous on That it be round.",
        "own-vote for Sharp",
    ];
    assert_eq!(
        debate(&lines),
        [
            "It was proposed: That it be red.",
            "On being put to the vote, the motion was carried (4 for, 2 against, 1 abstaining, 3 not voting).",
            "For: Claire George, Edward Leigh, Councillors Bradnam and Barkham.",
            "Against: Councillors Sharp and Gowing.",
            "Abstained: Councillor Leeming.",
            "Not voting: Councillors Jones, Ferguson and Varkey.",
            "RESOLVED: That it be red.",
            "RESOLVED: That it be round (unanimously).",
            "Councillor Sharp asked for it to be recorded that they voted in favour.",
        ]
    );
}

#[test]
fn parts_procedures_several_items_and_words_voted_on() {
    let lines = [
        "motion That a letter be sent and a copy kept",
        "divide That a letter be sent / That a copy be kept",
        "vote hands 10 0 part 1",
        "vote hands 1 9 part 2",
        "procedural put-the-question by Sharp seconded Gowing",
        "vote hands 3 7",
        "vote hands 8 2 also items 13 and 14 on That the reports be noted.",
    ];
    let mut session = debating();
    run_all(&mut session, &lines);
    assert_eq!(
        printed(&session, Motions::Narrative),
        [
            "It was proposed: That a letter be sent and a copy kept.",
            "The motion was put in parts.",
            "(1) That a letter be sent.",
            "On being put to the vote, the part numbered 1 was carried (10 for, 0 against).",
            "(2) That a copy be kept.",
            "On being put to the vote, the part numbered 2 was lost (1 for, 9 against).",
            "RESOLVED: That a letter be sent.",
            "Councillor Sharp proposed, seconded by Councillor Gowing, the following: That the question be now put.",
            "On being put to the vote, the motion was lost (3 for, 7 against).",
            "On being put to the vote, the following was carried (8 for, 2 against):",
            "RESOLVED: That the reports be noted.",
            "The same was decided for item 13 (Administration Costs and Member Expenses) and item 14 (Meeting Dates and \
             Agenda Plan).",
        ]
    );
    let style = Style::default();
    let other = item_blocks(session.state(), &style, &ItemId::from("item-13"));
    let said = other.filter_map(|block| if let Part::Paragraph(line) = block.part { Some(plain(&line)) } else { None });
    assert_eq!(
        said.collect::<Vec<_>>(),
        ["This item was decided together with item 12 (Rules of Procedure and Panel Arrangements)."]
    );
}

#[test]
fn alternatives_are_put_against_each_other() {
    let lines = [
        "motion That it be red by Sharp",
        "motion That it be blue by Gowing",
        "contest",
        "choose hands 6 3 abstained 1",
        "vote unanimous",
    ];
    assert_eq!(
        debate(&lines),
        [
            "Councillor Sharp proposed the following: That it be red.",
            "Councillor Gowing proposed the following: That it be blue.",
            "The motions were put against each other: 6 for “That it be red” and 3 for “That it be blue”, 1 abstaining.",
            "“That it be red” was chosen and became the substantive motion.",
            "On being put to the vote, the motion was carried (the voting being unanimous).",
            "RESOLVED: That it be red.",
        ]
    );
}

#[test]
fn what_makes_no_sense_is_refused_with_the_way_out() {
    let mut session = debating();
    for (line, said) in [
        ("second Sharp", "No motion is open"),
        ("amend x", "No motion is open"),
        ("vote hands 7 3", "There is nothing to vote on"),
        ("motion That it be done by Friday", "quotation marks"),
        ("casting for", "No motion is open"),
        ("contest", "two motions"),
        ("choose hands 1 2", "put against each other"),
        ("procedural other", "says nothing"),
        ("own-vote for Sharp", "Nothing has been decided"),
    ] {
        let refused = run(&mut session, line).unwrap_err().to_string();
        assert!(refused.contains(said), "{line}: {refused}");
    }
    run_all(&mut session, &["motion \"That it be done by Friday\" by Sharp", "vote hands 7 3"]);
    for (line, said) in [
        ("vote hands 6 4", "vote again"),
        ("vote hands seven", "not a number"),
        ("vote hands 1 2 3 4 5", "more than four"),
        ("vote hands 6 4 rule veto on That it be so.", "no rule “veto”"),
        ("vote fingers", "says nothing of a vote"),
    ] {
        let refused = run(&mut session, line).unwrap_err().to_string();
        assert!(refused.contains(said), "{line}: {refused}");
    }
}

#[test]
fn a_choice_by_name_says_who_chose_what() {
    let lines = [
        "motion That it be red by Sharp",
        "motion That it be blue by Gowing",
        "contest",
        "choose names 1: Sharp, Jones; 2: Gowing",
    ];
    let told = debate(&lines);
    assert_eq!(
        told[2],
        "The motions were put against each other: 2 for “That it be red” (Councillors Sharp and Jones) and 1 for \
         “That it be blue” (Councillor Gowing)."
    );
}

#[test]
fn a_motion_that_gave_way_to_the_next_business_says_so() {
    let lines = [
        "motion That a letter be sent by Sharp",
        "procedural next-business by Leeming seconded Jones",
        "vote hands 6 3",
        "not-put",
    ];
    assert_eq!(
        debate(&lines)[..2],
        [
            "Councillor Sharp proposed the following: That a letter be sent.",
            "The motion was not put to the vote, since it was resolved to go on to the next business.",
        ]
    );
}

#[test]
fn what_is_put_off_is_told_once_with_its_mover_vote_and_reason() {
    let lines = [
        "motion That the item be deferred to 20 September by Sharp seconded Gowing",
        "vote hands 6 3",
        "reason the report is late",
        "defer to 20 September",
    ];
    let told = debate(&lines);
    assert_eq!(told.iter().filter(|line| line.contains("deferred")).count(), 2, "{told:#?}");
    assert!(!told.iter().any(|line| line.contains("This item was deferred")), "{told:#?}");
    let told = debate(&["put-off to 20 September because \"the report is late\""]);
    assert_eq!(told.iter().filter(|line| line.contains("20 September")).count(), 1, "{told:#?}");
    // What the item says and the decision does not is still told.
    let told = debate(&["decide The Panel *AGREED* to *DEFER* the report.", "defer to 20 September"]);
    assert!(told.iter().any(|line| line.contains("This item was deferred to 20 September")), "{told:#?}");
}

#[test]
fn conditions_end_with_a_full_stop() {
    let mut session = debating();
    run_all(&mut session, &["decide That the grant be made", "condition the hall is left tidy"]);
    let style = Style::default();
    let mut blocks = item_blocks(session.state(), &style, &ItemId::from("item-12"));
    let condition = blocks.find_map(|block| match block.part {
        Part::ListItem { line, .. } => Some(plain(&line)),
        _ => None,
    });
    assert_eq!(condition.as_deref(), Some("The hall is left tidy."));
}

#[test]
fn a_co_option_that_its_resolution_names_is_told_once() {
    let told = |decision: Option<&str>| {
        let lines = ["resign tyler from seat"].into_iter().chain(decision).chain(["co-opt Foice-Beard to the vacancy"]);
        let told = debate(&lines.collect::<Vec<_>>());
        told.into_iter().filter(|line| line.contains("Foice-Beard")).collect::<Vec<_>>()
    };
    let named = told(Some("decide That L Foice-Beard be co-opted to the vacancy"));
    assert_eq!(named.len(), 1, "{named:#?}");
    assert!(named[0].starts_with("RESOLVED: That L Foice-Beard be co-opted"), "{named:#?}");
    for other in [None, Some("decide That the vacancy be filled by co-option")] {
        let by_itself = told(other);
        assert!(by_itself.len() == 1 && by_itself[0].contains("co-opted"), "{by_itself:#?}");
    }
}
