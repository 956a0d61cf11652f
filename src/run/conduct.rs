//! `quorate run`: a meeting in the terminal, from the agenda to the last words after the screen is given back.

use std::collections::BTreeSet;
use std::io::{self, IsTerminal};
use std::path::Path;

use chrono::{DateTime, Utc};

use crate::app::command;
use crate::app::keymap::Keymap;
use crate::app::model::{Draft, Model};
use crate::app::session::Session;
use crate::app::update::{Effect, Message, update};
use crate::app::view::{Notice, Tone};
use crate::journal::{Recorder, Trouble};
use crate::meeting::Meeting;
use crate::meeting::event::Sitting;
use crate::meeting::stage::Stage as Minutes;
use crate::problem::{Problem, Problems};
use crate::source::Source;

use super::changes;
use super::cli::{Edit, Run};
use super::clock::Clock;
use super::config::Config;
use super::deposit::stores;
use super::event_loop::{self, Stage};
use super::files::FileStore;
use super::keyboard::Keyboard;
use super::live::Live;
use super::open::{self, Desk};
use super::outcome::{Ended, Failure, Outcome, warn};
use super::papers::{Place, read_text};
use super::places::{RecordFiles, config_folder, is_record, name_of};
use super::reading::{self, Scope, problem_of};
use super::terminal::{Guard, Unavailable};
use super::{drafts, looks, meetings, papers, spelling, who};

/// Carries out `quorate run`.
pub fn run(run: &Run) -> Outcome {
    // Before a record is begun that nobody could write.
    if !(io::stdin().is_terminal() && io::stdout().is_terminal()) {
        return Err(unavailable(&Unavailable::NotATerminal));
    }
    if is_record(Path::new(&run.agenda)) {
        return resume(Path::new(&run.agenda), &who(run.by.as_deref()), Vec::new());
    }
    let (place, files) = meetings::find(&run.agenda, run.practice, run.record.as_deref())?;
    let clock = Clock::from_environment()?;
    let by = who(run.by.as_deref());
    let desk = desk(&place, files, run.practice, &clock, &by)?;
    conduct(desk, Some(&place), Some(run.agenda.clone()), clock, &by, &mut Keyboard::default())
}

/// Carries out `quorate edit`: the screen of [`run`], on a meeting that has closed.
pub fn edit(edit: &Edit) -> Outcome {
    let files = RecordFiles::at(&edit.record);
    let reading = reading::read(&files, Scope::Public)?;
    open::unsigned(&files, reading.meeting.state())?;
    if reading.meeting.state().sitting() != Sitting::Closed {
        let name = name_of(&edit.record);
        let problem = Problem::error(format!("the meeting of '{name}' has not been closed"));
        return Err(problem.hint(format!("Go on with it: `quorate run {name}`")).into());
    }
    if !(io::stdin().is_terminal() && io::stdout().is_terminal()) {
        return Err(unavailable(&Unavailable::NotATerminal));
    }
    let first = edit.compare.iter().map(|draft| {
        let draft = draft.to_string_lossy().into_owned();
        Effect::Compare(draft, edit.asked_by.clone())
    });
    resume(&edit.record, &who(edit.by.as_deref()), first.collect())
}

/// Goes on with a record that is named itself, and asks for `first` of the outside.
fn resume(record: &Path, by: &str, first: Vec<Effect>) -> Outcome {
    let clock = Clock::from_environment()?;
    let files = RecordFiles::at(record);
    let agenda = meetings::agenda_of(&files);
    let place = agenda.as_deref().and_then(|agenda| papers::find(agenda).ok());
    let stage = stage(open::resume(files)?, place.as_ref(), agenda, clock, by)?;
    perform(Stage { first, ..stage }, &mut Keyboard::default())
}

/// The record of an agenda: the one that is there, or a new one.
pub fn desk(place: &Place, files: RecordFiles, practice: bool, clock: &Clock, by: &str) -> Result<Desk, Problems> {
    if files.record().exists() {
        return open::resume(files).map_err(Problems::from);
    }
    let papers = place.read()?;
    let practice = practice || files.practice();
    Ok(open::begin(files, papers.opened(practice), clock.now(), by))
}

/// Runs a meeting from its record on, and ends it. Its keys come from `keyboard`.
pub fn conduct(
    desk: Desk,
    place: Option<&Place>,
    agenda: Option<String>,
    clock: Clock,
    by: &str,
    keyboard: &mut Keyboard,
) -> Outcome {
    perform(stage(desk, place, agenda, clock, by)?, keyboard)
}

