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

/// The most minutes that a kind of run comes to before a race, in a plan from some day on.
#[must_use]
pub fn reached(profile: &Profile, race: Race, start: NaiveDate, run: Run, from: u16, step: Step) -> u16 {
    let Some(peak) = profile.plan.peak.and_then(|peak| peak.kind(run)) else { return from };
    let first = monday_of(start).unwrap_or(start);
    let day = i64::try_from(profile.runs.long.map_or(6, Day::index)).unwrap_or(6);
    let (mut now, mut most, mut has_loaded) = (from, from, false);
    // What stands before the plan is its first week.
    let mut past = vec![(first - Duration::weeks(1) + Duration::days(day), from)];
    let mondays =
        (0..).map(|weeks| first + Duration::weeks(weeks)).take_while(|monday| *monday < race.monday());
    for monday in mondays {
        let phase = Phase::from_race(race, monday);
        let cutback = is_cutback(profile, phase, profile.runs.days.len(), Some(first), monday);
        let date = monday + Duration::days(day);
        let loads = matches!(phase, Phase::OffSeason | Phase::Base | Phase::RacePrep) && !cutback;
        if loads && has_loaded && phase != Phase::OffSeason {
            let recent = past.iter().rev().take_while(|(of, _)| (date - *of).num_days() <= DAYS.into());
            let longest = recent.map(|(_, minutes)| *minutes).max().unwrap_or(now);
            let before = if run == Run::Long { longest } else { now };
            now = step(before, now).min(peak).max(now);
        }
        has_loaded |= loads;
        if loads {
            past.push((date, now));
            most = most.max(now);
        }
    }
    most
}
