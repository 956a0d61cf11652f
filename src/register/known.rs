//! One action through many meetings: which of those known so far a meeting means, and what it adds to it.
//!
//! Known actions are found by their place in a record or by their words, so that a register costs as much as its meetings
//! hold and no more. What a meeting recorded itself is never taken for an action of another.

use std::collections::{BTreeSet, HashMap};

use chrono::{NaiveDate, NaiveTime};

use crate::meeting::agenda::{Origin, Report, Topic, spoken};
use crate::meeting::id::FactId;

use super::actions::Action;
use super::due::{self, Later};
use super::held::{Held, Kept};

/// The actions of one body, whose meetings come in the order of their days.
pub(super) fn of_body(meetings: &[Held]) -> Vec<Action> {
    let mut known = Known { held: meetings.iter().map(|meeting| meeting.date).collect(), ..Known::default() };
    for meeting in meetings {
        known.take(meeting);
    }
    let called: Vec<&str> = meetings.last().map_or_else(Vec::new, |last| vec![last.short.as_str(), last.name.as_str()]);
    known.threads.sort_by_key(|thread| thread.place);
    let mut actions: Vec<Action> = known.threads.into_iter().map(|thread| thread.action).collect();
    let held: Vec<NaiveDate> = meetings.iter().filter(|meeting| meeting.began).map(|meeting| meeting.date).collect();
    for action in &mut actions {
        let topic = &action.topic;
        let Some((origin, words)) = topic.origin.as_ref().zip(topic.due.as_deref()) else { continue };
        let after = held.partition_point(|day| *day <= origin.meeting);
        let later = Later {
            held: held.get(after..).unwrap_or_default(),
            planned: planned(meetings, origin.meeting),
            body: &called,
        };
        action.due_on = due::day(words, origin.meeting, &later);
    }
    actions
}

/// The meetings that were planned on a day.
fn planned(meetings: &[Held], day: NaiveDate) -> &[NaiveDate] {
    let first = meetings.partition_point(|meeting| meeting.date < day);
    let of_day = meetings.iter().skip(first).take_while(|meeting| meeting.date == day);
    of_day.map(|meeting| meeting.planned.as_slice()).find(|planned| !planned.is_empty()).unwrap_or_default()
}

/// An action with what it is found by.
#[derive(Clone)]
struct Thread {
    action: Action,
    /// Where it was first known, of which it keeps the place when it is parted.
    place: usize,
    /// As its record has it.
    own: Topic,
    /// As its record had it before it was corrected there.
    was: Vec<Topic>,
}

/// The actions known so far.
#[derive(Default)]
struct Known {
    /// The days whose records are here.
    held: BTreeSet<NaiveDate>,
    threads: Vec<Thread>,
    by_fact: HashMap<(NaiveDate, FactId), Vec<usize>>,
    by_day: HashMap<NaiveDate, Vec<usize>>,
    by_words: HashMap<String, Vec<usize>>,
    /// What was recorded and struck out, with the times of those meetings.
    struck: HashMap<(NaiveDate, FactId), Vec<NaiveTime>>,
}

impl Known {
    /// Takes in what a meeting has.
    fn take(&mut self, meeting: &Held) {
        let mut whole: HashMap<(NaiveDate, FactId), Thread> = HashMap::new();
        let mut parts: HashMap<(NaiveDate, FactId), Vec<&Origin>> = HashMap::new();
        for origin in meeting.carried.iter().filter_map(|kept| kept.topic.origin.as_ref()) {
            if let Some(fact) = origin.fact {
                parts.entry((origin.meeting, fact)).or_default().push(origin);
            }
        }
        for kept in &meeting.carried {
            let Some(origin) = &kept.topic.origin else { continue };
            let place = origin.fact.map(|fact| (origin.meeting, fact));
            let beside: Vec<&Origin> =
                place.and_then(|place| parts.get(&place)).into_iter().flatten().copied().collect();
            let beside: Vec<&Origin> = beside.into_iter().filter(|other| other.is_at(origin)).collect();
            let found = if beside.len() > 1 {
                self.part(origin, &beside, &mut whole)
            } else {
                self.find(&kept.topic, origin, meeting.date)
            };
            self.go_on(found, kept, meeting);
        }
        for kept in &meeting.added {
            self.add(kept, kept.topic.reports.clone(), meeting);
        }
        for fact in &meeting.struck {
            self.struck.entry((meeting.date, *fact)).or_default().push(meeting.time);
        }
    }

