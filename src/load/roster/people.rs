//! Finding people by what a file calls them, and adding those it describes.

use std::ops::Range;

use crate::load::checker::{Checker, LINE, suggestion};
use crate::load::key;
use crate::load::name;
use crate::load::table::{PersonTable, PersonValue, Text};
use crate::load::value::LineOr;
use crate::meeting::id::{GroupId, PersonId};
use crate::meeting::name::initials_of;
use crate::meeting::people::{GroupKind, Name, Person, Pronoun};
use crate::text::{cut, fold};

use super::Roster;

const PRONOUNS: [(&str, Pronoun); 3] = [("he", Pronoun::He), ("she", Pronoun::She), ("they", Pronoun::They)];

impl Roster<'_, '_> {
    /// Adds the people of the file's own list. A key or a name that the list has already is an error.
    pub(super) fn add_people(&mut self, values: &[PersonValue]) {
        let mut here: Vec<PersonId> = Vec::new();
        for value in values {
            let Some(id) = self.person(value, false) else { continue };
            if here.contains(&id) {
                let hint = "Take one of them away, or give it a key of its own";
                self.checker.error(&value.span(), format!("'{id}' is on this list twice"), hint);
            }
            here.push(id);
        }
    }

    /// The person that `value` refers to or describes.
    ///
    /// A line that names somebody known refers to them, and so does a table with their key or name, which also changes
    /// what it gives. With `refers`, a single word can only refer, so that a slip in a key adds nobody.
    pub(super) fn person(&mut self, value: &PersonValue, refers: bool) -> Option<PersonId> {
        match value.get_ref() {
            LineOr::Line(line) => {
                let known = self.known(line);
                if let [id] = known.as_slice() {
                    return Some(id.clone());
                }
                let line = self.checker.clean(line, &value.span(), "line", LINE);
                if known.len() > 1 || (refers && !line.contains(char::is_whitespace)) {
                    return self.no_such(&line, &value.span());
                }
                let read = name::line(&line);
                let person = Person {
                    post: read.post,
                    organisation: read.organisation,
                    ..Person::new(PersonId::from(""), read.name)
                };
                self.put(person, None, &value.span())
            }
            LineOr::Table(table) => self.table(table, &value.span()),
        }
    }

    /// The person whom a text names by key, handle or name. Nobody, or several, is an error.
    pub(in crate::load) fn refer(&mut self, value: &Text) -> Option<PersonId> {
        match self.known(value.get_ref()).as_slice() {
            [id] => Some(id.clone()),
            _ => self.no_such(value.get_ref(), &value.span()),
        }
    }

    fn no_such(&mut self, text: &str, span: &Range<usize>) -> Option<PersonId> {
        let known = self.known(text);
        if known.len() > 1 {
            let keys: Vec<&str> = known.iter().map(PersonId::as_str).collect();
            let hint = format!("Write the key of the one meant: {}", keys.join(", "));
            self.checker.error(span, format!("'{}' could be {} people", cut(text, 60), known.len()), hint);
            return None;
        }
        let mut spellings: Vec<String> = Vec::new();
        for person in &self.body.people {
            spellings.push(person.id.as_str().to_owned());
            spellings.extend(person.handles.iter().cloned());
            spellings.extend(name::spellings(&person.name));
        }
        let hint = match suggestion(text, &spellings.iter().map(String::as_str).collect::<Vec<_>>()) {
            near if near.starts_with("Did you mean") => near,
            _ => "Write a name as this file or the body's has it, or list the person under [[person]]".to_owned(),
        };
        self.checker.error(span, format!("there is nobody called '{}'", cut(text, 60)), hint);
        None
    }

    fn known(&self, text: &str) -> Vec<PersonId> {
        let folded = fold(text.trim());
        let key = self.body.people.iter().find(|person| person.id.as_str() == folded);
        let handle =
            || self.body.people.iter().find(|person| person.handles.iter().any(|handle| fold(handle) == folded));
        if let Some(person) = key.or_else(handle) {
            return vec![person.id.clone()];
        }
        // The name with what the line says of post and organisation left off.
        let read = name::line(text).name;
        let mut found = self.spelt(&fold(&Name { letters: String::new(), ..read.clone() }.full()));
        if found.is_empty() {
            // One of the two is written with a title, the other without.
            found = self.spelt(&fold(&Name { title: String::new(), letters: String::new(), ..read.clone() }.full()));
        }
        if found.len() > 1 {
            let exact = |id: &PersonId| self.named(id).is_some_and(|name| fold(&name.full()) == fold(&read.full()));
            if found.iter().filter(|id| exact(id)).count() == 1 {
                found.retain(exact);
            }
        }
        found
    }

    /// Those who may be named so in full.
    fn spelt(&self, wanted: &str) -> Vec<PersonId> {
        let named = |person: &&Person| name::spellings(&person.name).iter().any(|spelling| fold(spelling) == wanted);
        self.body.people.iter().filter(named).map(|person| person.id.clone()).collect()
    }

    fn named(&self, id: &PersonId) -> Option<&Name> {
        self.body.people.iter().find(|person| person.id == *id).map(|person| &person.name)
    }

