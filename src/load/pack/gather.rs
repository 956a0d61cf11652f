//! The parts of a pack put together: items with their reports, who belongs to the body, the meeting before, the plan.

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::NaiveDate;

use super::Given;
use super::abreast;
use super::attended;
use super::centred;
use super::found::{Finding, Found, Sure};
use super::front::{Front, front};
use super::furniture;
use super::grid;
use super::head::{Head, head};
use super::item::Item;
use super::lines::{Line, lines};
use super::minutes::{Minutes, minutes};
use super::parts::{Part, parts};
use super::people::{List, People, Person, people};
use super::plan::Row;
use super::planned;
use super::quorum;
use super::report::{Report, report};
use super::series;
use super::supplement;
use super::titles::Capitals;
use super::web;
use crate::load::checker::PASSAGE;
use crate::load::kind;
use crate::meeting::agenda::Topic;
use crate::meeting::name::Name;
use crate::text::fold;

/// Everything that was read of a pack.
#[derive(Clone, Debug, Default)]
pub(super) struct Pack {
    pub(super) head: Head,
    pub(super) items: Vec<Item>,
    /// Whether there was an agenda, and not reports alone.
    pub(super) has_agenda: bool,
    pub(super) skipped: Vec<(u32, u32, usize)>,
    pub(super) notices: Vec<Found<String>>,
    pub(super) people: Vec<Found<Person>>,
    /// Whether the people are those who came to the last meeting, in place of a list of members.
    pub(super) attended: bool,
    /// How many must be there, as the pack prints it.
    pub(super) quorum: Option<Found<u32>>,
    pub(super) before: Option<Before>,
    /// Meetings after this one.
    pub(super) plan: Vec<Row>,
    /// What the plan has for this very meeting.
    pub(super) planned: Option<Row>,
    pub(super) gaps: Vec<Finding>,
}

/// The meeting before, from its minutes.
#[derive(Clone, Debug, Default)]
pub(super) struct Before {
    pub(super) date: Option<Found<NaiveDate>>,
    pub(super) last: Option<Found<u32>>,
    /// Whether those minutes began with a number of an earlier meeting's.
    pub(super) runs_on: bool,
    /// The titles of those minutes.
    pub(super) titles: Vec<String>,
    pub(super) decisions: Vec<Found<(String, String)>>,
    pub(super) actions: Vec<Found<(Option<String>, String)>>,
    /// What the record of that meeting left to be done, in place of what its minutes say.
    pub(super) left: Vec<Topic>,
}

/// Reads a pack.
pub(super) fn gather(text: &str, given: &Given<'_>) -> Pack {
    let (lines, dropped) = furniture::remove(lines(text));
    let (lines, minuted) = web::tidy(lines);
    let mut lines = abreast::unfold(lines);
    centred::raise(&mut lines);
    let capitals = Capitals::of(&lines);
    let parts = parts(&lines);
    let of = |part: Part| parts.iter().filter(move |(kind, _)| *kind == part).map(|(_, range)| range.clone());
    for range in of(Part::Plan).collect::<Vec<_>>() {
        grid::widen(lines.get_mut(range).unwrap_or_default());
    }
    let (leads, printed) = plainly(lines.get_mut(of(Part::Front).next().unwrap_or_default()).unwrap_or_default());
    let within = |range: Range<usize>| lines.get(range).unwrap_or_default();
    let front_lines = of(Part::Front).next().map(within).unwrap_or_default();
    let mut front = front(front_lines, &capitals);
    named(&mut front, &leads, &printed);
    let added = supplement::merge(&mut front, front_lines, &capitals);
    let mut pack =
        Pack { has_agenda: front.items.len() > 1 || (front.items.len() == 1 && front.at.is_some()), ..Pack::default() };
    if dropped > 0 && lines.last().is_some_and(|line| line.page > 0) {
        pack.gaps.extend(
            (dropped > lines.len())
                .then(|| Finding::gap("more than half of the text was page headers and footers, and was passed over")),
        );
    }
    pack.gaps.extend(added);
    pack.gaps.extend(
        minuted.map(|line| Finding::gap_at(line, "the page has minutes of this very meeting, which were passed over")),
    );
    pack.head = head(&front.rest, &front.under, &capitals);
    pack.quorum = quorum::quorum(front_lines.iter().take_while(|line| front.at.is_none_or(|at| line.number <= at)));
    let reports: Vec<Report> =
        of(Part::Report).filter_map(|range| report(within(0..range.start), within(range), &capitals)).collect();
    settle_head(&mut pack, &reports, given);
    let minuted: Vec<(Vec<Line>, Vec<String>)> = of(Part::Minutes).map(|range| counted(within(range))).collect();
    let all: Vec<Minutes<'_>> = minuted.iter().map(|(lines, printed)| minutes(lines, printed)).collect();
    let day = pack.head.date.as_ref().map(|found| found.value);
    let last = all
        .iter()
        .filter(|minutes| minutes.date.as_ref().is_none_or(|date| day.is_none_or(|day| date.value < day)))
        .max_by_key(|minutes| minutes.date.as_ref().map(|date| date.value));
    if pack.head.body.is_none() {
        let named =
            all.iter().find_map(|minutes| minutes.body.clone()).map(|found| found.map(|name| capitals.title(&name)));
        pack.head.body = named.or_else(|| body_of_reports(&reports, &capitals));
    }
    read_front(&mut pack, front);
    attach(&mut pack, reports);
    let titles: Vec<String> = all.iter().flat_map(|minutes| minutes.titles.iter().map(|title| fold(title))).collect();
    planned::read_plan(&mut pack, &lines, &parts, &titles);
    if let Some(last) = last {
        pack.before = Some(before(last));
    }
    if let Some(last) = last {
        who_came(&mut pack, last, given.known.is_none());
    }
    pack
}

