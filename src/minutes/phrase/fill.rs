//! Filling a phrase with values.

use std::borrow::Cow;

use chrono::{NaiveDate, NaiveTime};

use super::template::{Piece, slots_of};
use super::{Form, Phrase, Role, Template};
use crate::meeting::agenda::Office;
use crate::meeting::people::{Party, Person, Pronoun};
use crate::meeting::state::State;
use crate::minutes::block::{Emphasis, Line, Run};
use crate::minutes::names::Names;
use crate::minutes::style::{Style, TopicEmphasis};

/// Somebody in a phrase.
#[derive(Clone, Copy, Debug)]
pub enum Who<'a> {
    /// A person on the roll.
    Person(&'a Person),
    /// People who come, go and answer together.
    Party(&'a Party),
    /// The body as a whole.
    Body,
    /// Whoever holds an office, called by it.
    Office(Office),
    /// Somebody whom the clerk did not recognise.
    Unknown,
}

/// What fills a slot.
#[derive(Clone, Debug)]
pub enum Value<'a> {
    /// Nothing: brackets around the slot are dropped; without brackets a "?" is printed.
    Empty,
    /// People; an empty list is nothing.
    People(Vec<Who<'a>>),
    /// People, each with what stands after their name; an empty list is nothing.
    Tagged(Vec<(&'a Person, String)>),
    /// Words; empty words are nothing.
    Text(Cow<'a, str>),
    /// Words with emphasis of their own.
    Runs(Line),
    /// A day.
    Date(NaiveDate),
    /// A time of day in the body's zone.
    Time(NaiveTime),
    /// A number.
    Number(usize),
    /// How many did something: brackets around the slot are dropped where nobody did; without brackets “0” is printed.
    Count(usize),
}

impl<'a> Value<'a> {
    /// Words, or nothing.
    pub fn text(text: Option<&'a str>) -> Self {
        text.map_or(Self::Empty, |text| Self::Text(Cow::Borrowed(text)))
    }

    /// One person, or nobody.
    pub fn person(person: Option<&'a Person>) -> Self {
        person.map_or(Self::Empty, |person| Self::People(vec![Who::Person(person)]))
    }

    fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::People(people) => people.is_empty(),
            Self::Tagged(people) => people.is_empty(),
            Self::Text(text) => text.trim().is_empty(),
            Self::Runs(runs) => runs.iter().all(|run| run.text.trim().is_empty()),
            Self::Date(_) | Self::Time(_) | Self::Number(_) | Self::Count(_) => false,
        }
    }

    /// Whether brackets around its slot are dropped.
    fn is_nothing(&self) -> bool {
        self.is_empty() || matches!(self, Self::Count(0))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

/// Fills phrases for one meeting in one style.
#[derive(Clone, Copy, Debug)]
pub struct Fill<'a> {
    state: &'a State,
    style: &'a Style,
}

/// The values of a phrase, by the names of its slots.
type Values<'v, 'a> = &'v [(&'static str, Value<'a>)];

impl<'a> Fill<'a> {
    /// Fills phrases for `state` in `style`.
    pub fn new(state: &'a State, style: &'a Style) -> Self {
        Self { state, style }
    }

    /// The names that it writes.
    pub fn names(&self) -> Names<'a> {
        Names::new(self.state, self.style)
    }

    /// A phrase filled; nothing where the house leaves it out.
    pub fn line(&self, phrase: Phrase, values: Values<'_, '_>) -> Line {
        self.counted(phrase, 1, values)
    }

    /// A phrase filled, in its form for `count` of what it counts.
    pub fn counted(&self, phrase: Phrase, count: usize, values: Values<'_, '_>) -> Line {
        let template = self.style.template(phrase, count);
        let mark = match self.style.topics {
            TopicEmphasis::Italic => Emphasis::Italic,
            TopicEmphasis::Plain => Emphasis::Plain,
        };
        template.map_or_else(Line::new, |template| self.template(template, phrase.spec().role, mark, values))
    }

    /// A phrase filled, without its emphasis.
    pub fn text(&self, phrase: Phrase, values: Values<'_, '_>) -> String {
        crate::minutes::block::plain(&self.line(phrase, values))
    }

    /// Any checked text filled; what it sets off is given the emphasis `mark`.
    pub fn template(&self, template: &Template, role: Role, mark: Emphasis, values: Values<'_, '_>) -> Line {
        let mut out = Out { runs: Line::new(), role, mark };
        self.pieces(&template.pieces, values, Emphasis::Plain, &mut out);
        out.runs
    }

    fn pieces(&self, pieces: &[Piece], values: Values<'_, '_>, emphasis: Emphasis, out: &mut Out) {
        for piece in pieces {
            match piece {
                Piece::Text(text) => out.push(text, emphasis, true),
                Piece::Emphasis(inner) => self.pieces(inner, values, out.mark, out),
                Piece::Group(inner) => {
                    let filled = |name| value(values, name).is_some_and(|value| !value.is_nothing());
                    if slots_of(inner).iter().all(|slot| filled(slot.name)) {
                        self.pieces(inner, values, emphasis, out);
                    }
                }
                Piece::Slot(slot, form) => match value(values, slot.name).filter(|value| !value.is_empty()) {
                    Some(Value::Runs(runs)) => {
                        for (index, run) in runs.iter().enumerate() {
                            let own = if run.emphasis == Emphasis::Plain { emphasis } else { run.emphasis };
                            let small = (index == 0 && *form == Form::Lower).then(|| lower(&run.text));
                            out.push(small.as_deref().unwrap_or(&run.text), own, false);
                        }
                    }
                    Some(value) => out.push(
                        &self.spell(value, *form),
                        emphasis,
                        matches!(value, Value::People(_) | Value::Tagged(_) | Value::Number(_) | Value::Count(_)),
                    ),
                    None => out.push("?", emphasis, false),
                },
            }
        }
    }

    fn spell(&self, value: &Value<'_>, form: Form) -> String {
        let plain = match value {
            Value::Empty | Value::Runs(_) => String::new(),
            Value::People(people) => self.people(people, form),
            Value::Tagged(people) => self.tagged(people, form),
            Value::Text(text) => text.clone().into_owned(),
            Value::Date(date) if form == Form::Weekday => self.style.date.with_weekday(*date, &self.style.words),
            Value::Date(date) if form == Form::Short => self.style.short_date.show(*date, &self.style.words),
            Value::Date(date) => self.style.date.show(*date, &self.style.words),
            Value::Time(time) => self.style.time.show(*time, &self.style.words),
            Value::Number(number) | Value::Count(number) if form == Form::Spelt => self.style.words.number(*number),
            Value::Number(number) | Value::Count(number) => number.to_string(),
        };
        match form {
            Form::Caps => plain.to_uppercase(),
            Form::A => self.style.words.with_article(&plain),
            Form::Lower => lower(&plain),
            _ => plain,
        }
    }

    fn tagged(&self, people: &[(&Person, String)], form: Form) -> String {
        let form = if matches!(form, Form::Full | Form::List) { form } else { Form::Formal };
        self.names().join(&self.names().members(people, form))
    }

    fn people(&self, people: &[Who<'_>], form: Form) -> String {
        match people {
            [one] => self.one(*one, form),
            _ if matches!(form, Form::He | Form::Him | Form::His) => {
                self.style.words.pronoun(Pronoun::They, form).to_owned()
            }
            several => {
                let persons: Vec<(&Person, String)> = several.iter().filter_map(Who::person).collect();
                let named = matches!(form, Form::Full | Form::Formal | Form::List);
                let uncalled = persons.iter().all(|(person, _)| named || person.called.is_none());
                let parts = if uncalled && persons.len() == several.len() {
                    let form = if named { form } else { Form::Formal };
                    self.names().members(&persons, form)
                } else {
                    several.iter().map(|who| self.one(*who, form)).collect()
                };
                self.names().join(&parts)
            }
        }
    }

    fn one(&self, who: Who<'_>, form: Form) -> String {
        let name = match who {
            Who::Person(person) => return self.names().in_form(person, form),
            Who::Party(party) => party.name.clone(),
            Who::Body => {
                let short = Value::text(Some(&self.state.body().short));
                self.text(Phrase::TheBody, &[("body", short)])
            }
            Who::Office(office) => self.names().of_office(office),
            Who::Unknown => self.style.label(Phrase::Unknown),
        };
        match form {
            Form::He | Form::Him | Form::His => self.style.words.pronoun(Pronoun::They, form).to_owned(),
            _ => name,
        }
    }
}

impl<'a> Who<'a> {
    fn person(&self) -> Option<(&'a Person, String)> {
        match self {
            Self::Person(person) => Some((person, String::new())),
            _ => None,
        }
    }
}

fn value<'v, 'a>(values: Values<'v, 'a>, name: &str) -> Option<&'v Value<'a>> {
    values.iter().find(|(slot, _)| *slot == name).map(|(_, value)| value)
}

struct Out {
    runs: Line,
    role: Role,
    mark: Emphasis,
}

impl Out {
    /// Adds text. What the house words (not what the clerk does) begins a sentence with a capital letter.
    fn push(&mut self, text: &str, emphasis: Emphasis, ours: bool) {
        if text.is_empty() {
            return;
        }
        let text = if ours && self.role == Role::Sentence && self.begins_sentence() {
            Cow::Owned(capitalised(text))
        } else {
            Cow::Borrowed(text)
        };
        match self.runs.last_mut().filter(|last| last.emphasis == emphasis) {
            Some(last) => last.text.push_str(&text),
            None => self.runs.push(Run { text: text.into_owned(), emphasis }),
        }
    }

    fn begins_sentence(&self) -> bool {
        let letters = self.runs.iter().rev().flat_map(|run| run.text.chars().rev());
        let mut letters = letters.skip_while(|letter| matches!(letter, '(' | '“' | '‘' | '"')).peekable();
        match letters.peek() {
            None => true,
            Some(letter) if letter.is_whitespace() => letters
                .find(|letter| !letter.is_whitespace() && !matches!(letter, ')' | '”' | '’' | '"'))
                .is_some_and(|letter| matches!(letter, '.' | '?' | '!')),
            Some(_) => false,
        }
    }
}

/// `text` with its first letter small.
fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// `text` with its first letter large.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A line as the clerk edits it: what stands out between asterisks.
pub fn to_marked(line: &[Run]) -> String {
    let mark = |run: &Run| match run.emphasis {
        Emphasis::Plain => run.text.clone(),
        Emphasis::Strong | Emphasis::Italic => format!("*{}*", run.text),
    };
    line.iter().map(mark).collect()
}
