//! A grid: a row a week, a column a day, free text in the cells.
//!
//! A row near the top names the days (in any order, Sunday first too); without it the columns are Monday to Sunday, with or
//! without a column for the week before them. A column may hold the date of each week; else the plan has none.

use crate::import::csv::columns::{Columns, columns, is_head, plain};
use crate::import::csv::dates::{dates_like, overlapping, weekly};
use crate::import::csv::labels::{explains, number_of_week};
use crate::import::csv::rows::Row;
use crate::import::days::{DayLog, Location, MOST_WEEKS, UNDATED, shown};
use crate::import::plan::ForeignPlan;
use crate::import::remark::no_plan;
use crate::import::weeks;
use crate::import::words::entry::SessionKind;
use crate::import::words::read as words;
use crate::input::Problem;
use crate::week::dates::{days_after, iso_week, monday_of};
use crate::week::day::Day;
use crate::word::Word;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Labels of rows that only add up.
const TOTALS: [&str; 7] = ["miles", "km", "total", "totals", "mileage", "volume", "distance"];
/// Rows in which the names of the days are looked for.
const HEADER_WITHIN: usize = 5;

/// Where the row stands that names the days, near the top.
pub(super) fn header(rows: &[Row]) -> Option<usize> {
    rows.iter().take(HEADER_WITHIN).position(|row| columns(&row.cells).is_some())
}

/// The row of each day, counted among those that are weeks.
type RowsOfDays = BTreeMap<NaiveDate, usize>;

/// A week as a row has it: its Monday, its name, its line.
struct WeekRow {
    monday: Option<NaiveDate>,
    /// The date of its first day.
    start: NaiveDate,
    name: String,
    line: usize,
}

impl WeekRow {
    /// The name of the week; `at` counts the weeks from 0.
    fn label(&self, at: usize, dated: bool) -> String {
        match (self.name.as_str(), self.monday) {
            (_, Some(monday)) if dated => iso_week(monday),
            ("", _) => format!("week {}", at + 1),
            (name, _) if name.chars().all(|c| c.is_ascii_digit()) => format!("week {name}"),
            (name, _) => name.to_owned(),
        }
    }
}

/// Reads the rows of a grid into a log that may have remarks already.
pub(super) fn read(rows: &[Row], mut log: DayLog) -> Result<ForeignPlan, Vec<Problem>> {
    let source = log.source;
    let header = header(rows);
    let (columns, skip) = match header {
        Some(at) => (columns(&rows[at].cells), at + 1),
        None if speaks(&rows[0]) && !is_head(&rows[0]) => (plain(&rows[0].cells), 0),
        None => (None, 0),
    };
    let Some(mut columns) = columns else {
        return Err(no_days(source, rows));
    };
    for row in rows.iter().take(header.unwrap_or(0)) {
        let message = format!("`{}` stands before the row that names the days; it is left out", row.shown());
        log.note("row-left-out", Location::line(row.line), message, "leave it as it is");
    }
    let body = &rows[skip..];
    // A heading may say what numbers without a unit are.
    for cell in rows.iter().take(header.map_or(0, |at| at + 1)).flat_map(|row| &row.cells) {
        log.count_units(cell);
    }
    if let Some(at) = header {
        refuse_half_a_header(source, &columns, &rows[at], body)?;
        remark_on_columns(&mut log, &columns, &rows[at], body);
        if columns.language != "English" {
            let message = format!(
                "the days are named in {}; of its other words only common ones are known",
                columns.language
            );
            let hint = "read what is left out; `runplan check --words` lists the words";
            log.note("other-language", Location::line(rows[at].line), message, hint);
        }
    }
    log.starts_on = columns.days.first().map(|(_, day)| *day);
    let starts = starts(&mut log, &mut columns, body);
    let dated = starts.is_some();
    let (weeks, rows_of_days) = log_rows(&mut log, &columns, body, starts.as_deref())?;
    let mut plan = weeks::plan(log, None, dated, |monday| {
        match weeks.iter().position(|week| week.monday == Some(monday)) {
            Some(at) => (weeks[at].label(at, dated), Some(weeks[at].line)),
            None => (iso_week(monday), None),
        }
    })?;
    for week in &mut plan.weeks {
        for (at, day) in week.days.iter_mut().enumerate() {
            let row = days_after(week.monday, at).and_then(|date| rows_of_days.get(&date));
            day.label = row.map(|at| weeks[*at].label(*at, dated)).filter(|label| *label != week.label);
        }
    }
    Ok(plan)
}

