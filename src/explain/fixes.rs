//! No week: the smallest changes of the profile with which there is one, each of them tried.

use crate::facts::Facts;
use crate::facts::limits::Limits;
use crate::facts::request::Request;
use crate::profile::{Keep, Profile, contradictions};
use crate::rules;
use crate::rules::target::Demand;
use crate::solve::{Ask, RuleSet, Search};
use crate::week::count;
use crate::week::day::{Day, Days};
use crate::week::hours::Time;
use crate::week::kind::Kind;
use crate::week::session::Run;
use crate::word::Word;

/// Fixes that are shown at most.
const MOST: usize = 5;
/// Minutes of a shorter strength session that are tried, the longest first.
const SHORTER: [u16; 5] = [45, 40, 30, 20, 15];
/// Pairs of changes that are tried at most, where no single one is enough.
const PAIRS: usize = 4_000;
/// The same where a number was missed: fewer, since every such week asks.
const PAIRS_TO_REACH: usize = 500;

/// A change of the profile with which a week exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// Expressions for `--set`, as they stand.
    pub set: Vec<String>,
    /// What they do, in a few words.
    pub message: String,
    /// The profile with the change.
    profile: Box<Profile>,
}

impl Fix {
    /// Keeps only what it says.
    pub(crate) fn forget(&mut self) {
        *self.profile = Profile::default();
    }

    /// The pairs of this change with each of those that come after it.
    fn before(&self, others: Vec<Self>) -> impl Iterator<Item = Self> {
        // Twice the same key is one change.
        let key = |fix: &Self| fix.set[0].split('=').next().map(str::to_owned);
        let mine = key(self);
        others.into_iter().filter(move |second| key(second) != mine).map(|second| Self {
            set: self.set.iter().chain(&second.set).cloned().collect(),
            message: format!("{}, and {}", self.message, second.message),
            profile: second.profile,
        })
    }
}

/// Up to five fixes of a request that has no week, the smallest changes first: single ones, pairs only where no single
/// one is enough.
#[must_use]
pub fn fixes(request: &Request<'_>) -> Vec<Fix> {
    let singles = changes(request, &request.profile);
    let mut fixes: Vec<Fix> = singles.iter().filter(|fix| works(request, fix)).take(MOST).cloned().collect();
    if fixes.is_empty() {
        let pairs = singles.iter().flat_map(|first| first.before(changes(request, &first.profile)));
        fixes = pairs.take(PAIRS).filter(|fix| works(request, fix)).take(MOST).collect();
    }
    fixes
}

/// Whether the request has a week with the change.
fn works(request: &Request<'_>, fix: &Fix) -> bool {
    let changed = request.with(&fix.profile);
    contradictions(&changed.profile).is_empty()
        && changed.problems().is_empty()
        && Search::new(&rules::facts(&changed), RuleSet::only_hard()).is_possible()
}

/// The smallest change with which the best week holds `target` of a count that fell short, single or a pair; `None` if none
/// of those that are tried is enough.
#[must_use]
pub fn reaching(request: &Request<'_>, kind: Kind, target: u8) -> Option<Fix> {
    let reaches = |fix: &Fix| {
        let changed = request.with(&fix.profile);
        let valid = contradictions(&changed.profile).is_empty() && changed.problems().is_empty();
        let best = || Search::new(&rules::facts(&changed), RuleSet::all()).best(&Ask::default());
        valid && could(&changed, kind, target) && best().is_some_and(|best| count(&best.week, kind) >= target)
    };
    let singles = reaching_changes(request, &request.profile, kind, target);
    if let Some(fix) = singles.iter().find(|fix| reaches(fix)) {
        return Some(fix.clone());
    }
    let pairs = singles
        .iter()
        .flat_map(|first| first.before(reaching_changes(request, &first.profile, kind, target)));
    pairs.take(PAIRS_TO_REACH).find(reaches)
}

