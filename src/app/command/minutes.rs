//! Formal business: nil entries, minutes of earlier meetings, updates, public questions.

use chrono::NaiveDate;

use crate::app::session::Stop;
use crate::app::{clock, people};
use crate::meeting::agenda::ItemKind;
use crate::meeting::command::{Command, Refusal};
use crate::meeting::fact::{
    Accuracy, Amendment, Content, MinutesOutcome, PublicQuestion, Section, Speaker, Standing, Turn, Update,
};
use crate::meeting::id::FactId;
use crate::meeting::state::{Item, State};
use crate::minutes::document::denies_nil;
use crate::minutes::names::Names;
use crate::text::fold;

use super::discussion::before_colon;
use super::{Act, Area, BECAUSE, Call, Context, Kind, Spec, lead_in, may, need, point};

const AREA: Area = Area::Formal;
const OUTCOMES: &[&str] = &["agreed", "amended", "deferred"];

pub(super) const COMMANDS: &[Spec] = &[
    Spec {
        name: "nil",
        aliases: &["none"],
        area: AREA,
        context: Context::Open,
        args: &[],
        help: "There was nothing under the room's item; the minutes say so in the words of the house.",
        example: "nil",
        run: nil,
    },
    Spec {
        name: "minutes",
        aliases: &[],
        area: AREA,
        context: Context::Minutes,
        args: &[
            need("OUTCOME", Kind::Choice(OUTCOMES)),
            may("CITE - CHANGE; ...", Kind::Words),
            may("DATE", Kind::Date).after(&["for"]),
            BECAUSE,
        ],
        help: "Minutes of earlier meetings are agreed, agreed as amended, or deferred; all sets unless one is named.",
        example: "minutes amended Paragraph 5, first line - deletion of the word \"depravation\"",
        run: minutes,
    },
    Spec {
        name: "update",
        aliases: &[],
        area: AREA,
        context: Context::Review,
        args: &[need("TOPIC - TEXT [STANDING]", Kind::Update)],
        help: "Reports on an earlier action, found by any part of its topic; “[done]” at the end says where it stands.",
        example: "update logo - no money for a new one [declined]",
        run: update,
    },
    Spec {
        name: "question",
        aliases: &[],
        area: AREA,
        context: Context::Questions,
        args: &[need("ASKER: TEXT", Kind::Text)],
        help: "A member of the public asks something.",
        example: "question Ann Hill: when does the front desk open?",
        run: |call| question(call, false),
    },
    Spec {
        name: "notice-question",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[need("MEMBER: TEXT", Kind::Text)],
        help: "Records a question of which a member gave notice; “answer” and “supplementary” go on with it.",
        example: "notice-question Jones: What did the website cost?",
        run: notice_question,
    },
    Spec {
        name: "statement",
        aliases: &[],
        area: AREA,
        context: Context::Questions,
        args: &[need("ASKER: TEXT", Kind::Text)],
        help: "A member of the public makes a statement.",
        example: "statement Ann Hill: the front desk is missed.",
        run: |call| question(call, true),
    },
    Spec {
        name: "answer",
        aliases: &[],
        area: AREA,
        context: Context::Questions,
        args: &[need("[PERSON] TEXT", Kind::Text)],
        help: "The latest question, or its supplementary, is answered: in words that follow the name, or in a sentence, which is quoted.",
        example: "answer pcc said that it opens in May.",
        run: answer,
    },
    Spec {
        name: "supplementary",
        aliases: &[],
        area: AREA,
        context: Context::Questions,
        args: &[need("TEXT", Kind::Text)],
        help: "Whoever asked the latest question asks again.",
        example: "supplementary why not before?",
        run: supplementary,
    },
];

fn nil(call: &Call<'_>) -> Result<Act, Stop> {
    let item = call.room_item()?;
    if call.state().facts_of(item).any(|fact| fact.content == Content::Nil) {
        return Err(Refusal::new("The item has its nil entry already.", "There is nothing to do.").into());
    }
    if denies_nil(call.state(), item) {
        let hint = "A nil entry would not print. Go on, or strike out first what is wrong.";
        return Err(Refusal::new("Something is recorded under the item already.", hint).into());
    }
    Ok(Act::of(Command::Record { item: item.agenda.id.clone(), content: Content::Nil, started: None }))
}

