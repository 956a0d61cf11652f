//! What is decided: the house's ready-made words with the likeliest first, or a draft and its versions.

use super::form::{Filled, Form};
use super::list::{Cursor, hint, letter, picked};
use super::{Pad, Step};
use crate::app::key::{Code, Key};
use crate::app::session::Session;
use crate::app::view::{PadView, Row, Tone};
use crate::meeting::fact::{Content, Decision};
use crate::minutes::offer;

/// Letters that act on the words instead of choosing others.
const TAKEN: &str = "ehmnruw";
const WORDS: &[&str] = &["Words"];
const REASON: &[&str] = &["Reason for the decision"];
const ADVICE: &[&str] = &["Recommended to whom", "What is recommended"];
/// How near the end of an item its draft stands.
const NEAR: usize = 64;

/// The pad.
#[derive(Clone, Debug, Default)]
pub struct Decide {
    cursor: Cursor,
    words: Option<(Asked, Form)>,
}

/// What is being typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Words,
    Reason,
    Advice,
}

impl Asked {
    fn line(self, answers: &[String]) -> String {
        match self {
            Self::Words => format!("draft {}", answers.concat()),
            Self::Reason => format!("reason {}", answers.concat()),
            Self::Advice => format!("recommend {}", answers.join(": ")),
        }
    }
}

/// One choice: the draft as it stands, or an offer by its name.
struct Words {
    offer: Option<String>,
    words: String,
}

fn draft(session: &Session) -> Option<&Decision> {
    newest(session, |decision| decision.basis.is_none())
}

fn newest(session: &Session, wanted: fn(&Decision) -> bool) -> Option<&Decision> {
    let state = session.state();
    let facts = state.facts_of(state.item(session.room()?)?).rev().take(NEAR);
    facts.into_iter().find_map(|fact| match &fact.content {
        Content::Decision(decision) if wanted(decision) => Some(decision),
        _ => None,
    })
}

fn choices(session: &Session) -> Vec<Words> {
    let draft = draft(session).map(|draft| Words { offer: None, words: draft.words().to_owned() });
    let offers = session.room().map(|item| offer::offers(session.state(), session.style(), item)).unwrap_or_default();
    let offers = offers.into_iter().map(|offer| Words { offer: Some(offer.name), words: offer.words });
    draft.into_iter().chain(offers).collect()
}

/// The command line that decides as worded; `how` is empty where nobody dissented and nobody counted.
fn decided(choice: &Words, how: &str) -> Vec<String> {
    match (&choice.offer, how) {
        (Some(name), "") => vec![format!("decide {name}")],
        (None, "") => vec!["put".into()],
        (None, how) => vec![format!("put {how}")],
        (Some(_), how) => vec![format!("draft {}", choice.words), format!("put {how}")],
    }
}

impl Pad for Decide {
    fn view(&self, session: &Session) -> PadView {
        let choices = choices(session);
        let row = |(index, choice): (usize, &Words)| Row {
            key: letter(index, TAKEN),
            mark: if choice.offer.is_none() { "✎" } else { "" }.into(),
            text: choice.words.replace('*', ""),
            note: choice.offer.clone().unwrap_or_else(|| "draft, not put".into()),
            tone: if choice.offer.is_none() { Tone::Warning } else { Tone::Plain },
        };
        let mut rows: Vec<Row> = choices.iter().enumerate().map(row).collect();
        let old = draft(session).into_iter().flat_map(|draft| draft.versions.iter().rev().skip(1));
        rows.extend(old.map(|version| Row {
            text: version.words.replace('*', ""),
            note: format!("until {}", session.state().local(version.at).format("%H:%M")),
            tone: Tone::Dim,
            ..Row::default()
        }));
        PadView {
            title: "Decision".into(),
            lead: Some("Enter records it as agreed.".into()),
            rows,
            chosen: self.cursor.within(choices.len()),
            total: None,
            prompt: self.words.as_ref().map(|(_, form)| form.prompt()),
            hints: vec![
                hint("Enter", "agreed"),
                hint("u", "unanimously"),
                hint("n", "nobody against"),
                hint("h", "by show of hands"),
                hint("e", "edit the words"),
                hint("r", "read back"),
                hint("w", "why: a reason"),
                hint("m", "recommendation"),
            ],
        }
    }

    fn key(&mut self, key: Key, session: &Session) -> Step {
        if let Some((asked, form)) = &mut self.words {
            let asked = *asked;
            return match form.key(key) {
                Filled::Pass => Step::Pass,
                Filled::Stay => Step::Stay,
                Filled::Leave => {
                    self.words = None;
                    Step::Stay
                }
                Filled::Whole(answers) => {
                    form.reopen();
                    Step::Run(vec![asked.line(&answers)])
                }
            };
        }
        let choices = choices(session);
        if self.cursor.key(key, choices.len()) {
            return Step::Stay;
        }
        let chosen = self.cursor.within(choices.len()).and_then(|row| choices.get(row));
        if let Some(row) = picked(key, choices.len(), TAKEN) {
            return choices.get(row).map_or(Step::Pass, |choice| Step::Finish(decided(choice, "")));
        }
        match (key.code, chosen) {
            (Code::Esc, _) => Step::Close,
            (Code::Char('e'), chosen) => {
                self.words = Some((Asked::Words, Form::one(WORDS, chosen.map_or("", |choice| &choice.words))));
                Step::Stay
            }
            (Code::Char('w'), _) if newest(session, |_| true).is_none() => {
                Step::Say("Nothing is decided or drafted under this item yet: a reason follows a decision.".to_owned())
            }
            (Code::Char('w'), _) => {
                self.words = Some((Asked::Reason, Form::one(REASON, "")));
                Step::Stay
            }
            (Code::Char('m'), _) => {
                self.words = Some((Asked::Advice, Form::new(ADVICE, &[])));
                Step::Stay
            }
            (Code::Enter, Some(choice)) => Step::Finish(decided(choice, "")),
            (Code::Char('u'), Some(choice)) => Step::Finish(decided(choice, "unanimous")),
            (Code::Char('n'), Some(choice)) => Step::Finish(decided(choice, "nobody-against")),
            (Code::Char('h'), Some(choice)) => Step::Finish(decided(choice, "hands")),
            (Code::Char('r'), Some(choice)) => match &choice.offer {
                Some(_) => Step::Run(vec![format!("draft {}", choice.words), "read-back".into()]),
                None => Step::Run(vec!["read-back".into()]),
            },
            _ => Step::Pass,
        }
    }

    fn paste(&mut self, text: &str) -> bool {
        if let Some((_, form)) = &mut self.words {
            form.paste(text);
        }
        self.words.is_some()
    }

    fn typed(&self) -> &str {
        self.words.as_ref().map_or("", |(_, form)| form.typed())
    }

    fn done(&mut self, _: &Session) {
        self.words = None;
        self.cursor = Cursor(0);
    }
}
