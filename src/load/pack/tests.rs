//! Packs as whole texts.