fn minutes(call: &Call<'_>) -> Result<Act, Stop> {
    let item = call.room_item()?;
    let sets = sets(call, item)?;
    let details = call.text("CITE - CHANGE; ...");
    let accuracy = match call.text("OUTCOME") {
        "amended" => Accuracy::Amended { amendments: amendments(details)? },
        _ if !details.is_empty() => {
            return Err(Refusal::new(
                format!("“{details}” has no place here."),
                "Amendments follow “minutes amended”.",
            )
            .into());
        }
        "agreed" => Accuracy::Agreed,
        "deferred" => Accuracy::Deferred { because: call.some("REASON") },
        other => {
            let hint = format!("It is one of {}.", OUTCOMES.join(", "));
            return Err(Refusal::new(format!("Minutes cannot be “{other}”."), hint).into());
        }
    };
    if sets.len() > 1 && matches!(accuracy, Accuracy::Amended { .. }) {
        let dates: Vec<String> = sets.iter().map(|set| format!("for {}", set.format("%-d %B %Y"))).collect();
        return Err(Refusal::new(
            "Several sets of minutes are before the meeting.",
            format!("Say which: {}.", dates.join(" or ")),
        )
        .into());
    }
    let record = |set| Command::Record {
        item: item.agenda.id.clone(),
        content: Content::Minutes(MinutesOutcome { set, accuracy: accuracy.clone() }),
        started: None,
    };
    Ok(Act::all(sets.into_iter().map(record).collect()))
}

/// The set that is named, or all sets of the item not dealt with yet.
fn sets(call: &Call<'_>, item: &Item) -> Result<Vec<NaiveDate>, Refusal> {
    if let Some(text) = call.values.get("DATE") {
        return Ok(vec![day(text)?]);
    }
    if !matches!(item.agenda.kind, ItemKind::Minutes { .. }) {
        return Err(Refusal::new(
            "No minutes are before the meeting under this item.",
            "Go to the item, or name the meeting: “minutes agreed for 15 March 2023”.",
        ));
    }
    let sets = call.state().minutes_before(item);
    if sets.is_empty() {
        return Err(Refusal::new(
            "The agenda does not say of which meeting these minutes are.",
            "Name it: “minutes agreed for 15 March 2023”.",
        ));
    }
    let dealt = |set: &NaiveDate| {
        call.state()
            .facts_of(item)
            .any(|fact| matches!(&fact.content, Content::Minutes(outcome) if outcome.set == *set))
    };
    let left: Vec<NaiveDate> = sets.into_iter().filter(|set| !dealt(set)).collect();
    if left.is_empty() {
        return Err(Refusal::new("The minutes are dealt with already.", "Strike what is wrong and record it again."));
    }
    Ok(left)
}

/// The day of a meeting.
pub(super) fn day(text: &str) -> Result<NaiveDate, Refusal> {
    let unclear = || Refusal::new(format!("“{text}” is not a day."), "Write it as 15 March 2023 or 2023-03-15.");
    clock::day(text).ok_or_else(unclear)
}

/// A place that has dashes of its own is parted from what changes by a bar.
fn barred(part: &str) -> Option<(&str, &str)> {
    let (cite, change) = part.split_once('|')?;
    let (cite, change) = (cite.trim(), change.trim());
    (!cite.is_empty() && !change.is_empty()).then_some((cite, change))
}

/// An amendment as it is typed: `PLACE - CHANGE`.
pub(super) fn amendment_line(amendment: &Amendment) -> String {
    let Amendment { cite, change } = amendment;
    let between = if point::dash(cite).is_some() { "|" } else { "-" };
    format!("{cite} {between} {change}")
}

pub(super) fn amendments(text: &str) -> Result<Vec<Amendment>, Refusal> {
    let amendment = |part: &str| {
        let (cite, change) = barred(part).or_else(|| point::dash(part)).ok_or_else(|| {
            Refusal::new(
                "An amendment lacks its place or its change.",
                "Write “Paragraph 5, first line - deletion of ...”.",
            )
        })?;
        Ok(Amendment { cite: cite.to_owned(), change: change.to_owned() })
    };
    let parts = text.split(';').map(str::trim).filter(|part| !part.is_empty());
    let found: Vec<Amendment> = parts.map(amendment).collect::<Result<_, Refusal>>()?;
    if found.is_empty() {
        return Err(Refusal::new("No amendment is named.", "Write “minutes amended PLACE - CHANGE”."));
    }
    Ok(found)
}

fn update(call: &Call<'_>) -> Result<Act, Stop> {
    let text = point::one_line(call.text("TOPIC - TEXT [STANDING]"));
    let (text, standing) = standing(&text);
    let item = call.item_for(|kind| matches!(kind, ItemKind::Review { .. }))?;
    let (topic, text) = topic_and_text(item, text)?.ok_or_else(|| {
        Refusal::new("The update lacks its topic.", "Write “topic - what was reported”; any part of the topic will do.")
    })?;
    let content = Content::Update(Update { topic, text, standing });
    let reviewed = matches!(item.agenda.kind, ItemKind::Review { .. });
    let lead_in = lead_in::needed(call.state(), item, Section::Highlights).filter(|_| reviewed);
    let record = Command::Record { item: item.agenda.id.clone(), content, started: call.started };
    Ok(Act::all(lead_in.into_iter().chain([record]).collect()))
}

fn standing(text: &str) -> (&str, Option<Standing>) {
    let bracketed = text.strip_suffix(']').and_then(|text| text.rsplit_once('['));
    let known =
        bracketed.and_then(|(text, word)| Standing::told(word).map(|standing| (text.trim_end(), Some(standing))));
    known.unwrap_or((text, None))
}

