//! What each kind of fact becomes.

use crate::meeting::agenda::ItemKind;
use crate::meeting::fact::{
    Content, Fact, LeadIn, Point, PublicQuestion, Recommendation, Section, Speaker, Turn, Update,
};
use crate::meeting::id::{FactId, PersonId};
use crate::meeting::state::{Item, State};
use crate::minutes::block::{Emphasis, Line, Part, Run};
use crate::minutes::phrase::{Phrase, Value, Who};
use crate::minutes::style::{FirstMention, Marker, Updates, VerbEmphasis};

use super::number::{class_of, item_number, place_of};
use super::{Build, joined, listed, listed_as, paragraph, run_in};

impl<'a> Build<'a> {
    /// The parts that a fact becomes; none for what never prints.
    pub(super) fn parts(self, item: &'a Item, index: usize, fact: &'a Fact) -> Vec<Part> {
        let one = |part: Option<Part>| part.into_iter().collect();
        match &fact.content {
            Content::Point(point) => one(self.point(item, index, point)),
            Content::LeadIn(lead_in) => one(self.lead_in(item, lead_in)),
            Content::Movement(movement) => one(self.movement(movement, fact)),
            Content::Tenure(tenure) if self.resolved_already(item, index, tenure) => Vec::new(),
            Content::Tenure(tenure) => one(self.tenure(tenure)),
            Content::Nil => one(self.nil(item)),
            Content::Declaration(declaration) => self.declared(item, fact.id, declaration),
            Content::Minutes(outcome) => self.minutes_outcome(outcome),
            Content::Update(update) => one(self.update(update)),
            Content::Question(question) => self.question(question),
            Content::Motion(motion) => self.motion(item, fact.id, motion),
            Content::Contest(contest) => self.contest(contest),
            Content::Election(election) => one(self.election(election)),
            Content::Decision(_) if self.is_withheld(fact.id) => Vec::new(),
            Content::Decision(decision) => self.decision(item, index, decision),
            Content::Exclusion(exclusion) => self.exclusion(item, fact.id, exclusion),
            Content::Readmission => self.readmission(item, fact),
            Content::Recommendation(recommendation) => one(self.recommendation(recommendation)),
            Content::Passage(passage) => one(self.passage(passage)),
            Content::Pause(pause) => one(self.pause(fact, pause)),
            Content::Table(grid) => vec![self.table(item, grid)],
            Content::Action(_) | Content::Mark(_) | Content::Note(_) => Vec::new(),
        }
    }

