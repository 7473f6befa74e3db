//! When a week may hold fewer sessions than its target, so that nobody is told how to train more.

use super::legs_too_soon_after_race::waits_for;
use super::target::FewerIsRight;
use crate::facts::Facts;
use crate::week::dates::{day_and_month, day_of};
use crate::week::phase::Phase;

/// Why fewer sessions than the target are right, where days off, a race, health or the season say so.
#[must_use]
pub fn fewer_is_right(facts: &Facts<'_>) -> Option<FewerIsRight> {
    let because = |why: &str, hint: &'static str| FewerIsRight { why: why.to_owned(), hint: hint.into() };
    if !facts.days_off.is_empty() {
        let hint = "let it be fewer this week; nothing has to be made up for";
        return Some(because("since the week has days off", hint));
    }
    if let Some((race, day)) = waits_for(facts) {
        let when = if (day - facts.monday).num_days() < 7 {
            day_of(day).name().to_owned()
        } else {
            day_and_month(day)
        };
        let why = format!("since {}", race.was(facts.monday));
        return Some(FewerIsRight { why, hint: format!("legs may lift again from {when} on").into() });
    }
    let health = &facts.profile.health;
    let asks_for_care = health.hurts() || health.is_early_postpartum() || health.pregnant == Some(true);
    if asks_for_care {
        return Some(because("and that is enough for now", "let it be fewer; do what feels right"));
    }
    (facts.season.phase == Phase::Recovery)
        .then(|| because("and recovery needs no more", "let it be fewer this week"))
}
