//! A meeting's papers: its body, agenda and house style, from files or from those that come with the program.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::load::{self, BodyFile, compiled};
use crate::meeting::adoption::Stated;
use crate::meeting::agenda::Agenda;
use crate::meeting::body::Body;
use crate::meeting::event::{FORMAT, Opened};
use crate::problem::{Problem, Problems};
use crate::source;

use super::changes;
use super::places::{RecordFiles, data_folder, folder_of, name_of};
use super::plan;
use crate::minutes::style::Style;

/// An agenda with what belongs to it.
#[derive(Clone, Debug)]
pub struct Papers {
    /// The body, with what the agenda overrides or adds.
    pub body: Body,
    /// The agenda.
    pub agenda: Agenda,
    /// The house style in full, as text of a style file.
    pub style: String,
    /// What the files say themselves.
    pub stated: Stated,
    /// What is odd about the files, though they can be used.
    pub warnings: Problems,
    /// What the agenda, the body's file and that of the house style are called.
    names: [String; 3],
    /// The body's forward plan, where there is one: the name of its file and the text.
    pub plan: Option<Named>,
}

impl Papers {
    /// That remarks of the agenda, the body or the plan still ask for something, a sentence for each file.
    pub fn unsettled(&self) -> Vec<String> {
        let [agenda, body, _] = &self.names;
        let stated = [(agenda, &self.stated.agenda), (body, &self.stated.body)];
        let plan = self.plan.iter().map(|(name, text)| (name, text));
        let left = |(name, text): (&String, &String)| {
            let what = load::left_to_settle(&load::remarks_left(text))?;
            Some(format!("{name}: {what}."))
        };
        stated.into_iter().chain(plan).filter_map(left).collect()
    }
}

/// What a body's file is called, unless it is of a body as it once was.
const BODY: &str = "body.toml";

/// A file's name and its text.
pub type Named = (String, String);

/// Where an agenda is.
#[derive(Clone, Debug)]
pub enum Place {
    /// In a file.
    File(PathBuf),
    /// In the program.
    Compiled(&'static compiled::CompiledFile),
}

/// The place that a person means: a file if there is one of that name, else one that comes with the program.
pub fn find(agenda: &str) -> Result<Place, Problem> {
    let path = Path::new(agenda);
    if path.is_file() {
        return Ok(Place::File(path.to_owned()));
    }
    if path.is_dir() {
        let problem = Problem::error(format!("'{agenda}' is a folder, not an agenda"));
        return Err(problem.hint("Name a file in it, such as 2023-07-19.toml"));
    }
    compiled::find(agenda).map(Place::Compiled)
}

impl Place {
    /// The files that the meeting's record has, or will have.
    pub fn record(&self, practice: bool) -> Result<RecordFiles, Problem> {
        match self {
            Self::File(path) => Ok(RecordFiles::of_agenda(folder_of(path), &stem(path), practice)),
            Self::Compiled(file) => {
                let data = data_folder().ok_or_else(homeless)?;
                let day = file.name.trim_end_matches(".toml");
                Ok(RecordFiles::of_agenda(&data.join(file.folder), day, practice))
            }
        }
    }

    /// How the agenda is called in messages.
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Compiled(file) => file.path(),
        }
    }

    /// Reads the papers. Fails with every problem of the agenda and of its body.
    pub fn read(&self) -> Result<Papers, Problems> {
        let (agenda, body, style, plan) = match self {
            Self::File(path) => {
                let text = read_text(path)?;
                let body = body_text(path, &text)?;
                let style = match style_beside(path, &text)? {
                    Some(style) => Some(style),
                    None => style_beside(Path::new(&body.0), &body.1)?,
                };
                let plan = plan_beside(Path::new(&body.0))?;
                ((self.name(), text), body, style, plan)
            }
            Self::Compiled(file) => {
                let body = file.body_file().map(|body| (body.path(), body.text.to_owned())).unwrap_or_default();
                let named = load::style_named(file.text).or_else(|| load::style_named(&body.1));
                let style =
                    named.and_then(|name| file.beside(&name)).map(|style| (style.path(), style.text.to_owned()));
                let beside =
                    file.body_file().filter(|body| body.name == BODY).and_then(|body| body.beside(plan::file::NAME));
                let plan = beside.map(|plan| (plan.path(), plan.text.to_owned()));
                ((self.name(), file.text.to_owned()), body, style, plan)
            }
        };
        papers(&agenda, &body, style.as_ref(), plan)
    }
}

