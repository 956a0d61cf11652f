//! The meeting that the records of this folder hold. It is no model of a meeting: it holds one of everything.
//!
//! Whatever is added to the format is added here, and written into a record of its own beside the old ones, which stay
//! as the release of their time wrote them.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use quorate::meeting::Meeting;
use quorate::meeting::adoption::Adoption;
use quorate::meeting::agenda::{AgendaItem, ItemKind, Office, Paper, PlanEntry};
use quorate::meeting::body::{Access, OwnGround};
use quorate::meeting::command::When;
use quorate::meeting::event::{Entry, Event, ItemState, Mode, Presence, Sitting, Turning};
use quorate::meeting::fact::*;
use quorate::meeting::id::{FactId, ItemId, PartyId, PersonId};
use quorate::meeting::majority::{Majority, Of};
use quorate::meeting::people::{Name, Person, Pronoun};
use quorate::meeting::timeline::Moment;
use quorate::run::papers;
mod attended;
mod carried;
mod corrected;
mod course;
mod hearing;
mod panel;
mod parish;
mod private;
mod published;
mod stages;
mod voted;
use attended::visitor;
use course::added;
pub(crate) use {
    attended::attended,
    carried::carried,
    corrected::{asked, corrected},
    course::course,
    hearing::hearing,
    panel::panel,
    parish::parish,
    private::private,
    published::published,
    stages::stages,
    voted::voted,
};

/// The meeting while it is written down.
struct Desk {
    meeting: Meeting,
    entries: Vec<Entry>,
    items: Vec<ItemId>,
    people: Vec<PersonId>,
    party: PartyId,
}

/// One of everything, in order.
pub(crate) fn entries() -> Vec<Entry> {
    let mut desk = Desk::new();
    desk.attendance();
    desk.agenda();
    desk.said();
    desk.decided();
    desk.followed();
    desk.mended();
    desk.entries
}

fn began() -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + Duration::seconds(1_689_771_600)
}

impl Desk {
    fn new() -> Self {
        let opened = papers::find("2023-07-19").unwrap().read().unwrap().opened(false);
        let entry = Entry {
            n: 1,
            at: began(),
            when: None,
            by: "JB".to_owned(),
            public: vec![Event::Opened(Box::new(opened.clone()))],
            private: Vec::new(),
        };
        let items = opened.agenda.items.iter().map(|item| item.id.clone()).collect();
        let people = opened.body.people.iter().map(|person| person.id.clone()).collect();
        let party = opened.body.parties[0].id.clone();
        let mut meeting = Meeting::new(opened);
        meeting.apply(&entry);
        Self { meeting, entries: vec![entry], items, people, party }
    }

    fn now(&self) -> DateTime<Utc> {
        began() + Duration::minutes(i64::try_from(self.meeting.next()).unwrap())
    }

    /// Records one entry and gives the identity of its first event.
    fn entry(&mut self, events: Vec<Event>) -> FactId {
        self.entry_at(events, None)
    }

    fn entry_at(&mut self, events: Vec<Event>, at: Option<DateTime<Utc>>) -> FactId {
        let entry = self.meeting.entry_for(events, When { now: self.now(), at }, "JB", Audience::Public);
        self.meeting.apply(&entry);
        let id = FactId::new(entry.n, 0);
        self.entries.push(entry);
        id
    }

    fn turn(&mut self, turning: Turning) -> FactId {
        let at = Moment { anchor: self.meeting.next(), time: self.now() };
        self.entry(vec![Event::Turned { at, turning }])
    }

    fn record(&mut self, item: usize, content: Content) -> FactId {
        let item = self.items[item].clone();
        let index = self.meeting.state().item(&item).unwrap().facts.len();
        self.entry(vec![Event::Recorded { item, index, content }])
    }

