//! The layouts of runs that a request leaves to the search.

use crate::facts::changes::{Apply, Declared, RunPlan, Step};
use crate::facts::request::Request;
use crate::facts::runs::{Runs, WrittenRun};
use crate::week::day::Day;
use crate::week::session::Run;

/// The changes that are about strength, which come first.
fn of_strength(changes: &[Apply]) -> &[Apply] {
    &changes[..changes.partition_point(|(step, _)| *step == Step::Strength)]
}

/// The runs of a request: what season, race and health say of the week, its first layout and the other ones.
pub(super) fn runs_of<'a>(
    request: &Request<'_>,
    declared: Declared<'a>,
    changes: &[Apply],
) -> (Declared<'a>, RunPlan, Vec<RunPlan>) {
    let runs = &declared.profile.runs;
    let of = |day: &Day| runs.kind(*day);
    match &request.runs {
        Runs::Declared => {
            let (declared, runs) = declared.changed(|day| of(&day), changes);
            (declared, runs, Vec::new())
        }
        Runs::Written(written) => {
            // Runs among sessions that stand are changed by nothing.
            let changes = if request.fixed.is_some() { of_strength(changes) } else { changes };
            let (declared, _) = declared.changed(|day| written[day.index()].run, changes);
            (declared, RunPlan::standing(*written), Vec::new())
        }
        Runs::Laid(layouts) => {
            // What season and race say about the week holds, whatever days its runs take now.
            let (declared, _) = match request.written {
                Some(_) => declared.changed(|_| Run::Off, of_strength(changes)),
                None => declared.changed(|day| of(&day), changes),
            };
            let mut plans = layouts.iter().map(|layout| RunPlan::standing(*layout));
            let first = plans.next().unwrap_or(RunPlan::standing([WrittenRun::OFF; 7]));
            (declared, first, plans.collect())
        }
        Runs::Chosen(choice) => {
            let layouts = choice.layouts();
            let plan = |layout: &[Run; 7]| declared.clone().changed(|day| layout[day.index()], changes);
            // A choice of nothing is a week without runs.
            let (kept, first) = plan(layouts.first().unwrap_or(&[Run::Off; 7]));
            let others = layouts.iter().skip(1).map(|layout| plan(layout).1).collect();
            (kept, first, others)
        }
    }
}
