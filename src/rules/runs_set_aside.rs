//! Off-season and recovery let only some of the runs stand.

use super::rule::{Check, Grade, Limit, Rule};
use crate::facts::changes::{Declared, Step};
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
        let message = format!("{} of {all} runs set aside: {}", all - stay, declared.season.name);
        declared.note_of_search(RULE.id, message);
    }
}
