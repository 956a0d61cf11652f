//! DOCX, taken apart again: what is in it is what is in the plain text, and it is built as it must be.

mod any;
mod back;
pub(crate) mod office;
pub(crate) mod reader;
pub(crate) mod rules;

use quorate::meeting::Meeting;
use quorate::run::export::{For, Page, spell};
use quorate::run::format::Format;

use self::reader::{Paragraph, Parts, paragraphs, parsed, text, unzipped};
use self::rules::assert_sound;
use super::support::{MEETINGS, NASTY, differences, exported, is_running_head, nasty, papers, record, sample};

/// The bytes of a paper.
fn bytes(meeting: &Meeting, paper: &str) -> Vec<u8> {
    let page = Page { width: 80, place: For::File, private: false };
    spell(meeting.state(), Format::named(&format!("{paper}-docx")).unwrap(), page)
}

/// Every meeting with its name.
fn meetings() -> impl Iterator<Item = (&'static str, Meeting)> {
    let records = ["every-kind", "attended"].map(|name| (name, record(name)));
    MEETINGS.iter().map(|name| (*name, sample(name))).chain([("nasty", nasty())]).chain(records)
}

/// Everything that prints.
fn printed(paragraphs: &[Paragraph]) -> String {
    paragraphs.iter().map(|paragraph| paragraph.printed() + "\n").collect()
}

/// Words in a row, without what the text writer marks emphasis by.
fn flat(text: &str) -> String {
    text.replace('*', "").to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_document_is_built_as_it_must_be() {
    for (name, meeting) in meetings() {
        for paper in papers(name) {
            assert_sound(&unzipped(&bytes(&meeting, paper)));
        }
    }
}

#[test]
fn every_meeting_has_the_words_of_the_plain_text() {
    for (name, meeting) in meetings() {
        for paper in papers(name) {
            let read = paragraphs(&unzipped(&bytes(&meeting, paper)));
            let plain = exported(&meeting, paper);
            assert_eq!(differences(&plain, &printed(&read)), Vec::<String>::new(), "{name}: {paper}");
        }
    }
}

#[test]
fn paragraphs_and_their_numbers_stand_in_the_order_of_the_plain_text() {
    for (name, meeting) in meetings() {
        let plain = flat(&exported(&meeting, "minutes"));
        let mut rest = plain.as_str();
        let read = paragraphs(&unzipped(&bytes(&meeting, "minutes")));
        for paragraph in read.iter().filter(|paragraph| !paragraph.in_table) {
            let line = flat(&paragraph.printed());
            let at = rest.find(&line).unwrap_or_else(|| panic!("{name}: “{line}” is not in:\n{rest}"));
            rest = &rest[at + line.len()..];
        }
    }
}

#[test]
fn every_decision_and_undertaking_is_in_the_tables() {
    for (name, meeting) in meetings() {
        let read = paragraphs(&unzipped(&bytes(&meeting, "actions")));
        let sheet = exported(&meeting, "actions-csv");
        let mut rows = csv::Reader::from_reader(sheet.as_bytes());
        for row in rows.records().map(Result::unwrap) {
            // A decision's conditions, parts and reasons are lines of its field and paragraphs of its cell.
            for line in [&row[3], &row[4]].into_iter().flat_map(str::lines).filter(|line| !line.is_empty()) {
                // A spreadsheet gets an apostrophe before what it would run.
                let line = line.trim_matches('\'');
                let said = |paragraph: &Paragraph| {
                    [paragraph.text.trim_matches('\''), paragraph.printed().trim_matches('\'')].contains(&line)
                };
                assert!(read.iter().any(|it| it.in_table && said(it)), "{name}: “{line}” in {read:#?}");
            }
        }
    }
}

#[test]
fn text_of_every_kind_is_read_as_it_was_typed() {
    let parts = unzipped(&bytes(&nasty(), "minutes"));
    let read = paragraphs(&parts);
    for nasty in NASTY {
        let said = format!("Councillor NicLeòid said that {nasty} was so.");
        let points = read.iter().filter(|paragraph| paragraph.number.is_some() && paragraph.text == said);
        assert_eq!(points.count(), 2, "{said} in {read:#?}");
        let promised = format!("see to {nasty}");
        let cells = read.iter().filter(|paragraph| paragraph.in_table && paragraph.text == promised);
        assert_eq!(cells.count(), 2, "{promised} in {read:#?}");
    }
    let title = "# Roads & <Paths> *2026* | part_1";
    assert!(read.iter().any(|it| it.style == "Heading1" && it.text.ends_with(&format!("\t{title}"))), "{read:#?}");
    let core = parsed(&parts, "docProps/core.xml");
    let property =
        |name: &str| core.descendants().find(|node| node.tag_name().name() == name).and_then(|node| node.text());
    assert_eq!(property("creator"), Some("Cyngor Tref “A & B” <Llŷr>"));
    assert_eq!(property("language"), Some("en-GB"));
    assert!(property("title").unwrap().starts_with("Minutes – "), "{:?}", property("title"));
    assert!(property("created").is_none(), "a date that is not the meeting's");
}

#[test]
fn every_page_says_whose_it_is_and_is_numbered() {
    let parts: Parts = unzipped(&bytes(&sample(MEETINGS[0]), "minutes"));
    let head = text(parsed(&parts, "word/header1.xml").root_element());
    assert_eq!(head, "Cambridgeshire Police and Crime Panel – 19 July 2023 – DRAFT");
    let foot = parsed(&parts, "word/footer1.xml");
    let fields: Vec<&str> = foot
        .descendants()
        .flat_map(|node| node.attributes())
        .filter(|it| it.name() == "instr")
        .map(|it| it.value())
        .collect();
    assert_eq!(fields, ["PAGE", "NUMPAGES"]);
    assert_eq!(text(foot.root_element()), "Page 1 of 1\tInitials: ____________");
}

#[test]
fn the_same_meeting_gives_the_same_bytes() {
    let first = bytes(&nasty(), "minutes");
    assert_eq!(first, bytes(&nasty(), "minutes"));
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&first)).unwrap();
    for index in 0..archive.len() {
        let file = archive.by_index(index).unwrap();
        assert_eq!(file.last_modified(), Some(zip::DateTime::DEFAULT), "{:?}", file.name());
        assert_eq!(file.unix_mode(), Some(0o100_644), "{:?}", file.name());
    }
}
