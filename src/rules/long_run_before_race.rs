//! No long run close before a race.

use super::rule::{Check, Grade, Limit, Rule};
use crate::facts::changes::{Declared, Step};
use crate::week::phase::Phase;
use crate::week::race::Priority;
use crate::week::session::Run;

/// Days before the race in which a long run becomes easy.
const DAYS: u8 = 2;
/// The same in taper and race week.
const TAPER_DAYS: u8 = 6;

pub(super) const RULE: Rule = Rule {
    id: "long-run-before-race",
    summary: "a long run in the 2 days before an A or B race becomes easy, in taper and race week in the 6 \
              days before the A race",
    rationale: "the legs are kept for the race",
    source: "practice; Bosquet 2007 for less volume before a race",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[("days", DAYS as u32), ("days in taper and race week", TAPER_DAYS as u32)]),
    check: Check::Change(&[(Step::Runs, apply)]),
    breaks: &[
        "- - - - long - - race=+6",
        "- - - - long - - races=b@+6",
        "long - - - - - - season=race-week race=+6",
    ],
    keeps: &["- - - long - - - race=+6", "- - - - long - - races=c@+6"],
};

fn apply(declared: &mut Declared<'_>) {
    let taper = matches!(declared.season.phase, Phase::Taper | Phase::RaceWeek);
    let days = |priority| match priority {
        Priority::A if taper => TAPER_DAYS,
        Priority::A | Priority::B => DAYS,
        Priority::C => 0,
    };
    declared.turn(
        RULE.id,
        Run::Easy,
        |declared, day, planned| {
            planned.run == Run::Long
                && declared.has_race(day, |race, away| (1..=i64::from(days(race.priority))).contains(&away))
        },
        |what| format!("{what} easy (the race is near)"),
    );
}
