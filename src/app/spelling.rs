//! Words that nobody knows: marked while they are written, with suggestions on request.
//!
//! What is known comes from the dictionary, from the body and its agenda, from the house style, and from the clerk's own
//! list. That list is the user's and not the meeting's: what a clerk calls a word is no fact of a meeting, and a word may
//! have been said without the public.

use std::ops::Range;
use std::sync::Arc;

use super::command::{prose_of, texts_of, unbroken};
use super::commandline::CommandLine;
use super::model::Model;
use super::pad::Open;
use super::pad::spelling::{NAME, Suggestions, Where};
use super::people::initials;
use super::session::Session;
use super::update::Effect;
use super::view::{Prompt, Tone};
use crate::meeting::event::{Entry, Event};
use crate::meeting::people::Person;
use crate::meeting::state::State;
use crate::minutes::style::Style;
use crate::spelling::{Dictionary, Speller, Vocabulary, Written};

/// What an open meeting knows of words.
#[derive(Debug)]
pub(super) struct Spelling {
    speller: Arc<Speller>,
    /// The clerk's own words.
    own: Vec<String>,
    /// Why nothing is marked, a sentence or two, while there is no dictionary.
    silent: String,
}

impl Spelling {
    pub(super) fn new(session: &Session) -> Self {
        let silent = "The dictionary is still being read. Try again in a moment.".to_owned();
        Self { speller: Arc::new(speller(session.state(), session.style())), own: Vec::new(), silent }
    }

    /// Learns what an entry says of people and items; everything anew where it takes the files over again.
    pub(super) fn hear(&mut self, session: &Session, entry: &Entry) {
        for (_, _, event) in entry.events() {
            match event {
                Event::Adopted(_) => return self.begin_anew(session),
                Event::Person { person } => learn_person(self.vocabulary(), person),
                Event::ItemAdded { item, .. } => self.vocabulary().learn(&item.title),
                Event::ItemTitle { title, .. } => self.vocabulary().learn(title),
                _ => {}
            }
        }
    }

    fn begin_anew(&mut self, session: &Session) {
        let mut anew = speller(session.state(), session.style());
        if let Some(dictionary) = self.speller.dictionary() {
            anew.take(Arc::clone(dictionary));
        }
        self.own.iter().for_each(|word| anew.vocabulary.learn(word));
        self.speller = Arc::new(anew);
    }

    fn vocabulary(&mut self) -> &mut Vocabulary {
        &mut Arc::make_mut(&mut self.speller).vocabulary
    }
}

/// What the body, its agenda and the house style know; it has no dictionary yet.
pub fn speller(state: &State, style: &Style) -> Speller {
    let mut vocabulary = Vocabulary::default();
    let body = state.body();
    for text in [&body.name, &body.short, &state.agenda().venue].into_iter().chain(&style.known_words) {
        vocabulary.learn(text);
    }
    for text in body.seats.iter().flat_map(|seat| seat.authority.iter().chain(&seat.group)) {
        vocabulary.learn(text);
    }
    body.parties.iter().for_each(|party| vocabulary.learn(&party.name));
    body.groups.iter().for_each(|group| vocabulary.learn(&group.label));
    state.people().for_each(|person| learn_person(&mut vocabulary, person));
    for item in state.items() {
        vocabulary.learn(&item.agenda.title);
        item.agenda.paper.author.iter().for_each(|author| vocabulary.learn(author));
    }
    Speller::new(vocabulary, style.spelling)
}

fn learn_person(vocabulary: &mut Vocabulary, person: &Person) {
    let name = &person.name;
    for part in [&name.forename, &name.surname] {
        vocabulary.learn_name(part);
    }
    let told = [&person.post, &person.organisation, &person.called, &person.authority, &person.political_group];
    for text in told.into_iter().flatten().chain([&name.title]) {
        vocabulary.learn(text);
    }
    person.handles.iter().chain(&initials(person)).for_each(|handle| vocabulary.learn_handle(handle));
}

impl Model {
    /// What is known of words.
    pub fn speller(&self) -> &Arc<Speller> {
        &self.spelling.speller
    }

    /// Marks words by a dictionary from now on.
    pub fn take_dictionary(&mut self, dictionary: Arc<Dictionary>) {
        Arc::make_mut(&mut self.spelling.speller).take(dictionary);
    }

    /// Tells why there is no dictionary, in a sentence or two for whoever asks for suggestions.
    pub fn has_no_dictionary(&mut self, why: impl Into<String>) {
        self.spelling.silent = why.into();
        Arc::make_mut(&mut self.spelling.speller).leave_dictionary();
    }

    /// Takes words as known that the clerk's own list has.
    pub fn know(&mut self, words: &[String]) {
        for word in words {
            self.spelling.vocabulary().learn(word);
        }
        self.spelling.own.extend_from_slice(words);
    }

    /// Gives the suggestions that an [`Effect::Suggest`] asked for. If nobody waits for them any more, that is all.
    pub fn suggested(&mut self, word: &str, offers: &[String]) {
        self.pads.iter_mut().for_each(|open| open.suggested(word, offers));
    }

    /// Takes a word into the clerk's own list.
    pub(super) fn learn(&mut self, word: String, effects: &mut Vec<Effect>) {
        self.say(Tone::Good, format!("“{word}” is known from now on."));
        self.know(std::slice::from_ref(&word));
        effects.push(Effect::Learn(word));
    }

