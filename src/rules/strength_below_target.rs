//! The season's strength sessions are all placed.

use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::week::kind::Kind;
use crate::week::score::Level;
use crate::word::{counted, number_word};

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
        wish: |limits| match limits.strength_target {
            1 => "the strength session finds a place".to_owned(),
            2 => "both strength sessions find a place".to_owned(),
            target => format!("all {} strength sessions find a place", number_word(target)),
        },
        against: |_| "one session fewer",
        says: |breach| {
            let target = breach.limits.strength_target;
            let placed = target.saturating_sub(breach.amount / EACH);
            format!("{}, not {}", counted(placed, "strength session"), number_word(target))
        },
    }),
    breaks: &["full - - - - - -"],
    keeps: &["full - full - - - -"],
};
