//! What keeps strength from being placed around a plan.

use crate::import::ForeignPlan;
use crate::input::{Place, Problem};
use crate::profile::PLAN_WEEKS;

/// Every problem of a plan.
pub(super) fn problems(plan: &ForeignPlan) -> Vec<Problem> {
    let source = plan.weeks.first().map_or(0, |week| week.source);
    let problem = |message: String, hint: &str| {
        Problem::at("", &Place { source, span: None }, message).hint(hint.to_owned())
    };
    let mut problems = Vec::new();
    for remark in plan.remarks.iter().filter(|remark| remark.id == "dates-overlap") {
        let lines = remark.message.split(';').next().unwrap_or_default();
        problems.push(problem(lines.to_owned(), &remark.hint));
    }
    let most = usize::try_from(PLAN_WEEKS).unwrap_or(usize::MAX);
    if plan.weeks.len() > most {
        let message = format!("it spans {} weeks; a plan has {most} at most", plan.weeks.len());
        problems.push(problem(message, "check its dates, or split it"));
    }
    let runs = plan.weeks.iter().flat_map(|week| &week.days).any(|day| day.plan.run.is_run());
    if !runs && plan.races.is_empty() {
        let message = "there is no run in it".to_owned();
        problems.push(problem(
            message,
            "check that it is a running plan; `runplan check --words` lists the words",
        ));
    }
    problems
}
