//! No week: which demands and facts cannot hold together, none of which could be left out.

use super::{Ask, RuleSet, Search};
use crate::facts::request::Request;
use crate::profile::{Keep, Minutes, Profile};
use crate::rules;
use crate::rules::Rule;
use crate::week::day::{Day, Days};
use crate::week::hours::{Time, hh_mm};
use crate::week::session::Run;
use crate::word::Word;

/// A fact of the profile: one key that was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The key's path.
    pub key: &'static str,
    /// The day, for the keys of `[time]`, each of which counts by day.
    pub day: Option<Day>,
}

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

/// The request with only some of its facts; the others are taken out from the last key to the first.
#[must_use]
pub fn only<'a>(request: &Request<'a>, all: &[Fact], facts: &[Fact]) -> Request<'a> {
    let mut left = request.clone();
    all.iter().rev().filter(|fact| !facts.contains(fact)).for_each(|fact| fact.drop(&mut left));
    left
}

/// A key: whether the profile gives it, how it is taken out, and its value as text.
type Key = (&'static str, fn(&Profile) -> bool, fn(&mut Profile), fn(&Profile) -> String);

/// The keys that can clash, in the order of the profile; `[time]` stands between health and race.
const KEYS: &[Key] = &[
    ("season", |p| p.season.is_some(), |p| p.season = None, |p| word(p.season)),
    ("level", |p| p.level.is_some(), |p| p.level = None, |p| word(p.level)),
    ("age", |p| p.age.is_some(), |p| p.age = None, |p| number(p.age)),
    // Without the key the easy runs are gone; long and speed runs are facts of their own.
    (
        "runs.days",
        |p| !p.runs.days.is_empty(),
        |p| {
            p.runs.days = Day::ALL
                .iter()
                .copied()
                .filter(|d| matches!(p.runs.kind(*d), Run::Long | Run::Speed))
                .collect();
        },
        |p| days(p.runs.days),
    ),
    ("runs.long", |p| p.runs.long.is_some(), |p| p.runs.long = None, |p| word(p.runs.long)),
    (
        "runs.speed",
        |p| p.runs.speed.is_some_and(|days| !days.is_empty()),
        |p| p.runs.speed = None,
        |p| days(p.runs.speed.unwrap_or_default()),
    ),
    (
        "runs.minutes",
        |p| p.runs.minutes.is_some(),
        |p| p.runs.minutes = None,
        |p| minutes(p.runs.minutes.unwrap_or_default()),
    ),
    (
        "runs.keep",
        |p| p.runs.keep.is_some(),
        |p| p.runs.keep = None,
        |p| match p.runs.keep {
            Some(Keep::Days(days)) => days.to_string(),
            _ => "all".to_owned(),
        },
    ),
    (
        "strength.days",
        |p| p.strength.days.is_some(),
        |p| p.strength.days = None,
        |p| days(p.strength.days.unwrap_or_default()),
    ),
    (
        "strength.sessions",
        |p| p.strength.sessions.is_some(),
        |p| p.strength.sessions = None,
        |p| number(p.strength.sessions),
    ),
    ("strength.min", |p| p.strength.min.is_some(), |p| p.strength.min = None, |p| number(p.strength.min)),
    (
        "strength.legs_min",
        |p| p.strength.legs_min.is_some(),
        |p| p.strength.legs_min = None,
        |p| number(p.strength.legs_min),
    ),
    (
        "strength.legs_max",
        |p| p.strength.legs_max.is_some(),
        |p| p.strength.legs_max = None,
        |p| number(p.strength.legs_max),
    ),
    (
        "strength.minutes",
        |p| p.strength.minutes.is_some(),
        |p| p.strength.minutes = None,
        |p| number(p.strength.minutes),
    ),
    (
        "strength.placement",
        |p| p.strength.placement.is_some(),
        |p| p.strength.placement = None,
        |p| word(p.strength.placement),
    ),
    (
        "strength.style",
        |p| p.strength.style.is_some(),
        |p| p.strength.style = None,
        |p| word(p.strength.style),
    ),
    ("rest.min", |p| p.rest_min.is_some(), |p| p.rest_min = None, |p| number(p.rest_min)),
    ("rest.target", |p| p.rest_target.is_some(), |p| p.rest_target = None, |p| number(p.rest_target)),
    (
        "mobility.sessions",
        |p| p.mobility_sessions.is_some(),
        |p| p.mobility_sessions = None,
        |p| number(p.mobility_sessions),
    ),
    (
        "cross.sessions",
        |p| p.cross_sessions.is_some(),
        |p| p.cross_sessions = None,
        |p| number(p.cross_sessions),
    ),
    ("cross.minutes", |p| p.cross_minutes.is_some(), |p| p.cross_minutes = None, |p| number(p.cross_minutes)),
    ("health.pain", |p| p.health.pain.is_some(), |p| p.health.pain = None, |p| number(p.health.pain)),
    (
        "health.postpartum_weeks",
        |p| p.health.postpartum_weeks.is_some(),
        |p| p.health.postpartum_weeks = None,
        |p| number(p.health.postpartum_weeks),
    ),
    (
        "health.pregnant",
        |p| p.health.pregnant.is_some(),
        |p| p.health.pregnant = None,
        |p| number(p.health.pregnant),
    ),
    ("time", |_| false, |_| (), |_| String::new()),
    ("race.date", |p| p.race.is_some(), |p| p.race = None, |p| number(p.race.map(|race| race.date))),
    (
        "race.distance",
        |p| p.race.is_some_and(|race| race.distance.is_some()),
        |p| p.race.iter_mut().for_each(|race| race.distance = None),
        |p| word(p.race.and_then(|race| race.distance)),
    ),
];

/// The facts that a request gives, in the order of the profile's keys.
#[must_use]
pub fn given(request: &Request<'_>) -> Vec<Fact> {
    let mut facts = Vec::new();
    for (key, is_given, ..) in KEYS {
        if *key == "time" {
            let said = |day: &Day| {
                request.profile.time[day.index()].is_some()
                    || request.block.contains(*day)
                    || request.is_busy(*day)
            };
            facts.extend(
                Day::ALL.iter().copied().filter(said).map(|day| Fact { key: "time", day: Some(day) }),
            );
        } else if is_given(&request.profile) {
            facts.push(Fact { key, day: None });
        }
    }
    facts
}

impl Fact {
    /// Takes the fact out of a request.
    fn drop(self, request: &mut Request<'_>) {
        if let Some(day) = self.day {
            request.profile.to_mut().time[day.index()] = None;
            request.block.remove(day);
            if let Some(busy) = &mut request.busy {
                busy.0[day.index()].clear();
            }
            return;
        }
        if self.key == "season" {
            request.season = None;
        }
        if let Some((_, _, take, _)) = KEYS.iter().find(|(key, ..)| *key == self.key) {
            take(request.profile.to_mut());
        }
    }

    /// The fact as the profile has it: `strength.days = mon, wed, fri`.
    #[must_use]
    pub fn shown(self, request: &Request<'_>) -> String {
        if let Some(day) = self.day {
            if request.block.contains(day) {
                return format!("--block {}", day.id());
            }
            let time = request.profile.time[day.index()].as_ref();
            let less = if request.is_busy(day) { ", less what your calendar takes" } else { "" };
            return format!("time.{} = {}{less}", day.id(), time.map_or_else(|| "any".to_owned(), time_text));
        }
        let value =
            KEYS.iter().find(|(key, ..)| *key == self.key).map(|(_, _, _, shown)| shown(&request.profile));
        format!("{} = {}", self.key, value.unwrap_or_default())
    }
}

fn word<W: Word>(word: Option<W>) -> String {
    word.map_or_else(String::new, |word| word.id().to_owned())
}

fn number<T: ToString>(number: Option<T>) -> String {
    number.map_or_else(String::new, |number| number.to_string())
}

fn days(days: Days) -> String {
    if days.is_empty() { "none".to_owned() } else { days.iter().map(Day::id).collect::<Vec<_>>().join(", ") }
}

fn minutes(minutes: Minutes) -> String {
    let kinds = [("easy", minutes.easy), ("speed", minutes.speed), ("long", minutes.long)];
    let all = kinds.into_iter().chain(Day::ALL.iter().map(|day| (day.id(), minutes.days[day.index()])));
    all.filter_map(|(name, minutes)| Some(format!("{name} {}", minutes?))).collect::<Vec<_>>().join(", ")
}

fn time_text(time: &Time) -> String {
    match time {
        Time::Any => "any".to_owned(),
        Time::Off => "off".to_owned(),
        Time::Minutes(minutes) => minutes.to_string(),
        Time::Windows(windows) => {
            let window = |w: &crate::week::hours::Window| format!("{}-{}", hh_mm(w.from), hh_mm(w.to));
            windows.iter().map(window).collect::<Vec<_>>().join(", ")
        }
    }
}
