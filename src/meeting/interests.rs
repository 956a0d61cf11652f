//! Declared interests, what they bar from, and what is still to be done about them.

use chrono::{DateTime, Utc};

use super::agenda::{ItemKind, Office};
use super::event::{Presence, Sitting};
use super::fact::{Consequence, Content, Declaration, Move, Movement};
use super::id::{FactId, ItemId, PersonId};
use super::state::State;
use super::timeline::{Change, Timeline};

/// What declared interests ask for now: who leaves for the room's item, who comes back from an earlier one, and who
/// presides then.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Due {
    /// Who left for an item that the room is not at any more.
    pub returning: Vec<PersonId>,
    /// Who is present and may not be while the room's item is taken.
    pub leaving: Vec<PersonId>,
    /// Who may take the chair: the vice-chair where the one who presides must leave, the chair who comes back.
    pub chair: Option<PersonId>,
    /// Whether whoever presides must leave.
    pub vacates: bool,
}

impl Due {
    /// Whether nothing is to be done.
    pub fn is_empty(&self) -> bool {
        self.returning.is_empty() && self.leaving.is_empty()
    }
}

impl State {
    /// The interests that somebody declared, in order, struck ones left out.
    pub fn interests_of(&self, person: &PersonId) -> impl Iterator<Item = (FactId, &Declaration)> {
        let (first, last) = (FactId::new(0, 0), FactId::new(u64::MAX, u32::MAX));
        let declared = self.declared.range((person.clone(), first)..=(person.clone(), last));
        declared.filter_map(|(_, id)| match self.content(*id) {
            Some(Content::Declaration(declaration)) => Some((*id, declaration)),
            _ => None,
        })
    }

    /// Every declaration, by person, struck ones too.
    pub fn declared(&self) -> impl Iterator<Item = FactId> {
        self.declared.iter().map(|(_, id)| *id)
    }

    /// The interests of which notice was given before the meeting and which are not declared yet, in order: those with an
    /// item, or all business, that nothing declared by the same person is in.
    pub fn noticed(&self) -> impl Iterator<Item = &Declaration> {
        self.agenda().declared.iter().filter(|notice| {
            let told = |item: Option<&ItemId>| {
                let mut held = self.interests_of(&notice.person).map(|(_, held)| held);
                held.any(|held| item.map_or(held.all, |item| self.concerns(held, item)))
            };
            notice.all && !told(None) || notice.items.iter().any(|item| !told(Some(item)))
        })
    }

    /// Those of [`noticed`](Self::noticed) interests that may be declared now by who is here: all of them at the item for
    /// declarations, none at any other.
    pub fn to_declare(&self) -> Vec<&Declaration> {
        let room = self.room_item().and_then(|id| self.item(id));
        if room.is_none_or(|item| item.agenda.kind != ItemKind::Declarations) || self.sitting() != Sitting::Sitting {
            return Vec::new();
        }
        self.noticed().filter(|notice| self.presence(&notice.person) == Presence::Present).collect()
    }

    /// Those of [`noticed`](Self::noticed) interests that name an item, or what it is part of, of who is here.
    pub fn noticed_in<'a>(&'a self, item: &'a ItemId) -> impl Iterator<Item = &'a Declaration> {
        let here = |notice: &&Declaration| self.presence(&notice.person) == Presence::Present;
        self.noticed().filter(here).filter(|notice| notice.items.iter().any(|named| self.is_within(item, named)))
    }

    /// Everybody's interests in an item, in the order of the roll.
    pub fn interests_in(&self, item: &ItemId) -> Vec<(FactId, &Declaration)> {
        let mut all: Vec<_> = self.declared.iter().map(|(_, id)| *id).collect();
        all.sort_unstable();
        let held = all.into_iter().filter_map(|id| match self.content(id) {
            Some(Content::Declaration(declaration)) if self.concerns(declaration, item) => Some((id, declaration)),
            _ => None,
        });
        held.collect()
    }

    /// What bars somebody most from an item, of all that they declared.
    pub fn gravest_interest(&self, person: &PersonId, item: &ItemId) -> Option<(FactId, Consequence)> {
        let held = self.interests_of(person).filter(|(_, declaration)| self.bars(declaration, item));
        held.map(|(id, declaration)| (id, declaration.effect())).max_by_key(|(_, consequence)| *consequence)
    }

    /// Whether a declaration is in an item, in what it is part of, or in the business as a whole.
    fn concerns(&self, declaration: &Declaration, item: &ItemId) -> bool {
        declaration.items.is_empty() || declaration.items.iter().any(|named| self.is_within(item, named))
    }

    /// Whether a declaration is in the whole of an item, so that what follows from it follows throughout. When the room
    /// comes to a part of an item only the clerk knows.
    fn bars(&self, declaration: &Declaration, item: &ItemId) -> bool {
        declaration.part.is_none() && self.concerns(declaration, item)
    }

    /// What somebody may do under an item as far as they had declared by `when` (UTC).
    pub fn bound(&self, person: &PersonId, item: &ItemId, when: DateTime<Utc>) -> Consequence {
        let known = |id: &FactId| self.fact(*id).is_some_and(|fact| fact.when <= when);
        let held = self.interests_of(person).filter(|(id, it)| known(id) && self.bars(it, item));
        held.map(|(_, declaration)| declaration.effect()).max().unwrap_or_default()
    }

