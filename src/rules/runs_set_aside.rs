//! Off-season and recovery let only some of the runs stand.

use super::rule::{Check, Grade, Limit, Rule};
use crate::facts::changes::{Declared, Planned, Step};
use crate::profile::Keep;
use crate::week::phase::Phase;
use crate::week::session::Run;

pub(super) const RULE: Rule = Rule {
    id: "runs-set-aside",
    summary: "off-season and recovery keep only some of the declared runs, as many as season or profile say in \
              `runs.keep`; a race and, in the off-season, the long-run day always stay",
    rationale: "strength replaces runs in the off-season; rest does in recovery",
    source: "article S35, S36; practice for recovery",
    grade: Some(Grade::C),
    limit: Limit::Key("runs.keep"),
    check: Check::Change(&[(Step::Keep, apply)]),
    breaks: &["easy - easy - easy - - season=off-season", "easy easy easy - easy - - season=recovery"],
    keeps: &[
        "easy - easy - - - - season=off-season",
        "easy - easy - easy - - season=base",
        "easy - easy - easy - - season=off-season runs.keep=all",
    ],
};

fn apply(declared: &mut Declared<'_>) {
    if declared.season.phase == Phase::Recovery && declared.follows_race() {
        return; // the race says more: `recovery-by-distance`
    }
    let season = declared.season.runs_keep;
    declared.keep = if season == Keep::All { season } else { declared.profile.runs.keep.unwrap_or(season) };
    let Keep::Days(keep) = declared.keep else { return };
    let off_season = declared.season.phase == Phase::OffSeason;
    for planned in &mut declared.runs {
        let stays = planned.run == Run::Race || off_season && planned.declared == Run::Long;
        planned.movable = planned.run.is_run() && !stays;
    }
    let count =
        |movable: bool| declared.runs.iter().filter(|p| p.run.is_run() && (!movable || p.movable)).count();
    let (all, movable) = (count(false), count(true));
    if all > usize::from(keep) && movable > 0 {
        let stay = usize::from(keep).max(all - movable);
        let is_open = off_season && declared.profile.runs.keep.is_none();
        let all_of_them = if is_open { " (`--set runs.keep=all` keeps them all)" } else { "" };
        let message =
            format!("set aside; {stay} of your {all} runs stay in {}{all_of_them}", declared.season.name);
        declared.note_of_search(RULE.id, message);
    }
}

/// Lets so many run days stand under another rule: a race stays, and a long run that is long this week; of the others a speed
/// run comes back last.
pub(super) fn keep(declared: &mut Declared<'_>, keep: Keep, rule: &'static str, why: &str) {
    declared.keep = keep;
    let Keep::Days(days) = keep else { return };
    let count =
        |declared: &Declared<'_>, of: fn(&Planned) -> bool| declared.runs.iter().filter(|p| of(p)).count();
    let all = count(declared, |p| p.run.is_run());
    let stay = count(declared, |p| matches!(p.run, Run::Race | Run::Long)).max(days.into());
    let fast = count(declared, |p| p.run.is_run() && p.declared == Run::Speed);
    let aside = all.saturating_sub(stay);
    if aside == 0 {
        return;
    }
    let only_fast = aside <= fast;
    if !only_fast {
        let fast = |planned: Planned| planned.run.is_run() && planned.declared == Run::Speed;
        declared.turn(
            rule,
            Run::Off,
            |_, _, planned| fast(planned),
            |what| format!("{what} set aside ({why})"),
        );
    }
    for planned in &mut declared.runs {
        let other = planned.run.is_run() && !matches!(planned.run, Run::Race | Run::Long);
        planned.movable = other && (!only_fast || planned.declared == Run::Speed);
        planned.minutes *= u16::from(planned.run.is_run());
    }
    let left = if only_fast { aside } else { aside - fast };
    declared.keep = Keep::Days(u8::try_from(stay).unwrap_or(u8::MAX));
    if left > 0 {
        declared.note_of_search(rule, format!("{left} of your {all} runs set aside ({why})"));
    }
}
