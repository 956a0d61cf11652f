//! Pages as Chromium shows and prints them, and Markdown as pandoc reads it.

use std::path::Path;

use super::programs::{folder, said};
use super::support::{MEETINGS, NASTY, differences, exported, is_running_head, nasty, papers, record, sample, words};

const AXE: &str = "target/pages/node_modules/axe-core/axe.min.js";

/// Every paper of every meeting: a name of its own, what is written of it, and the same in plain text.
fn all(spelling: &str) -> Vec<(String, String, String)> {
    let records = ["every-kind", "attended"].map(|name| (name, record(name)));
    let meetings = MEETINGS.iter().map(|name| (*name, sample(name))).chain([("nasty", nasty())]).chain(records);
    let papers = meetings.flat_map(|(meeting, played)| {
        let spelt = move |paper: &&str| {
            let name = format!("{}.{paper}", meeting.replace('/', "-"));
            (name, exported(&played, &format!("{paper}-{spelling}")), exported(&played, paper))
        };
        papers(meeting).iter().map(spelt).collect::<Vec<_>>()
    });
    papers.collect()
}

/// A path as an argument.
fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
#[ignore = "needs Chromium, axe-core and pdftotext: .ci/run pages"]
fn pages_are_accessible_and_print_well() {
    let folder = folder("pages");
    let pages = all("html");
    for (name, html, _) in &pages {
        std::fs::write(folder.join(format!("{name}.html")), html).unwrap();
    }
    println!("{}", said("node", &[".ci/pages/browse.mjs", AXE, path(&folder)]));
    for (name, _, plain) in &pages {
        let pdf = folder.join(format!("{name}.pdf"));
        let text = said("pdftotext", &["-layout", path(&pdf), "-"]);
        let sheets: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
        let usual = if name.ends_with("minutes") { 2..=20 } else { 1..=4 };
        assert!(usual.contains(&sheets.len()), "{name}: {} pages", sheets.len());
        for (index, sheet) in sheets.iter().enumerate() {
            let number = format!("Page {} of {}", index + 1, sheets.len());
            assert!(sheet.contains(&number) && sheet.contains("Initials: ____"), "{name}: {number}: {sheet}");
            assert!(is_running_head(name, sheet.lines().next().unwrap()), "{name}: no running head: {sheet}");
        }
        // What runs from right to left comes out of a PDF in another order, and long words in pieces.
        let printed = said("pdftotext", &["-raw", path(&pdf), "-"]).replace(" -\n", " - ").replace("-\n", "-");
        let printed = words(&printed);
        for (word, count) in words(plain).into_iter().filter(|_| name.starts_with("sample")) {
            let found = printed.get(&word).copied().unwrap_or(0);
            assert!(found >= count, "{name}: “{word}” is printed {found} times, not {count}");
        }
    }
}

/// The headings of a table stand on every page that it runs over, and no row runs over a page.
#[test]
#[ignore = "needs Chromium, axe-core and pdftotext: .ci/run pages"]
fn tables_repeat_their_headings_on_paper() {
    let folder = folder("table");
    let rows = "<tr><td>row begins and goes on<br>row ends</td><td>more</td></tr>".repeat(60);
    let html = exported(&nasty(), "actions-html");
    let (head, rest) = html.split_once("</thead>").unwrap();
    let html = format!("{head}</thead>{rows}{rest}");
    std::fs::write(folder.join("table.html"), html).unwrap();
    said("node", &[".ci/pages/browse.mjs", AXE, path(&folder)]);
    let text = said("pdftotext", &["-layout", path(&folder.join("table.pdf")), "-"]);
    let pages: Vec<&str> = text.split('\u{c}').filter(|page| page.contains("row")).collect();
    assert!(pages.len() > 2);
    for page in pages {
        assert!(page.contains("ITEM"), "{page}");
        assert_eq!(page.matches(" begins").count(), page.matches(" ends").count(), "{page}");
    }
}

#[test]
#[ignore = "needs pandoc: .ci/run pages"]
fn pandoc_reads_the_words_of_the_markdown() {
    let folder = folder("markdown");
    for (name, markdown, plain) in all("markdown") {
        let file = folder.join(format!("{name}.md"));
        std::fs::write(&file, &markdown).unwrap();
        let reads = |dialect| said("pandoc", &["-f", dialect, "-t", "plain", "--wrap=none", path(&file)]);
        for dialect in ["gfm", "commonmark+pipe_tables", "markdown-smart"] {
            let text = reads(dialect);
            for nasty in NASTY.iter().filter(|_| name == "nasty.minutes") {
                let said = format!("that {nasty} was so.");
                assert_eq!(text.matches(&said).count(), 2, "{dialect}: {said} in {text}");
            }
        }
        if name.starts_with("sample") {
            assert_eq!(differences(&plain, &reads("gfm")), Vec::<String>::new(), "{name}");
        }
    }
}
