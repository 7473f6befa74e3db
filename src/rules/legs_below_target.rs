//! As many sessions as may train the legs do.

use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::week::kind::Kind;
use crate::week::score::Level;

/// What a missing leg session weighs against one tired run: no more. The season's minimum counts elsewhere, and above it a
/// session is not worth heavy legs both after and before a long run.
const EACH: u8 = 1;

pub(super) const RULE: Rule = Rule {
    id: "legs-below-target",
    summary: "as many leg sessions as target and maximum allow",
    rationale: "the whole body is strengthened, legs included",
    source: "article S38, S41",
    grade: Some(Grade::C),
    limit: Limit::Key("strength.legs_max"),
    check: Check::Steer(Steer {
        level: Level::Legs,
        looks: Looks::Total(Kind::Legs, |limits, n| EACH * limits.legs_target().saturating_sub(n)),
        wish: |limits| {
            format!(
                "{} session{} the legs",
                limits.legs_target(),
                if limits.legs_target() == 1 { " trains" } else { "s train" }
            )
        },
        says: |breach| {
            format!("{} of {} leg sessions missing", breach.amount / EACH, breach.limits.legs_target())
        },
    }),
    breaks: &["full - upper - - - -"],
    keeps: &["full - full - - - -"],
};
