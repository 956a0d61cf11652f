//! How people are named, alone and in lists.

use crate::meeting::agenda::Office;
use crate::meeting::body::SeatKind;
use crate::meeting::id::PersonId;
use crate::meeting::people::{Name, Person};
use crate::meeting::state::State;

use super::phrase::{Form, Phrase, Value, Who};
use super::style::{OfficeSpeaks, Style};

/// Names as one meeting's minutes write them.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
    state: &'a State,
    style: &'a Style,
}

impl<'a> Names<'a> {
    /// Names in `state` in the manner of `style`.
    pub fn new(state: &'a State, style: &'a Style) -> Self {
        Self { state, style }
    }

    /// How the minutes call somebody: "the Commissioner", "Councillor Jamil", "Edward Leigh".
    pub fn called(&self, person: &Person) -> String {
        let office = match self.style.chair_speaks {
            OfficeSpeaks::Office => self.office_of(&person.id),
            OfficeSpeaks::Name => None,
        };
        office.or_else(|| person.called.clone()).unwrap_or_else(|| self.formal(person))
    }

    /// "the Chair" for an office-holder; for anybody else without a seat their post, without its department; otherwise
    /// their name.
    pub fn office(&self, person: &Person) -> String {
        if let Some(office) = self.office_of(&person.id) {
            return office;
        }
        match person.post.as_deref().and_then(|post| post.split(',').next()) {
            Some(post) if self.state.seat_of(&person.id).is_none() => titled(&self.style.words.the, post.trim()),
            _ => self.called(person),
        }
    }

    fn office_of(&self, person: &PersonId) -> Option<String> {
        let held = [Office::Chair, Office::ViceChair].into_iter().find(|it| self.state.office(*it) == Some(person));
        held.map(|office| self.of_office(office))
    }

    /// "the Chair", "the Vice Chair".
    pub fn of_office(&self, office: Office) -> String {
        self.style.label(match office {
            Office::Chair => Phrase::TheChair,
            Office::ViceChair => Phrase::TheViceChair,
        })
    }

    /// "Councillor Jones", "Councillor D Jones" where there are two, "Edward Leigh".
    pub fn formal(&self, person: &Person) -> String {
        titled(&person.name.title, &self.bare(person, Form::Formal))
    }

    /// "Councillor Dennis Jones", "Edward Leigh".
    pub fn full(&self, person: &Person) -> String {
        titled(&person.name.title, &self.bare(person, Form::Full))
    }

    /// Who is named for the first time: in full, unless the minutes call them by something else than their name.
    pub fn first_mention<'p>(&self, people: Vec<Who<'p>>) -> Value<'p> {
        match people.as_slice() {
            [Who::Person(person)] if self.called(person) == self.formal(person) => Value::from(self.full(person)),
            _ => Value::People(people),
        }
    }

    /// One person in a form. Forms that are no names give the name.
    pub fn in_form(&self, person: &Person, form: Form) -> String {
        match form {
            Form::Full => self.full(person),
            Form::Formal => self.formal(person),
            Form::List => titled(self.title(person, Form::List), &self.bare(person, Form::List)),
            Form::Office => self.office(person),
            Form::He | Form::Him | Form::His => self.style.words.pronoun(person.pronoun, form).to_owned(),
            _ => self.called(person),
        }
    }

    /// Several people, each with what stands after their name. A title that has a plural stands once before neighbours
    /// who share it, and what else they are called stays with them: `["Councillors Jones", "Dr Ferguson", "Edward Leigh"]`.
    pub fn members(&self, people: &[(&Person, String)], form: Form) -> Vec<String> {
        let shares = |one: Option<&(&Person, String)>, shared: &str| {
            one.and_then(|(person, _)| self.shared_title(person, form)).is_some_and(|(title, _, _)| title == shared)
        };
        let name = |(index, (person, tag)): (usize, &(&Person, String))| {
            let bare = |rest: &str| titled(rest, &self.bare(person, form));
            let name = match self.shared_title(person, form) {
                Some((title, _, rest)) if shares(index.checked_sub(1).and_then(|before| people.get(before)), title) => {
                    bare(rest)
                }
                Some((title, plural, rest)) if shares(people.get(index + 1), title) => titled(plural, &bare(rest)),
                _ => self.in_form(person, form),
            };
            name + tag
        };
        people.iter().enumerate().map(name).collect()
    }

    /// The title that somebody may have in common with others, its plural, and what stands between it and the name.
    fn shared_title<'p>(&'p self, person: &'p Person, form: Form) -> Option<(&'p str, &'p str, &'p str)> {
        let own = self.title(person, form);
        let (first, rest) = own.split_once(' ').unwrap_or((own, ""));
        let whole = self.style.titles.get(own);
        let plural = |plural: &'p String| (own, plural.as_str(), "");
        whole.map(plural).or_else(|| Some((first, self.style.titles.get(first)?.as_str(), rest)))
    }

    /// What stands before somebody's name. In lists, whoever was put on the roll without a title and has taken a
    /// councillor's seat since, as by co-option, is called as the other councillors are; sentences may be of the time before.
    fn title<'p>(&'p self, person: &'p Person, form: Form) -> &'p str {
        let is_councillor = |kind: SeatKind| matches!(kind, SeatKind::Councillor | SeatKind::CoOptedCouncillor);
        let seat = || self.state.seat_of(&person.id).filter(|seat| is_councillor(seat.kind));
        if form != Form::List || !person.name.title.is_empty() || seat().is_none() {
            return &person.name.title;
        }
        let holders = self.state.body().seats.iter().filter(|seat| is_councillor(seat.kind));
        let mut titles = holders.filter_map(|seat| self.state.person(seat.holder.as_ref()?)).map(|it| &it.name.title);
        titles.find(|title| self.style.titles.contains_key(*title)).map_or("", String::as_str)
    }

    /// The name without its title. Those who have no title are named in full.
    fn bare(&self, person: &Person, form: Form) -> String {
        let Name { forename, surname, letters, .. } = &person.name;
        let title = self.title(person, form);
        let initials = initials(&person.name);
        let by_forename = title.is_empty() || (person.name.is_titled_by_forename() && !forename.is_empty());
        let first = match form {
            Form::Formal if !by_forename && !self.has_namesake(person) => String::new(),
            Form::Formal | Form::List if !by_forename => initials,
            _ if forename.is_empty() => initials,
            _ => forename.clone(),
        };
        let letters = if form == Form::Formal { "" } else { letters };
        behind(&titled(&first, surname), letters)
    }

    fn has_namesake(&self, person: &Person) -> bool {
        let same = |other: &Person| {
            other.id != person.id && other.name.surname == person.name.surname && other.name.title == person.name.title
        };
        self.state.people().any(same)
    }

    /// "A, B and C", with a comma before the "and" where the house has it.
    pub fn join(&self, parts: &[String]) -> String {
        self.style.words.join(parts, self.style.serial_comma)
    }
}

fn titled(title: &str, name: &str) -> String {
    if title.is_empty() { name.to_owned() } else { format!("{title} {name}") }
}

fn behind(name: &str, letters: &str) -> String {
    if letters.is_empty() { name.to_owned() } else { format!("{name} {letters}") }
}

/// Initials as printed, or the first letters of the forenames.
fn initials(name: &Name) -> String {
    if name.initials.is_empty() {
        name.forename.split_whitespace().filter_map(|part| part.chars().next()).collect()
    } else {
        name.initials.clone()
    }
}