/// Refuses a header of which only some columns are days though the others hold sessions too: half a week would be checked.
fn refuse_half_a_header(
    source: usize,
    columns: &Columns,
    header: &Row,
    body: &[Row],
) -> Result<(), Vec<Problem>> {
    let is_whole = Day::ALL.iter().all(|day| columns.days.iter().any(|(_, of)| of == day));
    let speaks = |at: usize| {
        let says = |cell: &str| cell.chars().any(char::is_alphabetic) && !words(cell).entries.is_empty();
        body.iter().any(|row| says(row.cell(at)))
    };
    let other = (0..header.cells.len()).find(|at| {
        let is_known = columns.labels.contains(at) || columns.days.iter().any(|(day, _)| day == at);
        !is_whole && !is_known && !header.cell(*at).is_empty() && speaks(*at)
    });
    let Some(other) = other else { return Ok(()) };
    let message = format!(
        "line {}: `{}` names no day, and sessions stand in its column; only some days of the week would be read",
        header.line,
        shown(header.cell(other), 30)
    );
    Err(no_plan(source, &message, "name the columns `Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun`"))
}

/// The refusal of a table without days: what it lacks.
fn no_days(source: usize, rows: &[Row]) -> Vec<Problem> {
    let Some(head) = rows.iter().take(HEADER_WITHIN).find(|row| is_head(row)) else {
        let message = "no row near the top names the days, and the first is no week of 7 or 8 cells either";
        return no_plan(
            source,
            message,
            "name the columns `Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun` in the first row",
        );
    };
    let names: Vec<String> = head
        .cells
        .iter()
        .map(|cell| cell.trim())
        .filter(|cell| !cell.is_empty())
        .map(|cell| format!("`{}`", shown(cell, 30)))
        .collect();
    let all = names.iter().take(4).cloned().collect::<Vec<_>>().join(", ");
    let more = if names.len() > 4 { " and the like" } else { "" };
    let message =
        format!("line {}: the columns {all}{more} say on no day of the week what is done", head.line);
    let hint = "name the columns `Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun`, or write a row a day, with columns such as `date,workout` or `week,day,workout`";
    no_plan(source, &message, hint)
}

/// Whether a row holds sessions, not names of columns.
fn speaks(row: &Row) -> bool {
    row.cells.iter().filter(|cell| !words(cell).entries.is_empty()).count() >= 2
}

/// The dates of the weeks' first days, where a column holds dates; a remark where one looks like it and cannot be read.
fn starts(log: &mut DayLog, columns: &mut Columns, body: &[Row]) -> Option<Vec<NaiveDate>> {
    for at in columns.labels.clone() {
        let labels: Vec<&str> = body.iter().map(|row| row.cell(at)).collect();
        if let Some(read) = weekly(&labels, columns.days[0].1) {
            columns.labels.retain(|other| *other != at);
            columns.labels.push(at);
            if let Some((row, [date, other])) = read.unsure {
                log.unsure_date(labels[row], body[row].line, [date, other]);
            }
            return read.dates.into_iter().map(|date| columns.first_day(date)).collect();
        }
        if let Some(rows) = overlapping(&labels) {
            let [one, other] = rows.map(|row| body[row].line);
            let message =
                format!("lines {one} and {other} have dates in common; the plan counts as one without dates");
            log.warn("dates-overlap", Location::line(other), message, "check the dates of the weeks");
        } else if let Some(row) = labels.iter().position(|label| dates_like(label)) {
            let message = format!(
                "the dates of `{}` and the like are not read; the plan counts as one without",
                shown(labels[row], 30)
            );
            let hint = "write the dates of the weeks as 2027-01-04, seven days apart, or use `--start`";
            log.warn("dates-not-read", Location::line(body[row].line), message, hint);
        }
    }
    None
}

