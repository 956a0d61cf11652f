//! Everything that the screen is drawn from and that a key may change.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::command::prose_of;
use super::commandline::CommandLine;
use super::editor::{Editor, Unfinished};
use super::interests;
use super::keymap::{Context, Keymap};
use super::mention::Mention;
use super::pad::Open;
use super::reading::Reading;
use super::session::Session;
use super::spelling::Spelling;
use super::view::{Cover, Hint, Notice, PadView, PageView, Prompt};
use crate::meeting::command::When;
use crate::meeting::event::Sitting;
use crate::meeting::fact::Audience;
use crate::meeting::findings::{Finding, Findings};
use crate::meeting::id::{FactId, ItemId, PersonId};
use crate::meeting::state::State;

/// What the recorder has of what was recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    /// The number of the newest entry that is safe.
    pub up_to: u64,
    /// What stands in the way of saving, a sentence or two for a banner; nothing while all is well.
    pub trouble: Option<String>,
    /// Whether nothing can be saved at all.
    pub failing: bool,
}

/// What the text under the pen will be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    /// Something new under the pen's item.
    New,
    /// Other words for a fact.
    Edit(FactId),
    /// The minute of a jotting; Enter goes on to the next jotting.
    WriteUp(FactId),
}

impl Writing {
    /// The fact that is being worded.
    pub const fn fact(self) -> Option<FactId> {
        match self {
            Self::New => None,
            Self::Edit(id) | Self::WriteUp(id) => Some(id),
        }
    }
}

/// Which unfinished text is meant: that of an item, or other words for a fact.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Place {
    /// Something new under an item; under none where the agenda is empty.
    #[serde(rename = "item")]
    Item(Option<ItemId>),
    /// Other words for a fact.
    #[serde(rename = "fact")]
    Fact(FactId),
}

/// Every unfinished text, for the draft file: each comes back to its own place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Where the pen was.
    pub here: Option<Place>,
    /// The texts that are not empty.
    pub texts: Vec<(Place, Unfinished)>,
    /// Whether the room was closed to the public, so that the texts are for the owner only.
    #[serde(default)]
    pub private: bool,
}

impl Draft {
    /// Whether there is nothing to keep.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }
}

/// An open meeting, as the clerk sees it.
#[derive(Debug)]
pub struct Model {
    pub(super) session: Session,
    pub(super) findings: Findings,
    /// What the clock says of the meeting, as of the last message.
    pub(super) timely: Option<Finding>,
    pub(super) keymap: Keymap,
    pub(super) editor: Editor,
    pub(super) writing: Writing,
    /// Where the editor's text belongs.
    pub(super) place: Place,
    pub(super) texts: BTreeMap<Place, Unfinished>,
    pub(super) mention: Mention,
    pub(super) spelling: Spelling,
    pub(super) pads: Vec<Open>,
    /// Whether the clerk was asked about quitting with facts unsaved, and has the question before them.
    pub(super) quit_asked: bool,
    pub(super) line: Option<CommandLine>,
    pub(super) history: Vec<String>,
    pub(super) notice: Option<Notice>,
    pub(super) page: Option<Reading>,
    /// Whether the page was opened by a question mark that may have been meant as the first of a line.
    pub(super) asked: bool,
    pub(super) cover: Option<Cover>,
    pub(super) saved: Saved,
    pub(super) now: DateTime<Utc>,
    pub(super) size: (u16, u16),
    pub(super) text_width: Option<u16>,
}

impl Model {
    /// A model of a session at `now` (UTC), with the unfinished text of last time back under the pen.
    pub fn new(session: Session, keymap: Keymap, draft: Draft, now: DateTime<Utc>) -> Self {
        let findings = Findings::of(session.state());
        let saved = Saved { up_to: session.meeting().next().saturating_sub(1), ..Saved::default() };
        let mut model = Self {
            place: Place::Item(session.pen().item.clone()),
            spelling: Spelling::new(&session),
            session,
            findings,
            timely: None,
            keymap,
            editor: Editor::default(),
            writing: Writing::New,
            texts: draft.texts.into_iter().collect(),
            mention: Mention::default(),
            pads: Vec::new(),
            quit_asked: false,
            asked: false,
            line: None,
            history: Vec::new(),
            notice: None,
            page: None,
            cover: None,
            saved,
            now,
            size: (80, 24),
            text_width: None,
        };
        model.take_up(draft.here);
        model.timely = model.by_the_clock();
        model
    }

    /// Puts the pen where it was, with the text that stood there.
    fn take_up(&mut self, here: Option<Place>) {
        match here {
            Some(Place::Fact(id)) if self.session.state().content(id).is_some() => {
                self.session.put_cursor(id);
                self.writing = Writing::Edit(id);
                self.place = Place::Fact(id);
            }
            Some(Place::Item(Some(item))) if self.session.state().item(&item).is_some() => {
                // A pen that cannot go there stays where it is, and the text with its item.
                _ = self.session.run(&format!("pen {item}"), When::now(self.now));
                self.place = Place::Item(Some(item));
            }
            _ => {}
        }
        self.editor = Editor::new(&self.texts.remove(&self.place).unwrap_or_default());
    }

    /// The session.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The meeting as it stands.
    pub fn state(&self) -> &State {
        self.session.state()
    }

    /// The findings as they stand.
    pub fn findings(&self) -> &Findings {
        &self.findings
    }

    /// What matters now, a plain sentence each: at most `most` of them.
    pub fn margin(&self, most: usize) -> Vec<&str> {
        let now = self.timely.iter().chain(self.findings.urgent());
        now.take(most).map(|finding| finding.sentence.as_str()).collect()
    }

    /// How many there are that matter now.
    pub fn urgent(&self) -> usize {
        self.findings.now() + usize::from(self.timely.is_some())
    }

