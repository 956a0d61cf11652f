//! `quorate` runs a committee meeting from the terminal.
pub mod app;
pub mod meeting;
