//! Plans a runner's training week.
#![doc(html_no_source)]
pub mod clock;
pub mod day;
pub mod docs;
pub mod document;
pub mod draft;
pub mod explain;
pub mod export;
pub mod facts;
pub mod limits;
pub mod lines;
pub mod load;
pub mod phase;
pub mod plan;
pub mod problem;
pub mod profile;
pub mod race;
pub mod reader;
pub mod rule;
pub mod rules;
pub mod score;
pub mod season;
pub mod session;
pub mod solve;
pub mod week;
pub mod word;
