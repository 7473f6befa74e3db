//! The tests of the library and of the program, in the folders of `src`: one program, so that it is linked once.
//!
//! `cargo test solve::` runs those of one folder. `RUNPLAN_LONG=1` tries four times as many random cases, and
//! `RUNPLAN_REWRITE=1` writes what is compared with files anew. Data stand beside: transcripts in `tests/cmd`, documents
//! in `tests/exports`, weeks worked out by hand in `tests/worked-weeks.json`.
#![allow(missing_docs)]

mod plain_walk;
#[path = "../../examples/population/runner.rs"]
mod population;
mod random_profiles;
mod schemas;

mod batch;
mod check;
mod docs;
mod exercise;
mod facts;
mod import;
mod prescription;
mod profile;
mod replan;
mod rules;

mod explain {
    mod answers;
    mod fixes;
    mod properties;
    mod these_days;
}

mod export {
    mod fit;
    mod ics;
    mod intervals;
    mod names;
    mod properties;
    mod schema;
    mod snapshots;
    mod today;
}

mod overlay {
    mod cases;
    mod plans;
    mod properties;
    mod tables;
}

mod input {
    #[cfg(feature = "calendar")]
    mod busy;
    mod fuzz_regressions;
    mod json_places;
}

mod plan {
    mod askers;
    mod chain;
    mod days_off;
    mod fixed;
    mod named_days;
    mod races;
    mod run_days;
    mod seams;
    mod second_runs;
    mod shifts;
    mod worked_weeks;
}

mod solve {
    mod neighbours;
    mod oracle;
    mod properties;
    mod run_days;
    mod ties;
}

#[cfg(feature = "cli")]
mod cli {
    mod batch;
    mod calendar;
    mod cycle;
    mod environment;
    mod folder;
    #[cfg(unix)]
    mod lines;
    mod overlay;
    mod program;
    #[cfg(unix)]
    mod pty;
    #[cfg(unix)]
    mod questions;
    mod readme;
    mod replan;
    mod set;
    mod transcripts;
    mod words;

    /// What can go wrong around the program: streams, files, limits, signals, odd arguments, odd terminals.
    mod faults {
        mod arguments;
        mod commands;
        mod dates;
        mod deep;
        #[cfg(unix)]
        mod files;
        mod hostile;
        mod numbers;
        mod replaced;
        #[cfg(target_os = "linux")]
        mod resource_limits;
        #[cfg(unix)]
        mod signals;
        #[cfg(unix)]
        mod streams;
        mod terminal;
    }
}

mod house {
    mod generated;
    mod layers;
    mod registry;
}

/// How many random cases a test tries: `few` where a person waits for it, four times as many with `RUNPLAN_LONG=1`.
fn cases(few: usize) -> usize {
    if std::env::var_os("RUNPLAN_LONG").is_some() { few * 4 } else { few }
}

/// The best week of a request under every rule, if there is one.
fn best(request: &runplan::Request<'_>) -> Option<runplan::solve::Best> {
    use runplan::solve::{Ask, RuleSet, Search};
    Search::new(&runplan::rules::facts(request), RuleSet::all()).best(&Ask::default())
}
