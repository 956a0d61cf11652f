//! The command line: what may be typed after `quorate`.

use std::path::PathBuf;

use chrono::{NaiveDate, NaiveTime};
use clap::{Args, Parser, Subcommand};

use crate::app::clock;
use crate::load;
use crate::minutes::write::Spelling;

use super::format::Format;
use super::plan::{FORMATS, PlanFormat};
use super::printing::{Printing, Target};

/// Runs a committee meeting from the terminal.
///
/// Without a command: meetings to continue, agendas to open, and a new meeting.
///
/// Exit codes: 0 done, 1 the file or record has problems (all are listed), 2 wrong usage.
#[derive(Debug, Parser)]
#[command(name = "quorate", version, disable_help_subcommand = true, max_term_width = 100)]
pub struct Cli {
    /// What to do; the start screen without it.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// One command.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Run a meeting, or go on with one that has a record.
    Run(Run),
    /// Begin a new meeting from typed or pasted items and members.
    New,
    /// Make the agenda, and the body's file where there is none, of the text of a published agenda pack.
    Import(Import),
    /// Play a script into a new record, without a terminal.
    Replay(Replay),
    /// Write minutes and other papers from a record, or the agenda from its file.
    Export(Export),
    /// List every problem of files: bodies, agendas, styles, keys, themes, scripts and records.
    Check {
        /// The files.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// Show every sentence of a house style, filled with made-up facts.
        #[arg(long)]
        samples: bool,
    },
    /// Work on the minutes of a meeting that has closed: wording, order, what was missed.
    Edit(Edit),
    /// Record that a later meeting approved the minutes, as the record of that meeting has it.
    Approve(Approve),
    /// Write the signed text of approved minutes, and record it. Nothing in the record changes after that.
    Sign(Sign),
    /// Print a body's forward plan, or write what a meeting changed into it.
    Plan(Plan),
    /// Check in the week before whether everything is ready for a meeting, and list what is missing.
    Ready(Ready),
    /// Print what a record holds, an entry a line, with what was corrected.
    Log(Log),
    /// Compare the minutes with a draft that came back, and list what differs with what would record it.
    Compare(Compare),
    /// Write the agenda of the next meeting: its day from the plan, what was left undone, the actions to review.
    Next(Next),
    /// Print every action of the meetings in a folder, once, with what later meetings heard of it.
    Actions(Actions),
    /// Find what was said and decided in the meetings of a folder.
    Find(Find),
    /// Print what an annual report needs: meetings, attendance, decisions, recommendations, actions.
    Year(Year),
    /// Print the closing list of a record: what is unfinished or inconsistent.
    Lint {
        /// The record.
        record: PathBuf,
        /// Look at what was said without the public too, and name it.
        #[arg(long)]
        private: bool,
        /// List the words of the minutes that nobody knows instead.
        #[arg(long)]
        spelling: bool,
    },
    /// Print this help, that of a command, or the commands of a meeting.
    Help {
        /// A command; or `commands` for everything that can be typed after `:` and in scripts.
        topic: Option<String>,
    },
}

/// `quorate run`.
#[derive(Debug, Args)]
pub struct Run {
    /// An agenda's file, the name of one that comes with the program, or the record of a meeting to go on with.
    pub agenda: String,
    /// Mark the meeting as a rehearsal and keep its record apart.
    #[arg(long)]
    pub practice: bool,
    /// Your name or initials, for the record. The name of your account otherwise.
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    /// Keep the record here instead of beside its agenda.
    #[arg(long, value_name = "FILE")]
    pub record: Option<PathBuf>,
}

/// `quorate import`.
#[derive(Debug, Args)]
pub struct Import {
    /// The text of the pack, as `pdftotext -layout` makes it of a PDF; - for what comes in.
    pub pack: PathBuf,
    /// The folder for the files. That of the body's file, or this one, otherwise.
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// The body's file. The body.toml in the folder otherwise, if there is one.
    #[arg(long, value_name = "FILE")]
    pub body: Option<PathBuf>,
    /// The name of the body, where the pack does not say it.
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
    /// The day of the meeting, where the pack does not say it: 2023-07-19.
    #[arg(long, value_name = "DATE", value_parser = day_named)]
    pub date: Option<NaiveDate>,
    /// The time it begins, where the pack does not say it: 13:30 or 1.30pm.
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub time: Option<NaiveTime>,
    /// A name as the pack spells it, and the key of the person in the body's file who is meant. May be given more than once.
    #[arg(long, value_name = "NAME=KEY")]
    pub same: Vec<String>,
    /// A name as the pack spells it, of nobody in the body's file. May be given more than once.
    #[arg(long, value_name = "NAME")]
    pub other: Vec<String>,
}

/// `quorate edit`.
#[derive(Debug, Args)]
pub struct Edit {
    /// The record of a meeting that has closed.
    pub record: PathBuf,
    /// Go through what differs in a draft that came back, one change after the other.
    #[arg(long, value_name = "FILE")]
    pub compare: Option<PathBuf>,
    /// Who asked for what that draft does not say itself.
    #[arg(long, value_name = "NAME", requires = "compare")]
    pub asked_by: Option<String>,
    /// Your name or initials, for the record. The name of your account otherwise.
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
}

