//! Heavy work needs something heavy.

use super::rule::{Check, Grade, Limit, Rule};
use crate::facts::changes::{Declared, Step};
use crate::week::session::Class;

pub(super) const RULE: Rule = Rule {
    id: "moderate-without-barbell",
    summary: "without a barbell, a trap bar or a leg press heavy strength becomes moderate",
    rationale: "what goes 6 to 12 times in two hands is moderate; on one leg it is hard enough",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::None,
    check: Check::Change(&[(Step::Strength, apply)]),
    breaks: &[
        "- easy - - - - long season=off-season strength.equipment=dumbbell",
        "- easy - - - - long season=off-season strength.equipment=-",
    ],
    keeps: &[
        "- easy - - - - long season=off-season strength.equipment=barbell",
        "- easy - - - - long season=off-season strength.equipment=gym",
        "- easy - - - - long season=base strength.equipment=dumbbell",
    ],
};

fn apply(declared: &mut Declared<'_>) {
    if declared.class == Class::Heavy && !declared.profile.has_heavy() {
        declared.class = Class::Moderate;
        declared.note(RULE.id, "strength is moderate, not heavy: no barbell, trap bar or leg press");
    }
}
