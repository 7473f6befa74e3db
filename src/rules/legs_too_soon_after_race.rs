//! Legs recover from a race before they lift again.

use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::facts::Facts;
use crate::week::dates::days_after;
use crate::week::race::{ByDistance, Race};
use crate::week::score::Level;
use crate::week::session::Class;
use chrono::NaiveDate;

/// Days after the race without heavy or moderate leg work.
const HEAVY: ByDistance = [3, 6, 13, 26];
/// Days after the race without light leg work.
const LIGHT: ByDistance = [1, 2, 6, 13];
/// Days after the race without leg activation.
const ACTIVATION: ByDistance = [1, 2, 4, 9];

pub(super) const RULE: Rule = Rule {
    id: "legs-too-soon-after-race",
    summary: "no leg session in the days after a race; how many depends on its distance and on how \
              heavy the session is; none after a C race of 10 km or less",
    rationale: "muscle power is reduced for up to two weeks after a marathon; shorter races need less",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::ByDistance(&[("heavy or moderate", HEAVY), ("light", LIGHT), ("activation", ACTIVATION)]),
    check: Check::Steer(Steer {
        level: Level::Hard,
        looks: Looks::Day(|today| {
            u8::from(today.plan.strength.legs() && today.after_race(days(today.limits.class)))
        }),
        wish: |_| "no leg session comes too soon after the race".to_owned(),
        against: |_| "too soon after the race",
        says: |breach| format!("a leg session on {}, too soon after the race", breach.day()),
    }),
    breaks: &[
        "- - full - - - - season=base race=-1",
        "- - - full - - - season=recovery race=-1 race.distance=half",
        "- - - - - full - season=base race=-1",
        "- - - - - full - race=-1 race.distance=half",
        "- - full - - - - season=base races=b@-1",
        "- - full - - - - season=base races=c@-1@half",
    ],
    keeps: &[
        "- - - - - - full season=base race=-1",
        "- - - - - - full race=-1 race.distance=half",
        "- - full - - - - season=recovery race=-1",
        "- - full - - - - season=base races=c@-1",
    ],
};

/// The race that keeps legs off the week, or its first days, and the first day on which they may lift again; of several races
/// the one that keeps them off longest. `None` where they may lift on Monday.
#[must_use]
pub fn waits_for(facts: &Facts<'_>) -> Option<(Race, NaiveDate)> {
    let after = days(facts.limits.class);
    let until = |race: Race| {
        let days = usize::from(race.effective().of(after)) + 1;
        race.is_recovered_from().then(|| days_after(race.date, days)).flatten().map(|day| (race, day))
    };
    let behind = facts.all_races().filter(|race| race.days_from(facts.monday) < 7);
    behind.filter_map(until).filter(|(_, day)| *day > facts.monday).max_by_key(|(_, day)| *day)
}

/// Days after the race without leg work of this class.
const fn days(class: Class) -> ByDistance {
    match class {
        Class::Heavy | Class::Moderate => HEAVY,
        Class::Light => LIGHT,
        Class::Activation => ACTIVATION,
    }
}
