//! Mobility stands only on the days that are named for it.

use super::rule::{Check, Limit, Looks, Rule, Steer};
use crate::week::kind::Kind;
use crate::week::score::Level;

pub(super) const RULE: Rule = Rule {
    id: "mobility-off-its-days",
    summary: "mobility only on the days in `mobility.days`, where they are named",
    rationale: "the runner has time and place for it on these days",
    source: "the runner",
    grade: None,
    limit: Limit::Key("mobility.days"),
    check: Check::Steer(Steer {
        level: Level::Hard,
        looks: Looks::Day(|today| today.off_its_days(Kind::Mobility)),
        wish: |_| "mobility stays on its days".to_owned(),
        against: |_| "no day for mobility",
        says: |breach| format!("mobility on {}, no day for it", breach.day()),
    }),
    breaks: &[
        "- full+mobility - - - - - mobility.days=mon,wed",
        "- easy+mobility - - - - - mobility.days=[]",
    ],
    keeps: &["full+mobility - mobility - - - - mobility.days=mon,wed", "full+mobility - - - - - -"],
};
