//! Keys become command lines, command lines change the model, and what only the outside can do is asked for as effects.
//!
//! The headless half: [`session::Session`] runs command lines against the meeting, [`command`] is the one table of them,
//! and [`script`] plays files of them.

pub mod clock;
pub mod command;
mod describe;
pub mod people;
pub mod refs;
#[cfg(test)]
pub(crate) mod sample;
pub mod script;
pub mod session;
mod typed;
pub mod view;
