//! The style `maintain-heavy` steps back near a race.

use super::rule::{Check, Grade, Limit, Rule};
use crate::facts::changes::{Declared, Step};

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

fn apply(declared: &mut Declared<'_>) {
    let heavy = declared.season.styled(declared.profile.strength.style).is_some();
    // The week's last day is the one nearest to a race ahead, its first the farthest.
    let near = declared
        .race
        .is_some_and(|race| (0..=i64::from(DAYS) + 6).contains(&race.days_from(declared.monday)));
    if heavy && near {
        declared.class = declared.season.class;
        declared.legs_max = declared.season.legs_max;
        declared.strength_minutes = declared.season.minutes;
        declared
            .note(RULE.id, format!("strength is {} this week, not heavy: the race is near", declared.class));
    }
}
