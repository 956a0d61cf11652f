//! Findings on single facts.

use crate::meeting::event::Sitting;
use crate::meeting::fact::{
    Basis, Circumstances, Content, Fact, Fate, Motion, Passage, PassageKind, Point, Proposal, Speaker,
};
use crate::meeting::id::{FactId, PersonId};
use crate::meeting::state::State;

use super::phrases::undertakings;
use super::{Desk, Subject, course, interests, panel, private, stage, votes};

/// How long a text is quoted in a sentence, in characters.
const QUOTE: usize = 40;

pub(super) fn fact(desk: &mut Desk<'_>, id: FactId) {
    let Some(fact) = desk.state.fact(id).filter(|fact| fact.struck.is_none()) else { return };
    late(desk, fact);
    private::corrected(desk, fact);
    match &fact.content {
        Content::Point(point) => said(desk, fact, point),
        Content::Declaration(declaration) => interests::declaration(desk, declaration),
        Content::Decision(decision) => {
            if decision.basis.is_none() {
                desk.find("decision-not-put", format!("“{}” was drafted but not put.", quote(decision.words())));
            }
            let room = match &decision.basis {
                Some(Basis::Declared { room, .. }) => Some(room),
                Some(Basis::Vote { take }) => Some(&take.room),
                _ => None,
            };
            if let Some(room) = room {
                enough(desk, decision.words(), room);
            }
            votes::decision(desk, decision);
            if let Some(Basis::Vote { take }) = &decision.basis {
                interests::vote(desk, fact, take);
            }
            course::decision(desk, decision);
            unfilled(desk, decision.words());
            panel::veto(desk, fact, decision);
        }
        Content::Motion(motion) => {
            carried(desk, motion);
            votes::motion(desk, id, motion);
            interests::motion(desk, fact, motion);
        }
        Content::Election(_) | Content::Contest(_) => votes::rounds(desk, fact),
        Content::Action(action) => {
            if action.owner.is_none() {
                desk.find("action-without-owner", format!("Nobody is named for “{}”.", quote(&action.text)));
            }
            unfilled(desk, &action.text);
        }
        Content::Mark(mark) if mark.label.is_none() => {
            let time = desk.state.local(fact.when).format("%H:%M").to_string();
            desk.find("mark-without-name", format!("The mark of {time} has no name."));
        }
        Content::Update(update) => unfilled(desk, &update.text),
        Content::Question(question) => {
            if let Some(again) = question.supplementary.as_ref().filter(|_| question.supplementary_answer.is_none()) {
                let sentence =
                    format!("{} asked again, “{}”, and no answer is recorded.", question.asker, quote(again));
                desk.find("supplementary-unanswered", sentence);
            }
            unfilled(desk, &question.text);
        }
        Content::Passage(passage) => passed(desk, passage),
        Content::Recommendation(recommendation) => unfilled(desk, &recommendation.text),
        Content::Minutes(outcome) => stage::dealt_with(desk, fact, outcome),
        Content::Exclusion(exclusion) => private::exclusion(desk, exclusion),
        Content::Readmission
        | Content::Pause(_)
        | Content::Table(_)
        | Content::LeadIn(_)
        | Content::Movement(_)
        | Content::Tenure(_)
        | Content::Nil
        | Content::Mark(_)
        | Content::Note(_) => {}
    }
}

/// Nothing is decided or moved once the meeting is closed. What is recorded later says when it happened.
fn late(desk: &mut Desk<'_>, fact: &Fact) {
    let words = match &fact.content {
        Content::Decision(decision) if decision.basis.is_some() => decision.words(),
        Content::Motion(motion) if motion.was_put() => motion.words(),
        _ => return,
    };
    let closed = desk.state.sittings().last().filter(|change| change.value == Sitting::Closed);
    if closed.is_some_and(|close| fact.id.entry > close.by.entry && fact.when > close.at.time) {
        let time = desk.state.local(fact.when).format("%H:%M").to_string();
        let sentence = format!("“{}” is recorded for {time}, when the meeting was closed.", quote(words));
        desk.find("decided-after-close", sentence);
    }
}

