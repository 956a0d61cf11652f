//! Items below others, papers, and what passages and tables must hold.

use crate::meeting::agenda::{AgendaItem, Paper};
use crate::meeting::command::{Decided, Refusal};
use crate::meeting::event::Event;
use crate::meeting::fact::{Audience, Grid, Owner, Passage};
use crate::meeting::id::{FactId, ItemId};

use super::{Desk, Outcome, some_text};

/// The most columns of a table in a minute, and the most rows. What is longer belongs into an appendix.
const MOST: (usize, usize) = (12, 500);

impl Desk<'_> {
    pub(super) fn add_below(&self, items: &[AgendaItem], parent: &ItemId) -> Outcome {
        let first = self.item(parent)?.children.len();
        let mut events = Vec::new();
        for (ordinal, item) in (0..).zip(items) {
            some_text(&item.title, "The title")?;
            let index = first.saturating_add(usize::try_from(ordinal).unwrap_or(usize::MAX));
            events.extend(self.added(item, ordinal, Some(parent.clone()), index));
        }
        Ok(Decided::of(events))
    }

    /// Adds an item, with a key of its own where it has none: the entry's number and which of its items it is.
    pub(super) fn added(&self, item: &AgendaItem, ordinal: u32, parent: Option<ItemId>, index: usize) -> Vec<Event> {
        let mut item = item.clone();
        if item.id.as_str().is_empty() {
            item.id = ItemId::from(FactId::new(self.meeting.next(), ordinal));
        }
        let (id, title, paper) = (item.id.clone(), item.title.clone(), item.paper.clone());
        let private = self.state.room_when(self.when) == Audience::Private;
        if private {
            // Everybody may know that there is an item, and not what it is about.
            _ = item.strip();
        }
        let mut events = vec![Event::ItemAdded { item: Box::new(item), parent, index }];
        if private {
            events.push(Event::ItemTitle { item: id.clone(), title });
            let paper = (paper != Paper::default()).then(|| Box::new(paper));
            events.extend(paper.map(|paper| Event::ItemPaper { item: id, paper }));
        }
        events
    }

    pub(super) fn item_paper(&self, item: &ItemId, paper: &Paper) -> Outcome {
        if self.item(item)?.agenda.paper == *paper {
            return Err(Refusal::new("That is known of the item already.", "There is nothing to do."));
        }
        Ok(Decided::of(vec![Event::ItemPaper { item: item.clone(), paper: Box::new(paper.clone()) }]))
    }

    pub(super) fn sound_passage(&self, passage: &Passage) -> Result<(), Refusal> {
        if passage.kind.needs_words() {
            some_text(&passage.text, "The text")?;
        }
        passage.items.iter().try_for_each(|item| self.item(item).map(drop))?;
        match &passage.by {
            Some(Owner::Person(person)) => self.known(person),
            Some(Owner::Party(party)) if self.state.party(party).is_none() => {
                Err(Refusal::new(format!("There is no party “{party}”."), "Name one that the body's file has."))
            }
            Some(Owner::Party(_) | Owner::Named(_)) | None => Ok(()),
        }
    }
}

/// Refuses a table without rows, and one whose rows do not fit its columns.
pub(super) fn sound_table(grid: &Grid) -> Result<(), Refusal> {
    let columns = grid.columns.len();
    if columns == 0 || grid.rows.is_empty() {
        let hint = "Write the headings on the first line and a row on each line after it, with “|” or a tab between.";
        return Err(Refusal::new("The table has no rows.", hint));
    }
    if columns > MOST.0 || grid.rows.len() > MOST.1 {
        let what = format!("The table has more than {} columns or {} rows.", MOST.0, MOST.1);
        return Err(Refusal::new(what, "Refer to it in the minutes, and keep it with the papers."));
    }
    match (1..).zip(&grid.rows).find(|(_, row)| row.len() != columns) {
        Some((number, row)) => {
            let what = format!("Row {number} of the table has {} cells, but there are {columns} columns.", row.len());
            Err(Refusal::new(what, "Put “|” or a tab between the cells, also around an empty one."))
        }
        None => Ok(()),
    }
}
