//! A row or a line a day, without dates, week after week: `Monday: rest`, under headings such as `Week 2`, or a table of days.

use crate::import::csv::dates::dates_like;
use crate::import::csv::heads::{self, Role};
use crate::import::csv::labels::number_of_week;
use crate::import::csv::names::{day_in_any_language, day_of_cell, plain};
use crate::import::csv::rows::Row;
use crate::import::days::{DayLog, Location, shown};
use crate::import::plan::{CellPlace, DayRows};
use crate::week::day::Day;
use crate::word::Word;

/// Days that must be named, at least …
const FEWEST_DAYS: usize = 5;
/// … and where the text names its weeks.
const FEW_DAYS: usize = 2;
/// Columns of one week of which none says by its head what is done, at most.
const MOST_UNNAMED: usize = 3;
/// Words over a column of days, where these are numbers.
const DAY_HEADS: [&str; 8] = ["day", "weekday", "dow", "day of week", "tag", "jour", "dia", "dag"];

/// A day with what is done on it, and the name of its week where that is told.
struct DayLine {
    line: usize,
    week: Option<String>,
    day: Day,
    text: String,
    place: Option<CellPlace>,
}

/// A table with a row a day: its grid, its columns, and what they say.
pub(super) struct Stack {
    pub grid: Vec<Row>,
    pub columns: DayRows,
    roles: Vec<Role>,
    start: usize,
    /// The line of the first day, if days are numbers, and whether those may count sessions.
    numbers: Option<(usize, bool)>,
}

impl Stack {
    /// Tells what is left out of the rows, and what is guessed.
    pub fn remark(&self, log: &mut DayLog, rows: &[Row]) {
        if self.start > 0 {
            heads::remark_on_columns(log, &rows[0], &self.roles, &rows[self.start..]);
        }
        let is_dated = |at: &usize| {
            let cell = rows[self.start].cell(*at);
            dates_like(cell) || dates_like(cell.trim_start_matches(char::is_alphabetic))
        };
        let is_headed = |at: &usize| self.start > 0 && plain(rows[0].cell(*at)) == "date";
        let dated = || (0..self.roles.len()).filter(is_dated);
        if let Some(at) = dated().find(is_headed).or_else(|| dated().next()) {
            let message = format!(
                "the dates of `{}` and the like are not read; the plan counts as one without",
                shown(rows[self.start].cell(at), 30)
            );
            let hint = "write the dates as 2027-01-04, or use `--start`";
            log.warn("dates-not-read", Location::line(rows[self.start].line), message, hint);
        }
        let message = "days that are numbers count from Monday, 1 to 7";
        let hint = "write the names of the days, such as `Tue`";
        match self.numbers {
            Some((line, true)) => log.warn("days-assumed", Location::line(line), message, hint),
            Some((line, false)) => log.note("days-assumed", Location::line(line), message, hint),
            None => {}
        }
    }
}

/// The column of the days, how many rows stand above the first, and whether they are numbers.
fn day_column(rows: &[Row], width: usize) -> Option<(usize, usize, bool)> {
    let named = (0..width).find_map(|column| {
        let start = usize::from(day_of_cell(rows[0].cell(column)).is_none());
        let mut body = rows[start..].iter().filter(|row| week_alone(row).is_none()).peekable();
        let is_any = body.peek().is_some();
        (is_any && body.all(|row| day_of_cell(row.cell(column)).is_some())).then_some((column, start, false))
    });
    named.or_else(|| {
        (0..width).find_map(|column| {
            let is_headed = DAY_HEADS.contains(&plain(rows[0].cell(column)).as_str());
            let mut body = rows[1..].iter().filter(|row| week_alone(row).is_none()).peekable();
            let is_any = is_headed && body.peek().is_some();
            (is_any && body.all(|row| number_of_day(row.cell(column)).is_some())).then_some((column, 1, true))
        })
    })
}

/// The day of a number from 1 to 7: `3`, `Day 3`, `D3`.
fn number_of_day(cell: &str) -> Option<Day> {
    let word = plain(cell);
    let digits = word.trim_start_matches(|c: char| c.is_alphabetic() || c == ' ');
    let before = word[..word.len() - digits.len()].trim();
    let number: usize = digits.parse().ok().filter(|_| ["", "d", "day", "tag", "jour"].contains(&before))?;
    (1..=7).contains(&number).then(|| Day::of(number - 1))
}

