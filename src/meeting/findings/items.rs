//! Findings on items of business.

use crate::meeting::agenda::ItemKind;
use crate::meeting::event::{ItemState, Presence, Sitting};
use crate::meeting::fact::{Content, Fact, Fate, Restricted, class};
use crate::meeting::id::ItemId;
use crate::meeting::state::Item;

use super::{Desk, course, figures, interests, panel, papers, private, votes};

/// How many facts from an item's end are looked at for its outcome. Outcomes stand near the end, and an item must not
/// cost more the longer it is.
const NEAR: usize = 64;

pub(super) fn item(desk: &mut Desk<'_>, id: &ItemId) {
    let state = desk.state;
    let Some(item) = state.item(id) else { return };
    course::item(desk, item);
    if item.state == ItemState::Open {
        papers::earlier_minutes(desk, item);
        panel::item(desk, item);
    }
    // What was decided together with another item was taken with it.
    let together = state.decided_with(id).next().is_some();
    if item.visits.is_empty() {
        if item.state == ItemState::Open && !together && item.children.is_empty() {
            desk.find("item-not-taken", format!("“{}” has not been taken.", item.agenda.title));
        }
        return;
    }
    if item.state != ItemState::Open {
        return;
    }
    internal(desk, item);
    interests::item(desk, item);
    private::item(desk, item);
    private::hearing(desk, item);
    votes::floor(desk, item);
    let under_way = !desk.closing && state.room_item() == Some(id) && state.sitting() == Sitting::Sitting;
    if !under_way {
        private::summary(desk, item);
    }
    if together || under_way {
        return;
    }
    outcome(desk, item);
}

fn internal(desk: &mut Desk<'_>, item: &Item) {
    let state = desk.state;
    if !item.agenda.internal || state.room_item() != Some(&item.agenda.id) {
        return;
    }
    for party in state.body().parties.iter().filter(|party| party.leaves_for_internal) {
        if party.people.iter().any(|person| state.presence(person) == Presence::Present) {
            let sentence = format!("{} are still present for “{}”.", capital(&party.name), item.agenda.title);
            desk.find("party-stays-for-internal", sentence);
        }
    }
}

fn outcome(desk: &mut Desk<'_>, item: &Item) {
    let state = desk.state;
    let title = &item.agenda.title;
    let recent: Vec<&Fact> = state.facts_of(item).rev().take(NEAR).collect();
    papers::as_recommended(desk, item, &recent);
    votes::left_open(desk, item);
    if recent.len() == item.facts.len() {
        figures::reasons(desk, item, &recent);
    }
    let has = |wanted: fn(&Content) -> bool| recent.iter().any(|fact| wanted(&fact.content));
    match &item.agenda.kind {
        ItemKind::Election { .. } if !has(concluded) => {
            desk.find("election-unfinished", format!("“{title}” has no result."));
        }
        ItemKind::Minutes { .. } => {
            let sets = state.minutes_before(item);
            if sets.is_empty() && !has(|content| matches!(content, Content::Minutes(_) | Content::Nil)) {
                desk.find("minutes-not-dealt-with", format!("Nothing is recorded of the minutes under “{title}”."));
            }
            for set in &sets {
                let dealt =
                    recent.iter().any(|fact| matches!(&fact.content, Content::Minutes(done) if done.set == *set));
                if !dealt {
                    let day = set.format("%-d %B %Y");
                    desk.find("minutes-not-dealt-with", format!("Nothing is recorded of the minutes of {day}."));
                }
            }
        }
        ItemKind::Review { topics } if !topics.is_empty() => {
            for topic in topics {
                let reported = state
                    .facts_of(item)
                    .any(|fact| matches!(&fact.content, Content::Update(update) if update.topic == topic.title));
                if !reported {
                    desk.find("topic-not-reviewed", format!("Nothing is reported on “{}”.", topic.title));
                }
            }
        }
        ItemKind::Report
        | ItemKind::Plan
        | ItemKind::Complaints { .. }
        | ItemKind::Precept(_)
        | ItemKind::Hearing(_) => {
            let decisions = item.facts.rank(item.facts.len(), class::DECISION);
            let restricted = || state.stubs_of(&item.agenda.id).any(|(_, stub)| stub.what == Restricted::Decision);
            if decisions == 0 && !restricted() {
                let lost = has(|content| matches!(content, Content::Motion(motion) if motion.fate == Fate::Lost));
                let sentence = if lost {
                    format!("A motion under “{title}” was lost, and nothing was decided in its place.")
                } else {
                    format!("“{title}” was taken but decides nothing.")
                };
                desk.find("item-without-decision", sentence);
            }
        }
        // A review whose topics nobody listed at least says something.
        ItemKind::Review { .. } | ItemKind::Declarations | ItemKind::Questions | ItemKind::Business => {
            if recent.iter().all(|fact| fact.content.is_beside_business()) && item.children.is_empty() {
                desk.find("nothing-recorded", format!("“{title}” was taken but says nothing."));
            }
        }
        ItemKind::Apologies | ItemKind::Substitutes | ItemKind::Election { .. } => {}
    }
}

/// Whether it is an election that came to an end, if only to that nobody was elected.
fn concluded(content: &Content) -> bool {
    matches!(content, Content::Election(election) if election.elected.is_some() || election.rounds.is_empty())
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