    fn table(&mut self, table: &PersonTable, span: &Range<usize>) -> Option<PersonId> {
        let key = table.key.as_ref().map(|key| self.checker.key(key));
        let line = self.checker.maybe(table.name.as_ref(), "name").map(|line| name::line(&line));
        let known = match (&key, &table.name) {
            (Some(key), _) => Some(PersonId::from(key.as_str())),
            (None, Some(name)) => match self.known(name.get_ref()).as_slice() {
                [id] => Some(id.clone()),
                _ => None,
            },
            (None, None) => None,
        };
        let before = known.and_then(|id| self.body.people.iter().find(|person| person.id == id).cloned());
        let mut person = before.clone().unwrap_or_else(|| Person::new(PersonId::from(""), Name::default()));
        if let Some(line) = line {
            person.name = if before.is_some() && key.is_none() { person.name } else { line.name };
            person.post = line.post.or(person.post);
            person.organisation = line.organisation.or(person.organisation);
        }
        name_parts(self.checker, &mut person.name, table);
        self.details(&mut person, table);
        match before {
            Some(_) => {
                self.people.push((person.id.clone(), span.clone()));
                let id = person.id.clone();
                if let Some(place) = self.body.people.iter_mut().find(|known| known.id == id) {
                    *place = person;
                }
                Some(id)
            }
            None => self.put(person, key, span),
        }
    }

    fn among_members(&self, person: &Person) -> bool {
        let group = self.body.groups.iter().find(|group| person.group.as_ref() == Some(&group.id));
        group.is_some_and(|group| group.kind == GroupKind::Members)
    }

    fn details(&mut self, person: &mut Person, table: &PersonTable) {
        let pronoun = table.pronoun.as_ref().and_then(|word| self.checker.choice(word, "pronoun", &PRONOUNS));
        person.pronoun = pronoun.unwrap_or(person.pronoun);
        person.post = self.checker.maybe(table.post.as_ref(), "post").or(person.post.take());
        person.organisation =
            self.checker.maybe(table.organisation.as_ref(), "organisation").or(person.organisation.take());
        person.authority = self.checker.maybe(table.authority.as_ref(), "authority").or(person.authority.take());
        person.political_group =
            self.checker.maybe(table.political_group.as_ref(), "political group").or(person.political_group.take());
        person.called = self.checker.maybe(table.called.as_ref(), "words for a person").or(person.called.take());
        if let Some(group) = &table.group {
            person.group = self.group(group).or(person.group.take());
        }
        // Whoever is listed with the members and has no seat is a substitute, who comes only when asked.
        let listed = table.group.is_some() && !self.among_members(person);
        person.usual = table.usual.unwrap_or(person.usual || listed);
        for handle in &table.handles {
            let text = self.checker.word(handle, "handle");
            let holds =
                |other: &Person| other.id != person.id && (other.id.as_str() == text || other.handles.contains(&text));
            if let Some(other) = self.body.people.iter().find(|other| holds(other)) {
                let what = format!("the handle '{text}' already means {}", other.name.full());
                self.checker.error(&handle.span(), what, "Choose another handle for one of them");
            } else if !person.handles.contains(&text) {
                person.handles.push(text);
            }
        }
    }

    fn group(&mut self, named: &Text) -> Option<GroupId> {
        let groups = &self.body.groups;
        let found = groups.iter().find(|group| group.id.as_str() == named.get_ref()).map(|group| group.id.clone());
        if found.is_none() {
            let known: Vec<&str> = groups.iter().map(|group| group.id.as_str()).collect();
            let hint = suggestion(named.get_ref(), &known);
            self.checker.error(&named.span(), format!("there is no group '{}'", named.get_ref()), hint);
        }
        found
    }

    /// Adds a person, with the key given or the first free of: surname, initials and surname, forename and surname.
    fn put(&mut self, mut person: Person, key: Option<String>, span: &Range<usize>) -> Option<PersonId> {
        if !person.name.surname.chars().any(char::is_alphabetic) {
            self.checker.error(span, "this person has no name", "Write the name, for instance \"Councillor A Smith\"");
            return None;
        }
        let key = key.unwrap_or_else(|| {
            key::person(&person.name, |key| self.body.people.iter().any(|person| person.id.as_str() == key))
        });
        person.id = PersonId::from(key);
        let id = person.id.clone();
        self.people.push((id.clone(), span.clone()));
        self.body.people.push(person);
        Some(id)
    }

    /// Warns where two people have the same name and nothing short tells them apart.
    pub(super) fn check_twins(&mut self) {
        let known = |person: &Person| fold(&format!("{} {}", person.name.initials, person.name.surname));
        let told = |person: &Person| !person.handles.is_empty();
        for (id, span) in std::mem::take(&mut self.people) {
            let Some(at) = self.body.people.iter().position(|person| person.id == id) else { continue };
            let Some(person) = self.body.people.get(at) else { continue };
            let twin = self.body.people.iter().take(at).find(|other| known(other) == known(person));
            if let Some(twin) = twin.filter(|twin| !told(twin) && !told(person)) {
                let (one, other) = (twin.full(), person.full());
                let what = format!("{one} and {other} have the same surname and initials");
                self.checker.warn(&span, what, "Give each a handle to type, for instance handles = [\"js1\"]");
            }
        }
    }
}

fn name_parts(checker: &mut Checker<'_>, name: &mut Name, table: &PersonTable) {
    let mut given =
        |value: Option<&Text>, what: &str| value.map(|value| checker.clean(value.get_ref(), &value.span(), what, LINE));
    let surname = given(table.surname.as_ref(), "surname");
    if let Some(surname) = surname {
        name.set_surname(&surname);
    }
    let mut set = |part: &mut String, value: Option<&Text>, what: &str| {
        if let Some(value) = given(value, what) {
            *part = value;
        }
    };
    set(&mut name.title, table.title.as_ref(), "title");
    set(&mut name.forename, table.forename.as_ref(), "forename");
    set(&mut name.letters, table.letters.as_ref(), "letters behind a name");
    if table.forename.is_some() && table.initials.is_none() {
        name.initials = initials_of(&name.forename.split_whitespace().collect::<Vec<_>>());
    }
    set(&mut name.initials, table.initials.as_ref(), "initials");
    name.initials = name.initials.replace(['.', ' '], "");
}
