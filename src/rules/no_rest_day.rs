//! Every week has its full rest days, no matter what.

use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::week::kind::Kind;
use crate::week::score::Level;

pub(super) const RULE: Rule = Rule {
    id: "no-rest-day",
    summary: "the week has at least the minimum of full rest days",
    rationale: "rest days are part of training: nothing at all on them, not even mobility",
    source: "article S18; the number by practice",
    grade: Some(Grade::C),
    limit: Limit::Key("rest.min"),
    check: Check::Steer(Steer {
        level: Level::Hard,
        looks: Looks::Total(Kind::Rest, |limits, rest| limits.rest_min.saturating_sub(rest)),
        wish: |limits| {
            format!(
                "{} full rest day{} left",
                limits.rest_min,
                if limits.rest_min == 1 { " is" } else { "s are" }
            )
        },
        says: |breach| {
            format!(
                "{} full rest day{} missing from the minimum of {}",
                breach.amount,
                if breach.amount == 1 { "" } else { "s" },
                breach.limits.rest_min
            )
        },
    }),
    breaks: &["easy easy easy easy easy easy easy", "easy easy easy easy easy easy - rest.min=2"],
    keeps: &["easy easy easy easy easy easy -"],
};
