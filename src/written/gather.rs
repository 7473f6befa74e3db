//! Gathers what a text says day by day, and makes weeks of it.

use super::words::{Entry, What, read};
use super::{MOST_WEEKS, Remark, WrittenDay, WrittenPlan, WrittenWeek, later, monday_of, nothing};
use crate::day::{Day, Days};
use crate::problem::Problem;
use crate::race::Race;
use crate::session::{LONG_FROM_MINUTES, Run, Strength};
use crate::word::Word;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// Seconds a kilometre at which a distance counts where minutes are needed (a placeholder; it cancels out wherever a
/// plan is written in distances alone).
pub const SECONDS_A_KILOMETRE: u32 = 360;

/// Remarks that say that something was left out.
const LOSSES: [&str; 2] = ["not-recognised", "not-a-week"];

/// What is gathered.
#[derive(Debug, Default)]
pub(super) struct Gather {
    pub source: usize,
    /// The day on which the weeks of the text start; `None` is Monday.
    pub starts_on: Option<Day>,
    days: BTreeMap<NaiveDate, Noted>,
    pub remarks: Vec<Remark>,
}

#[derive(Debug, Default)]
struct Noted {
    entries: Vec<Entry>,
    text: String,
    line: Option<usize>,
}

impl Gather {
    pub fn new(source: usize) -> Self {
        Self { source, ..Self::default() }
    }

    /// Says that the plan speaks of this day, whatever stands on it.
    pub fn tell(&mut self, date: NaiveDate, line: Option<usize>) {
        let noted = self.days.entry(date).or_default();
        noted.line = noted.line.or(line);
    }

    /// The days from the first to the last that the plan speaks of; it speaks of all of them then.
    pub fn tell_all(&mut self) {
        let (Some(first), Some(last)) = (self.days.keys().next().copied(), self.days.keys().last().copied())
        else {
            return;
        };
        first
            .iter_days()
            .take_while(|date| *date <= last)
            .take(MOST_WEEKS * 7)
            .for_each(|date| self.tell(date, None));
    }

    /// Adds a session; `text` is how it was written.
    pub fn add(&mut self, date: NaiveDate, line: Option<usize>, entry: Entry, text: &str) {
        self.tell(date, line);
        self.say(date, text);
        if let Some(noted) = self.days.get_mut(&date) {
            noted.entries.push(entry);
        }
    }

    /// Keeps the text of a day as it was written.
    pub fn say(&mut self, date: NaiveDate, text: &str) {
        let Some(noted) = self.days.get_mut(&date) else { return };
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !noted.text.is_empty() && !text.is_empty() {
            noted.text.push_str(" + ");
        }
        noted.text.push_str(&text);
    }

    /// Reads the free text of a day. `minutes` count where the text says no length.
    pub fn read(&mut self, date: NaiveDate, line: Option<usize>, text: &str, minutes: Option<u16>) {
        self.tell(date, line);
        self.say(date, text);
        let reading = read(text);
        for part in reading.unknown {
            self.remark(
                "not-recognised",
                line,
                Some(date),
                format!("`{part}` is not recognised, and left out"),
                "use a word that is known; `runplan check --words` lists them",
            );
        }
        if reading.choice {
            let message = format!("`{}` offers a choice; the first part is taken", shown(text));
            self.remark("choice", line, Some(date), message, "write what you mean to do");
        }
        let one = reading.entries.len() == 1;
        if let Some(noted) = self.days.get_mut(&date) {
            noted.entries.extend(reading.entries.into_iter().map(|entry| {
                let said = entry.minutes.is_some() || entry.metres.is_some();
                Entry { minutes: if said || !one { entry.minutes } else { minutes }, ..entry }
            }));
        }
    }

    /// Notes what could not be read, or was read with a guess.
    pub fn remark(
        &mut self,
        id: &'static str,
        line: Option<usize>,
        date: Option<NaiveDate>,
        message: String,
        hint: &str,
    ) {
        let note = !LOSSES.contains(&id);
        let at = date.and_then(|date| Some((monday_of(date)?, day_of(date))));
        self.remarks.push(Remark { id, note, source: self.source, line, at, message, hint: hint.to_owned() });
    }

