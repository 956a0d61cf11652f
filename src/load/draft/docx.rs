//! The text of a word processor: paragraphs and cells of tables, with the changes and remarks that it keeps track of.
//!
//! Elements are known by their names without the prefix, so that it does not matter which program wrote the file.
//! Changes of formatting say nothing and are passed over.

use chrono::NaiveDate;
use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::package::Package;
use super::{Author, Paragraph, Remark};
use crate::problem::Problem;
use crate::text::{clean_line, clean_text};

/// The paragraphs of a document. Fails where its XML breaks off or makes no sense.
pub(super) fn paragraphs(name: &str, package: &Package) -> Result<Vec<Paragraph>, Problem> {
    let spoilt = |_| {
        let problem = Problem::error(format!("'{name}' is damaged: its text breaks off or makes no sense"));
        problem.hint("Open it in a word processor and save it anew as .docx")
    };
    let mut text = Text::default();
    walk(&package.document, |step| text.step(step)).map_err(spoilt)?;
    let mut remarks = Remarks::default();
    walk(&package.comments, |step| remarks.step(step)).map_err(spoilt)?;
    Ok(finished(text.found, &remarks.found))
}

/// What is met while a part is read.
#[derive(Clone, Copy)]
enum Step<'a> {
    Start(&'a str, &'a BytesStart<'a>),
    End(&'a str),
    Text(&'a str),
}

/// Goes through a part of XML. References to letters are text.
fn walk(xml: &str, mut step: impl FnMut(Step<'_>)) -> Result<(), quick_xml::Error> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().expand_empty_elements = true;
    let mut open = 0_usize;
    loop {
        match reader.read_event()? {
            Event::Start(start) => {
                open += 1;
                step(Step::Start(start.local_name().as_ref(), &start));
            }
            Event::End(end) => {
                open = open.saturating_sub(1);
                step(Step::End(end.local_name().as_ref()));
            }
            Event::Text(text) => step(Step::Text(&text.xml10_content())),
            Event::GeneralRef(reference) => step(Step::Text(&letter(&reference).map(String::from).unwrap_or_default())),
            Event::Eof if open > 0 => {
                return Err(quick_xml::Error::Syntax(quick_xml::errors::SyntaxError::UnclosedTag));
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn letter(reference: &BytesRef<'_>) -> Option<char> {
    if let Ok(Some(letter)) = reference.resolve_char_ref() {
        return Some(letter);
    }
    match reference.xml10_content().as_ref() {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}

/// An attribute by its name without the prefix.
fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = start.attributes().filter_map(Result::ok);
    let found = found.into_iter().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    found.normalized_value(quick_xml::XmlVersion::Explicit1_0).ok().map(std::borrow::Cow::into_owned)
}

fn author(start: &BytesStart<'_>) -> Author {
    let name = attribute(start, "author").map(|name| clean_line(&name).text).unwrap_or_default();
    let day = attribute(start, "date");
    Author { name, on: day.and_then(|day| NaiveDate::parse_from_str(day.get(..10)?, "%Y-%m-%d").ok()) }
}

/// What became of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Change {
    Added,
    Taken,
}

fn change(name: &str) -> Option<Change> {
    match name {
        "ins" | "moveTo" => Some(Change::Added),
        "del" | "moveFrom" => Some(Change::Taken),
        _ => None,
    }
}

/// A paragraph as far as it was read.
#[derive(Debug, Default)]
struct Open {
    paragraph: Paragraph,
    /// What became of its end, without which it runs on into the next one.
    end: Option<Change>,
    /// The remarks on it, by their ids.
    remarks: Vec<String>,
}

impl Open {
    fn changed(&mut self, by: Author) {
        let known = &mut self.paragraph.changed_by;
        if !known.iter().any(|other| other.name == by.name) {
            known.push(by);
        }
    }

    /// Takes what another paragraph says as a line of its own.
    fn take_in(&mut self, other: Self) {
        for (text, more) in
            [(&mut self.paragraph.text, other.paragraph.text), (&mut self.paragraph.was, other.paragraph.was)]
        {
            if !text.is_empty() && !more.is_empty() {
                text.push('\n');
            }
            text.push_str(&more);
        }
        other.paragraph.changed_by.into_iter().for_each(|by| self.changed(by));
        self.remarks.extend(other.remarks);
    }
}

/// The text while it is read.
#[derive(Debug, Default)]
struct Text {
    found: Vec<Open>,
    /// The paragraphs that are open: one, or those inside a frame in it too.
    open: Vec<Open>,
    /// The cells that are open: one, or those of a table inside it too.
    cells: Vec<Open>,
    /// The changes that hold where reading is.
    changes: Vec<(Change, Author)>,
    /// How many elements deep reading is in the properties of something.
    properties: usize,
    /// How many elements deep reading is in what stands there for older programs, a second time.
    second: usize,
    /// Whether what comes is text of the paragraph.
    speaks: bool,
    /// Remarks that begin before the next paragraph.
    waiting: Vec<String>,
}

impl Text {
    fn step(&mut self, step: Step<'_>) {
        match step {
            Step::Start("Fallback", _) => self.second += 1,
            Step::End("Fallback") => self.second = self.second.saturating_sub(1),
            _ if self.second > 0 => {}
            Step::Start(name, start) if self.properties > 0 || is_properties(name) => {
                self.properties += 1;
                self.property(name, start);
            }
            Step::End(_) if self.properties > 0 => self.properties -= 1,
            Step::Start(name, start) => self.start(name, start),
            Step::End(name) => self.end(name),
            Step::Text(text) if self.speaks => self.say(text),
            Step::Text(_) => {}
        }
    }

    /// The end of a paragraph is a change of its own, told among its properties.
    fn property(&mut self, name: &str, start: &BytesStart<'_>) {
        if self.properties == 3
            && let (Some(change), Some(open)) = (change(name), self.open.last_mut())
        {
            open.end = Some(change);
            open.changed(author(start));
        }
    }

    fn start(&mut self, name: &str, start: &BytesStart<'_>) {
        match name {
            "p" => {
                let remarks = std::mem::take(&mut self.waiting);
                self.open.push(Open { remarks, ..Open::default() });
            }
            "tc" => {
                let paragraph = Paragraph { cell: true, ..Paragraph::default() };
                self.cells.push(Open { paragraph, ..Open::default() });
            }
            "t" | "delText" => self.speaks = true,
            "tab" => self.say("\t"),
            "cr" => self.say("\n"),
            "br" if attribute(start, "type").is_none_or(|kind| kind == "textWrapping") => self.say("\n"),
            "noBreakHyphen" => self.say("-"),
            "commentRangeStart" | "commentReference" => {
                let id = attribute(start, "id").unwrap_or_default();
                match self.open.last_mut() {
                    Some(open) => open.remarks.push(id),
                    None => self.waiting.push(id),
                }
            }
            name => self.changes.extend(change(name).map(|change| (change, author(start)))),
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "t" | "delText" => self.speaks = false,
            "p" => {
                let Some(open) = self.open.pop() else { return };
                match self.cells.last_mut() {
                    Some(cell) => cell.take_in(open),
                    None => self.found.push(open),
                }
            }
            "tc" => self.found.extend(self.cells.pop()),
            name if change(name).is_some() => _ = self.changes.pop(),
            _ => {}
        }
    }

    fn say(&mut self, text: &str) {
        let Some(open) = self.open.last_mut() else { return };
        let is = |wanted| self.changes.iter().any(|(change, _)| *change == wanted);
        if !is(Change::Added) {
            open.paragraph.was.push_str(text);
        }
        if !is(Change::Taken) {
            open.paragraph.text.push_str(text);
        }
        self.changes.iter().for_each(|(_, by)| open.changed(by.clone()));
    }
}

/// Whether what is inside says how something looks, and nothing else.
fn is_properties(name: &str) -> bool {
    matches!(name, "pPr" | "rPr" | "tblPr" | "trPr" | "tcPr" | "sectPr" | "sdtPr" | "instrText" | "delInstrText")
}

/// The paragraphs with their remarks, those whose end was taken out or put in joined with the next.
fn finished(found: Vec<Open>, remarks: &[(String, Remark)]) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = Vec::with_capacity(found.len());
    let mut runs_on: Option<Change> = None;
    let mut told: Vec<String> = Vec::new();
    for Open { mut paragraph, end, remarks: ids } in found {
        paragraph.text = clean_text(&paragraph.text).text;
        paragraph.was = clean_text(&paragraph.was).text;
        for id in ids {
            if !told.contains(&id) {
                paragraph.remarks.extend(remarks.iter().filter(|(other, _)| *other == id).map(|(_, it)| it.clone()));
                told.push(id);
            }
        }
        if let (Some(change), Some(before)) = (runs_on, paragraphs.last_mut()) {
            run_on(change, before, &mut paragraph);
        }
        runs_on = end;
        paragraphs.push(paragraph);
    }
    paragraphs
}

/// Gives a paragraph what the next one says, or said, where both are one, or were.
fn run_on(change: Change, before: &mut Paragraph, next: &mut Paragraph) {
    let [text, more] = match change {
        Change::Taken => [&mut before.text, &mut next.text],
        Change::Added => [&mut before.was, &mut next.was],
    };
    // What was struck out or put in whole stands by itself.
    if text.trim().is_empty() || more.trim().is_empty() {
        return;
    }
    if !text.ends_with(char::is_whitespace) && !more.starts_with(char::is_whitespace) {
        text.push(' ');
    }
    text.push_str(&std::mem::take(more));
    next.changed_by = before.changed_by.iter().cloned().chain(next.changed_by.drain(..)).collect();
    next.changed_by.dedup();
}

/// The remarks while they are read, each by its id.
#[derive(Debug, Default)]
struct Remarks {
    found: Vec<(String, Remark)>,
    speaks: bool,
}

impl Remarks {
    fn step(&mut self, step: Step<'_>) {
        match step {
            Step::Start("comment", start) => {
                let id = attribute(start, "id").unwrap_or_default();
                self.found.push((id, Remark { by: author(start), text: String::new() }));
            }
            Step::Start("t", _) => self.speaks = true,
            Step::End("t") => self.speaks = false,
            Step::End("p") => self.say(" "),
            Step::End("comment") => {
                if let Some((_, remark)) = self.found.last_mut() {
                    remark.text = clean_line(&remark.text).text;
                }
            }
            Step::Text(text) if self.speaks => self.say(text),
            _ => {}
        }
    }

    fn say(&mut self, text: &str) {
        if let Some((_, remark)) = self.found.last_mut() {
            remark.text.push_str(text);
        }
    }
}
