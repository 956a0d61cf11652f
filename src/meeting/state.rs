//! The meeting as it stands: what the entries so far add up to.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{DateTime, NaiveDate, Utc};

use super::adoption::Stated;
use super::agenda::{Agenda, AgendaItem, ItemKind, Office, PlanEntry};
use super::body::{Body, Seat};
use super::event::{ItemState, Mode, Presence, Sitting};
use super::fact::{Audience, Content, Fact, Movement};
use super::id::{FactId, ItemId, PersonId, SeatId};
use super::people::{Party, Person};
use super::plan::PlanStep;
use super::privacy::Stub;
use super::sequence::Sequence;
use super::stage::Step;
use super::timeline::{Moment, Timeline};
use super::walk::Walk;

/// The class by which a list of items counts those without a printed number.
pub const UNNUMBERED: u8 = 0;
/// The class by which a list of items counts those with a printed number.
pub const NUMBERED: u8 = 1;

/// Who presides, and for how long.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chairing {
    /// Who.
    pub person: Option<PersonId>,
    /// The item that it is for; nothing means until somebody else does.
    pub during: Option<ItemId>,
}

/// An item of business and what stands under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The item as the agenda has it; its own list of items is empty here, see `children`.
    pub agenda: AgendaItem,
    /// The item it is part of.
    pub parent: Option<ItemId>,
    /// Whether it was added in the meeting.
    pub added: bool,
    /// Who may read its title.
    pub audience: Audience,
    /// The title typed for everybody, where its own is private.
    pub public_title: Option<String>,
    /// What became of it beyond being visited.
    pub state: ItemState,
    /// When the room came to it, each time.
    pub visits: Vec<Moment>,
    /// Items below it.
    pub children: Sequence<ItemId>,
    /// Facts under it, in the order in which they print.
    pub facts: Sequence<FactId>,
}

/// When an entry said that it happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Timed {
    /// Its number.
    pub n: u64,
    /// When it happened in the room, in UTC.
    pub happened: DateTime<Utc>,
    /// Whether that is another time than when it was recorded.
    pub set_back: bool,
}

/// The meeting as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    pub(super) body: Body,
    pub(super) agenda: Agenda,
    pub(super) style: String,
    pub(super) stated: Option<Stated>,
    pub(super) practice: bool,
    pub(super) people: BTreeMap<PersonId, Person>,
    pub(super) roll: Vec<PersonId>,
    pub(super) items: HashMap<ItemId, Item>,
    pub(super) top: Sequence<ItemId>,
    pub(super) facts: BTreeMap<FactId, Fact>,
    pub(super) open_actions: BTreeSet<FactId>,
    /// What promises were made in, each with the promise.
    pub(super) promised_in: BTreeSet<(FactId, FactId)>,
    /// Motions and amendments that nothing has become of, nominations aside.
    pub(super) open_motions: BTreeSet<FactId>,
    /// Motions that amendments would alter, each with the amendment.
    pub(super) amendments: BTreeSet<(FactId, FactId)>,
    /// Motions that decisions rest on, each with the decision.
    pub(super) rested_on: BTreeSet<(FactId, FactId)>,
    /// Items that a decision under another item decides as well, each with the decision.
    pub(super) decided_with: BTreeSet<(ItemId, FactId)>,
    /// Who declared what interests.
    pub(super) declared: BTreeSet<(PersonId, FactId)>,
    /// Departures for the length of an item.
    pub(super) withdrawals: BTreeSet<FactId>,
    pub(super) plan: Vec<PlanEntry>,
    /// What the meeting did to the plan, in order.
    pub(super) replanned: Vec<PlanStep>,
    pub(super) presence: BTreeMap<PersonId, Timeline<Presence>>,
    pub(super) reasons: BTreeMap<PersonId, String>,
    pub(super) substitute_reasons: BTreeMap<SeatId, String>,
    pub(super) mode: BTreeMap<PersonId, Timeline<Mode>>,
    pub(super) substitutes: BTreeMap<SeatId, Timeline<Option<PersonId>>>,
    pub(super) presiding: Timeline<Chairing>,
    pub(super) public: Timeline<u32>,
    /// Seats whose holders the meeting itself changed, each with those who held it before.
    pub(super) reseated: BTreeMap<SeatId, Vec<PersonId>>,
    pub(super) offices: BTreeMap<Office, Timeline<Option<PersonId>>>,
    pub(super) publicity: Timeline<Audience>,
    pub(super) sitting: Timeline<Sitting>,
    pub(super) at_item: Timeline<Option<ItemId>>,
    pub(super) finish: Timeline<DateTime<Utc>>,
    pub(super) clerk: Timeline<String>,
    pub(super) overruled: BTreeMap<(String, String), String>,
    pub(super) exclusions: BTreeSet<FactId>,
    /// Public summaries of business taken in private.
    pub(super) summaries: BTreeSet<FactId>,
    /// Who took or gave up a seat or an office, or the chair.
    pub(super) tenures: BTreeSet<FactId>,
    pub(super) stubs: BTreeMap<FactId, Stub>,
    pub(super) steps: Vec<Step>,
    pub(super) clock_jumps: Vec<(DateTime<Utc>, DateTime<Utc>)>,
    /// Every entry, in the order of recording.
    pub(super) times: Vec<Timed>,
}

