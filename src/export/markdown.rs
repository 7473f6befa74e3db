//! The week for notes and issue trackers: GitHub tables under one heading.

use crate::cycle::Cycle;
use crate::exercise::workout::Workout;
use crate::export::cycle::{self, around, rows, runner, summary};
use crate::export::format::{Format, Options};
use crate::export::gym::{Line, groups, reserve_note, says_rir};
use crate::export::ladder::climbing_text;
use crate::export::phrases::{
    Said, change_text, changes, dates_and_runner, first, ids, session_text, title, warning_text, warnings,
};
use crate::plan::{NOTICE, Plan, PlannedDay, PlannedSession};
use crate::week::day::and;
use crate::week::kind::Kind;
use crate::wrap::one_line;
use std::fmt::Write as _;

pub(super) const FORMAT: Format = Format {
    name: "markdown",
    ending: "md",
    summary: "the week for notes: GitHub tables, sessions folded open",
    week: text,
    cycle: weeks,
    replan: |replan, options| text(&replan.plan, options),
    day: None,
    refusal: None,
};

fn text(plan: &Plan, _: &Options) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "## {}\n\n{}\n", plain(&title(plan)), plain(&dates_and_runner(plan)));
    let first = first(plan);
    for Said { text, rule } in &first {
        let _ = writeln!(out, "- {} (`{rule}`)", plain(text));
    }
    out.push_str(if first.is_empty() { "" } else { "\n" });
    let extras = and(&Kind::EXTRAS.map(Kind::name));
    // Only where there is any: it is the runner's own, and read by nobody as what is planned.
    let is_fixed = |session: &PlannedSession| session.is(Kind::Fixed);
    let fixed = plan.days.iter().flat_map(|day| &day.sessions).any(is_fixed);
    let [head, rule] = if fixed { [" fixed |", "---|"] } else { [""; 2] };
    let _ = writeln!(out, "| day | run | strength | {extras} |{head}\n|---|---|---|---|{rule}");
    for day in &plan.days {
        row(&mut out, day, fixed);
    }
    if !plan.choices.is_empty() {
        let _ = writeln!(out, "\n{}", plain(&plan.choices.join(" ")));
    }
    for (title, warnings) in warnings(plan) {
        let _ = writeln!(out, "\n**{title}**\n");
        for warning in warnings {
            let _ = writeln!(out, "- {} (`{}`)", plain(&warning_text(warning)), ids(warning));
        }
    }
    let changes = changes(plan);
    if !changes.is_empty() {
        out.push_str("\n**Changed**\n\n");
        for change in changes {
            let _ = writeln!(out, "- {} (`{}`)", plain(&change_text(change)), change.rule);
        }
    }
    sessions(&mut out, plan);
    let _ = writeln!(out, "\n*{NOTICE}*");
    out
}

/// What to do in the gym, a list each.
fn sessions(out: &mut String, plan: &Plan) {
    let strength = plan.days.iter().flat_map(|day| &day.sessions).filter(|of| of.is(Kind::Strength));
    if let Some(note) = reserve_note(
        strength.filter_map(|of| of.workout.as_deref()).flat_map(Workout::trained).filter(|of| says_rir(of)),
    ) {
        let _ = writeln!(out, "\n{note}");
    }
    for day in &plan.days {
        for session in day.sessions.iter().filter(|session| session.is(Kind::Strength)) {
            let Some(workout) = session.workout.as_deref().filter(|workout| !workout.blocks.is_empty())
            else {
                continue;
            };
            let _ = writeln!(out, "\n**{}**: {}\n", day.day.name(), plain(&climbing_text(plan, session)));
            for group in groups(workout) {
                let _ = writeln!(out, "- {}", group.head);
                for exercise in group.exercises {
                    let _ = writeln!(out, "  - {}{}", plain(&exercise.text), used(&exercise));
                }
                if let Some(pause) = group.pause {
                    let _ = writeln!(out, "  - {pause}");
                }
            }
        }
    }
}

/// Room for the weight that was used, with the one that is known.
fn used(exercise: &Line) -> String {
    match exercise.weight.as_deref() {
        None => String::new(),
        // Nothing closes this run of underscores, so it is no markup.
        Some("") => "; weight: ______".to_owned(),
        Some(weight) => format!("; weight: {weight}"),
    }
}

fn row(out: &mut String, day: &PlannedDay, has_fixed: bool) {
    let cell = |wanted: &dyn Fn(&PlannedSession) -> bool| {
        let sessions = day.sessions.iter().filter(|session| wanted(session));
        let texts: Vec<String> = sessions.map(|session| plain(&session_text(session))).collect();
        texts.join(" + ")
    };
    let written = day.written().map_or_else(String::new, |text| format!(" (“{}”)", plain(text)));
    let run = cell(&|session| session.is(Kind::Run)) + &written;
    let strength = cell(&|session| session.is(Kind::Strength));
    let other =
        cell(&|session| ![Kind::Run, Kind::Strength, Kind::Fixed].iter().any(|kind| session.is(*kind)));
    let fixed = cell(&|session| session.is(Kind::Fixed));
    let fixed = if has_fixed { format!(" {fixed} |") } else { String::new() };
    let run = if day.rest { "rest".to_owned() } else { run };
    let _ = writeln!(out, "| {} | {run} | {strength} | {other} |{fixed}", day.day.short());
}

/// The weeks of a plan: one table, then each week.
fn weeks(cycle: &Cycle, options: &Options) -> String {
    let runner = runner(cycle).map_or_else(String::new, |runner| format!(" · {}", plain(&runner)));
    let around = around(cycle).map_or_else(String::new, |around| format!("{}.\n\n", plain(&around)));
    let mut out = format!(
        "# {}{runner}\n\n{around}| week | season | run | long | strength | rest | what is special |\n|---|---|---:|---:|---|---:|---|\n",
        cycle::title(cycle)
    );
    for row in rows(cycle) {
        let [run, long] =
            row.minutes.map_or([String::new(), String::new()], |minutes| minutes.map(|m| m.to_string()));
        let _ = writeln!(
            out,
            "| {} | {} | {run} | {long} | {} | {} | {} |",
            row.week, row.season, row.strength, row.rest, row.remark
        );
    }
    let _ = writeln!(out, "\n{}", summary(cycle));
    for plan in cycle.plans() {
        out += "\n";
        out += &text(plan, options);
    }
    out
}

/// Text of others as it stands: nothing in it is markup.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in one_line(text).chars() {
        // Backticks of our own messages stay: they mark keys and rules.
        if matches!(c, '\\' | '|' | '&' | '*' | '_' | '<' | '>' | '[' | ']' | '#' | '~') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
