//! No week: the smallest changes of the profile with which there is one, each of them tried.

use crate::clock::Time;
use crate::day::{Day, Days};
use crate::facts::Facts;
use crate::limits::Limits;
use crate::profile::{Keep, Profile, contradictions};
use crate::session::Run;
use crate::solve::{Ask, RuleSet, Situation, Tables, best_week};
use crate::week::Count;
use crate::word::Word;

/// Fixes that are shown at most.
const MOST: usize = 5;
/// Pairs of changes that are tried at most, where no single one is enough.
const PAIRS: usize = 4_000;

/// A change of the profile with which a week exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// Expressions for `--set`, as they stand.
    pub set: Vec<String>,
    /// What they do, in a few words.
    pub message: String,
    /// The profile with the change.
    pub profile: Profile,
}

/// Up to five fixes of a situation that has no week, the smallest changes first: single ones, pairs only where no single
/// one is enough.
#[must_use]
pub fn fixes(situation: &Situation<'_>) -> Vec<Fix> {
    let singles = changes(situation, &situation.profile);
    let mut fixes: Vec<Fix> =
        singles.iter().filter(|fix| works(situation, fix)).take(MOST).cloned().collect();
    if fixes.is_empty() {
        let pairs = singles.iter().flat_map(|first| {
            changes(situation, &first.profile).into_iter().map(move |second| {
                let set = first.set.iter().chain(&second.set).cloned().collect();
                Fix {
                    set,
                    message: format!("{}, and {}", first.message, second.message),
                    profile: second.profile,
                }
            })
        });
        fixes = pairs.take(PAIRS).filter(|fix| works(situation, fix)).take(MOST).collect();
    }
    fixes
}

/// Whether the situation has a week with the change.
fn works(situation: &Situation<'_>, fix: &Fix) -> bool {
    let changed = Situation { profile: fix.profile.clone(), ..situation.clone() };
    contradictions(&changed.profile).is_empty()
        && changed.problems().is_empty()
        && Tables::new(&changed.facts(), RuleSet::only_hard()).possible(u32::MAX)
}

/// The smallest single change with which the best week holds `target` of a count that fell short; `None` if none of those
/// that are tried is enough.
#[must_use]
pub fn reaching(situation: &Situation<'_>, count: Count, target: u8) -> Option<Fix> {
    let mut other = Changes { from: &situation.profile, all: Vec::new() };
    lower_targets(&mut other, &situation.facts().limits, count);
    let all = other.all.into_iter().chain(changes(situation, &situation.profile));
    all.into_iter().find(|fix| {
        let changed = Situation { profile: fix.profile.clone(), ..situation.clone() };
        contradictions(&changed.profile).is_empty()
            && changed.problems().is_empty()
            && best_week(&changed.facts(), RuleSet::all(), &Ask::default())
                .is_some_and(|best| count.of(&best.week) >= target)
    })
}

/// Targets of other counts, lower by one: what comes first may give way.
fn lower_targets(changes: &mut Changes<'_>, limits: &Limits, count: Count) {
    if count != Count::Rest && limits.rest_target > limits.rest_min {
        let then = limits.rest_target - 1;
        let message = format!("be content with {then} full rest day{}", if then == 1 { "" } else { "s" });
        changes.add(format!("rest.target={then}"), message, |p| p.rest_target = Some(then));
    }
    if !matches!(count, Count::Strength | Count::Legs)
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
        self.all.push(Fix { set: vec![set], message, profile });
    }
}

/// Every single change that may help, the smallest first: lower a minimum by one, open a gym day, give a day more time,
/// make a session shorter, run on one day less, make a speed day easy, move a speed day or the long run, drop a minimum.
fn changes(situation: &Situation<'_>, profile: &Profile) -> Vec<Fix> {
    let mut changes = Changes { from: profile, all: Vec::new() };
    let placed = Situation { profile: profile.clone(), ..situation.clone() };
    minimums(&mut changes, profile, true);
    gym_days(&mut changes, profile);
    more_time(&mut changes, profile, &placed.facts());
    fewer_runs(&mut changes, profile);
    key_runs(&mut changes, profile);
    minimums(&mut changes, profile, false);
    changes.all
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
}

fn more_time(changes: &mut Changes<'_>, profile: &Profile, facts: &Facts<'_>) {
    // Enough for the day's run with everything that may stand beside it.
    let limits = &facts.limits;
    for day in Day::ALL.iter().copied() {
        let run = facts.runs[day.index()].minutes;
        let whole = run + limits.strength_minutes + limits.mobility_minutes;
        for minutes in [run, run + limits.strength_minutes, whole] {
            let minutes = minutes.clamp(1, 600);
            let less = match &profile.time[day.index()] {
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
