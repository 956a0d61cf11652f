//! An agenda: the meeting's head, its notices, and the plan of meetings to come.

use std::ops::Range;

use chrono::{Datelike, LocalResult, NaiveDate, NaiveTime, TimeZone, Timelike};
use chrono_tz::Tz;

use crate::meeting::agenda::{Agenda, Link, PlanEntry};
use crate::meeting::body::Body;
use crate::meeting::plan::KINDS;
use crate::problem::Problems;
use crate::source::{Spanned, read, text_at};

use super::before;
use super::body::BodyFile;
use super::checker::{Checker, LINE};
use super::declared;
use super::items;
use super::kind;
use super::notice;
use super::roster::{Layer, Roster};
use super::table::{AgendaText, MeetingTable, PlanTable, Text};
use super::value::Lines;

/// The file of house style that an agenda or a body's file names with `style = "..."`, if it does. It lies beside.
pub fn style_named(text: &str) -> Option<String> {
    text_at(text, "meeting", "style").or_else(|| text_at(text, "body", "style"))
}

/// The folder of the body that an agenda names with `body = "..."`, or the body's file beside the agenda, if it does.
pub fn body_named(text: &str) -> Option<String> {
    text_at(text, "meeting", "body")
}

/// The problems that show without the body.
pub(super) fn shape(file: &str, text: &str) -> Problems {
    read::<AgendaText>(file, text).1
}

/// Reads an agenda of `body`: the body as it is for this meeting, and the agenda.
///
/// There is a value unless the file has errors; warnings leave it usable.
pub fn agenda(file: &str, text: &str, body: &BodyFile) -> (Option<(Body, Agenda)>, Problems) {
    let (read, problems) = read::<AgendaText>(file, text);
    let Some(read) = read else { return (None, problems) };
    let mut checker = Checker::new(file, text, problems);
    let layer = Layer {
        rules: &read.rules,
        seats: &read.seats,
        people: &read.people,
        groups: &read.groups,
        parties: &read.parties,
    };
    if !small(&read, &layer, &mut checker) {
        return (None, checker.into_problems());
    }
    let meeting = read.meeting.get_ref();
    let mut roster = Roster::lay(body.body.clone(), &layer, &mut checker);
    roster.offices(meeting.chair.as_ref(), meeting.vice_chair.as_ref());
    roster.reorder(&meeting.roll);
    let opens = meeting.opens.as_ref().and_then(|opens| roster.refer(opens));
    let items = items::items(&read.items, &mut roster);
    let declared = declared::declared(&read.declared, &items, &mut roster);
    let body = roster.into_body();
    items::check_access(&read.items, body.rules.access, &mut checker);
    if let Some(folder) = &meeting.body {
        check_folder(folder, &mut checker);
    }
    if let Some(style) = &meeting.style {
        check_style(style, &mut checker);
    }
    let head = head(meeting, body.zone, &mut checker);
    if read.items.is_empty() {
        let hint = "Add a line [[item]] and under it title = \"Apologies for Absence\", for each item";
        checker.error(&read.meeting.span(), "the agenda has no items", hint);
    }
    let Some(head) = head else { return (None, checker.into_problems()) };
    items::check_dates(&read.items, &items, head.date.and_time(head.time), &mut checker);
    let plan = plan(&read.plan, head.date, &mut checker);
    before::check(meeting, head.last_meeting, &items, &mut checker);
    let agenda = Agenda { opens, items, plan, declared, ..head };
    notice::check(&read, &agenda, &body.rules, &mut checker);
    let whole = !checker.has_errors();
    (whole.then_some((body, agenda)), checker.into_problems())
}

/// Refuses lists beyond all measure, whose checks would take long.
fn small(read: &AgendaText, layer: &Layer<'_>, checker: &mut Checker<'_>) -> bool {
    let largest = layer.size().max(items::count(&read.items)).max(read.plan.len()).max(read.declared.len());
    checker.size(&read.meeting.span(), largest)
}

