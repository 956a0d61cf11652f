//! Minutes: a document of blocks built from a meeting and a house style, and writers that spell blocks.
//!
//! Every sentence is a [`phrase::Phrase`] whose text comes from the [`style::Style`]; every decision about wording and
//! order is taken while blocks are built ([`document`]), and a writer ([`mod@write`]) never sees the meeting.

pub mod block;
pub mod data;
pub mod document;
pub mod ics;
pub mod money;
pub mod names;
pub mod offer;
pub mod paper;
pub mod phrase;
#[cfg(test)]
mod sample;
pub mod sheet;
pub mod specimen;
pub mod style;
pub mod write;
