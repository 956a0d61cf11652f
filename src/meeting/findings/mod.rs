//! What is unfinished, inconsistent or about to go wrong.
//!
//! Every warning of the program comes from here: the margin's count, the closing list and the checks of files and
//! records are filters of it. Findings are never recorded; overruling one is.
//!
//! They are kept by subject. An entry touches a few subjects, and only those are looked at again, so that a key press
//! costs the same at the end of a long meeting as at its beginning.

mod catalogue;
mod facts;
mod items;
mod people;
mod phrases;
mod whole;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::event::{Entry, Event, Turning};
use super::fact::Content;
use super::id::{FactId, ItemId, PersonId, SeatId};
use super::state::State;

pub use catalogue::{CATALOGUE, Rule, Urgency, rule};
pub use phrases::undertakings;

/// What a finding is about, and where its jump leads.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// The meeting as a whole.
    Meeting,
    /// A seat.
    Seat(SeatId),
    /// Somebody.
    Person(PersonId),
    /// An item.
    Item(ItemId),
    /// A fact.
    Fact(FactId),
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Meeting => f.write_str("meeting"),
            Self::Seat(id) => write!(f, "seat {id}"),
            Self::Person(id) => write!(f, "person {id}"),
            Self::Item(id) => write!(f, "item {id}"),
            Self::Fact(id) => write!(f, "fact {id}"),
        }
    }
}

/// One warning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Its rule, which has the stable name, what the rule is and the remedy.
    pub rule: &'static Rule,
    /// What it is about.
    pub subject: Subject,
    /// What is wrong: a plain sentence.
    pub sentence: String,
}

/// Where findings about one subject are gathered.
struct Desk<'a> {
    state: &'a State,
    subject: Subject,
    found: Vec<Finding>,
}

impl Desk<'_> {
    fn find(&mut self, name: &'static str, sentence: impl Into<String>) {
        let Some(rule) = rule(name) else { return };
        if self.state.overruled(name, &self.subject.to_string()).is_none() {
            let finding = Finding { rule, subject: self.subject.clone(), sentence: sentence.into() };
            self.found.push(finding);
        }
    }

    fn called(&self, person: &PersonId) -> String {
        self.state.person(person).map_or_else(|| person.to_string(), super::people::Person::short)
    }
}

/// The findings on one subject as things stand.
pub fn about(state: &State, subject: &Subject) -> Vec<Finding> {
    let mut desk = Desk { state, subject: subject.clone(), found: Vec::new() };
    match subject {
        Subject::Meeting => whole::meeting(&mut desk),
        Subject::Seat(id) => people::seat(&mut desk, id),
        // Members are looked at by their seats, speakers by what they said.
        Subject::Person(_) => {}
        Subject::Item(id) => items::item(&mut desk, id),
        Subject::Fact(id) => facts::fact(&mut desk, *id),
    }
    desk.found
}

/// All findings, kept up to date entry by entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    by_subject: BTreeMap<Subject, Vec<Finding>>,
    now: usize,
    total: usize,
}

impl Findings {
    /// All findings on a meeting. Looks at everything once.
    pub fn of(state: &State) -> Self {
        let mut findings = Self::default();
        findings.look_again(state, everything(state));
        findings
    }

    /// Brings the findings up to date after an entry. For one that undid or redid another, give that other entry too.
    pub fn after(&mut self, state: &State, entries: &[&Entry]) {
        let mut subjects = standing(state);
        let mut reach = Reach::Touched;
        for entry in entries {
            for (ordinal, event) in (0..).zip(entry.public.iter().chain(&entry.private)) {
                touched(state, FactId::new(entry.n, ordinal), event, &mut subjects);
                reach = reach.max(Reach::of(event));
            }
        }
        let back = entries.iter().any(|entry| matches!(entry.public.as_slice(), [Event::Undone { .. }]));
        match reach {
            Reach::Touched => {}
            Reach::Found if !back => subjects.extend(self.by_subject.keys().cloned()),
            Reach::Found | Reach::All => subjects.extend(everything(state)),
        }
        self.look_again(state, subjects);
    }

    /// How many there are that matter while the meeting is on.
    pub fn now(&self) -> usize {
        self.now
    }

    /// How many there are in all, with those that only matter at the close.
    pub fn total(&self) -> usize {
        self.total
    }

    /// Every finding, by subject.
    pub fn iter(&self) -> impl Iterator<Item = &Finding> {
        self.by_subject.values().flatten()
    }

    /// Every finding in the order in which a clerk looks for it: the meeting and its people, then item by item as the
    /// agenda has them. Looks at everything once.
    pub fn in_order(&self, state: &State) -> Vec<&Finding> {
        let places: BTreeMap<&ItemId, usize> =
            state.items().zip(1..).map(|(item, place)| (&item.agenda.id, place)).collect();
        let place = |item: &ItemId| places.get(item).copied().unwrap_or(usize::MAX);
        let mut found: Vec<&Finding> = self.iter().collect();
        found.sort_by_cached_key(|finding| match &finding.subject {
            Subject::Meeting | Subject::Seat(_) | Subject::Person(_) => (0, 0),
            Subject::Item(item) => (place(item), 0),
            Subject::Fact(id) => state.fact(*id).map_or((usize::MAX, 0), |fact| {
                let within = state.item(&fact.item).and_then(|item| item.facts.position(id));
                (place(&fact.item), within.map_or(0, |index| index + 1))
            }),
        });
        found
    }