/// `quorate approve`.
#[derive(Debug, Args)]
pub struct Approve {
    /// The record whose minutes were approved.
    pub record: PathBuf,
    /// The record of the meeting that approved them.
    #[arg(long = "in", value_name = "RECORD")]
    pub later: PathBuf,
    /// Your name or initials, for the record. The name of your account otherwise.
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
}

/// `quorate sign`.
#[derive(Debug, Args)]
pub struct Sign {
    /// The record whose minutes are signed.
    pub record: PathBuf,
    /// Who signs. Whoever presided at the meeting that approved them otherwise.
    #[arg(long, value_name = "NAME")]
    pub signer: Option<String>,
    /// Sign the private minutes too, which go to a file of your own.
    #[arg(long)]
    pub private: bool,
    /// How the signed text is spelt.
    #[arg(long = "to", value_name = "FORMAT", default_value = "text", value_parser = format_named)]
    pub format: Format,
    /// The width of plain text, in columns.
    #[arg(long, value_name = "COLUMNS", default_value_t = 80, value_parser = clap::value_parser!(u16).range(40..=400))]
    pub width: u16,
    /// Your name or initials, for the record. The name of your account otherwise.
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
}

/// `quorate plan`.
#[derive(Debug, Args)]
pub struct Plan {
    /// A plan.toml, or the folder of a body that has one.
    #[arg(default_value = ".")]
    pub path: PathBuf,
    /// What to write: text, markdown, html, docx, csv, or ics for a calendar.
    #[arg(long = "to", value_name = "FORMAT", default_value = "text", value_parser = plan_format_named, conflicts_with = "after")]
    pub format: PlanFormat,
    /// Where it goes.
    #[command(flatten)]
    pub target: Target,
    /// Put meetings that are for the members alone into the calendar too, marked as private.
    #[arg(long)]
    pub private: bool,
    /// Write what this meeting changed into the plan, each with where it was decided.
    #[arg(long, value_name = "RECORD", conflicts_with = "output")]
    pub after: Option<PathBuf>,
    /// The width of plain text, in columns.
    #[arg(long, value_name = "COLUMNS", default_value_t = 80, value_parser = clap::value_parser!(u16).range(40..=400))]
    pub width: u16,
}

/// `quorate ready`.
#[derive(Debug, Args)]
pub struct Ready {
    /// An agenda's file, or the name of one that comes with the program.
    pub agenda: String,
    /// The day for which it is asked, such as 2023-09-11. Today otherwise.
    #[arg(long, value_name = "DATE")]
    pub on: Option<NaiveDate>,
}

/// `quorate log`.
#[derive(Debug, Args)]
pub struct Log {
    /// The record.
    pub record: PathBuf,
    /// Only what concerns this item: its number or a part of its title.
    #[arg(long, value_name = "ITEM")]
    pub item: Option<String>,
    /// Only what names this person, by any part of the name.
    #[arg(long, value_name = "NAME")]
    pub person: Option<String>,
    /// Show beside it what a later meeting made of these minutes. May be given more than once.
    #[arg(long, value_name = "RECORD")]
    pub later: Vec<PathBuf>,
}

/// `quorate compare`.
#[derive(Debug, Args)]
pub struct Compare {
    /// The record.
    pub record: PathBuf,
    /// The draft: a Word document (.docx), whose tracked changes and comments say who asked, Markdown, or plain text.
    pub draft: PathBuf,
    /// Who asked for what the draft does not say itself.
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    /// Write what would record the changes as a script, to a file or - for the screen.
    #[arg(long, value_name = "FILE|-")]
    pub script: Option<PathBuf>,
    /// Replace a script that is there.
    #[arg(long)]
    pub force: bool,
    /// Compare with the private minutes. The list then names what was said without the public.
    #[arg(long)]
    pub private: bool,
}

/// `quorate next`.
#[derive(Debug, Args)]
pub struct Next {
    /// The record of the meeting before.
    pub record: PathBuf,
    /// The folder to write it into. Beside the record otherwise.
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// The day of the next meeting, such as 2023-09-20. The next meeting of the plan otherwise.
    #[arg(long, value_name = "DATE", value_parser = day_named)]
    pub date: Option<NaiveDate>,
}

/// `quorate actions`.
#[derive(Debug, Args)]
pub struct Actions {
    /// The folder with the records, which may lie in folders below it, however deep.
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// Only what is not finished.
    #[arg(long)]
    pub open: bool,
    /// Only what is not finished and was due before today.
    #[arg(long)]
    pub overdue: bool,
    /// The day that counts as today for what is overdue.
    #[arg(long, value_name = "DATE", value_parser = day_named)]
    pub on: Option<NaiveDate>,
    /// Only what somebody is to do whose name, post or office has these words, each by its beginning.
    #[arg(long, value_name = "NAME")]
    pub owner: Option<String>,
    /// Only the actions of this body, by any part of its key or of a name that it had.
    #[arg(long, value_name = "NAME")]
    pub body: Option<String>,
    /// As a tracker: date of meeting, item, action, update.
    #[arg(long)]
    pub tracker: bool,
    /// How it is spelt, and where it goes.
    #[command(flatten)]
    pub printing: Printing,
}

