//! The cross-training that the runner asks for is placed.

use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::week::kind::Kind;
use crate::week::score::Level;
use crate::word::{counted, number_word};

/// What a missing session weighs against mobility.
const EACH: u8 = 3;

pub(super) const RULE: Rule = Rule {
    id: "cross-below-target",
    summary: "as many cross-training sessions as the profile asks for",
    rationale: "in the off-season strength or cross-training replaces runs",
    source: "article S36",
    grade: Some(Grade::C),
    limit: Limit::Key("cross.sessions"),
    check: Check::Steer(Steer {
        level: Level::Extras,
        looks: Looks::Total(Kind::Cross, |limits, n| EACH * limits.cross.saturating_sub(n)),
        wish: |limits| format!("all {} cross-training sessions find a place", limits.cross),
        against: |_| "one cross-training session fewer",
        says: |breach| {
            let target = breach.limits.cross;
            let placed = target.saturating_sub(breach.amount / EACH);
            format!("{}, not {}", counted(placed, "cross-training session"), number_word(target))
        },
    }),
    breaks: &["- - - - - - - cross.sessions=1"],
    keeps: &["cross - - - - - - cross.sessions=1"],
};
