//! Days of a text become weeks as the rules see them: one run a day, one strength session, the long run of a week.

use crate::import::days::{DayLog, Location, LoggedDay, MOST_WEEKS, Unit};
use crate::import::plan::{ForeignDay, ForeignPlan, ForeignWeek, SECONDS_A_KILOMETRE};
use crate::import::remark::no_plan;
use crate::import::words::entry::{SessionEntry, SessionKind};
use crate::import::words::priority::priority;
use crate::input::Problem;
use crate::profile::Fixed;
use crate::week::DayPlan;
use crate::week::dates::{days_after, monday_of};
use crate::week::day::{Day, Days};
use crate::week::race::Race;
use crate::week::session::{LONG_FROM_MINUTES, Run, Session, Strength};
use crate::word::Word;
use chrono::NaiveDate;

/// A number without a unit, in thousandths, from which on that of a speed run is minutes: nobody runs 20 km of it.
const SPEED_MINUTES_FROM: u32 = 20_000;
/// Runs of a week from which the longest counts as its long run, whatever its length …
const FEW_RUNS: usize = 3;
/// … and minutes from which it does with fewer runs.
const LONG_ENOUGH: u16 = 60;

/// Makes weeks of the days of a text. `label` gives the name of the week of a Monday, and its line.
///
/// # Errors
///
/// The text has no day, or spans more than [`MOST_WEEKS`] weeks.
pub(super) fn plan(
    mut log: DayLog,
    runner: Option<String>,
    dated: bool,
    label: impl Fn(NaiveDate) -> (String, Option<usize>),
) -> Result<ForeignPlan, Vec<Problem>> {
    let first = log.days.keys().next().copied().and_then(monday_of);
    let last = log.days.keys().last().copied();
    let (Some(first), Some(last)) = (first, last) else {
        return Err(no_plan(log.source, "there is no day in it", "check that it is a training plan"));
    };
    let count = usize::try_from((last - first).num_days() / 7 + 1).unwrap_or(usize::MAX);
    if count > MOST_WEEKS {
        let message = format!("it spans {count} weeks; a plan has {MOST_WEEKS} at most");
        return Err(no_plan(log.source, &message, "check its dates, or split it"));
    }
    let (mut weeks, mut races) = (Vec::with_capacity(count), Vec::new());
    let mut guesses = Guesses::default();
    let unit = log.unit();
    log.remark_on_struck();
    for monday in (0..count).map_while(|at| days_after(first, at * 7)) {
        let (label, line) = label(monday);
        let mut week = ForeignWeek {
            source: log.source,
            line,
            label,
            monday,
            days: Default::default(),
            scope: Days::NONE,
            own: None,
        };
        for day in Day::ALL {
            let Some(date) = days_after(monday, day.index()) else { continue };
            let Some(logged) = log.days.remove(&date) else { continue };
            week.scope.insert(*day);
            races.extend(race_of(&logged, date));
            week.days[day.index()] = guesses.day(logged, date, unit);
        }
        weeks.push(week);
    }
    guesses.name_long_runs(&mut weeks, log.starts_on.unwrap_or(Day::Mon));
    guesses.remark(&mut log);
    Ok(ForeignPlan { runner, weeks, dated, races, remarks: log.remarks, table: None })
}

/// The first race of a day.
fn race_of(day: &LoggedDay, date: NaiveDate) -> Option<Race> {
    day.entries.iter().find_map(|entry| match entry.what {
        SessionKind::Race(distance) => {
            Some(Race { priority: priority(&day.text), ..Race::new(date, distance) })
        }
        _ => None,
    })
}

/// The places where something was guessed while days became weeks.
#[derive(Default)]
struct Guesses {
    /// Strength of a kind that is not said.
    strength_kind: Vec<Location>,
    /// Two strength sessions on one day.
    two_in_a_day: Vec<Location>,
    /// The longest run of a week in place of a long run.
    long_run: Vec<Location>,
}

impl Guesses {
    /// The sessions of a day as the rules see them, with the other ways of it.
    fn day(&mut self, logged: LoggedDay, date: NaiveDate, unit: Unit) -> ForeignDay {
        let at = Location::day(date, logged.line);
        let mut all = logged.all_ways();
        let mut day = self.sessions(all.next().unwrap_or_default(), at, date, unit);
        for way in all.by_ref() {
            // What is guessed there is no news.
            let other = Self::default().sessions(way, at, date, unit);
            day.timed &= other.minutes == day.minutes;
            if other.plan != day.plan && !day.ways.contains(&other.plan) {
                day.ways.push(other.plan);
            }
        }
        drop(all);
        let LoggedDay { text, line, unread, cell, .. } = logged;
        ForeignDay { text, line, unread, cell, ..day }
    }

    /// Sessions as the rules see them.
    fn sessions(
        &mut self,
        entries: Vec<SessionEntry>,
        at: Location,
        date: NaiveDate,
        unit: Unit,
    ) -> ForeignDay {
        let mut day = ForeignDay { timed: true, ..ForeignDay::default() };
        let (mut strength, mut clocked) = (0_u32, true);
        for entry in entries {
            match entry.what {
                SessionKind::Placed(session @ Session::Run(_)) => {
                    let length = length(&entry, unit);
                    day.add(session);
                    day.timed &= length.is_some();
                    length.unwrap_or_default().add_to(&mut day);
                    clocked &= entry.minutes.is_some() || entry.bare.is_some() && unit == Unit::Minutes;
                }
                SessionKind::Race(distance) => {
                    day.add(Session::Run(Run::Race));
                    let usual =
                        || Length { seconds: u32::from(Race::new(date, distance).minutes()) * 60, metres: 0 };
                    length(&entry, unit).unwrap_or_else(usual).add_to(&mut day);
                }
                SessionKind::Placed(Session::Other(other)) => {
                    day.add_fixed(Fixed::unnamed(other, entry.minutes.unwrap_or(0)));
                }
                SessionKind::Placed(session) => {
                    strength += u32::from(entry.what.is_strength());
                    day.add_timed(session, entry.minutes);
                }
                SessionKind::Strength => {
                    strength += 1;
                    self.strength_kind.push(at);
                    day.add_timed(Session::Strength(Strength::Full), entry.minutes);
                }
                SessionKind::Rest => {}
            }
        }
        if strength > 1 {
            self.two_in_a_day.push(at);
        }
        day.minutes = day.minutes_at(SECONDS_A_KILOMETRE);
        // Only where minutes were written: a distance says nothing about hours on the feet.
        if day.plan.run == Run::Easy && clocked && day.minutes >= LONG_FROM_MINUTES {
            day.plan.run = Run::Long;
            day.long_assumed = true;
        }
        day
    }

