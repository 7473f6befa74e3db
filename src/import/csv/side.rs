//! A table on its side: a row a day, a column a week.

use crate::import::csv::names::days;
use crate::import::csv::rows::Row;
use crate::week::day::{Day, Days};

/// Days that must be named, at least.
const FEWEST_DAYS: usize = 5;

/// The table turned so that a row is a week; `None` where its first column does not name the days of one week, each on a row or on
/// rows that follow each other.
pub(super) fn turned(rows: &[Row]) -> Option<Vec<Row>> {
    let first: Vec<String> = rows.iter().map(|row| row.cell(0).to_owned()).collect();
    let (_, named) = days(&first);
    let start = named.first()?.0;
    let mut seen = Days::NONE;
    let is_one_week = named.iter().enumerate().all(|(at, (_, day))| {
        let is_second_row = at > 0 && named[at - 1].1 == *day;
        seen.insert(*day) || is_second_row
    });
    // A row above them may name the weeks; all below name days.
    if !is_one_week || seen.len() < FEWEST_DAYS || start > 1 || named.len() + start < rows.len() {
        return None;
    }
    let heads = named.iter().map(|(_, day): &(usize, Day)| day.name().to_owned());
    let header = std::iter::once("week".to_owned()).chain(heads).collect();
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let week = |at: usize| {
        let label = if start == 1 { rows[0].cell(at) } else { "" };
        let cells = rows[start..].iter().map(|row| row.cell(at).to_owned());
        let places = rows[start..].iter().map(|row| row.place(at));
        let places = std::iter::once(None).chain(places).collect();
        let cells = std::iter::once(label.to_owned()).chain(cells).collect();
        let lines = std::iter::once(rows[0].line).chain(rows[start..].iter().map(|row| row.line)).collect();
        Row { places, lines, ..Row::beside(rows[0].line, cells) }
    };
    Some([vec![Row::beside(rows[start].line, header)], (1..width).map(week).collect()].concat())
}
