//! Strength stands only on gym days.

use super::rule::{Check, Limit, Looks, Rule, Steer};
use crate::week::kind::Kind;
use crate::week::score::Level;

pub(super) const RULE: Rule = Rule {
    id: "gym-closed",
    summary: "strength only on the days in `strength.days`",
    rationale: "the runner cannot train elsewhere",
    source: "the runner",
    grade: None,
    limit: Limit::Key("strength.days"),
    check: Check::Steer(Steer {
        level: Level::Hard,
        looks: Looks::Day(|today| today.off_its_days(Kind::Strength)),
        wish: |_| "strength stays on your gym days".to_owned(),
        against: |_| "no gym day",
        says: |breach| format!("strength on {}, no gym day", breach.day()),
    }),
    breaks: &["- full - - - - - strength.days=mon,wed", "- upper - - - - - strength.days=mon,wed"],
    keeps: &["full - - - - - - strength.days=mon,wed"],
};
