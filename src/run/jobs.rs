//! Work that may take a moment: exports, the preview, and comparing the files with the record.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};

use crate::app::compare::{Comparison, Told, compare};
use crate::app::view::{Notice, PageView, Search, Tone};
use crate::meeting::adoption::Adoption;
use crate::meeting::state::State;
use crate::minutes::phrase::Phrase;
use crate::minutes::style::Style;
use crate::problem::Problem;
use crate::spelling::{Dictionary, Speller};

use super::changes;
use super::compare;
use super::config::Config;
use super::export::{For, Page, beside, spell};
use super::format::Format;
use super::next;
use super::papers;
use super::places::{RecordFiles, name_of};
use super::reading::{self, Scope};
use super::spelling;

/// The width of exported text, in cells.
const WIDTH: usize = 80;

/// Something that is done beside the keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Job {
    /// Exports are written in these formats; the usual ones where none is named.
    Export(Vec<String>),
    /// The next meeting's agenda is written, of a day or of the next one on the plan.
    NextAgenda(Option<NaiveDate>),
    /// The minutes are shown as they would be exported.
    Preview,
    /// The files are compared with the record.
    Compare,
    /// The minutes are compared with a draft that came back, of which somebody may have asked for what it does not sign.
    Draft(PathBuf, Option<String>),
}

/// Something that is done beside the keys for the words of the minutes, and waits for nothing to be saved.
#[derive(Debug)]
pub enum WordJob {
    /// The dictionary of a language is read.
    Dictionary(String),
    /// Words like one that nobody knows are looked for.
    Suggest(Arc<Speller>, String),
    /// A word is kept in the clerk's own list.
    Keep(String),
}

impl WordJob {
    /// Carries it out; takes as long as it takes.
    pub fn carry_out(self) -> Done {
        match self {
            Self::Dictionary(language) => Done::Dictionary(spelling::dictionary(&language, &Config::of_user().0)),
            Self::Suggest(speller, word) => {
                let offers = speller.suggest(&word);
                Done::Suggested(word, offers)
            }
            Self::Keep(word) => Done::Said(match spelling::keep(&word) {
                Ok(path) => {
                    let text = format!("“{word}” is known from now on, and kept in {}.", path.display());
                    Notice { text, tone: Tone::Good }
                }
                Err(problem) => warning(&problem),
            }),
        }
    }
}

/// What came of it.
#[derive(Clone, Debug)]
pub enum Done {
    /// News for the clerk.
    Said(Notice),
    /// A page to read.
    Page(PageView),
    /// What differs in a draft, by the name of its file.
    Compared(String, Comparison),
    /// What can be taken over from the files, and what stays as the meeting has it, a sentence each; nothing if nobody
    /// changed them.
    Changed(Option<Box<Adoption>>, Vec<String>),
    /// The dictionary, or why there is none.
    Dictionary(Result<Arc<Dictionary>, Problem>),
    /// What may be meant by a word.
    Suggested(String, Vec<String>),
}

impl Job {
    /// Carries it out at a time in UTC; takes as long as it takes.
    pub fn carry_out(
        self,
        files: &RecordFiles,
        agenda: Option<&str>,
        state: Option<&State>,
        now: DateTime<Utc>,
    ) -> Done {
        let done = match self {
            Self::Draft(path, by) => draft(files, &path, by.as_deref(), now),
            Self::Export(names) => export(files, &names),
            Self::NextAgenda(day) => next_agenda(files, day),
            Self::Preview => preview(files),
            Self::Compare => compare_files(agenda, state),
        };
        done.unwrap_or_else(|problem| Done::Said(warning(&problem)))
    }
}

/// A problem as news.
pub fn warning(problem: &Problem) -> Notice {
    Notice { text: problem.to_string(), tone: Tone::Bad }
}

/// Bad news.
pub fn bad(text: &str) -> Notice {
    Notice { text: text.to_owned(), tone: Tone::Bad }
}

fn export(files: &RecordFiles, names: &[String]) -> Result<Done, Problem> {
    let formats = names.iter().map(|name| Format::named(name)).collect::<Result<Vec<_>, _>>()?;
    let said = beside(files, &formats, WIDTH)?;
    Ok(Done::Said(Notice { text: said.join(" "), tone: Tone::Good }))
}

/// What the agenda lacks may be more than fits on one line, so it is a page.
fn next_agenda(files: &RecordFiles, day: Option<NaiveDate>) -> Result<Done, Problem> {
    let said = next::beside(files, day)?;
    let lines = said.into_iter().map(|line| (Tone::Plain, line)).collect();
    Ok(Done::Page(PageView { title: "The next meeting's agenda".to_owned(), lines, ..PageView::default() }))
}

fn preview(files: &RecordFiles) -> Result<Done, Problem> {
    let reading = reading::read(files, Scope::Public)?;
    let page = Page { width: WIDTH, place: For::Screen, private: false };
    let state = reading.meeting.state();
    let text = String::from_utf8(spell(state, Format::TEXT, page)).unwrap_or_default();
    let proofread = written_up(&text, &Style::read("the record's house style", state.style()).0);
    let lines = text.lines().map(|line| (Tone::Plain, line.to_owned())).collect();
    let title = "The minutes as they would be exported".to_owned();
    Ok(Done::Page(PageView { title, lines, proofread, search: Some(Search::default()), ..PageView::default() }))
}

/// Which lines of minutes in plain text are none of a jotting, which is shorthand.
fn written_up(text: &str, style: &Style) -> Vec<bool> {
    let label = style.label(Phrase::ToWriteUp);
    let label = label.trim();
    let mut jotting = false;
    let is_written_up = |line: &str| {
        jotting = !line.trim().is_empty() && (jotting || (!label.is_empty() && line.contains(label)));
        !jotting
    };
    text.lines().map(is_written_up).collect()
}

fn draft(files: &RecordFiles, path: &Path, by: Option<&str>, now: DateTime<Utc>) -> Result<Done, Problem> {
    let reading = reading::read(files, Scope::Public)?;
    let state = reading.meeting.state().clone();
    compare::unaltered(files, &state)?;
    let draft = compare::read(path)?;
    let found = compare(reading.meeting, &draft, Told { by, private: false, now });
    Ok(Done::Compared(name_of(path), found.ok_or_else(|| compare::another(path, &state))?))
}

fn compare_files(agenda: Option<&str>, state: Option<&State>) -> Result<Done, Problem> {
    let (Some(agenda), Some(state)) = (agenda, state) else {
        let problem = Problem::error("it is not known which agenda this record belongs to");
        return Err(problem.hint("Open it with `quorate run AGENDA` to compare them"));
    };
    let papers = papers::find(agenda)?.read().map_err(|problems| {
        let first = problems.iter().next().cloned();
        first.unwrap_or_else(|| Problem::error("the agenda cannot be read"))
    })?;
    let adoption = changes::adoption(state, &papers);
    let kept = adoption.as_ref().map_or_else(Vec::new, |adoption| changes::kept(state, adoption));
    Ok(Done::Changed(adoption.map(Box::new), kept))
}
