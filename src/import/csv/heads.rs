//! The heads of a table with a row a day: which columns say what is done, how long it is, and which say neither.

use crate::import::csv::names::{day_in_any_language, plain};
use crate::import::csv::rows::Row;
use crate::import::days::{DayLog, Location, shown};
use crate::import::measures::is_nothing;
use crate::import::words::entry::{SessionEntry, SessionKind};
use crate::import::words::read as words;

/// What a column says of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// What is done.
    What,
    /// More about what is done; it counts where nothing else says how long it is.
    More,
    /// How long it is; a number alone has this unit, if the head says it.
    Length(&'static str),
    /// Which day or week it is, or whose.
    Place,
    /// None of these.
    Aside,
    /// What its head does not say.
    Unknown,
}

/// Words over a column that says what is done; of these three kinds the first that a table has counts.
const WHAT: [&[&str]; 3] = [
    &[
        "what", "workout", "workouts", "session", "sessions", "training", "title", "activity", "exercise",
        "exercises", "run", "runs", "einheit", "label", "name", "planned",
    ],
    &["type", "plan", "kind", "category"],
    &["description", "details", "detail", "notes"],
];
/// Words over a column that says more about what is done, where another says it in short.
const MORE: [&str; 4] = ["description", "details", "detail", "instructions"];
/// Words over a column that says which day or week it is, or whose.
const PLACES: [&str; 12] =
    ["day", "weekday", "dow", "week", "wk", "tag", "jour", "dia", "date", "datum", "runner", "done"];
/// Beginnings of words over a column that says how a session is done, or when, or whether it was.
const ASIDE: [&str; 41] = [
    "note", "pace", "hr", "heart", "purpose", "focus", "why", "done", "rpe", "complete", "comment", "actual",
    "day", "weekday", "dow", "week", "wk", "tag", "jour", "dia", "runner", "phase", "block", "zone",
    "target", "total", "location", "status", "date", "season", "month", "intensity", "effort", "recovery",
    "sets", "reps", "speed", "cumulative", "start", "finish", "fixed",
];
/// Words over a column of lengths, with the unit of a number alone.
const LENGTHS: [(&str, &str); 20] = [
    ("km", "km"),
    ("kms", "km"),
    ("kilometers", "km"),
    ("kilometres", "km"),
    ("mi", "mi"),
    ("mile", "mi"),
    ("miles", "mi"),
    ("mileage", "mi"),
    ("minutes", "min"),
    ("minute", "min"),
    ("mins", "min"),
    ("min", "min"),
    ("hours", "h"),
    ("hrs", "h"),
    ("duration", "min"),
    ("time", TIME),
    ("distance", ""),
    ("distanz", ""),
    ("dist", ""),
    ("length", ""),
];

/// The unit of a column that is headed "time": minutes, or the time of the day.
const TIME: &str = "time";

/// The words of a head, in plain letters.
fn words_of(head: &str) -> Vec<String> {
    let all = head.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    all.map(plain).collect()
}

