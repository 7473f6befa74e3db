//! The smallest change of a week that mends a finding, tried: a session moved, made lighter on the legs, or left out.

use crate::check::against::CheckedPlan;
use crate::explain::Finding;
use crate::explain::findings::score;
use crate::rules::Looks;
use crate::week::day::{Day, Days};
use crate::week::kind::Kind;
use crate::week::score::{Level, Score};
use crate::week::session::{Run, Strength};
use crate::week::{DayPlan, Week};
use crate::word::Word;

/// A week with one change, and the change as a command.
struct Change {
    week: Week,
    text: String,
}

/// The smallest change that mends the finding and breaks nothing else; `None` where none was found.
pub(super) fn mend(checked: &CheckedPlan<'_>, at: usize, finding: &Finding) -> Option<String> {
    let level = finding.rule.level()?;
    if level > Level::Legs {
        return None;
    }
    let now = findings_around(checked, &checked.weeks, at);
    let mine = |all: &[Finding]| -> u32 {
        let same =
            |f: &&Finding| f.rule == finding.rule && (finding.days.is_empty() || f.days == finding.days);
        all.iter().filter(same).map(|f| u32::from(f.amount)).sum()
    };
    let before = (mine(&now), score(&now));
    // Over the end of a week the day's name alone could mean that of the other week.
    let there = if checked.days_of_finding(at, finding).iter().any(|place| place.week != at) {
        " of that week"
    } else {
        ""
    };
    for changes in changes(checked.weeks[at], checked.plan.weeks[at].scope, finding) {
        let tried = changes.into_iter().filter_map(|Change { week, text }| {
            let mut weeks = checked.weeks.clone();
            weeks[at] = week;
            let then = findings_around(checked, &weeks, at);
            let after = score(&then);
            let better =
                mine(&then) < before.0 && no_new_breach(&now, &then) && not_worse(before.1, after, level);
            better.then_some((after, text))
        });
        if let Some((_, text)) = tried.min_by_key(|(after, _)| *after) {
            return Some(text + there);
        }
    }
    None
}

/// The findings about a week and its neighbours.
fn findings_around(checked: &CheckedPlan<'_>, weeks: &[Week], at: usize) -> Vec<Finding> {
    let last = (at + 1).min(weeks.len() - 1);
    (at.saturating_sub(1)..=last).flat_map(|at| checked.findings(weeks, at)).collect()
}

/// Whether every hard breach was there before.
fn no_new_breach(now: &[Finding], then: &[Finding]) -> bool {
    let hard = |f: &&Finding| f.rule.level() == Some(Level::Hard);
    then.iter()
        .filter(hard)
        .all(|f| now.iter().any(|old| old.rule == f.rule && old.days == f.days && old.amount >= f.amount))
}

/// Whether no level above the finding's own gets worse.
fn not_worse(before: Score, after: Score, level: Level) -> bool {
    Level::ALL.iter().filter(|above| **above < level).all(|above| after.on(*above) <= before.on(*above))
}

/// Changes that may mend a finding, by kind, the smallest kind first; only on days that the plan speaks of (`scope`).
fn changes(week: Week, scope: Days, finding: &Finding) -> Vec<Vec<Change>> {
    let whole = matches!(finding.rule.steer().map(|steer| steer.looks), Some(Looks::Total(..)));
    let days = || {
        let about = |day: &Day| scope.contains(*day) && (whole || finding.days.contains(day));
        Day::ALL.iter().copied().filter(about)
    };
    let on = |day: Day| week[day.index()];
    let strength = || days().filter(|day| on(*day).strength.any());
    let legs = strength().filter(|day| on(*day).strength.legs());
    let not_lower = strength().filter(|day| on(*day).strength != Strength::Lower);
    let not_full = strength().filter(|day| on(*day).strength != Strength::Full);
    let extras = days().filter(|day| Kind::EXTRAS.iter().any(|kind| on(*day).holds(*kind)));
    let free = days().filter(|day| whole && !on(*day).strength.any());
    let easy = days().filter(|day| whole && on(*day).run == Run::Easy);
    vec![
        moved(week, scope, strength()),
        on_each(
            week,
            legs,
            |plan| plan.strength = Strength::Upper,
            |day| format!("make {}'s strength an upper-body session", day.name()),
        ),
        on_each(
            week,
            not_full,
            |plan| plan.strength = Strength::Full,
            |day| format!("make {}'s strength a full-body session", day.name()),
        ),
        on_each(
            week,
            not_lower,
            |plan| plan.strength = Strength::Lower,
            |day| format!("make {}'s strength a lower-body session", day.name()),
        ),
        on_each(
            week,
            extras,
            |plan| *plan = Kind::EXTRAS.into_iter().fold(*plan, DayPlan::without),
            |day| {
                let what = Kind::EXTRAS.into_iter().rev().find(|kind| on(day).holds(*kind));
                format!("leave out {}'s {}", day.name(), what.map_or("session", Kind::name))
            },
        ),
        on_each(
            week,
            strength(),
            |plan| plan.strength = Strength::None,
            |day| format!("leave out {}'s strength", day.name()),
        ),
        on_each(
            week,
            free,
            |plan| plan.strength = Strength::Full,
            |day| format!("add a full-body strength session on {}", day.name()),
        ),
        on_each(week, easy, |plan| plan.run = Run::Off, |day| format!("leave out {}'s run", day.name())),
    ]
}

/// A change on each of these days, one at a time.
fn on_each(
    week: Week,
    days: impl Iterator<Item = Day>,
    change: fn(&mut DayPlan),
    text: impl Fn(Day) -> String,
) -> Vec<Change> {
    let one = |day: Day| {
        let mut week = week;
        change(&mut week[day.index()]);
        Change { week, text: text(day) }
    };
    days.map(one).collect()
}

/// Strength of each of these days on each other day without strength.
fn moved(week: Week, scope: Days, days: impl Iterator<Item = Day>) -> Vec<Change> {
    let mut changes = Vec::new();
    for from in days {
        let free = |to: &&Day| scope.contains(**to) && !week[to.index()].strength.any();
        for to in Day::ALL.iter().filter(free) {
            let mut week = week;
            week[to.index()].strength = week[from.index()].strength;
            week[from.index()].strength = Strength::None;
            let text = format!("move {}'s strength to {}", from.name(), to.name());
            changes.push(Change { week, text });
        }
    }
    changes
}
