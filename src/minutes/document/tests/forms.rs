//! The forms that a house may choose from.

use std::collections::BTreeSet;

use super::*;

/// The default style with what `settings` and `phrases` say.
fn house(settings: &str, phrases: &str) -> Style {
    let (style, problems) = Style::read("s", &format!("[style]\n{settings}\n[style.phrases]\n{phrases}\n"));
    assert_eq!(problems.to_string(), "");
    style
}

fn counted(method: Method) -> Take {
    let tally = Some(Tally { yes: 2, no: 1, abstained: 0, not_voting: 0 });
    Take { tally, ..Take::uncounted(method, true, Circumstances::default()) }
}

fn carried(words: &str, take: Take) -> Scene {
    let mut scene = Scene::new(agenda(vec![item("1", "Report", ItemKind::Report)]));
    let motion = Motion {
        mover: Some("sharp".into()),
        seconder: Some("leigh".into()),
        versions: vec![Version { words: words.into(), at: start() }],
        takes: vec![take],
        fate: Fate::Carried,
        ..Motion::new(Proposal::Substantive)
    };
    let motion = scene.record("1", Content::Motion(motion));
    let versions = vec![Version { words: words.into(), at: start() }];
    let basis = Some(Basis::Motion { motion });
    scene.record("1", Content::Decision(Decision { versions, basis, ..Decision::default() }));
    scene
}

#[test]
fn a_decision_stands_as_the_house_has_it() {
    let words = "That the report be *NOTED*.";
    for (settings, phrases, wanted) in [
        (
            "motions = \"brackets\"",
            "",
            &[
                "ACTION",
                "RESOLVED: That the report be NOTED (Proposed by Councillor Sharp and seconded by Edward Leigh) (2 for, \
                 1 against).",
            ][..],
        ),
        (
            "motions = \"brackets\"\nbrackets = \"after\"",
            "decision-heading = \"\"\nresolved = \"Resolved:- {words}\"\nin-brackets = \"– {text}\"",
            &["Resolved:- That the report be NOTED. – Proposed by Councillor Sharp and seconded by Edward Leigh – 2 \
                 for, 1 against"],
        ),
        (
            "motions = \"brackets\"\nbrackets = \"below\"",
            "decision-heading = \"RESOLVED\"\nresolved = \"{words}\"\nvotes = \"{yes_votes} to {no:words}\"",
            &[
                "RESOLVED",
                "That the report be NOTED.",
                "(Proposed by Councillor Sharp and seconded by Edward Leigh) (2 votes to one)",
            ],
        ),
        (
            "motions = \"brackets\"\nverbs = \"plain\"",
            "decision-heading = \"\"\nresolved = \"[{moved}, it was ]*AGREED* {words:lower}[ ({votes})]\"\nmoved-brackets = \"Moved by {mover:formal}\"",
            &["Moved by Councillor Sharp, it was AGREED that the report be NOTED. (2 for, 1 against)"],
        ),
        ("motions = \"silent\"", "decision-heading = \"\"", &["RESOLVED: That the report be NOTED."]),
    ] {
        let style = house(settings, phrases);
        assert_eq!(&item_text(&carried(words, counted(Method::Vote)), &style, "1")[1..], wanted, "{settings}");
    }
}

#[test]
fn how_it_was_agreed_stands_where_the_house_has_it() {
    let mut scene = Scene::new(agenda(vec![item("1", "Report", ItemKind::Report)]));
    let basis = Some(Basis::Declared { method: Method::Unanimous, room: Circumstances::default() });
    let versions = vec![Version { words: "That the minutes be signed".into(), at: start() }];
    scene.record("1", Content::Decision(Decision { versions, basis, ..Decision::default() }));
    let style = house("", "decision-heading = \"\"\nresolved = \"[{how:caps} ]RESOLVED: {words}\"");
    assert_eq!(item_text(&scene, &style, "1")[1], "UNANIMOUSLY RESOLVED: That the minutes be signed.");
}

#[test]
fn counts_stand_in_lines_or_in_a_table() {
    let scene = carried("That it be noted.", counted(Method::Vote));
    let lines = house("votes = \"lines\"\nmotions = \"brackets\"", "decision-heading = \"\"\nmoved-brackets = \"\"");
    assert_eq!(
        &item_text(&scene, &lines, "1")[1..],
        ["RESOLVED: That it be noted.", "For: 2", "Against: 1", "Abstentions: 0"]
    );
    let votes = [("sharp", Way::For), ("gowing", Way::Against), ("leigh", Way::For)];
    let votes = votes.map(|(person, way)| Vote { person: person.into(), way }).to_vec();
    let named = carried("That it be noted.", Take { votes, ..counted(Method::Names) });
    let table = house("votes = \"table\"\nmotions = \"brackets\"", "decision-heading = \"\"\nmoved-brackets = \"\"");
    let found = item_blocks(named.state(), &table, &"1".into()).find_map(|block| match block.part {
        Part::Table(table) => Some(table),
        _ => None,
    });
    let found = found.unwrap();
    assert_eq!(found.columns, ["FOR", "AGAINST", "ABSTENTIONS"]);
    let cells: Vec<Vec<String>> =
        found.rows.iter().map(|row| row.iter().map(|cell| joined_cell(cell)).collect()).collect();
    assert_eq!(cells, [["2", "1", "0"], ["Councillor Sharp/Edward Leigh", "Councillor Gowing", ""]]);
}

