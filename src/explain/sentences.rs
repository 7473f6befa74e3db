//! Reasons in whole sentences, made from the best alternative and from what the week gives up.

use crate::explain::FindingText;
use crate::explain::reasons::Reason;
use crate::facts::Facts;
use crate::facts::limits::Limits;
use crate::profile::Why;
use crate::rules::Rule;
use crate::week::Week;
use crate::week::day::{Day, Days, and, listed};
use crate::week::kind::Kind;
use crate::week::phase::Phase;
use crate::week::score::Level;
use crate::week::session::Run;
use crate::word::Word;

/// What the rules behind a reason want, as a list of phrases.
fn wishes(limits: &Limits, rules: &[&'static Rule]) -> String {
    let wish = |rule: &&Rule| rule.steer().map(|steer| (steer.wish)(limits));
    and(&rules.iter().filter_map(wish).collect::<Vec<_>>())
}

/// Which of equal choices the tie-break takes.
pub(crate) const fn first_in_line(limits: &Limits) -> &'static str {
    if matches!(limits.phase, Phase::Recovery) { "the later day" } else { "the earlier day" }
}

/// Why a session stands on its day, as a sentence made from the best week without it there.
pub(crate) fn why(facts: &Facts<'_>, reason: &Reason) -> String {
    if reason.session == Kind::Rest && facts.days_off.contains(reason.day) {
        let date = facts.date(reason.day);
        let off = facts.profile.off.iter().find(|off| off.holds(date));
        return format!("{}.", Why::told(off.and_then(|off| off.why)));
    }
    let wishes = wishes(&facts.limits, &reason.rules);
    let Some(without) = &reason.without else {
        if wishes.is_empty() {
            return "nothing is left to place: season and profile ask for no session that could stand here."
                .to_owned();
        }
        return format!("there is no week without it here: {wishes} only so.");
    };
    // Of the runs only those that may move say where this one would be.
    let moves = |day: &Day| {
        let run = without.week[day.index()].run;
        facts.runs[day.index()].movable || facts.earlier.is_some_and(|earlier| earlier.is_moved_to(*day, run))
    };
    let movable = |day: &Day| match reason.run {
        // Of runs whose days are chosen, where there is one of its kind.
        Some(run) => without.week[day.index()].run == run,
        None => reason.session != Kind::Run || moves(day),
    };
    let elsewhere = Day::ALL
        .iter()
        .copied()
        .filter(|day| without.week[day.index()].holds(reason.session))
        .filter(movable);
    let elsewhere = match listed(elsewhere) {
        none if none.is_empty() => "the next best week has none".to_owned(),
        days => format!("the next best week has it on {days}"),
    };
    match reason.worse {
        None if reason.run == Some(Run::Long) => format!("a tie, and the later day wins; {elsewhere}."),
        None => format!("a tie, and {} wins; {elsewhere}.", first_in_line(&facts.limits)),
        Some((level, amount)) => {
            format!("so that {wishes}; without it here `{level}` is worse by {amount}, and {elsewhere}.")
        }
    }
}

/// Days with the same reason: its rules, the day that would have it instead, the days, and what the rules want.
type Group = (Vec<&'static str>, Option<Day>, Vec<Day>, String);

/// Two or three sentences: what decided where strength went, and what the week gives up for it.
pub(crate) fn choices(
    facts: &Facts<'_>,
    week: &Week,
    reasons: &[Reason],
    findings: &[FindingText],
) -> Vec<String> {
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
    // Days with the same reason and the same alternative are said together.
    let mut groups: Vec<Group> = Vec::new();
    for reason in reasons.iter().filter(|reason| reason.session == Kind::Strength) {
        let Some(without) = &reason.without else { continue };
        let mut new = Day::ALL
            .iter()
            .copied()
            .filter(|day| without.week[day.index()].strength.any() && !week[day.index()].strength.any());
        let instead = new.next();
        let mut ids: Vec<_> = reason.rules.iter().map(|rule| rule.id).collect();
        if instead.is_none() {
            ids.truncate(1); // nothing else could be chosen: which rules wish for it is no news
        }
        let tie = ids.is_empty();
        match groups.iter_mut().find(|(rules, other, ..)| *rules == ids && (*other == instead || tie)) {
            Some((_, _, days, _)) => days.push(reason.day),
            None => groups.push((ids, instead, vec![reason.day], wishes(limits, &reason.rules))),
        }
    }
    let sentence = |(rules, instead, days, wishes): Group| {
        let days = listed(days);
        match (instead, rules.is_empty()) {
            (Some(instead), false) => format!("{days} rather than {}, so that {wishes}.", instead.name()),
            (_, true) => format!("Other days would do as well; {} wins.", first_in_line(limits)),
            (None, _) => format!("{days}: no other day can take a session."),
        }
    };
    let mut sentences: Vec<_> = groups.into_iter().map(sentence).take(2).collect();
    let price = |said: &&FindingText| {
        matches!(said.rule.level(), Some(Level::Protect | Level::Legs | Level::Placement))
            && !said.days.is_empty()
            && !said.days.iter().all(|day| facts.stands(*day, week[day.index()], false))
    };
    if let Some(said) = findings.iter().find(price) {
        sentences.push(format!("The price: {}.", said.message));
    }
    sentences
}
