//! The style that is complete by itself: plain English of a council committee.

use std::sync::Arc;

use super::{
    ActionRow, AttendanceForm, AttendancePlace, Brackets, Column, Columns, DECISION_SLOTS, DateFormat, DecidedBlock,
    DecisionForm, Declarations, EndBlock, FirstMention, HeadBlock, ItemBlock, ItemOrder, LateDeclarations, ListOrder,
    Marker, Motions, Movements, OfficeSpeaks, PeopleForm, PlanForm, ReadyMade, Style, Substitutes, SubstitutesPlace,
    TextItalics, TimeFormat, TopicEmphasis, Updates, VerbEmphasis, VoteForm, Wording, Words,
};
use crate::meeting::agenda::KINDS;
use crate::meeting::fact::Verb;
use crate::minutes::phrase::{Phrase, Slot, Spec, Template};
use crate::spelling::Endings;

pub(super) fn defaults() -> Style {
    let parse = |text: &str, slots: &[Slot]| Template::parse(text, slots).unwrap_or_default();
    let wording = |spec: &Spec| match spec.defaults {
        [none, one, many] => {
            let text = |text: &str| Arc::new(parse(text, spec.slots));
            Wording { none: text(none), one: text(one), many: text(many) }
        }
        texts => Wording::plain(parse(texts.first().copied().unwrap_or_default(), spec.slots)),
    };
    let ready = |name: &str, verb, words: &str, kinds: &[&str]| ReadyMade {
        name: name.to_owned(),
        verb,
        words: parse(words, DECISION_SLOTS),
        kinds: kinds.iter().map(|&kind| kind.to_owned()).collect(),
    };
    let marker = |sample: &str| Marker::like(sample).unwrap_or_else(Marker::none);
    Style {
        phrases: Phrase::ALL.iter().map(|&phrase| (phrase, wording(phrase.spec()))).collect(),
        language: "en-GB".to_owned(),
        spelling: Endings::default(),
        known_words: Vec::new(),
        words: Words::default(),
        bullet: '-',
        votes: VoteForm::default(),
        brackets: Brackets::default(),
        decision_form: DecisionForm::default(),
        first_mention: FirstMention::default(),
        attenders: PeopleForm::Lines,
        apology_list: PeopleForm::RunIn,
        substitutes_place: SubstitutesPlace::default(),
        plan: PlanForm::default(),
        amendments: marker("none"),
        updates: Updates::default(),
        run_on: false,
        verbs: VerbEmphasis::default(),
        topics: TopicEmphasis::default(),
        text_italics: TextItalics::default(),
        date: DateFormat::default(),
        short_date: DateFormat::Short,
        time: TimeFormat::default(),
        serial_comma: false,
        members: ListOrder::default(),
        apologies: ListOrder::default(),
        substitutes: Substitutes::default(),
        movements: Movements::default(),
        attendance: AttendanceForm::default(),
        attendance_place: AttendancePlace::default(),
        declarations: Declarations::default(),
        late_declarations: LateDeclarations::default(),
        chair_speaks: OfficeSpeaks::default(),
        motions: Motions::default(),
        highlights: marker("1."),
        discussion: marker("1)"),
        rows: marker("1."),
        parts: marker("(1)"),
        conditions: marker("1."),
        order: ItemOrder::default(),
        action_rows: vec![ActionRow::Decisions, ActionRow::Reasons],
        head: HeadBlock::USUAL.to_vec(),
        item: ItemBlock::USUAL.to_vec(),
        decided: DecidedBlock::USUAL.to_vec(),
        decision_headings: KINDS.map(str::to_owned).to_vec(),
        end: EndBlock::USUAL.to_vec(),
        title_venue: true,
        full_stops: true,
        columns: Columns {
            plan: ["DATES", "ITEMS"].map(str::to_owned),
            actions: vec![Column::Item("ITEM".to_owned()), Column::Action("ACTION".to_owned())],
            undertakings: ["UNDERTAKING", "OWNER", "DUE", "MINUTE"].map(str::to_owned),
            attendance: ["MEMBER", "ATTENDANCE", "TIME"].map(str::to_owned),
            declarations: ["NAME", "ITEM", "INTEREST", "REASON"].map(str::to_owned),
            register: ["KIND", "MINUTE", "ITEM", "ACTION", "OWNER", "DUE"].map(str::to_owned),
        },
        titles: [("Councillor", "Councillors"), ("Cllr", "Cllrs"), ("Alderman", "Aldermen")]
            .map(|(one, many)| (one.into(), many.into()))
            .into(),
        decisions: vec![
            ready(
                "note-report",
                Verb::Note,
                "The {body} *AGREED* to *NOTE* the report.",
                &["report", "business", "review"],
            ),
            ready("agree-document", Verb::Agree, "The {body} *AGREED* to {document}.", &[]),
            ready(
                "note-item",
                Verb::Note,
                "The {body} *NOTED* the item.",
                &["review", "questions", "complaints", "report", "business"],
            ),
            ready("approve-document", Verb::Approve, "The {body} *APPROVED* {document}.", &[]),
            // Only where an agenda names it: it is of one kind of report.
            ready("no-changes", Verb::Note, "It was *AGREED* to *NOTE* that no changes were required.", &[]),
            ready("note-dates", Verb::Note, "The {body} *NOTED* the forthcoming meeting dates.", &["plan"]),
        ]
        .into_iter()
        .chain(STATUTORY_DECISIONS.iter().map(|(name, verb, words, kinds)| ready(name, *verb, words, kinds)))
        .collect(),
    }
}

/// What may be decided on a precept (2011 Act, Schedule 5) and of a candidate (Schedules 1 and 8).
const STATUTORY_DECISIONS: &[(&str, Verb, &str, &[&str])] = &[
    (
        "support-precept",
        Verb::Endorse,
        "The {body} *AGREED* to *SUPPORT* the proposed precept[ for {year}].",
        &["precept"],
    ),
    (
        "support-with-recommendations",
        Verb::Recommend,
        "The {body} *AGREED* to *SUPPORT* the proposed precept[ for {year}], with recommendations.",
        &["precept"],
    ),
    (
        "no-decision",
        Verb::NoDecision,
        "The {body} made *NO DECISION* on the proposed precept[ for {year}].",
        &["precept"],
    ),
    (
        "veto-too-high",
        Verb::VetoTooHigh,
        "The {body} *AGREED* to *VETO* the proposed precept[ for {year}] because it was too high.",
        &["precept"],
    ),
    (
        "veto-too-low",
        Verb::VetoTooLow,
        "The {body} *AGREED* to *VETO* the proposed precept[ for {year}] because it was too low.",
        &["precept"],
    ),
    (
        "accept-revised",
        Verb::Endorse,
        "The {body} *AGREED* to *ACCEPT* the revised precept[ for {year}].",
        &["revised-precept"],
    ),
    (
        "reject-revised",
        Verb::Refuse,
        "The {body} *AGREED* to *REJECT* the revised precept[ for {year}].",
        &["revised-precept"],
    ),
    (
        "recommend-appointment",
        Verb::Recommend,
        "The {body} *AGREED* to *RECOMMEND* that {candidates} be appointed as {post}.",
        &["hearing"],
    ),
    (
        "recommend-against",
        Verb::Recommend,
        "The {body} *AGREED* to *RECOMMEND* that {candidates} not be appointed as {post}.",
        &["hearing"],
    ),
    (
        "veto-appointment",
        Verb::Veto,
        "The {body} *AGREED* to *VETO* the appointment of {candidates} as {post}.",
        &["veto-hearing"],
    ),
];
