//! From the state of a meeting to its data.

use serde::Serialize;

use crate::meeting::agenda::{Office, Origin, Report, Topic};
use crate::meeting::event::Presence;
use crate::meeting::fact::{Content, Fact, Owner};
use crate::meeting::id::PersonId;
use crate::meeting::state::State;
use crate::minutes::block::{Part, plain};
use crate::minutes::document::{self, agenda_number, cited, item_blocks, items_in_order, minute_number};
use crate::minutes::names::Names;
use crate::minutes::phrase::capitalised;
use crate::minutes::sheet::Sheet;
use crate::minutes::style::Style;

use super::popolo::{Event, Membership, Organization, Person, Post};
use super::printed::{Printed, clean};
use super::{
    Action, Attendance, Decision, Document, Election, FORMAT, Interest, Item, Recommendation, Reviewed, votes,
};

pub(super) fn document(state: &State, style: &Style, sheet: &Sheet, mark: &str) -> Document {
    let data = Data { state, style };
    let (motions, vote_events) = votes::all(data);
    Document {
        format: FORMAT,
        mark: mark.to_owned(),
        language: sheet.language.clone(),
        organization: Organization { id: data.body(), name: clean(&state.body().name), classification: "committee" },
        event: data.event(sheet),
        persons: data.persons(),
        posts: data.posts(),
        memberships: data.memberships(),
        attendance: data.attendance(),
        items: items_in_order(state, style).into_iter().map(|item| data.item(item)).collect(),
        motions,
        vote_events,
        elections: data.each(|fact, content| match content {
            Content::Election(election) => Some(Election {
                id: fact.id.to_string(),
                item_id: fact.item.to_string(),
                office: election.office,
                nominations: election.nominations.iter().map(ToString::to_string).collect(),
                elected_id: election.elected.as_ref().map(ToString::to_string),
            }),
            _ => None,
        }),
        decisions: data.each(|fact, content| data.decision(fact, content)),
        recommendations: data.each(|fact, content| match content {
            Content::Recommendation(made) => Some(Recommendation {
                id: fact.id.to_string(),
                item_id: fact.item.to_string(),
                to: clean(&made.to),
                text: clean(&made.text),
                reasons: made.reasons.iter().map(|reason| clean(reason)).collect(),
            }),
            _ => None,
        }),
        actions: data.each(|fact, content| data.action(fact, content)),
        reviewed: data.reviewed(),
        interests: data.each(interest),
    }
}

/// A meeting and the style in which its minutes are printed.
#[derive(Clone, Copy)]
pub(super) struct Data<'a> {
    pub(super) state: &'a State,
    pub(super) style: &'a Style,
}

impl<'a> Data<'a> {
    pub(super) fn body(self) -> String {
        self.state.body().id.clone()
    }

    pub(super) fn time(self, at: chrono::DateTime<chrono::Utc>) -> String {
        self.state.local(at).to_rfc3339()
    }

