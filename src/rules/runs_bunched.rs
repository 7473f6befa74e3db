//! The runs that stay are spread over the week.

use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::week::score::Level;

pub(super) const RULE: Rule = Rule {
    id: "runs-bunched",
    summary: "where a season sets runs aside, those that stay are not on consecutive days",
    rationale: "few runs are best spread",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Days(1),
    check: Check::Steer(Steer {
        level: Level::Spacing,
        looks: Looks::Pair {
            of: |day| day.run.is_run(),
            reach: 1,
            amount: |limits, _| u8::from(limits.sets_runs_aside),
        },
        wish: |_| "the runs that stay are spread".to_owned(),
        says: |breach| format!("runs on {}, consecutive days", breach.both()),
    }),
    breaks: &["easy easy - - - - - season=off-season", "easy - - - - - easy season=off-season"],
    keeps: &["easy - easy - - - - season=off-season", "easy easy - - - - -"],
};