/// Runs what stands ready, and ends it.
fn perform(mut stage: Stage, keyboard: &mut Keyboard) -> Outcome {
    let shown = show(&mut stage, keyboard);
    finish(stage, shown)
}

/// A meeting from its record on, ready to be run.
fn stage(desk: Desk, place: Option<&Place>, agenda: Option<String>, clock: Clock, by: &str) -> Result<Stage, Failure> {
    let (keymap, slips) = keymap();
    let (config, mut more) = Config::of_user();
    more.extend(config.theme.as_deref().and_then(|name| looks::theme(name).err()));
    let Desk { files, meeting, recorder, first, draft, done, troubles, last, lock } = desk;
    let barred = recorder.is_none();
    let (words, misspelt) = spelling::own_words();
    let slips = [("Your keys", slips), ("Your settings", more), ("Your own words", misspelt)];
    let mut news = news(&troubles, barred, last.is_some(), &meeting, &slips, place);
    news.splice(0..0, another_day(&meeting, clock.now()));
    news.splice(0..0, done.map(|done| said(Tone::Good, done)));
    // While a meeting sits, the time that the program was not running is a gap worth recording.
    let since = last.filter(|_| meeting.state().sitting() == Sitting::Sitting).unwrap_or_else(|| clock.now());
    let session = Session::new(meeting, by);
    let draft = draft.map_or_else(Draft::default, drafts::from_file);
    let mut model = Model::new(session, keymap, draft, since);
    model.know(&words);
    let recorder = recorder.map(|recorder| mirrored(recorder, &config, &model.state().body().id, &files));
    let live = Live::start(files, recorder, lock).map_err(|error| no_thread(&error))?;
    if let Some(entry) = first.filter(|_| !barred) {
        _ = live.record(&entry, &[]);
    }
    let theme = looks::first(config.theme.as_deref());
    let mut stage = Stage { model, live, agenda, first: Vec::new(), theme, clock };
    prepare(&mut stage, news);
    Ok(stage)
}

/// A recorder that keeps a second copy in the folder of the user's settings, named after body and record.
pub fn mirrored(
    mut recorder: Recorder<FileStore>,
    config: &Config,
    body: &str,
    files: &RecordFiles,
) -> Recorder<FileStore> {
    if let Some(folder) = &config.mirror {
        let copy = folder.join(format!("{body}-{}", name_of(files.record())));
        recorder.attach_mirror(stores(&RecordFiles::at(copy)));
    }
    recorder
}

/// Tells the model what the clerk should see first, and lets it notice how long the program was not running.
fn prepare(stage: &mut Stage, news: Vec<Message>) {
    let tick = Message::Tick(stage.clock.now());
    for message in std::iter::once(tick).chain(news) {
        for effect in update(&mut stage.model, message) {
            if let Effect::Record(entry) = effect {
                _ = stage.live.record(&entry, &[]);
            }
        }
    }
}

/// Takes the terminal, runs the meeting, and gives the terminal back.
fn show(stage: &mut Stage, keyboard: &mut Keyboard) -> Result<(), Failure> {
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|error| no_thread(&error))?;
    // The title is seen by everybody, so it names the program and nothing of the meeting.
    let guard = Guard::take(Some("quorate")).map_err(|error| unavailable(&error))?;
    let mut screen = guard.screen().map_err(|error| unavailable(&error))?;
    let ended = runtime.block_on(event_loop::run(stage, keyboard, &mut screen));
    drop(guard);
    // What still runs beside the keys has nobody to tell.
    runtime.shutdown_background();
    ended.map(|_| ()).map_err(|error| {
        let problem = Problem::error(format!("the terminal could not be drawn on: {error}"));
        problem
            .hint("Everything recorded is in the record; open another terminal and give the same command again")
            .into()
    })
}

/// Keeps what can be kept, and says on the shell's own screen what could not.
fn finish(stage: Stage, shown: Result<(), Failure>) -> Outcome {
    let Stage { model, live, .. } = stage;
    let record = live.files().record().to_owned();
    let kept = live.end(&model.draft());
    if let Err(trouble) = kept {
        warn(&problem_of(&trouble, &record).into());
        return shown.map(|()| Ended::Problems);
    }
    shown.map(|()| Ended::Done)
}

