//! The targets of a week, a row each with the rule that warns where it was missed.

use super::rule::{Check, Limit, Rule};
use super::target::{Demand, Target};
use crate::week::kind::Kind;

/// The rule that warns where a target was missed.
const fn short(
    id: &'static str,
    summary: &'static str,
    target: &'static Target,
    [breaks, keeps]: [&'static [&'static str]; 2],
) -> Rule {
    Rule {
        id,
        summary,
        rationale: "the best week keeps every higher level first; what it could not reach is said, never \
                  hidden",
        source: "arithmetic",
        grade: None,
        limit: Limit::None,
        check: Check::Short(target),
        breaks,
        keeps,
    }
}

pub(super) const STRENGTH: Rule = short(
    "strength-short",
    "fewer strength sessions than the target",
    &Target {
        kind: Kind::Strength,
        what: "strength session",
        hint: "open a gym day, free time on a day, or lower `strength.sessions`",
        wish: |profile, n| profile.strength.sessions = Some(n),
        demand: Some(Demand { key: "strength.min", set: |profile, n| profile.strength.min = Some(n) }),
    },
    [&["full - - - - - -"], &["full - full - - - -"]],
);

pub(super) const LEGS: Rule = short(
    "legs-short",
    "fewer leg sessions than the target, or than the season's minimum",
    &Target {
        kind: Kind::Legs,
        what: "leg session",
        hint: "open time or a gym day that is not the day before a key run, or lower `rest.target`",
        wish: |profile, n| profile.strength.sessions = Some(n),
        demand: Some(Demand {
            key: "strength.legs_min",
            set: |profile, n| profile.strength.legs_min = Some(n),
        }),
    },
    [&["full - upper - - - -"], &["full - full - - - -"]],
);

pub(super) const REST: Rule = short(
    "rest-short",
    "fewer full rest days than the target",
    &Target {
        kind: Kind::Rest,
        what: "full rest day",
        hint: "run on fewer days, or let strength share a run day",
        wish: |profile, n| profile.rest_target = Some(n),
        demand: Some(Demand { key: "rest.min", set: |profile, n| profile.rest_min = Some(n) }),
    },
    [&["easy easy easy easy easy easy -"], &["easy easy easy easy easy - -"]],
);

pub(super) const MOBILITY: Rule = short(
    "mobility-short",
    "fewer mobility sessions than the target",
    &Target {
        kind: Kind::Mobility,
        what: "mobility session",
        hint: "free ten minutes on a day with a run or strength, or lower `mobility.sessions`",
        wish: |profile, n| profile.mobility_sessions = Some(n),
        demand: None,
    },
    [&["full+mobility - - - - - -"], &["full+mobility - easy+mobility - - - -"]],
);

pub(super) const CROSS: Rule = short(
    "cross-short",
    "fewer cross-training sessions than asked for",
    &Target {
        kind: Kind::Cross,
        what: "cross-training session",
        hint: "free a day without run and strength, or lower `cross.sessions`",
        wish: |profile, n| profile.cross_sessions = Some(n),
        demand: None,
    },
    [&["- - - - - - - cross.sessions=1"], &["cross - - - - - - cross.sessions=1"]],
);