impl State {
    /// The body, with what the agenda overrides or adds.
    pub fn body(&self) -> &Body {
        &self.body
    }

    /// The agenda as its file has it, since the record began or took it over. For items as they are now, see [`State::items`].
    pub fn agenda(&self) -> &Agenda {
        &self.agenda
    }

    /// The house style, as text of a style file.
    pub fn style(&self) -> &str {
        &self.style
    }

    /// Whether this is a rehearsal.
    pub fn practice(&self) -> bool {
        self.practice
    }

    /// The time on the room's clock, in the body's zone.
    pub fn local(&self, time: DateTime<Utc>) -> DateTime<chrono_tz::Tz> {
        time.with_timezone(&self.body.zone)
    }

    /// Everybody on the roll, in the order of the files and then as added.
    pub fn people(&self) -> impl DoubleEndedIterator<Item = &Person> {
        self.roll.iter().filter_map(|id| self.people.get(id))
    }

    /// Somebody on the roll.
    pub fn person(&self, id: &PersonId) -> Option<&Person> {
        self.people.get(id)
    }

    /// People who come and go together.
    pub fn party(&self, id: &super::id::PartyId) -> Option<&Party> {
        self.body.parties.iter().find(|party| party.id == *id)
    }

    /// A seat.
    pub fn seat(&self, id: &SeatId) -> Option<&Seat> {
        self.body.seats.iter().find(|seat| seat.id == *id)
    }

    /// The seat that a person holds, or fills for its holder at present.
    pub fn seat_of(&self, person: &PersonId) -> Option<&Seat> {
        self.body
            .seats
            .iter()
            .find(|seat| seat.holder.as_ref() == Some(person) || self.substitute(&seat.id) == Some(person))
    }

    /// Who held a seat earlier in the meeting.
    pub fn former_holders(&self, seat: &SeatId) -> &[PersonId] {
        self.reseated.get(seat).map_or(&[], Vec::as_slice)
    }

    /// The substitute who fills a seat at present.
    pub fn substitute(&self, seat: &SeatId) -> Option<&PersonId> {
        self.substitutes.get(seat)?.now()?.as_ref()
    }

    /// Who filled a seat at any time in its holder's place, in order, each with when they began to.
    pub fn substitutions(&self, seat: &SeatId) -> impl Iterator<Item = (&PersonId, Moment, FactId)> {
        let changes = self.substitutes.get(seat).into_iter().flat_map(Timeline::changes);
        changes.filter_map(|change| change.value.as_ref().map(|person| (person, change.at, change.by)))
    }

    /// The movement that the entry of a change of presence recorded, and the item it stands under.
    pub fn movement_of(&self, change: FactId) -> Option<(&ItemId, &Movement)> {
        let of_entry = FactId::new(change.entry, 0)..=FactId::new(change.entry, u32::MAX);
        let mut facts = self.facts.range(of_entry).map(|(_, fact)| fact).filter(|fact| fact.struck.is_none());
        facts.find_map(|fact| match &fact.content {
            Content::Movement(movement) => Some((&fact.item, movement)),
            _ => None,
        })
    }