    /// The facts that stand and print, in the order of the agenda.
    pub(super) fn facts(self) -> impl Iterator<Item = &'a Fact> {
        let standing =
            move |fact: &&Fact| fact.struck.is_none() && !document::is_withheld(self.state, self.style, fact.id);
        self.state.items().flat_map(move |item| self.state.facts_of(item)).filter(standing)
    }

    fn each<T>(self, of: impl Fn(&'a Fact, &'a Content) -> Option<T>) -> Vec<T> {
        self.facts().filter_map(|fact| of(fact, &fact.content)).collect()
    }

    fn event(self, sheet: &Sheet) -> Event {
        let agenda = self.state.agenda();
        let called = agenda.date.and_time(agenda.time).and_local_timezone(self.state.body().zone);
        // A time that the clocks skip is called for an hour later than it says; nobody meets then.
        let called = called.earliest().map_or_else(|| agenda.date.to_string(), |at| at.to_rfc3339());
        Event {
            id: format!("{}/{}", self.body(), agenda.date),
            name: sheet.title.clone(),
            start_date: self.state.began().map_or(called, |at| self.time(at)),
            end_date: self.state.ended().map(|at| self.time(at)),
            location: clean(&agenda.venue),
            organization_id: self.body(),
        }
    }

    fn persons(self) -> Vec<Person> {
        let person = |person: &crate::meeting::people::Person| Person {
            id: person.id.to_string(),
            name: clean(&person.full()),
            honorific_prefix: clean(&person.name.title),
            given_name: clean(&person.name.forename),
            family_name: clean(&person.name.surname),
        };
        self.state.people().map(person).collect()
    }

    fn posts(self) -> Vec<Post> {
        use crate::meeting::body::SeatKind;
        let label = |kind| match kind {
            SeatKind::Councillor => "councillor",
            SeatKind::CoOptedCouncillor => "co-opted councillor",
            SeatKind::Independent => "independent member",
        };
        let seats = self.state.body().seats.iter();
        seats
            .map(|seat| Post { id: seat.id.to_string(), label: label(seat.kind), organization_id: self.body() })
            .collect()
    }

    fn memberships(self) -> Vec<Membership> {
        let plain = |person: &PersonId, role| Membership {
            person_id: person.to_string(),
            organization_id: self.body(),
            role,
            post_id: None,
            on_behalf_of: None,
            substitute_for: None,
        };
        let seated = self.state.body().seats.iter().flat_map(|seat| {
            let in_seat = move |person: &PersonId, role| Membership {
                post_id: Some(seat.id.to_string()),
                on_behalf_of: seat.authority.as_deref().map(clean),
                ..plain(person, role)
            };
            let held_for = seat.holder.as_ref().map(ToString::to_string);
            let substitutes = self.state.substitutions(&seat.id).map(move |(person, ..)| Membership {
                substitute_for: held_for.clone(),
                ..in_seat(person, "substitute")
            });
            let holders = self.state.former_holders(&seat.id).iter().chain(&seat.holder);
            holders.map(move |person| in_seat(person, "member")).chain(substitutes)
        });
        let offices = [(Office::Chair, "chair"), (Office::ViceChair, "vice-chair")];
        let offices = offices.into_iter().filter_map(|(office, role)| Some(plain(self.state.office(office)?, role)));
        seated.chain(offices).collect()
    }

    fn attendance(self) -> Vec<Attendance> {
        let known = self.state.people().filter_map(|person| {
            let presence = self.state.presence(&person.id);
            (presence != Presence::Unaccounted).then(|| Attendance {
                person_id: person.id.to_string(),
                presence,
                reason: self.state.presence_reason(&person.id).map(clean),
                remote: !self.state.remotely(&person.id).is_empty(),
            })
        });
        known.collect()
    }

    fn item(self, item: &crate::meeting::state::Item) -> Item {
        let blocks = item_blocks(self.state, self.style, &item.agenda.id);
        Item {
            id: item.agenda.id.to_string(),
            parent_id: item.parent.as_ref().map(ToString::to_string),
            number: agenda_number(self.state, item),
            minute: minute_number(self.state, self.style, item),
            title: clean(&document::title(self.state, self.style, item)),
            kind: word(&item.agenda.kind, "kind"),
            state: word(&item.state, "state"),
            text: blocks.filter_map(|block| Printed::of(&block)).collect(),
        }
    }

    fn decision(self, fact: &Fact, content: &Content) -> Option<Decision> {
        let Content::Decision(decision) = content else { return None };
        decision.basis.as_ref()?;
        let list = |texts: &[String]| texts.iter().map(|text| clean(text)).collect();
        Some(Decision {
            id: fact.id.to_string(),
            item_id: fact.item.to_string(),
            also: decision.also.iter().map(ToString::to_string).collect(),
            verb: decision.verb,
            text: self.printed(fact),
            motion_id: decision.rests_on().map(|motion| motion.to_string()),
            conditions: list(&decision.conditions),
            reasons: list(&decision.reasons),
            dissent: decision.dissent.iter().map(ToString::to_string).collect(),
        })
    }

    /// The words of a decision as the minutes print them.
    fn printed(self, fact: &Fact) -> String {
        let blocks = document::fact_blocks(self.state, self.style, fact.id);
        let lines = blocks.iter().filter_map(|block| match &block.part {
            Part::Decision { line, .. } => Some(clean(&plain(line))),
            _ => None,
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    /// What was carried in from earlier meetings: all that is followed but what this meeting recorded itself.
    fn reviewed(self) -> Vec<Reviewed> {
        let day = self.state.agenda().date;
        let own =
            |topic: &Topic| topic.origin.as_ref().is_some_and(|origin| origin.meeting == day && origin.fact.is_some());
        let carried = document::followed(self.state, self.style).into_iter().filter(|topic| !own(topic));
        let reviewed = carried.map(|topic| Reviewed {
            title: clean(&topic.title),
            origin: topic.origin.map(|origin| Origin {
                minute: origin.minute.as_deref().map(clean),
                item: origin.item.as_deref().map(clean),
                text: clean(&origin.text),
                ..origin
            }),
            owner: topic.owner.as_deref().map(clean),
            due: topic.due.as_deref().map(clean),
            standing: topic.standing,
            updates: topic.reports.into_iter().map(|it| Report { text: clean(&it.text), ..it }).collect(),
        });
        reviewed.collect()
    }

    fn action(self, fact: &Fact, content: &Content) -> Option<Action> {
        let Content::Action(action) = content else { return None };
        let names = Names::new(self.state, self.style);
        let owner = match &action.owner {
            None => None,
            Some(Owner::Person(id)) => self.state.person(id).map(|person| names.called(person)),
            Some(Owner::Party(id)) => self.state.party(id).map(|party| party.name.clone()),
            Some(Owner::Named(name)) => Some(name.clone()),
        };
        let from = action.from.filter(|from| self.state.content(*from).is_some()).unwrap_or(fact.id);
        Some(Action {
            id: fact.id.to_string(),
            item_id: fact.item.to_string(),
            text: clean(&action.text),
            owner: clean(&capitalised(&owner.unwrap_or_default())),
            owner_id: match &action.owner {
                Some(Owner::Person(id)) => Some(id.to_string()),
                _ => None,
            },
            due: action.due.as_deref().map(clean),
            minute: cited(self.state, self.style, from).unwrap_or_default(),
            standing: action.standing,
        })
    }
}

fn interest(fact: &Fact, content: &Content) -> Option<Interest> {
    let Content::Declaration(declared) = content else { return None };
    Some(Interest {
        id: fact.id.to_string(),
        person_id: declared.person.to_string(),
        items: declared.items.iter().map(ToString::to_string).collect(),
        category: declared.kind.as_deref().map(clean),
        nature: declared.nature.as_deref().filter(|_| !declared.sensitive).map(clean),
    })
}

/// The word by which files name a value: what its tag says.
fn word(value: &impl Serialize, tag: &str) -> String {
    let written = serde_json::to_value(value).unwrap_or_default();
    written.get(tag).and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
}
