//! What fills the slots of specimens. What the house itself words is filled with the house's words.

use crate::minutes::phrase::{Kind, Phrase, Slot, Value, Who};

use super::Show;
use super::meeting::{at, day};

impl<'a> Show<'a> {
    /// The sample for a slot of a phrase in its form for `count`.
    pub(super) fn value(self, phrase: Phrase, slot: &Slot, count: usize) -> Value<'a> {
        match slot.kind {
            Kind::People => self.people(phrase, slot.name, count),
            Kind::Date => Value::Date(day()),
            Kind::Time => {
                Value::Time(if matches!(slot.name, "to" | "until" | "ended") { at(16, 30) } else { at(14, 0) })
            }
            Kind::Number => Value::Number(number(phrase, slot.name, count)),
            Kind::Text => self.text_value(phrase, slot.name, count),
        }
    }

    fn people(self, phrase: Phrase, slot: &str, count: usize) -> Value<'a> {
        let [first, second, third] = self.sample.members;
        let who = match slot {
            "member" | "members" | "person" if is_of_officers(phrase) => vec![self.sample.officer],
            "members" | "voters" if phrase.spec().counts() && count == 1 => vec![first],
            "members" | "voters" | "nominees" if count == 1 => vec![first, second],
            "members" | "voters" | "nominees" => vec![first, second, third],
            "nominee" | "elected" => vec![third],
            "substitutes" => vec![second, third],
            "seconder" | "substitute" => vec![second],
            "by" | "speaker" => vec![self.sample.officer],
            "party" => {
                let party = self.sample.party.map_or(Who::Person(self.sample.officer), Who::Party);
                return Value::People(vec![party]);
            }
            _ => vec![first],
        };
        Value::People(who.into_iter().map(Who::Person).collect())
    }

    fn text_value(self, phrase: Phrase, slot: &str, count: usize) -> Value<'a> {
        // A seconder is named or not; a sentence never says both.
        if slot == "seconded" && phrase.spec().slots.iter().any(|other| other.name == "seconder") {
            return Value::Empty;
        }
        if let Some((inner, count)) = nested(phrase, slot, count) {
            return Value::from(self.text(inner, count));
        }
        Value::from(match slot {
            "body" if is_whole(phrase) => self.state.body().name.clone(),
            "body" => self.state.body().short.clone(),
            "row" => self.style.rows.show(0),
            "numbers" if count == 2 => self.style.words.join(&["2", "3"].map(str::to_owned), self.style.serial_comma),
            slot => words(phrase, slot).to_owned(),
        })
    }
}

/// Phrases of those who are no members.
fn is_of_officers(phrase: Phrase) -> bool {
    matches!(phrase, Phrase::OfficerDeclaration | Phrase::Attender | Phrase::OthersLeftForItem)
}

/// Phrases that name the body in full.
fn is_whole(phrase: Phrase) -> bool {
    matches!(
        phrase,
        Phrase::Title
            | Phrase::DocumentTitle
            | Phrase::RunningHead
            | Phrase::PaperHead
            | Phrase::AgendaTitle
            | Phrase::ForwardTitle
            | Phrase::ReportTitle
            | Phrase::ReportTitleRevised
            | Phrase::ReportSigned
    )
}

fn number(phrase: Phrase, slot: &str, count: usize) -> usize {
    match (phrase, slot) {
        (_, "votes" | "count" | "signatures") if phrase.spec().counts() && count < 2 => count,
        (Phrase::VotesFor | Phrase::VotesAgainst | Phrase::VotesAbstained | Phrase::VotesNot, _) => 2,
        (_, "no") if count > 0 => 2,
        (_, "abstained" | "not_voting" | "point") => 1,
        (_, "needed") => 8,
        (_, "base" | "members") => 12,
        (_, "number") => 3,
        _ => 5,
    }
}

