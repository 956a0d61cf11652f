//! Keys become command lines, command lines change the model, and what only the outside can do is asked for as effects.
//!
//! The headless half: [`session::Session`] runs command lines against the meeting, [`command`] is the one table of them,
//! and [`script`] plays files of them.

mod adopt;
mod came_back;
pub mod clock;
pub mod command;
mod commandline;
pub mod compare;
pub mod describe;
mod document;
pub mod editor;
pub mod floor;
mod help;
pub mod history;
pub mod interests;
pub mod key;
pub mod keymap;
pub mod line;
mod mention;
pub mod model;
mod names;
mod own;
pub mod pad;
pub mod people;
pub mod procedures;
pub mod proof;
mod reading;
pub mod refs;
mod running;
#[cfg(test)]
pub(crate) mod sample;
pub mod script;
pub mod session;
pub mod spelling;
pub mod start;
mod typed;
pub mod update;
pub mod veto;
pub mod view;
mod watch;