    /// The known action that a meeting means by a topic of its review.
    fn find(&self, topic: &Topic, origin: &Origin, date: NaiveDate) -> Option<usize> {
        let Some(fact) = origin.fact else {
            // An item whose file does not say where it is from is an action of an earlier meeting with the same words.
            return if origin.meeting == date { self.worded(topic, origin) } else { self.of_day(origin) };
        };
        let there = self.recorded(origin.meeting, fact);
        let at: Vec<usize> =
            there.iter().copied().filter(|one| self.origin(*one).is_some_and(|it| it.is_at(origin))).collect();
        let same = |among: &[usize]| among.iter().copied().find(|one| self.has_words(*one, origin));
        let only = || match at.as_slice() {
            [one] => Some(*one),
            several => several.iter().copied().find(|one| self.has_title(*one, &topic.title)),
        };
        same(&at).or_else(only).or_else(|| same(there)).or_else(|| self.of_day(origin))
    }

    /// What becomes of an action that a meeting has in parts: the first part goes on with it, and the others begin where
    /// it was. `whole` holds what was parted in this meeting.
    fn part(
        &mut self,
        origin: &Origin,
        parts: &[&Origin],
        whole: &mut HashMap<(NaiveDate, FactId), Thread>,
    ) -> Option<usize> {
        let place = (origin.meeting, origin.fact?);
        let at = self.recorded(place.0, place.1).to_vec();
        let is_at = |one: &usize| self.origin(*one).is_some_and(|it| it.is_at(origin));
        let at: Vec<usize> = at.into_iter().filter(is_at).collect();
        if let Some(same) = at.iter().copied().find(|one| self.has_words(*one, origin)) {
            return Some(same);
        }
        if let Some(thread) = whole.get(&place) {
            return Some(self.push(worded_as(thread.clone(), origin)));
        }
        let parted = at.into_iter().find(|one| !parts.iter().any(|part| self.has_words(*one, part)))?;
        let thread = self.threads.get_mut(parted)?;
        whole.insert(place, thread.clone());
        *thread = worded_as(thread.clone(), origin);
        Some(parted)
    }

    /// What a meeting has of an action that is known as `found`, or is not known yet.
    fn go_on(&mut self, found: Option<usize>, kept: &Kept, meeting: &Held) {
        let topic = &kept.topic;
        // What a meeting heard is known from its own record, where that is here.
        let is_new = |it: &&Report| it.meeting == meeting.date || !self.held.contains(&it.meeting);
        let heard: Vec<Report> = topic.reports.iter().filter(is_new).cloned().collect();
        let Some(found) = found else {
            if !heard.is_empty() || !self.is_struck(topic) {
                self.add(kept, heard, meeting);
            }
            return;
        };
        if let Some(thread) = self.threads.get_mut(found) {
            thread.go_on(topic, heard, meeting.date);
        }
        let named = self.by_words.entry(spoken(&topic.title)).or_default();
        if named.last() != Some(&found) {
            named.push(found);
        }
    }

    /// Whether the action was struck out in its own record.
    fn is_struck(&self, topic: &Topic) -> bool {
        let Some((origin, fact)) = topic.origin.as_ref().and_then(|origin| Some((origin, origin.fact?))) else {
            return false;
        };
        let times = self.struck.get(&(origin.meeting, fact)).into_iter().flatten();
        times.into_iter().any(|time| origin.time.is_none_or(|its| its == *time))
    }

    fn add(&mut self, kept: &Kept, reports: Vec<Report>, meeting: &Held) {
        let action = Action {
            body: meeting.body.clone(),
            topic: Topic { reports, ..kept.topic.clone() },
            due_on: None,
            also: kept.also.clone(),
        };
        let (own, was) = (kept.topic.clone(), kept.was.clone());
        self.push(Thread { action, place: self.threads.len(), own, was });
    }

