//! A meeting for tests: the Cambridgeshire panel on 19 July 2023, with the people and items of its files.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeZone, Utc};

use crate::app::session::{Ran, Session, Stop};
use crate::meeting::Meeting;
use crate::meeting::agenda::{Agenda, AgendaItem, ItemKind, Office, Paper, PlanEntry, Topic};
use crate::meeting::body::{Body, Rules, Seat, SeatKind};
use crate::meeting::command::When;
use crate::meeting::event::{FORMAT, Opened};
use crate::meeting::people::{Group, GroupKind, Name, Party, Person};

const MEMBERS: &[(&str, Option<&str>)] = &[
    ("Baiju Varkey", Some("Alice Gilderdale")),
    ("Anna Bradnam", Some("Graham Wilson")),
    ("Simon Barkham", Some("Christian Hogg")),
    ("Alan Sharp", Some("Julia Huffer")),
    ("John Gowing", Some("Mark Goldsack")),
    ("Dennis Jones", Some("Mohammed Jamil")),
    ("Helene Leeming", Some("Peter Sandford")),
    ("Susan Wallwork", Some("Luci Foice-Beard")),
    ("Stephen Ferguson", Some("Tom Sanderson")),
    ("Marge Beuttell", Some("Charlotte Lowe")),
    ("Bryan Tyler", Some("Scott Warren")),
    ("Edward Leigh", None),
    ("Claire George", None),
];

const OTHERS: &[(&str, &str, &str)] = &[
    ("officers", "Jane Webb", "Senior Democratic Services Officer, Police and Crime"),
    ("officers", "Adesuwa Omoregie", "Monitoring Officer"),
    ("others", "Darryl Preston", "Cambridgeshire Police and Crime Commissioner"),
    ("others", "Jim Haylett", "Chief Executive OPCC (Office of Police Crime Commissioner)"),
    ("others", "John Peach", "Deputy Police and Crime Commissioner"),
    ("others", "Jack Hudson", "Director of Governance and Compliance"),
    ("others", "Nicky Edwards", "Director of Commissioning"),
    ("others", "Cristina Turner", "Director for Strategic Partnerships"),
];

const TOPICS: &[&str] = &[
    "District Days",
    "Hard to Reach Communities - Diversity of Panels",
    "Independent Custody Visitors",
    "Ongoing Vetting of Police Staff",
    "Culture Statement",
    "Share a link to the Eastern Region Cyber Resilience Centre",
    "Lessons Learned from Covid",
    "Vision Zero Partnership",
    "OPCC Logo",
    "Domestic Abuse Perpetrator Fund",
];

fn key(name: &str) -> String {
    name.rsplit(' ').next().unwrap_or(name).to_lowercase()
}

fn person(title: &str, name: &str) -> Person {
    let (forename, surname) = name.split_once(' ').unwrap_or(("", name));
    let name = Name {
        title: title.to_owned(),
        forename: forename.to_owned(),
        initials: forename.chars().take(1).collect(),
        surname: surname.to_owned(),
        ..Name::default()
    };
    Person::new(key(&name.surname).into(), name)
}

fn member(name: &str, substitute: Option<&str>) -> (Vec<Person>, Seat) {
    let title = if substitute.is_some() { "Councillor" } else { "" };
    let people = std::iter::once(name).chain(substitute).map(|name| person(title, name)).collect();
    let seat = Seat {
        id: key(name).into(),
        holder: Some(key(name).into()),
        authority: None,
        group: None,
        kind: if substitute.is_some() { SeatKind::Councillor } else { SeatKind::Independent },
        substitutes: substitute.map(|name| key(name).into()).into_iter().collect(),
        votes: None,
        scheme: None,
    };
    (people, seat)
}

fn body() -> Body {
    let (mut people, mut seats) = (Vec::new(), Vec::new());
    for (name, substitute) in MEMBERS {
        let (more, seat) = member(name, *substitute);
        people.extend(more);
        seats.push(seat);
    }
    for (group, name, post) in OTHERS {
        let head = *name == "Darryl Preston";
        people.push(Person {
            group: Some((*group).into()),
            post: Some((*post).to_owned()),
            usual: true,
            called: head.then(|| "the Commissioner".to_owned()),
            handles: if head { vec!["pcc".to_owned()] } else { Vec::new() },
            ..person("", name)
        });
    }
    let group = |id: &str, label: &str, kind| Group { id: id.into(), label: label.to_owned(), kind };
    Body {
        id: "cambridgeshire-police-and-crime-panel".to_owned(),
        name: "Cambridgeshire Police and Crime Panel".to_owned(),
        short: "Panel".to_owned(),
        zone: chrono_tz::Europe::London,
        people,
        seats,
        groups: vec![
            group("members", "Members Present", GroupKind::Members),
            group("officers", "Officers Present", GroupKind::Officers),
            group("others", "Others Present", GroupKind::Others),
        ],
        parties: vec![Party {
            id: "commissioner".into(),
            name: "the Commissioner and his staff".to_owned(),
            people: ["preston", "haylett", "peach", "hudson", "edwards", "turner"].map(Into::into).to_vec(),
            leaves_for_internal: true,
        }],
        chair: Some("leigh".into()),
        vice_chair: Some("george".into()),
        rules: Rules::default(),
    }
}

