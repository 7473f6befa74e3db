//! No runs in the first weeks after a birth.

use super::rule::{Check, Grade, Limit, Rule};
use crate::facts::changes::{Declared, Step};
use crate::profile::EARLY_POSTPARTUM_WEEKS as WEEKS;
use crate::week::session::{Class, Run};

pub(super) const RULE: Rule = Rule {
    id: "early-postpartum",
    summary: "in the first 12 weeks after a birth every run is set aside and strength is activation",
    rationale: "running is not advisable before three months, nor with pelvic-floor symptoms",
    source: "Goom 2019",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[("weeks", WEEKS as u32)]),
    check: Check::Change(&[(Step::Strength, lighten), (Step::Runs, set_aside)]),
    breaks: &["- easy - - - - long health.postpartum_weeks=8"],
    keeps: &["- easy - - - - long health.postpartum_weeks=12"],
};

fn lighten(declared: &mut Declared<'_>) {
    if declared.profile.health.is_early_postpartum() {
        let message = format!("under {WEEKS} weeks after the birth: strength is activation, no plyometrics");
        declared.note(RULE.id, message);
        declared.put_first(RULE.id);
        declared.class = Class::Activation;
    }
}

/// Every run, a race too; its date still counts for the rules.
fn set_aside(declared: &mut Declared<'_>) {
    if declared.profile.health.is_early_postpartum() {
        let why = |what: &str| format!("{what} set aside (under {WEEKS} weeks after the birth)");
        declared.turn(RULE.id, Run::Off, |_, _, planned| planned.run.is_run(), why);
        declared.put_first(RULE.id);
    }
}
