//! A plan as a grid: a row a week, a column a day, free text in the cells.
//!
//! A row near the top names the days (in any order, Sunday first too); without it the columns are Monday to Sunday, with or
//! without a column for the week before them. A column may hold the date of each week; else the plan has none.

mod columns;

use super::{MOST_WEEKS, UNDATED, WrittenPlan, iso_week, later, monday_of, nothing};
use crate::import::csv::columns::{Columns, columns, dates, dates_like, plain};
use crate::import::days::{Gather, shown};
use crate::import::words::{What, read as words};
use crate::input::{Place, Problem};
use chrono::NaiveDate;

/// Labels of rows that only add up.
const TOTALS: [&str; 7] = ["miles", "km", "total", "totals", "mileage", "volume", "distance"];
/// Rows in which the names of the days are looked for.
const HEADER_WITHIN: usize = 5;

/// A row with its line.
type Row = (usize, Vec<String>);

/// A week as a row has it: its Monday, what it is called, its line.
struct Label {
    monday: Option<NaiveDate>,
    name: String,
    line: usize,
}

/// Reads a grid.
pub(super) fn read(text: &str, source: usize) -> Result<WrittenPlan, Vec<Problem>> {
    let rows = rows(text, source)?;
    let header = rows.iter().take(HEADER_WITHIN).position(|(_, cells)| columns(cells).is_some());
    let (columns, skip) = match header {
        Some(at) => (columns(&rows[at].1), at + 1),
        None if speaks(&rows[0].1) => (plain(&rows[0].1), 0),
        None => (None, 0),
    };
    let Some(mut columns) = columns else {
        let message = "no row near the top names the days, and the first is no week of 7 or 8 cells either";
        let hint = "name the columns `Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun` in the first row";
        return Err(nothing(source, message, hint));
    };
    let mut gather = Gather::new(source);
    for (line, cells) in rows.iter().take(header.unwrap_or(0)) {
        let message =
            format!("`{}` stands before the row that names the days; it is left out", joined(cells));
        gather.note("row-left-out", Some(*line), None, message, "leave it as it is");
    }
    let weeks = &rows[skip..];
    if let Some(at) = header {
        left_out(&mut gather, &columns, &rows[at], weeks);
    }
    gather.starts_on = columns.days.first().map(|(_, day)| *day);
    let starts = starts(&mut gather, &mut columns, weeks);
    let labels = fill(&mut gather, &columns, weeks, starts.as_deref())?;
    let dated = starts.is_some();
    let name = |row: usize| {
        let label = &labels[row];
        match (label.name.as_str(), label.monday) {
            (_, Some(monday)) if dated => iso_week(monday),
            ("", _) => format!("week {}", row + 1),
            (name, _) if name.chars().all(|c| c.is_ascii_digit()) => format!("week {name}"),
            (name, _) => name.to_owned(),
        }
    };
    let row_of = |monday: NaiveDate| labels.iter().position(|label| label.monday == Some(monday));
    let mut plan = gather.plan(None, dated, |_, monday| {
        let row = row_of(monday);
        (row.map_or_else(|| iso_week(monday), name), row.map(|row| labels[row].line))
    })?;
    for week in &mut plan.weeks {
        for day in &mut week.days {
            let row = labels.binary_search_by_key(&day.line, |label| Some(label.line)).ok();
            day.label = row.map(name).filter(|name| *name != week.label);
        }
    }
    Ok(plan)
}

/// Whether a row holds sessions, not names of columns.
fn speaks(cells: &[String]) -> bool {
    cells.iter().filter(|cell| !words(cell).entries.is_empty()).count() >= 2
}

fn joined(cells: &[String]) -> String {
    shown(&cells.join(" "), 60)
}

/// The dates of the weeks' first days, where a column holds dates; a column that looks like it and cannot be read is said.
fn starts(gather: &mut Gather, columns: &mut Columns, weeks: &[Row]) -> Option<Vec<NaiveDate>> {
    let cells = |at: usize| weeks.iter().map(move |(_, cells)| cells.get(at).map_or("", |cell| cell.trim()));
    for at in columns.labels.clone() {
        let labels: Vec<&str> = cells(at).collect();
        if let Some(dates) = dates(&labels) {
            columns.labels.retain(|other| *other != at);
            columns.labels.push(at);
            return dates.into_iter().map(|date| columns.first_day(date)).collect();
        }
        if let Some(row) = labels.iter().position(|label| dates_like(label)) {
            let message = format!(
                "the dates of `{}` and the like are not read; the plan counts as one without",
                shown(labels[row], 30)
            );
            let hint = "write the dates of the weeks as 2027-01-04, seven days apart, or use `--start`";
            gather.warn("dates-not-read", Some(weeks[row].0), None, message, hint);
        }
    }
    None
}

