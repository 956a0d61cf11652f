//! Command lines that record what a draft says, each tried out on a copy of the meeting.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::align::Pair;
use super::mend::{Candidate, candidates, emptied};
use super::units::{Kind, Spelling, Unit, full_sentence, said};
use super::words::alike;
use super::{Difference, What, advice};
use crate::app::command::parts;
use crate::app::pad::names;
use crate::app::refs;
use crate::app::session::Session;
use crate::load::draft::{Paragraph, Written};
use crate::meeting::command::When;
use crate::meeting::fact::{Content, Point, Section};
use crate::meeting::id::{FactId, ItemId};

/// How many facts are tried for a cell that may come from several.
const MOST: usize = 12;

/// Where a difference is: the places of paragraphs of the minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The paragraph itself, where the minutes have it.
    pub(super) ours: Option<usize>,
    /// The one before it.
    pub(super) after: Option<usize>,
    /// The next one that both have.
    pub(super) before: Option<usize>,
}

/// What the draft says of each fact, paragraph by paragraph.
pub(super) type Wanted = BTreeMap<FactId, Vec<String>>;

/// What the draft says of each fact; what it lacks is empty.
pub(super) fn wanted(units: &[Unit], theirs: &[Paragraph], pairs: &[Pair]) -> Wanted {
    let mut wanted = Wanted::new();
    for pair in pairs {
        let Some((unit, fact)) = pair.ours.and_then(|at| units.get(at)).and_then(|unit| Some((unit, unit.fact?)))
        else {
            continue;
        };
        let says = pair.theirs.and_then(|at| theirs.get(at)).map(|it| said(&it.text, unit));
        wanted.entry(fact).or_default().push(says.unwrap_or_default());
    }
    wanted
}

/// A copy of the meeting on which lines are tried out, and stay if they do what is wanted.
pub(super) struct Desk {
    session: Session,
    written: Written,
    now: DateTime<Utc>,
    wanted: Wanted,
}

impl Desk {
    pub(super) fn new(session: Session, written: Written, now: DateTime<Utc>, wanted: Wanted) -> Self {
        Self { session, written, now, wanted }
    }

    /// Finds what records a difference, or what is to be done about it instead.
    pub(super) fn offer(&mut self, place: &Place, units: &[Unit], moves: &[(usize, usize)], it: &mut Difference) {
        let unit = place.ours.and_then(|at| units.get(at));
        let rest = match (it.what, unit) {
            (What::Remarked, _) => return,
            (What::New, _) => self.add(place, units, it),
            (What::Moved, Some(unit)) => self.shift(unit, place, units, moves, it),
            (_, Some(unit)) => {
                let nth = place.ours.map_or(0, |at| of_fact_before(units, unit, at));
                self.put_right(unit, nth, it)
            }
            (_, None) => None,
        };
        it.advice = rest;
        it.wording = worded(it);
        if it.lines.is_empty() && it.advice.is_none() {
            it.advice = Some(advice::of(&self.session, unit, it.what));
        }
    }

