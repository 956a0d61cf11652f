//! A year as blocks for the writers, and as data for other programs.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::meeting::agenda::Topic;
use crate::meeting::fact::Verb;
use crate::minutes::block::{Block, Cell, Part, Run, Table};
use crate::minutes::paper;
use crate::minutes::sheet::Sheet;
use crate::minutes::style::Style;

use super::{Actions, Attendance, Meeting, StoodIn, Year};

/// The name of the format of the data. It gets another number when something is taken out of it or changes its meaning.
const FORMAT: &str = "quorate-year-1";
const TITLE: &str = "The year of meetings";

/// What is true of the whole paper.
pub fn sheet(years: &[Year], style: &Style) -> Sheet {
    let body = match years {
        [year] => year.body.clone(),
        _ => String::new(),
    };
    let title = if body.is_empty() { TITLE.to_owned() } else { format!("{TITLE} – {body}") };
    let (language, foot) = (style.language.clone(), paper::foot(style));
    Sheet { title: title.clone(), body, language, head: title, foot, ..Sheet::default() }
}

/// What a year is printed for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// A paper to be read, with every year under the name of its body.
    #[default]
    Paper,
    /// Tables alone, for spreadsheets: every row names its body.
    Sheet,
}

/// The years, one after the other.
pub fn blocks(years: &[Year], form: Form, style: &Style) -> Vec<Block> {
    let of = |year: &Year| {
        let parts = Print { year, style }.blocks();
        if form == Form::Sheet { parts.into_iter().map(|part| named(part, &year.body)).collect() } else { parts }
    };
    years.iter().flat_map(of).map(Block::of).collect()
}

/// A part with the name of the body in every row, where it is a table.
fn named(part: Part, body: &str) -> Part {
    let Part::Table(mut table) = part else { return part };
    table.columns.insert(0, "BODY".to_owned());
    table.rows.iter_mut().for_each(|row| row.insert(0, cell(body)));
    Part::Table(table)
}

#[derive(Clone, Copy)]
struct Print<'a> {
    year: &'a Year,
    style: &'a Style,
}

impl Print<'_> {
    fn blocks(self) -> Vec<Part> {
        let mut parts = vec![Part::Title(vec![self.year.body.clone(), TITLE.to_owned()])];
        let mut under = |heading: &str, body: Vec<Part>| {
            if !body.is_empty() {
                parts.push(Part::Heading { level: 1, number: String::new(), text: heading.to_owned() });
                parts.extend(body);
            }
        };
        under("Meetings", self.meetings());
        under("Attendance", self.attendance());
        under("Substitutes", self.substitutes());
        under("Decisions", self.decisions());
        under("Recommendations and responses", self.recommendations());
        under("Actions", self.actions());
        parts
    }

    fn meetings(self) -> Vec<Part> {
        let rows = self.year.meetings.iter().map(|meeting| {
            let came = format!("{} of {}", meeting.present, meeting.members);
            [
                self.style.date.show(meeting.date, &self.style.words),
                meeting.venue.clone(),
                came,
                count(meeting.decisions),
            ]
            .to_vec()
        });
        let mut parts: Vec<Part> =
            table("Meetings", &["DATE", "VENUE", "PRESENT", "DECISIONS"], rows).into_iter().collect();
        let days = self.year.not_held.iter().map(|day| self.style.date.show(*day, &self.style.words));
        let days: Vec<String> = days.collect();
        if !days.is_empty() {
            parts.push(said(format!("Recorded and never called to order: {}.", days.join(", "))));
        }
        parts
    }

    fn attendance(self) -> Vec<Part> {
        // Only where it does not count is it told apart.
        let remote = self.year.attendance.iter().any(|one| one.remote > 0);
        let row = |one: &Attendance| {
            let counts = [one.present].into_iter().chain(remote.then_some(one.remote));
            let counts = counts.chain([one.substituted, one.apologies, one.absent]);
            [one.name.clone(), count(one.meetings)].into_iter().chain(counts.map(count)).collect()
        };
        let columns = ["MEMBER", "MEETINGS", "PRESENT"].into_iter().chain(remote.then_some("REMOTE, NOT COUNTED"));
        let columns: Vec<&str> = columns.chain(["SUBSTITUTE SENT", "APOLOGIES", "ABSENT"]).collect();
        table("Attendance", &columns, self.year.attendance.iter().map(row)).into_iter().collect()
    }

    fn substitutes(self) -> Vec<Part> {
        let rows =
            self.year.substitutes.iter().map(|one| [one.name.clone(), one.member.clone(), count(one.times)].to_vec());
        table("Substitutes", &["SUBSTITUTE", "FOR", "MEETINGS"], rows).into_iter().collect()
    }

    fn decisions(self) -> Vec<Part> {
        let rows = self.year.decisions.iter().map(|(verb, times)| [shown(*verb).to_owned(), count(*times)].to_vec());
        table("Decisions", &["KIND", "TIMES"], rows).into_iter().collect()
    }

    fn recommendations(self) -> Vec<Part> {
        let rows = self.year.recommendations.iter().map(|topic| self.recommendation(topic).to_vec());
        let name = "Recommendations and responses";
        table(name, &["MEETING", "RECOMMENDATION", "TO", "RESPONSE"], rows).into_iter().collect()
    }

    fn recommendation(self, topic: &Topic) -> [String; 4] {
        let date = |day| self.style.date.show(day, &self.style.words);
        let origin = topic.origin.as_ref();
        let heard = topic.reports.iter().map(|report| format!("{}: {}", date(report.meeting), report.text));
        let heard: Vec<String> = heard.collect();
        [
            origin.map(|origin| date(origin.meeting)).unwrap_or_default(),
            origin.map_or_else(|| topic.title.clone(), |origin| origin.text.clone()),
            topic.owner.clone().unwrap_or_default(),
            if heard.is_empty() { "none recorded".to_owned() } else { heard.join("\n") },
        ]
    }

    fn actions(self) -> Vec<Part> {
        let Actions { carried_in, undertakings, recommendations, finished, open } = self.year.actions;
        let given = undertakings + recommendations;
        let words = format!(
            "Carried in from before: {carried_in}. Given: {given} (undertakings: {undertakings}; recommendations: \
             {recommendations}). Finished: {finished}. Open at the end: {open}."
        );
        vec![said(words)]
    }
}

