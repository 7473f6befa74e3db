//! What became of a week: which of its days are over, lost or pinned, and what stands there now.

use crate::facts::Facts;
use crate::facts::earlier::Earlier;
use crate::input::Problem;
use crate::plan::PlannedDay;
use crate::replan::demands::Numbers;
use crate::replan::losses::{Losses, Missed, problems};
use crate::replan::standing::Standing;
use crate::week::day::{Day, Days};
use crate::week::hours::Time;
use crate::week::kind::Kind;
use crate::week::session::Run;
use crate::week::{DayPlan, Week, count};
use crate::word::Word as _;
use chrono::{NaiveDateTime, Timelike as _};

/// The hour from which on a day without clock times counts as over: who has not trained by then rarely does (practice).
const OVER_FROM_HOUR: u32 = 18;

/// The days of a week by what became of them.
#[derive(Clone, Debug)]
pub(super) struct Became {
    /// Today; Monday where the week is ahead.
    pub today: Day,
    /// Days whose sessions stay as they are, whatever is best.
    pub frozen: Days,
    /// Those of them that are over.
    pub over: Days,
    /// Days on which something was missed.
    pub missed: Days,
    /// Days ahead that are lost.
    pub lost: Days,
    /// Days that are over and were lost before they came.
    pub gone: Days,
    /// Days whose sessions the runner has put on another day, with that one.
    pub moved: Vec<[Day; 2]>,
    /// Long and speed runs that gave way to what the runner moved to their day.
    pub ousted: Vec<(Day, Run)>,
    /// What stands after that: without what was missed, with what the runner moved.
    pub week: Week,
    /// Minutes of the runs as they stood, Monday first, and as they stand after that.
    pub minutes: [[u16; 7]; 2],
}

impl Became {
    /// What became of the days of a week.
    ///
    /// # Errors
    /// Every thing that was said and cannot be so.
    pub fn of(facts: &Facts<'_>, standing: &Standing, losses: &Losses) -> Result<Self, Vec<Problem>> {
        let monday = standing.monday;
        let at = (losses.now.date() - monday).num_days();
        let today = Day::of(usize::try_from(at).unwrap_or(0).min(6));
        let mut over: Days = Day::ALL.iter().copied().filter(|day| *day < today).collect();
        if is_over(facts, standing, today, losses.now) || losses.missed.iter().any(|(of, _)| of.day == today)
        {
            over.insert(today);
        }
        let problems = problems(facts, standing, losses, today, over);
        if !problems.is_empty() {
            return Err(problems);
        }
        let mut week = standing.week();
        let lengths = lengths(standing);
        let mut minutes = [lengths; 2];
        let mut ousted = Vec::new();
        let mut frozen = over;
        frozen.extend(losses.pin.iter().map(|(day, _)| *day));
        frozen.extend(Day::ALL.iter().copied().filter(|day| week[day.index()].run == Run::Race));
        for (Missed { day, what }, _) in &losses.missed {
            let of_day = &mut week[day.index()];
            *of_day = match what {
                None => DayPlan::EMPTY,
                Some(kind) => without(*of_day, *kind),
            };
        }
        for ([from, to], _) in &losses.moved {
            let moved = week[from.index()];
            let onto = &mut week[to.index()];
            // What was there of the same kind gives way.
            let stays = moved.sessions().fold(*onto, DayPlan::with);
            // On a day that is named for it cross-training stands beside a run, and moves with it.
            let is_beside = [moved, *onto].iter().any(|day| day.cross && day.run.is_run());
            if moved.run.is_run() {
                minutes[1][to.index()] = lengths[from.index()];
            }
            if moved.run.is_run() && matches!(onto.run, Run::Long | Run::Speed) {
                ousted.push((*to, onto.run));
            }
            *onto = DayPlan {
                cross: stays.cross && (is_beside || !stays.run.is_run()) && !stays.strength.any(),
                ..stays
            };
            week[from.index()] = DayPlan::EMPTY;
            // What the runner moved stands where it is now, and the day that it left is not for others.
            frozen.extend([*from, *to]);
        }
        let blocked = losses.block.iter().map(|(day, _)| *day).chain(standing.blocked.iter());
        // A day that is never free has lost nothing, unless something stands there.
        let was = standing.week();
        let taken = facts.blocked.iter().filter(|day| !was[day.index()].is_free());
        let lost = blocked.chain(taken).filter(|day| !frozen.contains(*day)).collect();
        Ok(Self {
            today,
            frozen,
            over,
            missed: losses.missed.iter().map(|(of, _)| of.day).chain(standing.missed.iter()).collect(),
            gone: standing.blocked.iter().filter(|day| over.contains(*day)).collect(),
            lost,
            moved: losses.moved.iter().map(|(days, _)| *days).collect(),
            ousted,
            week,
            minutes,
        })
    }

