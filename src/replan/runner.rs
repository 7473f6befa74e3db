//! The runner of a plan that was printed, where nobody else says who it is.

use crate::import::ForeignWeek;
use crate::profile::{Minutes, Profile};
use crate::week::day::Day;
use crate::week::phase::Phase;
use crate::week::session::Run;
use crate::word::Word as _;

/// The runner of a week of this program, as far as the week itself says it: its runs, its season and the numbers that it was planned
/// with.
#[must_use]
pub fn runner_of(runner: Option<&str>, week: &ForeignWeek) -> Profile {
    let own = week.own.as_ref();
    let runs = week.days.iter().zip(Day::ALL).filter(|(of, _)| of.plan.run.is_run());
    let mut profile = Profile { name: runner.map(ToOwned::to_owned), ..Profile::default() };
    let mut minutes = Minutes::default();
    for (of, day) in runs {
        profile.runs.days.insert(*day);
        match of.plan.run {
            Run::Long => profile.runs.long = Some(*day),
            Run::Speed => _ = profile.runs.speed.get_or_insert_default().insert(*day),
            _ => {}
        }
        minutes.days[day.index()] = (of.minutes > 0).then_some(of.minutes);
    }
    profile.runs.minutes = Some(minutes);
    profile.season = own.and_then(|own| own.phase).or(Some(Phase::Base));
    profile.race = own.and_then(|own| own.race);
    if let Some(limits) = own.and_then(|own| own.limits) {
        profile.level = Some(limits.level);
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
    profile
}
