//! Findings that only the open program can make: text half typed, which no record has, and what the clock says.
//!
//! They are lines of the same lists as the others and lead to their places in the same way.

use super::model::{Model, Place};
use crate::meeting::findings::{self, Finding, Subject};

/// The rule about text that was typed and not recorded.
pub(super) const HALF_TYPED: &str = "half-typed";
/// How much of a text is quoted, in characters.
const QUOTE: usize = 24;

impl Model {
    /// What the clock says of the meeting, where its rules have a finish time.
    pub(super) fn by_the_clock(&self) -> Option<Finding> {
        findings::finish(self.state(), self.now)
    }

    /// A line for each text that waits under an item, or with a fact that was to be worded anew.
    pub(super) fn half_typed(&self) -> Vec<Finding> {
        let here = (&self.place, self.editor.text());
        let waiting = self.texts.iter().map(|(place, text)| (place, text.text.clone()));
        let typed = waiting.chain([here]).filter(|(_, text)| !text.trim().is_empty());
        typed.filter_map(|(place, text)| self.line_of(place, text.trim())).collect()
    }

    fn line_of(&self, place: &Place, text: &str) -> Option<Finding> {
        let state = self.session.state();
        let (item, subject) = match place {
            Place::Item(item) => (item.as_ref(), item.clone().map_or(Subject::Meeting, Subject::Item)),
            Place::Fact(id) => (state.fact(*id).map(|fact| &fact.item), Subject::Fact(*id)),
        };
        let title = item.and_then(|item| state.item(item)).map(|item| format!(", under “{}”", item.agenda.title));
        let mut quoted: String = text.chars().take(QUOTE).collect();
        if quoted.len() < text.len() {
            quoted.push('…');
        }
        let sentence = format!("“{quoted}” is half typed{}.", title.unwrap_or_default());
        findings::of_rule(state, HALF_TYPED, subject, sentence)
    }
}
