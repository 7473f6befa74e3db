//! No run minutes were given.

use super::rule::{Check, Limit, Rule};
use super::warning::{Seen, Subject, Warning};
use crate::profile::Minutes;
use crate::week::day::{Days, listed};

pub(super) const RULE: Rule = Rule {
    id: "minutes-assumed",
    summary: "the profile gives no run minutes, or a written plan not those of every run: defaults stand in",
    rationale: "loads and shares rest on them",
    source: "arithmetic",
    grade: None,
    limit: Limit::None,
    check: Check::Warn(Subject::Planning, warnings),
    breaks: &["- easy - - - - long"],
    keeps: &["- easy30 - - - - long90", "- - - - - - - season=off-season", "- easy - - - - long written=yes"],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    if seen.facts.is_written() {
        return of_written(seen.facts.written.untimed);
    }
    if seen.facts.profile.runs.minutes.is_some_and(|minutes| minutes != Minutes::default())
        || seen.week.iter().all(|day| !day.run.is_run())
    {
        return Vec::new();
    }
    let hint = "set `runs.minutes`, such as `minutes = { easy = 40, speed = 50, long = 90 }`";
    vec![Warning::new(RULE.id, "run minutes are placeholders: the profile gives none", hint)]
}

/// The note about runs of a written plan whose length it does not say.
fn of_written(untimed: Days) -> Vec<Warning> {
    if untimed.is_empty() {
        return Vec::new();
    }
    let runs = if untimed.len() == 1 { "a run" } else { "runs" };
    let message = format!(
        "the plan does not say how long {runs} on {} are: usual minutes stand in",
        listed(untimed.iter())
    );
    let message = if untimed.len() == 1 { message.replace(" are:", " is:") } else { message };
    vec![Warning::new(RULE.id, message, "write minutes or a distance beside them").on(untimed).note()]
}
