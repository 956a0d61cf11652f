//! The course of the meeting: sitting, items, the plan, the way back.

use chrono::{DateTime, Utc};

use crate::meeting::agenda::{AgendaItem, Office, PlanEntry};
use crate::meeting::command::{Decided, Refusal};
use crate::meeting::event::{Event, ItemState, Presence, Sitting, Turning};
use crate::meeting::fact::Audience;
use crate::meeting::id::{ItemId, PersonId};
use crate::meeting::timeline::Moment;

use super::{Desk, Outcome, some_text};

impl Desk<'_> {
    pub(super) fn sitting(&self, to: Sitting) -> Outcome {
        let from = self.state.sitting();
        let refused = |what: &str, hint: &str| Err(Refusal::new(what, hint));
        match (from, to) {
            (Sitting::Sitting, Sitting::Sitting) => {
                return refused(
                    "The meeting is sitting already.",
                    "To change when it began, use :correct began HH:MM.",
                );
            }
            (Sitting::Closed, Sitting::Closed) => {
                return refused("The meeting is closed already.", "To go on with it, use :reopen.");
            }
            (Sitting::Before | Sitting::Adjourned, Sitting::Adjourned) => {
                return refused("The meeting is not sitting.", "Call it to order first.");
            }
            (_, Sitting::Before) => {
                return refused("A meeting cannot go back to before it began.", "Undo the call to order with Ctrl-Z.");
            }
            _ => {}
        }
        let mut events = vec![self.turned(Turning::Sitting { to })];
        if to == Sitting::Sitting && self.state.presiding().is_none() {
            let person = self.opens().cloned();
            events.extend(person.map(|person| self.turned(Turning::Presiding { person: Some(person), during: None })));
        }
        Ok(Decided::of(events))
    }

    /// Who presides when the meeting is called to order: whom the agenda names, the chair, or the vice-chair.
    fn opens(&self) -> Option<&PersonId> {
        let there = |person: &&PersonId| self.state.presence(person) == Presence::Present;
        let offices = [Office::Chair, Office::ViceChair];
        let mut holders = offices.into_iter().filter_map(|office| self.state.office(office));
        self.state.agenda().opens.as_ref().or_else(|| holders.find(there))
    }

    pub(super) fn go(&self, item: &ItemId) -> Outcome {
        let target = self.item(item)?;
        match self.state.sitting() {
            Sitting::Before => {
                return Err(Refusal::new(
                    "The meeting has not been called to order.",
                    "Call it to order with F2 first.",
                ));
            }
            Sitting::Closed => {
                return Err(Refusal::new(
                    "The meeting is closed.",
                    "To go on with it use :reopen; to mend its minutes move the pen, not the room.",
                ));
            }
            Sitting::Sitting | Sitting::Adjourned => {}
        }
        if self.state.room_item() == Some(item) {
            return Err(Refusal::new(
                format!("The room is at {} already.", target.agenda.title),
                "There is nothing to do.",
            ));
        }
        let mut events: Vec<Event> = self.closing_for(item).into_iter().collect();
        events.push(self.turned(Turning::Item { item: Some(item.clone()) }));
        if target.state != ItemState::Open {
            events.push(Event::ItemState { item: item.clone(), state: ItemState::Open });
        }
        let chair = self.chair_goes_back(item);
        let other = chair.events.is_empty().then(|| self.presides_instead(item)).flatten();
        events.extend(chair.events.into_iter().chain(other));
        Ok(Decided::of(events).with_notices(chair.notices))
    }

    /// The room closes to the public when it comes to an item that the public was excluded from.
    fn closing_for(&self, item: &ItemId) -> Option<Event> {
        let open = self.state.room() == Audience::Public;
        self.state.exclusion_of(item).filter(|_| open)?;
        Some(self.turned(Turning::Room { to: Audience::Private }))
    }

    pub(super) fn add_item(&self, item: &AgendaItem, after: Option<&ItemId>) -> Outcome {
        some_text(&item.title, "The title")?;
        let (parent, index) = match after {
            None => (None, self.state.top().len()),
            Some(after) => {
                let before = self.item(after)?;
                let place = self.state.neighbours(before).position(after);
                (before.parent.clone(), place.map_or(usize::MAX, |place| place + 1))
            }
        };
        Ok(Decided::of(self.added(item, 0, parent, index)))
    }

    pub(super) fn item_state(&self, item: &ItemId, state: &ItemState) -> Outcome {
        let old = self.item(item)?;
        if old.state == *state {
            return Err(Refusal::new(format!("“{}” is so already.", old.agenda.title), "There is nothing to do."));
        }
        Ok(Decided::of(vec![Event::ItemState { item: item.clone(), state: state.clone() }]))
    }

    pub(super) fn item_title(&self, item: &ItemId, title: &str) -> Outcome {
        self.item(item)?;
        some_text(title, "The title")?;
        Ok(Decided::of(vec![Event::ItemTitle { item: item.clone(), title: title.trim().to_owned() }]))
    }

    pub(super) fn plan(&self, index: usize, entry: Option<&PlanEntry>) -> Outcome {
        if self.state.room_when(self.when) == Audience::Private {
            return Err(Refusal::new(
                "The plan of meetings to come is public, and the public is out.",
                "Change it once the public is back, or keep it in a note until then.",
            ));
        }
        let len = self.state.plan().len();
        if index > len || (entry.is_none() && index == len) {
            return Err(Refusal::new(
                format!("The plan has {len} meetings, so there is no number {}.", index + 1),
                "Open the plan to see them.",
            ));
        }
        Ok(Decided::of(vec![Event::Plan { index, entry: entry.cloned() }]))
    }

    pub(super) fn retime(&self, entry: u64, to: DateTime<Utc>) -> Outcome {
        let Some(old) = self.meeting.entries().find(|live| live.n == entry) else {
            return Err(Refusal::new(format!("There is no entry #{entry}."), "The log shows the numbers of entries."));
        };
        let timed = |event: &Event| matches!(event, Event::Turned { .. } | Event::Recorded { .. });
        if !old.public.iter().chain(&old.private).any(timed) {
            return Err(Refusal::new(
                format!("Entry #{entry} did not happen in the room."),
                "Choose the entry that says who came, went or spoke.",
            ));
        }
        let anchor = self.state.anchor(to, self.meeting.next());
        // What was recorded in the meeting comes after its beginning and before its end, whatever the clock said.
        let turns = self.state.sittings().changes().find(|change| change.by.entry == entry);
        let anchor = turns.map_or(anchor, |change| match change.value {
            Sitting::Before | Sitting::Sitting => anchor.min(change.at.anchor),
            Sitting::Adjourned | Sitting::Closed => anchor.max(change.at.anchor),
        });
        Ok(Decided::of(vec![Event::Retimed { entry, at: Moment { anchor, time: to } }]))
    }

    pub(super) fn undo(&self) -> Outcome {
        match self.meeting.undoable() {
            Some(entry) if entry.redacted().is_some() => Err(Refusal::new(
                "A redaction cannot be taken back: the public record no longer has the words.",
                "Earlier facts can still be corrected or struck out by their references.",
            )),
            Some(entry) => Ok(Decided::of(vec![Event::Undone { entry: entry.n }])),
            None => {
                Err(Refusal::new("There is nothing to undo.", "Earlier facts can still be corrected with :correct."))
            }
        }
    }

    pub(super) fn redo(&self) -> Outcome {
        match self.meeting.redoable() {
            Some(entry) => Ok(Decided::of(vec![Event::Redone { entry: entry.n }])),
            None => Err(Refusal::new("There is nothing to redo.", "Only what was just undone can be done again.")),
        }
    }
}

pub(super) fn overrule(name: &str, subject: &str, because: &str) -> Outcome {
    some_text(because, "The reason")?;
    let event =
        Event::Overruled { name: name.to_owned(), subject: subject.to_owned(), because: because.trim().to_owned() };
    Ok(Decided::of(vec![event]))
}
