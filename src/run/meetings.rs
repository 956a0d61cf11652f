//! What the start screen offers: meetings to continue, newest first, and agendas to open.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::journal::Trouble;
use crate::load::{NewFiles, compiled};
use crate::meeting::event::{Opened, Sitting};
use crate::problem::{Problem, Problems};

use super::files::Access;
use super::ledger::replace;
use super::papers::{self, Place, read_text};
use super::places::{RecordFiles, agenda_folders, data_folder, files_below, name_of};
use super::reading::{self, Scope};
use super::records::{DEPTH, Listed, paths};

/// A meeting that has a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Continue {
    /// The record.
    pub record: PathBuf,
    /// The body's name and the day: "Anytown Council, 19 July 2023".
    pub title: String,
    /// Whether it is a rehearsal.
    pub practice: bool,
    /// Whether it has closed and was not reopened.
    pub closed: bool,
    changed: Option<SystemTime>,
}

/// An agenda that can be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What `quorate run` is given to open it.
    pub agenda: String,
    /// The body's name and the day.
    pub title: String,
    /// Whether it comes with the program.
    pub compiled: bool,
}

/// The meetings that can be continued, the one worked on last first.
pub fn to_continue() -> Vec<Continue> {
    let mut folders = agenda_folders();
    folders.push(PathBuf::from("."));
    folders.extend(data_folder());
    let mut found: Vec<Continue> = Vec::new();
    for folder in folders {
        let depth = if folder == Path::new(".") { 0 } else { DEPTH };
        for record in paths(&folder, depth) {
            if !found.iter().any(|other| same(&other.record, &record)) {
                found.extend(to_be_continued(record));
            }
        }
    }
    found.sort_by(|a, b| b.changed.cmp(&a.changed).then_with(|| a.record.cmp(&b.record)));
    found
}

/// The agendas in `./agendas`, in the user's folder and in the program.
pub fn agendas() -> Vec<Offer> {
    let folders = agenda_folders();
    let files = folders.iter().flat_map(|folder| files_below(folder, DEPTH)).filter(|path| is_agenda(path));
    let mut offers: Vec<Offer> =
        files.map(|path| offer(&Place::File(path.clone()), path.display().to_string(), false)).collect();
    let own: Vec<String> = offers.iter().map(|offer| offer.title.clone()).collect();
    let compiled =
        compiled::agendas().filter_map(|file| Some(offer(&Place::Compiled(file), file.agenda_name()?, true)));
    offers.extend(compiled.filter(|offer| !own.contains(&offer.title)));
    offers
}

/// The agenda that a record belongs to, where it lies beside it or comes with the program.
pub fn agenda_of(files: &RecordFiles) -> Option<String> {
    let stem = files.stem();
    let day = stem.strip_suffix(".practice").unwrap_or(&stem);
    let beside = files.record().with_file_name(format!("{day}.toml"));
    if beside.is_file() {
        return Some(beside.display().to_string());
    }
    let folder = name_of(files.record().parent()?);
    compiled::agendas().find_map(|file| file.agenda_name().filter(|name| *name == format!("{folder}/{day}")))
}

/// Writes the files of a new meeting and gives the agenda's path. Files that are there are left alone.
pub fn write_new(files: &NewFiles) -> Result<PathBuf, Problems> {
    let folders = agenda_folders();
    let here = folders.iter().find(|folder| folder.is_dir()).or(folders.last());
    write_in(&here.cloned().unwrap_or_else(|| PathBuf::from("agendas")).join(&files.folder), files)
}

