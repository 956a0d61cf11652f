//! Hands on the keyboard: whole meetings in a real terminal with the keys that come with the program.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "../support/mod.rs"]
mod support;

mod clerk;
mod interrupted;
mod keys_file;
mod meeting;
mod minutes;
mod window;
