//! The long run is on a weekend, where nobody says when it is.

use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::week::run_days::RunDays;
use crate::week::score::Level;
use crate::week::session::Run;

/// What a long run from Monday to Friday costs.
const COST: u8 = 2;

pub(super) const RULE: Rule = Rule {
    id: "long-run-midweek",
    summary: "where the planner chooses the run days and no day is named for the long run, it is on a weekend",
    rationale: "few have hours for it on a workday; name days in `runs.long` if yours are others",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[("for a long run from Monday to Friday", COST as u32)]),
    check: Check::Steer(Steer {
        level: Level::Placement,
        looks: Looks::Day(|today| {
            COST * u8::from(
                today.limits.run_days == RunDays::Free
                    && today.plan.run == Run::Long
                    && !today.day.is_weekend(),
            )
        }),
        wish: |_| "the long run is on a weekend".to_owned(),
        against: |_| "the long run would be midweek",
        says: |breach| format!("the long run is on {}, not on a weekend", breach.day()),
    }),
    breaks: &["- easy - long - easy - runs.per_week=3 runs.days=tue,thu,sat"],
    keeps: &["- easy - easy - long - runs.per_week=3", "- easy - long - easy -"],
};
