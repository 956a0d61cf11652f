//! `quorate export`: minutes and other papers from a record, and the agenda from its file.
//!
//! The public file is folded afresh for every export; the private one is never opened, whatever the format, unless
//! `--private` asks for the private minutes in so many words. Those go to files of their own, for their owner only.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use crate::meeting::Meeting;
use crate::meeting::state::State;
use crate::minutes::paper::Paper;
use crate::minutes::style::Style;
use crate::minutes::write::Spelling;
use crate::minutes::{data, document};
use crate::problem::{Problem, Problems};

use super::cli::Export;
use super::files::Access;
use super::format::Format;
use super::ledger::{Ledger, Written};
use super::outcome::{Ended, Failure, Outcome, folder_shown, note, say, say_bytes, shown, warn};
use super::papers;
use super::places::RecordFiles;
use super::printing::{no_screen, spelt, writer};
use super::progress::Progress;
use super::reading::{self, Reading, Scope, problem_of};

/// Carries out `quorate export`.
pub fn export(export: &Export) -> Outcome {
    let source = Source::of(export)?;
    let (files, problems) = (&source.files, &source.problems);
    let target = Target::of(export, files)?;
    let page = Page { width: usize::from(export.width), place: target.place(), private: export.private };
    let outputs = export.formats.iter().map(|format| spell_seen(source.meeting.state(), *format, page));
    match target {
        Target::Screen => outputs.into_iter().try_for_each(|bytes| say_bytes(&bytes))?,
        Target::Files(paths) => {
            for (bytes, path) in outputs.zip(paths) {
                let mut ledger = Ledger::of(files);
                let written = ledger.write(&path, &bytes, export.force, Access::of(export.private));
                say_where(&written.map_err(|trouble| Failure::from(problem_of(&trouble, &path)))?)?;
            }
        }
    }
    warn(problems);
    Ok(if problems.has_errors() { Ended::Problems } else { Ended::Done })
}

/// What is exported.
struct Source {
    files: RecordFiles,
    meeting: Meeting,
    /// What could not be exported, and what is odd about it.
    problems: Problems,
}

impl Source {
    fn of(export: &Export) -> Result<Self, Failure> {
        if export.record.extension().is_some_and(|ending| ending == "toml") {
            return Self::agenda(export);
        }
        let files = RecordFiles::at(&export.record);
        let scope = if export.private { Scope::Whole } else { Scope::Public };
        let reading = reading::read(&files, scope)?;
        let problems = lost(&reading, &files);
        Ok(Self { files, problems, meeting: reading.meeting })
    }

    /// A meeting that has not begun, of which there is its agenda and nothing else.
    fn agenda(export: &Export) -> Result<Self, Failure> {
        let name = export.record.display().to_string();
        if let Some(other) = export.formats.iter().find(|format| format.paper != Paper::Agenda) {
            let problem = Problem::error(format!("'{name}' is an agenda, of which there is no '{}'", other.name()));
            return Err(Failure::Usage(
                problem.hint("Name the record of the meeting, or export the agenda: --to agenda"),
            ));
        }
        let place = papers::find(&name)?;
        let files = place.record(false)?;
        let read = place.read()?;
        let problems = read.warnings.clone();
        Ok(Self { files, problems, meeting: Meeting::new(read.opened(false)) })
    }
}

/// What an export is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum For {
    /// A file, which a spreadsheet must recognise as UTF-8 by itself.
    File,
    /// Standard output.
    Screen,
}

/// What an export looks like.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// The width of plain text, in cells.
    pub width: usize,
    /// What it is for.
    pub place: For,
    /// Whether every section is marked as private.
    pub private: bool,
}

/// A format's bytes, with progress on the terminal where they take long.
fn spell_seen(state: &State, format: Format, page: Page) -> Vec<u8> {
    let about = state.items().map(|item| item.facts.len()).sum();
    let (mut progress, mut done) = (Progress::of(format.name(), about), 0);
    spell_watched(state, format, page, &mut || {
        done += 1;
        progress.reached(done);
    })
}

/// A format's bytes.
pub fn spell(state: &State, format: Format, page: Page) -> Vec<u8> {
    spell_watched(state, format, page, &mut || {})
}

