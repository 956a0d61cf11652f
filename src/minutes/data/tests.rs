//! The data says what the minutes say.

use super::*;
use crate::meeting::agenda::{ItemKind, Pledge, Topic};
use crate::meeting::event::{Event as Happened, Sitting};
use crate::meeting::fact::{Content, Section, Update, Verb};
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
fn what_was_reviewed_is_told_with_what_was_heard_of_it() {
    let origin = Origin {
        meeting: chrono::NaiveDate::from_ymd_opt(2023, 3, 15).unwrap(),
        time: None,
        fact: None,
        pledge: Pledge::Undertaking,
        minute: Some("9(1)".into()),
        item: None,
        text: "circulate the plan".into(),
    };
    let topic = Topic { owner: Some("The Clerk".into()), origin: Some(origin), ..Topic::titled("Plan") };
    let topics = vec![topic, Topic::titled("Logo")];
    let mut scene = Scene::new(agenda(vec![item("1", "Review of Actions", ItemKind::Review { topics })]));
    scene.sitting(Sitting::Sitting);
    scene.visit("1");
    let heard = |topic: &str, text: &str, standing| {
        Content::Update(Update { topic: topic.into(), text: text.into(), standing })
    };
    scene.record("1", heard("Plan", "It went out.", Some(Standing::Done)));
    let data = json(&scene);
    let [plan, logo] = data["reviewed"].as_array().unwrap().as_slice() else { panic!("{data}") };
    assert_eq!((&plan["meeting"], &plan["text"]), (&"2023-03-15".into(), &"circulate the plan".into()));
    assert_eq!((&plan["standing"], &plan["updates"][0]["text"]), (&"done".into(), &"It went out.".into()));
    assert_eq!((&logo["title"], &logo["standing"]), (&"Logo".into(), &"open".into()));
    assert_eq!(
        data["actions"].as_array().unwrap().len(),
        0,
        "what was promised elsewhere is no action of this meeting"
    );
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
