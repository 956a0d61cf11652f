//! The terminal: taken whole, drawn on, and given back whole, once, however the program ends.
//!
//! [`Guard::take`] makes the guard first and then sets one mode after the other, each noted before it is set. Whoever
//! comes first gives them back: the guard when it is dropped, the panic hook, or a signal by way of [`give_back`]. The
//! others then find nothing left to undo.

mod colours;
mod modes;
mod panics;
#[cfg(test)]
mod tests;

use std::io::{self, IsTerminal, Stdout};

use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

pub use colours::depth;
use modes::{Console, Modes};
pub use panics::install_hook;

/// What the clerk's terminal is drawn through.
pub type Screen = Terminal<CrosstermBackend<Stdout>>;

/// The modes that are set on the one terminal that the program has.
static MODES: Modes = Modes::new();

/// Why the terminal could not be had.
#[derive(Debug, thiserror::Error)]
pub enum Unavailable {
    /// Input or output is a file, a pipe or nothing.
    #[error(
        "quorate needs a terminal for its screen, and this is not one. \
         Start it in a terminal window, or use `quorate replay` and `quorate export`, which need none."
    )]
    NotATerminal,
    /// The terminal is one, but refused.
    #[error("The terminal cannot be used: {0}. Close this window, open another one and start quorate again.")]
    Refused(#[from] io::Error),
}

/// Holds the terminal while it lives, and gives it back when it is dropped.
#[derive(Debug)]
#[must_use = "the terminal is given back as soon as this is dropped"]
pub struct Guard {
    modes: &'static Modes,
}

impl Guard {
    /// Takes the terminal: raw keys, a screen of its own, pastes marked as such, and `title` on the window if given.
    ///
    /// The title is seen by everybody in the room and kept by some systems, so it must hold nothing private.
    ///
    /// Fails where there is no terminal or it refuses; whatever was set by then is undone first.
    pub fn take(title: Option<&str>) -> Result<Self, Unavailable> {
        if !(io::stdin().is_terminal() && io::stdout().is_terminal()) {
            return Err(Unavailable::NotATerminal);
        }
        if anstyle_query::no_color() {
            // Left alone, the library writes a full reset for each colour, which takes bold and reverse with it.
            crossterm::style::force_color_output(true);
        }
        let guard = Self { modes: &MODES };
        guard.modes.set_all(title, &mut Console::new())?;
        Ok(guard)
    }

    /// What to draw through. To draw every cell afresh call its `resize`, not its `clear`, which asks the terminal a
    /// question and waits for the answer among the clerk's keys.
    pub fn screen(&self) -> Result<Screen, Unavailable> {
        Ok(Terminal::new(CrosstermBackend::new(io::stdout()))?)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        self.modes.undo_all(&mut Console::new());
    }
}

/// Gives the terminal back at once, for a signal that ends the program; does nothing if it was given back already.
pub fn give_back() {
    MODES.undo_all(&mut Console::new());
}
