//! A list: a row a day with its date, and what is done.

use crate::import::csv::dates::{Dates, daily, dates_like};
use crate::import::csv::names::{day_in_any_language, plain};
use crate::import::csv::rows::Row;
use crate::import::days::{DayLog, shown};
use crate::import::plan::{DayRows, ForeignPlan};
use crate::import::remark::no_plan;
use crate::import::weeks;
use crate::input::{Place, Problem};
use crate::week::dates::iso_week;

/// Words over a column of dates.
const DATES: [&str; 5] = ["date", "datum", "fecha", "data", "day"];
/// Words over a column of minutes.
const MINUTES: [&str; 5] = ["minutes", "min", "mins", "duration", "time"];
/// Words over a column that says what is done.
const WHAT: [&str; 14] = [
    "what", "workout", "session", "sessions", "training", "title", "description", "activity", "exercise",
    "run", "plan", "einheit", "details", "notes",
];
/// Columns of which none says by its head what is done, at most.
const MOST_UNNAMED: usize = 3;
/// Words over columns that say nothing of a session.
const ASIDE: [&str; 9] = ["day", "weekday", "week", "wk", "tag", "jour", "dia", "runner", "done"];

/// A list, found in rows: where the dates stand, and how many rows stand above the first.
pub(super) struct List {
    column: usize,
    skip: usize,
}

/// The list that rows are; `None` where no column holds a date in every row, or nothing stands beside the dates.
pub(super) fn list(rows: &[Row]) -> Option<List> {
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let is_dated = |row: &Row, column: usize| dates_like(row.cell(column));
    (0..width.min(4)).find_map(|column| {
        let head = plain(rows[0].cell(column));
        let skip = usize::from(!is_dated(&rows[0], column));
        let is_named = skip == 0 || DATES.contains(&head.as_str());
        let all = rows.iter().skip(skip).all(|row| is_dated(row, column));
        (width >= 2 && is_named && all && rows.len() > skip).then_some(List { column, skip })
    })
}

/// Reads a list.
pub(super) fn read(
    rows: &[Row],
    list: &List,
    mut log: DayLog,
) -> Result<(ForeignPlan, DayRows), Vec<Problem>> {
    let body = &rows[list.skip..];
    let labels: Vec<&str> = body.iter().map(|row| row.cell(list.column)).collect();
    let Dates { dates, unsure } = daily(&labels);
    let unread = |(row, date): (&Row, &Option<_>)| {
        let message = format!("line {}: `{}` is no date", row.line, shown(row.cell(list.column), 30));
        let problem = Problem::at("", &Place { source: log.source, span: None }, message);
        date.is_none().then(|| problem.hint("write it as 2027-01-04"))
    };
    let problems: Vec<Problem> = body.iter().zip(&dates).filter_map(unread).collect();
    if !problems.is_empty() {
        return Err(problems);
    }
    if let Some((row, dates)) = unsure {
        log.unsure_date(labels[row], body[row].line, dates);
    }
    let head = |at: usize| if list.skip == 0 { String::new() } else { plain(rows[0].cell(at)) };
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let others: Vec<usize> = (0..width).filter(|at| *at != list.column).collect();
    let named: Vec<usize> = others.iter().copied().filter(|at| WHAT.contains(&head(*at).as_str())).collect();
    let says_what = |at: usize| named.is_empty() || named.contains(&at);
    let unnamed = others.iter().filter(|at| !ASIDE.contains(&head(**at).as_str())).count();
    if named.is_empty() && unnamed > MOST_UNNAMED {
        let message = format!(
            "line {}: none of {unnamed} columns says by its name what is done on a day",
            rows[0].line
        );
        return Err(no_plan(log.source, &message, "name that column `what` in the first row"));
    }
    let is_what = |at: &&usize| says_what(**at) && !ASIDE.contains(&head(**at).as_str());
    let not_minutes = |at: &&usize| !MINUTES.contains(&head(**at).as_str());
    let what = others.iter().filter(is_what).find(not_minutes).or(others.first()).copied().unwrap_or(0);
    for (row, date) in body.iter().zip(dates) {
        let Some(date) = date else { continue };
        let (mut texts, mut minutes) = (Vec::new(), None);
        for at in others.iter().copied() {
            let (head, cell) = (head(at), row.cell(at));
            if MINUTES.contains(&head.as_str()) && cell.parse::<u16>().is_ok() {
                minutes = cell.parse().ok();
            } else if says_what(at)
                && !ASIDE.contains(&head.as_str())
                && !cell.is_empty()
                && day_in_any_language(cell).is_none()
            {
                texts.push(cell);
            }
        }
        log.read(date, Some(row.line), &texts.join(", "), minutes);
        log.stands_in(date, row.place(what));
    }
    log.mention_between();
    let plan = weeks::plan(log, None, true, |monday| (iso_week(monday), None))?;
    Ok((plan, DayRows { day: list.column, week: None, what }))
}
