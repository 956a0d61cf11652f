//! The agenda: type a number or a part of a title, Enter takes the room there; signs do the rest.

use super::form::Asking;
use super::list::{Cursor, guarded, hint};
use super::question::Question;
use super::{Pad, Step, names};
use crate::app::key::{Code, Key};
use crate::app::line::Line;
use crate::app::refs;
use crate::app::session::Session;
use crate::app::view::{PadView, Row, Tone};
use crate::meeting::event::ItemState;
use crate::meeting::id::ItemId;
use crate::meeting::state::{Item, State};
use crate::meeting::walk::{Walk, around};
use crate::minutes::document::both_numbers;
use crate::text::fold;

/// How many items to either side of the cursor are shown: more than any screen has rows.
const REACH: usize = 64;
/// How many items are shown of those that fit what is typed.
const MOST: usize = 100;

/// The pad.
#[derive(Clone, Debug, Default)]
pub struct Agenda {
    search: Line,
    /// The item under the cursor, once it was moved; the room's, or the first found, until then.
    at: Option<ItemId>,
}

/// The items that are listed, and which of them is under the cursor.
struct Listed<'a> {
    places: Vec<Walk<'a>>,
    chosen: usize,
}

impl<'a> Listed<'a> {
    fn chosen(&self) -> Option<&'a Item> {
        self.places.get(self.chosen)?.item()
    }

    /// Whether there are items before or behind them.
    fn is_part(&self) -> bool {
        let more = |end: Option<&Walk<'a>>, step: fn(&Walk<'a>) -> Option<Walk<'a>>| {
            end.is_some_and(|end| step(end).is_some())
        };
        more(self.places.first(), Walk::back) || more(self.places.last(), Walk::next)
    }
}

impl Agenda {
    /// The items around the cursor, or those that fit what is typed.
    fn listed<'a>(&self, session: &'a Session) -> Listed<'a> {
        let state = session.state();
        if !self.search.is_empty() {
            let places = found(state, &fold(self.search.text()));
            let chosen = places.iter().position(|place| self.at.as_ref().is_some_and(|at| place.is_at(at)));
            return Listed { places, chosen: chosen.unwrap_or_default() };
        }
        let centre = self.at.as_ref().or(session.room()).and_then(|id| Walk::at(state, id));
        let (places, chosen) =
            centre.or_else(|| Walk::first(state)).map_or_else(Default::default, |it| around(it, REACH));
        Listed { places, chosen }
    }

    fn act(&mut self, key: Key, item: Option<&Item>, state: &State) -> Step {
        let named = item.map(|item| names::item(state, &item.agenda.id));
        match (key.code, named) {
            (Code::Esc, _) => Step::Close,
            (Code::Enter, Some(name)) => Step::Finish(vec![format!("go {name}")]),
            (Code::Tab | Code::Char('>'), Some(name)) => Step::Finish(vec![format!("pen {name}")]),
            (Code::Char('!'), Some(name)) => Step::Run(vec![format!("skip {name}")]),
            (Code::Char('='), Some(name)) => Step::Run(vec![format!("take-up {name}")]),
            (Code::Char('~'), Some(name)) => Step::Ask(deferring(name)),
            (Code::Char('+'), name) => Step::Ask(adding(name)),
            _ if self.search.key(key) => {
                self.at = None;
                Step::Stay
            }
            _ => Step::Pass,
        }
    }
}

/// The items that fit `wanted`: by number first, then by part of the title.
fn found<'a>(state: &'a State, wanted: &str) -> Vec<Walk<'a>> {
    let printed = |item: &&Item| item.agenda.number.as_ref().is_some_and(|number| fold(number) == wanted);
    if let Some(item) = refs::numbered(state, wanted).or_else(|| state.items().find(printed)) {
        return Walk::at(state, &item.agenda.id).into_iter().collect();
    }
    let places = std::iter::successors(Walk::first(state), Walk::next);
    let fits = |place: &Walk<'_>| place.item().is_some_and(|item| fold(&item.agenda.title).contains(wanted));
    places.filter(fits).take(MOST).collect()
}

