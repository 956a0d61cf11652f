//! Adjournments and recesses, the finish time, and who writes the meeting down.

use chrono::{DateTime, Utc};

use crate::app::clock;
use crate::app::session::Stop;
use crate::meeting::command::{Command, Course, Refusal};
use crate::meeting::fact::{Content, Fate, Motion, Pause, PauseKind, Procedure, Proposal, Verb};
use crate::minutes::offer;
use crate::minutes::phrase::{Phrase, Value};

use super::resolved::agreed;
use super::{Act, Area, BECAUSE, Call, Context, Kind, Spec, may, need};

const AREA: Area = Area::Course;
const ENDS: &[&str] = &["adjourn", "close"];

pub(super) const COMMANDS: &[Spec] = &[
    Spec {
        name: "adjourn",
        aliases: &[],
        area: AREA,
        context: Context::Open,
        args: &[may("TIME", Kind::Time), may("WHEN", Kind::Words).after(&["until", "to"]), BECAUSE],
        help: "The meeting pauses, now or at the time given, until another time or day.",
        example: "adjourn until 15:10 because \"Members wished to read the report\"",
        run: |call| pause(call, PauseKind::Adjourned),
    },
    Spec {
        name: "recess",
        aliases: &["break"],
        area: AREA,
        context: Context::Open,
        args: &[may("TIME", Kind::Time), BECAUSE],
        help: "The meeting takes a short break; “resume” ends it.",
        example: "recess",
        run: |call| pause(call, PauseKind::Recess),
    },
    Spec {
        name: "inquorate",
        aliases: &[],
        area: AREA,
        context: Context::Open,
        args: &[may("END", Kind::Choice(ENDS)), may("WHEN", Kind::Words).after(&["until", "to"]), BECAUSE],
        help: "The meeting closes for want of a quorum, or adjourns.",
        example: "inquorate adjourn until Thursday at 10 am",
        run: |call| pause(call, PauseKind::Inquorate),
    },
    Spec {
        name: "extend",
        aliases: &[],
        area: AREA,
        context: Context::Open,
        args: &[need("TIME", Kind::Time).after(&["until", "to"])],
        help: "The meeting agrees to go on beyond its finish time; a motion to extend that carried is enough.",
        example: "extend until 17:30",
        run: extend,
    },
    Spec::always(
        AREA,
        "handover",
        &[need("NAME", Kind::Text)],
        ["Somebody else writes from now on; the entries that follow bear their name.", "handover AB"],
        |call| Ok(Act::of(Command::Course(Course::Handover { to: call.text("NAME").to_owned() }))),
    ),
];

fn pause(call: &Call<'_>, kind: PauseKind) -> Result<Act, Stop> {
    let closes = kind == PauseKind::Inquorate && call.text("END") != "adjourn";
    // A time of day is written as the house writes times; a day or “the rising of the Council” stays as it is said.
    let style = call.session.style();
    let until = call
        .values
        .get("WHEN")
        .map(|text| clock::time(text).map_or_else(|| text.to_owned(), |it| style.time.show(it, &style.words)));
    if closes && until.is_some() {
        let hint = "Write “inquorate adjourn until ...”.";
        return Err(Refusal::new("A meeting that closes does not go on.", hint).into());
    }
    let pause = Pause { kind, until, because: call.some("REASON") };
    Ok(Act { at: call.time("TIME")?, ..Act::of(Command::Course(Course::Pause { pause, closes })) })
}

fn extend(call: &Call<'_>) -> Result<Act, Stop> {
    let Some(to) = call.time_to_come("TIME")? else {
        return Err(Refusal::new("“extend” lacks a time.", "For example: extend until 17:30").into());
    };
    let mut commands = vec![Command::Course(Course::Extend { to })];
    if !extension_carried(call) {
        commands.push(resolution(call, to)?);
    }
    Ok(Act::all(commands))
}

/// Whether the newest motion of the room's item was one to extend, and carried.
fn extension_carried(call: &Call<'_>) -> bool {
    let Ok(item) = call.room_item() else { return false };
    let motion = call.state().facts_of(item).rev().find_map(|fact| match &fact.content {
        Content::Motion(motion) => Some(motion),
        _ => None,
    });
    let extends = |motion: &Motion| {
        matches!(motion.proposal, Proposal::Procedural { procedure: Procedure::Extend }) && motion.fate == Fate::Carried
    };
    motion.is_some_and(extends)
}

fn resolution(call: &Call<'_>, to: DateTime<Utc>) -> Result<Command, Refusal> {
    let until = Value::Time(call.state().local(to).time());
    let words = offer::worded(call.state(), call.session.style(), Phrase::DecisionExtend, &[("until", until)]);
    agreed(call, Verb::Agree, &words, None)
}
