//! A meeting to draw: the July one, half way through.

use std::sync::LazyLock;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::{Europe::London, Tz};

use crate::app::view::{Hint, PadView, Row, Tone};
use crate::meeting::Meeting;
use crate::meeting::agenda::{Agenda, AgendaItem, ItemKind, Paper};
use crate::meeting::body::{Body, Rules, Seat, SeatKind};
use crate::meeting::event::{Entry, Event, FORMAT, ItemState, Opened, Presence, Sitting, Turning};
use crate::meeting::fact::{
    Action, Audience, Basis, Circumstances, Content, Decision, LeadIn, Method, Owner, Point, Section, Speaker,
    Standing, Turn, Verb, Version,
};
use crate::meeting::id::{FactId, GroupId, ItemId, PersonId, SeatId};
use crate::meeting::people::{Group, GroupKind, Name, Person};
use crate::meeting::timeline::Moment;
use crate::minutes::style::Style;
use crate::ui::screen::{Pen, Saved, Screen, Typing};

pub(super) const MEMBERS: [(&str, &str, &str, &str); 13] = [
    ("george", "", "Claire", "George"),
    ("gilderdale", "Councillor", "A", "Gilderdale"),
    ("bradnam", "Councillor", "A", "Bradnam"),
    ("barkham", "Councillor", "S", "Barkham"),
    ("sharp", "Councillor", "A", "Sharp"),
    ("gowing", "Councillor", "J", "Gowing"),
    ("leeming", "Councillor", "H", "Leeming"),
    ("leigh", "", "Edward", "Leigh"),
    ("jones", "Councillor", "D", "Jones"),
    ("ferguson", "Councillor", "S", "Ferguson"),
    ("varkey", "Councillor", "C", "Varkey"),
    ("wallwork", "Councillor", "S", "Wallwork"),
    ("jamil", "Councillor", "M", "Jamil"),
];

const OTHERS: [(&str, &str, &str, &str); 4] = [
    ("webb", "officers", "Jane", "Webb"),
    ("omoregie", "officers", "Adesuwa", "Omoregie"),
    ("preston", "others", "Darryl", "Preston"),
    ("haylett", "others", "Jim", "Haylett"),
];

const ITEMS: [&str; 15] = [
    "Election of Chair",
    "Election of Vice Chair",
    "Apologies for Absence",
    "Declarations of Interest",
    "Minutes of the Meeting held on 15 March 2023",
    "Review Actions and Recommendations from the Previous Meeting",
    "Public Questions/Statements",
    "Public Complaints against the Police and Crime Commissioner for the Year 2022/23",
    "Police and Crime Commissioner's Annual Report",
    "Police and Crime Commissioner's Approach to Integrity Assurance",
    "Delivery of the Police and Crime Commissioner's Police and Crime Plan 2021-24 – Progress Report",
    "Cambridgeshire Police and Crime Panel – Annual Report",
    "Rules of Procedure and Panel Arrangements",
    "Administration Costs and Member Expenses",
    "Meeting Dates and Agenda Plan",
];

fn person(id: &str, title: &str, first: &str, surname: &str, group: Option<&str>) -> Person {
    let (forename, initials) = if first.len() == 1 { ("", first) } else { (first, "") };
    let name = Name {
        title: title.to_owned(),
        forename: forename.to_owned(),
        initials: initials.to_owned(),
        surname: surname.to_owned(),
        ..Name::default()
    };
    Person { group: group.map(GroupId::from), ..Person::new(PersonId::from(id), name) }
}

fn body() -> Body {
    let members = MEMBERS.iter().map(|(id, title, first, surname)| person(id, title, first, surname, None));
    let others = OTHERS.iter().map(|(id, group, first, surname)| person(id, "", first, surname, Some(group)));
    let seat = |(id, ..): &(&str, &str, &str, &str)| Seat {
        id: SeatId::from(*id),
        holder: Some(PersonId::from(*id)),
        authority: None,
        group: None,
        kind: SeatKind::Councillor,
        substitutes: Vec::new(),
        votes: None,
        scheme: None,
    };
    let group = |id: &str, label: &str, kind| Group { id: GroupId::from(id), label: label.to_owned(), kind };
    Body {
        id: "panel".to_owned(),
        name: "Cambridgeshire Police and Crime Panel".to_owned(),
        short: "Panel".to_owned(),
        zone: London,
        people: members.chain(others).collect(),
        seats: MEMBERS.iter().take(12).map(seat).collect(),
        groups: vec![
            group("officers", "Officers Present", GroupKind::Officers),
            group("others", "Others Present", GroupKind::Others),
        ],
        parties: Vec::new(),
        chair: None,
        vice_chair: None,
        rules: Rules::default(),
    }
}

pub(super) fn item(number: usize, title: &str) -> AgendaItem {
    let paper = Paper {
        pages: Some("31 - 54".to_owned()),
        author: Some("Police and Crime Commissioner".to_owned()),
        recommendation: Some("The Panel is recommended to note the progress made against the plan.".to_owned()),
        ..Paper::default()
    };
    AgendaItem {
        id: ItemId::from(number.to_string()),
        number: Some(number.to_string()),
        title: title.to_owned(),
        kind: ItemKind::Report,
        internal: false,
        private: Vec::new(),
        confidential: false,
        offer: None,
        paper: if number == 11 { paper } else { Paper::default() },
        items: Vec::new(),
    }
}