/// A house style is named by its file alone, which lies beside the file that names it.
pub(super) fn check_style(file: &Text, checker: &mut Checker<'_>) {
    let name = file.get_ref();
    if name.contains(['/', '\\']) || name.starts_with('.') || !super::compiled::is_file(name) {
        let hint = "Write the name alone, such as \"style.toml\"; the file lies beside this one";
        checker.error(&file.span(), format!("'{name}' is not the name of a file of house style"), hint);
    }
}

/// A body is named by its folder alone, beside which the agenda's own folder lies, or by its file beside the agenda.
fn check_folder(folder: &Text, checker: &mut Checker<'_>) {
    if folder.get_ref().contains(['/', '\\']) || folder.get_ref().starts_with('.') {
        let hint = "Write the name of the folder alone; it is looked for where the agendas are";
        checker.error(&folder.span(), format!("'{}' is not the name of a body's folder", folder.get_ref()), hint);
    }
}

/// The agenda without items, plan and who opens it.
fn head(table: &MeetingTable, zone: Tz, checker: &mut Checker<'_>) -> Option<Agenda> {
    let date = checker.date(&table.date);
    if matches!(date, Ok(None)) {
        checker.error(&table.date.span(), "the date of the meeting must be fixed", "Write it as 2023-07-19");
    }
    let time = checker.time(&table.time);
    if matches!(time, Ok(None)) {
        checker.error(&table.time.span(), "the time of the meeting must be fixed", "Write it as \"13:30\"");
    }
    let (date, time) = (date.ok().flatten(), time.ok().flatten());
    if let (Some(date), Some(time)) = (date, time) {
        check_clock(date, time, zone, table, checker);
    }
    let agenda = Agenda {
        date: date?,
        time: time?,
        venue: checker.maybe(table.venue.as_ref(), "venue").unwrap_or_default(),
        contact: checker.maybe(table.contact.as_ref(), "contact").unwrap_or_default(),
        municipal_year: table.municipal_year.as_ref().map(|year| municipal_year(year, checker)),
        first_minute: table.first_minute.as_ref().map(|number| first_minute(number, checker)),
        last_minute: table.last_minute.as_ref().map(|number| *number.get_ref()),
        last_meeting: before::last_meeting(table, date?, checker),
        published: notice::published(table, date?, checker),
        opens: None,
        notices: table.notices.iter().map(|notice| checker.passage(notice, "notice")).collect(),
        links: links(table, checker),
        topics: table.topics.iter().map(|topic| checker.passage(topic, "topic")).collect(),
        note: table.note.as_ref().map(|note| checker.passage(note, "note")),
        items: Vec::new(),
        plan: Vec::new(),
        declared: Vec::new(),
    };
    Some(agenda)
}

/// A meeting cannot begin in the hour that the clocks skip in spring. Of the hour that autumn repeats the earlier is meant.
fn check_clock(date: NaiveDate, time: NaiveTime, zone: Tz, table: &MeetingTable, checker: &mut Checker<'_>) {
    if !(1900..=2200).contains(&date.year()) {
        checker.error(&table.date.span(), format!("the year {} cannot be right", date.year()), "Correct the date");
        return;
    }
    let at = time.format("%H:%M");
    match zone.from_local_datetime(&date.and_time(time)) {
        LocalResult::Single(_) if time.hour() < 7 => {
            let (hour, minute) = (time.hour(), time.minute());
            let hint = format!(
                "For the afternoon write \"{}.{minute:02}pm\" or \"{}:{minute:02}\"",
                if hour == 0 { 12 } else { hour },
                hour + 12
            );
            checker.warn(&table.time.span(), format!("the meeting begins in the night, at {at}"), hint);
        }
        LocalResult::Single(_) => {}
        LocalResult::Ambiguous(..) => {
            let what = format!("{at} comes twice on that day, because the clocks go back");
            checker.warn(&table.time.span(), what, "The earlier is meant; choose another time if the later is");
        }
        LocalResult::None => {
            let what = format!("there is no {at} on that day, because the clocks go forward");
            checker.error(&table.time.span(), what, "Choose another time");
        }
    }
}

