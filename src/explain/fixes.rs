//! No week: the smallest changes of the profile with which there is one, each of them tried.

mod fix;
mod named_days;
mod runs;
mod ways;

use crate::facts::limits::Limits;
use crate::facts::request::Request;
use crate::facts::runs::Runs;
use crate::profile::{Profile, contradictions};
use crate::rules;
use crate::rules::target::Demand;
use crate::solve::conflict::{Conflict, clash};
use crate::solve::fact::{Fact, given, only};
use crate::solve::{Ask, RuleSet, Search};
use crate::week::count;
use crate::week::kind::Kind;
use crate::word::counted;
use fix::Changes;
pub use fix::Fix;

/// Fixes that are shown at most.
const MOST: usize = 5;
/// First changes of pairs that are tried at most, where no single one is enough.
const FIRSTS: usize = 12;
/// Pairs of changes that are tried at most.
const PAIRS: usize = 600;
/// Pairs that are tried at most where a number was missed: fewer, since every such week asks.
const PAIRS_TO_REACH: usize = 500;

/// Up to five fixes of a request that has no week because of a conflict, the smallest changes first: single ones, then
/// those of several days, then pairs, then one of more changes; each only where none before it is enough.
///
/// A change that mends has to change something that the conflict names, and of single ones and pairs only that is tried.
#[must_use]
pub fn fixes(request: &Request<'_>, conflict: &Conflict) -> Vec<Fix> {
    for ways in [ways::OUT, ways::OUT_BY_SEVERAL] {
        let singles = changes(request, &request.profile, ways, Some(conflict));
        let fixes = smallest(singles.into_iter().filter(|fix| works(request, fix)));
        if !fixes.is_empty() {
            return fixes;
        }
    }
    let pairs = smallest(pairs(request, conflict).take(PAIRS).filter(|fix| works(request, fix)));
    if pairs.is_empty() { longer(request).into_iter().collect() } else { pairs }
}

/// The first few fixes; of those that differ only in a number, the first.
fn smallest(all: impl Iterator<Item = Fix>) -> Vec<Fix> {
    let mut fixes: Vec<Fix> = Vec::new();
    for fix in all {
        if !fixes.iter().any(|before| fix.is_as(before)) {
            fixes.push(fix);
        }
        if fixes.len() == MOST {
            break;
        }
    }
    fixes
}

/// Single changes of what a conflict names.
fn singles(request: &Request<'_>, conflict: &Conflict) -> Vec<Fix> {
    let all = [ways::OUT, ways::OUT_BY_SEVERAL].concat();
    changes(request, &request.profile, &all, Some(conflict))
}

/// Single changes that mend a conflict, whatever else there is.
fn mending(request: &Request<'_>, conflict: &Conflict) -> impl Iterator<Item = Fix> {
    singles(request, conflict).into_iter().filter(move |fix| mends(request, conflict, fix))
}

/// Pairs of a change that mends the conflict, and of one that mends what is left.
fn pairs(request: &Request<'_>, conflict: &Conflict) -> impl Iterator<Item = Fix> {
    mending(request, conflict).take(FIRSTS).flat_map(move |first| {
        let changed = request.with(&first.profile);
        let left = clash(&changed);
        first.before(singles(&changed, &left)).collect::<Vec<_>>()
    })
}

/// A fix of more than two changes: everything gives way, then as much as possible is put back, the largest change first.
fn longer(request: &Request<'_>) -> Option<Fix> {
    let mut by = ways::AT_LARGE.to_vec();
    let mut fix = all_of(request, &by).filter(|fix| works(request, fix))?;
    for at in (0..by.len()).rev() {
        let way = by.remove(at);
        match all_of(request, &by).filter(|fix| works(request, fix)) {
            Some(smaller) => fix = smaller,
            None => by.insert(at, way),
        }
    }
    Some(fix)
}

/// The changes by all of these ways, one after the other; `None` if nothing is to be changed.
fn all_of(request: &Request<'_>, by: &[ways::Way]) -> Option<Fix> {
    by.iter().fold(None, |fix: Option<Fix>, way| {
        let profile = fix.as_ref().map_or(&*request.profile, |fix| &fix.profile);
        match (changes(request, profile, &[*way], None).pop(), &fix) {
            (Some(next), Some(fix)) => Some(fix.and(next)),
            (next, _) => next.or(fix),
        }
    })
}

/// Whether the facts of the conflict leave a week with the change.
fn mends(request: &Request<'_>, conflict: &Conflict, fix: &Fix) -> bool {
    let changed = request.with(&fix.profile);
    let all = given(&changed);
    let mut facts = all.clone();
    let shift = |fact: Fact| Some(&*changed.profile.shift(changed.monday, fact.day?)?.word);
    facts.retain(|fact| conflict.facts.contains(fact) || fix.changes(*fact, shift(*fact)));
    is_valid(&changed) && is_possible(&only(&changed, &all, &facts))
}

