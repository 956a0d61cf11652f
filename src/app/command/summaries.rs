//! What everybody may read of business that was taken in private, in the words of the proper officer.

use crate::app::session::Stop;
use crate::meeting::command::Command;
use crate::meeting::fact::{Content, Passage, PassageKind};

use super::{Act, Area, Call, Kind, Spec, need};

pub(super) const COMMANDS: &[Spec] = &[Spec::always(
    Area::Private,
    "public-summary",
    &[need("ITEM", Kind::Item), need("TEXT", Kind::Text).after(&["as"])],
    [
        "Writes the summary that everybody reads of an item taken in private, or words it anew; always public.",
        "public-summary 14 as The Panel considered the terms of a lease and agreed how to proceed.",
    ],
    summary,
)];

/// An item has one summary, so what is written again replaces it.
fn summary(call: &Call<'_>) -> Result<Act, Stop> {
    let (item, text) = (call.item("ITEM")?, call.text("TEXT").to_owned());
    let written = call.state().summaries_of(&item).next();
    let content = |before: Passage| Content::Passage(Passage { kind: PassageKind::Summary, text, ..before });
    let command = match written {
        Some((fact, passage)) => Command::Correct { id: fact.id, content: content(passage.clone()) },
        None => Command::Record { item, content: content(Passage::default()), started: None },
    };
    Ok(Act::of(command).notice("Everybody reads that summary: it goes to the public record."))
}