    /// Who has declared an interest in the item that the room is at, or in the business as a whole, each with what follows
    /// from the gravest, in a few words.
    pub fn interests(&self) -> Vec<(PersonId, &'static str)> {
        let Some(room) = self.state().room_item() else { return Vec::new() };
        let mut held = self.state().interests_in(room);
        held.sort_by_key(|(_, declaration)| std::cmp::Reverse(declaration.effect()));
        let mut seen: BTreeSet<&PersonId> = BTreeSet::new();
        held.retain(|(_, declaration)| seen.insert(&declaration.person));
        let shown = held.into_iter().map(|(_, it)| (it.person.clone(), interests::effect(it)));
        shown.collect()
    }

    /// The keys.
    pub fn keymap(&self) -> &Keymap {
        &self.keymap
    }

    /// The text under the pen.
    pub fn editor(&self) -> &Editor {
        &self.editor
    }

    /// What the text under the pen will be.
    pub fn writing(&self) -> Writing {
        self.writing
    }

    /// The time, in UTC, as it was last told.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// The screen's width and height in cells.
    pub fn size(&self) -> (u16, u16) {
        self.size
    }

    /// What is safe.
    pub fn saved(&self) -> &Saved {
        &self.saved
    }

    /// How many entries are not yet safe.
    pub fn unsaved(&self) -> u64 {
        self.session.meeting().next().saturating_sub(1).saturating_sub(self.saved.up_to)
    }

    /// News for the clerk.
    pub fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// What covers the screen.
    pub fn cover(&self) -> Option<&Cover> {
        self.cover.as_ref()
    }

    /// The page that is open to be read.
    pub fn page(&self) -> Option<&PageView> {
        self.page.as_ref().map(Reading::page)
    }

    /// The command line, while one is typed.
    pub fn command(&self) -> Option<Prompt> {
        let mut prompt = self.line.as_ref().map(CommandLine::prompt)?;
        if let Some(from) = prose_of(&prompt.text) {
            self.mark(&mut prompt, from);
        }
        Some(prompt)
    }

    /// The pad on top: what completes the command line, an open pad, or the people who may be meant.
    pub fn pad(&self) -> Option<PadView> {
        if let Some(line) = self.line.as_ref().filter(|_| !self.offers_words()) {
            return line.view(&self.session);
        }
        match self.pads.last() {
            Some(open) => {
                let mut view = open.view(&self.session);
                view.prompt.iter_mut().filter(|_| open.takes_prose()).for_each(|prompt| self.mark(prompt, 0));
                Some(view)
            }
            None => self.mention.view(&self.session, &self.editor),
        }
    }

    /// What keys do at present besides those of an open pad, most useful first.
    pub fn hints(&self) -> Vec<Hint> {
        if self.line.is_some() {
            return super::commandline::hints();
        }
        if self.state().sitting() == Sitting::Closed {
            return self.afterwards();
        }
        let empty = (self.editor.is_empty() && self.pads.is_empty()).then(|| self.keymap.hints(Context::Empty));
        let due = self.due().map(|(key, text)| Hint { key, text: text.to_owned() });
        due.into_iter().chain(self.keymap.hints(Context::Pen)).chain(empty.into_iter().flatten()).collect()
    }

    /// What keys do once the meeting has closed, when nothing happens in a room and the minutes are worked on.
    fn afterwards(&self) -> Vec<Hint> {
        const WORK: [(&str, &str); 6] = [
            ("edit", "edit"),
            ("closing-list", "closing list"),
            (":export", "papers"),
            ("preview", "preview"),
            ("write-up", "write up"),
            (":reopen", "go on"),
        ];
        let key = |run: &str| if run.starts_with(':') { Some(run.to_owned()) } else { self.keymap.key_for(run) };
        WORK.into_iter().filter_map(|(run, text)| Some(Hint { key: key(run)?, text: text.to_owned() })).collect()
    }

    /// The key for what is to be done now as declared interests or something carried ask, and what that is.
    pub(super) fn due(&self) -> Option<(String, &'static str)> {
        let declared = interests::asks(self.state());
        let what = if declared { Some("as declared") } else { self.session.follow().map(|follow| follow.short) };
        let own = declared.then(|| self.keymap.key_for("as-declared")).flatten();
        self.keymap.key_for("as-due").or(own).zip(what)
    }

    /// Whether any unfinished text is for the owner only: everything while the public is out, and else what was typed
    /// then or belongs to what is private.
    fn draft_is_private(&self, texts: &[(Place, Unfinished)]) -> bool {
        let state = self.state();
        state.room() == Audience::Private
            || texts.iter().any(|(place, text)| {
                let belongs = match place {
                    Place::Item(item) => item.as_ref().map(|item| state.setting(item)),
                    Place::Fact(id) => state.fact(*id).map(|fact| fact.audience),
                };
                let typed = text.started.is_some_and(|started| state.private_between(started, self.now));
                typed || belongs == Some(Audience::Private)
            })
    }

    /// Every unfinished text. What was typed into open pads comes back after the text of the pen's place.
    pub fn draft(&self) -> Draft {
        let mut here = self.editor.unfinished();
        for open in &self.pads {
            let typed = open.typed();
            if !typed.is_empty() {
                here.text = if here.text.is_empty() { typed.to_owned() } else { format!("{}\n{typed}", here.text) };
                here.cursor = here.text.chars().count();
                here.started = here.started.or(Some(open.at));
            }
        }
        let mut texts = self.texts.clone();
        texts.insert(self.place.clone(), here);
        let texts: Vec<_> = texts.into_iter().filter(|(_, text)| !text.text.is_empty()).collect();
        let private = self.draft_is_private(&texts);
        Draft { here: Some(self.place.clone()), texts, private }
    }
}
