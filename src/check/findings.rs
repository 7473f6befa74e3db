//! What a week of a foreign plan breaks, as diagnostics.

use crate::check::against::{CheckedPlan, spot};
use crate::check::fixes;
use crate::check::report::{Diagnostic, Severity};
use crate::check::standard::Standard;
use crate::explain::Finding;
use crate::rules::Looks;
use crate::week::score::Level;

/// How bad a finding about a week is; `None` where it is none of this check.
pub(super) fn severity(
    checked: &CheckedPlan<'_>,
    at: usize,
    finding: &Finding,
    standard: &Standard,
) -> Option<Severity> {
    let steer = finding.rule.steer()?;
    let is_amount = matches!(steer.looks, Looks::Total(..));
    if is_amount && !checked.plan.weeks[at].whole() {
        return None; // what the plan does not speak of may be there
    }
    match steer.level {
        Level::Hard if is_amount && checked.by_season(at) => Some(Severity::Warning),
        Level::Hard => Some(Severity::Error),
        Level::Protect | Level::Rest | Level::Legs => Some(Severity::Warning),
        _ => standard.all.then_some(Severity::Note),
    }
}

/// The diagnostic of a finding about a week, with the change that mends it.
pub(super) fn of_finding(
    checked: &CheckedPlan<'_>,
    at: usize,
    finding: &Finding,
    severity: Severity,
) -> Diagnostic {
    let plan = checked.plan;
    let foreign = &plan.weeks[at];
    let places = checked.days_of_finding(at, finding);
    let hint = fixes::mend(checked, at, finding)
        .unwrap_or_else(|| format!("read `runplan rules {}`, then weigh it", finding.rule.id));
    let first = places.iter().find(|place| finding.days.contains(&place.day)).copied();
    let week = first.map_or(foreign, |first| &plan.weeks[first.week]);
    let line = first.and_then(|first| week.days[first.day.index()].line).or(week.line);
    let day = first.map(|first| spot(plan, first));
    Diagnostic {
        severity,
        id: finding.rule.id,
        rule: Some(finding.rule),
        source: week.source,
        line,
        week: day.as_ref().map_or(&week.label, |day| &day.week).clone(),
        day,
        spots: places.iter().map(|place| spot(plan, *place)).collect(),
        message: finding.message(&checked.facts[at], &checked.weeks[at]),
        hint,
    }
}
