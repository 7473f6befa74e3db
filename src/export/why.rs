//! The answers to "why" and "why not", as text and as JSON.

use crate::explain::why_not::{Answer, Change, Why, WhyNot};
use crate::export::phrases::{capital, rule_text, session_text, sessions_text};
use crate::plan::{self, NOTICE, Plan, PlannedSession};
use crate::rules::Rule;
use crate::week::day::{Day, Days};
use crate::week::kind::Kind;
use crate::word::Word;
use crate::wrap::Page;
use serde_json::{Value, json};

/// Why days of a week are as they are, for people.
#[must_use]
pub fn why_text(plan: &Plan, days: Days, reasons: &[Why], width: usize) -> String {
    let mut page = Page::new(width);
    for day in plan.days.iter().filter(|day| days.contains(day.day)) {
        let mine: Vec<&Why> = reasons.iter().filter(|why| why.day == day.day).collect();
        let changes = plan.changes.iter().filter(|change| change.days.contains(day.day));
        let changes: Vec<_> = changes.map(|change| change.message.as_str()).collect();
        let told = !changes.is_empty() && day.sessions.iter().any(|session| session.is(Kind::Run));
        let told = told || day.sessions.iter().any(|session| session.is(Kind::Fixed));
        if mine.is_empty() && !told {
            continue;
        }
        page.head(day.day.name());
        let decided = mine.iter().any(|why| why.session == Kind::Run);
        let is_standing =
            |session: &&PlannedSession| session.is(Kind::Run) && !decided || session.source.is_some();
        let is_standing = |session: &&PlannedSession| is_standing(session) || session.is(Kind::Fixed);
        for session in day.sessions.iter().filter(is_standing) {
            let is_changed = !changes.is_empty() && !session.is(Kind::Fixed);
            let changes = if is_changed { format!("; {}", changes.join("; ")) } else { String::new() };
            let whose = if session.source.is_some() { "stands in the plan" } else { "your own" };
            page.item(&format!("{}: {whose}{changes}", session_text(session)));
        }
        for why in mine {
            let what = day.sessions.iter().find(|session| session.is(why.session)).map(session_text);
            page.item(&format!("{}: {}", what.unwrap_or_else(|| "rest".to_owned()), why.message));
            why.rules.iter().for_each(|rule| page.indented(&rule_text(rule), "      "));
        }
    }
    if page.text.is_empty() {
        page.paragraph("Only runs of your own stand there: the rest of the week is placed around them.");
    }
    page.closed(NOTICE)
}

/// Why the days are as they are, for programs.
#[must_use]
pub fn why_json(plan: &Plan, reasons: &[Why]) -> Value {
    let reason = |why: &Why| {
        json!({
            "day": why.day.id(),
            "session": why.session.id(),
            "rules": why.rules.iter().map(|rule| rule_json(rule)).collect::<Vec<_>>(),
            "also": why.also.iter().map(|rule| rule.id).collect::<Vec<_>>(),
            "worse": why.worse.map(|(level, amount)| json!({"level": level.id(), "amount": amount})),
            "elsewhere": why.elsewhere.map(|days| days.iter().map(Day::id).collect::<Vec<_>>()),
            "message": why.message,
        })
    };
    let change = |change: &plan::Change| {
        let days: Vec<_> = change.days.iter().map(Day::id).collect();
        json!({"rule": change.rule, "days": days, "message": change.message})
    };
    json!({
        "schema": "runplan.why/1",
        "runner": plan.runner,
        "season": plan.season,
        "monday": plan.monday.to_string(),
        "reasons": reasons.iter().map(reason).collect::<Vec<_>>(),
        "changes": plan.changes.iter().map(change).collect::<Vec<_>>(),
        "notice": NOTICE,
    })
}

fn rule_json(rule: &Rule) -> Value {
    json!({
        "rule": rule.id, "level": rule.kind(), "summary": rule.summary, "source": rule.source,
        "grade": rule.grade.map(Word::id),
    })
}

/// The answer to "why not", for people: a sentence, the cost by level, and the days that change.
#[must_use]
pub fn why_not_text(answer: &WhyNot, width: usize) -> String {
    let mut page = Page::new(width);
    page.paragraph(&format!("{}.", capital(&answer.message)));
    match &answer.answer {
        Answer::There => {}
        Answer::Forbidden(rules) => {
            for rule in rules {
                page.indented(&rule_text(rule), "      ");
            }
        }
        Answer::Tie(change) | Answer::Costs(change) => {
            let levels: Vec<_> =
                change.levels().iter().map(|(level, by)| format!("{level} {by:+}")).collect();
            if !levels.is_empty() {
                page.gap();
                page.paragraph(&format!("By level, from the first: {}.", levels.join(", ")));
            }
            page.gap();
            for day in change.days.iter() {
                let [before, after] = sessions(change, day);
                page.beside(&format!("  {}  now   ", day.short()), &before);
                page.beside("       then  ", &after);
            }
        }
    }
    page.closed(NOTICE)
}

/// The sessions of a day before and after a change, each in one line.
fn sessions(change: &Change, day: Day) -> [String; 2] {
    [&change.days_before, &change.days_after].map(|week| sessions_text(&week[day.index()]))
}

/// The answer to "why not", for programs.
#[must_use]
pub fn why_not_json(answer: &WhyNot) -> Value {
    let (kind, rules, change) = match &answer.answer {
        Answer::There => ("there", &[][..], None),
        Answer::Forbidden(rules) => ("forbidden", rules.as_slice(), None),
        Answer::Tie(change) => ("tie", change.rules.as_slice(), Some(change)),
        Answer::Costs(change) => ("costs", change.rules.as_slice(), Some(change)),
    };
    let changed = |change: &Change| {
        let day = |day: Day| {
            let [before, after] = sessions(change, day);
            json!({"day": day.id(), "before": before, "after": after})
        };
        change.days.iter().map(day).collect::<Vec<_>>()
    };
    let levels = |change: &Change| {
        let levels = change.levels().into_iter().map(|(level, by)| (level.id().to_owned(), json!(by)));
        Value::Object(levels.collect())
    };
    json!({
        "schema": "runplan.why-not/1",
        "session": answer.wanted.id(),
        "day": answer.day.id(),
        "answer": kind,
        "message": answer.message,
        "rules": rules.iter().map(|rule| rule_json(rule)).collect::<Vec<_>>(),
        "cost": change.map(levels),
        "days": change.map(changed),
        "notice": NOTICE,
    })
}
