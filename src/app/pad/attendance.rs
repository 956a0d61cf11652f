//! Who is there: a digit chooses what to mark, a letter marks a row with it.
//!
//! `*` marks every member present who is not accounted for, so the brush begins as apologies: the exceptions.

use super::form::Asking;
use super::list::hint;
use super::marking::{Brush, Marked, Marking, Way};
use super::question::{Possible, Question};
use super::{Pad, Step, names};
use crate::app::key::{Code, Key};
use crate::app::session::Session;
use crate::app::view::{PadView, Row, Tone};
use crate::meeting::body::Seat;
use crate::meeting::event::{Mode, Presence, Sitting};
use crate::meeting::id::PersonId;
use crate::meeting::people::GroupKind;
use crate::meeting::state::State;

/// What a row is marked with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Present,
    Apologies,
    Substitute,
    Absent,
    Left,
    Remote,
    Reason,
    Unaccounted,
}

const BRUSHES: [Brush<Mark>; 8] = [
    Brush { key: '1', state: Mark::Present, name: "present" },
    Brush { key: '2', state: Mark::Apologies, name: "apologies" },
    Brush { key: '3', state: Mark::Substitute, name: "substitute" },
    Brush { key: '4', state: Mark::Absent, name: "absent" },
    Brush { key: '5', state: Mark::Left, name: "left" },
    Brush { key: '6', state: Mark::Remote, name: "remote" },
    Brush { key: '7', state: Mark::Reason, name: "apologies, why" },
    Brush { key: '0', state: Mark::Unaccounted, name: "not yet known" },
];

impl Mark {
    const fn command(self) -> &'static str {
        match self {
            Self::Present => "present",
            Self::Apologies | Self::Reason => "apologies",
            Self::Remote => "remote",
            Self::Substitute => "substitute",
            Self::Absent => "absent",
            Self::Left => "leave",
            Self::Unaccounted => "unaccounted",
        }
    }
}

/// The pad.
#[derive(Clone, Debug)]
pub struct Attendance {
    list: Marking<Mark>,
    /// The member whose substitute was chosen last.
    last: Option<PersonId>,
}

impl Default for Attendance {
    fn default() -> Self {
        Self { list: Marking::new(&BRUSHES, Way::Brush, Mark::Apologies), last: None }
    }
}

impl Attendance {
    /// The pad with the letters set to name substitutes.
    pub fn substitutes() -> Self {
        Self { list: Marking::new(&BRUSHES, Way::Brush, Mark::Substitute), last: None }
    }
}

enum Place<'a> {
    Seat(&'a Seat, &'a PersonId),
    Vacant(&'a Seat),
    Other(&'a PersonId),
}

impl Place<'_> {
    const fn person(&self) -> Option<&PersonId> {
        match self {
            Self::Seat(_, person) | Self::Other(person) => Some(person),
            Self::Vacant(_) => None,
        }
    }
}

/// The members by seat, then whoever else usually attends or was marked.
fn places(state: &State) -> Vec<Place<'_>> {
    let seats = state.body().seats.iter();
    let seats = seats.map(|seat| seat.holder.as_ref().map_or(Place::Vacant(seat), |holder| Place::Seat(seat, holder)));
    let others = state.people().filter(|person| {
        let marked = state.presence(&person.id) != Presence::Unaccounted;
        (person.usual || marked) && state.seat_of(&person.id).is_none()
    });
    seats.chain(others.map(|person| Place::Other(&person.id))).collect()
}

/// The first on the seat's list who is free; after whoever fills it now, so that the same key offers the next.
fn candidate<'a>(state: &'a State, seat: &'a Seat) -> Option<&'a PersonId> {
    let now = state.substitute(&seat.id);
    let from = now.and_then(|now| seat.substitutes.iter().position(|person| person == now)).map_or(0, |at| at + 1);
    let round = seat.substitutes.iter().cycle().skip(from).take(seat.substitutes.len());
    let mut free = round.filter(|person| state.seat_of(person).is_none());
    free.next()
}