    fn attendance(&mut self) {
        let presences =
            [Presence::Present, Presence::Apologies, Presence::Absent, Presence::Left, Presence::Unaccounted];
        for (person, to) in self.people.clone().into_iter().zip(presences) {
            self.turn(Turning::Presence { person, to, because: (to == Presence::Apologies).then(|| "unwell".into()) });
        }
        let seats = self.meeting.state().body().seats.clone();
        let seat = seats.iter().find(|seat| !seat.substitutes.is_empty()).unwrap();
        let by = seat.substitutes.first().cloned();
        self.turn(Turning::Substitute { seat: seat.id.clone(), by, because: Some("as announced".into()) });
        self.turn(Turning::Substitute { seat: seat.id.clone(), by: None, because: None });
        let person = self.people[0].clone();
        self.turn(Turning::Mode { person: person.clone(), to: Mode::Remote });
        self.turn(Turning::Mode { person: person.clone(), to: Mode::InRoom });
        self.turn(Turning::Presiding { person: Some(person.clone()), during: None });
        for office in [Office::Chair, Office::ViceChair] {
            self.turn(Turning::Office { office, person: Some(person.clone()) });
        }
        for (id, pronoun) in [("first", Pronoun::He), ("second", Pronoun::She), ("third", Pronoun::They)] {
            self.entry(vec![Event::Person { person: visitor(id, pronoun) }]);
        }
    }

    fn agenda(&mut self) {
        self.turn(Turning::Sitting { to: Sitting::Before });
        self.turn(Turning::Sitting { to: Sitting::Sitting });
        for item in self.items.clone() {
            self.turn(Turning::Item { item: Some(item) });
        }
        self.turn(Turning::Item { item: None });
        let added = added();
        self.entry(vec![Event::ItemAdded { item: Box::new(added.clone()), parent: None, index: 3 }]);
        let below = AgendaItem { id: "below".into(), title: "A part of it".into(), ..added.clone() };
        let parent = Some(added.id.clone());
        self.entry(vec![Event::ItemAdded { item: Box::new(below), parent, index: 0 }]);
        self.entry(vec![Event::ItemTitle { item: added.id.clone(), title: "An urgent item, renamed".into() }]);
        let deferred = ItemState::Deferred { to: Some("the next meeting".into()), because: Some("no time".into()) };
        for state in [ItemState::Skipped, ItemState::Open, deferred] {
            self.entry(vec![Event::ItemState { item: added.id.clone(), state }]);
        }
        let entry = PlanEntry {
            date: NaiveDate::from_ymd_opt(2024, 1, 31),
            time: "13:30:00".parse().ok(),
            kind: None,
            label: Some("AGM".into()),
            venue: vec!["Town Hall".into()],
            items: vec!["Precept".into()],
        };
        self.entry(vec![Event::Plan { index: 0, entry: Some(entry) }]);
        self.entry(vec![Event::Plan { index: 0, entry: None }]);
    }

