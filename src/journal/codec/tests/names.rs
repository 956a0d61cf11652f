//! The names under which an event's parts are stored: what is stored flat beside each other must not share one.

use std::collections::BTreeSet;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde::{Deserialize, de::IgnoredAny};

use super::{at, recorded};
use crate::meeting::agenda::Office;
use crate::meeting::event::{Event, ItemState, Old, Presence, Turning};
use crate::meeting::fact::*;
use crate::meeting::id::{FactId, ItemId, PartyId, PersonId, SeatId};
use crate::meeting::majority::{Majority, Of};
use crate::meeting::timeline::Moment;

/// The names of an object, in order, with those that come twice.
struct Names(Vec<String>);

impl<'de> Deserialize<'de> for Names {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Names;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Names, A::Error> {
                let mut names = Vec::new();
                while let Some((name, _)) = map.next_entry::<String, IgnoredAny>()? {
                    names.push(name);
                }
                Ok(Names(names))
            }
        }
        deserializer.deserialize_map(Object)
    }
}

fn text(text: &str) -> String {
    text.to_owned()
}

fn person() -> PersonId {
    PersonId::from("jamil")
}

fn turn() -> Turn {
    Turn { speaker: Speaker::Party(PartyId::from("commissioner")), text: "said so".to_owned() }
}

fn version() -> Version {
    Version { words: "The Panel *AGREED*.".to_owned(), at: at() }
}

fn room() -> Circumstances {
    Circumstances {
        presiding: Some(person()),
        present: 9,
        entitled: 9,
        quorum: Some(4),
        members: 13,
        seats: 13,
        barred: vec![person()],
        not_members: vec![person()],
    }
}

fn take() -> Take {
    let vote = Vote { person: person(), way: Way::Abstained };
    Take {
        method: Method::Names,
        tally: Some(Tally { yes: 5, no: 3, abstained: 1, not_voting: 2 }),
        votes: vec![vote],
        casting: Some(Casting { by: person(), way: Way::Against }),
        majority: Some(Majority { name: "veto".to_owned(), of: 2, over: 3, more_than: true, base: Of::Members }),
        not_entitled: vec!["ash".into()],
        asked_by: vec!["birch".into()],
        carried: true,
        room: room(),
    }
}

fn round() -> Round {
    let motion = FactId::new(3, 1);
    let choice = Choice { person: person(), motion };
    Round {
        method: Method::Ballot,
        counts: vec![Count { motion, votes: 4 }],
        abstained: 1,
        choices: vec![choice.clone()],
        casting: Some(choice),
        by_lot: false,
        out: vec![motion],
        room: room(),
    }
}

fn exclusion(ground: Ground) -> Content {
    let business = vec![Business {
        item: Some(ItemId::from("report")),
        part: Some(text("the appendix")),
        paragraphs: Paragraph::ALL.to_vec(),
    }];
    Content::Exclusion(Exclusion { ground, business, mover: Some(person()), seconder: Some(person()), tested: true })
}

