//! No week: which demands and facts cannot hold together, none of which could be left out.

use super::fact::{Fact, given, only};
use super::{Ask, RuleSet, Search};
use crate::facts::request::Request;
use crate::rules;
use crate::rules::Rule;

/// Rules and facts that cannot hold together; without any one of them there is a week.
#[derive(Clone, Debug)]
pub struct Conflict {
    /// The hard rules, in their order.
    pub rules: Vec<&'static Rule>,
    /// The facts, in the order of the profile's keys.
    pub facts: Vec<Fact>,
}

/// The clash of a request that has no week: facts are tried first, from the last key to the first, then hard rules
/// from the last to the first; what can go without a week becoming possible goes.
#[must_use]
pub fn clash(request: &Request<'_>) -> Conflict {
    let hard = RuleSet::only_hard();
    let all = given(request);
    let mut facts = all.clone();
    // More time only allows more: where none of its days is to blame, they need not be asked one by one.
    let timeless: Vec<_> = all.iter().copied().filter(|fact| fact.day.is_none()).collect();
    // (With a day that is blocked or taken, its run would come back.)
    let only_time = request.block.is_empty() && request.busy.is_none();
    if only_time && timeless.len() < all.len() && !possible(&only(request, &all, &timeless), hard) {
        facts = timeless;
    }
    // Taking a fact out may make another one idle (without its season, say, a number overrides nothing): so again until
    // every fact is needed. Fewer rules only allow more, so they need one pass.
    loop {
        let before = facts.len();
        for at in (0..facts.len()).rev() {
            let fact = facts.remove(at);
            if possible(&only(request, &all, &facts), hard) {
                facts.insert(at, fact);
            }
        }
        if facts.len() == before {
            break;
        }
    }
    let left = only(request, &all, &facts);
    let left = rules::facts(&left);
    let blamed = Search::new(&left, hard).forbidding(&Ask::default()).unwrap_or_default();
    Conflict { rules: blamed, facts }
}

/// Whether a request has a week under the hard rules.
fn possible(request: &Request<'_>, hard: &RuleSet) -> bool {
    Search::new(&rules::facts(request), hard).is_possible()
}