    fn said(&mut self) {
        let speakers = [
            Speaker::None,
            Speaker::Unknown,
            Speaker::Person(self.people[0].clone()),
            Speaker::Party(self.party.clone()),
            Speaker::Body,
        ];
        let turns: Vec<Turn> = speakers
            .iter()
            .map(|speaker| Turn { speaker: speaker.clone(), text: "said “something”.".into() })
            .collect();
        for section in [Section::Paragraph, Section::Highlights, Section::Discussion, Section::Remark] {
            let topic = (section == Section::Highlights).then(|| "Youth Fund".to_owned());
            self.record(8, Content::Point(Point { section, topic, turns: turns.clone(), ..Point::default() }));
        }
        let jotting = Point { turns: turns.clone(), jotting: true, ..Point::default() };
        self.record(8, Content::Point(jotting));
        let written = Point { turns, jotted: Some("sb foxes".into()), ..Point::default() };
        self.record(8, Content::Point(written));
        self.record(8, Content::LeadIn(LeadIn { section: Section::Highlights, by: speakers[2].clone() }));
        for moved in [Move::Arrived, Move::Left, Move::Returned] {
            let people = vec![self.people[1].clone()];
            let party = (moved == Move::Left).then(|| self.party.clone());
            let for_item = (moved == Move::Left).then(|| self.items[8].clone());
            let movement =
                Movement { party, for_item, because: Some("a train".into()), ..Movement::new(moved, people) };
            self.record(8, Content::Movement(movement));
        }
        self.record(3, Content::Nil);
        for consequence in [Consequence::Stay, Consequence::StayNoVote, Consequence::SpeakThenLeave, Consequence::Leave]
        {
            let declaration = Declaration {
                person: self.people[0].clone(),
                items: vec![self.items[8].clone()],
                all: consequence == Consequence::Stay,
                kind: Some("disclosable pecuniary".into()),
                nature: Some("owns the hall".into()),
                sensitive: true,
                consequence: Some(consequence),
                dispensation: Some("the Monitoring Officer's of May".into()),
                part: Some("part 2".into()),
            };
            self.record(3, Content::Declaration(declaration));
        }
        let amendment = Amendment { cite: "Paragraph 5".into(), change: "deletion of “not”".into() };
        let deferred = Accuracy::Deferred { because: Some("not circulated".into()) };
        for accuracy in [Accuracy::Agreed, Accuracy::Amended { amendments: vec![amendment] }, deferred] {
            let set = NaiveDate::from_ymd_opt(2023, 3, 15).unwrap();
            self.record(4, Content::Minutes(MinutesOutcome { set, accuracy }));
        }
        let turn = |text: &str| Some(Turn { speaker: Speaker::Body, text: text.into() });
        let question = PublicQuestion {
            statement: false,
            notice: false,
            asker: "A resident".into(),
            text: "asked about speeding.".into(),
            answer: turn("answered."),
            supplementary: Some("asked again.".into()),
            supplementary_answer: turn("answered again."),
        };
        self.record(6, Content::Question(PublicQuestion { statement: true, ..question.clone() }));
        self.record(6, Content::Question(question));
        self.record(8, Content::Mark(TimeMark { label: None }));
        self.record(8, Content::Mark(TimeMark { label: Some("a fire alarm".into()) }));
    }

    fn decided(&mut self) {
        let room = Circumstances {
            presiding: Some(self.people[0].clone()),
            present: 9,
            entitled: 8,
            quorum: Some(4),
            members: 13,
            seats: 13,
            barred: vec![self.people[1].clone()],
            not_members: vec![self.people[2].clone()],
        };
        let version = Version { words: "The Panel *AGREED* to go on.".into(), at: began() };
        let (mover, seconder) = (Some(self.people[0].clone()), Some(self.people[1].clone()));
        let methods = [
            Method::Assent,
            Method::Unopposed,
            Method::Unanimous,
            Method::NobodyAgainst,
            Method::Hands,
            Method::Vote,
            Method::Names,
            Method::Ballot,
        ]
        .into_iter();
        let fates =
            [Fate::Carried, Fate::Lost, Fate::Withdrawn, Fate::Lapsed, Fate::Open, Fate::Accepted, Fate::Fallen];
        let mut motion = FactId::new(0, 0);
        for (method, fate) in methods.clone().zip(fates.into_iter().cycle()) {
            let tally = (method == Method::Hands).then_some(Tally { yes: 5, no: 3, abstained: 1, not_voting: 2 });
            let takes = vec![Take { tally, ..Take::uncounted(method, fate == Fate::Carried, room.clone()) }];
            let (mover, seconder, versions) = (mover.clone(), seconder.clone(), vec![version.clone()]);
            let whole = Motion::new(Proposal::Substantive);
            motion = self.record(9, Content::Motion(Motion { mover, seconder, versions, takes, fate, ..whole }));
        }
        self.moved(motion, &room, &version);
        let nominee = self.people[0].clone();
        let proposal = Proposal::Appointment { office: Office::Chair, nominee: nominee.clone(), absent: true };
        let nomination = Motion { mover, seconder, fate: Fate::Carried, ..Motion::new(proposal) };
        let nomination = self.record(0, Content::Motion(nomination));
        self.record(
            0,
            Content::Election(Election {
                office: Office::Chair,
                nominations: vec![nomination],
                presiding: Some(nominee.clone()),
                rounds: vec![self.round(nomination, &room)],
                elected: Some(nominee),
            }),
        );
        let verbs = [
            Verb::Agree,
            Verb::Note,
            Verb::Receive,
            Verb::Approve,
            Verb::Endorse,
            Verb::Adopt,
            Verb::Recommend,
            Verb::Defer,
            Verb::Refer,
            Verb::Refuse,
        ];
        for (verb, method) in verbs.into_iter().zip(methods.cycle()) {
            let basis = Some(Basis::Declared { method, room: room.clone() });
            let reasons = vec!["It was time.".into()];
            let versions = vec![version.clone()];
            let decision = Decision { verb, versions, basis, reasons, ..Decision::default() };
            self.record(9, Content::Decision(decision));
        }
        let take = Take::uncounted(Method::Ballot, true, room);
        let counted = Decision { basis: Some(Basis::Vote { take: Box::new(take) }), ..Decision::default() };
        self.record(9, Content::Decision(Decision { versions: vec![version.clone()], ..counted }));
        let by_vote = Decision { basis: Some(Basis::Motion { motion }), ..Decision::default() };
        self.record(9, Content::Decision(Decision { versions: vec![version.clone()], ..by_vote }));
        self.record(9, Content::Decision(Decision { versions: vec![version], ..Decision::default() }));
    }

