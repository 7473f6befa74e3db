//! Easy and speed runs grow towards their peak.

use super::eased_after_break::{follows_break, is_eased};
use super::rule::{Check, Grade, Limit, Rule};
use crate::facts::changes::{Declared, Step};
use crate::facts::course::of_kind;
use crate::facts::growth::DAYS;
use crate::facts::run_minutes::default_minutes;
use crate::week::day::Day;
use crate::week::phase::Phase;
use crate::week::session::Run;
use crate::word::Word;

/// Percent of what was run before.
pub(super) const PERCENT: u32 = 110;
/// Minutes that are rounded down to.
pub(super) const STEP: u16 = 5;
/// From so many minutes on.
pub(super) const STEP_FROM: u16 = 50;

pub(super) const RULE: Rule = Rule {
    id: "run-minutes-grow",
    summary: "towards `plan.peak` easy and speed runs of a load week take 110 % of those of the last one, rounded down to 5 \
              minutes from 50 on, and at least a minute more; in base and race prep",
    rationale: "a slow rise is easier to keep up; the rule of ten percent has no evidence of its own (Buist 2008)",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[
        ("percent", PERCENT),
        ("minutes, rounded down to these", STEP as u32),
        ("from so many on", STEP_FROM as u32),
    ]),
    check: Check::Change(&[(Step::Runs, apply)]),
    breaks: &[
        "- easy30 - - - - - season=base runs.minutes.easy=30 plan.start=2026-11-09 plan.peak.easy=40 plan.loaded=yes",
    ],
    keeps: &["- easy30 - - - - - season=base runs.minutes.easy=30"],
};

fn apply(declared: &mut Declared<'_>) {
    for run in [Run::Easy, Run::Speed] {
        let now = standing(declared, run);
        grow(declared, run, now, RULE.id);
    }
}

/// Minutes of a kind of run as they stand before this week.
fn standing(declared: &Declared<'_>, run: Run) -> u16 {
    let own = declared.profile.runs.minutes.unwrap_or_default().kind(run);
    let standing = of_kind(run).and_then(|kind| declared.standing[kind]);
    standing.or(own).unwrap_or_else(|| default_minutes(run, declared.level))
}

/// Lets a kind of run grow above `from` in a load week that follows another one, never over its peak.
pub(super) fn grow(declared: &mut Declared<'_>, run: Run, from: u16, rule: &'static str) {
    let loads = declared.course.is_some_and(|course| course.has_loaded && !course.cutback)
        && !is_eased(declared.profile, declared.monday)
        && !declared.profile.rests_for_race(declared.season.phase, declared.monday)
        && declared.race_in(Day::Mon).is_none_or(|days| days >= 0)
        && matches!(declared.season.phase, Phase::Base | Phase::RacePrep);
    let peak = declared.profile.plan.peak.and_then(|peak| peak.kind(run));
    let (true, Some(peak), Some(kind)) = (loads, peak, of_kind(run)) else { return };
    let now = standing(declared, run);
    // After a break minutes grow on from where they were, not before they are back there.
    let longest = declared.course.and_then(|course| course.longest(DAYS.into(), 0)).unwrap_or(now);
    if follows_break(declared) && (from < now || above(longest) < now) {
        return;
    }
    let next = above(from).max(now.saturating_add(1)).min(peak);
    let off = declared.profile.days_off(declared.monday);
    let is_run = |day: &Day| declared.runs[day.index()].declared == run && !off.contains(*day);
    if now < next && Day::ALL.iter().any(is_run) {
        declared.standing[kind] = Some(next);
        declared.note(rule, format!("{} run {now} to {next} min, on the way to {peak}", run.id()));
    }
}

/// Minutes a little above others: rounded down to 5 from 50 on, else to 1.
pub(super) fn above(minutes: u16) -> u16 {
    let more = u16::try_from(u32::from(minutes) * PERCENT / 100).unwrap_or(u16::MAX);
    if more >= STEP_FROM { more / STEP * STEP } else { more }
}