/// The phrase that fills a slot, with its count.
fn nested(phrase: Phrase, slot: &str, count: usize) -> Option<(Phrase, usize)> {
    let inner = match (phrase, slot) {
        // As many against as for.
        (Phrase::VotesEqual, "votes") => return Some((Phrase::Votes, 0)),
        (Phrase::ExemptParagraphs | Phrase::Exclusion, "paragraphs") => {
            return Some((Phrase::ExemptParagraphs, count.max(1)));
        }
        (Phrase::Exclusion, "business") if count == 0 => Phrase::RestOfMeeting,
        (Phrase::Confidential, "reason") => Phrase::ConfidentialLaw,
        (Phrase::ExclusionPrejudicial, "reason") => Phrase::PrejudiceConfidential,
        (Phrase::OwnVote, "way") => Phrase::VotedFor,
        (Phrase::NomineesVotedOn, "votes") => return Some((Phrase::NomineeVotes, 2)),
        (Phrase::CastingVote | Phrase::NoCastingVote, "outcome") => Phrase::Carried,
        (Phrase::ItemNumber, "number") | (Phrase::PointReference, "item") | (_, "minute") => Phrase::MinuteNumber,
        (Phrase::DecisionRefer | Phrase::DecisionRecommend | Phrase::DecisionDelegate | Phrase::DecisionDefer, _)
        | (Phrase::PlanSentence, "items")
        | (Phrase::HeadArrived | Phrase::HeadLeft, "item")
        | (Phrase::Speaker | Phrase::SpeakerOfRole, "role") => return None,
        (_, "absence") => Phrase::InAbsence,
        (_, "abstentions") => Phrase::SomeAbstentions,
        (_, "yes_votes") => return Some((Phrase::SomeVotes, 5)),
        (_, "no_votes") => return Some((Phrase::SomeVotes, 0)),
        (_, "business" | "item" | "items") => Phrase::ItemReference,
        (_, "counts") => Phrase::ContestCount,
        (_, "how") => Phrase::Unanimously,
        (_, "interest") => Phrase::Interest,
        (_, "method") => Phrase::ByBallot,
        (_, "moved") => Phrase::MovedBrackets,
        (_, "paper") => Phrase::PaperMinutes,
        (_, "paragraphs") => Phrase::ExemptParagraphs,
        (_, "private") => Phrase::AgendaExempt,
        (_, "role" | "office") => Phrase::RoleChair,
        (_, "seconded") => Phrase::Seconded,
        (_, "tag") => Phrase::ApologyTag,
        (_, "test") => Phrase::InterestTest,
        (_, "turns") => Phrase::Turn,
        (_, "votes") => Phrase::Votes,
        (_, "way") => Phrase::CastingFor,
        (_, "what") => Phrase::WhatMotion,
        (_, "whole") => Phrase::OfPresent,
        _ => return None,
    };
    Some((inner, 1))
}

