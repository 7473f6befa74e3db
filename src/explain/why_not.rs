//! "Why?" and "why not?" about one week: something is forbidden or forced on a day, and the search asked again.
//!
//! Every answer is computed from the runner's own week; none is canned.

mod forbidden;

use crate::explain::findings::{Finding, findings};
use crate::explain::reasons::{Reason, Session, reasons, risen};
use crate::explain::sentences;
use crate::facts::Facts;
use crate::facts::request::Request;
use crate::rules;
use crate::rules::Rule;
use crate::solve::{Ask, Asked, Best, RuleSet, Tables, best_week, forbidding};
use crate::week::day::{Day, Days};
use crate::week::score::Level;
use crate::week::session::{Run, Strength};
use crate::week::{DayPlan, Week};
use crate::word::{Word, words};
use forbidden::{forbidden, structure};

words! {
    /// What can be asked for with `why-not`.
    Wanted("session") {
        /// Strength of any kind.
        Strength = "strength",
        /// A leg session.
        Legs = "legs",
        /// An upper-body session.
        Upper = "upper",
        /// Mobility.
        Mobility = "mobility",
        /// Cross-training.
        Cross = "cross",
        /// A full rest day; a run on it is set aside.
        Rest = "rest",
        /// An easy run.
        Run = "run",
    }
}

/// A reason in words.
#[derive(Clone, Debug)]
pub struct Why {
    /// The day.
    pub day: Day,
    /// What stands there, or its rest.
    pub session: Session,
    /// The rules that decided, and those that would get worse on lower levels.
    pub rules: [Vec<&'static Rule>; 2],
    /// The first level that gets worse without it there, and by how much; `None` for a tie or where no week is without it.
    pub worse: Option<(Level, u8)>,
    /// Where the best week without it there has its like; `None` if there is no such week.
    pub elsewhere: Option<Days>,
    /// It in a sentence.
    pub message: String,
}

/// Why the days are as they are: their sessions, or their rest. `None` where there is no week.
#[must_use]
pub fn why(request: &Request<'_>, days: Days) -> Option<Vec<Why>> {
    let facts = rules::facts(request);
    let tables = Tables::new(&facts, RuleSet::all());
    let asked = Asked::new(&tables);
    let best = asked.best_of_all()?;
    let all = [Session::Run, Session::Strength, Session::Cross, Session::Mobility, Session::Rest];
    let reasons = reasons(&facts, &asked, &best, &findings(&facts, &best.week), &all)
        .into_iter()
        .filter(|reason| days.contains(reason.day));
    let told = |reason: Reason| {
        let on = |week: &Week| {
            Day::ALL.iter().copied().filter(|day| reason.session.on(week[day.index()])).collect()
        };
        Why {
            day: reason.day,
            session: reason.session,
            elsewhere: reason.without.map(|without| on(&without.week)),
            worse: reason.worse,
            message: sentences::why(&facts, &reason),
            rules: [reason.rules, reason.also],
        }
    };
    Some(reasons.map(told).collect())
}

/// The answer to "why not?".
#[derive(Clone, Debug)]
pub struct WhyNot {
    /// What was asked for.
    pub wanted: Wanted,
    /// On which day.
    pub day: Day,
    /// The answer.
    pub answer: Answer,
    /// It in a sentence.
    pub message: String,
}

impl WhyNot {
    /// The request with what was asked for: another one where a run was added or taken out.
    #[must_use]
    pub fn request<'a>(&self, request: &Request<'a>) -> Request<'a> {
        forced(request, self.wanted, self.day).0
    }
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
    /// The days that differ.
    pub days: Days,
    /// The rules that get worse on the first level that does.
    pub rules: Vec<&'static Rule>,
}

impl Change {
    /// Each level that differs, and by how much it gets worse; negative is better.
    #[must_use]
    pub fn levels(&self) -> Vec<(Level, i16)> {
        let difference =
            |level: Level| i16::from(self.after.score.on(level)) - i16::from(self.before.score.on(level));
        Level::ALL.iter().map(|level| (*level, difference(*level))).filter(|(_, by)| *by != 0).collect()
    }
}

