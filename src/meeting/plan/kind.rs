//! What kind of meeting an entry of the plan is.

use super::{KINDS, Kind};
use crate::meeting::agenda::PlanEntry;

/// Words by which plans that state no kind say that a meeting is for the members alone.
const APART: [&str; 6] = ["private", "briefing", "training", "workshop", "seminar", "conference"];
/// Words by which they say that it may not be held.
const UNSURE: [&str; 3] = ["if needed", "if required", "if necessary"];

impl Kind {
    /// Whether the body meets on such a day as a matter of course: not for its members alone, and not only if needed.
    pub const fn is_of_course(self) -> bool {
        match self {
            Self::Briefing | Self::Training | Self::Conference | Self::IfNeeded => false,
            Self::Ordinary | Self::Annual | Self::Budget | Self::Hearing | Self::Other => true,
        }
    }
}

impl PlanEntry {
    /// What kind of meeting it is: as stated, or else as its label says, or its only item.
    pub fn told_kind(&self) -> Kind {
        self.kind.unwrap_or_else(|| told(self.label.as_deref().unwrap_or_default(), &self.items))
    }
}

/// Published plans and old records state no kind, but print one.
fn told(label: &str, items: &[String]) -> Kind {
    let label = label.to_lowercase();
    if let Some((.., kind)) = KINDS.iter().find(|(_, title, _)| !label.is_empty() && title.to_lowercase() == label) {
        return *kind;
    }
    // An entry of one item may be no more than what kind of meeting it is.
    let only = if let [item] = items { item.to_lowercase() } else { String::new() };
    let text = format!("{label} {only}");
    let named = |wanted: &str| label.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == wanted);
    if APART.iter().any(|word| text.contains(word)) {
        Kind::Briefing
    } else if UNSURE.iter().any(|word| text.contains(word)) {
        Kind::IfNeeded
    } else if named("agm") || named("annual") {
        Kind::Annual
    } else {
        Kind::Ordinary
    }
}
