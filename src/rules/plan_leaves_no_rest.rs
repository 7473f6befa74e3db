//! A plan of somebody else's that runs every day.

use super::rule::{Check, Grade, Limit, Rule};
use super::warning::{Seen, Subject, Warning};
use crate::week::day::Day;
use crate::word::Word as _;

pub(super) const RULE: Rule = Rule {
    id: "plan-leaves-no-rest",
    summary: "a written plan leaves no full rest day: strength goes beside its sessions, and no rest day is asked for",
    rationale: "rest days are part of training; the plan stands as it is written, so that this is told and not mended",
    source: "article S18",
    grade: Some(Grade::C),
    limit: Limit::None,
    check: Check::Warn(Subject::Planning, warnings),
    breaks: &["easy easy speed easy easy easy long written=yes"],
    keeps: &["easy easy speed easy easy - long written=yes", "easy easy speed easy easy easy long"],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    let facts = seen.facts;
    let is_free = |day: &Day| facts.before_placing(*day, facts.runs[day.index()].run).is_rest();
    if !facts.is_written() || Day::ALL.iter().any(is_free) {
        return Vec::new();
    }
    let hint = "rest on one of its easy days when you feel that you need it";
    vec![Warning::new(RULE.id, "the plan has something on all seven days: no full rest day is left", hint)]
}
