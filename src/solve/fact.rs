//! The facts of a request: the keys of its profile that decide, each as one thing that can be taken out.

use crate::facts::request::Request;
use crate::facts::written::WrittenWeek;
use crate::profile::keys::{KEYS, key};
use crate::profile::time_text;
use crate::week::day::Day;
use crate::word::Word as _;

/// A fact of the profile: one key that was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The key's path.
    pub key: &'static str,
    /// The day, for the keys of `[time]`, each of which counts by day.
    pub day: Option<Day>,
}

/// The facts that a request gives, in the order of the profile's keys.
#[must_use]
pub fn given(request: &Request<'_>) -> Vec<Fact> {
    let mut facts = Vec::new();
    for key in KEYS.iter().filter(|key| key.decides) {
        if key.table == "shifts" {
            continue; // what a rota says counts by day, as the time of the week
        }
        if key.path == "time" {
            let days = Day::ALL.iter().copied().filter(|day| limits(request, *day));
            facts.extend(days.map(|day| Fact { key: key.path, day: Some(day) }));
        } else if key.shown(&request.profile).is_some() {
            facts.push(Fact { key: key.path, day: None });
        }
    }
    facts
}

/// Whether anything says how much time there is on a day.
fn limits(request: &Request<'_>, day: Day) -> bool {
    let closed = request.written.and_then(|plan| plan.week(request.monday)).map(WrittenWeek::closed);
    // A day that somebody else's plan leaves open is none of the runner's facts.
    let by_plan = closed.is_some_and(|days| days.contains(day));
    let blocked = request.block.contains(day) && !by_plan;
    request.profile.time_of(request.monday)[day.index()].is_some() || blocked || request.is_busy(day)
}

/// The request with only some of its facts; the others are taken out from the last key to the first.
#[must_use]
pub fn only<'a>(request: &Request<'a>, all: &[Fact], facts: &[Fact]) -> Request<'a> {
    let mut left = request.clone();
    all.iter().rev().filter(|fact| !facts.contains(fact)).for_each(|fact| fact.drop(&mut left));
    left
}

impl Fact {
    /// Takes the fact out of a request.
    fn drop(self, request: &mut Request<'_>) {
        if let Some(day) = self.day {
            let monday = request.monday;
            request.profile.to_mut().free(monday, day);
            request.block.remove(day);
            if let Some(busy) = &mut request.busy {
                busy.0[day.index()].clear();
            }
            return;
        }
        if self.key == "season" {
            request.season = None;
        }
        if let Some(key) = key(self.key) {
            key.clear(request.profile.to_mut());
        }
    }

    /// The fact as the profile has it: `strength.days = mon, wed, fri`.
    #[must_use]
    pub fn shown(self, request: &Request<'_>) -> String {
        if let Some(day) = self.day {
            if request.block.contains(day) {
                return format!("--block {}", day.id());
            }
            let times = request.profile.time_of(request.monday);
            let time = times[day.index()].as_ref();
            let less = if request.is_busy(day) { ", less what your calendar takes" } else { "" };
            let time = time.map_or_else(|| "any".to_owned(), time_text);
            return match request.profile.shift(request.monday, day) {
                Some(shift) => format!("time.{} = {time}{less}, on {}", shift.word, day.name()),
                None => format!("time.{} = {time}{less}", day.id()),
            };
        }
        let value = key(self.key).and_then(|key| key.shown(&request.profile));
        format!("{} = {}", self.key, value.unwrap_or_default())
    }
}
