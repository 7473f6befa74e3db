//! A plan as a table: delimited text or Markdown, in the shapes that people write.
//!
//! A grid has a row a week and a column a day (`grid.rs`), or stands on its side (`side.rs`); a list has a row a day with its date
//! (`by_day.rs`), or with its name, week after week (`stacked.rs`); this program's own CSV has a row a session (`own.rs`). Further
//! tables go on where the first ends (`tables.rs`). What has none of these shapes is refused.

mod by_day;
mod columns;
mod dates;
mod grid;
mod heads;
mod labels;
mod markdown;
mod names;
mod own;
mod rows;
mod side;
mod stacked;
mod tables;
mod text;

pub use text::delimiter;

use crate::import::days::{DayLog, Location};
use crate::import::marks::without_emphasis;
use crate::import::plan::{ForeignPlan, Table};
use crate::input::Problem;
use rows::Row;
use tables::Shape;

/// Reads a table.
pub(super) fn read(text: &str, source: usize) -> Result<ForeignPlan, Vec<Problem>> {
    let mut log = DayLog::new(source);
    let (mut tables, mut beside) = match text::tables(text, source) {
        Ok(read) => read,
        // A quote in a line a day is a mark of seconds.
        Err(problems) => {
            let (rows, beside) = stacked::by_lines(text).ok_or(problems)?;
            tell_beside(&mut log, &beside);
            return grid::read(&rows, log);
        }
    };
    if own::is_ours(&tables[0].rows) {
        return own::read(&tables[0].rows, log);
    }
    let is_delimited = tables[0].rows.first().is_some_and(|row| row.record.is_some());
    for cell in tables.iter_mut().flat_map(|table| &mut table.rows).flat_map(|row| &mut row.cells) {
        *cell = without_emphasis(cell);
    }
    let (rows, shape) = tables::joined(tables, &mut beside, &mut log);
    let stack = if shape == Some(Shape::Stack) { stacked::by_rows(&rows) } else { None };
    // Beside the weeks of a plan in lines, a table of one week is an example.
    let weeks = stack.as_ref().map_or(0, |stack| stack.grid.len());
    let may_be_lines = shape.is_none() || !is_delimited && weeks == 2;
    let lines = if may_be_lines { stacked::by_lines(text) } else { None };
    let lines = lines.filter(|(grid, _)| grid.len() > weeks);
    let stack = stack.filter(|_| lines.is_none());
    if let Some((_, others)) = &lines {
        beside.clone_from(others);
    }
    tell_beside(&mut log, &beside);
    let list = if shape == Some(Shape::List) { by_day::list(&rows) } else { None };
    let (mut plan, columns) = match (stack, list, lines) {
        (Some(stack), ..) => {
            stack.remark(&mut log, &rows);
            (grid::read(&stack.grid, log)?, Some(stack.columns))
        }
        (_, Some(list), _) => {
            let (plan, columns) = by_day::read(&rows, &list, log)?;
            (plan, Some(columns))
        }
        (.., Some((weeks, _))) => (grid::read(&weeks, log)?, None),
        _ => (grid::read(&rows, log)?, None),
    };
    plan.table = is_delimited.then(|| Table { delimiter: text::delimiter(text), rows: columns });
    Ok(plan)
}

/// Tells of lines that stand beside a table.
fn tell_beside(log: &mut DayLog, beside: &[Row]) {
    if let Some(first) = beside.first() {
        let message = format!("`{}` and the like stand beside the table, and are left out", first.shown());
        log.note("row-left-out", Location::line(first.line), message, "leave it as it is");
    }
}
