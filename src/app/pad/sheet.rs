//! A pad that is nothing but questions, such as for a motion: it closes when they are answered or left.

use super::form::Asking;
use super::{Pad, Step};
use crate::app::key::Key;
use crate::app::session::Session;
use crate::app::view::PadView;

/// The pad: its title, and the questions as they are when it opens.
#[derive(Clone, Copy, Debug)]
pub struct Sheet {
    title: &'static str,
    questions: fn(&Session) -> Asking,
}

impl Sheet {
    /// A pad that asks these questions.
    pub const fn new(title: &'static str, questions: fn(&Session) -> Asking) -> Self {
        Self { title, questions }
    }
}

impl Pad for Sheet {
    fn view(&self, _: &Session) -> PadView {
        PadView { title: self.title.into(), ..PadView::default() }
    }

    fn key(&mut self, _: Key, _: &Session) -> Step {
        Step::Close
    }

    fn begin(&self, session: &Session) -> Option<Asking> {
        Some((self.questions)(session))
    }

    fn left(&self) -> Step {
        Step::Close
    }
}