/// Takes from the last minutes who is listed nowhere else: members, or else those who serve the body.
///
/// `fresh` is whether the body has no file yet, where those who serve it stand.
fn who_came(pack: &mut Pack, last: &Minutes<'_>, fresh: bool) {
    let listed = |wanted: fn(List) -> bool| pack.people.iter().any(|found| wanted(found.value.list));
    let (seated, served) = (listed(List::seated), listed(|list| matches!(list, List::Officers | List::Others)));
    if seated && (served || !fresh) {
        return;
    }
    let (people, unread) = attended::attended(last);
    if seated {
        let known: Vec<(String, String)> = pack.people.iter().map(|found| initialled(&found.value)).collect();
        let newcomer = |found: &Found<Person>| {
            matches!(found.value.list, List::Officers | List::Others) && !known.contains(&initialled(&found.value))
        };
        pack.people.extend(people.into_iter().filter(newcomer));
        return;
    }
    pack.attended = people.iter().any(|found| found.value.list.seated());
    pack.people.extend(people);
    pack.gaps.extend(unread);
}

/// Somebody by surname and first letter, as lists that differ in forenames have in common.
fn initialled(person: &Person) -> (String, String) {
    let name = Name::read(&person.member.name);
    let given = if name.forename.is_empty() { &name.initials } else { &name.forename };
    (fold(&name.surname), fold(given).chars().take(1).collect())
}

/// The lines of minutes with their numbers made plain, and the numbers as printed.
fn counted(lines: &[Line]) -> (Vec<Line>, Vec<String>) {
    let mut lines = lines.to_vec();
    let printed = series::renumber(&mut lines);
    (lines, printed)
}

/// Makes columns and numbers of the front plain: who leads which item, by line, and the numbers as printed.
fn plainly(lines: &mut [Line]) -> (BTreeMap<usize, String>, Vec<String>) {
    let leads = grid::relay(lines);
    (leads, series::renumber(lines))
}

/// Gives the items back their own numbers, and who leads them.
fn named(front: &mut Front<'_>, leads: &BTreeMap<usize, String>, printed: &[String]) {
    for item in &mut front.items {
        item.lead = leads.get(&item.title.line).cloned();
        let place = item.number.as_ref().and_then(|number| number.parse::<usize>().ok()?.checked_sub(1));
        if let Some(number) = place.and_then(|place| printed.get(place)) {
            item.number = Some(number.clone());
        }
    }
    let plain = |item: &Item| Some((item.number.as_ref()?.parse::<u32>().ok()?, item.title.line));
    for pair in front.items.windows(2).filter(|_| !printed.is_empty()) {
        if let [Some((one, _)), Some((next, line))] = pair.iter().map(plain).collect::<Vec<_>>()[..]
            && next > one + 1
        {
            front.skipped.push((one, next, line));
        }
    }
}

