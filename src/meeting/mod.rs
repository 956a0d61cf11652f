//! The meeting: a pure machine. No file, no clock, no terminal.

pub mod adoption;
pub mod agenda;
mod apply;
pub mod attendance;
mod audience;
mod became;
pub mod body;
pub mod calendar;
pub mod command;
pub mod contest;
pub mod course;
mod decide;
pub mod electorate;
pub mod event;
pub mod fact;
pub mod findings;
mod floor;
pub mod id;
pub mod interests;
mod machine;
pub mod majority;
pub mod name;
pub mod notice;
pub mod panel;
pub mod people;
pub mod plan;
pub mod privacy;
pub mod ready;
mod redaction;
mod retime;
pub mod sequence;
pub mod stage;
pub mod state;
pub mod substitution;
pub mod summary;
pub mod timeline;
pub mod topic;
pub mod walk;

pub use machine::Meeting;

#[cfg(test)]
mod tests;
