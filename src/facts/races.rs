//! The races near a week: the one that its season leads to, those of the profile on the way, and those that a plan of somebody
//! else's names.

use crate::facts::changes::Declared;
use crate::facts::written::{RACE_NEAR, WrittenPlan};
use crate::profile::Profile;
use crate::week::day::Day;
use crate::week::race::{ByDistance, Race};
use crate::word::Word as _;
use chrono::NaiveDate;

/// The races near the week from a Monday, each of its day once, but for the one that is counted anyway. Of a race that a plan
/// names, too, the profile knows more.
#[must_use]
pub fn other_races(
    profile: &Profile,
    written: Option<&WrittenPlan>,
    monday: NaiveDate,
    counted: Option<Race>,
) -> Vec<Race> {
    let near = |race: &Race| race.days_from(monday).abs() <= RACE_NEAR;
    let other = |race: &Race| counted.is_none_or(|counted| counted.date != race.date);
    let own = |race: &Race| profile.races.iter().any(|tune_up| tune_up.race.date == race.date);
    let tune_ups = profile.races.iter().map(|tune_up| tune_up.race);
    let named = written.into_iter().flat_map(|plan| &plan.races).copied().filter(|race| !own(race));
    tune_ups.chain(named).filter(near).filter(other).collect()
}

/// Whether a race lies so many days ahead, behind it where they are negative, that a day is within those after it by its distance;
/// after a C race only if it is recovered from.
#[must_use]
pub fn is_after(race: Race, days: i64, after: ByDistance) -> bool {
    race.is_recovered_from() && (1..=i64::from(race.effective().of(after))).contains(&-days)
}

impl Declared<'_> {
    /// Whether a race and the days from a day of the week to it, negative after it, are as asked.
    #[must_use]
    pub fn has_race(&self, day: Day, is: impl Fn(Race, i64) -> bool) -> bool {
        let days = |race: Race| race.days_from(self.monday) - i64::try_from(day.index()).unwrap_or(0);
        self.profile.all_races().any(|race| is(race, days(race)))
    }

    /// That a race is over whose days after it, by its distance, touch the week: of several the last.
    #[must_use]
    pub fn told_race_behind(&self, after: ByDistance) -> String {
        let is_behind = |race: &Race| {
            Day::ALL.iter().any(|day| {
                let at = i64::try_from(day.index()).unwrap_or(0);
                is_after(*race, race.days_from(self.monday) - at, after)
            })
        };
        let last = self.profile.all_races().filter(is_behind).max_by_key(|race| race.date);
        last.map_or_else(String::new, |race| race.was(self.monday))
    }

    /// The race of a day of the week.
    #[must_use]
    pub fn race_on(&self, day: Day) -> Option<Race> {
        let at = i64::try_from(day.index()).unwrap_or(0);
        self.profile.all_races().find(|race| race.days_from(self.monday) == at)
    }
}
