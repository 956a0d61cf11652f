//! Formal business word for word, items and tables.

use chrono::NaiveTime;

use crate::meeting::agenda::{ItemKind, Office, PlanEntry};
use crate::meeting::event::{Presence, Sitting};
use crate::meeting::fact::*;
use crate::meeting::id::FactId;
use crate::minutes::block::{Block, Part, plain};
use crate::minutes::sample::*;
use crate::minutes::style::{Marker, Style};

use super::*;

mod blocks;
mod forms;
mod interests;
mod papers;
mod tables;
mod walk;
mod words;

/// The text of a block, its runs put together.
fn spelt(block: &Block) -> String {
    match &block.part {
        Part::Notice(text) | Part::DecisionHeading(text) | Part::Subheading(text) | Part::Signature(text) => {
            text.clone()
        }
        Part::Title(lines) => lines.join(" / "),
        Part::Attendance { label, lines } => {
            format!("{label} {}", lines.iter().map(|line| plain(line)).collect::<Vec<_>>().join(" / "))
        }
        Part::Heading { number, text, .. } => format!("{number} {text}"),
        Part::ListItem { marker, line } | Part::ToWriteUp { marker, line } => format!("{marker} {}", plain(line)),
        Part::Bullet(line) => format!("- {}", plain(line)),
        Part::Paragraph(line) | Part::Quote(line) | Part::Decision { line, .. } | Part::Times(line) => plain(line),
        Part::Table(table) => {
            let cell = |cell: &Vec<Line>| cell.iter().map(|line| plain(line)).collect::<Vec<_>>().join(" / ");
            let row = |row: &Vec<Vec<Line>>| row.iter().map(cell).collect::<Vec<_>>().join(" | ");
            let rows = table.rows.iter().map(row);
            std::iter::once(table.columns.join(" | ")).chain(rows).collect::<Vec<_>>().join(" // ")
        }
    }
}

fn item_text(scene: &Scene, style: &Style, item: &str) -> Vec<String> {
    item_blocks(scene.state(), style, &item.into()).map(|block| spelt(&block)).collect()
}

fn one_item(kind: ItemKind) -> Scene {
    let mut scene = Scene::new(agenda(vec![item("1", "The Item", kind)]));
    scene.sitting(Sitting::Sitting);
    scene.visit("1");
    scene
}

/// What one fact under an item of a kind becomes, in the panel's style.
fn printed(kind: ItemKind, content: Content) -> Vec<String> {
    let mut scene = one_item(kind);
    scene.record("1", content);
    item_text(&scene, &panel_style(), "1").split_off(1)
}

fn nominated(scene: &mut Scene, item: &str, office: Office, (nominee, mover, seconder): (&str, &str, &str)) -> FactId {
    let absent = scene.state().presence(&nominee.into()) != Presence::Present;
    let proposal = Proposal::Appointment { office, nominee: nominee.into(), absent };
    let (mover, seconder) = (Some(mover.into()), Some(seconder.into()));
    scene.record(item, Content::Motion(Motion { mover, seconder, fate: Fate::Carried, ..Motion::new(proposal) }))
}

fn elected(scene: &mut Scene, item: &str, office: Office, presiding: &str, who: (&str, &str, &str)) {
    let nominations = vec![nominated(scene, item, office, who)];
    scene.office(office, who.0);
    let (presiding, elected) = (Some(presiding.into()), Some(who.0.into()));
    scene.record(item, Content::Election(Election { office, nominations, presiding, rounds: vec![], elected }));
}

