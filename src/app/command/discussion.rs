//! What is said: points, replies, jottings, marks, notes.

use crate::app::pad::names;
use crate::app::session::{Request, Stop};
use crate::app::{people, refs};
use crate::meeting::command::{Command, Refusal};
use crate::meeting::fact::{Content, Note, Point, Section, Speaker, TimeMark};
use crate::meeting::id::FactId;

use super::{Act, Area, Call, Context, Kind, PenMove, Spec, lead_in, may, need, point};

const AREA: Area = Area::Discussion;
const SECTIONS: &[&str] = &["highlights", "discussion"];

pub(super) const COMMANDS: &[Spec] = &[
    Spec {
        name: "point",
        aliases: &["say"],
        area: AREA,
        context: Context::Any,
        args: &[need("TEXT", Kind::Text)],
        help: "Records what was said; “/” begins the reply, whole sentences make it a minute.",
        example: "point sb fox hunting / pcc best rural team",
        run: point_,
    },
    Spec {
        name: "jot",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[need("TEXT", Kind::Text)],
        help: "Records what was said as a jotting, to be written up later.",
        example: "jot el asked about the website.",
        run: jot,
    },
    Spec {
        name: "reply",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[need("TEXT", Kind::Text)],
        help: "Adds a turn to the last point.",
        example: "reply pcc would look at it",
        run: reply,
    },
    Spec {
        name: "remark",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[need("TEXT", Kind::Text)],
        help: "Records a remark between two items, after what the item decided.",
        example: "remark chair thanked the staff for the visit.",
        run: remark,
    },
    Spec {
        name: "highlights",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[],
        help: "Points are highlights of the report from now on, each as “Topic - text”.",
        example: "highlights",
        run: |call| section(call, Section::Highlights),
    },
    Spec {
        name: "discussion",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[],
        help: "Points are numbered points of the discussion from now on.",
        example: "discussion",
        run: |call| section(call, Section::Discussion),
    },
    Spec {
        name: "paragraph",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[],
        help: "Points are paragraphs without numbers from now on.",
        example: "paragraph",
        run: |call| section(call, Section::Paragraph),
    },
    Spec {
        name: "lead-in",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[need("LIST", Kind::Choice(SECTIONS)), may("SPEAKER", Kind::People(&[])).after(&["by"])],
        help: "Records the sentence that opens a list, where it is needed again or by somebody else.",
        example: "lead-in discussion",
        run: lead_in_,
    },
    Spec {
        name: "write-up",
        aliases: &["writeup"],
        area: AREA,
        context: Context::Any,
        args: &[may("REF", Kind::Fact), may("TEXT", Kind::Text)],
        help: "Turns a jotting into a minute; alone, goes through the jottings one by one.",
        example: "write-up 9(1) sb asked about fox hunting. / pcc explained.",
        run: write_up,
    },
    Spec {
        name: "who",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[may("REF", Kind::Fact), need("SPEAKER", Kind::People(&[]))],
        help: "Names the speaker who was marked “?”.",
        example: "who 9(3) Jamil",
        run: who,
    },
    Spec {
        name: "mark",
        aliases: &["time-mark"],
        area: AREA,
        context: Context::Any,
        args: &[may("LABEL", Kind::Text)],
        help: "Notes the time, to be named later.",
        example: "mark",
        run: mark,
    },
    Spec {
        name: "name-mark",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[may("REF", Kind::Fact), need("LABEL", Kind::Text)],
        help: "Says what happened at the newest time mark without a name.",
        example: "name-mark somebody came in",
        run: name_mark,
    },
    Spec {
        name: "note",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[need("TEXT", Kind::Text)],
        help: "Keeps a private note to yourself, which is in no export.",
        example: "note check the name of the director",
        run: note,
    },
];

fn point_(call: &Call<'_>) -> Result<Act, Stop> {
    let point = point::read(call.state(), call.text("TEXT"), call.session.pen().section)?;
    record(call, point)
}

fn jot(call: &Call<'_>) -> Result<Act, Stop> {
    let point = point::read(call.state(), call.text("TEXT"), call.session.pen().section)?;
    record(call, Point { jotting: true, ..point })
}

fn remark(call: &Call<'_>) -> Result<Act, Stop> {
    let point = point::read(call.state(), call.text("TEXT"), Section::Remark)?;
    record(call, point)
}

fn record(call: &Call<'_>, point: Point) -> Result<Act, Stop> {
    let item = call.pen_item()?;
    let mut commands: Vec<Command> = lead_in::needed(call.state(), item, point.section).into_iter().collect();
    let id = item.agenda.id.clone();
    commands.push(Command::Record { item: id, content: Content::Point(point), started: call.started });
    Ok(Act::all(commands))
}

fn reply(call: &Call<'_>) -> Result<Act, Stop> {
    let (id, mut point) = point_at(call, "REF")?;
    point.turns.extend(point::turns(call.state(), call.text("TEXT"))?);
    point.jotting |= !point.turns.iter().all(|turn| point::is_sentence(&turn.text));
    Ok(Act::of(Command::Correct { id, content: Content::Point(point) }))
}

fn section(call: &Call<'_>, section: Section) -> Result<Act, Stop> {
    let lead_in = lead_in::needed(call.state(), call.pen_item()?, section);
    Ok(Act { pen: Some(PenMove::Section(section)), ..Act::all(lead_in.into_iter().collect()) })
}

