//! The rules of each panel, on the cells they draw.

use chrono::TimeDelta;
use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;

use super::sample::{self, Maker, SAMPLE, hints, opened, pad, room, screen};
use super::{all, drawn, row};
use crate::app::view::{Cover, Hint, PadView, PageView, Prompt, Row, Tone};
use crate::meeting::body::Quorum;
use crate::meeting::event::{Event, ItemState, Presence, Sitting, Turning};
use crate::meeting::fact::{Audience, Content, Note, Owner, Passage, PassageKind, Speaker, TimeMark};
use crate::meeting::id::{ItemId, PersonId};
use crate::ui::screen::{Pen, Saved, Screen, Typing};

fn titles(count: usize) -> impl Iterator<Item = String> {
    (1..=count).map(|number| format!("Business {number}"))
}

#[test]
fn the_bar_tells_a_rehearsal_and_private_business_without_colour() {
    let mut opened = opened(titles(3));
    opened.practice = true;
    let mut maker = Maker::new(opened);
    maker.turn(room(Audience::Private));
    let hints = hints();
    let screen = screen(&maker.meeting, &hints);
    for (width, mark) in [(140, ": public excluded "), (80, " PRIVATE since "), (40, " PRIVATE ")] {
        let (buf, _) = drawn(&screen, width, 30);
        assert!(row(&buf, 0).starts_with("  PRACTICE "), "{width}");
        assert!(row(&buf, 0).contains(mark), "{width}");
    }
}

#[test]
fn the_bar_tells_how_long_and_what_is_on_the_disk() {
    let mut maker = Maker::new(opened(titles(3)));
    let hints = hints();
    let bar = |maker: &Maker, saved| {
        let screen = Screen { saved, ..screen(&maker.meeting, &hints) };
        row(&drawn(&screen, 120, 30).0, 0)
    };
    assert!(bar(&maker, Saved::Upto(1)).ends_with("not begun · 15:35 · saved #1 "));
    maker.turn(Turning::Sitting { to: Sitting::Sitting });
    assert!(bar(&maker, Saved::Waiting(2)).ends_with("1h35 · 15:35 · unsaved 2 "));
    maker.turn(Turning::Sitting { to: Sitting::Adjourned });
    assert!(bar(&maker, Saved::Failing).ends_with("ADJOURNED · 15:35 ·  NOT SAVED  "));
    maker.turn(Turning::Sitting { to: Sitting::Closed });
    assert!(bar(&maker, Saved::Upto(4)).ends_with("CLOSED 14:02 · draft · saved #4 "));
    let early = Screen { now: sample::now() - TimeDelta::hours(9), ..screen(&maker.meeting, &hints) };
    drop(drawn(&early, 80, 24));
}

#[test]
fn the_bar_tells_who_speaks_and_when_their_time_is_up() {
    let mut opened = opened(titles(3));
    opened.body.rules.speaking_minutes = Some(3);
    let mut maker = Maker::new(opened);
    maker.turn(Turning::Sitting { to: Sitting::Sitting });
    maker.go("2");
    let by = Some(Owner::Named("Mrs Ann Hill".to_owned()));
    let id = maker.record("2", Content::Passage(Passage { kind: PassageKind::Speaker, by, ..Passage::default() }));
    let since = maker.meeting.state().fact(id).unwrap().when;
    let hints = hints();
    for (seconds, width, shown) in [
        (65, 80, "Mrs Ann Hill 1:05 of 3:00 · "),
        (185, 80, "Mrs Ann Hill 3:05 of 3:00 OVER · "),
        (185, 120, "Mrs Ann Hill 3:05 of 3:00 OVER · "),
    ] {
        let now = (since + TimeDelta::seconds(seconds)).with_timezone(&sample::now().timezone());
        let screen = Screen { now, ..screen(&maker.meeting, &hints) };
        let bar = row(&drawn(&screen, width, 24).0, 0);
        assert!(bar.contains(shown), "{bar}");
    }
}

