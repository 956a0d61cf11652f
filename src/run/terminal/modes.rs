//! Which modes are set on the terminal, and how each is set and undone.

use std::fmt;
use std::io::{self, Stdout, Write};
use std::sync::atomic::{AtomicU8, Ordering};

use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::ResetColor;
use crossterm::terminal::{self, EnterAlternateScreen, LeaveAlternateScreen, SetTitle};
use crossterm::{Command, queue};

/// One thing that is set on the terminal and has to be undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Mode {
    /// Keys one by one, unechoed.
    Raw = 1,
    /// Our words in the title of the window.
    Title = 2,
    /// A screen of our own, over the one with the shell's lines.
    Screen = 4,
    /// Pastes that say they are pastes.
    Paste = 8,
    /// The cursor, which drawing hides and shows.
    Cursor = 16,
}

/// In the order in which they are set; they are undone from the last to the first.
const ALL: [Mode; 5] = [Mode::Raw, Mode::Title, Mode::Screen, Mode::Paste, Mode::Cursor];

/// A terminal whose modes can be set: the real one, or one that tests watch.
pub(super) trait Device: Write {
    /// Turns raw input on or off.
    fn raw(&mut self, on: bool) -> io::Result<()>;
}

/// The terminal that the program runs in.
pub(super) struct Console(Stdout);

impl Console {
    pub(super) fn new() -> Self {
        Self(io::stdout())
    }
}

impl Write for Console {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl Device for Console {
    fn raw(&mut self, on: bool) -> io::Result<()> {
        if on { terminal::enable_raw_mode() } else { terminal::disable_raw_mode() }
    }
}

/// The modes that are set now; shared by the guard, the panic hook and the signals.
#[derive(Debug)]
pub(super) struct Modes {
    set: AtomicU8,
}

impl Modes {
    pub(super) const fn new() -> Self {
        Self { set: AtomicU8::new(0) }
    }

    /// Sets every mode; stops at the first that fails, leaving those before it to be undone by [`Modes::undo_all`].
    pub(super) fn set_all(&self, title: Option<&str>, device: &mut impl Device) -> io::Result<()> {
        for mode in ALL {
            if mode == Mode::Title && title.is_none() {
                continue;
            }
            // Noted first: a mode that failed half-way, or was cut short by a panic, is undone too.
            self.set.fetch_or(mode as u8, Ordering::SeqCst);
            set(mode, title.unwrap_or_default(), device)?;
        }
        device.flush()
    }

    /// Undoes every mode that is set, and each even when undoing another fails. Nothing happens the second time.
    pub(super) fn undo_all(&self, device: &mut impl Device) {
        let set = self.set.swap(0, Ordering::SeqCst);
        for mode in ALL.into_iter().rev() {
            if set & mode as u8 != 0 {
                // There is nobody left to tell, and the next mode still has to be undone.
                let _ = undo(mode, device);
            }
        }
        if set != 0 {
            let _ = device.flush();
        }
    }
}

fn set(mode: Mode, title: &str, device: &mut impl Device) -> io::Result<()> {
    match mode {
        Mode::Raw => device.raw(true),
        Mode::Title => queue!(device, TitleStack::Push, SetTitle(harmless(title))),
        Mode::Screen => queue!(device, EnterAlternateScreen),
        Mode::Paste => queue!(device, EnableBracketedPaste),
        Mode::Cursor => Ok(()),
    }
}

fn undo(mode: Mode, device: &mut impl Device) -> io::Result<()> {
    match mode {
        Mode::Raw => device.raw(false),
        Mode::Title => queue!(device, TitleStack::Pop),
        Mode::Screen => queue!(device, LeaveAlternateScreen),
        Mode::Paste => queue!(device, DisableBracketedPaste),
        Mode::Cursor => queue!(device, ResetColor, Show),
    }
}

/// A title without the characters that would end it and give the terminal an order.
fn harmless(title: &str) -> String {
    title.chars().filter(|c| !c.is_control()).collect()
}

/// Keeps the title that the window had and brings it back.
enum TitleStack {
    Push,
    Pop,
}

impl Command for TitleStack {
    fn write_ansi(&self, f: &mut impl fmt::Write) -> fmt::Result {
        f.write_str(match self {
            Self::Push => "\x1b[22;0t",
            Self::Pop => "\x1b[23;0t",
        })
    }

    /// The old console keeps no stack of titles; it takes back the title itself when the program ends.
    #[cfg(windows)]
    fn execute_winapi(&self) -> io::Result<()> {
        Ok(())
    }
}
