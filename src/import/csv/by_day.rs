//! A list: a row a day with its date, and what is done.

use crate::import::csv::dates::{Dates, daily, dates_like};
use crate::import::csv::heads::{self, Role};
use crate::import::csv::names::{day_in_any_language, plain};
use crate::import::csv::rows::Row;
use crate::import::days::{DayLog, shown};
use crate::import::plan::{DayRows, ForeignPlan};
use crate::import::remark::no_plan;
use crate::import::weeks;
use crate::input::{Place, Problem};
use crate::week::dates::iso_week;
use chrono::NaiveDate;

/// Words over a column of dates.
const DATES: [&str; 5] = ["date", "datum", "fecha", "data", "day"];
/// Columns of which none says by its head what is done, at most.
const MOST_UNNAMED: usize = 3;
/// Words over columns of a row a week: those of one day are called otherwise.
const OF_A_WEEK: [&str; 5] = ["key", "weekly", "quality", "start", "beginning"];

/// A list, found in rows: where the dates stand, and how many rows stand above the first.
pub(super) struct List {
    pub column: usize,
    skip: usize,
}

/// The list that rows are; `None` where no column holds a date in every row, or nothing stands beside the dates, or a row is a week.
pub(super) fn list(rows: &[Row]) -> Option<List> {
    let width = width(rows);
    let is_dated = |row: &Row, column: usize| dates_like(row.cell(column));
    let list = (0..width).find_map(|column| {
        let head = plain(rows[0].cell(column));
        let skip = usize::from(!is_dated(&rows[0], column));
        let is_word = |word: &str| DATES.contains(&word);
        let is_named = skip == 0 || is_word(&head) || {
            let mut words = head.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
            words.clone().any(|word| is_word(word) && word != "day")
                && !words.any(|word| word.starts_with("week") || OF_A_WEEK.contains(&word))
        };
        let all = rows.iter().skip(skip).all(|row| is_dated(row, column));
        (width >= 2 && is_named && all && rows.len() > skip).then_some(List { column, skip })
    })?;
    let of_a_week = |cell: &String| {
        let head = plain(cell);
        let mut words = head.split(|c: char| !c.is_alphabetic());
        list.skip > 0 && (words.any(|word| OF_A_WEEK.contains(&word)) || head.contains("long run"))
    };
    let is_a_week = rows[0].cells.iter().any(of_a_week) && are_weeks_apart(&dates(rows, &list).dates);
    (!is_a_week).then_some(list)
}

/// Whether dates are each a week or more behind the one before.
fn are_weeks_apart(dates: &[Option<NaiveDate>]) -> bool {
    let known: Vec<NaiveDate> = dates.iter().flatten().copied().collect();
    known.len() > 1 && known.windows(2).all(|pair| (pair[1] - pair[0]).num_days() >= 7)
}

/// Columns of the widest row.
fn width(rows: &[Row]) -> usize {
    rows.iter().map(|row| row.cells.len()).max().unwrap_or(0)
}

/// The dates of a list, one a row of its body.
fn dates(rows: &[Row], list: &List) -> Dates<Option<NaiveDate>> {
    let labels: Vec<&str> = rows[list.skip..].iter().map(|row| row.cell(list.column)).collect();
    daily(&labels)
}

/// Whether any date of a list can be read.
pub(super) fn has_dates(rows: &[Row], list: &List) -> bool {
    dates(rows, list).dates.iter().any(Option::is_some)
}

impl List {
    /// Whether the columns say what is done.
    pub fn says_what(&self, rows: &[Row]) -> bool {
        self.roles(rows).is_ok()
    }

    /// What the columns say of a day, or the number of those of which none says what is done.
    fn roles(&self, rows: &[Row]) -> Result<Vec<Role>, usize> {
        let width = width(rows);
        let head = |at: usize| if self.skip == 0 { String::new() } else { rows[0].cell(at).to_owned() };
        let mut roles = heads::roles(&(0..width).map(head).collect::<Vec<_>>());
        roles[self.column] = Role::Place;
        let names_day = |at: usize| {
            let mut cells = rows[self.skip..].iter().map(|row| row.cell(at)).filter(|cell| !cell.is_empty());
            cells.all(|cell| day_in_any_language(cell).is_some())
        };
        for at in (0..width).filter(|at| names_day(*at)) {
            roles[at] = Role::Place;
        }
        heads::take_unknown(&mut roles, MOST_UNNAMED)?;
        Ok(roles)
    }
}

/// Reads a list.
pub(super) fn read(
    rows: &[Row],
    list: &List,
    mut log: DayLog,
) -> Result<(ForeignPlan, DayRows), Vec<Problem>> {
    let body = &rows[list.skip..];
    let Dates { dates, unsure } = dates(rows, list);
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
        log.unsure_date(body[row].cell(list.column), body[row].line, dates);
    }
    let roles = list.roles(rows).map_err(|unnamed| {
        let message = format!(
            "line {}: none of {unnamed} columns says by its name what is done on a day",
            rows[0].line
        );
        no_plan(log.source, &message, "name that column `what` in the first row")
    })?;
    for cell in rows[..list.skip].iter().flat_map(|row| &row.cells) {
        log.count_units(cell);
    }
    if list.skip > 0 {
        heads::remark_on_columns(&mut log, &rows[0], &roles, body);
    }
    let what = heads::what(&roles);
    for (row, date) in body.iter().zip(dates) {
        let Some(date) = date else { continue };
        log.read(date, Some(row.line), &heads::text(row, &roles), None);
        log.stands_in(date, row.place(what));
    }
    log.mention_between();
    let plan = weeks::plan(log, None, true, |monday| (iso_week(monday), None))?;
    Ok((plan, DayRows { day: list.column, week: None, what }))
}
