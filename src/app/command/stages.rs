//! What becomes of the minutes after the meeting. Approving and signing reach other files, so the program does those.

use crate::app::session::Stop;
use crate::meeting::command::Command;
use crate::meeting::stage::Reached;

use super::actions::owner_of;
use super::{Act, Area, Call, Kind, Spec, may};

pub(super) const COMMANDS: &[Spec] = &[
    Spec::always(
        Area::After,
        "checked",
        &[may("PERSON", Kind::Words).after(&["by"])],
        [
            "The minutes were checked, by whom is said or by you; whatever is altered then makes them a draft again.",
            "checked by the Monitoring Officer",
        ],
        checked,
    ),
    Spec {
        aliases: &["published"],
        ..Spec::always(
            Area::After,
            "draft-published",
            &[],
            ["The whole minutes were published as a draft, for approval by a later meeting.", "draft-published"],
            |_| Ok(Act::of(Command::Reach(Reached::Published)).notice("The minutes are published as a draft.")),
        )
    },
];

fn checked(call: &Call<'_>) -> Result<Act, Stop> {
    let by = call.values.get("PERSON").map(|name| owner_of(call.state(), name));
    Ok(Act::of(Command::Reach(Reached::Checked { by })).notice("The minutes are checked."))
}