/// Logs every cell of a day; gives the rows that are weeks, and which of them each day stands in.
fn log_rows(
    log: &mut DayLog,
    columns: &Columns,
    body: &[Row],
    starts: Option<&[NaiveDate]>,
) -> Result<(Vec<WeekRow>, RowsOfDays), Vec<Problem>> {
    let source = log.source;
    let end = || no_plan(source, "its dates leave the calendar", "check the dates of its weeks");
    let label_of =
        |row: &Row| columns.labels.first().map_or("", |at| row.cell(*at).trim_matches('~')).to_owned();
    let labels: Vec<String> = body.iter().map(label_of).collect();
    let most_have_labels = labels.iter().filter(|label| !label.is_empty()).count() * 2 >= body.len();
    let is_week = |label: &&String| number_of_week(label).is_some() || dates_like(label);
    let most_are_weeks = labels.iter().filter(is_week).count() * 2 >= body.len();
    let last_label =
        labels.iter().rposition(|label| !label.is_empty() && (!most_are_weeks || is_week(&label)));
    let mut weeks: Vec<WeekRow> = Vec::new();
    let mut rows_of_days = RowsOfDays::new();
    let mut before: Option<(usize, NaiveDate)> = None;
    for (at, row) in body.iter().enumerate() {
        let label = &labels[at];
        let cells = columns.days.iter().map(|(column, _)| row.cell(*column));
        let is_after_all = last_label.is_none_or(|last| at > last);
        let legend = most_are_weeks && !is_week(&label) && explains(label, cells, is_after_all);
        let legend = legend.then_some(("explains the plan", "leave it as it is"));
        if let Some((why, hint)) = no_week(row, columns, label).or(legend) {
            let message = format!("`{}` {why}; the row is left out", row.shown());
            log.note("row-left-out", Location::line(row.line), message, hint);
            continue;
        }
        // A second row of a week, for the afternoons or for strength: it has no label where most rows have one, or the same.
        let marked = row.cells.iter().any(|cell| cell.trim().eq_ignore_ascii_case("pm"));
        let is_same = before.is_some_and(|(last, _)| is_same_week(&labels[last], label));
        let second = before.is_some() && (marked || is_same || most_have_labels && label.is_empty());
        let start = match (before, starts) {
            (Some((_, before)), _) if second => Some(before),
            (_, Some(starts)) => starts.get(at).copied(),
            (Some((_, before)), None) => days_after(before, 7),
            (None, None) => columns.first_day(UNDATED),
        };
        let start = start.ok_or_else(end)?;
        let first = columns.days[0].1;
        for (column, day) in &columns.days {
            let date = days_after(start, (7 + day.index() - first.index()) % 7).ok_or_else(end)?;
            log.read(date, Some(row.line_of(*column)), row.cell(*column), None);
            log.stands_in(date, row.place(*column));
            rows_of_days.entry(date).or_insert(weeks.len());
        }
        // A row belongs to the week that most of it lies in.
        let monday = days_after(start, 3).and_then(monday_of);
        let overlaps = |week: &&WeekRow| (start - week.start).num_days().abs() < 7;
        if starts.is_some()
            && !second
            && let Some(other) = weeks.iter().find(overlaps)
        {
            let message = format!(
                "lines {} and {} have dates in common; what stands in both counts",
                other.line, row.line
            );
            let at = Location::day(start, Some(row.line));
            log.warn("dates-overlap", at, message, "check the dates of the weeks");
        }
        weeks.push(WeekRow { monday, start, name: shown(label, 40), line: row.line });
        before = Some((at, start));
        if weeks.len() > MOST_WEEKS {
            return Err(no_plan(source, "it has too many rows for a training plan", "check that it is one"));
        }
    }
    Ok((weeks, rows_of_days))
}

/// Whether two labels name one week: by its number, or by its date.
fn is_same_week(before: &str, label: &str) -> bool {
    let number = number_of_week(label);
    number.is_some() && number == number_of_week(before) || dates_like(label) && label == before
}

/// Why a row is no week, and what to do about it; `None` if it is one.
fn no_week(row: &Row, columns: &Columns, label: &str) -> Option<(&'static str, &'static str)> {
    if columns.days.iter().all(|(at, _)| row.cell(*at).is_empty()) {
        return Some(("has no day filled in", "write `rest` into a week of rest"));
    }
    let adds_up = TOTALS.contains(&label.to_lowercase().trim_end_matches(':'));
    adds_up.then_some(("adds up", "leave it as it is"))
}

/// Remarks on columns that are neither days nor the week, a warning where sessions may stand in them.
fn remark_on_columns(log: &mut DayLog, columns: &Columns, header: &Row, body: &[Row]) {
    let here = Location::line(header.line);
    for (at, name) in header.cells.iter().enumerate() {
        let known = columns.labels.contains(&at) || columns.days.iter().any(|(day, _)| *day == at);
        if known || name.trim().is_empty() {
            continue;
        }
        remark_on_column(log, header, at, body);
    }
    let twice = |at: usize| columns.days[..at].iter().any(|(_, day)| *day == columns.days[at].1);
    for at in (0..columns.days.len()).filter(|at| twice(*at)) {
        let message = format!("{} has two columns; what stands in both counts", columns.days[at].1.name());
        log.note("column-left-out", here, message, "leave it so, or make one column of them");
    }
}

/// Remarks that a column is left out, a warning where sessions may stand in it.
pub(super) fn remark_on_column(log: &mut DayLog, header: &Row, at: usize, body: &[Row]) {
    let here = Location::line(header.line);
    let message = format!("the column `{}` is no day; it is left out", shown(header.cell(at), 30));
    if body.iter().any(|row| has_session(row.cell(at))) {
        log.warn("column-left-out", here, message, "name it after a day; sessions may stand in it");
    } else {
        log.note("column-left-out", here, message, "leave it as it is, or name it after a day");
    }
}

/// Whether a cell speaks of a session; a number alone does not.
fn has_session(cell: &str) -> bool {
    cell.chars().any(char::is_alphabetic)
        && words(cell).entries.iter().any(|entry| entry.what != SessionKind::Rest)
}
