//! The tables of a text: which is the plan, which go on where it ends, and which tell the same weeks again.

use crate::import::csv::by_day;
use crate::import::csv::columns::columns;
use crate::import::csv::dates::dates_like;
use crate::import::csv::grid;
use crate::import::csv::labels::number_of_week;
use crate::import::csv::names::{day_of_cell, plain};
use crate::import::csv::rows::{Row, TableRows};
use crate::import::csv::side;
use crate::import::csv::stacked;
use crate::import::days::{DayLog, Location, shown};
use crate::import::plan::CellPlace;
use std::collections::BTreeSet;

/// The shape of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A row a week, a column a day.
    Grid,
    /// A row a day, with its date.
    List,
    /// A row a day, with its name, week after week.
    Stack,
    /// A column a week.
    Turned,
}

/// The shape of rows; `None` if they have none of those that are known by their heads.
pub(super) fn shape(rows: &[Row]) -> Option<Shape> {
    let stacked = || stacked::by_rows(rows).is_some();
    match () {
        () if rows.is_empty() => None,
        () if grid::header(rows).is_some() => Some(Shape::Grid),
        () if by_day::list(rows).is_some_and(|list| by_day::has_dates(rows, &list) || !stacked()) => {
            Some(Shape::List)
        }
        () if stacked() => Some(Shape::Stack),
        () if side::turned(rows).is_some() => Some(Shape::Turned),
        () => None,
    }
}

/// Whether rows are surely a plan.
fn is_plan(rows: &[Row]) -> bool {
    let of = shape(rows);
    of.is_some() && (of != Some(Shape::List) || by_day::list(rows).is_some_and(|list| list.says_what(rows)))
}

/// Days of a list at least, where another table may be the plan: a few dates are races.
const FEWEST_DATES: usize = 5;

/// The table that is the plan, or begins it.
fn main_of(tables: &[TableRows]) -> usize {
    let is_long = |rows: &[Row]| shape(rows) != Some(Shape::List) || rows.len() > FEWEST_DATES;
    let sure = tables.iter().position(|table| is_plan(&table.rows) && is_long(&table.rows));
    sure.or_else(|| tables.iter().position(|table| is_plan(&table.rows))).unwrap_or(0)
}

/// The table that the plan of a text is, put together of those that go on where the first ends, and its shape; one on its side is
/// turned. The others are told.
pub(super) fn joined(
    tables: Vec<TableRows>,
    beside: &mut Vec<Row>,
    log: &mut DayLog,
) -> (Vec<Row>, Option<Shape>) {
    let mut tables: Vec<TableRows> = tables.into_iter().flat_map(split).collect();
    let main = main_of(&tables);
    beside.extend(tables.drain(..main).filter_map(|table| table.rows.into_iter().next()));
    name_weeks(&mut tables);
    let mut tables = tables.into_iter();
    let Some(first) = tables.next() else { return (Vec::new(), None) };
    let shape = shape(&first.rows);
    let turn = |rows: &[Row]| if shape == Some(Shape::Turned) { side::turned(rows) } else { None };
    let rows = turn(&first.rows).unwrap_or(first.rows);
    let mut plan = Plan::new(rows, shape, first.above);
    for table in tables {
        let line = table.rows.first().map_or(0, |row| row.line);
        let rows = turn(&table.rows).unwrap_or(table.rows);
        match plan.further(rows, &table.above) {
            Further::Rows(rows) => plan.add(rows),
            Further::Some(rows, again) => {
                plan.add(rows);
                let why = format!("has weeks again that stand above, {again}; those rows are left out");
                leave_out(log, line, &why);
            }
            Further::Again(weeks) => {
                leave_out(log, line, &format!("has the same weeks again, {weeks}; it is left out"));
            }
            Further::Unsure(why) => leave_out(log, line, &format!("{why}; it is left out")),
            Further::Other(row) => beside.extend(row),
        }
    }
    beside.sort_by_key(|row| row.line);
    (plan.rows, shape)
}

/// Warns that a table is left out.
fn leave_out(log: &mut DayLog, line: usize, why: &str) {
    let message = format!("the table of line {line} {why}");
    let hint = "keep one table of each week, or number the weeks of the second on where the first ends";
    log.warn("table-left-out", Location::line(line), message, hint);
}

/// The rows of a plan so far.
struct Plan {
    rows: Vec<Row>,
    shape: Option<Shape>,
    /// The lines above its first table.
    above: Vec<String>,
    /// The column that names the week, or the date.
    label: Option<usize>,
    /// The weeks or dates that are named so far.
    seen: BTreeSet<String>,
}

