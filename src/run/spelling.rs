//! The dictionary and the clerk's own words, from where they are kept.
//!
//! English comes with the program. For a house that writes another language the user's settings name a dictionary in the
//! form of Hunspell, by its path or by its name where the system keeps such files; nothing else is looked for.

use std::env;
use std::fs;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use crate::app::proof::{Unknown, unknown_words};
use crate::app::spelling::speller;
use crate::minutes::style::Style;
use crate::problem::{Problem, Problems, Severity};
use crate::spelling::{Dictionary, list};

use super::account::{PRIVATE, private_left_out};
use super::config::Config;
use super::files::Access;
use super::ledger::replace;
use super::outcome::{Ended, Outcome, say, warn};
use super::papers::read_text;
use super::places::{RecordFiles, config_folder, folder_of};
use super::reading::{self, Scope};

/// Where systems keep dictionaries of Hunspell, beside what `DICPATH` names.
const FOLDERS: [&str; 3] = ["/usr/share/hunspell", "/usr/share/myspell", "/usr/share/myspell/dicts"];

/// Held while the clerk's own list is written, since two words may be learnt at once.
static LIST: Mutex<()> = Mutex::new(());

/// The dictionary for a house that writes `language`, a tag of BCP 47.
///
/// It is a problem if there is none, or if its files cannot be read.
pub fn dictionary(language: &str, config: &Config) -> Result<Arc<Dictionary>, Problem> {
    let main = language.split('-').next().unwrap_or(language);
    let named = config.dictionaries.iter().find(|(tag, _)| tag.eq_ignore_ascii_case(language));
    let named = named.or_else(|| config.dictionaries.iter().find(|(tag, _)| tag.eq_ignore_ascii_case(main)));
    let read = match named {
        Some((_, name)) => return from_files(name).map(Arc::new),
        None if main.eq_ignore_ascii_case("en") => Dictionary::english(),
        None => return Err(none_for(language, main)),
    };
    read.map(Arc::new).map_err(|why| Problem::error(format!("the dictionary cannot be read: {why}")))
}

fn none_for(language: &str, main: &str) -> Problem {
    let problem =
        Problem::warning(format!("no words are marked: there is no dictionary for the language \"{language}\""));
    problem.hint(format!("To have one, name it in config.toml: [config.dictionaries] {main} = \"/path/to/{main}.dic\""))
}

fn from_files(name: &str) -> Result<Dictionary, Problem> {
    let words = find(name).ok_or_else(|| {
        let problem = Problem::error(format!("there is no dictionary \"{name}\""));
        problem.hint("Name a file that ends in .dic and has its .aff beside it, in config.toml")
    })?;
    let [rules, list] = [words.with_extension("aff"), words.clone()].map(|path| read_text(&path));
    Dictionary::read(rules?.trim_start_matches('\u{feff}'), list?.trim_start_matches('\u{feff}')).map_err(|why| {
        let problem = Problem::error(format!("{} is no dictionary that can be read: {why}", words.display()));
        problem.hint("It must be in the form of Hunspell, in UTF-8")
    })
}

/// The file of a dictionary: at its path, or by its name in the folders for such files.
fn find(name: &str) -> Option<PathBuf> {
    let named = Path::new(name).extension().is_some_and(|ending| ending == "dic");
    let file = if named { name.to_owned() } else { format!("{name}.dic") };
    if name.contains(['/', MAIN_SEPARATOR]) {
        return Some(PathBuf::from(file)).filter(|path| path.is_file());
    }
    let own = env::var_os("DICPATH").unwrap_or_default();
    let folders = env::split_paths(&own).chain(FOLDERS.iter().map(PathBuf::from));
    folders.filter(|folder| folder.is_absolute()).map(|folder| folder.join(&file)).find(|path| path.is_file())
}

/// The clerk's own words, and what is wrong with the list. A list that is not there has none.
pub fn own_words() -> (Vec<String>, Problems) {
    let Some(path) = own_list().filter(|path| path.exists()) else { return (Vec::new(), Problems::new()) };
    match read_text(&path) {
        Ok(text) => list::read(&path.display().to_string(), &text),
        Err(problem) => (Vec::new(), problem.into()),
    }
}

/// Keeps a word in the clerk's own list, which nobody else can read: it may come from private business. Says where.
///
/// It is a problem if the list cannot be written; it is then as it was.
pub fn keep(word: &str) -> Result<PathBuf, Problem> {
    let path = own_list().ok_or_else(|| lost(word, "you have no folder for settings"))?;
    let _writing = LIST.lock().unwrap_or_else(PoisonError::into_inner);
    let old = if path.exists() { read_text(&path)? } else { String::new() };
    let new = list::with(&old, word);
    let kept = fs::create_dir_all(folder_of(&path)).and_then(|()| replace(&path, new.as_bytes(), Access::OwnerOnly));
    kept.map_err(|error| lost(word, &error.to_string()))?;
    Ok(path)
}

fn lost(word: &str, why: &str) -> Problem {
    let problem = Problem::error(format!("“{word}” is known until you leave, but could not be kept: {why}"));
    problem.hint("QUORATE_CONFIG may name a folder that can be written to")
}

/// Whether a file is the clerk's own list, by whatever path it is named.
pub fn is_own_list(path: &Path) -> bool {
    let whole = |path: &Path| fs::canonicalize(path).ok();
    own_list().and_then(|own| whole(&own)).is_some_and(|own| whole(path) == Some(own))
}

fn own_list() -> Option<PathBuf> {
    config_folder().map(|folder| folder.join("words.txt"))
}

/// Carries out `quorate lint --spelling`: every word of the minutes that nobody knows, with how often and where it stands.
/// One of them is a reason for exit code 1.
///
/// It is a problem if there is no dictionary for the language of the house.
pub fn lint(record: &Path, private: bool) -> Outcome {
    let files = RecordFiles::at(record);
    let reading = reading::read(&files, if private { Scope::Whole } else { Scope::Public })?;
    let state = reading.meeting.state();
    let (style, _) = Style::read("the record's house style", state.style());
    let (config, mut slips) = Config::of_user();
    let (own, more) = own_words();
    slips.extend(more);
    warn(&slips);
    let mut speller = speller(state, &style);
    for word in &own {
        speller.vocabulary.learn(word);
    }
    speller.take(dictionary(&style.language, &config).map_err(as_error)?);
    let unknown = unknown_words(state, &style, &speller);
    if private {
        say(PRIVATE)?;
    }
    for Unknown { word, count, places } in &unknown {
        let times = if *count == 1 { String::new() } else { format!(" ({count} times)") };
        say(&format!("{word}{times}: {}\n", places.join(", ")))?;
    }
    if unknown.is_empty() {
        say("every word is known\n")?;
    }
    if !private {
        say(&private_left_out(&reading, record, "--spelling --private"))?;
    }
    Ok(if unknown.is_empty() { Ended::Done } else { Ended::Problems })
}

/// What is no more than a remark while a meeting runs is an answer here.
fn as_error(problem: Problem) -> Problem {
    Problem { severity: Severity::Error, ..problem }
}
