//! `quorate` runs a committee meeting from the terminal.

pub mod app;
pub mod load;
pub mod meeting;
pub mod problem;
pub mod source;
pub mod text;