/// What a further table is to a plan.
enum Further {
    /// Its rows go on.
    Rows(Vec<Row>),
    /// Some rows go on; the weeks of the others were told before.
    Some(Vec<Row>, String),
    /// All its weeks were told before.
    Again(String),
    /// It is a plan too, and no one can say which weeks it has.
    Unsure(&'static str),
    /// It is no plan; its first row.
    Other(Option<Row>),
}

impl Plan {
    fn new(rows: Vec<Row>, shape: Option<Shape>, above: Vec<String>) -> Self {
        let label = shape.and_then(|shape| match shape {
            Shape::Turned => Some(0),
            Shape::Grid => columns(&rows[head_of(&rows)].cells)?.labels.first().copied(),
            Shape::List => by_day::list(&rows).map(|list| list.column),
            Shape::Stack => stacked::by_rows(&rows)?.columns.week,
        });
        let mut plan = Self { rows: Vec::new(), shape, above, label, seen: BTreeSet::new() };
        plan.add(rows);
        plan
    }

    /// Adds rows, and the weeks that they name.
    fn add(&mut self, rows: Vec<Row>) {
        let keys: Vec<String> = rows.iter().filter_map(|row| self.key(row)).collect();
        self.seen.extend(keys);
        self.rows.extend(rows);
    }

    /// The week or the date that a row names.
    fn key(&self, row: &Row) -> Option<String> {
        self.label.and_then(|at| key(row.cell(at)))
    }