fn joined_cell(cell: &[Line]) -> String {
    cell.iter().map(|line| plain(line)).collect::<Vec<_>>().join("/")
}

#[test]
fn a_decision_in_a_table_has_its_mover_and_its_vote_beside_it() {
    let style = house("decision-form = \"table\"\nmotions = \"brackets\"", "decision-heading = \"\"");
    let scene = carried("That it be noted.", counted(Method::Vote));
    let table = item_blocks(scene.state(), &style, &"1".into()).find_map(|block| match block.part {
        Part::Table(table) => Some(table),
        _ => None,
    });
    let row: Vec<String> = table.unwrap().rows[0].iter().map(|cell| joined_cell(cell)).collect();
    let moved = "Proposed by Councillor Sharp and seconded by Edward Leigh";
    assert_eq!(row, ["RESOLVED: That it be noted.", moved, "2 for, 1 against"]);
}

#[test]
fn points_bear_the_number_of_their_item_and_run_on() {
    let mut papers = agenda(vec![item("1", "Report", ItemKind::Report)]);
    papers.first_minute = Some(48);
    let mut scene = Scene::new(papers);
    for section in [Section::Highlights, Section::Discussion, Section::Discussion] {
        scene.record("1", point(section, None, vec![said("sharp", "spoke")]));
    }
    let markers = |style: &Style| -> Vec<String> {
        let blocks = item_blocks(scene.state(), style, &"1".into());
        blocks
            .filter_map(|block| if let Part::ListItem { marker, .. } = block.part { Some(marker) } else { None })
            .collect()
    };
    let settings = "highlights = \"1.1\"\ndiscussion = \"1(a)\"";
    assert_eq!(markers(&house(settings, "")), ["48.1", "48(a)", "48(b)"]);
    let style = house("highlights = \"1.1\"\ndiscussion = \"1.1\"\nrun-on = true", "minute-number = \"PL{number}\"");
    assert_eq!(markers(&style), ["48.1", "48.2", "48.3"]);
    let heading = item_blocks(scene.state(), &style, &"1".into()).next();
    assert!(matches!(heading.unwrap().part, Part::Heading { number, .. } if number == "PL48."));
    let last = scene.state().items().next().unwrap().facts.get(2).copied().unwrap();
    assert_eq!(cited(scene.state(), &style, last).as_deref(), Some("PL48(3)"));
    assert_eq!(reference(scene.state(), &style, last).as_deref(), Some("PL48(3)"), "as it prints");
    assert_eq!(markers(&house("discussion = \"none\"", "")), ["1."], "without a sign there is no list");
}

#[test]
fn minutes_are_numbered_in_the_manner_of_the_house() {
    let mut papers = agenda(vec![item("1", "Report", ItemKind::Report)]);
    papers.first_minute = Some(39);
    let scene = Scene::new(papers);
    for (wording, wanted) in [
        ("{number}", "39"),
        ("{number}/{yy}", "39/23"),
        ("FC{number}/{municipal_yy}", "FC39/23"),
        ("AGc/{number}/{month}/{yy}", "AGc/39/07/23"),
        ("PCP {number}/{municipal_year}", "PCP 39/2023"),
        ("({number})", "(39)"),
        ("{number} of {municipal}", "39 of 2023/24"),
        ("{year}/{number}", "2023/39"),
    ] {
        let style = house("", &format!("minute-number = \"{wording}\""));
        let item = scene.state().items().next().unwrap();
        assert_eq!(minute_number(scene.state(), &style, item), wanted);
    }
}

#[test]
fn whoever_speaks_first_under_an_item_is_named_in_full() {
    let mut scene = Scene::new(agenda(vec![item("1", "A", ItemKind::Report), item("2", "B", ItemKind::Report)]));
    for (under, who) in [("1", "sharp"), ("1", "sharp"), ("1", "preston"), ("2", "sharp")] {
        scene.record(under, point(Section::Discussion, None, vec![said(who, "spoke"), said(who, "went on")]));
    }
    let style = house("first-mention = \"full\"", "");
    assert_eq!(
        &item_text(&scene, &style, "1")[1..],
        [
            "1) Councillor Alan Sharp spoke. Councillor Sharp went on.",
            "2) Councillor Sharp spoke. Councillor Sharp went on.",
            "3) The Commissioner spoke. The Commissioner went on.",
        ]
    );
    assert_eq!(item_text(&scene, &style, "2")[1], "1) Councillor Alan Sharp spoke. Councillor Sharp went on.");
}