    fn push(&mut self, thread: Thread) -> usize {
        let place = self.threads.len();
        let topic = &thread.action.topic;
        if let Some(origin) = &topic.origin {
            if let Some(fact) = origin.fact {
                self.by_fact.entry((origin.meeting, fact)).or_default().push(place);
            }
            self.by_day.entry(origin.meeting).or_default().push(place);
            self.by_words.entry(origin.words()).or_default().push(place);
        }
        self.by_words.entry(spoken(&topic.title)).or_default().push(place);
        self.threads.push(thread);
        place
    }

    fn recorded(&self, day: NaiveDate, fact: FactId) -> &[usize] {
        self.by_fact.get(&(day, fact)).map_or(&[], Vec::as_slice)
    }

    fn origin(&self, place: usize) -> Option<&Origin> {
        self.threads.get(place)?.action.topic.origin.as_ref()
    }

    fn has_words(&self, place: usize, origin: &Origin) -> bool {
        self.origin(place).is_some_and(|own| own.words() == origin.words())
    }

    fn has_title(&self, place: usize, title: &str) -> bool {
        self.threads.get(place).is_some_and(|thread| spoken(&thread.action.topic.title) == spoken(title))
    }

    /// An action whose words, or whose name, are those of a topic: one that is not finished, where there is one.
    fn worded(&self, topic: &Topic, origin: &Origin) -> Option<usize> {
        let words = [spoken(&topic.title), origin.words()];
        let found = words.iter().filter_map(|words| self.by_words.get(words)).flatten().copied();
        // A name that it had before is its name no longer.
        let is = |one: &usize| {
            self.has_words(*one, origin)
                || self.has_title(*one, &topic.title)
                || self.has_title(*one, &origin.text)
                || self.origin(*one).is_some_and(|own| own.words() == spoken(&topic.title))
        };
        let found: BTreeSet<usize> = found.filter(is).collect();
        let open = |one: &&usize| self.threads.get(**one).is_some_and(|thread| thread.action.is_open());
        found.iter().find(open).or(found.first()).copied()
    }

    /// An action of a day by its words, where one of the two papers was made without the record.
    fn of_day(&self, origin: &Origin) -> Option<usize> {
        let there = self.by_day.get(&origin.meeting)?.iter().copied();
        let by_words = |one: &usize| {
            self.origin(*one).is_some_and(|own| (own.fact.is_none() || origin.fact.is_none()) && own.is_same(origin))
        };
        there.clone().find(|one| self.has_words(*one, origin) && by_words(one)).or_else(|| there.clone().find(by_words))
    }
}

/// A part of an action, with what the whole came to so far.
fn worded_as(mut thread: Thread, part: &Origin) -> Thread {
    if let Some(origin) = &mut thread.action.topic.origin {
        origin.text.clone_from(&part.text);
    }
    thread
}

impl Thread {
    /// Takes in what a later meeting has of it. A copy that only has what the record had before it was corrected there
    /// changes nothing.
    fn go_on(&mut self, later: &Topic, heard: Vec<Report>, date: NaiveDate) {
        let topic = &mut self.action.topic;
        let said = heard.iter().any(|report| report.meeting == date && report.standing.is_some());
        let heard: Vec<Report> = heard.into_iter().filter(|report| !topic.reports.contains(report)).collect();
        topic.reports.extend(heard);
        topic.reports.sort_by_key(|report| report.meeting);
        let (own, was) = (&self.own, &self.was);
        if !is_stale(own, was, later, |topic| &topic.title) {
            topic.title.clone_from(&later.title);
        }
        if said || !is_stale(own, was, later, |topic| &topic.standing) {
            topic.standing = later.standing;
        }
        if later.owner.is_some() && !is_stale(own, was, later, |topic| &topic.owner) {
            topic.owner.clone_from(&later.owner);
        }
        if later.due.is_some() && !is_stale(own, was, later, |topic| &topic.due) {
            topic.due.clone_from(&later.due);
        }
    }
}

/// Whether a copy has of an action what its record had only before it was corrected.
fn is_stale<T: PartialEq>(own: &Topic, was: &[Topic], copy: &Topic, of: impl Fn(&Topic) -> &T) -> bool {
    of(copy) != of(own) && was.iter().any(|was| of(was) == of(copy))
}
