//! Themes: how each [`Role`] looks, read from files that name roles and never places on the screen.
//!
//! A file holds `[theme]` with `name` and, if it builds on another, `inherits`; and `[roles]` with lines such as
//! `heading = { fg = "#8ab4f8", bold = true }`. What a file does not say about a role comes from the theme it inherits
//! from, and then from the role's fallback. Only `background` fills the screen: a role without a `bg` leaves the ground
//! it stands on as it is.

mod colour;
mod read;
mod roles;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::iter::successors;

use ratatui::style::{Color, Modifier, Style};

pub use colour::Depth;
pub use read::read;
pub use roles::Role;

use crate::problem::Problems;

/// The themes that come with the program, as (name of the file, its text); a parent stands before its children.
pub const SHIPPED: [(&str, &str); 4] = [
    ("dark.toml", include_str!("../../../themes/dark.toml")),
    ("light.toml", include_str!("../../../themes/light.toml")),
    ("high-contrast.toml", include_str!("../../../themes/high-contrast.toml")),
    ("plain.toml", include_str!("../../../themes/plain.toml")),
];

/// The theme that is used unless another is asked for.
pub const USUAL: &str = "dark";

/// The theme without colours, for terminals and people that want none.
pub const PLAIN: &str = "plain";

/// The themes that come with the program, and what is wrong with them (a test holds that nothing is).
pub fn shipped() -> (Vec<Theme>, Problems) {
    let mut themes = Vec::new();
    let mut found = Problems::new();
    for (file, text) in SHIPPED {
        let (theme, problems) = read(file, text, &themes);
        themes.extend(theme);
        problems.iter().for_each(|problem| found.push(problem.clone()));
    }
    (themes, found)
}

/// What a theme says of one role; what it leaves open comes from elsewhere.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Look {
    fg: Option<Color>,
    bg: Option<Color>,
    bold: Option<bool>,
    dim: Option<bool>,
    italic: Option<bool>,
    underline: Option<bool>,
    reverse: Option<bool>,
}

impl Look {
    /// This, and from `below` what this leaves open.
    fn over(self, below: Self) -> Self {
        Self {
            fg: self.fg.or(below.fg),
            bg: self.bg.or(below.bg),
            bold: self.bold.or(below.bold),
            dim: self.dim.or(below.dim),
            italic: self.italic.or(below.italic),
            underline: self.underline.or(below.underline),
            reverse: self.reverse.or(below.reverse),
        }
    }

    fn modifiers(self) -> Modifier {
        let parts = [
            (self.bold, Modifier::BOLD),
            (self.dim, Modifier::DIM),
            (self.italic, Modifier::ITALIC),
            (self.underline, Modifier::UNDERLINED),
            (self.reverse, Modifier::REVERSED),
        ];
        parts.into_iter().filter(|(on, _)| *on == Some(true)).map(|(_, modifier)| modifier).collect()
    }
}

/// How every role looks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Theme {
    name: String,
    looks: BTreeMap<Role, Look>,
}

impl Theme {
    /// The name by which it is chosen.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How `role` looks. It sets no ground unless the theme gives the role one, so it can be laid over another.
    pub fn style(&self, role: Role) -> Style {
        let look = self.look(role);
        Style { fg: look.fg, bg: look.bg, ..Style::default() }.add_modifier(look.modifiers())
    }

    /// The same theme on a terminal that shows fewer colours. With none at all only its modifiers are left, so
    /// [`PLAIN`] is the one to use there.
    #[must_use]
    pub fn at(mut self, depth: Depth) -> Self {
        for look in self.looks.values_mut() {
            look.fg = look.fg.map(|fg| colour::reduce(fg, depth));
            look.bg = look.bg.map(|bg| colour::reduce(bg, depth));
        }
        self
    }

    fn look(&self, role: Role) -> Look {
        let chain = successors(Some(role), |role| role.fallback());
        chain.filter_map(|role| self.looks.get(&role)).fold(Look::default(), |own, below| own.over(*below))
    }
}
