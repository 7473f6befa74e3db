//! The days that strength did not get: for each the rule that spoke against it, computed by moving a session there.

use crate::explain::Finding;
use crate::explain::findings::findings;
use crate::explain::reasons::risen;
use crate::facts::Facts;
use crate::rules::Rule;
use crate::solve::{Ask, Best, Search};
use crate::week::day::{Day, Days};
use crate::week::kind::{Kind, Kinds};
use crate::week::score::Level;
use crate::week::{DayPlan, Week};
use crate::word::Word as _;

/// A day that could have had a session of a kind, and what spoke against it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherDay {
    /// The day.
    pub day: Day,
    /// The kind: [`Kind::Legs`] or [`Kind::Upper`].
    pub kind: Kind,
    /// The first level that gets worse with one of the kind's sessions there; `None` where the week is just as good.
    pub level: Option<Level>,
    /// The rules of that level that are broken, or broken more, those about the day itself first; none for a day as good
    /// as the chosen ones, or where no session can stand at all.
    pub rules: Vec<&'static Rule>,
    /// The same in a few words that stand in brackets behind the day.
    pub against: &'static str,
}

/// What speaks against a day on which no session can stand, whatever the rules say.
const TAKEN: &str = "taken already";

/// The days on which a week has placed strength of a kind; what stands in somebody else's plan is not placed.
#[must_use]
pub fn placed(facts: &Facts<'_>, week: &Week, kind: Kind) -> Days {
    let is_ours = |day: &Day| {
        let plan = week[day.index()];
        plan.holds(kind) && !facts.before_placing(*day, plan.run).strength.any()
    };
    Day::ALL.iter().copied().filter(is_ours).collect()
}

/// For each kind of strength that a week has placed the days without strength, and what speaks against each: the least that
/// any one session of the kind breaks when it moves there while the others stay. A day on which some week is as good as the
/// best, though others move as well, is as good. `mine` is what the best week breaks.
#[must_use]
pub fn other_days(facts: &Facts<'_>, search: &Search<'_>, best: &Best, mine: &[Finding]) -> Vec<OtherDay> {
    let mut others = Vec::new();
    for kind in [Kind::Legs, Kind::Upper] {
        let chosen = placed(facts, &best.week, kind);
        for day in Day::ALL.iter().copied().filter(|day| !best.week[day.index()].strength.any()) {
            let moves = chosen.iter().map(|from| Move::new(search, best, [from, day], kind));
            let Some(least) = moves.min_by_key(|one| (one.cost(), one.apart)) else { continue };
            let is_as_good = || {
                let forced = search.best(&Ask::default().must(day, Kinds::of(kind)));
                forced.is_some_and(|forced| forced.score == best.score)
            };
            others.push(match least.worse {
                Some((level, _)) if !is_as_good() => {
                    let (rules, against) = least.against(facts, search, mine, level);
                    OtherDay { day, kind, level: Some(level), rules, against }
                }
                _ => OtherDay { day, kind, level: None, rules: Vec::new(), against: "" },
            });
        }
    }
    others
}

/// One session that moves to another day while all other strength stays.
struct Move {
    to: Day,
    /// How many days it moves; of moves as bad the shortest is told.
    apart: usize,
    /// What the search was asked.
    ask: Ask,
    /// The best week with it there; as it was moved where there is none.
    week: Week,
    /// The first level that gets worse then, and by how much.
    worse: Option<(Level, u16)>,
}

impl Move {
    fn new(search: &Search<'_>, best: &Best, [from, to]: [Day; 2], kind: Kind) -> Self {
        let apart = from.index().abs_diff(to.index());
        let moved = moved(&best.week, [from, to]);
        let ask = ask(&moved, to, kind);
        let (week, worse) = match search.best_near(&ask, &std::iter::once(moved)) {
            Some(then) => (then.week, then.score.first_worse(best.score)),
            None => (moved, Some((Level::Hard, u16::MAX))),
        };
        Self { to, apart, ask, week, worse }
    }

    /// How bad it is: nothing, then by the first level that gets worse, the last level first.
    fn cost(&self) -> Option<(std::cmp::Reverse<Level>, u16)> {
        self.worse.map(|(level, by)| (std::cmp::Reverse(level), by))
    }

    /// The rules of a level that it breaks, where the best week breaks `mine`, and the first of them in words.
    fn against(
        &self,
        facts: &Facts<'_>,
        search: &Search<'_>,
        mine: &[Finding],
        level: Level,
    ) -> (Vec<&'static Rule>, &'static str) {
        let theirs = findings(facts, &self.week);
        let mut rules = risen(mine, &theirs);
        rules.retain(|rule| rule.level() == Some(level));
        if rules.is_empty() && level == Level::Hard {
            rules = search.forbidding(&self.ask).unwrap_or_default();
        }
        // What the day itself breaks says more than what the week lacks.
        let about = |rule: &Rule, day: Option<&Day>| {
            let is_it = |of: &&Finding| of.rule == rule && day.is_none_or(|day| of.days.contains(day));
            theirs.iter().find(is_it).cloned()
        };
        rules.sort_by_key(|rule| about(rule, Some(&self.to)).is_none());
        let against = rules.first().map_or(TAKEN, |rule| {
            let finding = about(rule, Some(&self.to)).or_else(|| about(rule, None));
            let finding = finding.unwrap_or(Finding { rule, days: vec![self.to], amount: 1, around: None });
            finding.against(facts, &self.week)
        });
        (rules, against)
    }
}

/// The week with the strength of a day on another one, without what the search places there last.
fn moved(week: &Week, [from, to]: [Day; 2]) -> Week {
    let mut moved = *week;
    let strength = moved[from.index()].strength;
    moved[from.index()] =
        DayPlan { strength: DayPlan::EMPTY.strength, mobility: false, ..moved[from.index()] };
    moved[to.index()] = DayPlan { strength, mobility: false, cross: false, ..moved[to.index()] };
    moved
}

/// Strength on just these days, of this kind on the one that it moves to.
fn ask(week: &Week, to: Day, kind: Kind) -> Ask {
    Day::ALL.iter().fold(Ask::default().must(to, Kinds::of(kind)), |ask, day| {
        let strength = week[day.index()].strength;
        match (strength.legs(), strength.any()) {
            (true, _) => ask.must(*day, Kinds::of(Kind::Legs)),
            (_, true) => ask.must(*day, Kinds::of(Kind::Upper)),
            _ => ask.never(*day, Kinds::of(Kind::Strength)),
        }
    })
}
