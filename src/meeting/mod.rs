//! The meeting: a pure machine. No file, no clock, no terminal.

pub mod agenda;
pub mod body;
pub mod id;
pub mod people;
