//! The sample bodies and agendas that the program carries with it.

use super::body_named;
use crate::problem::Problem;

/// A file of the folder `agendas/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CompiledFile {
    /// The body's folder.
    pub folder: &'static str,
    /// The file's name in it.
    pub name: &'static str,
    /// The file's text.
    pub text: &'static str,
}

macro_rules! files {
    ($($folder:literal: [$($name:literal),* $(,)?]),* $(,)?) => {
        &[$($(CompiledFile {
            folder: $folder,
            name: $name,
            text: include_str!(concat!("../../agendas/", $folder, "/", $name)),
        }),*),*]
    };
}

/// Every file of ours in `agendas/`; a test holds the list equal to the folder.
pub const FILES: &[CompiledFile] = files! {
    "cambridgeshire-police-and-crime-panel": [
        "2017-09-06.toml",
        "2023-02-01.toml",
        "2023-07-19.toml",
        "2023-09-20.toml",
        "body.toml",
        "body-2017.toml",
        "body-2022.toml",
        "plan.toml",
        "style-2017.toml",
        "style-2022.toml",
    ],
    "sample-parish-council": ["2026-04-14.toml", "body.toml"],
    "sample-police-and-crime-panel": ["2026-02-04.toml", "2026-02-18.toml", "body.toml"],
    "sample-planning-committee": ["2026-03-11.toml", "body.toml"],
};

impl CompiledFile {
    /// Its path below `agendas/`.
    pub fn path(&self) -> String {
        format!("{}/{}", self.folder, self.name)
    }

    /// What a person calls the agenda: its path without the ending. Nothing for a body.
    pub fn agenda_name(&self) -> Option<String> {
        let day =
            self.name.strip_suffix(".toml").filter(|day| day.starts_with(|first: char| first.is_ascii_digit()))?;
        Some(format!("{}/{day}", self.folder))
    }

    /// The body's own file: the one that the agenda names, or the usual one.
    pub fn body_file(&self) -> Option<&'static Self> {
        match body_named(self.text).as_deref() {
            Some(name) if is_file(name) => self.beside(name),
            Some(folder) => body_in(folder),
            None => body_in(self.folder),
        }
    }

    /// The text of the body's own file.
    pub fn body_text(&self) -> Option<&'static str> {
        self.body_file().map(|file| file.text)
    }

    /// Another file of the same folder.
    pub fn beside(&self, name: &str) -> Option<&'static Self> {
        FILES.iter().find(|file| file.folder == self.folder && file.name == name)
    }
}

/// The agendas, in the order of their names.
pub fn agendas() -> impl Iterator<Item = &'static CompiledFile> {
    FILES.iter().filter(|file| file.agenda_name().is_some())
}

/// Whether a body is named by a file beside the agenda, rather than by its folder.
pub fn is_file(named: &str) -> bool {
    named.strip_suffix(".toml").is_some()
}

fn body_in(folder: &str) -> Option<&'static CompiledFile> {
    FILES.iter().find(|file| file.folder == folder && file.name == "body.toml")
}

/// The text of `body.toml` in `folder`.
pub fn body(folder: &str) -> Option<&'static str> {
    body_in(folder).map(|file| file.text)
}

/// The agenda that `name` means: its name, or any part of it that no other agenda has. Case does not count.
///
/// Fails for a name that is no agenda's or several agendas', and says which there are.
pub fn find(name: &str) -> Result<&'static CompiledFile, Problem> {
    let wanted = name.trim().to_lowercase();
    let wanted = wanted.strip_suffix(".toml").unwrap_or(&wanted);
    let named = |file: &&CompiledFile, test: &dyn Fn(&str) -> bool| file.agenda_name().is_some_and(|name| test(&name));
    if let Some(exact) = agendas().find(|file| named(file, &|name| name == wanted)) {
        return Ok(exact);
    }
    let found: Vec<_> =
        agendas().filter(|file| !wanted.is_empty() && named(file, &|name| name.contains(wanted))).collect();
    if let [only] = found.as_slice() {
        return Ok(only);
    }
    let which = if found.is_empty() { agendas().collect() } else { found.clone() };
    let there: Vec<String> = which.into_iter().filter_map(CompiledFile::agenda_name).collect();
    let what = match found.len() {
        0 => format!("there is no file and no sample agenda '{}'", name.trim()),
        many => format!("'{}' is part of the names of {many} sample agendas", name.trim()),
    };
    Err(Problem::error(what).hint(format!("The sample agendas are: {}", there.join(", "))))
}