    /// Motions of every other kind, and a vote with everything that it may have.
    fn moved(&mut self, to: FactId, room: &Circumstances, version: &Version) {
        let ways = [Way::For, Way::Against, Way::Abstained, Way::NotVoting];
        let votes =
            ways.into_iter().zip(&self.people).map(|(way, person)| Vote { person: person.clone(), way }).collect();
        let by = self.people[0].clone();
        let bases = [Of::Voting, Of::Present, Of::Seats, Of::Members];
        for base in bases {
            let majority = Some(Majority { name: "veto".into(), of: 2, over: 3, more_than: true, base });
            let take = Take { majority, ..Take::uncounted(Method::Vote, true, room.clone()) };
            let motion = Motion { takes: vec![take], ..Motion::new(Proposal::Substantive) };
            self.record(9, Content::Motion(motion));
        }
        let majority = Majority { name: "veto".into(), of: 2, over: 3, more_than: true, base: Of::Members };
        let take = Take {
            votes,
            casting: Some(Casting { by, way: Way::For }),
            majority: Some(majority),
            ..Take::uncounted(Method::Names, true, room.clone())
        };
        let part = Part { words: "a part".into(), takes: vec![take.clone()], fate: Fate::Carried };
        let versions = vec![version.clone()];
        let (reads, takes, verb) = (Some("all of it".into()), vec![take], Some(Verb::Recommend));
        let whole = Motion::new(Proposal::Amendment { to, reads });
        let motion = Motion { moved: true, seconded: true, verb, versions, takes, parts: vec![part], ..whole };
        let amendment = self.record(9, Content::Motion(motion));
        for procedure in [
            Procedure::NextBusiness,
            Procedure::PutTheQuestion,
            Procedure::AdjournDebate,
            Procedure::Adjourn,
            Procedure::Extend,
            Procedure::ChangeOrder,
            Procedure::WayOfVoting,
            Procedure::SuspendRule,
            Procedure::Other,
        ] {
            self.record(9, Content::Motion(Motion::new(Proposal::Procedural { procedure })));
        }
        let rounds = vec![self.round(to, room)];
        self.record(9, Content::Contest(Contest { motions: vec![to, amendment], rounds, chosen: Some(to) }));
    }

    fn round(&self, motion: FactId, room: &Circumstances) -> Round {
        let choice = Choice { person: self.people[0].clone(), motion };
        Round {
            method: Method::Ballot,
            counts: vec![Count { motion, votes: 4 }],
            abstained: 1,
            choices: vec![choice.clone()],
            casting: Some(choice),
            by_lot: false,
            out: vec![motion],
            room: room.clone(),
        }
    }