#[test]
fn a_long_agenda_shows_the_room_and_the_pen() {
    let mut maker = Maker::new(opened(titles(500)));
    maker.go("250");
    let hints = hints();
    for (pen, near) in [("252", true), ("3", false), ("499", false), ("250", true)] {
        let id = ItemId::from(pen);
        let bare = screen(&maker.meeting, &hints);
        let screen = Screen { pen: Pen { item: Some(&id), ..bare.pen }, ..bare };
        for (width, height) in [(120, 30), (120, 8), (80, 24), (40, 12)] {
            let seen = all(&drawn(&screen, width, height).0);
            assert!(seen.contains("250"), "{pen} at {width}x{height}:\n{seen}");
            assert!(
                seen.contains('✎') && seen.contains('▶') && seen.contains(pen),
                "{pen} at {width}x{height}:\n{seen}"
            );
        }
        let pane = all(&drawn(&screen, 120, 30).0);
        assert_eq!(pane.lines().any(|line| line.starts_with("   …")), !near, "{pane}");
    }
}

#[test]
fn what_became_of_an_item_is_marked_without_colour() {
    let mut maker = Maker::new(opened(titles(4)));
    maker.go("1");
    maker.go("4");
    maker.event(Event::ItemState { item: ItemId::from("2"), state: ItemState::Skipped });
    maker.event(Event::ItemState { item: ItemId::from("3"), state: ItemState::Deferred { to: None, because: None } });
    let hints = hints();
    let (buf, _) = drawn(&screen(&maker.meeting, &hints), 120, 20);
    for (y, line) in [(2, "✓   1 Business 1"), (3, "–   2"), (4, "»   3"), (5, "▶   4")] {
        assert!(row(&buf, y).starts_with(&format!(" {line}")), "{}", row(&buf, y));
    }
}

#[test]
fn a_private_item_is_marked_in_pane_and_strip() {
    let mut maker = Maker::new(opened(titles(2)));
    let item =
        crate::meeting::agenda::AgendaItem { id: ItemId::from("p"), number: None, ..sample::item(3, "Staffing") };
    maker.private(Event::ItemAdded { item: Box::new(item), parent: None, index: 1 });
    let hints = hints();
    let pane = all(&drawn(&screen(&maker.meeting, &hints), 120, 20).0);
    assert!(pane.contains("1a+ ◆ Staffing"), "{pane}");
    assert!(row(&drawn(&screen(&maker.meeting, &hints), 80, 24).0, 1).contains("1a+◆"));
}

#[test]
fn the_roll_counts_until_everybody_is_accounted_for() {
    let mut maker = Maker::new(opened(titles(1)));
    maker.presence("george", Presence::Present);
    let hints = hints();
    let seen = all(&drawn(&screen(&maker.meeting, &hints), 120, 40).0);
    assert!(seen.contains("Not accounted for 11") && seen.contains(" ? S Wallwork"), "{seen}");
    for (id, ..) in sample::MEMBERS {
        maker.presence(id, Presence::Absent);
    }
    let seen = all(&drawn(&screen(&maker.meeting, &hints), 120, 40).0);
    assert!(!seen.contains("accounted") && seen.contains("Absent 12") && seen.contains(" × S Wallwork"), "{seen}");
    assert!(!all(&drawn(&screen(&maker.meeting, &hints), 80, 24).0).contains("unaccounted"));
}

#[test]
fn quorum_is_said_once_and_the_lack_of_it_loudly() {
    let with = |quorum| {
        let mut opened = opened(titles(1));
        opened.body.rules.quorum = quorum;
        let mut maker = Maker::new(opened);
        maker.presence("george", Presence::Present);
        maker.presence("sharp", Presence::Present);
        maker
    };
    let hints = hints();
    for (quorum, text) in [
        (None, "2 present, quorum not set"),
        (Some(Quorum::Number(2)), "2 present, quorum 2"),
        (Some(Quorum::Number(3)), "2 present, NO QUORUM (3)"),
    ] {
        let maker = with(quorum);
        for (width, height) in [(120, 40), (80, 24)] {
            let seen = all(&drawn(&screen(&maker.meeting, &hints), width, height).0);
            assert_eq!(seen.to_lowercase().matches("quorum").count(), 1, "{seen}");
            assert!(seen.contains(text), "{seen}");
        }
    }
}

#[test]
fn many_members_become_running_text_rather_than_be_cut() {
    let (buf, _) = drawn(&SAMPLE.screen(), 120, 22);
    let seen = all(&buf);
    for name in ["S Wallwork", "Claire", "Jamil for D Jones", "Varkey", "2 findings"] {
        assert!(seen.contains(name), "{name} is not in\n{seen}");
    }
}

#[test]
fn an_interest_is_marked_on_the_roll() {
    let interests = [(PersonId::from("sharp"), "leaves")];
    let screen = Screen { interests: &interests, ..SAMPLE.screen() };
    assert!(all(&drawn(&screen, 120, 40).0).contains("A Sharp (interest:"));
}

