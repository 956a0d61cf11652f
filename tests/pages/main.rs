//! What comes out, taken apart again: every format says the same, to whatever program reads it.
//!
//! What needs programs that a machine with Rust alone does not have is ignored in the plain test command; the step
//! `pages` of `.ci/run` installs them and runs it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod browser;
mod docx;
mod html;
mod json;
mod markdown;
mod programs;
mod registers;
mod support;
