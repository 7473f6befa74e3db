//! A plan as a table: delimited text or Markdown, in the shapes that people write.
//!
//! A grid has a row a week and a column a day (`grid.rs`), or stands on its side (`side.rs`); a list has a row a day with its date
//! (`by_day.rs`); this program's own CSV has a row a session (`own.rs`). What has none of these shapes is refused.

mod by_day;
mod columns;
mod dates;
mod grid;
mod labels;
mod names;
mod own;
mod rows;
mod side;

use crate::import::days::{DayLog, Location};
use crate::import::plan::ForeignPlan;
use crate::input::Problem;

/// Reads a table.
pub(super) fn read(text: &str, source: usize) -> Result<ForeignPlan, Vec<Problem>> {
    let (rows, beside) = rows::rows(text, source)?;
    let mut log = DayLog::new(source);
    if let Some(first) = beside.first() {
        let message = format!("`{}` and the like stand beside the table, and are left out", first.shown());
        log.note("row-left-out", Location::line(first.line), message, "leave it as it is");
    }
    if own::is_ours(&rows) {
        return own::read(&rows, log);
    }
    if grid::header(&rows).is_none() {
        if let Some(list) = by_day::list(&rows) {
            return by_day::read(&rows, &list, log);
        }
        if let Some(turned) = side::turned(&rows) {
            return grid::read(&turned, log);
        }
    }
    grid::read(&rows, log)
}
