//! What is decided: the house's ready-made words with the likeliest first, or a draft and its versions.

use super::form::Asking;
use super::list::{Cursor, hint, letter, picked};
use super::motions::Motions;
use super::question::Question;
use super::vote::Vote;
use super::{Pad, Step, poll};
use crate::app::key::{Code, Key};
use crate::app::session::Session;
use crate::app::veto;
use crate::app::view::{PadView, Row, Tone};
use crate::meeting::fact::{Content, Decision};
use crate::minutes::offer;

/// Letters that act on the words instead of choosing others.
const TAKEN: &str = "ehmnortuvw";
/// Where there is nothing to agree to.
const NO_WORDS: &str = "No words are offered here: t takes your own.";
/// How near the end of an item its draft stands.
const NEAR: usize = 64;

/// The pad.
#[derive(Clone, Debug, Default)]
pub struct Decide {
    cursor: Cursor,
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

/// What is agreed without a count. A veto needs votes that are counted, so it is voted on.
fn agreed(choice: &Words, session: &Session) -> Step {
    let counted = poll::usual(session, &choice.words).is_some();
    if counted { voted(choice, session) } else { Step::Finish(decided(choice, "")) }
}

fn voted(choice: &Words, session: &Session) -> Step {
    let said = choice.offer.clone().unwrap_or_else(|| choice.words.clone());
    Step::Become(Box::new(Vote::on_words(said, &choice.words, session)))
}

/// Asks for words, which become the draft.
fn wording(offered: &str) -> Step {
    Step::Ask(Asking::one(Question::text("Words").offering(offered), |words| format!("draft {words}")))
}

/// What stands above the words: what a veto needs, where one may be had.
fn lead(session: &Session) -> String {
    let veto = session.room().and_then(|item| veto::sentence(session.state(), item));
    let usual = if choices(session).is_empty() { NO_WORDS } else { "Enter records it as agreed." };
    veto.unwrap_or_else(|| usual.into())
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
            lead: Some(lead(session)),
            rows,
            chosen: self.cursor.within(choices.len()),
            hints: vec![
                hint("Enter", "agreed"),
                hint("u", "unanimously"),
                hint("n", "nobody against"),
                hint("v", "vote: count or names"),
                hint("h", "by show of hands"),
                hint("o", "motions"),
                hint("e", "edit the words"),
                hint("t", "other words"),
                hint("r", "read back"),
                hint("w", "why: a reason"),
                hint("m", "recommendation"),
            ],
            ..PadView::default()
        }
    }

    fn key(&mut self, key: Key, session: &Session) -> Step {
        let choices = choices(session);
        if self.cursor.key(key, choices.len()) {
            return Step::Stay;
        }
        let chosen = self.cursor.within(choices.len()).and_then(|row| choices.get(row));
        if let Some(row) = picked(key, choices.len(), TAKEN) {
            return choices.get(row).map_or(Step::Pass, |choice| agreed(choice, session));
        }
        match (key.code, chosen) {
            (Code::Esc, _) => Step::Close,
            (Code::Char('e'), chosen) => wording(chosen.map_or("", |choice| &choice.words)),
            (Code::Char('t'), _) => wording(""),
            (Code::Enter | Code::Char('u' | 'v' | 'h'), None) => Step::Say(NO_WORDS.to_owned()),
            (Code::Char('w'), _) if newest(session, |_| true).is_none() => {
                Step::Say("Nothing is decided or drafted under this item yet: a reason follows a decision.".to_owned())
            }
            (Code::Char('w'), _) => {
                Step::Ask(Asking::one(Question::text("Reason for the decision"), |why| format!("reason {why}")))
            }
            (Code::Char('m'), _) => {
                let questions = ["Recommended to whom", "What is recommended"].map(Question::text);
                Step::Ask(Asking::new(questions, |answers| {
                    Step::Run(vec![format!("recommend {}: {}", answers.get(0), answers.get(1))])
                }))
            }
            (Code::Char('o'), _) => Step::Become(Box::new(Motions)),
            (Code::Char('v'), Some(choice)) => voted(choice, session),
            (Code::Enter, Some(choice)) => agreed(choice, session),
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

    fn done(&mut self, _: &Session) -> Option<Asking> {
        self.cursor = Cursor(0);
        None
    }
}
