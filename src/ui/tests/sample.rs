//! A meeting to draw: the July one, half way through.

use std::sync::LazyLock;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::{Europe::London, Tz};

use crate::app::view::{Hint, PadView, Row, Tone};
use crate::meeting::Meeting;
use crate::meeting::agenda::{Agenda, AgendaItem, ItemKind, Paper};
use crate::meeting::body::{Body, Rules, Seat, SeatKind};
use crate::meeting::event::{Entry, Event, FORMAT, ItemState, Opened, Presence, Sitting, Turning};
use crate::meeting::fact::Audience;
use crate::meeting::id::{FactId, GroupId, ItemId, PersonId, SeatId};
use crate::meeting::people::{Group, GroupKind, Name, Person, Pronoun};
use crate::meeting::timeline::Moment;
use crate::ui::screen::{Kind, Look, Passage, Passages, Pen, Run, Saved, Screen, Typing};

const MEMBERS: [(&str, &str, &str, &str); 13] = [
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
    Person {
        id: PersonId::from(id),
        name: Name {
            title: title.to_owned(),
            forename: forename.to_owned(),
            initials: initials.to_owned(),
            surname: surname.to_owned(),
        },
        pronoun: Pronoun::They,
        group: group.map(GroupId::from),
        post: None,
        organisation: None,
        called: None,
        handles: Vec::new(),
        usual: false,
    }
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

fn item(number: usize, title: &str) -> AgendaItem {
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
        opens: None,
        notices: Vec::new(),
        note: None,
        items: titles.enumerate().map(|(index, title)| item(index + 1, &title)).collect(),
        plan: Vec::new(),
    };
    Opened { format: FORMAT, program: "0.1.0".to_owned(), body: body(), agenda, style: String::new(), practice: false }
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
        let n = self.meeting.next();
        let at = call() + TimeDelta::minutes(i64::try_from(n).unwrap() - 2);
        let entry = Entry { n, at, when: None, by: "clerk".to_owned(), public: vec![event], private: Vec::new() };
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
pub(super) fn meeting() -> Meeting {
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
    maker.turn(Turning::Substitute {
        seat: SeatId::from("jones"),
        by: Some(PersonId::from("jamil")),
        because: None,
    });
    maker.turn(Turning::Presiding { person: Some(PersonId::from("george")) });
    for number in (1..=13).filter(|number| *number != 6) {
        maker.go(&number.to_string());
    }
    let put_off = ItemState::Deferred { to: None, because: None };
    maker.event(Event::ItemState { item: ItemId::from("6"), state: put_off });
    maker.meeting
}

/// Minutes given as two lists, each outward.
#[derive(Default)]
pub(super) struct Given {
    pub(super) above: Vec<Passage>,
    pub(super) below: Vec<Passage>,
}

impl Passages for Given {
    fn above(&self) -> Box<dyn Iterator<Item = Passage> + '_> {
        Box::new(self.above.iter().rev().cloned())
    }

    fn below(&self) -> Box<dyn Iterator<Item = Passage> + '_> {
        Box::new(self.below.iter().cloned())
    }
}

pub(super) fn passage(kind: Kind, label: &str, text: &str) -> Passage {
    let runs = text
        .split('*')
        .enumerate()
        .map(|(index, text)| Run {
            text: text.to_owned(),
            look: if index % 2 == 1 { Look::Strong } else { Look::Plain },
        })
        .collect();
    Passage { kind, label: label.to_owned(), runs, ..Passage::default() }
}

/// What has been minuted under item 11.
pub(super) fn minutes() -> Given {
    let mut point = passage(
        Kind::Point,
        "1)",
        "Councillor Gilderdale asked about the work the Commissioner was involved in regarding hate crime. The \
         Commissioner explained it was a priority and that he would circulate the figures.",
    );
    point.fact = Some(FactId::new(41, 0));
    point.asides = vec!["Action: the Commissioner to circulate the figures, next meeting".to_owned()];
    let mut unknown = passage(Kind::Point, "2)", "");
    unknown.runs = vec![
        Run { text: "?".to_owned(), look: Look::Unknown },
        Run { text: " asked what could be done for those who do not drive.".to_owned(), look: Look::Plain },
    ];
    Given {
        above: vec![
            passage(
                Kind::Paragraph,
                "",
                "The Panel received an update on the approach for successfully delivering the Police and Crime \
                 Commissioner's Police and Crime Plan 2021-24.",
            ),
            passage(
                Kind::Paragraph,
                "",
                "The Panel made comment, asked questions, and received responses from the Commissioner and his \
                 staff, these included:",
            ),
            point,
            unknown,
            passage(Kind::Jotting, "3)", "TO WRITE UP: el bcb papers 18 may not published / pcc will look into it"),
        ],
        below: vec![
            passage(Kind::Heading, "", "ACTION"),
            passage(Kind::Decision, "", "The Panel *AGREED* to *NOTE* the report."),
        ],
    }
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
pub(super) static SAMPLE: LazyLock<Sample> =
    LazyLock::new(|| Sample { meeting: meeting(), minutes: minutes(), hints: hints(), pen: ItemId::from("11") });

/// What a screen borrows from.
pub(super) struct Sample {
    meeting: Meeting,
    minutes: Given,
    hints: Vec<Hint>,
    pen: ItemId,
}

impl Sample {
    pub(super) fn screen(&self) -> Screen<'_> {
        screen(&self.meeting, Some(&self.pen), &self.minutes, &self.hints)
    }
}

/// The whole screen of a meeting, nothing open.
pub(super) fn screen<'a>(
    meeting: &'a Meeting,
    pen: Option<&'a ItemId>,
    minutes: &'a Given,
    hints: &'a [Hint],
) -> Screen<'a> {
    static MARKED: LazyLock<Vec<(usize, std::ops::Range<usize>)>> = LazyLock::new(|| {
        let at = LINES[0].find("would report back").unwrap();
        vec![(0, at..at + "would report back".len())]
    });
    Screen {
        state: meeting.state(),
        now: now(),
        saved: Saved::Upto(41),
        banner: None,
        pen: Pen {
            item: pen,
            fact: Some(FactId::new(41, 0)),
            follow: Some("Alt-P"),
            minutes,
            typing: Typing {
                lines: &LINES,
                cursor: (0, LINES[0].chars().count()),
                undertakings: &MARKED,
                ..Typing::default()
            },
        },
        interests: &[],
        findings: 2,
        margin: &["An action under item 11 has no owner.", "A speaker under item 11 is not named."],
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
