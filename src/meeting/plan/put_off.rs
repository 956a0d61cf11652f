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
        match plan.meetings.iter().position(|planned| planned.date == Some(item.to)) {
            Some(index) => {
                let planned = plan.meetings.get(index).is_some_and(|it| it.items.iter().any(|it| same(&it.title)));
                let added = amended
                    .edits
                    .iter()
                    .any(|edit| matches!(edit, Edit::AddItem(place, title) if *place == index && same(title)));
                if !planned && !added {
                    amended.edits.push(Edit::AddItem(index, item.title.clone()));
                }
            }
            None => {
                let day = item.to.format("%-d %B %Y");
                let purpose = Some(format!("Put off to {day}, on which the plan has no meeting"));
                amended.edits.push(Edit::AddTopic(PlanItem {
                    title: item.title.clone(),
                    purpose,
                    ..PlanItem::default()
                }));
            }
        }
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

#[cfg(test)]
mod tests {
    use super::*;
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
        // Where the clerk put it there by hand, only where it was decided is missing.
        plan.changes.clear();
        plan.meetings[0].items = vec![PlanItem { title: "Mill Lane".into(), ..PlanItem::default() }];
        put_off(&plan, decided, &items[..1], &mut again);
        assert_eq!((again.edits.len(), again.changes.len()), (0, 1));
    }
}
