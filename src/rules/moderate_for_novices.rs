//! A novice does not lift heavy.

use super::rule::{Check, Grade, Limit, Rule};
use crate::facts::changes::{Declared, Step};
use crate::week::session::{Class, Experience};

pub(super) const RULE: Rule = Rule {
    id: "moderate-for-novices",
    summary: "for a novice heavy strength becomes moderate",
    rationale: "movements are mastered before loads rise",
    source: "Blagrove and Hooper (practice)",
    grade: Some(Grade::C),
    limit: Limit::None,
    check: Check::Change(&[(Step::Strength, apply)]),
    breaks: &["easy - - - - - - season=off-season level=novice"],
    keeps: &["easy - - - - - - season=base level=novice", "easy - - - - - - season=off-season"],
};

fn apply(declared: &mut Declared<'_>) {
    if declared.level == Experience::Novice && declared.class == Class::Heavy {
        declared.class = Class::Moderate;
        declared.note(RULE.id, "strength is moderate, not heavy: technique before load");
    }
}
