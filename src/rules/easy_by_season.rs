//! Off-season and recovery have no hard runs.

use super::rule::{Check, Grade, Limit, Rule};
use crate::facts::changes::{Declared, Step};
use crate::week::phase::Phase;
use crate::week::session::Run;
use crate::word::Word;

pub(super) const RULE: Rule = Rule {
    id: "easy-by-season",
    summary: "in the off-season and with pain speed runs become easy; in recovery long and speed runs do",
    rationale: "the off-season belongs to strength, the weeks after a race to recovery",
    source: "practice; article S34, S36 for the focus on strength",
    grade: Some(Grade::C),
    limit: Limit::None,
    check: Check::Change(&[(Step::Runs, apply)]),
    breaks: &[
        "- speed - - - - long season=off-season",
        "- speed - - - - long health.pain=true",
        "- easy - - - - long season=recovery",
    ],
    keeps: &[
        "- speed - - - - long season=base",
        "- easy - - - - long health.pain=true",
        "- easy - - - - long season=off-season",
    ],
};

fn apply(declared: &mut Declared<'_>) {
    let (phase, pain) = (declared.season.phase, declared.profile.health.hurts());
    let by_race = declared.follows_race();
    let eased = |run: Run| match run {
        Run::Speed => pain || matches!(phase, Phase::OffSeason | Phase::Recovery),
        // After a race the days behind it decide: `easy-after-race`.
        Run::Long => phase == Phase::Recovery && !by_race,
        _ => false,
    };
    let by_season = matches!(phase, Phase::OffSeason | Phase::Recovery);
    let why = if by_season { phase.id() } else { "pain" };
    declared.turn(
        RULE.id,
        Run::Easy,
        |_, _, planned| eased(planned.run),
        |what| format!("{what} easy ({why})"),
    );
}