/// What a clerk might have typed.
fn words(phrase: Phrase, slot: &str) -> &'static str {
    match (phrase, slot) {
        (Phrase::Question | Phrase::NoticeQuestion | Phrase::Supplementary, "text") => {
            "When will the plan be published?"
        }
        (Phrase::Statement, "text") => "The plan should be published.",
        (Phrase::Answer, "text") => "In May.",
        (Phrase::Turn | Phrase::Update, "text") => "said that the plan would be published in May.",
        (Phrase::Tribute | Phrase::Silence, "text") => "the late Alderman Brown",
        (Phrase::Petition, "text") => "for a crossing in Mill Lane",
        (Phrase::Presentation | Phrase::Deputation, "text") => "the crossing in Mill Lane",
        (Phrase::Tabled, "text") => "a revised plan",
        (Phrase::OwnedUndertaking | Phrase::UndertakingRow, "text") => "publish the plan",
        (Phrase::Informal, "text") => "the plan was welcomed",
        (Phrase::InBrackets, "text") => "5 for, 2 against",
        (Phrase::Recommendation | Phrase::ReportRecommendation, "text") | (_, "reads" | "motion") => {
            "That the plan be published."
        }
        (_, "text") => "the plan would be published in May",
        (Phrase::ExemptDescription, "words") => "Information relating to any individual.",
        (Phrase::ContestCount | Phrase::ContestOut | Phrase::ContestCasting | Phrase::ContestChosen, "words") => {
            "That the first site be chosen"
        }
        (Phrase::ExclusionOther, "words") => "the public interest in doing so outweighs that in a public hearing",
        (_, "words") => "That the plan be made public.",
        (Phrase::ItemDeferred, "to") => "the next meeting",
        (Phrase::ForwardChanged, "to") => "2.30pm",
        (_, "to") => "the Highways Committee",
        (_, "where") => "decided on 1 June",
        (Phrase::ForwardChanged, "from") => "2pm",
        (Phrase::DecisionDelegate, "what") => "the wording of the plan",
        (Phrase::DecisionRecommend, "what") => "the plan be published",
        (_, "what") => "the plan",
        (Phrase::MembersPresent, "members") => "Councillors A Smith (Chair), B Jones and Mary Green",
        (Phrase::RecommendationReason, "reason") => "costs had risen",
        (Phrase::ItemDeferred | Phrase::ItemWithdrawn | Phrase::MinutesDeferred, "reason") => "the report was late",
        (Phrase::ExclusionOther, "law") => "regulation 14(2) of the Licensing Act 2003 (Hearings) Regulations 2005",
        (Phrase::ExclusionOther, "reason") => "a witness was heard in confidence",
        (Phrase::Stands, "reason") => "the Chair so ruled",
        (_, "reason") => "she was unwell",
        (Phrase::PlanSentence | Phrase::PlanAdded, "items") => "Annual Plan and Annual Budget",
        (Phrase::ItemFact, "label") => "Reference",
        (_, "label") => "Annual Meeting",
        (_, "owner") => "the Clerk",
        (_, "added") => "Annual Plan",
        (_, "contact") => "democracy@anytown.example",
        (_, "sum") => "0123456789abcdef",
        (Phrase::ItemFact, "value") => "26/0145/FUL",
        (Phrase::Petition, "outcome") => "referred to the Highways Committee",
        (Phrase::SpeakerOfRole | Phrase::Speaker, "role") => "objector",
        (Phrase::PaperMinutes, _) => "Minutes",
        (_, "number" | "item" | "agenda" | "top") => "7",
        (_, "numbers") => "3",
        (_, "asker") => "Mr Brown",
        (_, "authority" | "organisation" | "seats") => "Anytown Council",
        (_, "by") => "the Clerk",
        (_, "with") => "the Chair",
        (_, "candidates") => "Ms J Brown",
        (_, "post") => "Clerk",
        (_, "change") => "the word “Planning” to read “Housing”",
        (_, "place") => "Minute 4, line 2",
        (_, "dispensation") => "to speak and vote",
        (_, "due" | "on") => "1 June",
        (_, "until") => "24 May",
        (_, "figure") => "an increase of £13",
        (_, "group") => "Members Present",
        (_, "kind") => "personal",
        (_, "manner") => "for the rest of the meeting",
        (_, "mark") => "DRAFT",
        (_, "meeting") => "the meeting of the Audit Committee",
        (_, "nature") => "a friend of the applicant",
        (_, "page") => "1",
        (_, "pages") => "4",
        (_, "part") => "paragraph 3.2",
        (_, "receives") => "a report on the plan",
        (_, "recommendation") => "to note the report",
        (_, "subject") => "the plan",
        (_, "title") => "Annual Plan",
        (_, "topic") => "Crossings",
        (_, "document") => "the Annual Plan",
        (_, "venue") => "Town Hall, Anytown",
        (_, "year" | "municipal") => year(phrase),
        (_, "yy" | "municipal_yy") => "26",
        (Phrase::PlanAdded, "month") => "May",
        (_, "month") => "05",
        (_, "municipal_year") => "2026",
        _ => "",
    }
}

fn year(phrase: Phrase) -> &'static str {
    if phrase == Phrase::MinuteNumber { "2026" } else { "2026/27" }
}
