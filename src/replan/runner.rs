//! The runner of a plan that was printed, where nobody else says who it is.

use crate::facts::others::Counted;
use crate::import::ForeignWeek;
use crate::profile::{Minutes, Profile, Speed};
use crate::week::day::{Day, Days};
use crate::week::phase::Phase;
use crate::week::session::{Run, Session};
use crate::word::Word as _;

/// The runner of a week of this program, as far as the week itself says it: its runs, its season and the numbers that it was planned
/// with.
#[must_use]
pub fn runner_of(runner: Option<&str>, week: &ForeignWeek) -> Profile {
    let own = week.own.as_ref();
    let runs = week.days.iter().zip(Day::ALL).filter(|(of, _)| of.plan.run.is_run());
    let mut profile = Profile { name: runner.map(ToOwned::to_owned), ..Profile::default() };
    let mut minutes = Minutes::default();
    let mut speed = Days::NONE;
    for (of, day) in runs {
        profile.runs.days.insert(*day);
        match of.plan.run {
            Run::Long => _ = profile.runs.long.get_or_insert_default().insert(*day),
            Run::Speed => _ = speed.insert(*day),
            _ => {}
        }
        minutes.days[day.index()] = (of.minutes > 0).then_some(of.minutes);
        let second = of.others[Session::Second.place()];
        profile.runs.second[day.index()] = (second > 0).then_some(second);
    }
    profile.runs.speed = Some(Speed::Days(speed)).filter(|_| !speed.is_empty());
    profile.runs.minutes = Some(minutes);
    profile.season = own.and_then(|own| own.phase).or(Some(Phase::Base));
    profile.race = own.and_then(|own| own.race);
    profile.races = own.map_or_else(Vec::new, |own| own.tune_ups.clone());
    if let Some(limits) = own.and_then(|own| own.limits) {
        profile.level = Some(limits.level);
        if limits.run_days.are_chosen() {
            profile.runs.per_week = u8::try_from(profile.runs.days.len()).ok().filter(|runs| *runs > 0);
        }
        profile.age = limits.age;
        let strength = &mut profile.strength;
        strength.sessions = Some(limits.strength_target);
        strength.min = Some(limits.strength_min);
        strength.legs_min = Some(limits.legs_min);
        strength.legs_max = Some(limits.legs_max);
        strength.minutes = Some(limits.strength_minutes);
        strength.placement = Some(limits.placement);
        profile.rest_min = Some(limits.rest_min);
        profile.rest_target = Some(limits.rest_target);
        profile.mobility_sessions = Some(limits.mobility);
        profile.cross_sessions = Some(limits.cross);
    }
    profile.fixed = week.fixed().collect();
    let counted = Counted::of(&profile, week.monday);
    count_back(&mut profile, counted);
    profile
}

/// Adds to the numbers of a runner what fixed sessions take off them: the week was planned with what was left.
fn count_back(profile: &mut Profile, counted: Counted) {
    let strength = &mut profile.strength;
    for (number, by) in [
        (&mut strength.sessions, counted.strength),
        (&mut strength.min, counted.strength),
        (&mut strength.legs_min, counted.legs),
        (&mut strength.legs_max, counted.legs),
        (&mut profile.mobility_sessions, counted.mobility),
        (&mut profile.cross_sessions, counted.cross),
    ] {
        *number = number.map(|number| number.saturating_add(by));
    }
}
