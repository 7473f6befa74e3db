//! Checks foreign plans against the rules: what they break, where, how badly, and how to mend it.
//!
//! The rules are the planner's own, asked about the weeks as they stand. What was planned by this program is held against
//! the numbers that it carries; what someone else wrote is held against a profile, or else against the season's numbers.

mod against;
mod choices;
mod findings;
mod fixes;
mod report;
mod standard;

pub use against::{ScoredWeek, leads_to, profile as runner_of, races_of, scored};
pub use report::{Diagnostic, Report, Severity, Spot};
pub use standard::Standard;

use crate::explain::day::load;
use crate::import::{ForeignPlan, ForeignWeek, Remark};
use crate::rules::{Known, RULES, SEASON_ASSUMED, Seen, Subject};
use crate::week::day::Days;
use crate::week::score::Level;
use against::{CheckedPlan, PlanDay, spot};
use findings::{of_finding, severity};

/// Checks plans against a standard.
#[must_use]
pub fn check(plans: &[ForeignPlan], standard: &Standard) -> Report {
    let mut report = Report::default();
    for plan in plans {
        report.weeks += plan.weeks.len();
        report.diagnostics.extend(plan.remarks.iter().map(|remark| of_remark(plan, remark)));
        let profile = against::profile(plan, standard);
        let checked = CheckedPlan::new(plan, standard, &profile);
        if let (true, Some(first)) = (checked.season_assumed, plan.weeks.first()) {
            report.diagnostics.push(season_assumed(first));
        }
        for at in 0..plan.weeks.len() {
            add_findings(&checked, at, standard, &mut report);
            add_warnings(&checked, at, standard, &mut report);
            report.diagnostics.extend(choices::diagnostics(plan, at, standard));
        }
    }
    report
}

/// The diagnostic of a remark that reading made.
fn of_remark(plan: &ForeignPlan, remark: &Remark) -> Diagnostic {
    let week = remark.at.and_then(|(monday, _)| plan.weeks.iter().position(|week| week.monday == monday));
    let day = week.zip(remark.at).map(|(week, (_, day))| spot(plan, PlanDay { week, day }));
    Diagnostic {
        severity: if remark.note { Severity::Note } else { Severity::Warning },
        id: remark.id,
        rule: None,
        source: remark.source,
        line: remark.line,
        week: day.as_ref().map(|day| day.week.clone()).unwrap_or_default(),
        spots: day.iter().cloned().collect(),
        day,
        message: remark.message.clone(),
        hint: remark.hint.clone(),
    }
}

/// The note that the season of a plan was assumed.
fn season_assumed(first: &ForeignWeek) -> Diagnostic {
    Diagnostic {
        severity: Severity::Note,
        id: SEASON_ASSUMED.id,
        rule: Some(SEASON_ASSUMED),
        source: first.source,
        line: None,
        week: String::new(),
        day: None,
        spots: Vec::new(),
        message: "nothing says which season it is; base is assumed".to_owned(),
        hint: "name it with `--season`, or the race with `--race 2027-02-14`".to_owned(),
    }
}

/// Adds what a week breaks, each with the change that mends it.
fn add_findings(checked: &CheckedPlan<'_>, at: usize, standard: &Standard, report: &mut Report) {
    for finding in checked.findings(&checked.weeks, at) {
        let Some(severity) = severity(checked, at, &finding, standard) else { continue };
        let days: Days = finding.days.iter().copied().collect();
        let is_hard = finding.rule.level() == Some(Level::Hard);
        if !is_hard && checked.names_itself(at, finding.rule.id, days) && !standard.all {
            report.known += 1;
            continue;
        }
        report.diagnostics.push(of_finding(checked, at, &finding, severity));
    }
}

/// Adds the warnings about a week as a whole.
fn add_warnings(checked: &CheckedPlan<'_>, at: usize, standard: &Standard, report: &mut Report) {
    let plan = checked.plan;
    let foreign = &plan.weeks[at];
    if !foreign.whole() {
        return;
    }
    let (facts, week) = (&checked.facts[at], &checked.weeks[at]);
    let load = load(facts, week);
    let past = minutes_before(plan, at);
    let known = Known { past: &past, timed: is_timed(foreign) };
    for rule in RULES {
        let Some((Subject::Week, warn)) = rule.warns() else { continue };
        for warning in warn(&Seen { facts, week, load: &load, known }) {
            if checked.names_itself(at, rule.id, warning.days) && !standard.all {
                report.known += 1;
                continue;
            }
            let places = checked.days_of_warning(at, &warning);
            let spots: Vec<_> = places.iter().map(|place| spot(plan, *place)).collect();
            report.diagnostics.push(Diagnostic {
                severity: if warning.note { Severity::Note } else { Severity::Warning },
                id: rule.id,
                rule: Some(rule),
                source: foreign.source,
                line: places.first().and_then(|at| foreign.days[at.day.index()].line).or(foreign.line),
                week: spots.first().map_or(&foreign.label, |spot| &spot.week).clone(),
                day: spots.first().cloned(),
                spots,
                message: warning.message.into_owned(),
                hint: warning.hint.into_owned(),
            });
        }
    }
}

/// Whether a plan speaks of a whole week and the length of every run in it is known.
fn is_timed(week: &ForeignWeek) -> bool {
    week.whole() && week.days.iter().all(|day| day.timed)
}

/// The run minutes of the timed weeks right before a week.
fn minutes_before(plan: &ForeignPlan, at: usize) -> Vec<[u16; 7]> {
    let before = plan.weeks[..at].iter().rev().take_while(|week| is_timed(week)).count();
    plan.weeks[at - before..at].iter().map(ForeignWeek::run_minutes).collect()
}