    /// Whether an interest was declared that names an item, or what it is part of.
    pub fn has_interest(&self, item: &ItemId) -> bool {
        let named = |id: &FactId| match self.content(*id) {
            Some(Content::Declaration(declaration)) => {
                !declaration.items.is_empty() && self.concerns(declaration, item)
            }
            _ => false,
        };
        self.declared.iter().any(|(_, id)| named(id))
    }

    /// The declarations that stand under an item, wherever the interests lie, in the order in which they print.
    pub fn declarations_under(&self, item: &ItemId) -> Vec<(FactId, &Declaration)> {
        let Some(place) = self.item(item) else { return Vec::new() };
        let here = self.declared.iter().filter_map(|(_, id)| match self.fact(*id) {
            Some(fact) if fact.item == *item && fact.struck.is_none() => match &fact.content {
                Content::Declaration(declaration) => Some((place.facts.position(id), *id, declaration)),
                _ => None,
            },
            _ => None,
        });
        let mut here: Vec<_> = here.collect();
        here.sort_by_key(|(place, id, _)| (*place, *id));
        here.into_iter().map(|(_, id, declaration)| (id, declaration)).collect()
    }

    /// Who left for the length of an item and is still away, each with the item, in the order in which they left.
    pub fn withdrawn(&self) -> Vec<(&PersonId, &ItemId)> {
        let left = self.withdrawals.iter().filter_map(|id| match self.content(*id) {
            Some(Content::Movement(Movement { moved: Move::Left, people, for_item: Some(item), .. })) => {
                Some(people.iter().filter(|person| self.left_by(person, *id)).map(move |person| (person, item)))
            }
            _ => None,
        });
        left.flatten().collect()
    }

    /// The item for which somebody left who is still away.
    pub fn withdrawn_for(&self, person: &PersonId) -> Option<&ItemId> {
        self.withdrawn().into_iter().find(|(who, _)| *who == person).map(|(_, item)| item)
    }

    /// The item for whose length somebody was away just before what entry `anchor` records.
    pub fn withdrawn_before(&self, person: &PersonId, anchor: u64) -> Option<&ItemId> {
        let change = self.presences(person)?.change_before(anchor).filter(|change| change.value == Presence::Left)?;
        self.withdrawals.iter().filter(|id| id.entry == change.by.entry).find_map(|id| match self.content(*id) {
            Some(Content::Movement(Movement { people, for_item, .. })) if people.contains(person) => for_item.as_ref(),
            _ => None,
        })
    }

    /// Whether the last that is known of somebody's presence is that departure.
    fn left_by(&self, person: &PersonId, departure: FactId) -> bool {
        let last = self.presences(person).and_then(Timeline::last);
        last.is_some_and(|change| change.value == Presence::Left && change.by.entry == departure.entry)
    }

    /// What declared interests ask for now.
    pub fn due(&self) -> Due {
        let Some(room) = self.room_item().filter(|_| self.sitting() == Sitting::Sitting) else {
            return Due::default();
        };
        let away = self
            .withdrawn()
            .into_iter()
            .filter(|(person, item)| !self.is_within(room, item) && !self.must_leave(person, room));
        let mut due = Due { returning: away.map(|(person, _)| person.clone()).collect(), ..Due::default() };
        for (_, declaration) in self.interests_in(room) {
            let person = &declaration.person;
            let here = self.presence(person) == Presence::Present;
            if here && self.must_leave(person, room) && !due.leaving.contains(person) {
                due.leaving.push(person.clone());
            }
        }
        due.vacates = self.presiding().is_some_and(|person| due.leaving.contains(person));
        due.chair = self.next_in_chair(&due, room);
        due
    }

    fn next_in_chair(&self, due: &Due, room: &ItemId) -> Option<PersonId> {
        if due.vacates {
            let able =
                |person: &&PersonId| self.presence(person) == Presence::Present && !self.must_leave(person, room);
            return self.office(Office::ViceChair).filter(able).cloned();
        }
        let chair = self.office(Office::Chair)?;
        (due.returning.contains(chair) && self.presiding() != Some(chair)).then(|| chair.clone())
    }

    /// Whether somebody may not be there while an item is taken.
    pub fn must_leave(&self, person: &PersonId, item: &ItemId) -> bool {
        self.gravest_interest(person, item).is_some_and(|(_, effect)| effect >= Consequence::SpeakThenLeave)
    }

    /// Whether an item is another one or part of it.
    pub(super) fn is_within(&self, item: &ItemId, other: &ItemId) -> bool {
        let mut above =
            std::iter::successors(self.item(item), |item| item.parent.as_ref().and_then(|id| self.item(id)));
        above.any(|item| item.agenda.id == *other)
    }

    /// Whether somebody was away at any moment at which the room was at an item.
    pub fn was_away_during(&self, person: &PersonId, item: &ItemId) -> bool {
        let there = |presence: Option<&Presence>| presence == Some(&Presence::Present);
        let Some(line) = self.presences(person) else { return true };
        let visits: Vec<_> = self.at_item.changes().collect();
        visits.iter().enumerate().filter(|(_, visit)| visit.value.as_ref() == Some(item)).any(|(index, visit)| {
            let end = visits.get(index + 1).map(|next| next.at.anchor);
            // What is back-timed to before an entry comes before it.
            let in_time = |change: &Change<Presence>| {
                end.is_none_or(|end| change.at.anchor < end || change.at.anchor == end && change.by.entry != end)
            };
            let mut meanwhile = line.after(visit.at.anchor).take_while(|change| in_time(change));
            !there(line.before(visit.at.anchor)) || meanwhile.any(|change| !there(Some(&change.value)))
        })
    }
}
