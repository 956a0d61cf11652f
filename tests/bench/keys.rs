//! From a key press to the finished frame.
//!
//! Unknown words are marked by the program's own dictionary. The frame is drawn at 200 x 60 and written as a terminal would
//! get it, into nothing. What a key asks to be recorded is spelt too, as the program does before it hands it to the
//! recorder's thread; the disk is not waited for.

use std::io::{self, Sink};
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use quorate::app::command;
use quorate::app::key::Key;
use quorate::app::keymap::Keymap;
use quorate::app::model::{Draft, Model};
use quorate::app::session::Session;
use quorate::app::update::{Effect, Message, update};
use quorate::journal::codec::encode;
use quorate::minutes::style::Style;
use quorate::spelling::Dictionary;
use quorate::ui;
use quorate::ui::theme::Theme;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

use crate::Effort;
use crate::meetings::{Long, Spread, long};
use crate::table::{heading, judged, ratio, row, shown};
use crate::timing::Samples;

/// A point is so long, in characters, that ten of them fill the screen.
const LENGTH: usize = 600;
/// So many facts or items fill every list on the screen with what lies around it: a meeting of fewer draws less, and would
/// be no yardstick.
const SMALLEST: usize = 200;
/// The most that the longest meeting may take of the shortest one's time.
const FLAT: f64 = 1.3;

/// What is pressed before the clock runs, what is measured, and what puts everything back.
struct Press {
    name: &'static str,
    before: &'static [Do],
    key: &'static str,
    after: &'static [Do],
}

