//! A C race is that week's speed run.

use super::rule::{Check, Grade, Limit, Rule};
use crate::facts::changes::{Declared, Step};
use crate::week::day::Day;
use crate::week::race::Priority;
use crate::week::session::Run;
use crate::word::Word as _;

pub(super) const RULE: Rule = Rule {
    id: "c-race-for-speed",
    summary: "a C race takes the place of the week's speed run, the nearest of several: that becomes easy, or is set aside where \
              the race is on a day without a run",
    rationale: "a race is fast running, and one more fast day would be too much",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::None,
    check: Check::Change(&[(Step::Runs, apply)]),
    breaks: &["- speed - easy - easy - races=c@+5", "- speed - easy - - - races=c@+5"],
    keeps: &["- easy - easy - speed - races=c@+5", "- speed - easy - easy - races=b@+5"],
};

fn apply(declared: &mut Declared<'_>) {
    let is_race = |day: &&Day| declared.race_on(**day).is_some_and(|race| race.priority == Priority::C);
    let races: Vec<Day> = Day::ALL.iter().filter(is_race).copied().collect();
    for race in races {
        let declared_there = declared.runs[race.index()].declared;
        if declared_there == Run::Speed {
            continue;
        }
        let is_fast = |day: &&Day| declared.runs[day.index()].run == Run::Speed;
        let away = |day: &&Day| (day.index().abs_diff(race.index()), std::cmp::Reverse(day.index()));
        let Some(gives) = Day::ALL.iter().filter(is_fast).min_by_key(away).copied() else { continue };
        let (run, what) =
            if declared_there.is_run() { (Run::Easy, " easy") } else { (Run::Off, " set aside") };
        declared.turn(
            RULE.id,
            run,
            |_, day, _| day == gives,
            |speed| format!("{speed}{what} (a C race takes its place)"),
        );
    }
}
