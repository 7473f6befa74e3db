//! How far run minutes grow in a plan: the arithmetic of its weeks, without what else they hold.

use crate::facts::course::is_cutback;
use crate::profile::Profile;
use crate::week::dates::monday_of;
use crate::week::day::Day;
use crate::week::phase::Phase;
use crate::week::race::Race;
use crate::week::session::Run;
use chrono::{Duration, NaiveDate};

/// Days that are looked back on for the longest run (Frandsen 2025).
pub const DAYS: u8 = 30;

/// How a kind of run grows from one load week to the next, by the longest run of the days before and by its own minutes.
pub type Step = fn(u16, u16) -> u16;

/// The most minutes that a kind of run comes to before a race, in a plan from some day on; `percent` of them are run on a date.
#[must_use]
pub fn reached(
    profile: &Profile,
    race: Race,
    start: NaiveDate,
    run: Run,
    from: u16,
    step: Step,
    percent: fn(&Profile, NaiveDate) -> u16,
) -> u16 {
    let Some(peak) = profile.plan.peak.and_then(|peak| peak.kind(run)) else { return from };
    let first = monday_of(start).unwrap_or(start);
    let day = i64::try_from(profile.runs.first_long().map_or(6, Day::index)).unwrap_or(6);
    let (mut now, mut most, mut has_loaded) = (from, from, false);
    // What stands before the plan is its first week.
    let mut past = vec![(first - Duration::weeks(1) + Duration::days(day), from)];
    let mondays =
        (0..).map(|weeks| first + Duration::weeks(weeks)).take_while(|monday| *monday < race.monday());
    for monday in mondays {
        let phase = Phase::from_race(race, monday);
        let cutback = is_cutback(profile, phase, profile.runs.count(), Some(first), monday);
        let date = monday + Duration::days(day);
        let share = percent(profile, date);
        let eased = (0..7).any(|day| (1..100).contains(&percent(profile, monday + Duration::days(day))));
        let loads = matches!(phase, Phase::OffSeason | Phase::Base | Phase::RacePrep) && !cutback;
        let recent = past.iter().rev().take_while(|(of, _)| (date - *of).num_days() <= DAYS.into());
        let longest = recent.map(|(_, minutes)| *minutes).max();
        // After a break the way back comes first.
        let returns = !profile.off.is_empty() && longest.is_none_or(|longest| step(longest, 0) < now);
        if loads && !eased && share > 0 {
            if has_loaded && !returns && phase != Phase::OffSeason {
                let before = if run == Run::Long { longest.unwrap_or(now) } else { now };
                now = step(before, now).min(peak).max(now);
            }
            has_loaded = true;
        }
        if loads && share > 0 {
            let whole = u32::from(now) * u32::from(share) / 100;
            let whole = u16::try_from(whole).unwrap_or(now);
            let held = longest.filter(|_| returns).map_or(whole, |longest| step(longest, 0).min(whole));
            past.push((date, held));
            most = most.max(held);
        }
    }
    most
}