enum Do {
    Keys(&'static str),
    Paste(&'static str),
    /// Takes the room to the item in the middle.
    Return,
}

const POINT: &str = "Councillor Leigh: asked whether the figures for the rural crime team could be set against last year's, \
                     and what had become of the wildlife officers";

const PRESSES: &[Press] = &[
    Press {
        name: "typing a letter",
        before: &[Do::Paste(POINT)],
        key: "e",
        after: &[Do::Keys("ctrl-a ctrl-k backspace")],
    },
    Press { name: "Enter that records a point", before: &[Do::Paste(POINT)], key: "enter", after: &[] },
    Press { name: "undoing it", before: &[Do::Paste(POINT), Do::Keys("enter")], key: "ctrl-z", after: &[] },
    Press { name: "pen up a fact", before: &[], key: "up", after: &[Do::Keys("down")] },
    Press { name: "next item", before: &[], key: "f2", after: &[Do::Return] },
    Press { name: "time mark", before: &[], key: "f8", after: &[] },
    Press { name: "decision pad", before: &[], key: "f4", after: &[Do::Keys("esc")] },
    Press { name: "attendance pad", before: &[], key: "f5", after: &[Do::Keys("esc")] },
    Press { name: "agenda pad", before: &[], key: "f6", after: &[Do::Keys("esc")] },
    Press { name: "down in the agenda pad", before: &[Do::Keys("f6")], key: "down", after: &[Do::Keys("esc")] },
    Press { name: "undertaking pad", before: &[], key: "f7", after: &[Do::Keys("esc")] },
    Press { name: "movement pad", before: &[], key: "f9", after: &[Do::Keys("esc")] },
    Press { name: "findings pad", before: &[], key: "alt-f", after: &[Do::Keys("esc")] },
    Press { name: "closing list", before: &[], key: "alt-l", after: &[Do::Keys("esc")] },
    Press { name: "command line", before: &[], key: ":", after: &[Do::Keys("esc")] },
];

/// Measures all of them.
pub(crate) fn run(effort: Effort) {
    let sizes = [SMALLEST, 1_000, effort.pick(10_000, 100_000)];
    let rounds = effort.pick(11, 101);
    let columns: Vec<String> = sizes.iter().map(|size| format!("{size} facts")).collect();
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    for (spread, name) in
        [(Spread::OneItem, "all under one item"), (Spread::ManyItems, "each under an item of its own")]
    {
        let title = format!("A key press to the finished frame, facts {name}");
        let mut desks: Vec<Desk> = sizes.iter().map(|size| Desk::new(long(*size, spread, LENGTH))).collect();
        heading(
            &title,
            "Yardstick: the same key in the smallest meeting. The middle of many presses, by turns.",
            &columns,
        );
        for press in PRESSES {
            measure(press, &mut desks, rounds);
        }
    }
}

fn measure(press: &Press, desks: &mut [Desk], rounds: usize) {
    let mut samples = vec![Samples::default(); desks.len()];
    for _ in 0..rounds {
        for (desk, samples) in desks.iter_mut().zip(&mut samples) {
            desk.press(press, samples);
        }
    }
    let times: Vec<_> = samples.iter().map(Samples::median).collect();
    let figures: Vec<String> = times.iter().map(|time| shown(*time)).collect();
    let worst = times.iter().max().zip(times.first()).map_or(0.0, |(worst, first)| ratio(*worst, *first));
    row(press.name, &figures, &judged("flat", "NOT FLAT", worst, FLAT));
}

/// A program with a meeting open.
struct Desk {
    model: Model,
    style: Style,
    theme: Theme,
    terminal: Terminal<CrosstermBackend<Sink>>,
    middle: String,
    now: DateTime<Utc>,
}

impl Desk {
    fn new(long: Long) -> Self {
        let Long { meeting, middle, at, .. } = long;
        let style = Style::read("house style", meeting.state().style()).0;
        let commands: Vec<&str> =
            command::all().flat_map(|spec| std::iter::once(&spec.name).chain(spec.aliases).copied()).collect();
        let (keymap, problems) = Keymap::load(None, &commands);
        assert!(!problems.has_errors(), "the shipped keys are sound");
        let mut model = Model::new(Session::new(meeting, "clerk"), keymap, Draft::default(), at);
        model.take_dictionary(Arc::new(Dictionary::english().expect("the program's own dictionary is sound")));
        update(&mut model, Message::Resize(200, 60));
        let viewport = Viewport::Fixed(Rect::new(0, 0, 200, 60));
        let terminal = Terminal::with_options(CrosstermBackend::new(io::sink()), TerminalOptions { viewport });
        let theme = ui::theme::shipped().0.into_iter().next().unwrap_or_default();
        let terminal = terminal.expect("nothing stands in the way of writing to nothing");
        let mut desk = Self { model, style, theme, terminal, middle: middle.to_string(), now: at };
        desk.draw();
        desk
    }

    fn press(&mut self, press: &Press, samples: &mut Samples) {
        for act in press.before {
            self.act(act);
        }
        let key = key(press.key);
        samples.take(|| {
            self.send(|now| Message::Key(key, now));
            self.draw();
        });
        for act in press.after {
            self.act(act);
        }
    }

    fn act(&mut self, act: &Do) {
        match act {
            Do::Keys(keys) => keys.split(' ').for_each(|spelt| self.send(|now| Message::Key(key(spelt), now))),
            Do::Paste(text) => self.send(|now| Message::Paste((*text).to_owned(), now)),
            Do::Return => {
                let line = format!("go {}", self.middle);
                self.send(|now| Message::Key(key(":"), now));
                self.send(|now| Message::Paste(line, now));
                self.send(|now| Message::Key(key("enter"), now));
            }
        }
        self.draw();
    }

    fn send(&mut self, message: impl FnOnce(DateTime<Utc>) -> Message) {
        self.now += TimeDelta::milliseconds(40);
        let effects = update(&mut self.model, message(self.now));
        let mut saved = None;
        for effect in effects {
            if let Effect::Record(entry) = effect {
                saved = Some(encode(&entry).expect("an entry can be spelt").n);
            }
        }
        if let Some(saved) = saved {
            update(&mut self.model, Message::Saved(saved));
        }
    }

    fn draw(&mut self) {
        let Self { model, style, theme, terminal, .. } = self;
        terminal.draw(|frame| ui::draw_model(frame, model, style, theme)).expect("nothing stands in the way");
    }
}

fn key(spelt: &str) -> Key {
    spelt.parse().expect("a key as the keymap spells it")
}
