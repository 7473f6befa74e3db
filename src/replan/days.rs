//! The days of a week that was planned again: what stayed is what stood, exercises and clock times too, and what moved keeps its
//! identity.

use crate::exercise::workout::{Block, Part, Workout};
use crate::facts::Facts;
use crate::plan::{Plan, PlannedDay, PlannedSession};
use crate::replan::became::Became;
use crate::replan::standing::Standing;
use crate::rules::{Moves, WARM_UP};
use crate::week::day::Day;
use crate::week::id::SessionId;
use crate::week::kind::Kind;
use crate::week::load::Load;
use crate::week::session::{Run, Session};
use crate::week::{DayPlan, Week};
use crate::word::Word as _;
use std::sync::Arc;

/// The week as it was planned anew, with what stood before where that stays or moved.
pub(super) fn merged(mut fresh: Plan, facts: &Facts<'_>, standing: &Standing, became: &Became) -> Plan {
    let origins = Origins::of(facts, standing, &fresh, became);
    for day in Day::ALL.iter().copied() {
        let before = &standing.days[day.index()];
        let planned = &mut fresh.days[day.index()];
        let sessions = |day: &PlannedDay| day.sessions.iter().map(|of| of.session).collect::<Vec<_>>();
        if became.put_on(day) == day
            && origins.comes_from_itself(day)
            && sessions(before) == sessions(planned)
        {
            planned.clone_from(before);
            continue;
        }
        let mut only_less = true;
        for session in &mut planned.sessions {
            if session.fixed.is_some() {
                continue; // it stands there as before
            }
            let Some(origin) = origins.of_session(day, session.session) else {
                only_less = false;
                continue;
            };
            let stood = standing.days[origin.index()]
                .sessions
                .iter()
                .find(|of| of.session.kind() == session.session.kind());
            let Some(stood) = stood else { continue };
            only_less &= origin == day;
            *session = kept(session, stood, origin == day);
        }
        if !only_less {
            start(facts, day, &fresh.week, planned);
        }
        sum(planned);
    }
    let mut load = Load::default();
    load.days.iter_mut().zip(&fresh.days).for_each(|(sum, day)| *sum = day.load);
    fresh.load = load;
    fresh
}

/// A session as it stood, on its day or on another one: it keeps its identity, minutes and exercises; on another day the warm-up
/// is that of the day.
fn kept(fresh: &PlannedSession, stood: &PlannedSession, same_day: bool) -> PlannedSession {
    if same_day {
        return stood.clone();
    }
    let mut moved = PlannedSession {
        start: None,
        because: fresh.because.clone(),
        // Why it came here is told with the move.
        why: None,
        ..stood.clone()
    };
    if fresh.session == Session::Mobility {
        // What is stretched follows from the day.
        moved.workout.clone_from(&fresh.workout);
        moved.minutes = fresh.minutes;
    } else if let (Some(own), Some(of_day)) = (&stood.workout, &fresh.workout) {
        let workout = warmed_up(own, of_day, stood.minutes);
        moved.workout = Some(Arc::new(workout));
    }
    moved.load = moved.rpe * u32::from(moved.minutes);
    moved
}

/// A workout with the warm-up of another one, in so many minutes: easing off gives way to it, and where that is not enough it
/// stays as it is and says what comes first.
fn warmed_up(own: &Workout, of_day: &Workout, minutes: u16) -> Workout {
    let part = |of: &Workout| -> Vec<Block> {
        of.blocks.iter().filter(|block| block.part == Part::WarmUp).cloned().collect()
    };
    let seconds = |blocks: &[Block]| blocks.iter().map(Block::seconds).sum::<u32>();
    let trained = own.blocks.iter().filter(|block| block.part != Part::WarmUp).cloned();
    let mut blocks: Vec<Block> = part(of_day).into_iter().chain(trained).collect();
    if seconds(&part(of_day)) <= seconds(&part(own)) {
        return own.clone(); // longer than it need be is no harm
    }
    if fit(&blocks, minutes) {
        return Workout { blocks, ..own.clone() };
    }
    blocks.retain(|block| block.part != Part::CoolDown);
    if fit(&blocks, minutes) {
        return Workout { blocks, ..own.clone() };
    }
    let mut same = own.clone();
    same.notes
        .push((WARM_UP.id, "walk or skip for a few minutes first: there is no run before it".to_owned()));
    same
}

/// Whether blocks fit into so many minutes, as far as a file can say: it rounds each to a tenth of a minute, so that one may take
/// half a tenth less than it says. What fits does not depend on whether the plan was read back.
fn fit(blocks: &[Block], minutes: u16) -> bool {
    let least_half_tenths = |block: &Block| (2 * block.tenths()).saturating_sub(1);
    blocks.iter().map(least_half_tenths).sum::<u32>() <= 20 * u32::from(minutes)
}

