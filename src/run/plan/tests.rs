//! A plan's file edited in place.

use chrono::NaiveDate;

use super::edit::edited;
use crate::load;
use crate::meeting::agenda::PlanEntry;
use crate::meeting::calendar::Diary;
use crate::meeting::plan::{Amended, Change, Edit, What};

const FILE: &str = r#"# Kept by the clerk.
[plan]
title = "Forward plan"   # as the Panel calls it

[[meeting]]
date = 2023-09-13 # booked
time = "1.30pm"
item = [
    "Public Questions",
    "Costs", # dear
]

# In the other town.
[[meeting]]
date = 2023-11-29
[[meeting.item]]
title = "Grants"
owner = "OPCC"

[[meeting]]
date = 2024-01-31
item = ["Precept"]
"#;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn after(edits: Vec<Edit>, changes: Vec<Change>) -> String {
    let plan = load::plan("plan.toml", FILE, Diary::default()).0.unwrap();
    let text = edited(FILE, &plan, &Amended { edits, changes, ..Amended::default() }, day("2023-07-19")).unwrap();
    let (again, problems) = load::plan("plan.toml", &text, Diary::default());
    assert!(again.is_some() && !problems.has_errors(), "{problems}\n{text}");
    text
}

#[test]
fn what_was_not_changed_stays_to_the_letter() {
    let text = after(vec![Edit::Date(0, Some(day("2023-09-20")))], Vec::new());
    for kept in
        ["# Kept by the clerk.\n", "# as the Panel calls it", " # booked", "\"Costs\", # dear", "# In the other town."]
    {
        assert!(text.contains(kept), "{kept} is gone: {text}");
    }
    assert!(text.contains("date = 2023-09-20 # booked\n"), "{text}");
    assert!(text.contains("key = \"2023-09-13\"\n"), "the key stays that of the old day: {text}");
    assert!(text.contains("updated = 2023-07-19\n"), "{text}");
}

#[test]
fn items_and_meetings_come_and_go() {
    let new =
        PlanEntry { date: Some(day("2024-03-13")), items: vec!["Trust in Policing".into()], ..PlanEntry::default() };
    let note = Change {
        meeting: Some(day("2023-09-13")),
        item: Some("Costs".to_owned()),
        to: Some("2023-11-29".to_owned()),
        decided: Some(day("2023-07-19")),
        minute: Some("14".to_owned()),
        ..Change::of(What::Moved)
    };
    let text = after(
        vec![
            Edit::DropItem(0, 1),
            Edit::AddItem(0, "Culture Statement".into()),
            Edit::AddItem(1, "Costs".into()),
            Edit::DropMeeting(2),
            Edit::AddMeeting(new),
        ],
        vec![note],
    );
    let plan = load::plan("plan.toml", &text, Diary::default()).0.unwrap();
    let titles: Vec<Vec<&str>> =
        plan.meetings.iter().map(|planned| planned.items.iter().map(|item| item.title.as_str()).collect()).collect();
    assert_eq!(
        titles,
        [vec!["Public Questions", "Culture Statement"], vec!["Grants", "Costs"], vec!["Trust in Policing"]]
    );
    let change = plan.changes.first().unwrap();
    assert_eq!((change.new_day(), change.minute.as_deref()), (Some(day("2023-11-29")), Some("14")));
}

#[test]
fn a_file_that_cannot_be_edited_in_place_is_left_alone() {
    let text = "meeting = [{ date = 2023-09-13 }]\n[plan]\n";
    let plan = load::plan("plan.toml", text, Diary::default()).0.unwrap();
    let amended = Amended { edits: vec![Edit::DropMeeting(0)], ..Amended::default() };
    let problem = edited(text, &plan, &amended, day("2023-07-19")).unwrap_err();
    assert!(problem.to_string().contains("cannot be changed for you"), "{problem}");
}
