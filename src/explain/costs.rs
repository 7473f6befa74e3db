//! What the chosen days cost: only what another week would have spared.

use crate::explain::Finding;
use crate::explain::findings::breaches;
use crate::explain::other_days::placed;
use crate::facts::Facts;
use crate::rules::{RULES, Rule};
use crate::solve::{Ask, Best, RuleSet, Search};
use crate::week::count;
use crate::week::day::{Day, Days, listed_or};
use crate::week::kind::{Kind, Kinds};
use crate::week::score::Level;

/// Something that the best week gives up though another week, which keeps all hard rules and as many sessions, has it.
#[derive(Clone, Debug)]
pub struct Cost {
    /// The rule that would have been kept, or broken less.
    pub rule: &'static Rule,
    /// The days on which it is broken; for rest the days of which one could have been free.
    pub days: Days,
    /// The same in a few words, without a stop.
    pub message: String,
}

/// The costs of the best week: rest that strength took from a day, and of the rules about where legs and strength go those that
/// are broken more than in a week that minds them before everything but hard rules and the number of sessions.
#[must_use]
pub fn costs(facts: &Facts<'_>, search: &Search<'_>, best: &Best, mine: &[Finding]) -> Vec<Cost> {
    let mut costs: Vec<Cost> = rest(facts, search, best, mine).into_iter().collect();
    for rule in RULES.iter().copied().filter(|rule| is_of_days(rule.level())) {
        let broken = mine.iter().filter(|finding| finding.rule == rule);
        let placed = |finding: &&Finding| {
            let stands = |day: &Day| facts.stands(*day, best.week[day.index()], false);
            !finding.days.is_empty() && !finding.days.iter().all(stands)
        };
        let broken: Vec<&Finding> = broken.filter(placed).collect();
        if broken.is_empty() {
            continue;
        }
        let spared = spared(facts, rule, &broken);
        costs.extend(spared.into_iter().map(|finding| Cost {
            rule,
            days: finding.days.iter().copied().collect(),
            message: finding.message(facts, &best.week),
        }));
    }
    costs
}

/// Whether a level is about the days of sessions, and says something to a runner.
const fn is_of_days(level: Option<Level>) -> bool {
    matches!(level, Some(Level::Protect | Level::Legs | Level::Placement))
}

/// The breaches of a rule that are not in the week that keeps it as well as hard rules and the number of sessions allow.
fn spared<'a>(facts: &Facts<'_>, rule: &'static Rule, broken: &[&'a Finding]) -> Vec<&'a Finding> {
    let comes_first = |other: &Rule| other.level() < Some(Level::Rest) || other == rule;
    let rules = RuleSet::new(RULES.iter().copied().filter(|other| comes_first(other)));
    let Some(other) = Search::new(facts, &rules).best(&Ask::default()) else { return Vec::new() };
    let theirs = breaches(rule, facts, &other.week);
    let sum = |amounts: &mut dyn Iterator<Item = u8>| amounts.map(u32::from).sum::<u32>();
    let [there, here] = [
        sum(&mut theirs.iter().map(|finding| finding.amount)),
        sum(&mut broken.iter().map(|finding| finding.amount)),
    ];
    if there >= here {
        return Vec::new();
    }
    // Where it breaks the rule fewer times, as many of ours are spared; those that it has as well last of all.
    let mut ours = broken.to_vec();
    ours.sort_by_key(|finding| theirs.iter().any(|other| other.days == finding.days));
    ours.truncate(broken.len().saturating_sub(theirs.len()).max(1));
    ours.sort_by_key(|finding| finding.days.clone());
    ours
}

/// The rest day that strength took, where rest is short: a day that holds strength alone, and would be free with a session fewer.
fn rest(facts: &Facts<'_>, search: &Search<'_>, best: &Best, mine: &[Finding]) -> Option<Cost> {
    let short = mine.iter().find(|finding| finding.rule.level() == Some(Level::Rest))?;
    let rest = count(&best.week, Kind::Rest);
    let strength = placed(facts, &best.week, Kind::Legs).and(placed(facts, &best.week, Kind::Upper));
    let would_be_free = |day: &Day| {
        let plan = best.week[day.index()];
        let is_alone = !plan.run.is_run() && !plan.other.takes_the_day();
        let placed = Kind::PLACED.into_iter().fold(Kinds::NONE, |kinds, kind| kinds.with(kind, true));
        let then = is_alone.then(|| search.best(&Ask::default().never(*day, placed))).flatten();
        then.is_some_and(|then| count(&then.week, Kind::Rest) > rest)
    };
    let days: Days = strength.iter().filter(would_be_free).collect();
    let nth = ["first", "second", "third", "fourth", "fifth", "sixth"][usize::from(rest.min(5))];
    let message = format!("{} would have been your {nth} rest day", listed_or(days.iter()));
    (!days.is_empty()).then_some(Cost { rule: short.rule, days, message })
}
