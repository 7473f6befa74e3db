//! The ways out: for each key of the profile that may be changed, the values to try, the smallest change first.
//!
//! None touches health, race, season, age or level, and none lets a week go without a rest day.

use super::fix::Changes;
use super::named_days::{days_of_extras, gym_days, strength_kinds};
use super::runs::{
    easy_speed, fewer_kept, fewer_runs, keep_what_rest_leaves, more_run_days, move_long, move_speed,
    no_speed, not_long, one_kept_less, run_on_what_rest_leaves, several_runs, short_runs, shorter_runs,
};
use crate::profile::Profile;
use crate::week::day::Day;
use crate::week::hours::Time;
use crate::week::session::Style;
use crate::word::Word;

/// Minutes of a shorter strength session that are tried, the longest first.
const SHORTER: [u16; 5] = [45, 40, 30, 20, 15];
/// A way out: adds the changes that it knows.
pub(super) type Way = fn(&mut Changes<'_>);

/// Every way out of a conflict, the smallest first: what is demanded, then where and when, then how long, then the runs
/// themselves; a demand dropped and the season's rest come last.
pub(super) const OUT: &[Way] = &[
    lower_by_one, strength_kinds, gym_days, more_time, shorter_strength, shorter_runs, more_run_days,
    fewer_kept, fewer_runs, easy_speed, move_speed, move_long, not_long, drop_minimums, seasonal, less_rest,
];

/// Ways out that change several days at once: larger than any other single change.
pub(super) const OUT_BY_SEVERAL: &[Way] = &[no_speed, several_runs];

/// Ways out that go as far as they can, at most one change each, for a week with many conflicts at once.
pub(super) const AT_LARGE: &[Way] = &[
    |changes| drop_minimum(changes, 0),
    |changes| drop_minimum(changes, 1),
    |changes| drop_minimum(changes, 2),
    |changes| short_runs(changes, 0),
    |changes| short_runs(changes, 1),
    |changes| short_runs(changes, 2),
    |changes| time_for_the_run(changes, 0),
    |changes| time_for_the_run(changes, 1),
    |changes| time_for_the_run(changes, 2),
    |changes| time_for_the_run(changes, 3),
    |changes| time_for_the_run(changes, 4),
    |changes| time_for_the_run(changes, 5),
    |changes| time_for_the_run(changes, 6),
    keep_what_rest_leaves,
    run_on_what_rest_leaves,
    less_rest,
];

/// Ways to a target that leave the runs as they are.
pub(super) const TO_A_TARGET: &[Way] =
    &[lower_by_one, strength_kinds, gym_days, days_of_extras, more_time, shorter_strength];

/// Ways to a target that change the runs, or drop a demand.
pub(super) const TO_A_TARGET_AT_LAST: &[Way] =
    &[more_run_days, one_kept_less, fewer_runs, easy_speed, move_speed, move_long, drop_minimums];

/// A demand of the runner's own.
struct Minimum {
    key: &'static str,
    now: fn(&Profile) -> Option<u8>,
    /// As low as it goes.
    least: u8,
    set: fn(&mut Profile, u8),
}

const MINIMUMS: [Minimum; 3] = [
    Minimum {
        key: "strength.legs_min",
        now: |profile| profile.strength.legs_min,
        least: 0,
        set: |profile, n| profile.strength.legs_min = Some(n),
    },
    Minimum {
        key: "strength.min",
        now: |profile| profile.strength.min,
        least: 0,
        set: |profile, n| profile.strength.min = Some(n),
    },
    Minimum {
        key: "rest.min",
        now: |profile| profile.rest_min,
        least: 1,
        set: |profile, n| profile.rest_min = Some(n),
    },
];

/// Demands of the runner's own, lower by one.
fn lower_by_one(changes: &mut Changes<'_>) {
    minimums(changes, |now, least| now - 1..now.max(least));
}

/// Demands of the runner's own, as low as they go.
fn drop_minimums(changes: &mut Changes<'_>) {
    minimums(changes, |now, least| least..now.saturating_sub(1).max(least));
}

fn minimums(changes: &mut Changes<'_>, lower: fn(u8, u8) -> std::ops::Range<u8>) {
    for Minimum { key, now, least, set } in MINIMUMS {
        let now = now(changes.profile).filter(|now| *now > least && changes.names(key));
        // A conflict may do with a little less; where a target is missed, two steps are enough.
        let Some(now) = now else { continue };
        let mut lower: Vec<u8> = lower(now, least).rev().collect();
        if changes.conflict.is_none() {
            lower.drain(..lower.len().saturating_sub(1));
        }
        for then in lower {
            changes.add(format!("{key}={then}"), format!("lower `{key}` from {now} to {then}"), |p| {
                set(p, then);
            });
        }
    }
}

/// One of the demands, as low as it goes.
fn drop_minimum(changes: &mut Changes<'_>, which: usize) {
    let Minimum { key, now, least, set } = &MINIMUMS[which];
    if let Some(now) = now(changes.profile).filter(|now| now > least) {
        changes.add(format!("{key}={least}"), format!("lower `{key}` from {now} to {least}"), |p| {
            set(p, *least);
        });
    }
}

/// The season's own least rest, lower: it is the runner's to say.
fn less_rest(changes: &mut Changes<'_>) {
    let now = changes.facts.limits.rest_min;
    if changes.profile.rest_min.is_none() && changes.names("rest.min") {
        for then in (1..now).rev() {
            let message = format!(
                "ask for {then} full rest day{} at least, where the season has {now}",
                if then == 1 { "" } else { "s" }
            );
            changes.add(format!("rest.min={then}"), message, |p| p.rest_min = Some(then));
        }
    }
}

fn more_time(changes: &mut Changes<'_>) {
    // Enough for the day's run with everything that may stand beside it.
    let limits = &changes.facts.limits;
    let most = if changes.recovers() { 1 } else { 3 };
    for day in changes.days_in_need().iter() {
        let run = changes.facts.runs[day.index()].minutes;
        let whole = run + limits.strength_minutes + limits.mobility_minutes;
        let enough = [run, run + limits.strength_minutes, whole].into_iter().take(most);
        // No time at all helps nobody.
        for minutes in enough.filter(|minutes| *minutes > 0) {
            let minutes = minutes.min(600);
            let less = match &changes.facts.time[day.index()] {
                Some(Time::Minutes(now)) => *now < minutes,
                Some(Time::Windows(_) | Time::Off) => true,
                None | Some(Time::Any) => false,
            };
            if less {
                give(changes, day, minutes);
            }
        }
    }
}

fn give(changes: &mut Changes<'_>, day: Day, minutes: u16) {
    if let Some(shift) = changes.profile.shift(changes.facts.monday, day) {
        let (word, time) = (&shift.word, Time::Minutes(minutes));
        let message = format!("give days with the shift `{word}` {minutes} minutes, at any time of the day");
        changes.add(format!("time.{word}={minutes}"), message, |p| p.give_shift(word, &time));
        return;
    }
    let message = format!("give {} {minutes} minutes, at any time of the day", day.name());
    changes.add(format!("time.{}={minutes}", day.id()), message, |p| {
        p.time[day.index()] = Some(Time::Minutes(minutes));
    });
}

/// Strength sessions that take less time, where time is short.
fn shorter_strength(changes: &mut Changes<'_>) {
    let is_short = |time: &Time| matches!(time, Time::Minutes(_) | Time::Windows(_));
    if !changes.facts.time.iter().flatten().any(is_short) || !changes.names("time") {
        return;
    }
    let now = changes.facts.limits.strength_minutes;
    for minutes in SHORTER.into_iter().filter(|minutes| *minutes < now) {
        let message = format!("make strength sessions of {minutes} minutes");
        changes.add(format!("strength.minutes={minutes}"), message, |p| p.strength.minutes = Some(minutes));
    }
}

/// As much time on a day as its run takes.
fn time_for_the_run(changes: &mut Changes<'_>, day: usize) {
    let (day, minutes) = (Day::of(day), changes.facts.runs[day].minutes);
    if changes.room(day).is_some_and(|room| room < minutes) {
        give(changes, day, minutes);
    }
}

/// Strength that gets lighter with the season.
fn seasonal(changes: &mut Changes<'_>) {
    if changes.profile.strength.style == Some(Style::MaintainHeavy) && changes.names("strength.style") {
        let style = Style::Seasonal;
        let message = "let strength get lighter with the season".to_owned();
        changes.add(format!("strength.style={}", style.id()), message, |p| p.strength.style = Some(style));
    }
}
