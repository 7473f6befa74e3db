//! The days that were gathered as the rules see them: one run a day, one strength session, the long run of a week.

use super::{WrittenDay, WrittenWeek, later};
use crate::import::days::{Gather, Noted};
use crate::import::words::{Entry, What};
use crate::week::DayPlan;
use crate::week::day::Day;
use crate::week::race::{Distance, Race};
use crate::week::session::{LONG_FROM_MINUTES, Run, Strength};
use chrono::NaiveDate;

/// Seconds a kilometre at which a distance counts where minutes are needed (a placeholder; it cancels out wherever a
/// plan is written in distances alone).
pub const SECONDS_A_KILOMETRE: u32 = 360;
/// Metres in a mile.
const MILE: u32 = 1609;
/// From so many metres on a number without a unit is taken for minutes.
const FAR_FOR_TRAINING: u32 = 60_000;
/// With so many runs the longest of a week counts as its long run, whatever its length …
const FEW_RUNS: usize = 3;
/// … with fewer from so many minutes on.
const LONG_ENOUGH: u16 = 60;

/// What was found on the way that is said once.
#[derive(Default)]
pub(super) struct Found {
    /// Metres of the plan's own unit: a mile or a kilometre.
    unit: u32,
    /// The races of the day that was read last.
    pub races: Vec<Option<Distance>>,
    unknown_kind: Vec<(NaiveDate, Day, Option<usize>)>,
    twice: Vec<(NaiveDate, Day, Option<usize>)>,
    long_assumed: Vec<(NaiveDate, Day, Option<usize>)>,
}

impl Found {
    /// For a plan that counts in miles, or in kilometres.
    pub fn new(miles: bool) -> Self {
        Self { unit: if miles { MILE } else { 1000 }, ..Self::default() }
    }

    /// The sessions of a day as the rules see them.
    pub fn day(&mut self, noted: Noted, at: (NaiveDate, Day)) -> WrittenDay {
        let mut day = WrittenDay {
            text: noted.text,
            line: noted.line,
            unread: noted.unread,
            timed: true,
            ..WrittenDay::default()
        };
        let (mut seconds, mut sessions, mut clocked) = (0_u32, 0, true);
        for entry in noted.entries {
            match entry.what {
                What::Run(run) => {
                    day.plan.run = harder(day.plan.run, run);
                    seconds += self.length(&entry).unwrap_or(0);
                    day.timed &= self.length(&entry).is_some();
                    clocked &= entry.minutes.is_some();
                }
                What::Race(distance) => {
                    day.plan.run = Run::Race;
                    let race = Race { date: at.0, distance };
                    seconds += self.length(&entry).unwrap_or_else(|| u32::from(race.minutes()) * 60);
                    self.races.push(distance);
                }
                What::Strength(kind) => {
                    sessions += 1;
                    if kind.is_none() {
                        self.unknown_kind.push((at.0, at.1, day.line));
                    }
                    let kind = kind.unwrap_or(Strength::Full);
                    day.plan.strength = if day.plan.strength.legs() { Strength::Full } else { kind };
                }
                What::Mobility => day.plan.mobility = true,
                What::Cross => day.plan.cross = true,
                What::Rest => {}
            }
        }
        if sessions > 1 {
            self.twice.push((at.0, at.1, day.line));
        }
        day.minutes = u16::try_from(seconds.div_ceil(60).min(6000)).unwrap_or(6000);
        // Only where minutes were written: a distance says nothing about hours on the feet.
        if day.plan.run == Run::Easy && clocked && day.minutes >= LONG_FROM_MINUTES {
            day.plan.run = Run::Long;
        }
        day
    }

