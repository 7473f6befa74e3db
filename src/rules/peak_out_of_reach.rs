//! The minutes that a plan is to grow to are out of reach.

use super::eased_after_break::percent;
use super::rule::{Check, Limit, Rule};
use super::run_minutes_grow::above;
use super::warning::{Seen, Subject, Warning};
use crate::facts::growth::reached;
use crate::facts::run_minutes::default_minutes;
use crate::week::session::Run;
use crate::word::Word;
use chrono::Duration;

/// Weeks by which an earlier start is tried.
const EARLIER: i64 = 40;

pub(super) const RULE: Rule = Rule {
    id: "peak-out-of-reach",
    summary: "the peak of a plan is not reached before its taper, however it grows",
    rationale: "an earlier start or a lower peak is safer than a faster rise",
    source: "arithmetic",
    grade: None,
    limit: Limit::None,
    check: Check::Warn(Subject::Planning, warnings),
    breaks: &[
        "- easy - - - - long60 season=none race=+60 plan.start=2026-11-23 runs.minutes.long=60 plan.peak.long=150",
    ],
    keeps: &[
        "- easy - - - - long60 season=none race=+60 plan.start=2026-11-23 runs.minutes.long=60 plan.peak.long=75",
    ],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    let (facts, profile) = (seen.facts, seen.facts.profile);
    let (Some(start), Some(race), Some(peak)) = (profile.plan.start, profile.race, profile.plan.peak) else {
        return Vec::new();
    };
    // After the race nothing is to be reached any more.
    if race.days_from(facts.monday) < 0 {
        return Vec::new();
    }
    let mut warnings = Vec::new();
    for run in [Run::Easy, Run::Speed, Run::Long] {
        let own = profile.runs.minutes.unwrap_or_default().kind(run);
        let from = own.unwrap_or_else(|| default_minutes(run, facts.limits.level));
        let runs = || facts.runs.iter().any(|planned| planned.declared == run);
        let Some(peak) = peak.kind(run).filter(|_| runs()) else { continue };
        let of = |start| {
            let step = |before, now: u16| above(before).max(now.saturating_add(1));
            reached(profile, race, start, run, from, step, percent)
        };
        let most = of(start);
        if most >= peak {
            continue;
        }
        let kind = run.id();
        let message = format!("the {kind} run reaches {most} of {peak} minutes before the race");
        let mut earlier = (1..=EARLIER).map(|weeks| start - Duration::weeks(weeks));
        let earlier = earlier.find(|start| of(*start) >= peak);
        let lower = format!("lower it (`--set 'plan.peak.{kind}={most}'`)");
        let hint = earlier.map_or_else(
            || lower.clone(),
            |start| format!("start earlier (`--set 'plan.start={start}'`), or {lower}"),
        );
        warnings.push(Warning::new(RULE.id, message, hint));
    }
    warnings
}