/// The roles of the columns that have these heads; a column without a head says what is done, if no other does.
pub(super) fn roles(heads: &[String]) -> Vec<Role> {
    let heads: Vec<Vec<String>> = heads.iter().map(|head| words_of(head)).collect();
    let is_aside = |head: &[String]| {
        let [first, ..] = head else { return false };
        let begins = |word: &String| ASIDE.iter().any(|known| word.starts_with(known));
        // "RPE / duration" and "long run pace" say how it is done.
        begins(first)
            || head
                .iter()
                .skip(1)
                .any(|word| ["pace", "phase", "hr", "zone", "total", "week"].contains(&word.as_str()))
    };
    let says = |kind: &[&str], head: &[String]| {
        let ends = [head.first(), head.last()];
        let numberless = head.iter().rev().find(|word| !word.bytes().all(|byte| byte.is_ascii_digit()));
        ends.into_iter().flatten().chain(numberless).any(|word| kind.contains(&word.as_str()))
    };
    // "Workout type" is of the second kind, and "day type" too.
    let kind_of = |head: &[String]| {
        let is = |kind: usize| says(WHAT[kind], head);
        (0..WHAT.len()).find(|kind| is(*kind)).map(|kind| if kind == 0 && is(1) { 1 } else { kind })
    };
    let weak_note = |head: &[String]| head.first().is_some_and(|word| word.starts_with("note"));
    let first = heads
        .iter()
        .filter(|head| !is_aside(head) || weak_note(head))
        .filter(|head| length_of(head).is_none())
        .filter_map(|head| kind_of(head))
        .min();
    let role = |head: &Vec<String>| {
        let kind =
            kind_of(head).filter(|_| length_of(head).is_none() && (!is_aside(head) || weak_note(head)));
        match length_of(head) {
            _ if first.is_some() && kind == first => Role::What,
            Some(unit) if !is_aside(head) => Role::Length(unit),
            _ if first.is_some() && says(&MORE, head) => Role::More,
            _ if matches!(head.as_slice(), [only] if PLACES.contains(&only.as_str())) => Role::Place,
            // "Type" beside "workout" says it in short again.
            _ if is_aside(head) || first.is_some() && kind_of(head).is_some() => Role::Aside,
            _ => Role::Unknown,
        }
    };
    heads.iter().map(role).collect()
}

/// The unit of the numbers in a column of lengths; `None` where it holds none.
fn length_of(head: &[String]) -> Option<&'static str> {
    let of = |word: &String| LENGTHS.iter().find(|(known, _)| word == known).map(|(_, unit)| *unit);
    let all: Vec<&'static str> = head.iter().filter_map(of).collect();
    // "Distance (km)" has its unit beside it, "duration (h)" too.
    let hours = head.last().is_some_and(|word| word == "h") && !all.is_empty();
    let unit = all.iter().rev().find(|unit| !unit.is_empty()).or(all.first()).copied();
    if hours { Some("h") } else { unit }
}

/// Takes columns without a head that is known for what is done, where no other says it; if there are more than `most` columns beside
/// the days, their number is the error.
pub(super) fn take_unknown(roles: &mut [Role], most: usize) -> Result<(), usize> {
    if roles.contains(&Role::What) {
        return Ok(());
    }
    let others = roles.iter().filter(|role| **role != Role::Place).count();
    if others > most || others == 0 {
        return Err(others);
    }
    roles.iter_mut().filter(|role| **role == Role::Unknown).for_each(|role| *role = Role::What);
    Ok(())
}

/// The column that says what is done, the first of several.
pub(super) fn what(roles: &[Role]) -> usize {
    let first = |is: fn(&Role) -> bool| roles.iter().position(is);
    first(|role| *role == Role::What).or_else(|| first(|role| matches!(role, Role::Length(_)))).unwrap_or(0)
}

/// What the columns of a row say that is done, with its length; empty where it is nothing.
pub(super) fn text(row: &Row, roles: &[Role]) -> String {
    let cells = |role: Role| {
        let of = roles.iter().enumerate().filter(move |(_, of)| **of == role).map(|(at, _)| row.cell(at));
        of.filter(|cell| !cell.is_empty() && !is_blank(cell) && day_in_any_language(cell).is_none())
            .collect::<Vec<_>>()
    };
    let what = cells(Role::What).join(", ");
    let lengths: Vec<String> = roles
        .iter()
        .enumerate()
        .filter_map(|(at, role)| match role {
            Role::Length(TIME) if is_time_of_day(row.cell(at)) => None,
            Role::Length(unit) => Some(with_unit(row.cell(at), unit)),
            _ => None,
        })
        .filter(|length| !length.is_empty() && !is_blank(length))
        .collect();
    let reading = words(&what);
    let is_sized = reading.entries.iter().any(SessionEntry::sized);
    let rests =
        !reading.entries.is_empty() && reading.entries.iter().all(|entry| entry.what == SessionKind::Rest);
    let runs = reading.entries.iter().any(SessionEntry::is_run) || !reading.unknown.is_empty();
    let (none, some): (Vec<String>, Vec<String>) = lengths.into_iter().partition(|length| is_nothing(length));
    if is_sized {
        return what;
    }
    if some.is_empty() {
        let more = cells(Role::More).join(", ");
        let more = if what.is_empty() { more } else { understood(&more) };
        let has_more = !rests && !more.is_empty();
        return match none.first() {
            // A run of no length is a slip, a rest of none is not.
            Some(none) if runs => format!("{what}, {none}"),
            _ if has_more && what.is_empty() => more,
            _ if has_more => format!("{what}, {more}"),
            _ => what,
        };
    }
    let length = some.join(" ");
    match reading.entries.len() {
        _ if what.is_empty() => length,
        0 | 1 => format!("{what}, {length}"),
        _ => format!("{length}, {what}"),
    }
}