fn is_valid(request: &Request<'_>) -> bool {
    contradictions(&request.profile).is_empty() && request.problems().is_empty()
}

fn is_possible(request: &Request<'_>) -> bool {
    Search::new(&rules::facts(request), RuleSet::only_hard()).is_possible()
}

/// The single changes of a profile by these ways; those that a conflict names, where there is one.
fn changes(
    request: &Request<'_>,
    profile: &Profile,
    by: &[ways::Way],
    conflict: Option<&Conflict>,
) -> Vec<Fix> {
    let placed = request.with(profile);
    let facts = rules::facts(&placed);
    let mut changes = Changes { profile, facts: &facts, conflict, all: Vec::new() };
    for way in by {
        way(&mut changes);
    }
    changes.all
}

/// Whether the request has a week with the change.
fn works(request: &Request<'_>, fix: &Fix) -> bool {
    let changed = request.with(&fix.profile);
    is_valid(&changed) && is_possible(&changed)
}

/// The smallest change with which the best week holds `target` of a count that fell short, single or a pair; `None` if none
/// of those that are tried is enough.
#[must_use]
pub fn reaching(request: &Request<'_>, kind: Kind, target: u8) -> Option<Fix> {
    let holds = |changed: &Request<'_>| {
        let best = || Search::new(&rules::facts(changed), RuleSet::all()).best(&Ask::default());
        is_valid(changed)
            && could(changed, kind, target)
            && best().is_some_and(|best| count(&best.week, kind) >= target)
    };
    // With another profile the search may choose other run days; first those that it chose are asked, which is quick.
    let chooses = matches!(request.runs, Runs::Settled(_)) && !request.is_of_a_plan();
    let reaches = |fix: &Fix| {
        let changed = request.with(&fix.profile);
        let settled = || chooses && fix.changes_runs() || holds(&changed);
        settled() && (!chooses || holds(&changed.clone().with_runs(Runs::Declared)))
    };
    let singles = reaching_changes(request, &request.profile, kind, target);
    if let Some(fix) = singles.iter().find(|fix| reaches(fix)) {
        return Some(fix.clone());
    }
    let pairs = singles
        .iter()
        .flat_map(|first| first.before(reaching_changes(request, &first.profile, kind, target)))
        .filter(|fix| !chooses || !fix.changes_runs());
    pairs.take(PAIRS_TO_REACH).find(reaches)
}

/// Whether any week at all holds so many: a quicker question than which is the best.
fn could(request: &Request<'_>, kind: Kind, target: u8) -> bool {
    let Some(demand) = demand(kind) else { return true };
    let mut demanded = request.clone();
    (demand.set)(demanded.profile.to_mut(), target);
    is_possible(&demanded)
}

/// The key that demands at least so many of a kind, where there is one.
fn demand(kind: Kind) -> Option<Demand> {
    rules::target(kind)?.demand
}

/// The single changes that may bring a count to its target: those that may make a week possible, a target of something
/// else lower by one, and the demand itself, which outweighs every wish.
fn reaching_changes(request: &Request<'_>, profile: &Profile, kind: Kind, target: u8) -> Vec<Fix> {
    let placed = request.with(profile);
    let facts = rules::facts(&placed);
    let mut changes = Changes { profile, facts: &facts, conflict: None, all: Vec::new() };
    lower_targets(&mut changes, &facts.limits, kind);
    for way in ways::TO_A_TARGET {
        way(&mut changes);
    }
    if let Some(Demand { key, set }) = demand(kind) {
        changes.add(format!("{key}={target}"), "demand them before the rest".to_owned(), |p| set(p, target));
    }
    for way in ways::TO_A_TARGET_AT_LAST {
        way(&mut changes);
    }
    changes.all
}

/// Targets of other counts, lower by one: what comes first may give way.
fn lower_targets(changes: &mut Changes<'_>, limits: &Limits, kind: Kind) {
    if kind != Kind::Rest && limits.rest_target > limits.rest_min {
        let then = limits.rest_target - 1;
        let message = format!("do with {}", counted(then, "full rest day"));
        changes.add(format!("rest.target={then}"), message, |p| p.rest_target = Some(then));
    }
    if !matches!(kind, Kind::Strength | Kind::Legs)
        && limits.strength_target > limits.strength_min.max(limits.legs_min)
    {
        let then = limits.strength_target - 1;
        let message = "drop a strength session".to_owned();
        changes.add(format!("strength.sessions={then}"), message, |p| p.strength.sessions = Some(then));
    }
}
