//! The answers to "why" and "why not", as text and as JSON.

use crate::explain::why_not::{Answer, Change, Why, WhyNot};
use crate::export::phrases::{capital, session_text};
use crate::plan::{NOTICE, Plan, PlannedDay};
use crate::rules::Rule;
use crate::week::day::Day;
use crate::week::kind::Kind;
use crate::word::Word;
use crate::wrap::{item, paragraph, wrap};
use serde_json::{Value, json};

/// Why the days are as they are, for people.
#[must_use]
pub fn why_text(plan: &Plan, reasons: &[Why], width: usize) -> String {
    let mut out = String::new();
    for day in &plan.days {
        let mine: Vec<&Why> = reasons.iter().filter(|why| why.day == day.day).collect();
        if mine.is_empty() {
            continue;
        }
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(day.day.name());
        out.push('\n');
        let decided = mine.iter().any(|why| why.session == Kind::Run);
        let runs = day.sessions.iter().filter(|session| session.is(Kind::Run) && !decided);
        for session in runs {
            item(&mut out, &format!("{}: your own", session_text(session)), width);
        }
        for why in mine {
            let what = day.sessions.iter().find(|session| session.is(why.session)).map(session_text);
            item(&mut out, &format!("{}: {}", what.unwrap_or_else(|| "rest".to_owned()), why.message), width);
            for rule in &why.rules {
                rule_lines(&mut out, rule, width);
            }
        }
    }
    if out.is_empty() {
        let text = "Only runs of your own stand there: the rest of the week is placed around them.";
        paragraph(&mut out, text, "", width);
    }
    out.push('\n');
    paragraph(&mut out, NOTICE, "", width);
    out
}

fn rule_lines(out: &mut String, rule: &Rule, width: usize) {
    let grade = rule.grade.map_or_else(|| "no grade".to_owned(), |grade| format!("grade {grade}"));
    paragraph(out, &format!("{}: {} ({}; {grade})", rule.id, rule.summary, rule.source), "      ", width);
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
    json!({
        "schema": "runplan.why/1",
        "runner": plan.runner,
        "season": plan.season,
        "monday": plan.monday.to_string(),
        "reasons": reasons.iter().map(reason).collect::<Vec<_>>(),
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
    let mut out = String::new();
    paragraph(&mut out, &format!("{}.", capital(&answer.message)), "", width);
    match &answer.answer {
        Answer::There => {}
        Answer::Forbidden(rules) => {
            for rule in rules {
                rule_lines(&mut out, rule, width);
            }
        }
        Answer::Tie(change) | Answer::Costs(change) => {
            let levels: Vec<_> =
                change.levels().iter().map(|(level, by)| format!("{level} {by:+}")).collect();
            if !levels.is_empty() {
                out.push('\n');
                paragraph(&mut out, &format!("By level, from the first: {}.", levels.join(", ")), "", width);
            }
            out.push('\n');
            for day in change.days.iter() {
                wrap(
                    &mut out,
                    &sessions(&change.days_before[day.index()]),
                    &format!("  {}  now   ", day.short()),
                    "             ",
                    width,
                );
                wrap(
                    &mut out,
                    &sessions(&change.days_after[day.index()]),
                    "       then  ",
                    "             ",
                    width,
                );
            }
        }
    }
    out.push('\n');
    paragraph(&mut out, NOTICE, "", width);
    out
}

/// The sessions of a day in one line.
fn sessions(day: &PlannedDay) -> String {
    let sessions: Vec<_> = day.sessions.iter().map(session_text).collect();
    if sessions.is_empty() { "rest".to_owned() } else { sessions.join(" + ") }
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
            let [before, after] =
                [&change.days_before, &change.days_after].map(|week| sessions(&week[day.index()]));
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
