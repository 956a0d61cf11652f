//! The screen of the program's model: every part of it is shown where it belongs.

use chrono::{DateTime, Utc};

use super::sample::{self, STYLE};
use super::{all, drawn, picture};
use crate::app::command;
use crate::app::keymap::Keymap;
use crate::app::model::{Draft, Model, Place};
use crate::app::session::Session;
use crate::app::update::{Message, update};
use crate::meeting::Meeting;
use crate::meeting::command::When;
use crate::meeting::id::ItemId;
use crate::ui::Gathered;

pub(super) fn now() -> DateTime<Utc> {
    sample::now().to_utc()
}

/// A model after such command lines, with such a text unfinished under its pen.
pub(super) fn model(lines: &[&str], text: &str) -> Model {
    let opened = sample::opened(["Apologies", "Annual Report"].map(str::to_owned).into_iter());
    let mut session = Session::new(Meeting::new(opened), "clerk");
    for line in lines {
        session.run(line, When::now(now())).unwrap();
    }
    let names: Vec<&str> = command::all().map(|command| command.name).collect();
    let (keymap, _) = Keymap::load(None, &names);
    let place = Place::Item(Some(ItemId::from("2")));
    let unfinished =
        crate::app::editor::Unfinished { text: text.to_owned(), cursor: text.chars().count(), started: None };
    Model::new(
        session,
        keymap,
        Draft { here: Some(place.clone()), texts: vec![(place, unfinished)], ..Draft::default() },
        now(),
    )
}

#[test]
fn what_is_unfinished_is_back_under_the_cursor() {
    let model = model(&["start", "go 2"], "Councillor Sharp asked whe");
    let gathered = Gathered::new(&model, &STYLE);
    let (buf, cursor) = drawn(&gathered.screen(), 80, 24);
    let seen = all(&buf);
    let cursor = cursor.unwrap();
    assert!(seen.lines().nth(cursor.y.into()).unwrap().starts_with(" ✎ Councillor Sharp asked whe "), "{seen}");
    assert_eq!(usize::from(cursor.x), 3 + "Councillor Sharp asked whe".len());
    assert!(seen.contains("saved #") && seen.contains("2▶✎ Annual Report"), "{seen}");
}

#[test]
fn the_hint_bar_and_the_way_back_come_from_the_keys() {
    let model = model(&["start", "go 1"], "half");
    let gathered = Gathered::new(&model, &STYLE);
    let seen = all(&drawn(&gathered.screen(), 120, 30).0);
    assert!(seen.contains("F2 next"), "{seen}");
    let key = model.keymap().key_for("pen").unwrap();
    assert!(seen.contains(&format!("Room is at 1 · pen is at 2 ({key}")), "{seen}");
}

#[test]
fn the_vote_pad_shows_who_may_vote_what_is_counted_and_what_it_comes_to() {
    let before = ["present sharp, bradnam", "start", "go 2", "motion That a bench be bought by Sharp seconded Bradnam"];
    let mut model = model(&before, "half a sent");
    let keys = ["alt-q", "1", "tab", "1"];
    for key in keys {
        update(&mut model, Message::Key(key.parse().unwrap(), now()));
    }
    let gathered = Gathered::new(&model, &STYLE);
    let (buf, cursor) = drawn(&gathered.screen(), 80, 24);
    insta::assert_snapshot!(picture(&buf, cursor));
}
