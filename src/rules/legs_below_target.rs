//! As many sessions as may train the legs do.

use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::week::kind::Kind;
use crate::week::score::Level;
use crate::word::{counted, number_word};

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
            let target = limits.legs_target();
            let verb = if target == 1 { "trains" } else { "train" };
            format!("{} {verb} the legs", counted(target, "session"))
        },
        against: |_| "too few sessions would train the legs",
        says: |breach| {
            let target = breach.limits.legs_target();
            let placed = target.saturating_sub(breach.amount / EACH);
            format!("{}, not {}", counted(placed, "leg session"), number_word(target))
        },
    }),
    breaks: &["full - upper - - - -"],
    keeps: &["full - full - - - -"],
};
