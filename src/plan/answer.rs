//! What takes searching about a request: the best week and why, with what stands in the way of missed numbers; or the
//! clash and what would mend it.

use super::{Refusal, Said, warnings};
use crate::explain::findings;
use crate::explain::fixes::{Fix, fixes, reaching};
use crate::explain::reasons::{self, Reason, Session};
use crate::explain::sentences::{choices, why};
use crate::facts::Facts;
use crate::facts::request::Request;
use crate::rules::{Rule, Warning};
use crate::solve::{Ask, Asked, Best, RuleSet, Tables, best_week, clash};
use crate::week::Count;
use crate::week::day::{Day, and};
use crate::week::load::Load;

/// What was found about a request.
#[derive(Debug)]
pub(super) enum Found {
    /// The best week.
    Week(FoundWeek),
    /// No week; the name of the runner is left out.
    Nothing(Refusal),
}

/// The best week and what searching says about it.
#[derive(Debug)]
pub(super) struct FoundWeek {
    /// The week.
    pub best: Best,
    /// Why its sessions stand where they do.
    pub because: Vec<Because>,
    /// The same in two or three sentences.
    pub choices: Vec<String>,
    /// What stands in the way of each number that was missed.
    missed: Vec<Missed>,
}

/// Why a session stands on its day.
#[derive(Debug)]
pub(crate) struct Because {
    /// The day.
    pub day: Day,
    /// The session.
    pub session: Session,
    /// The rules that chose the day, those that decided first.
    pub rules: Vec<&'static Rule>,
    /// It in a sentence, where it is kept.
    pub why: Option<String>,
}

/// What stands in the way of a number, and what would reach it.
#[derive(Debug)]
struct Missed {
    count: Count,
    text: String,
    rules: Vec<&'static str>,
    facts: Vec<String>,
    fix: Option<Fix>,
}

impl Found {
    /// With reasons, and with fixes that were tried.
    pub fn explained(request: &Request<'_>, facts: &Facts<'_>) -> Self {
        let tables = Tables::new(facts, RuleSet::all());
        let asked = Asked::new(&tables);
        let Some(best) = asked.best_of_all() else {
            return Self::Nothing(Refusal { fixes: fixes(request), ..refusal(request, facts) });
        };
        let findings = findings::findings(facts, &best.week);
        let reasons = reasons::reasons(facts, &asked, &best, &findings, &Session::PLACED);
        let said = |finding: findings::Finding| {
            let message = finding.message(facts, &best.week);
            Said { rule: finding.rule, days: finding.days, amount: finding.amount, message }
        };
        let findings: Vec<_> = findings.into_iter().map(said).collect();
        // Which numbers were missed does not depend on loads.
        let short = warnings(facts, &best.week, &Load::default()).into_iter().filter_map(|of| of.short);
        Self::Week(FoundWeek {
            choices: choices(facts, &best.week, &reasons, &findings),
            missed: short.map(|(count, by)| Missed::new(request, &best, count, by)).collect(),
            because: reasons.into_iter().map(|reason| Because::new(facts, reason)).collect(),
            best,
        })
    }

    /// Without what no line of a batch holds: the sentences of reasons, the profiles of fixes.
    pub fn in_short(mut self) -> Self {
        match &mut self {
            Self::Week(week) => {
                week.because.iter_mut().for_each(|because| because.why = None);
                week.missed.iter_mut().filter_map(|missed| missed.fix.as_mut()).for_each(Fix::forget);
            }
            Self::Nothing(refusal) => refusal.fixes.iter_mut().for_each(Fix::forget),
        }
        self
    }

    /// The best week, if there is one.
    pub fn best(&self) -> Option<Best> {
        match self {
            Self::Week(week) => Some(week.best),
            Self::Nothing(_) => None,
        }
    }

    /// Without either: several times as fast.
    pub fn briefly(request: &Request<'_>, facts: &Facts<'_>) -> Self {
        match best_week(facts, RuleSet::all(), &Ask::default()) {
            Some(best) => {
                Self::Week(FoundWeek { best, because: Vec::new(), choices: Vec::new(), missed: Vec::new() })
            }
            None => Self::Nothing(refusal(request, facts)),
        }
    }
}

impl FoundWeek {
    /// Completes the warning that a number was missed.
    pub fn say_what_is_in_the_way(&self, warning: &mut Warning) {
        let Some((count, _)) = warning.short else { return };
        let Some(missed) = self.missed.iter().find(|missed| missed.count == count) else { return };
        if !missed.text.is_empty() {
            warning.message = format!("{}; in the way: {}", warning.message, missed.text).into();
        }
        warning.rules.clone_from(&missed.rules);
        warning.facts.clone_from(&missed.facts);
        if let Some(fix) = &missed.fix {
            warning.hint = fix.message.clone().into();
            warning.set.clone_from(&fix.set);
        }
    }
}

impl Because {
    fn new(facts: &Facts<'_>, reason: Reason) -> Self {
        let why = Some(why(facts, &reason));
        let Reason { day, session, mut rules, also, .. } = reason;
        rules.extend(also);
        Self { day, session, rules, why }
    }
}

impl Missed {
    fn new(request: &Request<'_>, best: &Best, count: Count, by: u8) -> Self {
        let way = reasons::in_the_way(request, best, count);
        Self {
            count,
            text: way.text(request),
            rules: way.rules.iter().map(|rule| rule.id).collect(),
            facts: way.facts.iter().map(|fact| fact.shown(request)).collect(),
            fix: reaching(request, count, count.of(&best.week) + by),
        }
    }
}

fn refusal(request: &Request<'_>, of: &Facts<'_>) -> Refusal {
    let conflict = clash(request);
    let facts: Vec<_> = conflict.facts.iter().map(|fact| fact.shown(request)).collect();
    let wishes: Vec<_> =
        conflict.rules.iter().filter_map(|rule| rule.steer()).map(|steer| (steer.wish)(&of.limits)).collect();
    let season = request.season().name.to_string();
    let shown: Vec<_> = facts.iter().map(|fact| format!("`{fact}`")).collect();
    let subject = if shown.is_empty() { format!("the season {season}") } else { and(&shown) };
    let verb = if shown.len() > 1 { "leave" } else { "leaves" };
    let message = format!("{subject} {verb} no week in which {}", and(&wishes));
    Refusal { runner: None, season, conflict, facts, message, fixes: Vec::new() }
}
