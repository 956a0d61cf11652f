//! The user's settings: `config.toml` in the folder of the user's own files.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Deserialize;

use crate::problem::Problems;
use crate::source;
use crate::text::clean_line;

use super::papers::read_text;
use super::places::config_folder;

/// What may be set. Everything may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Config {
    /// Who writes the minutes, for the record.
    #[serde(default)]
    pub by: Option<String>,
    /// The theme to begin with.
    #[serde(default)]
    pub theme: Option<String>,
    /// A folder that gets a second copy of every record, such as one on a memory stick.
    #[serde(default)]
    pub mirror: Option<PathBuf>,
    /// Dictionaries in the form of Hunspell, by the language that a house style names: a path, or a name where the
    /// system keeps such files. English has one without.
    #[serde(default)]
    pub dictionaries: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    config: Config,
}

impl Config {
    /// The settings of a file's text, and everything that is wrong with it.
    pub fn read(file: &str, text: &str) -> (Self, Problems) {
        let (read, problems) = source::read::<File>(file, text);
        let mut config = read.map(|file| file.config).unwrap_or_default();
        config.by = config.by.map(|name| clean_line(&name).text).filter(|name| !name.is_empty());
        (config, problems)
    }

    /// The user's settings. A file that is not there sets nothing.
    pub fn of_user() -> (Self, Problems) {
        let path = config_folder().map(|folder| folder.join("config.toml")).filter(|path| path.exists());
        let Some(path) = path else { return (Self::default(), Problems::new()) };
        match read_text(&path) {
            Ok(text) => Self::read(&path.display().to_string(), &text),
            Err(problem) => (Self::default(), problem.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_read_and_slips_are_said() {
        let (config, problems) =
            Config::read("config.toml", "[config]\nby = \" jw \"\ntheme = \"light\"\nmirror = \"E:/copies\"\n");
        assert_eq!(problems.to_string(), "");
        assert_eq!(config.by.as_deref(), Some("jw"));
        assert_eq!(config.theme.as_deref(), Some("light"));
        assert_eq!(config.mirror, Some(PathBuf::from("E:/copies")));
        let (_, problems) = Config::read("config.toml", "[config]\nthem = \"light\"\n");
        assert!(
            problems.to_string().contains("config.toml:2:1") && problems.to_string().contains("theme"),
            "{problems}"
        );
    }
}
