//! Two key runs follow each other.

use super::rule::{Check, Grade, Limit, Looks, Rule, Steer};
use super::warning::{Seen, Subject, Warning};
use crate::week::DayPlan;
use crate::week::day::Day;
use crate::week::race::Distance;
use crate::week::run_days::KeyRuns;
use crate::week::score::Level;
use crate::week::session::Run;
use crate::word::Word;

pub(super) const RULE: Rule = Rule {
    id: "key-runs-adjacent",
    summary: "key runs on consecutive days, week boundary included: never where the planner chooses the run days and can help it, else told; \
              for an ultra runner's two long runs, and for two that were asked for, only a note",
    rationale: "a hard day is followed by an easy one",
    source: "hard-easy (Bowerman, Daniels)",
    grade: Some(Grade::C),
    limit: Limit::None,
    check: Check::SteerOrWarn(
        Steer {
            level: Level::Hard,
            looks: Looks::Pair {
                of: DayPlan::is_key,
                reach: 1,
                amount: |limits, _| u8::from(limits.key_runs == KeyRuns::Apart),
            },
            wish: |_| "key runs are not on consecutive days".to_owned(),
            against: |_| "key runs would be on consecutive days",
            says: |breach| format!("key runs on {}, consecutive days", breach.both()),
        },
        Subject::Week,
        warnings,
    ),
    breaks: &[
        "- - - - - speed long",
        "speed - - - - - long",
        "- easy - easy - speed long runs.per_week=4",
        "speed - easy - easy - long runs.per_week=4",
    ],
    keeps: &["- - - speed - - long", "- easy - speed - easy long runs.per_week=4"],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    let runs = seen.runs();
    let ultra = seen.facts.race.is_some_and(|race| race.distance == Some(Distance::Ultra));
    let mut warnings = Vec::new();
    if seen.facts.limits.key_runs == KeyRuns::Apart {
        return warnings; // such a week is none
    }
    for day in Day::ALL.iter().copied() {
        let run = runs[day.index()];
        if !run.is_key() {
            continue;
        }
        let next = seen.facts.around(&runs, day).1[0];
        if next.is_key() {
            let both_long = run == Run::Long && next == Run::Long;
            let asked = both_long && seen.facts.profile.runs.second_long() == Some(day.shifted(1));
            if asked && ultra {
                continue;
            }
            let (kind, hint) = if ultra && both_long {
                ("back-to-back long", "fine for an ultra; keep the second one easy")
            } else if asked {
                ("long", "two long runs in a row are for ultra runners; keep the second one short and easy")
            } else {
                ("key", "put an easy day between them")
            };
            let message = format!("{kind} runs on {} and {}", day.name(), day.shifted(1).name());
            let warning = Warning::new(RULE.id, message, hint).pair_from(day);
            warnings.push(if asked || ultra && both_long { warning.note() } else { warning });
        }
    }
    warnings
}
