//! `quorate` runs a committee meeting from the terminal.

pub mod journal;
pub mod run;
