//! The makers of the schemas of what goes in, from the tables and ranges that the readers themselves use.

mod parts;
mod profile;
mod season;

pub use profile::{AT_A_PLACE, profile};
pub use season::season;
