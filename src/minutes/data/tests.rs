//! The data says what the minutes say.

use super::*;
use crate::meeting::agenda::ItemKind;
use crate::meeting::event::{Event as Happened, Sitting};
use crate::meeting::fact::{Section, Verb};
use crate::minutes::paper::Paper;
use crate::minutes::sample::{Scene, agenda, decided, item, panel_style, point, said};

fn scene() -> Scene {
    let mut scene = Scene::new(agenda(vec![item("1", "Annual “Report” <b>", ItemKind::Report)]));
    scene.sitting(Sitting::Sitting);
    scene.visit("1");
    scene.record("1", point(Section::Discussion, Some("Youth"), vec![said("sharp", "asked about \u{1b}[31mthe fund")]));
    scene.record("1", decided(Verb::Note, "The Panel *agreed* to *note* the report."));
    scene
}

fn json(scene: &Scene) -> serde_json::Value {
    let style = panel_style();
    let sheet = Paper::Minutes.sheet(scene.state(), &style, "DRAFT");
    serde_json::from_slice(&to_json(scene.state(), &style, &sheet, "DRAFT")).unwrap()
}

#[test]
fn items_hold_what_is_printed_under_them_and_decisions_their_words() {
    let data = json(&scene());
    assert_eq!(data["format"], FORMAT);
    assert_eq!(data["mark"], "DRAFT");
    assert_eq!(data["language"], "en-GB");
    let item = &data["items"][0];
    assert_eq!(item["title"], "Annual “Report” <b>");
    assert_eq!(item["kind"], "report");
    assert_eq!(item["state"], "open");
    let point = &item["text"][0];
    assert_eq!(point["block"], "point");
    assert_eq!(point["number"], "1)");
    assert_eq!(point["text"], "Youth – Councillor Sharp asked about the fund.");
    assert_eq!(data["decisions"][0]["text"], "The Panel AGREED to NOTE the report.");
    assert_eq!(data["decisions"][0]["verb"], "note");
    assert_eq!(data["decisions"][0]["item_id"], item["id"]);
}

#[test]
fn people_and_seats_are_told_with_the_names_of_the_standard() {
    let data = json(&scene());
    let person = data["persons"].as_array().unwrap().iter().find(|person| person["id"] == "sharp").unwrap();
    assert_eq!(person["family_name"], "Sharp");
    assert_eq!(person["honorific_prefix"], "Councillor");
    let member = data["memberships"].as_array().unwrap().iter().find(|it| it["person_id"] == "sharp").unwrap();
    assert_eq!(member["role"], "member");
    assert_eq!(member["organization_id"], data["organization"]["id"]);
    let posts = data["posts"].as_array().unwrap();
    assert!(posts.iter().any(|post| post["id"] == member["post_id"]), "{member}");
}

#[test]
fn what_was_struck_out_is_not_in_it() {
    let mut scene = scene();
    let id = scene.record("1", decided(Verb::Agree, "The Panel *agreed* otherwise."));
    assert_eq!(json(&scene)["decisions"].as_array().unwrap().len(), 2);
    scene.event(Happened::Struck { id, because: "a slip".to_owned() });
    let data = json(&scene);
    assert_eq!(data["decisions"].as_array().unwrap().len(), 1);
    assert!(!data.to_string().contains("otherwise"), "{data}");
}
