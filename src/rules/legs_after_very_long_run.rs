//! No hard leg work on the day after a very long run.

use super::rule::{Around, Check, Grade, Limit, Looks, Rule, Steer};
use crate::week::score::Level;
use crate::week::session::{Run, VERY_LONG_FROM_MINUTES};

pub(super) const RULE: Rule = Rule {
    id: "legs-after-very-long-run",
    summary: "no heavy or moderate leg session on the day after a long run of 150 minutes or more, or \
              after the second of two long runs in a row",
    rationale: "the longer the run, the longer it stays in the legs; lifting hard on top of it costs the \
                runs that follow",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[("minutes", VERY_LONG_FROM_MINUTES as u32)]),
    check: Check::Steer(Steer {
        level: Level::Hard,
        looks: Looks::Around(|limits, around| {
            let hard = around.strength.legs() && limits.class.is_hard();
            u8::from(hard && (is_after_very_long(around) || is_after_two(around)))
        }),
        wish: |_| "hard leg work keeps off the day after a very long run".to_owned(),
        against: |_| "the day after a very long run",
        says: |breach| {
            let two = breach.around.as_ref().is_some_and(is_after_two);
            let what = if two { "two long runs in a row".to_owned() } else { breach.run(-1) };
            format!("a {} leg session on {}, the day after {what}", breach.limits.class, breach.day())
        },
    }),
    breaks: &[
        "full - - - - - long150 season=base",
        "- long150 full - - - - season=off-season",
        "full - - - - long90 long season=base",
    ],
    keeps: &[
        "full - - - - - long149 season=base",
        "full - - - - - long150 season=race-prep",
        "full - - - - long90 - season=base",
        "upper - - - - - long150 season=base",
    ],
};

fn is_after_very_long(around: &Around) -> bool {
    let is_very_long = |minutes: u16| minutes >= VERY_LONG_FROM_MINUTES;
    around.before[0] == Run::Long && around.minutes_before.is_some_and(is_very_long)
}

fn is_after_two(around: &Around) -> bool {
    around.before[..2] == [Run::Long; 2]
}