fn item(number: usize, title: &str, kind: ItemKind, offer: Option<&str>) -> AgendaItem {
    let subject = matches!(kind, ItemKind::Report | ItemKind::Complaints { .. });
    AgendaItem {
        id: format!("item-{number}").into(),
        number: None,
        title: title.to_owned(),
        kind,
        internal: number >= 12,
        private: Vec::new(),
        confidential: false,
        offer: offer.map(str::to_owned),
        paper: Paper {
            document: (number == 9).then(|| "the Police and Crime Commissioner's Annual Report for 2022/23".to_owned()),
            presenters: if number == 9 { vec!["preston".into()] } else { Vec::new() },
            answers: subject.then(|| "commissioner".into()),
            ..Paper::default()
        },
        items: Vec::new(),
    }
}

fn items() -> Vec<AgendaItem> {
    let topics = TOPICS.iter().map(|title| Topic::titled(*title)).collect();
    let sets = vec![NaiveDate::from_ymd_opt(2023, 3, 15).unwrap()];
    let complaints = ItemKind::Complaints { year: Some("2022/23".to_owned()), received: None, outcomes: Vec::new() };
    let rows = [
        ("Election of Chair", ItemKind::Election { office: Office::Chair }, None),
        ("Election of Vice Chair", ItemKind::Election { office: Office::ViceChair }, None),
        ("Apologies for Absence", ItemKind::Apologies, None),
        ("Declarations of Interest", ItemKind::Declarations, None),
        ("Minutes of the Meeting held on 15 March 2023", ItemKind::Minutes { sets }, None),
        ("Review Actions and Recommendations from the Previous Meeting", ItemKind::Review { topics }, None),
        ("Public Questions/Statements", ItemKind::Questions, None),
        ("Public Complaints against the Police and Crime Commissioner", complaints, Some("note-item")),
        ("Police and Crime Commissioner's Annual Report", ItemKind::Report, Some("agree-document")),
        ("Approach to Integrity Assurance", ItemKind::Report, Some("note-report")),
        ("Delivery of the Police and Crime Plan 2021-24 – Progress Report", ItemKind::Report, Some("note-report")),
        ("Rules of Procedure and Panel Arrangements", ItemKind::Business, Some("no-changes")),
        ("Administration Costs and Member Expenses", ItemKind::Business, Some("note-report")),
        ("Meeting Dates and Agenda Plan", ItemKind::Plan, Some("note-dates")),
    ];
    (1..).zip(rows).map(|(number, (title, kind, offer))| item(number, title, kind, offer)).collect()
}

/// How the record of the sample meeting begins.
pub(crate) fn opened() -> Opened {
    let agenda = Agenda {
        date: NaiveDate::from_ymd_opt(2023, 7, 19).unwrap(),
        time: NaiveTime::from_hms_opt(13, 30, 0).unwrap(),
        venue: "Town Hall, Peterborough".to_owned(),
        contact: String::new(),
        municipal_year: Some("2023/24".to_owned()),
        first_minute: None,
        last_minute: None,
        last_meeting: None,
        published: None,
        opens: Some("webb".into()),
        notices: Vec::new(),
        links: Vec::new(),
        topics: Vec::new(),
        note: None,
        items: items(),
        plan: vec![PlanEntry { date: NaiveDate::from_ymd_opt(2023, 9, 13), ..PlanEntry::default() }],
        declared: Vec::new(),
    };
    Opened {
        format: FORMAT,
        program: "test".to_owned(),
        body: body(),
        agenda,
        style: String::new(),
        practice: false,
        stated: None,
    }
}

/// A session before the sample meeting begins.
pub(crate) fn session() -> Session {
    Session::new(Meeting::new(opened()), "clerk")
}

/// A time on the day of the meeting, as its room's clock shows it.
pub(crate) fn clock(hour: u32, minute: u32) -> DateTime<Utc> {
    let local = chrono_tz::Europe::London.with_ymd_and_hms(2023, 7, 19, hour, minute, 0);
    local.unwrap().with_timezone(&Utc)
}

/// Runs a line in the sample meeting.
pub(crate) fn run(session: &mut Session, line: &str) -> Result<Ran, Stop> {
    session.run(line, When::now(clock(14, 30)))
}

/// Runs lines that must succeed.
pub(crate) fn run_all(session: &mut Session, lines: &[&str]) {
    for line in lines {
        if let Err(stop) = run(session, line) {
            panic!("{line}: {stop}");
        }
    }
}

/// A session in the middle of item 9, with two points and a decision.
pub(crate) fn busy() -> Session {
    let mut session = session();
    run_all(
        &mut session,
        &[
            "present george, leigh, bradnam, barkham, sharp, gowing, leeming",
            "present usual",
            "apologies jones, ferguson, varkey, wallwork",
            "substitute jamil for jones",
            "substitute gilderdale for varkey",
            "call-to-order",
            "go 9",
            "point sb fox hunting / pcc best rural team",
            "point el pleased with the report",
            "point ? spoke of hunting",
            "decide",
        ],
    );
    session
}
