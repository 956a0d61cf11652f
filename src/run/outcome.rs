//! How a command ends, and what it says on the way.

use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

use crate::problem::{Problem, Problems, render};
use crate::text::harmless_line;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// What was asked is done.
    Done,
    /// The file or record has problems, all of which were said.
    Problems,
}

/// Why a command could not be carried out.
#[derive(Debug)]
pub enum Failure {
    /// The file or record has problems.
    Problems(Problems),
    /// What was asked makes no sense.
    Usage(Problem),
    /// Nobody reads what is written any more, which is their right.
    NobodyReads,
}

/// What commands come to.
pub type Outcome = Result<Ended, Failure>;

impl From<Problems> for Failure {
    fn from(problems: Problems) -> Self {
        Self::Problems(problems)
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Problems(problem.into())
    }
}

/// Says the last words of a command and gives its exit code: 0 done, 1 problems, 2 wrong usage.
pub fn conclude(outcome: Outcome) -> ExitCode {
    match outcome {
        Ok(Ended::Done) | Err(Failure::NobodyReads) => ExitCode::SUCCESS,
        Ok(Ended::Problems) => ExitCode::from(1),
        Err(Failure::Problems(problems)) => {
            warn(&problems);
            ExitCode::from(1)
        }
        Err(Failure::Usage(problem)) => {
            warn(&problem.into());
            ExitCode::from(2)
        }
    }
}

/// Writes `text` to standard output.
pub fn say(text: &str) -> Result<(), Failure> {
    say_bytes(text.as_bytes())
}

/// As [`say`], of what may be no text.
pub fn say_bytes(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    written(out.write_all(bytes).and_then(|()| out.flush()))
}

/// What came of writing to standard output. A reader who has gone ends the command, but is no problem.
pub fn written(result: io::Result<()>) -> Result<(), Failure> {
    result.map_err(|error| {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Failure::NobodyReads;
        }
        let problem = Problem::error(format!("the output could not be written: {error}"));
        problem.hint("Check where it goes to, such as whether that disk is full").into()
    })
}

/// Writes problems to standard error, each with its line where it has one.
pub fn warn(problems: &Problems) {
    let colour = io::stderr().is_terminal() && !anstyle_query::no_color();
    tell(&render(&problems.iter().cloned().map(with_harmless_place).collect(), colour));
}

/// A file may be called anything, also something that a terminal would obey.
fn with_harmless_place(mut problem: Problem) -> Problem {
    if let Some(place) = &mut problem.place {
        place.file = harmless_line(&place.file).into_owned();
    }
    problem
}

/// A file's name as it may be shown on a terminal.
pub fn shown(path: &Path) -> String {
    harmless_line(&path.to_string_lossy()).into_owned()
}

/// A folder's name as a sentence has it: “in panel”, “in this folder”.
pub fn folder_shown(folder: &Path) -> String {
    let here = folder.as_os_str().is_empty() || folder == Path::new(".");
    if here { "this folder".to_owned() } else { shown(folder) }
}

/// Writes a line to standard error.
pub fn note(line: &str) {
    tell(&format!("{}\n", harmless_line(line)));
}

fn tell(text: &str) {
    // Whoever closed standard error does not want to know.
    _ = io::stderr().lock().write_all(text.as_bytes());
}
