//! What the program knows, as tables and pages made from the registries.

pub mod exercises;
pub mod rules;
pub mod schema;
pub mod seasons;
pub mod starter;
