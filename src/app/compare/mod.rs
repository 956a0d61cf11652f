//! A draft that came back, against the minutes as they are: what differs, who asked for it, and what would record it.
//!
//! The minutes are taken apart as they would be exported, each paragraph with the fact it came from, and paired with the
//! paragraphs of the draft. For what differs command lines are looked for and tried out on a copy of the meeting: one is
//! offered only if the minutes then say what the draft says. What cannot be recorded so, since it follows from something
//! else, is told with what to correct instead; nothing that differs is passed over.

mod advice;
mod align;
mod mend;
mod offers;
mod report;
#[cfg(test)]
mod tests;
mod units;
mod words;

use chrono::{DateTime, Utc};

use align::Pair;
use offers::{Desk, Place};
pub use report::{list, script};
pub(in crate::app) use report::{remarked, told};
use units::{Kind, Spelling, Unit, in_time, said, unmarked};
use words::{alike, keys};

use super::session::Session;
use crate::load::draft::{Author, Draft, Paragraph, Remark};
use crate::meeting::Meeting;
use crate::meeting::id::{FactId, ItemId};
use crate::minutes::document;
use crate::minutes::paper::Paper;

/// How a paragraph differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// It has other words.
    Changed,
    /// It is new.
    New,
    /// It is gone.
    Gone,
    /// It stands elsewhere.
    Moved,
    /// It says what it said, and somebody remarked on it.
    Remarked,
}

/// A paragraph in which a draft differs from the minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Where it stands in the minutes: "minute 9, point 3".
    pub place: String,
    /// The item that it stands under, if it stands under one.
    pub item: Option<ItemId>,
    /// The fact that it was built from, where there is one.
    pub fact: Option<FactId>,
    /// How it differs.
    pub what: What,
    /// What the minutes say; empty for what is new.
    pub before: String,
    /// What the draft says; empty for what is gone.
    pub after: String,
    /// Who asked for it, as far as that is known.
    pub asked: Vec<Author>,
    /// Whether there is more in it than those changes, of which nobody is known to have asked for the rest.
    pub unsigned: bool,
    /// The remarks on it.
    pub remarks: Vec<Remark>,
    /// The command lines that record it, for a script; none where there are none.
    pub lines: Vec<String>,
    /// The same for the open meeting, whose places do not change with what is left out.
    pub steps: Vec<String>,
    /// Which of the steps has the words of it, and from which byte on; nothing where there are none, or several have.
    pub wording: Option<(usize, usize)>,
    /// What else is to be known or done about it.
    pub advice: Option<String>,
}

impl Difference {
    /// Who asked for it, as an entry says it; empty where that is not known.
    pub fn asked_by(&self) -> String {
        let names: Vec<&str> = self.asked.iter().map(|by| by.name.as_str()).filter(|name| !name.is_empty()).collect();
        names.join(" and ")
    }

    /// Its words, those that differ between marks that need no colour.
    pub fn marked(&self) -> String {
        words::marked(&self.before, &self.after)
    }
}

/// What differs between a draft and the minutes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// What differs, in the order of the minutes.
    pub differences: Vec<Difference>,
    /// The places among them in the order in which their lines are to be recorded: from the end of the minutes, so that
    /// the numbers before stay what they are on paper.
    pub order: Vec<usize>,
}

/// What is known of a draft besides what it says.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// Who asked for what is not signed, where that is known.
    pub by: Option<&'a str>,
    /// Whether it is a draft of the private minutes.
    pub private: bool,
    /// The time, in UTC.
    pub now: DateTime<Utc>,
}

/// The least of the words of the minutes that is known again in a draft of them, in hundredths.
const KNOWN: usize = 33;

/// Compares a draft with the minutes of a meeting; nothing where they have too little in common to be the same minutes.
pub fn compare(meeting: Meeting, draft: &Draft, told: Told<'_>) -> Option<Comparison> {
    let session = Session::new(meeting, "");
    let spelling = Spelling { state: session.state(), style: session.style(), written: draft.written };
    let units = spelling.units();
    let theirs = body(&session, draft, told.private);
    let ours: Vec<Vec<String>> = units.iter().map(|unit| keys(unmarked(&unit.text))).collect();
    let known: Vec<Vec<String>> = theirs.iter().map(|it| keys(unmarked(known_by(it)))).collect();
    let pairs = align::pairs(&ours, &known);
    if !is_known(&ours, &pairs) {
        return None;
    }
    let written = draft.written;
    let (found, moves) = found(&units, &theirs, &pairs, told);
    let mut comparison =
        Comparison { differences: found.iter().map(|(it, _)| it.clone()).collect(), order: Vec::new() };
    let wanted = offers::wanted(&units, &theirs, &pairs);
    let mut desk = Desk::new(session, written, told.now, wanted);
    for at in order(&found) {
        if let (Some((_, place)), Some(difference)) = (found.get(at), comparison.differences.get_mut(at)) {
            desk.offer(place, &units, &moves, difference);
            comparison.order.push(at);
        }
    }
    Some(comparison)
}

