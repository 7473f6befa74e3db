//! Why each session stands where it does, and what kept a number from its target: something is forbidden or demanded, and
//! the search asked again.

use crate::explain::findings::{Finding, findings, sound};
use crate::explain::fixes::demand;
use crate::facts::Facts;
use crate::facts::request::Request;
use crate::rules;
use crate::rules::{RULES, Rule};
use crate::solve::{Ask, Asked, Best, Fact, RuleSet, best_week, clash, forbidding};
use crate::week::day::{Day, Days, and};
use crate::week::score::Level;
use crate::week::{Count, DayPlan, Week};
use crate::word::Word;

/// What the search decides about a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Session {
    /// Strength of any kind.
    Strength,
    /// Mobility.
    Mobility,
    /// Cross-training.
    Cross,
    /// A run that the season lets the search set aside.
    Run,
    /// Nothing: a full rest day.
    Rest,
}

impl Session {
    /// What is placed, in its order within a day.
    pub const PLACED: [Self; 3] = [Self::Strength, Self::Mobility, Self::Cross];

    /// Whether it stands on a day.
    #[must_use]
    pub const fn on(self, plan: DayPlan) -> bool {
        match self {
            Self::Strength => plan.strength.any(),
            Self::Mobility => plan.mobility,
            Self::Cross => plan.cross,
            Self::Run => plan.run.is_run(),
            Self::Rest => plan.is_rest(),
        }
    }

    /// Takes it from a day.
    const fn remove(self, plan: &mut DayPlan) {
        match self {
            Self::Strength => plan.strength = crate::week::session::Strength::None,
            Self::Mobility => plan.mobility = false,
            Self::Cross => plan.cross = false,
            Self::Run => plan.run = crate::week::session::Run::Off,
            Self::Rest => {}
        }
    }

    /// Asks for weeks without it on one day.
    fn never_on(self, day: Day) -> Ask {
        let days: Days = std::iter::once(day).collect();
        match self {
            Self::Strength => Ask { no_full: days, no_upper: days, ..Ask::default() },
            Self::Mobility => Ask { no_mobility: days, ..Ask::default() },
            Self::Cross => Ask { no_cross: days, ..Ask::default() },
            Self::Run => Ask { no_run: days, ..Ask::default() },
            Self::Rest => Ask { no_rest: days, ..Ask::default() },
        }
    }
}

/// Why a session stands on its day.
#[derive(Clone, Debug)]
pub struct Reason {
    /// The day.
    pub day: Day,
    /// The session.
    pub session: Session,
    /// The rules that decided: those that would get worse on the first level that would, in the best week without the
    /// session there; of a session that cannot go, the hard rules that forbid every week without it.
    pub rules: Vec<&'static Rule>,
    /// The rules that would get worse on lower levels; for a tie, those that want the session, here or at all.
    pub also: Vec<&'static Rule>,
    /// The best week without it there; `None` if there is none.
    pub without: Option<Best>,
    /// The first level that gets worse then, and by how much; `None` for a tie or no week.
    pub worse: Option<(Level, u8)>,
}

/// Why each session stands where it does: each is forbidden on its day, and the search asked again. `mine` is what the
/// best week breaks.
#[must_use]
pub fn reasons(
    facts: &Facts<'_>,
    asked: &Asked<'_>,
    best: &Best,
    mine: &[Finding],
    sessions: &[Session],
) -> Vec<Reason> {
    let mut reasons = Vec::with_capacity(8);
    for day in Day::ALL.iter().copied() {
        let plan = best.week[day.index()];
        let decided = |session: &Session| *session != Session::Run || facts.runs[day.index()].movable;
        for session in sessions.iter().copied().filter(|session| session.on(plan)).filter(decided) {
            let without = asked.best(&session.never_on(day), &moves(best.week, day, session));
            let worse = without.and_then(|without| without.score.first_worse(best.score));
            let (rules, also) = match (&without, worse) {
                (Some(without), Some((level, _))) => {
                    let risen = risen(mine, &findings(facts, &without.week));
                    let lower = risen.iter().copied().filter(|rule| rule.level() > Some(level)).collect();
                    (risen.into_iter().filter(|rule| rule.level() == Some(level)).collect(), lower)
                }
                (Some(_), None) => (Vec::new(), wanting(facts, mine, &best.week, day, session)),
                (None, _) => {
                    (forbidding(asked.tables(), &session.never_on(day)).unwrap_or_default(), Vec::new())
                }
            };
            reasons.push(Reason { day, session, rules, also, without, worse });
        }
    }
    reasons
}

/// The week with a session moved from one day to each of the others: likely to be near the best without it there. Mobility
/// is placed by the search itself, so there it is only taken away.
fn moves(week: Week, from: Day, session: Session) -> impl Iterator<Item = Week> + Clone {
    let strength = week[from.index()].strength;
    let mut without = week;
    session.remove(&mut without[from.index()]);
    let days = Day::ALL.iter().copied().filter(move |to| *to != from);
    let likely = match session {
        Session::Mobility | Session::Rest => 1,
        Session::Run => 0, // fewer runs than the season keeps are no week
        Session::Strength | Session::Cross => 7,
    };
    days.take(likely).map(move |to| {
        let mut moved = without;
        match session {
            Session::Strength => moved[to.index()].strength = strength,
            Session::Mobility | Session::Run | Session::Rest => {}
            Session::Cross => moved[to.index()].cross = true,
        }
        moved
    })
}

