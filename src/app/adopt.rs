//! Taking over what changed in the files since the record began.

use super::model::Model;
use super::update::Effect;
use super::view::{PageView, Tone};
use crate::meeting::adoption::Adoption;
use crate::meeting::command::{Command, When};

impl Model {
    /// Records what is taken over from the files, and shows it with what stays as the meeting has it, a sentence each.
    /// Tells what is asked of the outside.
    pub fn adopt(&mut self, adoption: Option<Box<Adoption>>, kept: &[String]) -> Vec<Effect> {
        let mut effects = Vec::new();
        let Some(adoption) = adoption else {
            self.say(Tone::Plain, "The files are as they were when the record took them over.");
            return effects;
        };
        let page = page(&adoption, kept);
        match self.session.record(&Command::Adopt(adoption), When::now(self.now)) {
            Ok(ran) => {
                _ = self.absorb(ran, &mut effects);
                self.show(page);
                self.say(Tone::Plain, "Taken over from the files. Undo takes it back.");
            }
            Err(refusal) => self.say(Tone::Warning, refusal.to_string()),
        }
        effects
    }
}

fn page(adoption: &Adoption, kept: &[String]) -> PageView {
    let taken = adoption.differences.iter().map(|line| (Tone::Plain, line.clone()));
    let mut lines: Vec<(Tone, String)> = taken.collect();
    if !kept.is_empty() {
        lines.push((Tone::Plain, String::new()));
        lines.push((Tone::Warning, "What the meeting has otherwise stays:".to_owned()));
        lines.extend(kept.iter().map(|line| (Tone::Plain, line.clone())));
    }
    PageView { title: "Taken over from the files".to_owned(), lines, ..PageView::default() }
}