#[test]
fn room_and_pen_apart_are_said_plainly_and_together_not() {
    assert!(all(&drawn(&SAMPLE.screen(), 80, 24).0).contains("Room is at 13 · pen is at 11 (Alt-P takes"));
    let id = ItemId::from("13");
    let sample = SAMPLE.screen();
    let screen = Screen { pen: Pen { item: Some(&id), ..sample.pen }, ..sample };
    assert!(!all(&drawn(&screen, 80, 24).0).contains("Room is at"));
}

#[test]
fn a_promise_is_underlined_while_it_is_typed() {
    let (buf, cursor) = drawn(&SAMPLE.screen(), 80, 24);
    let y = cursor.unwrap().y;
    let underlined: String = (0..80)
        .filter_map(|x| buf.cell(Position::new(x, y)))
        .filter(|cell| cell.modifier.contains(Modifier::UNDERLINED))
        .map(ratatui::buffer::Cell::symbol)
        .collect();
    assert!(!underlined.is_empty() && "would report back".contains(&underlined), "{underlined}");
}

#[test]
fn what_never_prints_stands_below_what_it_belongs_to() {
    let mut maker = Maker::new(opened(titles(1)));
    maker.go("1");
    let note = |text: &str| Content::Note(Note { text: text.to_owned() });
    maker.record("1", note("ask Jane"));
    maker.record("1", Content::Point(sample::point(&[(Speaker::Body, "asked why")])));
    maker.record("1", note("check this"));
    maker.record("1", Content::Mark(TimeMark { label: None }));
    let (id, hints) = (ItemId::from("1"), hints());
    let bare = screen(&maker.meeting, &hints);
    let screen = Screen { pen: Pen { item: Some(&id), ..bare.pen }, ..bare };
    let seen = all(&drawn(&screen, 80, 24).0);
    assert!(seen.contains("     → Note to self: check this"), "{seen}");
    assert!(seen.contains("     → Time mark 14:04: to be named"), "{seen}");
    assert!(seen.contains("  Note to self: ask Jane"), "{seen}");
}

/// Draws text being typed, alone, and returns the rows and the cursor.
fn typed(lines: &[&str], cursor: (usize, usize), width: u16, height: u16) -> (String, Option<Position>) {
    let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
    let typing = Typing { lines: &lines, cursor, ..Typing::default() };
    let sample = SAMPLE.screen();
    let id = ItemId::from("13");
    let pen = Pen { item: Some(&id), place: 0, fact: None, typing, ..sample.pen };
    let (buf, cursor) = drawn(&Screen { pen, ..sample }, width, height);
    (all(&buf), cursor)
}

#[test]
fn the_cursor_is_where_the_next_letter_goes() {
    let (x, first) = (3, typed(&[""], (0, 0), 80, 24).1.unwrap().y);
    assert_eq!(typed(&[""], (0, 0), 80, 24).1, Some(Position::new(x, first)));
    assert_eq!(typed(&["abc"], (0, 3), 80, 24).1, Some(Position::new(x + 3, first)));
    assert_eq!(typed(&["abc "], (0, 4), 80, 24).1, Some(Position::new(x + 4, first)), "behind a space");
    assert_eq!(typed(&["日本"], (0, 1), 80, 24).1, Some(Position::new(x + 2, first)), "behind a wide letter");
    assert_eq!(typed(&["e\u{301}x"], (0, 2), 80, 24).1, Some(Position::new(x + 1, first)), "behind an accent");
    let long = "word ".repeat(30);
    assert_eq!(typed(&[&long], (0, 0), 80, 24).1, Some(Position::new(x, first)));
    assert_eq!(typed(&[&long], (0, 75), 80, 24).1, Some(Position::new(x, first + 1)), "at the start of the second row");
    assert_eq!(typed(&["", "", "a"], (2, 1), 80, 24).1, Some(Position::new(x + 1, first + 2)));
}

#[test]
fn text_that_is_too_long_scrolls_to_its_cursor() {
    let lines: Vec<String> = (0..200).map(|number| format!("line {number}")).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    for line in [0, 3, 100, 198, 199] {
        let (seen, cursor) = typed(&lines, (line, 0), 80, 24);
        let y = usize::from(cursor.unwrap().y);
        let row = seen.lines().nth(y).unwrap();
        assert!(row.trim_start_matches(" ✎").trim().starts_with(&format!("line {line}")), "{line}: {row}");
    }
}

