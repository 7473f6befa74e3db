//! A hard session of another sport, and a key run on the same day or the day after.

use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use super::warning::{Seen, Subject, Warning};
use crate::profile::Fixed;
use crate::week::day::Day;
use crate::week::score::Level;
use crate::word::Word as _;

pub(super) const RULE: Rule = Rule {
    id: "fixed-before-key-run",
    summary: "a fixed session that is hard on the legs on the day before a key run, or on its day",
    rationale: "tired legs spoil the run that matters most; where both days are the runner's own, this is told and not moved; where \
                the planner chooses the run days, it finds others if it can",
    source: "Goulart 2022 for football; transferred to other sports",
    grade: Some(Grade::C),
    limit: Limit::None,
    check: Check::SteerOrWarn(
        Steer {
            level: Level::Legs,
            looks: Looks::Day(|today| {
                let [before, here, _] = today.fixed;
                let chosen = today.limits.run_days.are_chosen() && today.plan.is_key();
                u8::from(chosen && (before.is_hard() || here.is_hard()))
            }),
            wish: |_| "key runs keep clear of hard sessions of your own".to_owned(),
            against: |_| "a key run would follow a hard session of your own",
            says: |breach| format!("a key run on {}, on or after a hard session of your own", breach.day()),
        },
        Subject::Week,
        warnings,
    ),
    breaks: &[
        "- - - - - - long fixed=football@sat",
        "- - - - - - long fixed=football@sun",
        "speed - - - - - - fixed=football@sun@2026-11-22",
    ],
    keeps: &[
        "- - - - - - long fixed=football@fri",
        "- - - - - - long fixed=hike@sat",
        "- - - - - - easy fixed=football@sat",
        "- easy - - - - long fixed=football@fri runs.per_week=2",
    ],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    let others = &seen.facts.others;
    let hint = "move one of the two if you can; else take the run as it comes";
    let mut warnings = Vec::new();
    for day in Day::ALL.iter().copied().filter(|day| seen.week[day.index()].is_key()) {
        let run = seen.week[day.index()].run.name();
        let before = if day == Day::Mon { &others.day_before } else { &others.days[day.index() - 1] };
        if let Some(name) = hard(before) {
            let earlier = day.shifted(-1);
            let message = format!("{name} on {}, the day before {}'s {run}", earlier.name(), day.name());
            // The Sunday before a Monday is none of this week's days.
            let days = [earlier, day].into_iter().filter(|of| *of <= day).collect();
            warnings.push(Warning::new(RULE.id, message, hint).on(days));
        }
        if let Some(name) = hard(&others.days[day.index()]) {
            let message = format!("{name} on {}, the day of the {run}", day.name());
            warnings.push(Warning::new(RULE.id, message, hint).on(std::iter::once(day).collect()));
        }
    }
    warnings
}

/// The name of the first session that is hard on the legs.
fn hard<'a>(sessions: &[&'a Fixed]) -> Option<&'a str> {
    sessions.iter().find(|fixed| fixed.makes().is_hard()).map(|fixed| &*fixed.name)
}
