//! Any text, at any size: nothing panics, and nothing is drawn outside the area.

use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

use super::sample::{Maker, hints, opened, point, screen};
use super::theme;
use crate::app::view::{Cover, Hint, Notice, PadView, PageView, Prompt, Row, Tone};
use crate::meeting::event::{Event, Presence};
use crate::meeting::fact::{Content, Note, Speaker};
use crate::meeting::id::{ItemId, PersonId};
use crate::ui::screen::{Pen, Saved, Screen, Typing};
use crate::ui::start::{Start, paint_start};
use crate::ui::theme::{PLAIN, Theme};
use crate::ui::{layout, paint_screen};

/// What stands outside the area that is drawn to.
const OUTSIDE: &str = "¤";

static THEME: LazyLock<Theme> = LazyLock::new(|| theme(PLAIN));

/// Letters that are wide, that join, that combine, that turn the direction, that do harm.
fn text() -> impl Strategy<Value = String> {
    let odd = prop::sample::select(vec![
        "日本",
        "👩‍💻",
        "🌞",
        "e\u{301}",
        "\u{301}",
        "\u{200d}",
        "\u{fe0f}",
        "שלום",
        "\u{202e}",
        "\u{1b}[2J",
        "\n",
        "\t",
        "ｶﾞ",
        " ",
        "word ",
        "would circulate ",
        "*agreed*",
        "🇬🇧",
        "ﷺ",
        "\u{7}",
        "\u{e000}",
        "ก็",
    ]);
    vec(prop_oneof![odd.prop_map(str::to_owned), "\\PC{0,12}", "[a-z]{1,30}"], 0..14).prop_map(|parts| parts.concat())
}

#[derive(Debug, Clone)]
struct Given {
    texts: Vec<String>,
    numbers: Vec<usize>,
    open: u8,
}

fn given() -> impl Strategy<Value = Given> {
    (vec(text(), 12..13), vec(0_usize..40, 8..9), any::<u8>()).prop_map(|(texts, numbers, open)| Given {
        texts,
        numbers,
        open,
    })
}

fn meeting(given: &Given) -> Maker {
    let text = |index: usize| given.texts[index].clone();
    let mut opened = opened((0..given.numbers[0]).map(|number| text(number % 12)));
    opened.body.name = text(0);
    opened.agenda.venue = text(1);
    for (person, name) in opened.body.people.iter_mut().zip(&given.texts) {
        person.name.surname.clone_from(name);
    }
    opened.agenda.items.iter_mut().for_each(|item| item.paper.recommendation = Some(text(2)));
    let mut maker = Maker::new(opened);
    maker.presence("george", Presence::Present);
    maker.presence("jones", Presence::Left);
    maker.go(&given.numbers[1].to_string());
    for (index, words) in given.texts.iter().enumerate() {
        let content = if index % 5 == 4 {
            Content::Note(Note { text: words.clone() })
        } else {
            Content::Point(point(&[(Speaker::Unknown, words), (Speaker::Person(PersonId::from("webb")), words)]))
        };
        maker.event(Event::Recorded { item: ItemId::from("1"), index, content });
    }
    maker
}

fn pad(given: &Given) -> PadView {
    let row = |(index, text): (usize, &String)| Row {
        key: text.chars().next(),
        mark: text.clone(),
        text: text.clone(),
        note: given.texts[(index + 1) % 12].clone(),
        tone: [Tone::Plain, Tone::Heading, Tone::Bad][index % 3],
    };
    PadView {
        title: given.texts[0].clone(),
        lead: Some(given.texts[1].clone()),
        rows: given.texts.iter().enumerate().take(given.numbers[2]).map(row).collect(),
        chosen: Some(given.numbers[3]),
        total: None,
        foot: Some((Tone::Warning, given.texts[1].clone())),
        prompt: Some(prompt(given)),
        hints: vec![Hint { key: given.texts[2].clone(), text: given.texts[3].clone() }; given.numbers[4] % 9],
    }
}

