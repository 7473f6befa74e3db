//! Cross-training stands only on the days that are named for it.

use super::rule::{Check, Limit, Looks, Rule, Steer};
use crate::week::kind::Kind;
use crate::week::score::Level;

pub(super) const RULE: Rule = Rule {
    id: "cross-off-its-days",
    summary: "cross-training only on the days in `cross.days`, where they are named",
    rationale: "the pool and the bike are there on these days",
    source: "the runner",
    grade: None,
    limit: Limit::Key("cross.days"),
    check: Check::Steer(Steer {
        level: Level::Hard,
        looks: Looks::Day(|today| today.off_its_days(Kind::Cross)),
        wish: |_| "cross-training stays on its days".to_owned(),
        against: |_| "no day for cross-training",
        says: |breach| format!("cross-training on {}, no day for it", breach.day()),
    }),
    breaks: &[
        "- cross - - - - - cross.sessions=1 cross.days=mon,wed",
        "cross - - - - - - cross.sessions=1 cross.days=[]",
    ],
    keeps: &[
        "cross - easy+cross - - - - cross.sessions=2 cross.days=mon,wed",
        "- cross - - - - - cross.sessions=1",
    ],
};
