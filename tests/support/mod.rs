//! What the tests of the whole program share: it is run as a clerk runs it, in a terminal.
#![allow(dead_code, reason = "each test program uses its own share of this")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a harness fails its test by panicking")]

pub(crate) mod keys;
pub(crate) mod pty;
