//! One election: the nominee, the mover and the seconder by a letter each, then Enter for “no other nominations”.

use super::ballot::Ballot;
use super::form::Asking;
use super::list::{Cursor, hint, letter, picked};
use super::question::{Possible, Question};
use super::{Pad, Step, names};
use crate::app::key::{Code, Key};
use crate::app::session::Session;
use crate::app::view::{PadView, Row, Tone};
use crate::meeting::agenda::Office;
use crate::meeting::event::Presence;
use crate::meeting::fact::{self, Content, Fate, Proposal};
use crate::meeting::id::{FactId, PersonId};
use crate::meeting::state::State;

const CORRECT: char = 'c';
const ANOTHER: char = 'v';
const LEADS: &[&str] = &["", "by", "seconded"];

/// The pad.
#[derive(Clone, Debug)]
pub struct Election {
    office: Office,
    cursor: Cursor,
    /// Whether somebody may be elected beside the result there is.
    again: bool,
}

/// An election that is recorded.
struct Held<'a> {
    id: FactId,
    election: &'a fact::Election,
}

impl Election {
    /// The pad for an election to an office.
    pub const fn new(office: Office) -> Self {
        Self { office, cursor: Cursor(0), again: false }
    }

    const fn office_named(&self) -> &'static str {
        match self.office {
            Office::Chair => " for chair",
            Office::ViceChair => " for vice-chair",
        }
    }

    /// Who nominates and seconds somebody.
    fn nominating(&self, nominee: &PersonId, session: &Session) -> Step {
        let state = session.state();
        let members: Vec<Possible> = members(state).into_iter().map(|member| choosable(session, member)).collect();
        let question = |label| Question::choice(label, members.clone());
        let questions =
            [question("Who is nominated?").needed(), question("Nominated by whom?"), question("Seconded by whom?")];
        let end = self.office_named();
        let asking = Asking::new(questions, move |answers| Step::Run(vec![answers.line("nominate", LEADS) + end]));
        Step::Ask(asking.answered(names::person(state, nominee)))
    }

    /// The result that is recorded under the room's item, unless there is to be another.
    fn held<'a>(&self, session: &'a Session) -> Option<Held<'a>> {
        let item = session.room().and_then(|id| session.state().item(id))?;
        let found = session.state().facts_of(item).rev().find_map(|fact| match &fact.content {
            Content::Election(election) if election.office == self.office => Some(Held { id: fact.id, election }),
            _ => None,
        });
        found.filter(|_| !self.again && nominated(session).is_empty())
    }

    fn result(&self, held: &Held<'_>, session: &Session) -> PadView {
        let elected = held.election.elected.as_ref().map_or_else(|| "Nobody".into(), |id| names::shown(session, id));
        let row = |key, text: &str| Row { key: Some(key), text: text.to_owned(), ..Row::default() };
        PadView {
            title: self.title().into(),
            lead: Some(format!("{elected} was elected here already.")),
            rows: vec![
                row(CORRECT, "It was recorded wrongly: strike it out and record it again"),
                row(ANOTHER, "There was another vote: this result stays in the minutes"),
            ],
            hints: vec![hint("Esc", "leave it as it is")],
            ..PadView::default()
        }
    }

    const fn title(&self) -> &'static str {
        match self.office {
            Office::Chair => "Election of the chair",
            Office::ViceChair => "Election of the vice-chair",
        }
    }

    /// Ends the nominations: the only nominee is elected, or else it is asked who was.
    fn ending(&self, session: &Session) -> Step {
        let nominated = nominated(session);
        if nominated.len() < 2 {
            return Step::Finish(vec!["elect".to_owned()]);
        }
        let nominated = nominated.into_iter().map(|person| choosable(session, person)).collect();
        let end = self.office_named();
        let question = Question::choice("Who was elected?", nominated).needed();
        Step::Ask(Asking::new([question], move |answers| Step::Finish(vec![format!("elect {}{end}", answers.get(0))])))
    }
}

