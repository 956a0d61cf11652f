//! Declarations of interest: who, in which items, of what kind, of what nature; and those there are, to be put right.

use super::form::Asking;
use super::list::{Cursor, guarded, hint, letter, picked};
use super::mend::Mend;
use super::question::{Answers, Possible, Question};
use super::{Pad, Step, names};
use crate::app::interests;
use crate::app::key::{Code, Key};
use crate::app::session::Session;
use crate::app::view::{PadView, Row, Tone};
use crate::meeting::agenda::ItemKind;
use crate::meeting::event::Presence;
use crate::meeting::fact::{Content, Declaration};
use crate::meeting::id::{FactId, PersonId};
use crate::meeting::state::State;

/// The pad.
#[derive(Clone, Debug, Default)]
pub struct Declare {
    cursor: Cursor,
}

/// A kind that is not on the body's list, to be typed.
const OTHER: &str = "?";

/// What begins an argument in the command line.
const LEADS: [&str; 9] = ["in", "part", "kind", "and stay", "and leave", "and", "sensitive", "dispensation", "because"];

/// What a row of the list is for.
enum Of<'a> {
    /// An interest of which notice was given, ready to be declared.
    Noticed(&'a Declaration),
    /// Somebody who may declare an interest.
    Person(&'a PersonId),
    /// A declaration, to be put right.
    Declared(FactId, &'a Declaration),
}

/// What notice was given of, then members, then everybody else who is there, then what was declared so far.
fn rows(state: &State) -> Vec<Of<'_>> {
    let members: Vec<&PersonId> = state.sitting_members().map(|(_, person)| person).collect();
    let there = |id: &&PersonId| state.presence(id) == Presence::Present && !members.contains(id);
    let others: Vec<&PersonId> = state.people().map(|person| &person.id).filter(there).collect();
    let mut declared: Vec<FactId> = state.declared().collect();
    declared.sort_unstable();
    let declared = declared.into_iter().filter_map(|id| match state.content(id) {
        Some(Content::Declaration(declaration)) => Some(Of::Declared(id, declaration)),
        _ => None,
    });
    let noticed = state.noticed().map(Of::Noticed);
    noticed.chain(members.into_iter().chain(others).map(Of::Person)).chain(declared).collect()
}

fn row(session: &Session, index: usize, of: &Of<'_>) -> Row {
    let state = session.state();
    let key = letter(index, "");
    match of {
        Of::Noticed(notice) => {
            let (text, note) = (interests::in_short(state, notice), "notice was given; declares it".to_owned());
            Row { key, mark: "§".into(), text, note, tone: Tone::Warning }
        }
        Of::Person(person) => Row { key, text: names::shown(session, person), ..Row::default() },
        Of::Declared(_, declaration) => {
            let text = interests::in_short(state, declaration);
            let note = format!("{}; to put right", interests::effect(declaration));
            Row { key, mark: "✓".into(), text, note, tone: Tone::Good }
        }
    }
}

/// What was answered so far.
#[derive(Clone, Debug, Default)]
struct Said {
    start: String,
    items: String,
    kind: String,
    nature: String,
    /// What else is said: `sensitive`, `dispensation` or `part`.
    also: String,
    dispensation: String,
    part: String,
}

impl Said {
    fn of(start: &str, answers: &Answers) -> Self {
        let [items, kind, nature, also] = [0, 1, 2, 3].map(|index| answers.get(index).to_owned());
        Self { start: start.to_owned(), items, kind, nature, also, ..Self::default() }
    }

    /// What notice was given of.
    fn noticed(state: &State, notice: &Declaration) -> Self {
        let items: Vec<String> = notice.items.iter().map(|item| names::item(state, item)).collect();
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        Self {
            start: format!("declare {}", names::person(state, &notice.person)),
            items: if notice.all { "all".to_owned() } else { items.join(", ") },
            kind: text(&notice.kind),
            nature: text(&notice.nature),
            also: if notice.sensitive { "sensitive".to_owned() } else { String::new() },
            dispensation: text(&notice.dispensation),
            part: text(&notice.part),
        }
    }

    /// Asks for what is still to be typed, or records it.
    fn next(self) -> Step {
        match self.also.as_str() {
            _ if self.kind == OTHER => self.ask("Of what kind", |said, text| said.kind = text),
            "dispensation" if self.dispensation.is_empty() => {
                self.ask("Which dispensation, such as: to speak and vote", |said, text| said.dispensation = text)
            }
            "part" if self.part.is_empty() => {
                self.ask("In which part of the item, or which minute", |said, text| said.part = text)
            }
            _ => Step::Run(vec![self.line()]),
        }
    }

    fn ask(self, label: &str, put: fn(&mut Self, String)) -> Step {
        Step::Ask(Asking::new([Question::text(label).needed()], move |answers| {
            let mut said = self.clone();
            put(&mut said, answers.get(0).to_owned());
            said.next()
        }))
    }

    fn line(&self) -> String {
        let sensitive = self.also == "sensitive";
        let given =
            |(lead, text): (&str, &String)| (!text.is_empty()).then(|| format!("{lead} {}", guarded(text, &LEADS)));
        let parts =
            [("in", &self.items), ("part", &self.part), ("kind", &self.kind), ("dispensation", &self.dispensation)];
        let last = if sensitive { Some("sensitive".to_owned()) } else { given(("because", &self.nature)) };
        let words = std::iter::once(self.start.clone()).chain(parts.into_iter().filter_map(given)).chain(last);
        words.collect::<Vec<_>>().join(" ")
    }
}

fn asking(session: &Session, person: &PersonId) -> Asking {
    let state = session.state();
    let questions = [
        in_which(state),
        of_what_kind(state),
        Question::text("Nature; nothing where it is sensitive"),
        Question::choice(
            "Enter records it, unless",
            vec![
                Possible::new("sensitive", "its nature is sensitive", "and is not recorded"),
                Possible::new("dispensation", "there is a dispensation", ""),
                Possible::new("part", "it is in a part of the item only", ""),
            ],
        ),
    ];
    let start = format!("declare {}", names::person(state, person));
    let asking = Asking::new(questions, move |answers| Said::of(&start, answers).next());
    asking.about(format!("{} declares an interest.", names::shown(session, person)))
}

/// The room's item is offered, unless it is the one for declarations.
fn in_which(state: &State) -> Question {
    let room = state.room_item().and_then(|id| state.item(id));
    let room = room.filter(|item| item.agenda.kind != ItemKind::Declarations);
    let offered = room.map(|item| names::item(state, &item.agenda.id)).unwrap_or_default();
    let all = Possible::new("all", "All the business of the meeting", "");
    Question::item("In which items", state).or(all).several().offering(&offered)
}

/// One of the body's list by its letter; where it has none, in words.
fn of_what_kind(state: &State) -> Question {
    let kinds = &state.body().rules.interests;
    if kinds.is_empty() {
        return Question::text("Kind, such as disclosable pecuniary");
    }
    let listed =
        kinds.iter().map(|kind| Possible::new(&*kind.name, &*kind.name, interests::consequence(kind.consequence)));
    Question::choice("Of what kind", listed.chain([Possible::new(OTHER, "another kind", "to be typed")]).collect())
}

impl Pad for Declare {
    fn view(&self, session: &Session) -> PadView {
        let rows = rows(session.state());
        PadView {
            title: "Declarations of interest".into(),
            lead: Some("Who declares an interest?".to_owned()),
            rows: rows.iter().enumerate().map(|(index, of)| row(session, index, of)).collect(),
            chosen: self.cursor.within(rows.len()),
            hints: vec![hint("Enter", "go on"), hint("Esc", "back")],
            ..PadView::default()
        }
    }

    fn key(&mut self, key: Key, session: &Session) -> Step {
        let rows = rows(session.state());
        if self.cursor.key(key, rows.len()) {
            return Step::Stay;
        }
        let row = match key.code {
            Code::Esc => return Step::Close,
            Code::Enter => self.cursor.within(rows.len()),
            _ => picked(key, rows.len(), ""),
        };
        match row.and_then(|row| rows.get(row)) {
            None => Step::Pass,
            Some(Of::Noticed(notice)) => Step::Run(vec![Said::noticed(session.state(), notice).line()]),
            Some(Of::Person(person)) => Step::Ask(asking(session, person)),
            Some(Of::Declared(id, _)) => match Mend::new(session.state(), *id) {
                Some(pad) => Step::Become(Box::new(pad)),
                None => Step::Stay,
            },
        }
    }
}