/// Every kind of fact with every part that it may have.
fn whole_facts() -> Vec<Content> {
    let amendment = Amendment { cite: "Minute 5".to_owned(), change: "a word".to_owned() };
    let outcome = |accuracy| Content::Minutes(MinutesOutcome { set: at().date_naive(), accuracy });
    let motion = |proposal| {
        let (mover, seconder) = (Some(person()), Some(person()));
        Content::Motion(Motion {
            proposal,
            mover,
            seconder,
            moved: true,
            seconded: true,
            verb: Some(Verb::Adopt),
            versions: vec![version()],
            takes: vec![take()],
            parts: vec![Part { words: "a part".to_owned(), takes: vec![take()], fate: Fate::Open }],
            fate: Fate::Lost,
        })
    };
    let decision = |basis| {
        let reasons = vec!["it was cheap".to_owned()];
        Content::Decision(Decision {
            verb: Verb::Note,
            versions: vec![version()],
            basis: Some(basis),
            reasons,
            conditions: vec![text("it is clean")],
            dissent: vec![person()],
            onward: Some(Onward { to: Some(text("Cabinet")), with: Some(text("the Chair")), due: Some(text("May")) }),
            also: vec!["item".into()],
        })
    };
    let id = FactId::new(3, 1);
    vec![
        Content::Point(Point {
            section: Section::Highlights,
            topic: Some(text("Roads")),
            turns: vec![turn()],
            jotting: true,
            jotted: Some(text("roads?")),
        }),
        Content::LeadIn(LeadIn { section: Section::Discussion, by: Speaker::Person(person()) }),
        Content::Movement(Movement {
            moved: Move::Left,
            people: vec![person()],
            party: Some(PartyId::from("commissioner")),
            manner: Some(text("in protest")),
            because: Some(text("of the hour")),
            for_item: Some(ItemId::from("costs")),
        }),
        Content::Nil,
        Content::Declaration(Declaration {
            person: person(),
            items: vec![ItemId::from("report")],
            all: true,
            kind: Some(text("personal")),
            nature: Some(text("a neighbour")),
            sensitive: true,
            consequence: Some(Consequence::Leave),
            dispensation: Some(text("of May")),
            part: Some(text("part 2")),
        }),
        outcome(Accuracy::Agreed),
        outcome(Accuracy::Amended { amendments: vec![amendment] }),
        outcome(Accuracy::Deferred { because: Some(text("they were late")) }),
        Content::Update(Update { topic: "Logo".to_owned(), text: "Done".to_owned(), standing: Some(Standing::Done) }),
        Content::Question(PublicQuestion {
            statement: true,
            notice: true,
            asker: "Ann Hill".to_owned(),
            text: "When?".to_owned(),
            answer: Some(turn()),
            supplementary: Some(text("Why?")),
            supplementary_answer: Some(turn()),
        }),
        motion(Proposal::Appointment { office: Office::ViceChair, nominee: person(), absent: true }),
        motion(Proposal::Substantive),
        motion(Proposal::Amendment { to: id, reads: Some(text("all of it")) }),
        motion(Proposal::Procedural { procedure: Procedure::NextBusiness }),
        Content::Contest(Contest { motions: vec![id], rounds: vec![round()], chosen: Some(id) }),
        Content::Election(Election {
            office: Office::Chair,
            nominations: vec![id],
            presiding: Some(person()),
            rounds: vec![round()],
            elected: Some(person()),
        }),
        decision(Basis::Declared { method: Method::Hands, room: room() }),
        decision(Basis::Motion { motion: id }),
        decision(Basis::Vote { take: Box::new(take()) }),
        decision(Basis::Stands { because: Some(text("of the law")) }),
        decision(Basis::Outside { by: Some(text("the Mayor")), on: Some(text("Monday")) }),
        Content::Passage(Passage {
            kind: PassageKind::Petition,
            by: Some(Owner::Named("Ann Hill".to_owned())),
            role: Some(text("resident")),
            text: "asking for a crossing".to_owned(),
            signatures: Some(214),
            outcome: Some(text("noted")),
            items: vec![ItemId::from("report")],
            ended: Some(at()),
        }),
        Content::Pause(Pause {
            kind: PauseKind::Recess,
            until: Some(text("3 pm")),
            because: Some(text("of the heat")),
        }),
        Content::Table(Grid { columns: vec![text("Payee")], rows: vec![vec![text("Anytown Ltd")]], total: true }),
        Content::Action(Action {
            text: "send it".to_owned(),
            owner: Some(Owner::Named("the Mayor".to_owned())),
            due: Some(text("May")),
            from: Some(id),
            standing: Standing::InHand,
        }),
        Content::Recommendation(Recommendation {
            to: "Cabinet".to_owned(),
            text: "act".to_owned(),
            decision: Some(id),
            reasons: vec!["it is late".to_owned()],
        }),
        exclusion(Ground::Exempt),
        exclusion(Ground::Confidential { because: Some(Confidence::Law) }),
        exclusion(Ground::Prejudicial { because: Some(Prejudice::Special("tenders are open".to_owned())) }),
        exclusion(Ground::Prejudicial { because: Some(Prejudice::Confidential) }),
        exclusion(Ground::Other {
            law: Some(text("regulation 14(2)")),
            words: Some(text("it is so")),
            because: Some(text("noise")),
        }),
        exclusion(Ground::NotExcluded),
        Content::Readmission,
        Content::Mark(TimeMark { label: Some(text("rain")) }),
        Content::Note(Note { text: "ring her".to_owned() }),
    ]
}

/// Everything that is stored flat beside an event's own parts.
fn whole_events() -> Vec<Event> {
    let moment = Moment { anchor: 2, time: at() };
    let presence = Turning::Presence { person: person(), to: Presence::Left, because: Some(text("ill")) };
    let seat = Turning::Substitute { seat: SeatId::from("jones"), by: Some(person()), because: Some(text("asked")) };
    let office = Turning::Office { office: Office::Chair, person: Some(person()) };
    let item = Turning::Item { item: Some(ItemId::from("report")) };
    let (finish, clerk) = (Turning::Finish { to: at() }, Turning::Clerk { name: text("AB") });
    let turned = [presence, seat, office, item, finish, clerk].map(|turning| Event::Turned { at: moment, turning });
    let state = ItemState::Deferred { to: Some(text("May")), because: Some(text("it is late")) };
    let withdrawn = ItemState::Withdrawn { because: Some(text("it is wrong")) };
    let states = [state, withdrawn, ItemState::Merged { into: ItemId::from("costs") }];
    let states = states.map(|state| Event::ItemState { item: ItemId::from("report"), state });
    let point = || Box::new(recorded(Content::Note(Note { text: text("kept") })));
    let (of, item, title) = (FactId::new(3, 1), ItemId::from("report"), Some(text("A contract")));
    let private = [
        Event::Stub { of, item: item.clone(), what: Restricted::Action, title, withdrawn: true },
        Event::PublicTitle { item, title: text("Staff") },
        Event::Redacted { events: vec![of], because: text("a slip"), old: Old::Disposed },
        Event::Withheld { event: None },
        Event::Kept { id: of, event: point() },
    ];
    let changed = whole_facts().into_iter().map(|content| Event::Changed { id: FactId::new(3, 0), content });
    let published = whole_facts().into_iter().map(|content| Event::Published { id: FactId::new(3, 0), content });
    turned
        .into_iter()
        .chain(states)
        .chain(private)
        .chain(whole_facts().into_iter().map(recorded))
        .chain(changed)
        .chain(published)
        .collect()
}

#[test]
fn no_two_parts_of_an_event_share_a_name_and_all_come_back() {
    for event in whole_events() {
        let stored = serde_json::to_string(&event).unwrap();
        let Names(names) = serde_json::from_str(&stored).unwrap();
        let different: BTreeSet<&String> = names.iter().collect();
        assert_eq!(different.len(), names.len(), "{stored}");
        assert_eq!(serde_json::from_str::<Event>(&stored).unwrap(), event, "{stored}");
    }
}