impl Held<'_> {
    /// The command lines that strike the election out with its nominations.
    fn striking(&self) -> Vec<String> {
        let facts = std::iter::once(&self.id).chain(&self.election.nominations);
        facts.map(|id| format!("strike {} because \"recorded wrongly\"", names::fact(*id))).collect()
    }
}

/// A person to choose, dimmed where they are not in the room.
fn choosable(session: &Session, person: &PersonId) -> Possible {
    let there = session.state().presence(person) == Presence::Present;
    let row = Row {
        text: names::shown(session, person),
        note: if there { "" } else { "not here" }.into(),
        tone: if there { Tone::Plain } else { Tone::Dim },
        ..Row::default()
    };
    Possible { said: names::person(session.state(), person), row, ..Possible::default() }
}

/// Who may be named: those who sit, and holders who are not there.
fn members(state: &State) -> Vec<&PersonId> {
    let mut members: Vec<&PersonId> = Vec::new();
    for seat in &state.body().seats {
        members.extend(state.substitute(&seat.id));
        members.extend(seat.holder.as_ref());
    }
    members
}

/// Whoever is nominated under the room's item, in order.
fn nominated(session: &Session) -> Vec<&PersonId> {
    let state = session.state();
    let Some(item) = session.room().and_then(|id| state.item(id)) else { return Vec::new() };
    let open = state.facts_of(item).filter_map(|fact| match &fact.content {
        Content::Motion(motion) if motion.fate == Fate::Open => match &motion.proposal {
            Proposal::Appointment { nominee, .. } => Some(nominee),
            _ => None,
        },
        _ => None,
    });
    open.collect()
}

impl Pad for Election {
    fn view(&self, session: &Session) -> PadView {
        if let Some(held) = self.held(session) {
            return self.result(&held, session);
        }
        let members = members(session.state());
        let open: Vec<String> = nominated(session).into_iter().map(|person| names::shown(session, person)).collect();
        let enter = if open.len() > 1 { "who was elected" } else { "no other nominations, elected" };
        let lead = match open.as_slice() {
            [] => "Who is nominated?".to_owned(),
            open => format!("Nominated: {}. Enter: {enter}. A letter: another nomination.", open.join(", ")),
        };
        let row =
            |(index, person): (usize, &&PersonId)| Row { key: letter(index, ""), ..choosable(session, person).row };
        PadView {
            title: self.title().into(),
            lead: Some(lead),
            rows: members.iter().enumerate().map(row).collect(),
            chosen: self.cursor.within(members.len()),
            hints: vec![hint("Enter", "go on"), hint("1", "vote"), hint("Space", "nominate"), hint("Esc", "leave")],
            ..PadView::default()
        }
    }

    fn key(&mut self, key: Key, session: &Session) -> Step {
        if let Some(held) = self.held(session) {
            return match key.code {
                Code::Esc => Step::Close,
                Code::Char(CORRECT) => Step::Run(held.striking()),
                Code::Char(ANOTHER) => Step::Become(Box::new(Self { again: true, ..self.clone() })),
                _ => Step::Pass,
            };
        }
        let members = members(session.state());
        if self.cursor.key(key, members.len()) {
            return Step::Stay;
        }
        let row = match key.code {
            Code::Esc => return Step::Close,
            Code::Char('1') if nominated(session).len() > 1 => {
                return Step::Become(Box::new(Ballot::new(self.office, session)));
            }
            Code::Enter if !nominated(session).is_empty() => return self.ending(session),
            Code::Enter | Code::Char(' ') => self.cursor.within(members.len()),
            _ => picked(key, members.len(), ""),
        };
        row.and_then(|row| members.get(row)).map_or(Step::Pass, |nominee| self.nominating(nominee, session))
    }

    fn done(&mut self, _: &Session) -> Option<Asking> {
        self.cursor = Cursor(0);
        None
    }
}