/// A table of rows; nothing where there are none.
fn table(name: &str, columns: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Option<Part> {
    let rows: Vec<Vec<Cell>> = rows.map(|row| row.iter().map(|text| cell(text)).collect()).collect();
    let columns = columns.iter().map(|&column| column.to_owned()).collect();
    (!rows.is_empty()).then(|| Part::Table(Table { name: name.to_owned(), columns, rows }))
}

/// A cell with a paragraph for every line.
fn cell(text: &str) -> Cell {
    text.lines().map(|line| vec![Run::plain(line)]).collect()
}

fn said(text: String) -> Part {
    Part::Paragraph(vec![Run::plain(text)])
}

fn count(number: usize) -> String {
    number.to_string()
}

const fn shown(verb: Verb) -> &'static str {
    match verb {
        Verb::Agree => "agreed",
        Verb::Note => "noted",
        Verb::Receive => "received",
        Verb::Approve => "approved",
        Verb::Endorse => "endorsed",
        Verb::Adopt => "adopted",
        Verb::Recommend => "recommended",
        Verb::Defer => "deferred",
        Verb::Refer => "referred",
        Verb::Refuse => "refused",
        Verb::Delegate => "delegated",
        Verb::Veto => "vetoed",
        Verb::VetoTooHigh => "vetoed as too high",
        Verb::VetoTooLow => "vetoed as too low",
        Verb::NoDecision => "no decision",
    }
}

#[derive(Serialize)]
struct Document<'a> {
    format: &'static str,
    years: Vec<YearData<'a>>,
}

#[derive(Serialize)]
struct YearData<'a> {
    body: &'a str,
    meetings: &'a [Meeting],
    not_held: &'a [chrono::NaiveDate],
    attendance: &'a [Attendance],
    substitutes: &'a [StoodIn],
    decisions: BTreeMap<&'static str, usize>,
    recommendations: &'a [Topic],
    actions_carried_in: usize,
    actions_given: usize,
    actions_opened: usize,
    actions_closed: usize,
    actions_open: usize,
}

/// The years as JSON with an end of line.
pub fn to_json(years: &[Year]) -> Vec<u8> {
    let years = years.iter().map(|year| YearData {
        body: &year.body,
        meetings: &year.meetings,
        not_held: &year.not_held,
        attendance: &year.attendance,
        substitutes: &year.substitutes,
        decisions: year.decisions.iter().map(|(verb, times)| (shown(*verb), *times)).collect(),
        recommendations: &year.recommendations,
        actions_carried_in: year.actions.carried_in,
        actions_given: year.actions.undertakings + year.actions.recommendations,
        actions_opened: year.actions.undertakings,
        actions_closed: year.actions.finished,
        actions_open: year.actions.open,
    });
    let document = Document { format: FORMAT, years: years.collect() };
    // Every key is a string and every value can be said in JSON.
    let mut bytes = serde_json::to_vec_pretty(&document).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
