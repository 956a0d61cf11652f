//! `quorate export`: minutes and tables from a record.
//!
//! The public file is folded afresh for every export; the private one is never opened, whatever the format.

use std::path::{Path, PathBuf};

use crate::meeting::state::State;
use crate::minutes::document;
use crate::minutes::style::Style;
use crate::minutes::write::{Csv, Text, Writer};
use crate::problem::{Problem, Problems};

use super::cli::{Export, Format};
use super::ledger::{Ledger, Written};
use super::outcome::{Ended, Failure, Outcome, note, say, shown, warn};
use super::places::RecordFiles;
use super::reading::{self, Reading, Scope, problem_of};

/// Carries out `quorate export`.
pub fn export(export: &Export) -> Outcome {
    let files = RecordFiles::at(&export.record);
    let target = Target::of(export, &files)?;
    let reading = reading::read(&files, Scope::Public)?;
    let problems = lost(&reading, &files);
    let outputs = spell(reading.meeting.state(), &export.formats, usize::from(export.width), target.place());
    match target {
        Target::Screen => outputs.iter().try_for_each(|(_, text)| say(text))?,
        Target::Files(paths) => {
            for ((_, text), path) in outputs.iter().zip(paths) {
                let mut ledger = Ledger::of(&files);
                let written = ledger.write(&path, text.as_bytes(), export.force);
                say_where(&written.map_err(|trouble| Failure::from(problem_of(&trouble, &path)))?)?;
            }
        }
    }
    warn(&problems);
    Ok(if problems.is_empty() { Ended::Done } else { Ended::Problems })
}

/// What an export is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum For {
    /// A file, which a spreadsheet must recognise as UTF-8 by itself.
    File,
    /// Standard output.
    Screen,
}

/// Each format's text.
pub fn spell(state: &State, formats: &[Format], width: usize, place: For) -> Vec<(Format, String)> {
    let (style, _) = Style::read("the record's house style", state.style());
    let text = |format: &Format| match format {
        Format::Text => Text::new(&style, width).to_text(document::minutes(state, &style)),
        Format::Actions => Text::new(&style, width).to_text(document::actions(state, &style)),
        Format::ActionsCsv => Csv { mark: place == For::File }.to_text([document::register(state, &style)]),
    };
    formats.iter().map(|format| (*format, text(format))).collect()
}

/// Writes the formats beside the record, for an export that was asked for while the meeting is on. A sentence for each
/// file says where it is.
pub fn beside(files: &RecordFiles, formats: &[Format], width: usize) -> Result<Vec<String>, Problem> {
    let reading = reading::read(files, Scope::Public)?;
    let mut said = Vec::new();
    for (format, text) in spell(reading.meeting.state(), formats, width, For::File) {
        let path = files.named(format.ending());
        let written = Ledger::of(files).write(&path, text.as_bytes(), false);
        said.push(sentence(&written.map_err(|trouble| problem_of(&trouble, &path))?));
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

    fn of(export: &Export, files: &RecordFiles) -> Result<Self, Failure> {
        let one = export.formats.len() == 1;
        let named =
            |path: &dyn Fn(Format) -> PathBuf| Self::Files(export.formats.iter().map(|format| path(*format)).collect());
        match &export.output {
            None => Ok(named(&|format| files.named(format.ending()))),
            Some(output) if output == Path::new("-") && one => Ok(Self::Screen),
            Some(output) if is_folder(output) => {
                Ok(named(&|format| output.join(format!("{}{}", files.stem(), format.ending()))))
            }
            Some(output) if one && output != Path::new("-") => Ok(Self::Files(vec![output.clone()])),
            Some(_) => {
                let problem = Problem::error("several formats cannot go to one place");
                Err(Failure::Usage(problem.hint("Give a folder that is there with -o, or one format at a time")))
            }
        }
    }
}

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
