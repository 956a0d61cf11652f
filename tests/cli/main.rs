//! The command line as a clerk uses it without a terminal: each command, and each kind of bad argument or file.

mod checking;
mod exporting;
mod replaying;
mod support;
mod usage;
