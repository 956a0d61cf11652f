//! `body.toml`.

use std::ops::Range;

use chrono_tz::Tz;

use crate::meeting::body::{Body, Rules};
use crate::problem::Problems;
use crate::source::read;

use super::checker::{Checker, suggestion};
use super::key;
use super::roster::{Layer, Roster};
use super::table::{BodyTable, BodyText, Text};

/// A body with what its file says of house style.
#[derive(Clone, Debug, PartialEq)]
pub struct BodyFile {
    /// The body.
    pub body: Body,
    /// Its `[style]`, which the part that words minutes reads.
    pub style: Option<StyleTable>,
}

/// The `[style]` table of a `body.toml`, unread.
#[derive(Clone, Debug, PartialEq)]
pub struct StyleTable {
    /// Where its heading stands, in bytes of the file.
    pub span: Range<usize>,
    /// Its values; dates and times have become text.
    pub value: toml::Value,
}

/// Reads a `body.toml`.
///
/// There is a body unless the file has errors; warnings leave it usable.
pub fn body(file: &str, text: &str) -> (Option<BodyFile>, Problems) {
    let (read, problems) = read::<BodyText>(file, text);
    let Some(read) = read else { return (None, problems) };
    let mut checker = Checker::new(file, text, problems);
    let empty = head(read.body.get_ref(), &mut checker);
    if read.seats.is_empty() {
        let hint = "Add a line [[seat]] and under it member = \"Councillor A Smith\", for each member";
        checker.error(&read.body.span(), "the body has no seats", hint);
    }
    let layer = Layer {
        rules: &read.rules,
        seats: &read.seats,
        people: &read.people,
        groups: &read.groups,
        parties: &read.parties,
    };
    if !checker.size(&read.body.span(), layer.size()) {
        return (None, checker.into_problems());
    }
    let mut roster = Roster::lay(empty, &layer, &mut checker);
    roster.offices(read.body.get_ref().chair.as_ref(), read.body.get_ref().vice_chair.as_ref());
    let body = roster.into_body();
    if let Some(named) = &read.body.get_ref().style {
        super::agenda::check_style(named, &mut checker);
        if read.style.is_some() {
            let hint = "Take `style` away, or move what [style] says to that file";
            checker.error(&named.span(), "the body names a file of house style and has a [style] of its own", hint);
        }
    }
    let style = read.style.map(|style| StyleTable { span: style.span(), value: style.into_inner() });
    let whole = !checker.has_errors();
    (whole.then_some(BodyFile { body, style }), checker.into_problems())
}

fn head(table: &BodyTable, checker: &mut Checker<'_>) -> Body {
    let name = checker.line(&table.name, "name of the body");
    let id = table.key.as_ref().map_or_else(|| key::slug(&name), |key| checker.key(key));
    let short = checker.maybe(table.short.as_ref(), "short name of the body").unwrap_or_else(|| short(&name));
    let zone = table.zone.as_ref().and_then(|zone| self::zone(zone, checker)).unwrap_or(Tz::Europe__London);
    Body {
        id,
        name,
        short,
        zone,
        people: Vec::new(),
        seats: Vec::new(),
        groups: Vec::new(),
        parties: Vec::new(),
        chair: None,
        vice_chair: None,
        rules: Rules::default(),
    }
}

/// The last word of the name is what minutes usually call a body: "Panel", "Committee", "Council".
fn short(name: &str) -> String {
    name.split_whitespace().next_back().unwrap_or(name).to_owned()
}

fn zone(value: &Text, checker: &mut Checker<'_>) -> Option<Tz> {
    let zone = value.get_ref().parse().ok();
    if zone.is_none() {
        let known: Vec<&str> = chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name()).collect();
        let hint = suggestion(value.get_ref(), &known);
        checker.error(&value.span(), format!("there is no time zone '{}'", value.get_ref()), hint);
    }
    zone
}
