//! The runs that stay are spread over the week.

use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::week::score::Level;

pub(super) const RULE: Rule = Rule {
    id: "runs-bunched",
    summary: "where a season sets runs aside, or the planner chooses the run days, runs are not on consecutive days",
    rationale: "few runs are best spread",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Days(1),
    check: Check::Steer(Steer {
        level: Level::Spacing,
        looks: Looks::Pair {
            of: |day| day.run.is_run(),
            reach: 1,
            amount: |limits, _| u8::from(limits.sets_runs_aside || limits.run_days.are_chosen()),
        },
        wish: |_| "runs are spread".to_owned(),
        against: |_| "runs would be on consecutive days",
        says: |breach| format!("runs on {}, consecutive days", breach.both()),
    }),
    breaks: &[
        "easy easy - - long - - runs.per_week=3",
        "easy easy - - - - - season=off-season",
        "easy - - - - - easy season=off-season",
    ],
    keeps: &["easy - easy - - - - season=off-season", "easy easy - - - - -"],
};
