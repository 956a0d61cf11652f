//! `quorate replay`: plays a script without a terminal.
//!
//! The whole script is played in memory first, so that one which is refused leaves nothing behind. Then everything it
//! recorded is written, and success waits until all of it is safe.

use std::path::Path;

use chrono::{DateTime, Utc};

use crate::app::script::{self, Script, ScriptStop, Step};
use crate::app::session::Session;
use crate::meeting::Meeting;
use crate::meeting::event::{Entry, Event, Opened};
use crate::meeting::fact::Audience;
use crate::problem::{Place as Spot, Problem, Problems};

use super::cli::Replay;
use super::deposit::{Deposit, vacant};
use super::files::{Draft, DraftFile};
use super::hook::Countdown;
use super::outcome::{Ended, Failure, Outcome, say, shown, warn};
use super::papers::{self, read_text};
use super::places::RecordFiles;
use super::reading::problem_of;
use super::who;

/// How many entries are handed over together while every one is acknowledged; the numbers take turns.
const GROUPS: [usize; 3] = [1, 3, 2];

/// Carries out `quorate replay`.
pub fn replay(replay: &Replay) -> Outcome {
    let files = RecordFiles::at(&replay.record);
    vacant(&files, replay.force)?;
    let papers = papers::find(&replay.agenda)?.read()?;
    warn(&papers.warnings);
    let script = script(&replay.script, &papers)?;
    let opened = papers.opened(files.practice());
    let steps = played(opened.clone(), &script, &who(replay.by.as_deref()))
        .map_err(|stop| Failure::from(stopped(&replay.script, &stop)))?;
    let entries = steps.concat();
    let countdown = Countdown::from_environment();
    let mut deposit = Deposit::begin(files.clone(), replay.force, &countdown)?;
    if replay.ack {
        return acknowledged(&mut deposit, &files, &entries, &lines(opened, &script, &steps), &countdown);
    }
    let last = deposit.save(&entries)?;
    say(&format!("{last} entries saved in {}\n", shown(&replay.record)))?;
    Ok(Ended::Done)
}

/// The script, or every problem that it has.
fn script(path: &Path, papers: &papers::Papers) -> Result<Script, Problems> {
    let text = read_text(path)?;
    let (script, problems) = script::parse(&path.display().to_string(), &text, papers.agenda.date, papers.body.zone);
    if problems.has_errors() { Err(problems) } else { Ok(script) }
}

/// Everything that a script records, the beginning of the record first.
pub fn play(opened: Opened, script: &Script, by: &str) -> Result<Vec<Entry>, ScriptStop> {
    Ok(played(opened, script, by)?.concat())
}

/// The beginning of the record, and then what each line of a script records.
fn played(opened: Opened, script: &Script, by: &str) -> Result<Vec<Vec<Entry>>, ScriptStop> {
    let at = script.steps.first().map_or_else(DateTime::<Utc>::default, |step| step.now);
    let (meeting, first) = begin(opened, at, by);
    let mut steps = vec![vec![first]];
    steps.extend(script::played(&mut Session::new(meeting, by), script)?);
    Ok(steps)
}

/// The lines of a script as a clerk would type them, each with whether its words are private.
fn lines<'a>(opened: Opened, script: &'a Script, steps: &[Vec<Entry>]) -> Vec<(&'a Step, bool)> {
    let mut meeting = Meeting::new(opened);
    let mut rooms = steps.iter().map(|entries| {
        let before = meeting.state().room();
        for entry in entries {
            meeting.apply(entry);
        }
        let recorded = entries.iter().any(|entry| !entry.private.is_empty());
        recorded || before.or(meeting.state().room()) == Audience::Private
    });
    // The first of them is the beginning of the record, which no line makes.
    rooms.next();
    script.steps.iter().zip(rooms).collect()
}

/// A meeting with its first entry.
pub fn begin(opened: Opened, at: DateTime<Utc>, by: &str) -> (Meeting, Entry) {
    let event = Event::Opened(Box::new(opened.clone()));
    let entry = Entry { n: 1, at, when: None, by: by.to_owned(), public: vec![event], private: Vec::new() };
    let mut meeting = Meeting::new(opened);
    meeting.apply(&entry);
    (meeting, entry)
}

/// Saves entries in small groups, each after the script's next line as unfinished text, and says what is safe as soon as
/// it is. This is what tests kill.
fn acknowledged(
    deposit: &mut Deposit,
    files: &RecordFiles,
    entries: &[Entry],
    lines: &[(&Step, bool)],
    countdown: &Countdown,
) -> Outcome {
    let [open, private] = [files.draft(), files.private_draft()].map(DraftFile::new);
    let mut lines = lines.iter();
    let (mut rest, mut sizes) = (entries, GROUPS.iter().cycle());
    while !rest.is_empty() {
        if let Some((step, hidden)) = lines.next() {
            let draft = Draft { text: step.command.clone(), private: *hidden, ..Draft::default() };
            let (here, there) = if *hidden { (&private, &open) } else { (&open, &private) };
            countdown.pass();
            here.save(&draft).and_then(|()| there.clear()).map_err(|trouble| problem_of(&trouble, &files.draft()))?;
            say(&format!("draft {}\n", step.line))?;
            countdown.pass();
        }
        let size = sizes.next().copied().unwrap_or(1).min(rest.len());
        let (group, after) = rest.split_at(size);
        say(&format!("saved {}\n", deposit.save(group)?))?;
        rest = after;
    }
    open.clear().and_then(|()| private.clear()).map_err(|trouble| problem_of(&trouble, &files.draft()))?;
    say("done\n")?;
    Ok(Ended::Done)
}

fn stopped(path: &Path, stop: &ScriptStop) -> Problem {
    let place = Spot { file: path.display().to_string(), line: stop.line, column: 1 };
    Problem::error(stop.reason.clone()).at(place).hint("Mend the script and play it again; no record was written")
}
