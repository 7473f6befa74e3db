//! Every week has its full rest days, no matter what.

use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use super::warning::{Seen, Subject, Warning};
use crate::week::count;
use crate::week::kind::Kind;
use crate::week::score::Level;
use crate::word::{counted, number_word};

pub(super) const RULE: Rule = Rule {
    id: "no-rest-day",
    summary: "the week has at least the minimum of full rest days; where the runner asks for none, a week without one is told",
    rationale: "rest days are part of training: nothing at all on them, not even mobility",
    source: "article S18; the number by practice",
    grade: Some(Grade::C),
    limit: Limit::Key("rest.min"),
    check: Check::SteerAndWarn(
        Steer {
            level: Level::Hard,
            looks: Looks::Total(Kind::Rest, |limits, rest| limits.rest_min.saturating_sub(rest)),
            wish: |limits| {
                let verb = if limits.rest_min == 1 { "is" } else { "are" };
                format!("{} {verb} left", counted(limits.rest_min, "full rest day"))
            },
            against: |_| "your last rest day",
            says: |breach| {
                let least = breach.limits.rest_min;
                let left = least.saturating_sub(breach.amount);
                format!("{}, where {} is the least", counted(left, "full rest day"), number_word(least))
            },
        },
        Subject::Week,
        warnings,
    ),
    breaks: &[
        "easy easy easy easy easy easy easy",
        "easy easy easy easy easy easy easy rest.min=0",
        "easy easy easy easy easy easy - rest.min=2",
    ],
    keeps: &["easy easy easy easy easy easy -", "easy easy easy easy easy easy - rest.min=0"],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    let facts = seen.facts;
    // What fixed sessions or somebody else's plan leave no room for has a warning of its own.
    let asked = facts.limits.rest_min == 0 && facts.others.rest_asked.is_none() && !facts.is_written();
    if !asked || count(seen.week, Kind::Rest) > 0 {
        return Vec::new();
    }
    let hint = "rest days are part of training (article S18); leave one of the easy days free when you feel that you need it";
    vec![Warning::new(RULE.id, "no full rest day in the week", hint)]
}
