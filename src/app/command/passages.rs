//! What has a sentence of its own: announcements, tributes, petitions, speakers and the rest.

use crate::app::session::Stop;
use crate::meeting::command::{Command, Refusal};
use crate::meeting::fact::{Content, Owner, Passage, PassageKind};
use crate::meeting::id::FactId;

use super::actions::owner_of;
use super::discussion::before_colon;
use super::{Act, Area, Call, Kind, Spec, may, need};

const AREA: Area = Area::Formal;
const SAID: &str = "[NAME:] TEXT";

/// Who speaks at English committees without being a member. Others may be named.
pub(in crate::app) const ROLES: &[&str] =
    &["objector", "supporter", "applicant", "agent", "ward member", "parish council", "member of the public"];

pub(super) const COMMANDS: &[Spec] = &[
    Spec::always(
        AREA,
        "announce",
        &[need(SAID, Kind::Text)],
        [
            "Records an announcement, by whoever presides where nobody is named.",
            "announce the meeting was being filmed",
        ],
        |call| by_presider(call, PassageKind::Announcement),
    ),
    Spec::always(
        AREA,
        "tribute",
        &[need(SAID, Kind::Text)],
        ["Records a tribute, by whoever presides where nobody is named.", "tribute Jones: the work of the volunteers"],
        |call| by_presider(call, PassageKind::Tribute),
    ),
    Spec::always(
        AREA,
        "silence",
        &[may("TEXT", Kind::Text)],
        ["Those present stood in silence, in memory of somebody where named.", "silence former Councillor Ann Hill"],
        silence,
    ),
    Spec::always(
        AREA,
        "tabled",
        &[need(SAID, Kind::Text)],
        ["Records a paper that was laid before the meeting.", "tabled Webb: a revised page 14"],
        |call| passage(call, PassageKind::Tabled),
    ),
    Spec::always(
        AREA,
        "presentation",
        &[need(SAID, Kind::Text)],
        ["Records a presentation.", "presentation Edwards: the victims’ hub"],
        |call| passage(call, PassageKind::Presentation),
    ),
    Spec::always(
        AREA,
        "advice",
        &[need("NAME: TEXT", Kind::Text)],
        ["Records an officer's advice that is to be minuted.", "advice Omoregie: the motion was in order"],
        advice,
    ),
    Spec::always(
        AREA,
        "petition",
        &[
            need(SAID, Kind::Words),
            may("NUMBER", Kind::Word).after(&["signatures", "signed by"]),
            may("OUTCOME", Kind::Text).after(&["outcome"]),
        ],
        [
            "Records a petition, how many signed it and what becomes of it.",
            "petition Ann Hill: asking for a crossing signatures 214 outcome referred to the Highways Committee",
        ],
        petition,
    ),
    Spec::always(
        AREA,
        "deputation",
        &[need("NAME", Kind::Words), may("TEXT", Kind::Text).after(&["on", "about"])],
        ["Records that a deputation was received.", "deputation the Riverside Residents on flooding"],
        |call| speech(call, PassageKind::Deputation),
    ),
    Spec::always(
        AREA,
        "speaker",
        &[
            may("NAME", Kind::Words),
            may("ROLE", Kind::Words).after(&["as"]),
            may("TEXT", Kind::Text).after(&["said", "says"]),
        ],
        ["Somebody who is not a member speaks; their time runs on the top line.", "speaker Mrs Ann Hill as objector"],
        |call| speech(call, PassageKind::Speaker),
    ),
    Spec::always(
        AREA,
        "time-up",
        &[may("TEXT", Kind::Text).after(&["said", "says"])],
        ["The speaker has finished; with words, says what they said.", "time-up said the road was too narrow"],
        time_up,
    ),
    Spec::always(
        AREA,
        "informal",
        &[may("TEXT", Kind::Text)],
        [
            "Being inquorate, members discussed the item informally and decided nothing.",
            "informal Members supported the plan in principle",
        ],
        informal,
    ),
    Spec::always(
        AREA,
        "late-submission",
        &[may(SAID, Kind::Text)],
        [
            "Records that a question or statement from the public came too late to be put, with whose and why where told.",
            "late-submission Ann Hill: the form was not complete in time",
        ],
        |call| passage(call, PassageKind::LateSubmission),
    ),
];

