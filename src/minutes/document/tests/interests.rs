//! Interests and departures for them, in the manner of the house.

use super::*;

fn declare(person: &str, kind: &str, items: &[&str], nature: Option<&str>) -> Declaration {
    Declaration {
        items: items.iter().map(|id| (*id).into()).collect(),
        kind: Some(kind.to_owned()),
        nature: nature.map(str::to_owned),
        ..Declaration::new(person.into())
    }
}

/// A meeting with declarations, one of every sort.
fn scene() -> Scene {
    let items = vec![
        item("1", "Declarations of Interest", ItemKind::Declarations),
        item("2", "Bridges", ItemKind::Report),
        item("3", "Ferries", ItemKind::Business),
    ];
    let mut scene = Scene::new(agenda(items));
    scene.visit("1");
    let all = Declaration { all: true, ..declare("jones", "personal", &[], Some("he is the Mayor")) };
    let terms = Some("to speak and vote".to_owned());
    let allowed = Declaration { dispensation: terms, ..declare("gowing", "pecuniary", &["3"], Some("he owns one.")) };
    let hidden = Declaration { sensitive: true, ..declare("bradnam", "pecuniary", &["2"], None) };
    let part = Declaration { part: Some("the grant".into()), ..declare("leigh", "other", &["2"], Some("a trustee")) };
    let officer = declare("webb", "pecuniary", &["3"], Some("it is about her post"));
    scene.record("1", Content::Nil);
    for it in
        [declare("sharp", "personal", &["3", "2"], Some("his son works there")), all, allowed, hidden, part, officer]
    {
        scene.record("1", Content::Declaration(it));
    }
    scene
}

fn styled(text: &str) -> Style {
    let (style, problems) = Style::read("style", &format!("[style]\n{text}"));
    assert!(problems.is_empty(), "{problems}");
    style
}

#[test]
fn in_prose_each_has_a_sentence() {
    assert_eq!(
        item_text(&scene(), &Style::default(), "1")[1..],
        [
            "Councillor Sharp declared a personal interest in item 3 (Ferries) and item 2 (Bridges) as his son works there.",
            "Councillor Jones declared a personal interest in all the business of the meeting as he is the Mayor.",
            "Councillor Gowing declared a pecuniary interest in item 3 (Ferries) as he owns one. (Councillor Gowing had been \
             granted a dispensation to speak and vote.)",
            "Councillor Bradnam declared a pecuniary interest in item 2 (Bridges), the nature of which is sensitive.",
            "Edward Leigh declared another interest in item 2 (Bridges), the grant as a trustee.",
            "Jane Webb, Senior Democratic Services Officer, Police and Crime, declared a pecuniary interest in item 3 \
             (Ferries) as it is about her post.",
        ]
    );
}

#[test]
fn in_a_table_each_has_a_row() {
    let text = item_text(&scene(), &styled("declarations = \"table\""), "1");
    let [_, table] = &text[..] else { panic!("{text:#?}") };
    let rows: Vec<&str> = table.split(" // ").collect();
    assert_eq!(rows[0], "NAME | ITEM | INTEREST | REASON");
    assert_eq!(rows[1], "Councillor Sharp | Item 3 (Ferries) and item 2 (Bridges) | Personal | His son works there");
    assert_eq!(rows[4], "Councillor Bradnam | Item 2 (Bridges) | Pecuniary | Sensitive interest");
    assert_eq!(rows.len(), 7);
}

#[test]
fn by_item_each_stands_under_its_headings() {
    let text = item_text(&scene(), &styled("declarations = \"by-item\""), "1");
    assert_eq!(
        text[1..7],
        [
            "All the business of the meeting",
            "Councillor Jones declared a personal interest as he is the Mayor.",
            "Item 2 – Bridges",
            "Councillor Sharp declared a personal interest as his son works there.",
            "Councillor Bradnam declared a pecuniary interest, the nature of which is sensitive.",
            "Edward Leigh declared another interest as a trustee.",
        ]
    );
    assert_eq!(text[7], "Item 3 – Ferries");
    assert_eq!(text.len(), 11);
}

#[test]
fn who_leaves_for_the_item_is_said_to_have_taken_no_part() {
    let mut scene = scene();
    let free =
        Declaration { consequence: Some(Consequence::SpeakThenLeave), ..declare("tyler", "other", &["2"], None) };
    scene.record("1", Content::Declaration(free));
    scene.visit("2");
    scene.record("2", point(Section::Discussion, None, vec![said("tyler", "asked for a bridge")]));
    for (who, because) in [("sharp", None), ("tyler", None), ("webb", Some("it was about her post"))] {
        let people = vec![who.into()];
        let (because, for_item) = (because.map(str::to_owned), Some("2".into()));
        let movement = Movement { because, for_item, ..Movement::new(Move::Left, people) };
        scene.record("2", Content::Movement(movement));
    }
    assert_eq!(
        item_text(&scene, &Style::default(), "2")[2..],
        [
            "Councillor Sharp left the meeting for the item and took no part in the discussion or the vote.",
            "Having spoken, Councillor Tyler left the meeting and did not vote on the item.",
            "Jane Webb left the meeting while the item was considered because it was about her post.",
        ]
    );
}