    fn followed(&mut self) {
        let standings = [
            Standing::Open,
            Standing::InHand,
            Standing::TooEarly,
            Standing::Done,
            Standing::Declined,
            Standing::NotOurs,
        ];
        let owners = [
            Some(Owner::Person(self.people[0].clone())),
            Some(Owner::Party(self.party.clone())),
            Some(Owner::Named("the webmaster".into())),
            None,
        ];
        let point = self.record(10, Content::Point(Point::default()));
        for (standing, owner) in standings.into_iter().zip(owners.into_iter().cycle()) {
            let (due, from) = (Some("next meeting".into()), Some(point));
            self.record(10, Content::Action(Action { text: "Circulate it".into(), owner, due, from, standing }));
            let (topic, text) = ("District Days".into(), "It went well.".into());
            self.record(5, Content::Update(Update { topic, text, standing: Some(standing) }));
        }
        let decision = Some(FactId::new(9, 0));
        let (to, text) = ("the Commissioner".into(), "Think again".into());
        self.record(10, Content::Recommendation(Recommendation { to, text, decision, reasons: Vec::new() }));
    }

    fn adoption(&self, differences: Vec<String>) -> Adoption {
        let (mut body, mut agenda) = (self.meeting.state().body().clone(), self.meeting.state().agenda().clone());
        body.short = "Panel".into();
        agenda.venue = "The Guildhall".into();
        Adoption {
            differences,
            style: Some("[style]\nfull-stops = true\n".into()),
            body: Some(Box::new(body)),
            agenda: Some(Box::new(agenda)),
            stated: self.meeting.state().stated().cloned(),
        }
    }

    fn mended(&mut self) {
        let note = |text: &str| Content::Note(Note { text: text.to_owned() });
        let first = self.record(10, note("a note to oneself"));
        self.entry(vec![Event::Changed { id: first, content: note("a note rewritten") }]);
        self.entry(vec![Event::Moved { id: first, item: self.items[9].clone(), index: 0 }]);
        self.entry(vec![Event::Struck { id: first, because: "done with".into() }]);
        self.turn(Turning::Room { to: Audience::Private });
        let turn = Turn { speaker: Speaker::Body, text: "spoke in private.".into() };
        self.record(10, Content::Point(Point { turns: vec![turn], ..Point::default() }));
        self.turn(Turning::Room { to: Audience::Public });
        let point = self.record(10, Content::Point(Point { jotted: Some("old".into()), ..Point::default() }));
        let turn = Turn { speaker: Speaker::Unknown, text: "was corrected.".into() };
        let corrected = Content::Point(Point { turns: vec![turn], ..Point::default() });
        self.entry(vec![Event::Changed { id: point, content: corrected }]);
        self.entry(vec![Event::Moved { id: point, item: self.items[8].clone(), index: 0 }]);
        let struck = self.record(10, Content::Nil);
        self.entry(vec![Event::Struck { id: struck, because: "a slip of the key".into() }]);
        let overruled = ("item-not-taken", "item nowhere", "it was taken before");
        let (name, subject, because) = (overruled.0.into(), overruled.1.into(), overruled.2.into());
        self.entry(vec![Event::Overruled { name, subject, because }]);
        self.entry(vec![Event::Clock { from: began(), to: self.now() }]);
        let at = Moment { anchor: 20, time: began() + Duration::minutes(19) };
        self.entry(vec![Event::Retimed { entry: point.entry, at }]);
        let differences = vec!["the body's short name".to_owned()];
        self.entry(vec![Event::Adopted(Box::new(self.adoption(differences)))]);
        for undone in [false, true] {
            let turn = Turn { speaker: Speaker::None, text: "Undone, and done again.".into() };
            let n = self.record(10, Content::Point(Point { turns: vec![turn], ..Point::default() })).entry;
            self.entry(vec![Event::Undone { entry: n }]);
            if !undone {
                self.entry(vec![Event::Redone { entry: n }]);
            }
        }
        self.turn(Turning::Sitting { to: Sitting::Adjourned });
        self.turn(Turning::Sitting { to: Sitting::Closed });
        let late = Turn { speaker: Speaker::None, text: "Recorded after the meeting.".into() };
        let late = Content::Point(Point { turns: vec![late], ..Point::default() });
        let recorded = Event::Recorded { item: self.items[10].clone(), index: 0, content: late };
        self.entry_at(vec![recorded], Some(began() + Duration::minutes(30)));
    }
}