fn record(call: &Call<'_>, passage: Passage) -> Result<Command, Refusal> {
    Ok(Command::Record { item: call.room()?, content: Content::Passage(passage), started: None })
}

/// What a line says, by whom where somebody is named.
fn said(call: &Call<'_>, arg: &str, kind: PassageKind) -> Passage {
    let text = call.text(arg);
    let (by, text) = before_colon(text).map_or((None, text), |(name, text)| (Some(owner_of(call.state(), name)), text));
    Passage { kind, by, text: text.to_owned(), ..Passage::default() }
}

fn passage(call: &Call<'_>, kind: PassageKind) -> Result<Act, Stop> {
    Ok(Act::of(record(call, said(call, SAID, kind))?))
}

fn by_presider(call: &Call<'_>, kind: PassageKind) -> Result<Act, Stop> {
    let mut passage = said(call, SAID, kind);
    passage.by = passage.by.or_else(|| call.state().presiding().cloned().map(Owner::Person));
    Ok(Act::of(record(call, passage)?))
}

fn silence(call: &Call<'_>) -> Result<Act, Stop> {
    let passage = Passage { kind: PassageKind::Silence, text: call.text("TEXT").to_owned(), ..Passage::default() };
    Ok(Act::of(record(call, passage)?))
}

fn informal(call: &Call<'_>) -> Result<Act, Stop> {
    let passage = Passage { kind: PassageKind::Informal, text: call.text("TEXT").to_owned(), ..Passage::default() };
    Ok(Act::of(record(call, passage)?))
}

fn advice(call: &Call<'_>) -> Result<Act, Stop> {
    let passage = said(call, "NAME: TEXT", PassageKind::Advice);
    if passage.by.is_none() {
        let hint = "Write the name and a colon before the advice.";
        return Err(Refusal::new("It is not said who advised.", hint).into());
    }
    Ok(Act::of(record(call, passage)?))
}

fn petition(call: &Call<'_>) -> Result<Act, Stop> {
    let signatures = call.values.get("NUMBER").map(super::tables::whole_number).transpose()?;
    let outcome = call.some("OUTCOME");
    let passage = Passage { signatures, outcome, ..said(call, SAID, PassageKind::Petition) };
    Ok(Act::of(record(call, passage)?))
}

/// Whoever spoke before has finished.
fn speech(call: &Call<'_>, kind: PassageKind) -> Result<Act, Stop> {
    let (name, role) = (call.values.get("NAME"), call.some("ROLE"));
    if name.is_none() && role.is_none() {
        return Err(Refusal::new("It is not said who speaks.", "For example: speaker Mrs Ann Hill as objector").into());
    }
    let by = name.map(|name| owner_of(call.state(), name));
    let passage = Passage { kind, by, role, text: call.text("TEXT").to_owned(), ..Passage::default() };
    let ended = speaking(call).map(|(id, before)| ended(call, id, before));
    Ok(Act::all(ended.into_iter().chain([record(call, passage)?]).collect()))
}

fn time_up(call: &Call<'_>) -> Result<Act, Stop> {
    let Some((id, passage)) = speaking(call) else {
        return Err(Refusal::new("Nobody is recorded as speaking.", "Record them first with “speaker”.").into());
    };
    let text = call.some("TEXT").unwrap_or_else(|| passage.text.clone());
    Ok(Act::of(ended(call, id, &Passage { text, ..passage.clone() })))
}

fn ended(call: &Call<'_>, id: FactId, passage: &Passage) -> Command {
    let passage = Passage { ended: Some(call.when.happened()), ..passage.clone() };
    Command::Correct { id, content: Content::Passage(passage) }
}

/// Who speaks under the room's item and has not finished.
fn speaking<'a>(call: &Call<'a>) -> Option<(FactId, &'a Passage)> {
    let item = call.room_item().ok()?;
    let (id, passage) = call.state().facts_of(item).rev().find_map(|fact| match &fact.content {
        Content::Passage(passage) if passage.kind == PassageKind::Speaker => Some((fact.id, passage)),
        _ => None,
    })?;
    passage.ended.is_none().then_some((id, passage))
}
