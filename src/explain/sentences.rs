//! Why a week is as it is, in whole sentences: why these days, and why one session stands on its day.

use crate::explain::Finding;
use crate::explain::costs::costs;
use crate::explain::other_days::{OtherDay, other_days, placed};
use crate::explain::reasons::Reason;
use crate::facts::Facts;
use crate::facts::limits::Limits;
use crate::profile::Why;
use crate::rules::Rule;
use crate::solve::{Best, Search};
use crate::week::Week;
use crate::week::day::{Day, Days, and, listed, listed_or};
use crate::week::kind::Kind;
use crate::week::phase::Phase;
use crate::week::session::Run;
use crate::word::Word as _;

/// What the rules behind a reason want, as a list of phrases.
fn wishes(limits: &Limits, rules: &[&'static Rule]) -> String {
    let wish = |rule: &&Rule| rule.steer().map(|steer| (steer.wish)(limits));
    and(&rules.iter().filter_map(wish).collect::<Vec<_>>())
}

/// Which of equal choices the tie-break takes.
pub(crate) const fn first_in_line(limits: &Limits) -> &'static str {
    if matches!(limits.phase, Phase::Recovery) { "the later day" } else { "the earlier day" }
}

/// Why a session of `week` stands on its day, as a sentence made from the best week without it there.
pub(crate) fn why(facts: &Facts<'_>, week: &Week, reason: &Reason) -> String {
    if reason.session == Kind::Rest && facts.days_off.contains(reason.day) {
        let date = facts.date(reason.day);
        let off = facts.profile.off.iter().find(|off| off.holds(date));
        return format!("{}.", Why::told(off.and_then(|off| off.why)));
    }
    let wishes = wishes(&facts.limits, &reason.rules);
    let Some(without) = &reason.without else {
        if wishes.is_empty() {
            return "nothing is left to place; season and profile ask for no session that could stand here."
                .to_owned();
        }
        return format!("no week is possible without it here; {wishes} only so.");
    };
    let instead = instead(facts, week, reason, &without.week);
    match (reason.worse, instead.is_empty()) {
        (None, true) => "without it the week would be as good.".to_owned(),
        (None, false) => {
            let last = reason.run == Some(Run::Long);
            let wins = if last { "the later day" } else { first_in_line(&facts.limits) };
            format!("{} would be just as good; of equal days {wins} is taken.", listed_or(instead.iter()))
        }
        (Some(_), is_dropped) => {
            let then = without_it(facts, &without.week, reason);
            let then = if then.is_empty() { then } else { format!(" ({then})") };
            let otherwise = match (is_dropped, reason.session) {
                (true, Kind::Rest) => "otherwise there would be one rest day fewer".to_owned(),
                (true, _) => "otherwise there would be one fewer".to_owned(),
                _ => format!("otherwise it would move to {}", listed(instead.iter())),
            };
            format!("so that {wishes}; {otherwise}{then}.")
        }
    }
}

/// What the week without a session says about the rules that want it.
fn without_it(facts: &Facts<'_>, without: &Week, reason: &Reason) -> String {
    let wanting = |finding: &&Finding| reason.rules.contains(&finding.rule);
    let messages: Vec<_> =
        reason.breaks.iter().filter(wanting).map(|finding| finding.message(facts, without)).collect();
    messages.join("; ")
}

/// The days on which the best week without a session has its like, and the week itself has not.
fn instead(facts: &Facts<'_>, week: &Week, reason: &Reason, without: &Week) -> Days {
    // Of runs only those that may move say where this one would be.
    let moves = |day: &Day| {
        let run = without[day.index()].run;
        facts.runs[day.index()].movable || facts.earlier.is_some_and(|earlier| earlier.is_moved_to(*day, run))
    };
    let is_like = |day: &Day| {
        let [there, here] = [without[day.index()], week[day.index()]];
        // Of runs whose days are chosen, where there is one of its kind.
        if let Some(run) = reason.run {
            return there.run == run && here.run != run;
        }
        let is_new = there.holds(reason.session) && !here.holds(reason.session);
        is_new && (reason.session != Kind::Run || moves(day))
    };
    Day::ALL.iter().copied().filter(is_like).collect()
}