/// The rules that want a session though its day is a tie: those that would be broken more with it on some other day, or,
/// where the day is all one to them, without it.
fn wanting(
    facts: &Facts<'_>,
    mine: &[Finding],
    week: &Week,
    day: Day,
    session: Session,
) -> Vec<&'static Rule> {
    let strength = week[day.index()].strength;
    let mut without = *week;
    session.remove(&mut without[day.index()]);
    let mut rules: Vec<&'static Rule> = Vec::new();
    for other in Day::ALL.iter().copied().filter(|other| *other != day && !session.on(week[other.index()])) {
        let mut moved = without;
        match session {
            Session::Strength => moved[other.index()].strength = strength,
            Session::Mobility => moved[other.index()].mobility = true,
            Session::Cross => moved[other.index()].cross = true,
            Session::Run => moved[other.index()].run = facts.runs[other.index()].run,
            Session::Rest => {}
        }
        if sound(facts, &moved).is_ok() {
            rules.extend(risen(mine, &findings(facts, &moved)));
        }
    }
    if rules.is_empty() {
        rules = risen(mine, &findings(facts, &without));
    }
    rules.sort_by_key(|rule| RULES.iter().position(|other| std::ptr::eq(*other, *rule)));
    rules.dedup_by(|a, b| std::ptr::eq(*a, *b));
    rules
}

/// The rules that `theirs` breaks by more than `mine`, in their order.
pub(crate) fn risen(mine: &[Finding], theirs: &[Finding]) -> Vec<&'static Rule> {
    let sum = |findings: &[Finding], rule: &'static Rule| -> u32 {
        findings.iter().filter(|f| std::ptr::eq(f.rule, rule)).map(|f| u32::from(f.amount)).sum()
    };
    let mut rules: Vec<&'static Rule> = theirs.iter().map(|finding| finding.rule).collect();
    rules.dedup_by(|a, b| std::ptr::eq(*a, *b));
    rules.retain(|rule| sum(theirs, rule) > sum(mine, rule));
    rules
}

/// What kept a count from its target.
#[derive(Clone, Debug, Default)]
pub struct Way {
    /// Rules that would get worse above its level, or that forbid it together with the facts.
    pub rules: Vec<&'static Rule>,
    /// The facts of the profile that forbid it with them; without any one of rules and facts it could be reached.
    pub facts: Vec<Fact>,
}

/// What kept a count from its target.
#[must_use]
pub fn in_the_way(request: &Request<'_>, best: &Best, count: Count) -> Way {
    let facts = rules::facts(request);
    let limits = &facts.limits;
    let target = match count {
        Count::Strength => limits.strength_target,
        Count::Legs => limits.legs_target(),
        Count::Rest => limits.rest_target,
        Count::Mobility => limits.mobility,
        Count::Cross => limits.cross,
    };
    let Some((key, demand)) = demand(count) else {
        return Way { rules: lone_obstacles(&facts, best, count), facts: Vec::new() };
    };
    let mut asked = request.clone();
    demand(asked.profile.to_mut(), target);
    let raised = rules::facts(&asked);
    if let Some(reached) = best_week(&raised, RuleSet::all(), &Ask::default()) {
        let level = reached.score.first_worse(best.score).map(|(level, _)| level);
        let mut rules = risen(&findings(&facts, &best.week), &findings(&facts, &reached.week));
        rules.retain(|rule| rule.level() == level);
        return Way { rules, facts: Vec::new() };
    }
    let clash = clash(&asked);
    let demanding =
        |rule: &&Rule| matches!(rule.id, "too-little-strength" | "too-few-leg-sessions" | "no-rest-day");
    Way {
        rules: clash.rules.into_iter().filter(|rule| !demanding(rule)).collect(),
        facts: clash.facts.into_iter().filter(|fact| fact.key != key).collect(),
    }
}

impl Way {
    /// It as a phrase; empty where nothing was found.
    #[must_use]
    pub fn text(&self, request: &Request<'_>) -> String {
        let rules = and(&self.rules.iter().map(|rule| format!("`{}`", rule.id)).collect::<Vec<_>>());
        let facts: Vec<_> = self.facts.iter().map(|fact| format!("`{}`", fact.shown(request))).collect();
        match (rules, facts.as_slice()) {
            (rules, []) => rules,
            (rules, facts) if rules.is_empty() => and(facts),
            (rules, facts) => format!("{rules} with {}", and(facts)),
        }
    }
}

/// The rules without which, one at a time, the count would be higher.
fn lone_obstacles(facts: &Facts<'_>, best: &Best, count: Count) -> Vec<&'static Rule> {
    let better = |rule: &&'static Rule| {
        let others = RuleSet::new(RULES.iter().copied().filter(|other| other.id != rule.id));
        let without = best_week(facts, &others, &Ask::default());
        without.is_some_and(|without| count.of(&without.week) > count.of(&best.week))
    };
    RULES.iter().copied().filter(|rule| rule.steer().is_some()).filter(better).collect()
}
