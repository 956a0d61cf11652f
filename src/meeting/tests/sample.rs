//! A small committee to test with.

use chrono::{NaiveDate, NaiveTime};

use crate::meeting::agenda::{Agenda, AgendaItem, ItemKind, Office, Paper};
use crate::meeting::body::{Body, Quorum, Rules, Seat, SeatKind};
use crate::meeting::event::{FORMAT, Opened};
use crate::meeting::people::{Group, GroupKind, Name, Party, Person};

fn person(id: &str, title: &str, surname: &str, group: Option<&str>) -> Person {
    let name = Name { title: title.into(), initials: "A".into(), surname: surname.into(), ..Name::default() };
    Person { group: group.map(Into::into), usual: group.is_some(), ..Person::new(id.into(), name) }
}

pub(super) fn item(id: &str, number: &str, kind: ItemKind) -> AgendaItem {
    AgendaItem {
        id: id.into(),
        number: Some(number.into()),
        title: format!("Item {number}"),
        kind,
        internal: id == "costs",
        private: Vec::new(),
        confidential: false,
        offer: None,
        paper: Paper::default(),
        items: Vec::new(),
    }
}

pub(in crate::meeting) fn opened() -> Opened {
    let seat = |id: &str, substitute: &str| Seat {
        id: id.into(),
        holder: Some(id.into()),
        authority: None,
        group: None,
        kind: SeatKind::Councillor,
        substitutes: vec![substitute.into()],
        votes: None,
        scheme: None,
    };
    let body = Body {
        id: "sample".into(),
        name: "Sample Committee".into(),
        short: "Committee".into(),
        zone: chrono_tz::Europe::London,
        people: vec![
            person("ash", "Councillor", "Ash", None),
            person("birch", "Councillor", "Birch", None),
            person("cedar", "Councillor", "Cedar", None),
            person("elm", "Councillor", "Elm", None),
            person("fir", "", "Fir", Some("officers")),
            person("guest", "", "Guest", Some("others")),
            person("helper", "", "Helper", Some("others")),
        ],
        seats: vec![seat("ash", "elm"), seat("birch", "elm"), seat("cedar", "fir")],
        groups: vec![
            Group { id: "members".into(), label: "Members".into(), kind: GroupKind::Members },
            Group { id: "officers".into(), label: "Officers".into(), kind: GroupKind::Officers },
            Group { id: "others".into(), label: "Others".into(), kind: GroupKind::Others },
        ],
        parties: vec![Party {
            id: "guests".into(),
            name: "the Guest and their staff".into(),
            people: vec!["guest".into(), "helper".into()],
            leaves_for_internal: true,
        }],
        chair: Some("ash".into()),
        vice_chair: None,
        rules: Rules { quorum: Some(Quorum::Number(2)), ..Rules::default() },
    };
    let day = NaiveDate::from_ymd_opt(2023, 7, 19).unwrap();
    let agenda = Agenda {
        date: day,
        time: NaiveTime::from_hms_opt(14, 0, 0).unwrap(),
        venue: String::new(),
        contact: String::new(),
        municipal_year: None,
        first_minute: None,
        last_minute: None,
        last_meeting: None,
        published: None,
        opens: Some("fir".into()),
        notices: Vec::new(),
        links: Vec::new(),
        topics: Vec::new(),
        note: None,
        items: vec![
            item("chair", "1", ItemKind::Election { office: Office::Chair }),
            item("interests", "2", ItemKind::Declarations),
            item("report", "3", ItemKind::Report),
            item("costs", "4", ItemKind::Business),
        ],
        plan: Vec::new(),
        declared: Vec::new(),
    };
    Opened { format: FORMAT, program: "test".into(), body, agenda, style: String::new(), practice: false, stated: None }
}