/// The sentences of a text up to the first that is not understood.
fn understood(text: &str) -> String {
    let is_known = |sentence: &&str| {
        let reading = words(sentence);
        reading.unknown.is_empty() && reading.lengths.is_empty()
    };
    text.split_inclusive(". ").take_while(is_known).collect::<String>().trim().to_owned()
}

/// A cell of lengths with the unit of its column, if it is a number alone.
fn with_unit(cell: &str, unit: &str) -> String {
    let last = cell.chars().next_back();
    let is_number = last.is_some_and(|c| c.is_ascii_digit())
        && cell.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '–' | ' ' | '~'));
    let unit = if unit == TIME { "min" } else { unit };
    if is_number && !unit.is_empty() { format!("{cell} {unit}") } else { cell.to_owned() }
}

/// Whether a cell holds a time of the day, `6:30` or `5 pm`, and no length.
fn is_time_of_day(cell: &str) -> bool {
    let cell = plain(cell);
    let bare = cell.trim_end_matches("am").trim_end_matches("pm").trim();
    let mut parts = bare.split(':').map(str::parse::<u32>);
    let is_hour = matches!(parts.next(), Some(Ok(..=23)));
    let rest: Vec<_> = parts.collect();
    is_hour && (bare != cell || matches!(rest.as_slice(), [Ok(..=59)]))
}

/// Whether a cell holds a dash or the like in place of a length.
fn is_blank(cell: &str) -> bool {
    cell.chars().all(|c| matches!(c, '-' | '–' | '—' | '.' | '/' | '?' | ' '))
        || ["n/a", "na"].contains(&plain(cell).as_str())
}

/// Tells of the columns of a list that do not count: a warning for each in which sessions may stand, a note for the others.
pub(super) fn remark_on_columns(log: &mut DayLog, header: &Row, roles: &[Role], body: &[Row]) {
    let here = Location::line(header.line);
    let name = |at: usize| match header.cell(at) {
        "" => format!("{} without a name", at + 1),
        head => format!("`{}`", shown(head, 30)),
    };
    let mut silent = Vec::new();
    for (at, role) in roles.iter().enumerate() {
        let cells = || body.iter().map(|row| row.cell(at)).filter(|cell| !cell.is_empty());
        match role {
            Role::Unknown if cells().any(speaks) => {
                let message = format!("the column {} does not say what is done; it is left out", name(at));
                log.warn("column-left-out", here, message, "name it `workout`, if sessions stand in it");
            }
            Role::More if cells().next().is_some() => {
                let message =
                    format!("the column {} counts only where no other says how long a session is", name(at));
                log.note("column-left-out", here, message, "leave it as it is, or name it `workout`");
            }
            Role::Length(TIME) if cells().any(is_time_of_day) => silent.push(name(at)),
            Role::Unknown | Role::Aside if cells().next().is_some() => {
                silent.push(name(at));
            }
            _ => {}
        }
    }
    if let Some((last, others)) = silent.split_last() {
        let message = match others {
            [] => format!("the column {last} says no session; it is left out"),
            _ => format!("the columns {} and {last} say no session; they are left out", others.join(", ")),
        };
        log.note("column-left-out", here, message, "leave it as it is, or name it `workout`");
    }
}

/// Whether a cell speaks of a session; a number alone does not.
fn speaks(cell: &str) -> bool {
    cell.chars().any(char::is_alphabetic)
        && words(cell).entries.iter().any(|entry| entry.what != SessionKind::Rest)
}
