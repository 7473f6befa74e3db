//! The day after the long run is easy on the legs.

use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::facts::limits::Limits;
use crate::week::score::Level;
use crate::week::session::{Placement, Run};

pub(super) const RULE: Rule = Rule {
    id: "legs-after-long-run",
    summary: "better no leg session on the day after a long run or a race (under `separate`: none of \
              the heavier kind)",
    rationale: "easy days should feel like recovery days, and the legs are tired",
    source: "article S13; practice",
    grade: Some(Grade::C),
    limit: Limit::Days(1),
    check: Check::Steer(Steer {
        level: Level::Legs,
        looks: Looks::Around(|limits, around| {
            u8::from(
                around.strength.legs() && counts(limits) && matches!(around.before[0], Run::Long | Run::Race),
            )
        }),
        wish: |_| "legs recover on the day after the long run".to_owned(),
        against: |breach| match breach.around.map(|around| around.before[0]) {
            Some(Run::Race) => "the day after your race",
            _ => "the day after your long run",
        },
        says: |breach| format!("a leg session on {}, the day after {}", breach.day(), breach.run(-1)),
    }),
    breaks: &["full - - - - - long", "race full - - - - - race=+0"],
    keeps: &[
        "- full - - - - long",
        "full - - - - - race race=+6",
        "full - - - - - long strength.placement=separate",
    ],
};

/// Under `separate` light work may follow the long run.
const fn counts(limits: &Limits) -> bool {
    limits.class.is_hard() || !matches!(limits.placement, Placement::Separate)
}