/// The week that a row names if nothing else stands in it: `Week 2,,`.
fn week_alone(row: &Row) -> Option<String> {
    let mut filled = row.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    let (only, None) = (filled.next()?, filled.next()) else { return None };
    split_week(&bare(only)).0
}

/// A table with a row a day; `None` for other tables, such as one on its side.
pub(super) fn by_rows(rows: &[Row]) -> Option<Stack> {
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let (column, start, is_numbered) = day_column(rows, width)?;
    let head = |at: usize| if start == 0 { String::new() } else { plain(rows[0].cell(at)) };
    let body = || rows[start..].iter().filter(|row| week_alone(row).is_none());
    let names_week = |at: usize| {
        let named = ["week", "wk", "woche", "semaine", "semana", "settimana"].contains(&head(at).as_str())
            || ["week ", "wk ", "week_"].iter().any(|word| head(at).starts_with(word));
        let is_number = |row: &Row| row.cell(at).is_empty() || number_of_week(row.cell(at)).is_some();
        at != column
            && body().any(|row| !row.cell(at).is_empty())
            && body().all(is_number)
            && (named || at < column && (head(at).is_empty() || start == 0))
    };
    let week = (0..width).find(|at| names_week(*at));
    // A column a week is a table on its side.
    let is_week =
        |at: usize| head(at).is_empty() || number_of_week(&head(at)).is_some() || dates_like(&head(at));
    let texts: Vec<usize> = (0..width).filter(|at| *at != column && Some(*at) != week).collect();
    let mut roles = heads::roles(
        &(0..width)
            .map(|at| if start == 0 { String::new() } else { rows[0].cell(at).to_owned() })
            .collect::<Vec<_>>(),
    );
    for at in [Some(column), week].into_iter().flatten() {
        roles[at] = Role::Place;
    }
    let says_what = start > 0 && roles.contains(&Role::What);
    let is_twice = body().count() > Day::ALL.len();
    let weeks = texts.iter().filter(|at| is_week(**at)).count();
    let is_one_week = start > 0 && weeks == 0 && (texts.len() > 1 || says_what || week.is_some());
    if !is_twice && !is_one_week || is_twice && start > 0 && weeks > 1 {
        return None;
    }
    let most = if start == 0 || is_twice || week.is_some() { width } else { MOST_UNNAMED };
    heads::take_unknown(&mut roles, most)
        .ok()
        .or_else(|| roles.iter().any(|role| matches!(role, Role::Length(_))).then_some(()))?;
    let mut label: Option<String> = None;
    let mut days = Vec::new();
    for row in &rows[start..] {
        if let Some(alone) = week_alone(row) {
            label = Some(alone);
            continue;
        }
        if let Some(of) = week.map(|at| row.cell(at)).filter(|of| !of.is_empty()) {
            label = Some(of.to_owned());
        }
        let cell = row.cell(column);
        let day = if is_numbered { number_of_day(cell)? } else { day_of_cell(cell)? };
        let place = row.place(heads::what(&roles));
        days.push(DayLine {
            line: row.line,
            week: label.clone(),
            day,
            text: heads::text(row, &roles),
            place,
        });
    }
    let numbers = is_numbered.then(|| (days.first().map_or(0, |day| day.line), counts_sessions(&days)));
    let fewest = if week.is_some() || label.is_some() || says_what { 1 } else { FEWEST_DAYS };
    let columns = DayRows { day: column, week, what: heads::what(&roles) };
    Some(Stack { grid: grid(days, fewest)?, columns, roles, start, numbers })
}

/// Whether numbers of days may count the sessions of a week: they are 1, 2, 3 and no more.
fn counts_sessions(days: &[DayLine]) -> bool {
    let last = days.iter().map(|day| day.day.index()).max().unwrap_or(0);
    let all = (0..=last).all(|at| days.iter().any(|day| day.day.index() == at));
    all && last < FEWEST_DAYS
}

/// The grid of a text with a line a day, and the lines that are none; `None` if the text is none.
pub(super) fn by_lines(text: &str) -> Option<(Vec<Row>, Vec<Row>)> {
    let (mut days, mut beside): (Vec<DayLine>, Vec<Row>) = (Vec::new(), Vec::new());
    let (mut week, mut is_open) = (None, false);
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let bare = bare(line);
        let (label, rest) = split_week(&bare);
        if let Some((day, text)) = day_line(rest, label.is_some()) {
            week = label.or(week);
            days.push(DayLine { line: at + 1, week: week.clone(), day, text: text.to_owned(), place: None });
            is_open = true;
        } else if label.is_some() {
            week = label;
            is_open = false;
        } else if let Some(last) = days.last_mut().filter(|_| is_open && line.starts_with([' ', '\t'])) {
            // What stands under a day, further in, is done on it.
            let between = if last.text.is_empty() { "" } else { "\n" };
            last.text.extend([between, &bare]);
        } else {
            is_open = false;
            beside.push(Row::beside(at + 1, vec![line.trim().to_owned()]));
        }
    }
    // Under the names of their weeks a few days a week are enough.
    let fewest = if days.iter().all(|day| day.week.is_some()) { FEW_DAYS } else { FEWEST_DAYS };
    Some((grid(days, fewest)?, beside))
}

