//! Every few weeks one is easier.

use super::rule::{Check, Grade, Limit, Rule};
use super::season_volume::{STEP, scaled};
use crate::facts::changes::{Declared, Step};
use crate::profile::Cutback;
use crate::week::session::Run;

/// Percent of the run minutes that stay.
const PERCENT: u16 = 75;

/// Weeks from one to the next, unless the runner says otherwise.
const WEEKS: u8 = match Cutback::USUAL {
    Cutback::Every(weeks) => weeks,
    Cutback::Off => 0,
};

pub(super) const RULE: Rule = Rule {
    id: "cutback-week",
    summary: "every 4th week of a plan (or `plan.cutback`), counted back from the taper, has 75 % of the run minutes, rounded \
              half up to 5, at least 5; days and kinds stay",
    rationale: "a week with less lets the body take in what the weeks before asked of it; the taper is the last block's easy \
                week",
    source: "Costa 2019 (that there is one); practice for the numbers",
    grade: Some(Grade::B),
    limit: Limit::Numbers(&[
        ("percent", PERCENT as u32),
        ("weeks", WEEKS as u32),
        ("minutes, rounded to these and at least these", STEP),
    ]),
    check: Check::Change(&[(Step::Minutes, apply)]),
    breaks: &["- easy40 - - - - long90 season=base plan.easier=yes"],
    keeps: &["- easy40 - - - - long90 season=base"],
};

fn apply(declared: &mut Declared<'_>) {
    let Some(course) = declared.course.filter(|course| course.cutback) else { return };
    let before = course.fullest(1).unwrap_or(u32::MAX);
    let mut percent = PERCENT;
    // Rounding never makes of an easier week a fuller one than the week before.
    while percent > 5 && total(declared, percent) > before {
        percent -= 5;
    }
    let message = format!("{percent} % of your run minutes (an easier week)");
    ease(declared, RULE.id, percent, message);
}

/// Lets so many percent of the minutes of runs stay, those of second ones too.
pub(super) fn ease(declared: &mut Declared<'_>, rule: &'static str, percent: u16, message: String) {
    declared.retime(rule, |_, _, planned| eased(planned.run, planned.minutes, percent), message);
    for second in declared.second.iter_mut().filter(|second| **second > 0) {
        *second = eased(Run::Easy, *second, percent);
    }
}

fn total(declared: &Declared<'_>, percent: u16) -> u32 {
    declared.runs.iter().map(|planned| u32::from(eased(planned.run, planned.minutes, percent))).sum()
}

fn eased(run: Run, minutes: u16, percent: u16) -> u16 {
    if matches!(run, Run::Easy | Run::Long | Run::Speed) {
        scaled(minutes, percent).min(minutes)
    } else {
        minutes
    }
}