    /// Names the longest run of each week of the text its long run where none is named.
    fn name_long_runs(&mut self, weeks: &mut [ForeignWeek], starts_on: Day) {
        let days: Vec<(usize, usize)> = (0..weeks.len() * 7).map(|at| (at / 7, at % 7)).collect();
        for span in days.get(starts_on.index()..).unwrap_or_default().chunks_exact(7) {
            let Some((week, day)) = unnamed_long_run(weeks, span) else { continue };
            let week = &mut weeks[week];
            week.days[day].plan.run = Run::Long;
            week.days[day].long_assumed = true;
            let line = week.days[day].line.or(week.line);
            self.long_run.push(Location { line, date: days_after(week.monday, day) });
        }
    }

    /// Remarks on each guess once, at the first place where it was made.
    fn remark(self, log: &mut DayLog) {
        if let Some(first) = self.strength_kind.first() {
            let (n, s) = count(&self.strength_kind);
            let message =
                format!("{n} strength session{s} of a kind that is not said; all count as full body");
            let hint = "write `legs`, `full body` or `upper body` beside them";
            log.note("strength-kind-assumed", *first, message, hint);
        }
        if let Some(first) = self.two_in_a_day.first() {
            let (n, s) = count(&self.two_in_a_day);
            let message = format!("{n} day{s} with two strength sessions; they count as one");
            log.note("two-in-a-day", *first, message, "put them on two days, or call them one");
        }
        if let Some(first) = self.long_run.first() {
            let (n, s) = count(&self.long_run);
            let message = format!("{n} week{s} without a long run by name; the longest run counts as one");
            log.note("long-run-assumed", *first, message, "write `long` beside it");
        }
    }
}

/// The number of places, and the ending of their plural.
const fn count(places: &[Location]) -> (usize, &'static str) {
    (places.len(), if places.len() == 1 { "" } else { "s" })
}

/// The longest run of seven days, given as week and day, where it may count as their long run: they are whole, name no long
/// run, and it is easy and longer than every other. What was not recognised on a day without a run may be the long run:
/// then nothing is guessed.
fn unnamed_long_run(weeks: &[ForeignWeek], span: &[(usize, usize)]) -> Option<(usize, usize)> {
    let day = |(week, day): (usize, usize)| &weeks[week].days[day];
    let whole = span.iter().all(|(week, day)| weeks[*week].scope.contains(Day::of(*day)));
    let named = span.iter().any(|at| matches!(day(*at).plan.run, Run::Long | Run::Race));
    let unread = span.iter().any(|at| day(*at).unread && day(*at).plan == DayPlan::EMPTY);
    let longest = span.iter().map(|at| day(*at).minutes).max().unwrap_or(0);
    // One short run among few is no long run.
    let runs = span.iter().filter(|at| day(**at).plan.run.is_run()).count();
    let long = longest > 0 && (runs >= FEW_RUNS || longest >= LONG_ENOUGH);
    if !whole || named || unread || !long {
        return None;
    }
    let mut those = span.iter().copied().filter(|at| day(*at).minutes == longest);
    let (one, another) = (those.next()?, those.next());
    (another.is_none() && day(one).plan.run == Run::Easy).then_some(one)
}

/// The length of a session: its time, or its distance.
#[derive(Clone, Copy, Default)]
struct Length {
    seconds: u32,
    metres: u32,
}

impl Length {
    /// Adds it to the runs of a day.
    fn add_to(self, day: &mut ForeignDay) {
        day.seconds = day.seconds.saturating_add(self.seconds);
        day.metres = day.metres.saturating_add(self.metres);
    }
}

/// The length of a session, where it is said.
fn length(entry: &SessionEntry, unit: Unit) -> Option<Length> {
    let time = |seconds: u32| Length { seconds, metres: 0 };
    let distance = |metres: u32| Length { seconds: 0, metres };
    if let Some(minutes) = entry.minutes {
        return Some(time(u32::from(minutes) * 60));
    }
    let is_speed = entry.what == SessionKind::Placed(Session::Run(Run::Speed));
    let of_bare = |bare: u32| match unit {
        // "30 tempo" stands in plans of miles too.
        Unit::Metres(_) if is_speed && bare >= SPEED_MINUTES_FROM => time(bare.saturating_mul(60) / 1000),
        Unit::Minutes => time(bare.saturating_mul(60) / 1000),
        Unit::Metres(metres) => {
            distance(u32::try_from(u64::from(bare) * u64::from(metres) / 1000).unwrap_or(0))
        }
    };
    let both = |one: Length, other: Length| Length {
        seconds: one.seconds.saturating_add(other.seconds),
        metres: one.metres.saturating_add(other.metres),
    };
    entry.metres.map(distance).into_iter().chain(entry.bare.map(of_bare)).reduce(both)
}