/// The topics under review in an item.
pub(super) fn topics(item: &Item) -> impl Iterator<Item = &str> {
    let topics = match &item.agenda.kind {
        ItemKind::Review { topics } => topics.as_slice(),
        _ => &[],
    };
    topics.iter().map(|topic| topic.title.as_str())
}

/// The topic as printed and what was said of it. Topics may hold dashes, so the longest beginning that names one counts.
pub(in crate::app) fn topic_and_text(item: &Item, text: &str) -> Result<Option<(String, String)>, Refusal> {
    let whole = topics(item).find_map(|topic| {
        let rest = text.strip_prefix(topic)?;
        point::dash(&format!("x{rest}")).map(|(_, rest)| (topic.to_owned(), rest.to_owned()))
    });
    if whole.is_some() {
        return Ok(whole);
    }
    let Some((part, rest)) = point::dash(text) else { return Ok(None) };
    let wanted = fold(part);
    let found: Vec<&str> = topics(item).filter(|topic| fold(topic).contains(&wanted)).collect();
    let exact = found.iter().find(|topic| fold(topic) == wanted);
    match (exact, found.as_slice()) {
        (Some(topic), _) | (None, [topic]) => Ok(Some(((*topic).to_owned(), rest.to_owned()))),
        (None, []) => Ok(Some((part.to_owned(), rest.to_owned()))),
        (None, several) => {
            Err(Refusal::new(format!("“{part}” may be {}.", several.join(" or ")), "Type more of the topic."))
        }
    }
}

fn question(call: &Call<'_>, statement: bool) -> Result<Act, Stop> {
    let halves = call.text("ASKER: TEXT").split_once(':').map(|(asker, text)| (asker.trim(), text.trim()));
    let Some((asker, text)) = halves.filter(|(asker, text)| !asker.is_empty() && !text.is_empty()) else {
        return Err(Refusal::new("It is not said who asked.", "Write the name and a colon before the question.").into());
    };
    let item = call.item_for(|kind| matches!(kind, ItemKind::Questions))?.agenda.id.clone();
    let content = Content::Question(PublicQuestion {
        statement,
        notice: false,
        asker: asker.to_owned(),
        text: text.to_owned(),
        answer: None,
        supplementary: None,
        supplementary_answer: None,
    });
    Ok(Act::of(Command::Record { item, content, started: call.started }))
}

fn notice_question(call: &Call<'_>) -> Result<Act, Stop> {
    let Some((name, text)) = before_colon(call.text("MEMBER: TEXT")) else {
        return Err(Refusal::new("It is not said who asked.", "Write the name and a colon before the question.").into());
    };
    let member = people::person(call.state(), name)?;
    let names = Names::new(call.state(), call.session.style());
    let asker = call.state().person(&member).map_or_else(|| name.to_owned(), |person| names.formal(person));
    let question = PublicQuestion {
        statement: false,
        notice: true,
        asker,
        text: text.to_owned(),
        answer: None,
        supplementary: None,
        supplementary_answer: None,
    };
    let (item, content) = (call.pen()?, Content::Question(question));
    Ok(Act::of(Command::Record { item, content, started: call.started }))
}

fn latest_question(call: &Call<'_>) -> Result<(FactId, PublicQuestion), Refusal> {
    let item = call.item_for(|kind| matches!(kind, ItemKind::Questions))?;
    let found = call.state().facts_of(item).rev().find_map(|fact| match &fact.content {
        Content::Question(question) => Some((fact.id, question.clone())),
        _ => None,
    });
    found.ok_or_else(|| Refusal::new("No question has been asked under this item.", "Record it first with “question”."))
}

fn answer(call: &Call<'_>) -> Result<Act, Stop> {
    let (id, mut question) = latest_question(call)?;
    let turn = answering(call.state(), call.text("[PERSON] TEXT"))?;
    if question.supplementary.is_some() {
        question.supplementary_answer = Some(turn);
    } else {
        question.answer = Some(turn);
    }
    Ok(Act::of(Command::Correct { id, content: Content::Question(question) }))
}

/// Whoever answers to a name: exactly, or by a part of it.
fn spoken(state: &State, name: &str) -> Option<Speaker> {
    match people::heard(state, name) {
        people::Heard::Speaker(speaker) => Some(speaker),
        _ => people::person(state, name).ok().map(Speaker::Person),
    }
}

pub(super) fn answering(state: &State, text: &str) -> Result<Turn, Refusal> {
    let text = point::one_line(text);
    let named = before_colon(&text).and_then(|(name, rest)| Some((spoken(state, name)?, rest)));
    if let Some((speaker, rest)) = named {
        return Ok(Turn { speaker, text: rest.to_owned() });
    }
    point::turn(state, &text)
}

fn supplementary(call: &Call<'_>) -> Result<Act, Stop> {
    let (id, mut question) = latest_question(call)?;
    question.supplementary = Some(call.text("TEXT").to_owned());
    Ok(Act::of(Command::Correct { id, content: Content::Question(question) }))
}
