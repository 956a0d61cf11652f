//! `quorate import`: the files of a meeting from the text of its published pack.

use std::fs;
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::load::pack::{self, Answer, Finding, Given, Imported, Last};
use crate::load::{self, BodyFile};
use crate::meeting::plan::Plan;
use crate::problem::{Problem, Problems};
use crate::text::{clean_line, harmless_line};

use super::cli::Import;
use super::files::Access;
use super::held;
use super::import_report::{gap, report};
use super::ledger::make_new;
use super::outcome::{Ended, Failure, Outcome, note, say, shown, warn};
use super::papers::{plan_beside, read_text, unreadable};
use super::places::{folder_of, name_of};
use super::plan::file;

/// Carries out `quorate import`.
pub fn import(import: &Import) -> Outcome {
    let (name, bytes) = read_pack(&import.pack)?;
    let decoded = pack::decode(&name, &bytes)?;
    if let Some(odd) = &decoded.odd {
        warn(&Problem::warning(odd.clone()).into());
    }
    let folder = folder(import);
    let body = known(import, &folder)?;
    let mut answers = answers(import)?;
    let given = Given {
        file: &name,
        known: body.as_ref().map(|body| &body.file),
        beside: body.as_ref().and_then(|body| body.named.as_deref()),
        body: import.name.as_deref(),
        date: import.date,
        time: import.time,
        ..Given::default()
    };
    let reading = pack::read(&decoded.text, &given);
    let (plan, last) = before(&folder, body.as_ref(), reading.day(), import)?;
    let read =
        |answers: &[Answer]| reading.import(&Given { answers, last: last.as_ref(), plan: plan.as_ref(), ..given });
    let (mut made, mut findings) = read(&answers);
    if made.is_ok() && import.pack.as_os_str() != "-" && io::stdin().is_terminal() && io::stdout().is_terminal() {
        let more = ask(&findings)?;
        if !more.is_empty() {
            answers.extend(more);
            (made, findings) = read(&answers);
        }
    }
    let made = match made {
        Ok(made) => made,
        Err(problem) => {
            let gaps: String = findings.iter().filter_map(gap).collect();
            if !gaps.is_empty() && findings.iter().any(|finding| matches!(finding, Finding::Found { .. })) {
                say(&report(&findings))?;
            }
            return Err(problem.into());
        }
    };
    let written = write(&folder, &made, body.as_ref())?;
    say(&report(&findings))?;
    for path in written {
        say(&format!("Written: {}\n", shown(&path)))?;
    }
    Ok(Ended::Done)
}

/// The pack's name for messages, and its bytes.
fn read_pack(path: &Path) -> Result<(String, Vec<u8>), Problem> {
    let most = pack::LARGEST as u64 + 1;
    let mut bytes = Vec::new();
    if path.as_os_str() == "-" {
        let read = io::stdin().lock().take(most).read_to_end(&mut bytes);
        read.map_err(|error| Problem::error(format!("the text could not be read: {error}")))?;
        return Ok(("standard input".to_owned(), bytes));
    }
    if path.is_dir() {
        let problem = Problem::error(format!("'{}' is a folder, not the text of a pack", shown(path)));
        return Err(problem.hint("Name a file in it"));
    }
    let read = fs::File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes));
    read.map_err(|error| unreadable(path, &error))?;
    Ok((clean_line(&name_of(path)).text, bytes))
}

/// The folder for the files: the one given, that of the body's file, or this one.
fn folder(import: &Import) -> PathBuf {
    let of_body = || import.body.as_ref().map(|body| folder_of(body).to_owned());
    import
        .output
        .clone()
        .or_else(of_body)
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or_else(|| PathBuf::from("."))
}

/// A body that has its file.
struct Known {
    file: BodyFile,
    /// Its text.
    text: String,
    /// Whether the file lies elsewhere, so that a copy is made beside the agenda.
    elsewhere: bool,
    /// What the file is called, where that is not `body.toml`.
    named: Option<String>,
}

/// The body of the file given, or of the one beside the agenda to be.
fn known(import: &Import, folder: &Path) -> Result<Option<Known>, Failure> {
    let beside = folder.join("body.toml");
    let path = match &import.body {
        Some(path) => path.clone(),
        None if beside.is_file() => beside,
        None => return Ok(None),
    };
    let text = read_text(&path)?;
    let (file, problems) = load::body(&path.display().to_string(), &text);
    let Some(file) = file else { return Err(problems.into()) };
    let same = |one: &Path, other: &Path| {
        fs::canonicalize(one).ok().is_some_and(|one| fs::canonicalize(other).ok() == Some(one))
    };
    let elsewhere = !same(folder_of(&path), folder) && import.output.is_some();
    if elsewhere && load::style_named(&text).is_some() {
        let problem = Problem::error("the body's file names a file of house style, which lies beside it");
        return Err(problem.hint("Leave out -o, so that the agenda is written beside them").into());
    }
    let named = Some(name_of(&path)).filter(|name| name != "body.toml" && !elsewhere);
    Ok(Some(Known { file, text, elsewhere, named }))
}

