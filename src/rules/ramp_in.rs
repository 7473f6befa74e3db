//! The first weeks of strength.

use super::rule::{Check, Grade, Limit, Rule};
use crate::facts::changes::{Declared, Step};
use crate::facts::ladder::{RAMP_IN_BREAK_DAYS, RAMP_IN_WEEKS, ramp_in};
use crate::week::session::Class;

pub(super) const RULE: Rule = Rule {
    id: "ramp-in",
    summary: "a novice's first two weeks of a plan, and anyone's after 28 days off, are one class lower (not under light) with one set fewer and one more in \
              reserve, without percentages; no plyometrics in the first, low ones at half in the second",
    rationale: "the first sessions make sore; a body that is used to them gets through the third",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[("weeks", RAMP_IN_WEEKS as u32), ("days off", RAMP_IN_BREAK_DAYS as u32)]),
    check: Check::Change(&[(Step::Strength, apply)]),
    breaks: &[
        "- easy - - - - long season=base level=novice plan.start=2026-11-23",
        "- easy - - - - long season=base off=2026-10-26..2026-11-22",
        "- easy - - - - long season=base off=2026-10-21..2026-11-17",
    ],
    keeps: &[
        "- easy - - - - long season=base level=novice plan.start=2026-11-09",
        "- easy - - - - long season=base level=intermediate plan.start=2026-11-23",
        "- easy - - - - long season=base level=novice",
        "- easy - - - - long season=base off=2026-10-27..2026-11-22",
        "- easy - - - - long season=base off=2026-10-01..2026-11-08",
    ],
};

fn apply(declared: &mut Declared<'_>) {
    let week = ramp_in(declared.profile, declared.monday, declared.season.phase, declared.level);
    if week == 0 {
        return;
    }
    let at_most = match declared.class {
        Class::Heavy => Class::Moderate,
        Class::Moderate => Class::Light,
        lighter => lighter,
    };
    declared.class = at_most;
    let plyometrics = if week == 1 { "no plyometrics yet" } else { "half of the hops" };
    declared.note(
        RULE.id,
        format!(
            "getting used to strength, week {week} of {RAMP_IN_WEEKS}: lighter, one set fewer, {plyometrics}"
        ),
    );
}
