//! The loop of a meeting that is on: keys, the disk, the clock and signals, one after the other; drawn once a batch.
//!
//! Nothing here waits for a disk: entries and drafts go to their threads, exports to one of their own, and what came of
//! them comes back as a message.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use crossterm::event::Event;
use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};
use tokio::time::{self, Instant, Interval, MissedTickBehavior};

use crate::app::model::Model;
use crate::app::update::{Effect, Message, update};
use crate::app::view::{Notice, Tone};
use crate::minutes::style::Style;
use crate::problem::Severity;
use crate::ui::{self, theme::Theme};

use super::clock::Clock;
use super::input::{Input, translate};
use super::jobs::{Done, Job, WordJob};
use super::keyboard::Keyboard;
use super::live::Live;
use super::looks;
use super::signals::Signals;
use super::terminal::Screen;

/// How long unfinished text may wait to be kept, from the first key that changed it: within a second of the last.
const DRAFT: Duration = Duration::from_millis(600);
/// How long the disk may take when a signal ends the program; after that the terminal is given back all the same.
const LAST_WORDS: Duration = Duration::from_secs(4);
/// After how many ticks saving elsewhere is tried again while nothing can be saved; each time after twice as many.
const RETRY: u32 = 20;

/// Why the loop ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The clerk left.
    Quit,
    /// A signal, or the terminal is gone.
    Signal,
}

/// Everything that a meeting runs with.
pub struct Stage {
    /// What the clerk sees.
    pub model: Model,
    /// Its record.
    pub live: Live,
    /// The agenda that the record belongs to, for comparing; nothing where it is not known.
    pub agenda: Option<String>,
    /// What is asked of the outside as soon as the meeting is on the screen.
    pub first: Vec<Effect>,
    /// The colours.
    pub theme: Theme,
    /// The time.
    pub clock: Clock,
}

/// A meeting that is on.
struct Loop<'a> {
    stage: &'a mut Stage,
    style: Style,
    style_text: String,
    /// When unfinished text is to be kept next.
    draft_due: Option<Instant>,
    /// What waits until everything is safe.
    waiting: Vec<Job>,
    quitting: bool,
    failing_for: u32,
    retry_at: u32,
    jobs: UnboundedSender<Done>,
    done: UnboundedReceiver<Done>,
}

/// What woke the loop.
enum Woken {
    Messages(Vec<Message>),
    Done(Done),
    DraftDue,
    End,
}

/// Runs a meeting until the clerk leaves or a signal ends it. Everything that can be made safe then is.
///
/// It is an error if the terminal cannot be drawn on.
pub async fn run(stage: &mut Stage, keyboard: &mut Keyboard, screen: &mut Screen) -> io::Result<Ending> {
    let mut signals = Signals::listen()?;
    let mut ticks = time::interval(Duration::from_secs(1));
    ticks.set_missed_tick_behavior(MissedTickBehavior::Skip);
    let (jobs, done) = mpsc::unbounded_channel();
    let mut this = Loop {
        style: Style::default(),
        style_text: String::new(),
        stage,
        draft_due: None,
        waiting: Vec::new(),
        quitting: false,
        failing_for: 0,
        retry_at: RETRY,
        jobs,
        done,
    };
    this.read_style(true);
    let size = screen.size()?;
    this.tell(Message::Resize(size.width, size.height));
    let first = std::mem::take(&mut this.stage.first);
    this.perform(first);
    loop {
        screen.draw(|frame| ui::draw_model(frame, &this.stage.model, &this.style, &this.stage.theme))?;
        match this.wait(keyboard, &mut signals, &mut ticks).await {
            Woken::Messages(messages) => messages.into_iter().for_each(|message| this.tell(message)),
            Woken::Done(done) => this.finished(done),
            Woken::DraftDue => this.keep_draft(),
            Woken::End => {
                // A disk that hangs must not keep the terminal from being given back.
                _ = time::timeout(LAST_WORDS, this.stage.live.flush()).await;
                return Ok(Ending::Signal);
            }
        }
        this.take_up_waiting();
        if this.quitting && (this.stage.model.unsaved() == 0 || this.stage.model.saved().failing) {
            return Ok(Ending::Quit);
        }
    }
}

