//! The head of the next agenda: when and where, who presides, and what the numbers go on from.

use std::fmt::Write;

use chrono::{Datelike, NaiveDate};

use crate::load::checker::LINE;
use crate::load::written::{day, line, list, passage, remark};
use crate::load::{body_named, style_named};
use crate::meeting::agenda::{ItemKind, Office};
use crate::meeting::id::PersonId;
use crate::meeting::people::Person;
use crate::minutes::document::last_minute;
use crate::text::clean_line;

use super::business;
use super::plan::Chosen;
use super::{Before, Line, said};

/// The head as text, and what it lacks.
pub(super) fn head(before: &Before<'_>, chosen: &Chosen, lines: &[Line], gaps: &mut Vec<String>) -> String {
    let state = before.state;
    let this = said(state.agenda().date);
    let mut head = Head { before, chosen, text: String::new(), gaps: Vec::new() };
    head.text.push_str(&remark(&format!(
        "{}, {}: written by quorate from the record of {this}. Look it through, complete what is marked TO FILL IN, and \
         read it with `quorate check`.",
        state.body().name,
        said(chosen.day)
    )));
    if before.body.body.rules.standing_items.is_none() {
        head.text.push_str(&remark(
            "The body's file lists no standing items, under [rules.standing-items]: those that every agenda has are taken \
             from the last one.",
        ));
    }
    for gap in gaps.iter() {
        head.text.push_str(&remark(gap));
    }
    head.text.push_str("\n[meeting]\n");
    head.files();
    head.when_and_where();
    head.year_and_numbers();
    head.text.push_str(&day("last-meeting", Some(state.agenda().date)));
    head.goes_on(lines);
    head.offices(lines);
    head.around(lines);
    gaps.extend(head.gaps);
    head.text
}

struct Head<'a> {
    before: &'a Before<'a>,
    chosen: &'a Chosen,
    text: String,
    gaps: Vec<String>,
}

