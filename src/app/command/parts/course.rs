//! The parts of passages, pauses and tables.

use crate::app::command::{Call, actions, tables};
use crate::meeting::command::Refusal;
use crate::meeting::fact::{Grid, Passage, PassageKind, Pause};
use crate::meeting::state::State;

use super::read::{Read, owner, part, said};
use super::write::{needed, some};

/// What a passage says; a petition and a speech have parts that others have not.
pub(super) fn passage(state: &State, it: &Passage) -> Vec<Read> {
    let mut parts = vec![part("text", "Text", &it.text), part("by", "By whom", owner(state, it.by.as_ref()))];
    if matches!(it.kind, PassageKind::Speaker | PassageKind::Deputation) {
        parts.push(part("role", "As what", said(it.role.as_ref())));
    }
    if it.kind == PassageKind::Petition {
        let signed = it.signatures.map(|signed| signed.to_string()).unwrap_or_default();
        parts.extend([part("signatures", "Signatures", signed), part("outcome", "Outcome", said(it.outcome.as_ref()))]);
    }
    parts
}

pub(super) fn put_passage(call: &Call<'_>, it: &mut Passage, name: &str, text: &str) -> Result<(), Refusal> {
    match name {
        "by" => it.by = some(text).map(|text| actions::owner_of(call.state(), &text)),
        "role" => it.role = some(text),
        "outcome" => it.outcome = some(text),
        "signatures" => it.signatures = some(text).map(|text| tables::whole_number(&text)).transpose()?,
        _ if it.kind.needs_words() => it.text = needed(text)?,
        _ => text.clone_into(&mut it.text),
    }
    Ok(())
}

pub(super) fn pause(it: &Pause) -> Vec<Read> {
    vec![part("until", "Until when", said(it.until.as_ref())), part("reason", "Why", said(it.because.as_ref()))]
}

pub(super) fn put_pause(it: &mut Pause, name: &str, text: &str) {
    match name {
        "until" => it.until = some(text),
        _ => it.because = some(text),
    }
}

pub(super) fn table(grid: &Grid) -> Vec<Read> {
    let lines = std::iter::once(&grid.columns).chain(&grid.rows).map(|cells| cells.join(" | "));
    let total = if grid.total { "yes" } else { "no" };
    vec![part("text", "Rows", lines.collect::<Vec<_>>().join(" // ")), part("total", "With totals", total)]
}

pub(super) fn put_table(grid: &mut Grid, name: &str, text: &str) -> Result<(), Refusal> {
    *grid = match name {
        "total" => tables::sound(Grid { total: text == "yes", ..grid.clone() })?,
        _ => tables::read(&needed(text)?, grid.total)?,
    };
    Ok(())
}
