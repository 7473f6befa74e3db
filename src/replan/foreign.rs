//! A week of a plan that was read, as it stands: what its sessions hold nobody says.

use crate::import::ForeignWeek;
use crate::plan::{PlannedDay, PlannedSession};
use crate::replan::standing::Standing;
use crate::week::day::Day;
use crate::week::id::{SessionId, SessionPlace};
use crate::week::kind::Kind;
use crate::week::session::{Class, Session};
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
