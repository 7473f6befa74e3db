//! Mobility is stacked onto strength.

use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::week::score::Level;
use crate::week::session::Run;

/// Cost on a day with an easy run, shake-out or cross-training; on a long-run day; on a speed day. With strength 0, but
/// where clock times put it somewhere else in the day it is as on an easy day: what saves time is one workout.
const COSTS: [u8; 3] = [1, 2, 3];

pub(super) const RULE: Rule = Rule {
    id: "mobility-unstacked",
    summary: "mobility goes with strength (by the clock right after it or the run), else with an easy \
              run, else with a long run, last with a speed run",
    rationale: "stacked into one workout it saves time and happens",
    source: "article S17",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[
        ("easy or cross-training day", COSTS[0] as u32),
        ("long-run day", COSTS[1] as u32),
        ("speed day", COSTS[2] as u32),
    ]),
    check: Check::Steer(Steer {
        level: Level::Extras,
        looks: Looks::Day(|today| match (today.plan.mobility, today.plan.strength.any()) {
            (false, _) => 0,
            (true, false) => cost(today.plan.run),
            (true, true) => COSTS[0] * u8::from(today.mobility_follows == Some(false)),
        }),
        wish: |limits| match limits.strength_target {
            0 => "mobility keeps off long and speed days".to_owned(),
            _ => "mobility goes with strength".to_owned(),
        },
        against: |_| "mobility would stand apart",
        says: |breach| {
            let how = if breach.plan.strength.any() {
                ", but not right after strength or the run"
            } else {
                " without strength"
            };
            format!("mobility on {}{how}", breach.day())
        },
    }),
    breaks: &[
        "easy+mobility - - - - - -",
        "- - speed+mobility - - - -",
        "- - speed50+full+mobility - - - - time.wed=06:00-06:50,18:00-18:25,20:00-20:30",
    ],
    keeps: &[
        "full+mobility - - - - - -",
        "upper+mobility - - - - - -",
        "speed+full+mobility - - - - - -",
        "- - speed50+full+mobility - - - - time.wed=06:00-06:50,18:00-18:30",
        "- - speed50+full+mobility - - - - time.wed=06:00-07:00,18:00-18:20",
    ],
};

const fn cost(run: Run) -> u8 {
    match run {
        Run::Speed | Run::Race => COSTS[2],
        Run::Long => COSTS[1],
        Run::Off | Run::Easy | Run::ShakeOut => COSTS[0],
    }
}