/// What was given, and what reports say where no agenda does.
fn settle_head(pack: &mut Pack, reports: &[Report], given: &Given<'_>) {
    if let Some(date) = given.date {
        pack.head.date = Some(Found::new(date, 0, Sure::Certain));
        pack.head.other_day = None;
    }
    if let Some(body) = given.known.map(|file| file.body.name.as_str()).or(given.body) {
        let line = pack.head.body.as_ref().map_or(0, |found| found.line);
        pack.head.body = Some(Found::new(body.to_owned(), line, Sure::Certain));
    } else if !pack.has_agenda {
        // What stands in front is no agenda's head then; minutes and reports name the body.
        pack.head.body = None;
    }
    if pack.head.date.is_none() || (!pack.has_agenda && given.date.is_none()) {
        let mut days: BTreeMap<NaiveDate, (usize, usize)> = BTreeMap::new();
        for report in reports {
            if let Some(date) = report.date {
                days.entry(date).or_insert((0, report.line)).0 += 1;
            }
        }
        let most = days.into_iter().max_by_key(|(_, (count, _))| *count);
        if let Some((date, (_, line))) = most {
            pack.head.date = Some(Found::new(date, line, Sure::Likely));
        }
    }
    if let Some(time) = given.time {
        pack.head.time = Some(Found::new(time, 0, Sure::Certain));
    }
}

/// The name that stands above the numbers of most reports.
fn body_of_reports(reports: &[Report], capitals: &Capitals) -> Option<Found<String>> {
    let report = reports.iter().find(|report| report.item.is_some())?;
    let lower = report.head.to_ascii_lowercase();
    let end = lower.find("agenda item").or_else(|| lower.find("item no")).unwrap_or(lower.len());
    let name = report.head.get(..end)?.trim();
    let name = name.split_once(": ").map_or(name, |(_, name)| name.trim());
    let words = name.split_whitespace().count();
    ((2..=14).contains(&words) && !name.contains('.'))
        .then(|| Found::new(capitals.title(name), report.line, Sure::Likely))
}

fn read_front(pack: &mut Pack, front: Front<'_>) {
    let people: People = people(&front.blocks);
    for (line, text) in &people.unread {
        pack.gaps.push(Finding::gap_at(
            *line,
            format!("\"{}\" stands in a list of people and was not read as a name", crate::text::cut(text, 60)),
        ));
    }
    pack.people = people.found;
    if let Some(line) = front.second.filter(|_| !front.supplemented) {
        pack.gaps.push(Finding::gap_at(
            line,
            "a second agenda begins here; only the first was read, so import the rest by itself",
        ));
    }
    if let Some((count, line)) = front.stray {
        pack.gaps.push(Finding::gap_at(
            line,
            format!("{count} page numbers stand apart from the items they belong to, and were left out"),
        ));
    }
    for (before, after, line) in &front.skipped {
        pack.gaps.push(Finding::gap_at(*line, missing(*before, *after)));
    }
    if let Some(day) = pack.head.other_day {
        let line = pack.head.date.as_ref().map_or(0, |date| date.line);
        pack.gaps.push(Finding::gap_at(
            line,
            format!("the date is printed with another day of the week, {day}; check which is right"),
        ));
    }
    pack.skipped = front.skipped;
    let around: Vec<&Line> = front.rest.iter().chain(&front.under).copied().collect();
    pack.notices = notices(&front.items, &around);
    let mixed = front
        .rest
        .iter()
        .find(|line| line.folded.contains("supplementary agenda") || line.folded.contains("supplementary pack"));
    if let Some(line) = mixed {
        pack.gaps.push(Finding::gap_at(
            line.number,
            "this is a supplementary agenda; its items may belong to an agenda published before",
        ));
    }
    pack.items = front.items;
}

/// What is said of numbers that were passed over.
pub(super) fn missing(before: u32, after: u32) -> String {
    match after.saturating_sub(before) {
        2 => format!("item {} is not in the text", before + 1),
        _ => format!("items {} to {} are not in the text", before + 1, after.saturating_sub(1)),
    }
}

/// What the public is told about questions.
fn notices(items: &[Item], rest: &[&Line]) -> Vec<Found<String>> {
    let mut notices: Vec<Found<String>> = Vec::new();
    let fits = |text: &str| text.chars().count() <= PASSAGE && text.len() > 20;
    let asked = |item: &&Item| kind::guess(&item.title.value, false) == "questions";
    for item in items.iter().filter(asked) {
        let text = item.under.replace('\n', " ");
        if fits(&text) && ["question", "statement", "speak"].iter().any(|word| text.to_lowercase().contains(word)) {
            notices.push(Found::new(text, item.title.line + 1, Sure::Likely));
        }
    }
    let under: Vec<String> = items.iter().filter(asked).map(|item| item.under.replace('\n', " ")).collect();
    let mut at = 0;
    while let Some(line) = rest.get(at) {
        let starts = line.folded.trim_start_matches(|letter: char| !letter.is_alphanumeric());
        let about = [
            "members of the public",
            "questions must",
            "anyone wishing to",
            "residents wishing",
            "public questions",
            "any member of the public",
        ]
        .iter()
        .any(|words| starts.starts_with(words));
        let next_to = |(one, next): &(&&Line, &&Line)| !next.apart() && next.number <= one.number + 1;
        let length = 1 + rest.iter().skip(at).zip(rest.iter().skip(at + 1)).take(12).take_while(next_to).count();
        if about {
            let text = rest.iter().skip(at).take(length).map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
            let text = text.trim_matches(|letter: char| letter == '*' || letter.is_whitespace()).to_owned();
            let speaks = ["question", "statement", "speak"].iter().any(|word| text.to_lowercase().contains(word));
            if speaks && fits(&text) && notices.len() < 6 && !under.iter().any(|under| under.contains(&text)) {
                notices.push(Found::new(text, line.number, Sure::Likely));
            }
        }
        at += if about { length } else { 1 };
    }
    notices
}

