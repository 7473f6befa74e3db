//! A day whose shift leaves no time loses its run.

use super::rule::{Check, Limit, Rule};
use crate::facts::changes::{Declared, Step};
use crate::week::day::Day;
use crate::week::hours::Time;
use crate::week::session::Run;
use crate::word::Word as _;

pub(super) const RULE: Rule = Rule {
    id: "shift-blocked",
    summary: "on a date whose shift is `off` in `[time]` the run is set aside that week",
    rationale: "the rota, not the day of the week, says when the runner can train",
    source: "the runner",
    grade: None,
    limit: Limit::None,
    check: Check::Change(&[(Step::Runs, apply)]),
    breaks: &[
        "- easy - - - - long shifts.start=2026-11-23 shifts.pattern=early,night time.early=120 time.night=off",
        "- easy - - - - long shifts.start=2026-12-01 shifts.pattern=night,early,early,early,early,early,early \
         time.early=120 time.night=off",
    ],
    keeps: &[
        "- easy - - - - - shifts.start=2026-11-23 shifts.pattern=night,early time.early=120 time.night=off",
        "- easy - - - - long shifts.start=2026-11-23 shifts.pattern=early,late time.early=120 time.late=100",
    ],
};

fn apply(declared: &mut Declared<'_>) {
    if declared.profile.shifts.is_none() {
        return;
    }
    let (profile, monday) = (declared.profile, declared.monday);
    let blocked = |day: Day| profile.shift(monday, day).filter(|shift| shift.time == Time::Off);
    let mut words: Vec<&str> = Vec::new();
    for shift in Day::ALL.iter().filter_map(|day| blocked(*day)) {
        if !words.contains(&shift.word.as_str()) {
            words.push(&shift.word);
        }
    }
    for word in words {
        let is_it = |day: Day| blocked(day).is_some_and(|shift| shift.word == word);
        declared.turn(
            RULE.id,
            Run::Off,
            |_, day, planned| planned.run.is_run() && is_it(day),
            |what| format!("{what} set aside (your shift is `{word}`)"),
        );
    }
}
