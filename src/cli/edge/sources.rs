//! The texts that problems point into.

/// The texts that problems point into, by number: a name to show, and the text.
pub type Sources = Vec<(String, String)>;