impl Head<'_> {
    /// Says what is missing, in the text where it belongs and on the list.
    fn gap(&mut self, sentence: &str) {
        self.text.push_str(&remark(&format!("TO FILL IN: {sentence}")));
        self.gaps.push(sentence.to_owned());
    }

    /// The body's folder and the house style, where the last agenda named them.
    fn files(&mut self) {
        let Some(stated) = self.before.state.stated() else { return };
        self.text.push_str(&passage("body", body_named(&stated.agenda).as_ref(), LINE));
        self.text.push_str(&passage("style", style_named(&stated.agenda).as_ref(), LINE));
    }

    fn when_and_where(&mut self) {
        let (agenda, entry) = (self.before.state.agenda(), &self.chosen.entry);
        let this = said(agenda.date);
        self.text.push_str(&day("date", Some(self.chosen.day)));
        if entry.time.is_none() {
            self.gap(&format!("the plan gives no time; this is that of {this}."));
        }
        let time = entry.time.unwrap_or(agenda.time);
        self.text.push_str(&line("time", &time.format("%H:%M").to_string()));
        let venue = entry.venue.join(", ");
        if venue.is_empty() || ["tbc", "tba", "to be confirmed"].contains(&venue.to_lowercase().as_str()) {
            self.gap("the plan gives no venue: venue = \"...\"");
        } else {
            self.text.push_str(&passage("venue", Some(&venue), LINE));
        }
        self.text.push_str(&passage("contact", Some(&agenda.contact), LINE));
    }

    fn year_and_numbers(&mut self) {
        let state = self.before.state;
        let agenda = state.agenda();
        let year = agenda.municipal_year.as_deref().and_then(|year| next_year(year, self.chosen));
        let anew = year.as_ref().is_some_and(|year| agenda.municipal_year.as_ref() != Some(year));
        match &year {
            Some(year) => self.text.push_str(&line("municipal-year", year)),
            None if agenda.municipal_year.is_some() => self.gap("the municipal year: municipal-year = \"...\""),
            None => {}
        }
        let Some(last) = last_minute(state) else { return };
        let first = match (anew, self.before.body.body.rules.yearly_numbers) {
            (true, Some(true)) => 1,
            (true, None) => {
                self.gap(
                    "it is not set whether minutes are numbered from 1 in a new municipal year, so the numbers go on: \
                     yearly-numbers under [rules] of the body's file.",
                );
                last.saturating_add(1)
            }
            _ => last.saturating_add(1),
        };
        let _ = writeln!(self.text, "first-minute = {first}\nlast-minute = {last}");
    }

    /// Which meeting this one goes on with, or takes something over from.
    fn goes_on(&mut self, lines: &[Line]) {
        let this = self.before.state.agenda().date;
        let adjourned = business::adjourned(self.before.state);
        match adjourned.map(|pause| business::day_of(pause.until.as_deref())) {
            Some(Some(to)) if to == self.chosen.day => return self.text.push_str(&day("adjourned-from", Some(this))),
            Some(None) => self.gap(&format!(
                "the meeting of {} was adjourned and did not resume; if it goes on here: adjourned-from = {this}.",
                said(this)
            )),
            _ => {}
        }
        let waiting = self.before.earlier.waiting.iter();
        let taken = waiting.filter(|waiting| lines.iter().any(|line| line.item.title == waiting.title));
        self.text.push_str(&day("follows", taken.map(|waiting| waiting.meeting).max()));
    }

    /// Who holds the offices, as far as the body's file knows them.
    fn offices(&mut self, lines: &[Line]) {
        let state = self.before.state;
        let known = |id: &&PersonId| self.before.body.body.people.iter().any(|it| it.id == **id);
        let chair = state.office(Office::Chair);
        self.office("chair", chair);
        // Who was vice-chair and is chair now leaves the other office free.
        self.office("vice-chair", state.office(Office::ViceChair).filter(|holder| Some(*holder) != chair));
        let elects = lines.iter().any(|line| matches!(line.item.kind, ItemKind::Election { .. }));
        if let Some(opens) = state.agenda().opens.as_ref().filter(known).filter(|_| elects) {
            self.text.push_str(&line("opens", opens.as_str()));
        }
        for seat in state.body().seats.iter().filter(|seat| !state.former_holders(&seat.id).is_empty()) {
            let name = seat.holder.as_ref().and_then(|id| state.person(id)).map(Person::full);
            let name = name.unwrap_or_else(|| "Nobody".to_owned());
            self.gap(&format!(
                "{name} holds the seat “{}” since this meeting; the body's file may not say so.",
                seat.id
            ));
        }
    }

    /// Who holds an office; an empty text says that nobody does, whatever the body's file says.
    fn office(&mut self, key: &str, holder: Option<&PersonId>) {
        let body = &self.before.body.body;
        let seated = |holder: &&PersonId| body.seats.iter().any(|seat| seat.holder.as_ref() == Some(*holder));
        let name = holder.and_then(|id| self.before.state.person(id)).map(Person::full).unwrap_or_default();
        let office = key.replace('-', " ");
        match holder {
            None => self.gap(&format!("there is no {office}.")),
            Some(holder) if !seated(&holder) => {
                self.gap(&format!("{name} is the {office} and has no seat in the body's file."));
            }
            Some(_) => {}
        }
        let written = line(key, holder.filter(seated).map_or("", PersonId::as_str));
        let remark = if name.is_empty() { String::new() } else { format!(" # {}", clean_line(&name).text) };
        let _ = writeln!(self.text, "{}{remark}", written.trim_end());
    }

    /// Notices, topics for reports to come, and the papers.
    fn around(&mut self, lines: &[Line]) {
        let agenda = self.before.state.agenda();
        if !agenda.notices.is_empty() {
            self.gap("the notices, with their new dates: notices = [\"...\"]. Those of the last agenda were:");
            for notice in &agenda.notices {
                self.text.push_str(&remark(notice));
            }
        }
        self.text.push_str(&list("topics", &agenda.topics));
        let without = |line: &&Line| {
            matches!(line.item.kind, ItemKind::Report | ItemKind::Business | ItemKind::Complaints { .. })
                && line.item.paper.recommendation.is_none()
        };
        if lines.iter().any(|line| without(&line)) {
            self.gap("the papers: author, receives, recommendation and pages of the items that have one.");
        }
    }
}

/// The month in which municipal years begin.
const MAY: u32 = 5;

/// The municipal year of the next meeting: it begins with the annual meeting, or else in May with the councils' own
/// (Local Government Act 1972, section 8 and Schedule 2, paragraph 1).
fn next_year(year: &str, chosen: &Chosen) -> Option<String> {
    let (first, second) = year.split_once(['/', '-', '–'])?;
    let begins: i32 = first.trim().parse().ok()?;
    let of = |day: NaiveDate| if day.month() >= MAY { day.year() } else { day.year() - 1 };
    if of(chosen.day) <= begins {
        return Some(year.to_owned());
    }
    // In May it is the annual meeting that begins the year, wherever in the month it is.
    if chosen.day.month() == MAY && !chosen.annual {
        return None;
    }
    let begins = of(chosen.day);
    let sign = year.chars().find(|letter| ['/', '-', '–'].contains(letter))?;
    let ends = if second.trim().len() == 2 { format!("{:02}", (begins + 1) % 100) } else { (begins + 1).to_string() };
    Some(format!("{begins}{sign}{ends}"))
}
