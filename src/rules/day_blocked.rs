//! A blocked day and a day off lose their run.

use super::rule::{Check, Limit, Rule};
use crate::facts::changes::{Declared, Step};
use crate::profile::Why;
use crate::week::session::Run;
use crate::word::Word as _;

pub(super) const RULE: Rule = Rule {
    id: "day-blocked",
    summary: "on a day off, and on one blocked with `--block`, the run is set aside",
    rationale: "the runner does not train that day",
    source: "the runner",
    grade: None,
    limit: Limit::None,
    check: Check::Change(&[(Step::Runs, apply)]),
    breaks: &["- easy - - - - long block=tue", "- easy - - - - long off=2026-11-20..2026-11-24"],
    keeps: &["- easy - - - - long block=wed", "- easy - - - - long off=2026-11-25..2026-11-28"],
};

fn apply(declared: &mut Declared<'_>) {
    if declared.block.is_empty() {
        return;
    }
    let profile = declared.profile;
    let off = |why| profile.days_off_where(declared.monday, |off| off.why == why);
    let whys = std::iter::once(None).chain(Why::ALL.iter().copied().map(Some));
    let days: Vec<_> =
        whys.map(|why| (off(why), Why::told(why))).chain([(declared.block, "the day is blocked")]).collect();
    for (days, why) in days {
        declared.turn(
            RULE.id,
            Run::Off,
            |_, day, planned| days.contains(day) && planned.run.is_run(),
            |what| format!("{what} set aside ({why})"),
        );
    }
}