/// The formal part of 19 July 2023.
fn july() -> Scene {
    let mut complaints = item(
        "8",
        "Public Complaints",
        ItemKind::Complaints { year: Some("2022/23".into()), received: None, outcomes: Vec::new() },
    );
    complaints.offer = Some("note-item".into());
    let mut report = item("9", "Police and Crime Commissioner's Annual Report", ItemKind::Report);
    report.paper.receives = Some("details of the mechanisms".into());
    report.paper.subject = Some("the draft Annual Report".into());
    report.paper.document = Some("the Police and Crime Commissioner's Annual Report for 2022/23".into());
    report.paper.presenters = vec!["preston".into()];
    report.paper.answers = Some("commissioner".into());
    report.offer = Some("agree-document".into());
    let mut papers = agenda(vec![
        item("1", "Election of Chair", ItemKind::Election { office: Office::Chair }),
        item("2", "Election of Vice Chair", ItemKind::Election { office: Office::ViceChair }),
        item("3", "Apologies for Absence", ItemKind::Apologies),
        complaints,
        report,
        item("14", "Meeting Dates and Agenda Plan", ItemKind::Plan),
    ]);
    papers.plan = vec![PlanEntry {
        date: Some(date(2023, 9, 13)),
        time: NaiveTime::from_hms_opt(13, 30, 0),
        kind: None,
        label: None,
        venue: vec!["Civic Suite".into(), "Huntingdon".into()],
        items: vec!["Public Questions".into(), "High Harms Board".into()],
    }];
    let mut scene = Scene::new(papers);
    for absent in ["jones", "ferguson", "varkey", "wallwork"] {
        scene.presence(absent, Presence::Apologies);
    }
    scene.substitute("jones", "jamil");
    scene.substitute("wallwork", "foice-beard");
    scene.substitute("varkey", "gilderdale");
    let order =
        ["gilderdale", "bradnam", "barkham", "sharp", "gowing", "jamil", "leeming", "foice-beard", "leigh", "george"];
    for present in order.into_iter().chain(["webb", "omoregie", "preston", "haylett"]) {
        scene.presence(present, Presence::Present);
    }
    scene.sitting(Sitting::Sitting);
    scene.visit("1");
    elected(&mut scene, "1", Office::Chair, "webb", ("george", "leigh", "jamil"));
    scene.visit("2");
    elected(&mut scene, "2", Office::ViceChair, "george", ("jones", "jamil", "barkham"));
    scene.visit("3");
    scene.visit("8");
    scene.record("8", Content::Nil);
    scene.record("8", decided(Verb::Note, "The Panel *NOTED* the item"));
    scene
}

#[test]
fn the_head_of_july_2023_word_for_word() {
    let mut scene = july();
    scene.later(142);
    scene.sitting(Sitting::Closed);
    let style = panel_style();
    let all: Vec<String> = minutes(scene.state(), &style).map(|block| spelt(&block)).collect();
    for wanted in [
        "DRAFT",
        "MINUTES OF A MEETING OF THE / CAMBRIDGESHIRE POLICE AND CRIME PANEL / ON 19 JULY 2023",
        "Members Present: Claire George (Chair), Councillors A Gilderdale, A Bradnam, S Barkham, A Sharp, J Gowing, M Jamil, \
         H Leeming, L Foice-Beard, and Edward Leigh.",
        "Officers Present: Jane Webb Senior Democratic Services Officer, Police and Crime, Peterborough City Council / \
         Adesuwa Omoregie Monitoring Officer, Peterborough City Council",
        "Others Present: Darryl Preston Cambridgeshire Police and Crime Commissioner / Jim Haylett Chief Executive OPCC \
         (Office of Police Crime Commissioner)",
        "1. Election of Chair",
        "The Senior Democratic Services Officer asked for nominations for the role of Chair. Claire George was nominated by \
         Edward Leigh and seconded by Councillor Jamil. There were no other nominations and therefore Claire George was \
         appointed Chair for the municipal year 2023/24.",
        "The Chair asked for nominations for the role of Vice Chair. Councillor Dennis Jones (in his absence) was nominated \
         by Councillor Jamil and seconded by Councillor Barkham. There were no other nominations and therefore Councillor \
         Dennis Jones was appointed Vice Chair for the municipal year 2023/24.",
        "Apologies were received from Councillors Jones, Ferguson, Varkey, and Wallwork. Councillor Jamil was in attendance \
         as substitute for Councillor Jones. Councillor Foice-Beard was in attendance as substitute for Councillor Wallwork. \
         Councillor Gilderdale was in attendance as substitute for Councillor Varkey.",
        "During the year 2022/23 no public complaints were received that met the criteria for recording concerning the \
         Commissioner.",
        "ACTION",
        "The Panel NOTED the item",
        "ITEM | ACTION // 1. Public Complaints | The Panel NOTED the item",
        "The meeting began at 2:00pm and ended at 4:22pm",
        "CHAIR",
    ] {
        assert!(all.iter().any(|text| text == wanted), "missing: {wanted}\nin: {all:#?}");
    }
    assert_eq!(all.iter().filter(|text| text.contains('?')).count(), 0, "{all:#?}");
}

