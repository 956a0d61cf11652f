//! Pauses, the finish time and who writes: what holds from a moment on beside who is there.

use chrono::{DateTime, Utc};

use crate::meeting::command::{Course, Decided, Refusal};
use crate::meeting::event::{Event, Sitting, Turning};
use crate::meeting::fact::{Content, Pause};

use super::{Desk, Outcome, some_text};

impl Desk<'_> {
    pub(super) fn in_course(&self, course: &Course) -> Outcome {
        match course {
            Course::Pause { pause, closes } => self.pause(pause, *closes),
            Course::Extend { to } => self.extend(*to),
            Course::Handover { to } => self.handover(to),
            Course::AddBelow { items, parent } => self.add_below(items, parent),
            Course::ItemPaper { item, paper } => self.item_paper(item, paper),
        }
    }

    /// The sitting changes, and under the room's item the minutes say so.
    pub(super) fn pause(&self, pause: &Pause, closes: bool) -> Outcome {
        let mut decided = self.sitting(if closes { Sitting::Closed } else { Sitting::Adjourned })?;
        if let Some(item) = self.state.room_item().and_then(|id| self.state.item(id)) {
            let content = Content::Pause(pause.clone());
            let index = self.by_time(item);
            decided.events.push(Event::Recorded { item: item.agenda.id.clone(), index, content });
        }
        Ok(decided)
    }

    pub(super) fn extend(&self, to: DateTime<Utc>) -> Outcome {
        if to <= self.when.happened() {
            let clock = self.state.local(to).format("%H:%M");
            return Err(Refusal::new(format!("{clock} has passed already."), "Give a time that is still to come."));
        }
        let known = self.state.finishes();
        let earlier = known.filter(|finishes| to <= *finishes).map(|finishes| {
            format!("The meeting was to end at {} in any case.", self.state.local(finishes).format("%H:%M"))
        });
        Ok(Decided::of(vec![self.turned(Turning::Finish { to })]).with_notice(earlier))
    }

    pub(super) fn handover(&self, to: &str) -> Outcome {
        some_text(to, "The name")?;
        let name = to.trim().to_owned();
        if self.state.clerk() == Some(name.as_str()) {
            return Err(Refusal::new(format!("{name} writes already."), "There is nothing to do."));
        }
        Ok(Decided::of(vec![self.turned(Turning::Clerk { name })]))
    }
}
