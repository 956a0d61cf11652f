//! What is before the meeting: motions moved, seconded, amended and dealt with, the one to be dealt with first on top.

use super::form::Asking;
use super::list::hint;
use super::names;
use super::question::{Answers, Possible, Question, SOMEBODY, members};
use super::vote::Vote;
use super::{Pad, Step};
use crate::app::floor;
use crate::app::key::{Code, Key};
use crate::app::procedures;
use crate::app::session::Session;
use crate::app::view::PadView;
use crate::meeting::fact::{Content, Motion, Proposal};
use crate::meeting::id::FactId;
use crate::minutes::offer;

/// The pad.
#[derive(Clone, Copy, Debug, Default)]
pub struct Motions;

fn open(session: &Session) -> Vec<(FactId, &Motion)> {
    let Some(item) = session.room() else { return Vec::new() };
    session.state().floor(item).collect()
}

/// Who moves or seconds: a member who is there, or somebody who is not named.
fn by(label: &str, session: &Session) -> Question {
    Question::choice(label, members(session.state()).collect()).or(Possible::new(SOMEBODY, "somebody, not named", ""))
}

fn mover(session: &Session) -> Question {
    by("Moved by whom?", session)
}

fn seconder(session: &Session) -> Question {
    by("Seconded by whom?", session).apart()
}

/// Who seconds what is on top, which its mover does not.
fn seconding(session: &Session) -> Asking {
    let mut question = by("Seconded by whom?", session);
    if let Some(mover) = open(session).pop().and_then(|(_, motion)| motion.mover.as_ref()) {
        let mover = names::person(session.state(), mover);
        question.possible.retain(|possible| possible.said != mover);
    }
    Asking::one(question, |who| format!("second {}", if who.is_empty() { SOMEBODY } else { who }))
}

/// The words of a motion as the last part of a command line.
fn words(lead: &str, text: &str) -> String {
    let text = if text.starts_with('"') { text.replace('"', "”") } else { text.to_owned() };
    if text.is_empty() { text } else { format!(" {lead} {text}") }
}

fn named(lead: &str, answer: &str) -> String {
    if answer.is_empty() { String::new() } else { format!(" {lead} {answer}") }
}

fn moving(session: &Session) -> Asking {
    let offers = session.room().map(|item| offer::offers(session.state(), session.style(), item)).unwrap_or_default();
    let offers = offers.into_iter().map(|offer| Possible::new(offer.words, offer.name, "")).collect();
    let questions = [Question::text("What is moved").needed().from(offers), mover(session), seconder(session)];
    Asking::new(questions, |answers| {
        let who = named("by", answers.get(1)) + &named("seconded", answers.get(2));
        Step::Run(vec![format!("motion{who}{}", words("words", answers.get(0)))])
    })
}

fn amending(session: &Session) -> Asking {
    let open = open(session).into_iter().find(|(_, motion)| motion.proposal == Proposal::Substantive);
    let now = open.map_or("", |(_, motion)| motion.words());
    let questions =
        [Question::text("How the motion would read").needed().offering(now), mover(session), seconder(session)];
    Asking::new(questions, |answers| {
        let who = named("by", answers.get(1)) + &named("seconded", answers.get(2));
        Step::Run(vec![format!("amend{who}{}", words("reads", answers.get(0)))])
    })
}

fn procedural(session: &Session) -> Asking {
    let possible = procedures::NAMES.iter().filter_map(|name| {
        let phrase = procedures::phrase(procedures::named(name)?)?;
        Some(Possible::new(*name, session.style().label(phrase), ""))
    });
    let questions =
        [Question::choice("Which procedural motion?", possible.collect()).needed(), mover(session), seconder(session)];
    Asking::new(questions, |answers: &Answers| Step::Run(vec![answers.line("procedural", &["", "by", "seconded"])]))
}

