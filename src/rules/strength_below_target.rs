//! The season's strength sessions are all placed.

use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::week::kind::Kind;
use crate::week::score::Level;

/// What a missing session weighs against a missing leg minimum.
const EACH: u8 = 2;

pub(super) const RULE: Rule = Rule {
    id: "strength-below-target",
    summary: "as many strength sessions as the target",
    rationale: "two to three sessions a week are what trials in runners used; the article asks for two in race \
              training and three in the off-season",
    source: "article S30, S33, S37; Blagrove 2018",
    grade: Some(Grade::A),
    limit: Limit::Key("strength.sessions"),
    check: Check::Steer(Steer {
        level: Level::Dose,
        looks: Looks::Total(Kind::Strength, |limits, n| EACH * limits.strength_target.saturating_sub(n)),
        wish: |limits| format!("all {} strength sessions find a place", limits.strength_target),
        says: |breach| {
            format!("{} of {} strength sessions missing", breach.amount / EACH, breach.limits.strength_target)
        },
    }),
    breaks: &["full - - - - - -"],
    keeps: &["full - full - - - -"],
};
