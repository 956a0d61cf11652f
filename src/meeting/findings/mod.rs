//! What is unfinished, inconsistent or about to go wrong.
//!
//! Every warning of the program comes from here: the margin's count, the closing list and the checks of files and
//! records are filters of it. Findings are never recorded; overruling one is.
//!
//! They are kept by subject. An entry touches a few subjects, and only those are looked at again, so that a key press
//! costs the same at the end of a long meeting as at its beginning.

mod catalogue;
mod closing;
mod course;
mod facts;
mod figures;
mod finish;
mod interests;
mod items;
mod panel;
mod papers;
mod people;
mod phrases;
mod private;
mod reach;
mod recommended;
mod stage;
mod votes;
mod whole;

use std::collections::{BTreeMap, BTreeSet, btree_map};
use std::fmt;

use super::event::{Entry, Event};
use super::id::{FactId, ItemId, PersonId, SeatId};
use super::state::State;

use reach::{Reach, everything};

pub use catalogue::{CATALOGUE, Rule, Urgency, rule};
pub use closing::AtClose;
pub use finish::finish;
pub use phrases::undertakings;
pub use private::answered_in_private;

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

impl Subject {
    /// The subject that is written out as its display does, where the meeting may have it.
    pub fn named(state: &State, named: &str) -> Option<Self> {
        let (kind, key) = named.split_once(' ').unwrap_or((named, ""));
        match kind {
            "meeting" => Some(Self::Meeting),
            "seat" => Some(Self::Seat(key.into())),
            "person" => Some(Self::Person(key.into())),
            "item" => state.item(&key.into()).map(|item| Self::Item(item.agenda.id.clone())),
            "fact" => key.parse().ok().map(Self::Fact),
            _ => None,
        }
    }
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
    /// Whether the meeting is judged as if it were closed.
    closing: bool,
}

impl Desk<'_> {
    fn find(&mut self, name: &'static str, sentence: impl Into<String>) {
        self.found.extend(of_rule(self.state, name, self.subject.clone(), sentence.into()));
    }

    fn called(&self, person: &PersonId) -> String {
        self.state.person(person).map_or_else(|| person.to_string(), super::people::Person::short)
    }
}

/// A finding of the rule of a name, unless it was overruled. For what is seen from elsewhere than the record.
pub fn of_rule(state: &State, name: &str, subject: Subject, sentence: String) -> Option<Finding> {
    let rule = rule(name).filter(|rule| state.overruled(rule.name, &subject.to_string()).is_none())?;
    Some(Finding { rule, subject, sentence })
}

/// The findings on one subject as things stand.
pub fn about(state: &State, subject: &Subject) -> Vec<Finding> {
    look(Desk { state, subject: subject.clone(), found: Vec::new(), closing: false })
}

fn look(mut desk: Desk<'_>) -> Vec<Finding> {
    match desk.subject.clone() {
        Subject::Meeting => whole::meeting(&mut desk),
        Subject::Seat(id) => people::seat(&mut desk, &id),
        Subject::Person(id) => people::person(&mut desk, &id),
        Subject::Item(id) => items::item(&mut desk, &id),
        Subject::Fact(id) => facts::fact(&mut desk, id),
    }
    desk.found
}

/// All findings, kept up to date entry by entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    by_subject: BTreeMap<Subject, Vec<Finding>>,
    /// The subjects that a rule has findings on, by its name.
    by_rule: BTreeMap<&'static str, BTreeSet<Subject>>,
    /// The subjects of findings that matter while the meeting is on.
    urgent: BTreeSet<Subject>,
    now: usize,
    total: usize,
}

impl Findings {
    /// All findings on a meeting. Looks at everything once.
    pub fn of(state: &State) -> Self {
        let mut findings = Self::default();
        for subject in everything(state) {
            findings.look_again(state, subject);
        }
        findings
    }

