//! Full rest days towards the target.

use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::week::kind::Kind;
use crate::week::score::Level;
use crate::word::{counted, number_word};

pub(super) const RULE: Rule = Rule {
    id: "rest-below-target",
    summary: "as many full rest days as the target",
    rationale: "rest days let training work; the article asks for at least two in the long-distance \
              season with three strength sessions, for the other seasons two is practice",
    source: "article S21; practice",
    grade: Some(Grade::C),
    limit: Limit::Key("rest.target"),
    check: Check::Steer(Steer {
        level: Level::Rest,
        looks: Looks::Total(Kind::Rest, |limits, rest| limits.rest_target.saturating_sub(rest)),
        wish: |limits| match limits.rest_target {
            1 => "one full rest day is left".to_owned(),
            target => format!("{} full rest days are left", number_word(target)),
        },
        against: |_| "a rest day",
        says: |breach| {
            let target = breach.limits.rest_target;
            let left = target.saturating_sub(breach.amount);
            format!("{}, not {}", counted(left, "full rest day"), number_word(target))
        },
    }),
    breaks: &["easy easy easy easy easy easy -"],
    keeps: &["easy easy easy easy easy - -"],
};
