//! A plan as delimited text with what was placed added to its cells: every byte of it stays.
//!
//! An addition is ` + strength 20 min (full)`, in an empty cell the same without the plus. Where a row is a day and a day has none,
//! a row is added whose cell starts with `added:`. By these forms additions are known again, and taken out before the text is read.
//! The places of cells in the text are found here, since readers of CSV give only what stands in them.

mod cells;
mod dates;

use crate::cycle::Cycle;
use crate::import::{CellPlace, DayRows, ForeignPlan, Table};
use crate::overlay::Overlay;
use crate::plan::{PlannedDay, PlannedSession};
use crate::week::session::{Session, Strength};
use crate::word::Word as _;
use cells::{Cell, record, records};
use chrono::NaiveDate;
use std::fmt::Write as _;
use std::ops::Range;

/// What is between what stands in a cell and an addition.
const PLUS: &str = " + ";
/// What a cell of an added row starts with. (A plus would be a formula to a spreadsheet.)
const ADDED_ROW: &str = "added: ";

/// Whether a session was placed: it stands neither in the plan nor among the runner's fixed ones.
const fn is_ours(session: &PlannedSession) -> bool {
    session.source.is_none() && session.fixed.is_none()
}

/// The addition for a session.
fn addition(session: &PlannedSession) -> String {
    let kind = match session.session {
        Session::Strength(strength) => strength.id(),
        _ => ADDED,
    };
    format!("{} {} min ({kind})", session.session.name(), session.minutes)
}

/// What stands in parentheses behind an addition that has no kind.
const ADDED: &str = "added";

/// Whether a text is an addition.
fn is_addition(text: &str) -> bool {
    let strength: Vec<&str> = Strength::ALL.iter().filter(|of| of.any()).map(|of| of.id()).collect();
    let forms: [(&str, &[&str]); 3] =
        [("strength ", &strength), ("mobility ", &[ADDED]), ("cross-training ", &[ADDED])];
    forms.iter().any(|(name, kinds)| {
        let rest = text.strip_prefix(name).and_then(|rest| rest.split_once(" min ("));
        rest.is_some_and(|(minutes, kind)| {
            let is_number =
                (1..=3).contains(&minutes.len()) && minutes.bytes().all(|byte| byte.is_ascii_digit());
            is_number && kind.strip_suffix(')').is_some_and(|kind| kinds.contains(&kind))
        })
    })
}

/// The length of a cell's text without the additions at its end.
fn without_additions(text: &str) -> usize {
    let mut end = text.len();
    loop {
        let (kept, last) =
            text[..end].rsplit_once(PLUS).map_or((0, &text[..end]), |(kept, last)| (kept.len(), last));
        if !is_addition(last) {
            return end;
        }
        end = kept;
        if end == 0 {
            return 0;
        }
    }
}

/// Whether a row was added: additions with its mark stand in it, and nothing else but its day and its week.
fn is_added_row(text: &str, cells: &[Cell]) -> bool {
    let is_addition = |cell: &str| {
        cell.strip_prefix(ADDED_ROW).is_some_and(|rest| !rest.is_empty() && without_additions(rest) == 0)
    };
    let filled: Vec<&str> =
        cells.iter().map(|cell| &text[cell.text.clone()]).filter(|cell| !cell.is_empty()).collect();
    filled.len() <= MOST_FILLED && filled.iter().any(|cell| is_addition(cell))
}

/// Filled cells of an added row at most: its day, its week, and what was placed.
const MOST_FILLED: usize = 3;

/// Text as a cell holds it.
fn quoted(text: &str, delimiter: u8) -> String {
    if text.contains(['"', '\n', '\r', char::from(delimiter)]) {
        format!("\"{text}\"")
    } else {
        text.to_owned()
    }
}

/// A delimited text as it was before anything was added; other texts as they are.
#[must_use]
pub fn original(text: &str) -> String {
    let delimiter = crate::import::delimiter(text);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for Range { start, end } in records(text, delimiter) {
        let cells = record(text, start, delimiter);
        if is_added_row(text, &cells) {
            // The line end before it was added, or is the one that stood behind the row before.
            let before = text[at..start].trim_end_matches(['\r', '\n']);
            out.push_str(if end == text.len() && !text.ends_with('\n') { before } else { &text[at..start] });
            at = end;
            continue;
        }
        for cell in cells {
            let kept = cell.text.start + without_additions(&text[cell.text.clone()]);
            out.push_str(&text[at..kept]);
            at = cell.text.end;
        }
    }
    out.push_str(&text[at..]);
    out
}

