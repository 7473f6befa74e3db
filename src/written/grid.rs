//! A plan as a grid: a row a week, a column a day, free text in the cells.
//!
//! The first row may name the days (in any order, Sunday first too); without it the columns are Monday to Sunday, with or
//! without a column for the week before them. A week column may hold dates; else the plan has none.

use super::gather::Gather;
use super::{MOST_WEEKS, UNDATED, WrittenPlan, iso_week, later, monday_of, nothing};
use crate::day::Day;
use crate::document;
use crate::problem::{Place, Problem};
use crate::word::Word;
use chrono::{Datelike, NaiveDate, Weekday};

/// Which column is which.
struct Columns {
    label: Option<usize>,
    days: Vec<(usize, Day)>,
}

/// Reads a grid.
pub(super) fn read(text: &str, source: usize) -> Result<WrittenPlan, Vec<Problem>> {
    let rows = rows(text, source)?;
    let named = columns(&rows[0].1);
    let is_header = named.is_some();
    let Some(columns) = named.or_else(|| plain(&rows[0].1)) else {
        let message = "the first row names no days, and has neither 7 nor 8 columns";
        return Err(nothing(
            source,
            message,
            "name the columns `Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun` in the first row",
        ));
    };
    let mut gather = Gather::new(source);
    gather.starts_on = columns.days.first().map(|(_, day)| *day);
    if is_header {
        left_out(&mut gather, &columns, &rows[0]);
    }
    let (mut labels, mut dated, mut start) = (Vec::new(), false, first_day(&columns, UNDATED));
    for (line, cells) in rows.iter().skip(usize::from(is_header)) {
        let cell = |at: usize| cells.get(at).map_or("", |cell| cell.trim());
        if columns.days.iter().all(|(at, _)| cell(*at).is_empty()) {
            if cells.iter().any(|cell| !cell.trim().is_empty()) {
                let message =
                    format!("`{}` has no day filled in; the row is left out", cells.join(" ").trim());
                gather.remark(
                    "not-recognised",
                    Some(*line),
                    None,
                    message,
                    "write `rest` into a week of rest",
                );
            }
            continue;
        }
        let label = columns.label.map(cell).unwrap_or_default();
        if let Some(date) = date(label) {
            (start, dated) = (first_day(&columns, date), true);
        }
        let Some(date) = start else { return Err(end_of_calendar(source)) };
        let first = columns.days[0].1;
        for (at, day) in &columns.days {
            let Some(date) = later(date, (7 + day.index() - first.index()) % 7) else {
                return Err(end_of_calendar(source));
            };
            gather.read(date, Some(*line), cell(*at), None);
        }
        // A row belongs to the week that most of it lies in.
        labels.push((later(date, 3).and_then(monday_of), label.to_owned(), *line));
        start = later(date, 7);
        if labels.len() > MOST_WEEKS {
            return Err(nothing(source, "it has too many rows for a training plan", "check that it is one"));
        }
    }
    let label = |row: usize| {
        let (monday, label, _) = &labels[row];
        match (label.as_str(), monday) {
            (label, _) if !label.is_empty() && date(label).is_none() => {
                let number = label.chars().all(|c| c.is_ascii_digit());
                if number { format!("week {label}") } else { label.to_owned() }
            }
            (_, Some(monday)) if dated => iso_week(*monday),
            _ => format!("week {}", row + 1),
        }
    };
    let mut plan = gather.plan(None, dated, |_, monday| {
        let row = labels.iter().position(|(of, ..)| *of == Some(monday));
        (row.map_or_else(|| iso_week(monday), label), row.map(|row| labels[row].2))
    })?;
    for week in &mut plan.weeks {
        for day in &mut week.days {
            let row = labels.iter().position(|(.., line)| Some(*line) == day.line);
            day.label = row.map(label).filter(|label| *label != week.label);
        }
    }
    Ok(plan)
}

/// The rows that hold anything, with their lines.
fn rows(text: &str, source: usize) -> Result<Vec<(usize, Vec<String>)>, Vec<Problem>> {
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
    if !problems.is_empty() {
        return Err(problems);
    }
    if rows.is_empty() {
        return Err(nothing(source, "there is no row in it", "check that it is a training plan"));
    }
    Ok(rows)
}

/// The columns of a first row that names days; `None` if it does not.
fn columns(cells: &[String]) -> Option<Columns> {
    let day = |cell: &String| Day::parse(cell.trim().trim_end_matches('.'));
    let days: Vec<_> = cells.iter().enumerate().filter_map(|(at, cell)| Some((at, day(cell)?))).collect();
    let word = |cell: &String| cell.trim().to_lowercase();
    let week = |cell: &String| {
        ["week", "wk", "date", "week of", "#", "no", "no.", ""].contains(&word(cell).as_str())
    };
    let label = cells.iter().position(week).filter(|at| days.first().is_none_or(|(first, _)| at < first));
    (days.len() >= 2).then_some(Columns { label, days })
}

/// Seven columns are the days from Monday; with an eighth before them for the week.
fn plain(cells: &[String]) -> Option<Columns> {
    let (label, first) = match cells.len() {
        7 => (None, 0),
        8 => (Some(0), 1),
        _ => return None,
    };
    Some(Columns { label, days: Day::ALL.iter().enumerate().map(|(at, day)| (first + at, *day)).collect() })
}

/// Columns that are neither days nor the week are said, not dropped.
fn left_out(gather: &mut Gather, columns: &Columns, (line, cells): &(usize, Vec<String>)) {
    for (at, cell) in cells.iter().enumerate() {
        let known = columns.label == Some(at) || columns.days.iter().any(|(day, _)| *day == at);
        if !known && !cell.trim().is_empty() {
            let message = format!("the column `{}` is no day; it is left out", cell.trim());
            gather.remark(
                "column-left-out",
                Some(*line),
                None,
                message,
                "leave it as it is, or name it after a day",
            );
        }
    }
}

/// The date of the first day column in the row of a date: a row may start before Monday.
fn first_day(columns: &Columns, date: NaiveDate) -> Option<NaiveDate> {
    let first = columns.days[0].1;
    if date.weekday().num_days_from_monday() as usize == first.index() {
        return Some(date);
    }
    let monday = monday_of(date)?;
    let before = columns.days.iter().any(|(_, day)| day.index() < first.index());
    if before {
        monday.checked_sub_days(chrono::Days::new(7 - first.index() as u64))
    } else {
        later(monday, first.index())
    }
}

/// The date of a week's label: a date, or an ISO week.
fn date(label: &str) -> Option<NaiveDate> {
    document::date(label).or_else(|| {
        let (year, week) = label.split_once("-W")?;
        NaiveDate::from_isoywd_opt(year.parse().ok()?, week.parse().ok()?, Weekday::Mon)
    })
}

fn end_of_calendar(source: usize) -> Vec<Problem> {
    nothing(source, "its dates leave the calendar", "check the dates of its weeks")
}