    /// Where no long run is named in a whole week of the text the longest run counts as one, if it is easy and longer than
    /// every other. What was not recognised on a day without a run may be the long run: then nothing is guessed.
    pub fn long(&mut self, weeks: &mut [WrittenWeek], starts_on: Day) {
        let places: Vec<(usize, usize)> = (0..weeks.len() * 7).map(|at| (at / 7, at % 7)).collect();
        for span in places.get(starts_on.index()..).unwrap_or_default().chunks_exact(7) {
            let day = |(week, day): (usize, usize)| &weeks[week].days[day];
            let whole = span.iter().all(|(week, day)| weeks[*week].told.contains(Day::of(*day)));
            let named = span.iter().any(|at| matches!(day(*at).plan.run, Run::Long | Run::Race));
            let unread = span.iter().any(|at| day(*at).unread && day(*at).plan == DayPlan::EMPTY);
            let longest = span.iter().map(|at| day(*at).minutes).max().unwrap_or(0);
            let mut those = span.iter().copied().filter(|at| day(*at).minutes == longest);
            // One short run among few is no long run.
            let runs = span.iter().filter(|at| day(**at).plan.run.is_run()).count();
            let long = runs >= FEW_RUNS || longest >= LONG_ENOUGH;
            let (one, none) = (those.next().filter(|at| day(*at).plan.run == Run::Easy), those.next());
            if let (Some((week, day)), None, true, true) =
                (one, none, whole && longest > 0 && long, !named && !unread)
            {
                let line = weeks[week].days[day].line.or(weeks[week].line);
                weeks[week].days[day].plan.run = Run::Long;
                self.long_assumed.push((weeks[week].monday, Day::of(day), line));
            }
        }
    }

    /// Seconds of a session.
    fn length(&self, entry: &Entry) -> Option<u32> {
        let of_unit = |bare: u32| u64::from(bare) * u64::from(self.unit) / 1000;
        let bare = || entry.bare.and_then(|bare| u32::try_from(of_unit(bare)).ok());
        // "Long 90" are minutes also in a plan of miles.
        let minutes = entry.bare.filter(|bare| of_unit(*bare) >= u64::from(FAR_FOR_TRAINING));
        let minutes = minutes.and_then(|bare| u16::try_from(bare / 1000).ok());
        let by_distance = |metres: u32| metres.saturating_mul(SECONDS_A_KILOMETRE) / 1000;
        entry
            .minutes
            .or(minutes)
            .map(|minutes| u32::from(minutes) * 60)
            .or_else(|| entry.metres.into_iter().chain(bare()).reduce(u32::saturating_add).map(by_distance))
    }

    /// Each guess is said once, at the first place where it was made.
    pub fn remarks(self, gather: &mut Gather) {
        type Said = (&'static str, Vec<(NaiveDate, Day, Option<usize>)>, fn(usize) -> String, &'static str);
        let all: [Said; 3] = [
            (
                "strength-kind-assumed",
                self.unknown_kind,
                |n| {
                    format!(
                        "{n} strength session{} of a kind that is not said; all count as full body",
                        if n == 1 { "" } else { "s" }
                    )
                },
                "write `legs`, `full body` or `upper body` beside them",
            ),
            (
                "two-in-a-day",
                self.twice,
                |n| {
                    format!(
                        "{n} day{} with two strength sessions; they count as one",
                        if n == 1 { "" } else { "s" }
                    )
                },
                "put them on two days, or call them one",
            ),
            (
                "long-run-assumed",
                self.long_assumed,
                |n| {
                    format!(
                        "{n} week{} without a long run by name; the longest run counts as one",
                        if n == 1 { "" } else { "s" }
                    )
                },
                "write `long` beside it",
            ),
        ];
        for (id, places, message, hint) in all {
            if let Some((monday, day, line)) = places.first() {
                let date = later(*monday, day.index());
                gather.note(id, *line, date, message(places.len()), hint);
            }
        }
    }
}

/// The harder of two runs of a day: race before long run, before speed, before easy, before a shake-out.
pub(super) fn harder(a: Run, b: Run) -> Run {
    let rank = |run: Run| match run {
        Run::Off => 0,
        Run::ShakeOut => 1,
        Run::Easy => 2,
        Run::Speed => 3,
        Run::Long => 4,
        Run::Race => 5,
    };
    if rank(b) > rank(a) { b } else { a }
}
