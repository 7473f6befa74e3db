//! The layouts of runs that a request leaves to the search.

use crate::facts::changes::{Apply, Declared, RunPlan, Step, race_in};
use crate::facts::free_time::{free_time, open_days};
use crate::facts::limits::Limits;
use crate::facts::request::Request;
use crate::facts::run_choice::RunChoice;
use crate::facts::runs::{Runs, WrittenRun};
use crate::profile::Profile;
use crate::week::day::{Day, Days};
use crate::week::edges::Edges;
use crate::week::race::{Priority, Race};
use crate::week::run_days::KeyRuns;
use crate::week::session::Run;
use crate::word::Word as _;

/// What the search chooses the run days of a request from, where the runner leaves them to it; these days are open.
pub(super) fn run_choice(request: &Request<'_>, profile: &Profile, open: Days) -> Option<RunChoice> {
    let on = |day: &Day, race: Race| race_in(Some(race), request.monday, *day) == Some(0);
    let days = |is: fn(&Race) -> bool| -> Days {
        let has_race = |day: &Day| profile.all_races().filter(is).any(|race| on(day, race));
        Day::ALL.iter().copied().filter(has_race).collect()
    };
    let races = [days(|race| race.priority != Priority::C), days(|race| race.priority == Priority::C)];
    RunChoice::of(&profile.runs, open, profile.days_off(request.monday).len(), races)
}

impl Request<'_> {
    /// What the search chooses its run days from, where they are open.
    #[must_use]
    pub fn run_choice(&self) -> Option<RunChoice> {
        if self.runs != Runs::Declared {
            return None;
        }
        let open = open_days(&free_time(&self.profile, self), self.blocked(&self.profile));
        run_choice(self, &self.profile, open)
    }
}

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
            if let Some(choice) = declared.choice {
                return among(&choice.layouts(), &declared, changes);
            }
            let (declared, runs) = declared.declared(|day| of(&day)).changed(changes);
            (declared, runs, Vec::new())
        }
        Runs::Settled(layout) => {
            let (declared, runs) = declared.declared(|day| layout[day.index()]).changed(changes);
            (declared, runs, Vec::new())
        }
        Runs::Written(written) => {
            // Runs among sessions that stand are changed by nothing.
            let changes = if request.fixed.is_some() { of_strength(changes) } else { changes };
            let (declared, _) = declared.declared(|day| written[day.index()].run).changed(changes);
            (declared, RunPlan::standing(*written), Vec::new())
        }
        Runs::Laid(layouts) => {
            // What season and race say about the week holds, whatever days its runs take now.
            let laid = |day: Day| layouts.first().map_or(Run::Off, |layout| layout[day.index()].run);
            let (declared, _) = match request.written {
                Some(_) => declared.declared(|_| Run::Off).changed(of_strength(changes)),
                None if runs.per_week.is_some() => declared.declared(laid).changed(changes),
                None => declared.declared(|day| of(&day)).changed(changes),
            };
            let mut plans = layouts.iter().map(|layout| RunPlan::standing(*layout));
            let first = plans.next().unwrap_or(RunPlan::standing([WrittenRun::OFF; 7]));
            (declared, first, plans.collect())
        }
    }
}

/// The runs that the search chooses from: the first layout, and the other ones.
fn among<'a>(
    layouts: &[[Run; 7]],
    declared: &Declared<'a>,
    changes: &[Apply],
) -> (Declared<'a>, RunPlan, Vec<RunPlan>) {
    let of =
        |declared: &Declared<'a>, layout: &[Run; 7]| declared.clone().declared(|day| layout[day.index()]);
    // A choice of nothing is a week without runs.
    let (kept, first) = of(declared, layouts.first().unwrap_or(&[Run::Off; 7])).changed(changes);
    // What is changed about strength is the same under every layout, and what is told of the runs is told of the first one.
    let strength = of_strength(changes);
    let (mut base, _) = declared.clone().changed(strength);
    base.changes.clear();
    let others = layouts.iter().skip(1);
    let others = others.map(|layout| of(&base, layout).changed(&changes[strength.len()..]).1).collect();
    (kept, first, others)
}

/// Whether key runs are kept apart in a week with these runs, one way or another: where the runner leaves the run days to the
/// search, and some choice does.
pub(super) fn key_runs(
    limits: &Limits,
    mut plans: impl Iterator<Item = RunPlan>,
    edges: Option<Edges>,
) -> KeyRuns {
    let wraps = edges.map_or(limits.wraps, |edges| edges.repeats_after());
    let apart = |plan: RunPlan| plan.layouts().any(|runs| KeyRuns::are_apart(&runs, wraps));
    if limits.run_days.are_chosen() && plans.any(apart) { KeyRuns::Apart } else { KeyRuns::Anywhere }
}
