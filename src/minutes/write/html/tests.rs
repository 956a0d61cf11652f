//! The page as a browser reads it.

use proptest::prelude::*;
use scraper::{ElementRef, Node, Selector};

use super::*;
use crate::minutes::block::{Cell, Emphasis};
use crate::minutes::sheet::Foot;
use crate::minutes::write::tests::{line, part, text};

/// What holds the words of a page.
const LEAVES: &str = "h1, h2, h3, h4, h5, h6, p, dt, dd, li, th, td";

fn parsed(html: &str) -> scraper::Html {
    let page = scraper::Html::parse_document(html);
    assert!(page.errors.is_empty(), "{:?}", page.errors);
    page
}

fn all<'a>(page: &'a scraper::Html, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).unwrap();
    page.root_element().select(&selector).collect()
}

/// The text of an element; paragraphs and breaks in it are lines.
fn words(element: ElementRef<'_>) -> String {
    let mut text = String::new();
    for node in element.descendants().skip(1) {
        match node.value() {
            Node::Text(words) => text.push_str(words),
            Node::Element(inner) if inner.name() == "br" => text.push('\n'),
            Node::Element(inner) if inner.name() == "p" && node.prev_sibling().is_some() => text.push('\n'),
            _ => {}
        }
    }
    text
}

/// The texts of a page, in order.
fn read(html: &str) -> Vec<String> {
    let page = parsed(html);
    let leaves = all(&page, LEAVES).into_iter();
    let inside = |leaf: &ElementRef<'_>| leaf.ancestors().any(|node| node.value().as_element().is_some_and(is_cell));
    leaves.filter(|leaf| !inside(leaf)).map(words).filter(|text| !text.trim().is_empty()).collect()
}

fn is_cell(element: &scraper::node::Element) -> bool {
    matches!(element.name(), "td" | "th")
}

/// The text of some runs, each made harmless by itself.
fn plain(line: &Line) -> String {
    line.iter().map(|run| harmless(&run.text).into_owned()).collect()
}

/// The texts of a block, in order.
fn texts(part: &Part) -> Vec<String> {
    let joined = |marker: &str, line: &Line| {
        if marker.is_empty() { plain(line) } else { format!("{} {}", harmless(marker), plain(line)) }
    };
    let cell = |cell: &Cell| cell.iter().map(plain).collect::<Vec<_>>().join("\n");
    match part {
        Part::Notice(text) | Part::DecisionHeading(text) | Part::Subheading(text) | Part::Signature(text) => {
            vec![text.clone()]
        }
        Part::Title(lines) => vec![lines.join("\n")],
        Part::Attendance { label, lines } => std::iter::once(label.clone()).chain(lines.iter().map(plain)).collect(),
        Part::Heading { number, text, .. } => vec![format!("{number} {text}").trim().to_owned()],
        Part::Paragraph(line)
        | Part::Times(line)
        | Part::Decision { line, .. }
        | Part::Quote(line)
        | Part::Bullet(line) => {
            vec![plain(line)]
        }
        Part::ListItem { marker, line } | Part::ToWriteUp { marker, line } => vec![joined(marker, line)],
        Part::Table(table) => table.columns.iter().cloned().chain(table.rows.iter().flatten().map(cell)).collect(),
    }
}

fn kept(text: &str) -> Option<String> {
    let kept = harmless(text).into_owned();
    (!kept.trim().is_empty()).then_some(kept)
}

fn written(parts: &[Part]) -> String {
    Html.to_text(parts.iter().cloned().map(Block::of))
}

fn point(marker: &str, text: &str) -> Part {
    Part::ListItem { marker: marker.to_owned(), line: vec![Run::plain(text)] }
}

#[test]
fn markers_are_text_as_they_are_printed() {
    let markers = ["1)", "(a)", "i.", "17.3", "3)", "a", "§ 4"];
    let parts = markers.map(|marker| point(marker, "was said"));
    let page = parsed(&written(&parts));
    assert_eq!(all(&page, "main > ol > li").len(), markers.len(), "one list holds them all");
    for (item, marker) in all(&page, "li").into_iter().zip(markers) {
        assert_eq!(words(item), format!("{marker} was said"));
        assert_eq!(item.value().attr("value"), None, "what a browser counts would be read as well");
    }
}

#[test]
fn blocks_of_one_list_stand_in_one_element() {
    let bullet = |text: &str| Part::Bullet(vec![Run::plain(text)]);
    let people = |label: &str| Part::Attendance { label: label.into(), lines: vec![vec![Run::plain("Ann Dee")]; 2] };
    let jotting = Part::ToWriteUp { marker: "2)".into(), line: vec![Run::plain("TO WRITE UP: sb roads")] };
    let apart = Part::Paragraph(vec![Run::plain("Then")]);
    let page = parsed(&written(&[
        people("Present:"),
        people("Officers:"),
        point("1)", "a"),
        jotting,
        bullet("b"),
        bullet("c"),
        apart,
        point("1.", "d"),
    ]));
    let count = |selector: &str| all(&page, selector).len();
    assert_eq!((count("dl"), count("dl dt"), count("dl dd")), (1, 2, 4));
    assert_eq!((count("ol"), count("ul"), count("li")), (2, 1, 5));
    assert_eq!(count("ol:first-of-type > li.to-write-up"), 1);
}

