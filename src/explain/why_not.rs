//! "Why?" and "why not?" about one week: something is forbidden or forced on a day, and the search asked again.
//!
//! Every answer is computed from the runner's own week; none is canned.

mod forbidden;

use crate::explain::day::{PlannedDay, planned_day};
use crate::explain::findings::findings;
use crate::explain::reasons::{Reason, reasons, risen};
use crate::explain::run_days::settled_with_reasons;
use crate::explain::sentences;
use crate::facts::Facts;
use crate::facts::request::Request;
use crate::facts::runs::Runs;
use crate::profile::Speed;
use crate::rules;
use crate::rules::Rule;
use crate::solve::{Ask, Best, RuleSet, Search};
use crate::week::day::{Day, Days};
use crate::week::kind::{Kind, Kinds};
use crate::week::score::Level;
use crate::week::session::Run;
use crate::week::{DayPlan, Week};
use crate::word::Word;
use forbidden::{forbidden, structure};

/// A reason in words.
#[derive(Clone, Debug)]
pub struct Why {
    /// The day.
    pub day: Day,
    /// What stands there, or its rest.
    pub session: Kind,
    /// The rules that decided.
    pub rules: Vec<&'static Rule>,
    /// The rules that would get worse on lower levels.
    pub also: Vec<&'static Rule>,
    /// The first level that gets worse without it there, and by how much; `None` for a tie or where no week is without it.
    pub worse: Option<(Level, u16)>,
    /// Where the best week without it there has its like; `None` if there is no such week.
    pub elsewhere: Option<Days>,
    /// The answer in a sentence.
    pub message: String,
}

/// Why the days are as they are: their sessions, or their rest. `None` where there is no week.
#[must_use]
pub fn why(request: &Request<'_>, days: Days) -> Option<Vec<Why>> {
    let (settled, of_runs) = settled_with_reasons(request);
    let facts = rules::facts(&settled);
    let search = Search::new(&facts, RuleSet::all());
    let best = search.best(&Ask::default())?;
    let mut reasons = reasons(&facts, &search, &best, &findings(&facts, &best.week), &Kind::EXPLAINED);
    reasons.extend(of_runs);
    reasons
        .sort_by_key(|reason| (reason.day, Kind::EXPLAINED.iter().position(|kind| *kind == reason.session)));
    Some(
        reasons
            .into_iter()
            .filter(|reason| days.contains(reason.day))
            .map(|of| in_words(&facts, &best.week, of))
            .collect(),
    )
}

fn in_words(facts: &Facts<'_>, week: &Week, reason: Reason) -> Why {
    let kind = reason.session;
    let days = |week: &Week| Day::ALL.iter().copied().filter(|day| week[day.index()].holds(kind)).collect();
    Why {
        day: reason.day,
        session: kind,
        elsewhere: reason.without.map(|without| days(&without.week)),
        worse: reason.worse,
        message: sentences::why(facts, week, &reason),
        rules: reason.rules,
        also: reason.also,
    }
}

/// The answer to "why not?".
#[derive(Clone, Debug)]
pub struct WhyNot {
    /// What was asked for.
    pub wanted: Kind,
    /// On which day.
    pub day: Day,
    /// The answer.
    pub answer: Answer,
    /// The answer in a sentence.
    pub message: String,
}

