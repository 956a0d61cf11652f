//! Taking over what changed in the files since the record began.

use super::model::Model;
use super::update::Effect;
use super::view::Tone;
use crate::meeting::command::{Command, When};

impl Model {
    /// Records that the files changed as `differences` say, a line each, and takes `style` over where it changed.
    /// Tells what is asked of the outside.
    pub fn adopt(&mut self, differences: Vec<String>, style: Option<String>) -> Vec<Effect> {
        let mut effects = Vec::new();
        let many = differences.len();
        if many == 0 {
            self.say(Tone::Plain, "The files are as they were when the record began.");
            return effects;
        }
        match self.session.record(&Command::Adopt { differences, style }, When::now(self.now)) {
            Ok(ran) => {
                _ = self.absorb(ran, &mut effects);
                self.say(
                    Tone::Plain,
                    format!("Taken over from the files: {many} differences. They are in the record."),
                );
            }
            Err(refusal) => self.say(Tone::Warning, refusal.to_string()),
        }
        effects
    }
}
