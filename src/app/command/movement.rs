//! Who comes and goes while the meeting is on.

use crate::app::people;
use crate::app::session::Stop;
use crate::meeting::command::Command;
use crate::meeting::fact::Move;

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
        help: "People leave; “pcc+” is somebody with their staff. Also: in protest, for the rest of the meeting.",
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
        name: "withdraw",
        aliases: &["withdraws", "withdrew"],
        area: AREA,
        context: Context::Open,
        args: &[PEOPLE, BECAUSE],
        help: "People leave for the item before the meeting, as for an interest; it reminds of them when the item is over.",
        example: "withdraw Sharp because he had declared an interest",
        run: |call| movement(call, Move::Withdrew),
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
    let people::Who { people, party } = call.people("PEOPLE")?;
    Ok(Act::of(Command::Movement { moved, people, party, manner: manner(call), because: call.some("REASON") }))
}

/// How or for how long, as it was said: "in protest", "for the item".
fn manner(call: &Call<'_>) -> Option<String> {
    let said = |lead: &str, name: &str| call.values.get(name).map(|text| format!("{lead} {text}"));
    let parts: Vec<String> = [said("in", "IN"), said("for", "FOR")].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}
