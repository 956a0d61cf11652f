//! `quorate` alone and `quorate new`: choosing a meeting, or making one.

use std::fs;
use std::path::PathBuf;

use crate::app::key::{Code, Key};
use crate::app::start::{NewMeeting, Offer, Start, Wish};
use crate::load::{Typed, new_meeting};
use crate::problem::{Problem, Problems};
use crate::ui::{self, theme::Theme};

use super::clock::Clock;
use super::conduct::{self, conduct, no_thread, unavailable};
use super::config::Config;
use super::input::{Input, translate};
use super::keyboard::Keyboard;
use super::open::{self, Desk};
use super::outcome::{Ended, Failure, Outcome};
use super::papers::Place;
use super::places::RecordFiles;
use super::signals::Signals;
use super::terminal::{Guard, Screen};
use super::{looks, meetings, papers, who};

/// What a choice comes to: a record, with the agenda it belongs to where that is known.
type Chosen = (Desk, Option<String>);

/// Carries out `quorate`, or `quorate new` with `new`.
pub fn start(new: bool) -> Outcome {
    let clock = Clock::from_environment()?;
    let by = who(None);
    let mut keyboard = Keyboard::default();
    let chosen = choose(new, &clock, &by, &mut keyboard)?;
    let Some((desk, agenda)) = chosen else { return Ok(Ended::Done) };
    let place = agenda.as_deref().and_then(|agenda| papers::find(agenda).ok());
    conduct(desk, place.as_ref(), agenda, clock, &by, &mut keyboard)
}

/// Shows the start screen until something can be opened; nothing if the clerk leaves.
fn choose(new: bool, clock: &Clock, by: &str, keyboard: &mut Keyboard) -> Result<Option<Chosen>, Failure> {
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|error| no_thread(&error))?;
    let guard = Guard::take(Some("quorate")).map_err(|error| unavailable(&error))?;
    let mut screen = guard.screen().map_err(|error| unavailable(&error))?;
    let mut start = Start::new(offers());
    if new {
        _ = start.key(Key::plain(Code::Char('n')));
    }
    let theme = looks::first(Config::of_user().0.theme.as_deref());
    runtime.block_on(async {
        let mut signals = Signals::listen().map_err(|error| no_thread(&error))?;
        loop {
            draw(&mut screen, &start, &theme)?;
            let batch = tokio::select! {
                () = signals.next() => return Ok(None),
                batch = keyboard.next() => batch,
            };
            let Ok(batch) = batch else { return Ok(None) };
            for input in translate(batch, clock.runs()) {
                let wish = match input {
                    Input::Key(key) => start.key(key),
                    Input::Text(text) => {
                        start.paste(&text);
                        None
                    }
                    Input::Resized => None,
                };
                let chosen = match wish {
                    None => continue,
                    Some(Wish::Quit) => return Ok(None),
                    Some(Wish::Open(offer)) => open(&offer, clock, by),
                    Some(Wish::New(meeting)) => make(&meeting, clock, by),
                };
                match chosen {
                    Ok(chosen) => return Ok(Some(chosen)),
                    Err(problems) => start.refuse(problems.to_string()),
                }
            }
        }
    })
}

fn draw(screen: &mut Screen, start: &Start, theme: &Theme) -> Result<(), Failure> {
    let (pad, hints) = (start.view(), start.hints());
    let shown = ui::Start { pad: Some(&pad), page: None, notice: start.notice(), hints: &hints };
    let drawn = screen.draw(|frame| ui::draw_start(frame, &shown, theme));
    drawn.map(|_| ()).map_err(|error| {
        let problem = Problem::error(format!("the terminal could not be drawn on: {error}"));
        problem.hint("Open another terminal and start quorate again").into()
    })
}

/// Meetings to continue, newest first, and then agendas.
fn offers() -> Vec<Offer> {
    let meetings = meetings::to_continue();
    let begun: Vec<PathBuf> =
        meetings.iter().filter(|meeting| !meeting.practice).map(|meeting| meeting.record.clone()).collect();
    let going = meetings.into_iter().map(|meeting| Offer {
        open: meeting.record.display().to_string(),
        note: note(&meeting),
        title: meeting.title,
        going: true,
        closed: meeting.closed,
    });
    let agendas =
        meetings::agendas().into_iter().filter(|agenda| !meetings::begun(agenda, &begun)).map(|agenda| Offer {
            note: if agenda.compiled { "comes with the program".to_owned() } else { agenda.agenda.clone() },
            open: agenda.agenda,
            title: agenda.title,
            going: false,
            closed: false,
        });
    going.chain(agendas).collect()
}

fn note(meeting: &meetings::Continue) -> String {
    let notes = [(meeting.practice, "rehearsal"), (meeting.closed, "closed")];
    notes.iter().filter(|(holds, _)| *holds).map(|(_, note)| *note).collect::<Vec<_>>().join(", ")
}

fn open(offer: &Offer, clock: &Clock, by: &str) -> Result<Chosen, Problems> {
    if offer.going {
        let files = RecordFiles::at(&offer.open);
        let agenda = meetings::agenda_of(&files);
        return Ok((open::resume(files)?, agenda));
    }
    let place = papers::find(&offer.open)?;
    let files = place.record(false)?;
    Ok((conduct::desk(&place, files, false, clock, by)?, Some(offer.open.clone())))
}

/// Writes the files of a new meeting and opens it.
fn make(meeting: &NewMeeting, clock: &Clock, by: &str) -> Result<Chosen, Problems> {
    let NewMeeting { body, date, time, venue, items, members } = meeting;
    let (files, problems) = new_meeting(&Typed { body, members, date, time, venue, items });
    let Some(files) = files else { return Err(problems) };
    let agenda = meetings::write_new(&files)?;
    let place = Place::File(agenda.clone());
    let files = place.record(false)?;
    let desk = conduct::desk(&place, files, false, clock, by)?;
    let whole = fs::canonicalize(&agenda).unwrap_or_else(|_| agenda.clone());
    let done = Some(format!("The agenda is in {}, with its body.toml beside it.", whole.display()));
    Ok((Desk { done, ..desk }, Some(agenda.display().to_string())))
}