fn in_other_words(command: &'static str, label: &str, session: &Session) -> Asking {
    let now = open(session).pop().map_or("", |(_, motion)| motion.words()).to_owned();
    Asking::one(Question::text(label).needed().offering(&now), move |text| format!("{command} {text}"))
}

impl Pad for Motions {
    fn view(&self, session: &Session) -> PadView {
        let rows = session.room().map_or_else(Vec::new, |item| floor::stack(session.state(), item));
        let lead = if rows.is_empty() {
            "Nothing is before the meeting. m: something is moved."
        } else {
            "Before the meeting, first on top. Enter: put to the vote."
        };
        PadView {
            title: "Motions".into(),
            lead: Some(lead.into()),
            chosen: (!rows.is_empty()).then_some(0),
            rows,
            hints: vec![
                hint("Enter", "vote"),
                hint("m", "move"),
                hint("a", "amend"),
                hint("s", "second"),
                hint("c", "accept"),
                hint("w", "withdraw"),
                hint("l", "lapses"),
                hint("p", "procedural"),
                hint("r", "reword"),
                hint("d", "divide"),
                hint("x", "against each other"),
                hint("v", "vote again"),
                hint("Esc", "back"),
            ],
            ..PadView::default()
        }
    }

    fn key(&mut self, key: Key, session: &Session) -> Step {
        let run = |line: &str| Step::Run(vec![line.to_owned()]);
        let empty = open(session).is_empty();
        match key.code {
            Code::Esc => Step::Close,
            Code::Char('m') => Step::Ask(moving(session)),
            Code::Char('p') => Step::Ask(procedural(session)),
            Code::Char('x') => Step::Ask(choosing(session)),
            Code::Char('v') => Vote::on_the_floor(session).map_or_else(
                || Step::Say("Nothing has been put to the vote under this item.".to_owned()),
                |pad| Step::Become(Box::new(pad)),
            ),
            Code::Enter | Code::Char('a' | 's' | 'c' | 'w' | 'l' | 'r' | 'd') if empty => {
                Step::Say("Nothing is before the meeting. Record what is moved with m.".to_owned())
            }
            Code::Enter => Vote::on_the_floor(session).map_or(Step::Pass, |pad| Step::Become(Box::new(pad))),
            Code::Char('a') => Step::Ask(amending(session)),
            Code::Char('s') => Step::Ask(seconding(session)),
            Code::Char('c') => run("accept"),
            Code::Char('w') => run("withdraw"),
            Code::Char('l') => run("lapse"),
            Code::Char('r') => Step::Ask(in_other_words("reword", "As it reads from now on", session)),
            Code::Char('d') => Step::Ask(in_other_words("divide", "Its parts, with “ / ” between", session)),
            _ => Step::Pass,
        }
    }
}

/// Asks for the votes between motions put against each other, and puts them so first where that was not done.
fn choosing(session: &Session) -> Asking {
    let held = session.room().and_then(|item| session.state().contest(item)).filter(|(_, held)| held.chosen.is_none());
    let before = if held.is_some() { None } else { Some("contest".to_owned()) };
    let among = held.map_or_else(
        || open(session).into_iter().filter(|(_, it)| it.proposal == Proposal::Substantive).map(|(id, _)| id).collect(),
        |(_, held)| crate::meeting::contest::remaining(&held.motions, &held.rounds),
    );
    let votes = |id: &FactId| match session.state().content(*id) {
        Some(Content::Motion(motion)) => {
            Question::number(&format!("Votes for “{}”", motion.words().replace('*', ""))).needed()
        }
        _ => Question::number("Votes").needed(),
    };
    let questions: Vec<Question> = among.iter().map(votes).chain([Question::number("Abstaining")]).collect();
    let count = among.len();
    Asking::new(questions, move |answers| {
        let votes: Vec<&str> = answers.iter().take(count).collect();
        let choose = format!("choose hands {}{}", votes.join(" "), named("abstained", answers.get(count)));
        Step::Run(before.clone().into_iter().chain([choose]).collect())
    })
}
