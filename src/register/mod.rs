//! Registers: what many meetings come to, from their records. Pure: whoever reads the files hands over folded meetings.
//!
//! Each register takes from every meeting what it needs ([`of_meeting`]), so that a meeting may be let go of at once, and
//! makes one whole of it ([`actions()`], [`find::in_order`], [`year::years`]). What is given is what everybody may read, and nothing else is asked for.

mod actions;
mod due;
pub mod find;
mod held;
mod known;
mod print;
#[cfg(test)]
mod tests;
mod tracker;
pub mod year;

pub use actions::{Action, Named, Register, Wanted, actions, bodies};
pub use held::{Held, of_meeting};
pub use print::{Form, blocks, sheet, to_json};
