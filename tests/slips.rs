//! Every slip of the published minutes and of the papers around them is impossible, or found: the numbers are those of the
//! list of slips. Of four (the Act's year in an answer from outside, a date and an item that a later plan has otherwise, and
//! an item that the plan paper lacks) the part is tested that lies in one meeting; comparing a later paper with the record
//! is for whatever reads it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "support/replays.rs"]
mod replays;

use replays::{BODY, exported, played, replayed, said};

fn script(day: &str) -> String {
    std::fs::read_to_string(format!("agendas/{BODY}/{day}.script")).unwrap()
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The script of a meeting with one of its lines changed.
fn slipped(day: &str, old: &str, new: &str) -> String {
    let script = script(day);
    assert!(script.contains(old), "{day} has no “{old}”");
    script.replacen(old, new, 1)
}

/// The closing list of a meeting with one line of its script changed.
fn found(day: &str, old: &str, new: &str) -> String {
    let home = tempfile::tempdir().unwrap();
    let record = played(home.path(), day, &slipped(day, old, new)).unwrap();
    said(home.path(), &["lint"], &record)
}

/// A paper of a published meeting.
fn paper(day: &str, format: &str) -> String {
    let home = tempfile::tempdir().unwrap();
    exported(home.path(), &replayed(home.path(), day), format)
}

#[track_caller]
fn names(list: &str, rule: &str, about: &str) {
    let line = list.lines().find(|line| line.starts_with(&format!("{rule}: ")) && line.contains(about));
    assert!(line.is_some(), "{rule} is not found about “{about}”: {list}");
}

#[test]
fn e1_minutes_of_another_day_than_the_items_are_found() {
    let script = script("2023-02-01");
    let amended = script.lines().find(|line| line.contains("minutes amended")).unwrap();
    let list = found("2023-02-01", amended, "13:32 minutes agreed for 20 July 2022");
    names(&list, "minutes-not-dealt-with", "23 November 2022");
}

#[test]
fn e2_no_row_without_a_minute_and_no_item_without_a_decision() {
    names(&found("2023-07-19", "16:15 decide\n", ""), "item-without-decision", "Meeting Dates and Agenda Plan");
    // That every row has its minute is tested with the tables of the three meetings.
    let without = slipped("2023-07-19", "16:05 decide\n", "");
    let home = tempfile::tempdir().unwrap();
    let record = played(home.path(), "2023-07-19", &without).unwrap();
    let rows = exported(home.path(), &record, "actions-csv");
    assert!(!rows.contains("Administration Costs"), "{rows}");
}

#[test]
fn e3_the_row_of_a_decision_has_the_words_of_its_minute() {
    let minutes = paper("2023-07-19", "text");
    assert_eq!(minutes.matches("NOTED the item").count(), 2, "in the minute and in the table: {minutes}");
    assert!(!minutes.contains("AGREED to Note"));
}

#[test]
fn e4_a_lead_in_names_the_report_of_its_own_item() {
    let minutes = flat(&paper("2023-07-19", "text"));
    assert_eq!(minutes.matches("regarding the draft Annual Report").count(), 1);
    for own in ["regarding the Approach to Integrity Assurance", "regarding the Progress Report"] {
        assert!(minutes.contains(own), "{own}");
    }
}

#[test]
fn e5_every_substitute_has_the_tag() {
    let minutes = flat(&paper("2017-09-06", "text"));
    for name in ["A Dickinson (Substitute)", "K Cuffley (Substitute)"] {
        assert!(minutes.contains(name), "{name}");
    }
}

#[test]
fn e6_members_of_whom_nothing_is_said_are_found() {
    let list = found("2023-02-01", "apologies gilderdale, tierney", "apologies gilderdale");
    names(&list, "member-unaccounted", "Tierney");
}

#[test]
fn e7_a_name_is_spelt_as_on_the_roll_or_refused() {
    let home = tempfile::tempdir().unwrap();
    let misspelt = slipped("2023-02-01", "beuttell", "beutell");
    let stopped = played(home.path(), "2023-02-01", &misspelt).unwrap_err();
    assert!(stopped.contains("Did you mean “Beuttell”?"), "{stopped}");
    let minutes = paper("2023-02-01", "text");
    assert!(!minutes.contains("Beutell") && !minutes.contains("Council Alan"));
}

#[test]
fn e8_rows_count_from_one_wherever_minutes_begin() {
    let csv = paper("2017-09-06", "minutes-csv");
    assert!(csv.contains("\r\n1. 6 Sept 17,") && csv.contains("\r\n11.,"), "{csv}");
    assert!(!csv.contains("\r\n28."), "minute 27 is the last");
}

#[test]
fn e9_the_report_on_the_precept_has_every_recommendation() {
    let report = flat(&paper("2023-02-01", "precept-report"));
    assert!(report.contains("unanimously AGREED to NOT exercise its veto power"), "{report}");
    assert!(report.contains("1. Report back to the Panel on the talks about social care"), "{report}");
}

#[test]
fn e10_the_act_is_cited_with_its_year_by_the_house() {
    let report = flat(&paper("2023-02-01", "precept-report"));
    assert!(report.contains("Police Reform and Social Responsibility Act 2011"), "{report}");
    assert!(!report.contains("Act 2022"));
}

#[test]
fn e11_what_a_decision_adds_to_a_meeting_stands_in_the_plan() {
    let added = "Trust in Policing – Culture Statement";
    assert!(flat(&paper("2023-02-01", "text")).contains(&format!("and added {added} to the March agenda.")));
    let csv = paper("2023-02-01", "minutes-csv");
    let plan = csv.split("\r\n\r\n").next().unwrap();
    assert!(plan.contains(added), "{plan}");
    // Without the change of the plan the decision does not speak of it either.
    let home = tempfile::tempdir().unwrap();
    let unchanged =
        script("2023-02-01").lines().filter(|line| !line.contains("plan change")).collect::<Vec<_>>().join("\n");
    let record = played(home.path(), "2023-02-01", &unchanged).unwrap();
    assert!(!exported(home.path(), &record, "text").contains("and added"));
}

#[test]
fn e12_a_date_that_moves_is_recorded() {
    let home = tempfile::tempdir().unwrap();
    let moved =
        slipped("2023-07-19", "16:15 decide\n", "16:12 plan change number 1 on 20 September 2023\n16:15 decide\n");
    let record = played(home.path(), "2023-07-19", &moved).unwrap();
    let kept = std::fs::read_to_string(&record).unwrap();
    let event = kept.lines().find(|line| line.contains("\"2023-09-20\"")).unwrap_or_default();
    assert!(event.contains("\"when\"") || event.contains("\"at\""), "an entry with its time says so: {kept}");
    assert!(exported(home.path(), &record, "text").contains("20 SEPTEMBER 2023"));
}

#[test]
fn e13_a_figure_in_the_reasons_that_nobody_gave_is_found() {
    names(&found("2017-09-06", "and 39% against", "and 38% against"), "figure-elsewhere", "38%");
}

#[test]
fn e14_a_recommendation_without_a_vote_or_agreement_is_found() {
    let list = found("2017-09-06", "15:01 decide\n", "15:01 decide note-report\n");
    names(&list, "motion-open", "This panel is uneasy");
}

#[test]
fn e15_undertakings_have_a_table_and_a_promise_not_captured_is_found() {
    let minutes = flat(&paper("2023-02-01", "text"));
    assert!(minutes.contains("UNDERTAKING | OWNER"), "{minutes}");
    let list = found("2023-02-01", "14:29 undertake from last\n", "");
    names(&list, "possible-undertaking", "would find");
}

#[test]
fn e16_what_the_plan_has_for_a_day_stands_in_the_record_of_the_meeting_before() {
    let csv = paper("2023-02-01", "minutes-csv");
    let july = csv.split("19 JULY 2023").nth(1).and_then(|rest| rest.split("13 SEPTEMBER").next()).unwrap();
    assert!(july.contains("Panel Annual Report"), "{july}");
}

#[test]
fn e17_a_wrong_word_in_earlier_minutes_is_corrected_by_citation() {
    let minutes = flat(&paper("2023-02-01", "text"));
    let cited = "Paragraph 31, section (d), lines 4 and 5 – the word “depravation” to be amended to “deprivation”.";
    assert!(minutes.contains(cited));
    let home = tempfile::tempdir().unwrap();
    let nowhere = slipped("2023-02-01", "Paragraph 25, first line - deletion", "deletion");
    let stopped = played(home.path(), "2023-02-01", &nowhere).unwrap_err();
    assert!(stopped.contains("lacks its place or its change"), "{stopped}");
}

#[test]
fn e18_a_year_that_cannot_be_meant_is_found_in_the_plan() {
    let folder = tempfile::tempdir().unwrap();
    let from = format!("agendas/{BODY}");
    for name in ["body-2022.toml", "style-2022.toml"] {
        std::fs::copy(format!("{from}/{name}"), folder.path().join(name)).unwrap();
    }
    let agenda = std::fs::read_to_string(format!("{from}/2023-02-01.toml")).unwrap();
    let file = folder.path().join("2023-02-01.toml");
    std::fs::write(&file, agenda.replacen("Precept Report 2024/2025", "Precept Report 2024/95", 1)).unwrap();
    let output = replays::quorate(folder.path()).arg("check").arg(&file).output().unwrap();
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(told.contains("'2024/95' is not a year such as 2017/18"), "{told}");
}