impl Attendance {
    fn mark(&mut self, mark: Mark, place: &Place<'_>, state: &State) -> Step {
        let command = mark.command();
        let Some(person) = place.person() else { return self.mark_vacant(mark, place, state) };
        let name = names::person(state, person);
        match (mark, place) {
            (Mark::Substitute, Place::Seat(seat, member)) => self.substitute(seat, member, state),
            (Mark::Substitute, Place::Other(_) | Place::Vacant(_)) => {
                Step::Say("Only a member has a substitute.".into())
            }
            (Mark::Left, _) if state.sitting() == Sitting::Before => {
                Step::Say("Nobody leaves before the meeting begins: mark them absent or not yet known.".into())
            }
            (Mark::Present, Place::Seat(seat, _)) if state.substitute(&seat.id).is_some() => {
                Step::Run(vec![format!("end-substitute {name}"), format!("{command} {name}")])
            }
            (Mark::Reason, _) => Step::Ask(Asking::new([Question::text("Reason or authority")], move |answers| {
                Step::Run(vec![match answers.get(0) {
                    "" => format!("{command} {name}"),
                    reason => format!("{command} {name} because {reason}"),
                }])
            })),
            _ => Step::Run(vec![format!("{command} {name}")]),
        }
    }

    fn substitute(&mut self, seat: &Seat, member: &PersonId, state: &State) -> Step {
        self.last = Some(member.clone());
        if let Some(person) = candidate(state, seat) {
            let (member, person) = (names::person(state, member), names::person(state, person));
            return Step::Run(vec![format!("substitute {person} for {member}")]);
        }
        Step::Ask(substituting(state, seat, names::person(state, member)))
    }

    /// A vacant seat has a substitute where its authority may send one.
    fn mark_vacant(&mut self, mark: Mark, place: &Place<'_>, state: &State) -> Step {
        match place {
            Place::Vacant(seat) if mark == Mark::Substitute && state.fills_vacancy(seat) => {
                self.last = None;
                Step::Ask(substituting(state, seat, seat.id.to_string()))
            }
            Place::Vacant(seat) if state.substitute(&seat.id).is_some() && mark != Mark::Substitute => {
                Step::Run(vec![format!("end-substitute {}", seat.id)])
            }
            Place::Vacant(seat) => Step::Say(format!("Nobody holds this seat: “co-opt NAME to {}” fills it.", seat.id)),
            Place::Seat(..) | Place::Other(_) => Step::Stay,
        }
    }

    fn lead(&self, state: &State) -> String {
        let brush = self.list.brush().map_or("", |brush| brush.name);
        let open = state.body().seats.iter().filter_map(|seat| seat.holder.as_ref().map(|holder| (seat, holder)));
        let open = open.filter(|(seat, holder)| {
            state.presence(holder) == Presence::Unaccounted && state.substitute(&seat.id).is_none()
        });
        format!("Letters mark: {brush}. Not accounted for: {}.", open.count())
    }
}

/// Asks who substitutes for the named member, or in the seat of a key; whom the body's scheme allows is there to choose.
fn substituting(state: &State, seat: &Seat, member: String) -> Asking {
    let eligible = state.eligible(seat).into_iter().map(|person| Possible::person(state, person)).collect();
    Asking::new([Question::text("Who substitutes").from(eligible)], move |answers| match answers.get(0) {
        "" => Step::Stay,
        answer => Step::Run(vec![format!("substitute {answer} for {member}")]),
    })
}

/// Asks for somebody new, among the others unless a group of the body is named first.
fn adding(state: &State) -> Asking {
    let groups = &state.body().groups;
    let others = groups.iter().find(|group| group.kind == GroupKind::Others).map(|group| group.id.to_string());
    let known: Vec<String> = groups.iter().map(|group| group.id.to_string()).collect();
    Asking::new([Question::text("Name, post, organisation")], move |answers| {
        let answer = answers.get(0);
        let Some(first) = answer.split_whitespace().next() else { return Step::Stay };
        let group = others.as_ref().filter(|_| !known.iter().any(|group| group == first));
        let answer = group.map_or_else(|| answer.to_owned(), |group| format!("{group} {answer}"));
        Step::Run(vec![format!("person {answer}")])
    })
}

