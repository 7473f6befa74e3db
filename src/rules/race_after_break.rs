//! A race soon after a break.

use super::eased_after_break::DAYS as BREAK;
use super::rule::{Check, Grade, Limit, Rule};
use super::warning::{Seen, Subject, Warning};
use crate::profile::Break;
use crate::week::race::Race;

/// Days from its end to the race.
const DAYS: u8 = 14;

pub(super) const RULE: Rule = Rule {
    id: "race-after-break",
    summary: "a race within 14 days after seven days off or more; said from the week on in which the runner is back",
    rationale: "who was ill or hurt is rarely ready to race two weeks later, and a race can wait",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[("days off", BREAK as u32), ("days to the race", DAYS as u32)]),
    check: Check::Warn(Subject::Planning, warnings),
    breaks: &["- easy - - - - - season=race-week race=+6 off=2026-11-09..2026-11-15"],
    keeps: &[
        "- easy - - - - - season=race-week race=+6 off=2026-11-09..2026-11-14",
        "- easy - - - - - season=race-week race=+6 off=2026-11-10..2026-11-14",
    ],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    let (profile, monday) = (seen.facts.profile, seen.facts.monday);
    let races: Vec<Race> = profile.all_races().filter(|race| race.days_from(monday) >= 0).collect();
    let is_known = |of: &Break| (of.to - monday).num_days() < 6;
    let long = |of: &Break| of.days() >= BREAK.into();
    let breaks = profile.breaks().into_iter().filter(|of| long(of) && is_known(of));
    let both = breaks.flat_map(|of| races.iter().map(move |race| ((race.date - of.to).num_days(), of)));
    let said = both.filter(|(days, _)| (1..=DAYS.into()).contains(days)).map(|(days, of)| {
        let message = format!("your race comes {days} days after {} days off", of.days());
        let hint = "if you were ill or hurt, let it go or have it looked at first; else begin it slower than planned";
        Warning::new(RULE.id, message, hint).first()
    });
    said.collect()
}
