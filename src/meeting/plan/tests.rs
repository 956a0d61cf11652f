//! What a meeting does to the plan, and what is found to be lost.

use chrono::NaiveDate;

use super::*;
use crate::meeting::agenda::AgendaItem;
use crate::meeting::agenda::ItemKind;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn item(title: &str) -> PlanItem {
    PlanItem { title: title.to_owned(), ..PlanItem::default() }
}

fn planned(date: &str, items: &[&str]) -> Planned {
    Planned {
        key: date.to_owned(),
        date: Some(day(date)),
        items: items.iter().map(|title| item(title)).collect(),
        ..Planned::default()
    }
}

fn entry(date: &str, items: &[&str]) -> PlanEntry {
    planned(date, items).entry()
}

fn plan() -> Plan {
    let meetings = vec![planned("2023-09-13", &["Public Questions", "Costs"]), planned("2023-11-29", &["Grants"])];
    Plan { meetings, ..Plan::default() }
}

fn amended(from: Option<PlanEntry>, to: Option<PlanEntry>) -> Amended {
    amend(&plan(), day("2023-07-19"), &[(from, to, Some("14".to_owned()))])
}

#[test]
fn steps_come_to_what_they_changed() {
    let (a, b, c) = (entry("2023-09-13", &[]), entry("2023-09-20", &[]), entry("2023-09-27", &[]));
    let step = |from: Option<&PlanEntry>, to: Option<&PlanEntry>| PlanStep {
        item: None,
        from: from.cloned(),
        to: to.cloned(),
    };
    for (steps, wanted) in [
        (vec![step(Some(&a), Some(&b)), step(Some(&b), Some(&c))], vec![step(Some(&a), Some(&c))]),
        (vec![step(Some(&a), Some(&b)), step(Some(&b), Some(&a))], vec![]),
        (vec![step(None, Some(&b)), step(Some(&b), None)], vec![]),
        (vec![step(Some(&a), None), step(None, Some(&c))], vec![step(Some(&a), None), step(None, Some(&c))]),
    ] {
        assert_eq!(net(&steps), wanted);
    }
}

#[test]
fn a_moved_date_is_noted_with_where_it_was_decided() {
    let before = entry("2023-09-13", &["Public Questions", "Costs"]);
    let after = PlanEntry { date: Some(day("2023-09-20")), ..before.clone() };
    let amended = amended(Some(before.clone()), Some(after.clone()));
    assert_eq!(amended.edits, [Edit::Date(0, Some(day("2023-09-20")))]);
    let note = Change {
        meeting: Some(day("2023-09-13")),
        to: Some("2023-09-20".to_owned()),
        decided: Some(day("2023-07-19")),
        minute: Some("14".to_owned()),
        ..Change::of(What::Moved)
    };
    assert_eq!(amended.changes, std::slice::from_ref(&note));
    // A plan that has it already is left alone.
    let mut done = plan();
    done.meetings[0].date = Some(day("2023-09-20"));
    done.changes.push(note);
    let again = amend(&done, day("2023-07-19"), &[(Some(before), Some(after), None)]);
    assert_eq!(again, Amended::default());
}

#[test]
fn items_are_dropped_added_and_moved_with_a_note() {
    let (first, second) = (entry("2023-09-13", &["Public Questions", "Costs"]), entry("2023-11-29", &["Grants"]));
    let without = entry("2023-09-13", &["Public Questions", "Culture Statement"]);
    let with = entry("2023-11-29", &["Grants", "Costs"]);
    let steps = [(Some(first), Some(without), None), (Some(second), Some(with), None)];
    let amended = amend(&plan(), day("2023-07-19"), &steps);
    let wanted =
        [Edit::DropItem(0, 1), Edit::AddItem(0, "Culture Statement".to_owned()), Edit::AddItem(1, "Costs".to_owned())];
    assert_eq!(amended.edits, wanted);
    let notes: Vec<_> =
        amended.changes.iter().map(|note| (note.what, note.item.as_deref(), note.to.as_deref())).collect();
    assert_eq!(
        notes,
        [(What::Moved, Some("Costs"), Some("2023-11-29")), (What::Added, Some("Culture Statement"), None)]
    );
}

#[test]
fn meetings_are_added_and_dropped() {
    let new = entry("2024-01-31", &["Precept"]);
    assert_eq!(amended(None, Some(new.clone())).edits, [Edit::AddMeeting(new)]);
    let dropped = amended(Some(entry("2023-11-29", &["Grants"])), None);
    assert_eq!(dropped.edits, [Edit::DropMeeting(1)]);
    assert_eq!(dropped.changes.first().map(|note| note.what), Some(What::Dropped));
    // One that the plan has already only gains what it lacks.
    let more = amended(None, Some(entry("2023-11-29", &["Grants", "Budget"])));
    assert_eq!(more.edits, [Edit::AddItem(1, "Budget".to_owned())]);
}

