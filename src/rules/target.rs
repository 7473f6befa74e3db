//! What a week aims for: how a number is counted and demanded, and what is said where it fell short.

use super::warning::{Seen, Warning};
use crate::profile::Profile;
use crate::week::count;
use crate::week::kind::Kind;

/// A number that a week aims for.
#[derive(Debug)]
pub struct Target {
    /// What is counted.
    pub kind: Kind,
    /// What of the target there is, in words: `strength sessions placed`.
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
#[derive(Clone, Copy, Debug)]
pub struct Shortfall {
    /// The id of the rule that warns of it.
    pub rule: &'static str,
    /// The target.
    pub target: &'static Target,
    /// How many there are.
    pub placed: u8,
    /// How many there should be.
    pub aim: u8,
}

impl Shortfall {
    /// The warning, without what stood in the way.
    #[must_use]
    pub fn warning(&self) -> Warning {
        let Self { rule, target, placed, aim } = self;
        Warning::new(rule, format!("{placed} of {aim} {}", target.what), target.hint)
    }
}

impl Target {
    /// How far a week falls short of it, if it does; `rule` is the id of the rule that asks.
    #[must_use]
    pub fn shortfall(&'static self, rule: &'static str, seen: &Seen<'_>) -> Option<Shortfall> {
        // A week of which a plan says only a part, or nothing, has no number to reach.
        if seen.facts.written.is_part {
            return None;
        }
        let (placed, aim) = (count(seen.week, self.kind), seen.facts.limits.target(self.kind));
        (placed < aim).then_some(Shortfall { rule, target: self, placed, aim })
    }
}