fn lead_in_(call: &Call<'_>) -> Result<Act, Stop> {
    let section = match call.text("LIST") {
        "highlights" => Section::Highlights,
        "discussion" => Section::Discussion,
        other => return Err(no_list(other).into()),
    };
    let mut command = lead_in::record(call.state(), call.pen_item()?, section);
    if let Command::Record { content: Content::LeadIn(lead_in), .. } = &mut command
        && let Some(text) = call.values.get("SPEAKER")
    {
        lead_in.by = speaker(call, text)?;
    }
    Ok(Act { pen: Some(PenMove::Section(section)), ..Act::of(command) })
}

fn no_list(text: &str) -> Refusal {
    Refusal::new(format!("There is no list “{text}”."), format!("It is one of {}.", SECTIONS.join(", ")))
}

fn write_up(call: &Call<'_>) -> Result<Act, Stop> {
    if call.text("TEXT").is_empty() {
        return Ok(Act::ask(Request::WriteUp));
    }
    let (id, old) = point_at(call, "REF")?;
    let read = point::read(call.state(), call.text("TEXT"), old.section)?;
    let jotted = old.jotted.clone().or_else(|| old.jotting.then(|| jotting(call, &old)));
    let point = Point { topic: read.topic.or(old.topic), turns: read.turns, jotting: false, jotted, ..old };
    Ok(Act::of(Command::Correct { id, content: Content::Point(point) }))
}

/// A jotting as one line, for keeping beside the minute that it became.
fn jotting(call: &Call<'_>, point: &Point) -> String {
    let turns = point.turns.iter().map(|turn| {
        let speaker = called(call, &turn.speaker);
        if speaker.is_empty() { turn.text.clone() } else { format!("{speaker} {}", turn.text) }
    });
    turns.collect::<Vec<_>>().join(" / ")
}

fn called(call: &Call<'_>, speaker: &Speaker) -> String {
    match speaker {
        Speaker::None => String::new(),
        Speaker::Unknown => "?".to_owned(),
        Speaker::Person(id) => call.state().person(id).map_or_else(String::new, crate::meeting::people::Person::short),
        Speaker::Party(id) => call.state().party(id).map_or_else(String::new, |party| party.name.clone()),
        Speaker::Body => call.state().body().short.clone(),
        Speaker::Office(office) => names::office(*office).to_owned(),
    }
}

fn who(call: &Call<'_>) -> Result<Act, Stop> {
    let (id, mut point) = point_at(call, "REF")?;
    let speaker = speaker(call, call.text("SPEAKER"))?;
    let turn = point.turns.iter_mut().find(|turn| turn.speaker == Speaker::Unknown);
    let Some(turn) = turn else {
        let hint = "Choose a point with “?”, or change its words with “edit”.";
        return Err(Refusal::new("Everybody in that point is named.", hint).into());
    };
    turn.speaker = speaker;
    Ok(Act::of(Command::Correct { id, content: Content::Point(point) }))
}

pub(super) fn speaker(call: &Call<'_>, text: &str) -> Result<Speaker, Refusal> {
    if let people::Heard::Speaker(speaker) = people::heard(call.state(), text) {
        return Ok(speaker);
    }
    people::person(call.state(), text).map(Speaker::Person)
}

/// The point that an argument names; else the one under the cursor, or the newest one of the pen's item.
pub(super) fn point_at(call: &Call<'_>, arg: &str) -> Result<(FactId, Point), Refusal> {
    let id = call.fact(arg)?;
    let point = |id: FactId| match call.state().content(id) {
        Some(Content::Point(point)) => Some((id, point.clone())),
        _ => None,
    };
    let named = call.values.get(arg).is_some_and(|text| text != "last");
    let newest = || {
        let facts = call.state().facts_of(call.pen_item().ok()?);
        facts.rev().find_map(|fact| point(fact.id))
    };
    point(id)
        .or_else(|| if named { None } else { newest() })
        .ok_or_else(|| Refusal::new("That is not a point.", refs::HOW))
}

fn mark(call: &Call<'_>) -> Result<Act, Stop> {
    let content = Content::Mark(TimeMark { label: call.some("LABEL") });
    Ok(Act::of(Command::Record { item: call.room()?, content, started: None }))
}

fn name_mark(call: &Call<'_>) -> Result<Act, Stop> {
    let state = call.state();
    let unnamed = |content: &Content| matches!(content, Content::Mark(TimeMark { label: None }));
    let marks = || state.items().flat_map(|item| state.facts_of(item)).filter(|fact| unnamed(&fact.content));
    let id = match call.values.get("REF") {
        Some(_) => call.fact("REF")?,
        None => marks().map(|fact| fact.id).max().ok_or_else(|| {
            Refusal::new("Every time mark has a name.", "Set one with “mark” when something happens.")
        })?,
    };
    let content = Content::Mark(TimeMark { label: call.some("LABEL") });
    Ok(Act::of(Command::Correct { id, content }))
}

fn note(call: &Call<'_>) -> Result<Act, Stop> {
    let content = Content::Note(Note { text: call.text("TEXT").to_owned() });
    Ok(Act::of(Command::Record { item: call.pen()?, content, started: call.started }))
}

/// The words before the first colon, where they may name somebody, and what follows it.
pub(super) fn before_colon(text: &str) -> Option<(&str, &str)> {
    let (name, rest) = text.split_once(':')?;
    let short = !name.trim().is_empty() && name.split_whitespace().count() <= 6;
    let figure = |c: char| c.is_ascii_digit();
    let of_a_time = name.ends_with(figure) && rest.starts_with(figure);
    (short && !rest.trim().is_empty() && !of_a_time).then_some((name.trim(), rest.trim()))
}