    /// Opens the suggestions for a word: the one named, or the nearest that is not known in what is typed, or else in the
    /// fact under the cursor.
    pub(super) fn spell(&mut self, word: Option<String>, effects: &mut Vec<Effect>) {
        if self.speller().dictionary().is_none() {
            let why = self.spelling.silent.clone();
            return self.say(Tone::Warning, why);
        }
        let typed = self.in_hand();
        let found = match &typed {
            Some((lines, at)) => self.typed_word(lines, *at, word.as_deref()).map(|word| (word, Where::Typed)),
            None => self.recorded_word(word.as_deref()).map(|word| (word, Where::Recorded)),
        };
        let Some((word, place)) = found else {
            let text = match word {
                Some(word) if typed.is_some() => format!("“{word}” does not stand in what is typed."),
                Some(word) => format!("“{word}” does not stand in the last fact."),
                None => "Every word here is known.".to_owned(),
            };
            return self.say(Tone::Plain, text);
        };
        effects.push(Effect::Suggest(word.clone()));
        self.open(NAME, Box::new(Suggestions::new(word, place)));
    }

    /// Whether suggestions lie over what is typed.
    pub(super) fn offers_words(&self) -> bool {
        self.pads.last().is_some_and(|open| open.name == NAME)
    }

    /// The lines being typed and the cursor in them, line and characters: a command, an answer in a pad, or the text under
    /// the pen.
    fn in_hand(&self) -> Option<(Vec<String>, (usize, usize))> {
        if let Some(line) = &self.line {
            let Prompt { mut text, cursor, .. } = line.prompt();
            // What is no text of the minutes is no word, and keeps its place.
            let from = prose_of(&text).unwrap_or(text.len());
            text.replace_range(..from, &" ".repeat(from));
            return Some((vec![text], (0, cursor)));
        }
        if let Some(prompt) = self.pads.last().filter(|open| open.takes_prose()).and_then(|_| self.pad()?.prompt) {
            return Some((vec![prompt.text], (0, prompt.cursor)));
        }
        (!self.editor.is_empty()).then(|| (self.editor.lines().to_vec(), self.editor.at()))
    }

    /// The word named, or the nearest unknown one at or before the cursor, or else after it.
    fn typed_word(&self, lines: &[String], (row, column): (usize, usize), named: Option<&str>) -> Option<String> {
        if let Some(named) = named {
            let there = lines.iter().any(|line| !unbroken(line, named).is_empty());
            return there.then(|| named.to_owned());
        }
        let (mut before, mut after) = (None, None);
        for (number, line) in lines.iter().enumerate() {
            let cursor = line.char_indices().nth(column).map_or(line.len(), |(at, _)| at);
            for range in self.speller().unknown(line, Written::Typing) {
                let word = line.get(range.clone()).map(str::to_owned);
                if number < row || (number == row && range.start <= cursor) {
                    before = word;
                } else {
                    after = after.or(word);
                }
            }
        }
        before.or(after)
    }

    /// The word named, or the first unknown one, in the fact under the cursor.
    fn recorded_word(&self, named: Option<&str>) -> Option<String> {
        let content = self.session.state().content(self.session.last()?)?;
        texts_of(content).iter().find_map(|text| match named {
            Some(named) => (!unbroken(text, named).is_empty()).then(|| named.to_owned()),
            None => text.get(self.speller().unknown(text, Written::Done).into_iter().next()?).map(str::to_owned),
        })
    }

    /// Puts a word in the place of another in what is being typed: of the one nearest to the cursor.
    pub(super) fn respell(&mut self, old: &str, new: &str) {
        let Some((lines, at)) = self.in_hand() else { return };
        let Some((row, part)) = nearest(&lines, at, old) else { return };
        let text = lines.get(row).map_or("", String::as_str);
        let line = self.line.as_mut().map(CommandLine::line_mut);
        if let Some(line) = line.or_else(|| self.pads.last_mut().and_then(Open::prose)) {
            return line.replace(part, new);
        }
        let chars = |byte: usize| text.get(..byte).unwrap_or_default().chars().count();
        self.editor.replace(row, chars(part.start)..chars(part.end), new);
    }

    /// Marks the words of a line being typed in a pad that nobody knows.
    pub(super) fn mark(&self, prompt: &mut Prompt, from: usize) {
        let text = prompt.text.get(from..).unwrap_or_default();
        let cursor = prompt.text.char_indices().nth(prompt.cursor).map_or(prompt.text.len(), |(at, _)| at);
        let unknown = self.speller().unknown(text, Written::Typing).into_iter();
        let unknown = unknown.map(|range| from + range.start..from + range.end);
        prompt.unknown = unknown.filter(|range| is_finished(range, cursor)).collect();
    }
}

/// Whether the cursor has left a word, in bytes of its line, so that it can be said to be wrong.
pub fn is_finished(word: &Range<usize>, cursor: usize) -> bool {
    cursor < word.start || cursor > word.end
}

/// Where a word stands in lines, in bytes of its line: the last place at or before the cursor, or else the first after it.
fn nearest(lines: &[String], (row, column): (usize, usize), word: &str) -> Option<(usize, Range<usize>)> {
    let places = lines.iter().enumerate();
    let places = places.flat_map(|(number, line)| unbroken(line, word).into_iter().map(move |part| (number, part)));
    let cursor = lines.get(row).map_or(0, |line| line.char_indices().nth(column).map_or(line.len(), |(at, _)| at));
    let before = |place: &(usize, Range<usize>)| (place.0, place.1.start) <= (row, cursor);
    let (near, far): (Vec<_>, Vec<_>) = places.partition(before);
    near.into_iter().next_back().or_else(|| far.into_iter().next())
}
