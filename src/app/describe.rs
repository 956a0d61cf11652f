//! What an entry recorded, in a few words for the clerk.

use crate::meeting::agenda::Office;
use crate::meeting::event::{Entry, Event, ItemState, Presence, Sitting, Turning};
use crate::meeting::fact::{
    Accuracy, Audience, Content, Ground, Held, LeadIn, Motion, Move, Proposal, Section, Tenure, Turn,
};
use crate::meeting::id::{FactId, ItemId, PersonId};
use crate::meeting::people::Person;
use crate::meeting::stage::Reached;
use crate::meeting::state::State;
use crate::text::cut;

/// The widest piece of text that is quoted, in cells.
const QUOTED: usize = 48;

/// What an entry recorded: its most telling event, how many more there are that do not go without saying, and who asked
/// for it where that is known.
pub fn describe(state: &State, entry: &Entry) -> String {
    let events: Vec<&Event> = entry.public.iter().chain(&entry.private).collect();
    let Some(first) = events.iter().min_by_key(|event| rank(event)) else { return "nothing".to_owned() };
    let what = of_event(state, first);
    let said = if rank(first) < FOLLOWS { FOLLOWS } else { u8::MAX };
    let what = match events.iter().filter(|event| rank(event) < said).count() {
        0 | 1 => what,
        more => format!("{what} (and {} more)", more - 1),
    };
    match entry.asked_by() {
        Some(by) => format!("{what}, asked for by {by}"),
        None => what,
    }
}

/// From this rank on, events follow from a more telling one and go without saying beside it.
const FOLLOWS: u8 = 3;

/// How telling an event is; the least tells most.
fn rank(event: &Event) -> u8 {
    match event {
        Event::Recorded { content: Content::Election(_), .. } => 0,
        Event::Changed { content: Content::Election(_), .. } => 1,
        Event::Recorded { content: Content::Motion(_), .. } | Event::Changed { content: Content::Motion(_), .. } => 3,
        Event::Recorded { content: Content::LeadIn(_), .. } => 4,
        Event::Turned { .. } | Event::TurnedAnew { .. } => 5,
        Event::Stage { reached: Reached::Draft } => 6,
        Event::Asked { .. } => 7,
        _ => 2,
    }
}

pub(super) fn of_event(state: &State, event: &Event) -> String {
    let recorded = |id: &FactId| state.fact(*id).map_or_else(|| "a fact".to_owned(), |fact| content(state, fact));
    match event {
        Event::Turned { turning, .. } | Event::TurnedAnew { turning, .. } => of_turning(state, turning),
        Event::Recorded { item, content: Content::Nil, .. } => {
            format!("the nil entry under “{}”", title(state, item))
        }
        Event::Recorded { content, .. } => of_content(state, content),
        Event::Changed { content, .. } => format!("a change of {}", of_content(state, content)),
        Event::Published { content, .. } => format!("{} as everybody reads it", of_content(state, content)),
        Event::Moved { id, .. } => format!("the move of {}", recorded(id)),
        Event::Struck { id, .. } => format!("the striking out of {}", recorded(id)),
        Event::Person { person } => format!("{} on the roll", person.short()),
        Event::Seated { holder: Some(person), .. } => format!("a seat for {}", name(state, person)),
        Event::Seated { holder: None, .. } => "a seat vacant".to_owned(),
        Event::ItemAdded { item, .. } => format!("the new item “{}”", cut(&item.title, QUOTED)),
        Event::ItemState { item, state: became } => {
            let became = match became {
                ItemState::Open => "taken up",
                ItemState::Skipped => "skipped",
                ItemState::Deferred { .. } => "deferred",
                ItemState::Withdrawn { .. } => "withdrawn",
                ItemState::Merged { .. } => "taken with another item",
            };
            format!("“{}” {became}", title(state, item))
        }
        Event::ItemPaper { item, .. } => format!("what is known of “{}”", title(state, item)),
        Event::ItemTitle { title, .. } => format!("the title “{}”", cut(title, QUOTED)),
        Event::Plan { .. } => "a change of the plan of meetings".to_owned(),
        Event::Overruled { name, .. } => format!("the finding “{name}” let stand"),
        Event::Retimed { at, .. } => format!("a time corrected to {}", state.local(at.time).format("%H:%M")),
        Event::Adopted(adoption) => match adoption.differences.as_slice() {
            [] => "changes of the files taken over".to_owned(),
            [only] => format!("taken over from the files: {only}"),
            [first, more @ ..] => format!("taken over from the files: {first} (and {} more changes)", more.len()),
        },
        Event::Clock { .. } => "a jump of the clock".to_owned(),
        Event::Opened(_) => "the beginning of the record".to_owned(),
        Event::Stub { title: Some(title), .. } | Event::PublicTitle { title, .. } => {
            format!("the public title “{}”", cut(title, QUOTED))
        }
        Event::Stub { withdrawn: true, .. } => "something decided in private struck out".to_owned(),
        Event::Stub { title: None, .. } => "something decided in private".to_owned(),
        Event::Redacted { events, .. } => format!("words taken out of the public record ({})", events.len()),
        Event::Withheld { .. } | Event::Kept { .. } => "something private".to_owned(),
        Event::Stage { reached } => stage(reached),
        Event::Asked { by } => format!("asked for by {by}"),
        Event::Undone { entry } => format!("entry #{entry} taken back"),
        Event::Redone { entry } => format!("entry #{entry} done again"),
    }
}

