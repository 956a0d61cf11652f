//! The report of a panel to its commissioner on a precept: 2011 Act, Schedule 5, paragraphs 3 and 4; SI 2012/2271,
//! regulations 4 and 6. It is made from what was decided, so that it says what the minutes say.

use crate::meeting::agenda::ItemKind;
use crate::meeting::fact::{Content, Decision, Recommendation, Verb};
use crate::meeting::panel::{Calendar, Precept};
use crate::meeting::state::{Item, State};
use crate::minutes::block::{Block, Part};
use crate::minutes::phrase::{Phrase, Value, capitalised};
use crate::minutes::style::{Marker, Style};

use super::facts::full_stop;
use super::{Build, paragraph};

/// The report on each precept that was before the meeting; a sentence where none was.
pub fn precept_report(state: &State, style: &Style) -> Vec<Block> {
    let build = Build::new(state, style);
    let reports = state.items().filter_map(|item| match &item.agenda.kind {
        ItemKind::Precept(precept) => Some(build.report(item, precept)),
        _ => None,
    });
    let parts: Vec<Part> = reports.flatten().collect();
    let parts = if parts.is_empty() { build.sentence(Phrase::ReportNothing, &[]).into_iter().collect() } else { parts };
    parts.into_iter().map(Block::of).collect()
}

impl<'a> Build<'a> {
    fn report(self, item: &'a Item, precept: &'a Precept) -> Vec<Part> {
        let days = Calendar::about(self.state.agenda().date);
        let due = if precept.revised { days.second_report } else { days.report };
        let title = if precept.revised { Phrase::ReportTitleRevised } else { Phrase::ReportTitle };
        let body = || ("body", Value::text(Some(&self.state.body().name)));
        let title = self.fill.text(title, &[body(), ("year", Value::text(precept.year.as_deref()))]);
        let dates = [
            ("notified", precept.notified.map_or(Value::Empty, Value::Date)),
            ("reviewed", Value::Date(self.state.agenda().date)),
            ("due", Value::Date(due)),
        ];
        let mut parts = vec![Part::Title(title.lines().map(str::to_owned).collect())];
        parts.extend(paragraph(self.fill.line(Phrase::ReportDays, &dates)));
        parts.extend(self.sentence(Phrase::ReportPurpose, &[("body", self.short())]));
        parts.extend(self.statutory(item));
        parts.extend(self.report_decided(item));
        parts.extend(self.report_recommended(item));
        parts.extend(self.report_next(item, precept, days));
        parts.extend(paragraph(self.fill.line(Phrase::ReportSigned, &[body()])));
        parts
    }

    fn put(self, item: &'a Item) -> impl Iterator<Item = &'a Decision> {
        self.state.facts_of(item).filter_map(|fact| match &fact.content {
            Content::Decision(decision) if decision.basis.is_some() => Some(decision),
            _ => None,
        })
    }

    /// What was decided and why, with the votes for a veto.
    fn report_decided(self, item: &'a Item) -> Vec<Part> {
        let mut parts = vec![Part::Subheading(self.style.label(Phrase::ReportDecided))];
        for decision in self.put(item) {
            let votes = decision.verb.is_veto().then(|| self.state.veto_votes(decision)).flatten();
            let votes = votes.and_then(|it| Some((it.votes?, it.needed, it.members)));
            let votes = votes.and_then(|(votes, needed, members)| {
                let number = |count: u32| Value::Number(usize::try_from(count).unwrap_or(usize::MAX));
                let values = [("votes", number(votes)), ("needed", number(needed)), ("members", number(members))];
                self.sentence(Phrase::ReportVotes, &values)
            });
            parts.extend(self.whole_decision(decision, votes));
        }
        parts
    }

    /// Every recommendation with its reasons, numbered.
    fn report_recommended(self, item: &'a Item) -> Vec<Part> {
        let made = self.state.facts_of(item).filter_map(|fact| match &fact.content {
            Content::Recommendation(recommendation) => Some(recommendation),
            _ => None,
        });
        let made: Vec<&Recommendation> = made.collect();
        let mut parts = vec![Part::Subheading(self.style.label(Phrase::ReportRecommendations))];
        if made.is_empty() {
            parts.extend(self.sentence(Phrase::ReportNoRecommendations, &[]));
        }
        let markers = Marker::like("1.").unwrap_or_else(Marker::none);
        for (index, recommendation) in made.into_iter().enumerate() {
            let text = Value::from(capitalised(&full_stop(&recommendation.text)));
            let first = self.fill.line(Phrase::ReportRecommendation, &[("text", text)]);
            let line = self.with_reasons(first, recommendation);
            parts.push(Part::ListItem { marker: markers.show(index), line });
        }
        parts
    }

    /// What the commissioner does now, and by when.
    fn report_next(self, item: &'a Item, precept: &Precept, days: Calendar) -> Vec<Part> {
        let verb = self.put(item).map(|decision| decision.verb).filter(|verb| verb.is_veto()).last();
        let (phrase, date) = match verb {
            _ if precept.revised => (Phrase::ReportAfterRevised, days.last),
            Some(Verb::VetoTooHigh) => (Phrase::ReportAfterTooHigh, days.response),
            Some(Verb::VetoTooLow) => (Phrase::ReportAfterTooLow, days.response),
            _ => (Phrase::ReportAfter, days.last),
        };
        let sentence = self.sentence(phrase, &[("date", Value::Date(date))]);
        std::iter::once(Part::Subheading(self.style.label(Phrase::ReportNext))).chain(sentence).collect()
    }
}
