//! Without weights the main lifts are body weight.

use super::{Check, Grade, Limit, Rule, Seen, Subject, Warning};
use crate::profile::Equipment;

pub(super) const RULE: Rule = Rule {
    id: "no-weights",
    summary: "without barbell, dumbbell or kettlebell the main lifts are body weight",
    rationale: "single-leg work leads then; the load class stays for the rules",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::None,
    check: Check::Warn(Subject::Planning, warnings),
    breaks: &["full - - - - - - strength.equipment=band"],
    keeps: &["full - - - - - - strength.equipment=dumbbell", "- easy - - - - - strength.equipment=band"],
};

/// What counts as weights.
const WEIGHTS: [Equipment; 3] = [Equipment::Barbell, Equipment::Dumbbell, Equipment::Kettlebell];

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    let Some(equipment) = &seen.facts.profile.strength.equipment else { return Vec::new() };
    if equipment.iter().any(|piece| WEIGHTS.contains(piece))
        || !seen.week.iter().any(|day| day.strength.any())
    {
        return Vec::new();
    }
    let message = "no barbell, dumbbell or kettlebell: the main lifts are body weight";
    vec![
        Warning::new(
            RULE.id,
            message,
            "single-leg work leads; add weights to `strength.equipment` when you have them",
        )
        .note(),
    ]
}