#[test]
fn a_page_says_what_it_is() {
    let sheet = Sheet {
        title: "Minutes – A & B".into(),
        language: "cy".into(),
        head: "A </style> \"B\" – DRAFT".into(),
        foot: vec![Foot::Text("Page ".into()), Foot::Page, Foot::Text(" of ".into()), Foot::Pages],
        initials: "Initials: ____".into(),
        ..Sheet::default()
    };
    let parts = [Part::Notice("DRAFT".into()), Part::Title(vec!["MINUTES".into(), "OF A & B".into()])];
    let mut bytes = Vec::new();
    Html.write(&sheet, &mut parts.into_iter().map(Block::of), &mut bytes).unwrap();
    let html = String::from_utf8(bytes).unwrap();
    let page = parsed(&html);
    assert_eq!(page.root_element().value().attr("lang"), Some("cy"));
    assert_eq!(words(all(&page, "head > title")[0]), "Minutes – A & B");
    assert_eq!(words(all(&page, "body > header > h1")[0]), "MINUTES\nOF A & B");
    assert_eq!(words(all(&page, "body > header > p.notice")[0]), "DRAFT");
    assert_eq!(words(all(&page, "body > footer > p")[0]), sheet.head);
    let style = words(all(&page, "head > style")[0]);
    assert!(style.contains("@bottom-right { content: \"Page \" counter(page) \" of \" counter(pages); }"), "{style}");
    assert!(style.contains(r#"{ content: "A \3c \2f style\3e  \22 B\22  – DRAFT"; }"#), "{style}");
    assert_eq!(all(&page, "style").len(), 1);
}

#[test]
fn a_table_has_a_name_and_headings_of_columns() {
    let cell = |text: &str| vec![vec![Run::plain(text)]];
    let table = Table {
        name: "Undertakings".into(),
        columns: vec!["WHO".into(), String::new()],
        rows: vec![vec![vec![vec![Run::plain("a")], vec![Run::plain("b")]], cell("x".repeat(80).as_str())]],
    };
    let html = written(&[Part::Table(table)]);
    let page = parsed(&html);
    assert_eq!(words(all(&page, "table > caption")[0]), "Undertakings");
    assert_eq!(all(&page, "table > thead > tr > th[scope=col]").len(), 1, "no heading without words");
    let cells: Vec<String> = all(&page, "tbody td").into_iter().map(words).collect();
    assert_eq!(cells, ["a\nb".to_owned(), "x".repeat(80)]);
    assert_eq!(all(&page, "tbody wbr").len(), 4, "a long word may be broken");
}

#[test]
fn emphasis_and_drafts_are_in_the_structure() {
    let line = vec![
        Run::plain("The Panel "),
        Run { text: "AGREED".into(), emphasis: Emphasis::Strong },
        Run { text: " (noting)".into(), emphasis: Emphasis::Italic },
    ];
    let draft = Part::Decision { line: vec![Run::plain("DRAFT DECISION: to note")], taken: false };
    let page = parsed(&written(&[Part::Decision { line, taken: true }, draft]));
    assert_eq!(words(all(&page, "p.decision > strong")[0]), "AGREED");
    assert_eq!(words(all(&page, "p.decision > em")[0]), " (noting)");
    assert_eq!(all(&page, "p.draft").len(), 1);
}

#[test]
fn text_runs_as_most_of_its_letters_do() {
    let texts = ["שלום to לכולם", "דוד לוי, the Clerk & Treasurer", "said hello", "12 (3)"];
    let page = parsed(&written(&texts.map(|text| Part::Paragraph(vec![Run::plain(text)]))));
    let directions: Vec<_> = all(&page, "main p").iter().map(|p| p.value().attr("dir")).collect();
    assert_eq!(directions, [Some("rtl"), None, None, None]);
}

proptest! {
    #[test]
    fn a_browser_reads_the_words_that_were_written(parts in proptest::collection::vec(part(), 0..6)) {
        let html = written(&parts);
        prop_assert_eq!(harmless(&html), html.as_str());
        let wanted: Vec<String> = parts.iter().flat_map(texts).filter_map(|text| kept(&text)).collect();
        prop_assert_eq!(read(&html), wanted);
    }

    #[test]
    fn headings_begin_with_one_title_and_skip_no_level(parts in proptest::collection::vec(part(), 0..8)) {
        let sheet = Sheet { title: "Minutes".into(), ..Sheet::default() };
        let mut bytes = Vec::new();
        Html.write(&sheet, &mut parts.into_iter().map(Block::of), &mut bytes).unwrap();
        let html = String::from_utf8(bytes).unwrap();
        let page = parsed(&html);
        let levels: Vec<u8> =
            all(&page, "h1, h2, h3, h4, h5, h6").iter().map(|heading| heading.value().name().as_bytes()[1] - b'0').collect();
        prop_assert!(levels[0] == 1 && all(&page, "h1").len() == 1, "{levels:?}");
        prop_assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
        prop_assert!(all(&page, "h1, h2, h3, h4, h5, h6").into_iter().all(|heading| !words(heading).trim().is_empty()));
    }

    #[test]
    fn nothing_leads_out_of_the_properties(words in text(), line in line()) {
        let sheet = Sheet {
            title: words.clone(),
            language: words.clone(),
            head: words.clone(),
            foot: vec![Foot::Text(words.clone())],
            initials: words,
            ..Sheet::default()
        };
        let mut bytes = Vec::new();
        Html.write(&sheet, &mut [Block::of(Part::Paragraph(line))].into_iter(), &mut bytes).unwrap();
        let html = String::from_utf8(bytes).unwrap();
        let page = parsed(&html);
        prop_assert_eq!(all(&page, "head > *").len(), 4);
        prop_assert_eq!(all(&page, "body > header, body > main, body > footer").len(), all(&page, "body > *").len());
    }
}
