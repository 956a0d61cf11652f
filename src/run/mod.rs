//! The world: terminal, clock, disk and signals, and nothing that decides what happens in a meeting.

pub mod check;
pub mod cli;
pub mod clock;
pub mod deposit;
pub mod export;
pub mod files;
pub mod hook;
pub mod ledger;
pub mod open;
pub mod outcome;
pub mod papers;
pub mod places;
pub mod reading;
pub mod recorder;
pub mod terminal;