#[test]
fn apologies_amendments_and_plans_stand_as_the_house_has_them() {
    let mut papers = agenda(vec![
        item("1", "Apologies", ItemKind::Apologies),
        item("2", "Minutes", ItemKind::Minutes { sets: Vec::new() }),
        item("3", "Plan", ItemKind::Plan),
    ]);
    let date = chrono::NaiveDate::from_ymd_opt(2023, 9, 13);
    papers.plan = vec![PlanEntry {
        date,
        time: None,
        kind: None,
        label: None,
        venue: vec!["Town Hall".into()],
        items: vec!["Budget".into(), "Plan".into()],
    }];
    let mut scene = Scene::new(papers);
    for person in ["sharp", "leigh"] {
        scene.presence(person, Presence::Apologies);
    }
    scene.visit("1");
    scene.visit("3");
    let amendments = ["deletion of “not”", "insertion of “no”"]
        .map(|change| Amendment { cite: String::new(), change: change.into() })
        .to_vec();
    let set = chrono::NaiveDate::from_ymd_opt(2023, 6, 14).unwrap();
    scene.record("2", Content::Minutes(MinutesOutcome { set, accuracy: Accuracy::Amended { amendments } }));
    let style =
        house("apology-list = \"lines\"\namendments = \"(i)\"\nplan = \"sentences\"\nupdates = \"paragraphs\"", "");
    assert_eq!(
        &item_text(&scene, &style, "1")[1..],
        ["Apologies for absence were received from:", "- Councillor Alan Sharp", "- Edward Leigh"]
    );
    assert_eq!(&item_text(&scene, &style, "2")[2..], ["(i) deletion of “not”", "(ii) insertion of “no”"]);
    assert_eq!(&item_text(&scene, &style, "3")[1..], ["Wednesday 13 September 2023, Town Hall: Budget and Plan."]);
}

#[test]
fn another_language_needs_no_word_of_english() {
    let words = "and = \"a\"\nhe = [\"ef\", \"ef\", \"ei\"]\nmonths = [\"Ionawr\", \"Chwefror\", \"Mawrth\", \"Ebrill\", \"Mai\", \
                 \"Mehefin\", \"Gorffennaf\", \"Awst\", \"Medi\", \"Hydref\", \"Tachwedd\", \"Rhagfyr\"]";
    let style = house(&format!("language = \"cy\"\n[style.words]\n{words}"), "follows = \"Yn dilyn {date}.\"");
    let scene = Scene::new(agenda(Vec::new()));
    let fill = Build::new(scene.state(), &style).fill;
    let date = Value::Date(date(2023, 7, 19));
    assert_eq!(fill.text(Phrase::Follows, &[("date", date)]), "Yn dilyn 19 Gorffennaf 2023.");
    assert_eq!(fill.names().join(&["A", "B", "C"].map(str::to_owned)), "A, B a C");
    let sheet = crate::minutes::paper::Paper::Minutes.sheet(scene.state(), &style, "");
    assert_eq!(sheet.language, "cy");
}

/// What the sources compare with or show on the screen only, and print in no minutes.
const NOT_PRINTED: [&str; 4] = ["co-opt", "coopt", "That", "{agenda} (min {minute})"];

#[test]
fn no_word_of_the_minutes_stands_in_the_program() {
    let slots: BTreeSet<&str> =
        Phrase::ALL.iter().flat_map(|phrase| phrase.spec().slots).map(|slot| slot.name).collect();
    let files = std::fs::read_dir("src/minutes/document").unwrap().map(|file| file.unwrap().path());
    let files = files.filter(|path| path.is_file()).chain(["src/minutes/names.rs".into()]);
    for path in files {
        let source = std::fs::read_to_string(&path).unwrap();
        let code = source.lines().take_while(|line| !line.starts_with("mod tests"));
        for line in code.filter(|line| !line.trim_start().starts_with("//") && !line.contains("reason = ")) {
            for literal in line.split('"').skip(1).step_by(2) {
                let bare = without_braces(literal);
                let known = slots.contains(literal) || NOT_PRINTED.contains(&literal);
                assert!(known || !bare.contains(char::is_alphabetic), "{}: \"{literal}\"", path.display());
            }
        }
    }
}

/// A literal without what is put into it, and without line feeds.
fn without_braces(literal: &str) -> String {
    let mut parts = literal.replace("\\n", "");
    while let Some((before, after)) = parts.clone().split_once('{') {
        parts = format!("{before}{}", after.split_once('}').map_or("", |(_, rest)| rest));
    }
    parts
}
