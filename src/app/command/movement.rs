//! Who comes and goes while the meeting is on.

use crate::app::session::Stop;
use crate::app::{people, refs};
use crate::meeting::command::Command;
use crate::meeting::fact::Move;
use crate::meeting::id::ItemId;

use super::{Act, Area, BECAUSE, Call, Context, Kind, Spec, may, need};

const AREA: Area = Area::Attendance;
const PEOPLE: super::Arg = need("PEOPLE", Kind::People(&[]));
const IN: super::Arg = may("IN", Kind::Words).after(&["in"]);
const FOR: super::Arg = may("FOR", Kind::Words).after(&["for"]);

pub(super) const COMMANDS: &[Spec] = &[
    Spec {
        name: "arrive",
        aliases: &["arrives", "arrived"],
        area: AREA,
        context: Context::Open,
        args: &[PEOPLE, BECAUSE],
        help: "People come while the meeting is on; the minutes say so.",
        example: "arrive Tyler",
        run: |call| movement(call, Move::Arrived),
    },
    Spec {
        name: "leave",
        aliases: &["leaves", "left"],
        area: AREA,
        context: Context::Open,
        args: &[PEOPLE, IN, FOR, BECAUSE],
        help: "People leave, also “for the item” and no longer, or “in protest”; “pcc+” is somebody with their staff.",
        example: "leave pcc+",
        run: |call| movement(call, Move::Left),
    },
    Spec {
        name: "return",
        aliases: &["returns", "returned"],
        area: AREA,
        context: Context::Open,
        args: &[PEOPLE, BECAUSE],
        help: "People come back.",
        example: "return Beuttell",
        run: |call| movement(call, Move::Returned),
    },
    Spec {
        name: "leave-item",
        aliases: &["leaves-item"],
        area: AREA,
        context: Context::Open,
        args: &[PEOPLE, BECAUSE],
        help: "People leave for the item before the meeting, as for an interest, and no longer.",
        example: "leave-item Sharp because he had declared an interest",
        run: leave_item,
    },
    Spec {
        name: "disconnect",
        aliases: &["disconnected", "lost-connection"],
        area: AREA,
        context: Context::Open,
        args: &[PEOPLE, BECAUSE],
        help: "Somebody's connection is lost: they are absent from that moment.",
        example: "disconnect Gowing",
        run: |call| movement(call, Move::Disconnected),
    },
    Spec {
        name: "reconnect",
        aliases: &["reconnected"],
        area: AREA,
        context: Context::Open,
        args: &[PEOPLE, BECAUSE],
        help: "Somebody's connection is there again.",
        example: "reconnect Gowing",
        run: |call| movement(call, Move::Reconnected),
    },
];

fn movement(call: &Call<'_>, moved: Move) -> Result<Act, Stop> {
    let for_item = call.values.get("FOR").and_then(|text| refs::item(call.state(), text).ok());
    let manner = manner(call, for_item.is_some());
    moves(call, moved, manner, for_item)
}

/// Leaving for the item before the meeting.
fn leave_item(call: &Call<'_>) -> Result<Act, Stop> {
    let for_item = Some(call.room()?);
    moves(call, Move::Left, None, for_item)
}

fn moves(call: &Call<'_>, moved: Move, manner: Option<String>, for_item: Option<ItemId>) -> Result<Act, Stop> {
    let people::Who { people, party, .. } = call.people("PEOPLE")?;
    Ok(Act::of(Command::Movement { moved, people, party, manner, because: call.some("REASON"), for_item }))
}

/// How or for how long, as it was said: "in protest", "for the rest of the meeting".
fn manner(call: &Call<'_>, for_item: bool) -> Option<String> {
    let said = |lead: &str, name: &str| call.values.get(name).map(|text| format!("{lead} {text}"));
    let parts: Vec<String> =
        [said("in", "IN"), said("for", "FOR").filter(|_| !for_item)].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}