impl Papers {
    /// What entry 1 of the meeting's record holds.
    pub fn opened(self, practice: bool) -> Opened {
        Opened {
            format: FORMAT,
            program: concat!("quorate ", env!("CARGO_PKG_VERSION")).to_owned(),
            body: self.body,
            agenda: self.agenda,
            style: self.style,
            practice,
            stated: Some(self.stated),
        }
    }

    /// What these files would be had they said this; nothing where this release cannot read it any more.
    pub fn again(&self, stated: &Stated) -> Option<Self> {
        let [agenda, body, style] = self.names.clone();
        let (agenda, body) = ((agenda, stated.agenda.clone()), (body, stated.body.clone()));
        let style = stated.style.as_ref().map(|text| (style, text.clone()));
        papers(&agenda, &body, style.as_ref(), self.plan.clone()).ok()
    }
}

/// The papers of three files; without one of its own the house style stands in the body's.
fn papers(agenda: &Named, body: &Named, style: Option<&Named>, plan: Option<Named>) -> Result<Papers, Problems> {
    let (read, mut problems) = load::body(&body.0, &body.1);
    let (own, text) = style.unwrap_or(body);
    let (house, faults) = Style::read(own, text);
    problems.extend(faults);
    let Some(read) = read else { return Err(problems) };
    let (found, more) = load::agenda(&agenda.0, &agenda.1, &read);
    problems.extend(more);
    match found {
        Some((whole, mut found)) if !problems.has_errors() => {
            if found.plan.is_empty()
                && let Some((name, text)) = &plan
            {
                problems.extend(take_plan(&mut found, &whole, name, text));
            }
            Ok(Papers {
                body: whole,
                agenda: found,
                style: house.to_text(),
                stated: changes::stated(&body.1, &agenda.1, style.map(|(_, text)| text.as_str())),
                warnings: problems,
                names: [agenda.0.clone(), body.0.clone(), own.clone()],
                plan,
            })
        }
        _ => Err(problems),
    }
}

/// Fills the plan of an agenda that has none of its own from the body's. A plan with errors is a warning: a meeting can be
/// held without.
fn take_plan(agenda: &mut Agenda, body: &Body, name: &str, text: &str) -> Option<Problem> {
    let (plan, _) = load::plan(name, text, body.rules.diary());
    if let Some(plan) = plan {
        agenda.plan = plan.after(agenda.date);
        return None;
    }
    let problem = Problem::warning(format!("the agenda has no meetings to come, because {name} has errors"));
    Some(problem.hint(format!("Mend that file; `quorate check {name}` lists what is wrong with it")))
}

/// The name and text of the forward plan beside a body's file. A body as it once was has none.
pub fn plan_beside(body: &Path) -> Result<Option<Named>, Problem> {
    let path = folder_of(body).join(plan::file::NAME);
    if name_of(body) != BODY || !path.is_file() {
        return Ok(None);
    }
    Ok(Some((path.display().to_string(), read_text(&path)?)))
}

/// The name and text of the file of house style that an agenda or a body's file names, which lies beside it.
pub fn style_beside(file: &Path, text: &str) -> Result<Option<Named>, Problem> {
    let Some(named) = load::style_named(text) else { return Ok(None) };
    let path = folder_of(file).join(&named);
    if path.is_file() {
        return Ok(Some((path.display().to_string(), read_text(&path)?)));
    }
    let problem = Problem::error(format!("{} has no house style: there is no file {}", name_of(file), path.display()));
    Err(problem.hint("Put the file there, or mend its name after style ="))
}

/// The name and text of the body's file that belongs to an agenda: in the folder that the agenda names, which stands
/// beside the agenda's own, or beside the agenda.
fn body_text(agenda: &Path, text: &str) -> Result<(String, String), Problem> {
    let path = body_path(agenda, load::body_named(text).as_deref());
    if path.is_file() {
        return Ok((path.display().to_string(), read_text(&path)?));
    }
    let problem = Problem::error(format!("{} has no body: there is no file {}", name_of(agenda), path.display()));
    Err(problem.hint("Put the body's body.toml there, or name its folder in the agenda with body = \"...\""))
}

