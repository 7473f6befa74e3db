//! A plan as a table: delimited text or Markdown, in the shapes that people write.
//!
//! A grid has a row a week and a column a day (`grid.rs`), or stands on its side (`side.rs`); a list has a row a day with its date
//! (`by_day.rs`), or with its name, week after week (`stacked.rs`); this program's own CSV has a row a session (`own.rs`). What has none of these shapes is refused.

mod by_day;
mod columns;
mod dates;
mod grid;
mod labels;
mod names;
mod own;
mod rows;
mod side;
mod stacked;

pub use rows::delimiter;

use crate::import::days::{DayLog, Location};
use crate::import::marks::without_emphasis;
use crate::import::plan::{ForeignPlan, Table};
use crate::input::Problem;

/// Reads a table.
pub(super) fn read(text: &str, source: usize) -> Result<ForeignPlan, Vec<Problem>> {
    let (mut rows, mut beside) = rows::rows(text, source)?;
    let mut log = DayLog::new(source);
    if own::is_ours(&rows) {
        return own::read(&rows, log);
    }
    for cell in rows.iter_mut().flat_map(|row| &mut row.cells) {
        *cell = without_emphasis(cell);
    }
    let has_header = grid::header(&rows).is_some();
    let list = by_day::list(&rows).filter(|_| !has_header);
    let mut columns = None;
    let turned = if has_header || list.is_some() {
        None
    } else if let Some(stack) = stacked::by_rows(&rows) {
        for column in stack.aside {
            grid::remark_on_column(&mut log, &rows[0], column, &rows[1..]);
        }
        columns = Some(stack.columns);
        Some(stack.grid)
    } else if let Some(weeks) = side::turned(&rows) {
        Some(weeks)
    } else if let Some((weeks, others)) = stacked::by_lines(text) {
        beside = others;
        Some(weeks)
    } else {
        None
    };
    if let Some(first) = beside.first() {
        let message = format!("`{}` and the like stand beside the table, and are left out", first.shown());
        log.note("row-left-out", Location::line(first.line), message, "leave it as it is");
    }
    let mut plan = match list {
        Some(list) => {
            let (plan, rows) = by_day::read(&rows, &list, log)?;
            columns = Some(rows);
            plan
        }
        None => grid::read(turned.as_deref().unwrap_or(&rows), log)?,
    };
    let is_delimited = rows.first().is_some_and(|row| row.record.is_some());
    plan.table = is_delimited.then(|| Table { delimiter: rows::delimiter(text), rows: columns });
    Ok(plan)
}
