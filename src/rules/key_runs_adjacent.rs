//! Two key runs follow each other.

use super::rule::{Check, Grade, Limit, Rule};
use super::warning::{Seen, Subject, Warning};
use crate::week::day::Day;
use crate::week::race::Distance;
use crate::week::session::Run;
use crate::word::Word;

pub(super) const RULE: Rule = Rule {
    id: "key-runs-adjacent",
    summary: "key runs on consecutive days, week boundary included; for an ultra runner's two long \
              runs only a note",
    rationale: "a hard day is followed by an easy one",
    source: "hard-easy (Bowerman, Daniels)",
    grade: Some(Grade::C),
    limit: Limit::None,
    check: Check::Warn(Subject::Week, warnings),
    breaks: &["- - - - - speed long", "speed - - - - - long"],
    keeps: &["- - - speed - - long"],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    let runs = seen.runs();
    let ultra = seen.facts.race.is_some_and(|race| race.distance == Some(Distance::Ultra));
    let mut warnings = Vec::new();
    for day in Day::ALL.iter().copied() {
        let run = runs[day.index()];
        if !run.is_key() {
            continue;
        }
        let next = seen.facts.around(&runs, day).1[0];
        if next.is_key() {
            let message = format!("key runs on {} and {}", day.name(), day.shifted(1).name());
            let warning = Warning::new(RULE.id, message, "put an easy day between them").pair_from(day);
            let both_long = ultra && run == Run::Long && next == Run::Long;
            warnings.push(if both_long { warning.note() } else { warning });
        }
    }
    warnings
}
