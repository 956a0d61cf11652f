//! Running command lines from the model, and what they leave for the screen to do.

use chrono::{DateTime, Utc};

use super::command::closes;
use super::commandline::CommandLine;
use super::editor::{Editor, Unfinished};
use super::interests;
use super::model::{Model, Place, Writing};
use super::pad::findings::List;
use super::pad::redactions::Redactions;
use super::pad::{self, Open, choice::Choice, mend::Mend, names};
use super::reading::Reading;
use super::session::{Answer, Question, Ran, Request, Stop};
use super::update::Effect;
use super::view::{Cover, PageView, Tone};
use crate::meeting::command::When;
use crate::meeting::event::{Entry, Event, Sitting};
use crate::meeting::fact::Content;
use crate::meeting::findings::{Finding, Subject, Urgency};
use crate::meeting::id::{FactId, ItemId};

/// The name of the closing list among the pads.
pub(super) const CLOSING: &str = "closing";
/// How many facts around an item's end are looked at for a decision to read back.
const NEAR: usize = 64;

impl Model {
    /// Runs a command line for something that happened at `at`; says whether it was done. A refusal is shown, and whatever
    /// was typed stays.
    pub(super) fn run(&mut self, line: &str, at: DateTime<Utc>, effects: &mut Vec<Effect>) -> bool {
        if self.shows_list_first(line) {
            return false;
        }
        let when = When { now: self.now, at: (at != self.now).then_some(at) };
        self.session.keep_pen(!self.editor.is_empty());
        match self.session.run(line, when) {
            Ok(ran) => {
                let request = self.absorb(ran, effects);
                self.follow_pen();
                if let Some(request) = request {
                    self.request(request, effects);
                }
                true
            }
            Err(Stop::Refused(refusal)) => {
                self.say(Tone::Warning, refusal.to_string());
                false
            }
            Err(Stop::Ask(question)) => {
                self.open("question", Box::new(Choice::new(question)));
                false
            }
        }
    }

    /// Opens the closing list in place of closing the meeting, where there is anything on it and it is not there yet.
    fn shows_list_first(&mut self, line: &str) -> bool {
        let shown = self.pads.last().is_some_and(|open| open.name == CLOSING);
        if shown || self.session.state().sitting() == Sitting::Closed || !closes(line) {
            return false;
        }
        let list = List::closing(&self.findings, self.session.state(), self.own(CLOSING), line.trim());
        let open = !list.is_empty();
        if open {
            self.open(CLOSING, Box::new(list));
        }
        open
    }

    /// The findings of the open program itself for the list of a name.
    fn own(&self, list: &str) -> Vec<Finding> {
        match list {
            CLOSING => self.by_the_clock().into_iter().chain(self.half_typed()).collect(),
            "findings" => self.by_the_clock().into_iter().collect(),
            _ => Vec::new(),
        }
    }

    /// Takes over what was recorded, and returns what is left to do.
    pub(super) fn absorb(&mut self, mut ran: Ran, effects: &mut Vec<Effect>) -> Option<Request> {
        let mut tone = if ran.entries.iter().any(interests::reminds) { Tone::Warning } else { Tone::Plain };
        let came = ran.entries.iter().any(interests::comes);
        let follows = self.session.follow().is_some_and(|follow| ran.notices.iter().any(|said| said == follow.say));
        if tone == Tone::Warning || follows {
            ran.notices.extend(self.offer_due());
        }
        for entry in ran.entries {
            let other = match entry.public.as_slice() {
                [Event::Undone { .. }] => self.session.meeting().redoable(),
                [Event::Redone { .. }] => self.session.meeting().undoable(),
                _ => None,
            };
            let touched: Vec<&Entry> = std::iter::once(&entry).chain(other).collect();
            self.findings.after(self.session.state(), &touched);
            for entry in &touched {
                self.spelling.hear(&self.session, entry);
            }
            effects.push(Effect::Record(entry));
        }
        let wrong = if came { self.wrong_here() } else { Vec::new() };
        if !wrong.is_empty() {
            tone = Tone::Warning;
            ran.notices.extend(wrong);
        }
        if !ran.notices.is_empty() {
            self.say(tone, ran.notices.join(" "));
        }
        ran.request
    }

    /// What is wrong with taking the room's item now, a sentence each, and the key that shows the way out.
    fn wrong_here(&self) -> Vec<String> {
        let Some(room) = self.session.room() else { return Vec::new() };
        let found = self.findings.about(&Subject::Item(room.clone())).iter();
        let now = found.filter(|finding| finding.rule.urgency == Urgency::Now && !interests::told(finding));
        let mut said: Vec<String> = now.map(|finding| finding.sentence.clone()).collect();
        if let Some(key) = self.keymap.key_for("pad findings").filter(|_| !said.is_empty()) {
            said.push(format!("{key} shows what to do."));
        }
        said
    }

