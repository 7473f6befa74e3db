//! Which days the runs of a week may take when some have lost theirs.

use crate::facts::Facts;
use crate::facts::earlier::Earlier;
use crate::facts::request::Request;
use crate::facts::runs::{Runs, WrittenRun};
use crate::replan::became::Became;
use crate::rules;
use crate::week::day::{Day, Days};
use crate::week::session::Run;
use crate::word::Word as _;
use std::collections::BTreeSet;

/// A long or speed run that has lost its day.
struct Displaced {
    run: WrittenRun,
    /// Days that it may take.
    targets: Days,
}

/// Every way to lay out the runs, that in which nothing moves first: a displaced long or speed run takes a run-free day or an
/// easy run's, the long run a speed run's too, or is let go. Runs whose day stands do not move, and none goes to a day on which
/// season or race would make another run of it.
pub(super) fn layouts(
    request: &Request<'_>,
    facts: &Facts<'_>,
    earlier: &Earlier,
    became: &Became,
) -> Vec<[WrittenRun; 7]> {
    let [lengths, minutes] = became.minutes;
    let stands = |day: Day| WrittenRun { run: became.week[day.index()].run, minutes: minutes[day.index()] };
    let base: [WrittenRun; 7] = std::array::from_fn(|day| {
        let day = Day::of(day);
        if became.lost.contains(day) || !stands(day).run.is_run() { WrittenRun::OFF } else { stands(day) }
    });
    let open = |day: &Day| {
        let closed = [became.frozen, became.lost, facts.blocked].iter().any(|days| days.contains(*day));
        !closed && *day >= became.today
    };
    let open: Vec<Day> = Day::ALL.iter().copied().filter(open).collect();
    let mut displaced = Vec::new();
    for run in [Run::Long, Run::Speed] {
        // Of a day that has its run still, only the strength was missed; what the runner moved has its day.
        let has_lost = |day: &Day| earlier.displaced(*day) == run && base[day.index()].run != run;
        for day in Day::ALL.iter().copied().filter(has_lost).filter(|day| !earlier.moved.contains(*day)) {
            let takes = |to: &Day| match base[to.index()].run {
                Run::Off | Run::Easy => true,
                Run::Speed => run == Run::Long,
                Run::Long | Run::Race | Run::ShakeOut => false,
            };
            let keeps = |to: &Day| keeps_its_kind(request, facts, run, *to);
            let targets = open.iter().copied().filter(takes).filter(keeps).collect();
            displaced.push(Displaced { run: WrittenRun { run, minutes: lengths[day.index()] }, targets });
        }
    }
    // What gave way to a run that the runner moved looks for a day too.
    for (day, run) in &became.ousted {
        let takes = |to: &Day| matches!(base[to.index()].run, Run::Off | Run::Easy);
        let keeps = |to: &Day| keeps_its_kind(request, facts, *run, *to);
        let targets = open.iter().copied().filter(takes).filter(keeps).collect();
        displaced.push(Displaced { run: WrittenRun { run: *run, minutes: lengths[day.index()] }, targets });
    }
    let mut all = Vec::new();
    add(&displaced, base, Days::NONE, &mut all);
    // The same runs by another way are the same week.
    let mut seen = BTreeSet::new();
    all.retain(|layout| seen.insert(layout.map(|of| of.run)));
    all
}

/// Adds the layouts that the displaced runs leave.
fn add(displaced: &[Displaced], layout: [WrittenRun; 7], taken: Days, all: &mut Vec<[WrittenRun; 7]>) {
    let Some((first, rest)) = displaced.split_first() else {
        all.push(layout);
        return;
    };
    add(rest, layout, taken, all);
    for to in first.targets.iter().filter(|to| !taken.contains(*to)) {
        let (mut layout, mut taken) = (layout, taken);
        layout[to.index()] = first.run;
        taken.insert(to);
        add(rest, layout, taken, all);
    }
}

/// Whether a run on a day is still one of its kind after all that season and race say.
fn keeps_its_kind(request: &Request<'_>, facts: &Facts<'_>, run: Run, day: Day) -> bool {
    if facts.race.is_none() {
        return true;
    }
    let mut asked =
        Request { fixed: None, written: None, earlier: None, block: Days::NONE, ..request.clone() };
    let mut layout = match request.runs {
        Runs::Settled(layout) => layout,
        _ => std::array::from_fn(|at| request.profile.runs.kind(Day::of(at))),
    };
    if run == Run::Long {
        layout.iter_mut().filter(|of| **of == Run::Long).for_each(|of| *of = Run::Easy);
    }
    layout[day.index()] = run;
    asked.runs = Runs::Settled(layout);
    rules::facts(&asked).runs[day.index()].run == run
}
