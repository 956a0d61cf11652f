//! Which theme is drawn with: the one asked for, as far as the terminal can show it.

use std::fs;

use crate::problem::Problem;
use crate::ui::theme::{self, Depth, PLAIN, Theme, USUAL};

use super::papers::read_text;
use super::places::config_folder;
use super::terminal::depth;

/// The theme of that name, shipped or the user's own, for this terminal. Fails for a name that no theme has.
pub fn theme(name: &str) -> Result<Theme, Problem> {
    let themes = themes();
    let names: Vec<&str> = themes.iter().map(Theme::name).collect();
    let known = names.join(", ");
    let found = themes.iter().find(|theme| theme.name() == name).cloned();
    found
        .map(|theme| theme.at(depth()))
        .ok_or_else(|| Problem::error(format!("there is no theme '{name}'")).hint(format!("There are: {known}")))
}

/// The theme to begin with: the one that the user's settings name, but without colours where the terminal shows none.
pub fn first(wanted: Option<&str>) -> Theme {
    let name = if depth() == Depth::None { PLAIN } else { wanted.unwrap_or(USUAL) };
    theme(name).or_else(|_| theme(USUAL)).unwrap_or_default()
}

/// The shipped themes and the user's. One of the user's that has errors is left out; `quorate check` says why.
fn themes() -> Vec<Theme> {
    let mut themes = theme::shipped().0;
    let folder = config_folder().map(|folder| folder.join("themes"));
    let Some(Ok(entries)) = folder.map(fs::read_dir) else { return themes };
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        if let Ok(text) = read_text(&path) {
            let (theme, problems) = theme::read(&path.display().to_string(), &text, &themes);
            themes.extend(theme.filter(|_| !problems.has_errors()));
        }
    }
    themes
}