    pub(super) fn who(self, speaker: &'a Speaker) -> Value<'a> {
        let who = match speaker {
            Speaker::None => return Value::Empty,
            Speaker::Unknown => Who::Unknown,
            Speaker::Person(id) => self.state.person(id).map_or(Who::Unknown, Who::Person),
            Speaker::Party(id) => self.state.party(id).map_or(Who::Unknown, Who::Party),
            Speaker::Body => Who::Body,
            Speaker::Office(office) => Who::Office(*office),
        };
        Value::People(vec![who])
    }

    pub(super) fn persons(self, ids: impl IntoIterator<Item = &'a PersonId>) -> Value<'a> {
        let who = |id| self.state.person(id).map_or(Who::Unknown, Who::Person);
        Value::People(ids.into_iter().map(who).collect())
    }

    fn turn_of(self, turn: &'a Turn, jotting: bool, first: bool) -> Line {
        let text = if self.style.full_stops && !jotting { full_stop(&turn.text) } else { turn.text.trim().to_owned() };
        let speaker = match self.who(&turn.speaker) {
            Value::People(people) if first => self.fill.names().first_mention(people),
            speaker => speaker,
        };
        self.fill.line(Phrase::Turn, &[("speaker", speaker), ("text", Value::from(text))])
    }

    fn point(self, item: &'a Item, index: usize, point: &'a Point) -> Option<Part> {
        let turns = point.turns.iter().enumerate().map(|(nth, turn)| {
            let first =
                !point.jotting && self.speaks_first(item, index, point.turns.get(..nth).unwrap_or_default(), turn);
            self.turn_of(turn, point.jotting, first)
        });
        let turns = if point.jotting { joined(turns, " / ") } else { run_in(turns) };
        let values = [("topic", Value::text(point.topic.as_deref())), ("turns", Value::Runs(turns))];
        let line = self.fill.line(Phrase::Point, &values);
        let list = match point.section {
            Section::Highlights => Some(&self.style.highlights),
            Section::Discussion => Some(&self.style.discussion),
            Section::Paragraph | Section::Remark => None,
        };
        let sign = list.zip(place_of(self.style, item, index, point.section));
        let sign = sign.map(|(list, place)| list.under(&item_number(self.state, item), place));
        if point.jotting {
            let mut jotted = vec![Run::plain(self.style.label(Phrase::ToWriteUp))];
            jotted.extend(line);
            return Some(Part::ToWriteUp { marker: sign.unwrap_or_default(), line: jotted });
        }
        match (list, sign) {
            (Some(list), Some(sign)) => listed_as(list, sign, line),
            _ => Some(Part::Paragraph(line)),
        }
    }

    /// Whether nobody named a speaker in the same point before, nor in the facts shortly before it in the item. A reader
    /// has the last of them before their eyes, so no more are looked at.
    fn speaks_first(self, item: &'a Item, index: usize, said: &[Turn], turn: &Turn) -> bool {
        const NEAR: usize = 64;
        let same = |other: &Turn| other.speaker == turn.speaker;
        let named = |id: &FactId| match self.state.content(*id) {
            Some(Content::Point(point)) => point.turns.iter().any(same),
            _ => false,
        };
        self.style.first_mention == FirstMention::Full
            && !said.iter().any(same)
            && !item.facts.range(index.saturating_sub(NEAR)..index).any(named)
    }

    fn lead_in(self, item: &'a Item, lead_in: &'a LeadIn) -> Option<Part> {
        let empty = |section| class_of(section).is_some_and(|class| item.facts.rank(item.facts.len(), class) == 0);
        if !matches!(item.agenda.kind, ItemKind::Review { .. }) && empty(lead_in.section) {
            return None;
        }
        let paper = &item.agenda.paper;
        let answering = paper.answers.as_ref().and_then(|id| self.state.party(id));
        let by = match (&lead_in.by, answering) {
            (Speaker::None, Some(party)) if lead_in.section == Section::Discussion => {
                Value::People(vec![Who::Party(party)])
            }
            (Speaker::None, _) if !paper.presenters.is_empty() => self.persons(&paper.presenters),
            (Speaker::None, Some(party)) => self.persons(party.people.first()),
            (by, _) => self.who(by),
        };
        let phrase = match (lead_in.section, &item.agenda.kind) {
            (Section::Highlights, ItemKind::Review { .. }) if matches!(by, Value::Empty) => Phrase::ReviewAlone,
            (Section::Highlights, ItemKind::Review { .. }) => Phrase::ReviewLeadIn,
            (Section::Highlights, _) if matches!(by, Value::Empty) => Phrase::HighlightsAlone,
            (Section::Highlights, _) => Phrase::HighlightsLeadIn,
            (Section::Discussion, _) if matches!(by, Value::Empty) => Phrase::DiscussionAlone,
            (Section::Discussion, _) => Phrase::DiscussionLeadIn,
            (Section::Paragraph | Section::Remark, _) => return None,
        };
        let subject = Value::text(paper.subject.as_deref());
        self.sentence(phrase, &[("body", self.short()), ("by", by), ("subject", subject)])
    }

    fn nil(self, item: &Item) -> Option<Part> {
        paragraph(self.nil_line(item))
    }

    /// What the house says where there was nothing to record; nothing where the opening has said it.
    pub(super) fn nil_line(self, item: &Item) -> Line {
        if denies_nil(self.state, item) {
            return Line::new();
        }
        match &item.agenda.kind {
            // With apologies on the roll the opening has said so already.
            ItemKind::Apologies if !self.apologies_sent().is_empty() => Line::new(),
            ItemKind::Apologies => self.fill.counted(Phrase::Apologies, 0, &[]),
            // Where somebody stood in, the opening or the head says so.
            ItemKind::Substitutes if !self.substitute_sentences().is_empty() => Line::new(),
            ItemKind::Substitutes => self.fill.line(Phrase::NoSubstitutes, &[]),
            // Where one was made after all, it says so itself.
            ItemKind::Declarations if !self.state.declarations_under(&item.agenda.id).is_empty() => Line::new(),
            ItemKind::Declarations => self.fill.line(Phrase::NoDeclarations, &[]),
            ItemKind::Minutes { .. } => self.fill.line(Phrase::NoMinutes, &[]),
            ItemKind::Review { .. } => self.fill.line(Phrase::NoActions, &[]),
            ItemKind::Questions => self.fill.line(Phrase::NoQuestions, &[]),
            ItemKind::Complaints { year, .. } => {
                let since = self.state.agenda().last_meeting.map_or(Value::Empty, Value::Date);
                let values = [("body", self.short()), ("year", Value::text(year.as_deref())), ("since", since)];
                self.fill.line(Phrase::NoComplaints, &values)
            }
            ItemKind::Election { office } => {
                self.fill.line(Phrase::NoNominations, &[("role", Value::from(self.role(*office)))])
            }
            ItemKind::Business if item.parent.is_some() => self.fill.line(Phrase::NoDiscussion, &[]),
            ItemKind::Report | ItemKind::Precept(_) | ItemKind::Hearing(_) => self.fill.line(Phrase::NoDiscussion, &[]),
            ItemKind::Plan | ItemKind::Business => self.fill.line(Phrase::Nothing, &[]),
        }
    }

    fn update(self, update: &'a Update) -> Option<Part> {
        let text = if self.style.full_stops { full_stop(&update.text) } else { update.text.clone() };
        let line =
            self.fill.line(Phrase::Update, &[("topic", Value::text(Some(&update.topic))), ("text", Value::from(text))]);
        match self.style.updates {
            Updates::Bullets => listed(&Marker::none(), 0, line),
            Updates::Paragraphs => paragraph(line),
        }
    }

    fn question(self, question: &'a PublicQuestion) -> Vec<Part> {
        let asked = |phrase, text: &'a str| {
            self.sentence(phrase, &[("asker", Value::text(Some(&question.asker))), ("text", Value::text(Some(text)))])
        };
        let first = match question {
            PublicQuestion { statement: true, .. } => Phrase::Statement,
            PublicQuestion { notice: true, .. } => Phrase::NoticeQuestion,
            _ => Phrase::Question,
        };
        let answer = |turn: &'a Option<Turn>| turn.as_ref().and_then(|turn| paragraph(self.answer(turn)));
        let supplementary = question.supplementary.as_deref().and_then(|text| asked(Phrase::Supplementary, text));
        [asked(first, &question.text), answer(&question.answer), supplementary, answer(&question.supplementary_answer)]
            .into_iter()
            .flatten()
            .collect()
    }

    /// Words that begin as a sentence does are quoted; others follow the name: "explained that ...".
    fn answer(self, turn: &'a Turn) -> Line {
        if !turn.text.trim_start().starts_with(char::is_uppercase) {
            return self.turn_of(turn, false, false);
        }
        let text = Value::text(Some(turn.text.trim()));
        self.fill.line(Phrase::Answer, &[("speaker", self.who(&turn.speaker)), ("text", text)])
    }

    /// Words with their verbs set off in the manner of the house.
    pub(super) fn words(self, words: &str) -> Line {
        let spell = |(marked, text): (bool, &str)| match (marked, self.style.verbs) {
            (false, _) | (true, VerbEmphasis::Plain) => Run::plain(text),
            (true, VerbEmphasis::Caps) => Run::plain(text.to_uppercase()),
            (true, VerbEmphasis::Bold) => Run { text: text.to_owned(), emphasis: Emphasis::Strong },
            (true, VerbEmphasis::CapsBold) => Run { text: text.to_uppercase(), emphasis: Emphasis::Strong },
        };
        marked(words.trim()).into_iter().map(spell).collect()
    }

    fn recommendation(self, recommendation: &'a Recommendation) -> Option<Part> {
        paragraph(self.recommended(recommendation))
    }

    /// What was recommended to whom, and why.
    pub(super) fn recommended(self, recommendation: &'a Recommendation) -> Line {
        let values = [
            ("body", self.short()),
            ("to", Value::text(Some(&recommendation.to))),
            ("text", Value::from(full_stop(&recommendation.text))),
        ];
        let first = self.fill.line(Phrase::Recommendation, &values);
        self.with_reasons(first, recommendation)
    }

    /// A recommendation followed by its reasons.
    pub(super) fn with_reasons(self, first: Line, recommendation: &'a Recommendation) -> Line {
        let reasons = recommendation.reasons.iter().map(|reason| {
            let reason = Value::text(Some(reason.trim().trim_end_matches('.')));
            self.fill.line(Phrase::RecommendationReason, &[("reason", reason)])
        });
        run_in(std::iter::once(first).chain(reasons))
    }
}

/// The parts of `words`, each with whether it stood between asterisks. An asterisk without a partner is itself.
pub(super) fn marked(words: &str) -> Vec<(bool, &str)> {
    let mut parts = Vec::new();
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('*') {
        let Some((inside, beyond)) = after.split_once('*').filter(|(inside, _)| !inside.trim().is_empty()) else {
            break;
        };
        parts.push((false, before));
        parts.push((true, inside));
        rest = beyond;
    }
    parts.push((false, rest));
    parts.retain(|(_, text)| !text.is_empty());
    parts
}

/// `text` as a sentence: with a full stop where it ends in a letter, a figure or a closing bracket or quotation mark.
pub(super) fn full_stop(text: &str) -> String {
    let text = text.trim();
    let closers = [')', '”', '’', '"', '\'', ']'];
    let bare = text.trim_end_matches(closers);
    let open = |letter: char| {
        letter.is_alphanumeric() || matches!(letter, '%' | '*' | '°' | '£' | '€') || closers.contains(&letter)
    };
    let ends_open = bare.chars().next_back().is_some_and(open);
    if ends_open { format!("{text}.") } else { text.to_owned() }
}

/// How many facts of an item are looked at for what a nil entry denies.
const NEAR: usize = 64;

/// Whether what is recorded under an item says that there was something after all, so that no nil entry prints.
pub fn denies_nil(state: &State, item: &Item) -> bool {
    // Near the end, since such an item has little else.
    state.facts_of(item).rev().take(NEAR).any(|fact| denied(&item.agenda.kind, &fact.content))
}

/// Whether something of this content was recorded after all, so that it cannot be said that there was nothing.
fn denied(kind: &ItemKind, content: &Content) -> bool {
    let debated =
        matches!(content, Content::Point(_) | Content::Motion(_) | Content::Question(_) | Content::Passage(_));
    match kind {
        ItemKind::Questions => matches!(content, Content::Question(_)) || debated,
        ItemKind::Minutes { .. } => matches!(content, Content::Minutes(_)),
        ItemKind::Review { .. } => matches!(content, Content::Update(_)),
        ItemKind::Election { .. } => matches!(content, Content::Election(_)),
        ItemKind::Plan | ItemKind::Business => {
            debated || matches!(content, Content::Decision(_) | Content::Action(_) | Content::Table(_))
        }
        ItemKind::Report | ItemKind::Precept(_) | ItemKind::Hearing(_) => debated,
        ItemKind::Apologies | ItemKind::Substitutes | ItemKind::Declarations | ItemKind::Complaints { .. } => false,
    }
}
