//! Taking over what changed in the files, without losing anything that happened in the meeting.
//!
//! Each thing is looked at three ways: as the files had it, as they have it now, and as the meeting has it. What the
//! meeting left as it was follows the files; what it changed, added or refers to stays.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::meeting::adoption::{Adoption, Named, Stated};
use crate::meeting::agenda::{Agenda, AgendaItem, Office, PlanEntry};
use crate::meeting::body::{Body, Seat};
use crate::meeting::fact::Audience;
use crate::meeting::id::{ItemId, PersonId, SeatId};
use crate::meeting::people::Person;
use crate::meeting::sequence::Sequence;
use crate::meeting::state::{Item, NUMBERED, State, UNNUMBERED};
use crate::meeting::timeline::{Change, Timeline};

/// All that comes from files, as it was.
#[derive(Clone, Debug)]
pub(in crate::meeting) struct Files {
    body: Body,
    agenda: Agenda,
    style: String,
    stated: Option<Stated>,
    people: BTreeMap<PersonId, Person>,
    roll: Vec<PersonId>,
    items: HashMap<ItemId, Item>,
    top: Sequence<ItemId>,
    plan: Vec<PlanEntry>,
    offices: BTreeMap<Office, Timeline<Option<PersonId>>>,
}

/// An item of the files, without those below it, and where it stands.
struct Listed<'a> {
    item: &'a AgendaItem,
    parent: Option<&'a ItemId>,
}

impl State {
    /// Takes an adoption over; gives back what it touched as it was.
    pub(in crate::meeting) fn adopt(&mut self, adoption: &Adoption) -> Files {
        let before = Files {
            body: self.body.clone(),
            agenda: self.agenda.clone(),
            style: self.style.clone(),
            stated: self.stated.clone(),
            people: self.people.clone(),
            roll: self.roll.clone(),
            items: self.items.clone(),
            top: self.top.clone(),
            plan: self.plan.clone(),
            offices: self.offices.clone(),
        };
        if adoption.body.is_some() || adoption.agenda.is_some() {
            let named = Named::in_meeting(self);
            // Items first: a paper that stays names people.
            if let Some(agenda) = &adoption.agenda {
                self.adopt_agenda(agenda, &named);
            }
            if let Some(body) = &adoption.body {
                self.adopt_body(body, named);
            }
        }
        if let Some(style) = &adoption.style {
            self.style.clone_from(style);
        }
        if let Some(stated) = &adoption.stated {
            self.stated = Some(stated.clone());
        }
        before
    }

    pub(super) fn restore_files(&mut self, files: Files) {
        Files {
            body: self.body,
            agenda: self.agenda,
            style: self.style,
            stated: self.stated,
            people: self.people,
            roll: self.roll,
            items: self.items,
            top: self.top,
            plan: self.plan,
            offices: self.offices,
        } = files;
    }

    fn adopt_body(&mut self, new: &Body, mut named: Named) {
        for item in self.items.values() {
            named.add(&item.agenda.paper);
        }
        named.add(&self.agenda.opens);
        let old = std::mem::replace(&mut self.body, new.clone());
        self.body.seats = seats(&old, new, &named, &self.reseated, |seat| self.substitutes.contains_key(&seat.id));
        named.add(&self.body.seats);
        let parties = old.parties.iter().filter(|party| named.has(party.id.as_str()));
        add_missing(&mut self.body.parties, parties, |party| &party.id);
        named.add(&self.body.parties);
        self.adopt_people(&old, new, &named);
        let used: BTreeSet<_> = self.people.values().filter_map(|person| person.group.clone()).collect();
        let groups = old.groups.iter().filter(|group| used.contains(&group.id));
        add_missing(&mut self.body.groups, groups, |group| &group.id);
        for (office, holder) in [(Office::Chair, &new.chair), (Office::ViceChair, &new.vice_chair)] {
            self.hold_from_the_start(office, holder.as_ref());
        }
    }

