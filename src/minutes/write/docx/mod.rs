//! DOCX (ECMA-376, transitional), for word processors.
//!
//! Everything that looks like something is a style of Word's own, by its own name, so that a council's template
//! restyles it. Headings are headings, lists are lists, a table's first row is its heading, and nothing is laid out by
//! tables, colours or empty lines. Where the numbering of a list can say a marker it does, letter for letter; any other
//! marker stands as text before a tab.

mod body;
mod numbering;
mod package;
mod page;
mod paragraph;
mod runs;
mod table;
mod xml;

use std::io;

use self::numbering::Lists;
use self::package::Package;
use self::xml::Xml;
use super::{Sheet, Writer};
use crate::minutes::block::Block;
use crate::text::harmless_line;

/// The namespaces of what is in a document.
const NAMESPACES: xml::Attributes<'static> = &[
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
];

const PROPERTIES: xml::Attributes<'static> = &[
    ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
];

/// Writes a document for word processors.
#[derive(Clone, Copy, Debug, Default)]
pub struct Docx;

impl Writer for Docx {
    fn write(&self, sheet: &Sheet, blocks: &mut dyn Iterator<Item = Block>, out: &mut dyn io::Write) -> io::Result<()> {
        let mut package = Package::new();
        let mut lists = Lists::default();
        package.fixed("[Content_Types].xml", include_str!("parts/types.xml"))?;
        package.fixed("_rels/.rels", include_str!("parts/package.rels"))?;
        package.part("docProps/core.xml", |xml| properties(sheet, xml))?;
        package.fixed("word/_rels/document.xml.rels", include_str!("parts/document.rels"))?;
        package.part("word/document.xml", |xml| body::document(blocks, &mut lists, xml))?;
        package.part("word/numbering.xml", |xml| lists.write(xml))?;
        package.fixed("word/styles.xml", &styles(&sheet.language))?;
        package.fixed("word/settings.xml", include_str!("parts/settings.xml"))?;
        package.part("word/header1.xml", |xml| page::head(sheet, xml))?;
        package.part("word/footer1.xml", |xml| page::foot(sheet, xml))?;
        out.write_all(&package.finish()?)
    }
}

/// What the document is called, whose it is and in what language. It has no dates: those of the file are not those of
/// the meeting.
fn properties(sheet: &Sheet, xml: &mut Xml<'_>) -> io::Result<()> {
    xml.element("cp:coreProperties", PROPERTIES, |xml| {
        xml.text("dc:title", &[], &harmless_line(&sheet.title))?;
        xml.text("dc:creator", &[], &harmless_line(&sheet.body))?;
        xml.text("dc:language", &[], &tag(&sheet.language))
    })
}

fn styles(language: &str) -> String {
    include_str!("parts/styles.xml").replace("{language}", &tag(language))
}

/// A tag of BCP 47 holds nothing but letters, digits and hyphens.
fn tag(language: &str) -> String {
    language.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect()
}
