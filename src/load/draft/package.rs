//! The package that a document of a word processor is: which of its parts are read, and how large they may be.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::LARGEST;
use crate::problem::Problem;

/// The parts of a document that are read.
#[derive(Debug, Default)]
pub(super) struct Package {
    /// The text.
    pub(super) document: String,
    /// The remarks; empty where there are none.
    pub(super) comments: String,
}

/// Opens a package. What it says of its sizes is not believed: no more is unpacked than may be.
pub(super) fn open(name: &str, bytes: &[u8]) -> Result<Package, Problem> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| spoilt(name))?;
    let Some(document) = part(name, &mut archive, "word/document.xml")? else {
        return Err(other(name, &mut archive));
    };
    let comments = part(name, &mut archive, "word/comments.xml")?.unwrap_or_default();
    Ok(Package { document, comments })
}

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// A part as text; nothing where there is none of that name.
fn part(name: &str, archive: &mut Archive<'_>, part: &str) -> Result<Option<String>, Problem> {
    let file = match archive.by_name(part) {
        Ok(file) => file,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(ZipError::UnsupportedArchive(_) | ZipError::InvalidPassword) => return Err(locked(name)),
        Err(_) => return Err(spoilt(name)),
    };
    let mut bytes = Vec::new();
    file.take(LARGEST as u64 + 1).read_to_end(&mut bytes).map_err(|_| spoilt(name))?;
    if bytes.len() > LARGEST {
        let problem = Problem::error(format!(
            "'{name}' unpacks to more than {} MB of text, which no minutes are",
            LARGEST / 1024 / 1024
        ));
        return Err(problem.hint("Check where it came from before you open it anywhere"));
    }
    String::from_utf8(bytes).map(Some).map_err(|_| spoilt(name))
}

fn spoilt(name: &str) -> Problem {
    let problem = Problem::error(format!("'{name}' is damaged: it cannot be unpacked as a Word document"));
    problem.hint("Ask for it again, or open it in a word processor and save it anew as .docx")
}

fn locked(name: &str) -> Problem {
    let problem = Problem::error(format!("'{name}' is locked with a password"));
    problem.hint("Save a copy without the password, and compare that")
}

/// What a package without a text of a word processor is instead.
fn other(name: &str, archive: &mut Archive<'_>) -> Problem {
    let is_open_document = archive.by_name("content.xml").is_ok();
    let what = if is_open_document {
        format!("'{name}' is an OpenDocument file, such as LibreOffice writes (.odt)")
    } else {
        format!("'{name}' is a package of files, but no Word document is in it")
    };
    Problem::error(what).hint("Save it as a Word document (.docx), and compare that")
}
