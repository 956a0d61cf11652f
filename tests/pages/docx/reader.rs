//! A reader of DOCX that knows nothing of the writer: the parts of a package, and what a word processor would print.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use roxmltree::{Document, Node};

/// The namespace of text.
pub(crate) const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The parts of a package by their names.
pub(crate) type Parts = BTreeMap<String, String>;

/// A paragraph as it prints.
#[derive(Debug)]
pub(crate) struct Paragraph {
    /// The id of its style.
    pub(crate) style: String,
    /// The number that its list gives it.
    pub(crate) number: Option<String>,
    /// Its own text: tabs and line feeds as such.
    pub(crate) text: String,
    /// Whether it stands in a table.
    pub(crate) in_table: bool,
}

impl Paragraph {
    /// Everything that prints.
    pub(crate) fn printed(&self) -> String {
        self.number.iter().fold(self.text.clone(), |text, number| format!("{number}\t{text}"))
    }
}

/// The parts of a package.
pub(crate) fn unzipped(bytes: &[u8]) -> Parts {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let count = archive.len();
    let read = |index| {
        let mut file = archive.by_index(index).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        (file.name().unwrap().into_owned(), text)
    };
    let parts: Vec<(String, String)> = (0..count).map(read).collect();
    let parts: Parts = parts.into_iter().collect();
    assert_eq!(parts.len(), count, "two parts of one name");
    parts
}

/// A part, parsed.
pub(crate) fn parsed<'a>(parts: &'a Parts, name: &str) -> Document<'a> {
    Document::parse(&parts[name]).unwrap_or_else(|wrong| panic!("{name}: {wrong}\n{}", parts[name]))
}

/// Whether this is the element of that name, given without its prefix.
pub(crate) fn is(node: &Node<'_, '_>, name: &str) -> bool {
    node.has_tag_name((W, name))
}

/// The value of an element.
pub(crate) fn value<'a>(node: Node<'a, '_>) -> &'a str {
    node.attribute((W, "val")).unwrap()
}

/// The first element of that name inside another.
pub(crate) fn inside<'a, 'b>(node: Node<'a, 'b>, name: &str) -> Option<Node<'a, 'b>> {
    node.descendants().find(|node| is(node, name))
}

/// The paragraphs of the document, in order, with the numbers that their lists give them.
pub(crate) fn paragraphs(parts: &Parts) -> Vec<Paragraph> {
    let (document, numbering) = (parsed(parts, "word/document.xml"), parsed(parts, "word/numbering.xml"));
    let mut counters = BTreeMap::new();
    let read = |paragraph: Node<'_, '_>| {
        let list = inside(paragraph, "numId").map(value);
        Paragraph {
            style: inside(paragraph, "pStyle").map_or("Normal", value).to_owned(),
            number: list.map(|list| counted(&numbering, list, &mut counters)),
            text: text(paragraph),
            in_table: paragraph.ancestors().any(|node| is(&node, "tbl")),
        }
    };
    document.descendants().filter(|node| is(node, "p")).map(read).collect()
}

/// The text of an element.
pub(crate) fn text(node: Node<'_, '_>) -> String {
    let letters = node.descendants().filter_map(|node| match node.tag_name().name() {
        "t" => Some(node.text().unwrap_or("")),
        "br" => Some("\n"),
        "tab" if node.parent().is_some_and(|parent| is(&parent, "r")) => Some("\t"),
        _ => None,
    });
    letters.collect()
}

/// The next number of a list.
fn counted(numbering: &Document<'_>, list: &str, counters: &mut BTreeMap<String, usize>) -> String {
    let with = |name: &'static str, attribute: &'static str, id: &str| {
        let mut all = numbering.descendants().filter(|node| is(node, name));
        all.find(|node| node.attribute((W, attribute)) == Some(id)).unwrap_or_else(|| panic!("no {name} {id}"))
    };
    let defined = value(inside(with("num", "numId", list), "abstractNumId").unwrap());
    let level = inside(with("abstractNum", "abstractNumId", defined), "lvl").unwrap();
    let of = |name: &str| value(inside(level, name).unwrap());
    // Lists of one definition go on from each other, so the definition is what counts.
    let start: usize = of("start").parse().unwrap();
    let number = counters.entry(defined.to_owned()).and_modify(|number| *number += 1).or_insert(start);
    let shown = match of("numFmt") {
        "decimal" => number.to_string(),
        "lowerLetter" => letters(*number),
        "lowerRoman" => roman(*number),
        format => panic!("{format}"),
    };
    of("lvlText").replace("%1", &shown)
}

/// a to z, then aa, bb and on, as word processors count.
fn letters(number: usize) -> String {
    let letter = char::from(b'a' + u8::try_from((number - 1) % 26).unwrap());
    letter.to_string().repeat((number - 1) / 26 + 1)
}

fn roman(mut number: usize) -> String {
    let steps = [("m", 1000), ("cm", 900), ("d", 500), ("cd", 400), ("c", 100), ("xc", 90), ("l", 50)];
    let steps = steps.into_iter().chain([("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1)]);
    let mut shown = String::new();
    for (letters, value) in steps {
        shown += &letters.repeat(number / value);
        number %= value;
    }
    shown
}
