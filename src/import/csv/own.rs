//! The program's own CSV: a row a session, as `--format csv` writes it.

use crate::import::csv::rows::Row;
use crate::import::days::{DayLog, shown};
use crate::import::measures::MOST_MINUTES;
use crate::import::plan::{ForeignPlan, Provenance};
use crate::import::weeks;
use crate::import::words::entry::{SessionEntry, SessionKind};
use crate::input::{Place, Problem};
use crate::week::dates::{day_of, iso_week};
use crate::week::kind::Kind;
use crate::week::phase::Phase;
use crate::week::race::Priority;
use crate::week::session::{Other, Run, Session, Strength};
use crate::word::Word;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Columns that say what a session is.
const NEEDED: [&str; 5] = ["date", "kind", "type", "minutes", "season"];

/// Whether the first row names the columns of this program.
pub(super) fn is_ours(rows: &[Row]) -> bool {
    NEEDED.iter().all(|name| rows[0].cells.iter().any(|cell| cell.trim() == *name))
}

/// A row as it is read.
struct Line {
    date: NaiveDate,
    entry: SessionEntry,
}

/// Reads the rows of a week or of several.
///
/// # Errors
///
/// A row that is not as it was written: what is wrong in it, each with its line.
pub(super) fn read(rows: &[Row], mut log: DayLog) -> Result<ForeignPlan, Vec<Problem>> {
    let column = |name: &str| rows[0].cells.iter().position(|cell| cell.trim() == name);
    let source = log.source;
    let runner = rows.get(1).and_then(|row| Some(row.cell(column("runner")?).to_owned()));
    let mut problems = Vec::new();
    let runners: BTreeSet<&str> =
        rows[1..].iter().map(|row| column("runner").map_or("", |at| row.cell(at))).collect();
    if runners.len() > 1 {
        let names = runners.into_iter().map(|name| format!("`{}`", shown(name, 30))).collect::<Vec<_>>();
        let message = format!("it has the weeks of {} runners: {}", names.len(), names.join(", "));
        problems.push(Problem::at("", &Place { source, span: None }, message).hint("check one at a time"));
    }
    for row in &rows[1..] {
        let cell = |name: &str| column(name).map_or("", |at| row.cell(at));
        match line(&cell) {
            Ok(Line { date, entry }) => {
                log.mention(date, Some(row.line));
                let priority = Priority::parse(cell("class")).map_or("", Priority::id);
                let text = format!("{priority} {} {} {} min", cell("type"), cell("kind"), cell("minutes"));
                log.add_text(date, text.trim_start());
                log.add(date, entry);
            }
            Err(wrong) => problems.extend(wrong.into_iter().map(|message| {
                let message = format!("line {}: {message}", row.line);
                Problem::at("", &Place { source, span: None }, message)
                    .hint("mend the row, or print the week again")
            })),
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    log.mention_whole_weeks();
    let runner = runner.filter(|runner| !runner.is_empty());
    let mut plan = weeks::plan(log, runner, true, |monday| (iso_week(monday), None))?;
    for week in &mut plan.weeks {
        let name = iso_week(week.monday);
        let of_week =
            rows[1..].iter().find(|row| column("week").is_some_and(|at| row.cell(at).trim() == name));
        let season = of_week.and_then(|row| Some(row.cell(column("season")?))).unwrap_or_default();
        let provenance = Provenance {
            phase: Phase::parse(season),
            season: season.to_owned(),
            limits: None,
            race: None,
            tune_ups: Vec::new(),
            known: Vec::new(),
        };
        week.own = Some(provenance);
    }
    Ok(plan)
}

/// The session of a row, or what is wrong in it.
fn line<'c>(cell: &impl Fn(&str) -> &'c str) -> Result<Line, Vec<String>> {
    let mut wrong = Vec::new();
    let date = crate::input::document::date(cell("date"));
    if date.is_none() {
        wrong.push(format!("`{}` is no date", shown(cell("date"), 30)));
    }
    let day = cell("day");
    if let Some(date) = date.filter(|date| !day.is_empty() && day_of(*date).id() != day) {
        wrong.push(format!("{date} is no `{}`", shown(day, 20)));
    }
    let minutes = cell("minutes").parse::<u16>().ok().filter(|minutes| *minutes <= MOST_MINUTES);
    if minutes.is_none() {
        wrong.push(format!("`{}` are no minutes", shown(cell("minutes"), 20)));
    }
    let of = cell("type");
    let session = match Kind::parse(cell("kind")) {
        Some(Kind::Run) => Run::parse(of).map(Session::Run),
        Some(Kind::Strength) => Strength::parse(of).filter(|of| of.any()).map(Session::Strength),
        Some(Kind::Cross) => Some(Session::Cross),
        Some(Kind::Mobility) => Some(Session::Mobility),
        Some(Kind::Fixed) => Other::parse(cell("class")).filter(|of| of.any()).map(Session::Other),
        _ => None,
    };
    if session.is_none() {
        wrong.push(format!("`{} {}` is no session", shown(cell("kind"), 20), shown(of, 20)));
    }
    let (Some(date), Some(minutes), Some(session), true) = (date, minutes, session, wrong.is_empty()) else {
        return Err(wrong);
    };
    let what = match session {
        Session::Run(Run::Race) => SessionKind::Race(None),
        session => SessionKind::Placed(session),
    };
    Ok(Line { date, entry: SessionEntry { what, minutes: Some(minutes), metres: None, bare: None } })
}