impl Loop<'_> {
    async fn wait(&mut self, keyboard: &mut Keyboard, signals: &mut Signals, ticks: &mut Interval) -> Woken {
        let runs = self.stage.clock.runs();
        let due = self.draft_due;
        tokio::select! {
            biased;
            () = signals.next() => Woken::End,
            batch = keyboard.next() => batch.map_or(Woken::End, |batch| Woken::Messages(self.read(batch))),
            messages = self.stage.live.news() => Woken::Messages(messages),
            Some(done) = self.done.recv() => Woken::Done(done),
            () = time::sleep_until(due.unwrap_or_else(Instant::now)), if due.is_some() => Woken::DraftDue,
            _ = ticks.tick(), if runs => Woken::Messages(self.tick()),
        }
    }

    /// What was waiting together, as messages with the time of each key.
    fn read(&mut self, batch: Vec<Event>) -> Vec<Message> {
        let sizes: Vec<(u16, u16)> = batch
            .iter()
            .filter_map(|event| if let Event::Resize(width, height) = event { Some((*width, *height)) } else { None })
            .collect();
        let clock = &mut self.stage.clock;
        let bursts = clock.runs();
        let message = |input| match input {
            Input::Key(key) => Some(Message::Key(key, clock.key())),
            Input::Text(text) => Some(Message::Paste(text, clock.key())),
            Input::Resized => None,
        };
        let mut messages: Vec<Message> = translate(batch, bursts).into_iter().filter_map(message).collect();
        messages.extend(sizes.last().map(|(width, height)| Message::Resize(*width, *height)));
        messages
    }

    fn tick(&mut self) -> Vec<Message> {
        if self.stage.model.saved().failing {
            self.failing_for += 1;
            if self.failing_for >= self.retry_at {
                self.retry_at = self.retry_at.saturating_mul(2);
                self.stage.live.rescue();
            }
        } else {
            (self.failing_for, self.retry_at) = (0, RETRY);
        }
        vec![Message::Tick(self.stage.clock.now())]
    }

    fn tell(&mut self, message: Message) {
        if let Message::Resize(width, height) = message
            && let Some(width) = ui::typing_width(self.stage.model.state(), width, height)
        {
            self.tell(Message::TextWidth(width));
        }
        // Only the first time: a place that failed as well would fail again at once.
        let failed = matches!(message, Message::Trouble { failing: true, .. }) && !self.stage.model.saved().failing;
        let effects = update(&mut self.stage.model, message);
        self.perform(effects);
        if failed {
            self.stage.live.rescue();
        }
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Record(entry) => {
                    let rewritten = self.stage.model.session().meeting().rewritten(&entry);
                    let trouble = self.stage.live.record(&entry, &rewritten);
                    self.read_style(false);
                    // The entry is in the meeting and on the screen all the same.
                    if let Some(message) = trouble {
                        _ = update(&mut self.stage.model, message);
                    }
                    self.draft_due.get_or_insert_with(|| Instant::now() + DRAFT);
                }
                Effect::SaveDraft => _ = self.draft_due.get_or_insert_with(|| Instant::now() + DRAFT),
                Effect::Export(formats) => self.waiting.push(Job::Export(formats)),
                Effect::Compare(file, by) => self.waiting.push(Job::Draft(file.into(), by)),
                Effect::NextAgenda(day) => self.waiting.push(Job::NextAgenda(day)),
                Effect::Preview => self.waiting.push(Job::Preview),
                Effect::Adopt => self.waiting.push(Job::Compare),
                Effect::Theme(name) => match looks::theme(&name) {
                    Ok(theme) => self.stage.theme = theme,
                    Err(problem) => self.tell(Message::News(super::jobs::warning(&problem))),
                },
                Effect::Suggest(word) => {
                    self.look_up(WordJob::Suggest(Arc::clone(self.stage.model.speller()), word));
                }
                Effect::Learn(word) => self.look_up(WordJob::Keep(word)),
                Effect::Quit => self.quitting = true,
            }
        }
    }

    /// Begins what the words of the minutes need.
    fn look_up(&self, job: WordJob) {
        let jobs = self.jobs.clone();
        tokio::task::spawn_blocking(move || {
            _ = jobs.send(job.carry_out()); // the meeting may have ended
        });
    }

    /// The house style is read again when the record takes over another.
    fn read_style(&mut self, always: bool) {
        let text = self.stage.model.state().style();
        if always || text != self.style_text {
            let style = Style::read("the record's house style", text).0;
            text.clone_into(&mut self.style_text);
            let before = std::mem::replace(&mut self.style, style);
            if always || before.language != self.style.language {
                self.look_up(WordJob::Dictionary(self.style.language.clone()));
            }
        }
    }

    /// Hands the unfinished text over. That there is none is only kept once everything recorded is safe.
    fn keep_draft(&mut self) {
        let draft = self.stage.model.draft();
        if draft.is_empty() && self.stage.model.unsaved() > 0 {
            self.draft_due = Some(Instant::now() + DRAFT);
            return;
        }
        self.draft_due = None;
        self.stage.live.keep_draft(&draft);
    }

    /// Begins what waited for everything to be safe. While nothing can be saved it would tell only half of the meeting.
    fn take_up_waiting(&mut self) {
        if self.stage.model.unsaved() > 0 {
            if self.stage.model.saved().failing && !self.waiting.is_empty() {
                self.waiting.clear();
                let text = "Not everything is saved, so nothing was exported. The minutes on the screen are whole.";
                self.tell(Message::News(super::jobs::bad(text)));
            }
            return;
        }
        for job in std::mem::take(&mut self.waiting) {
            let (files, agenda, jobs) = (self.stage.live.files().clone(), self.stage.agenda.clone(), self.jobs.clone());
            let now = self.stage.clock.now();
            let state = matches!(job, Job::Compare).then(|| self.stage.model.state().clone());
            tokio::task::spawn_blocking(move || {
                _ = jobs.send(job.carry_out(&files, agenda.as_deref(), state.as_ref(), now)); // the meeting may have ended
            });
        }
    }

    fn finished(&mut self, done: Done) {
        match done {
            Done::Said(notice) => self.tell(Message::News(notice)),
            Done::Dictionary(Ok(dictionary)) => self.stage.model.take_dictionary(dictionary),
            Done::Dictionary(Err(why)) => {
                self.stage.model.has_no_dictionary(why.to_string());
                // What the clerk was told when the meeting opened matters more.
                if why.severity == Severity::Error || self.stage.model.notice().is_none() {
                    self.tell(Message::News(Notice { text: why.to_string(), tone: Tone::Warning }));
                }
            }
            Done::Suggested(word, offers) => self.stage.model.suggested(&word, &offers),
            Done::Page(page) => self.stage.model.show(page),
            Done::Compared(name, comparison) => self.stage.model.came_back(&name, comparison),
            Done::Changed(adoption, kept) => {
                let effects = self.stage.model.adopt(adoption, &kept);
                self.perform(effects);
            }
        }
    }
}
