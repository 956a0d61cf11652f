//! How fast the program is: `cargo bench --bench speed`, or with `-- --quick` a small run that shows that it works.
//!
//! Every figure stands beside a yardstick that was measured in the same run and by turns with it, because a machine that
//! is busy or slow moves both. Nothing here fails for being slow: the table says so, and whoever reads it decides.

#![allow(clippy::print_stdout, reason = "a benchmark is run for what it prints")]
#![allow(clippy::expect_used, clippy::panic, reason = "a benchmark that cannot run stops and says why")]

mod exporting;
mod keys;
mod meetings;
mod opening;
mod register;
mod saving;
mod scratch;
mod table;
mod timing;

/// How much is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effort {
    /// A few seconds, for a test that it runs.
    Quick,
    /// What the figures of a report are made from.
    Full,
}

impl Effort {
    /// One of two numbers.
    pub(crate) fn pick(self, quick: usize, full: usize) -> usize {
        match self {
            Self::Quick => quick,
            Self::Full => full,
        }
    }
}

/// A part of the measurements, by the name that chooses it.
type Part = (&'static str, fn(Effort));

fn main() {
    // Cargo passes `--bench`; anything else that is not known means everything.
    let named: Vec<String> = std::env::args().skip(1).collect();
    let effort = if named.iter().any(|name| name == "--quick") { Effort::Quick } else { Effort::Full };
    let chosen: Vec<&String> = named.iter().filter(|name| !name.starts_with("--")).collect();
    let parts: [Part; 5] = [
        ("keys", keys::run),
        ("saving", saving::run),
        ("opening", opening::run),
        ("exporting", exporting::run),
        ("register", register::run),
    ];
    for (name, run) in parts {
        if chosen.is_empty() || chosen.iter().any(|chosen| *chosen == name) {
            run(effort);
        }
    }
}
