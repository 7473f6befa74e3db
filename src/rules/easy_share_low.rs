//! Little of the running is easy.

use super::rule::{Check, Grade, Limit, Rule};
use super::warning::{Seen, Subject, Warning};
use crate::week::phase::Phase;
use crate::week::session::Run;

/// Percent of the run minutes that should be easy; half of a speed run is.
const SHARE: u32 = 75;

pub(super) const RULE: Rule = Rule {
    id: "easy-share-low",
    summary: "easy, long and half of the speed minutes are under 75 % of the run minutes; not in race week, nor in a week with a race",
    rationale: "elite runners keep 80 % and more at low intensity; in recreational runners a trial \
              found it no better than less",
    source: "Haugen 2022; contested by Festa 2020",
    grade: Some(Grade::B),
    limit: Limit::Numbers(&[("percent", SHARE)]),
    check: Check::Warn(Subject::Week, warnings),
    breaks: &["- speed60 - speed60 - - easy30"],
    keeps: &[
        "- speed50 - easy40 - easy40 long90",
        "- speed60 - speed60 - - easy30 season=race-week race=+13",
        "- speed60 - - - - race",
    ],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    if !seen.known.timed {
        return Vec::new();
    }
    let all = seen.run_minutes(|_| true) + seen.second_minutes();
    let easy = seen.run_minutes(|run| matches!(run, Run::Easy | Run::Long | Run::ShakeOut));
    let twice_easy = 2 * (easy + seen.second_minutes()) + seen.run_minutes(|run| run == Run::Speed);
    let is_whole = seen.facts.is_whole();
    if !is_whole
        || seen.facts.season.phase == Phase::RaceWeek
        || seen.runs().contains(&Run::Race)
        || all == 0
        || 100 * twice_easy >= 2 * SHARE * all
    {
        return Vec::new();
    }
    let message = format!(
        "{} % of the run minutes are easy; {SHARE} % and more are usual",
        100 * twice_easy / (2 * all)
    );
    vec![Warning::new(RULE.id, message, "lengthen an easy run, or make a speed run easy")]
}
