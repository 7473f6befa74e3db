//! The formats that a plan is written in, one file each; every list of formats is made from [`FORMATS`] and
//! [`SESSION_FORMATS`].

pub mod authorship;
mod chart;
pub mod check;
pub mod compare;
pub mod csv;
mod cycle;
mod dates;
pub mod fit;
mod format;
mod gym;
pub mod html;
pub mod ics;
mod intervals;
pub mod json;
mod ladder;
mod markdown;
mod phrases;
pub mod replan;
mod schema;
pub mod session;
mod svg;
mod text;
pub mod why;

pub use format::{Calendar, Format, Options, SessionFile, SessionFormat};

/// Every format of which a document holds a week or a plan; the first is the default.
pub static FORMATS: &[Format] = &[
    text::FORMAT,
    json::JSON,
    json::NDJSON,
    markdown::FORMAT,
    csv::FORMAT,
    ics::FORMAT,
    html::FORMAT,
    svg::FORMAT,
    intervals::FORMAT,
];

/// Every format of which a file holds one session; the first is that of a folder without a name for its format.
pub static SESSION_FORMATS: &[SessionFormat] = &[fit::FORMAT];

/// The format with this name, if there is one.
#[must_use]
pub fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}