    /// Brings the findings up to date after an entry. For one that undid or redid another, give that other entry too.
    pub fn after(&mut self, state: &State, entries: &[&Entry]) {
        let back = entries.iter().any(|entry| matches!(entry.public.as_slice(), [Event::Undone { .. }]));
        let mut subjects = reach::standing(state);
        for entry in entries {
            for (id, _, event) in entry.events() {
                reach::touched(state, id, event, &mut subjects);
                match Reach::of(state, entry.n, event) {
                    Reach::Touched => {}
                    Reach::Reading(what) if back => subjects.extend(reach::reading(state, &what)),
                    Reach::Reading(what) => {
                        subjects.extend(self.by_rule.get(what.rule()).into_iter().flatten().cloned());
                    }
                    Reach::Unsaid(what) => {
                        subjects.extend(reach::reading(state, &what));
                        subjects.extend(self.by_rule.get(what.rule()).into_iter().flatten().cloned());
                    }
                    Reach::Found if !back => subjects.extend(self.by_subject.keys().cloned()),
                    Reach::Found | Reach::All => subjects.extend(everything(state)),
                }
            }
        }
        for subject in subjects {
            self.look_again(state, subject);
        }
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
    /// agenda has them. Walks through the meeting as far as it is asked for more.
    pub fn in_order<'a>(&'a self, state: &'a State) -> impl Iterator<Item = &'a Finding> {
        self.in_order_of(state, std::iter::empty(), |subject| self.about(subject)).take(self.total)
    }

    /// The findings that `about` has of each subject, in that order; those of `first` before all others.
    fn in_order_of<'a>(
        &'a self,
        state: &'a State,
        first: impl Iterator<Item = Subject> + Clone + 'a,
        about: impl Fn(&Subject) -> &'a [Finding] + 'a,
    ) -> impl Iterator<Item = &'a Finding> {
        let whole = |subject: &&Subject| !matches!(subject, Subject::Item(_) | Subject::Fact(_));
        let led = first.clone();
        let others = self.by_subject.keys().take_while(whole).filter(move |it| !led.clone().any(|other| other == **it));
        let items = state.items().flat_map(|item| {
            let facts = item.facts.iter().map(|id| Subject::Fact(*id));
            std::iter::once(Subject::Item(item.agenda.id.clone())).chain(facts)
        });
        first.chain(others.cloned()).chain(items).flat_map(move |subject| about(&subject))
    }

    /// The findings on one subject.
    pub fn about(&self, subject: &Subject) -> &[Finding] {
        self.by_subject.get(subject).map_or(&[], Vec::as_slice)
    }

    /// Those that matter while the meeting is on, by subject. Costs what there is of them.
    pub fn urgent(&self) -> impl Iterator<Item = &Finding> {
        let found = self.urgent.iter().flat_map(|subject| self.about(subject));
        found.filter(|finding| finding.rule.urgency == Urgency::Now)
    }

    /// Those of the rule of a name, by subject. Costs what there is of them.
    pub fn of_rule<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Finding> {
        let found = self.by_rule.get(name).into_iter().flatten().flat_map(|subject| self.about(subject));
        found.filter(move |finding| finding.rule.name == name)
    }

    /// How many subjects the rule of a name has findings on.
    pub fn count_of(&self, name: &str) -> usize {
        self.by_rule.get(name).map_or(0, BTreeSet::len)
    }

    fn look_again(&mut self, state: &State, subject: Subject) {
        let found = about(state, &subject);
        for before in self.by_subject.remove(&subject).unwrap_or_default() {
            self.total = self.total.saturating_sub(1);
            if before.rule.urgency == Urgency::Now {
                self.now = self.now.saturating_sub(1);
                self.urgent.remove(&subject);
            }
            if let btree_map::Entry::Occupied(mut subjects) = self.by_rule.entry(before.rule.name) {
                subjects.get_mut().remove(&subject);
                if subjects.get().is_empty() {
                    subjects.remove();
                }
            }
        }
        if found.is_empty() {
            return;
        }
        for finding in &found {
            self.total += 1;
            if finding.rule.urgency == Urgency::Now {
                self.now += 1;
                self.urgent.insert(subject.clone());
            }
            self.by_rule.entry(finding.rule.name).or_default().insert(subject.clone());
        }
        self.by_subject.insert(subject, found);
    }
}
