//! The only part that touches the world.

pub mod files;
pub mod recorder;