    /// Who takes the chair where nobody else is named: the chair, or the vice-chair, if they are there and do not
    /// preside already.
    pub fn next_presider(&self) -> Option<&PersonId> {
        let holders = [Office::Chair, Office::ViceChair].into_iter().filter_map(|office| self.office(office));
        let free = |person: &&PersonId| self.presence(person) == Presence::Present && self.presiding() != Some(person);
        holders.into_iter().find(free)
    }

    /// When the substitution that a fact recorded ended, where it has.
    pub fn substitution_end(&self, seat: &SeatId, began: FactId) -> Option<Moment> {
        let mut changes = self.substitutes.get(seat)?.changes().skip_while(|change| change.by != began);
        let person = &changes.next()?.value;
        changes.find(|change| change.value != *person).map(|change| change.at)
    }

    /// Whether somebody is there now.
    pub fn presence(&self, person: &PersonId) -> Presence {
        self.presence.get(person).and_then(Timeline::now).copied().unwrap_or_default()
    }

    /// Somebody's comings and goings.
    pub fn presences(&self, person: &PersonId) -> Option<&Timeline<Presence>> {
        self.presence.get(person)
    }

    /// Why somebody's presence is what it is, where said.
    pub fn presence_reason(&self, person: &PersonId) -> Option<&str> {
        self.reasons.get(person).map(String::as_str)
    }

    /// How somebody attends.
    pub fn mode(&self, person: &PersonId) -> Mode {
        self.mode.get(person).and_then(Timeline::now).copied().unwrap_or_default()
    }

    /// Who presides now.
    pub fn presiding(&self) -> Option<&PersonId> {
        self.presiding.now()?.person.as_ref()
    }

    /// Who has presided, from when on.
    pub fn presidings(&self) -> &Timeline<Chairing> {
        &self.presiding
    }

    /// How many members of the public watched at any one time, where that was recorded.
    pub fn public_count(&self) -> Option<u32> {
        self.public.changes().map(|change| change.value).max()
    }

    /// Who holds an office now.
    pub fn office(&self, office: Office) -> Option<&PersonId> {
        self.offices.get(&office)?.now()?.as_ref()
    }

    /// Who may be in the room now.
    pub fn room(&self) -> Audience {
        self.publicity.now().copied().unwrap_or_default()
    }

    /// Whether the meeting sits.
    pub fn sitting(&self) -> Sitting {
        self.sitting.now().copied().unwrap_or_default()
    }

    /// Every change between sitting and not.
    pub fn sittings(&self) -> &Timeline<Sitting> {
        &self.sitting
    }

    /// When the meeting was first called to order, in UTC.
    pub fn began(&self) -> Option<DateTime<Utc>> {
        self.sitting.changes().find(|change| change.value == Sitting::Sitting).map(|change| change.at.time)
    }

    /// When the meeting closed, in UTC, if it has.
    pub fn ended(&self) -> Option<DateTime<Utc>> {
        self.sitting.last().filter(|change| change.value == Sitting::Closed).map(|change| change.at.time)
    }

    /// The item that the room is at.
    pub fn room_item(&self) -> Option<&ItemId> {
        self.at_item.now()?.as_ref()
    }

    /// The item that the room was at just before what entry `anchor` records.
    pub fn room_item_before(&self, anchor: u64) -> Option<&ItemId> {
        self.at_item.before(anchor)?.as_ref()
    }

    /// An item.
    pub fn item(&self, id: &ItemId) -> Option<&Item> {
        self.items.get(id)
    }

    /// The items of the agenda's first level, in order.
    pub fn top(&self) -> &Sequence<ItemId> {
        &self.top
    }