/// What a paragraph is known again by: what it said before the changes that were kept track of.
fn known_by(paragraph: &Paragraph) -> &str {
    if paragraph.was.trim().is_empty() { &paragraph.text } else { &paragraph.was }
}

/// The paragraphs of a draft without what runs along its pages and marks its state.
fn body(session: &Session, draft: &Draft, private: bool) -> Vec<Paragraph> {
    let (state, style) = (session.state(), session.style());
    let (state_mark, private_mark) = (document::state_mark(state, style), document::private_mark(style));
    let sheet = Paper::Minutes.sheet(state, style, if private { &private_mark } else { &state_mark });
    let passed: Vec<Vec<String>> =
        [&state_mark, &private_mark, &sheet.head, &sheet.title, &sheet.initials].map(|text| keys(text)).to_vec();
    let notice: Vec<Vec<String>> = document::minutes(state, style)
        .take_while(|block| !matches!(block.part, crate::minutes::block::Part::Heading { .. }))
        .filter_map(|block| match block.part {
            crate::minutes::block::Part::Notice(text) => Some(keys(&text)),
            _ => None,
        })
        .collect();
    let is_passed = |paragraph: &Paragraph| {
        let said = keys(known_by(paragraph));
        passed.contains(&said) || notice.contains(&said)
    };
    let mark = if private { private_mark.as_str() } else { "" };
    let stripped = |mut paragraph: Paragraph| {
        for text in [&mut paragraph.text, &mut paragraph.was] {
            let said = text.trim_start();
            let said = if paragraph.cell { said.strip_prefix(mark).unwrap_or(said).trim_start() } else { said };
            *text = in_time(said, style).to_owned();
        }
        paragraph
    };
    let all = draft.paragraphs.iter().filter(|paragraph| !is_passed(paragraph)).cloned().map(stripped);
    all.filter(|paragraph| !paragraph.text.is_empty() || !paragraph.was.is_empty()).collect()
}

/// Whether enough of the words of the minutes stand in paragraphs that were known again.
fn is_known(ours: &[Vec<String>], pairs: &[Pair]) -> bool {
    let paired = pairs.iter().filter(|pair| pair.theirs.is_some()).filter_map(|pair| ours.get(pair.ours?));
    let (known, all): (usize, usize) = (paired.map(Vec::len).sum(), ours.iter().map(Vec::len).sum());
    known * 100 >= all * KNOWN
}

/// A paragraph that was moved: its place in the minutes and in the draft.
type Moves = Vec<(usize, usize)>;

/// What differs, each with where it is in both.
fn found(units: &[Unit], theirs: &[Paragraph], pairs: &[Pair], told: Told<'_>) -> (Vec<(Difference, Place)>, Moves) {
    let moves = moved(units, theirs, pairs);
    let mut found = Vec::new();
    let mut last: Option<usize> = None;
    for (nth, pair) in pairs.iter().enumerate() {
        let theirs = pair.theirs.and_then(|at| Some((at, theirs.get(at)?)));
        let goes = pair.ours.is_some_and(|at| moves.iter().any(|(ours, _)| *ours == at));
        let comes = pair.theirs.and_then(|at| moves.iter().find(|(_, theirs)| *theirs == at));
        let next =
            pairs.get(nth + 1..).unwrap_or_default().iter().find(|pair| pair.theirs.is_some() && pair.ours.is_some());
        let place = |ours| Place { ours, after: last, before: next.and_then(|pair| pair.ours) };
        let unit = pair.ours.and_then(|at| units.get(at));
        match (unit, theirs, comes) {
            (Some(_), _, _) if goes => {}
            (None, Some((_, paragraph)), Some((ours, _))) => {
                if let Some(unit) = units.get(*ours) {
                    let difference = difference(What::Moved, &unit.place, unit, paragraph, told);
                    found.push((difference, place(Some(*ours))));
                }
            }
            (Some(unit), theirs, _) => {
                found.extend(differs(unit, theirs.map(|(_, it)| it), told).map(|it| (it, place(pair.ours))));
            }
            (None, Some((_, paragraph)), None) if paragraph.text.trim().is_empty() => {}
            (None, Some((_, paragraph)), None) => {
                let before = last.and_then(|at| units.get(at));
                let at = before.map_or("the head of the minutes", |unit| unit.place.as_str());
                let empty = Unit {
                    fact: None,
                    item: before.and_then(|unit| unit.item.clone()),
                    kind: Kind::Words,
                    marker: None,
                    text: String::new(),
                    place: String::new(),
                };
                let difference = difference(What::New, &format!("after {at}"), &empty, paragraph, told);
                found.push((difference, place(None)));
            }
            (None, None, _) => {}
        }
        last = pair.ours.or(last);
    }
    (found, moves)
}

