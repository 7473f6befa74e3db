//! Many full weeks in a row.

use super::rule::{Check, Grade, Limit, Rule};
use super::warning::{Seen, Subject, Warning};
use crate::week::phase::Phase;

/// Load weeks in a row at most.
const WEEKS: u8 = 7;
/// Percent of the fullest of the weeks before, up to which a week is an easier one.
const PERCENT: u32 = 85;
/// Weeks that an easier one is held against.
const BEFORE: u8 = 3;

pub(super) const RULE: Rule = Rule {
    id: "cutback-missing",
    summary: "more than 7 weeks in a row without an easier one, of 85 % of the fullest of the 3 before at most; not in the \
              off-season, and only where those weeks are known",
    rationale: "easier weeks let the body take in what the others asked of it",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[("weeks", WEEKS as u32), ("percent", PERCENT), ("weeks before", BEFORE as u32)]),
    check: Check::Warn(Subject::Week, warnings),
    breaks: &["- easy60 - easy60 - - long90 season=base past=60,60,90 weeks=10"],
    keeps: &["- easy60 - easy60 - - long90 season=base past=60,60,90"],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    let loads = matches!(seen.facts.season.phase, Phase::Base | Phase::RacePrep);
    if !loads || !seen.known.timed {
        return Vec::new();
    }
    let mut weeks: Vec<u32> =
        seen.known.past.iter().map(|week| week.iter().copied().map(u32::from).sum()).collect();
    weeks.push(seen.run_minutes(|_| true));
    let is_easier = |at: usize| {
        let fullest = weeks[at.saturating_sub(BEFORE.into())..at].iter().max().copied().unwrap_or(0);
        weeks[at] * 100 <= fullest * PERCENT
    };
    let full = (usize::from(BEFORE)..weeks.len()).rev().take_while(|at| !is_easier(*at)).count();
    if full != usize::from(WEEKS) + 1 {
        return Vec::new();
    }
    let message = format!("{full} weeks in a row without an easier one");
    vec![
        Warning::new(RULE.id, message, "make every 4th week easier: three quarters of the run minutes")
            .note(),
    ]
}
