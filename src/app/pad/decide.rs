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
use crate::text::fold;

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

/// Where words come from.
#[derive(Clone, Debug, PartialEq, Eq)]
enum From {
    /// The draft as it stands.
    Draft,
    /// The house's ready-made ones, by name.
    House(String),
    /// The recommendation of the item's paper.
    Paper,
}

/// One choice.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Words {
    from: From,
    words: String,
}

impl Words {
    /// As a command line says them after “decide”.
    fn said(&self) -> &str {
        if let From::House(name) = &self.from { name } else { &self.words }
    }

    /// What stands beside them.
    fn note(&self) -> &str {
        match &self.from {
            From::Draft => "draft, not put",
            From::House(name) => name,
            From::Paper => "recommended",
        }
    }
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
    let draft = draft(session).map(|draft| Words { from: From::Draft, words: draft.words().to_owned() });
    let offers = session.room().map(|item| offer::offers(session.state(), session.style(), item)).unwrap_or_default();
    let mut offers: Vec<Words> =
        offers.into_iter().map(|offer| Words { from: From::House(offer.name), words: offer.words }).collect();
    if let Some((words, first)) = recommended(session, &offers) {
        offers.insert(if first { 0 } else { 1.min(offers.len()) }, words);
    }
    draft.into_iter().chain(offers).collect()
}

/// What the item's paper asks for, where it is worded as a decision and the house offers no such words; and whether it is
/// the likeliest, since the agenda names none of the house's.
fn recommended(session: &Session, offers: &[Words]) -> Option<(Words, bool)> {
    let agenda = &session.state().item(session.room()?)?.agenda;
    let words = agenda.paper.recommendation.as_deref()?.trim();
    let plain = |words: &str| fold(&words.replace('*', ""));
    let wanted = plain(words);
    let wanted = wanted.trim_end_matches('.');
    let fits = wanted.starts_with("that ") && !wanted.contains('\n');
    let new = !offers.iter().any(|offer| plain(&offer.words).contains(wanted));
    (fits && new).then(|| (Words { from: From::Paper, words: words.to_owned() }, agenda.offer.is_none()))
}

/// The command line that decides as worded; `how` is empty where nobody dissented and nobody counted.
fn decided(choice: &Words, how: &str) -> Vec<String> {
    match (&choice.from, how) {
        (From::Draft, "") => vec!["put".into()],
        (From::Draft, how) => vec![format!("put {how}")],
        (_, "") => vec![format!("decide {}", choice.said())],
        (_, how) => vec![format!("draft {}", choice.words), format!("put {how}")],
    }
}

/// What is agreed without a count. A veto needs votes that are counted, so it is voted on.
fn agreed(choice: &Words, session: &Session) -> Step {
    let counted = poll::usual(session, &choice.words).is_some();
    if counted { voted(choice, session) } else { Step::Finish(decided(choice, "")) }
}

fn voted(choice: &Words, session: &Session) -> Step {
    let said = choice.said().to_owned();
    Step::Become(Box::new(Vote::on_words(said, &choice.words, session)))
}

/// Asks for words, which become the draft.
fn wording(offered: &str) -> Step {
    Step::Ask(Asking::one(Question::text("Words").offering(offered), |words| format!("draft {words}")))
}

/// What stands above the words: what a veto needs, where one may be had; or that something was decided already.
fn lead(session: &Session) -> String {
    let veto = session.room().and_then(|item| veto::sentence(session.state(), item));
    let again = || newest(session, |decision| decision.basis.is_some()).is_some();
    veto.unwrap_or_else(|| {
        if choices(session).is_empty() {
            NO_WORDS.into()
        } else if again() {
            "Something is decided under this item already. Enter records this too, as agreed.".into()
        } else {
            "Enter records it as agreed.".into()
        }
    })
}

impl Pad for Decide {
    fn view(&self, session: &Session) -> PadView {
        let choices = choices(session);
        let row = |(index, choice): (usize, &Words)| Row {
            key: letter(index, TAKEN),
            mark: if choice.from == From::Draft { "✎" } else { "" }.into(),
            text: choice.words.replace('*', ""),
            note: choice.note().to_owned(),
            tone: if choice.from == From::Draft { Tone::Warning } else { Tone::Plain },
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
                hint("m", "recommend to a body"),
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
                // The pad closes: what would be under Enter next is another decision.
                let why = Question::text("Reason for the decision").needed();
                Step::Ask(Asking::new([why], |why| Step::Finish(vec![format!("reason {}", why.get(0))])))
            }
            (Code::Char('m'), _) => {
                let questions =
                    ["Recommended to whom", "What is recommended"].map(|label| Question::text(label).needed());
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
            (Code::Char('r'), Some(Words { from: From::Draft, .. })) => Step::Run(vec!["read-back".into()]),
            (Code::Char('r'), Some(choice)) => Step::Run(vec![format!("draft {}", choice.words), "read-back".into()]),
            _ => Step::Pass,
        }
    }

    fn done(&mut self, _: &Session) -> Option<Asking> {
        self.cursor = Cursor(0);
        None
    }
}
