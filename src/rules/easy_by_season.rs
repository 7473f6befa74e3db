//! Off-season and recovery have no hard runs.

use super::{Check, Grade, Limit, Rule};
use crate::facts::{Draft, Step};
use crate::phase::Phase;
use crate::session::Run;

pub(super) const RULE: Rule = Rule {
    id: "easy-by-season",
    summary: "in the off-season speed runs become easy; in recovery long and speed runs do",
    rationale: "the off-season belongs to strength, the weeks after a race to recovery",
    source: "article S34, S36; practice",
    grade: Some(Grade::C),
    limit: Limit::None,
    check: Check::Change(&[(Step::Runs, apply)]),
    breaks: &["- speed - - - - long season=off-season", "- easy - - - - long season=recovery"],
    keeps: &["- speed - - - - long season=base", "- easy - - - - long season=off-season"],
};

fn apply(draft: &mut Draft<'_>) {
    let phase = draft.season.phase;
    let eased = |run: Run| match phase {
        Phase::OffSeason => run == Run::Speed,
        Phase::Recovery => matches!(run, Run::Speed | Run::Long),
        _ => false,
    };
    draft.turn(
        RULE.id,
        Run::Easy,
        |_, _, planned| eased(planned.run),
        |what| format!("{what} becomes easy: {phase}"),
    );
}
