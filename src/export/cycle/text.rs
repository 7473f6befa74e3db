//! The weeks of a plan as a runner reads them in a terminal: a line a week.

use crate::cycle::Cycle;
use crate::export::chart::bar;
use crate::export::cycle::{Row, around, first, rows, runner, summary, title, told, weeks};
use crate::export::format::Options;
use crate::export::phrases::{ids, warning_text};
use crate::plan::NOTICE;
use crate::wrap::{Page, columns, shell_word};

pub(crate) fn text(cycle: &Cycle, options: &Options) -> String {
    let mut page = Page::new(options.width);
    let runner = runner(cycle).map_or_else(String::new, |runner| format!(" · {runner}"));
    page.paragraph(&format!("{}{runner}", title(cycle)));
    if let Some(around) = around(cycle) {
        page.paragraph(&around);
    }
    for text in first(cycle) {
        page.item(&text);
    }
    page.gap();
    let rows = rows(cycle);
    let strength = rows.iter().map(|row| row.strength.chars().count()).max().unwrap_or(0).max(8);
    let most = cycle.most_minutes();
    let head = format!("  week      season      run  long     {:<strength$}  rest", "strength");
    let lines: Vec<String> = rows.iter().map(|row| wide(row, most, strength)).collect();
    let lines = || std::iter::once(&head).chain(&lines).map(|line| line.trim_end());
    // A line a week, where each has room for it.
    if lines().all(|line| columns(line) <= options.width) {
        for line in lines() {
            page.line(line);
        }
    } else {
        for row in &rows {
            narrow(&mut page, row, most);
        }
    }
    page.gap();
    let summary = summary(cycle);
    if !summary.is_empty() {
        page.indented(&summary, "  ");
    }
    if let Some(week) = rows.first() {
        next_steps(&mut page, cycle, &week.week);
    }
    for (head, note) in [("Warnings", false), ("Notes", true)] {
        let told = told(cycle, note);
        if !told.is_empty() {
            page.head(head);
        }
        for (of, warning) in told {
            page.item(&format!("{} ({}) [{}]", warning_text(warning), weeks(&of), ids(warning)));
        }
    }
    page.closed(NOTICE)
}

/// The commands that show more; of a plan that came through a pipe there are none.
fn next_steps(page: &mut Page, cycle: &Cycle, week: &str) {
    let is_dated = cycle.weeks.iter().all(|week| week.label.is_none());
    let [of_week, of_all] = match (cycle.around.as_deref().map(shell_word), &cycle.around_flags) {
        (None, _) => [format!("week --week {week}"), "cycle -o plan.ics".to_owned()],
        (Some(_), None) => return,
        (Some(file), Some(flags)) if is_dated => [
            format!("week --plan {file}{flags} --week {week}"),
            format!("overlay {file}{flags} -o strength.ics"),
        ],
        (Some(file), Some(flags)) => {
            page.indented(
                &format!("In its own table: runplan overlay {file}{flags} -o with-strength.csv"),
                "  ",
            );
            return;
        }
    };
    page.indented(&format!("A week: runplan {of_week}"), "  ");
    page.indented(&format!("All of it: runplan {of_all}"), "  ");
}

fn wide(row: &Row, most: u32, strength: usize) -> String {
    let numbers = match row.minutes {
        Some([run, long]) => format!(
            "{run:>4} {:>5}  {}",
            if long == 0 { "–".to_owned() } else { long.to_string() },
            bar(run, most)
        ),
        None => format!("{:>4} {:>5}   ", "–", "–"),
    };
    format!(
        "  {:<9} {:<10}{numbers}  {:<strength$}  {:<4} {}",
        row.week, row.season, row.strength, row.rest, row.remark
    )
}

fn narrow(page: &mut Page, row: &Row, most: u32) {
    let remark = if row.remark.is_empty() { String::new() } else { format!(" · {}", row.remark) };
    page.line(&format!("  {}  {}{remark}", row.week, row.season));
    if let Some([run, long]) = row.minutes {
        page.indented(
            &format!(
                "{} run {run}', long {long}' · strength {} · rest {}",
                bar(run, most),
                row.strength.replace(" ·", ","),
                row.rest
            ),
            "    ",
        );
    }
}
