//! The plan of calendar-hack, YAML or JSON: `schedule` with weeks, each with seven `workouts` from Monday.
//!
//! A workout has a `title`, whose lengths stand in braces in the plan's `units` and may be given in the other ones behind a colon
//! (`{5:8}`), and may have the day's whole `distance`, `tags` and a `description`.

use crate::import::days::{DayLog, Location, MOST_WEEKS, UNDATED};
use crate::import::measures::{MILE, MOST_METRES};
use crate::import::plan::ForeignPlan;
use crate::import::remark::no_plan;
use crate::import::weeks;
use crate::import::words::entry::{SessionEntry, SessionKind};
use crate::import::words::read as words;
use crate::input::document::{Node, Value};
use crate::input::reader::{Reader, Table};
use crate::input::{Place, Problem};
use crate::week::dates::days_after;
use crate::week::day::Day;
use crate::week::race::Distance;
use crate::week::session::Session;
use crate::word::Word;

/// Metres in a mile and in a kilometre, each with its unit.
const UNITS: [(&str, u32); 2] = [("mi", MILE), ("km", 1000)];

/// Whether a document is such a plan.
pub(super) fn is_one(node: &Node) -> bool {
    node.entry("schedule").is_some()
}

/// Reads a plan; `line` gives the line of a place in its text.
pub(super) fn read(
    node: &Node,
    source: usize,
    line: impl Fn(&Place) -> Option<usize>,
) -> Result<ForeignPlan, Vec<Problem>> {
    let mut reader = Reader::default();
    let mut log = DayLog::new(source);
    let top = reader.object(Some(node), "");
    let unit = unit(&mut reader, &top);
    let schedule = reader.items(&top, "schedule");
    if schedule.len() > MOST_WEEKS {
        let message = format!("it has {} weeks; a plan has {MOST_WEEKS} at most", schedule.len());
        return Err(no_plan(source, &message, "check that it is a training plan"));
    }
    let mut lines = Vec::with_capacity(schedule.len());
    for (at, node) in schedule.iter().enumerate() {
        let path = format!("schedule[{at}]");
        lines.push(line(&node.place));
        let week = reader.object(Some(node), &path);
        let workouts = reader.items(&week, "workouts");
        if week.get("workouts").is_none() && matches!(node.value, Value::Table(_)) {
            reader.missing(node, &week.path("workouts"), "give the week seven workouts, Monday first");
        } else if workouts.len() != Day::ALL.len() && !workouts.is_empty()
            || workouts.is_empty() && is_list(&week)
        {
            let message = format!("the workouts of week {} are {}, not seven", at + 1, workouts.len());
            let problem = Problem::at(week.path("workouts"), &node.place, message);
            reader.problems.push(problem.hint("write `title: Rest` for a day off"));
        }
        for (day, node) in workouts.iter().enumerate().take(Day::ALL.len()) {
            let path = format!("{path}.workouts[{day}]");
            let workout = reader.object(Some(node), &path);
            let Some(date) = days_after(UNDATED, at * 7 + day) else { continue };
            let at = Location::day(date, line(&node.place));
            log_workout(&mut reader, &mut log, &workout, at, unit);
        }
    }
    if !reader.problems.is_empty() {
        return Err(reader.problems);
    }
    let mut plan = weeks::plan(log, None, false, |monday| {
        let at = usize::try_from((monday - UNDATED).num_days() / 7).unwrap_or(0);
        (format!("week {}", at + 1), lines.get(at).copied().flatten())
    })?;
    // The plan's type says how long its last race is.
    let of_type = text(&mut reader, &top, "type").and_then(|text| distance_of(&text));
    if let Some(race) = plan.races.last_mut() {
        race.distance = race.distance.or(of_type);
    }
    Ok(plan)
}

/// Whether the workouts of a week are a list, though maybe an empty one.
fn is_list(week: &Table<'_>) -> bool {
    matches!(week.get("workouts").map(|node| &node.value), Some(Value::List(_)))
}

/// The unit of the plan's lengths; miles if none is named, as in calendar-hack.
fn unit(reader: &mut Reader, top: &Table<'_>) -> (&'static str, f64) {
    let [miles, _] = UNITS;
    let Some(written) = text(reader, top, "units") else { return (miles.0, miles.1.into()) };
    let known = UNITS.into_iter().find(|(name, _)| written.trim().eq_ignore_ascii_case(name));
    if let (None, Some(node)) = (known, top.get("units")) {
        let problem = Problem::at("units", &node.place, format!("`{written}` is no unit of length"));
        reader.problems.push(problem.hint("write `mi` or `km`"));
    }
    let (name, metres) = known.unwrap_or(miles);
    (name, metres.into())
}

