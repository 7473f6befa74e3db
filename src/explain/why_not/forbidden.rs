//! Why something cannot be: what it would break on its day, or what leaves no place for it.

use crate::explain::findings::findings;
use crate::facts::Facts;
use crate::rules;
use crate::rules::{Limit, Rule};
use crate::week::day::{Day, and, listed};
use crate::week::kind::Kind;
use crate::week::session::{Run, Session};
use crate::week::{DayPlan, Week};
use crate::word::Word as _;

/// Why it cannot be, in a sentence: what it would break on its day, else which rules leave no week with it; and those rules.
pub(super) fn forbidden(
    facts: &Facts<'_>,
    wanted: Kind,
    day: Day,
    plan: DayPlan,
    rules: Option<Vec<&'static Rule>>,
) -> (String, Vec<&'static Rule>) {
    let Some(rules) = rules else { return structure(facts, wanted, day) };
    let said = said(facts, wanted, day, plan, &rules);
    if said.is_empty() {
        let wish = |rule: &&'static Rule| rule.steer().map(|steer| (steer.wish)(&facts.limits));
        let wishes = and(&rules.iter().filter_map(wish).collect::<Vec<_>>());
        return (format!("{} on {} leaves no week in which {wishes}", wanted.name(), day.name()), rules);
    }
    (said.join("; "), rules)
}

/// The breaches on the day itself, of the rules that forbid it.
fn said(facts: &Facts<'_>, wanted: Kind, day: Day, plan: DayPlan, rules: &[&'static Rule]) -> Vec<String> {
    let mut week: Week = [DayPlan::EMPTY; 7];
    for (plan, planned) in week.iter_mut().zip(&facts.runs) {
        plan.run = planned.run;
    }
    if let Some(session) = Session::of(wanted) {
        // Mobility stands beside what the best week has there.
        let beside = if wanted == Kind::Mobility { plan } else { week[day.index()] };
        week[day.index()] = beside.with(session);
    }
    let found = findings(facts, &week);
    let here = |rule: &&Rule| {
        found
            .iter()
            .find(|f| f.rule == *rule && f.days.contains(&day))
            .map(|f| format!("{} [{}]", f.message(facts, &week), f.rule.id))
    };
    rules.iter().filter_map(here).collect()
}

/// Why no such day is a placement whatever the rules that steer, and the rules that made it so.
pub(super) fn structure(facts: &Facts<'_>, wanted: Kind, day: Day) -> (String, Vec<&'static Rule>) {
    let run = facts.runs[day.index()].run;
    let name_of_day = day.name();
    let message = match wanted {
        Kind::Mobility if run == Run::Race => format!("{name_of_day} is race day: no mobility"),
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
        _ if facts.days_off.contains(day) => format!("{name_of_day} is a day off: it stays empty"),
        _ if facts.profile.named_days(wanted).is_some_and(|days| !days.contains(day)) => {
            let days = facts.profile.named_days(wanted).unwrap_or_default();
            let only = match days.len() {
                0 => "no day is".to_owned(),
                1 => format!("{} is the only one", listed(days.iter())),
                _ => format!("{} are the only ones", listed(days.iter())),
            };
            let is_of_days = |rule: &&&Rule| matches!(rule.limit, Limit::Key(key) if key.strip_suffix(".days") == Some(wanted.id()));
            let rule = rules::RULES.iter().find(is_of_days).copied();
            let message = format!("{name_of_day} is not named for {}: {only}", wanted.name());
            return (message, rule.into_iter().collect());
        }
        _ => match wanted.only_on() {
            Some(days) => {
                let run = if run.is_run() { format!("; {name_of_day} has a run") } else { String::new() };
                format!("{} goes only on {days}{run}", wanted.name())
            }
            None => format!("{} on {name_of_day} is no placement", wanted.name()),
        },
    };
    (message, Vec::new())
}
