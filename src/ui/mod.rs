//! The screen, drawn from what the program knows and from nothing else.

pub mod theme;