fn row(session: &Session, place: &Place<'_>) -> Row {
    let state = session.state();
    let person = match place {
        Place::Seat(_, person) | Place::Other(person) => person,
        Place::Vacant(seat) => return vacant(session, seat),
    };
    let stands_in = match place {
        Place::Seat(seat, _) => state.substitute(&seat.id),
        Place::Vacant(_) | Place::Other(_) => None,
    };
    let remote = state.mode(person) == Mode::Remote;
    let (mark, what, tone) = match state.presence(person) {
        Presence::Unaccounted => ("?", "", Tone::Warning),
        Presence::Present if remote => ("●", "present, remotely", Tone::Good),
        Presence::Present => ("●", "present", Tone::Good),
        Presence::Apologies => ("○", "apologies", Tone::Warning),
        Presence::Absent => ("–", "absent", Tone::Bad),
        Presence::Left => ("→", "left", Tone::Dim),
    };
    let note = match (stands_in, place) {
        (Some(by), _) => format!("{what}; {} sits", names::shown(session, by)),
        (None, Place::Other(_)) => state.person(person).and_then(|person| person.post.clone()).unwrap_or_default(),
        (None, Place::Seat(..) | Place::Vacant(_)) => what.to_owned(),
    };
    Row { key: None, mark: mark.into(), text: names::shown(session, person), note, tone }
}

fn vacant(session: &Session, seat: &Seat) -> Row {
    let text = seat.authority.as_ref().map_or_else(|| "Vacant".to_owned(), |authority| format!("Vacant: {authority}"));
    let (mark, note, tone) = match session.state().substitute(&seat.id) {
        Some(by) => ("●", format!("{} sits", names::shown(session, by)), Tone::Good),
        None => (" ", "nobody holds it".into(), Tone::Dim),
    };
    Row { mark: mark.into(), text, note, tone, ..Row::default() }
}

impl Pad for Attendance {
    fn view(&self, session: &Session) -> PadView {
        let state = session.state();
        let places = places(state);
        let unaccounted = |person: &PersonId| state.presence(person) == Presence::Unaccounted;
        let members = state.sitting_members().filter(|(_, person)| unaccounted(person)).count();
        let usual = state.people().filter(|person| person.usual && unaccounted(&person.id)).count();
        let counted = |what: &str, count| if count == 0 { what.to_owned() } else { format!("{what} ({count})") };
        let first = [hint("*", &counted("all present", members)), hint("=", &counted("usual attendees", usual))];
        let last = [hint("+", "somebody else"), hint("Enter", "done")];
        let view = PadView {
            title: "Attendance".into(),
            lead: Some(self.lead(state)),
            hints: first.into_iter().chain(self.list.hints()).chain(last).collect(),
            ..PadView::default()
        };
        self.list.show(view, places.iter().map(|place| row(session, place)))
    }

    fn key(&mut self, key: Key, session: &Session) -> Step {
        let state = session.state();
        let places = places(state);
        match self.list.key(key, places.len()) {
            Marked::Stay => return Step::Stay,
            Marked::Row(row, mark) => {
                return places.get(row).map_or(Step::Pass, |place| self.mark(mark, place, state));
            }
            Marked::Pass => {}
        }
        match (key.code, key.letter()) {
            (Code::Esc | Code::Enter, _) => Step::Close,
            (_, Some('*')) => Step::Run(vec!["present all".into()]),
            (_, Some('=')) => Step::Run(vec!["present usual".into()]),
            (_, Some('+')) => {
                let substitute = self.list.brush().is_some_and(|brush| brush.state == Mark::Substitute);
                let member = self.last.take().filter(|_| substitute);
                let held = |member: &PersonId| state.seat_of(member).map(|seat| (seat, names::person(state, member)));
                let ask = member.as_ref().and_then(held).map(|(seat, member)| substituting(state, seat, member));
                Step::Ask(ask.unwrap_or_else(|| adding(state)))
            }
            _ => Step::Pass,
        }
    }
}