/// Why strength stands on these days: for each other day what spoke against it, the days that are as good, and what the
/// choice costs.
pub(crate) fn choices(facts: &Facts<'_>, search: &Search<'_>, best: &Best, mine: &[Finding]) -> Vec<String> {
    let limits = &facts.limits;
    if facts.days_off == Days::ALL {
        return vec!["A week off: nothing is placed, and nothing has to be made up for.".to_owned()];
    }
    if limits.strength_target == 0 {
        let whose = if facts.profile.strength.sessions == Some(0) {
            "your target is 0"
        } else {
            "the season aims for none"
        };
        return vec![format!("No strength this week: {whose}.")];
    }
    let others = other_days(facts, search, best, mine);
    let mut sentences = Vec::new();
    for kind in [Kind::Legs, Kind::Upper] {
        let days = placed(facts, &best.week, kind);
        if !days.is_empty() {
            let others: Vec<_> = others.iter().filter(|other| other.kind == kind).collect();
            sentences.extend(these_days(&best.week, kind, days, &others));
        }
    }
    let costs: Vec<_> = costs(facts, search, best, mine).into_iter().map(|cost| cost.message).collect();
    match costs.as_slice() {
        [] => {}
        [one] => sentences.push(format!("Cost: {one}.")),
        more => sentences.push(format!("Costs: {}.", more.join("; "))),
    }
    sentences
}

/// One kind's days and the others, in up to three sentences.
fn these_days(week: &Week, kind: Kind, days: Days, others: &[&OtherDay]) -> Vec<String> {
    let what = if kind == Kind::Legs { "Legs" } else { "Upper body" };
    let chosen = format!("{what} on {}", with_runs(week, days));
    let (as_good, worse): (Vec<&OtherDay>, Vec<_>) = others.iter().partition(|other| other.level.is_none());
    if worse.is_empty() {
        let tie = if as_good.is_empty() { "" } else { "; other days are just as good" };
        return vec![format!("{chosen}{tie}.")];
    }
    // Days with the same words against them are said together.
    let mut groups: Vec<(&str, Vec<Day>)> = Vec::new();
    for other in &worse {
        match groups.iter_mut().find(|(against, _)| *against == other.against) {
            Some((_, days)) => days.push(other.day),
            None => groups.push((other.against, vec![other.day])),
        }
    }
    let mut sentences = vec![format!("{chosen}.")];
    match groups.as_slice() {
        [(against, days)] if as_good.is_empty() && days.len() > 2 => {
            sentences.push(format!("Not on any other day ({against})."));
        }
        groups => {
            let not = |(against, days): &(&str, Vec<Day>)| {
                format!("not {} ({against})", listed_or(days.iter().copied()))
            };
            let all = groups.iter().map(not).collect::<Vec<_>>().join(", ");
            sentences.push(format!("N{}.", &all[1..]));
        }
    }
    if !as_good.is_empty() {
        let days = listed_or(as_good.iter().map(|other| other.day));
        sentences.push(format!("{days} would be just as good."));
    }
    sentences
}

/// Days with the run that each shares: `Wednesday, after the speed run, and on Friday`.
fn with_runs(week: &Week, days: Days) -> String {
    let run = |day: Day| match week[day.index()].run {
        Run::Off => None,
        Run::ShakeOut => Some("shake-out"),
        Run::Race => Some("race"),
        Run::Speed => Some("speed run"),
        Run::Long => Some("long run"),
        Run::Easy => Some("easy run"),
    };
    let runs: Vec<_> = days.iter().map(run).collect();
    match runs.as_slice() {
        [Some(first), _, ..] if runs.iter().all(|run| run == &Some(*first)) => {
            format!("{}, after the {first}s", listed(days.iter()))
        }
        _ if runs.iter().all(Option::is_none) => listed(days.iter()),
        _ => {
            let one = |day: Day| {
                let run = run(day).map_or_else(String::new, |run| format!(", after the {run}"));
                day.name().to_owned() + &run
            };
            let all: Vec<_> = days.iter().map(one).collect();
            match all.as_slice() {
                [first] => first.clone(),
                [first @ .., last] if first.iter().any(|one| one.contains(',')) => {
                    format!("{}, and on {last}", first.join(", on "))
                }
                [first @ .., last] => format!("{} and on {last}", first.join(", on ")),
                [] => String::new(),
            }
        }
    }
}
