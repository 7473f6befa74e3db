//! The races of a week that this program printed.

use crate::import::plan::{ForeignDay, Provenance};
use crate::input::reader::{Reader, Table};
use crate::profile::TuneUp;
use crate::week::dates::days_after;
use crate::week::day::Day;
use crate::week::race::{Distance, Priority, Race};
use crate::week::session::Run;
use crate::word::Word as _;
use chrono::NaiveDate;

/// The races of the days besides the one that the season leads to.
pub(super) fn tune_ups(reader: &mut Reader, top: &Table<'_>, monday: NaiveDate) -> Vec<TuneUp> {
    let mut all = Vec::new();
    for (at, day) in reader.items(top, "days").iter().enumerate() {
        let path = format!("days[{at}]");
        let day = reader.object(Some(day), &path);
        let date = reader.word::<Day>(&day, "day").and_then(|day| days_after(monday, day.index()));
        for (at, session) in reader.items(&day, "sessions").iter().enumerate() {
            let path = format!("{path}.sessions[{at}]");
            let session = reader.object(Some(session), &path);
            if session.get("race").is_none() {
                continue;
            }
            let path = format!("{path}.race");
            let race = reader.object(session.get("race"), &path);
            let priority = reader.word::<Priority>(&race, "priority").filter(|of| *of != Priority::A);
            let distance = reader.word::<Distance>(&race, "distance");
            let name = reader.text(&race, "name");
            let race = date.zip(priority).map(|(date, priority)| Race { date, distance, priority });
            all.extend(race.map(|race| TuneUp { race, name }));
        }
    }
    all
}

/// The races of a week: those on its days, of the distance of the race that it was planned around where they say no other; else
/// that race.
pub(super) fn races(days: &[ForeignDay; 7], monday: NaiveDate, own: &Provenance) -> Vec<Race> {
    let distance = own.race.and_then(|race| race.distance);
    let with_race = Day::ALL.iter().filter(|day| days[day.index()].plan.run == Run::Race);
    let dates = with_race.filter_map(|day| days_after(monday, day.index()));
    let tune_up = |date| own.tune_ups.iter().map(|of| of.race).find(|race| race.date == date);
    let races = dates.map(|date| tune_up(date).unwrap_or(Race::new(date, distance)));
    let mut races: Vec<Race> = races.collect();
    if races.iter().all(|race| race.priority != Priority::A) {
        races.extend(own.race);
    }
    races
}
