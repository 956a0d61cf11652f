//! What a meeting put off to a later day, as edits of the plan's file.

use chrono::NaiveDate;

use super::compare::same_title;
use super::{Amended, Change, Edit, Plan, PlanItem, What};

/// An item that a meeting put off to a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PutOff {
    /// Its title as everybody may read it.
    pub title: String,
    /// The day to which it was put off.
    pub to: NaiveDate,
    /// The number of the minute.
    pub minute: Option<String>,
}

/// Adds what a meeting on `decided` put off to what it does to the plan: to the meeting of that day, or, where the plan has
/// none, to what is to come without a date, with the day that was named. What the plan has already is not done again.
pub fn put_off(plan: &Plan, decided: NaiveDate, items: &[PutOff], amended: &mut Amended) {
    for item in items {
        let same = |title: &str| same_title(title, &item.title);
        let moved = |change: &Change| {
            let of_item = change.item.as_deref().is_some_and(same);
            change.what == What::Moved && of_item && change.decided == Some(decided)
        };
        if plan.changes.iter().any(moved) {
            continue;
        }
        put_down(plan, item, &mut amended.edits);
        amended.changes.push(Change {
            meeting: Some(decided),
            item: Some(item.title.clone()),
            to: Some(item.to.to_string()),
            decided: Some(decided),
            minute: item.minute.clone(),
            ..Change::of(What::Moved)
        });
    }
}

/// Puts an item to the meeting of its day, which the other edits may have added or moved there. What is there already is
/// not put there again.
fn put_down(plan: &Plan, item: &PutOff, edits: &mut Vec<Edit>) {
    let same = |title: &str| same_title(title, &item.title);
    let added = edits.iter_mut().find_map(|edit| match edit {
        Edit::AddMeeting(entry) if entry.date == Some(item.to) => Some(entry),
        _ => None,
    });
    if let Some(entry) = added {
        if !entry.items.iter().any(|title| same(title)) {
            entry.items.push(item.title.clone());
        }
        return;
    }
    let moved = edits.iter().find_map(|edit| match edit {
        Edit::Date(index, Some(day)) if *day == item.to => Some(*index),
        _ => None,
    });
    let Some(index) = moved.or_else(|| plan.meetings.iter().position(|it| it.date == Some(item.to))) else {
        let purpose = format!("Put off to {}, on which the plan has no meeting", item.to.format("%-d %B %Y"));
        let topic = PlanItem { title: item.title.clone(), purpose: Some(purpose), ..PlanItem::default() };
        edits.push(Edit::AddTopic(topic));
        return;
    };
    let planned = plan.meetings.get(index).is_some_and(|meeting| meeting.items.iter().any(|it| same(&it.title)));
    let added = |edit: &Edit| matches!(edit, Edit::AddItem(place, title) if *place == index && same(title));
    if !planned && !edits.iter().any(added) {
        edits.push(Edit::AddItem(index, item.title.clone()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meeting::agenda::PlanEntry;
    use crate::meeting::plan::Planned;

    #[test]
    fn what_is_put_off_is_planned_once() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let decided = day("2026-04-01");
        let mut plan =
            Plan { meetings: vec![Planned { date: Some(day("2026-05-06")), ..Planned::default() }], ..Plan::default() };
        let item = |title: &str, to: &str| PutOff { title: title.into(), to: day(to), minute: Some("7".into()) };
        let items = [item("Mill Lane", "2026-05-06"), item("Allotments", "2026-06-03")];
        let mut amended = Amended::default();
        put_off(&plan, decided, &items, &mut amended);
        let [Edit::AddItem(0, title), Edit::AddTopic(topic)] = amended.edits.as_slice() else {
            panic!("{:?}", amended.edits)
        };
        assert_eq!((title.as_str(), topic.title.as_str()), ("Mill Lane", "Allotments"));
        assert!(topic.purpose.as_ref().is_some_and(|purpose| purpose.contains("3 June 2026")), "{topic:?}");
        let to: Vec<_> = amended.changes.iter().map(|change| (change.new_day(), change.minute.as_deref())).collect();
        assert_eq!(to, [(Some(day("2026-05-06")), Some("7")), (Some(day("2026-06-03")), Some("7"))]);

        plan.changes = amended.changes;
        let mut again = Amended::default();
        put_off(&plan, decided, &items, &mut again);
        assert_eq!(again, Amended::default(), "it is noted already");
        // A meeting that is added or moved at the same time takes it.
        let entry = PlanEntry { date: Some(day("2026-06-03")), ..PlanEntry::default() };
        let edits = vec![Edit::Date(0, Some(day("2026-07-01"))), Edit::AddMeeting(entry)];
        let mut others = Amended { edits, ..Amended::default() };
        plan.changes.clear();
        put_off(&plan, decided, &[item("Mill Lane", "2026-07-01"), items[1].clone()], &mut others);
        let [_, Edit::AddMeeting(entry), Edit::AddItem(0, _)] = others.edits.as_slice() else {
            panic!("{:?}", others.edits)
        };
        assert_eq!(entry.items, ["Allotments"]);
        // Where the clerk put it there by hand, only where it was decided is missing.
        plan.meetings[0].items = vec![PlanItem { title: "Mill Lane".into(), ..PlanItem::default() }];
        put_off(&plan, decided, &items[..1], &mut again);
        assert_eq!((again.edits.len(), again.changes.len()), (0, 1));
    }
}
