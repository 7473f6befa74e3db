//! When a week may hold fewer sessions than its target, so that nobody is told how to train more.

use super::legs_too_soon_after_race::waits_for;
use super::target::FewerIsRight;
use crate::facts::Facts;
use crate::week::dates::{day_and_month, day_of};
use crate::week::kind::Kind;
use crate::week::phase::Phase;
use crate::week::race::Race;
use chrono::NaiveDate;

/// Why fewer sessions than the target are right, where days off, a race, health or the season say so.
#[must_use]
pub fn fewer_is_right(facts: &Facts<'_>, kind: Kind) -> Option<FewerIsRight> {
    let because = |why: &str, hint: &'static str| FewerIsRight { why: why.to_owned(), hint: hint.into() };
    if !facts.days_off.is_empty() {
        let hint = "let it be fewer this week; nothing has to be made up for";
        return Some(because("since the week has days off", hint));
    }
    if matches!(kind, Kind::Strength | Kind::Legs)
        && let Some((race, day)) = waits_for(facts)
    {
        return Some(around_race(facts, race, day));
    }
    let health = &facts.profile.health;
    let asks_for_care = health.hurts() || health.is_early_postpartum() || health.pregnant == Some(true);
    if asks_for_care {
        return Some(because("and that is enough for now", "let it be fewer; do what feels right"));
    }
    (facts.season.phase == Phase::Recovery)
        .then(|| because("and recovery needs no more", "let it be fewer this week"))
}

/// The same around a race after which legs wait until a day. That it is why is said only where they wait all week.
fn around_race(facts: &Facts<'_>, race: Race, until: NaiveDate) -> FewerIsRight {
    if race.days_from(facts.monday) >= 0 {
        let why = format!("and your {} is this week", race.name());
        return FewerIsRight { why, hint: "let it be fewer this week".into() };
    }
    let was = race.was(facts.monday);
    if (until - facts.monday).num_days() < 7 {
        let hint = format!("let it be fewer; legs may lift again from {} on", day_of(until).name());
        return FewerIsRight { why: format!("and {was}"), hint: hint.into() };
    }
    let hint = format!("legs may lift again from {} on", day_and_month(until));
    FewerIsRight { why: format!("since {was}"), hint: hint.into() }
}
