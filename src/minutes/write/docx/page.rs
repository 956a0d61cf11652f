//! The page: its size, and what runs along its head and foot.

use std::io;

use super::paragraph::styled;
use super::xml::Xml;
use super::{NAMESPACES, runs};
use crate::minutes::sheet::{Foot, Sheet};
use crate::text::harmless_line;

/// The room for text between the margins of a page, in twentieths of a point.
pub(super) const ROOM: usize = 9026;

/// A4 with margins of an inch, and the names by which the document knows its head and foot.
pub(super) fn section(xml: &mut Xml<'_>) -> io::Result<()> {
    xml.element("w:sectPr", &[], |xml| {
        xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", "head")])?;
        xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "foot")])?;
        xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")])?;
        let margins = ["w:top", "w:right", "w:bottom", "w:left"].map(|side| (side, "1440"));
        let [top, right, bottom, left] = margins;
        let edges = [("w:header", "709"), ("w:footer", "709"), ("w:gutter", "0")];
        let [header, footer, gutter] = edges;
        xml.empty("w:pgMar", &[top, right, bottom, left, header, footer, gutter])
    })
}

/// The head of every page.
pub(super) fn head(sheet: &Sheet, xml: &mut Xml<'_>) -> io::Result<()> {
    xml.element("w:hdr", NAMESPACES, |xml| styled(xml, "Header", |xml| runs::plain(xml, &harmless_line(&sheet.head))))
}

/// The foot of every page: its number, and at the right edge the place for initials.
pub(super) fn foot(sheet: &Sheet, xml: &mut Xml<'_>) -> io::Result<()> {
    xml.element("w:ftr", NAMESPACES, |xml| {
        styled(xml, "Footer", |xml| {
            sheet.foot.iter().try_for_each(|part| foot_part(part, xml))?;
            if sheet.initials.is_empty() {
                return Ok(());
            }
            runs::tab(xml)?;
            runs::plain(xml, &harmless_line(&sheet.initials))
        })
    })
}

fn foot_part(part: &Foot, xml: &mut Xml<'_>) -> io::Result<()> {
    match part {
        Foot::Text(text) => runs::plain(xml, &harmless_line(text)),
        Foot::Page => field(xml, "PAGE"),
        Foot::Pages => field(xml, "NUMPAGES"),
    }
}

/// A number that the word processor works out on every page.
fn field(xml: &mut Xml<'_>, name: &str) -> io::Result<()> {
    xml.element("w:fldSimple", &[("w:instr", name)], |xml| runs::plain(xml, "1"))
}