    /// Every item, each followed by those below it.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        std::iter::successors(Walk::first(self), Walk::next).filter_map(|place| place.item())
    }

    /// How many items there are.
    pub fn item_count(&self) -> usize {
        self.items.len()
    }

    /// The meetings whose minutes are before the body under an item: those that the agenda gives, or else the last
    /// meeting, where no other item has its minutes.
    pub fn minutes_before(&self, item: &Item) -> Vec<NaiveDate> {
        let ItemKind::Minutes { sets } = &item.agenda.kind else { return Vec::new() };
        let elsewhere = |day| {
            let mut items = self.items().map(|item| &item.agenda.kind);
            items.any(|kind| matches!(kind, ItemKind::Minutes { sets } if sets.contains(&day)))
        };
        let last = || self.agenda.last_meeting.filter(|day| !elsewhere(*day));
        if sets.is_empty() { last().into_iter().collect() } else { sets.clone() }
    }

    /// An item and all below it, in order.
    pub fn family(&self, id: &ItemId) -> Vec<&Item> {
        let Some(item) = self.items.get(id) else { return Vec::new() };
        let below = item.children.iter().flat_map(|child| self.family(child));
        std::iter::once(item).chain(below).collect()
    }

    /// The list that an item stands in.
    pub fn neighbours(&self, item: &Item) -> &Sequence<ItemId> {
        item.parent.as_ref().and_then(|parent| self.items.get(parent)).map_or(&self.top, |parent| &parent.children)
    }

    /// A fact, struck ones too.
    pub fn fact(&self, id: FactId) -> Option<&Fact> {
        self.facts.get(&id)
    }

    /// A fact's content, unless it is struck.
    pub fn content(&self, id: FactId) -> Option<&Content> {
        self.facts.get(&id).filter(|fact| fact.struck.is_none()).map(|fact| &fact.content)
    }

    /// An item's facts that are not struck, in the order in which they print; may be walked from both ends.
    pub fn facts_of<'a>(&'a self, item: &'a Item) -> impl DoubleEndedIterator<Item = &'a Fact> {
        item.facts.iter().filter_map(|id| self.facts.get(id)).filter(|fact| fact.struck.is_none())
    }

    /// Every promise recorded, in order, struck ones left out.
    pub fn actions(&self) -> impl Iterator<Item = &Fact> {
        self.open_actions.iter().filter_map(|id| self.facts.get(id)).filter(|fact| fact.struck.is_none())
    }

    /// Whether a promise made in a fact was captured.
    pub fn has_action_from(&self, fact: FactId) -> bool {
        let (first, last) = (FactId::new(0, 0), FactId::new(u64::MAX, u32::MAX));
        let mut promises = self.promised_in.range((fact, first)..=(fact, last));
        promises.any(|(_, action)| self.content(*action).is_some())
    }

    /// Meetings to come.
    pub fn plan(&self) -> &[PlanEntry] {
        &self.plan
    }

    /// What the meeting changed in the plan of meetings to come: for every entry how it was and how it is now.
    pub fn plan_changes(&self) -> Vec<PlanStep> {
        super::plan::net(&self.replanned)
    }

    /// Why a finding may stand, if it was overruled.
    pub fn overruled(&self, name: &str, subject: &str) -> Option<&str> {
        self.overruled.get(&(name.to_owned(), subject.to_owned())).map(String::as_str)
    }

    /// Jumps of the machine's clock of over a minute, each with the time before and after.
    pub fn clock_jumps(&self) -> &[(DateTime<Utc>, DateTime<Utc>)] {
        &self.clock_jumps
    }

    /// The number of the first entry that happened after `time`, or of the next one to be recorded.
    pub fn anchor(&self, time: DateTime<Utc>, next: u64) -> u64 {
        // The clock may have run backwards, so the times are searched from the end: what is back-timed is recent.
        // What was back-timed itself says nothing of what came before it.
        let known = self.times.iter().rev().take_while(|it| it.set_back || it.happened > time);
        known.filter(|it| it.happened > time).last().map_or(next, |it| it.n)
    }

    /// When an entry said at first that it happened, in UTC.
    pub fn recorded_as(&self, entry: u64) -> Option<DateTime<Utc>> {
        self.times.iter().rev().find(|it| it.n == entry).map(|it| it.happened)
    }

    /// The members who sit at present, each with their seat: substitutes in their members' place.
    pub fn sitting_members(&self) -> impl Iterator<Item = (&Seat, &PersonId)> {
        self.body.seats.iter().filter_map(|seat| {
            let member = self.substitute(&seat.id).or(seat.holder.as_ref())?;
            Some((seat, member))
        })
    }

    /// Why a seat's substitute stands in, where a reason was given.
    pub fn substitute_reason(&self, seat: &SeatId) -> Option<&str> {
        self.substitute_reasons.get(seat).map(String::as_str)
    }

    /// The members who are present now.
    pub fn members_present(&self) -> impl Iterator<Item = (&Seat, &PersonId)> {
        self.sitting_members().filter(|(_, person)| self.presence(person) == Presence::Present)
    }
}
