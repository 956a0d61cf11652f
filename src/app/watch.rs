//! What the clerk is told at once when somebody comes or goes: that there is no quorum, that nobody presides.
//!
//! Whatever the command, the meeting is looked at before and after it, so that no way of leaving a room is forgotten.

use crate::meeting::agenda::Office;
use crate::meeting::event::{Entry, Event, Presence, Sitting};
use crate::meeting::fact::{Audience, Content};
use crate::meeting::people::Person;
use crate::meeting::stage::Stage;
use crate::meeting::state::State;

/// What is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Watch {
    stage: Stage,
    sitting: bool,
    /// How many count, and how many are needed, where the rules say so.
    quorum: Option<(usize, usize)>,
    /// Whether somebody presides and is there.
    presided: bool,
}

impl Watch {
    /// How things stand.
    pub(super) fn of(state: &State) -> Self {
        let counting = || state.electorate(state.room_item()).counting();
        let quorum = state.body().quorum().and_then(|needed| usize::try_from(needed).ok());
        let presider = state.presiding();
        Self {
            stage: state.stage(),
            sitting: state.sitting() == Sitting::Sitting,
            quorum: quorum.map(|needed| (counting(), needed)),
            presided: presider.is_some_and(|person| state.presence(person) == Presence::Present),
        }
    }

    /// What the clerk should know of the change from this to how things stand now.
    pub(super) fn notices(&self, state: &State) -> Vec<String> {
        let now = Self::of(state);
        if !now.sitting {
            return self.altered(state).into_iter().collect();
        }
        let unled = !now.presided && (self.presided || !self.sitting);
        now.quorum(self).into_iter().chain(unled.then(|| nobody_presides(state))).collect()
    }

    /// That minutes which were checked or published are a draft again.
    fn altered(&self, state: &State) -> Option<String> {
        let altered = self.stage != Stage::Draft && state.altered_since_checked();
        let was = self.stage.word();
        altered
            .then(|| format!("The minutes were {was}, and with this change they are a draft again: have them checked."))
    }

    fn short(&self) -> bool {
        self.sitting && self.quorum.is_some_and(|(counting, needed)| counting < needed)
    }

    fn quorum(&self, before: &Self) -> Option<String> {
        let (counting, needed) = self.quorum?;
        let fewer = before.quorum.is_some_and(|(earlier, _)| counting < earlier);
        match (self.short(), before.short()) {
            (true, was) if fewer || !was => {
                let are = if counting == 1 { "counts" } else { "count" };
                Some(format!(
                    "There is no quorum: {counting} of those present {are}, {needed} are needed. Tell the chair."
                ))
            }
            (false, true) => Some(format!("There is a quorum again: {counting} count, {needed} are needed.")),
            _ => None,
        }
    }
}

/// That what was decided with the public back in the room is not for everybody, since its item was taken without it.
pub(super) fn stays_private(state: &State, entry: &Entry) -> Option<String> {
    let decided = |event: &&Event| matches!(event, Event::Recorded { content: Content::Decision(decision), .. } if decision.basis.is_some());
    let private = state.room() == Audience::Public && entry.private.iter().any(|event| decided(&event));
    private.then(|| {
        "That decision is private, since its item was taken without the public: “public-title” words it for everybody."
            .to_owned()
    })
}

fn nobody_presides(state: &State) -> String {
    if let Some(person) = state.presiding().and_then(|id| state.person(id)) {
        let name = Person::short(person);
        return format!("{name} presides but is not marked present: say “present {name}”, or “preside NAME”.");
    }
    let next = state.next_presider().and_then(|id| state.person(id));
    let Some(person) = next else {
        return "Nobody presides, and neither the chair nor the vice-chair is here: ask who takes the chair, and say “preside NAME”."
            .to_owned();
    };
    let office = if state.office(Office::Chair) == Some(&person.id) { "chair" } else { "vice-chair" };
    format!("Nobody presides: Alt-G puts the {office}, {}, in the chair.", Person::short(person))
}