    fn adopt_people(&mut self, old: &Body, new: &Body, named: &Named) {
        for person in &new.people {
            let before = old.people.iter().find(|other| other.id == person.id);
            if self.people.get(&person.id).is_none_or(|now| Some(now) == before) {
                self.people.insert(person.id.clone(), person.clone());
            }
        }
        let there = |id: &PersonId| new.people.iter().any(|person| person.id == *id);
        for person in old.people.iter().filter(|person| !there(&person.id)) {
            if named.has(person.id.as_str()) || self.people.get(&person.id).is_some_and(|now| now != person) {
                self.body.people.push(person.clone());
            } else {
                self.people.remove(&person.id);
            }
        }
        let added = self.roll.iter().filter(|id| self.people.contains_key(*id) && !there(id));
        let mut seen = BTreeSet::new();
        let roll = new.people.iter().map(|person| &person.id).chain(added).filter(|id| seen.insert(*id));
        self.roll = roll.cloned().collect();
    }

    /// Who holds an office when the meeting begins.
    fn hold_from_the_start(&mut self, office: Office, holder: Option<&PersonId>) {
        let line = self.offices.entry(office).or_default();
        let mut changed = Timeline::default();
        for change in line.changes() {
            let value = if change.by.entry == 0 { holder.cloned() } else { change.value.clone() };
            changed.insert(Change { value, ..change.clone() });
        }
        *line = changed;
    }

    fn adopt_agenda(&mut self, new: &Agenda, named: &Named) {
        let titles = self.agenda.titles().into_iter().map(|(id, title)| (id.clone(), title.to_owned())).collect();
        let mut listed = Vec::new();
        list(&new.items, None, &mut listed);
        let mut seen = BTreeSet::new();
        listed.retain(|listed| seen.insert(&listed.item.id));
        for listed in &listed {
            self.adopt_item(listed, &titles);
        }
        let gone: Vec<ItemId> =
            titles.keys().filter(|id| !seen.contains(id)).filter(|id| self.items.contains_key(*id)).cloned().collect();
        for id in gone {
            self.drop_family(&id, &seen, named, &titles);
        }
        let parents: BTreeSet<Option<&ItemId>> = listed.iter().map(|listed| listed.parent).collect();
        for parent in parents {
            let order: Vec<&ItemId> =
                listed.iter().filter(|listed| listed.parent == parent).map(|listed| &listed.item.id).collect();
            self.put_in_order(parent, &order);
        }
        merge_plan(&mut self.plan, &self.agenda.plan, &new.plan);
        self.agenda = new.clone();
    }

    fn adopt_item(&mut self, listed: &Listed<'_>, titles: &BTreeMap<ItemId, String>) {
        let Listed { item, parent } = listed;
        let bare = AgendaItem { items: Vec::new(), ..(*item).clone() };
        let Some(now) = self.items.get_mut(&item.id) else {
            self.add_item(bare, *parent, usize::MAX, Audience::Public, false);
            return;
        };
        if now.added {
            return;
        }
        let retitled = titles.get(&item.id).is_some_and(|title| *title != now.agenda.title);
        let title = if retitled { now.agenda.title.clone() } else { bare.title.clone() };
        now.agenda = AgendaItem { title, ..bare };
        let from = std::mem::replace(&mut now.parent, parent.cloned());
        if from.as_ref() != *parent {
            let siblings = self.siblings(from.as_ref());
            if let Some(index) = siblings.position(&item.id) {
                siblings.remove(index);
            }
            self.siblings(*parent).insert(usize::MAX, item.id.clone(), UNNUMBERED);
        }
    }

