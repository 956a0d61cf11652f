//! `quorate` runs a committee meeting from the terminal.

pub mod app;
pub mod journal;
pub mod load;
pub mod meeting;
pub mod minutes;
pub mod problem;
pub mod run;
pub mod source;
pub mod text;
pub mod ui;
