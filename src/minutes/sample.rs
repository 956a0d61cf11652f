//! Meetings for tests, built from entries.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};

use crate::meeting::Meeting;
use crate::meeting::agenda::{Agenda, AgendaItem, ItemKind, Office, Paper};
use crate::meeting::body::{Body, Rules, Seat, SeatKind};
use crate::meeting::event::{Entry, Event, Opened, Presence, Sitting, Turning};
use crate::meeting::fact::{
    Basis, Circumstances, Content, Decision, Method, Point, Section, Speaker, Turn, Verb, Version,
};
use crate::meeting::id::{FactId, ItemId, PersonId};
use crate::meeting::people::{Group, GroupKind, Name, Party, Person, Pronoun};
use crate::meeting::state::State;
use crate::meeting::timeline::Moment;

use super::style::Style;

pub(crate) const PANEL: &str = include_str!("panel_style_sample.toml");

pub(crate) fn panel_style() -> Style {
    let (style, problems) = Style::read("panel_style_sample.toml", PANEL);
    assert!(problems.is_empty(), "{problems:?}");
    style
}

pub(crate) fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

pub(crate) fn start() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2023, 7, 19, 13, 0, 0).unwrap()
}

pub(crate) fn person(id: &str, title: &str, name: &str, pronoun: Pronoun) -> Person {
    let (forename, surname) = name.split_once(' ').unwrap_or(("", name));
    let initials = if title.is_empty() { String::new() } else { forename.chars().take(1).collect() };
    let name =
        Name { title: title.into(), forename: forename.into(), initials, surname: surname.into(), ..Name::default() };
    Person { pronoun, ..Person::new(id.into(), name) }
}

pub(crate) fn item(id: &str, title: &str, kind: ItemKind) -> AgendaItem {
    AgendaItem {
        id: id.into(),
        number: Some(id.into()),
        title: title.into(),
        kind,
        internal: false,
        private: Vec::new(),
        confidential: false,
        offer: None,
        paper: Paper::default(),
        items: Vec::new(),
    }
}

/// Seats in the order of the roll: holder, then substitute.
const SEATS: [(&str, &str, &str, &str); 11] = [
    ("bradnam", "Anna Bradnam", "wilson", "Graham Wilson"),
    ("ferguson", "Stephen Ferguson", "sanderson", "Tom Sanderson"),
    ("gowing", "John Gowing", "goldsack", "Mark Goldsack"),
    ("beuttell", "Marge Beuttell", "lowe", "Charlotte Lowe"),
    ("jones", "Dennis Jones", "jamil", "Mohammed Jamil"),
    ("barkham", "Simon Barkham", "hogg", "Christian Hogg"),
    ("tyler", "Bryan Tyler", "warren", "Scott Warren"),
    ("varkey", "Baiju Varkey", "gilderdale", "Alice Gilderdale"),
    ("wallwork", "Susan Wallwork", "foice-beard", "Luci Foice-Beard"),
    ("sharp", "Alan Sharp", "huffer", "Julia Huffer"),
    ("leeming", "Helene Leeming", "sandford", "Peter Sandford"),
];

const OTHERS: [(&str, &str, &str); 6] = [
    ("preston", "Darryl Preston", "Cambridgeshire Police and Crime Commissioner"),
    ("haylett", "Jim Haylett", "Chief Executive OPCC (Office of Police Crime Commissioner)"),
    ("peach", "John Peach", "Deputy Police and Crime Commissioner"),
    ("hudson", "Jack Hudson", "Director of Governance and Compliance"),
    ("edwards", "Nicky Edwards", "Director of Commissioning"),
    ("turner", "Cristina Turner", "Director for Strategic Partnerships"),
];

fn seat(holder: &str, substitute: Option<&str>, kind: SeatKind) -> Seat {
    Seat {
        id: holder.into(),
        holder: Some(holder.into()),
        authority: None,
        group: None,
        kind,
        substitutes: substitute.into_iter().map(PersonId::from).collect(),
        votes: None,
        scheme: None,
    }
}