/// A format's bytes; `block` is called before every block.
fn spell_watched(state: &State, format: Format, page: Page, block: &mut dyn FnMut()) -> Vec<u8> {
    let (style, _) = Style::read("the record's house style", state.style());
    let mark = match page.private {
        true => document::private_mark(&style),
        false if format.paper.is_minuted() => document::state_mark(state, &style),
        false => String::new(),
    };
    let sheet = format.paper.sheet(state, &style, &mark);
    let width = if format.paper.is_unwrapped() { usize::MAX } else { page.width };
    let Some(writer) = writer(format.spelling, &style, width, page.place == For::File) else {
        // The whole meeting, which is more than blocks say.
        return data::to_json(state, &style, &sheet, &mark);
    };
    let mut blocks = match format.spelling {
        Spelling::Csv => format.paper.tables(state, &style),
        _ => format.paper.blocks(state, &style),
    };
    if page.private {
        blocks = Box::new(document::marked(&mut blocks, &mark).into_iter());
    }
    spelt(&*writer, &sheet, &mut blocks.inspect(|_| block()))
}

/// Writes the formats beside the record, the usual ones where none is given, for an export that was asked for while the
/// meeting is on. Sentences say where the files are: the names, once the folder, and each that could not have its own name.
pub fn beside(files: &RecordFiles, formats: &[Format], width: usize) -> Result<Vec<String>, Problem> {
    let reading = reading::read(files, Scope::Public)?;
    let (mut said, mut names) = (Vec::new(), Vec::new());
    let page = Page { width, place: For::File, private: false };
    let usual = Format::usual(reading.meeting.state());
    for format in if formats.is_empty() { &usual } else { formats } {
        let bytes = spell(reading.meeting.state(), *format, page);
        let path = files.named(&format.ending());
        let written = Ledger::of(files).write(&path, &bytes, false, Access::Shared);
        let written = written.map_err(|trouble| problem_of(&trouble, &path))?;
        match written.path.file_name() {
            Some(name) if written.spared.is_none() => names.push(name.to_string_lossy().into_owned()),
            _ => said.push(sentence(&written)),
        }
    }
    if let (false, Some(folder)) = (names.is_empty(), files.record().parent()) {
        said.push(format!("Exported: {}, in {}.", names.join(", "), folder_shown(folder)));
    }
    Ok(said)
}

/// Where exports go.
enum Target {
    Screen,
    Files(Vec<PathBuf>),
}

impl Target {
    fn place(&self) -> For {
        match self {
            Self::Screen => For::Screen,
            Self::Files(_) => For::File,
        }
    }

    /// Standard output, if that can take these formats: what is no text would garble a screen.
    fn screen(formats: &[Format]) -> Result<Self, Failure> {
        if formats.iter().all(|format| format.spelling.is_text()) || !io::stdout().is_terminal() {
            return Ok(Self::Screen);
        }
        Err(no_screen())
    }

    fn of(export: &Export, files: &RecordFiles) -> Result<Self, Failure> {
        let one = export.formats.len() == 1;
        let named =
            |path: &dyn Fn(Format) -> PathBuf| Self::Files(export.formats.iter().map(|format| path(*format)).collect());
        let private = if export.private { ".private" } else { "" };
        let ending = |format: Format| format!("{private}{}", format.ending());
        match &export.output {
            None => Ok(named(&|format| files.named(&ending(format)))),
            Some(output) if output == Path::new("-") && one => Self::screen(&export.formats),
            Some(output) if is_folder(output) => {
                Ok(named(&|format| output.join(format!("{}{}", files.stem(), ending(format)))))
            }
            Some(output) if one && output != Path::new("-") => Ok(Self::Files(vec![output.clone()])),
            Some(_) => {
                let problem = Problem::error("several formats cannot go to one place");
                Err(Failure::Usage(problem.hint("Give a folder that is there with -o, or one format at a time")))
            }
        }
    }
}

/// A folder as a sentence names it; that of the record may be the one the program runs in.
fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.to_string_lossy().ends_with(['/', std::path::MAIN_SEPARATOR])
}

/// What the record holds that could not be exported.
fn lost(reading: &Reading, files: &RecordFiles) -> Problems {
    let mut problems: Problems = reading.barred.iter().map(|trouble| problem_of(trouble, files.record())).collect();
    problems.extend(reading.troubles.iter().map(|trouble| problem_of(trouble, files.record())));
    if reading.cut_short {
        let last = reading.entries.last().map_or(0, |entry| entry.n);
        problems.push(Problem::error(format!("what was exported holds only entries 1 to {last}")));
    }
    problems
}

fn say_where(written: &Written) -> Result<(), Failure> {
    if written.spared.is_some() {
        note(&sentence(written));
    }
    say(&format!("{}\n", shown(&written.path)))
}

fn sentence(written: &Written) -> String {
    match &written.spared {
        Some(spared) => format!(
            "'{}' was changed since it was written, so it was left as it is; the export is in '{}'.",
            spared.display(),
            written.path.display()
        ),
        None => format!("The export is in '{}'.", written.path.display()),
    }
}
