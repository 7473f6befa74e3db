//! Weeks side by side, as text and as JSON.

use crate::compare::{Comparison, Difference, PlacementWeek};
use crate::export::chart::shortened;
use crate::export::dates::dates;
use crate::export::phrases::{season_title, session_text, session_title};
use crate::plan::{NOTICE, Plan, PlannedDay};
use crate::week::day::Day;
use crate::week::score::{Level, Score};
use crate::week::session::{Run, Session};
use crate::word::Word;
use crate::wrap::{Page, one_line};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// Columns of the table's first column, and of each of its others.
const FIRST: usize = 13;
const EACH: usize = 22;

/// The weeks under each placement beside each other, for people.
#[must_use]
pub fn placements_text(comparison: &Comparison, width: usize) -> String {
    let mut page = Page::new(width);
    let weeks: Vec<(&PlacementWeek, &Plan)> =
        comparison.weeks.iter().filter_map(|of| Some((of, of.outcome.week()?))).collect();
    if let Some((_, plan)) = weeks.first() {
        let runner =
            plan.runner.as_deref().map(|runner| format!(" · {}", one_line(runner))).unwrap_or_default();
        page.paragraph(&format!("{} · {}{runner}", season_title(plan), dates(comparison.monday)));
        page.gap();
    }
    let is_same = weeks.len() > 1 && weeks.windows(2).all(|two| two[0].1.week == two[1].1.week);
    if let Some((_, plan)) = weeks.first().filter(|_| is_same) {
        for day in &plan.days {
            page.beside(&format!("  {}  ", day.day.short()), &cell(day).join(" "));
        }
        page.gap();
        page.paragraph("All placements give the same week here; `runplan week` says why no other days do.");
    } else if width >= FIRST + EACH * weeks.len() {
        table(&mut page, &weeks);
    } else {
        for (of, plan) in &weeks {
            block(&mut page, of, plan);
        }
    }
    if !is_same {
        page.line("What each gives up");
        let aim = weeks.iter().map(|(_, plan)| plan.limits.rest_target).max().unwrap_or(0);
        for (of, plan) in &weeks {
            let given = Level::OF_A_WEEK.iter().filter(|level| **level != Level::Extras);
            let mut given: Vec<_> = given.filter_map(|level| given_up(plan, *level)).collect();
            given.extend(fewer_rest_days(plan, aim));
            let given = if given.is_empty() { "nothing".to_owned() } else { given.join("; ") };
            page.item(&format!("{}: {given}", of.placement));
        }
    }
    for of in comparison.weeks.iter().filter(|of| of.outcome.week().is_none()) {
        page.item(&format!("{}: no week keeps every rule", of.placement));
    }
    page.gap();
    page.paragraph("Coaches disagree on where strength goes; no trial has compared whole weeks.");
    page.closed(NOTICE)
}

/// What a week gives up on a level, in words.
fn given_up(plan: &Plan, level: Level) -> Option<String> {
    let here = plan.findings.iter().filter(|found| found.rule.level() == Some(level));
    let messages: Vec<_> = here.map(|found| found.message.as_str()).collect();
    (!messages.is_empty()).then(|| messages.join("; "))
}

/// Full rest days.
fn rest_days(plan: &Plan) -> usize {
    plan.days.iter().filter(|day| day.rest).count()
}

/// What a placement that aims for fewer rest days gives up by that: its own score does not count it.
fn fewer_rest_days(plan: &Plan, aim: u8) -> Option<String> {
    let (has, own) = (rest_days(plan), plan.limits.rest_target);
    let fewer = own < aim && has < usize::from(aim);
    let days = if has == 1 { "day" } else { "days" };
    fewer.then(|| format!("{has} full rest {days}, since it aims for {own} and the others for {aim}"))
}

fn title(of: &PlacementWeek) -> String {
    if of.own { format!("{} (yours)", of.placement) } else { of.placement.to_string() }
}

fn table(page: &mut Page, weeks: &[(&PlacementWeek, &Plan)]) {
    let each = |value: &dyn Fn(&PlacementWeek, &Plan) -> String| -> Vec<String> {
        weeks.iter().map(|(of, plan)| value(of, plan)).collect()
    };
    row(page, "", &each(&|of, _| title(of)));
    row(page, "days by", &each(&|of, _| of.placement.advised_by().to_owned()));
    for day in Day::ALL {
        let cells: Vec<Vec<String>> = weeks.iter().map(|(_, plan)| cell(&plan.days[day.index()])).collect();
        let lines = cells.iter().map(Vec::len).max().unwrap_or(0);
        for line in 0..lines {
            let cells: Vec<_> =
                cells.iter().map(|cell| cell.get(line).cloned().unwrap_or_default()).collect();
            row(page, if line == 0 { day.short() } else { "" }, &cells);
        }
    }
    page.gap();
    row(page, "rest days", &each(&|_, plan| rest_days(plan).to_string()));
    page.gap();
}

fn row(page: &mut Page, label: &str, cells: &[String]) {
    let mut line = format!("  {label:<first$}", first = FIRST - 2);
    for cell in cells {
        let _ = write!(line, "{cell:<EACH$}");
    }
    page.line(line.trim_end());
}

fn block(page: &mut Page, of: &PlacementWeek, plan: &Plan) {
    page.wrap(&format!("{}, days by {}", title(of), of.placement.advised_by()), "", "  ");
    for day in &plan.days {
        page.beside(&format!("  {}  ", day.day.short()), &cell(day).join(" "));
    }
    page.indented(&format!("rest days {}", rest_days(plan)), "  ");
    page.gap();
}

