//! What happened, and what it does to the model.
//!
//! The newest layer is asked first: what covers the screen, a page, the command line, a pad, the text under the pen.
//! Whatever a key means, it ends in a command line that the session runs.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::commandline::{CommandLine, Typed};
use super::document::Read;
use super::editor::Taken;
use super::key::{Code, Key};
use super::keymap::Context;
use super::model::{Model, Writing};
use super::pad::{Open, Step};
use super::running::CLOSING;
use super::view::{Notice, Tone};
use crate::meeting::command::{Command, When};
use crate::meeting::event::{Entry, Sitting};
use crate::meeting::id::ItemId;

#[cfg(test)]
mod tests;

/// How far the clock may jump before it is worth recording.
const GAP: TimeDelta = TimeDelta::minutes(1);
/// How many command lines are remembered.
const REMEMBERED: usize = 200;

/// Something that happened outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// A key was pressed, at this time in UTC.
    Key(Key, DateTime<Utc>),
    /// Text was pasted, or came faster than a hand types. It is text and never a command.
    Paste(String, DateTime<Utc>),
    /// A second has passed. Expected once a second while the program is awake, so that a gap means it was not.
    Tick(DateTime<Utc>),
    /// The screen's width and height in cells.
    Resize(u16, u16),
    /// How wide the text under the pen is drawn, in cells, so that up and down go by its rows.
    TextWidth(u16),
    /// The entries up to this number are safe.
    Saved(u64),
    /// Saving does not go as it should, in a sentence or two; `failing` when nothing can be saved at all.
    Trouble {
        /// What happened and what to do.
        text: String,
        /// Whether nothing can be saved at all.
        failing: bool,
    },
    /// News from outside for the clerk, such as where an export was written.
    News(Notice),
}

/// Something that is asked of the outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// This entry is to be recorded.
    Record(Entry),
    /// What [`Model::draft`] gives is to be kept within a second; an empty draft takes the file away once everything
    /// recorded is safe.
    SaveDraft,
    /// Exports are to be written in these formats; the usual ones where none is named.
    Export(Vec<String>),
    /// The next meeting's agenda is to be written, of a day or of the next one on the plan.
    NextAgenda(Option<NaiveDate>),
    /// The theme is to change.
    Theme(String),
    /// The files are to be compared with the record.
    Adopt,
    /// The minutes are to be compared with the draft in a file, of which somebody may have asked for what it does not sign:
    /// answered with [`Model::came_back`].
    Compare(String, Option<String>),
    /// The minutes are to be shown as they would be exported: answered with [`Model::show`].
    Preview,
    /// What may be meant by a word is to be found out: answered with [`Model::suggested`].
    Suggest(String),
    /// A word is to be kept in the clerk's own list.
    Learn(String),
    /// The program is to end, after everything is safe that can be.
    Quit,
}

/// Does what a message says and tells what is asked of the outside.
pub fn update(model: &mut Model, message: Message) -> Vec<Effect> {
    let mut effects = Vec::new();
    let before = model.editor.unfinished();
    let place = model.place.clone();
    match message {
        Message::Key(key, now) => {
            model.notice = None;
            model.clock(now, &mut effects);
            model.key(key, &mut effects);
        }
        Message::Paste(text, now) => {
            model.notice = None;
            model.clock(now, &mut effects);
            model.paste(&text);
        }
        Message::Tick(now) => model.clock(now, &mut effects),
        Message::Resize(width, height) => model.size = (width, height),
        Message::TextWidth(width) => model.text_width = Some(width),
        Message::Saved(up_to) => model.saved.up_to = model.saved.up_to.max(up_to),
        Message::Trouble { text, failing } => {
            model.saved.trouble = Some(text);
            model.saved.failing = failing;
        }
        Message::News(notice) => model.notice = Some(notice),
    }
    model.timely = model.by_the_clock();
    if model.place != place || model.editor.unfinished().text != before.text {
        effects.push(Effect::SaveDraft);
    }
    effects
}

impl Model {
    /// Tells the time; a jump of over a minute, either way, is recorded and shown.
    fn clock(&mut self, now: DateTime<Utc>, effects: &mut Vec<Effect>) {
        let from = std::mem::replace(&mut self.now, now);
        let jump = now - from;
        // Once the meeting has closed nothing happens in a room, and minutes may be worked on for weeks.
        if jump.abs() <= GAP || self.session.state().sitting() == Sitting::Closed {
            return;
        }
        if let Ok(ran) = self.session.record(&Command::Clock { from, to: now }, When::now(now)) {
            self.absorb(ran, effects);
            let minutes = jump.abs().num_minutes();
            let text = if jump > TimeDelta::zero() {
                format!("The program was not running for {minutes} minutes, or the clock was set on. It is recorded.")
            } else {
                format!("The clock was set back by {minutes} minutes. It is recorded; check the times.")
            };
            self.say(Tone::Warning, text);
        }
    }