/// How a paragraph of the minutes differs from what it became.
fn differs(unit: &Unit, theirs: Option<&Paragraph>, told: Told<'_>) -> Option<Difference> {
    let gone = Paragraph::default();
    let paragraph = theirs.unwrap_or(&gone);
    let text = said(&paragraph.text, unit);
    let what = if text.trim().is_empty() {
        What::Gone
    } else if !alike(&unit.text, &text) {
        What::Changed
    } else if !paragraph.remarks.is_empty() {
        What::Remarked
    } else {
        return None;
    };
    Some(difference(what, &unit.place, unit, paragraph, told))
}

fn difference(what: What, place: &str, unit: &Unit, paragraph: &Paragraph, told: Told<'_>) -> Difference {
    let after = if unit.place.is_empty() { unmarked(&paragraph.text).to_owned() } else { said(&paragraph.text, unit) };
    let tracked = alike(&said(&paragraph.was, unit), &unit.text);
    let changes = what != What::Remarked;
    let mut asked = if changes { paragraph.changed_by.clone() } else { Vec::new() };
    let unsigned = changes && (asked.is_empty() || !tracked);
    if let Some(by) = told.by.filter(|by| unsigned && !asked.iter().any(|it| it.name == *by)) {
        asked.push(Author { name: by.to_owned(), on: None });
    }
    Difference {
        place: place.to_owned(),
        item: unit.item.clone(),
        fact: unit.fact,
        what,
        before: unit.text.clone(),
        after: after.split_whitespace().collect::<Vec<_>>().join(" "),
        unsigned: unsigned && told.by.is_none(),
        asked,
        remarks: paragraph.remarks.clone(),
        lines: Vec::new(),
        steps: Vec::new(),
        wording: None,
        advice: None,
    }
}

/// How many words a paragraph must have to be known again elsewhere.
const TELLING: usize = 5;

/// Paragraphs that stand elsewhere, word for word: their places in the minutes and in the draft.
fn moved(units: &[Unit], theirs: &[Paragraph], pairs: &[Pair]) -> Moves {
    let alone = |pair: &&Pair| pair.theirs.is_none();
    let gone = pairs.iter().filter(alone).filter_map(|pair| pair.ours);
    let mut came: Vec<usize> = pairs.iter().filter(|pair| pair.ours.is_none()).filter_map(|pair| pair.theirs).collect();
    let mut moves = Vec::new();
    for ours in gone {
        let Some(unit) = units.get(ours).filter(|unit| unit.fact.is_some() && keys(&unit.text).len() >= TELLING) else {
            continue;
        };
        let is_it = |at: &usize| theirs.get(*at).is_some_and(|it| alike(&said(&it.text, unit), &unit.text));
        if let Some(found) = came.iter().position(is_it) {
            moves.push((ours, came.remove(found)));
        }
    }
    // Tracked moves leave an empty paragraph behind, which was paired with where it stood.
    for pair in pairs {
        let (Some(ours), Some(at)) = (pair.ours, pair.theirs) else { continue };
        let (Some(unit), Some(paragraph)) = (units.get(ours), theirs.get(at)) else { continue };
        if !paragraph.text.trim().is_empty() || unit.fact.is_none() {
            continue;
        }
        let is_it = |at: &usize| theirs.get(*at).is_some_and(|it| alike(&said(&it.text, unit), &unit.text));
        if let Some(found) = came.iter().position(is_it) {
            moves.push((ours, came.remove(found)));
        }
    }
    moves
}

/// In which order differences are recorded: what has a place in the record from its end, what is new in one place in its
/// own order, and tables that follow from all of it last.
fn order(found: &[(Difference, Place)]) -> Vec<usize> {
    let is_new = |at: &usize| found.get(*at).is_some_and(|(it, _)| it.what == What::New);
    let all: Vec<usize> = (0..found.len()).collect();
    let groups = all.chunk_by(|one, other| is_new(one) && is_new(other));
    let all: Vec<usize> = groups.rev().flatten().copied().collect();
    let last = |at: &usize| found.get(*at).is_some_and(|(it, _)| it.place.starts_with("the table "));
    all.iter().filter(|at| !last(at)).chain(all.iter().filter(|at| last(at))).copied().collect()
}
