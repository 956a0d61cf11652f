//! HTML, read with a parser that follows the standard.

use scraper::{ElementRef, Html, Node, Selector};

use super::support::{MEETINGS, NASTY, differences, exported, nasty, papers, sample};

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.root_element().select(&Selector::parse(selector).unwrap()).collect()
}

/// The text of an element, a line for each element in it that begins one.
fn text(element: ElementRef<'_>) -> String {
    let mut text = String::new();
    for node in element.descendants() {
        match node.value() {
            Node::Text(words) => text.push_str(words),
            Node::Element(inner) if !matches!(inner.name(), "bdi" | "strong" | "em" | "wbr") => text.push('\n'),
            _ => {}
        }
    }
    text.trim().to_owned()
}

/// The words that are printed: not the names of tables, nor what runs along the pages.
fn printed(html: &str) -> String {
    let page = Html::parse_document(html);
    let mut printed = String::new();
    for part in all(&page, "body > header, body > main > *") {
        let captions: String = part.select(&Selector::parse("caption").unwrap()).map(text).collect();
        printed.push_str(&text(part).replacen(&captions, "", 1));
        printed.push('\n');
    }
    printed
}

#[test]
fn every_meeting_has_the_words_of_the_plain_text() {
    for meeting in MEETINGS {
        let played = sample(meeting);
        for paper in papers(meeting) {
            let (plain, html) = (exported(&played, paper), exported(&played, &format!("{paper}-html")));
            assert_eq!(differences(&plain, &printed(&html)), Vec::<String>::new(), "{meeting}: {paper}");
        }
    }
}

#[test]
fn every_decision_and_undertaking_is_in_the_tables() {
    for played in MEETINGS.iter().map(|name| sample(name)).chain([nasty()]) {
        let page = Html::parse_document(&exported(&played, "actions-html"));
        let lines: Vec<String> = all(&page, "td, td p, td li").into_iter().map(text).collect();
        let sheet = exported(&played, "actions-csv");
        let mut rows = csv::Reader::from_reader(sheet.as_bytes());
        for row in rows.records().map(Result::unwrap) {
            // What was done, and who promised it.
            for field in [&row[3], &row[4]] {
                let there = |said: &str| lines.iter().any(|line| line == said || said.ends_with(&format!(". {line}")));
                assert!(field.lines().all(there), "{field:?} in {lines:#?}");
            }
        }
    }
}

#[test]
fn text_of_every_kind_is_read_as_it_was_typed() {
    let played = nasty();
    let page = Html::parse_document(&exported(&played, "html"));
    let points: Vec<String> = all(&page, "ol > li").into_iter().map(text).collect();
    let cells: Vec<String> = all(&page, "td").into_iter().map(text).collect();
    for nasty in NASTY {
        let said = format!("Councillor NicLeòid said that {nasty} was so.");
        assert_eq!(points.iter().filter(|point| point.ends_with(&said)).count(), 2, "{said} in {points:#?}");
        let promised = format!("see to {nasty}");
        assert_eq!(cells.iter().filter(|cell| **cell == promised).count(), 2, "{promised} in {cells:#?}");
    }
    let title = "# Roads & <Paths> *2026* | part_1";
    assert!(all(&page, "h2").into_iter().any(|heading| text(heading).ends_with(title)));
    let present: Vec<String> = all(&page, "dd").into_iter().map(text).collect();
    assert!(present[0].contains("ד לוי") && present[1].contains("مريم سعيد"), "{present:?}");
    assert!(all(&page, "script").is_empty());
}

#[test]
fn every_page_is_built_so_that_it_can_be_read_aloud() {
    for (name, played) in MEETINGS.iter().map(|name| (*name, sample(name))).chain([("nasty", nasty())]) {
        for paper in ["minutes-html", "actions-html", "precept-report-html"] {
            let page = Html::parse_document(&exported(&played, paper));
            let has = |selector: &str| all(&page, selector).len();
            assert_eq!(page.root_element().value().attr("lang"), Some("en-GB"), "{name}: {paper}");
            assert_eq!((has("head > title"), has("h1")), (1, 1), "{name}: {paper}");
            assert_eq!((has("body > header"), has("body > main"), has("body > footer")), (1, 1, 1), "{name}: {paper}");
            let tables = has("table");
            assert_eq!((has("table > caption"), has("table > thead > tr")), (tables, tables), "{name}: {paper}");
            assert_eq!(has("tbody th, thead td"), 0, "{name}: {paper}");
            let levels: Vec<u32> = all(&page, "h1, h2, h3, h4, h5, h6")
                .into_iter()
                .map(|heading| heading.value().name()[1..].parse().unwrap())
                .collect();
            assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{name}: {paper}: {levels:?}");
        }
    }
}
