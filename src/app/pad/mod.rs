//! Pads: short lists over the minutes in which single letters act, each ending in command lines.
//!
//! A pad looks at the session and says which command lines to run; it changes nothing but itself. What it shows is
//! computed from the session each time, so it is never out of date.

pub mod agenda;
pub mod attendance;
pub mod ballot;
pub mod choice;
pub mod compared;
pub mod counts;
pub mod course;
pub mod decide;
pub mod declare;
pub mod election;
pub mod findings;
pub mod form;
pub mod interests;
pub(in crate::app) mod list;
pub mod marking;
pub mod mend;
pub mod minutes;
pub mod motions;
pub mod movement;
pub mod names;
mod open;
pub mod plan;
mod poll;
pub mod private;
pub mod question;
pub mod questions;
pub mod redactions;
pub mod review;
pub mod spelling;
pub mod undertake;
pub mod vote;

use std::fmt::Debug;

use form::Asking;
pub(in crate::app) use open::Open;

use crate::meeting::agenda::{ItemKind, Office};
use crate::meeting::findings::{Finding, Findings};
use crate::meeting::id::{FactId, ItemId};

use super::key::Key;
use super::session::Session;
use super::view::PadView;

/// What a key came to in a pad.
#[derive(Debug)]
pub enum Step {
    /// The pad has no use for it.
    Pass,
    /// It changed the pad.
    Stay,
    /// The pad is done.
    Close,
    /// Command lines to run in order; the pad stays open.
    Run(Vec<String>),
    /// Command lines to run in order; the pad closes if all succeed.
    Finish(Vec<String>),
    /// Asks questions; the pad has the keys again when they are answered or left.
    Ask(Asking),
    /// Another pad takes the place of this one.
    Become(Box<dyn Pad>),
    /// Goes to what a finding is about, and closes.
    Jump(Finding),
    /// Tells the clerk something.
    Say(String),
    /// Puts a word in the place of another in the text under the pen, and closes.
    Put {
        /// The word that stands there.
        old: String,
        /// What takes its place.
        new: String,
    },
}

/// A pad.
pub trait Pad: Debug + Send {
    /// What the screen shows.
    fn view(&self, session: &Session) -> PadView;

    /// Takes a key.
    fn key(&mut self, key: Key, session: &Session) -> Step;

    /// What it asks as soon as it is open.
    fn begin(&self, _session: &Session) -> Option<Asking> {
        None
    }

    /// Told that its questions were left: what that comes to.
    fn left(&self) -> Step {
        Step::Stay
    }

    /// What of the minutes it is about, where the pen goes with what it shows: an item, and a fact of it.
    fn about(&self) -> Option<(ItemId, Option<FactId>)> {
        None
    }

    /// Takes text that was pasted while it asks nothing; says whether it had a place for it.
    fn paste(&mut self, _text: &str) -> bool {
        false
    }

    /// Told what may be meant by a word, for the pad that waits for it.
    fn suggested(&mut self, _word: &str, _offers: &[String]) {}

    /// Told when the command lines of a key have all been run; says what is asked next.
    fn done(&mut self, _session: &Session) -> Option<Asking> {
        None
    }
}

/// Opens a pad by name. `own` are findings that only the open program can make, for the lists of them. What `decide` opens depends on what the room's item is for; `words` decides anything.
pub fn open(name: &str, session: &Session, findings: &Findings, own: Vec<Finding>) -> Option<Box<dyn Pad>> {
    let kind = session.room().and_then(|id| session.state().item(id)).map(|item| &item.agenda.kind);
    Some(match (name, kind) {
        ("attendance", _) => Box::new(attendance::Attendance::default()),
        ("decide", Some(ItemKind::Substitutes)) => Box::new(attendance::Attendance::substitutes()),
        ("agenda", _) => Box::new(agenda::Agenda::default()),
        ("motions", _) => Box::new(motions::Motions),
        ("vote", _) => match vote::Vote::on_the_floor(session) {
            Some(pad) => Box::new(pad),
            None => Box::new(motions::Motions),
        },
        ("move", _) => Box::new(movement::Movement::default()),
        ("course", _) => Box::new(course::Course::default()),
        ("plan", _) => Box::new(plan::Plan::default()),
        ("private", _) => Box::new(private::Private::default()),
        ("undertake", _) => Box::new(undertake::Undertake::new(session)),
        ("undertakings", _) => Box::new(findings::List::undertakings(findings, session.state())),
        ("findings", _) => Box::new(findings::List::all(findings, session.state(), own)),
        ("closing", _) => Box::new(findings::List::closing(findings, session.state(), own, findings::CLOSE)),
        ("declare", _) | ("decide", Some(ItemKind::Declarations)) => Box::new(declare::Declare::default()),
        ("interests", _) => Box::new(interests::Interests::default()),
        ("minutes", _) | ("decide", Some(ItemKind::Minutes { .. })) => Box::new(minutes::Minutes::default()),
        ("review", _) | ("decide", Some(ItemKind::Review { .. })) => Box::new(review::Review::default()),
        ("questions", _) | ("decide", Some(ItemKind::Questions)) => Box::new(questions::Questions::default()),
        ("elect" | "decide", Some(ItemKind::Election { office })) => Box::new(election::Election::new(*office)),
        ("elect", _) => Box::new(election::Election::new(Office::Chair)),
        ("decide" | "words", _) => Box::new(decide::Decide::default()),
        _ => return None,
    })
}
