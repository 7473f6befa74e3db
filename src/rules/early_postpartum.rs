//! No runs in the first weeks after a birth.

use super::rule::{Check, Grade, Limit, Rule};
use crate::facts::changes::{Declared, Step};
use crate::profile::Health;
use crate::week::session::{Class, Run};

/// Weeks after a birth before runs are planned again.
pub(super) const WEEKS: u16 = 12;

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

/// Whether a birth is less than 12 weeks ago.
pub(crate) fn is_early_postpartum(health: Health) -> bool {
    health.postpartum_weeks.is_some_and(|weeks| weeks < WEEKS)
}

fn lighten(declared: &mut Declared<'_>) {
    if is_early_postpartum(declared.profile.health) {
        let message = format!("under {WEEKS} weeks after the birth: strength is activation, no plyometrics");
        declared.note(RULE.id, message);
        declared.class = Class::Activation;
    }
}

/// Every run, a race too; its date still counts for the rules.
fn set_aside(declared: &mut Declared<'_>) {
    if is_early_postpartum(declared.profile.health) {
        let why = |what: &str| format!("{what} set aside: under {WEEKS} weeks after the birth");
        declared.turn(RULE.id, Run::Off, |_, _, planned| planned.run.is_run(), why);
    }
}