/// A line without the marks around it.
pub(super) fn bare(line: &str) -> String {
    let bare: String = line.chars().filter(|c| !matches!(c, '*' | '_' | '`')).collect();
    bare.trim().trim_start_matches(['#', '-', '•', '–', '>', '+', ' ']).trim().to_owned()
}

/// The week that a line begins with, `Week 3`, and what stands behind it; all of the line where it names none.
pub(super) fn split_week(line: &str) -> (Option<String>, &str) {
    let begins = line.get(..4).is_some_and(|word| word.eq_ignore_ascii_case("week"));
    let Some(number) = number_of_week(line).filter(|_| begins) else { return (None, line) };
    let digits = line.find(|c: char| c.is_ascii_digit()).unwrap_or(line.len());
    let rest = line[digits..].trim_start_matches(|c: char| c.is_ascii_digit());
    (Some(number.to_string()), rest.trim_start_matches([':', '-', ',', ' ', '\t']))
}

/// The day that a line begins with, and what is done on it. Behind the name may stand a date; a colon or a dash ends them, blanks are
/// enough where a week stands before them.
fn day_line(line: &str, is_labelled: bool) -> Option<(Day, &str)> {
    let end = line.find(|c: char| !c.is_alphabetic()).unwrap_or(line.len());
    let day = day_in_any_language(&line[..end]).filter(|_| end >= 3)?;
    let rest = &line[end..];
    let cut = [":", " - ", " – ", " — "].iter().filter_map(|sign| Some((rest.find(sign)?, sign.len()))).min();
    let is_date = |text: &str| text.trim_matches(['.', ',', ' ', '(', ')']).is_empty() || dates_like(text);
    match cut {
        Some((at, len)) if is_date(&rest[..at]) => Some((day, rest[at + len..].trim())),
        _ if is_labelled => Some((day, rest.trim())),
        _ => None,
    }
}

/// A grid of days in their order, if at least so many are different: a week begins where its name changes, or a day comes that is
/// not behind the last. The days are counted from Sunday where the first week begins with it.
fn grid(days: Vec<DayLine>, fewest: usize) -> Option<Vec<Row>> {
    let different = Day::ALL.iter().filter(|day| days.iter().any(|of| of.day == **day)).count();
    if different < fewest {
        return None;
    }
    let first = days.first()?;
    let from_sunday = first.day == Day::Sun
        && days.get(1).is_some_and(|next| next.day != Day::Sun && next.week == first.week);
    let shift = usize::from(from_sunday);
    let place_of = |day: Day| (day.index() + shift) % Day::ALL.len();
    let names = (0..Day::ALL.len()).map(|at| Day::of((at + Day::ALL.len() - shift) % Day::ALL.len()).name());
    let header = ["Week"].into_iter().chain(names).map(ToOwned::to_owned).collect();
    let mut rows = vec![Row::beside(first.line, header)];
    let mut last: Option<(Option<String>, usize)> = None;
    for DayLine { line, week, day, text, place } in days {
        let at = place_of(day);
        let is_same = last.as_ref().is_some_and(|(before, of)| *before == week && *of <= at);
        if !is_same {
            let label = week.clone().unwrap_or_else(|| rows.len().to_string());
            let cells = [vec![label], vec![String::new(); Day::ALL.len()]].concat();
            let (places, lines) = (vec![None; cells.len()], vec![line; cells.len()]);
            rows.push(Row { places, lines, ..Row::beside(line, cells) });
        }
        if let Some(row) = rows.last_mut() {
            row.places[1 + at] = row.places[1 + at].or(place);
            let cell = &mut row.cells[1 + at];
            if cell.is_empty() {
                row.lines[1 + at] = line;
            }
            let between = if cell.is_empty() || text.is_empty() { "" } else { " + " };
            cell.extend([between, &text]);
        }
        last = Some((week, at));
    }
    Some(rows)
}
