//! The table of decisions in a house's own columns, and what prints after the items below an item.

use crate::meeting::agenda::ItemKind;
use crate::meeting::event::Sitting;
use crate::meeting::fact::{Action, Content, Owner, Recommendation, Standing, Verb};
use crate::minutes::block::Part;
use crate::minutes::document::minutes;
use crate::minutes::sample::{Scene, agenda, decided, item};
use crate::minutes::style::Style;

use super::spelt;

fn style(text: &str) -> Style {
    let (style, problems) = Style::read("style", text);
    assert_eq!(problems.to_string(), "");
    style
}

fn promise(owner: Option<&str>, text: &str, due: Option<&str>) -> Content {
    let owner = owner.map(|owner| Owner::Named(owner.to_owned()));
    Content::Action(Action {
        text: text.into(),
        owner,
        due: due.map(str::to_owned),
        from: None,
        standing: Standing::Open,
    })
}

fn rows(scene: &Scene, style: &Style) -> Vec<String> {
    let table = minutes(scene.state(), style).find_map(|block| match &block.part {
        Part::Table(table) if table.name == "Decisions" => Some(spelt(&block)),
        _ => None,
    });
    table.unwrap_or_default().split(" // ").map(str::to_owned).collect()
}

#[test]
fn the_table_has_the_columns_and_the_rows_of_the_house() {
    let mut scene =
        Scene::new(agenda(vec![item("1", "Budget", ItemKind::Report), item("2", "Staff", ItemKind::Report)]));
    scene.sitting(Sitting::Sitting);
    scene.visit("1");
    scene.record("1", decided(Verb::Note, "The Panel *NOTED* it."));
    scene.record(
        "1",
        Content::Recommendation(Recommendation {
            to: "the Cabinet".into(),
            text: "spend less".into(),
            reasons: Vec::new(),
            decision: None,
        }),
    );
    scene.record("1", promise(Some("the Clerk"), "send the figures.", Some("May")));
    scene.visit("2");
    scene.record("2", promise(None, "look into it", None));
    let plain = rows(&scene, &Style::default());
    assert_eq!(plain, ["ITEM | ACTION", "1. Budget | The Panel NOTED it."]);
    let all = style(
        "[style]\naction-rows = [\"decisions\", \"recommendations\", \"undertakings\"]\n[style.columns]\nactions = \
         [{ date = \"DAY\" }, { item = \"ITEM\" }, { action = \"ACTION\" }, { owner = \"WHO\" }, { due = \"BY\" }, \
         { minute = \"NO\" }, { update = \"NOW\" }]\n",
    );
    assert_eq!(
        rows(&scene, &all),
        [
            "DAY | ITEM | ACTION | WHO | BY | NO | NOW",
            "19 Jul 2023 | 1. Budget | The Panel NOTED it. / The Panel made the following recommendation to the Cabinet: \
             spend less. |  |  | 1 | ",
            " | 2.  | The Clerk to send the figures by May. | The Clerk | May | 1 | ",
            " | 3. Staff | ? to look into it. | ? |  | 2 | ",
        ]
    );
}

#[test]
fn what_is_recorded_once_the_room_came_back_prints_after_the_items_below() {
    let mut parent = item("1", "Applications", ItemKind::Business);
    parent.items = vec![item("1.1", "First site", ItemKind::Business), item("1.2", "Second site", ItemKind::Business)];
    let mut scene = Scene::new(agenda(vec![parent, item("2", "Costs", ItemKind::Business)]));
    scene.sitting(Sitting::Sitting);
    scene.visit("1");
    scene.record("1", decided(Verb::Note, "The Panel *NOTED* the list."));
    scene.visit("1.1");
    scene.record("1.1", decided(Verb::Approve, "The first was *APPROVED*."));
    scene.visit("1.2");
    scene.record("1.2", decided(Verb::Approve, "The second was *APPROVED*."));
    scene.visit("1");
    scene.record("1", decided(Verb::Note, "The Panel *NOTED* them all."));
    scene.visit("2");
    scene.record("2", decided(Verb::Note, "The Panel *NOTED* the costs."));
    let unnumbered = style("[style.phrases]\nitem-number = \"[{top}.]\"\n");
    let wanted = |below: [&str; 2]| {
        let [first, second] = below.map(str::to_owned);
        let said = |text: &str| text.to_owned();
        vec![
            said("1. Applications"),
            said("The Panel NOTED the list."),
            first,
            said("The first was APPROVED."),
            second,
            said("The second was APPROVED."),
            said("The Panel NOTED them all."),
            said("2. Costs"),
            said("The Panel NOTED the costs."),
        ]
    };
    for (style, below) in
        [(Style::default(), ["1.1. First site", "1.2. Second site"]), (unnumbered, [" First site", " Second site"])]
    {
        let printed = minutes(scene.state(), &style)
            .filter(|block| matches!(block.part, Part::Heading { .. } | Part::Decision { .. }));
        assert_eq!(printed.map(|block| spelt(&block)).collect::<Vec<_>>(), wanted(below));
    }
}
