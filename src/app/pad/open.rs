//! A pad that is open: its questions are asked before it has the keys.

use chrono::{DateTime, Utc};

use super::form::{Asking, Filled};
use super::{Pad, Step};
use crate::app::key::{Code, Key};
use crate::app::line::Line;
use crate::app::session::Session;
use crate::app::view::PadView;
use crate::meeting::id::{FactId, ItemId};

/// A pad with what it asks, and the time of the key that opened it, which is when what it records happened.
#[derive(Debug)]
pub(in crate::app) struct Open {
    pad: Box<dyn Pad>,
    asking: Option<Asking>,
    /// The name that it was opened by.
    pub(in crate::app) name: String,
    /// In UTC.
    pub(in crate::app) at: DateTime<Utc>,
}

impl Open {
    /// Opens a pad at a time in UTC.
    pub(in crate::app) fn new(name: &str, pad: Box<dyn Pad>, at: DateTime<Utc>, session: &Session) -> Self {
        let asking = pad.begin(session);
        Self { pad, asking, name: name.to_owned(), at }
    }

    /// What the screen shows.
    pub(in crate::app) fn view(&self, session: &Session) -> PadView {
        let view = self.pad.view(session);
        match &self.asking {
            Some(asking) => asking.show(view),
            None => view,
        }
    }

    /// Takes a key; questions are asked here and never reach the caller.
    pub(in crate::app) fn key(&mut self, key: Key, session: &Session) -> Step {
        let Some(asking) = &mut self.asking else {
            // Pads show letters: Alt-V is no “v”, or a chord pressed in habit would record what nobody meant.
            if matches!(key.code, Code::Char(_)) && key.letter().is_none() {
                return Step::Pass;
            }
            let step = self.pad.key(key, session);
            return self.take(step, session);
        };
        match asking.key(key, session.state()) {
            Filled::Pass => Step::Pass,
            Filled::Stay => Step::Stay,
            Filled::Leave => {
                self.asking = None;
                self.pad.left()
            }
            Filled::Whole(answers) => match asking.then(&answers) {
                Step::Stay => {
                    self.asking = None;
                    self.pad.left()
                }
                step => self.take(step, session),
            },
        }
    }

    fn take(&mut self, step: Step, session: &Session) -> Step {
        match step {
            Step::Ask(asking) => self.asking = Some(asking),
            Step::Become(pad) => {
                self.asking = pad.begin(session);
                self.pad = pad;
            }
            step => return step,
        }
        Step::Stay
    }

    /// What of the minutes it is about, where the pen goes with what it shows.
    pub(in crate::app) fn about(&self) -> Option<(ItemId, Option<FactId>)> {
        self.pad.about()
    }

    /// Takes text that was pasted; says whether there was a place for it.
    pub(in crate::app) fn paste(&mut self, text: &str) -> bool {
        match &mut self.asking {
            Some(asking) => asking.paste(text),
            None => return self.pad.paste(text),
        }
        true
    }

    /// Told what may be meant by a word.
    pub(in crate::app) fn suggested(&mut self, word: &str, offers: &[String]) {
        self.pad.suggested(word, offers);
    }

    /// What is typed into it, where that is text for the minutes.
    pub(in crate::app) fn prose(&mut self) -> Option<&mut Line> {
        self.asking.as_mut().and_then(Asking::prose)
    }

    /// Whether what is typed into it is text for the minutes.
    pub(in crate::app) fn takes_prose(&self) -> bool {
        self.asking.as_ref().is_some_and(Asking::takes_prose)
    }

    /// Whether it asks a question.
    pub(in crate::app) fn asks(&self) -> bool {
        self.asking.is_some()
    }

    /// Text that was typed into it and would be lost if it closed.
    pub(in crate::app) fn typed(&self) -> &str {
        self.asking.as_ref().map_or("", Asking::typed)
    }

    /// Told when the command lines of a key have all been run.
    pub(in crate::app) fn done(&mut self, session: &Session) {
        self.asking = self.pad.done(session);
    }

    /// Told why a command line of a key was refused; says whether the pad shows it, beside the answer that it is about.
    pub(in crate::app) fn refused(&mut self, why: &str) -> bool {
        if let Some(asking) = &mut self.asking {
            asking.refused(why);
        }
        self.asking.is_some()
    }
}
