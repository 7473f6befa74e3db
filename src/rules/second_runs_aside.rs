//! Second runs are the first to go.

use super::rule::{Check, Grade, Limit, Rule};
use crate::facts::changes::{Declared, Step};
use crate::week::day::{Day, Days};
use crate::week::phase::Phase;
use crate::week::race::Distance;
use crate::week::session::Run;
use crate::word::Word as _;

pub(super) const RULE: Rule = Rule {
    id: "second-runs-aside",
    summary: "second runs are set aside in the second week of a taper, in race week and in recovery, before any other run is; and \
              on a day whose run is a race, a shake-out or set aside",
    rationale: "what was added last goes first",
    source: "practice; Bosquet 2007 for less volume before a race",
    grade: Some(Grade::C),
    limit: Limit::None,
    check: Check::Change(&[(Step::Runs, apply)]),
    breaks: &[
        "- easy - - - - long season=race-week race=+13 runs.second.tue=25",
        "- easy - - - - long season=recovery runs.second.tue=25",
        "- easy - - - - - season=none race=+13 race.distance=marathon runs.second.tue=25",
        "- - - - - easy - season=base races=b@+6 runs.second.sat=25",
    ],
    keeps: &[
        "- easy - - - - long season=base runs.second.tue=25",
        "- easy - - - - - season=none race=+20 race.distance=marathon runs.second.tue=25",
    ],
};

fn apply(declared: &mut Declared<'_>) {
    let phase = declared.season.phase;
    let is_second_week = declared.race.is_some_and(|race| {
        race.distance.is_some_and(Distance::is_marathon) && race.weeks_from(declared.monday) == 1
    });
    let all = matches!(phase, Phase::RaceWeek | Phase::Recovery) || phase == Phase::Taper && is_second_week;
    let stays = |day: &Day| matches!(declared.runs[day.index()].run, Run::Easy | Run::Long | Run::Speed);
    let has = |day: &Day| declared.second[day.index()] > 0;
    let days: Days = Day::ALL.iter().copied().filter(|day| has(day) && (all || !stays(day))).collect();
    // Where the search chooses the run days, most of the days have none.
    let is_run = |day: &Day| declared.runs[day.index()].declared.is_run();
    let told: Days = days.iter().filter(is_run).collect();
    if all {
        declared.second = [0; 7];
    }
    if !told.is_empty() {
        let what = if told.len() == 1 { "second run" } else { "second runs" };
        let why = if all { phase.id() } else { "with the run of the day" };
        declared.note_on(RULE.id, told, format!("{what} set aside ({why})"));
    }
}