#[test]
fn the_plan_stands_in_its_item_before_what_is_decided_on_it() {
    let mut scene = july();
    scene.visit("14");
    scene.record("14", decided(Verb::Note, "The Panel *NOTED* the forthcoming meeting dates."));
    assert_eq!(
        item_text(&scene, &panel_style(), "14"),
        [
            "14. Meeting Dates and Agenda Plan",
            "DATES | ITEMS // 13 SEPTEMBER 2023 1:30pm / Civic Suite / Huntingdon | Public Questions / High Harms Board",
            "ACTION",
            "The Panel NOTED the forthcoming meeting dates.",
        ]
    );
}

#[test]
fn a_report_from_its_opening_to_its_decision() {
    let mut scene = july();
    scene.visit("9");
    let lead_in = |section, by| Content::LeadIn(LeadIn { section, by });
    scene.record("9", lead_in(Section::Highlights, Speaker::Person("preston".into())));
    scene.record("9", point(Section::Highlights, Some("Youth Fund"), vec![said("preston", "was proud of it")]));
    scene.record("9", lead_in(Section::Discussion, Speaker::Party("commissioner".into())));
    let turns = vec![said("barkham", "asked about fox hunting."), said("preston", "explained the team")];
    scene.record("9", point(Section::Discussion, None, turns));
    let unknown = Turn { speaker: Speaker::Unknown, text: "asked about bikes".into() };
    scene.record("9", point(Section::Discussion, None, vec![unknown]));
    scene.record("9", Content::Note(Note { text: "secret".into() }));
    scene.record("9", Content::Mark(TimeMark::default()));
    scene.record("9", decided(Verb::Agree, "The Panel *AGREED* to the Report"));
    scene.record("9", decided(Verb::Note, "It was *NOTED* too"));
    let people = vec!["preston".into(), "haylett".into()];
    let party = Some("commissioner".into());
    scene.record("9", Content::Movement(Movement { party, ..Movement::new(Move::Left, people) }));
    assert_eq!(
        item_text(&scene, &panel_style(), "9"),
        [
            "9. Police and Crime Commissioner's Annual Report",
            "The Panel received details of the mechanisms.",
            "The Commissioner highlighted several points from the report:",
            "1. Youth Fund – The Commissioner was proud of it.",
            "The Panel made comment, asked questions, and received responses from the Commissioner and his staff regarding \
             the draft Annual Report, these included:",
            "1) Councillor Barkham asked about fox hunting. The Commissioner explained the team.",
            "2) ? asked about bikes.",
            "ACTION",
            "The Panel AGREED to the Report",
            "It was NOTED too",
            "(THE COMMISSIONER AND HIS STAFF LEFT THE MEETING)",
        ]
    );
}

#[test]
fn undertakings_name_owner_and_point() {
    let mut scene = one_item(ItemKind::Report);
    let from = Some(scene.record("1", point(Section::Discussion, None, vec![said("preston", "would look")])));
    let owner = Some(Owner::Person("preston".into()));
    let due = Some("next meeting".to_owned());
    scene.record(
        "1",
        Content::Action(Action { text: "Circulate the plan".into(), owner, due, from, standing: Standing::Open }),
    );
    let tables: Vec<String> = actions(scene.state(), &panel_style()).map(|block| spelt(&block)).collect();
    assert_eq!(
        tables.last().map(String::as_str),
        Some("UNDERTAKING | OWNER | DUE | MINUTE // Circulate the plan | The Commissioner | next meeting | 1(1)")
    );
    let lettered = Style { discussion: Marker::like("a)").unwrap(), ..panel_style() };
    let tables: Vec<String> = actions(scene.state(), &lettered).map(|block| spelt(&block)).collect();
    assert!(
        tables.last().is_some_and(|table| table.ends_with("| 1(a)")),
        "as the point stands on the page: {tables:?}"
    );
    assert_eq!(from.and_then(|id| reference(scene.state(), &panel_style(), id)).as_deref(), Some("1(1)"));
}