/// Gives each item its report, or makes items of the reports where there is no agenda.
fn attach(pack: &mut Pack, reports: Vec<Report>) {
    let day = pack.head.date.as_ref().map(|found| found.value);
    let mut others = 0;
    for report in reports {
        let elsewhere = report.date.is_some() && day.is_some() && report.date != day;
        if elsewhere {
            others += 1;
            continue;
        }
        let number = report.item.clone();
        let titled = report.title.as_ref().map(|title| plain(&title.value));
        let by_number = pack.items.iter().position(|item| item.number.is_some() && item.number == number);
        let by_title = || pack.items.iter().position(|item| Some(plain(&item.title.value)) == titled);
        if pack.has_agenda {
            let place = if number.is_some() { by_number } else { by_title() };
            match place.and_then(|place| pack.items.get_mut(place)).filter(|item| item.report.is_none()) {
                Some(item) => {
                    let apart = titled.as_ref().is_some_and(|title| !alike(title, &plain(&item.title.value)));
                    if let (true, Some(title)) = (apart, &report.title) {
                        let what = format!(
                            "the report of item {} is titled \"{}\" and the agenda calls the item \"{}\"",
                            number.as_deref().unwrap_or("?"),
                            title.value,
                            item.title.value
                        );
                        pack.gaps.push(Finding::gap_at(report.line, what));
                    }
                    item.report = Some(report);
                }
                None if number.is_some() => {
                    let what = format!(
                        "there is a report for item {}, which the agenda does not have",
                        number.unwrap_or_default()
                    );
                    pack.gaps.push(Finding::gap_at(report.line, what));
                }
                None => {}
            }
        } else if let (Some(number), Some(title)) = (number, report.title.clone())
            && by_number.is_none()
        {
            let sure = title.sure.max(Sure::Likely);
            let mut item = Item::new(Some(number), Found { sure, ..title });
            item.report = Some(report);
            pack.items.push(item);
        }
    }
    if others > 0 {
        let what = if others == 1 {
            "a report in the pack is".to_owned()
        } else {
            format!("{others} reports in the pack are")
        };
        pack.gaps.push(Finding::gap(format!("{what} of another day, and passed over")));
    }
    if !pack.has_agenda {
        by_their_numbers(pack);
    }
}

/// Items made of reports in the order of their numbers, with the numbers that are missing.
pub(super) fn by_their_numbers(pack: &mut Pack) {
    let number = |item: &Item| -> u32 { item.number.as_deref().and_then(|number| number.parse().ok()).unwrap_or(0) };
    pack.items.sort_by_key(number);
    let mut last = 0;
    for item in &pack.items {
        let this = number(item);
        if this > last + 1 {
            pack.skipped.push((last, this, item.title.line));
            pack.gaps.push(Finding::gap_at(item.title.line, missing(last, this)));
        }
        last = this;
    }
}

/// A title by its letters alone.
fn plain(title: &str) -> String {
    fold(title).chars().filter(|letter| letter.is_alphanumeric()).collect()
}

fn alike(one: &str, other: &str) -> bool {
    let holds = |long: &str, short: &str| short.len() > 8 && long.contains(short);
    holds(one, other) || holds(other, one) || strsim::jaro_winkler(one, other) > 0.8
}

fn before(minutes: &Minutes<'_>) -> Before {
    Before {
        date: minutes.date.clone(),
        last: minutes.last.clone(),
        runs_on: minutes.first.is_some_and(|first| first > 1),
        titles: minutes.titles.clone(),
        decisions: minutes.decisions.clone(),
        actions: minutes.actions.clone(),
        left: Vec::new(),
    }
}

impl List {
    /// What a list is called in a report.
    pub(super) fn called(self) -> &'static str {
        match self {
            Self::Members => "member",
            Self::Independents => "independent member",
            Self::Substitutes => "substitute",
            Self::Officers => "officer",
            Self::Others => "attender",
        }
    }
}
