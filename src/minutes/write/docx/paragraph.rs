//! Paragraphs: a style by its id, and what a paragraph has beyond it.

use std::io;

use super::xml::Xml;

/// What a paragraph has beyond its style.
#[derive(Clone, Copy)]
pub(super) enum Format {
    /// Nothing.
    Styled,
    /// It stays on the page of what follows.
    WithNext,
    /// It is a member of this list.
    Numbered(usize),
    /// What stands before its first tab hangs out.
    Hanging,
}

impl Format {
    fn write(self, xml: &mut Xml<'_>) -> io::Result<()> {
        match self {
            Self::Styled => Ok(()),
            Self::WithNext => xml.empty("w:keepNext", &[]),
            Self::Numbered(list) => xml.element("w:numPr", &[], |xml| {
                xml.value("w:ilvl", "0")?;
                xml.value("w:numId", &list.to_string())
            }),
            Self::Hanging => xml.empty("w:ind", &[("w:left", "720"), ("w:hanging", "720")]),
        }
    }
}

/// A paragraph in a style.
pub(super) fn write(
    xml: &mut Xml<'_>,
    style: &str,
    format: Format,
    inside: impl FnOnce(&mut Xml<'_>) -> io::Result<()>,
) -> io::Result<()> {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.value("w:pStyle", style)?;
            format.write(xml)
        })?;
        inside(xml)
    })
}

/// A paragraph that has nothing beyond its style.
pub(super) fn styled(
    xml: &mut Xml<'_>,
    style: &str,
    inside: impl FnOnce(&mut Xml<'_>) -> io::Result<()>,
) -> io::Result<()> {
    write(xml, style, Format::Styled, inside)
}