    /// The findings on one subject.
    pub fn about(&self, subject: &Subject) -> &[Finding] {
        self.by_subject.get(subject).map_or(&[], Vec::as_slice)
    }

    fn look_again(&mut self, state: &State, subjects: BTreeSet<Subject>) {
        for subject in subjects {
            let found = about(state, &subject);
            self.count(&found, usize::saturating_add);
            let before = if found.is_empty() {
                self.by_subject.remove(&subject)
            } else {
                self.by_subject.insert(subject, found)
            };
            self.count(&before.unwrap_or_default(), usize::saturating_sub);
        }
    }

    fn count(&mut self, found: &[Finding], change: fn(usize, usize) -> usize) {
        let now = found.iter().filter(|finding| finding.rule.urgency == Urgency::Now).count();
        self.now = change(self.now, now);
        self.total = change(self.total, found.len());
    }
}

/// How far an event reaches beyond what it names. What reaches far is rare, so it may look at much.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Reach {
    /// No further.
    Touched,
    /// To whatever is wrong, which it may put right or call by another name. Undone, it may make anything wrong.
    Found,
    /// To anything.
    All,
}

impl Reach {
    fn of(event: &Event) -> Self {
        match event {
            // Whoever is known to be there may have spoken, and is called by their name.
            Event::Turned { turning: Turning::Presence { .. }, .. } | Event::Person { .. } => Self::Found,
            // Where something stood, or what it came from, before it was moved or changed is not known any more. A time
            // that was wrong may have made anything look wrong, and an item is named by declarations anywhere.
            Event::Moved { .. }
            | Event::Changed { content: Content::Action(_), .. }
            | Event::ItemAdded { .. }
            | Event::Retimed { .. } => Self::All,
            _ => Self::Touched,
        }
    }
}

/// Subjects that any entry may concern: the meeting as a whole, its seats, and the items that the room is at and was at
/// before. They are few.
fn standing(state: &State) -> BTreeSet<Subject> {
    let seats = state.body().seats.iter().map(|seat| Subject::Seat(seat.id.clone()));
    let rooms = state.at_item.changes().rev().take(2).filter_map(|change| change.value.as_ref());
    let room = rooms.map(|item| Subject::Item(item.clone()));
    std::iter::once(Subject::Meeting).chain(seats).chain(room).collect()
}

fn everything(state: &State) -> BTreeSet<Subject> {
    let mut subjects = standing(state);
    subjects.extend(state.people().map(|person| Subject::Person(person.id.clone())));
    for item in state.items() {
        subjects.insert(Subject::Item(item.agenda.id.clone()));
        subjects.extend(item.facts.iter().map(|id| Subject::Fact(*id)));
    }
    subjects
}

fn touched(state: &State, id: FactId, event: &Event, subjects: &mut BTreeSet<Subject>) {
    match event {
        Event::Turned { turning, .. } => match turning {
            Turning::Presence { person, .. } | Turning::Mode { person, .. } => {
                subjects.insert(Subject::Person(person.clone()));
            }
            Turning::Substitute { by, .. } => subjects.extend(by.clone().map(Subject::Person)),
            Turning::Item { item } => subjects.extend(item.clone().map(Subject::Item)),
            Turning::Presiding { .. } | Turning::Office { .. } | Turning::Room { .. } | Turning::Sitting { .. } => {}
        },
        Event::Person { person } => {
            subjects.insert(Subject::Person(person.id.clone()));
        }
        Event::ItemAdded { item, .. } => {
            subjects.insert(Subject::Item(item.id.clone()));
        }
        Event::ItemState { item, .. } | Event::ItemTitle { item, .. } => {
            subjects.insert(Subject::Item(item.clone()));
        }
        Event::Recorded { item, content, .. } => {
            subjects.insert(Subject::Item(item.clone()));
            touched_fact(state, id, subjects);
            if let Content::Action(action) = content {
                subjects.extend(action.from.map(Subject::Fact));
            }
        }
        Event::Changed { id, .. } | Event::Moved { id, .. } | Event::Struck { id, .. } => {
            touched_fact(state, *id, subjects);
        }
        Event::Overruled { subject, .. } => {
            subjects.extend(everything_named(state, subject));
        }
        // These reach further, or concern the meeting as a whole.
        Event::Opened(_)
        | Event::Retimed { .. }
        | Event::Adopted { .. }
        | Event::Plan { .. }
        | Event::Clock { .. }
        | Event::Undone { .. }
        | Event::Redone { .. } => {}
    }
}

fn touched_fact(state: &State, id: FactId, subjects: &mut BTreeSet<Subject>) {
    subjects.insert(Subject::Fact(id));
    let Some(fact) = state.fact(id) else { return };
    subjects.insert(Subject::Item(fact.item.clone()));
    if let Content::Action(action) = &fact.content {
        subjects.extend(action.from.map(Subject::Fact));
    }
}

/// The subject that an overruling names.
fn everything_named(state: &State, named: &str) -> Option<Subject> {
    let (kind, key) = named.split_once(' ').unwrap_or((named, ""));
    match kind {
        "meeting" => Some(Subject::Meeting),
        "seat" => Some(Subject::Seat(key.into())),
        "person" => Some(Subject::Person(key.into())),
        "item" => state.item(&key.into()).map(|item| Subject::Item(item.agenda.id.clone())),
        "fact" => key.parse().ok().map(Subject::Fact),
        _ => None,
    }
}
