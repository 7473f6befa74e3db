//! What a week aims for: how a number is counted and demanded, and what is said where it fell short.

use super::warning::{Seen, Warning};
use crate::facts::Facts;
use crate::profile::Profile;
use crate::week::count;
use crate::week::kind::Kind;
use crate::word::{counted, number_word};
use std::borrow::Cow;

/// A number that a week aims for.
#[derive(Debug)]
pub struct Target {
    /// What is counted.
    pub kind: Kind,
    /// What one of them is called: `strength session`.
    pub what: &'static str,
    /// What to do where it fell short and no fix was found.
    pub hint: &'static str,
    /// Sets the runner's own target.
    pub wish: fn(&mut Profile, u8),
    /// The key of the profile that demands at least so many, where there is one.
    pub demand: Option<Demand>,
}

/// A key of the profile that demands a number.
#[derive(Clone, Copy, Debug)]
pub struct Demand {
    /// The key's path.
    pub key: &'static str,
    /// Sets it.
    pub set: fn(&mut Profile, u8),
}

/// How far a week fell short of a target.
#[derive(Clone, Debug)]
pub struct Shortfall {
    /// The id of the rule that warns of it.
    pub rule: &'static str,
    /// The target.
    pub target: &'static Target,
    /// How many there are.
    pub placed: u8,
    /// How many there should be.
    pub aim: u8,
    /// What is why, where fewer are right, and what to do; no way to more is looked for then.
    pub is_right: Option<FewerIsRight>,
}

/// Why a week has fewer of a kind, where that is as it should be.
#[derive(Clone, Debug)]
pub struct FewerIsRight {
    /// What follows on how many there are: `since ...`.
    pub why: String,
    /// What to do.
    pub hint: Cow<'static, str>,
}

impl Shortfall {
    /// The warning, without what stood in the way.
    #[must_use]
    pub fn warning(&self) -> Warning {
        let Self { rule, target, placed, aim, is_right } = self;
        let message = format!("{}, not {}", counted(*placed, target.what), number_word(*aim));
        match (is_right, placed) {
            (Some(FewerIsRight { why, hint }), 0) => {
                Warning::new(rule, format!("no {} this week, {why}", target.what), hint.clone()).note()
            }
            (Some(FewerIsRight { why, hint }), _) => {
                Warning::new(rule, format!("{message}, {why}"), hint.clone()).note()
            }
            (None, _) => Warning::new(rule, message, target.hint),
        }
    }
}

impl Target {
    /// How far a week falls short of it, if it does; `rule` is the id of the rule that asks, and `fewer` says why fewer may be right,
    /// which they never are of rest.
    #[must_use]
    pub fn shortfall(
        &'static self,
        rule: &'static str,
        seen: &Seen<'_>,
        fewer: fn(&Facts<'_>, Kind) -> Option<FewerIsRight>,
    ) -> Option<Shortfall> {
        // A week of which a plan says only a part, or nothing, has no number to reach.
        if seen.facts.written.is_part {
            return None;
        }
        let (placed, aim) = (count(seen.week, self.kind), seen.facts.limits.target(self.kind));
        let is_right = (placed < aim && self.kind != Kind::Rest).then(|| fewer(seen.facts, self.kind));
        (placed < aim).then(|| Shortfall { rule, target: self, placed, aim, is_right: is_right.flatten() })
    }
}