/// The agenda of a meeting with such items.
pub(super) fn opened(titles: impl Iterator<Item = String>) -> Opened {
    let agenda = Agenda {
        date: NaiveDate::from_ymd_opt(2023, 7, 19).unwrap(),
        time: NaiveTime::from_hms_opt(14, 0, 0).unwrap(),
        venue: "Civic Suite, Huntingdon".to_owned(),
        contact: String::new(),
        municipal_year: None,
        first_minute: None,
        last_minute: None,
        last_meeting: None,
        published: None,
        opens: None,
        notices: Vec::new(),
        links: Vec::new(),
        topics: Vec::new(),
        note: None,
        items: titles.enumerate().map(|(index, title)| item(index + 1, &title)).collect(),
        plan: Vec::new(),
        declared: Vec::new(),
    };
    Opened {
        format: FORMAT,
        program: "0.1.0".to_owned(),
        body: body(),
        agenda,
        style: String::new(),
        practice: false,
        stated: None,
    }
}

/// Applies events one entry after another, a minute apart, from the time of the call to order.
pub(super) struct Maker {
    pub(super) meeting: Meeting,
}

impl Maker {
    pub(super) fn new(opened: Opened) -> Self {
        Self { meeting: Meeting::new(opened) }
    }

    pub(super) fn event(&mut self, event: Event) {
        self.enter(vec![event], Vec::new());
    }

    pub(super) fn private(&mut self, event: Event) {
        self.enter(Vec::new(), vec![event]);
    }

    fn enter(&mut self, public: Vec<Event>, private: Vec<Event>) {
        let n = self.meeting.next();
        let at = call() + TimeDelta::minutes(i64::try_from(n).unwrap() - 2);
        let entry = Entry { n, at, when: None, by: "clerk".to_owned(), public, private };
        self.meeting.apply(&entry);
    }

    pub(super) fn turn(&mut self, turning: Turning) {
        let n = self.meeting.next();
        let time = call() + TimeDelta::minutes(i64::try_from(n).unwrap() - 2);
        self.event(Event::Turned { at: Moment { anchor: n, time }, turning });
    }

    pub(super) fn presence(&mut self, id: &str, to: Presence) {
        self.turn(Turning::Presence { person: PersonId::from(id), to, because: None });
    }

    pub(super) fn record(&mut self, item: &str, content: Content) -> FactId {
        let id = FactId::new(self.meeting.next(), 0);
        self.event(Event::Recorded { item: ItemId::from(item), index: usize::MAX, content });
        id
    }

    pub(super) fn go(&mut self, item: &str) {
        self.turn(Turning::Item { item: Some(ItemId::from(item)) });
    }
}

/// Two o'clock in July, British time.
fn call() -> DateTime<Utc> {
    "2023-07-19T13:00:00Z".parse().unwrap()
}

/// When the screens are drawn.
pub(super) fn now() -> DateTime<Tz> {
    (call() + TimeDelta::minutes(95)).with_timezone(&London)
}

/// The meeting of 19 July, the room at item 13.
fn meeting() -> (Meeting, FactId) {
    let mut maker = Maker::new(opened(ITEMS.iter().map(|title| (*title).to_owned())));
    maker.turn(Turning::Sitting { to: Sitting::Sitting });
    for (id, ..) in MEMBERS.iter().take(8).chain(&MEMBERS[12..]) {
        maker.presence(id, Presence::Present);
    }
    for id in ["jones", "ferguson", "varkey"] {
        maker.presence(id, Presence::Apologies);
    }
    for (id, ..) in OTHERS {
        maker.presence(id, Presence::Present);
    }
    maker.presence("haylett", Presence::Left);
    maker.turn(Turning::Substitute { seat: SeatId::from("jones"), by: Some(PersonId::from("jamil")), because: None });
    maker.turn(Turning::Presiding { person: Some(PersonId::from("george")), during: None });
    for number in (1..=13).filter(|number| *number != 6) {
        maker.go(&number.to_string());
    }
    let put_off = ItemState::Deferred { to: None, because: None };
    maker.event(Event::ItemState { item: ItemId::from("6"), state: put_off });
    let fact = discuss(&mut maker);
    (maker.meeting, fact)
}

