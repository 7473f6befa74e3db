//! Fixed sessions leave fewer rest days than were asked for.

use super::rule::{Check, Grade, Limit, Rule};
use super::warning::{Seen, Subject, Warning};

pub(super) const RULE: Rule = Rule {
    id: "fixed-leaves-no-rest",
    summary: "fixed sessions leave fewer full rest days than are asked for at least, and no more are asked for then",
    rationale: "rest days are part of training; the runner's own sessions stand, so that this is told and not mended",
    source: "article S18",
    grade: Some(Grade::C),
    limit: Limit::None,
    check: Check::Warn(Subject::Planning, warnings),
    breaks: &[
        "easy - easy - easy - long fixed=hike@tue+thu+sat",
        "easy - easy - easy - long fixed=football@tue+thu rest.min=2",
    ],
    keeps: &[
        "easy - easy - easy - long fixed=hike@tue+thu",
        "easy - easy - easy - long fixed=bike-commute@mon+tue+wed+thu+fri+sat",
    ],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    let Some(asked) = seen.facts.others.rest_asked else { return Vec::new() };
    let message = match seen.facts.limits.rest_min {
        0 => "your fixed sessions leave no full rest day".to_owned(),
        left => format!("your fixed sessions leave {left} full rest days of {asked}"),
    };
    let hint = "rest from one of them when you feel that you need it, or run on a day that has one";
    vec![Warning::new(RULE.id, message, hint)]
}
