//! Which words are known: to the dictionary, to the house and to the clerk.
//!
//! A [`Speller`] is the three together. It knows nothing of a meeting: whoever has one tells it the names in it. Until a
//! dictionary has been read it finds fault with nothing.

mod dictionary;
mod endings;
pub mod list;
mod speller;
#[cfg(test)]
mod tests;
mod vocabulary;

pub use dictionary::Dictionary;
pub use endings::Endings;
pub use speller::{Speller, Written};
pub use vocabulary::Vocabulary;
