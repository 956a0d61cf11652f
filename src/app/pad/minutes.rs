//! Minutes of earlier meetings: each set agreed, agreed as amended, or deferred.

use chrono::NaiveDate;

use super::form::{Filled, Form};
use super::list::{Cursor, guarded, hint};
use super::{Pad, Step};
use crate::app::key::{Code, Key};
use crate::app::session::Session;
use crate::app::view::{PadView, Row, Tone};
use crate::meeting::agenda::ItemKind;
use crate::meeting::fact::{Accuracy, Content};

const AMENDMENT: &[&str] = &["Amendment, such as: Paragraph 5, first line - deletion of …"];
const DEFERRED: &[&str] = &["Why deferred, if it was said"];

/// The pad.
#[derive(Clone, Debug, Default)]
pub struct Minutes {
    cursor: Cursor,
    typing: Option<(Form, bool)>,
}

/// Each set with what became of it.
fn sets(session: &Session) -> Vec<(NaiveDate, Option<&Accuracy>)> {
    let state = session.state();
    let Some(item) = session.room().and_then(|id| state.item(id)) else { return Vec::new() };
    let ItemKind::Minutes { sets } = &item.agenda.kind else { return Vec::new() };
    let outcome = |set: &NaiveDate| {
        state.facts_of(item).rev().find_map(|fact| match &fact.content {
            Content::Minutes(outcome) if outcome.set == *set => Some(&outcome.accuracy),
            _ => None,
        })
    };
    sets.iter().map(|set| (*set, outcome(set))).collect()
}

impl Minutes {
    /// The row under the cursor, or else the first that is open.
    fn set(&self, session: &Session) -> Option<NaiveDate> {
        let sets = sets(session);
        sets.get(self.cursor.within(sets.len())?).map(|(set, _)| *set)
    }

    /// Runs a line; the pad closes with the last set.
    fn run(&self, session: &Session, line: String) -> Step {
        let set = self.set(session);
        let others = sets(session).into_iter().any(|(other, outcome)| outcome.is_none() && Some(other) != set);
        if others { Step::Run(vec![line]) } else { Step::Finish(vec![line]) }
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
            lead: Some("Enter: agreed as an accurate record.".into()),
            rows: sets.iter().map(row).collect(),
            chosen: self.cursor.within(sets.len()),
            total: None,
            prompt: self.typing.as_ref().map(|(form, _)| form.prompt()),
            hints: vec![hint("Enter", "agreed"), hint("m", "amended"), hint("d", "deferred"), hint("Esc", "back")],
        }
    }

    fn key(&mut self, key: Key, session: &Session) -> Step {
        let Some(set) = self.set(session) else {
            return if key.code == Code::Esc { Step::Close } else { Step::Pass };
        };
        if let Some((mut form, amended)) = self.typing.take() {
            let filled = form.key(key);
            if filled == Filled::Leave {
                return Step::Stay;
            }
            if let Filled::Whole(answers) = &filled {
                form.reopen();
                self.typing = Some((form, amended));
                return self.run(session, answered(set, amended, &answers.concat()));
            }
            self.typing = Some((form, amended));
            return if filled == Filled::Pass { Step::Pass } else { Step::Stay };
        }
        if self.cursor.key(key, sets(session).len()) {
            return Step::Stay;
        }
        match key.code {
            Code::Esc => Step::Close,
            Code::Enter | Code::Char('a') => self.run(session, format!("minutes agreed for {set}")),
            Code::Char('m') => {
                self.typing = Some((Form::one(AMENDMENT, ""), true));
                Step::Stay
            }
            Code::Char('d') => {
                self.typing = Some((Form::one(DEFERRED, ""), false));
                Step::Stay
            }
            _ => Step::Pass,
        }
    }

    fn paste(&mut self, text: &str) -> bool {
        if let Some((form, _)) = &mut self.typing {
            form.paste(text);
        }
        self.typing.is_some()
    }

    fn typed(&self) -> &str {
        self.typing.as_ref().map_or("", |(form, _)| form.typed())
    }

    fn done(&mut self, session: &Session) {
        self.typing = None;
        let open = sets(session).iter().position(|(_, outcome)| outcome.is_none());
        self.cursor = Cursor(open.unwrap_or(0));
    }
}

fn answered(set: NaiveDate, amended: bool, answer: &str) -> String {
    match (amended, answer) {
        (true, answer) => format!("minutes amended {} for {set}", guarded(answer, &["for", "because"])),
        (false, "") => format!("minutes deferred for {set}"),
        (false, why) => format!("minutes deferred for {set} because {why}"),
    }
}
