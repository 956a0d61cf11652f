//! What will be unfinished once the meeting is closed: what the room is at is judged as if it had been left.

use crate::meeting::state::State;

use super::{Desk, Finding, Findings, Subject, Urgency, look};

/// The findings of a meeting as they will stand when it is closed. While it sits, only the meeting itself and the item
/// that the room is at are judged otherwise than then.
#[derive(Clone, Debug)]
pub struct AtClose<'a> {
    findings: &'a Findings,
    anew: Vec<(Subject, Vec<Finding>)>,
}

impl Findings {
    /// These as they will stand when the meeting is closed. Costs what is looked at anew.
    pub fn at_close<'a>(&'a self, state: &State) -> AtClose<'a> {
        let room = state.room_item().map(|item| Subject::Item(item.clone()));
        let subjects = std::iter::once(Subject::Meeting).chain(room);
        let look_anew = |subject: Subject| {
            let desk = Desk { state, subject: subject.clone(), found: Vec::new(), closing: true };
            (subject, look(desk))
        };
        AtClose { findings: self, anew: subjects.map(look_anew).collect() }
    }
}

impl AtClose<'_> {
    /// The findings on one subject.
    pub fn about(&self, subject: &Subject) -> &[Finding] {
        let anew = self.anew.iter().find(|(of, _)| of == subject);
        anew.map_or_else(|| self.findings.about(subject), |(_, found)| found)
    }

    /// Every finding in the order in which a clerk looks for it, as [`Findings::in_order`] has them.
    pub fn in_order<'b>(&'b self, state: &'b State) -> impl Iterator<Item = &'b Finding> {
        let meeting = std::iter::once(Subject::Meeting);
        self.findings.in_order_of(state, meeting, |subject| self.about(subject)).take(self.total())
    }

    /// How many there are in all.
    pub fn total(&self) -> usize {
        self.count(self.findings.total(), |_| true)
    }

    /// How many there are that matter while the meeting is on.
    pub fn now(&self) -> usize {
        self.count(self.findings.now(), |finding| finding.rule.urgency == Urgency::Now)
    }

    fn count(&self, before: usize, counts: fn(&Finding) -> bool) -> usize {
        let of = |found: &[Finding]| found.iter().filter(|finding| counts(finding)).count();
        let anew = self.anew.iter();
        anew.fold(before, |sum, (subject, found)| (sum + of(found)).saturating_sub(of(self.findings.about(subject))))
    }
}
