//! One run is much longer than any of the last month.

use super::rule::{Check, Grade, Limit, Rule};
use super::run_minutes_grow::PERCENT;
use super::warning::{Seen, Subject, Warning};
use crate::facts::growth::DAYS;
use crate::week::day::Day;
use crate::week::session::Run;
use crate::word::Word;

pub(super) const RULE: Rule = Rule {
    id: "single-run-spike",
    summary: "a run is over 110 % of the longest of the last 30 days; only where those days are known, \
              and not for a race",
    rationale: "in a cohort of 5205 runners, one run more than 10 % longer than any of the 30 days before \
              went with more overuse complaints; weekly sums did not",
    source: "Frandsen 2025",
    grade: Some(Grade::B),
    limit: Limit::Numbers(&[("days", DAYS as u32), ("percent", PERCENT)]),
    check: Check::Warn(Subject::Week, warnings),
    breaks: &["- easy30 - easy30 - - long120 past=40,40,90"],
    keeps: &["- easy30 - easy30 - - long95 past=40,40,90", "- easy30 - easy30 - - long120"],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    let past = seen.known.past;
    // A week alone is no month.
    if !seen.known.timed || past.is_empty() {
        return Vec::new();
    }
    let mut minutes: Vec<u16> = past.iter().flatten().copied().collect();
    let mut warnings = Vec::new();
    for day in Day::ALL.iter().copied() {
        let run = seen.week[day.index()].run;
        let today = if run.is_run() && run != Run::Race { seen.facts.runs[day.index()].minutes } else { 0 };
        if minutes.len() >= usize::from(DAYS) {
            let longest = minutes[minutes.len() - usize::from(DAYS)..].iter().copied().max().unwrap_or(0);
            if longest > 0 && u32::from(today) * 100 > u32::from(longest) * PERCENT {
                let message = format!(
                    "{}'s run takes {today} minutes, the longest of the {DAYS} days before took {longest}",
                    day.name()
                );
                let most = u32::from(longest) * PERCENT / 100;
                let hint = format!("shorten it to {most} minutes");
                warnings.push(Warning::new(RULE.id, message, hint).on(std::iter::once(day).collect()));
            }
        }
        minutes.push(today);
    }
    warnings
}
