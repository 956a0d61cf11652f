//! What the parts of a fact say, as they may be typed again.

use crate::app::command::{decisions, declare, minutes};
use crate::app::pad::names;
use crate::meeting::fact::{
    Accuracy, Action, Basis, Content, Decision, Declaration, Motion, Move, Movement, Owner, Proposal, PublicQuestion,
    Section, Standing, Turn,
};
use crate::meeting::id::PersonId;
use crate::meeting::state::State;

use super::{course, numbered};

/// A part by its name.
pub(super) struct Read {
    pub name: String,
    pub label: &'static str,
    pub value: String,
}

pub(super) fn part(name: &str, label: &'static str, value: impl Into<String>) -> Read {
    Read { name: name.to_owned(), label, value: value.into() }
}

/// The parts of a fact. One more of what it may have several of is among them, empty.
pub(super) fn parts(state: &State, content: &Content) -> Vec<Read> {
    let person = |id: &PersonId| names::person(state, id);
    match content {
        Content::Point(point) => vec![
            part("text", "What was said", names::point(state, point)),
            part("topic", "Topic", said(point.topic.as_ref())),
            part("list", "List", section(point.section)),
        ],
        Content::LeadIn(lead_in) => vec![part("speaker", "By whom", names::speaker(state, &lead_in.by))],
        Content::Movement(movement) => moved(state, movement),
        Content::Tenure(tenure) => {
            vec![part("person", "Who", person(&tenure.person)), part("reason", "Why", said(tenure.because.as_ref()))]
        }
        Content::Declaration(it) => declared(state, it),
        Content::Minutes(outcome) => {
            let mut parts = accuracy(&outcome.accuracy);
            parts.push(part("set", "Meeting of", outcome.set.format("%-d %B %Y").to_string()));
            parts
        }
        Content::Update(update) => vec![
            part("text", "What was reported", &update.text),
            part("topic", "Topic", &update.topic),
            part("standing", "Where it stands", update.standing.map_or("", Standing::name)),
        ],
        Content::Question(question) => asked(state, question),
        Content::Motion(motion) => moved_formally(state, motion),
        Content::Election(election) => vec![
            part("elected", "Elected", election.elected.as_ref().map(person).unwrap_or_default()),
            part("presiding", "In the chair", election.presiding.as_ref().map(person).unwrap_or_default()),
        ],
        Content::Decision(decision) => decided(decision),
        Content::Action(action) => promised(state, action),
        Content::Recommendation(it) => {
            vec![part("text", "What is recommended", &it.text), part("to", "To whom", &it.to)]
        }
        Content::Mark(mark) => vec![part("label", "What happened", said(mark.label.as_ref()))],
        Content::Note(note) => vec![part("text", "Note", &note.text)],
        Content::Passage(it) => course::passage(state, it),
        Content::Pause(it) => course::pause(it),
        Content::Table(grid) => course::table(grid),
        Content::Nil | Content::Contest(_) | Content::Exclusion(_) | Content::Readmission => Vec::new(),
    }
}

pub(super) fn said(text: Option<&String>) -> String {
    text.cloned().unwrap_or_default()
}

pub(super) const fn section(section: Section) -> &'static str {
    match section {
        Section::Paragraph => "paragraph",
        Section::Highlights => "highlights",
        Section::Discussion => "discussion",
        Section::Remark => "remark",
    }
}

pub(super) const fn way(moved: Move) -> &'static str {
    match moved {
        Move::Arrived => "arrived",
        Move::Left => "left",
        Move::Returned => "returned",
        Move::Disconnected => "disconnected",
        Move::Reconnected => "reconnected",
    }
}

fn declared(state: &State, it: &Declaration) -> Vec<Read> {
    let items: Vec<String> = it.items.iter().map(|item| names::item(state, item)).collect();
    let items = if it.all { "all".to_owned() } else { items.join(", ") };
    let nature = (!it.sensitive).then(|| part("nature", "Nature", said(it.nature.as_ref())));
    let first = [
        part("person", "Who", names::person(state, &it.person)),
        part("items", "In which items, or “all”", items),
        part("kind", "Kind", said(it.kind.as_ref())),
    ];
    let rest = [
        part("consequence", "What follows", it.consequence.map_or("", declare::consequence_name)),
        part("sensitive", "Sensitive: yes or no", if it.sensitive { "yes" } else { "" }),
        part("dispensation", "Dispensation", said(it.dispensation.as_ref())),
        part("part", "Part of the item", said(it.part.as_ref())),
    ];
    first.into_iter().chain(nature).chain(rest).collect()
}