fn stage(reached: &Reached) -> String {
    let day = |date: chrono::NaiveDate| date.format("%-d %B %Y");
    match reached {
        Reached::Draft => "the minutes a draft again".to_owned(),
        Reached::Checked { .. } => "the minutes checked".to_owned(),
        Reached::Published => "the minutes published as a draft".to_owned(),
        Reached::Approved(approval) => format!(
            "the minutes approved by the {} on {} (its entry #{}, sum {})",
            approval.body,
            day(approval.date),
            approval.entry,
            approval.sum
        ),
        Reached::Signed(signature) => {
            format!("the minutes signed by {} as of entry #{}", signature.by, signature.entry)
        }
    }
}

fn of_turning(state: &State, turning: &Turning) -> String {
    match turning {
        Turning::Presence { person, to, .. } => format!("{} {}", name(state, person), presence(*to)),
        Turning::Mode { person, .. } => format!("how {} attends", name(state, person)),
        Turning::Substitute { seat, by, .. } => {
            let holder = state.seat(seat).and_then(|seat| seat.holder.as_ref());
            let place = holder.map_or_else(|| format!("the seat “{seat}”"), |holder| name(state, holder));
            match by {
                Some(person) => format!("{} as substitute for {place}", name(state, person)),
                None => format!("the end of the substitution for {place}"),
            }
        }
        Turning::Public { count } => format!("{count} of the public"),
        Turning::Presiding { person: Some(person), .. } => format!("{} in the chair", name(state, person)),
        Turning::Presiding { person: None, .. } => "nobody in the chair".to_owned(),
        Turning::Office { office, person: Some(person) } => format!("{} as {}", name(state, person), role(*office)),
        Turning::Office { office, person: None } => format!("nobody as {}", role(*office)),
        Turning::Room { to: Audience::Public } => "the room opened to the public".to_owned(),
        Turning::Room { to: Audience::Private } => "the room closed to the public".to_owned(),
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
    // Asterisks are for print.
    let words = |what: &str, text: &str| format!("{what} “{}”", cut(&text.replace('*', ""), QUOTED));
    match content {
        Content::Point(point) => words("the point", point.turns.first().map_or("", |Turn { text, .. }| text)),
        Content::LeadIn(LeadIn { section: Section::Highlights, .. }) => "the lead-in to the highlights".to_owned(),
        Content::LeadIn(_) => "the lead-in to the discussion".to_owned(),
        Content::Movement(movement) => {
            let who: Vec<String> = movement.people.iter().map(|person| name(state, person)).collect();
            let how = match movement.moved {
                Move::Arrived => "arriving",
                Move::Left => "leaving",
                Move::Returned => "returning",
                Move::Disconnected => "losing the connection",
                Move::Reconnected => "connected again",
            };
            format!("{} {how}", cut(&who.join(", "), QUOTED))
        }
        Content::Tenure(tenure) => held(state, tenure),
        Content::Nil => "a nil entry".to_owned(),
        Content::Declaration(declaration) => format!("the interest declared by {}", name(state, &declaration.person)),
        Content::Minutes(outcome) => {
            let became = match outcome.accuracy {
                Accuracy::Agreed => "agreed",
                Accuracy::Amended { .. } => "agreed as amended",
                Accuracy::Deferred { .. } => "deferred",
            };
            format!("the minutes of {} {became}", outcome.set.format("%-d %B %Y"))
        }
        Content::Update(update) => words("the update on", &update.topic),
        Content::Question(question) => {
            let what = if question.statement { "statement" } else { "question" };
            words(&format!("the {what} of {},", question.asker), &question.text)
        }
        Content::Motion(Motion { proposal: Proposal::Appointment { office, nominee, .. }, .. }) => {
            format!("the nomination of {} as {}", name(state, nominee), role(*office))
        }
        Content::Motion(motion) => words("the motion", motion.versions.last().map_or("", |version| &version.words)),
        Content::Election(election) => {
            let who = election.elected.as_ref().map_or_else(|| "nobody".to_owned(), |person| name(state, person));
            format!("the election of {who} as {}", role(election.office))
        }
        Content::Decision(decision) if decision.basis.is_none() => words("the draft", decision.words()),
        Content::Contest(_) => "a choice between motions".to_owned(),
        Content::Decision(decision) => words("the decision", decision.words()),
        Content::Action(action) => words("the undertaking", &action.text),
        Content::Recommendation(recommendation) => words("the recommendation", &recommendation.text),
        Content::Passage(passage) => words("the passage", &passage.text),
        Content::Pause(_) => "a pause".to_owned(),
        Content::Table(_) => "a table".to_owned(),
        Content::Exclusion(exclusion) => match exclusion.ground {
            Ground::NotExcluded => "that the public stays".to_owned(),
            Ground::Exempt | Ground::Confidential { .. } | Ground::Prejudicial { .. } | Ground::Other { .. } => {
                "the exclusion of the public".to_owned()
            }
        },
        Content::Readmission => "the return of the public".to_owned(),
        Content::Mark(mark) => {
            mark.label.as_ref().map_or_else(|| "a time mark".to_owned(), |it| words("the time mark", it))
        }
        Content::Note(_) => "a private note".to_owned(),
    }
}

fn held(state: &State, tenure: &Tenure) -> String {
    let what = match tenure.held {
        Held::InTheChair | Held::BackInTheChair => "in the chair",
        Held::CoOpted => "co-opted",
        Held::Accepted => "accepting office",
        Held::Resigned => "resigning",
        Held::Removed => "removed from office",
    };
    format!("{} {what}", name(state, &tenure.person))
}

const fn role(office: Office) -> &'static str {
    match office {
        Office::Chair => "Chair",
        Office::ViceChair => "Vice-Chair",
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::sample;

    #[test]
    fn undo_says_what_it_takes_in_a_clerks_words() {
        for (line, wanted) in [
            ("elect Sharp by Leigh seconded Gowing for chair", "the election of Councillor Sharp as Chair"),
            ("nominate Sharp by Leigh for vice-chair", "the nomination of Councillor Sharp as Vice-Chair"),
            ("leave Sharp, Gowing", "Councillor Sharp, Councillor Gowing leaving"),
            ("arrive Tyler", "Councillor Tyler arriving"),
            ("declare Barkham in 9", "the interest declared by Councillor Barkham"),
            ("go 14 // nil", "the nil entry under “Meeting Dates and Agenda Plan”"),
            ("minutes deferred for 15 March 2023", "the minutes of 15 March 2023 deferred"),
            ("update logo - none", "the update on “logo”"),
            ("question Ann Hill: why?", "the question of Ann Hill, “why?”"),
            ("statement Ann Hill: it is missed.", "the statement of Ann Hill, “it is missed.”"),
            ("draft That it be so", "the draft “That it be so”"),
            ("decide That it be so", "the decision “That it be so”"),
            ("reason it was good", "a change of the decision “The Panel AGREED to"),
            ("undertake pcc: send it", "the undertaking “send it”"),
            ("recommend The Commissioner: report", "the recommendation “report”"),
            ("lead-in discussion", "the lead-in to the discussion"),
            ("mark", "a time mark"),
            ("mark a bell", "the time mark “a bell”"),
            ("note call her", "a private note"),
            ("point sb more foxes", "the point “more foxes”"),
            ("strike 9(1)", "the striking out of the point “fox hunting”"),
            ("move 9(1) after 9(2)", "the move of the point “fox hunting”"),
            ("substitute Hogg for Barkham", "Councillor Hogg as substitute for Councillor Barkham (and"),
            ("preside George", "Claire George in the chair"),
            ("skip 14", "“Meeting Dates and Agenda Plan” skipped"),
        ] {
            let mut session = sample::busy();
            sample::run_all(&mut session, &line.split(" // ").collect::<Vec<_>>());
            let said = session.meeting().undoable().map(|entry| describe(session.state(), entry)).unwrap_or_default();
            assert!(said.starts_with(wanted), "{line}: {said}");
            assert_eq!(said.contains(" more)"), wanted.ends_with("(and"), "{line}: {said}");
        }
    }
}
