//! Specimens: every sentence of a house style filled with made-up facts, so that whoever writes a style sees what each
//! of its phrases prints. They are no minutes and stand in none.

mod meeting;
mod values;

#[cfg(test)]
mod tests;

use crate::meeting::body::Body;
use crate::meeting::state::State;

use super::block::{Emphasis, plain};
use super::phrase::{Fill, Phrase, Role, Spec};
use super::style::Style;
use super::style::settings::{self, SETTINGS};

use meeting::Sample;

/// Phrases that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// Its heading.
    pub heading: &'static str,
    /// What is shown in it.
    pub rows: Vec<Row>,
}

/// One phrase, or one setting, as it prints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its name in a style, with the form that it has for a count.
    pub name: String,
    /// What it prints; empty where the house says nothing.
    pub text: String,
    /// Whether the style words it differently from the program itself.
    pub own: bool,
}

/// Everything that `style` words, chapter by chapter; with the people of `body`, where one is given that has members.
pub fn chapters(style: &Style, body: Option<&Body>) -> Vec<Chapter> {
    let meeting = meeting::made_up(body);
    let show = Show { sample: Sample::of(meeting.state()), state: meeting.state(), style, own: &Style::default() };
    let mut chapters = vec![Chapter { heading: "Settings", rows: show.settings() }];
    let starts = Phrase::CHAPTERS.iter().filter_map(|(first, heading)| Some((position(*first)?, *heading)));
    let starts: Vec<(usize, &'static str)> = starts.collect();
    for (index, (start, heading)) in starts.iter().enumerate() {
        let end = starts.get(index + 1).map_or(Phrase::ALL.len(), |(next, _)| *next);
        let phrases = Phrase::ALL.get(*start..end).unwrap_or_default();
        chapters.push(Chapter { heading, rows: phrases.iter().flat_map(|phrase| show.phrase(*phrase)).collect() });
    }
    chapters.push(Chapter { heading: "Ready-made decisions", rows: show.decisions() });
    chapters
}

fn position(phrase: Phrase) -> Option<usize> {
    Phrase::ALL.iter().position(|other| *other == phrase)
}

/// A style and what it is shown with.
#[derive(Clone, Copy)]
struct Show<'a> {
    sample: Sample<'a>,
    state: &'a State,
    style: &'a Style,
    own: &'a Style,
}

impl Show<'_> {
    fn settings(self) -> Vec<Row> {
        let rows = SETTINGS.iter().filter_map(|setting| {
            let text = settings::stated(self.style, setting.name)?;
            let own = settings::stated(self.own, setting.name).as_ref() != Some(&text);
            Some(Row { name: setting.name.to_owned(), text, own })
        });
        rows.collect()
    }

    /// A phrase in each form that it has of its own.
    fn phrase(self, phrase: Phrase) -> Vec<Row> {
        let spec = phrase.spec();
        if !spec.counts() {
            return vec![self.row(phrase, spec.name.to_owned(), 1)];
        }
        let source = |count| self.style.template(phrase, count).map(|template| template.source().to_owned());
        let shown = [(0, "none"), (1, "one"), (2, "many")].into_iter().filter(|(count, _)| {
            // One text for one and many is shown once, for many.
            *count != 1 || source(1) != source(2)
        });
        let named = |(count, form)| self.row(phrase, named(spec, form), count);
        shown.map(named).collect()
    }

    fn row(self, phrase: Phrase, name: String, count: usize) -> Row {
        let text = self.text(phrase, count);
        let own = self.own.template(phrase, count) != self.style.template(phrase, count);
        Row { name, text, own }
    }

    /// A phrase in its form for `count`, filled.
    fn text(self, phrase: Phrase, count: usize) -> String {
        let values: Vec<_> =
            phrase.spec().slots.iter().map(|slot| (slot.name, self.value(phrase, slot, count))).collect();
        plain(&Fill::new(self.state, self.style).counted(phrase, count, &values))
    }

    fn decisions(self) -> Vec<Row> {
        let rows = self.style.decisions.iter().map(|ready| {
            let slots = super::style::DECISION_SLOTS.iter();
            let values: Vec<_> = slots.map(|slot| (slot.name, self.value(Phrase::Hearing, slot, 1))).collect();
            let line =
                Fill::new(self.state, self.style).template(&ready.words, Role::Sentence, Emphasis::Strong, &values);
            let own = !self.own.decisions.contains(ready);
            Row { name: ready.name.clone(), text: super::phrase::to_marked(&line), own }
        });
        rows.collect()
    }
}

fn named(spec: &Spec, form: &str) -> String {
    format!("{}, {form}", spec.name)
}
