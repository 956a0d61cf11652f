//! The world: terminal, clock, disk and signals, and nothing that decides what happens in a meeting.

pub mod files;
pub mod recorder;
pub mod terminal;