    /// What a further table is, whose rows are turned if those of the plan are.
    fn further(&self, rows: Vec<Row>, above: &[String]) -> Further {
        let (at, of) = (head_of(&self.rows), head_of(&rows));
        let is_same = names(&self.rows[at].cells) == names(&rows[of].cells);
        let is_turned = self.shape == Some(Shape::Turned);
        let is_grid = is_turned || self.shape == Some(Shape::Grid);
        let body: Vec<Row> = if is_same {
            rows[of + 1..].to_vec()
        } else if !is_grid || columns(&rows[of].cells).is_none() {
            return if is_plan(&rows) {
                Further::Unsure("has other columns than the first")
            } else {
                Further::Other(rows.into_iter().next())
            };
        } else if let Some(body) = moved(&self.rows[at], &rows[of], &rows[of + 1..]) {
            body
        } else {
            return Further::Unsure("has other days than the first");
        };
        let is_known = |row: &Row| self.key(row).is_some_and(|key| self.seen.contains(&key));
        let keys = body.iter().filter(|row| self.key(row).is_some()).count();
        let label = self.label.unwrap_or(0);
        let known: Vec<&str> = body.iter().filter(|row| is_known(row)).map(|row| row.cell(label)).collect();
        let told = match known.as_slice() {
            [] => String::new(),
            [only] => format!("`{}`", shown(only, 30)),
            [first, .., last] => format!("`{}` to `{}`", shown(first, 30), shown(last, 30)),
        };
        if keys > 0 && known.len() == keys {
            return Further::Again(told);
        }
        if keys == 0 && (is_turned && !self.rows.is_empty() || other_unit(&self.above, above)) {
            return Further::Unsure("does not say which weeks it has");
        }
        if !known.is_empty() && is_grid {
            let rows = body.iter().filter(|row| !is_known(row)).cloned().collect();
            return Further::Some(rows, told);
        }
        Further::Rows(body)
    }
}

/// Where the row with the heads stands.
fn head_of(rows: &[Row]) -> usize {
    grid::header(rows).unwrap_or(0)
}

/// The cells of a head, as they are compared.
fn names(cells: &[String]) -> Vec<String> {
    let mut names: Vec<String> = cells.iter().map(|cell| plain(cell.trim())).collect();
    while names.last().is_some_and(String::is_empty) {
        names.pop();
    }
    names
}

/// The week that a label names, as it is compared.
fn key(label: &str) -> Option<String> {
    let label = label.trim_matches('~');
    number_of_week(label).map(|number| number.to_string()).or_else(|| dates_like(label).then(|| plain(label)))
}

/// Whether two tables have headings that differ in their unit alone.
fn other_unit(first: &[String], second: &[String]) -> bool {
    const UNITS: [&str; 9] =
        ["mi", "mile", "miles", "km", "kms", "kilometres", "kilometers", "kilometre", "kilometer"];
    let unit = |lines: &[String]| -> Option<bool> {
        let line = plain(lines.last()?);
        let mut words = line.split(|c: char| !c.is_alphabetic());
        words.find(|word| UNITS.contains(word)).map(|word| word.starts_with("mi"))
    };
    unit(first).zip(unit(second)).is_some_and(|(one, other)| one != other)
}

/// Rows of a grid with their cells in the columns of another; `None` where a day has no column there.
fn moved(to: &Row, head: &Row, body: &[Row]) -> Option<Vec<Row>> {
    let keys = |row: &Row| -> Option<Vec<String>> {
        let columns = columns(&row.cells)?;
        let mut keys = names(&row.cells);
        keys.resize(row.cells.len(), String::new());
        for (at, day) in &columns.days {
            keys[*at] = format!("day {}", day.index());
        }
        if let Some(label) = columns.labels.first() {
            "week".clone_into(&mut keys[*label]);
        }
        // A day may have two columns.
        for at in 0..keys.len() {
            let earlier = keys[..at].iter().filter(|key| **key == keys[at]).count();
            if earlier > 0 {
                keys[at] = format!("{} {earlier}", keys[at]);
            }
        }
        Some(keys)
    };
    let (to, from) = (keys(to)?, keys(head)?);
    let is_whole = from.iter().filter(|key| key.starts_with("day ")).all(|key| to.contains(key));
    let columns: Vec<Option<usize>> = to.iter().map(|key| from.iter().position(|of| of == key)).collect();
    let row = |row: &Row| {
        let cells = columns.iter().map(|at| at.map_or(String::new(), |at| row.cell(at).to_owned()));
        let places: Vec<Option<CellPlace>> = columns.iter().map(|at| row.place((*at)?)).collect();
        let lines = columns.iter().map(|at| at.map_or(row.line, |at| row.line_of(at))).collect();
        Row { places, lines, ..Row::beside(row.line, cells.collect()) }
    };
    is_whole.then(|| body.iter().map(row).collect())
}

/// The tables of delimited text: a further one begins where the heads of the first stand again, or those of further weeks.
fn split(table: TableRows) -> Vec<TableRows> {
    let TableRows { rows, above } = table;
    let head = head_of(&rows);
    let Some(first) = rows.get(head).filter(|row| row.record.is_some()) else {
        return vec![TableRows { rows, above }];
    };
    let day = |row: &Row, at: usize| day_of_cell(row.cell(at)).is_some();
    let is_grid = columns(&first.cells).is_some();
    let column = (0..3).find(|at| !day(first, *at) && rows.get(head + 1).is_some_and(|row| day(row, *at)));
    let begins = |at: usize| {
        let (row, next) = (&rows[at], rows.get(at + 1));
        let again = (is_grid || column.is_some()) && names(&row.cells) == names(&first.cells);
        let turned = !is_grid
            && column == Some(0)
            && plain(row.cell(0)) == plain(first.cell(0))
            && next.is_some_and(|next| day(next, 0));
        again || turned
    };
    let starts: Vec<usize> = (head + 1..rows.len()).filter(|at| begins(*at)).collect();
    let mut tables = Vec::new();
    let mut from = 0;
    for end in starts.into_iter().chain([rows.len()]) {
        tables.push(TableRows { rows: rows[from..end].to_vec(), above: Vec::new() });
        from = end;
    }
    tables
}

/// Gives the rows of tables with a row a day a column for the week, where each table is a week: its heading names it, or it is the
/// next.
fn name_weeks(tables: &mut [TableRows]) {
    let Some((first, later)) = tables.split_first() else { return };
    let is_marked = first.rows.iter().all(|row| row.record.is_none());
    let is_stack = |rows: &[Row]| stacked::by_rows(rows).is_some_and(|stack| stack.columns.week.is_none());
    let is_one = |table: &TableRows| {
        table.rows.len() <= 15 && names(&table.rows[0].cells) == names(&first.rows[0].cells)
    };
    let heading = |table: &TableRows| {
        let number = |line: &String| stacked::split_week(&stacked::bare(line)).0;
        table.above.iter().rev().find_map(number)
    };
    let ours = later.iter().filter(|table| is_one(table)).count();
    let weeks: Vec<Option<String>> = tables.iter().map(heading).collect();
    let have_all = tables.iter().zip(&weeks).all(|(table, week)| !is_one(table) || week.is_some());
    if !is_marked
        || shape(&tables[0].rows) != Some(Shape::Stack)
        || !is_stack(&tables[0].rows)
        || ours == 0 && !have_all
    {
        return;
    }
    let short = tables.iter().filter(|table| is_one(table)).all(|table| table.rows.len() <= 8);
    if !have_all && !short {
        return;
    }
    let those: Vec<usize> = (0..tables.len()).filter(|at| is_one(&tables[*at])).collect();
    for (count, at) in those.into_iter().enumerate() {
        let week = weeks[at].clone().filter(|_| have_all).unwrap_or_else(|| (count + 1).to_string());
        for (nth, row) in tables[at].rows.iter_mut().enumerate() {
            row.cells.insert(0, if nth == 0 { "Week".to_owned() } else { week.clone() });
        }
    }
}
