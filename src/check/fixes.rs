//! The smallest change of a week that mends a finding, tried: a session moved, made lighter on the legs, or left out.

use crate::check::against::Held;
use crate::explain::findings::{Finding, score};
use crate::rules::Looks;
use crate::week::day::{Day, Days};
use crate::week::score::{Level, Score};
use crate::week::session::{Run, Strength};
use crate::week::{DayPlan, Week};
use crate::word::Word;

/// A change of a week, and how it is said.
type Move = (Week, String);

/// The smallest change that mends the finding and breaks nothing else; `None` where none was found.
pub(super) fn mend(held: &Held<'_>, at: usize, finding: &Finding) -> Option<String> {
    let level = finding.rule.level()?;
    if level > Level::Legs {
        return None;
    }
    let now = around(held, &held.weeks, at);
    let mine = |all: &[Finding]| -> u32 {
        let same = |f: &&Finding| {
            std::ptr::eq(f.rule, finding.rule) && (finding.days.is_empty() || f.days == finding.days)
        };
        all.iter().filter(same).map(|f| u32::from(f.amount)).sum()
    };
    let before = (mine(&now), score(&now));
    // Over the end of a week the day's name alone could mean that of the other week.
    let there =
        if held.places(at, finding).iter().any(|place| place.week != at) { " of that week" } else { "" };
    for moves in kinds(held.weeks[at], held.plan.weeks[at].scope, finding) {
        let tried = moves.into_iter().filter_map(|(week, said)| {
            let mut weeks = held.weeks.clone();
            weeks[at] = week;
            let then = around(held, &weeks, at);
            let after = score(&then);
            let better =
                mine(&then) < before.0 && no_new_breach(&now, &then) && not_worse(before.1, after, level);
            better.then_some((after, said))
        });
        if let Some((_, said)) = tried.min_by_key(|(after, _)| *after) {
            return Some(said + there);
        }
    }
    None
}

/// What the week and its neighbours break.
fn around(held: &Held<'_>, weeks: &[Week], at: usize) -> Vec<Finding> {
    let last = (at + 1).min(weeks.len() - 1);
    (at.saturating_sub(1)..=last).flat_map(|at| held.findings(weeks, at)).collect()
}

/// Whether every hard breach was there before.
fn no_new_breach(now: &[Finding], then: &[Finding]) -> bool {
    let hard = |f: &&Finding| f.rule.level() == Some(Level::Hard);
    then.iter().filter(hard).all(|f| {
        now.iter().any(|old| std::ptr::eq(old.rule, f.rule) && old.days == f.days && old.amount >= f.amount)
    })
}

/// Whether no level above the finding's own gets worse.
fn not_worse(before: Score, after: Score, level: Level) -> bool {
    Level::ALL.iter().filter(|above| **above < level).all(|above| after.on(*above) <= before.on(*above))
}

/// Changes that may help, the smallest kind first; only on days that the plan tells of.
fn kinds(week: Week, told: Days, finding: &Finding) -> Vec<Vec<Move>> {
    let whole = matches!(finding.rule.steer().map(|steer| steer.looks), Some(Looks::Total(..)));
    let days = || {
        let about = |day: &Day| told.contains(*day) && (whole || finding.days.contains(day));
        Day::ALL.iter().copied().filter(about)
    };
    let strength = || days().filter(|day| week[day.index()].strength.any());
    let with = |day: Day, change: &dyn Fn(&mut DayPlan)| {
        let mut changed = week;
        change(&mut changed[day.index()]);
        changed
    };
    let moved = strength().flat_map(|from| {
        let to =
            Day::ALL.iter().copied().filter(move |to| told.contains(*to) && !week[to.index()].strength.any());
        to.map(move |to| {
            let mut changed = week;
            changed[to.index()].strength = changed[from.index()].strength;
            changed[from.index()].strength = Strength::None;
            (changed, format!("move {}'s strength to {}", from.name(), to.name()))
        })
    });
    let lighter = strength().filter(|day| week[day.index()].strength.legs()).map(|day| {
        let changed = with(day, &|plan| plan.strength = Strength::Upper);
        (changed, format!("make {}'s strength an upper-body session", day.name()))
    });
    let fuller = strength().filter(|day| !week[day.index()].strength.legs()).map(|day| {
        let changed = with(day, &|plan| plan.strength = Strength::Full);
        (changed, format!("make {}'s strength a full-body session", day.name()))
    });
    let more = days().filter(|day| whole && !week[day.index()].strength.any()).map(|day| {
        let changed = with(day, &|plan| plan.strength = Strength::Full);
        (changed, format!("add a full-body strength session on {}", day.name()))
    });
    let extras = days().filter(|day| week[day.index()].mobility || week[day.index()].cross).map(|day| {
        let changed = with(day, &|plan| (plan.mobility, plan.cross) = (false, false));
        let what = if week[day.index()].cross { "cross-training" } else { "mobility" };
        (changed, format!("leave out {}'s {what}", day.name()))
    });
    let less = strength().map(|day| {
        let changed = with(day, &|plan| plan.strength = Strength::None);
        (changed, format!("leave out {}'s strength", day.name()))
    });
    let fewer_runs = days().filter(|day| whole && week[day.index()].run == Run::Easy).map(|day| {
        let changed = with(day, &|plan| *plan = DayPlan { run: Run::Off, ..*plan });
        (changed, format!("leave out {}'s run", day.name()))
    });
    vec![
        moved.collect(),
        lighter.collect(),
        fuller.collect(),
        extras.collect(),
        less.collect(),
        more.collect(),
        fewer_runs.collect(),
    ]
}