/// What happens if a session is forced onto a day.
#[derive(Clone, Debug)]
pub enum Answer {
    /// It is there already.
    There,
    /// It is possible at no cost: a tie.
    Tie(Change),
    /// It is possible and costs something.
    Costs(Change),
    /// These hard rules forbid it; none where no such day is a placement.
    Forbidden(Vec<&'static Rule>),
}

/// How the week changes.
#[derive(Clone, Debug)]
pub struct Change {
    /// The best week.
    pub before: Best,
    /// The best week with what was asked for.
    pub after: Best,
    /// The days of the best week.
    pub days_before: Vec<PlannedDay>,
    /// The days of the best week with what was asked for.
    pub days_after: Vec<PlannedDay>,
    /// The days that differ.
    pub days: Days,
    /// The rules that get worse on the first level that does.
    pub rules: Vec<&'static Rule>,
}

impl Change {
    /// Each level that differs, and by how much it gets worse; negative is better.
    #[must_use]
    pub fn levels(&self) -> Vec<(Level, i32)> {
        let [before, after] = [self.before.score, self.after.score];
        let by = |level: Level| i32::from(after.on(level)) - i32::from(before.on(level));
        Level::ALL.iter().map(|level| (*level, by(*level))).filter(|(_, by)| *by != 0).collect()
    }
}

/// What stands against a session on a day. `None` where there is no week at all.
#[must_use]
pub fn why_not(request: &Request<'_>, wanted: Kind, day: Day) -> Option<WhyNot> {
    let facts = rules::facts(request);
    let before = Search::new(&facts, RuleSet::all()).best(&Ask::default())?;
    let said = |answer: Answer, message: String| Some(WhyNot { wanted, day, answer, message });
    let plan = before.week[day.index()];
    if plan.holds(wanted) {
        return said(Answer::There, format!("{} is already on {}", wanted.name(), day.name()));
    }
    if let Some(message) = stands(&facts, wanted, day, plan) {
        return said(Answer::Forbidden(Vec::new()), message);
    }
    let (changed, ask) = forced(request, &facts, wanted, day);
    let facts_after = rules::facts(&changed);
    let search = Search::new(&facts_after, RuleSet::all());
    let Some(after) = search.best(&ask) else {
        let (message, rules) = forbidden(&facts_after, wanted, day, plan, search.forbidding(&ask));
        return said(Answer::Forbidden(rules), message);
    };
    if !after.week[day.index()].holds(wanted) {
        let (message, rules) = structure(&facts_after, wanted, day);
        return said(Answer::Forbidden(rules), message);
    }
    let worse = after.score.first_worse(before.score);
    let then = findings(&facts_after, &after.week);
    let mut rules = risen(&findings(&facts, &before.week), &then);
    rules.retain(|rule| rule.level() == worse.map(|(level, _)| level));
    let differs = |day: &Day| before.week[day.index()] != after.week[day.index()];
    let change = Change {
        before,
        after,
        days_before: planned(&facts, &before.week),
        days_after: planned(&facts_after, &after.week),
        days: Day::ALL.iter().copied().filter(differs).collect(),
        rules,
    };
    let run = run_changed(&facts, wanted, day);
    let possible = format!("{} on {} {}", wanted.name(), day.name(), run.as_deref().unwrap_or("is possible"));
    let message = match worse {
        Some(_) => {
            let worse = then.iter().filter(|finding| change.rules.contains(&finding.rule));
            let what: Vec<_> = worse.map(|finding| finding.message(&facts_after, &after.week)).collect();
            let and = if run.is_some() { "and" } else { "but" };
            format!("{possible}, {and} the week gets worse: {}", what.join("; "))
        }
        // A tie is between two weeks of the same runs.
        None if run.is_none() && after.score == before.score && !facts.choices.is_empty() => {
            format!(
                "{possible} at no cost; of equal days a long run gets the later one and others the earlier"
            )
        }
        None if run.is_none() && after.score == before.score => {
            format!(
                "{possible} at no cost; of equal days {} is taken",
                sentences::first_in_line(&facts.limits)
            )
        }
        None => match change.levels().first() {
            Some((level, _)) => {
                format!("{possible}, and the week is better by `{level}`, the first level that differs")
            }
            None => format!("{possible}, and by the rules the week is as good"),
        },
    };
    said(if worse.is_some() { Answer::Costs(change) } else { Answer::Tie(change) }, message)
}

/// Why nothing of the kind can be asked of a day: a fixed session of the runner's stands there; or it is one of a written plan, whose
/// runs, and what else stands there, stay as they are.
fn stands(facts: &Facts<'_>, wanted: Kind, day: Day, plan: DayPlan) -> Option<String> {
    let before = facts.before_placing(day, plan.run);
    if wanted == Kind::Rest && before.other.takes_the_day() {
        let name = facts.others.days[day.index()].iter().find(|fixed| !fixed.rest).map(|fixed| &*fixed.name);
        let name = name.unwrap_or_default();
        return Some(format!("{name} stands on {} whatever is planned, so it is no rest day", day.name()));
    }
    if wanted == Kind::Fixed {
        return Some(
            "fixed sessions are your own: `[[fixed]]` in your profile says on which days".to_owned(),
        );
    }
    let first = before.sessions().next();
    let asks_for_less = wanted == Kind::Rest && first.is_some();
    let asks_twice = matches!(wanted, Kind::Legs | Kind::Upper) && before.strength.any();
    match first {
        _ if !facts.is_written() => None,
        _ if wanted == Kind::Run => {
            Some(format!("the runs of the plan stand as they are written; {} has none", day.name()))
        }
        Some(first) if asks_for_less => {
            Some(format!("{}'s {} stands in the plan as it is written", day.name(), first.name()))
        }
        _ if asks_twice => Some(format!("{}'s strength stands in the plan as it is written", day.name())),
        _ => None,
    }
}

/// The days of a week, without reasons.
fn planned(facts: &Facts<'_>, week: &Week) -> Vec<PlannedDay> {
    Day::ALL.iter().map(|day| planned_day(facts, *day, week[day.index()], &[])).collect()
}

/// The request and the ask that come to what is wanted: another request where a run is added or taken out, or where the
/// week aims for none and is asked for one.
#[must_use]
pub fn forced<'a>(request: &Request<'a>, facts: &Facts<'_>, wanted: Kind, day: Day) -> (Request<'a>, Ask) {
    let mut changed = request.clone();
    let limits = &facts.limits;
    let ask = Ask::default();
    // Where the week aims for none it is asked for one, with as many rest days as before: what it costs is to be seen.
    let none = rules::target(counted(wanted)).filter(|target| limits.target(target.kind) == 0);
    if let Some(target) = none.filter(|_| wanted != Kind::Rest) {
        (target.wish)(changed.profile.to_mut(), 1);
        changed.profile.to_mut().rest_target = Some(limits.rest_target);
    }
    match wanted {
        Kind::Rest if !moves(facts, day) => take_run(&mut changed, day),
        // The search has other days for the runs.
        Kind::Run if !facts.choices.is_empty() => {}
        Kind::Run => {
            if let Runs::Settled(layout) = &mut changed.runs {
                layout[day.index()] = Run::Easy;
            }
            changed.profile.to_mut().runs.days.insert(day);
            // The season may set the new run aside again; where another rule took it out, no ask brings it back.
            let movable = rules::facts(&changed).runs[day.index()].movable;
            let must = if movable { Kinds::of(wanted) } else { Kinds::NONE };
            return (changed, ask.must(day, must));
        }
        _ => {}
    }
    if wanted == Kind::Rest {
        // A race stays: what else could stand there goes.
        let placed = Kind::PLACED.into_iter().fold(Kinds::NONE, |kinds, kind| kinds.with(kind, true));
        return (changed, ask.never(day, placed.with(Kind::Run, moves(facts, day))));
    }
    (changed, ask.must(day, Kinds::of(wanted)))
}

