//! How much leg work is on one leg.

use super::rule::{Check, Grade, Limit, Rule};
use crate::exercise::Kind;
use crate::rules::training::Training;
use crate::season::Side;
use crate::week::session::Class;

pub(super) const RULE: Rule = Rule {
    id: "single-leg-share",
    summary: "of the week's knee and hinge sets with weights the season's share is on one leg, or on both; not where the style keeps the \
              load, in activation, in pregnancy or with a painful place",
    rationale: "race prep asks for more single-leg work, the off-season for more double-leg work; the shares are ours",
    source: "article S47, S55; the numbers are ours",
    grade: Some(Grade::C),
    limit: Limit::Key("strength.share"),
    check: Check::Session(faults),
    breaks: &[
        "full: goblet-squat 3x8, single-leg-rdl 3x15",
        "full: step-up 3x8, single-leg-rdl 3x8 ; season=off-season",
        "full: step-up 3x8, single-leg-rdl 3x8 ; season=base",
    ],
    keeps: &[
        "full: step-up 3x15, single-leg-rdl 3x15",
        "full: goblet-squat 3x8, single-leg-rdl 3x8 ; season=base",
        "full: step-up 3x10, air-squat 3x10, air-squat 3x10 ; equipment=none",
        "full: barbell-back-squat 3x5, barbell-deadlift 3x5 ; class=heavy",
        "full: goblet-squat 2x8, single-leg-rdl 2x8 ; pregnant=true",
    ],
};

fn faults(training: &Training<'_>) -> Vec<String> {
    // The style that keeps the load is harder than its season; health has a choice of its own.
    let is_other = training.class > training.season.class
        || training.class == Class::Activation
        || training.is_careful();
    let Some(share) = training.season.share.filter(|_| training.weights() && !is_other) else {
        return Vec::new();
    };
    let sets = |kind: Kind| -> u32 { training.full().map(|workout| workout.sets(kind)).sum() };
    let (single, double) = (sets(Kind::SingleLeg), sets(Kind::DoubleLeg));
    let all = single + double;
    let least = |sets: u32| sets * 100 >= all * u32::from(share.percent);
    let kept = match share.side {
        Side::Single => least(single),
        Side::Double => least(double),
        Side::Both => least(single) && least(double),
    };
    let fault = || {
        format!(
            "{single} single-leg and {double} double-leg sets; the season's share is {} {} %",
            share.side, share.percent
        )
    };
    (!kept && all > 0).then(fault).into_iter().collect()
}
