//! A week of a plan that was read, as it stands, and its runner: what its sessions hold nobody says.

use crate::import::ForeignWeek;
use crate::plan::{PlannedDay, PlannedSession};
use crate::profile::{Minutes, Profile};
use crate::replan::standing::Standing;
use crate::week::day::Day;
use crate::week::id::{SessionId, SessionPlace};
use crate::week::kind::Kind;
use crate::week::phase::Phase;
use crate::week::session::{Class, Run, Session};
use crate::word::Word as _;
use chrono::Duration;

/// The week of a plan that was read.
#[must_use]
pub fn of_foreign(week: &ForeignWeek) -> Standing {
    let mut numbers = [0_u8; Kind::COUNT];
    let mut days = Vec::with_capacity(7);
    for (at, day) in Day::ALL.iter().copied().enumerate() {
        let of = &week.days[at];
        let class = of.class.unwrap_or(Class::Light);
        let mut planned = |session: Session| {
            let number = &mut numbers[session.kind() as usize];
            *number += 1;
            let place = match session {
                Session::Run(_) => SessionPlace::Declared(day),
                _ => SessionPlace::Number(*number),
            };
            let minutes = if session.kind() == Kind::Run { of.minutes } else { of.others[session.place()] };
            let rpe = session.rpe(class);
            PlannedSession {
                id: SessionId { monday: week.monday, kind: session.kind(), place },
                session,
                class,
                minutes,
                start: None,
                rpe,
                load: rpe * u32::from(minutes),
                because: Vec::new(),
                why: None,
                workout: None,
                source: None,
            }
        };
        let sessions: Vec<PlannedSession> = of.plan.sessions().map(&mut planned).collect();
        days.push(PlannedDay {
            day,
            date: week.monday + Duration::days(i64::try_from(at).unwrap_or(0)),
            rest: of.plan.is_rest(),
            hard: of.plan.is_hard(class),
            load: sessions.iter().map(|session| session.load).sum(),
            sessions,
        });
    }
    Standing { monday: week.monday, days, next: None, sequences: Vec::new() }
}

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
