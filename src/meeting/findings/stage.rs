//! Findings on how far the minutes have come, and on the minutes of other meetings that this one dealt with.

use crate::meeting::fact::{Accuracy, Fact, MinutesOutcome};
use crate::meeting::stage::Stage;

use super::Desk;

pub(super) fn meeting(desk: &mut Desk<'_>) {
    if desk.state.altered_since_checked() {
        desk.find("altered-after-check", "The minutes were altered after they had been checked.");
    }
    let Some(approval) = desk.state.approval().filter(|_| desk.state.stage() == Stage::Approved) else { return };
    let day = approval.date.format("%-d %B %Y");
    let earlier = approval.date < desk.state.agenda().date;
    let cited: Vec<&str> = approval.amendments.iter().map(|amendment| amendment.cite.as_str()).collect();
    let cited = (!cited.is_empty()).then(|| {
        format!("The minutes were approved on {day} with corrections that they do not contain: {}.", cited.join("; "))
    });
    let early = earlier.then(|| format!("The minutes are approved by a meeting of {day}, which was before this one."));
    if let Some(sentence) = early {
        desk.find("approved-too-early", sentence);
    }
    if let Some(sentence) = cited {
        desk.find("corrections-cited", sentence);
    }
}

/// The minutes that were dealt with are among those that the agenda has under the item.
pub(super) fn dealt_with(desk: &mut Desk<'_>, fact: &Fact, outcome: &MinutesOutcome) {
    let sets = desk.state.item(&fact.item).map(|item| desk.state.minutes_before(item)).unwrap_or_default();
    if sets.is_empty() || sets.contains(&outcome.set) || matches!(outcome.accuracy, Accuracy::Deferred { .. }) {
        return;
    }
    let days: Vec<String> = sets.iter().map(|set| set.format("%-d %B %Y").to_string()).collect();
    let set = outcome.set.format("%-d %B %Y");
    let sentence =
        format!("The minutes of {set} were agreed, but those before the meeting are of {}.", days.join(", "));
    desk.find("minutes-of-other-date", sentence);
}
