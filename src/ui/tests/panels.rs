//! The rules of each panel.