/// The body's plan, and the last meeting that was recorded before this one, where they lie with the body's file.
fn before(
    folder: &Path,
    body: Option<&Known>,
    day: Option<NaiveDate>,
    import: &Import,
) -> Result<(Option<Plan>, Option<Last>), Problem> {
    let Some(body) = body else { return Ok((None, None)) };
    let beside = import.body.as_deref().map_or(folder, folder_of);
    let plan = plan_beside(&beside.join("body.toml"))?;
    let plan = plan.and_then(|(name, text)| file::read(&name, &text, &body.file.body.rules));
    let last = day.and_then(|day| held::last_before(beside, &body.file.body.id, day));
    Ok((plan, last.map(|last| Last::of(last.meeting.state()))))
}

/// What was said on the command line about names.
fn answers(import: &Import) -> Result<Vec<Answer>, Failure> {
    let mut answers = Vec::new();
    for same in &import.same {
        let Some((printed, key)) = same.rsplit_once('=') else {
            let problem = Problem::error(format!("'{}' does not say who is meant", harmless_line(same)));
            return Err(Failure::Usage(
                problem.hint("Write --same \"Councillor M Beutell=beuttell\", with the person's key after the ="),
            ));
        };
        answers.push(Answer { printed: printed.trim().to_owned(), means: Some(key.trim().to_owned()) });
    }
    answers.extend(import.other.iter().map(|printed| Answer { printed: printed.trim().to_owned(), means: None }));
    Ok(answers)
}

/// Asks about each name that may be somebody known. What is not answered stays open.
fn ask(findings: &[Finding]) -> Result<Vec<Answer>, Failure> {
    let mut answers = Vec::new();
    for finding in findings {
        let Finding::Question { printed, line, known } = finding else { continue };
        for (key, name) in known {
            let (printed_shown, name) = (harmless_line(printed), harmless_line(name));
            say(&format!(
                "Line {line}: is \"{printed_shown}\" the same person as {name}? [y, n, or Enter to leave it open] "
            ))?;
            let mut said = String::new();
            let read = io::stdin().read_line(&mut said);
            match (read, said.trim().to_lowercase().as_str()) {
                (Ok(_), "y" | "yes") => {
                    answers.push(Answer { printed: printed.clone(), means: Some(key.clone()) });
                    break;
                }
                (Ok(_), "n" | "no") if known.len() == 1 => {
                    answers.push(Answer { printed: printed.clone(), means: None });
                }
                (Ok(0) | Err(_), _) => return Ok(answers),
                _ => {}
            }
        }
    }
    Ok(answers)
}

/// Writes the files. Those that are there are left alone, and then nothing is written.
fn write(folder: &Path, made: &Imported, known: Option<&Known>) -> Result<Vec<PathBuf>, Problems> {
    let agenda = folder.join(&made.name);
    let copy = known.filter(|known| known.elsewhere).map(|known| known.text.as_str());
    let body = made.body.as_deref().or(copy).map(|text| (folder.join("body.toml"), text));
    for path in std::iter::once(&agenda).chain(body.as_ref().map(|(path, _)| path)) {
        if path.symlink_metadata().is_ok() {
            let problem = Problem::error(format!("'{}' is there already", shown(path)));
            return Err(problem.hint("Move it away, or name another folder with -o; nothing was written").into());
        }
    }
    let failed = |path: &Path, error: &io::Error| {
        let problem = Problem::error(format!("'{}' could not be written: {error}", shown(path)));
        Problems::from(problem.hint("Check the folder and the disk; nothing was written"))
    };
    fs::create_dir_all(folder).map_err(|error| failed(folder, &error))?;
    let mut written = Vec::new();
    if let Some((path, text)) = body {
        make_new(&path, text.as_bytes(), Access::Shared).map_err(|error| failed(&path, &error))?;
        written.push(path);
    }
    if let Err(error) = make_new(&agenda, made.agenda.as_bytes(), Access::Shared) {
        // The body's file alone would be half of it.
        for path in &written {
            if let Err(left) = fs::remove_file(path) {
                note(&format!("'{}' was written and could not be taken away: {left}", shown(path)));
            }
        }
        return Err(failed(&agenda, &error));
    }
    written.insert(0, agenda);
    Ok(written)
}