#[test]
fn what_was_promised_and_is_gone_without_a_note_is_found() {
    let promised = [
        entry("2023-07-19", &["Panel Annual Report"]),
        entry("2023-09-13", &["Public Questions", "Costs"]),
        entry("2023-11-29", &["Grants", "Trust in Policing – Culture Statement"]),
    ];
    let held = day("2023-07-19");
    let sentences = |plan: &Plan| -> Vec<String> {
        lost(&promised, held, plan).iter().map(|lost| lost.sentence(day("2023-02-01"))).collect()
    };
    let added = "The meeting of 1 February 2023 planned “Trust in Policing – Culture Statement” for 29 November 2023; it \
                 is not in the plan.";
    assert_eq!(sentences(&plan()), [added]);
    // A date that moved and says nothing of it.
    let mut moved = plan();
    moved.meetings[1].items.push(item("Culture Statement (Trust in Policing - Culture Statement)"));
    moved.meetings[0].date = Some(day("2023-09-20"));
    let gone = "The meeting of 1 February 2023 planned a meeting on 13 September 2023; it is not in the plan.";
    assert_eq!(sentences(&moved), [gone]);
    // With the note nothing is lost, unless an item got lost on the way.
    let note =
        Change { meeting: Some(day("2023-09-13")), to: Some("2023-09-20".to_owned()), ..Change::of(What::Moved) };
    moved.changes.push(note);
    assert_eq!(sentences(&moved), Vec::<String>::new());
    moved.meetings[0].items.pop();
    let on_the_way = "The meeting of 1 February 2023 planned “Costs” for 13 September 2023; it is not in the plan.";
    assert_eq!(sentences(&moved), [on_the_way]);
    moved.changes.push(Change { item: Some("Costs".to_owned()), ..Change::of(What::Dropped) });
    assert_eq!(sentences(&moved), Vec::<String>::new());
}

#[test]
fn changes_that_go_in_a_circle_end() {
    let note =
        |from: &str, to: &str| Change { meeting: Some(day(from)), to: Some(to.to_owned()), ..Change::of(What::Moved) };
    let changes = vec![note("2023-09-13", "2023-09-20"), note("2023-09-20", "2023-09-13")];
    let circle = Plan { changes, ..Plan::default() };
    assert_eq!(lost(&[entry("2023-09-13", &[])], day("2023-07-19"), &circle).len(), 1);
}

#[test]
fn what_a_plan_promised_for_a_meeting_is_on_its_agenda_or_accounted_for() {
    let promised = ["Public Questions", "Cambridgeshire Police and Crime Panel Annual Report"].map(str::to_owned);
    let agenda = [AgendaItem::titled("Public Questions/Statements", ItemKind::Questions)];
    let today = day("2023-07-19");
    assert_eq!(absent(&promised, today, &agenda, None), promised.get(1..).unwrap());
    let mut plan = plan();
    plan.changes.push(Change {
        meeting: Some(today),
        item: Some("Panel Annual Report".to_owned()),
        to: Some("2023-09-13".to_owned()),
        ..Change::of(What::Moved)
    });
    assert_eq!(absent(&promised, today, &agenda, Some(&plan)), Vec::<String>::new());
}

#[test]
fn titles_mean_one_item_where_their_words_do() {
    for (one, other, same) in [
        ("Public Questions", "Public Questions/Statements", true),
        ("OPCC – Forward Plan", "OPCC - Forward Plan (Final Year)", true),
        ("Administration Costs & Member Expenses", "Administration Costs and Member Expenses", true),
        (
            "Review Actions & Recommendations from the previous meeting",
            "Review Actions and Recommendations from previous meeting",
            true,
        ),
        ("Police and Crime Panel Annual Report", "Police and Crime Panel's Annual Report", true),
        ("Serious Violence Strategy", "Serious Violence Duty", false),
        ("Costs", "Administration Costs", false),
        ("Annual Report", "Panel Annual Reporting", false),
    ] {
        assert_eq!(same_title(one, other), same, "{one} / {other}");
    }
}

#[test]
fn records_read_again_or_in_the_wrong_order_bring_nothing_back() {
    let [first, second, third] = ["2023-09-13", "2023-09-20", "2023-09-27"].map(|date| entry(date, &[]));
    let move_to = |plan: &Plan, decided: &str, from: &PlanEntry, to: &PlanEntry| {
        amend(plan, day(decided), &[(Some(from.clone()), Some(to.clone()), None)])
    };
    let apply = |plan: &mut Plan, amended: Amended| {
        for edit in amended.edits {
            let Edit::Date(index, date) = edit else { panic!("{edit:?}") };
            plan.meetings[index].date = date;
        }
        plan.changes.extend(amended.changes);
    };
    let mut plan = Plan { meetings: vec![planned("2023-09-13", &[])], ..Plan::default() };
    let early = move_to(&plan, "2023-07-19", &second, &third);
    assert_eq!((early.edits.len(), early.unclear), (0, vec![Unclear::Nowhere(day("2023-09-27"))]));
    let step = move_to(&plan, "2023-07-05", &first, &second);
    apply(&mut plan, step);
    let step = move_to(&plan, "2023-07-19", &second, &third);
    apply(&mut plan, step);
    assert_eq!(move_to(&plan, "2023-07-05", &first, &second), Amended::default());
    assert_eq!(plan.meetings[0].date, Some(day("2023-09-27")));
    assert_eq!(days_of(&plan.changes, day("2023-09-27")), ["2023-09-27", "2023-09-20", "2023-09-13"].map(day));
}

#[test]
fn of_two_meetings_on_a_day_the_one_that_is_meant_moves() {
    let at = |time: &str| Planned { time: time.parse().ok(), ..planned("2023-09-13", &[]) };
    let plan = Plan { meetings: vec![at("10:00:00"), at("14:00:00")], ..Plan::default() };
    let afternoon = at("14:00:00").entry();
    let to = PlanEntry { date: Some(day("2023-09-20")), ..afternoon.clone() };
    let moved = amend(&plan, day("2023-07-19"), &[(Some(afternoon), Some(to), None)]);
    assert_eq!(moved.edits, [Edit::Date(1, Some(day("2023-09-20")))]);
    let either = PlanEntry { time: "12:00:00".parse().ok(), ..at("10:00:00").entry() };
    let unclear = amend(&plan, day("2023-07-19"), &[(Some(either), None, None)]);
    assert_eq!((unclear.edits.len(), unclear.unclear), (0, vec![Unclear::Which(day("2023-09-13"))]));
}
