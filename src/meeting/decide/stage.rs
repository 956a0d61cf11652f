//! From a draft to signed minutes, and what may still be recorded on the way.

use crate::meeting::command::{Command, Decided, Private, Refusal};
use crate::meeting::event::{Event, Sitting};
use crate::meeting::fact::Owner;
use crate::meeting::stage::{Reached, Stage};

use super::{Desk, Outcome};

impl Desk<'_> {
    pub(super) fn reach(&self, reached: &Reached) -> Outcome {
        let (from, to) = (self.state.stage(), reached.stage());
        if self.state.sitting() != Sitting::Closed {
            return Err(Refusal::new(
                "The meeting is not closed, so its minutes are still being taken.",
                "Close it first, with :close.",
            ));
        }
        if to <= from {
            let hint = match from {
                Stage::Draft => "Whatever is altered once they are checked makes them a draft again by itself.",
                Stage::Checked | Stage::Published => "Whatever is altered in them makes them a draft again.",
                Stage::Approved | Stage::Signed => "A correction is a minute of a later meeting.",
            };
            return Err(Refusal::new(format!("The minutes are {} already.", from.word()), hint));
        }
        match reached {
            Reached::Signed(_) if from != Stage::Approved => Err(Refusal::new(
                "The minutes have not been approved.",
                "Record it with `quorate approve` and the record of the meeting that approved them.",
            )),
            Reached::Checked { by: Some(Owner::Person(person)) } => self.known(person).map(|()| stage(reached)),
            _ => Ok(stage(reached)),
        }
    }

    /// Refuses whatever would alter minutes that are approved or signed.
    pub(super) fn may_alter(&self, command: &Command) -> Result<(), Refusal> {
        let signed = match self.state.stage() {
            Stage::Draft | Stage::Checked | Stage::Published => return Ok(()),
            Stage::Approved => false,
            Stage::Signed => true,
        };
        let harmless = match command {
            Command::Reach(_) => true,
            // Words that the law protects go out of the record as long as nobody has signed it.
            Command::Undo
            | Command::Overrule { .. }
            | Command::Clock { .. }
            | Command::Private(Private::Redact { .. }) => !signed,
            _ => false,
        };
        if harmless { Ok(()) } else { Err(self.frozen()) }
    }

    fn frozen(&self) -> Refusal {
        let way_out = "A correction is a minute of a later meeting: record it there with “minutes amended”";
        if let Some(signature) = self.state.signature() {
            let what = format!("The minutes are signed, by {}, so nothing in their record changes.", signature.by);
            return Refusal::new(what, format!("{way_out}."));
        }
        let date = self.state.approval().map(|approval| approval.date.format(" on %-d %B %Y").to_string());
        let what = format!("The minutes were approved{}, so they stay as they are.", date.unwrap_or_default());
        Refusal::new(what, format!("{way_out}; “undo” takes an approval back that was recorded by mistake."))
    }
}

fn stage(reached: &Reached) -> Decided {
    Decided::of(vec![Event::Stage { reached: reached.clone() }])
}
