//! What the program promises about speed, as ratios measured in one run: the search beside a plain walk, a week with
//! its findings and with its reasons beside the search, refusals beside weeks. Absolute times are printed too; on a noisy machine only the ratios say much.
#![allow(missing_docs)]

use runplan::facts::request::Request;
use runplan::input::document;
use runplan::plan::{plan, plan_briefly};
use runplan::profile;
use runplan::rules;
use runplan::rules::MONDAY;
use runplan::solve::{Ask, RuleSet, Search};
use std::hint::black_box;
use std::time::{Duration, Instant};

#[path = "../tests/it/plain_walk.rs"]
mod plain_walk;

/// Files of `examples/`, in the order in which they are measured.
const EXAMPLES: &[(&str, &str)] = &[
    ("marathoner", include_str!("../examples/marathoner.toml")),
    ("beginner", include_str!("../examples/beginner.toml")),
    ("two speed days", include_str!("../examples/two-speed-days.toml")),
    ("shift worker", include_str!("../examples/shift-worker.toml")),
    ("off-season", include_str!("../examples/off-season.toml")),
    ("race week", include_str!("../examples/race-week.toml")),
    ("impossible", include_str!("../examples/impossible.toml")),
];

fn request(text: &str) -> Request<'static> {
    let (node, problems) = document::toml(text, 0);
    assert!(problems.is_empty(), "{problems:?}");
    let profile = profile::read(&node).expect("a valid example");
    Request::new(profile, MONDAY).check().expect("a request")
}

/// The best of several rounds: the time of one call.
fn time<T>(mut call: impl FnMut() -> T) -> Duration {
    let start = Instant::now();
    black_box(call());
    let once = start.elapsed().max(Duration::from_nanos(1));
    let calls = u32::try_from((20_000_000 / once.as_nanos()).clamp(1, 20_000)).unwrap_or(1);
    let round = || {
        let start = Instant::now();
        for _ in 0..calls {
            black_box(call());
        }
        start.elapsed() / calls
    };
    std::iter::repeat_with(round).take(7).min().unwrap_or_default()
}

fn main() {
    println!(
        "{:<16}{:>10}{:>10}{:>12}{:>13}{:>13}",
        "example", "search", "week", "explained", "plain walk", "walk/search"
    );
    for (name, text) in EXAMPLES {
        let request = request(text);
        let search = time(|| Search::new(&rules::facts(&request), RuleSet::all()).best(&Ask::default()));
        let week = time(|| plan_briefly(&request));
        let explained = time(|| plan(&request));
        let facts = rules::facts(&request);
        let walked = time(|| plain_walk::best(&facts));
        let us = |time: Duration| format!("{:.1} µs", time.as_secs_f64() * 1e6);
        let ratio = |a: Duration, b: Duration| format!("{:.1}", a.as_secs_f64() / b.as_secs_f64());
        println!(
            "{name:<16}{:>10}{:>10}{:>12}{:>13}{:>13}",
            us(search),
            us(week),
            us(explained),
            us(walked),
            ratio(walked, search)
        );
    }
}
