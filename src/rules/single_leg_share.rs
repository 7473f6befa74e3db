//! How much leg work is on one leg.

use super::rule::{Check, Grade, Limit, Rule};
use crate::exercise::Kind;
use crate::rules::training::Training;
use crate::season::Side;

pub(super) const RULE: Rule = Rule {
    id: "single-leg-share",
    summary: "of the week's knee and hinge sets the season's share is on one leg, or on both",
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
    ],
};

fn faults(training: &Training<'_>) -> Vec<String> {
    // Who keeps heavy sets in a light season keeps them on both legs; in pregnancy both legs come first.
    let is_kept = training.class.is_hard() && !training.season.class.is_hard()
        || training.health.pregnant == Some(true);
    let share = training.season.share.filter(|_| training.weights() && !is_kept && !training.health.hurts());
    let Some(share) = share else { return Vec::new() };
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