    /// Takes out an item that is gone from the files, and those below it, as far as nothing happened there.
    fn drop_family(
        &mut self,
        id: &ItemId,
        there: &BTreeSet<&ItemId>,
        named: &Named,
        titles: &BTreeMap<ItemId, String>,
    ) {
        let family: Vec<ItemId> = self.family(id).iter().rev().map(|item| item.agenda.id.clone()).collect();
        for id in family.iter().filter(|id| !there.contains(id)) {
            let Some(item) = self.items.get(id) else { continue };
            let stays = item.added
                || !item.children.is_empty()
                || named.happened(item)
                || titles.get(id).is_some_and(|title| *title != item.agenda.title);
            if !stays {
                let parent = item.parent.clone();
                self.remove_item(id, parent.as_ref());
            }
        }
    }

    /// Puts a list of items in the order of the files; what they don't list stays behind what it stood behind.
    fn put_in_order(&mut self, parent: Option<&ItemId>, order: &[&ItemId]) {
        let now: Vec<ItemId> = self.siblings(parent).iter().cloned().collect();
        let mut after: Vec<ItemId> = order.iter().filter(|id| now.contains(id)).map(|id| (*id).clone()).collect();
        let mut before: Option<&ItemId> = None;
        for id in &now {
            if !order.contains(&id) {
                let place = before.and_then(|before| after.iter().position(|other| other == before));
                after.insert(place.map_or(0, |place| place + 1), id.clone());
            }
            before = Some(id);
        }
        let mut sequence = Sequence::default();
        for (index, id) in after.into_iter().enumerate() {
            let numbered = self.items.get(&id).is_some_and(|item| item.agenda.number.is_some());
            sequence.insert(index, id, if numbered { NUMBERED } else { UNNUMBERED });
        }
        *self.siblings(parent) = sequence;
    }
}

/// The seats as the files have them, except where the meeting needs one or its holder.
fn seats(
    old: &Body,
    new: &Body,
    named: &Named,
    reseated: &BTreeMap<SeatId, Vec<PersonId>>,
    substituted: impl Fn(&Seat) -> bool,
) -> Vec<Seat> {
    let seated = |person: &PersonId| new.seats.iter().any(|seat| seat.holder.as_ref() == Some(person));
    let needed = |seat: &&Seat| {
        reseated.contains_key(&seat.id)
            || seat.holder.as_ref().is_some_and(|who| named.has(who.as_str()) && !seated(who))
    };
    let mut seats = new.seats.clone();
    for seat in &mut seats {
        let before = old.seats.iter().find(|other| other.id == seat.id).filter(needed);
        if let Some(before) = before {
            seat.holder.clone_from(&before.holder);
        }
    }
    add_missing(&mut seats, old.seats.iter().filter(|seat| needed(seat) || substituted(seat)), |seat| &seat.id);
    seats
}

/// Adds those of `more` whose key is not there.
fn add_missing<'a, T: Clone + 'a, K: PartialEq>(
    list: &mut Vec<T>,
    more: impl Iterator<Item = &'a T>,
    key: impl Fn(&T) -> &K,
) {
    for one in more {
        if list.iter().all(|other| key(other) != key(one)) {
            list.push(one.clone());
        }
    }
}

/// The items of a tree, each before those below it.
fn list<'a>(items: &'a [AgendaItem], parent: Option<&'a ItemId>, listed: &mut Vec<Listed<'a>>) {
    for item in items {
        listed.push(Listed { item, parent });
        list(&item.items, Some(&item.id), listed);
    }
}

/// The plan as the files have it, with what the meeting amended in it.
fn merge_plan(plan: &mut Vec<PlanEntry>, old: &[PlanEntry], new: &[PlanEntry]) {
    plan.retain(|entry| !old.contains(entry) || new.contains(entry));
    for (index, entry) in new.iter().enumerate().filter(|(_, entry)| !old.contains(entry)) {
        // The meeting's own words on a day stand.
        let amended = entry.date.is_some() && plan.iter().any(|other| other.date == entry.date && !new.contains(other));
        if !amended && !plan.contains(entry) {
            plan.insert(index.min(plan.len()), entry.clone());
        }
    }
}