/// Whether any week at all holds so many: a quicker question than which is the best.
fn could(request: &Request<'_>, kind: Kind, target: u8) -> bool {
    let Some(demand) = demand(kind) else { return true };
    let mut demanded = request.clone();
    (demand.set)(demanded.profile.to_mut(), target);
    Search::new(&rules::facts(&demanded), RuleSet::only_hard()).is_possible()
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
    let mut changes = Changes { from: profile, all: Vec::new() };
    lower_targets(&mut changes, &facts.limits, kind);
    easy_changes(&mut changes, profile, &facts);
    if let Some(Demand { key, set }) = demand(kind) {
        changes.add(format!("{key}={target}"), format!("demand it, `{key}` of {target}"), |p| set(p, target));
    }
    hard_changes(&mut changes, profile);
    changes.all
}

/// Targets of other counts, lower by one: what comes first may give way.
fn lower_targets(changes: &mut Changes<'_>, limits: &Limits, kind: Kind) {
    if kind != Kind::Rest && limits.rest_target > limits.rest_min {
        let then = limits.rest_target - 1;
        let message = format!("be content with {then} full rest day{}", if then == 1 { "" } else { "s" });
        changes.add(format!("rest.target={then}"), message, |p| p.rest_target = Some(then));
    }
    if !matches!(kind, Kind::Strength | Kind::Legs)
        && limits.strength_target > limits.strength_min.max(limits.legs_min)
    {
        let then = limits.strength_target - 1;
        let message = format!("be content with {then} strength session{}", if then == 1 { "" } else { "s" });
        changes.add(format!("strength.sessions={then}"), message, |p| p.strength.sessions = Some(then));
    }
}

/// Collects single changes of one profile.
struct Changes<'p> {
    from: &'p Profile,
    all: Vec<Fix>,
}

impl Changes<'_> {
    fn add(&mut self, set: String, message: String, change: impl FnOnce(&mut Profile)) {
        let mut profile = self.from.clone();
        change(&mut profile);
        self.all.push(Fix { set: vec![set], message, profile: Box::new(profile) });
    }
}

/// Every single change that may help, the smallest first: lower a minimum by one, open a gym day, give a day more time,
/// make a session shorter, run on one day less, make a speed day easy, move a speed day or the long run, drop a minimum.
fn changes(request: &Request<'_>, profile: &Profile) -> Vec<Fix> {
    let placed = request.with(profile);
    let mut changes = Changes { from: profile, all: Vec::new() };
    easy_changes(&mut changes, profile, &rules::facts(&placed));
    hard_changes(&mut changes, profile);
    changes.all
}

/// Changes that leave the runs as they are.
fn easy_changes(changes: &mut Changes<'_>, profile: &Profile, facts: &Facts<'_>) {
    minimums(changes, profile, true);
    gym_days(changes, profile);
    more_time(changes, facts);
    shorter(changes, facts);
}

/// Changes of the runs, and minimums dropped.
fn hard_changes(changes: &mut Changes<'_>, profile: &Profile) {
    fewer_runs(changes, profile);
    key_runs(changes, profile);
    minimums(changes, profile, false);
}