/// Reads every cell; gives the labels of the rows that are weeks.
fn fill(
    gather: &mut Gather,
    columns: &Columns,
    weeks: &[Row],
    starts: Option<&[NaiveDate]>,
) -> Result<Vec<Label>, Vec<Problem>> {
    let source = gather.source;
    let end = || nothing(source, "its dates leave the calendar", "check the dates of its weeks");
    let mut labels: Vec<Label> = Vec::new();
    let mut next = columns.first_day(UNDATED);
    let labelled = |(_, cells): &&Row| {
        columns.labels.first().is_some_and(|at| cells.get(*at).is_some_and(|cell| !cell.trim().is_empty()))
    };
    let most_have_labels = weeks.iter().filter(labelled).count() * 2 >= weeks.len();
    for (at, (line, cells)) in weeks.iter().enumerate() {
        let cell = |at: usize| cells.get(at).map_or("", |cell| cell.trim());
        if columns.days.iter().all(|(at, _)| cell(*at).is_empty()) {
            let message = format!("`{}` has no day filled in; the row is left out", joined(cells));
            gather.note("row-left-out", Some(*line), None, message, "write `rest` into a week of rest");
            continue;
        }
        let label = columns.labels.first().map(|at| cell(*at)).unwrap_or_default();
        if TOTALS.contains(&label.to_lowercase().trim_end_matches(':')) {
            let message = format!("`{}` adds up; the row is left out", joined(cells));
            gather.note("row-left-out", Some(*line), None, message, "leave it as it is");
            continue;
        }
        // A second row of a week, for the afternoons or for strength: it has no label where most rows have one.
        let second = most_have_labels && label.is_empty();
        let marked = cells.iter().any(|cell| cell.trim().eq_ignore_ascii_case("pm"));
        let afternoon = (marked || second) && !labels.is_empty();
        let again = |next: NaiveDate| {
            if afternoon { next.checked_sub_days(chrono::Days::new(7)) } else { Some(next) }
        };
        let dated = |starts: &[NaiveDate]| {
            // Rows are counted on from each other; a second row of a week is that week's.
            let row = if afternoon { at.checked_sub(1)? } else { at };
            starts.get(row).copied()
        };
        let start = starts.map_or_else(|| next.and_then(again), dated);
        let Some(start) = start else { return Err(end()) };
        let first = columns.days[0].1;
        for (at, day) in &columns.days {
            let Some(date) = later(start, (7 + day.index() - first.index()) % 7) else { return Err(end()) };
            gather.read(date, Some(*line), cell(*at), None);
        }
        // A row belongs to the week that most of it lies in.
        let monday = later(start, 3).and_then(monday_of);
        if starts.is_some() && labels.iter().rev().take(60).any(|label| label.monday == monday) && !afternoon
        {
            let message = "this row has the dates of an earlier one; both count as one week".to_owned();
            gather.warn("dates-not-read", Some(*line), Some(start), message, "check the dates of the weeks");
        }
        let name = columns.labels.first().map(|at| cell(*at)).unwrap_or_default();
        labels.push(Label { monday, name: shown(name, 40), line: *line });
        next = later(start, 7);
        if labels.len() > MOST_WEEKS {
            return Err(nothing(source, "it has too many rows for a training plan", "check that it is one"));
        }
    }
    Ok(labels)
}

/// The rows that hold anything, with their lines.
fn rows(text: &str, source: usize) -> Result<Vec<Row>, Vec<Problem>> {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    // The mark that parts cells is the one that the first row has most of.
    let delimiter = [b',', b';', b'\t']
        .into_iter()
        .rev()
        .max_by_key(|mark| first.bytes().filter(|byte| byte == mark).count())
        .unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let (mut rows, mut problems) = (Vec::new(), Vec::new());
    for record in reader.records() {
        match record {
            Ok(record) => {
                let line = record.position().map_or(0, |at| usize::try_from(at.line()).unwrap_or(0));
                let cells: Vec<String> = record.iter().map(ToOwned::to_owned).collect();
                if cells.iter().any(|cell| !cell.trim().is_empty()) {
                    rows.push((line, cells));
                }
            }
            Err(error) => problems.push(Problem::at("", &Place { source, span: None }, error.to_string())),
        }
    }
    if text.matches('"').count() % 2 == 1
        && let Some((line, _)) = rows.last()
    {
        // A cell that is never closed takes the rest of the file with it.
        let message = format!("a quote in the row of line {line} is never closed");
        problems
            .push(Problem::at("", &Place { source, span: None }, message).hint("close it, or take it out"));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    if rows.is_empty() {
        return Err(nothing(source, "there is no row in it", "check that it is a training plan"));
    }
    Ok(rows)
}

/// Columns that are neither days nor the week are said, not dropped: loudly where sessions may stand in them.
fn left_out(gather: &mut Gather, columns: &Columns, (line, cells): &Row, weeks: &[Row]) {
    for (at, name) in cells.iter().enumerate() {
        let known = columns.labels.contains(&at) || columns.days.iter().any(|(day, _)| *day == at);
        if known || name.trim().is_empty() {
            continue;
        }
        let session = |(_, cells): &Row| {
            let text = cells.get(at).map_or("", |cell| cell.trim());
            let counts = text.chars().any(char::is_alphabetic);
            counts && words(text).entries.iter().any(|entry| entry.what != What::Rest)
        };
        let message = format!("the column `{}` is no day; it is left out", shown(name, 30));
        if weeks.iter().any(session) {
            gather.warn(
                "column-left-out",
                Some(*line),
                None,
                message,
                "name it after a day; sessions may stand in it",
            );
        } else {
            gather.note(
                "column-left-out",
                Some(*line),
                None,
                message,
                "leave it as it is, or name it after a day",
            );
        }
    }
    let twice = |at: usize| columns.days[..at].iter().any(|(_, day)| *day == columns.days[at].1);
    for at in (0..columns.days.len()).filter(|at| twice(*at)) {
        let message = format!("{} has two columns; what stands in both counts", columns.days[at].1.name());
        gather.note("column-left-out", Some(*line), None, message, "leave it so, or make one column of them");
    }
}
