//! Checks of the agenda and the body by themselves.

use crate::meeting::agenda::{ItemKind, Office};
use crate::meeting::body::{Access, Seat, SeatKind, SubstituteScheme};
use crate::meeting::event::{Presence, Sitting};
use crate::meeting::fact::Content;
use crate::meeting::id::PersonId;
use crate::meeting::people::Person;
use crate::meeting::state::{Item, State};

use super::{Answer, Desk, shown};

pub(super) fn rules(desk: &Desk<'_>) -> Answer {
    let rules = desk.rules();
    let missing: Vec<&str> = rules.unset().into_iter().chain(rules.unset_before()).collect();
    if missing.is_empty() {
        return Answer::done("All rules are set.");
    }
    let missing = missing.join(", ");
    Answer::missing(format!("Not set: {missing}. Ask the Monitoring Officer, and write under [rules] in body.toml."))
}

pub(super) fn roll(desk: &Desk<'_>) -> Answer {
    let state = desk.state;
    let seats = &state.body().seats;
    let authorities = seats.iter().any(|seat| seat.authority.is_some());
    let mut missing: Vec<String> = seats.iter().filter_map(vacant).collect();
    for (what, lacks) in lacking(state, authorities) {
        let lacking = seats.iter().filter(|seat| lacks(seat)).filter_map(|seat| state.person(seat.holder.as_ref()?));
        let names: Vec<String> = lacking.map(Person::short).collect();
        if !names.is_empty() {
            missing.push(format!("No {what} is given for {}.", names.join(", ")));
        }
    }
    let elects = |office| {
        desk.items(|kind| matches!(kind, ItemKind::Election { .. }))
            .any(|item| item.agenda.kind == ItemKind::Election { office })
    };
    if state.office(Office::Chair).is_none() && !elects(Office::Chair) {
        missing.push("Nobody is named as chair, and no item elects one.".to_owned());
    }
    missing.extend(since_last(desk));
    let seats = seats.len();
    Answer::of(missing, format!("All {seats} seats are held and described."))
}

/// What the last meeting settled about seats and offices, and the files of this one have otherwise.
fn since_last(desk: &Desk<'_>) -> Vec<String> {
    let Some(last) = desk.last else { return Vec::new() };
    let day = shown(last.agenda().date);
    let name = |state: &State, id: Option<&PersonId>| {
        id.and_then(|id| state.person(id)).map_or_else(|| "nobody".to_owned(), Person::full)
    };
    let now = desk.state;
    let seats = last.body().seats.iter().filter(|seat| !last.former_holders(&seat.id).is_empty());
    let seats = seats.filter_map(|seat| {
        let own = now.body().seats.iter().find(|own| own.id == seat.id)?;
        let (left, here) = (name(last, seat.holder.as_ref()), name(now, own.holder.as_ref()));
        (left != here && now.former_holders(&own.id).is_empty()).then(|| {
            format!("Since the meeting of {day} {left} holds the seat “{}”; the body's file says {here}.", seat.id)
        })
    });
    let offices = [(Office::Chair, "chair"), (Office::ViceChair, "vice-chair")].into_iter().filter_map(|(office, word)| {
        let elected = elected(last, office)?;
        let (left, here) = (name(last, Some(elected)), name(now, now.office(office)));
        let anew = desk.items(|kind| matches!(kind, ItemKind::Election { .. })).any(|it| it.agenda.kind == ItemKind::Election { office });
        (left != here && !anew).then(|| {
            format!("The meeting of {day} elected {left} as {word}; the files of this one say {here}: {word} = \"...\" under [meeting].")
        })
    });
    seats.chain(offices).collect()
}

/// Whom a meeting elected to an office.
fn elected(state: &State, office: Office) -> Option<&PersonId> {
    let facts = state.items().flat_map(|item| state.facts_of(item));
    let held = facts.filter_map(|fact| match &fact.content {
        Content::Election(election) if election.office == office => election.elected.as_ref(),
        _ => None,
    });
    held.last()
}

fn vacant(seat: &Seat) -> Option<String> {
    let of = seat.authority.as_deref().map_or_else(|| format!("“{}”", seat.id), |it| format!("of {it}"));
    seat.holder.is_none().then(|| format!("The seat {of} is vacant."))
}

/// What a seat may lack, and whether it does. What a house never gives is not asked for.
type Lacking<'a> = (&'static str, Box<dyn Fn(&Seat) -> bool + 'a>);

fn lacking(state: &State, authorities: bool) -> [Lacking<'_>; 3] {
    let scheme = |seat: &Seat| seat.scheme.or(state.body().rules.substitutes);
    let listed = |scheme| matches!(scheme, Some(SubstituteScheme::Named | SubstituteScheme::NamedSameGroup));
    let grouped = |scheme| matches!(scheme, Some(SubstituteScheme::NamedSameGroup | SubstituteScheme::SameGroup));
    let appointed = |seat: &Seat| seat.kind != SeatKind::Independent;
    [
        ("authority", Box::new(move |seat| authorities && appointed(seat) && seat.authority.is_none())),
        ("political group", Box::new(move |seat| grouped(scheme(seat)) && seat.group.is_none())),
        ("substitute", Box::new(move |seat| listed(scheme(seat)) && seat.substitutes.is_empty())),
    ]
}

