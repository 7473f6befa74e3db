//! A table on its side: a row a day, a column a week; or days below each other, week after week.

use crate::import::csv::names::days;
use crate::import::csv::rows::Row;
use crate::week::day::{Day, Days};

/// The table turned so that a row is a week; `None` where its first column does not name days, or where weeks follow each other
/// downwards and to the right.
pub(super) fn turned(rows: &[Row]) -> Option<Vec<Row>> {
    let first: Vec<String> = rows.iter().map(|row| row.cell(0).to_owned()).collect();
    let (_, named) = days(&first);
    let start = named.first()?.0;
    let different: Days = named.iter().map(|(_, day)| *day).collect();
    // A row above them names the weeks; all below name days.
    if different.len() < 5 || start > 1 || named.len() + start < rows.len() {
        return None;
    }
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let weeks = weeks(&named);
    let header: Vec<String> =
        std::iter::once("week".to_owned()).chain(names(&named, weeks[0].clone())).collect();
    let mut turned = vec![Row { line: rows[start].line, cells: header }];
    if let [_] = weeks[..] {
        turned.extend((1..width).map(|at| {
            let label = if start == 1 { rows[0].cell(at) } else { "" };
            let cells = rows[start..].iter().map(|row| row.cell(at).to_owned());
            Row { line: rows[0].line, cells: std::iter::once(label.to_owned()).chain(cells).collect() }
        }));
        return Some(turned);
    }
    // Every week has the days of the first.
    let is_alike = weeks.iter().all(|week| names(&named, week.clone()).eq(names(&named, weeks[0].clone())));
    if width > 2 || !is_alike {
        return None;
    }
    turned.extend(weeks.into_iter().map(|week| {
        let cells = named[week.clone()].iter().map(|(row, _)| rows[*row].cell(1).to_owned());
        let line = rows[named[week.start].0].line;
        Row { line, cells: std::iter::once(String::new()).chain(cells).collect() }
    }));
    Some(turned)
}

/// Where weeks begin and end among the rows that name days: a day that is not later than the one before it begins the next, but for
/// two rows of one day.
fn weeks(named: &[(usize, Day)]) -> Vec<std::ops::Range<usize>> {
    let mut weeks = Vec::new();
    let (mut start, mut seen) = (0, Days::NONE);
    for (at, (_, day)) in named.iter().enumerate() {
        let is_second_row = at > 0 && named[at - 1].1 == *day;
        if !seen.insert(*day) && !is_second_row {
            weeks.push(start..at);
            (start, seen) = (at, Days::NONE);
            seen.insert(*day);
        }
    }
    weeks.push(start..named.len());
    weeks
}

/// The names of the days of a week.
fn names(named: &[(usize, Day)], week: std::ops::Range<usize>) -> impl Iterator<Item = String> + '_ {
    named[week].iter().map(|(_, day)| day.name().to_owned())
}
