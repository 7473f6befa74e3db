//! The run days of a week whose runner leaves them to the search, chosen before anything else of it is told.

use crate::explain::findings::findings;
use crate::explain::reasons::{Reason, reasons};
use crate::facts::Facts;
use crate::facts::request::Request;
use crate::facts::runs::Runs;
use crate::rules;
use crate::solve::{Ask, Best, RuleSet, Search};
use crate::week::Week;
use crate::week::kind::Kind;
use crate::week::session::Run;

/// The request with its run days chosen, where they are open and there is a week; else as it is.
#[must_use]
pub fn settled<'a>(request: &Request<'a>) -> Request<'a> {
    chosen(request, |_, _, _| ()).map_or_else(|| request.clone(), |(settled, ())| settled)
}

/// The same with the reasons for the days.
pub(crate) fn settled_with_reasons<'a>(request: &Request<'a>) -> (Request<'a>, Vec<Reason>) {
    let why = |facts: &Facts<'_>, search: &Search<'_>, best: &Best| {
        reasons(facts, search, best, &findings(facts, &best.week), &[Kind::Run])
    };
    chosen(request, why).unwrap_or_else(|| (request.clone(), Vec::new()))
}

/// The request with the run days of its best week, and what else is asked about them; `None` where they are not open, or no week is.
fn chosen<'a, T>(
    request: &Request<'a>,
    ask: impl FnOnce(&Facts<'_>, &Search<'_>, &Best) -> T,
) -> Option<(Request<'a>, T)> {
    if !is_open(request) {
        return None;
    }
    let facts = rules::facts(request);
    let search = Search::new(&facts, RuleSet::all());
    let best = search.best(&Ask::default())?;
    let layout = layout(&facts, &best.week);
    let asked = ask(&facts, &search, &best);
    Some((request.clone().with_runs(Runs::Settled(layout)), asked))
}

/// Whether the search chooses the run days of a request.
pub(crate) fn is_open(request: &Request<'_>) -> bool {
    request.runs == Runs::Declared && request.profile.runs.per_week.is_some()
}

/// The kinds of run by day, before all changes, of the first choice that has the runs of a week.
pub(crate) fn layout(facts: &Facts<'_>, week: &Week) -> [Run; 7] {
    let runs = week.map(|day| day.run);
    let mut plans = facts.run_plans();
    let plan = plans.find(|plan| plan.leaves(&runs));
    plan.map_or(runs, |plan| plan.runs.map(|planned| planned.declared))
}
