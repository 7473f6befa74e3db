//! The columns of a grid: days, and what names the week.

use crate::import::csv::labels::number_of_week;
use crate::import::csv::names::{self, plain as in_plain_letters};
use crate::import::csv::rows::Row;
use crate::import::words::read;
use crate::week::dates::{day_of, days_after, monday_of};
use crate::week::day::Day;
use crate::word::Word;
use chrono::NaiveDate;

/// Beginnings of words over a column that names the week or has its date.
const LABELS: [&str; 14] = [
    "week", "wk", "date", "start", "beginning", "commencing", "woche", "datum", "semaine", "sem", "semana",
    "settimana", "fecha", "data",
];

/// The columns of a grid that hold days, and those that may name the week.
pub(super) struct Columns {
    /// The language of the days' names.
    pub language: &'static str,
    /// Columns that may name the week or hold its date.
    pub labels: Vec<usize>,
    /// The columns of days, in their order.
    pub days: Vec<(usize, Day)>,
}

impl Columns {
    /// The date of the first day column in the row of a date: a row may start before Monday.
    pub fn first_day(&self, date: NaiveDate) -> Option<NaiveDate> {
        let first = self.days.first()?.1;
        if day_of(date) == first {
            return Some(date);
        }
        let monday = monday_of(date)?;
        if self.days.iter().any(|(_, day)| day.index() < first.index()) {
            monday.checked_sub_days(chrono::Days::new(7 - first.index() as u64))
        } else {
            days_after(monday, first.index())
        }
    }
}

/// The columns of a row that names days; `None` if it does not.
pub(super) fn columns(cells: &[String]) -> Option<Columns> {
    let (mut language, mut days) = names::days(cells);
    // One letter a day says which is which by the order.
    let letters: Vec<(usize, String)> =
        cells.iter().enumerate().map(|(at, cell)| (at, cell.trim().to_lowercase())).collect();
    for (order, from) in [("mtwtfss", 0), ("smtwtfs", 6)] {
        let single: Vec<&(usize, String)> =
            letters.iter().filter(|(_, cell)| cell.len() == 1 && cell != "#").collect();
        if single.len() == 7
            && single.iter().zip(order.chars()).all(|((_, cell), letter)| cell.starts_with(letter))
        {
            language = "English";
            days = single.iter().enumerate().map(|(i, (at, _))| (*at, Day::of(from + i))).collect();
        }
    }
    let named: Vec<Day> = days.iter().map(|(_, day)| *day).collect();
    let different = Day::ALL.iter().filter(|day| named.contains(day)).count();
    let label = |cell: &String| {
        let word = in_plain_letters(cell.trim());
        LABELS.iter().any(|known| word.starts_with(known))
            || ["", "#", "no", "no.", "kw"].contains(&word.as_str())
    };
    let labels =
        cells.iter().enumerate().filter(|(at, cell)| label(cell) && !days.iter().any(|(day, _)| day == at));
    (different >= 2).then_some(Columns { language, labels: labels.map(|(at, _)| at).collect(), days })
}

/// Seven columns are the days from Monday; with an eighth before them for the week.
pub(super) fn plain(cells: &[String]) -> Option<Columns> {
    let (labels, first) = match cells.len() {
        7 => (Vec::new(), 0),
        8 => (vec![0], 1),
        _ => return None,
    };
    Some(Columns {
        language: "English",
        labels,
        days: Day::ALL.iter().enumerate().map(|(at, day)| (first + at, *day)).collect(),
    })
}

/// Words of heads of columns that are no days.
const HEADS: [&str; 29] = [
    "week", "weeks", "wk", "phase", "block", "start", "starts", "begins", "end", "date", "dates", "key",
    "total", "totals", "weekly", "mileage", "volume", "notes", "note", "focus", "distance", "duration",
    "workout", "workouts", "session", "sessions", "goal", "target", "comments",
];
/// Words of a head at most.
const MOST_WORDS: usize = 4;

/// Whether a row names columns: no length stands in it, and two of its cells are heads that are no sessions.
pub(super) fn is_head(row: &Row) -> bool {
    let is_head = |cell: &String| {
        let plain = in_plain_letters(cell);
        let words: Vec<&str> =
            plain.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
        words.len() <= MOST_WORDS
            && words.iter().any(|word| HEADS.contains(word))
            && number_of_week(cell).is_none()
    };
    let is_sized = |cell: &String| {
        read(cell).entries.iter().any(|entry| entry.minutes.is_some() || entry.metres.is_some())
    };
    row.cells.iter().filter(|cell| is_head(cell)).count() >= 2 && !row.cells.iter().any(is_sized)
}