/// What the clerk is told when the meeting opens, most serious last, since the last one stays on the screen.
fn news(
    troubles: &[Trouble],
    barred: bool,
    goes_on: bool,
    meeting: &Meeting,
    slips: &[(&str, Problems)],
    place: Option<&Place>,
) -> Vec<Message> {
    let mut news = Vec::new();
    if goes_on {
        news.push(said(Tone::Good, goes_on_from(meeting)));
    }
    news.extend(place.filter(|_| goes_on && !barred).and_then(|place| offered(place, meeting)));
    let first = slips.iter().rev().filter_map(|(whose, problems)| Some((whose, problems.iter().next()?)));
    news.extend(first.map(|(whose, problem)| said(Tone::Warning, format!("{whose}: {problem}"))));
    if let Some(trouble) = troubles.first() {
        let text = trouble.to_string();
        news.push(if barred { Message::Trouble { text, failing: true } } else { said(Tone::Warning, text) });
    }
    news
}

/// Where the record stands: a meeting that goes on, or minutes that are worked on after it has closed.
fn goes_on_from(meeting: &Meeting) -> String {
    let (entries, state) = (meeting.next().saturating_sub(1), meeting.state());
    match (state.sitting(), state.stage()) {
        (Sitting::Closed, Minutes::Approved | Minutes::Signed) => {
            "The minutes are approved, so they stay as they are. “undo” takes an approval back that was a mistake."
                .to_owned()
        }
        (Sitting::Closed, reached) => format!(
            "The meeting is closed, and its minutes are {}. What you alter is an entry with your name; \
             “reopen” is for a meeting that went on.",
            reached.word()
        ),
        _ => format!("This meeting goes on from entry {entries} of its record."),
    }
}

/// That the agenda is for another day, which may be the wrong agenda. A rehearsal is on any day.
fn another_day(meeting: &Meeting, now: DateTime<Utc>) -> Option<Message> {
    let state = meeting.state();
    let (day, today) = (state.agenda().date, state.local(now).date_naive());
    let begun = state.sitting() != Sitting::Before;
    (!begun && !state.practice() && day != today).then(|| {
        let [day, today] = [day, today].map(|day| day.format("%-d %B %Y"));
        let text = format!(
            "This agenda is for {day}, and today is {today}. Is it the right one? A rehearsal is run with --practice."
        );
        said(Tone::Warning, text)
    })
}

/// That the files changed since the record began, unless that was taken over already.
fn offered(place: &Place, meeting: &Meeting) -> Option<Message> {
    let papers = match place.read() {
        Ok(papers) => papers,
        Err(problems) => return Some(said(Tone::Warning, spoilt(place, &problems))),
    };
    let found = changes::adoption(meeting.state(), &papers)?.differences;
    let first = found.first()?;
    let text = format!(
        "The files have changed since the record began ({}: {first}). Type :adopt to take it over.",
        found.len()
    );
    Some(said(Tone::Warning, text))
}

/// That the files have errors now, which hinders nothing but taking changes over.
fn spoilt(place: &Place, problems: &Problems) -> String {
    let files: BTreeSet<&str> =
        problems.iter().filter_map(|problem| problem.place.as_ref()).map(|place| place.file.as_str()).collect();
    let name = place.name();
    let (files, check) = match files.first() {
        Some(first) => (files.iter().copied().collect::<Vec<_>>().join(" and "), *first),
        None => (name.clone(), name.as_str()),
    };
    let many = match problems.iter().count() {
        1 => "a problem".to_owned(),
        many => format!("{many} problems"),
    };
    format!(
        "This record goes on from its own copy: {files} has {many} now. `quorate check {check}` lists what is wrong."
    )
}

fn said(tone: Tone, text: String) -> Message {
    Message::News(Notice { text, tone })
}

/// The shipped keys with the user's own over them, and what is wrong with those.
pub fn keymap() -> (Keymap, Problems) {
    let path = config_folder().map(|folder| folder.join("keys.toml")).filter(|path| path.is_file());
    let commands = command_names();
    let Some(path) = path else { return Keymap::load(None, &commands) };
    match read_text(&path) {
        Ok(text) => Keymap::load(Some(Source { file: &path.display().to_string(), text: &text }), &commands),
        Err(problem) => (Keymap::load(None, &commands).0, problem.into()),
    }
}

/// Every name that a row of the keys may run.
pub fn command_names() -> Vec<&'static str> {
    command::all().flat_map(|spec| std::iter::once(spec.name).chain(spec.aliases.iter().copied())).collect()
}

/// Why there is no screen.
pub fn unavailable(error: &Unavailable) -> Failure {
    Problem::error(error.to_string()).into()
}

/// Why there is no thread or no runtime.
pub fn no_thread(error: &io::Error) -> Failure {
    let problem = Problem::error(format!("the system has no room for another thread: {error}"));
    problem.hint("Close other programs and try again").into()
}
