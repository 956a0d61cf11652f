//! Pictures of whole screens. Each was looked at before it was accepted.

use std::fmt::Write;

use insta::assert_snapshot;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};

use super::sample::{self, SAMPLE, hints, pad, screen};
use super::{drawn, drawn_in, picture, theme};
use crate::app::view::{Cover, Notice, PageView, Prompt, Tone};
use crate::ui::Screen;
use crate::ui::start::{Start, paint_start};

/// Draws the sample meeting with the pen at item 11, changed by `change`.
fn shown<'a>(width: u16, height: u16, change: impl FnOnce(&mut Screen<'a>)) -> String {
    let mut screen = SAMPLE.screen();
    change(&mut screen);
    let (buf, cursor) = drawn(&screen, width, height);
    picture(&buf, cursor)
}

#[test]
fn at_80_by_24() {
    assert_snapshot!(shown(80, 24, |_| ()));
}

#[test]
fn at_100_by_30() {
    assert_snapshot!(shown(100, 30, |_| ()));
}

#[test]
fn at_140_by_45() {
    assert_snapshot!(shown(140, 45, |_| ()));
}

#[test]
fn at_40_by_12() {
    assert_snapshot!(shown(40, 12, |_| ()));
}

#[test]
fn too_small() {
    assert_snapshot!(shown(18, 4, |_| ()));
}

#[test]
fn a_pad_at_80_by_24() {
    let pad = pad();
    assert_snapshot!(shown(80, 24, |screen| screen.pad = Some(&pad)));
}

#[test]
fn a_pad_with_a_prompt_at_140_by_45() {
    let prompt = Prompt { label: "Name".to_owned(), text: "jam".to_owned(), cursor: 3, ..Prompt::default() };
    let pad = crate::app::view::PadView { prompt: Some(prompt), ..pad() };
    assert_snapshot!(shown(140, 45, |screen| screen.pad = Some(&pad)));
}

#[test]
fn a_command_and_news_at_80_by_24() {
    let command = Prompt {
        label: ":".to_owned(),
        text: "defer 12 to the next meeting".to_owned(),
        cursor: 5,
        ..Prompt::default()
    };
    let notice = Notice { text: "There is no item 21. Items go from 1 to 15.".to_owned(), tone: Tone::Bad };
    assert_snapshot!(shown(80, 24, |screen| {
        screen.command = Some(&command);
        screen.notice = Some(&notice);
        screen.banner = Some(
            "The disk is full. The meeting goes on in a new record beside your other files, 2023-07-19.record.jsonl",
        );
        screen.saved = crate::ui::screen::Saved::Failing;
    }));
}

#[test]
fn a_page_at_80_by_24() {
    let lines = (1..60).map(|number| (Tone::Plain, format!("Line {number} of the help"))).collect();
    let page = PageView { title: "Help".to_owned(), lines, scroll: 10, ..PageView::default() };
    assert_snapshot!(shown(80, 24, |screen| screen.page = Some(&page)));
}

#[test]
fn words_for_the_room_at_100_by_30() {
    let words = "The Panel AGREED to the Police and Crime Commissioner's Annual Report for 2022/23, and asked that the \
                 figures for rural crime be circulated before the next meeting.";
    let cover = Cover::Words { title: "The decision".to_owned(), paragraphs: vec![words.to_owned()] };
    assert_snapshot!(shown(100, 30, |screen| screen.cover = Some(&cover)));
}

#[test]
fn the_curtain_at_80_by_24() {
    let cover = Cover::Curtain { body: "Police and Crime Panel".to_owned() };
    assert_snapshot!(shown(80, 24, |screen| screen.cover = Some(&cover)));
}

#[test]
fn before_the_call_to_order_at_80_by_24() {
    let mut opened = sample::opened(["Apologies", "Minutes"].map(str::to_owned).into_iter());
    opened.practice = true;
    let maker = sample::Maker::new(opened);
    let hints = hints();
    let (buf, cursor) = drawn(&screen(&maker.meeting, &hints), 80, 24);
    assert_snapshot!(picture(&buf, cursor));
}

#[test]
fn the_start_at_80_by_24() {
    let (pad, hints) = (pad(), hints());
    let area = ratatui::layout::Rect::new(0, 0, 80, 24);
    let mut buf = Buffer::empty(area);
    let start = Start { pad: Some(&pad), hints: &hints, ..Start::default() };
    let cursor = paint_start(&start, &theme("plain"), area, &mut buf);
    assert_snapshot!(picture(&buf, cursor));
}

#[test]
fn styles_at_80_by_24() {
    let screen = SAMPLE.screen();
    for name in ["dark", "plain"] {
        let (buf, _) = drawn_in(&screen, &theme(name), 80, 24);
        assert_snapshot!(format!("styles_{name}_at_80_by_24"), runs(&buf));
    }
}

/// Every run of cells of one style with words in it, a line each: row, column, style, words.
fn runs(buf: &Buffer) -> String {
    let mut text = String::new();
    for y in 0..buf.area.height {
        let mut x = 0;
        while x < buf.area.width {
            let style = |x: u16| (buf[(x, y)].fg, buf[(x, y)].bg, buf[(x, y)].modifier);
            let start = x;
            while x < buf.area.width && style(x) == style(start) {
                x += 1;
            }
            let words: String = (start..x).map(|x| buf[(x, y)].symbol()).collect();
            if !words.trim().is_empty() {
                let (fg, bg, modifier) = style(start);
                let words = words.trim();
                writeln!(text, "{y:2},{start:2} {} {words}", look(fg, bg, modifier)).unwrap();
            }
        }
    }
    text
}

fn look(fg: Color, bg: Color, modifier: Modifier) -> String {
    let colour = |colour: Color| if colour == Color::Reset { "-".to_owned() } else { colour.to_string() };
    let names: Vec<String> = modifier.iter_names().map(|(name, _)| name.to_lowercase()).collect();
    format!("[{} on {} {}]", colour(fg), colour(bg), names.join("+"))
}
