//! `quorate sign`: the signed text of approved minutes, kept beside the record for ever.
//!
//! The text prints the number and the sum of the record's last entry. It is written before the entry that records it with
//! its SHA-256: whenever the program is stopped in between, signing again finds the same text or says that another is
//! there.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::journal::Trouble;
use crate::meeting::command::Command;
use crate::meeting::event::Entry;
use crate::meeting::stage::{Reached, Signature, SignedText, Stage};
use crate::meeting::state::State;
use crate::minutes::paper::Paper;
use crate::minutes::write::Spelling;
use crate::problem::{Problem, Problems};

use super::addition::Addition;
use super::cli::Sign;
use super::export::{For, Page, spell};
use super::files::{Access, options, sync_folder_of};
use super::ledger::sum;
use super::outcome::{Ended, Failure, Outcome, say, shown};
use super::places::{RecordFiles, name_of};
use super::reading::{self, Scope, problem_of};
use super::who;

/// What stands in the name of every signed text.
pub const SIGNED: &str = ".signed.";

/// Carries out `quorate sign`.
pub fn sign(sign: &Sign) -> Outcome {
    if sign.format.paper != Paper::Minutes || sign.format.spelling == Spelling::Csv {
        let problem = Problem::error(format!("'{}' is no spelling of the minutes", sign.format.name()));
        return Err(Failure::Usage(problem.hint("Minutes are signed; leave --to out for plain text")));
    }
    let files = RecordFiles::at(&sign.record);
    let addition = Addition::to(files.clone(), who(sign.by.as_deref()))?;
    let by = signer(sign, addition.state())?;
    if sign.private && !addition.state().was_private() {
        let problem = Problem::error("no part of the meeting was private, so there are no private minutes to sign");
        return Err(Failure::Usage(problem.hint("Leave --private out")));
    }
    let ending = sign.format.spelling.ending();
    let [path, private] = ["", "private."].map(|part| files.named(&format!("{SIGNED}{part}{ending}")));
    let (entry, head) = addition.head().unwrap_or_default();
    let unkept = |path: &Path| SignedText { file: name_of(path), sha256: String::new() };
    let SignedText { file, sha256 } = unkept(&path);
    let beside = sign.private.then(|| unkept(&private));
    let mut signature = Signature { by, entry, sum: head, file, sha256, private: beside };
    let drafted = addition.draft(&Command::Reach(Reached::Signed(signature.clone())))?;
    let mut names = shown(&path);
    if let Some(beside) = &mut signature.private {
        let bytes = text(&files, drafted.clone(), sign, Scope::Whole)?;
        keep(&private, &bytes, Access::OwnerOnly)?;
        beside.sha256 = sum(&bytes);
        names = format!("{names}\n{}", shown(&private));
    }
    let bytes = text(&files, drafted, sign, Scope::Public)?;
    keep(&path, &bytes, Access::Shared)?;
    signature.sha256 = sum(&bytes);
    let n = addition.record(&Command::Reach(Reached::Signed(signature)))?;
    say(&format!("{names}\nThe minutes are signed: it is entry {n} of {}.\n", name_of(&sign.record)))?;
    Ok(Ended::Done)
}

/// Whoever is named, or presided at the meeting that approved the minutes.
fn signer(sign: &Sign, state: &State) -> Result<String, Failure> {
    let named = sign.signer.as_deref().map(|name| crate::text::clean_line(name).text).filter(|name| !name.is_empty());
    let presided = || state.approval().and_then(|approval| approval.presided.clone());
    // Whether they are approved at all is for the meeting to say.
    let waits = state.stage() != Stage::Approved;
    named.or_else(presided).or_else(|| waits.then(String::new)).ok_or_else(|| {
        let problem = Problem::error("it is not recorded who presided when the minutes were approved");
        Failure::Usage(problem.hint("Name whoever signs: --signer \"Councillor Jane Hill\""))
    })
}

/// The minutes as they read once the entry is recorded, to everybody or to those who may read the private part.
fn text(files: &RecordFiles, mut entry: Entry, sign: &Sign, scope: Scope) -> Result<Vec<u8>, Problem> {
    let private = scope == Scope::Whole;
    let mut reading = reading::read(files, scope)?;
    if !private {
        entry.private.clear();
    }
    reading.meeting.apply(&entry);
    let page = Page { width: usize::from(sign.width), place: For::File, private };
    Ok(spell(reading.meeting.state(), sign.format, page))
}

/// Writes a file that is not there yet, for good. One that holds the same already is left as it is.
fn keep(path: &Path, bytes: &[u8], access: Access) -> Result<(), Problem> {
    match options(access).write(true).create_new(true).open(path) {
        Ok(mut file) => {
            let written = file.write_all(bytes).and_then(|()| file.sync_all()).and_then(|()| sync_folder_of(path));
            written.map_err(|error| unkept(path, &error))?;
            // Where rights cannot be set, the sum in the record still tells whether somebody altered it.
            _ = fs::metadata(path).map(|about| {
                let mut rights = about.permissions();
                rights.set_readonly(true);
                fs::set_permissions(path, rights)
            });
            Ok(())
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => match fs::read(path) {
            Ok(there) if there == bytes => Ok(()),
            _ => {
                let problem = Problem::error(format!("there is another signed text already: '{}'", path.display()));
                Err(problem
                    .hint("A signed text is never replaced. Move it away if these minutes were not signed after all"))
            }
        },
        Err(error) => Err(unkept(path, &error)),
    }
}

fn unkept(path: &Path, error: &io::Error) -> Problem {
    problem_of(&Trouble::from_io("write", &name_of(path), error), path)
}

/// What is wrong with the signed texts of a record, if it was signed. The private one is left shut unless `private`.
pub fn verify(files: &RecordFiles, state: &State, private: bool) -> Problems {
    let Some(signature) = state.signature() else { return Problems::default() };
    let beside = signature.private.as_ref().filter(|_| private).map(|text| (&text.file, &text.sha256));
    let texts = std::iter::once((&signature.file, &signature.sha256)).chain(beside);
    texts.filter_map(|(file, sha256)| altered(files, file, sha256)).collect()
}

fn altered(files: &RecordFiles, file: &str, sha256: &str) -> Option<Problem> {
    // The name comes from the record, and leads nowhere else than beside it.
    let path: PathBuf = files.record().with_file_name(name_of(Path::new(file)));
    let problem = match fs::read(&path) {
        Ok(bytes) if sum(&bytes) == sha256 => return None,
        Ok(_) => Problem::error(format!("'{}' is not the text that was signed", path.display())),
        Err(error) => Problem::error(format!("the signed text '{}' cannot be read: {error}", path.display())),
    };
    Some(problem.hint("Put back a copy of it as it was signed; the record has its SHA-256"))
}
