//! A row or a line a day, without dates, week after week: `Monday: rest`, under headings such as `Week 2`, or a table of days.

use crate::import::csv::dates::dates_like;
use crate::import::csv::labels::number_of_week;
use crate::import::csv::names::{day_in_any_language, plain};
use crate::import::csv::rows::Row;
use crate::import::plan::{CellPlace, DayRows};
use crate::week::day::Day;
use crate::word::Word;

/// Days that must be named, at least.
const FEWEST_DAYS: usize = 5;
/// Beginnings of words over columns that say how a session is done, not which it is.
const ASIDE: [&str; 12] = [
    "note", "pace", "hr", "heart", "purpose", "focus", "why", "done", "rpe", "complete", "comment", "actual",
];
/// Beginnings of words over a column of numbers, with their unit.
const UNITS: [(&str, &str); 6] =
    [("km", "km"), ("kilomet", "km"), ("min", "min"), ("mi", "mi"), ("duration", "min"), ("time", "min")];

/// A day with what is done on it, and the name of its week where that is told.
struct DayLine {
    line: usize,
    week: Option<String>,
    day: Day,
    text: String,
    place: Option<CellPlace>,
}

/// A table with a row a day: its grid, its columns that say no session, and those that do.
pub(super) struct Stack {
    pub grid: Vec<Row>,
    pub aside: Vec<usize>,
    pub columns: DayRows,
}

/// A table with a row a day; `None` for other tables, such as one on its side.
pub(super) fn by_rows(rows: &[Row]) -> Option<Stack> {
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let column = (0..width.min(3)).find(|column| {
        let start = usize::from(day_of_cell(rows[0].cell(*column)).is_none());
        rows.len() > start && rows[start..].iter().all(|row| day_of_cell(row.cell(*column)).is_some())
    })?;
    let start = usize::from(day_of_cell(rows[0].cell(column)).is_none());
    let head = |at: usize| if start == 0 { String::new() } else { plain(rows[0].cell(at)) };
    let others: Vec<usize> = (0..width).filter(|at| *at != column).collect();
    let names_week = |at: usize| {
        let named = ["week", "wk"].iter().any(|word| head(at) == *word);
        named || at < column && rows[start..].iter().all(|row| number_of_week(row.cell(at)).is_some())
    };
    // A column a week is a table on its side.
    let is_week =
        |at: usize| head(at).is_empty() || number_of_week(&head(at)).is_some() || dates_like(&head(at));
    let is_twice = rows.len() - start > Day::ALL.len();
    let (weeks, texts): (Vec<usize>, Vec<usize>) = others.into_iter().partition(|at| names_week(*at));
    if !is_twice && (start == 0 || texts.len() < 2 || texts.iter().any(|at| is_week(*at)))
        || is_twice && start > 0 && texts.iter().filter(|at| is_week(**at)).count() > 1
    {
        return None;
    }
    let (aside, texts): (Vec<usize>, Vec<usize>) =
        texts.into_iter().partition(|at| ASIDE.iter().any(|word| head(*at).starts_with(word)));
    let day = |row: &Row| {
        let cells = texts.iter().map(|at| with_unit(row.cell(*at), &head(*at)));
        let cells: Vec<String> = cells.filter(|cell| !cell.is_empty()).collect();
        let week = weeks.first().map(|at| row.cell(*at).to_owned()).filter(|week| !week.is_empty());
        let place = row.place(*texts.first()?);
        Some(DayLine {
            line: row.line,
            week,
            day: day_of_cell(row.cell(column))?,
            text: cells.join(", "),
            place,
        })
    };
    let grid = grid(rows[start..].iter().filter_map(day).collect())?;
    Some(Stack {
        grid,
        aside,
        columns: DayRows { day: column, week: weeks.first().copied(), what: *texts.first()? },
    })
}

/// The grid of a text with a line a day, and the lines that are none; `None` if the text is none.
pub(super) fn by_lines(text: &str) -> Option<(Vec<Row>, Vec<Row>)> {
    let (mut days, mut beside): (Vec<DayLine>, Vec<Row>) = (Vec::new(), Vec::new());
    let (mut week, mut is_open) = (None, false);
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let bare: String = line.chars().filter(|c| !matches!(c, '*' | '_' | '`')).collect();
        let bare = bare.trim().trim_start_matches(['#', '-', '•', '–', '>', '+', ' ']).trim();
        let (label, rest) = split_week(bare);
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
            last.text.extend([between, bare]);
        } else {
            is_open = false;
            beside.push(Row::beside(at + 1, vec![line.trim().to_owned()]));
        }
    }
    Some((grid(days)?, beside))
}

/// The week that a line begins with, `Week 3`, and what stands behind it; all of the line where it names none.
fn split_week(line: &str) -> (Option<String>, &str) {
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

/// The day that a cell names, by its first word: `Monday`, `**Mon**`, `Mon 4 Jan`.
fn day_of_cell(cell: &str) -> Option<Day> {
    let word = cell.trim_matches(|c: char| !c.is_alphabetic());
    let (first, rest) = word.split_at(word.find(|c: char| !c.is_alphabetic()).unwrap_or(word.len()));
    day_in_any_language(first).filter(|_| rest.trim_matches(['.', ',', ' ']).is_empty() || dates_like(rest))
}

/// A cell with the unit that its column is headed with, if it is a number alone.
fn with_unit(cell: &str, head: &str) -> String {
    let is_number = cell.parse::<f64>().is_ok();
    let in_head = |word: &str| head.split(|c: char| !c.is_alphabetic()).any(|part| part.starts_with(word));
    let unit = UNITS.iter().find(|(word, _)| is_number && in_head(word));
    unit.map_or_else(|| cell.to_owned(), |(_, unit)| format!("{cell} {unit}"))
}

/// A grid of days in their order: a week begins where its name changes, or a day comes that is not behind the last.
fn grid(days: Vec<DayLine>) -> Option<Vec<Row>> {
    let different = Day::ALL.iter().filter(|day| days.iter().any(|of| of.day == **day)).count();
    if different < FEWEST_DAYS {
        return None;
    }
    let first = days.first()?;
    let header =
        ["Week"].into_iter().chain(Day::ALL.iter().map(|day| day.name())).map(ToOwned::to_owned).collect();
    let mut rows = vec![Row::beside(first.line, header)];
    let mut last: Option<(Option<String>, Day)> = None;
    for DayLine { line, week, day, text, place } in days {
        let is_same = last.as_ref().is_some_and(|(before, of)| *before == week && of.index() <= day.index());
        if !is_same {
            let label = week.clone().unwrap_or_else(|| rows.len().to_string());
            let cells = [vec![label], vec![String::new(); Day::ALL.len()]].concat();
            let (places, lines) = (vec![None; cells.len()], vec![line; cells.len()]);
            rows.push(Row { places, lines, ..Row::beside(line, cells) });
        }
        if let Some(of) = rows.last_mut().filter(|row| row.cell(1 + day.index()).is_empty()) {
            of.lines[1 + day.index()] = line;
        }
        if let Some(known) = rows.last_mut().and_then(|row| row.places.get_mut(1 + day.index())) {
            *known = known.or(place);
        }
        if let Some(cell) = rows.last_mut().and_then(|row| row.cells.get_mut(1 + day.index())) {
            let between = if cell.is_empty() || text.is_empty() { "" } else { " + " };
            cell.extend([between, &text]);
        }
        last = Some((week, day));
    }
    Some(rows)
}