/// Whether the run of a day may be elsewhere: the season may set it aside, or the search chooses the run days.
fn moves(facts: &Facts<'_>, day: Day) -> bool {
    facts.runs[day.index()].movable || !facts.choices.is_empty()
}

/// What happens to the day's run where the answer is another week's: [`forced`] takes it out, or adds one.
fn run_changed(facts: &Facts<'_>, wanted: Kind, day: Day) -> Option<String> {
    let planned = facts.runs[day.index()];
    match wanted {
        Kind::Rest | Kind::Run if moves(facts, day) => None,
        Kind::Rest if planned.run == Run::ShakeOut => Some("sets its shake-out aside".to_owned()),
        Kind::Rest if planned.run.is_run() => Some(format!("sets its {} run aside", planned.run.id())),
        Kind::Rest => None,
        Kind::Run => Some("adds one to those of the profile".to_owned()),
        _ => (facts.limits.target(counted(wanted)) == 0)
            .then(|| "is one more than the week aims for".to_owned()),
    }
}

/// The kind by which a session counts towards a target: of strength all of it.
const fn counted(kind: Kind) -> Kind {
    match kind {
        Kind::Legs | Kind::Upper => Kind::Strength,
        other => other,
    }
}

/// Takes a declared run out of the profile.
fn take_run(request: &mut Request<'_>, day: Day) {
    if let Runs::Settled(layout) = &mut request.runs {
        layout[day.index()] = Run::Off;
        return;
    }
    let runs = &mut request.profile.to_mut().runs;
    runs.days.remove(day);
    if let Some(long) = &mut runs.long {
        long.remove(day);
    }
    if let Some(Speed::Days(speed)) = &mut runs.speed {
        speed.remove(day);
    }
}