/// `quorate find`.
#[derive(Debug, Args)]
pub struct Find {
    /// The folder with the records, which may lie in folders below it, however deep.
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// Words that must all be in one paragraph, each by its beginning; in quotation marks as they are written.
    #[arg(value_name = "WORDS", required = true, num_args = 1..)]
    pub words: Vec<String>,
    /// Only what was decided.
    #[arg(long)]
    pub decided: bool,
    /// Only the meetings of this body, by any part of its key or of a name that it had.
    #[arg(long, value_name = "NAME")]
    pub body: Option<String>,
    /// How it is spelt, and where it goes.
    #[command(flatten)]
    pub printing: Printing,
}

/// `quorate year`.
#[derive(Debug, Args)]
pub struct Year {
    /// The folder with the records, which may lie in folders below it, however deep.
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// The municipal year as the agendas name it, or else by the day, such as 2023/24. All meetings otherwise.
    #[arg(long = "year", value_name = "YEAR")]
    pub municipal: Option<String>,
    /// The first day.
    #[arg(long, value_name = "DATE", value_parser = day_named)]
    pub from: Option<NaiveDate>,
    /// The last day.
    #[arg(long, value_name = "DATE", value_parser = day_named)]
    pub until: Option<NaiveDate>,
    /// Only the meetings of this body, by any part of its key or of a name that it had.
    #[arg(long, value_name = "NAME")]
    pub body: Option<String>,
    /// How it is spelt, and where it goes.
    #[command(flatten)]
    pub printing: Printing,
}

/// `quorate replay`.
#[derive(Debug, Args)]
pub struct Replay {
    /// An agenda's file, or the name of one that comes with the program.
    pub agenda: String,
    /// The script.
    pub script: PathBuf,
    /// Where to write the record.
    #[arg(long, value_name = "FILE")]
    pub record: PathBuf,
    /// Replace a record that is there.
    #[arg(long)]
    pub force: bool,
    /// Your name or initials, for the record. The name of your account otherwise.
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    /// Print each entry's number once it is safe, and save each line of the script as unfinished text before it is
    /// played. For tests of what survives.
    #[arg(long, hide = true)]
    pub ack: bool,
}

/// `quorate export`.
#[derive(Debug, Args)]
pub struct Export {
    /// The record; or an agenda's file, for the agenda.
    pub record: PathBuf,
    /// What to write: a paper, a spelling of the minutes, or both, such as actions-csv.
    #[arg(long = "to", value_name = "FORMAT", required = true, num_args = 1.., value_parser = format_named, long_help = format_help())]
    pub formats: Vec<Format>,
    /// A file, a folder, or - for the screen. Beside the record otherwise.
    #[arg(short, long, value_name = "FILE|DIR|-")]
    pub output: Option<PathBuf>,
    /// Write the private minutes, with what was said without the public. Every section is marked PRIVATE.
    #[arg(long)]
    pub private: bool,
    /// Replace a file that was changed since it was written.
    #[arg(long)]
    pub force: bool,
    /// The width of plain text, in columns.
    #[arg(long, value_name = "COLUMNS", default_value_t = 80, value_parser = clap::value_parser!(u16).range(40..=400))]
    pub width: u16,
}

fn format_named(name: &str) -> Result<Format, String> {
    Format::named(name).map_err(|problem| problem.to_string())
}

pub(super) fn spelling_named(name: &str) -> Result<Spelling, String> {
    let names = Spelling::ALL.map(Spelling::name).join(", ");
    let found = Spelling::ALL.into_iter().find(|spelling| spelling.name().eq_ignore_ascii_case(name));
    found.ok_or_else(|| format!("it is one of {names}"))
}

fn day_named(text: &str) -> Result<NaiveDate, String> {
    clock::day(text).ok_or_else(|| "it is not a day; write it as 2023-09-20".to_owned())
}

fn plan_format_named(name: &str) -> Result<PlanFormat, String> {
    let found = FORMATS.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, format)| *format);
    let names: Vec<&str> = FORMATS.iter().map(|(known, _)| *known).collect();
    found.ok_or_else(|| format!("it is one of {}", names.join(", ")))
}

fn time(text: &str) -> Result<NaiveTime, String> {
    load::time(text).ok_or_else(|| "write it as 13:30 or 1.30pm".to_owned())
}

fn format_help() -> String {
    format!("What to write. {}.", super::format::names())
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory, Parser};

    use super::{Cli, Command};
    use crate::minutes::paper::Paper;
    use crate::minutes::write::Spelling;
    use crate::run::format::Format;

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn several_formats_may_follow_one_another() {
        let cli = Cli::try_parse_from(["quorate", "export", "r", "--to", "text", "actions-csv", "-o", "-"]).unwrap();
        let Some(Command::Export(export)) = cli.command else { panic!("not an export") };
        assert_eq!(export.formats, [Format::TEXT, Format { paper: Paper::Actions, spelling: Spelling::Csv }]);
    }
}
