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
    /// Whether days off are why: nothing has to be done about it.
    pub is_let_go: bool,
}

impl Shortfall {
    /// The warning, without what stood in the way.
    #[must_use]
    pub fn warning(&self) -> Warning {
        let Self { rule, target, placed, aim, is_let_go } = self;
        let message = format!("{placed} of {aim} {}", target.what);
        if *is_let_go {
            let hint = "let it be fewer this week: nothing has to be made up for";
            return Warning::new(rule, message + ": the week has days off", hint).note();
        }
        Warning::new(rule, message, target.hint)
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
        // Rest is never short because of days off.
        let is_let_go = self.kind != Kind::Rest && !seen.facts.days_off.is_empty();
        (placed < aim).then_some(Shortfall { rule, target: self, placed, aim, is_let_go })
    }
}
