//! Meetings of any length: the July panel of the sample files, with as many points as are asked for.

use chrono::{DateTime, TimeDelta, Utc};
use quorate::app::session::Session;
use quorate::meeting::Meeting;
use quorate::meeting::agenda::{AgendaItem, ItemKind, Paper};
use quorate::meeting::command::When;
use quorate::meeting::event::{Entry, Event, Opened};
use quorate::meeting::fact::{Audience, Content, Point, Section, Speaker, Turn};
use quorate::meeting::id::ItemId;
use quorate::run::papers;

/// How the facts are spread over the agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spread {
    /// All under one item.
    OneItem,
    /// Each under an item of its own.
    ManyItems,
}

/// Items beside those that hold the facts, so that the agenda fills its pane whatever the length of the meeting.
const OTHERS: usize = 64;

/// A meeting with its entries.
pub(crate) struct Long {
    /// The meeting as it stands.
    pub(crate) meeting: Meeting,
    /// Every entry, from the first.
    pub(crate) entries: Vec<Entry>,
    /// The item in the middle of those that hold facts, where the room is.
    pub(crate) middle: ItemId,
    /// When the last entry was recorded, in UTC.
    pub(crate) at: DateTime<Utc>,
}

/// A meeting with `facts` points of about `length` characters.
pub(crate) fn long(facts: usize, spread: Spread, length: usize) -> Long {
    let items = match spread {
        Spread::OneItem => 1,
        Spread::ManyItems => facts,
    };
    let opened = opened(items + OTHERS);
    let middle = item(OTHERS / 2 + items / 2);
    let begun = begun(opened, &middle);
    let speakers: Vec<_> = begun.0.state().members_present().map(|(_, person)| person.clone()).collect();
    let (mut meeting, mut entries) = begun;
    let mut at = entries.last().map(|entry| entry.at).unwrap_or_default();
    for number in 0..facts {
        at += TimeDelta::milliseconds(50);
        let (place, index) = match spread {
            Spread::OneItem => (middle.clone(), number),
            Spread::ManyItems => (item(OTHERS / 2 + number), 0),
        };
        let speaker = speakers.get(number % speakers.len().max(1)).cloned();
        let turn = Turn { speaker: speaker.map_or(Speaker::None, Speaker::Person), text: words(number, length) };
        let content = Content::Point(Point { section: Section::Discussion, turns: vec![turn], ..Point::default() });
        let events = vec![Event::Recorded { item: place, index, content }];
        let entry = meeting.entry_for(events, When::now(at), "clerk", Audience::Public);
        meeting.apply(&entry);
        entries.push(entry);
    }
    Long { meeting, entries, middle, at }
}

/// The sample meeting with that many items of the same kind and with titles of the same length.
fn opened(items: usize) -> Opened {
    let place = papers::find("cambridgeshire-police-and-crime-panel/2023-07-19").expect("the sample agenda is there");
    let mut opened = place.read().expect("the sample agenda can be read").opened(false);
    opened.agenda.items = (0..items).map(report).collect();
    opened
}

fn report(number: usize) -> AgendaItem {
    AgendaItem {
        id: item(number),
        number: None,
        title: format!("Delivery of the Police and Crime Plan, Progress Report {number:06}"),
        kind: ItemKind::Report,
        internal: false,
        private: Vec::new(),
        confidential: false,
        offer: Some("note-report".to_owned()),
        paper: Paper::default(),
        items: Vec::new(),
    }
}

fn item(number: usize) -> ItemId {
    format!("item-{number}").into()
}

/// The meeting called to order, everybody present, with the room at `middle`.
fn begun(opened: Opened, middle: &ItemId) -> (Meeting, Vec<Entry>) {
    let at = DateTime::from_timestamp(1_689_770_000, 0).expect("a time in July 2023");
    let first = Entry {
        n: 1,
        at,
        when: None,
        by: "clerk".to_owned(),
        public: vec![Event::Opened(Box::new(opened.clone()))],
        private: Vec::new(),
    };
    let mut meeting = Meeting::new(opened);
    meeting.apply(&first);
    let mut session = Session::new(meeting, "clerk");
    let mut entries = vec![first];
    for line in ["present all", "present usual", "call-to-order", &format!("go {middle}")] {
        let ran = session.run(line, When::now(at)).unwrap_or_else(|stop| stopped(line, &stop.to_string()));
        entries.extend(ran.entries);
    }
    (session.meeting().clone(), entries)
}

fn stopped<T>(line: &str, why: &str) -> T {
    panic!("{line}: {why}")
}

/// What somebody said, at length. One in eight sounds like a promise.
fn words(number: usize, length: usize) -> String {
    let mut text = format!("asked about the {number} reports of hare coursing");
    if number.is_multiple_of(8) {
        text.push_str(" and would circulate what had been found out since");
    }
    let more = [
        ", which residents of the northern villages had raised again",
        "; enquired how many officers were on duty at night",
        ", and whether the café – “The Old Mill” – had been told of it",
    ];
    for words in more.iter().cycle() {
        if text.len() >= length {
            return text;
        }
        text.push_str(words);
    }
    text
}
