//! Keys become command lines, command lines change the model, and what only the outside can do is asked for as effects.

pub mod view;