/// What stands against a session on a day. `None` where there is no week at all.
#[must_use]
pub fn why_not(request: &Request<'_>, wanted: Wanted, day: Day) -> Option<WhyNot> {
    let facts = rules::facts(request);
    let before = best_week(&facts, RuleSet::all(), &Ask::default())?;
    let plan = before.week[day.index()];
    if there(wanted, plan) {
        let message = format!("{} is already on {}", name(wanted), day.name());
        return Some(WhyNot { wanted, day, answer: Answer::There, message });
    }
    let (changed, ask) = forced(request, wanted, day);
    let run = run_changed(&facts, wanted, day);
    let facts_after = rules::facts(&changed);
    let tables = Tables::new(&facts_after, RuleSet::all());
    let Some(after) = tables.best(u32::MAX, &ask) else {
        let rules = forbidding(&tables, &ask);
        let message = forbidden(&facts_after, wanted, day, plan, rules.as_deref());
        return Some(WhyNot { wanted, day, answer: Answer::Forbidden(rules.unwrap_or_default()), message });
    };
    if !there(wanted, after.week[day.index()]) {
        let (message, rules) = structure(&facts_after, wanted, day);
        return Some(WhyNot { wanted, day, answer: Answer::Forbidden(rules), message });
    }
    let differs = |day: &Day| before.week[day.index()] != after.week[day.index()];
    let worse = after.score.first_worse(before.score);
    let then = findings(&facts_after, &after.week);
    let mut rules = risen(&findings(&facts, &before.week), &then);
    rules.retain(|rule| rule.level() == worse.map(|(level, _)| level));
    let days: Days = Day::ALL.iter().copied().filter(differs).collect();
    let change = Change { before, after, days, rules };
    let possible = format!("{} on {} {}", name(wanted), day.name(), run.as_deref().unwrap_or("is possible"));
    let message = match worse {
        Some((level, amount)) => {
            let worse = |f: &&Finding| change.rules.iter().any(|rule| std::ptr::eq(*rule, f.rule));
            let worse = then.iter().filter(worse).map(|f| f.message(&facts_after, &change.after.week));
            let what = worse.collect::<Vec<_>>().join("; ");
            let and = if run.is_some() { "and" } else { "but" };
            format!("{possible}, {and} `{level}` gets worse by {amount}: {what}")
        }
        // A tie is between two weeks of the same runs.
        None if run.is_none() && change.after.score == change.before.score => {
            format!("{possible} at no cost: a tie, and {} wins", sentences::first_in_line(&facts.limits))
        }
        None => match change.levels().first() {
            Some((level, _)) => {
                format!("{possible}, and by `{level}`, the first level that differs, the week is better")
            }
            None => format!("{possible}, and by the rules the week is as good"),
        },
    };
    let answer = if worse.is_some() { Answer::Costs(change) } else { Answer::Tie(change) };
    Some(WhyNot { wanted, day, answer, message })
}

const fn name(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Strength => "strength",
        Wanted::Legs => "a leg session",
        Wanted::Upper => "an upper-body session",
        Wanted::Mobility => "mobility",
        Wanted::Cross => "cross-training",
        Wanted::Rest => "rest",
        Wanted::Run => "a run",
    }
}

fn there(wanted: Wanted, plan: DayPlan) -> bool {
    match wanted {
        Wanted::Strength => plan.strength.any(),
        Wanted::Legs => plan.strength.legs(),
        Wanted::Upper => plan.strength == Strength::Upper,
        Wanted::Mobility => plan.mobility,
        Wanted::Cross => plan.cross,
        Wanted::Rest => plan.is_rest(),
        Wanted::Run => plan.run.is_run(),
    }
}

/// The request and the demand that come to what was asked for.
fn forced<'a>(request: &Request<'a>, wanted: Wanted, day: Day) -> (Request<'a>, Ask) {
    let mut changed = request.clone();
    let on: Days = std::iter::once(day).collect();
    let none = Ask::default();
    // Where the week aims for none it is asked for one.
    let limits = rules::facts(request).limits;
    match wanted {
        Wanted::Strength | Wanted::Legs | Wanted::Upper if limits.strength_target == 0 => {
            changed.profile.to_mut().strength.sessions = Some(1);
        }
        Wanted::Mobility if limits.mobility == 0 => changed.profile.to_mut().mobility_sessions = Some(1),
        Wanted::Cross if limits.cross == 0 => {
            changed.profile.to_mut().cross_sessions = Some(1);
            // As many rest days as before: what it costs is to be seen.
            changed.profile.to_mut().rest_target = Some(limits.rest_target);
        }
        _ => {}
    }
    let ask = match wanted {
        Wanted::Strength => Ask { strength: on, ..none },
        Wanted::Legs => Ask { strength: on, no_upper: on, ..none },
        Wanted::Upper => Ask { strength: on, no_full: on, ..none },
        Wanted::Mobility => Ask { mobility: on, ..none },
        Wanted::Cross => Ask { cross: on, ..none },
        Wanted::Rest => {
            let movable = rules::facts(request).runs[day.index()].movable;
            if !movable {
                take_run(&mut changed, day);
            }
            let no_run = if movable { on } else { Days::NONE };
            Ask { no_full: on, no_upper: on, no_cross: on, no_mobility: on, no_run, ..none }
        }
        Wanted::Run => {
            changed.profile.to_mut().runs.days.insert(day);
            // The season may set the new run aside again.
            let movable = rules::facts(&changed).runs[day.index()].movable;
            Ask { run: if movable { on } else { Days::NONE }, ..none }
        }
    };
    (changed, ask)
}

/// What happens to the day's run where the answer is another week's: `forced` takes it out, or adds one.
fn run_changed(facts: &Facts<'_>, wanted: Wanted, day: Day) -> Option<String> {
    let (planned, limits) = (facts.runs[day.index()], &facts.limits);
    let more = Some("is one more than the week aims for".to_owned());
    match wanted {
        Wanted::Rest | Wanted::Run if planned.movable => None,
        Wanted::Rest if planned.run == Run::ShakeOut => Some("sets its shake-out aside".to_owned()),
        Wanted::Rest if planned.run.is_run() => Some(format!("sets its {} run aside", planned.run.id())),
        Wanted::Run => Some("adds one to those of the profile".to_owned()),
        Wanted::Strength | Wanted::Legs | Wanted::Upper if limits.strength_target == 0 => more,
        Wanted::Mobility if limits.mobility == 0 => more,
        Wanted::Cross if limits.cross == 0 => more,
        _ => None,
    }
}

/// Takes a declared run out of the profile.
fn take_run(request: &mut Request<'_>, day: Day) {
    let runs = &mut request.profile.to_mut().runs;
    runs.days.remove(day);
    if runs.long == Some(day) {
        runs.long = None;
    }
    if let Some(speed) = &mut runs.speed {
        speed.remove(day);
    }
}