/// The text of a plan with what was placed, and the days whose sessions have no cell to stand in; `None` where the text is no
/// table of delimited cells.
#[must_use]
pub fn with_additions(text: &str, overlay: &Overlay, cycle: &Cycle) -> Option<(String, Vec<NaiveDate>)> {
    let table = overlay.plan.table?;
    let mut additions =
        Additions { text, table, plan: &overlay.plan, inserts: Vec::new(), without_cell: Vec::new() };
    for plan in cycle.plans() {
        for day in &plan.days {
            additions.add(plan.monday, day);
        }
    }
    Some(additions.written())
}

/// What is put into a text, and where.
struct Additions<'t> {
    text: &'t str,
    table: Table,
    plan: &'t ForeignPlan,
    /// Byte of the text, and what is put before it.
    inserts: Vec<(usize, String)>,
    without_cell: Vec<NaiveDate>,
}

impl Additions<'_> {
    /// Adds what was placed on a day.
    fn add(&mut self, monday: NaiveDate, day: &PlannedDay) {
        let placed: Vec<String> =
            day.sessions.iter().filter(|session| is_ours(session)).map(addition).collect();
        if placed.is_empty() {
            return;
        }
        let week = self.plan.weeks.iter().position(|week| week.monday == monday);
        let cell = week.and_then(|week| self.plan.weeks[week].days[day.day.index()].cell);
        let placed = placed.join(PLUS);
        let put = match (cell, self.table.rows, week) {
            (Some(cell), ..) => self.in_cell(cell, &placed),
            (None, Some(rows), Some(week)) => self.in_new_row(rows, week, day, &placed),
            (None, ..) => None,
        };
        match put {
            Some(insert) => self.inserts.push(insert),
            None => self.without_cell.push(day.date),
        }
    }

    /// What is put into a cell, behind what stands there; `None` where its row ends before it: nobody could tell later which of the
    /// marks between cells were there before.
    fn in_cell(&self, place: CellPlace, placed: &str) -> Option<(usize, String)> {
        let cells = record(self.text, place.record, self.table.delimiter);
        let Cell { text, .. } = cells.get(place.column)?;
        let between = if text.is_empty() { "" } else { PLUS };
        Some((text.end, format!("{between}{placed}")))
    }

    /// A row for a day that has none, behind the row of a day before it; `None` where the way in which the table writes its days is
    /// not known.
    fn in_new_row(
        &self,
        rows: DayRows,
        week: usize,
        day: &PlannedDay,
        placed: &str,
    ) -> Option<(usize, String)> {
        let number = week * 7 + day.day.index();
        let at = |at: usize| Some((at, self.plan.weeks[at / 7].days[at % 7].cell?));
        let (known, cell) = (0..number).rev().find_map(at)?;
        let cells = record(self.text, cell.record, self.table.delimiter);
        let shown = |column: usize| cells.get(column).map(|cell| &self.text[cell.text.clone()]);
        let known_day =
            self.plan.weeks[known / 7].monday.checked_add_days(chrono::Days::new(known as u64 % 7))?;
        let name = dates::alike(shown(rows.day)?, known_day, day.date)?;
        // The week of a row counts on only where it is the same one.
        let label = rows.week.map(|column| (column, shown(column)));
        if label.is_some() && known / 7 != week {
            return None;
        }
        let width = cells.len().max(rows.what + 1);
        let mut row = String::new();
        for column in 0..width {
            if column > 0 {
                row.push(self.table.delimiter.into());
            }
            if column == rows.day {
                row.push_str(&quoted(&name, self.table.delimiter));
            } else if column == rows.what {
                let _ = write!(row, "{ADDED_ROW}{placed}");
            } else if let Some((_, Some(text))) = label.filter(|(week, _)| *week == column) {
                row.push_str(&quoted(text, self.table.delimiter));
            }
        }
        let ending = if self.text.contains("\r\n") { "\r\n" } else { "\n" };
        // In a list that goes back in time a later day stands above.
        let later =
            (number..self.plan.weeks.len() * 7).find_map(|at| self.plan.weeks[at / 7].days[at % 7].cell);
        if later.is_some_and(|later| later.record < cell.record) {
            return Some((cells.first()?.whole.start, format!("{row}{ending}")));
        }
        // Behind the row, before what ends it.
        Some((cells.last()?.whole.end, format!("{ending}{row}")))
    }

    /// The text with all that is put into it.
    fn written(mut self) -> (String, Vec<NaiveDate>) {
        self.inserts.sort_by_key(|(at, _)| *at);
        let mut out = String::with_capacity(self.text.len() + self.inserts.len() * 40);
        let mut last = 0;
        for (at, insert) in &self.inserts {
            out.push_str(&self.text[last..*at]);
            out.push_str(insert);
            last = *at;
        }
        out.push_str(&self.text[last..]);
        (out, self.without_cell)
    }
}