/// Other meetings that the file says this one belongs with.
fn links(table: &MeetingTable, checker: &mut Checker<'_>) -> Vec<Link> {
    let mut day = |date: &Option<Text>| date.as_ref().and_then(|date| checker.date(date).ok().flatten());
    let follows = day(&table.follows).map(|date| Link::Follows { date });
    let adjourned = day(&table.adjourned_from).map(|date| Link::AdjournedFrom { date });
    let companion = table.companion.as_ref().map(|meeting| checker.passage(meeting, "companion meeting"));
    let companion = companion.map(|meeting| Link::Companion { meeting });
    [follows, adjourned, companion].into_iter().flatten().collect()
}

fn municipal_year(year: &Text, checker: &mut Checker<'_>) -> String {
    let text = checker.line(year, "municipal year");
    if !text.is_empty() && !kind::is_year(&text) {
        checker.warn(
            &year.span(),
            format!("'{text}' is not a year such as 2023/24"),
            "Check it; it is printed as it stands",
        );
    }
    text
}

fn first_minute(number: &Spanned<u32>, checker: &mut Checker<'_>) -> u32 {
    if *number.get_ref() == 0 {
        checker.error(
            &number.span(),
            "minutes are numbered from 1",
            "Write 1 or the next number after the last minutes",
        );
    }
    *number.get_ref()
}

fn plan(tables: &[Spanned<PlanTable>], meeting: NaiveDate, checker: &mut Checker<'_>) -> Vec<PlanEntry> {
    let mut plan: Vec<PlanEntry> = Vec::new();
    let kinds = KINDS.map(|(name, _, kind)| (name, kind));
    for table in tables {
        let fields = table.get_ref();
        let date = fields.date.as_ref().and_then(|date| Some((checker.date(date).ok()??, date.span())));
        if let Some((date, span)) = &date {
            check_plan_date(*date, span, meeting, &plan, checker);
        }
        let entry = PlanEntry {
            date: date.map(|(date, _)| date),
            time: fields.time.as_ref().and_then(|time| checker.time(time).ok()).flatten(),
            kind: fields.kind.as_ref().and_then(|kind| checker.choice(kind, "kind of meeting", &kinds)),
            label: checker.maybe(fields.label.as_ref(), "label"),
            venue: lines(fields.venue.as_ref(), "venue", checker),
            items: lines(fields.items.as_ref(), "item", checker),
        };
        if fields.date.is_none() && fields.time.is_none() && fields.venue.is_none() && fields.items.is_none() {
            checker.error(
                &table.span(),
                "this entry of the plan is empty",
                "Give it a date, a venue or items, or take it away",
            );
        }
        plan.push(entry);
    }
    plan
}

fn check_plan_date(
    date: NaiveDate,
    span: &Range<usize>,
    meeting: NaiveDate,
    plan: &[PlanEntry],
    checker: &mut Checker<'_>,
) {
    if date <= meeting {
        checker.warn(
            span,
            "this meeting of the plan is not after the meeting of the agenda",
            "List the meetings to come",
        );
    }
    if plan.iter().any(|other| other.date == Some(date)) {
        checker.warn(span, "two meetings of the plan are on this day", "Check the date");
    }
}

pub(super) fn lines(value: Option<&Spanned<Lines>>, what: &str, checker: &mut Checker<'_>) -> Vec<String> {
    let Some(value) = value else { return Vec::new() };
    let lines = value.get_ref().0.iter();
    let lines = lines.map(|line| {
        let line = checker.clean(line, &value.span(), what, LINE);
        if let Some(year) = kind::odd_year(&line) {
            let what = format!("'{year}' is not a year such as 2017/18");
            checker.warn(&value.span(), what, "Check it; it is printed as it stands");
        }
        line
    });
    lines.filter(|line| !line.is_empty()).collect()
}