/// Logs the workout of a day.
fn log_workout(
    reader: &mut Reader,
    log: &mut DayLog,
    workout: &Table<'_>,
    at: Location,
    unit: (&'static str, f64),
) {
    let Some(date) = at.date else { return };
    let of =
        |reader: &mut Reader, key: &str| text(reader, workout, key).map(|text| with_units(&text, unit.0));
    let title = of(reader, "title").unwrap_or_default();
    let description = of(reader, "description").unwrap_or_default();
    let tags: Vec<String> = reader
        .items(workout, "tags")
        .iter()
        .filter_map(|tag| if let Value::Text(tag) = &tag.value { Some(tag.to_string()) } else { None })
        .collect();
    // The title says it; where it says nothing that is known, the tags and the description do.
    let tagged = format!("{}: {title}", tags.join(" "));
    let described =
        if title.trim().is_empty() { description.clone() } else { format!("{title}: {description}") };
    let texts = [(true, &title), (!tags.is_empty(), &tagged), (!description.is_empty(), &described)];
    let speaks = |(is_there, text): &&(bool, &String)| *is_there && !words(text).entries.is_empty();
    let read = texts.iter().find(speaks).map_or(&title, |(_, text)| text);
    log.read(date, at.line, read, None);
    let Some(metres) = metres(reader, log, workout, at, unit.1) else { return };
    let Some(day) = log.days.get_mut(&date) else { return };
    if day.entries.is_empty() && day.ways.is_empty() && title.trim().is_empty() {
        // A distance without a word is a run.
        day.entries = words(&format!("{:.1} km", f64::from(metres) / 1000.0)).entries;
    }
    let of_ways = day.ways.iter_mut().map(|way| &mut way.entries);
    for entries in std::iter::once(&mut day.entries).chain(of_ways) {
        set_distance(entries, metres);
    }
}

/// Gives the day's distance to its run: it is the sum of what the title tells one by one. Of several runs the title tells more, and
/// training in place of a run has it where the title does not say another length.
fn set_distance(entries: &mut [SessionEntry], metres: u32) {
    let is_cross = |entry: &SessionEntry| entry.what == SessionKind::Placed(Session::Cross);
    let runs = entries.iter().filter(|entry| entry.is_run()).count();
    let one = match runs {
        0 => entries.iter_mut().find(|entry| is_cross(entry) && !entry.sized()),
        1 => entries.iter_mut().find(|entry| entry.is_run()),
        _ => None,
    };
    if let Some(one) = one {
        *one = SessionEntry { what: one.what, minutes: None, metres: Some(metres), bare: None };
    }
}

/// The distance of a workout in metres: one number, or the larger of two; `None` where there is none.
fn metres(
    reader: &mut Reader,
    log: &mut DayLog,
    workout: &Table<'_>,
    at: Location,
    unit: f64,
) -> Option<u32> {
    let node = workout.get("distance")?;
    let nodes = match &node.value {
        Value::List(items) if (1..=2).contains(&items.len()) => items.as_slice(),
        _ => std::slice::from_ref(node),
    };
    let number = |node: &Node| match &node.value {
        #[allow(clippy::cast_precision_loss)]
        Value::Whole(number) => Some(*number as f64),
        Value::Number(number) => Some(*number),
        Value::Text(text) => text.trim().parse().ok(),
        _ => None,
    };
    let numbers: Option<Vec<f64>> = nodes.iter().map(number).collect();
    let Some(numbers) = numbers else {
        let problem = Problem::at(workout.path("distance"), &node.place, "the distance is no number");
        reader.problems.push(problem.hint("write it as `6`, or as `[5, 6]`"));
        return None;
    };
    let metres = numbers.iter().copied().fold(0.0, f64::max) * unit;
    if numbers.iter().any(|number| !(0.0..=f64::from(MOST_METRES) / unit).contains(number)) {
        log.warn(
            "length-not-read",
            at,
            "the `distance` of the day is none that a day can have, and left out",
            "write it as a number of miles or kilometres, such as 6",
        );
        return None;
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Some(metres.round() as u32).filter(|metres| *metres > 0)
}

/// The text of a key; a number counts as text, as nobody quotes `title: 6`.
fn text(reader: &mut Reader, table: &Table<'_>, key: &str) -> Option<String> {
    match table.get(key).map(|node| &node.value) {
        Some(Value::Whole(number)) => Some(number.to_string()),
        Some(Value::Number(number)) => Some(number.to_string()),
        _ => reader.text(table, key),
    }
}

/// The text with its lengths written out: `{5:8} easy` is `5 mi easy` where the plan counts in miles.
fn with_units(text: &str, unit: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let inside = after.split_once('}').filter(|(inside, _)| is_length(inside));
        let Some((inside, behind)) = inside else {
            out.push('{');
            rest = after;
            continue;
        };
        out.push_str(inside.split(':').next().unwrap_or_default().trim());
        out.push(' ');
        out.push_str(unit);
        // "{8:13}with": a word of its own.
        if behind.starts_with(char::is_alphanumeric) {
            out.push(' ');
        }
        rest = behind;
    }
    out.push_str(rest);
    out
}

/// Whether what stands in braces is a length: a number or a range, with the same in other units behind a colon.
fn is_length(inside: &str) -> bool {
    let is_number = |text: &str| text.trim().parse::<f64>().is_ok_and(f64::is_finite);
    let is_range = |text: &str| text.split(['-', '–']).all(is_number);
    inside.len() < 40 && inside.split(':').count() <= 2 && inside.split(':').all(is_range)
}

/// The race distance that a plan's type names.
fn distance_of(text: &str) -> Option<Distance> {
    words(&format!("{text} race")).entries.iter().find_map(|entry| match entry.what {
        SessionKind::Race(distance) => distance,
        _ => None,
    })
}
