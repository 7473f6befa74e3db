//! Why each session stands where it does, and what kept a number from its target: something is forbidden or demanded, and
//! the search asked again.

use crate::explain::Finding;
use crate::explain::findings::{findings, sound};
use crate::facts::Facts;
use crate::facts::earlier::Earlier;
use crate::facts::limits::Limits;
use crate::facts::request::Request;
use crate::rules;
use crate::rules::target::Target;
use crate::rules::{Looks, RULES, Rule, Steer};
use crate::solve::conflict::clash;
use crate::solve::fact::Fact;
use crate::solve::{Ask, Best, RuleSet, Search};
use crate::week::day::{Day, and};
use crate::week::kind::{Kind, Kinds};
use crate::week::score::Level;
use crate::week::session::{Run, Session};
use crate::week::{DayPlan, Week, count};
use crate::word::Word;

/// Why a session stands on its day.
#[derive(Clone, Debug)]
pub struct Reason {
    /// The day.
    pub day: Day,
    /// What stands there, or its rest.
    pub session: Kind,
    /// The kind of run that the search gave the day, where it chooses the run days.
    pub run: Option<Run>,
    /// The rules that decided: those that would get worse on the first level that would, in the best week without the
    /// session there; of a session that cannot go, the hard rules that forbid every week without it.
    pub rules: Vec<&'static Rule>,
    /// The rules that would get worse on lower levels; for a tie, those that want the session, here or at all.
    pub also: Vec<&'static Rule>,
    /// The best week without it there; `None` if there is none.
    pub without: Option<Best>,
    /// What that week breaks, where it is worse.
    pub breaks: Vec<Finding>,
    /// The first level that gets worse then, and by how much; `None` for a tie or no week.
    pub worse: Option<(Level, u16)>,
}

/// Why each session stands where it does: each is forbidden on its day, and the search asked again. `mine` is what the
/// best week breaks.
#[must_use]
pub fn reasons(
    facts: &Facts<'_>,
    search: &Search<'_>,
    best: &Best,
    mine: &[Finding],
    kinds: &[Kind],
) -> Vec<Reason> {
    let mut reasons = Vec::with_capacity(8);
    for day in Day::ALL.iter().copied() {
        let plan = best.week[day.index()];
        let stands = facts.before_placing(day, Run::Off);
        let decided = |kind: &Kind| match kind {
            // A run is the runner's own, but where the search had another day for it.
            Kind::Run => {
                let is_chosen = facts.runs[day.index()].movable || !facts.choices.is_empty();
                is_chosen && plan.run != Run::Race || moved_to(facts, day, plan).is_some()
            }
            Kind::Rest => true,
            kind => !stands.holds(*kind),
        };
        for session in kinds.iter().copied().filter(|kind| plan.holds(*kind)).filter(decided) {
            // A run that has moved there leaves what stood before it.
            let before = moved_to(facts, day, plan).filter(|_| session == Kind::Run);
            let never = before.map_or(Ask::default().never(day, Kinds::of(session)), |earlier| {
                Ask::default().run(day, earlier.week[day.index()].run)
            });
            let without = search.best_near(&never, &moves(best.week, day, session));
            let worse = without.and_then(|without| without.score.first_worse(best.score));
            let mut breaks = Vec::new();
            let (rules, also) = match (&without, worse) {
                (Some(without), Some((level, _))) => {
                    breaks = findings(facts, &without.week);
                    let risen = risen(mine, &breaks);
                    let lower = risen.iter().copied().filter(|rule| rule.level() > Some(level)).collect();
                    (risen.into_iter().filter(|rule| rule.level() == Some(level)).collect(), lower)
                }
                (Some(_), None) => (Vec::new(), wanting(facts, mine, &best.week, day, session)),
                (None, _) => (search.forbidding(&never).unwrap_or_default(), Vec::new()),
            };
            let run = (session == Kind::Run && !facts.choices.is_empty()).then_some(plan.run);
            reasons.push(Reason { day, session, run, rules, also, without, breaks, worse });
        }
    }
    reasons
}

/// The week as it stood, where a run has moved to a day.
fn moved_to(facts: &Facts<'_>, day: Day, plan: DayPlan) -> Option<Earlier> {
    facts.earlier.filter(|earlier| earlier.is_moved_to(day, plan.run))
}

/// The week with a session moved from one day to each of the others: likely to be near the best without it there. Mobility
/// is placed by the search itself, so there it is only taken away; fewer runs than the season keeps are no week.
fn moves(week: Week, from: Day, kind: Kind) -> impl Iterator<Item = Week> + Clone {
    let session = week[from.index()].session(kind);
    let mut without = week;
    without[from.index()] = without[from.index()].without(kind);
    let likely = match session {
        Some(Session::Run(_)) => 0,
        Some(Session::Mobility) | None => 1,
        Some(_) => 7,
    };
    let days = Day::ALL.iter().copied().filter(move |to| *to != from);
    days.take(likely).map(move |to| match session {
        Some(session) if session != Session::Mobility => with(without, to, session),
        _ => without,
    })
}

