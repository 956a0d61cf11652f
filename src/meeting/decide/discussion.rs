//! Recording under an item, and where things go.

use chrono::{DateTime, Utc};

use crate::meeting::command::{Decided, Refusal};
use crate::meeting::event::Event;
use crate::meeting::fact::{Audience, Content, Fact, Point, Section, Speaker, Turn};
use crate::meeting::id::ItemId;
use crate::meeting::state::Item;

use super::items::sound_table;
use super::{Desk, Outcome, some_text};

impl Desk<'_> {
    pub(super) fn record(&self, item: &ItemId, content: &Content, started: Option<DateTime<Utc>>) -> Outcome {
        let place = self.item(item)?;
        self.sound(content)?;
        let index = self.place(place, content, started);
        let event = Event::Recorded { item: item.clone(), index, content: content.clone() };
        // A text that was begun or gone on with while the public was out stays private when it is finished later.
        let typed = started.is_some_and(|started| self.state.private_between(started, self.when.now));
        let audience = if typed { Audience::Private } else { Audience::Public };
        Ok(Decided { audience, ..Decided::of(vec![event]) })
    }

    /// Refuses content that says nothing or names nobody on the roll.
    pub(super) fn sound(&self, content: &Content) -> Result<(), Refusal> {
        match content {
            Content::Point(point) => self.sound_point(point),
            Content::LeadIn(lead_in) => self.sound_speaker(&lead_in.by),
            Content::Movement(movement) => self.all_known(&movement.people),
            Content::Tenure(tenure) => self.known(&tenure.person),
            Content::Declaration(declaration) => {
                self.known(&declaration.person)?;
                if declaration.sensitive && declaration.nature.is_some() {
                    return Err(Refusal::new(
                        "The nature of a sensitive interest is not recorded.",
                        "Leave it out, or record the interest without “sensitive”.",
                    ));
                }
                declaration.items.iter().try_for_each(|item| self.item(item).map(drop))
            }
            Content::Update(update) => some_text(&update.text, "The update"),
            Content::Question(question) => {
                some_text(&question.asker, "The name of who asked")?;
                some_text(&question.text, "The question")
            }
            Content::Action(action) => some_text(&action.text, "The undertaking"),
            Content::Recommendation(recommendation) => some_text(&recommendation.text, "The recommendation"),
            Content::Decision(decision) => some_text(decision.words(), "The decision"),
            Content::Note(note) => some_text(&note.text, "The note"),
            Content::Motion(motion) => self.sound_motion(motion),
            Content::Passage(passage) => self.sound_passage(passage),
            Content::Table(grid) => sound_table(grid),
            Content::Election(election) => election.elected.iter().try_for_each(|person| self.known(person)),
            Content::Nil
            | Content::Pause(_)
            | Content::Minutes(_)
            | Content::Contest(_)
            | Content::Exclusion(_)
            | Content::Readmission
            | Content::Mark(_) => Ok(()),
        }
    }

    fn sound_point(&self, point: &Point) -> Result<(), Refusal> {
        if point.turns.iter().all(|turn| turn.text.trim().is_empty()) {
            return Err(Refusal::new("The point is empty.", "Type what was said first."));
        }
        point.turns.iter().try_for_each(|turn: &Turn| self.sound_speaker(&turn.speaker))
    }

    fn sound_speaker(&self, speaker: &Speaker) -> Result<(), Refusal> {
        match speaker {
            Speaker::Person(person) => self.known(person),
            Speaker::Party(party) if self.state.party(party).is_none() => {
                Err(Refusal::new(format!("There is no party “{party}”."), "Name one that the body's file has."))
            }
            Speaker::Party(_) | Speaker::None | Speaker::Unknown | Speaker::Body | Speaker::Office(_) => Ok(()),
        }
    }

    /// Where content goes among an item's facts.
    ///
    /// What is said goes before what was decided or happened after its typing began, and before the item's closing
    /// lines once the room has left: a point that is written up late still stands with the discussion it belongs to.
    fn place(&self, item: &Item, content: &Content, started: Option<DateTime<Utc>>) -> usize {
        let end = item.facts.len();
        match content {
            Content::Point(Point { section: Section::Remark, .. }) => end,
            Content::Point(_) | Content::LeadIn(_) | Content::Update(_) => self.before_closing(item, started),
            Content::Action(action) => {
                let source = action.from.and_then(|id| item.facts.position(&id));
                source.map_or(end, |index| index + 1)
            }
            Content::Passage(passage) if passage.is_summary() => self.among_public(item),
            _ => end,
        }
    }

    /// The place of a summary for everybody: among the facts that everybody reads, at their end or before the public's
    /// return. Those who read the private part as well find it where the others do.
    fn among_public(&self, item: &Item) -> usize {
        let heard = item.facts.iter().filter_map(|id| self.state.fact(*id)?.heard());
        let heard: Vec<&Content> = heard.collect();
        heard.iter().rposition(|content| matches!(content, Content::Readmission)).unwrap_or(heard.len())
    }

    /// The place among an item's facts of what happened when it is recorded, or earlier.
    pub(super) fn by_time(&self, item: &Item) -> usize {
        let happened = self.when.happened();
        let mut index = item.facts.len();
        while self.when.at.is_some()
            && let Some(id) = index.checked_sub(1).and_then(|last| item.facts.get(last))
            && self.state.fact(*id).is_some_and(|fact| fact.when > happened || fact.struck.is_some())
        {
            index -= 1;
        }
        index
    }

    fn before_closing(&self, item: &Item, started: Option<DateTime<Utc>>) -> usize {
        let room_left = self.state.room_item() != Some(&item.agenda.id);
        let started = started.unwrap_or_else(|| self.when.happened());
        let mut index = item.facts.len();
        let closing =
            |fact: &Fact| closes(&fact.content) && (room_left || fact.when > started) || fact.struck.is_some();
        while let Some(id) = index.checked_sub(1).and_then(|last| item.facts.get(last)) {
            if !self.state.fact(*id).is_some_and(closing) {
                break;
            }
            index -= 1;
        }
        index
    }
}

/// Whether content belongs to the end of an item: what was decided, who left, remarks after it.
fn closes(content: &Content) -> bool {
    matches!(
        content,
        Content::Decision(_) | Content::Movement(_) | Content::Point(Point { section: Section::Remark, .. })
    )
}