#[test]
fn a_correction_of_attendance_leaves_no_trace_in_the_head() {
    let mut scene = july();
    scene.presence("tyler", Presence::Present);
    scene.presence("tyler", Presence::Absent);
    let all: Vec<String> = minutes(scene.state(), &panel_style()).map(|block| spelt(&block)).collect();
    assert!(!all.iter().any(|text| text.contains("Tyler")), "{all:#?}");
}

#[test]
fn adjournments_stand_before_the_times() {
    let mut scene = july();
    scene.later(60);
    scene.sitting(Sitting::Adjourned);
    scene.later(10);
    scene.sitting(Sitting::Sitting);
    scene.later(10);
    scene.sitting(Sitting::Closed);
    let all: Vec<String> = minutes(scene.state(), &panel_style()).map(|block| spelt(&block)).collect();
    let wanted = [
        "The meeting was adjourned at 3:00pm. It resumed at 3:10pm.",
        "The meeting began at 2:00pm and ended at 3:20pm",
    ];
    assert!(all.windows(2).any(|pair| pair == wanted), "{all:#?}");
}

#[test]
fn a_party_leaves_for_its_reason_and_an_office_speaks_by_its_name() {
    let mut scene = one_item(ItemKind::Report);
    let turn = Turn { speaker: Speaker::Office(Office::Chair), text: "thanked everybody.".into() };
    scene.record("1", point(Section::Paragraph, None, vec![turn]));
    let (people, party) = (vec!["preston".into()], Some("commissioner".into()));
    let because = Some("of another meeting".to_owned());
    scene.record("1", Content::Movement(Movement { party, because, ..Movement::new(Move::Left, people) }));
    let printed = item_text(&scene, &panel_style(), "1");
    let wanted = [
        "The Chair thanked everybody.",
        "(THE COMMISSIONER AND HIS STAFF LEFT THE MEETING BECAUSE OF ANOTHER MEETING)",
    ];
    assert!(printed.ends_with(&wanted.map(str::to_owned)), "{printed:?}");
}

#[test]
fn that_there_was_nothing_is_not_said_beside_what_there_was() {
    let question = PublicQuestion {
        asker: "Ann Hill".into(),
        text: "When?".into(),
        answer: None,
        supplementary: None,
        supplementary_answer: None,
        statement: false,
        notice: false,
    };
    for (kind, content) in [
        (ItemKind::Questions, Content::Question(question)),
        (ItemKind::Business, point(Section::Discussion, None, vec![said("sharp", "spoke.")])),
        (ItemKind::Report, point(Section::Discussion, None, vec![said("sharp", "spoke.")])),
        (ItemKind::Business, decided(Verb::Note, "The Panel *NOTED* it")),
    ] {
        let mut scene = one_item(kind.clone());
        scene.record("1", Content::Nil);
        let nil = item_text(&scene, &panel_style(), "1").pop().unwrap();
        scene.record("1", content);
        assert!(!item_text(&scene, &panel_style(), "1").contains(&nil), "{kind:?}: {nil}");
    }
    let mut noted = one_item(ItemKind::Report);
    noted.record("1", Content::Nil);
    let nil = item_text(&noted, &panel_style(), "1").pop().unwrap();
    noted.record("1", decided(Verb::Note, "The Panel *NOTED* it"));
    assert!(item_text(&noted, &panel_style(), "1").contains(&nil), "to note a report is no discussion of it");
}
