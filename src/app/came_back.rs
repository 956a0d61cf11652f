//! A draft that came back, while its minutes are open.

use super::compare::Comparison;
use super::model::Model;
use super::pad::Open;
use super::pad::compared::Compared;
use super::view::Tone;
use crate::meeting::id::{FactId, ItemId};

impl Model {
    /// Goes through what differs in the draft called `name`.
    pub fn came_back(&mut self, name: &str, comparison: Comparison) {
        if comparison.differences.is_empty() {
            return self.say(Tone::Good, format!("“{name}” says what the minutes say."));
        }
        self.open("compare", Box::new(Compared::new(name, comparison)));
        self.go_with_pad(None);
    }

    /// Takes the pen to what the pad on top is about, unless that is what it `was` about.
    pub(super) fn go_with_pad(&mut self, was: Option<&(ItemId, Option<FactId>)>) {
        let about = self.pads.last().and_then(Open::about);
        let Some((item, fact)) = about.filter(|about| Some(about) != was) else { return };
        self.session.put_pen(Some(item));
        if let Some(fact) = fact.filter(|fact| self.session.state().content(*fact).is_some()) {
            self.session.put_cursor(fact);
        }
        self.follow_pen();
    }
}
