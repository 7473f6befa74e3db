//! Where a plan offers a choice, each way is judged: what only one of them breaks is a warning that begins with "if".

use crate::check::against::{self, CheckedPlan};
use crate::check::findings::{of_finding, severity};
use crate::check::report::{Diagnostic, Severity};
use crate::check::standard::Standard;
use crate::import::ForeignPlan;
use crate::week::DayPlan;
use crate::week::day::Day;
use crate::week::session::{Session, Strength};
use crate::word::Word;

/// What the other ways of a week's days break that the mildest does not.
///
/// One way is taken at a time, with the weeks on both sides of it. Nothing beyond them is nearer than a rule looks.
pub(super) fn diagnostics(plan: &ForeignPlan, at: usize, standard: &Standard) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    if plan.weeks[at].days.iter().all(|day| day.ways.is_empty()) {
        return all;
    }
    let start = at.saturating_sub(1);
    let end = (at + 2).min(plan.weeks.len());
    let known = ForeignPlan {
        runner: None,
        weeks: plan.weeks[start..end].to_vec(),
        dated: plan.dated,
        races: plan.races.clone(),
        remarks: Vec::new(),
        table: None,
    };
    let profile = against::profile(plan, standard);
    let mildest = CheckedPlan::new(&known, standard, &profile);
    let broken: Vec<_> = (0..known.weeks.len()).map(|week| mildest.findings(&mildest.weeks, week)).collect();
    for day in Day::ALL.iter().copied() {
        for way in &plan.weeks[at].days[day.index()].ways {
            let mut other = known.clone();
            other.weeks[at - start].days[day.index()].plan = *way;
            let checked = CheckedPlan::new(&other, standard, &profile);
            for (week, known) in broken.iter().enumerate() {
                for finding in checked.findings(&checked.weeks, week) {
                    let is_known = known.iter().any(|of| of.rule == finding.rule && of.days == finding.days);
                    let severity = severity(&checked, week, &finding, standard);
                    let Some(severity) = severity.filter(|_| !is_known) else { continue };
                    let diagnostic = of_finding(&checked, week, &finding, severity);
                    all.push(Diagnostic {
                        severity: severity.max(Severity::Warning),
                        message: format!("if {} is {}: {}", day.name(), sessions(*way), diagnostic.message),
                        hint: format!("take the other way of the choice, or {}", diagnostic.hint),
                        ..diagnostic
                    });
                }
            }
        }
    }
    all
}

/// The sessions of a day in a few words.
fn sessions(plan: DayPlan) -> String {
    let name = |session: Session| match session {
        Session::Strength(Strength::Lower) => "lower-body strength",
        Session::Strength(strength) if strength.legs() => "strength with leg work",
        Session::Strength(_) => "upper-body strength",
        other => other.name(),
    };
    let all: Vec<&str> = plan.sessions().map(name).collect();
    if all.is_empty() { "rest".to_owned() } else { all.join(" and ") }
}
