//! Strength stands where the chosen placement wants it.

use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::facts::limits::Limits;
use crate::week::phase::Phase;
use crate::week::score::Level;
use crate::week::session::{Placement, Run};

/// Cost of a strength day on a speed, run-free, easy-run, and long-run or race day.
type Costs = [u8; 4];
/// On the speed day, so that easy days stay easy (S12, S13); the order of the rest is ours.
const STACK: Costs = [0, 1, 2, 3];
/// The same in a week without a speed day: what rides on an easy run frees a day for rest (S16).
const STACK_WITHOUT_SPEED: Costs = [0, 1, 0, 3];
/// On days without a run.
const SEPARATE: Costs = [2, 0, 1, 3];
/// On easy-run days.
const EASY_DAYS: Costs = [1, 2, 0, 3];
/// Off-season: strength replaces runs (S36), whatever the placement.
const OFF_SEASON: Costs = [0, 0, 2, 3];

pub(super) const RULE: Rule = Rule {
    id: "strength-off-placement",
    summary: "strength goes where the chosen placement puts it: `stack` on the speed day (in a \
              week without one on easy-run days), `separate` on run-free days, `easy-days` on easy-run \
              days",
    rationale: "coaches disagree, so the runner chooses; speed day and easy days easy are the article's",
    source: "article S12, S13, S16, S36; McMillan (stack), TrainAsONE (separate), Runna (easy-days)",
    grade: Some(Grade::C),
    limit: Limit::Key("strength.placement"),
    check: Check::Steer(Steer {
        level: Level::Placement,
        looks: Looks::Day(
            |today| if today.plan.strength.any() { cost(today.limits, today.plan.run) } else { 0 },
        ),
        wish: |limits| wish(limits).to_owned(),
        against: |breach| kind(breach.plan.run),
        says: |breach| format!("strength on {}, {}", breach.day(), kind(breach.plan.run)),
    }),
    breaks: &[
        "- easy+full - speed - - -",
        "- full - easy - - -",
        "- speed+full - - - - - strength.placement=separate",
        "full - - - - - - strength.placement=easy-days",
    ],
    keeps: &[
        "- speed+full - - - - -",
        "- easy+full - - - - -",
        "full - - - - - - strength.placement=separate",
        "- easy+full - - - - - strength.placement=easy-days",
        "full - - - - - - season=off-season",
    ],
};

fn cost(limits: &Limits, run: Run) -> u8 {
    let costs = match (limits.phase, limits.placement) {
        (Phase::Recovery, _) => return 0,
        (Phase::OffSeason, _) => OFF_SEASON,
        (_, Placement::Stack) if limits.has_speed => STACK,
        (_, Placement::Stack) => STACK_WITHOUT_SPEED,
        (_, Placement::Separate) => SEPARATE,
        (_, Placement::EasyDays) => EASY_DAYS,
    };
    costs[match run {
        Run::Speed => 0,
        Run::Off => 1,
        Run::Easy | Run::ShakeOut => 2,
        Run::Long | Run::Race => 3,
    }]
}

const fn wish(limits: &Limits) -> &'static str {
    match (limits.phase, limits.placement) {
        (Phase::OffSeason, _) => "strength takes run-free days, where it replaces runs",
        (_, Placement::Stack) if limits.has_speed => {
            "strength rides on a speed day or a free day and easy days stay easy"
        }
        (_, Placement::Stack) => "strength rides on an easy run and leaves other days for rest",
        (_, Placement::Separate) => "strength takes days without a run",
        (_, Placement::EasyDays) => "strength goes with easy runs",
    }
}

const fn kind(run: Run) -> &'static str {
    match run {
        Run::Off => "a day without a run",
        Run::Easy | Run::ShakeOut => "an easy-run day",
        Run::Speed => "a speed day",
        Run::Long => "a long-run day",
        Run::Race => "race day",
    }
}
