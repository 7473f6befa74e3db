//! The week for spreadsheets: RFC 4180, one row a session, columns that stay as they are.

use crate::export::format::{Format, Options};
use crate::export::gym::{known_weights, summary};
use crate::export::phrases::fixed_name;
use crate::plan::{Plan, PlannedDay, PlannedSession};
use crate::week::dates::iso_week;
use crate::week::hours::hh_mm;
use crate::week::session::{Run, Session};
use crate::word::Word;
use crate::wrap::one_line;

pub(super) const FORMAT: Format = Format {
    name: "csv",
    ending: "csv",
    summary: "a row a session, for spreadsheets (RFC 4180)",
    week: text,
    cycle: |cycle, options| rows(cycle.plans(), options),
    replan: |replan, options| text(&replan.plan, options),
    day: None,
    refusal: None,
};

/// The columns, in their order; new ones come at the end.
pub const COLUMNS: [&str; 17] = [
    "date", "day", "runner", "season", "week", "kind", "type", "class", "key", "start", "minutes", "rpe",
    "load", "exercises", "because", "why", "weight",
];

fn text(plan: &Plan, options: &Options) -> String {
    rows(std::iter::once(plan), options)
}

/// The sessions of weeks, a row each.
fn rows<'a>(plans: impl Iterator<Item = &'a Plan>, options: &Options) -> String {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::with_capacity(2048));
    // Writing into memory cannot fail.
    let _ = writer.write_record(COLUMNS);
    for plan in plans {
        for day in &plan.days {
            for session in &day.sessions {
                let _ = writer.write_record(row(plan, day, session));
            }
        }
    }
    let bytes = writer.into_inner().unwrap_or_default();
    let text = String::from_utf8(bytes).unwrap_or_default();
    if options.bom { format!("\u{feff}{text}") } else { text }
}

fn row(plan: &Plan, day: &PlannedDay, session: &PlannedSession) -> [String; 17] {
    let (of, class) = match session.session {
        Session::Run(run) => {
            // A race on the way says which one it is.
            (run.id().to_owned(), session.tune_up.as_deref().map_or("", |of| of.race.priority.id()))
        }
        Session::Second => (Run::Easy.id().to_owned(), ""),
        Session::Strength(strength) => (strength.id().to_owned(), session.class.id()),
        Session::Other(other) => (guarded(&fixed_name(session)), other.id()),
        _ => (String::new(), ""),
    };
    let key = matches!(session.session, Session::Run(run) if run.is_key());
    let because: Vec<_> = session.because.iter().map(|rule| rule.id).collect();
    [
        day.date.to_string(),
        day.day.id().to_owned(),
        guarded(plan.runner.as_deref().unwrap_or_default()),
        guarded(&plan.season),
        iso_week(plan.monday),
        session.session.id().to_owned(),
        of,
        class.to_owned(),
        key.to_string(),
        session.start.map(hh_mm).unwrap_or_default(),
        session.minutes.to_string(),
        session.rpe.to_string(),
        session.load.to_string(),
        guarded(&session.workout.as_deref().map(summary).unwrap_or_default()),
        because.join(" "),
        guarded(session.why.as_deref().unwrap_or_default()),
        guarded(&session.workout.as_deref().map(known_weights).unwrap_or_default()),
    ]
}

/// Free text that no spreadsheet takes for a formula.
fn guarded(text: &str) -> String {
    let text = one_line(text);
    if text.trim_start().starts_with(['=', '+', '-', '@']) { format!("'{text}") } else { text }
}