    fn key(&mut self, key: Key, effects: &mut Vec<Effect>) {
        if self.cover.take().is_some() {
            return;
        }
        if self.page.is_some() {
            self.page_key(key, effects);
        } else if self.line.is_some() && !self.offers_words() {
            self.line_key(key, effects);
        } else if !self.pads.is_empty() {
            self.pad_key(key, effects);
        } else if !self.mention.key(key, &self.session, &mut self.editor) {
            self.pen_key(key, effects);
        }
    }

    fn page_key(&mut self, key: Key, effects: &mut Vec<Effect>) {
        if std::mem::take(&mut self.asked) && key == Key::plain(Code::Char(' ')) {
            // It was the speaker who is to be named: "? asked …".
            self.page = None;
            for typed in [Key::plain(Code::Char('?')), key] {
                self.editor.key(typed, self.now);
            }
            return;
        }
        let Some(page) = &mut self.page else { return };
        match page.key(key, self.size.1) {
            Read::Stay => {}
            Read::Leave => self.page = None,
            Read::Pass => {
                self.page = None;
                self.key(key, effects);
            }
        }
    }

    fn line_key(&mut self, key: Key, effects: &mut Vec<Effect>) {
        let Some(line) = &mut self.line else { return };
        match line.key(key, &self.session, &self.history) {
            Typed::Leave => self.line = None,
            Typed::Pass if self.asked_by(key) => self.line_key(Key::plain(Code::Enter), effects),
            Typed::Pass if self.keymap.get(Context::Pen, key) == Some("spell") => self.spell(None, effects),
            Typed::Pass if self.keymap.get(Context::Pen, key).is_some() => {
                // What was typed of the line is found again in the history.
                let typed = self.line.take().map(|line| line.prompt().text).unwrap_or_default();
                self.remember(&typed);
                self.chord(key, effects);
            }
            Typed::Stay | Typed::Pass => {}
            Typed::Run(run) => {
                // The line is put away first, since it may open a pad; a refusal brings it back.
                let typed = self.line.take();
                self.remember(&run);
                let (room, pads) = (self.session.room().cloned(), self.pads.len());
                let done = self.run(&run, self.now, effects);
                if !done && self.pads.len() == pads {
                    self.line = typed;
                } else if done && self.pads.len() == pads && self.closed_from_list() {
                    self.close_pad();
                }
                self.leave_pads_of(room.as_ref());
            }
        }
    }

    /// Whether the meeting is closed and the list is still open that is for closing it.
    fn closed_from_list(&self) -> bool {
        self.state().sitting() == Sitting::Closed && self.pads.last().is_some_and(|open| open.name == CLOSING)
    }

    /// Whether the command line was opened by this key, which asked for the words of its command and now ends them.
    fn asked_by(&self, key: Key) -> bool {
        let row = self.keymap.get(Context::Pen, key).unwrap_or_default();
        let command = ["{text}", "{ask}"].iter().find_map(|slot| row.strip_suffix(slot));
        let begins = |line: &CommandLine| command.is_some_and(|command| line.prompt().text.starts_with(command));
        self.line.as_ref().is_some_and(begins)
    }

    fn remember(&mut self, line: &str) {
        if line.trim().is_empty() {
            return;
        }
        self.history.retain(|old| old != line);
        if self.history.len() == REMEMBERED {
            self.history.remove(0);
        }
        self.history.push(line.to_owned());
    }

    fn pad_key(&mut self, key: Key, effects: &mut Vec<Effect>) {
        let Some(open) = self.pads.last_mut() else { return };
        let (typed, about) = (open.typed().len(), open.about());
        let step = open.key(key, &self.session);
        if open.typed().len() != typed {
            effects.push(Effect::SaveDraft);
        }
        let at = open.at;
        match step {
            // As on an empty line: the pad is there again afterwards.
            Step::Pass if key.letter() == Some(':') => self.line = Some(CommandLine::default()),
            Step::Pass if key.letter().is_none() => self.pad_chord(key, effects),
            Step::Pass | Step::Stay | Step::Ask(_) | Step::Become(_) => {}
            Step::Close => self.close_pad(),
            Step::Say(text) => self.say(Tone::Warning, text),
            Step::Put { old, new } => {
                self.close_pad();
                self.respell(&old, &new);
            }
            Step::Jump(finding) => {
                self.pads.clear();
                self.jump(&finding, effects);
            }
            Step::Run(lines) => self.pad_runs(&lines, at, false, effects),
            Step::Finish(lines) => self.pad_runs(&lines, at, true, effects),
        }
        self.go_with_pad(about.as_ref());
    }

    /// A chord that the pad on top has no use for.
    fn pad_chord(&mut self, key: Key, effects: &mut Vec<Effect>) {
        let asks = self.pads.last().is_some_and(Open::asks);
        match self.keymap.get(Context::Pad, key).filter(|_| !asks) {
            Some(run) => {
                let run = run.to_owned();
                self.run(&run, self.now, effects);
            }
            None => self.chord(key, effects),
        }
    }