/// Gives the sessions of a day their clock times.
fn start(facts: &Facts<'_>, day: Day, week: &Week, planned: &mut PlannedDay) {
    let minutes = |session: Session| {
        let of_day = planned.sessions.iter().find(|of| of.session == session);
        of_day.map_or_else(|| facts.minutes(day, session), |of| of.minutes)
    };
    let starts = facts.starts_with(day, week[day.index()], minutes).unwrap_or_default();
    let placed = planned.sessions.iter_mut().filter(|session| session.fixed.is_none());
    placed.for_each(|session| session.start = starts.of(session.session));
}

/// Sums a day up.
fn sum(day: &mut PlannedDay) {
    day.load = day.sessions.iter().map(|session| session.load).sum();
}

/// The day on which each session of the new week stood before.
struct Origins {
    /// By kind of session and day; `None` where nothing of it stood anywhere.
    days: [[Option<Day>; 7]; Session::MOST],
}

impl Origins {
    fn of(facts: &Facts<'_>, standing: &Standing, fresh: &Plan, became: &Became) -> Self {
        let (was, now) = (standing.week(), fresh.week);
        let mut origins = Self { days: [[None; 7]; Session::MOST] };
        let moves = Moves::new(facts, &now);
        for day in Day::ALL.iter().copied() {
            for session in placed(now[day.index()]) {
                let stays = was[day.index()].session(session.kind()) == Some(session)
                    && became
                        .moved
                        .iter()
                        .all(|[_, to]| *to != day || !was_moved(became, &was, day, session));
                if stays {
                    origins.days[session.place()][day.index()] = Some(day);
                }
            }
        }
        // The runner's own moves are known.
        for [from, to] in &became.moved {
            let put_there = |of: &Session| now[to.index()].session(of.kind()) == Some(*of);
            for session in placed(was[from.index()]).filter(put_there) {
                origins.days[session.place()][to.index()] = Some(*from);
            }
        }
        let all = moves.iter().flat_map(|moves| moves.runs.iter().chain(&moves.strength));
        for of in all {
            let Some(to) = of.to else { continue };
            for session in placed(was[of.from.index()]) {
                let [was_there, is_here] =
                    [origins.is_taken(session, of.from), origins.is_known(session, to)];
                if now[to.index()].session(session.kind()) == Some(session) && !was_there && !is_here {
                    origins.days[session.place()][to.index()] = Some(of.from);
                }
            }
        }
        // Of the rest what left a day and what came to one belong together in their order.
        for to in Day::ALL.iter().copied() {
            for session in placed(now[to.index()]).filter(|of| !matches!(of, Session::Run(Run::Easy))) {
                if origins.is_known(session, to) {
                    continue;
                }
                let left = |from: &&Day| {
                    was[from.index()].session(session.kind()) == Some(session)
                        && !origins.is_taken(session, **from)
                };
                let from = Day::ALL.iter().find(left).copied();
                origins.days[session.place()][to.index()] = from;
            }
        }
        origins
    }

    /// Whether it is known where a session of a day stood.
    const fn is_known(&self, session: Session, day: Day) -> bool {
        self.days[session.place()][day.index()].is_some()
    }

    /// Whether a session that stood on a day is known to stand somewhere.
    fn is_taken(&self, session: Session, day: Day) -> bool {
        self.days[session.place()].contains(&Some(day))
    }

    fn of_session(&self, day: Day, session: Session) -> Option<Day> {
        self.days[session.place()][day.index()]
    }

    /// Whether nothing on a day stood on another one.
    fn comes_from_itself(&self, day: Day) -> bool {
        self.days.iter().all(|days| days[day.index()].is_none_or(|origin| origin == day))
    }
}

/// The sessions of a day but for fixed ones, which never move.
fn placed(day: DayPlan) -> impl Iterator<Item = Session> {
    day.sessions().filter(|session| session.kind() != Kind::Fixed)
}

/// Whether a session of a day was put there by the runner.
fn was_moved(became: &Became, was: &Week, to: Day, session: Session) -> bool {
    let origin = became.moved.iter().find(|[_, onto]| *onto == to);
    origin.is_some_and(|[from, _]| was[from.index()].session(session.kind()) == Some(session))
}

/// How often the calendar entries of sessions have changed: once more for each that moved, changed or went.
pub(super) fn sequences(
    known: &[(SessionId, u32)],
    standing: &Standing,
    now: &Plan,
) -> Vec<(SessionId, u32)> {
    let mut sequences = known.to_vec();
    let of_now = |id: SessionId| {
        now.days.iter().find_map(|day| Some((day.day, day.sessions.iter().find(|session| session.id == id)?)))
    };
    for day in &standing.days {
        for session in &day.sessions {
            let same = of_now(session.id).is_some_and(|(on, now)| {
                on == day.day
                    && now.start == session.start
                    && now.minutes == session.minutes
                    && now.workout == session.workout
            });
            if same {
                continue;
            }
            match sequences.iter_mut().find(|(id, _)| *id == session.id) {
                Some((_, times)) => *times += 1,
                None => sequences.push((session.id, 1)),
            }
        }
    }
    sequences
}