    /// A week of which nothing was lost, and which is still ahead.
    pub fn nothing(standing: &Standing) -> Self {
        let lengths = lengths(standing);
        Self {
            today: Day::Mon,
            frozen: Days::NONE,
            over: Days::NONE,
            missed: Days::NONE,
            lost: Days::NONE,
            gone: Days::NONE,
            moved: Vec::new(),
            ousted: Vec::new(),
            week: standing.week(),
            minutes: [lengths; 2],
        }
    }

    /// Whether nothing was lost, missed or moved.
    pub const fn is_nothing(&self) -> bool {
        self.lost.is_empty() && self.missed.is_empty() && self.gone.is_empty() && self.moved.is_empty()
    }

    /// The week as it stood, for the search.
    pub fn earlier(&self, week: Week) -> Earlier {
        let ousted = self.ousted.iter().map(|(day, _)| *day);
        let moved = self.moved.iter().map(|[from, _]| *from).chain(ousted).collect();
        let missed = self.missed.iter().chain(self.gone.iter()).collect();
        Earlier {
            week,
            frozen: self.frozen,
            over: self.over,
            missed,
            lost: self.lost,
            moved,
            closed: Days::NONE,
        }
    }

    /// Strength sessions that were not lost, and those of them that train the legs.
    pub fn left(&self) -> Numbers {
        let stands = |day: usize| !self.lost.contains(Day::of(day));
        let week = std::array::from_fn(|day| if stands(day) { self.week[day] } else { DayPlan::EMPTY });
        [Kind::Strength, Kind::Legs].map(|kind| count(&week, kind))
    }

    /// Where the sessions of a day stand for the runner's own moving of them; the day itself where they were not moved.
    pub fn put_on(&self, day: Day) -> Day {
        self.moved.iter().find(|[from, _]| *from == day).map_or(day, |[_, to]| *to)
    }
}

/// Minutes of the runs of a week, Monday first; 0 without one.
fn lengths(standing: &Standing) -> [u16; 7] {
    let mut lengths = [0; 7];
    lengths
        .iter_mut()
        .zip(standing.days.iter().map(run_minutes))
        .for_each(|(length, minutes)| *length = minutes);
    lengths
}

/// Minutes of the run of a day; 0 without one.
fn run_minutes(day: &PlannedDay) -> u16 {
    day.sessions.iter().find(|session| session.is(Kind::Run)).map_or(0, |run| run.minutes)
}

/// A day without a kind, and without mobility that would be alone then.
fn without(day: DayPlan, kind: Kind) -> DayPlan {
    let left = day.without(kind);
    if left.without(Kind::Mobility).is_rest() { DayPlan::EMPTY } else { left }
}

/// Whether today is over: its first session has begun, or, where nobody knows the hour, it is evening.
fn is_over(facts: &Facts<'_>, standing: &Standing, today: Day, now: NaiveDateTime) -> bool {
    if now.date() < standing.monday {
        return false;
    }
    let minute = now.hour() * 60 + now.minute();
    let placed = standing.days[today.index()].sessions.iter().filter(|session| session.fixed.is_none());
    let first = placed.filter_map(|session| session.start).min();
    match (&facts.time[today.index()], first) {
        (_, Some(first)) => minute >= u32::from(first),
        (Some(Time::Windows(windows)), None) => {
            windows.last().is_none_or(|window| minute >= u32::from(window.to))
        }
        _ => now.hour() >= OVER_FROM_HOUR,
    }
}