fn said(desk: &mut Desk<'_>, fact: &Fact, point: &Point) {
    let text = point.turns.iter().map(|turn| turn.text.as_str()).collect::<Vec<_>>().join(" / ");
    if point.jotting {
        desk.find("to-write-up", format!("“{}” is still to be written up.", quote(&text)));
    }
    if point.turns.iter().any(|turn| turn.speaker == Speaker::Unknown) {
        desk.find("speaker-unknown", format!("It is not known who said “{}”.", quote(&text)));
    }
    absent_speakers(desk, fact, point);
    interests::point(desk, fact, point);
    if !desk.state.has_action_from(fact.id)
        && let Some(range) = undertakings(&text, &desk.state.body().rules.undertakings).into_iter().next()
    {
        let phrase = text.get(range).unwrap_or_default().to_owned();
        let sentence = format!("“{phrase}” sounds like an undertaking that is not captured: “{}”.", quote(&text));
        desk.find("possible-undertaking", sentence);
    }
    unfilled(desk, &text);
}

/// What somebody is to have said has a name, or a role, to print before it.
fn passed(desk: &mut Desk<'_>, passage: &Passage) {
    use PassageKind::{Advice, Announcement, Speaker, Tribute};
    let nobody = passage.by.is_none() && passage.role.is_none();
    if nobody && matches!(passage.kind, Announcement | Tribute | Advice | Speaker) {
        desk.find("speaker-unknown", format!("It is not known who said “{}”.", quote(&passage.text)));
    }
    unfilled(desk, &passage.text);
}

fn absent_speakers(desk: &mut Desk<'_>, fact: &Fact, point: &Point) {
    for turn in &point.turns {
        let Some(person) = speaker(desk.state, &turn.speaker) else { continue };
        if !desk.state.was_present(person) {
            let name = desk.called(person);
            let time = desk.state.local(fact.when).format("%H:%M").to_string();
            desk.find("speaker-not-present", format!("{name} spoke at {time} but is not recorded as present."));
        }
    }
}

/// A motion that was carried had what the body's rules ask for.
fn carried(desk: &mut Desk<'_>, motion: &Motion) {
    if motion.fate != Fate::Carried {
        return;
    }
    if let Some(take) = motion.takes.last() {
        enough(desk, &moved(desk, motion), &take.room);
    }
    if motion.seconder.is_none() && !motion.seconded && desk.state.body().rules.seconder == Some(true) {
        let sentence =
            format!("“{}” was carried, but nobody is recorded as seconding it.", quote(&moved(desk, motion)));
        desk.find("motion-without-seconder", sentence);
    }
}

/// What a motion proposes, in words.
fn moved(desk: &Desk<'_>, motion: &Motion) -> String {
    match &motion.proposal {
        Proposal::Appointment { nominee, .. } => format!("The election of {}", desk.called(nominee)),
        Proposal::Substantive | Proposal::Amendment { .. } | Proposal::Procedural { .. } => {
            motion.versions.last().map(|version| version.words.clone()).unwrap_or_default()
        }
    }
}

/// Whether enough members were there when something was decided. That more came back later does not mend it.
fn enough(desk: &mut Desk<'_>, what: &str, room: &Circumstances) {
    if let Some(needed) = room.quorum.filter(|needed| room.present < *needed) {
        let (what, present) = (quote(what), room.present);
        let sentence = format!("“{what}” was decided with {present} of the {needed} members needed present.");
        desk.find("decided-inquorate", sentence);
    }
}

/// Who spoke, where that is one person.
pub(super) fn speaker<'a>(state: &'a State, speaker: &'a Speaker) -> Option<&'a PersonId> {
    match speaker {
        Speaker::Person(person) => Some(person),
        Speaker::Office(office) => state.office(*office),
        _ => None,
    }
}

/// Words left between braces are a slot that nobody filled.
fn unfilled(desk: &mut Desk<'_>, text: &str) {
    let slot = text.find('{').and_then(|open| {
        let rest = text.get(open..)?;
        rest.get(..=rest.find('}')?)
    });
    if let Some(slot) = slot {
        desk.find("slot-unfilled", format!("{slot} is left in the text."));
    }
}

pub(super) fn quote(text: &str) -> String {
    // Asterisks are for print.
    let text = text.replace('*', "");
    let mut short: String = text.chars().take(QUOTE).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

impl From<FactId> for Subject {
    fn from(id: FactId) -> Self {
        Self::Fact(id)
    }
}
