//! What the rules warn about a finished week.

use crate::explain::Finding;
use crate::explain::findings::standing;
use crate::facts::Facts;
use crate::rules::fewer::fewer_is_right;
use crate::rules::target::Shortfall;
use crate::rules::{Check, Known, RULES, Seen, Warning};
use crate::week::Week;
use crate::week::load::Load;

/// What the rules warn about a planned week, in their order; `missed` words the warning of a target that was missed.
#[must_use]
pub fn warnings(
    facts: &Facts<'_>,
    week: &Week,
    load: &Load,
    missed: impl Fn(&Shortfall) -> Warning,
) -> Vec<Warning> {
    let past = facts.course.as_ref().map_or(&[][..], |course| &course.past);
    let seen = Seen { facts, week, load, known: Known { past, timed: facts.written.is_timed } };
    let mut warnings: Vec<Warning> = standing(facts, week).iter().map(|of| stands(facts, week, of)).collect();
    for rule in RULES {
        warnings.extend(rule.warns().into_iter().flat_map(|(_, warn)| warn(&seen)));
        match rule.check {
            // What a week that is planned again lacks was lost, and is told as that.
            Check::Short(target) if facts.earlier.is_none() => {
                warnings.extend(target.shortfall(rule.id, &seen, fewer_is_right).iter().map(&missed));
            }
            _ => {}
        }
    }
    warnings
}

/// The warning that facts alone break a hard rule: they stand, and are told.
fn stands(facts: &Facts<'_>, week: &Week, finding: &Finding) -> Warning {
    let is_off = !finding.days.is_empty() && finding.days.iter().all(|day| facts.days_off.contains(*day));
    let hint = if is_off {
        "it stands as it is written; let it go, the day is off"
    } else {
        "it stands as it is written; weigh whether you can move it"
    };
    let over = finding.days.len() == 2 && finding.days[0] > finding.days[1];
    let own = finding.days.iter().skip(usize::from(over));
    Warning::new(finding.rule.id, finding.message(facts, week), hint).on(own.copied().collect())
}

/// The targets that a week falls short of, in the order of the rules.
#[must_use]
pub fn shortfalls(facts: &Facts<'_>, week: &Week) -> Vec<Shortfall> {
    // Which numbers were missed does not depend on loads.
    let seen = Seen { facts, week, load: &Load::default(), known: Known::PLANNED };
    if facts.earlier.is_some() {
        return Vec::new();
    }
    let short = |rule: &&crate::rules::Rule| match rule.check {
        Check::Short(target) => target.shortfall(rule.id, &seen, fewer_is_right),
        _ => None,
    };
    RULES.iter().copied().filter_map(|rule| short(&rule)).collect()
}