    /// What one key does that declared interests ask for now, or what was carried.
    fn offer_due(&self) -> Option<String> {
        let (key, _) = self.due()?;
        Some(format!("{key} does it."))
    }

    /// Brings the text of the pen's place under the cursor, and puts the one that was there away with its own.
    pub(super) fn follow_pen(&mut self) {
        let here = Place::Item(self.session.pen().item.clone());
        let place = match self.writing.fact().and_then(|id| self.session.state().fact(id)) {
            Some(fact) if fact.struck.is_none() && Some(&fact.item) == self.session.pen().item.as_ref() => {
                Place::Fact(fact.id)
            }
            _ => {
                self.writing = Writing::New;
                here
            }
        };
        self.go_to(place);
    }

    fn go_to(&mut self, place: Place) {
        if place == self.place {
            return;
        }
        let old = std::mem::replace(&mut self.place, place);
        let text = std::mem::take(&mut self.editor).unfinished();
        if !text.text.is_empty() {
            self.texts.insert(old, text);
        }
        self.editor = Editor::new(&self.texts.remove(&self.place).unwrap_or_default());
    }

    /// Opens a pad; what it records happened when the key was pressed that opened it.
    pub(super) fn open(&mut self, name: &str, pad: Box<dyn pad::Pad>) {
        self.pads.push(Open::new(name, pad, self.now, &self.session));
    }

    fn request(&mut self, request: Request, effects: &mut Vec<Effect>) {
        match request {
            Request::Pad(name) => self.open_named(&name),
            Request::ClosingList => self.open_named(CLOSING),
            Request::ReadBack => self.read_back(),
            Request::Cover => self.cover = Some(Cover::Curtain { body: self.state().body().name.clone() }),
            Request::Help(command) => self.show(super::help::page(&self.keymap, command.as_deref())),
            Request::Palette => self.line = Some(CommandLine::default()),
            Request::WriteUp => self.write_up_next(),
            Request::Edit(id) => self.edit(id),
            Request::Log => self.show(super::help::log(&self.session)),
            Request::Preview => effects.push(Effect::Preview),
            Request::Theme(name) => effects.push(Effect::Theme(name)),
            Request::Export(formats) => effects.push(Effect::Export(formats)),
            Request::NextAgenda(day) => effects.push(Effect::NextAgenda(day)),
            Request::Redactions(since) => self.open("redactions", Box::new(Redactions::since(since))),
            Request::Adopt => effects.push(Effect::Adopt),
            Request::Compare(file, by) => effects.push(Effect::Compare(file, by)),
            Request::Begin(line) => self.line = Some(CommandLine::new(&line)),
            Request::Spell(word) => self.spell(word, effects),
            Request::Know(word) => self.learn(word, effects),
            Request::Quit => self.quit(effects),
        }
    }

    /// Opens a pad by name; the key that opened it closes it again.
    fn open_named(&mut self, name: &str) {
        if self.pads.last().is_some_and(|open| open.name == name) {
            self.close_pad();
            return;
        }
        match (name, pad::open(name, &self.session, &self.findings, self.own(name))) {
            ("log", _) => self.show(super::help::log(&self.session)),
            ("write-up", _) => self.write_up_next(),
            ("person", _) => self.line = Some(CommandLine::new("person ")),
            (_, Some(pad)) => self.open(name, pad),
            (_, None) => self.say(Tone::Warning, format!("There is no pad “{name}”.")),
        }
    }

    fn quit(&mut self, effects: &mut Vec<Effect>) {
        if self.saved.failing && self.unsaved() > 0 && !self.quit_asked {
            let text = format!(
                "{} entries are NOT SAVED and will be lost. Export first, or quit all the same.",
                self.unsaved()
            );
            let answers = vec![Answer::new("export", "Export first"), Answer::new("quit", "Quit all the same")];
            self.open("question", Box::new(Choice::new(Question { text, answers })));
            self.quit_asked = true;
            return;
        }
        effects.push(Effect::Quit);
    }

    fn read_back(&mut self) {
        let state = self.session.state();
        let item = self.session.room().and_then(|id| state.item(id));
        let facts = item.into_iter().flat_map(|item| state.facts_of(item).rev().take(NEAR));
        let decision = facts.into_iter().find_map(|fact| match &fact.content {
            Content::Decision(decision) => Some((decision.basis.is_some(), decision.words())),
            _ => None,
        });
        // What is still to be decided is read before what was decided already.
        let motion = self.session.room().and_then(|item| state.floor(item).next_back());
        let found = match (decision, motion) {
            (Some((false, words)), _) => Some(("The decision before the meeting", words)),
            (_, Some((_, motion))) => Some(("The motion before the meeting", motion.words())),
            (Some((true, words)), None) => Some(("The decision", words)),
            (None, None) => None,
        };
        match found.map(|(title, words)| (title, words.replace('*', ""))) {
            Some((title, words)) => self.cover = Some(Cover::Words { title: title.into(), paragraphs: vec![words] }),
            None => self.say(Tone::Warning, "There is no decision to read back. Draft one with the decision pad."),
        }
    }

