//! Strength gets heavier by one class a week at most.

use super::rule::{Check, Grade, Limit, Rule};
use crate::facts::changes::{Declared, Step};
use crate::week::session::Class;
use crate::word::Word;

/// Classes by which strength may rise from one week to the next.
const STEPS: u8 = 1;

pub(super) const RULE: Rule = Rule {
    id: "class-step",
    summary: "the load class of strength rises by one step a week at most: activation, light, moderate, heavy; falling is \
              free",
    rationale: "tissue gets used to load again step by step",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[("classes a week", STEPS as u32)]),
    check: Check::Change(&[(Step::Strength, apply)]),
    breaks: &["- easy - - - - long season=base plan.class=activation"],
    keeps: &[
        "- easy - - - - long season=base plan.class=light",
        "- easy - - - - long season=taper plan.class=heavy",
    ],
};

fn apply(declared: &mut Declared<'_>) {
    let Some(before) = declared.course.and_then(|course| course.class) else { return };
    let at = Class::ALL.iter().position(|class| *class == before).unwrap_or(0);
    let most = Class::ALL.get(at + usize::from(STEPS)).copied().unwrap_or(before);
    if declared.class > most {
        declared.note(
            RULE.id,
            format!("strength is {} this week, since it was {} the week before", most.id(), before.id()),
        );
        declared.class = most;
    }
}
