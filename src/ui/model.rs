//! The screen of the program's model.

use ratatui::Frame;

use super::screen::{Pen, Saved, Screen, Typing};
use super::theme::Theme;
use crate::app::model::{Model, Writing};
use crate::app::view::{Hint, PadView, Prompt};
use crate::meeting::command::{Command, When};
use crate::meeting::event::Event;
use crate::meeting::fact::{Content, Point, Speaker, Turn};
use crate::meeting::id::PersonId;
use crate::minutes::document::reference;
use crate::minutes::style::Style;

/// How many findings are shown in words.
const MARGIN: usize = 5;

/// What a screen of a model needs beside the model, computed once a frame.
pub struct Gathered<'a> {
    model: &'a Model,
    style: &'a Style,
    pad: Option<PadView>,
    hints: Vec<Hint>,
    command: Option<Prompt>,
    follow: Option<String>,
    label: String,
    place: usize,
    interests: Vec<(PersonId, &'static str)>,
    margin: Vec<&'a str>,
}

/// Draws the whole screen of a model in a house style, and puts the cursor where the next letter goes.
pub fn draw(frame: &mut Frame<'_>, model: &Model, style: &Style, theme: &Theme) {
    let gathered = Gathered::new(model, style);
    super::draw(frame, &gathered.screen(), theme);
}

impl<'a> Gathered<'a> {
    /// Gathers what the screen of `model` needs.
    pub fn new(model: &'a Model, style: &'a Style) -> Self {
        let pad = model.pad();
        Self {
            model,
            style,
            hints: model.hints(),
            pad,
            command: model.command(),
            follow: model.keymap().key_for("pen"),
            label: label(model, style),
            place: place(model).unwrap_or(usize::MAX),
            interests: model.interests(),
            margin: model.margin(MARGIN),
        }
    }

    /// The screen, borrowed from what was gathered.
    pub fn screen(&self) -> Screen<'_> {
        let Self { model, style, .. } = self;
        let (state, pen, editor) = (model.state(), model.session().pen(), model.editor());
        Screen {
            state,
            style,
            now: state.local(model.now()),
            saved: saved(model),
            banner: model.saved().trouble.as_deref(),
            pen: Pen {
                item: pen.item.as_ref(),
                place: self.place,
                fact: model.writing().fact().or(pen.cursor),
                follow: self.follow.as_deref(),
                typing: Typing {
                    label: &self.label,
                    lines: editor.lines(),
                    cursor: editor.at(),
                    selected: editor.selected(),
                    undertakings: &model.state().body().rules.undertakings,
                    speller: Some(model.speller()),
                },
            },
            interests: &self.interests,
            findings: model.urgent(),
            margin: &self.margin,
            notice: model.notice(),
            command: self.command.as_ref(),
            hints: &self.hints,
            pad: self.pad.as_ref(),
            page: model.page(),
            cover: model.cover(),
        }
    }
}

fn saved(model: &Model) -> Saved {
    match model.unsaved() {
        _ if model.saved().failing => Saved::Failing,
        0 => Saved::Upto(model.saved().up_to),
        waiting => Saved::Waiting(usize::try_from(waiting).unwrap_or(usize::MAX)),
    }
}

/// What the text under the pen will be, where that is not simply a new point.
fn label(model: &Model, style: &Style) -> String {
    let called = |id| reference(model.state(), style, id).unwrap_or_else(|| "what is marked".to_owned());
    match model.writing() {
        Writing::New => String::new(),
        Writing::Edit(id) => format!("New words for {}:", called(id)),
        Writing::WriteUp(id) => format!("Minute of the jotting above, {}:", called(id)),
    }
}

/// Where the text under the pen will go among its item's facts: after the fact that it rewords, or where a point
/// recorded now would be put.
fn place(model: &Model) -> Option<usize> {
    let state = model.state();
    if let Some(fact) = model.writing().fact().and_then(|id| state.fact(id)) {
        return Some(state.item(&fact.item)?.facts.position(&fact.id)? + 1);
    }
    let pen = model.session().pen();
    // A point without words would be refused.
    let turns = vec![Turn { speaker: Speaker::None, text: "…".to_owned() }];
    let content = Content::Point(Point { section: pen.section, turns, ..Point::default() });
    let command = Command::Record { item: pen.item.clone()?, content, started: model.editor().started() };
    let decided = model.session().meeting().decide(&command, When::now(model.now())).ok()?;
    decided.events.iter().find_map(|event| match event {
        Event::Recorded { index, .. } => Some(*index),
        _ => None,
    })
}
