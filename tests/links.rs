//! The chain of meetings: from the text of a pack alone, through records, minutes and next agendas, with no fact typed
//! twice; and each link that published papers are known to break is whole, or its break is said. The numbers are those of
//! the list of slips; slips within one meeting are in `tests/slips.rs`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "links/broken.rs"]
mod broken;
#[path = "links/chain.rs"]
mod chain;
#[path = "links/desk.rs"]
mod desk;
#[path = "links/whole.rs"]
mod whole;

/// Where it is shown that each slip is impossible or found: in this program of tests, or in that of single meetings.
const SHOWN: [(u8, &str, &str); 18] = [
    (1, "links/broken.rs", "e1_minutes_of_another_day_than_the_last_meeting_are_said"),
    (2, "links/broken.rs", "e2_e3_what_the_minutes_decided_is_what_every_later_paper_has"),
    (3, "links/broken.rs", "e2_e3_what_the_minutes_decided_is_what_every_later_paper_has"),
    (4, "slips.rs", "e4_a_lead_in_names_the_report_of_its_own_item"),
    (5, "slips.rs", "e5_every_substitute_has_the_tag"),
    (6, "slips.rs", "e6_members_of_whom_nothing_is_said_are_found"),
    (7, "slips.rs", "e7_a_name_is_spelt_as_on_the_roll_or_refused"),
    (8, "links/broken.rs", "e8_numbers_that_do_not_go_on_are_said"),
    (9, "links/broken.rs", "e9_a_recommendation_is_in_every_later_paper_until_it_is_answered"),
    (10, "links/broken.rs", "e10_an_act_with_another_year_is_said"),
    (11, "links/broken.rs", "e11_e12_a_plan_that_lacks_or_moves_what_was_decided_is_said"),
    (12, "links/broken.rs", "e11_e12_a_plan_that_lacks_or_moves_what_was_decided_is_said"),
    (13, "slips.rs", "e13_a_figure_in_the_reasons_that_nobody_gave_is_found"),
    (14, "slips.rs", "e14_a_recommendation_without_a_vote_or_agreement_is_found"),
    (15, "links/broken.rs", "e15_an_action_that_is_not_up_for_review_is_said"),
    (16, "links/broken.rs", "e16_an_item_that_left_its_meeting_is_said"),
    (17, "links/broken.rs", "e17_a_correction_is_cited_and_settles_the_minutes"),
    (18, "links/broken.rs", "e18_a_year_that_cannot_be_meant_is_said"),
];

#[test]
fn every_slip_has_its_test() {
    for (number, (slip, file, test)) in (1..).zip(SHOWN) {
        assert_eq!(slip, number, "each slip is listed once");
        let text = std::fs::read_to_string(format!("tests/{file}")).unwrap();
        assert!(text.contains(&format!("#[test]\nfn {test}()")), "E{slip}: there is no {test} in {file}");
    }
}
