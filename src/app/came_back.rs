//! A draft that came back, while its minutes are open.

use super::compare::Comparison;
use super::model::Model;
use super::pad::compared::Compared;
use super::view::Tone;

impl Model {
    /// Goes through what differs in the draft called `name`.
    pub fn came_back(&mut self, name: &str, comparison: Comparison) {
        if comparison.differences.is_empty() {
            return self.say(Tone::Good, format!("“{name}” says what the minutes say."));
        }
        self.open("compare", Box::new(Compared::new(name, comparison)));
    }
}