pub(crate) fn body() -> Body {
    let mut people = Vec::new();
    let mut seats = Vec::new();
    for (holder, name, substitute, stands_in) in SEATS {
        people.push(person(holder, "Councillor", name, if holder == "jones" { Pronoun::He } else { Pronoun::They }));
        people.push(person(substitute, "Councillor", stands_in, Pronoun::They));
        seats.push(seat(holder, Some(substitute), SeatKind::Councillor));
    }
    for (holder, name) in [("leigh", "Edward Leigh"), ("george", "Claire George")] {
        people.push(person(holder, "", name, Pronoun::He));
        seats.push(seat(holder, None, SeatKind::Independent));
    }
    let employer = Some("Peterborough City Council".to_owned());
    let officers = [
        ("webb", "Jane Webb", "Senior Democratic Services Officer, Police and Crime"),
        ("omoregie", "Adesuwa Omoregie", "Monitoring Officer"),
    ];
    let others = OTHERS.map(|other| (other, "others", None));
    for ((id, name, post), group, organisation) in
        officers.map(|one| (one, "officers", employer.clone())).into_iter().chain(others)
    {
        let mut one = person(id, "", name, Pronoun::They);
        one.post = Some(post.to_owned());
        one.group = Some(group.into());
        one.organisation = organisation;
        one.called = (id == "preston").then(|| "the Commissioner".to_owned());
        people.push(one);
    }
    let group = |id: &str, label: &str, kind| Group { id: id.into(), label: label.into(), kind };
    let party = Party {
        id: "commissioner".into(),
        name: "the Commissioner and his staff".into(),
        people: OTHERS.iter().map(|(id, ..)| (*id).into()).collect(),
        leaves_for_internal: true,
    };
    Body {
        id: "panel".into(),
        name: "Cambridgeshire Police and Crime Panel".into(),
        short: "Panel".into(),
        zone: chrono_tz::Europe::London,
        people,
        seats,
        groups: vec![
            group("members", "Members Present", GroupKind::Members),
            group("officers", "Officers Present", GroupKind::Officers),
            group("others", "Others Present", GroupKind::Others),
        ],
        parties: vec![party],
        chair: None,
        vice_chair: None,
        rules: Rules::default(),
    }
}

pub(crate) fn agenda(items: Vec<AgendaItem>) -> Agenda {
    Agenda {
        date: date(2023, 7, 19),
        time: NaiveTime::from_hms_opt(14, 0, 0).unwrap(),
        venue: "Town Hall, Peterborough".into(),
        contact: String::new(),
        municipal_year: Some("2023/24".into()),
        first_minute: None,
        last_minute: None,
        last_meeting: None,
        published: None,
        opens: Some("webb".into()),
        notices: Vec::new(),
        links: Vec::new(),
        topics: Vec::new(),
        note: None,
        items,
        plan: Vec::new(),
        declared: Vec::new(),
    }
}

/// A meeting under way, an entry an event.
pub(crate) struct Scene {
    meeting: Meeting,
    pub(crate) now: DateTime<Utc>,
}

impl Scene {
    pub(crate) fn new(agenda: Agenda) -> Self {
        Self::of(body(), agenda)
    }

    pub(crate) fn of(body: Body, agenda: Agenda) -> Self {
        let opened = Opened {
            format: 1,
            program: "test".into(),
            body,
            agenda,
            style: String::new(),
            practice: false,
            stated: None,
        };
        Self { meeting: Meeting::new(opened), now: start() }
    }

    pub(crate) fn state(&self) -> &State {
        self.meeting.state()
    }

    pub(crate) fn event(&mut self, event: Event) -> FactId {
        let n = self.meeting.next();
        self.meeting.apply(&Entry {
            n,
            at: self.now,
            when: None,
            by: "clerk".into(),
            public: vec![event],
            private: Vec::new(),
        });
        FactId::new(n, 0)
    }

    pub(crate) fn turn(&mut self, turning: Turning) {
        let at = Moment { anchor: self.meeting.next(), time: self.now };
        self.event(Event::Turned { at, turning });
    }

    pub(crate) fn presence(&mut self, person: &str, to: Presence) {
        self.turn(Turning::Presence { person: person.into(), to, because: None });
    }

    pub(crate) fn substitute(&mut self, seat: &str, by: &str) {
        self.turn(Turning::Substitute { seat: seat.into(), by: Some(by.into()), because: None });
        self.presence(by, Presence::Present);
    }

    pub(crate) fn office(&mut self, office: Office, person: &str) {
        self.turn(Turning::Office { office, person: Some(person.into()) });
    }

    pub(crate) fn sitting(&mut self, to: Sitting) {
        self.turn(Turning::Sitting { to });
    }

    pub(crate) fn visit(&mut self, item: &str) {
        self.turn(Turning::Item { item: Some(item.into()) });
    }

    pub(crate) fn record(&mut self, item: &str, content: Content) -> FactId {
        self.event(Event::Recorded { item: ItemId::from(item), index: usize::MAX, content })
    }

    pub(crate) fn later(&mut self, minutes: i64) {
        self.now += TimeDelta::minutes(minutes);
    }
}

pub(crate) fn said(who: &str, text: &str) -> Turn {
    Turn { speaker: Speaker::Person(who.into()), text: text.into() }
}

pub(crate) fn point(section: Section, topic: Option<&str>, turns: Vec<Turn>) -> Content {
    Content::Point(Point { section, topic: topic.map(str::to_owned), turns, jotting: false, jotted: None })
}

pub(crate) fn decided(verb: Verb, words: &str) -> Content {
    let basis = Some(Basis::Declared { method: Method::Assent, room: Circumstances::default() });
    let versions = vec![Version { words: words.into(), at: start() }];
    Content::Decision(Decision { verb, versions, basis, ..Decision::default() })
}
