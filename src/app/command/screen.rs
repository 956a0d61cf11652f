//! The screen and the program: what is asked of the outside, and where the pen is.

use crate::app::refs;
use crate::app::session::{Request, Stop};
use crate::meeting::command::Refusal;

use super::{Act, Area, Call, Context, Kind, PenMove, Spec, may, named, need};

const AREA: Area = Area::Screen;

/// The pads, by the names that `pad` takes.
const PADS: &[&str] = &[
    "attendance",
    "decide",
    "elect",
    "declare",
    "interests",
    "minutes",
    "motions",
    "vote",
    "undertake",
    "move",
    "person",
    "agenda",
    "plan",
    "course",
    "private",
    "findings",
    "log",
    "write-up",
    "closing",
    "review",
    "questions",
    "words",
    "undertakings",
];

pub(super) const COMMANDS: &[Spec] = &[
    Spec {
        name: "pen",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[may("ITEM", Kind::Item)],
        help: "Takes the pen to the room's item, to an item, “back” to where it was, or “up” or “down” to the next fact.",
        example: "pen 11",
        run: pen,
    },
    Spec {
        name: "pad",
        aliases: &["open"],
        area: AREA,
        context: Context::Any,
        args: &[need("NAME", Kind::Choice(PADS))],
        help: "Opens a pad: attendance, decide, elect, and so on.",
        example: "pad attendance",
        run: pad,
    },
    Spec {
        name: "cover",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[],
        help: "Covers the screen, or uncovers it.",
        example: "cover",
        run: |_| Ok(Act::ask(Request::Cover)),
    },
    Spec {
        name: "preview",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[],
        help: "Shows the minutes as they would be exported.",
        example: "preview",
        run: |_| Ok(Act::ask(Request::Preview)),
    },
    Spec {
        name: "log",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[],
        help: "Shows the entries of the record, with their numbers and times.",
        example: "log",
        run: |_| Ok(Act::ask(Request::Log)),
    },
    Spec {
        name: "palette",
        aliases: &["commands"],
        area: AREA,
        context: Context::Any,
        args: &[],
        help: "Shows every command, to choose from.",
        example: "palette",
        run: |_| Ok(Act::ask(Request::Palette)),
    },
    Spec {
        name: "help",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[may("COMMAND", Kind::Words)],
        help: "Shows help, of one command where it is named.",
        example: "help elect",
        run: help,
    },
    Spec {
        name: "theme",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[need("NAME", Kind::Word)],
        help: "Changes the colours.",
        example: "theme light",
        run: |call| Ok(Act::ask(Request::Theme(call.text("NAME").to_owned()))),
    },
    Spec {
        name: "export",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[may("FORMAT ...", Kind::Text)],
        help: "Writes papers: minutes as text, html and docx, actions as text and csv, or those named.",
        example: "export docx decisions summary-html",
        run: export,
    },
    Spec {
        name: "compare",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[need("FILE", Kind::Words), may("NAME", Kind::Words).after(&["by"])],
        help: "Goes through what differs in a draft that came back; “by” names who asked for what it does not sign.",
        example: "compare minutes-jw.docx by Jane Webb",
        run: |call| Ok(Act::ask(Request::Compare(call.text("FILE").to_owned(), call.some("NAME")))),
    },
    Spec {
        name: "quit",
        aliases: &["q", "exit"],
        area: AREA,
        context: Context::Any,
        args: &[],
        help: "Ends the program when everything is saved.",
        example: "quit",
        run: |_| Ok(Act::ask(Request::Quit)),
    },
];

fn pen(call: &Call<'_>) -> Result<Act, Stop> {
    let to = match call.text("ITEM") {
        "back" => PenMove::Back,
        "up" => PenMove::Up,
        "down" => PenMove::Down,
        "" | "room" | "here" => PenMove::Item(call.room_or_first()?),
        text => PenMove::Item(refs::item(call.state(), text)?),
    };
    Ok(Act::pen(to))
}

fn pad(call: &Call<'_>) -> Result<Act, Stop> {
    let name = call.text("NAME");
    if PADS.contains(&name) {
        return Ok(Act::ask(Request::Pad(name.to_owned())));
    }
    let hint = crate::problem::did_you_mean(name, PADS.iter().copied())
        .map_or_else(|| format!("They are {}.", PADS.join(", ")), |near| format!("Did you mean “{near}”?"));
    Err(Refusal::new(format!("There is no pad “{name}”."), hint).into())
}

fn help(call: &Call<'_>) -> Result<Act, Stop> {
    let name = call.some("COMMAND");
    if let Some(name) = name.as_deref().filter(|name| named(name).is_none()) {
        super::find(name)?;
    }
    Ok(Act::ask(Request::Help(name)))
}

fn export(call: &Call<'_>) -> Result<Act, Stop> {
    let formats = call.text("FORMAT ...").split([' ', ',']).filter(|format| !format.is_empty()).map(str::to_owned);
    Ok(Act::ask(Request::Export(formats.collect())))
}

impl Call<'_> {
    fn room_or_first(&self) -> Result<crate::meeting::id::ItemId, Refusal> {
        self.state().room_item().cloned().map_or_else(|| self.pen(), Ok)
    }
}
