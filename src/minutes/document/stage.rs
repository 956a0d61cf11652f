//! What the minutes say of themselves: that they are a draft, checked, for approval, or signed, and how they were corrected.

use chrono::{DateTime, Utc};

use crate::meeting::stage::{Reached, Signature, Stage};
use crate::minutes::block::Part;
use crate::minutes::phrase::{Phrase, Value};

use super::Build;

impl Build<'_> {
    /// The mark that follows the stage of the minutes; empty where the house prints none.
    pub(super) fn state_mark(self) -> String {
        let last = self.state.steps().last().map(|step| (step.at, &step.reached));
        match last {
            None | Some((_, Reached::Draft)) => self.style.label(Phrase::Draft),
            Some((at, Reached::Checked { by })) => {
                let by = by.as_ref().map_or(Value::Empty, |by| self.owner(by));
                self.fill.text(Phrase::DraftChecked, &[("by", by), ("date", self.day(at))])
            }
            Some((_, Reached::Published)) => self.style.label(Phrase::DraftPublished),
            Some((_, Reached::Approved(approval))) => {
                let values = [("body", Value::text(Some(&approval.body))), ("date", Value::Date(approval.date))];
                self.fill.text(Phrase::Approved, &values)
            }
            Some((at, Reached::Signed(signature))) => self.signed(at, signature),
        }
    }

    fn signed(self, at: DateTime<Utc>, signature: &Signature) -> String {
        let values = [
            ("by", Value::text(Some(&signature.by))),
            ("date", self.day(at)),
            ("entry", Value::Number(usize::try_from(signature.entry).unwrap_or(usize::MAX))),
            ("sum", Value::text(Some(&signature.sum))),
        ];
        self.fill.text(Phrase::Signed, &values)
    }

    fn day(self, at: DateTime<Utc>) -> Value<'static> {
        Value::Date(self.state.local(at).date_naive())
    }

    /// The corrections with which a later meeting approved the minutes, cited beside a text that stays as it was.
    pub(super) fn corrections(self) -> Vec<Part> {
        let approval = self.state.approval().filter(|approval| !approval.amendments.is_empty());
        let Some(approval) = approval.filter(|_| self.state.stage() >= Stage::Approved) else { return Vec::new() };
        let values = [("body", Value::text(Some(&approval.body))), ("date", Value::Date(approval.date))];
        let first = super::paragraph(self.fill.counted(Phrase::Corrections, approval.amendments.len(), &values));
        first.into_iter().chain(self.amendments(&approval.amendments)).collect()
    }
}
