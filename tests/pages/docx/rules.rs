//! What holds for every DOCX: the package is whole, every element stands where the schema has it, and whatever reads
//! the document aloud finds its way.

use std::collections::BTreeSet;

use roxmltree::Node;

use super::reader::{Parts, W, inside, is, paragraphs, parsed, value};
use super::text;

/// The elements that are written, in the order of the schema, by what holds them.
const ORDER: &[(&str, &[&str])] = &[
    ("pPr", &["pStyle", "keepNext", "keepLines", "numPr", "pBdr", "tabs", "spacing", "ind", "jc", "outlineLvl"]),
    ("rPr", &["rStyle", "rFonts", "b", "bCs", "i", "iCs", "sz", "szCs", "lang"]),
    ("tblPr", &["tblStyle", "tblW", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook", "tblCaption"]),
    ("tbl", &["tblPr", "tblGrid", "tr"]),
    ("tr", &["trPr", "tc"]),
    ("tc", &["tcPr", "p"]),
    ("p", &["pPr", "r fldSimple"]),
    ("r", &["rPr", "t br tab"]),
    ("body", &["p tbl", "sectPr"]),
    ("sectPr", &["headerReference", "footerReference", "pgSz", "pgMar"]),
    ("style", &["name", "basedOn", "next", "uiPriority", "qFormat", "pPr", "rPr", "tblPr"]),
    ("styles", &["docDefaults", "style"]),
    ("numbering", &["abstractNum", "num"]),
    ("abstractNum", &["nsid", "multiLevelType", "lvl"]),
    ("lvl", &["start", "numFmt", "pStyle", "lvlText", "lvlJc", "pPr"]),
    ("numPr", &["ilvl", "numId"]),
    ("settings", &["zoom", "defaultTabStop", "characterSpacingControl", "compat", "decimalSymbol", "listSeparator"]),
    ("tblCellMar", &["top", "left", "bottom", "right"]),
    ("tblBorders", &["top", "left", "bottom", "right", "insideH", "insideV"]),
];

/// Names of Word's own styles.
const BUILT_IN: [&str; 24] = [
    "Normal",
    "Default Paragraph Font",
    "Normal Table",
    "No List",
    "Body Text",
    "Title",
    "Subtitle",
    "heading 1",
    "heading 2",
    "heading 3",
    "heading 4",
    "heading 5",
    "Body Text Indent",
    "Quote",
    "List Continue",
    "List Number",
    "List Bullet",
    "List Paragraph",
    "Signature",
    "header",
    "footer",
    "Strong",
    "Emphasis",
    "Table Grid",
];

/// Fails where a document breaks one of the rules.
pub(crate) fn assert_sound(parts: &Parts) {
    package(parts);
    for name in parts.keys() {
        parsed(parts, name).descendants().filter(Node::is_element).for_each(|node| ordered(name, node));
    }
    styles(parts);
    tables(parts);
    headings(parts);
}

/// Every part has a type, every relation a target, and every name that is used a relation.
fn package(parts: &Parts) {
    let types = parsed(parts, "[Content_Types].xml");
    let named = |attribute: &str| -> BTreeSet<&str> {
        types.descendants().filter_map(|node| node.attribute(attribute)).collect()
    };
    let (defaults, overrides) = (named("Extension"), named("PartName"));
    for part in &overrides {
        assert!(parts.contains_key(part.trim_start_matches('/')), "{part} is not there");
    }
    for part in parts.keys().filter(|part| *part != "[Content_Types].xml") {
        let ending = part.rsplit('.').next().unwrap();
        let own = overrides.contains(format!("/{part}").as_str());
        assert!(own || (defaults.contains(ending) && ending == "rels"), "{part} has no type");
    }
    let mut related: BTreeSet<String> = BTreeSet::new();
    for (relations, folder) in [("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")] {
        let targets = parsed(parts, relations);
        let targets = targets.descendants().filter_map(|node| node.attribute("Target"));
        related.extend(targets.map(|target| format!("{folder}{target}")));
    }
    let reached: BTreeSet<String> = overrides.iter().map(|part| part.trim_start_matches('/').to_owned()).collect();
    assert_eq!(related, reached, "every part is reached, and nothing else");
    let ids = parsed(parts, "word/_rels/document.xml.rels");
    let ids: BTreeSet<&str> = ids.descendants().filter_map(|node| node.attribute("Id")).collect();
    let document = parsed(parts, "word/document.xml");
    let used: Vec<&str> = document
        .descendants()
        .flat_map(|node| node.attributes())
        .filter(|it| it.name() == "id")
        .map(|it| it.value())
        .collect();
    assert_eq!(used.len(), 2, "a head and a foot");
    assert!(used.iter().all(|id| ids.contains(id)), "{used:?}");
}

fn ordered(part: &str, node: Node<'_, '_>) {
    let Some((name, order)) = ORDER.iter().find(|(name, _)| is(&node, name)) else { return };
    let place = |child: Node<'_, '_>| {
        let child = child.tag_name().name();
        let place = order.iter().position(|names| names.split(' ').any(|name| name == child));
        place.unwrap_or_else(|| panic!("{part}: {child} in {name}"))
    };
    let places: Vec<usize> = node.children().filter(Node::is_element).map(place).collect();
    assert!(places.is_sorted(), "{part}: {name} is out of order: {places:?}");
}

/// Every style that is used is defined, by a name of Word's own; the language is stated.
fn styles(parts: &Parts) {
    let styles = parsed(parts, "word/styles.xml");
    let defined: BTreeSet<&str> = styles
        .descendants()
        .filter(|node| is(node, "style"))
        .map(|node| node.attribute((W, "styleId")).unwrap())
        .collect();
    for style in styles.descendants().filter(|node| is(node, "style")) {
        let name = value(inside(style, "name").unwrap());
        assert!(BUILT_IN.contains(&name), "“{name}” is no style of Word's own");
    }
    for part in parts.keys() {
        let part = parsed(parts, part);
        let used = part
            .descendants()
            .filter(|node| ["pStyle", "rStyle", "tblStyle", "basedOn", "next"].iter().any(|name| is(node, name)));
        used.for_each(|node| assert!(defined.contains(value(node)), "no style {}", value(node)));
    }
    assert_eq!(value(inside(styles.root_element(), "lang").unwrap()), "en-GB");
}

/// The first row of a table is marked as its heading, no row splits, and its columns fill the page.
fn tables(parts: &Parts) {
    let document = parsed(parts, "word/document.xml");
    for table in document.descendants().filter(|node| is(node, "tbl")) {
        assert!(inside(table, "tblCaption").is_some_and(|name| !value(name).is_empty()), "a table without a name");
        let widths: Vec<usize> = table
            .descendants()
            .filter(|node| is(node, "gridCol"))
            .map(|column| column.attribute((W, "w")).unwrap().parse().unwrap())
            .collect();
        assert_eq!(widths.iter().sum::<usize>(), 9026, "{widths:?}");
        for (index, row) in table.children().filter(|node| is(node, "tr")).enumerate() {
            assert_eq!(inside(row, "tblHeader").is_some(), index == 0);
            // About twenty lines of a column that is half as wide as the page.
            let lines = row.descendants().filter(|node| is(node, "p")).count();
            assert!(inside(row, "cantSplit").is_some() || text(row).len() > 900 || lines > 20, "{}", text(row));
            assert_eq!(row.children().filter(|node| is(node, "tc")).count(), widths.len());
        }
        let next = table.next_sibling_element().unwrap();
        assert!(is(&next, "p"), "after a table stands {next:?}");
    }
}

/// No level of headings is skipped.
fn headings(parts: &Parts) {
    let mut last = 0;
    for paragraph in paragraphs(parts) {
        let Some(level) = paragraph.style.strip_prefix("Heading") else { continue };
        let level: usize = level.parse().unwrap();
        assert!(level <= last + 1, "“{}” stands at level {level} after {last}", paragraph.text);
        last = level;
    }
}