fn moved(state: &State, movement: &Movement) -> Vec<Read> {
    let party = movement.party.as_ref().and_then(|id| state.party(id)).map(|party| party.name.clone());
    let people = party.unwrap_or_else(|| names::everybody(state, &movement.people));
    let for_item = movement.for_item.as_ref().map(|item| names::item(state, item)).unwrap_or_default();
    vec![
        part("people", "Who", people),
        part("kind", "Arrived, left or returned", way(movement.moved)),
        part("manner", "In what manner, or for what", said(movement.manner.as_ref())),
        part("reason", "Why", said(movement.because.as_ref())),
        part("item", "For which item, and no longer", for_item),
    ]
}

pub(super) const fn outcome(accuracy: &Accuracy) -> &'static str {
    match accuracy {
        Accuracy::Agreed => "agreed",
        Accuracy::Amended { .. } => "amended",
        Accuracy::Deferred { .. } => "deferred",
    }
}

/// Amendments or a reason given where there are none change the outcome with them.
fn accuracy(accuracy: &Accuracy) -> Vec<Read> {
    let (changes, because) = match accuracy {
        Accuracy::Agreed => (Vec::new(), None),
        Accuracy::Amended { amendments } => (amendments.iter().map(minutes::amendment_line).collect(), None),
        Accuracy::Deferred { because } => (Vec::new(), because.as_ref()),
    };
    vec![
        part("outcome", "Agreed, amended or deferred", outcome(accuracy)),
        part("amendments", "Amendments", changes.join("; ")),
        part("reason", "Why deferred", said(because)),
    ]
}

fn asked(state: &State, question: &PublicQuestion) -> Vec<Read> {
    let turn = |turn: &Option<Turn>| turn.as_ref().map(|turn| names::turn(state, turn)).unwrap_or_default();
    let kind = if question.statement { "statement" } else { "question" };
    vec![
        part("text", "What was asked", &question.text),
        part("asker", "Who asked", &question.asker),
        part("answer", "Answer", turn(&question.answer)),
        part("supplementary", "Supplementary", said(question.supplementary.as_ref())),
        part("supplementary-answer", "Its answer", turn(&question.supplementary_answer)),
        part("kind", "Question or statement", kind),
    ]
}

fn moved_formally(state: &State, motion: &Motion) -> Vec<Read> {
    let somebody = |id: &Option<PersonId>| id.as_ref().map(|id| names::person(state, id)).unwrap_or_default();
    let first = match &motion.proposal {
        Proposal::Appointment { nominee, .. } => part("nominee", "Nominated", names::person(state, nominee)),
        _ => part("text", "Words", motion.words()),
    };
    let mover = part("mover", "Moved by", somebody(&motion.mover));
    vec![first, mover, part("seconder", "Seconded by", somebody(&motion.seconder))]
}

fn decided(decision: &Decision) -> Vec<Read> {
    let mut parts =
        vec![part("text", "Words", decision.words()), part("verb", "Verb", decisions::verb_name(decision.verb))];
    if let Some(Basis::Declared { method, .. }) = &decision.basis {
        parts.push(part("method", "How", decisions::method_name(*method)));
    }
    let lists = [("reason", "Reason", &decision.reasons), ("condition", "Condition", &decision.conditions)];
    for (name, label, list) in lists {
        let said = list.iter().map(String::as_str).chain([""]).enumerate();
        parts.extend(said.map(|(index, text)| part(&numbered(name, index), label, text)));
    }
    parts
}

pub(super) fn owner(state: &State, owner: Option<&Owner>) -> String {
    match owner {
        None => String::new(),
        Some(Owner::Person(person)) => names::person(state, person),
        Some(Owner::Party(party)) => state.party(party).map(|party| party.name.clone()).unwrap_or_default(),
        Some(Owner::Named(name)) => name.clone(),
    }
}

fn promised(state: &State, action: &Action) -> Vec<Read> {
    vec![
        part("text", "What is to be done", &action.text),
        part("owner", "By whom", owner(state, action.owner.as_ref())),
        part("due", "By when", said(action.due.as_ref())),
        part("standing", "Where it stands", action.standing.name()),
    ]
}