#[test]
fn hints_are_as_many_as_fit_and_none_is_cut() {
    for width in 20..120 {
        let (buf, _) = drawn(&SAMPLE.screen(), width, 24);
        let row = row(&buf, 23);
        for Hint { key, text } in hints() {
            let shown = row.contains(&format!("{key} ")) || row.trim_end().ends_with(&key);
            assert!(!shown || row.contains(&format!("{key} {text}")), "{width}: {row}");
        }
        assert!(width < 40 || row.ends_with("? help  : command "), "{width}: {row}");
    }
}

#[test]
fn a_command_line_scrolls_sideways_to_its_cursor() {
    let command = Prompt { label: ":".to_owned(), text: "x".repeat(300) + "end", cursor: 303, ..Prompt::default() };
    let screen = Screen { command: Some(&command), ..SAMPLE.screen() };
    let (buf, cursor) = drawn(&screen, 80, 24);
    assert_eq!(cursor, Some(Position::new(78, 22)));
    assert!(row(&buf, 22).contains(":…xxx") && row(&buf, 22).contains("xend"));
}

#[test]
fn a_long_pad_scrolls_to_the_chosen_row_and_keeps_its_hints() {
    let rows = (0..100).map(|number| Row { text: format!("person {number}"), ..Row::default() }).collect();
    for chosen in [0, 1, 50, 98, 99] {
        let pad = PadView { rows: Clone::clone(&rows), chosen: Some(chosen), ..pad() };
        for (width, height) in [(80, 24), (140, 45), (40, 12)] {
            let screen = Screen { pad: Some(&pad), ..SAMPLE.screen() };
            let seen = all(&drawn(&screen, width, height).0);
            assert!(seen.contains(&format!("person {chosen} ")), "{chosen} at {width}x{height}:\n{seen}");
            assert!(seen.contains("p present") && seen.contains(&format!("{}/100", chosen + 1)), "{seen}");
        }
    }
}

#[test]
fn a_pad_leaves_the_line_being_typed_in_sight() {
    let pad = pad();
    let typed = |screen: &Screen<'_>| {
        let (buf, _) = drawn(screen, 80, 24);
        all(&buf)
    };
    let screen = Screen { pad: Some(&pad), ..SAMPLE.screen() };
    assert!(typed(&screen).contains("Edwards confirmed it did and would report back"));
}

#[test]
fn a_list_that_takes_no_letters_leaves_the_cursor_in_the_text() {
    let hint = |key: &str| Hint { key: key.to_owned(), text: "this".to_owned() };
    let rows = vec![Row { text: "Councillor Jamil".to_owned(), ..Row::default() }];
    let people = PadView { rows, hints: vec![hint("Enter"), hint("Esc")], ..PadView::default() };
    let bare = drawn(&SAMPLE.screen(), 80, 24).1;
    assert_eq!(drawn(&Screen { pad: Some(&people), ..SAMPLE.screen() }, 80, 24).1, bare);
    let letters = PadView { hints: vec![hint("p")], ..people };
    assert_eq!(drawn(&Screen { pad: Some(&letters), ..SAMPLE.screen() }, 80, 24).1, None);
}

#[test]
fn what_completes_a_command_stands_above_it() {
    let command = Prompt { label: ":".to_owned(), text: "d".to_owned(), cursor: 1, ..Prompt::default() };
    let rows =
        vec![Row { text: "decide".to_owned(), ..Row::default() }, Row { text: "defer".to_owned(), ..Row::default() }];
    let pad = PadView { title: "Commands".to_owned(), rows, ..PadView::default() };
    let screen = Screen { command: Some(&command), pad: Some(&pad), ..SAMPLE.screen() };
    let (buf, cursor) = drawn(&screen, 80, 24);
    assert!(row(&buf, 20).starts_with('└') && row(&buf, 18).contains("decide"), "{}", all(&buf));
    assert_eq!(cursor, Some(Position::new(3, 22)));
}

#[test]
fn a_pad_takes_no_half_of_a_wide_letter() {
    let sample = SAMPLE.screen();
    let lines = vec!["日本語".repeat(200)];
    let pen = Pen { typing: Typing { lines: &lines, ..Typing::default() }, ..sample.pen };
    let (pad, id) = (pad(), ItemId::from("13"));
    let screen = Screen { pen: Pen { item: Some(&id), ..pen }, pad: Some(&pad), ..sample };
    for width in 60..90 {
        let (buf, _) = drawn(&screen, width, 12);
        for y in 0..12 {
            assert_eq!(crate::text::width(&row(&buf, y)), usize::from(width), "{}", row(&buf, y));
        }
    }
}

