//! The Markdown tables of a text, and what stands between them.

use crate::import::csv::rows::{Row, TableRows};

/// The Markdown tables of a text; `None` where it has none.
pub(super) fn tables(text: &str) -> Option<(Vec<TableRows>, Vec<Row>)> {
    let lines: Vec<&str> = text.lines().collect();
    let is_rule = |at: usize| {
        let line = lines[at];
        line.contains('-')
            && line.contains('|')
            && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
            && at > 0
            && lines[at - 1].contains('|')
    };
    let rules: Vec<usize> = (1..lines.len()).filter(|at| is_rule(*at)).collect();
    rules.first()?;
    let header = |rule: usize| -> Vec<String> {
        let mut cells = cells(lines[rule - 1]);
        // A corner that is empty before the first stroke: the row below starts without one.
        let starts = |line: &str| line.trim_start().starts_with('|');
        let is_bare = starts(lines[rule - 1])
            && lines.get(rule + 1).is_some_and(|line| line.contains('|') && !starts(line));
        if is_bare {
            cells.insert(0, String::new());
        }
        cells
    };
    let (mut tables, mut beside): (Vec<TableRows>, Vec<Row>) = (Vec::new(), Vec::new());
    let mut above: Vec<String> = Vec::new();
    let mut is_within = false;
    for (at, line) in lines.iter().enumerate() {
        if rules.binary_search(&at).is_ok() || line.trim().is_empty() {
            is_within &= !line.trim().is_empty();
        } else if rules.binary_search(&(at + 1)).is_ok() {
            is_within = true;
            let rows = vec![Row::beside(at + 1, header(at + 1))];
            tables.push(TableRows { rows, above: std::mem::take(&mut above) });
        } else if let Some(table) = tables.last_mut().filter(|_| is_within && line.contains('|')) {
            table.rows.push(Row::beside(at + 1, cells(line)));
        } else {
            is_within = false;
            above.push((*line).to_owned());
            beside.push(Row::beside(at + 1, vec![(*line).to_owned()]));
        }
    }
    Some((tables, beside))
}

/// The cells of a line of a Markdown table; a stroke behind a backslash parts none.
fn cells(line: &str) -> Vec<String> {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let line = line.strip_suffix('|').unwrap_or(line);
    let mut cells = vec![String::new()];
    let mut escaped = false;
    for c in line.chars() {
        match c {
            '|' if !escaped => cells.push(String::new()),
            '\\' if !escaped => {}
            c => cells.iter_mut().rev().take(1).for_each(|cell| cell.push(c)),
        }
        escaped = c == '\\' && !escaped;
    }
    cells
}
