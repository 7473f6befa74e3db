//! What takes searching about a request: the best week and why, with what stands in the way of missed targets; or the
//! clash and what would mend it.

use crate::explain::day::SessionReason;
use crate::explain::findings::{findings, score};
use crate::explain::fixes::{Fix, fixes, reaching};
use crate::explain::reasons::{Reason, in_the_way, reasons};
use crate::explain::sentences::{choices, why};
use crate::explain::warnings::shortfalls;
use crate::explain::{Finding, FindingText};
use crate::facts::Facts;
use crate::facts::request::Request;
use crate::plan::detail::Detail;
use crate::plan::value::Refusal;
use crate::rules::Warning;
use crate::rules::target::Shortfall;
use crate::solve::conflict::clash;
use crate::solve::{Ask, Best, RuleSet, Search};
use crate::week::Week;
use crate::week::day::and;
use crate::week::kind::Kind;
use crate::week::score::Score;
use crate::word::counted;
use std::sync::Arc;

/// What the search answers to a request.
#[derive(Debug)]
pub(super) enum SearchAnswer {
    /// The best week.
    Week(Box<WeekAnswer>),
    /// No week; the name of the runner is left out.
    Refused(Refusal),
}

/// The best week and what searching says about it.
#[derive(Debug)]
pub(super) struct WeekAnswer {
    /// The week.
    pub week: Week,
    /// Its score, as the second look adds it up.
    pub score: Score,
    /// What it breaks.
    pub findings: Arc<[FindingText]>,
    /// Why its sessions stand where they do.
    pub reasons: Vec<SessionReason>,
    /// The same in two or three sentences.
    pub choices: Arc<[String]>,
    /// What stands in the way of each target that was missed.
    obstacles: Vec<Obstacle>,
}

/// What stands in the way of a target, and what would reach it.
#[derive(Debug)]
struct Obstacle {
    kind: Kind,
    text: String,
    rules: Vec<&'static str>,
    facts: Vec<String>,
    fix: Option<Fix>,
}

impl SearchAnswer {
    /// The answer with reasons, and with fixes that were tried.
    pub fn explained(request: &Request<'_>, facts: &Facts<'_>) -> Self {
        let search = Search::new(facts, RuleSet::all());
        let Some(best) = search.best(&Ask::default()) else {
            let refusal = refusal(request, facts);
            return Self::Refused(Refusal { fixes: fixes(request, &refusal.conflict), ..refusal });
        };
        let findings = findings(facts, &best.week);
        // In a week that is planned again runs that have moved have reasons too.
        let kinds = if facts.earlier.is_some() { &Kind::EXPLAINED[..4] } else { &Kind::PLACED[..] };
        let reasons = reasons(facts, &search, &best, &findings, kinds);
        let week = WeekAnswer::new(facts, &best, &findings, Detail::Full);
        let obstacle = |shortfall: &Shortfall| Obstacle::new(request, facts, &best, &findings, shortfall);
        Self::Week(Box::new(WeekAnswer {
            // Of a week that is planned again what moved says itself why.
            choices: match facts.earlier {
                Some(_) => Arc::default(),
                None => choices(facts, &search, &best, &findings).into(),
            },
            obstacles: shortfalls(facts, &best.week)
                .iter()
                .filter(|of| of.is_right.is_none())
                .map(obstacle)
                .collect(),
            reasons: reasons.into_iter().map(|reason| session_reason(facts, &best.week, reason)).collect(),
            ..week
        }))
    }

    /// The answer with the reasons of run days that the search chose.
    pub fn with_run_reasons(mut self, facts: &Facts<'_>, reasons: &[Reason]) -> Self {
        if let Self::Week(week) = &mut self {
            let told = |reason: &Reason| session_reason(facts, &week.week, reason.clone());
            week.reasons.extend(reasons.iter().map(told).collect::<Vec<_>>());
        }
        self
    }

    /// The answer alone, several times as fast; findings say something only in full.
    pub fn of(request: &Request<'_>, facts: &Facts<'_>, detail: Detail) -> Self {
        match Search::new(facts, RuleSet::all()).best(&Ask::default()) {
            Some(best) => {
                let findings = findings(facts, &best.week);
                Self::Week(Box::new(WeekAnswer::new(facts, &best, &findings, detail)))
            }
            None => Self::Refused(refusal(request, facts)),
        }
    }

    /// The answer without what no line of a batch holds: the sentences of reasons, the profiles of fixes.
    pub fn in_short(mut self) -> Self {
        match &mut self {
            Self::Week(week) => {
                week.reasons.iter_mut().for_each(|reason| reason.why = None);
                week.obstacles.iter_mut().filter_map(|of| of.fix.as_mut()).for_each(Fix::forget);
            }
            Self::Refused(refusal) => refusal.fixes.iter_mut().for_each(Fix::forget),
        }
        self
    }
}

impl WeekAnswer {
    /// A week without reasons. The second look scores it: the search only found it.
    fn new(facts: &Facts<'_>, best: &Best, findings: &[Finding], detail: Detail) -> Self {
        let text = |finding: &Finding| FindingText {
            rule: finding.rule,
            days: finding.days.clone(),
            amount: finding.amount,
            message: match detail {
                Detail::Full => finding.message(facts, &best.week),
                Detail::Brief => String::new(),
            },
        };
        Self {
            week: best.week,
            score: score(findings),
            findings: findings.iter().map(text).collect(),
            reasons: Vec::new(),
            choices: Arc::default(),
            obstacles: Vec::new(),
        }
    }

    /// The warning that a target was missed, with what stood in the way where that was looked for.
    pub fn warning(&self, shortfall: &Shortfall) -> Warning {
        let mut warning = shortfall.warning();
        let Some(obstacle) = self.obstacles.iter().find(|of| of.kind == shortfall.target.kind) else {
            return warning;
        };
        if !obstacle.text.is_empty() {
            warning.message = format!("{}{}", warning.message, obstacle.text).into();
        }
        warning.rules.clone_from(&obstacle.rules);
        warning.facts.clone_from(&obstacle.facts);
        if let Some(fix) = &obstacle.fix {
            let Shortfall { target, aim, .. } = shortfall;
            warning.hint = format!("for {} {}", counted(*aim, target.what), fix.message).into();
            warning.set.clone_from(&fix.set);
        }
        warning
    }
}

fn session_reason(facts: &Facts<'_>, week: &Week, reason: Reason) -> SessionReason {
    let why = Some(why(facts, week, &reason));
    let Reason { day, session: kind, mut rules, also, .. } = reason;
    rules.extend(also);
    SessionReason { day, kind, rules, why }
}

impl Obstacle {
    fn new(
        request: &Request<'_>,
        facts: &Facts<'_>,
        best: &Best,
        mine: &[Finding],
        shortfall: &Shortfall,
    ) -> Self {
        let way = in_the_way(request, facts, best, mine, shortfall.target);
        let kind = shortfall.target.kind;
        Self {
            kind,
            text: way.text(request, &facts.limits),
            rules: way.rules.iter().map(|rule| rule.id).collect(),
            facts: way.facts.iter().map(|fact| fact.shown(request)).collect(),
            fix: reaching(request, kind, shortfall.aim),
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
