//! What every fuzz target asks of the program beyond "no panic". A target is a function from bytes; an input that it
//! cannot take is rejected, anything that is not as promised panics.

/// How the command line shows problems.
#[allow(dead_code)]
#[path = "../../../src/cli"]
mod cli {
    pub mod edge {
        pub mod diagnostics;
        pub mod excerpt;
        pub mod lines;
        pub mod sources;
    }
}
pub mod notation;
pub mod plans;
mod problems;
pub mod profiles;
mod replans;
pub mod seasons;
pub mod seeds;
mod text;
pub mod weeks;
