//! The screen of a meeting that is on: what the model holds, handed to the part that draws.

use ratatui::Frame;

use crate::app::model::Model;
use crate::meeting::findings::{Finding, Subject};
use crate::minutes::document::reference;
use crate::minutes::style::Style;
use crate::ui;
use crate::ui::screen::{Pen, Saved, Screen, Typing};
use crate::ui::theme::Theme;

/// The most findings that the margin has room for.
const MARGIN: usize = 20;

/// Draws the screen. Costs what is on it, whatever the length of the meeting.
pub fn draw(frame: &mut Frame<'_>, model: &Model, style: &Style, theme: &Theme) {
    let (pad, command) = (model.pad(), model.command());
    let hints = model.hints();
    let follow = model.keymap().key_for("pen");
    let (interests, margin) = (model.interests(), margin(model));
    let label = label(model, style);
    let editor = model.editor();
    let typing = Typing {
        label: &label,
        lines: editor.lines(),
        cursor: editor.at(),
        selected: editor.selected(),
        undertakings: &model.state().body().rules.undertakings,
    };
    let screen = Screen {
        state: model.state(),
        style,
        now: model.state().local(model.now()),
        saved: saved(model),
        banner: model.saved().trouble.as_deref(),
        pen: pen(model, follow.as_deref(), typing),
        interests: &interests,
        findings: model.findings().now(),
        margin: &margin,
        notice: model.notice(),
        command: command.as_ref(),
        hints: &hints,
        // The command line has its place at the foot; what completes it stands above.
        pad: pad.as_ref(),
        page: model.page(),
        cover: model.cover(),
    };
    ui::draw(frame, &screen, theme);
}

fn saved(model: &Model) -> Saved {
    match (model.saved().failing, model.unsaved()) {
        (true, _) => Saved::Failing,
        (false, 0) => Saved::Upto(model.saved().up_to),
        (false, waiting) => Saved::Waiting(usize::try_from(waiting).unwrap_or(usize::MAX)),
    }
}

fn pen<'a>(model: &'a Model, follow: Option<&'a str>, typing: Typing<'a>) -> Pen<'a> {
    let pen = model.session().pen();
    let item = pen.item.as_ref();
    let worded = model.writing().fact();
    let place = worded.and_then(|fact| model.state().item(item?)?.facts.position(&fact));
    Pen { item, place: place.unwrap_or(usize::MAX), fact: pen.cursor, follow, typing }
}

/// What is being worded anew, where that is not something new.
fn label(model: &Model, style: &Style) -> String {
    use crate::app::model::Writing;
    let named = |fact| reference(model.state(), style, fact).unwrap_or_else(|| "what is marked".to_owned());
    match model.writing() {
        Writing::New => String::new(),
        Writing::Edit(fact) => format!("editing {}", named(fact)),
        Writing::WriteUp(fact) => format!("writing up {}", named(fact)),
    }
}

/// Findings that matter now and are about the meeting or its people: those about single facts stand in the closing list.
fn margin(model: &Model) -> Vec<&str> {
    let about_people = |finding: &&Finding| !matches!(finding.subject, Subject::Item(_) | Subject::Fact(_));
    let now = model.findings().urgent().take_while(about_people);
    now.map(|finding| finding.sentence.as_str()).take(MARGIN).collect()
}
