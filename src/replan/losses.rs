//! What became of a week: which of its days are over, lost or pinned, and what was missed.

use crate::facts::Facts;
use crate::input::{Place, Problem};
use crate::plan::{PlannedDay, PlannedSession};
use crate::replan::standing::Standing;
use crate::week::day::{Day, Days};
use crate::week::hours::Time;
use crate::week::kind::Kind;
use crate::week::session::Run;
use crate::week::{DayPlan, Week};
use crate::word::Word as _;
use chrono::{NaiveDate, NaiveDateTime, Timelike as _};
use std::fmt::Write as _;

/// The hour from which on a day without clock times counts as over: who has not trained by then rarely does (practice).
const OVER_FROM_HOUR: u32 = 18;

/// What the runner says about the week that is planned again; each with its place on the command line.
#[derive(Clone, Debug, Default)]
pub struct Losses {
    /// The present moment, where the runner is.
    pub now: NaiveDateTime,
    /// Days ahead on which there is no training any more.
    pub block: Vec<(Day, Place)>,
    /// Sessions that were missed.
    pub missed: Vec<(Missed, Place)>,
    /// Days whose sessions the runner has put on another day.
    pub moved: Vec<([Day; 2], Place)>,
    /// Days that are to stay as they are.
    pub pin: Vec<(Day, Place)>,
}

/// What was missed of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missed {
    /// The day.
    pub day: Day,
    /// The kind that was missed, run or strength; `None` for all of the day.
    pub what: Option<Kind>,
}

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
    /// Days whose sessions the runner has put on another day, with that one.
    pub moved: Vec<[Day; 2]>,
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
        let problems = problems(standing, losses, today, over);
        if !problems.is_empty() {
            return Err(problems);
        }
        let mut week = standing.week();
        let minutes = standing.days.iter().map(run_minutes);
        let mut lengths = [0; 7];
        lengths.iter_mut().zip(minutes).for_each(|(length, minutes)| *length = minutes);
        let mut minutes = [lengths; 2];
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
            *onto = DayPlan { cross: stays.cross && !stays.run.is_run() && !stays.strength.any(), ..stays };
            if moved.run.is_run() {
                minutes[1][to.index()] = lengths[from.index()];
            }
            week[from.index()] = DayPlan::EMPTY;
            frozen.insert(*to);
        }
        let blocked = losses.block.iter().map(|(day, _)| *day);
        let lost = blocked.chain(facts.blocked.iter()).filter(|day| !frozen.contains(*day)).collect();
        Ok(Self {
            today,
            frozen,
            over,
            missed: losses.missed.iter().map(|(of, _)| of.day).collect(),
            lost,
            moved: losses.moved.iter().map(|(days, _)| *days).collect(),
            week,
            minutes,
        })
    }

    /// Where the sessions of a day stand for the runner's own moving of them; the day itself where they were not moved.
    pub fn put_on(&self, day: Day) -> Day {
        self.moved.iter().find(|[from, _]| *from == day).map_or(day, |[_, to]| *to)
    }
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
    let first = standing.days[today.index()].sessions.iter().filter_map(|session| session.start).min();
    match (&facts.time[today.index()], first) {
        (_, Some(first)) => minute >= u32::from(first),
        (Some(Time::Windows(windows)), None) => {
            windows.last().is_none_or(|window| minute >= u32::from(window.to))
        }
        _ => now.hour() >= OVER_FROM_HOUR,
    }
}

