//! Runs of text inside a paragraph.

use std::io;

use super::xml::Xml;
use crate::minutes::block::{Emphasis, Run};
use crate::text::harmless;

/// A line's runs, each in the style of its emphasis.
pub(super) fn line(xml: &mut Xml<'_>, line: &[Run]) -> io::Result<()> {
    line.iter().try_for_each(|run| write(xml, run.emphasis, &run.text))
}

/// Words without emphasis.
pub(super) fn plain(xml: &mut Xml<'_>, text: &str) -> io::Result<()> {
    write(xml, Emphasis::Plain, text)
}

/// Words that stand out.
pub(super) fn strong(xml: &mut Xml<'_>, text: &str) -> io::Result<()> {
    write(xml, Emphasis::Strong, text)
}

/// A run that goes on at the next tab stop.
pub(super) fn tab(xml: &mut Xml<'_>) -> io::Result<()> {
    xml.element("w:r", &[], |xml| xml.empty("w:tab", &[]))
}

/// The runs of one text: a line feed in it begins a new line.
fn write(xml: &mut Xml<'_>, emphasis: Emphasis, text: &str) -> io::Result<()> {
    let text = harmless(text);
    if text.is_empty() {
        return Ok(());
    }
    xml.element("w:r", &[], |xml| {
        if let Some(style) = style(emphasis) {
            xml.element("w:rPr", &[], |xml| xml.value("w:rStyle", style))?;
        }
        for (index, part) in text.split('\n').enumerate() {
            if index > 0 {
                xml.empty("w:br", &[])?;
            }
            if !part.is_empty() {
                xml.text("w:t", &[("xml:space", "preserve")], part)?;
            }
        }
        Ok(())
    })
}

/// The character style of an emphasis, by its id.
const fn style(emphasis: Emphasis) -> Option<&'static str> {
    match emphasis {
        Emphasis::Plain => None,
        Emphasis::Strong => Some("Strong"),
        Emphasis::Italic => Some("Emphasis"),
    }
}