/// Minimums of the runner's own, lower by one or as low as they go.
fn minimums(changes: &mut Changes<'_>, profile: &Profile, by_one: bool) {
    type Number = (&'static str, Option<u8>, u8, fn(&mut Profile, u8));
    let numbers: [Number; 3] = [
        ("strength.legs_min", profile.strength.legs_min, 0, |p, n| p.strength.legs_min = Some(n)),
        ("strength.min", profile.strength.min, 0, |p, n| p.strength.min = Some(n)),
        ("rest.min", profile.rest_min, 1, |p, n| p.rest_min = Some(n)),
    ];
    for (key, now, least, set) in numbers {
        let Some(now) = now.filter(|now| *now > least) else { continue };
        let then = if by_one { now - 1 } else { least };
        if by_one || now - least > 1 {
            changes.add(format!("{key}={then}"), format!("lower `{key}` from {now} to {then}"), |p| {
                set(p, then);
            });
        }
    }
}

fn gym_days(changes: &mut Changes<'_>, profile: &Profile) {
    let Some(open) = profile.strength.days else { return };
    for day in Day::ALL.iter().copied().filter(|day| !open.contains(*day)) {
        let mut days = open;
        days.insert(day);
        let message = format!("open the gym on {} too", day.name());
        changes.add(format!("strength.days={}", list(days)), message, |p| p.strength.days = Some(days));
    }
    if Days::ALL.len() > open.len() + 1 {
        let every = format!("strength.days={}", list(Days::ALL));
        changes.add(every, "open the gym on every day".to_owned(), |p| p.strength.days = Some(Days::ALL));
    }
}

fn more_time(changes: &mut Changes<'_>, facts: &Facts<'_>) {
    // Enough for the day's run with everything that may stand beside it.
    let limits = &facts.limits;
    for day in Day::ALL.iter().copied() {
        let run = facts.runs[day.index()].minutes;
        let whole = run + limits.strength_minutes + limits.mobility_minutes;
        for minutes in [run, run + limits.strength_minutes, whole] {
            let minutes = minutes.clamp(1, 600);
            let less = match &facts.time[day.index()] {
                Some(Time::Minutes(now)) => *now < minutes,
                Some(Time::Windows(_) | Time::Off) => true,
                None | Some(Time::Any) => false,
            };
            if less {
                let message = format!("give {} {minutes} minutes, at any time of the day", day.name());
                changes.add(format!("time.{}={minutes}", day.id()), message, |p| {
                    p.time[day.index()] = Some(Time::Minutes(minutes));
                });
            }
        }
    }
}

/// Strength sessions that take less time, where time is short.
fn shorter(changes: &mut Changes<'_>, facts: &Facts<'_>) {
    let short = facts.time.iter().flatten().any(|time| matches!(time, Time::Minutes(_) | Time::Windows(_)));
    for minutes in SHORTER.into_iter().filter(|minutes| short && *minutes < facts.limits.strength_minutes) {
        let message = format!("make strength sessions of {minutes} minutes");
        changes.add(format!("strength.minutes={minutes}"), message, |p| p.strength.minutes = Some(minutes));
    }
}

fn fewer_runs(changes: &mut Changes<'_>, profile: &Profile) {
    if let Some(Keep::Days(keep @ 1..)) = profile.runs.keep {
        let message = format!("keep {} run days instead of {keep}", keep - 1);
        changes.add(format!("runs.keep={}", keep - 1), message, |p| p.runs.keep = Some(Keep::Days(keep - 1)));
    }
    for day in profile.runs.days.iter().filter(|day| profile.runs.kind(*day) == Run::Easy) {
        let mut days = profile.runs.days;
        days.remove(day);
        let message = format!("leave out {}'s run", day.name());
        changes.add(format!("runs.days={}", list(days)), message, |p| p.runs.days = days);
    }
}

fn key_runs(changes: &mut Changes<'_>, profile: &Profile) {
    let easy = || profile.runs.days.iter().filter(|day| profile.runs.kind(*day) == Run::Easy);
    let speed = profile.runs.speed.unwrap_or_default();
    for day in speed.iter() {
        let mut rest = speed;
        rest.remove(day);
        let message = format!("make {}'s speed run easy", day.name());
        changes.add(format!("runs.speed={}", list(rest)), message, |p| p.runs.speed = Some(rest));
    }
    for day in speed.iter() {
        for to in easy() {
            let mut moved = speed;
            moved.remove(day);
            moved.insert(to);
            let message = format!("move the speed run from {} to {}", day.name(), to.name());
            changes.add(format!("runs.speed={}", list(moved)), message, |p| p.runs.speed = Some(moved));
        }
    }
    if let Some(long) = profile.runs.long {
        for to in easy() {
            let message = format!("move the long run from {} to {}", long.name(), to.name());
            changes.add(format!("runs.long={}", to.id()), message, |p| p.runs.long = Some(to));
        }
    }
}

/// Days as `--set` takes them, without a blank, so that no line breaks within.
fn list(days: Days) -> String {
    let days: Vec<_> = days.iter().map(|day| format!("\"{}\"", day.id())).collect();
    format!("[{}]", days.join(","))
}
