//! Keys become command lines, command lines change the model, and what only the outside can do is asked for as effects.

pub mod editor;
pub mod key;
pub mod keymap;
pub mod line;
pub mod view;
