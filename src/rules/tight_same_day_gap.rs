//! Hours lie between a key run and hard leg work on the same day.

use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::week::score::Level;

/// Under this many minutes from the end of the run to the start of strength: tight.
const TIGHT: u16 = 6 * 60;
/// Under this many: very tight.
const VERY_TIGHT: u16 = 3 * 60;

pub(super) const RULE: Rule = Rule {
    id: "tight-same-day-gap",
    summary: "a heavy or moderate leg session comes six hours or more after a key run on the same day",
    rationale: "both qualities developed best with six hours or more between them",
    source: "Robineau 2016; Lee 2020",
    grade: Some(Grade::B),
    limit: Limit::Numbers(&[
        ("minutes, tight under", TIGHT as u32),
        ("minutes, very tight under", VERY_TIGHT as u32),
    ]),
    check: Check::Steer(Steer {
        level: Level::Spacing,
        looks: Looks::Day(|today| {
            if today.plan.strength.legs() && today.limits.class.is_hard() && today.plan.run.is_key() {
                tightness(today.gap)
            } else {
                0
            }
        }),
        wish: |_| "hours lie between a key run and leg work on the same day".to_owned(),
        against: |_| "too few hours after the run",
        says: |breach| {
            format!(
                "under {} hours between run and strength on {}",
                if breach.amount > 1 { VERY_TIGHT / 60 } else { TIGHT / 60 },
                breach.day()
            )
        },
    }),
    breaks: &[
        "- - speed+full - - - - season=base time.wed=06:00-09:00",
        "- - speed+full - - - - season=base time.wed=06:00-06:50,12:49-13:29",
    ],
    keeps: &[
        "- - speed+full - - - - season=base time.wed=06:00-06:50,12:50-13:30",
        "- - speed+full - - - - season=base",
    ],
};

const fn tightness(gap: Option<u16>) -> u8 {
    match gap {
        Some(gap) if gap < VERY_TIGHT => 2,
        Some(gap) if gap < TIGHT => 1,
        _ => 0,
    }
}