    /// Runs the command lines of the pad on top, which are all that it wants where they are to `finish` it.
    fn pad_runs(&mut self, lines: &[String], at: DateTime<Utc>, finish: bool, effects: &mut Vec<Effect>) {
        let Some(top) = self.pads.len().checked_sub(1) else { return };
        let done = lines.iter().all(|line| self.run(line, at, effects));
        let on_top = self.pads.len() == top + 1;
        let Some(open) = self.pads.get_mut(top) else { return };
        if done && finish {
            self.pads.remove(top);
        } else if done {
            open.done(&self.session);
        } else if on_top {
            // What the pad shows beside its question need not be said twice.
            _ = self.notice.take_if(|refusal| open.refused(&refusal.text));
        }
    }

    /// Closes the pad on top. What was typed into it goes to the text under the pen, so that nothing is lost.
    pub(super) fn close_pad(&mut self) {
        let Some(open) = self.pads.pop() else { return };
        self.quit_asked = false;
        let typed = open.typed().to_owned();
        if !typed.is_empty() {
            self.paste(&typed);
            self.say(Tone::Plain, "What you typed is under the pen.");
        }
    }

    fn pen_key(&mut self, key: Key, effects: &mut Vec<Effect>) {
        if let Some(width) = self.text_width {
            self.editor.set_width(width);
        }
        let empty = self.editor.is_empty() && self.writing == Writing::New;
        let bound = empty.then(|| self.keymap.get(Context::Empty, key)).flatten();
        if let Some(run) = bound.or_else(|| self.keymap.get(Context::Pen, key)) {
            let run = run.to_owned();
            self.bound(&run, effects);
            self.asked = key == Key::plain(Code::Char('?')) && self.page.is_some();
            return;
        }
        match key.code {
            Code::Enter if key.alt || key.shift || key.ctrl => self.editor.newline(self.now),
            Code::Enter => self.end_point(effects),
            Code::Esc => self.leave_writing(),
            _ if key.letter().is_some() && self.editor.is_full() => {
                self.say(Tone::Bad, "This point is as long as one can be. End it with Enter and go on in another.");
            }
            _ => _ = self.editor.key(key, self.now),
        }
    }

    /// A key that no open layer wanted: function keys and chords act everywhere.
    fn chord(&mut self, key: Key, effects: &mut Vec<Effect>) {
        if let Some(run) = self.keymap.get(Context::Pen, key) {
            let run = run.to_owned();
            // A question is about what was newest when it was asked.
            if self.pads.last().is_some_and(|open| open.name == "question") {
                self.close_pad();
            }
            let room = self.session.room().cloned();
            self.bound(&run, effects);
            self.leave_pads_of(room.as_ref());
        }
    }

    /// Closes the pads when the room has gone on from the item that they were opened at.
    fn leave_pads_of(&mut self, room: Option<&ItemId>) {
        while self.session.room() != room && !self.pads.is_empty() {
            self.close_pad();
        }
    }

    /// Runs a row of the keymap. A row that ends in `{text}` takes the text under the pen, or asks for it; one that ends
    /// in `{ask}` always asks.
    fn bound(&mut self, run: &str, effects: &mut Vec<Effect>) {
        if let Some(command) = run.strip_suffix("{ask}") {
            self.line = Some(CommandLine::new(command));
            return;
        }
        match run.strip_suffix("{text}") {
            None => _ = self.run(run, self.now, effects),
            Some(command) if self.editor.is_empty() || self.writing != Writing::New => {
                self.line = Some(CommandLine::new(command));
            }
            Some(command) => {
                let line = format!("{command}{}", self.editor.text());
                self.session.started = self.editor.started();
                if self.run(&line, self.now, effects) {
                    self.clear_text();
                }
            }
        }
    }

    fn paste(&mut self, text: &str) {
        self.cover = None;
        let rows = self.size.1;
        if self.page.as_mut().is_some_and(|page| page.paste(text, rows)) {
            return;
        }
        self.page = None;
        if let Some(line) = &mut self.line {
            line.paste(text);
            return;
        }
        if self.pads.last_mut().is_some_and(|open| open.paste(text)) {
            return;
        }
        if let Some(command) = self.pasted_command(text) {
            self.line = Some(CommandLine::new(command));
            return self.say(Tone::Plain, "This line was pasted: Enter runs it, Esc leaves it.");
        }
        match self.editor.paste(text, self.now) {
            Taken::Whole => {}
            Taken::Cleaned => self.say(Tone::Warning, "Characters that cannot be shown were left out."),
            Taken::Cut => {
                self.say(
                    Tone::Bad,
                    "The end of the pasted text was left out: it is too long for one point. Paste it in parts.",
                );
            }
        }
    }

    /// The command in one pasted line that begins with a colon where a colon would open the command line. It is text
    /// until Enter is pressed.
    fn pasted_command<'a>(&self, text: &'a str) -> Option<&'a str> {
        let open = self.pads.is_empty() && self.editor.is_empty() && self.writing == Writing::New;
        let line = text.strip_suffix('\n').unwrap_or(text).strip_prefix(':')?;
        let named = line.starts_with(|letter: char| letter.is_ascii_alphabetic());
        let whole = open && named && !line.contains('\n');
        whole.then_some(line)
    }

    pub(super) fn say(&mut self, tone: Tone, text: impl Into<String>) {
        self.notice = Some(Notice { text: text.into(), tone });
    }
}
