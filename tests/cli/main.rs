//! The command line as a clerk uses it without a terminal: each command, and each kind of bad argument or file.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod after;
mod chain;
mod checking;
mod comparing;
mod damage;
mod exporting;
mod folders;
mod importing;
mod planning;
mod privacy;
mod register;
mod replaying;
mod starting;
mod support;
mod usage;
