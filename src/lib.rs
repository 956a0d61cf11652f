//! `quorate` runs a committee meeting from the terminal.

pub mod problem;
pub mod source;
pub mod text;
