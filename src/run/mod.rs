//! The world: terminal, clock, disk and signals, and nothing that decides what happens in a meeting.
//!
//! [`main`] is the program. Each command has a file of its own: [`replay`], [`export`], [`import`], [`check`], [`mod@plan`],
//! [`mod@ready`], [`approve`], [`sign`], [`log`], [`mod@compare`], [`next`], [`mod@actions`], [`mod@find`], [`mod@year`] and
//! [`account`] need no terminal.

pub mod account;
pub mod actions;
pub mod addition;
pub mod approve;
pub mod chain;
pub mod changes;
pub mod check;
pub mod cli;
pub mod clock;
pub mod compare;
pub mod conduct;
pub mod config;
pub mod deposit;
pub mod drafts;
pub mod event_loop;
pub mod export;
pub mod exposure;
pub mod files;
pub mod find;
pub mod folder;
pub mod format;
pub mod held;
pub mod hook;
pub mod import;
mod import_report;
pub mod input;
pub mod jobs;
pub mod keyboard;
pub mod ledger;
pub mod live;
pub mod log;
pub mod looks;
pub mod meetings;
pub mod next;
pub mod open;
pub mod outcome;
pub mod papers;
pub mod places;
pub mod plan;
pub mod printing;
mod progress;
pub mod reading;
pub mod ready;
pub mod recorder;
pub mod records;
pub mod replay;
pub mod sign;
pub mod signals;
pub mod specimens;
pub mod spelling;
pub mod start;
pub mod terminal;
pub mod year;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use crate::problem::{Problem, did_you_mean};
use crate::text::clean_line;
use cli::{Cli, Command};
use files::Holder;
use outcome::{Ended, Failure, Outcome, conclude, say};

/// Runs the program: exit code 0 done, 1 the file or record has problems, 2 wrong usage.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    terminal::install_hook();
    match Cli::try_parse_from(arguments) {
        Ok(cli) => conclude(perform(cli)),
        Err(error) => {
            // Help asked for is printed where output goes; what is wrong, where errors do. Nobody may be listening.
            _ = error.print();
            u8::try_from(error.exit_code()).map_or(ExitCode::FAILURE, ExitCode::from)
        }
    }
}

fn perform(cli: Cli) -> Outcome {
    match cli.command {
        Some(Command::Run(run)) => conduct::run(&run),
        Some(Command::Replay(replay)) => replay::replay(&replay),
        Some(Command::Export(export)) => export::export(&export),
        Some(Command::Check { files, samples }) => check::check(&files, samples),
        Some(Command::Import(pack)) => import::import(&pack),
        Some(Command::Edit(edit)) => conduct::edit(&edit),
        Some(Command::Approve(approve)) => approve::approve(&approve),
        Some(Command::Sign(sign)) => sign::sign(&sign),
        Some(Command::Log(log)) => log::log(&log),
        Some(Command::Compare(compare)) => compare::compare(&compare),
        Some(Command::Lint { record, private, spelling: true }) => spelling::lint(&record, private),
        Some(Command::Lint { record, private, .. }) => account::lint(&record, private),
        Some(Command::Actions(actions)) => actions::actions(&actions),
        Some(Command::Find(find)) => find::find(&find),
        Some(Command::Year(year)) => year::year(&year),
        Some(Command::Next(next)) => next::next(&next),
        Some(Command::Plan(asked)) => plan::plan(&asked),
        Some(Command::Ready(asked)) => ready::ready(&asked),
        Some(Command::Help { topic }) => help(topic.as_deref()),
        Some(Command::New) => start::start(true),
        None => start::start(false),
    }
}

/// Who writes: the name given, that of the user's settings, or that of the account.
pub fn who(given: Option<&str>) -> String {
    let given = given.map(|name| clean_line(name).text).filter(|name| !name.is_empty());
    given.or_else(|| config::Config::of_user().0.by).unwrap_or_else(|| match Holder::me().user {
        user if user.is_empty() => "clerk".to_owned(),
        user => user,
    })
}

fn help(topic: Option<&str>) -> Outcome {
    let mut program = Cli::command();
    let text = match topic {
        None => program.render_long_help().to_string(),
        Some("commands") => crate::app::command::overview(),
        Some(topic) => {
            let names: Vec<String> = program.get_subcommands().map(|command| command.get_name().to_owned()).collect();
            match program.find_subcommand_mut(topic) {
                Some(command) => command.render_long_help().to_string(),
                None => return Err(no_topic(topic, &names)),
            }
        }
    };
    say(&text)?;
    Ok(Ended::Done)
}

fn no_topic(topic: &str, names: &[String]) -> Failure {
    let hint = match did_you_mean(topic, names.iter().map(String::as_str)) {
        Some(near) => format!("Did you mean '{near}'?"),
        None => format!("There is help on: {}, commands", names.join(", ")),
    };
    Failure::Usage(Problem::error(format!("there is no help on '{topic}'")).hint(hint))
}