    /// Makes weeks of it. `label` names the week of a Monday, `line` is where it stands.
    pub fn plan(
        mut self,
        runner: Option<String>,
        dated: bool,
        label: impl Fn(usize, NaiveDate) -> (String, Option<usize>),
    ) -> Result<WrittenPlan, Vec<Problem>> {
        let first = self.days.keys().next().copied().and_then(monday_of);
        let last = self.days.keys().last().copied();
        let (Some(first), Some(last)) = (first, last) else {
            return Err(nothing(self.source, "there is no day in it", "check that it is a training plan"));
        };
        let count = usize::try_from((last - first).num_days() / 7 + 1).unwrap_or(usize::MAX);
        if count > MOST_WEEKS {
            let message = format!("it spans {count} weeks; a plan has {MOST_WEEKS} at most");
            return Err(nothing(self.source, &message, "check its dates, or split it"));
        }
        let (mut weeks, mut races) = (Vec::with_capacity(count), Vec::new());
        let mut found = Found::default();
        for at in 0..count {
            let Some(monday) = later(first, at * 7) else { break };
            let (label, line) = label(at, monday);
            let mut week = WrittenWeek {
                source: self.source,
                line,
                label,
                monday,
                days: Default::default(),
                told: Days::NONE,
                own: None,
            };
            for day in Day::ALL {
                let Some(noted) = later(monday, day.index()).and_then(|date| self.days.remove(&date)) else {
                    continue;
                };
                week.told.insert(*day);
                found.races.clear();
                week.days[day.index()] = found.day(noted, (monday, *day));
                races.extend(
                    later(monday, day.index()).and_then(|date| {
                        found.races.first().map(|distance| Race { date, distance: *distance })
                    }),
                );
            }
            weeks.push(week);
        }
        found.long(&mut weeks, self.starts_on.unwrap_or(Day::Mon));
        found.remarks(&mut self);
        Ok(WrittenPlan { runner, weeks, dated, races, remarks: self.remarks })
    }
}

/// What was found on the way that is said once.
#[derive(Default)]
struct Found {
    races: Vec<Option<crate::race::Distance>>,
    unknown_kind: Vec<(NaiveDate, Day, Option<usize>)>,
    twice: Vec<(NaiveDate, Day, Option<usize>)>,
    long_assumed: Vec<(NaiveDate, Day, Option<usize>)>,
}

impl Found {
    /// The sessions of a day as the rules see them.
    fn day(&mut self, noted: Noted, at: (NaiveDate, Day)) -> WrittenDay {
        let mut day = WrittenDay { text: noted.text, line: noted.line, timed: true, ..WrittenDay::default() };
        let (mut seconds, mut sessions, mut clocked) = (0_u32, 0, true);
        for entry in noted.entries {
            match entry.what {
                What::Run(run) => {
                    day.plan.run = harder(day.plan.run, run);
                    seconds += length(&entry).unwrap_or(0);
                    day.timed &= length(&entry).is_some();
                    clocked &= entry.minutes.is_some();
                }
                What::Race(distance) => {
                    day.plan.run = Run::Race;
                    let race = Race { date: at.0, distance };
                    seconds += length(&entry).unwrap_or_else(|| u32::from(race.minutes()) * 60);
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
    /// every other.
    fn long(&mut self, weeks: &mut [WrittenWeek], starts_on: Day) {
        let places: Vec<(usize, usize)> = (0..weeks.len() * 7).map(|at| (at / 7, at % 7)).collect();
        for span in places.get(starts_on.index()..).unwrap_or_default().chunks_exact(7) {
            let day = |(week, day): (usize, usize)| &weeks[week].days[day];
            let whole = span.iter().all(|(week, day)| weeks[*week].told.contains(Day::of(*day)));
            let named = span.iter().any(|at| matches!(day(*at).plan.run, Run::Long | Run::Race));
            let longest = span.iter().map(|at| day(*at).minutes).max().unwrap_or(0);
            let mut those = span.iter().copied().filter(|at| day(*at).minutes == longest);
            let (one, none) = (those.next().filter(|at| day(*at).plan.run == Run::Easy), those.next());
            if let (Some((week, day)), None, true, true) = (one, none, whole && longest > 0, !named) {
                let line = weeks[week].days[day].line.or(weeks[week].line);
                weeks[week].days[day].plan.run = Run::Long;
                self.long_assumed.push((weeks[week].monday, Day::of(day), line));
            }
        }
    }

    /// Each guess is said once, at the first place where it was made.
    fn remarks(self, gather: &mut Gather) {
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
                gather.remark(id, *line, date, message(places.len()), hint);
            }
        }
    }
}

/// The harder of two runs of a day: race before long run, before speed, before easy, before a shake-out.
fn harder(a: Run, b: Run) -> Run {
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

/// Seconds of a session.
fn length(entry: &Entry) -> Option<u32> {
    let by_distance = |metres: u32| metres.saturating_mul(SECONDS_A_KILOMETRE) / 1000;
    entry.minutes.map(|minutes| u32::from(minutes) * 60).or_else(|| entry.metres.map(by_distance))
}

pub(super) fn day_of(date: NaiveDate) -> Day {
    Day::of(date.weekday().num_days_from_monday() as usize)
}

/// The start of a text, on one line.
fn shown(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= 60 { text } else { text.chars().take(59).chain(['…']).collect() }
}
