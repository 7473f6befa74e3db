//! Under 16 counts as a novice in the gym.

use super::rule::{Check, Grade, Limit, Rule};
use crate::facts::changes::{Declared, Step};
use crate::week::session::Experience;

/// Below this age the numbers of a novice hold.
const AGE: u8 = 16;

pub(super) const RULE: Rule = Rule {
    id: "under-16-as-novice",
    summary: "a runner under 16 is planned as a novice",
    rationale: "technique and steady growth first",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[("age", AGE as u32)]),
    check: Check::Change(&[(Step::Strength, apply)]),
    breaks: &["easy - - - - - - age=15"],
    keeps: &["easy - - - - - - age=16"],
};

fn apply(declared: &mut Declared<'_>) {
    if declared.profile.age.is_some_and(|age| age < AGE) && declared.level != Experience::Novice {
        declared.level = Experience::Novice;
        declared.note(RULE.id, format!("planned as a novice in the gym: under {AGE}"));
    }
}
