//! The plan with what a meeting changed in it, as edits of its file and notes of where each was decided.

use chrono::{NaiveDate, NaiveTime};

use super::compare::same_title;
use super::{Change, Plan, PlanItem, Planned, What, days_of};
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
    /// What could not be done.
    pub unclear: Vec<Unclear>,
}

/// Why a step could not be done to a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unclear {
    /// The plan has several meetings on the day, and nothing says which is meant.
    Which(NaiveDate),
    /// The plan has no meeting on the day, which was moved or changed.
    Nowhere(NaiveDate),
}

impl Unclear {
    /// It as a sentence without a full stop.
    pub fn sentence(self) -> String {
        let day = |day: NaiveDate| day.format("%-d %B %Y").to_string();
        match self {
            Self::Which(on) => {
                format!("the plan has several meetings on {}, and which was changed is not clear", day(on))
            }
            Self::Nowhere(on) => format!("the plan has no meeting on {}, which was changed", day(on)),
        }
    }
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
        if let Err(unclear) = desk.step(from.as_ref(), to.as_ref()) {
            desk.amended.unclear.push(unclear);
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
    fn step(&mut self, from: Option<&PlanEntry>, to: Option<&PlanEntry>) -> Result<(), Unclear> {
        match (from, to) {
            (None, Some(to)) => match self.plan.place(to)? {
                Some(index) => self.change(index, &PlanEntry { items: Vec::new(), ..to.clone() }, to),
                None => self.add(to),
            },
            (Some(from), None) => {
                if let Some(index) = self.plan.place(from)? {
                    self.drop(index, from);
                }
            }
            (Some(from), Some(to)) => match self.moved(from, to)? {
                Some(index) => self.change(index, from, to),
                None if self.is_settled(from.date, to.date) => {}
                None => return Err(Unclear::Nowhere(to.date.or(from.date).unwrap_or(self.decided))),
            },
            (None, None) => {}
        }
        Ok(())
    }

    /// Where the plan has a meeting that was changed: on its old day, or on the new one where it is there already.
    fn moved(&self, from: &PlanEntry, to: &PlanEntry) -> Result<Option<usize>, Unclear> {
        let moved = |change: &Change| change.item.is_none() && change.new_day() == to.date && to.date.is_some();
        let done =
            self.plan.changes.iter().any(|change| self.is_own(change) && change.meeting == from.date && moved(change));
        if done && from.date != to.date {
            return self.plan.place(to);
        }
        self.plan.place(from)?.map_or_else(|| self.plan.place(to), |index| Ok(Some(index)))
    }

    /// Whether a change was decided at this meeting, so that its record was read into the plan before.
    fn is_own(&self, change: &Change) -> bool {
        change.decided == Some(self.decided)
    }

    /// Whether the plan notes what became of a meeting, at this meeting or since.
    fn is_settled(&self, from: Option<NaiveDate>, to: Option<NaiveDate>) -> bool {
        let since = |change: &&Change| change.item.is_none() && change.decided.is_some_and(|day| day >= self.decided);
        let mut settled = self.plan.changes.iter().filter(since).filter(|change| change.what != What::Changed);
        settled.any(|change| change.meeting.is_some() && (change.meeting == from || change.meeting == to))
    }

    /// Whether what is to be noted of the meeting at a place was noted of this meeting before. Whatever the plan has
    /// otherwise now was changed since.
    fn is_noted(&self, index: usize, wanted: &Change) -> bool {
        let date = self.plan.meetings.get(index).and_then(|planned| planned.date);
        let days = date.map(|date| days_of(&self.plan.changes, date)).unwrap_or_default();
        self.plan.changes.iter().filter(|change| self.is_own(change)).any(|change| {
            let here = [change.meeting, change.new_day()].iter().flatten().any(|day| days.contains(day));
            let item = match (&change.item, &wanted.item) {
                (Some(one), Some(other)) => one == other && (change.what == wanted.what || change.what == What::Moved),
                (None, None) => change.what == wanted.what && change.to == wanted.to,
                _ => false,
            };
            here && item
        })
    }

    fn note(&mut self, meeting: Option<NaiveDate>, change: Change) {
        let change = Change { meeting, decided: Some(self.decided), minute: self.minute.clone(), ..change };
        self.amended.changes.push(change);
    }

    fn edit(&mut self, edit: Edit) {
        self.amended.edits.push(edit);
    }

    fn add(&mut self, entry: &PlanEntry) {
        let own = |change: &Change| change.what == What::Added && change.item.is_none() && change.meeting == entry.date;
        if self.plan.changes.iter().any(|change| self.is_own(change) && own(change)) {
            return;
        }
        self.edit(Edit::AddMeeting(entry.clone()));
        self.note(entry.date, Change { to: entry.label.clone(), ..Change::of(What::Added) });
    }

    fn drop(&mut self, index: usize, entry: &PlanEntry) {
        let planned = self.plan.meetings.get(index);
        self.edit(Edit::DropMeeting(index));
        let key = planned.map(|planned| planned.key.clone());
        let private = planned.is_some_and(|planned| planned.private);
        self.note(entry.date, Change { from: entry.label.clone(), key, private, ..Change::of(What::Dropped) });
    }

    fn change(&mut self, index: usize, from: &PlanEntry, to: &PlanEntry) {
        let Some(planned) = self.plan.meetings.get(index) else { return };
        let now = planned.entry();
        if from.date != to.date && now.date != to.date {
            let day = to.date.map_or_else(|| "TBC".to_owned(), |date| date.to_string());
            let change = Change { to: Some(day), ..Change::of(What::Moved) };
            self.once(index, Edit::Date(index, to.date), now.date, change);
        }
        let clock = |time: Option<NaiveTime>| time.map(|time| time.format("%H:%M").to_string());
        if from.time != to.time && now.time != to.time {
            let change = changed(clock(now.time), clock(to.time));
            self.once(index, Edit::Time(index, to.time), now.date, change);
        }
        let lines = |lines: &[String]| (!lines.is_empty()).then(|| lines.join(", "));
        if from.venue != to.venue && now.venue != to.venue {
            let change = changed(lines(&now.venue), lines(&to.venue));
            self.once(index, Edit::Venue(index, to.venue.clone()), now.date, change);
        }
        if from.label != to.label && now.label != to.label {
            let change = changed(now.label.clone(), to.label.clone());
            self.once(index, Edit::Label(index, to.label.clone()), now.date, change);
        }
        self.items(index, planned, from, to);
    }

    /// Does an edit and notes it, unless that was noted before.
    fn once(&mut self, index: usize, edit: Edit, meeting: Option<NaiveDate>, change: Change) {
        if !self.is_noted(index, &change) {
            self.edit(edit);
            self.note(meeting, change);
        }
    }

    fn items(&mut self, index: usize, planned: &Planned, from: &PlanEntry, to: &PlanEntry) {
        let has = |items: &[String], title: &str| items.iter().any(|item| item == title);
        for (place, item) in planned.items.iter().enumerate() {
            if has(&from.items, &item.title) && !has(&to.items, &item.title) {
                let change = Change { item: Some(item.title.clone()), ..Change::of(What::Dropped) };
                self.once(index, Edit::DropItem(index, place), planned.date, change);
            }
        }
        for title in to.items.iter().filter(|title| !has(&from.items, title)) {
            if !planned.items.iter().any(|item| item.title == **title) {
                let change = Change { item: Some(title.clone()), ..Change::of(What::Added) };
                self.once(index, Edit::AddItem(index, title.clone()), planned.date, change);
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