/// Where the body's file of an agenda is, or would be.
pub fn body_path(agenda: &Path, named: Option<&str>) -> PathBuf {
    let own = folder_of(agenda);
    match named {
        None => own.join("body.toml"),
        Some(file) if compiled::is_file(file) => own.join(file),
        Some(named) => {
            // Below the agenda, for one that lies over its bodies' folders; beside its folder, for any other.
            let below = own.join(named).join("body.toml");
            if below.is_file() { below } else { own.join("..").join(named).join("body.toml") }
        }
    }
}

/// The body of an agenda, for checking the agenda alone. Fails with a problem of the body's file.
pub fn body_of(agenda: &Path, named: Option<&str>) -> Result<BodyFile, Problem> {
    let path = body_path(agenda, named);
    let text = if path.is_file() {
        Some((path.display().to_string(), read_text(&path)?))
    } else {
        named.and_then(compiled::body).map(|text| (path.display().to_string(), text.to_owned()))
    };
    let Some((name, text)) = text else {
        let problem = Problem::error(format!("the agenda's body is not there: there is no file {}", path.display()));
        return Err(problem.hint("Put its body.toml there, or name its folder with body = \"...\""));
    };
    load::body(&name, &text).0.ok_or_else(|| {
        let problem = Problem::error(format!("the agenda cannot be checked whole, because {name} has errors"));
        problem.hint(format!("Mend that file first; `quorate check {name}` lists what is wrong with it"))
    })
}

/// The text of a file of ours. Fails for one that cannot be read, is far too large or is not UTF-8.
pub fn read_text(path: &Path) -> Result<String, Problem> {
    let name = path.display().to_string();
    let size = fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    if size.is_dir() {
        return Err(Problem::error(format!("'{name}' is a folder, not a file")).hint("Name a file in it"));
    }
    // What is no file, such as a pipe, does not say how large it is and may have no end.
    let mut bytes = Vec::new();
    let most = source::LIMIT as u64;
    let read = fs::File::open(path).and_then(|file| file.take(most + 1).read_to_end(&mut bytes));
    read.map_err(|error| unreadable(path, &error))?;
    if bytes.len() > source::LIMIT {
        let limit = source::LIMIT / 1024 / 1024;
        let problem = Problem::error(format!("'{name}' is larger than {limit} MB, the most that is read"));
        return Err(problem.hint("Check that it is the right file"));
    }
    source::decode(&name, &bytes)
}

/// The bytes of a record's file, however many. Fails for what is no file, such as a device, which may have no end.
pub fn read_record(path: &Path) -> Result<Vec<u8>, Problem> {
    let about = fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    if !about.is_file() && !about.is_dir() {
        let problem = Problem::error(format!("'{}' is not a file but a device or pipe", path.display()));
        return Err(problem.hint("Name a file that ends in .record.jsonl"));
    }
    fs::read(path).map_err(|error| unreadable(path, &error))
}

/// Why a file could not be read.
pub fn unreadable(path: &Path, error: &io::Error) -> Problem {
    let (why, hint) = match error.kind() {
        io::ErrorKind::NotFound => ("it is not there".to_owned(), "Check the name and the folder"),
        io::ErrorKind::PermissionDenied => {
            ("you are not allowed to read it".to_owned(), "Ask whoever owns it for permission to read it")
        }
        io::ErrorKind::NotADirectory => {
            ("a part of its name before the last is a file, not a folder".to_owned(), "Check the name")
        }
        io::ErrorKind::IsADirectory => ("it is a folder".to_owned(), "Name a file in it"),
        _ => (format!("the system said \"{error}\""), "Check the disk that it is on"),
    };
    Problem::error(format!("'{}' could not be read: {why}", path.display())).hint(hint)
}

fn homeless() -> Problem {
    let problem = Problem::error("there is no folder for your records, because your account has no home folder");
    problem.hint("Set QUORATE_DATA to a folder of yours, or say where to keep the record with --record FILE")
}

fn stem(path: &Path) -> String {
    let name = name_of(path);
    name.strip_suffix(".toml").unwrap_or(&name).to_owned()
}