    /// Ends the point: its text is recorded where the pen is, and the line is empty for the next.
    pub(super) fn end_point(&mut self, effects: &mut Vec<Effect>) {
        let text = self.editor.text();
        if text.trim().is_empty() {
            if matches!(self.writing, Writing::WriteUp(_)) {
                self.write_up_next();
            }
            return;
        }
        let line = match self.writing {
            Writing::New => self.session.typed(&text, self.editor.started()),
            Writing::Edit(id) => format!("edit {} {text}", names::fact(id)),
            Writing::WriteUp(id) => format!("write-up {} {text}", names::fact(id)),
        };
        let writing = self.writing;
        if self.run(&line, self.now, effects) {
            self.clear_text();
            match writing {
                Writing::New => {}
                Writing::Edit(_) => self.leave_writing(),
                Writing::WriteUp(_) => self.write_up_next(),
            }
        }
    }

    /// Empties the line under the pen, since its text is recorded.
    pub(super) fn clear_text(&mut self) {
        self.editor = Editor::default();
        self.texts.remove(&self.place);
    }

    /// Goes back from wording a fact to the text of the pen's item. What was typed waits with the fact.
    pub(super) fn leave_writing(&mut self) {
        if self.writing != Writing::New {
            self.writing = Writing::New;
            self.follow_pen();
        }
    }

    /// Brings the words of a point or a note under the pen; of any other fact it opens the parts, each to be put right.
    pub(super) fn edit(&mut self, id: FactId) {
        let Some(words) = self.session.state().content(id).and_then(|content| self.words_of(content)) else {
            match Mend::new(self.session.state(), id) {
                Some(pad) => self.open("mend", Box::new(pad)),
                None => self.say(Tone::Warning, "There is nothing in that to word anew. Strike it out if it is wrong."),
            }
            return;
        };
        self.session.put_cursor(id);
        self.writing = Writing::Edit(id);
        self.go_to(Place::Fact(id));
        if self.editor.is_empty() {
            let cursor = words.chars().count();
            self.editor = Editor::new(&Unfinished { text: words, cursor, started: Some(self.now) });
        }
    }

    /// The words of a point or a note as they may be typed again; other facts have parts.
    fn words_of(&self, content: &Content) -> Option<String> {
        Some(match content {
            Content::Point(point) => {
                let topic = point.topic.as_ref().map_or_else(String::new, |topic| format!("{topic} - "));
                topic + &names::point(self.session.state(), point)
            }
            Content::Note(note) => note.text.clone(),
            _ => return None,
        })
    }

    /// Goes to the next jotting after the one being written up, with the line empty for its minute.
    pub(super) fn write_up_next(&mut self) {
        let at = self.writing.fact();
        let jottings = self.findings.of_rule("to-write-up");
        let mut ids = jottings.filter_map(|finding| match &finding.subject {
            Subject::Fact(id) if Some(*id) != at => Some(*id),
            _ => None,
        });
        let first = ids.next();
        let next = first.into_iter().chain(ids).find(|id| at.is_none_or(|at| *id > at)).or(first);
        self.leave_writing();
        match next {
            Some(id) => {
                self.session.put_cursor(id);
                self.writing = Writing::WriteUp(id);
                self.go_to(Place::Fact(id));
            }
            None => self.say(Tone::Good, "Every jotting is written up."),
        }
    }

    /// Goes to what a finding is about, with the text that was being typed there under the cursor.
    pub(super) fn jump(&mut self, finding: &Finding, effects: &mut Vec<Effect>) {
        match &finding.subject {
            Subject::Fact(id) if self.texts.contains_key(&Place::Fact(*id)) => self.edit(*id),
            Subject::Fact(id) => {
                self.session.put_cursor(*id);
                self.follow_pen();
            }
            Subject::Item(item) => self.pen_to(item, effects),
            Subject::Seat(_) | Subject::Person(_) => self.open_named("attendance"),
            Subject::Meeting => {}
        }
        if self.notice.is_none() {
            self.say(Tone::Plain, finding.rule.remedy);
        }
    }

    /// Takes the pen to an item, out of a fact that was being worded anew: its words wait with it.
    fn pen_to(&mut self, item: &ItemId, effects: &mut Vec<Effect>) {
        self.writing = Writing::New;
        if self.session.pen().item.as_ref() == Some(item) {
            self.follow_pen();
        } else {
            self.run(&format!("pen {item}"), self.now, effects);
        }
    }

    /// Shows a page, such as the minutes as they would be exported.
    pub fn show(&mut self, page: PageView) {
        self.page = Some(Reading::new(page));
    }
}
