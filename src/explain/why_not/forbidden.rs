//! Why something cannot be: what it would break on its day, or what leaves no place for it.

use crate::explain::findings::findings;
use crate::facts::Facts;
use crate::rules;
use crate::rules::Rule;
use crate::week::day::{Day, and};
use crate::week::kind::Kind;
use crate::week::session::{Run, Session, Strength};
use crate::week::{DayPlan, Week};

/// Why it cannot be, in a sentence: what it would break on its day, else which rules leave no week with it.
pub(super) fn forbidden(
    facts: &Facts<'_>,
    wanted: Kind,
    day: Day,
    plan: DayPlan,
    rules: Option<&[&'static Rule]>,
) -> String {
    let Some(rules) = rules else { return structure(facts, wanted, day).0 };
    let said = said(facts, wanted, day, plan, rules);
    if said.is_empty() {
        let wish = |rule: &&'static Rule| rule.steer().map(|steer| (steer.wish)(&facts.limits));
        let wishes = and(&rules.iter().filter_map(wish).collect::<Vec<_>>());
        return format!("{} on {} leaves no week in which {wishes}", wanted.name(), day.name());
    }
    said.join("; ")
}

/// The breaches on the day itself, of the rules that forbid it.
fn said(facts: &Facts<'_>, wanted: Kind, day: Day, plan: DayPlan, rules: &[&'static Rule]) -> Vec<String> {
    let mut week: Week = [DayPlan::EMPTY; 7];
    for (plan, planned) in week.iter_mut().zip(&facts.runs) {
        plan.run = planned.run;
    }
    let placed = &mut week[day.index()];
    match wanted {
        Kind::Strength | Kind::Upper => *placed = placed.with(Session::Strength(Strength::Upper)),
        Kind::Legs => *placed = placed.with(Session::Strength(Strength::Full)),
        Kind::Mobility => *placed = plan.with(Session::Mobility),
        Kind::Cross => *placed = placed.with(Session::Cross),
        Kind::Rest | Kind::Run => {}
    }
    let found = findings(facts, &week);
    let here = |rule: &&Rule| {
        found
            .iter()
            .find(|f| f.rule == *rule && f.days.contains(&day))
            .map(|f| format!("{}: `{}`", f.message(facts, &week), f.rule.id))
    };
    rules.iter().filter_map(here).collect()
}

/// Why no such day is a placement whatever the rules that steer, and the rules that made it so.
pub(super) fn structure(facts: &Facts<'_>, wanted: Kind, day: Day) -> (String, Vec<&'static Rule>) {
    let run = facts.runs[day.index()].run;
    let name_of_day = day.name();
    let message = match wanted {
        Kind::Mobility if run == Run::Race => format!("{name_of_day} is race day: no mobility"),
        Kind::Mobility => "mobility goes only on a day with a run, strength or cross-training".to_owned(),
        Kind::Cross => {
            format!("cross-training goes only on a day without a run and strength; {name_of_day} has a run")
        }
        Kind::Rest if run == Run::Race => format!("{name_of_day} is race day"),
        Kind::Run => {
            // Season, race, health or a full day took it out.
            let took = facts.changes.iter().rev().find(|change| change.days.contains(day));
            let rule = took.and_then(|change| rules::find(change.rule));
            if let (Some(change), Some(rule)) = (took, rule) {
                let message =
                    format!("a run on {name_of_day} does not stay: {}: `{}`", change.message, rule.id);
                return (message, vec![rule]);
            }
            format!("a run on {name_of_day} is no placement")
        }
        _ => format!("{} on {name_of_day} is no placement", wanted.name()),
    };
    (message, Vec::new())
}
