//! Documents as a word processor opens and prints them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use quorate::minutes::block::{Block, Part, Run, Table};
use quorate::minutes::sheet::{Foot, Sheet};
use quorate::minutes::write::{Docx, Writer};

use super::super::programs::{folder, said};
use super::back::differing;
use super::{bytes, differences, exported, is_running_head, meetings, papers};

/// Has the word processor turn every document in a folder into `format`, in one run and with settings of its own.
pub(crate) fn converted(folder: &Path, format: &str) {
    converted_to(folder, format, folder);
}

/// The same, into another folder.
fn converted_to(folder: &Path, format: &str, to: &Path) {
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|ending| ending == "docx")).collect();
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let to = to.to_str().unwrap();
    let mut arguments = vec![profile.as_str(), "--headless", "--convert-to", format, "--outdir", to];
    arguments.extend(files.iter().map(|path| path.to_str().unwrap()));
    said("soffice", &arguments);
}

/// The text of every page of a document that was printed.
pub(crate) fn pages(folder: &Path, name: &str) -> Vec<String> {
    let path = folder.join(format!("{name}.pdf"));
    let text = said("pdftotext", &["-layout", path.to_str().unwrap(), "-"]);
    text.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect()
}

/// How often each letter and figure is in a text. Lines break inside words where a column is narrow.
fn letters(text: &str) -> BTreeMap<char, usize> {
    let mut letters = BTreeMap::new();
    for letter in text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase) {
        *letters.entry(letter).or_default() += 1;
    }
    letters
}

/// A page without what runs along its head and foot, which it must have.
fn inner<'a>(name: &str, page: &'a str, number: usize, of: usize) -> &'a str {
    let (head, rest) = page.trim_start().split_once('\n').unwrap();
    assert!(is_running_head(name, head), "{name}: page {number} has no running head: {page}");
    let (rest, foot) = rest.trim_end().rsplit_once('\n').unwrap();
    let wanted = format!("Page {number} of {of}");
    assert!(foot.trim().starts_with(&wanted) && foot.ends_with("Initials: ____________"), "{name}: {foot}");
    rest
}

#[test]
#[ignore = "needs LibreOffice and pdftotext: .ci/run pages"]
fn every_document_opens_and_prints_whole() {
    let folder = folder("office");
    let mut plain = Vec::new();
    for (meeting, played) in meetings() {
        for paper in papers(meeting) {
            let name = format!("{}.{paper}", meeting.replace('/', "-"));
            std::fs::write(folder.join(format!("{name}.docx")), bytes(&played, paper)).unwrap();
            plain.push((name, exported(&played, paper)));
        }
    }
    converted(&folder, "txt:Text (encoded):UTF8");
    converted(&folder, "pdf");
    for (name, plain) in plain {
        let opened = std::fs::read_to_string(folder.join(format!("{name}.txt"))).unwrap();
        let opened = opened.trim_start_matches('\u{feff}').replace('•', "-");
        assert_eq!(differences(&plain, &opened), Vec::<String>::new(), "{name}");
        let pages = pages(&folder, &name);
        let inside = pages.iter().enumerate().map(|(index, page)| inner(&name, page, index + 1, pages.len()));
        let printed: String = inside.collect();
        // Not every machine has letters for everything that can be typed.
        if !name.starts_with("nasty") {
            let found = letters(&printed);
            // The headings of tables are printed on every page that they run over.
            let more = |letter: &char, count: &usize| found.get(letter).is_some_and(|found| found >= count);
            assert!(letters(&plain).iter().all(|(letter, count)| more(letter, count)), "{name}: {printed}");
        }
    }
}

#[test]
#[ignore = "needs LibreOffice: .ci/run pages"]
fn a_document_that_a_word_processor_saved_does_not_differ() {
    let folder = folder("saved");
    let name = |meeting: &str| meeting.replace('/', "-");
    for (meeting, played) in meetings() {
        std::fs::write(folder.join(format!("{}.docx", name(meeting))), bytes(&played, "minutes")).unwrap();
    }
    let saved = folder.join("saved");
    converted_to(&folder, "docx", &saved);
    for (meeting, played) in meetings() {
        let file = format!("{}.docx", name(meeting));
        let found = differing(&played, &file, &std::fs::read(saved.join(&file)).unwrap());
        assert!(found.is_empty(), "{meeting}: {found:#?}");
    }
}

/// A document of `before` lines and then a table of `rows` rows, each of a few lines.
fn with_table(before: usize, rows: usize, lines: usize) -> Vec<u8> {
    let words = |text: String| vec![Run::plain(text)];
    let row = |n: usize| {
        let long = (1..=lines).map(|line| words(format!("row{n} line{line}"))).chain([words(format!("row{n} ends"))]);
        vec![vec![words(format!("row{n} begins"))], long.collect()]
    };
    let table = Table {
        name: "Rows".into(),
        columns: ["FIRST", "SECOND"].map(str::to_owned).to_vec(),
        rows: (1..=rows).map(row).collect(),
    };
    let paragraphs = (0..before).map(|n| Part::ListItem { marker: "-".into(), line: words(format!("before{n}")) });
    let heading = Part::Heading { level: 1, number: "1.".into(), text: "Table".into() };
    let after = Part::Subheading("AFTER".into());
    let sheet = Sheet { language: "en-GB".into(), foot: vec![Foot::Page], ..Sheet::default() };
    let mut blocks = paragraphs.chain([heading, Part::Table(table), after]).map(Block::of);
    let mut written = Vec::new();
    Docx.write(&sheet, &mut blocks, &mut written).unwrap();
    written
}

/// Rows of tables that hit the end of a page in an unlucky place were lost by the word processor.
#[test]
#[ignore = "needs LibreOffice and pdftotext: .ci/run pages"]
fn tables_run_over_pages_without_losing_or_splitting_rows() {
    let folder = folder("tables");
    for before in 0..40 {
        std::fs::write(folder.join(format!("table{before}.docx")), with_table(before, 14, 3)).unwrap();
    }
    converted(&folder, "pdf");
    for before in 0..40 {
        let pages = pages(&folder, &format!("table{before}"));
        let whole = pages.concat();
        for row in 1..=14 {
            assert!(whole.contains(&format!("row{row} ends")), "{before} lines before: row {row} is lost: {whole}");
        }
        for page in pages.iter().filter(|page| page.contains("row")) {
            assert!(page.contains("FIRST"), "{before} lines before: the heading is not repeated: {page}");
            assert_eq!(page.matches("begins").count(), page.matches("ends").count(), "{before} lines before: {page}");
        }
        let heading = pages.iter().find(|page| page.contains("FIRST")).unwrap();
        assert!(heading.contains("row1 begins") && heading.contains("Table"), "the heading stands alone: {whole}");
    }
}

/// A row that fills a page alone, but not below the heading that is repeated there, lost its last lines.
#[test]
#[ignore = "needs LibreOffice and pdftotext: .ci/run pages"]
fn a_row_about_as_long_as_a_page_or_longer_is_printed_whole() {
    let folder = folder("long-row");
    let lengths: Vec<usize> = (20..70).chain([120]).collect();
    for lines in &lengths {
        std::fs::write(folder.join(format!("long{lines}.docx")), with_table(3, 2, *lines)).unwrap();
    }
    converted(&folder, "pdf");
    for lines in lengths {
        let whole = pages(&folder, &format!("long{lines}")).concat();
        for row in 1..=2 {
            for line in 1..=lines {
                let wanted = format!("row{row} line{line}\n");
                assert!(whole.contains(&wanted), "{lines} lines: line {line} of row {row} is lost: {whole}");
            }
        }
    }
}
