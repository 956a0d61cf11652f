//! The plan with what a meeting changed in it, as edits of its file and notes of where each was decided.

use chrono::{NaiveDate, NaiveTime};

use super::compare::same_title;
use super::{Change, Plan, PlanItem, Planned, What};
use crate::meeting::agenda::PlanEntry;

/// One edit of the plan. Places are those before any edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// A meeting is added.
    AddMeeting(PlanEntry),
    /// The meeting at a place goes.
    DropMeeting(usize),
    /// The meeting at a place has another day.
    Date(usize, Option<NaiveDate>),
    /// The meeting at a place begins at another time.
    Time(usize, Option<NaiveTime>),
    /// The meeting at a place is elsewhere.
    Venue(usize, Vec<String>),
    /// The meeting at a place is called otherwise.
    Label(usize, Option<String>),
    /// The meeting at a place has another item.
    AddItem(usize, String),
    /// The meeting at a place has no longer the item at a place of its own.
    DropItem(usize, usize),
    /// Something is to come without a date.
    AddTopic(PlanItem),
}

impl Edit {
    /// The place of the meeting that it is about; nothing for what is added beside them.
    pub fn place(&self) -> Option<usize> {
        match self {
            Self::AddMeeting(_) | Self::AddTopic(_) => None,
            Self::DropMeeting(index)
            | Self::Date(index, _)
            | Self::Time(index, _)
            | Self::Venue(index, _)
            | Self::Label(index, _)
            | Self::AddItem(index, _)
            | Self::DropItem(index, _) => Some(*index),
        }
    }
}

/// What is to be done to the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Amended {
    /// Edits of what is planned.
    pub edits: Vec<Edit>,
    /// What is noted of them.
    pub changes: Vec<Change>,
}

/// What a meeting's changes, each an entry before and after with the number of its minute, do to a plan. What the plan
/// has already is not done again.
pub fn amend(
    plan: &Plan,
    decided: NaiveDate,
    steps: &[(Option<PlanEntry>, Option<PlanEntry>, Option<String>)],
) -> Amended {
    let mut desk = Desk { plan, decided, minute: None, amended: Amended::default() };
    for (from, to, minute) in steps {
        desk.minute.clone_from(minute);
        match (from, to) {
            (None, Some(to)) => match desk.place(to) {
                Some(index) => desk.change(index, &PlanEntry { items: Vec::new(), ..to.clone() }, to),
                None => desk.add(to),
            },
            (Some(from), None) => desk.drop(from),
            (Some(from), Some(to)) => match desk.place(from).or_else(|| desk.place(to)) {
                Some(index) => desk.change(index, from, to),
                None => desk.add(to),
            },
            (None, None) => {}
        }
    }
    desk.amended.changes = with_moves(desk.amended.changes);
    desk.amended
}

struct Desk<'a> {
    plan: &'a Plan,
    decided: NaiveDate,
    minute: Option<String>,
    amended: Amended,
}

impl Desk<'_> {
    /// Where the plan has an entry: by its day, or for one without a day by what it is called and what comes before it.
    fn place(&self, entry: &PlanEntry) -> Option<usize> {
        let undated = |planned: &Planned| {
            let of_plan = planned.entry();
            planned.date.is_none() && of_plan.label == entry.label && of_plan.items == entry.items
        };
        let same = |planned: &Planned| entry.date.map_or_else(|| undated(planned), |date| planned.date == Some(date));
        self.plan.meetings.iter().position(same)
    }

    fn note(&mut self, meeting: Option<NaiveDate>, change: Change) {
        let change = Change { meeting, decided: Some(self.decided), minute: self.minute.clone(), ..change };
        self.amended.changes.push(change);
    }

    fn edit(&mut self, edit: Edit) {
        self.amended.edits.push(edit);
    }

    fn add(&mut self, entry: &PlanEntry) {
        self.edit(Edit::AddMeeting(entry.clone()));
        self.note(entry.date, Change { to: entry.label.clone(), ..Change::of(What::Added) });
    }

    fn drop(&mut self, entry: &PlanEntry) {
        let Some(index) = self.place(entry) else { return };
        self.edit(Edit::DropMeeting(index));
        self.note(entry.date, Change { from: entry.label.clone(), ..Change::of(What::Dropped) });
    }

    fn change(&mut self, index: usize, from: &PlanEntry, to: &PlanEntry) {
        let Some(planned) = self.plan.meetings.get(index) else { return };
        let now = planned.entry();
        if from.date != to.date && now.date != to.date {
            self.edit(Edit::Date(index, to.date));
            let day = to.date.map_or_else(|| "TBC".to_owned(), |date| date.to_string());
            self.note(now.date, Change { to: Some(day), ..Change::of(What::Moved) });
        }
        let clock = |time: Option<NaiveTime>| time.map(|time| time.format("%H:%M").to_string());
        if from.time != to.time && now.time != to.time {
            self.edit(Edit::Time(index, to.time));
            self.note(now.date, changed(clock(now.time), clock(to.time)));
        }
        let lines = |lines: &[String]| (!lines.is_empty()).then(|| lines.join(", "));
        if from.venue != to.venue && now.venue != to.venue {
            self.edit(Edit::Venue(index, to.venue.clone()));
            self.note(now.date, changed(lines(&now.venue), lines(&to.venue)));
        }
        if from.label != to.label && now.label != to.label {
            self.edit(Edit::Label(index, to.label.clone()));
            self.note(now.date, changed(now.label.clone(), to.label.clone()));
        }
        self.items(index, planned, from, to);
    }

    fn items(&mut self, index: usize, planned: &Planned, from: &PlanEntry, to: &PlanEntry) {
        let has = |items: &[String], title: &str| items.iter().any(|item| item == title);
        for (place, item) in planned.items.iter().enumerate() {
            if has(&from.items, &item.title) && !has(&to.items, &item.title) {
                self.edit(Edit::DropItem(index, place));
                self.note(planned.date, Change { item: Some(item.title.clone()), ..Change::of(What::Dropped) });
            }
        }
        for title in to.items.iter().filter(|title| !has(&from.items, title)) {
            if !planned.items.iter().any(|item| item.title == **title) {
                self.edit(Edit::AddItem(index, title.clone()));
                self.note(planned.date, Change { item: Some(title.clone()), ..Change::of(What::Added) });
            }
        }
    }
}

fn changed(from: Option<String>, to: Option<String>) -> Change {
    Change { from, to, ..Change::of(What::Changed) }
}

/// An item that left one meeting and joined another has moved.
fn with_moves(changes: Vec<Change>) -> Vec<Change> {
    let mut left: Vec<Change> = Vec::new();
    for change in changes {
        let joined = change.what == What::Added && change.item.is_some() && change.meeting.is_some();
        let same = |other: &&mut Change| {
            let titles = other.item.as_deref().zip(change.item.as_deref());
            other.what == What::Dropped && titles.is_some_and(|(one, two)| same_title(one, two))
        };
        match left.iter_mut().find(same).filter(|_| joined) {
            Some(other) => {
                *other = Change {
                    what: What::Moved,
                    to: change.meeting.map(|day| day.to_string()),
                    minute: change.minute,
                    ..other.clone()
                };
            }
            None => left.push(change),
        }
    }
    left
}
