//! `[[races]]`: how races on the way are read, and which of them a week has.

use crate::input::Problem;
use crate::input::document::Node;
use crate::input::reader::Reader;
use crate::profile::tables::{Tables, name, needed};
use crate::profile::tune_up::{TUNE_UP_KEYS, TUNE_UP_NAME, TUNE_UPS, TuneUp};
use crate::profile::value::Profile;
use crate::week::phase::Phase;
use crate::week::race::{Distance, Priority, Race};
use chrono::NaiveDate;

const RACES: Tables = Tables {
    path: "races",
    one: "a race",
    several: "races",
    write: "write `[[races]]` and below it `date = 2027-01-31` and `distance = \"10k\"`",
    inline: "write it as `{ date = 2027-01-31, distance = \"10k\" }`",
    most: TUNE_UPS,
    over: "those that are long over can go",
};

impl Profile {
    /// All races: the one that the season leads to first.
    pub fn all_races(&self) -> impl Iterator<Item = Race> {
        self.race.into_iter().chain(self.races.iter().map(|tune_up| tune_up.race))
    }

    /// Whether the week from a Monday is easier for a B race in it: taper, race week and recovery are easy anyway.
    #[must_use]
    pub fn rests_for_race(&self, phase: Phase, monday: NaiveDate) -> bool {
        matches!(phase, Phase::OffSeason | Phase::Base | Phase::RacePrep)
            && self.tune_ups(monday).iter().any(|tune_up| tune_up.race.priority == Priority::B)
    }

    /// The races of the week from a Monday besides the one that the season leads to, in order of their days.
    #[must_use]
    pub fn tune_ups(&self, monday: NaiveDate) -> Vec<&TuneUp> {
        let is_of_week = |tune_up: &&TuneUp| tune_up.race.weeks_from(monday) == 0;
        let mut of_week: Vec<_> = self.races.iter().filter(is_of_week).collect();
        of_week.sort_by_key(|tune_up| tune_up.race.date);
        of_week
    }
}

/// The races, in the order in which they are written.
pub(super) fn tune_ups(reader: &mut Reader, node: Option<&Node>) -> Vec<TuneUp> {
    let races = RACES.read(reader, node, tune_up);
    for at in 1..races.len() {
        let (before, race) = (&races[..at], &races[at]);
        let date = race.value.race.date;
        if let Some(other) = before.iter().find(|other| other.value.race.date == date) {
            reader.problems.push(
                Problem::at(&race.path, race.place, format!("there are two races on {date}"))
                    .hint("leave one of the two out, or mend a date")
                    .and(&other.path, other.place, "the other one"),
            );
        }
    }
    races.into_iter().map(|item| item.value).collect()
}

/// One race; `None` where it has a problem.
fn tune_up(reader: &mut Reader, path: &str, item: &Node) -> Option<TuneUp> {
    let table = reader.table(Some(item), path, &TUNE_UP_KEYS);
    needed(reader, &table, item, "date", "write its day, such as `date = 2027-01-31`");
    let date = reader.date(&table, "date");
    let distance = reader.word::<Distance>(&table, "distance");
    let before = reader.problems.len();
    let priority = reader.word::<Priority>(&table, "priority");
    if let (Some(Priority::A), Some(node)) = (priority, table.get("priority")) {
        let problem = Problem::at(table.path("priority"), &node.place, "the A race stands in `[race]`");
        let hint = "move it there, or write `priority = \"b\"` or `\"c\"`: it alone gives the season";
        reader.problems.push(problem.hint(hint));
    }
    let name = name(reader, &table, TUNE_UP_NAME, "City Run");
    let race = Race { date: date?, distance, priority: priority.unwrap_or(Priority::B) };
    (reader.problems.len() == before).then_some(TuneUp { race, name })
}