fn write_in(folder: &Path, files: &NewFiles) -> Result<PathBuf, Problems> {
    let (body, agenda) = (folder.join("body.toml"), folder.join(&files.name));
    // Nothing is written that could not be opened, or the next try would find half of it in its way.
    if agenda.exists() {
        let problem = Problem::error(format!("there is an agenda already: '{}'", agenda.display()));
        return Err(problem.hint("Open that one, or give the new meeting another day").into());
    }
    if files.body.is_none() && !body.exists() {
        let problem = Problem::error(format!("no members are typed, and '{}' is not there", body.display()));
        return Err(problem.hint("Type or paste the members, one a line").into());
    }
    fs::create_dir_all(folder).map_err(|error| failed("make the folder", folder, &error))?;
    if let Some(text) = files.body.as_ref().filter(|_| !body.exists()) {
        replace(&body, text.as_bytes(), Access::Shared).map_err(|error| failed("write", &body, &error))?;
    }
    replace(&agenda, files.agenda.as_bytes(), Access::Shared).map_err(|error| failed("write", &agenda, &error))?;
    Ok(agenda)
}

/// What a record says of its meeting, from its first line.
fn to_be_continued(record: PathBuf) -> Option<Continue> {
    let changed = fs::metadata(&record).and_then(|metadata| metadata.modified()).ok();
    let listed = Listed::at(record);
    let practice = listed.practice();
    let Listed { record, opened } = listed;
    let title = title(opened.as_ref()?);
    let read = reading::read(&RecordFiles::at(&record), Scope::Public);
    let closed = read.is_ok_and(|reading| reading.meeting.state().sitting() == Sitting::Closed);
    Some(Continue { record, title, practice, closed, changed })
}

/// Whether one of these records is that of an agenda's meeting.
pub fn begun(offer: &Offer, records: &[PathBuf]) -> bool {
    let record = papers::find(&offer.agenda).and_then(|place| place.record(false));
    record.is_ok_and(|files| records.iter().any(|record| same(record, files.record())))
}

fn title(opened: &Opened) -> String {
    day(&opened.body.name, opened.agenda.date)
}

fn day(body: &str, date: chrono::NaiveDate) -> String {
    // The day first: it is what tells a body's meetings apart, and long names are cut at their end.
    format!("{} {body}", date.format("%-d %b %Y"))
}

/// An agenda as it is offered; one with errors is offered by its name, and says what is wrong when it is opened.
fn offer(place: &Place, agenda: String, compiled: bool) -> Offer {
    let title = match place.read() {
        Ok(papers) => day(&papers.body.name, papers.agenda.date),
        Err(_) => format!("{agenda} (has errors)"),
    };
    Offer { agenda, title, compiled }
}

fn is_agenda(path: &Path) -> bool {
    let toml = path.extension().is_some_and(|ending| ending == "toml") && name_of(path) != "body.toml";
    toml && read_text(path)
        .is_ok_and(|text| matches!(crate::source::top_table(&text).as_deref(), Some("meeting" | "item")))
}

fn same(one: &Path, other: &Path) -> bool {
    let whole = |path: &Path| fs::canonicalize(path).ok();
    one == other || (whole(one).is_some() && whole(one) == whole(other))
}

fn failed(doing: &str, path: &Path, error: &std::io::Error) -> Problems {
    let Trouble { what, hint, .. } = Trouble::from_io(doing, &path.display().to_string(), error);
    Problem::error(what).hint(hint).into()
}

/// The agenda's papers and its record, for `quorate run` and the start screen.
pub fn find(agenda: &str, practice: bool, record: Option<&Path>) -> Result<(Place, RecordFiles), Problem> {
    let place = papers::find(agenda)?;
    let files = match record {
        Some(record) => RecordFiles::at(record),
        None => place.record(practice)?,
    };
    Ok((place, files))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_not_be_opened_is_not_written() {
        let home = tempfile::tempdir().expect("a folder");
        let folder = home.path().join("anytown");
        let mut files = NewFiles {
            folder: "anytown".to_owned(),
            body: None,
            name: "2026-05-06.toml".to_owned(),
            agenda: "[meeting]\n".to_owned(),
        };
        let refused = write_in(&folder, &files).expect_err("nobody is a member").to_string();
        assert!(refused.contains("no members are typed"), "{refused}");
        assert!(!folder.exists());
        files.body = Some("[body]\n".to_owned());
        let agenda = write_in(&folder, &files).expect("files");
        assert!(agenda.exists() && folder.join("body.toml").exists());
        assert!(write_in(&folder, &files).expect_err("it is there").to_string().contains("an agenda already"));
    }
}