pub(super) fn place(desk: &Desk<'_>) -> Answer {
    let agenda = desk.agenda();
    let missing = [(&agenda.venue, "No venue is given."), (&agenda.contact, "Nobody is given to write to.")];
    let missing = missing.into_iter().filter(|(text, _)| text.is_empty()).map(|(_, says)| says.to_owned());
    Answer::of(missing.collect(), format!("{}; {}.", agenda.venue, agenda.contact)).by(desk.publish_by())
}

pub(super) fn reports(desk: &Desk<'_>) -> Answer {
    let needs = |kind: &ItemKind| {
        matches!(kind, ItemKind::Report | ItemKind::Complaints { .. } | ItemKind::Precept(_) | ItemKind::Hearing(_))
    };
    let items: Vec<&Item> = desk.items(needs).collect();
    if items.is_empty() {
        return Answer::does_not_apply("No item needs a report.");
    }
    let without = |item: &&&Item| {
        let paper = &item.agenda.paper;
        paper.pages.is_none() && paper.author.is_none() && paper.document.is_none() && paper.recommendation.is_none()
    };
    let say = |item: &&Item| format!("“{}” has no report: neither pages nor an author are given.", item.agenda.title);
    let missing = items.iter().filter(without).map(say).collect();
    Answer::of(missing, format!("With a report: {}.", counted(items.len(), "item", "items"))).by(desk.publish_by())
}

/// Words of a title which say that an item is private.
const SECRET: [&str; 4] = ["exempt", "confidential", "in private", "not for publication"];

pub(super) fn private(desk: &Desk<'_>) -> Answer {
    let summoned = desk.rules().access == Some(Access::Act1960);
    let is_private = |item: &&Item| item.agenda.confidential || !item.agenda.private.is_empty();
    let says_so = |item: &Item| {
        let title = item.agenda.title.to_lowercase();
        SECRET.iter().any(|word| title.contains(word))
    };
    let mut missing = Vec::new();
    let mut screened = 0;
    for item in desk.state.items() {
        let title = &item.agenda.title;
        if is_private(&item) {
            screened += 1;
            // What is confidential is kept by law; what is exempt is weighed.
            if item.agenda.paper.public_interest.is_none() && !item.agenda.confidential {
                missing.push(format!("“{title}” gives no public-interest: why the public is to be excluded from it."));
            }
        } else if says_so(item) {
            let how = if summoned { "as confidential = true" } else { "as private = [3], or as confidential = true" };
            missing.push(format!("“{title}” sounds private, but does not say why: {how}."));
        }
    }
    if missing.is_empty() && screened == 0 {
        return Answer::does_not_apply("No item is expected to be taken in private.");
    }
    Answer::of(missing, format!("Expected to be taken in private: {}.", counted(screened, "item", "items")))
        .by(desk.publish_by())
}

/// The findings on substitutes.
const SUBSTITUTES: [&str; 5] = [
    "substitute-and-member",
    "substitute-for-nobody",
    "substitute-not-eligible",
    "substitute-not-listed",
    "substitute-without-notice",
];

pub(super) fn substitutes(desk: &Desk<'_>) -> Answer {
    let state = desk.state;
    let mut missing = desk.found(&SUBSTITUTES);
    let seats = &state.body().seats;
    let sitting: Vec<_> = seats.iter().filter_map(|seat| Some((seat, state.substitute(&seat.id)?))).collect();
    for (index, (_, person)) in sitting.iter().enumerate() {
        if sitting.iter().take(index).any(|(_, other)| other == person) {
            let name = state.person(person).map_or_else(|| person.to_string(), Person::short);
            missing.push(format!("{name} substitutes for two members."));
        }
    }
    let apologies = seats.iter().filter_map(|seat| seat.holder.as_ref());
    let apologies = apologies.filter(|person| state.presence(person) == Presence::Apologies).count();
    if missing.is_empty() && sitting.is_empty() && apologies == 0 {
        return Answer::does_not_apply("No apologies and no substitutes are recorded yet.");
    }
    let (apologies, sitting) =
        (counted(apologies, "apology", "apologies"), counted(sitting.len(), "substitute", "substitutes"));
    Answer::of(missing, format!("{apologies} and {sitting} recorded."))
}

fn counted(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}

pub(super) fn files(desk: &Desk<'_>) -> Answer {
    Answer::of(desk.files.to_vec(), "Nothing is odd about the files.")
}

pub(super) fn keeping(desk: &Desk<'_>) -> Answer {
    let expected = desk.state.items().any(|item| item.agenda.confidential || !item.agenda.private.is_empty());
    match desk.exposed {
        Some(why) => Answer::missing(why),
        None if expected => Answer::done("The record is kept where only its owner reads the private file."),
        None if desk.state.sitting() == Sitting::Closed => Answer::does_not_apply("The meeting is over."),
        None => Answer::does_not_apply("Nothing private is expected."),
    }
}
