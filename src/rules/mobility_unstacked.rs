//! Mobility is stacked onto strength.

use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::week::score::Level;
use crate::week::session::Run;

/// Cost on a day with an easy run, shake-out or cross-training; on a long-run day; on a speed day; 0 with strength.
const COSTS: [u8; 3] = [1, 2, 3];

pub(super) const RULE: Rule = Rule {
    id: "mobility-unstacked",
    summary: "mobility goes with strength, else with an easy run, else with a long run, last with a \
              speed run",
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
        looks: Looks::Day(|today| {
            if today.plan.mobility && !today.plan.strength.any() { cost(today.plan.run) } else { 0 }
        }),
        wish: |limits| match limits.strength_target {
            0 => "mobility keeps off long and speed days".to_owned(),
            _ => "mobility goes with strength".to_owned(),
        },
        says: |breach| format!("mobility on {} without strength", breach.day()),
    }),
    breaks: &["easy+mobility - - - - - -", "- - speed+mobility - - - -"],
    keeps: &["full+mobility - - - - - -", "upper+mobility - - - - - -", "speed+full+mobility - - - - - -"],
};

const fn cost(run: Run) -> u8 {
    match run {
        Run::Speed | Run::Race => COSTS[2],
        Run::Long => COSTS[1],
        Run::Off | Run::Easy | Run::ShakeOut => COSTS[0],
    }
}