/// What the minutes of item 11 are made of; the text being typed goes before the last of them.
fn discuss(maker: &mut Maker) -> FactId {
    maker.record("11", Content::LeadIn(LeadIn { section: Section::Discussion, by: Speaker::Body }));
    let first = point(&[
        (who("gilderdale"), "asked about the work that was done regarding hate crime"),
        (who("preston"), "explained that it was a priority and that he would circulate the figures"),
    ]);
    let first = maker.record("11", Content::Point(first));
    let promise = Action {
        text: "to circulate the figures".to_owned(),
        owner: Some(Owner::Person(PersonId::from("preston"))),
        due: Some("next meeting".to_owned()),
        from: Some(first),
        standing: Standing::Open,
    };
    maker.record("11", Content::Action(promise));
    maker.record("11", Content::Point(point(&[(Speaker::Unknown, "asked what could be done for those who walk")])));
    let jotting = point(&[(Speaker::None, "el bcb papers 18 may not published / pcc will look into it")]);
    maker.record("11", Content::Point(Point { jotting: true, ..jotting }));
    let room = Circumstances::default();
    let decision = Decision {
        verb: Verb::Note,
        versions: vec![Version { words: "The Panel *agreed* to *note* the report.".to_owned(), at: call() }],
        basis: Some(Basis::Declared { method: Method::Assent, room }),
        ..Decision::default()
    };
    maker.record("11", Content::Decision(decision));
    first
}

fn who(id: &str) -> Speaker {
    Speaker::Person(PersonId::from(id))
}

/// A point of the discussion.
pub(super) fn point(turns: &[(Speaker, &str)]) -> Point {
    let turns = turns.iter().map(|(speaker, text)| Turn { speaker: speaker.clone(), text: (*text).to_owned() });
    Point { section: Section::Discussion, turns: turns.collect(), ..Point::default() }
}

/// What is being typed.
pub(super) static LINES: LazyLock<Vec<String>> = LazyLock::new(|| {
    vec![
        "Councillor Bradnam asked for clarification that the Hub still supported victims who withdrew. Nicky Edwards \
         confirmed it did and would report back "
            .to_owned(),
    ]
});

pub(super) fn hints() -> Vec<Hint> {
    [("F2", "next"), ("F3", "nil"), ("F4", "decide"), ("F5", "who"), ("F6", "agenda"), ("F7", "action"), ("F8", "mark")]
        .map(|(key, text)| Hint { key: key.to_owned(), text: text.to_owned() })
        .into()
}

pub(super) fn pad() -> PadView {
    let row = |key, mark: &str, text: &str, note: &str, tone| Row {
        key,
        mark: mark.to_owned(),
        text: text.to_owned(),
        note: note.to_owned(),
        tone,
    };
    PadView {
        title: "Attendance".to_owned(),
        lead: Some("Enter: everybody present. Then the exceptions.".to_owned()),
        rows: vec![
            row(None, "", "Members", "", Tone::Heading),
            row(Some('a'), "●", "Claire George", "Chair", Tone::Good),
            row(Some('b'), "●", "Councillor A Gilderdale", "for Councillor C Varkey", Tone::Good),
            row(Some('c'), "○", "Councillor D Jones", "apologies", Tone::Warning),
            row(Some('d'), "?", "Councillor S Wallwork", "", Tone::Bad),
        ],
        chosen: Some(3),
        total: None,
        foot: None,
        prompt: None,
        hints: vec![
            Hint { key: "p".to_owned(), text: "present".to_owned() },
            Hint { key: "o".to_owned(), text: "apologies".to_owned() },
            Hint { key: "x".to_owned(), text: "absent".to_owned() },
            Hint { key: "s".to_owned(), text: "substitute".to_owned() },
            Hint { key: "Esc".to_owned(), text: "back".to_owned() },
        ],
    }
}

/// The sample with the pen at item 11.
pub(super) static SAMPLE: LazyLock<Sample> = LazyLock::new(|| {
    let (meeting, fact) = meeting();
    Sample { meeting, fact, hints: hints(), pen: ItemId::from("11") }
});

/// The house style of every sample.
pub(super) static STYLE: LazyLock<Style> = LazyLock::new(Style::default);

/// What a screen borrows from.
pub(super) struct Sample {
    pub(super) meeting: Meeting,
    fact: FactId,
    hints: Vec<Hint>,
    pen: ItemId,
}

impl Sample {
    pub(super) fn screen(&self) -> Screen<'_> {
        let typing = Typing { lines: &LINES, cursor: (0, LINES[0].chars().count()), ..Typing::default() };
        let bare = screen(&self.meeting, &self.hints);
        let pen = Pen { item: Some(&self.pen), place: 5, fact: Some(self.fact), typing, ..bare.pen };
        let margin = &["An action under item 11 has no owner.", "A speaker under item 11 is not named."];
        Screen { pen, findings: 2, margin, ..bare }
    }
}

/// The screen of a meeting with the pen nowhere and nothing open.
pub(super) fn screen<'a>(meeting: &'a Meeting, hints: &'a [Hint]) -> Screen<'a> {
    Screen {
        state: meeting.state(),
        style: &STYLE,
        now: now(),
        saved: Saved::Upto(41),
        banner: None,
        pen: Pen { item: None, place: usize::MAX, fact: None, follow: Some("Alt-P"), typing: Typing::default() },
        interests: &[],
        findings: 0,
        margin: &[],
        notice: None,
        command: None,
        hints,
        pad: None,
        page: None,
        cover: None,
    }
}

/// Who may be in the room.
pub(super) fn room(to: Audience) -> Turning {
    Turning::Room { to }
}