/// What stands on a day in a few words, in lines that fit a column.
fn cell(day: &PlannedDay) -> Vec<String> {
    let short = |session: Session, minutes: u16| match session {
        Session::Run(Run::Race) => "RACE".to_owned(),
        Session::Run(Run::ShakeOut) => format!("shake-out {minutes}'"),
        Session::Run(run) if run.is_key() => format!("{} {minutes}'", run.id().to_uppercase()),
        Session::Run(run) => format!("{run} {minutes}'"),
        Session::Second => format!("{} {minutes}'", Run::Easy.id()),
        Session::Strength(strength) if strength.legs() => "legs".to_owned(),
        Session::Strength(_) => "upper".to_owned(),
        other if other == Session::Mobility => other.id().to_owned(),
        other => format!("{} {minutes}'", other.id()),
    };
    let mut lines: Vec<String> = day.rest.then(|| "rest".to_owned()).into_iter().collect();
    for session in &day.sessions {
        let text = match session.session {
            Session::Other(_) => shortened(&session_title(session), EACH),
            placed => short(placed, session.minutes),
        };
        match lines.last_mut() {
            Some(line) if line.chars().count() + 3 + text.chars().count() < EACH => {
                let _ = write!(line, " + {text}");
            }
            Some(_) => lines.push(format!("+ {text}")),
            None => lines.push(text),
        }
    }
    lines
}

fn score_json(score: Score) -> Value {
    Value::Object(
        Level::OF_A_WEEK.iter().map(|level| (level.id().to_owned(), json!(score.on(*level)))).collect(),
    )
}

/// The weeks under each placement, for programs.
#[must_use]
pub fn placements_json(comparison: &Comparison) -> Value {
    json!({
        "schema": "runplan.compare/1",
        "runner": comparison.runner,
        "season": comparison.season,
        "monday": comparison.monday.to_string(),
        "placements": comparison.weeks.iter().map(placement_json).collect::<Vec<_>>(),
        "notice": NOTICE,
    })
}

fn placement_json(of: &PlacementWeek) -> Value {
    let plan = of.outcome.week();
    json!({
        "placement": of.placement.id(),
        "yours": of.own,
        "advised_by": of.placement.advised_by(),
        "score": plan.map(|plan| score_json(plan.score)),
        "rest_days": plan.map(rest_days),
        "rest_target": plan.map(|plan| plan.limits.rest_target),
        "days": plan.map(days_json),
        "findings": plan.map(findings_json),
    })
}

fn days_json(plan: &Plan) -> Vec<Value> {
    let day = |day: &PlannedDay| {
        let sessions: Vec<_> = day.sessions.iter().map(session_text).collect();
        json!({"day": day.day.id(), "rest": day.rest, "sessions": sessions})
    };
    plan.days.iter().map(day).collect()
}

fn findings_json(plan: &Plan) -> Vec<Value> {
    let findings = plan.findings.iter().map(
        |of| json!({"rule": of.rule.id, "level": of.rule.kind(), "amount": of.amount, "message": of.message}),
    );
    findings.collect()
}

/// Two weeks beside each other, for people.
#[must_use]
pub fn differences_text(differences: &[Difference], names: [&str; 2], width: usize) -> String {
    let mut page = Page::new(width);
    let names = names.map(one_line);
    for difference in differences {
        let [a, b] = &difference.labels;
        let labels = if a == b { one_line(a) } else { format!("{} and {}", one_line(a), one_line(b)) };
        page.wrap(&format!("{labels}: A is {}, B is {}", names[0], names[1]), "", "  ");
        page.gap();
        for day in difference.days.iter() {
            let text = |which: usize| match difference.texts[which][day.index()].trim() {
                "" => "rest".to_owned(),
                text => one_line(text),
            };
            page.beside(&format!("  {}  A  ", day.short()), &text(0));
            page.beside("       B  ", &text(1));
        }
        if difference.days.is_empty() {
            page.line("  The same sessions on the same days.");
        }
        page.gap();
        for level in Level::OF_A_WEEK {
            let [a, b] = difference.scores.map(|score| score.on(*level));
            if a + b > 0 {
                page.line(&format!("  {:<11}A {a:<5}B {b}", level.id()));
            }
        }
        let verdict = match difference.better() {
            Some((level, which)) => {
                let [a, b] = difference.scores.map(|score| score.on(level));
                let by = a.abs_diff(b);
                format!(
                    "{} is better: `{level}` is the first level that differs, by {by}.",
                    ["A", "B"][which]
                )
            }
            None => "By the rules they are equal.".to_owned(),
        };
        page.indented(&verdict, "  ");
        page.gap();
    }
    page.paragraph(NOTICE);
    page.text
}

/// Two weeks beside each other, for programs.
#[must_use]
pub fn differences_json(differences: &[Difference], names: [&str; 2]) -> Value {
    let one = |difference: &Difference| {
        let day = |day: Day| json!({"day": day.id(), "a": difference.texts[0][day.index()], "b": difference.texts[1][day.index()]});
        let better = difference.better();
        json!({
            "weeks": difference.labels,
            "days": difference.days.iter().map(day).collect::<Vec<_>>(),
            "scores": difference.scores.map(score_json),
            "better": better.map(|(_, which)| ["a", "b"][which]),
            "level": better.map(|(level, _)| level.id()),
        })
    };
    json!({
        "schema": "runplan.difference/1",
        "files": names,
        "weeks": differences.iter().map(one).collect::<Vec<_>>(),
        "notice": NOTICE,
    })
}
