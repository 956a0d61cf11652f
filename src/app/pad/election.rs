//! One election: the nominee, the mover and the seconder by a letter each, then Enter for “no other nominations”.

use super::list::{Cursor, hint, letter, picked};
use super::{Pad, Step, names};
use crate::app::key::{Code, Key};
use crate::app::session::Session;
use crate::app::view::{PadView, Row, Tone};
use crate::meeting::agenda::Office;
use crate::meeting::event::Presence;
use crate::meeting::fact::{Content, Fate, Proposal};
use crate::meeting::id::PersonId;
use crate::meeting::state::State;

/// The pad.
#[derive(Clone, Debug)]
pub struct Election {
    office: Office,
    cursor: Cursor,
    stage: Stage,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Stage {
    Nominee,
    Mover(PersonId),
    Seconder(PersonId, Option<PersonId>),
    /// Somebody is nominated.
    Nominated,
    /// Several are nominated: who was elected?
    Outcome,
}

impl Election {
    /// The pad for an election to an office.
    pub const fn new(office: Office) -> Self {
        Self { office, cursor: Cursor(0), stage: Stage::Nominee }
    }

    /// Goes on with whoever was picked, or with nobody named.
    fn choose(&mut self, who: Option<&PersonId>, session: &Session) -> Step {
        let state = session.state();
        self.cursor = Cursor(0);
        self.stage = match (self.stage.clone(), who) {
            (Stage::Nominee, Some(nominee)) => Stage::Mover(nominee.clone()),
            (Stage::Nominee | Stage::Nominated, _) if nominated(session).len() > 1 => Stage::Outcome,
            (Stage::Nominee | Stage::Nominated, _) => return Step::Finish(vec!["elect".to_owned()]),
            (Stage::Outcome, Some(elected)) => {
                return Step::Finish(vec![format!("elect {}{}", names::person(state, elected), self.office_named())]);
            }
            (Stage::Outcome, None) => Stage::Outcome,
            (Stage::Mover(nominee), mover) => Stage::Seconder(nominee, mover.cloned()),
            (Stage::Seconder(nominee, mover), seconder) => {
                return Step::Run(vec![nomination(state, &nominee, mover.as_ref(), seconder) + self.office_named()]);
            }
        };
        Step::Stay
    }
}

fn nomination(state: &State, nominee: &PersonId, mover: Option<&PersonId>, seconder: Option<&PersonId>) -> String {
    let mut line = format!("nominate {}", names::person(state, nominee));
    if let Some(mover) = mover {
        line = format!("{line} by {}", names::person(state, mover));
    }
    if let Some(seconder) = seconder {
        line = format!("{line} seconded {}", names::person(state, seconder));
    }
    line
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
        let state = session.state();
        let rows = self.rows(session);
        let open: Vec<String> = nominated(session).into_iter().map(|person| names::shown(session, person)).collect();
        let lead = match &self.stage {
            Stage::Nominee if open.is_empty() => "Who is nominated?".to_owned(),
            Stage::Outcome => "Who was elected?".to_owned(),
            Stage::Nominee | Stage::Nominated if open.len() > 1 => {
                format!("Nominated: {}. Enter: who was elected. A letter: another nomination.", open.join(", "))
            }
            Stage::Nominee | Stage::Nominated => {
                format!(
                    "Nominated: {}. Enter: no other nominations, elected. A letter: another nomination.",
                    open.join(", ")
                )
            }
            Stage::Mover(nominee) => {
                format!("{}: nominated by whom? Enter leaves it out.", names::shown(session, nominee))
            }
            Stage::Seconder(nominee, _) => {
                format!("{}: seconded by whom? Enter leaves it out.", names::shown(session, nominee))
            }
        };
        let row = |(index, person): (usize, &&PersonId)| {
            let there = state.presence(person) == Presence::Present;
            Row {
                key: letter(index, ""),
                text: names::shown(session, person),
                note: if there { "" } else { "not here" }.into(),
                tone: if there { Tone::Plain } else { Tone::Dim },
                ..Row::default()
            }
        };
        let office = if self.office == Office::Chair { "Election of the chair" } else { "Election of the vice-chair" };
        PadView {
            title: office.into(),
            lead: Some(lead),
            rows: rows.iter().enumerate().map(row).collect(),
            chosen: self.cursor.within(rows.len()),
            total: None,
            prompt: None,
            hints: vec![hint("Enter", "go on"), hint("Backspace", "a step back"), hint("Esc", "leave")],
        }
    }

    fn key(&mut self, key: Key, session: &Session) -> Step {
        let members = self.rows(session);
        if self.cursor.key(key, members.len()) {
            return Step::Stay;
        }
        match key.code {
            Code::Esc => Step::Close,
            Code::Backspace => {
                self.stage = match &self.stage {
                    Stage::Seconder(nominee, _) => Stage::Mover(nominee.clone()),
                    _ => Stage::Nominee,
                };
                Step::Stay
            }
            Code::Char(' ') => match self.cursor.within(members.len()).and_then(|row| members.get(row)) {
                Some(person) => self.pick(person, session),
                None => Step::Pass,
            },
            Code::Enter if self.chooses_the_row(session) => {
                match self.cursor.within(members.len()).and_then(|row| members.get(row)) {
                    Some(person) => self.pick(person, session),
                    None => Step::Pass,
                }
            }
            Code::Enter => self.choose(None, session),
            _ => match picked(key, members.len(), "").and_then(|row| members.get(row)) {
                Some(person) => self.pick(person, session),
                None => Step::Pass,
            },
        }
    }

    fn done(&mut self, _: &Session) {
        self.stage = Stage::Nominated;
    }
}

impl Election {
    /// Whether Enter picks the row under the cursor, instead of leaving something out or ending the nominations.
    fn chooses_the_row(&self, session: &Session) -> bool {
        self.stage == Stage::Outcome || self.stage == Stage::Nominee && nominated(session).is_empty()
    }

    /// Whoever may be picked.
    fn rows<'a>(&self, session: &'a Session) -> Vec<&'a PersonId> {
        if self.stage == Stage::Outcome { nominated(session) } else { members(session.state()) }
    }

    const fn office_named(&self) -> &'static str {
        match self.office {
            Office::Chair => " for chair",
            Office::ViceChair => " for vice-chair",
        }
    }

    fn pick(&mut self, person: &PersonId, session: &Session) -> Step {
        if self.stage == Stage::Nominated {
            self.stage = Stage::Nominee;
        }
        self.choose(Some(person), session)
    }
}