/// The week with a session on a day.
fn with(mut week: Week, day: Day, session: Session) -> Week {
    week[day.index()] = week[day.index()].with(session);
    week
}

/// The rules that want a session though its day is a tie: those that would be broken more with it on some other day, or,
/// where the day is all one to them, without it.
fn wanting(facts: &Facts<'_>, mine: &[Finding], week: &Week, day: Day, kind: Kind) -> Vec<&'static Rule> {
    let session = week[day.index()].session(kind);
    let mut without = *week;
    without[day.index()] = without[day.index()].without(kind);
    let mut rules: Vec<&'static Rule> = Vec::new();
    for other in Day::ALL.iter().copied().filter(|other| *other != day && !week[other.index()].holds(kind)) {
        let moved = match session {
            Some(Session::Run(run)) if !facts.choices.is_empty() => with(without, other, Session::Run(run)),
            Some(Session::Run(_)) => with(without, other, Session::Run(facts.runs[other.index()].run)),
            Some(session) => with(without, other, session),
            None => without,
        };
        if sound(facts, &moved).is_ok() {
            rules.extend(risen(mine, &findings(facts, &moved)));
        }
    }
    if rules.is_empty() {
        rules = risen(mine, &findings(facts, &without));
    }
    rules.sort_by_key(|rule| RULES.iter().position(|other| other == rule));
    rules.dedup();
    rules
}

/// The rules that `theirs` breaks by more than `mine`, in their order.
pub(crate) fn risen(mine: &[Finding], theirs: &[Finding]) -> Vec<&'static Rule> {
    let sum = |findings: &[Finding], rule: &'static Rule| -> u32 {
        findings.iter().filter(|f| f.rule == rule).map(|f| u32::from(f.amount)).sum()
    };
    let mut rules: Vec<&'static Rule> = theirs.iter().map(|finding| finding.rule).collect();
    rules.dedup();
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
    /// Whether there is a week that reaches the target, which is worse by the rules.
    pub is_open: bool,
}

/// What kept a kind from its target: the target is demanded, and the search asked again. `mine` is what the best week breaks.
#[must_use]
pub fn in_the_way(
    request: &Request<'_>,
    facts: &Facts<'_>,
    best: &Best,
    mine: &[Finding],
    target: &Target,
) -> Way {
    let kind = target.kind;
    let Some(demand) = target.demand else {
        return Way { rules: lone_obstacles(facts, best, kind), facts: Vec::new(), is_open: true };
    };
    let mut asked = request.clone();
    (demand.set)(asked.profile.to_mut(), facts.limits.target(kind));
    let raised = rules::facts(&asked);
    if let Some(reached) = Search::new(&raised, RuleSet::all()).best(&Ask::default()) {
        let level = reached.score.first_worse(best.score).map(|(level, _)| level);
        let mut rules = risen(mine, &findings(&raised, &reached.week));
        rules.retain(|rule| rule.level() == level);
        return Way { rules, facts: Vec::new(), is_open: true };
    }
    let clash = clash(&asked);
    // That it was demanded is no news: a hard rule that a week with none of the kind breaks. Another minimum is.
    let is_demand = |rule: &&Rule| match rule.steer() {
        Some(Steer { level: Level::Hard, looks: Looks::Total(of, check), .. }) => {
            *of == kind && check(&raised.limits, 0) > 0
        }
        _ => false,
    };
    Way {
        rules: clash.rules.into_iter().filter(|rule| !is_demand(rule)).collect(),
        facts: clash.facts.into_iter().filter(|fact| fact.key != demand.key).collect(),
        is_open: false,
    }
}

impl Way {
    /// Why there are no more, as what follows on how many there are: `, so that ...`, `; with ... no more is possible`; empty
    /// where nothing is known.
    #[must_use]
    pub fn text(&self, request: &Request<'_>, limits: &Limits) -> String {
        let wish = |rule: &&'static Rule| rule.steer().map(|steer| (steer.wish)(limits));
        let wishes = and(&self.rules.iter().filter_map(wish).collect::<Vec<_>>());
        if self.is_open {
            return if wishes.is_empty() { wishes } else { format!(", so that {wishes}") };
        }
        let facts: Vec<_> = self.facts.iter().map(|fact| format!("`{}`", fact.shown(request))).collect();
        let together = if facts.is_empty() { String::new() } else { format!("with {} ", and(&facts)) };
        let since = if wishes.is_empty() { wishes } else { format!(", since {wishes}") };
        if together.is_empty() && since.is_empty() {
            return since;
        }
        format!("; {together}no more is possible{since}")
    }
}

/// The rules without which, one at a time, the week would hold more of a kind.
fn lone_obstacles(facts: &Facts<'_>, best: &Best, kind: Kind) -> Vec<&'static Rule> {
    let better = |rule: &&'static Rule| {
        let others = RuleSet::new(RULES.iter().copied().filter(|other| other != rule));
        let without = Search::new(facts, &others).best(&Ask::default());
        without.is_some_and(|without| count(&without.week, kind) > count(&best.week, kind))
    };
    RULES.iter().copied().filter(|rule| rule.steer().is_some()).filter(better).collect()
}
