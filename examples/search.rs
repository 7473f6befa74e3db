//! Reads profiles, one a line as JSON, and writes for each the nanoseconds that the search for its week takes, from the
//! profile's facts to the best week or to the proof that there is none:
//! `cargo run --release --example search -- 2026-11-23 < runners.ndjson`

use chrono::NaiveDate;
use runplan::facts::request::Request;
use runplan::input::document;
use runplan::profile;
use runplan::rules;
use runplan::solve::{Ask, RuleSet, Search};
use std::hint::black_box;
use std::io::BufRead as _;
use std::time::Instant;

/// Calls of which the mean is taken: one alone is about as short as a clock can tell.
const CALLS: u32 = 20;

fn main() -> Result<(), String> {
    let monday = std::env::args().nth(1).ok_or("name the Monday of the week, such as 2026-11-23")?;
    let monday: NaiveDate = monday.parse().map_err(|error| format!("{monday}: {error}"))?;
    for line in std::io::stdin().lock().lines() {
        let line = line.map_err(|error| error.to_string())?;
        let node = document::json(&line, 0).map_err(|problem| problem.to_string())?;
        let profile = profile::read(&node).map_err(|problems| format!("{problems:?}"))?;
        let request = Request::new(profile, monday).check();
        let request = request.map_err(|problems| format!("{problems:?}"))?;
        let start = Instant::now();
        for _ in 0..CALLS {
            black_box(Search::new(&rules::facts(black_box(&request)), RuleSet::all()).best(&Ask::default()));
        }
        println!("{}", (start.elapsed() / CALLS).as_nanos());
    }
    Ok(())
}