/// Asks for the title of an item after the named one.
fn adding(after: Option<String>) -> Asking {
    Asking::one(Question::text("Title of the new item"), move |title| {
        let title = guarded(title, &["kind", "after"]);
        after.as_ref().map_or_else(|| format!("add-item {title}"), |item| format!("add-item {title} after {item}"))
    })
}

/// Asks when the named item is taken instead.
fn deferring(item: String) -> Asking {
    let question = Question::text("Deferred to when, if it was said");
    Asking::new([question], move |answers| {
        Step::Run(vec![answers.line(&format!("defer {item}"), &["to", "until", "because"])])
    })
}

fn row(session: &Session, place: &Walk<'_>) -> Option<Row> {
    let (state, item) = (session.state(), place.item()?);
    let (mark, note, tone) = match &item.state {
        ItemState::Skipped => ("–", "skipped".to_owned(), Tone::Dim),
        ItemState::Deferred { to, .. } => ("○", format!("deferred {}", to.as_deref().unwrap_or("")), Tone::Warning),
        ItemState::Withdrawn { .. } => ("–", "withdrawn".to_owned(), Tone::Dim),
        ItemState::Merged { .. } => ("–", "taken with another".to_owned(), Tone::Dim),
        ItemState::Open if state.room_item() == Some(&item.agenda.id) => ("▶", "the room".to_owned(), Tone::Good),
        ItemState::Open if item.visits.is_empty() => ("", String::new(), Tone::Plain),
        ItemState::Open => ("✓", String::new(), Tone::Good),
    };
    let pen = session.pen().item.as_ref() == Some(&item.agenda.id);
    let note = [note.trim(), if pen { "the pen" } else { "" }].into_iter().filter(|part| !part.is_empty());
    Some(Row {
        key: None,
        mark: mark.into(),
        text: format!("{}{}. {}", "  ".repeat(place.depth()), both_numbers(state, item), item.agenda.title),
        note: note.collect::<Vec<_>>().join(", "),
        tone,
    })
}

impl Pad for Agenda {
    fn view(&self, session: &Session) -> PadView {
        let listed = self.listed(session);
        PadView {
            title: "Agenda".into(),
            lead: None,
            rows: listed.places.iter().filter_map(|place| row(session, place)).collect(),
            chosen: (!listed.places.is_empty()).then_some(listed.chosen),
            total: (self.search.is_empty() && listed.is_part()).then(|| session.state().item_count()),
            prompt: Some(self.search.prompt("Find")),
            hints: vec![
                hint("Enter", "room goes there"),
                hint("Tab", "pen goes there"),
                hint("!", "skip"),
                hint("~", "defer"),
                hint("=", "take up again"),
                hint("+", "add after"),
                hint("Esc", "back"),
            ],
            ..PadView::default()
        }
    }

    fn key(&mut self, key: Key, session: &Session) -> Step {
        let state = session.state();
        let listed = self.listed(session);
        let item = listed.chosen();
        let mut cursor = Cursor(listed.chosen);
        let moves = matches!(key.code, Code::Up | Code::Down | Code::PageUp | Code::PageDown);
        if moves && cursor.key(key, listed.places.len()) {
            let to = listed.places.get(cursor.0).and_then(Walk::item);
            self.at = to.map(|item| item.agenda.id.clone());
            return Step::Stay;
        }
        let step = self.act(key, item, state);
        if let Step::Run(_) | Step::Ask(_) = step {
            // What was dealt with stays under the cursor when the search is over.
            self.at = item.map(|item| item.agenda.id.clone());
        }
        step
    }

    fn paste(&mut self, text: &str) -> bool {
        self.search.insert(text);
        true
    }

    fn done(&mut self, _: &Session) -> Option<Asking> {
        self.search = Line::default();
        None
    }
}
