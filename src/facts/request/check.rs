//! What a request must be to be planned at all: the checks that need the week's season.

use crate::facts::request::Request;
use crate::input::{Place, Problem};
use crate::week::day::Day;
use crate::week::hours::Time;
use crate::week::phase::Phase;
use crate::week::race::Race;
use crate::word::Word;
use chrono::Datelike;

impl Request<'_> {
    /// The request, if it can be planned.
    ///
    /// # Errors
    /// Every one of [`Request::problems`], without a place.
    pub fn check(self) -> Result<Self, Vec<Problem>> {
        let problems = self.problems();
        if problems.is_empty() { Ok(self) } else { Err(problems) }
    }

    /// What keeps the request from being planned: no run days in a season that is built around runs, a race week
    /// without a race, a race ahead on a blocked day, an exercise that nobody knows. The problems have no places, only keys.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        let phase = self.season().phase;
        let mut problems = Vec::new();
        let nowhere = Place::default();
        let written = self.written.is_some();
        if self.profile.runs.count() == 0 && !written && !matches!(phase, Phase::OffSeason | Phase::Recovery)
        {
            let message = format!("`runs.days` is empty, and {} is planned around runs", phase.id());
            problems.push(
                Problem::at("runs.days", &nowhere, message)
                    .hint("name at least one run day; only off-season and recovery do without"),
            );
        }
        if phase == Phase::RaceWeek && self.profile.race.is_none() {
            problems.push(
                Problem::at("season", &nowhere, "`race-week` needs a race: `[race] date` is missing")
                    .hint("add `[race]` with `date = 2027-02-14`, or choose another season"),
            );
        }
        // What somebody else wrote stands.
        if !written {
            problems.extend(self.blocked_races());
        }
        problems.extend(self.profile.strength.problems(self.exercises));
        problems
    }

    /// Races ahead on a blocked day; that a past one fell on such a day is history.
    fn blocked_races(&self) -> Vec<Problem> {
        let own = self.profile.race.iter().map(|race| (*race, "race.date".to_owned()));
        let tune_ups = self.profile.races.iter().enumerate();
        let tune_ups = tune_ups.map(|(at, tune_up)| (tune_up.race, format!("races[{at}]")));
        let ahead = own.chain(tune_ups).filter(|(race, _)| race.days_from(self.monday) >= 0);
        ahead.filter_map(|(race, path)| self.blocked_race(race, &path)).collect()
    }

    /// What is wrong with a race ahead, which stands at a path of the profile, where its day is blocked.
    fn blocked_race(&self, race: Race, path: &str) -> Option<Problem> {
        let day = Day::of(race.date.weekday().num_days_from_monday() as usize);
        let monday = race.monday();
        let shift = self.profile.shift(monday, day);
        let off = self.profile.time_of(monday)[day.index()] == Some(Time::Off);
        if !(off || self.block.contains(day) && race.weeks_from(self.monday) == 0) {
            return None;
        }
        let nowhere = Place::default();
        let time = format!("time.{}", shift.filter(|_| off).map_or(day.id(), |shift| &shift.word));
        let message = format!("the race is on a {}, which is blocked", day.name());
        let problem = Problem::at(path, &nowhere, message).hint("give that day some time, or mend the date");
        Some(problem.and(time, &nowhere, "the day is blocked here"))
    }
}
