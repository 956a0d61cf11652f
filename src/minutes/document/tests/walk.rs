//! Numbers, orders and walking.

use crate::meeting::event::{Event, ItemState, Sitting};
use crate::minutes::style::ItemOrder;

use super::*;

#[test]
fn items_say_what_became_of_them() {
    let titles = ["A", "B", "C", "D"];
    let mut scene =
        Scene::new(agenda((1..=4).zip(titles).map(|(n, t)| item(&n.to_string(), t, ItemKind::Report)).collect()));
    scene.sitting(Sitting::Sitting);
    scene.visit("1");
    scene.event(Event::ItemState { item: "2".into(), state: ItemState::Skipped });
    let state = ItemState::Deferred { to: Some("September".into()), because: None };
    scene.event(Event::ItemState { item: "3".into(), state });
    let last = |scene: &Scene, id: &str| item_text(scene, &panel_style(), id).pop().unwrap();
    assert_eq!(last(&scene, "1"), "1. A");
    assert_eq!(last(&scene, "2"), "This item was not taken.");
    assert_eq!(last(&scene, "3"), "This item was deferred to September.");
    assert_eq!(last(&scene, "4"), "(Not yet taken.)");
    scene.sitting(Sitting::Closed);
    assert_eq!(last(&scene, "4"), "This item was not taken.");
    scene.record("1", point(Section::Paragraph, None, vec![said("leigh", "spoke")]));
    assert_eq!(last(&scene, "1"), "Edward Leigh spoke. (recorded after the meeting)");
}

#[test]
fn numbers_follow_the_agenda_or_the_first_minute() {
    let mut papers = agenda(vec![item("5", "A", ItemKind::Report), item("6", "B", ItemKind::Report)]);
    let mut scene = Scene::new(papers.clone());
    let mut added = item("x", "Urgent", ItemKind::Business);
    added.number = None;
    scene.event(Event::ItemAdded { item: Box::new(added.clone()), parent: None, index: 1 });
    let number = |scene: &Scene, id: &str| scene.state().item(&id.into()).map(|item| item_number(scene.state(), item));
    assert_eq!(number(&scene, "x").as_deref(), Some("5a"));
    added.id = "y".into();
    scene.event(Event::ItemAdded { item: Box::new(added.clone()), parent: None, index: usize::MAX });
    assert_eq!(number(&scene, "y").as_deref(), Some("7"));
    added.id = "z".into();
    scene.event(Event::ItemAdded { item: Box::new(added), parent: Some("5".into()), index: 0 });
    assert_eq!(number(&scene, "z").as_deref(), Some("5.1"));
    papers.first_minute = Some(40);
    let mut below = item("c", "C", ItemKind::Business);
    below.number = Some("6.1".into());
    papers.items[1].items.push(below);
    let scene = Scene::new(papers);
    assert_eq!(number(&scene, "6").as_deref(), Some("41"));
    assert_eq!(number(&scene, "c").as_deref(), Some("41.1"), "what is below an item follows its minute number");
    let below = scene.state().item(&"c".into()).map(|item| agenda_number(scene.state(), item));
    assert_eq!(below.as_deref(), Some("6.1"));
}

#[test]
fn items_may_be_given_in_the_order_taken() {
    let mut scene = Scene::new(agenda(vec![item("1", "A", ItemKind::Report), item("2", "B", ItemKind::Report)]));
    scene.visit("2");
    scene.visit("1");
    let ids = |order| {
        let style = Style { order, ..Style::default() };
        items_in_order(scene.state(), &style).iter().map(|item| item.agenda.id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(ids(ItemOrder::Taken), ["2", "1"]);
    assert_eq!(ids(ItemOrder::Agenda), ["1", "2"]);
}

#[test]
fn blocks_are_built_outward_from_any_fact_and_only_when_asked_for() {
    let mut scene = one_item(ItemKind::Report);
    for n in 0..100_000 {
        scene.record("1", point(Section::Discussion, None, vec![said("sharp", &format!("asked {n}"))]));
    }
    let style = panel_style();
    let looked_at = || item::BUILT.with(std::cell::Cell::take);
    looked_at();
    let (before, after) = item_blocks_around(scene.state(), &style, &"1".into(), 50_000);
    let texts = |blocks: Vec<Block>| blocks.iter().map(spelt).collect::<Vec<_>>();
    assert_eq!(
        texts(after.take(2).collect()),
        ["50001) Councillor Sharp asked 50000.", "50002) Councillor Sharp asked 50001."]
    );
    assert_eq!(
        texts(before.take(2).collect()),
        ["50000) Councillor Sharp asked 49999.", "49999) Councillor Sharp asked 49998."]
    );
    assert_eq!(looked_at(), 4);
    let mut both = item_blocks(scene.state(), &style, &"1".into());
    assert_eq!(both.next().as_ref().map(spelt).as_deref(), Some("1. The Item"));
    assert_eq!(both.next_back().as_ref().map(spelt).as_deref(), Some("100000) Councillor Sharp asked 99999."));
    assert_eq!(looked_at(), 1);
}

#[test]
fn blocks_around_a_fact_are_the_blocks_of_the_item() {
    let mut scene = july();
    scene.visit("9");
    for n in 0..5 {
        scene.record("9", point(Section::Discussion, None, vec![said("sharp", &n.to_string())]));
    }
    let style = panel_style();
    let whole: Vec<Block> = item_blocks(scene.state(), &style, &"9".into()).collect();
    let mut reversed: Vec<Block> = item_blocks(scene.state(), &style, &"9".into()).rev().collect();
    reversed.reverse();
    assert_eq!(whole, reversed);
    for index in 0..7 {
        let (before, after) = item_blocks_around(scene.state(), &style, &"9".into(), index);
        let mut joined: Vec<Block> = before.collect();
        joined.reverse();
        joined.extend(after);
        assert_eq!(whole, joined);
    }
}
