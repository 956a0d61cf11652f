//! Minutes of earlier meetings: each set agreed, agreed as amended, or deferred.

use chrono::NaiveDate;

use super::form::Asking;
use super::list::{Cursor, guarded, hint};
use super::question::Question;
use super::{Pad, Step};
use crate::app::key::{Code, Key};
use crate::app::session::Session;
use crate::app::view::{PadView, Row, Tone};
use crate::meeting::fact::{Accuracy, Content};

const AMENDMENT: &str = "Amendment, such as: Paragraph 5, first line - deletion of …";
const UNNAMED: &str = "The agenda does not say of which meeting the minutes are. Enter asks.";
const WHICH: &str = "Of which meeting were the minutes agreed, such as 15 March 2023";
const DEFERRED: &str = "Why deferred, if it was said";

/// The pad.
#[derive(Clone, Debug, Default)]
pub struct Minutes {
    cursor: Cursor,
}

/// Each set with what became of it.
fn sets(session: &Session) -> Vec<(NaiveDate, Option<&Accuracy>)> {
    let state = session.state();
    let Some(item) = session.room().and_then(|id| state.item(id)) else { return Vec::new() };
    let recorded = state.facts_of(item).filter_map(|fact| match &fact.content {
        Content::Minutes(outcome) => Some(outcome.set),
        _ => None,
    });
    // Where the agenda names no meeting, what the clerk named is listed.
    let sets = match state.minutes_before(item) {
        sets if sets.is_empty() => recorded.collect(),
        sets => sets,
    };
    let outcome = |set: &NaiveDate| {
        state.facts_of(item).rev().find_map(|fact| match &fact.content {
            Content::Minutes(outcome) if outcome.set == *set => Some(&outcome.accuracy),
            _ => None,
        })
    };
    sets.into_iter().map(|set| (set, outcome(&set))).collect()
}

impl Minutes {
    /// The row under the cursor, or else the first that is open.
    fn set(&self, session: &Session) -> Option<NaiveDate> {
        let sets = sets(session);
        sets.get(self.cursor.within(sets.len())?).map(|(set, _)| *set)
    }

    /// Runs a line for the set under the cursor; the pad closes with the last set.
    fn ending(&self, session: &Session) -> fn(Vec<String>) -> Step {
        let set = self.set(session);
        let others = sets(session).into_iter().any(|(other, outcome)| outcome.is_none() && Some(other) != set);
        if others { Step::Run } else { Step::Finish }
    }
}

impl Pad for Minutes {
    fn view(&self, session: &Session) -> PadView {
        let sets = sets(session);
        let row = |(set, outcome): &(NaiveDate, Option<&Accuracy>)| {
            let (mark, note, tone) = match outcome {
                None => ("", "", Tone::Plain),
                Some(Accuracy::Agreed) => ("✓", "agreed", Tone::Good),
                Some(Accuracy::Amended { .. }) => ("✓", "agreed as amended", Tone::Good),
                Some(Accuracy::Deferred { .. }) => ("○", "deferred", Tone::Warning),
            };
            let text = set.format("%-d %B %Y").to_string();
            Row { key: None, mark: mark.into(), text, note: note.into(), tone }
        };
        PadView {
            title: "Minutes of earlier meetings".into(),
            lead: Some(if sets.is_empty() { UNNAMED } else { "Enter: agreed as an accurate record." }.into()),
            rows: sets.iter().map(row).collect(),
            chosen: self.cursor.within(sets.len()),
            hints: vec![hint("Enter", "agreed"), hint("m", "amended"), hint("d", "deferred"), hint("Esc", "back")],
            ..PadView::default()
        }
    }

    fn key(&mut self, key: Key, session: &Session) -> Step {
        let Some(set) = self.set(session) else {
            return match key.code {
                Code::Esc => Step::Close,
                Code::Enter | Code::Char('a') => Step::Ask(Asking::new([Question::text(WHICH).needed()], |answers| {
                    Step::Finish(vec![format!("minutes agreed for {}", answers.get(0))])
                })),
                _ => Step::Pass,
            };
        };
        if self.cursor.key(key, sets(session).len()) {
            return Step::Stay;
        }
        let end = self.ending(session);
        match key.code {
            Code::Esc => Step::Close,
            Code::Enter | Code::Char('a') => end(vec![format!("minutes agreed for {set}")]),
            Code::Char('m') => {
                let asking = Asking::new([Question::text(AMENDMENT)], move |answers| {
                    let amendment = guarded(answers.get(0), &["for", "because"]);
                    end(vec![format!("minutes amended {amendment} for {set}")])
                });
                Step::Ask(asking.about("Agreed as amended: with “;” between several amendments."))
            }
            Code::Char('d') => {
                let asking = Asking::new([Question::text(DEFERRED)], move |answers| {
                    end(vec![because(format!("minutes deferred for {set}"), answers.get(0))])
                });
                Step::Ask(asking.about("Deferred: they are not agreed today."))
            }
            _ => Step::Pass,
        }
    }

    fn done(&mut self, session: &Session) -> Option<Asking> {
        let open = sets(session).iter().position(|(_, outcome)| outcome.is_none());
        self.cursor = Cursor(open.unwrap_or(0));
        None
    }
}

/// A line with its reason, if there is one.
fn because(line: String, why: &str) -> String {
    if why.is_empty() { line } else { format!("{line} because {why}") }
}