/// What was said and cannot be so.
fn problems(standing: &Standing, losses: &Losses, today: Day, over: Days) -> Vec<Problem> {
    let week = standing.week();
    let mut problems = Vec::new();
    let mut wrong = |key: &str, place: &Place, message: String, hint: String| {
        problems.push(Problem::at(key, place, message).hint(hint));
    };
    let name = |day: Day| dated(standing.monday, day);
    let when = if today.index() == 0 && losses.now.date() < standing.monday {
        "the week has not begun".to_owned()
    } else {
        format!("it is {}, {}", name(today), losses.now.format("%H:%M"))
    };
    for (day, place) in &losses.block {
        if over.contains(*day) {
            let message = format!("{} is over: {when}", name(*day));
            wrong("--block", place, message, format!("say what was missed: `--missed {}`", day.id()));
        } else if week[day.index()].run == Run::Race {
            let message = format!("the race is on {}", name(*day));
            wrong(
                "--block",
                place,
                message,
                "a race that falls away is another `[race] date`, or none".to_owned(),
            );
        } else if losses.pin.iter().any(|(pinned, _)| pinned == day) {
            let message = format!("{} is blocked and pinned", name(*day));
            wrong("--block", place, message, "leave one of the two out".to_owned());
        }
    }
    for (Missed { day, what }, place) in &losses.missed {
        let of_day = week[day.index()];
        let holds = what.map_or(!of_day.is_rest(), |kind| of_day.holds(kind));
        if *day > today || losses.now.date() < standing.monday {
            let message = format!("{} is still ahead: {when}", name(*day));
            wrong("--missed", place, message, format!("block it: `--block {}`", day.id()));
        } else if of_day.run == Run::Race && *what != Some(Kind::Strength) {
            let message = format!("{} was the race", name(*day));
            wrong(
                "--missed",
                place,
                message,
                "a race is not made up: name the next one with `[race] date`".to_owned(),
            );
        } else if !holds {
            let what =
                what.map_or("nothing", |kind| if kind == Kind::Run { "no run" } else { "no strength" });
            let message = format!("there was {what} on {}: {}", name(*day), shown(standing, *day));
            wrong("--missed", place, message, format!("the days with sessions are {}", trained(&week, over)));
        }
    }
    for ([from, to], place) in &losses.moved {
        if from == to {
            wrong("--moved", place, format!("{} is on {0} already", name(*from)), "name two days".to_owned());
        } else if week[from.index()].is_rest() {
            let message = format!("there is nothing to move on {}: {}", name(*from), shown(standing, *from));
            wrong(
                "--moved",
                place,
                message,
                format!("the days with sessions are {}", trained(&week, Days::ALL)),
            );
        } else if [from, to].iter().any(|day| week[day.index()].run == Run::Race) {
            let message = format!("`--moved {}:{}`: a race stays where it is", from.id(), to.id());
            wrong("--moved", place, message, "name two other days".to_owned());
        } else if losses.block.iter().any(|(blocked, _)| blocked == to) {
            let message = format!("{} is blocked, and {}'s sessions are to go there", name(*to), name(*from));
            wrong("--moved", place, message, "leave `--block` out, or name another day".to_owned());
        } else if losses.missed.iter().any(|(missed, _)| missed.day == *from || missed.day == *to) {
            let message = format!("`--moved {}:{}`: one of the two was missed too", from.id(), to.id());
            wrong(
                "--moved",
                place,
                message,
                "say of a day that it was moved, or that it was missed".to_owned(),
            );
        }
    }
    let twice = |[a, b]: &[Day; 2]| {
        losses
            .moved
            .iter()
            .filter(|([from, to], _)| [from, to].contains(&a) || [from, to].contains(&b))
            .count()
            > 1
    };
    if let Some((days, place)) = losses.moved.iter().find(|(days, _)| twice(days)) {
        let message = format!(
            "`--moved {}:{}`: one of the two is in another `--moved` too",
            days[0].id(),
            days[1].id()
        );
        wrong("--moved", place, message, "move each day once".to_owned());
    }
    problems
}

/// A day with its date: `Thursday, 26 November`.
fn dated(monday: NaiveDate, day: Day) -> String {
    let date = monday.checked_add_days(chrono::Days::new(day.index() as u64)).unwrap_or(monday);
    format!("{}, {}", day.name(), date.format("%-d %B"))
}

/// What stands on a day.
fn shown(standing: &Standing, day: Day) -> String {
    let sessions = &standing.days[day.index()].sessions;
    let name = |session: &PlannedSession| format!("{} {} min", session.session.name(), session.minutes);
    match sessions.as_slice() {
        [] => "it is a rest day".to_owned(),
        sessions => format!("it has {}", sessions.iter().map(name).collect::<Vec<_>>().join(" + ")),
    }
}

/// The days of a set with sessions.
fn trained(week: &Week, among: Days) -> String {
    let days = among.iter().filter(|day| !week[day.index()].is_rest());
    let days = crate::week::day::listed(days);
    if days.is_empty() { "none yet".to_owned() } else { days }
}

/// The lines for a profile that keep the blocked days of a week in mind, days that follow each other together. Why they are off
/// only the runner knows.
#[must_use]
pub fn off_lines(losses: &Losses, monday: NaiveDate) -> String {
    let days: Days = losses.block.iter().map(|(day, _)| *day).collect();
    let days: Vec<Day> = days.iter().collect();
    let date = |day: Day| monday.checked_add_days(chrono::Days::new(day.index() as u64)).unwrap_or(monday);
    let mut out = String::new();
    for off in days.chunk_by(|one, next| next.index() == one.index() + 1) {
        let (Some(first), Some(last)) = (off.first(), off.last()) else { continue };
        let gap = if out.is_empty() { "" } else { "\n" };
        let _ = write!(out, "{gap}[[off]]\nfrom = {}\nto   = {}\n", date(*first), date(*last));
        out.push_str("# why = \"away\"   # or \"ill\", \"injured\"\n");
    }
    out
}
