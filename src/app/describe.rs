//! What an entry recorded, in a few words for the clerk.

use crate::meeting::event::{Entry, Event, Presence, Sitting, Turning};
use crate::meeting::fact::{Content, Move, Turn};
use crate::meeting::id::{ItemId, PersonId};
use crate::meeting::people::Person;
use crate::meeting::state::State;
use crate::text::cut;

/// The widest piece of text that is quoted, in cells.
const QUOTED: usize = 48;

/// What an entry recorded: its most telling event, and how many more there are.
pub fn describe(state: &State, entry: &Entry) -> String {
    let events: Vec<&Event> = entry.public.iter().chain(&entry.private).collect();
    let telling =
        |event: &&&Event| matches!(event, Event::Recorded { content, .. } if !matches!(content, Content::LeadIn(_)));
    let first = events.iter().find(telling).or(events.first());
    let what = first.map_or_else(|| "nothing".to_owned(), |event| of_event(state, event));
    match events.len() {
        0 | 1 => what,
        more => format!("{what} (and {} more)", more - 1),
    }
}

fn of_event(state: &State, event: &Event) -> String {
    match event {
        Event::Turned { turning, .. } => of_turning(state, turning),
        Event::Recorded { content, .. } => of_content(state, content),
        Event::Changed { content, .. } => format!("a change of {}", of_content(state, content)),
        Event::Moved { .. } => "a fact moved".to_owned(),
        Event::Struck { .. } => "a fact struck out".to_owned(),
        Event::Person { person } => format!("{} on the roll", person.short()),
        Event::ItemAdded { item, .. } => format!("the new item “{}”", item.title),
        Event::ItemState { item, .. } => format!("what became of “{}”", title(state, item)),
        Event::ItemPaper { item, .. } => format!("what is known of “{}”", title(state, item)),
        Event::ItemTitle { title, .. } => format!("the title “{title}”"),
        Event::Plan { .. } => "a change of the plan".to_owned(),
        Event::Overruled { name, .. } => format!("the finding “{name}” let stand"),
        Event::Retimed { at, .. } => format!("a time corrected to {}", state.local(at.time).format("%H:%M")),
        Event::Adopted { .. } => "changes of the files taken over".to_owned(),
        Event::Clock { .. } => "a jump of the clock".to_owned(),
        Event::Opened(_) => "the beginning of the record".to_owned(),
        Event::Undone { entry } => format!("entry #{entry} taken back"),
        Event::Redone { entry } => format!("entry #{entry} done again"),
    }
}

fn of_turning(state: &State, turning: &Turning) -> String {
    match turning {
        Turning::Presence { person, to, .. } => format!("{} {}", name(state, person), presence(*to)),
        Turning::Mode { person, .. } => format!("how {} attends", name(state, person)),
        Turning::Substitute { by: Some(person), .. } => format!("{} as substitute", name(state, person)),
        Turning::Substitute { by: None, .. } => "the end of a substitution".to_owned(),
        Turning::Presiding { person: Some(person) } => format!("{} in the chair", name(state, person)),
        Turning::Presiding { person: None } => "nobody in the chair".to_owned(),
        Turning::Office { .. } => "an office filled".to_owned(),
        Turning::Room { .. } => "the room opened or closed to the public".to_owned(),
        Turning::Sitting { to } => match to {
            Sitting::Before => "the meeting not begun".to_owned(),
            Sitting::Sitting => "the call to order".to_owned(),
            Sitting::Adjourned => "the adjournment".to_owned(),
            Sitting::Closed => "the close of the meeting".to_owned(),
        },
        Turning::Item { item: Some(item) } => format!("the room at “{}”", title(state, item)),
        Turning::Finish { to } => format!("the finish time put to {}", state.local(*to).format("%H:%M")),
        Turning::Clerk { name } => format!("the record handed over to {name}"),
        Turning::Item { item: None } => "the room between items".to_owned(),
    }
}

const fn presence(to: Presence) -> &'static str {
    match to {
        Presence::Unaccounted => "not accounted for",
        Presence::Present => "present",
        Presence::Apologies => "with apologies",
        Presence::Absent => "absent",
        Presence::Left => "gone",
    }
}

fn of_content(state: &State, content: &Content) -> String {
    let words = |what: &str, text: &str| format!("{what} “{}”", cut(text, QUOTED));
    match content {
        Content::Point(point) => words("the point", point.turns.first().map_or("", |Turn { text, .. }| text)),
        Content::LeadIn(_) => "a lead-in".to_owned(),
        Content::Movement(movement) => {
            let who: Vec<String> = movement.people.iter().map(|person| name(state, person)).collect();
            let how = match movement.moved {
                Move::Arrived => "arriving",
                Move::Left => "leaving",
                Move::Returned => "returning",
            };
            format!("{} {how}", cut(&who.join(", "), QUOTED))
        }
        Content::Nil => "a nil entry".to_owned(),
        Content::Declaration(declaration) => format!("the interest of {}", name(state, &declaration.person)),
        Content::Minutes(_) => "the earlier minutes dealt with".to_owned(),
        Content::Update(update) => words("the update on", &update.topic),
        Content::Question(question) => words("the question", &question.text),
        Content::Motion(_) => "a nomination or motion".to_owned(),
        Content::Election(_) => "an election".to_owned(),
        Content::Contest(_) => "a choice between motions".to_owned(),
        Content::Decision(decision) => words("the decision", decision.words()),
        Content::Action(action) => words("the undertaking", &action.text),
        Content::Recommendation(recommendation) => words("the recommendation", &recommendation.text),
        Content::Passage(passage) => words("the passage", &passage.text),
        Content::Pause(_) => "a pause".to_owned(),
        Content::Table(_) => "a table".to_owned(),
        Content::Mark(_) => "a time mark".to_owned(),
        Content::Note(_) => "a private note".to_owned(),
    }
}

fn name(state: &State, person: &PersonId) -> String {
    state.person(person).map_or_else(|| person.to_string(), Person::short)
}

fn title(state: &State, item: &ItemId) -> String {
    let title = state.item(item).map_or(item.as_str(), |item| &item.agenda.title);
    cut(title, QUOTED).into_owned()
}

/// A fact in a few words.
pub(super) fn content(state: &State, fact: &crate::meeting::fact::Fact) -> String {
    of_content(state, &fact.content)
}
