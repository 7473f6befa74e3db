//! The season's mobility sessions are all placed.

use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::week::kind::Kind;
use crate::week::score::Level;
use crate::word::{counted, number_word};

/// What a missing session weighs against one on a less fitting day.
const EACH: u8 = 5;

pub(super) const RULE: Rule = Rule {
    id: "mobility-below-target",
    summary: "as many mobility sessions as the target",
    rationale: "two to three days a week of flexibility work; the article puts mobility beside \
              strength and rest",
    source: "Garber 2011; article S08",
    grade: Some(Grade::B),
    limit: Limit::Key("mobility.sessions"),
    check: Check::Steer(Steer {
        level: Level::Extras,
        looks: Looks::Total(Kind::Mobility, |limits, n| EACH * limits.mobility.saturating_sub(n)),
        wish: |limits| format!("all {} mobility sessions find a place", limits.mobility),
        against: |_| "one mobility session fewer",
        says: |breach| {
            let target = breach.limits.mobility;
            let placed = target.saturating_sub(breach.amount / EACH);
            format!("{}, not {}", counted(placed, "mobility session"), number_word(target))
        },
    }),
    breaks: &["full+mobility - - - - - -"],
    keeps: &["full+mobility - easy+mobility - - - -"],
};
