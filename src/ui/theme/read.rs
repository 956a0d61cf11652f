//! A theme from the text of its file, with every problem at once.

use ratatui::style::Color;
use serde::Deserialize;
use toml::Spanned;

use super::roles::Written;
use super::{Look, Theme, colour};
use crate::problem::{Problems, did_you_mean};
use crate::source::{self, Source};

/// A theme file.
#[derive(Debug, Deserialize)]
struct File {
    theme: Head,
    #[serde(default)]
    roles: Written,
}

#[derive(Debug, Deserialize)]
struct Head {
    name: Spanned<String>,
    inherits: Option<Spanned<String>>,
}

/// What a file says of one role.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct WrittenLook {
    fg: Option<Spanned<String>>,
    bg: Option<Spanned<String>>,
    bold: Option<bool>,
    dim: Option<bool>,
    italic: Option<bool>,
    underline: Option<bool>,
    reverse: Option<bool>,
}

/// The theme that `text`, the file named `file`, describes, and all that is wrong with it.
///
/// Its parent must be among `known`, and its name must not. A theme is given whenever it can be drawn with: a colour
/// that cannot be read is left open, and an unknown parent is left out.
pub fn read(file: &str, text: &str, known: &[Theme]) -> (Option<Theme>, Problems) {
    let (written, mut problems) = source::read::<File>(file, text);
    let theme = written.map(|written| {
        let mut reading = Reading { source: Source { file, text }, problems: &mut problems };
        reading.theme(written, known)
    });
    (theme, problems)
}

struct Reading<'a> {
    source: Source<'a>,
    problems: &'a mut Problems,
}

impl Reading<'_> {
    fn theme(&mut self, written: File, known: &[Theme]) -> Theme {
        let name = self.name(&written.theme.name, known);
        let parent = written.theme.inherits.and_then(|parent| self.parent(&parent, known));
        let mut theme = Theme { name, looks: parent.map(|parent| parent.looks.clone()).unwrap_or_default() };
        for (role, look) in written.roles.into_looks() {
            let own = self.look(look);
            let inherited = theme.looks.get(&role).copied().unwrap_or_default();
            theme.looks.insert(role, own.over(inherited));
        }
        theme
    }

    fn name(&mut self, name: &Spanned<String>, known: &[Theme]) -> String {
        let given = name.get_ref().trim();
        if given.is_empty() {
            let problem = self.source.problem(&name.span(), "this theme has no name");
            self.problems.push(problem.hint("Give it one, such as \"my-dark\""));
        }
        if known.iter().any(|theme| theme.name == given) {
            let problem = self.source.problem(&name.span(), format!("there is a theme `{given}` already"));
            self.problems.push(problem.hint("Give this one another name, and let it inherit from that one"));
        }
        given.to_owned()
    }

    fn parent<'a>(&mut self, parent: &Spanned<String>, known: &'a [Theme]) -> Option<&'a Theme> {
        let wanted = parent.get_ref().as_str();
        let found = known.iter().find(|theme| theme.name == wanted);
        if found.is_none() {
            let names: Vec<&str> = known.iter().map(Theme::name).collect();
            let hint = match did_you_mean(wanted, names.iter().copied()) {
                Some(near) => format!("Did you mean `{near}`?"),
                None if names.is_empty() => "Take the line away: there is none to inherit from".to_owned(),
                None => format!("Name one of {}", names.join(", ")),
            };
            let problem = self.source.problem(&parent.span(), format!("there is no theme `{wanted}` to inherit from"));
            self.problems.push(problem.hint(hint));
        }
        found
    }

    fn look(&mut self, written: WrittenLook) -> Look {
        let WrittenLook { fg, bg, bold, dim, italic, underline, reverse } = written;
        let (fg, bg) = (self.colour(fg), self.colour(bg));
        Look { fg, bg, bold, dim, italic, underline, reverse }
    }

    fn colour(&mut self, written: Option<Spanned<String>>) -> Option<Color> {
        let written = written?;
        match colour::parse(written.get_ref()) {
            Ok(colour) => Some(colour),
            Err(hint) => {
                let what = format!("`{}` is not a colour", written.get_ref());
                self.problems.push(self.source.problem(&written.span(), what).hint(hint));
                None
            }
        }
    }
}
