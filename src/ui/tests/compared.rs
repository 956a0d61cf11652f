//! A draft that came back: its pad, and the minutes behind it.

use insta::assert_snapshot;

use super::model::{model, now};
use super::sample::STYLE;
use super::{drawn, picture};
use crate::app::compare::{Comparison, Difference, What};
use crate::app::key::Key;
use crate::app::model::Model;
use crate::app::update::{Message, update};
use crate::load::draft::Author;
use crate::ui::Gathered;

/// A point that somebody changed, and a remark on the heading of another item.
fn came_back() -> Model {
    let mut model = model(&["start", "go 2", "point Sharp: asked about the bench."], "");
    let point = model.state().items().find_map(|item| model.state().facts_of(item).next()).unwrap();
    let (item, fact) = (Some(point.item.clone()), Some(point.id));
    let changed = Difference {
        place: "minute 2, point 1".to_owned(),
        item,
        fact,
        what: What::Changed,
        before: "Councillor Sharp asked about the bench.".to_owned(),
        after: "Councillor Sharp asked about the old bench.".to_owned(),
        asked: vec![Author { name: "Jane Webb".to_owned(), on: None }],
        unsigned: false,
        remarks: Vec::new(),
        lines: vec!["asked-by Jane Webb: correct 2(1) text asked about the old bench.".to_owned()],
        steps: vec![format!("asked-by Jane Webb: correct #{} text asked about the old bench.", point.id.entry)],
        wording: None,
        advice: None,
    };
    let other = Difference {
        place: "the heading of minute 1".to_owned(),
        item: Some("1".into()),
        fact: None,
        lines: Vec::new(),
        steps: Vec::new(),
        advice: Some("A heading is the title of an item: “retitle 1 to …” changes it.".to_owned()),
        ..changed.clone()
    };
    model.came_back("draft.docx", Comparison { differences: vec![changed, other], order: vec![1, 0] });
    model
}

fn pen(model: &Model) -> String {
    model.session().pen().item.as_ref().map_or_else(String::new, ToString::to_string)
}

#[test]
fn the_pad_shows_what_differs_and_the_pen_goes_with_it() {
    let mut model = came_back();
    let gathered = Gathered::new(&model, &STYLE);
    let (buf, cursor) = drawn(&gathered.screen(), 80, 24);
    assert_snapshot!(picture(&buf, cursor));
    let first = pen(&model);
    assert!(model.session().pen().cursor.is_some(), "at the point itself");
    let key = |model: &mut Model, key: &str| _ = update(model, Message::Key(key.parse::<Key>().unwrap(), now()));
    key(&mut model, "n");
    assert_ne!(pen(&model), first);
    key(&mut model, "p");
    assert_eq!(pen(&model), first);
}
