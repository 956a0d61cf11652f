//! Any text, at any size.
