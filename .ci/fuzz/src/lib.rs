//! What every fuzz target asks of the program beyond "no panic". A target is a function from bytes; an input that it
//! cannot take is rejected, anything that is not as promised panics.

#[allow(dead_code)]
#[path = "../../../src/cli/ascii.rs"]
mod ascii;
#[allow(dead_code)]
#[path = "../../../src/cli/tell.rs"]
mod tell;
#[path = "../../../src/cli/failure.rs"]
#[allow(dead_code)]
mod failure;
pub mod notation;
pub mod plans;
mod problems;
pub mod profiles;
pub mod seasons;
pub mod seeds;
mod text;
pub mod weeks;
