//! One plan of all that a text holds.

use crate::import::{ForeignPlan, joined};
use crate::input::{Place, Problem};

/// The one plan that a text holds; its weeks may stand in any order.
///
/// # Errors
/// Plans of several runners, a week that is there twice, or weeks that do not follow each other.
pub fn one(mut plans: Vec<ForeignPlan>) -> Result<Option<ForeignPlan>, Vec<Problem>> {
    let first = |plan: &ForeignPlan| plan.weeks.first().map(|week| week.monday);
    plans.sort_by_key(first);
    let problem = |at: &ForeignPlan, message: String, hint: &str| {
        let source = at.weeks.first().map_or(0, |week| week.source);
        Problem::at("", &Place { source, span: None }, message).hint(hint.to_owned())
    };
    let mut problems = Vec::new();
    for pair in plans.windows(2) {
        let [before, plan] = pair else { continue };
        let (Some(last), Some(next)) = (before.weeks.last(), plan.weeks.first()) else { continue };
        let line = |line: Option<usize>| line.map_or_else(String::new, |line| format!(" (line {line})"));
        if before.runner != plan.runner {
            let name = |plan: &ForeignPlan| {
                plan.runner.clone().unwrap_or_else(|| "a runner without a name".to_owned())
            };
            let message = format!("it has the weeks of {} and of {}", name(before), name(plan));
            problems.push(problem(plan, message, "give one runner's at a time"));
        } else if last.monday == next.monday {
            let message = format!("{} is there twice{}{}", next.label, line(last.line), line(next.line));
            problems.push(problem(plan, message, "leave one of the two out"));
        } else if (next.monday - last.monday).num_days() != 7 {
            let message =
                format!("after {}{} comes {}{}", last.label, line(last.line), next.label, line(next.line));
            problems.push(problem(plan, message, "give weeks that follow each other"));
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut all = joined(plans).into_iter();
    let (Some(mut whole), rest) = (all.next(), all) else { return Ok(None) };
    // What follows each other without being this program's own is one plan too.
    for plan in rest {
        whole.weeks.extend(plan.weeks);
        whole.races.extend(plan.races);
        whole.remarks.extend(plan.remarks);
    }
    Ok(Some(whole))
}
