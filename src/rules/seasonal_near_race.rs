//! The style `maintain-heavy` steps back near a race.

use super::rule::{Check, Grade, Limit, Rule};
use crate::facts::changes::{Draft, Step};
use crate::week::session::Style;

/// Days before a known race in which strength is seasonal again; the race's own week too.
const DAYS: u8 = 10;

pub(super) const RULE: Rule = Rule {
    id: "seasonal-near-race",
    summary: "`maintain-heavy` is seasonal again in a week that holds the race or one of the 10 days \
              before it",
    rationale: "heavy sessions are left out of the last days before a race",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Days(DAYS),
    check: Check::Change(&[(Step::Strength, apply)]),
    breaks: &["- - - - - - - season=race-prep strength.style=maintain-heavy race=+13"],
    keeps: &[
        "- - - - - - - season=race-prep strength.style=maintain-heavy race=+17",
        "- - - - - - - season=race-prep race=+8",
    ],
};

fn apply(draft: &mut Draft<'_>) {
    let heavy =
        draft.season.maintain_heavy.is_some() && draft.profile.strength.style == Some(Style::MaintainHeavy);
    // The week's last day is the one nearest to a race ahead, its first the farthest.
    let near =
        draft.race.is_some_and(|race| (0..=i64::from(DAYS) + 6).contains(&race.days_from(draft.monday)));
    if heavy && near {
        draft.class = draft.season.class;
        draft.legs_max = draft.season.legs_max;
        draft.note(RULE.id, format!("strength is {} this week, not heavy: the race is near", draft.class));
    }
}
