//! A year as blocks for the writers, and as data for other programs.

use std::collections::BTreeMap;

use chrono::NaiveDate;
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

/// Every year under the name of its body, where there are several below what all of it is; for spreadsheets a table of
/// each kind with all bodies in it.
pub fn blocks(years: &[Year], sheet: bool, style: &Style) -> Vec<Block> {
    if sheet {
        return tables(years, style);
    }
    let several = years.len() > 1;
    let head = several.then(|| Part::Title(vec![TITLE.to_owned()]));
    let parts = years.iter().flat_map(|year| {
        let print = Print { year, style, sheet };
        if several {
            print.under(Part::Title(vec![year.body.clone()]), 2)
        } else {
            print.under(Part::Title(vec![year.body.clone(), TITLE.to_owned()]), 1)
        }
    });
    head.into_iter().chain(parts).map(Block::of).collect()
}

/// The tables of all years, those of a kind in one, with the body in its first column.
fn tables(years: &[Year], style: &Style) -> Vec<Block> {
    let mut all: Vec<Table> = Vec::new();
    for year in years {
        let printed = Print { year, style, sheet: true }.chapters().into_iter().flat_map(|(_, parts)| parts);
        for part in printed {
            let Part::Table(Table { name, columns, rows }) = part else { continue };
            let rows = rows.into_iter().map(|row| std::iter::once(cell(&year.body)).chain(row).collect());
            if let Some(table) = all.iter_mut().find(|table| table.name == name) {
                table.rows.extend(rows);
            } else {
                let columns = std::iter::once("BODY".to_owned()).chain(columns).collect();
                all.push(Table { name, columns, rows: rows.collect() });
            }
        }
    }
    all.into_iter().map(|table| Block::of(Part::Table(table))).collect()
}

#[derive(Clone, Copy)]
struct Print<'a> {
    year: &'a Year,
    style: &'a Style,
    /// Whether it is for spreadsheets.
    sheet: bool,
}

impl Print<'_> {
    /// The chapters of a year, each with its heading.
    fn chapters(self) -> [(&'static str, Vec<Part>); 6] {
        [
            ("Meetings", self.meetings()),
            ("Attendance", self.attendance()),
            ("Substitutes", self.substitutes()),
            ("Decisions", self.decisions()),
            ("Recommendations and responses", self.recommendations()),
            ("Actions", self.actions()),
        ]
    }

    fn date(self, day: NaiveDate) -> String {
        if self.sheet { day.to_string() } else { self.style.date.show(day, &self.style.words) }
    }

    /// The chapters of a year below its title, as deep as `level`.
    fn under(self, title: Part, level: usize) -> Vec<Part> {
        let printed = self.chapters().into_iter().filter(|(_, body)| !body.is_empty()).flat_map(|(heading, body)| {
            let heading = Part::Heading { level, number: String::new(), text: heading.to_owned() };
            std::iter::once(heading).chain(body)
        });
        std::iter::once(title).chain(printed).collect()
    }

    fn meetings(self) -> Vec<Part> {
        let row = |meeting: &Meeting| {
            let [present, members, decisions] = [meeting.present, meeting.members, meeting.decisions].map(count);
            (self.date(meeting.date), meeting.venue.clone(), present, members, decisions)
        };
        let rows = self.year.meetings.iter().map(row);
        let all = if self.sheet {
            let rows =
                rows.map(|(date, venue, present, members, decisions)| [date, venue, present, members, decisions]);
            table("Meetings", ["DATE", "VENUE", "PRESENT", "MEMBERS", "DECISIONS"], rows)
        } else {
            let rows = rows.map(|(date, venue, present, members, decisions)| {
                [date, venue, format!("{present} of {members}"), decisions]
            });
            table("Meetings", ["DATE", "VENUE", "PRESENT", "DECISIONS"], rows)
        };
        let mut parts: Vec<Part> = all.into_iter().collect();
        let days = self.year.not_held.iter().map(|day| self.date(*day));
        let days: Vec<String> = days.collect();
        if !days.is_empty() {
            parts.push(said(format!("Recorded and never called to order: {}.", days.join(", "))));
        }
        parts
    }

    fn attendance(self) -> Vec<Part> {
        // Only where it does not count is it told apart, but that tables for spreadsheets are always alike.
        let remote = self.sheet || self.year.attendance.iter().any(|one| one.remote > 0);
        let row = |one: &Attendance| {
            let counts = [one.meetings, one.present].into_iter().chain(remote.then_some(one.remote));
            let counts = counts.chain([one.substituted, one.apologies, one.absent]);
            std::iter::once(one.name.clone()).chain(counts.map(count)).collect::<Vec<_>>()
        };
        let columns = ["MEMBER", "MEETINGS", "PRESENT"].into_iter().chain(remote.then_some("REMOTE, NOT COUNTED"));
        let columns = columns.chain(["SUBSTITUTE SENT", "APOLOGIES", "ABSENT"]);
        table("Attendance", columns, self.year.attendance.iter().map(row)).into_iter().collect()
    }

    fn substitutes(self) -> Vec<Part> {
        let rows = self.year.substitutes.iter().map(|one| [one.name.clone(), one.member.clone(), count(one.times)]);
        table("Substitutes", ["SUBSTITUTE", "FOR", "MEETINGS"], rows).into_iter().collect()
    }

    fn decisions(self) -> Vec<Part> {
        let rows = self.year.decisions.iter().map(|(verb, times)| [shown(*verb).to_owned(), count(*times)]);
        table("Decisions", ["KIND", "TIMES"], rows).into_iter().collect()
    }

    fn recommendations(self) -> Vec<Part> {
        let rows = self.year.recommendations.iter().map(|topic| self.recommendation(topic));
        let name = "Recommendations and responses";
        table(name, ["MEETING", "RECOMMENDATION", "TO", "RESPONSE"], rows).into_iter().collect()
    }

    fn recommendation(self, topic: &Topic) -> [String; 4] {
        let date = |day| self.date(day);
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
        if self.sheet {
            let row = [carried_in, undertakings, recommendations, finished, open].map(count);
            let columns = ["CARRIED IN", "UNDERTAKINGS", "RECOMMENDATIONS", "FINISHED", "OPEN"];
            return table("Actions", columns, std::iter::once(row)).into_iter().collect();
        }
        let given = undertakings + recommendations;
        let words = format!(
            "Carried in from before: {carried_in}. Given: {given} (undertakings: {undertakings}; recommendations: \
             {recommendations}). Finished: {finished}. Open at the end: {open}."
        );
        vec![said(words)]
    }
}

/// A table of rows; nothing where there are none.
fn table<'a, R: IntoIterator<Item = String>>(
    name: &str,
    columns: impl IntoIterator<Item = &'a str>,
    rows: impl Iterator<Item = R>,
) -> Option<Part> {
    let rows: Vec<Vec<Cell>> = rows.map(|row| row.into_iter().map(|text| cell(&text)).collect()).collect();
    let columns = columns.into_iter().map(str::to_owned).collect();
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
    not_held: &'a [NaiveDate],
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
