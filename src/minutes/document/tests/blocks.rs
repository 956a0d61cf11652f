//! The order of blocks as lists of the style, and the heading over decisions by kinds of item.

use super::*;

fn house(settings: &str) -> Style {
    let (style, problems) = Style::read("s", &format!("[style]\n{settings}\n"));
    assert_eq!(problems.to_string(), "");
    style
}

/// A report that was received and decided on, with a reason, and one that everybody came for.
fn decided(kind: ItemKind) -> Scene {
    let mut report = item("1", "Report", kind);
    report.paper.receives = Some("a report".to_owned());
    report.paper.recommendation = Some("note it".to_owned());
    let mut scene = Scene::new(agenda(vec![report]));
    scene.sitting(Sitting::Sitting);
    scene.visit("1");
    let versions = vec![Version { words: "The Panel *NOTED* it.".into(), at: start() }];
    let basis = Some(Basis::Declared { method: Method::Assent, room: Circumstances::default() });
    let reasons = vec!["it was late.".to_owned()];
    scene.record("1", Content::Decision(Decision { versions, basis, reasons, ..Decision::default() }));
    scene
}

#[test]
fn the_blocks_of_an_item_stand_in_the_order_of_the_house() {
    let scene = decided(ItemKind::Report);
    let asked = "[style.phrases]\nrecommended = \"It was asked to {recommendation}.\"";
    let usual = item_text(&scene, &house(asked), "1");
    let [received, asks, noted, late] =
        ["The Panel received a report.", "It was asked to note it.", "The Panel NOTED it.", "It was late."];
    let reasons = "Reasons for the decision";
    assert_eq!(usual[1..], [received, asks, "ACTION", noted, reasons, late]);
    let order = "item = [\"heading\", \"recommended\", \"business\", \"received\", \"restricted\"]\n\
                 decided = [\"reasons\", \"words\", \"dissent\"]\n";
    let printed = item_text(&scene, &house(&format!("{order}{asked}")), "1");
    assert_eq!(printed[1..], [asks, reasons, late, noted, received]);
}

#[test]
fn every_order_of_an_items_blocks_prints_the_same_blocks() {
    let scene = decided(ItemKind::Report);
    let sorted = |style: &Style| {
        let mut printed = item_text(&scene, style, "1");
        printed.sort();
        printed
    };
    let mut style = Style::default();
    let usual = sorted(&style);
    for _ in 0..style.item.len() {
        style.item.rotate_left(1);
        style.decided.rotate_left(1);
        assert_eq!(sorted(&style), usual);
    }
}

#[test]
fn the_head_stands_in_the_order_of_the_house() {
    let mut scene = Scene::new(agenda(vec![item("1", "Apologies for absence", ItemKind::Apologies)]));
    scene.presence("leigh", Presence::Present);
    scene.presence("jones", Presence::Apologies);
    scene.presence("preston", Presence::Present);
    scene.sitting(Sitting::Sitting);
    scene.visit("1");
    let head = |style: &Style| -> Vec<String> {
        let build = Build::new(scene.state(), style);
        build.head().iter().map(spelt).collect()
    };
    let usual = head(&Style::default());
    let place = |text: &str, printed: &[String]| printed.iter().position(|line| line.contains(text));
    assert!(place("Leigh", &usual) < place("Preston", &usual), "{usual:?}");
    assert_eq!(place("Jones", &usual), None);
    let style =
        house("head = [\"marks\", \"title\", \"corrections\", \"others\", \"members\", \"apologies\", \"times\"]");
    let printed = head(&style);
    assert!(place("Preston", &printed) < place("Leigh", &printed), "{printed:?}");
    assert!(place("Leigh", &printed) < place("Jones", &printed), "{printed:?}");
    // They are not said twice.
    assert_eq!(item_text(&scene, &style, "1").len(), 1);
}

#[test]
fn decisions_stand_under_the_heading_in_the_kinds_of_item_that_have_it() {
    let plan = || decided(ItemKind::Plan);
    let heads = |scene: &Scene, style: &Style| item_text(scene, style, "1").contains(&"ACTION".to_owned());
    assert!(heads(&plan(), &Style::default()));
    let style = house("decision-headings = [\"report\"]");
    assert!(!heads(&plan(), &style));
    assert!(heads(&decided(ItemKind::Report), &style));
    assert!(!heads(&decided(ItemKind::Report), &house("decision-headings = []")));
}

#[test]
fn substitutes_stand_under_an_item_of_their_own() {
    let items = || vec![item("1", "Apologies", ItemKind::Apologies), item("2", "Substitutes", ItemKind::Substitutes)];
    let begun = |substitute: bool| {
        let mut scene = Scene::new(agenda(items()));
        scene.presence("jones", Presence::Apologies);
        if substitute {
            scene.substitute("jones", "jamil");
        }
        scene.sitting(Sitting::Sitting);
        scene.visit("1");
        scene
    };
    let stands =
        |scene: &Scene, style: &Style, item: &str| item_text(scene, style, item).join(" ").contains("substitute for");
    let usual = Style::default();
    let mut scene = begun(true);
    assert!(stands(&scene, &usual, "1"), "until the room comes to the item they stand with the apologies");
    scene.visit("2");
    assert!(!stands(&scene, &usual, "1") && stands(&scene, &usual, "2"));
    assert!(!stands(&scene, &house("substitutes-place = \"head\""), "2"), "the head has them");
    let mut none = begun(false);
    none.visit("2");
    none.record("2", Content::Nil);
    assert!(item_text(&none, &usual, "2").contains(&"There were no substitutes.".to_owned()));
}

#[test]
fn an_item_under_which_nothing_is_recorded_says_what_the_house_says() {
    let mut scene = Scene::new(agenda(vec![
        item("1", "Any Other Business", ItemKind::Business),
        item("2", "Close", ItemKind::Business),
    ]));
    let style = house("[style.phrases]\nitem-nothing = \"There was none.\"");
    let says = |scene: &Scene, style: &Style| item_text(scene, style, "1").contains(&"There was none.".to_owned());
    scene.sitting(Sitting::Sitting);
    scene.visit("1");
    assert!(!says(&scene, &style), "while the room is at it, it may still come");
    scene.visit("2");
    assert!(says(&scene, &style) && !says(&scene, &Style::default()));
    assert_eq!(item_text(&scene, &Style::default(), "1").len(), 1, "a heading alone, which the closing list tells of");
    scene.record("1", Content::Nil);
    assert!(!says(&scene, &style));
}
