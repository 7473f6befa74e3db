//! Heavy work needs time.

use super::rule::{Check, Grade, Limit, Rule};
use crate::facts::changes::{Declared, Step};
use crate::week::session::{Class, HEAVY_FROM_MINUTES};

pub(super) const RULE: Rule = Rule {
    id: "heavy-from-25-minutes",
    summary: "in sessions under 25 minutes heavy strength becomes moderate",
    rationale: "warm-up, ramp-up sets and long rests of a knee bend and a hinge do not fit",
    source: "arithmetic of the clock; practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[("minutes", HEAVY_FROM_MINUTES as u32)]),
    check: Check::Change(&[(Step::Strength, apply)]),
    breaks: &["- easy - - - - long season=off-season strength.equipment=barbell strength.minutes=20"],
    keeps: &[
        "- easy - - - - long season=off-season strength.equipment=barbell strength.minutes=25",
        "- easy - - - - long season=base strength.equipment=barbell strength.minutes=20",
    ],
};

fn apply(declared: &mut Declared<'_>) {
    let minutes = declared.profile.strength.minutes.unwrap_or(declared.strength_minutes);
    if declared.class == Class::Heavy && minutes < HEAVY_FROM_MINUTES {
        declared.class = Class::Moderate;
        declared.note(
            RULE.id,
            format!("strength is moderate, not heavy: a heavy session needs {HEAVY_FROM_MINUTES} minutes"),
        );
    }
}