fn prompt(given: &Given) -> Prompt {
    Prompt {
        label: given.texts[4].clone(),
        text: given.texts[5].clone(),
        cursor: given.numbers[5],
        ..Prompt::default()
    }
}

/// Draws into `area` of a larger buffer, and holds that nothing else was touched.
fn held(area: Rect, paint: impl FnOnce(&mut Buffer) -> Option<ratatui::layout::Position>) -> Result<(), TestCaseError> {
    let whole = Rect::new(0, 0, area.right() + 3, area.bottom() + 2);
    let mut buf = Buffer::filled(whole, Cell::new(OUTSIDE));
    let cursor = paint(&mut buf);
    for y in 0..whole.height {
        for x in 0..whole.width {
            let inside = area.contains((x, y).into());
            let cell = &buf[(x, y)];
            prop_assert!(inside || cell == &Cell::new(OUTSIDE), "{x},{y} holds {:?}", cell.symbol());
        }
    }
    prop_assert!(cursor.is_none_or(|cursor| area.contains(cursor)), "{cursor:?} is outside {area:?}");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn any_text_at_any_size(given in given(), width in 0_u16..=200, height in 0_u16..=60) {
        let (maker, hints) = (meeting(&given), hints());
        let (pad, prompt, item) = (pad(&given), prompt(&given), ItemId::from("1"));
        let text = |index: usize| given.texts[index].as_str();
        let lines: Vec<String> = given.texts.iter().take(given.numbers[6]).cloned().collect();
        let notice = Notice { text: text(6).to_owned(), tone: Tone::Warning };
        let page_lines = given.texts.iter().map(|line| (Tone::Dim, line.clone())).collect();
        let page = PageView { title: text(7).to_owned(), lines: page_lines, scroll: given.numbers[7], ..PageView::default() };
        let cover = Cover::Words { title: text(8).to_owned(), paragraphs: given.texts.clone() };
        let is = |bit: u8| given.open & (1 << bit) != 0;
        let bare = screen(&maker.meeting, &hints);
        let typing = Typing {
            label: if is(0) { text(9) } else { "" },
            lines: &lines,
            cursor: (given.numbers[3], given.numbers[4]),
            selected: Some(((given.numbers[5], 1), (given.numbers[6], 2))),
            ..Typing::default()
        };
        let screen = Screen {
            saved: Saved::Waiting(given.numbers[1]),
            banner: is(1).then(|| text(10)),
            pen: Pen { item: Some(&item), place: given.numbers[2], typing, ..bare.pen },
            notice: is(2).then_some(&notice),
            command: is(3).then_some(&prompt),
            pad: is(4).then_some(&pad),
            page: (is(5) && is(6)).then_some(&page),
            cover: (is(7) && is(6)).then_some(&cover),
            margin: &[text(11)],
            findings: given.numbers[0],
            ..bare
        };
        let area = Rect::new(2, 1, width, height);
        held(area, |buf| paint_screen(&screen, &THEME, area, buf))?;
        let start = Start { pad: Some(&pad), page: screen.page, notice: Some(&notice), hints: &hints };
        held(area, |buf| paint_start(&start, &THEME, area, buf))?;
    }

    #[test]
    fn the_cursor_is_seen_whatever_is_typed(given in given(), width in 20_u16..=200, height in 5_u16..=60) {
        let (maker, hints, item) = (meeting(&given), hints(), ItemId::from("1"));
        let line = given.numbers[0] % given.texts.len();
        let column = given.numbers[1].min(given.texts[line].chars().count());
        let typing = Typing { lines: &given.texts, cursor: (line, column), ..Typing::default() };
        let bare = screen(&maker.meeting, &hints);
        let screen = Screen { pen: Pen { item: Some(&item), typing, ..bare.pen }, ..bare };
        let area = Rect::new(0, 0, width, height);
        let areas = layout::areas(area, layout::Wanted::default()).unwrap();
        let cursor = paint_screen(&screen, &THEME, area, &mut Buffer::empty(area));
        prop_assert!(cursor.is_some_and(|cursor| areas.minutes.contains(cursor)), "{:?}", cursor);
    }
}
