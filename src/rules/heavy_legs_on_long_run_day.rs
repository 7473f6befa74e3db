//! Heavy leg work and the long run never share a day.

use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use crate::week::score::Level;
use crate::week::session::{Class, Run};

pub(super) const RULE: Rule = Rule {
    id: "heavy-legs-on-long-run-day",
    summary: "no heavy leg session on the day of a long run",
    rationale: "each of the two takes a day's strength by itself",
    source: "article S11; practice",
    grade: Some(Grade::C),
    limit: Limit::None,
    check: Check::Steer(Steer {
        level: Level::Hard,
        looks: Looks::Day(|today| {
            u8::from(
                today.limits.class == Class::Heavy
                    && today.plan.strength.legs()
                    && today.plan.run == Run::Long,
            )
        }),
        wish: |_| "no heavy leg session shares a day with a long run".to_owned(),
        against: |_| "the day of your long run",
        says: |breach| format!("a heavy leg session on {}, the day of a long run", breach.day()),
    }),
    breaks: &["- - - - - - long+full season=off-season"],
    keeps: &["- - - - - - long+full season=base", "- - - - - - long+upper season=off-season"],
};
