//! What stands on a day fits into the time that the runner has.

use super::rule::{Check, Limit, Looks, Rule, Steer};
use crate::week::score::Level;

pub(super) const RULE: Rule = Rule {
    id: "outside-your-time",
    summary: "all sessions of a day fit into its minutes or windows",
    rationale: "a plan that needs more time than there is will not be kept",
    source: "the runner",
    grade: None,
    limit: Limit::Key("time"),
    check: Check::Steer(Steer {
        level: Level::Hard,
        looks: Looks::Day(|today| u8::from(!today.fits)),
        wish: |_| "every day's sessions fit into its time".to_owned(),
        against: |_| "not enough time",
        says: |breach| format!("the sessions of {} do not fit into its time", breach.day()),
    }),
    breaks: &["- easy50+full - - - - - time.tue=60", "- easy90 - - - - - time.tue=60"],
    keeps: &["- easy40+full - - - - - time.tue=60 strength.minutes=20"],
};