#[test]
fn a_cover_shows_nothing_else() {
    let words = vec!["One.".to_owned(), "Two.".to_owned()];
    let cover = Cover::Words { title: "Title".to_owned(), paragraphs: words };
    let (buf, cursor) = drawn(&Screen { cover: Some(&cover), ..SAMPLE.screen() }, 80, 24);
    let seen: Vec<String> = all(&buf).split_whitespace().map(str::to_owned).collect();
    assert_eq!(seen, ["T", "I", "T", "L", "E", "One.", "Two."]);
    assert_eq!(cursor, None);
    let cover = Cover::Curtain { body: "Panel".to_owned() };
    let (buf, _) = drawn(&Screen { cover: Some(&cover), ..SAMPLE.screen() }, 30, 5);
    let seen: Vec<String> = all(&buf).split_whitespace().map(str::to_owned).collect();
    assert_eq!(seen.concat(), "PANEL15:35");
}

#[test]
fn long_words_for_the_room_come_closer_before_they_are_cut() {
    let cover = Cover::Words { title: String::new(), paragraphs: vec!["word ".repeat(150) + "last"] };
    for (width, height) in [(140, 45), (100, 30), (80, 24), (60, 20)] {
        let seen = all(&drawn(&Screen { cover: Some(&cover), ..SAMPLE.screen() }, width, height).0);
        assert!(seen.contains("last"), "{width}x{height}:\n{seen}");
    }
}

#[test]
fn a_page_begins_where_it_is_scrolled_to() {
    let lines = (0..50).map(|number| (Tone::Plain, format!("line {number}."))).collect();
    let page = PageView { title: "Help".to_owned(), lines, scroll: 20, ..PageView::default() };
    let seen = all(&drawn(&Screen { page: Some(&page), ..SAMPLE.screen() }, 80, 24).0);
    assert!(seen.contains("line 20.") && !seen.contains("line 19.") && seen.contains("from line 21 of 50"));
    let far = PageView { scroll: 900, ..page };
    assert!(all(&drawn(&Screen { page: Some(&far), ..SAMPLE.screen() }, 80, 24).0).contains("line 49."));
}

#[test]
fn harm_in_a_text_never_reaches_the_cells() {
    let bad = "a\u{1b}[31mb\u{202e}c\u{7}d\ne\tf";
    let mut opened = opened([bad.to_owned()].into_iter());
    opened.body.name = bad.to_owned();
    let mut maker = Maker::new(opened);
    maker.go("1");
    maker.record("1", Content::Point(sample::point(&[(Speaker::None, bad)])));
    let (id, lines, hints) = (ItemId::from("1"), vec![bad.to_owned()], hints());
    let bare = screen(&maker.meeting, &hints);
    let typing = Typing { label: bad, lines: &lines, cursor: (0, 3), ..Typing::default() };
    let pad = PadView { title: bad.to_owned(), lead: Some(bad.to_owned()), ..pad() };
    let screen = Screen {
        pen: Pen { item: Some(&id), typing, follow: Some(bad), ..bare.pen },
        banner: Some(bad),
        pad: Some(&pad),
        ..bare
    };
    for (width, height) in [(80, 24), (140, 45)] {
        let (buf, _) = drawn(&screen, width, height);
        let text: String = buf.content.iter().map(ratatui::buffer::Cell::symbol).collect();
        assert!(!text.contains(|letter: char| letter.is_control() || letter == '\u{202e}'), "{text:?}");
        assert!(!text.contains("[31m"));
    }
}

#[test]
fn the_screen_is_back_to_itself_after_being_tiny() {
    let screen = SAMPLE.screen();
    let before = drawn(&screen, 80, 24);
    for (width, height) in [(1, 1), (0, 0), (19, 4), (20, 5)] {
        drop(drawn(&screen, width, height));
    }
    assert_eq!(before, drawn(&screen, 80, 24));
    assert!(all(&drawn(&screen, 19, 4).0).starts_with("Too small"));
    assert!(Rect::new(0, 0, 20, 5).area() > 0 && !all(&drawn(&screen, 20, 5).0).contains("Too small"));
}