    fn spelling(&self) -> Spelling<'_> {
        Spelling { state: self.session.state(), style: self.session.style(), written: self.written }
    }

    /// Other words for a paragraph, or none. Returns what is left to be said of it.
    fn put_right(&mut self, unit: &Unit, nth: usize, it: &mut Difference) -> Option<String> {
        let Some(id) = unit.fact else { return self.put_cell_right(unit, it) };
        let before = self.spelling().of_fact(id);
        let old = before.get(nth).cloned()?;
        if alike(&old, &it.after) {
            return Some(advice::follows());
        }
        if it.what == What::Gone {
            return self.strike(unit, nth, &old, it);
        }
        let all = candidates(&parts::of(self.session.state(), id), &old, &it.after);
        for candidate in all {
            let says = |desk: &Self| desk.says(id, nth, &before, &candidate.expected);
            if self.correct(id, &candidate, it, says) {
                let whole = alike(&candidate.expected, &it.after);
                return (!whole).then(|| advice::rest(&self.session, unit));
            }
        }
        None
    }

    /// Whether the nth paragraph of a fact says what is expected, and the others what they said or what is wanted of them.
    fn says(&self, id: FactId, nth: usize, before: &[String], expected: &str) -> bool {
        let now = self.spelling().of_fact(id);
        let wanted = self.wanted.get(&id);
        // Totals follow from what they add up.
        let adds_up = matches!(self.session.state().content(id), Some(Content::Table(grid)) if grid.total);
        let fits = |(at, said): (usize, &String)| {
            let meant = wanted.and_then(|all| all.get(at)).is_some_and(|wanted| alike(said, wanted));
            if at == nth {
                alike(said, expected)
            } else {
                adds_up || meant || before.get(at).is_some_and(|was| alike(said, was))
            }
        };
        now.len() == before.len() && now.iter().enumerate().all(fits)
    }

    /// A cell of a table that follows from facts: the one that says what the cell says is put right.
    fn put_cell_right(&mut self, unit: &Unit, it: &mut Difference) -> Option<String> {
        if unit.kind != Kind::Cell || it.what != What::Changed {
            return None;
        }
        let now = |desk: &Self| {
            desk.spelling().units().into_iter().find(|other| other.place == unit.place).map(|unit| unit.text)
        };
        let old = now(self)?;
        if alike(&old, &it.after) {
            return Some(advice::follows());
        }
        for id in self.sources(&old) {
            for candidate in candidates(&parts::of(self.session.state(), id), &old, &it.after) {
                let says = |desk: &Self| now(desk).is_some_and(|said| alike(&said, &it.after));
                if alike(&candidate.expected, &it.after) && self.correct(id, &candidate, &mut it.clone(), says) {
                    let lines = self.spelt(id, &candidate, it);
                    (it.lines, it.steps) = lines;
                    return None;
                }
            }
        }
        None
    }

    /// The facts of which a part stands in a text, what says most first.
    fn sources(&self, text: &str) -> Vec<FactId> {
        let state = self.session.state();
        let facts = state.items().flat_map(|item| state.facts_of(item));
        let kinds = |content: &Content| {
            matches!(
                content,
                Content::Action(_) | Content::Decision(_) | Content::Recommendation(_) | Content::Update(_)
            )
        };
        let said = super::words::keys(&text.to_lowercase());
        let stands = |id: FactId| {
            let parts = parts::of(state, id).into_iter().map(|part| super::words::keys(&part.value.to_lowercase()));
            parts
                .filter(|part| !part.is_empty() && said.windows(part.len()).any(|part_of| part_of == part))
                .map(|it| it.len())
                .max()
        };
        let mut found: Vec<(usize, FactId)> =
            facts.filter(|fact| kinds(&fact.content)).filter_map(|fact| Some((stands(fact.id)?, fact.id))).collect();
        found.sort_by_key(|(words, _)| std::cmp::Reverse(*words));
        found.into_iter().take(MOST).map(|(_, id)| id).collect()
    }

    /// Corrects parts of a fact; whether that comes to what is wanted. Otherwise nothing is changed.
    fn correct(
        &mut self,
        id: FactId,
        candidate: &Candidate,
        it: &mut Difference,
        says: impl Fn(&Self) -> bool,
    ) -> bool {
        let (lines, steps) = self.spelt(id, candidate, it);
        let done = self.tried(&steps, says);
        if done {
            (it.lines, it.steps) = (lines, steps);
        }
        done
    }

    /// A candidate as lines for a script and for the open meeting.
    fn spelt(&self, id: FactId, candidate: &Candidate, it: &Difference) -> (Vec<String>, Vec<String>) {
        let line = |named: &str, (part, value): &(String, String)| {
            asked(it, format!("correct {named} {part} {value}").trim_end().to_owned())
        };
        let (printed, own) = (self.printed(id), names::fact(id));
        let all = |named: &str| candidate.parts.iter().map(|part| line(named, part)).collect();
        (all(&printed), all(&own))
    }

    /// What is gone: the whole fact is struck out where nothing of it is left, else the part that said it.
    fn strike(&mut self, unit: &Unit, nth: usize, old: &str, it: &mut Difference) -> Option<String> {
        let id = unit.fact?;
        if unit.kind == Kind::Label {
            return None;
        }
        let nothing_left = self.wanted.get(&id).is_some_and(|wanted| wanted.iter().all(|said| said.trim().is_empty()));
        let own = self.session.state().content(id).is_some_and(Content::has_own_words);
        if nothing_left || (own && self.spelling().of_fact(id).len() == 1) {
            let because = match it.asked_by() {
                nobody if nobody.is_empty() => String::new(),
                by => format!(" because \"asked for by {}\"", by.replace('"', "'")),
            };
            let line = |named: &str| vec![asked(it, format!("strike {named}{because}"))];
            let (lines, steps) = (line(&self.printed(id)), line(&names::fact(id)));
            if self.tried(&steps, |desk| desk.session.state().content(id).is_none()) {
                (it.lines, it.steps) = (lines, steps);
            }
            return None;
        }
        let before = self.spelling().of_fact(id);
        let left: Vec<String> =
            before.iter().enumerate().filter(|(at, _)| *at != nth).map(|(_, it)| it.clone()).collect();
        for candidate in emptied(&parts::of(self.session.state(), id), old) {
            let says = |desk: &Self| desk.spelling().of_fact(id) == left;
            if self.correct(id, &candidate, it, says) {
                break;
            }
        }
        None
    }

    /// What is new: a point where it stands.
    fn add(&mut self, place: &Place, units: &[Unit], it: &mut Difference) -> Option<String> {
        let unit = |at: Option<usize>| at.and_then(|at| units.get(at));
        let (after, before) = (unit(place.after), unit(place.before));
        let outside = || Some(advice::outside());
        let Some(after) = after.filter(|unit| !matches!(unit.kind, Kind::Title | Kind::Attendance | Kind::Times))
        else {
            return outside();
        };
        let Some(item) = after.item.clone() else { return outside() };
        let next = before.filter(|unit| unit.item.as_ref() == Some(&item) && unit.kind != Kind::Heading);
        let next = next.and_then(|unit| unit.fact);
        let list = self.list_at(after.fact, next);
        let text = full_sentence(&it.after);
        let mut lines = vec![format!("pen {}", names::item(self.session.state(), &item))];
        lines.extend((list != "remark").then(|| list.to_owned()));
        lines.push(asked(it, if list == "remark" { format!("remark {text}") } else { format!("point {text}") }));
        let (mut own, wanted) = (lines.clone(), it.after.clone());
        if !self.tried(&lines, |desk| desk.newest_says(&item, &wanted)) {
            return Some(advice::new_words(&item, self.session.state()));
        }
        if let Some((side, other)) = self.misplaced(&item, next) {
            let line = |named: String| vec![asked(it, format!("move last {side} {named}"))];
            let (printed, step) = (line(self.printed(other)), line(names::fact(other)));
            if self.tried(&step, |_| true) {
                lines.extend(printed);
                own.extend(step);
            }
        }
        (it.lines, it.steps) = (lines, own);
        None
    }

    /// On which side of which fact the newest one of an item belongs, where it does not come just before `next`, or at the
    /// end where that is nothing.
    fn misplaced(&self, item: &ItemId, next: Option<FactId>) -> Option<(&'static str, FactId)> {
        let state = self.session.state();
        let facts = || state.item(item).into_iter().flat_map(|item| state.facts_of(item)).map(|fact| fact.id);
        let newest = facts().max()?;
        let prints = |id: &FactId| *id != newest && !self.spelling().of_fact(*id).is_empty();
        let follows = facts().skip_while(|id| *id != newest).find(prints);
        match next {
            _ if follows == next => None,
            Some(next) => Some(("before", next)),
            None => facts().rfind(prints).map(|last| ("after", last)),
        }
    }

    /// The list that a new point goes to, as the command that leads there.
    fn list_at(&self, after: Option<FactId>, next: Option<FactId>) -> &'static str {
        let section = |id: Option<FactId>| match self.session.state().content(id?) {
            Some(Content::Point(Point { section, .. })) => Some(*section),
            _ => None,
        };
        match section(after).or_else(|| section(next)).unwrap_or_default() {
            Section::Highlights => "highlights",
            Section::Discussion => "discussion",
            Section::Remark => "remark",
            Section::Paragraph => "paragraph",
        }
    }

    /// Whether the newest point of an item prints as what is wanted.
    fn newest_says(&self, item: &ItemId, wanted: &str) -> bool {
        let state = self.session.state();
        let newest = state.item(item).and_then(|item| state.facts_of(item).map(|fact| fact.id).max());
        let said = newest.map(|id| self.spelling().of_fact(id)).unwrap_or_default();
        alike(&full_sentence(&said.join(" ")), &full_sentence(wanted))
    }

    /// What stands elsewhere.
    fn shift(
        &mut self,
        unit: &Unit,
        place: &Place,
        units: &[Unit],
        moves: &[(usize, usize)],
        it: &mut Difference,
    ) -> Option<String> {
        let id = unit.fact?;
        let stays = |at: &usize| !moves.iter().any(|(ours, _)| ours == at);
        let fact = |at: Option<usize>| units.get(at.filter(stays)?)?.fact.filter(|other| *other != id);
        let item = |id: FactId| self.session.state().fact(id).map(|fact| fact.item.clone());
        let (after, before) = (fact(place.after), fact(place.before));
        let beside = match (after, before) {
            (Some(after), _) => ("after", after),
            (None, Some(before)) => ("before", before),
            (None, None) => return None,
        };
        let to = item(beside.1)?;
        let line = |named: &str, other: &str| vec![asked(it, format!("move {named} {} {other}", beside.0))];
        let lines = line(&self.printed(id), &self.printed(beside.1));
        let steps = line(&names::fact(id), &names::fact(beside.1));
        if self.tried(&steps, |desk| desk.session.state().fact(id).is_some_and(|fact| fact.item == to)) {
            (it.lines, it.steps) = (lines, steps);
        }
        None
    }

    /// How people refer to a fact, where that is clear.
    fn printed(&self, id: FactId) -> String {
        let state = self.session.state();
        let printed = state.fact(id).and_then(|fact| refs::reference(state, fact));
        let clear = |text: &String| refs::is_written_so(text) && refs::fact(state, text, None).as_ref() == Ok(&id);
        printed.filter(clear).unwrap_or_else(|| names::fact(id))
    }

    /// Runs lines; if one is refused, or they do not come to what is wanted, all are taken back.
    fn tried(&mut self, lines: &[String], wanted: impl Fn(&Self) -> bool) -> bool {
        let mut entries = 0;
        let when = || When::now(self.now);
        let mut done = true;
        for line in lines {
            let Ok(ran) = self.session.run(line, when()) else {
                done = false;
                break;
            };
            entries += ran.entries.len();
        }
        if done && wanted(self) {
            return true;
        }
        for _ in 0..entries {
            // What was just recorded can be undone.
            _ = self.session.run("undo yes", When::now(self.now));
        }
        false
    }
}

/// How many paragraphs of the same fact stand before one.
fn of_fact_before(units: &[Unit], unit: &Unit, at: usize) -> usize {
    units.iter().take(at).filter(|other| other.fact.is_some() && other.fact == unit.fact).count()
}

/// The one step of a difference that ends in words, and where they begin in it.
fn worded(it: &Difference) -> Option<(usize, usize)> {
    let words = |line: &String| {
        let bare =
            line.strip_prefix("asked-by ").and_then(|line| line.split_once(": ")).map_or(line.as_str(), |it| it.1);
        let after = match bare.split_once(' ')? {
            ("point" | "remark", rest) => rest,
            ("correct", rest) => rest.splitn(3, ' ').nth(2)?,
            _ => return None,
        };
        line.len().checked_sub(after.len())
    };
    let mut found = it.steps.iter().enumerate().filter_map(|(at, line)| Some((at, words(line)?)));
    let only = found.next();
    if found.next().is_some() { None } else { only }
}

/// A line that says who asked for it.
fn asked(it: &Difference, line: String) -> String {
    match it.asked_by().replace(':', " ") {
        nobody if nobody.trim().is_empty() => line,
        by => format!("asked-by {by}: {line}"),
    }
}
