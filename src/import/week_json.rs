//! The program's own weeks, `runplan.week/1`, one document, one a line or those of a plan (`runplan.cycle/1`), as printed or
//! edited by hand.

mod agreement;
mod fixed;
mod limits;
mod races;

use crate::facts::limits::Limits;
use crate::import::foreign::no_plan_in;
use crate::import::plan::{ForeignDay, ForeignPlan, ForeignWeek, Provenance};
use crate::import::remark::Remark;
use crate::input::Problem;
use crate::input::document::{self, Node, Value};
use crate::input::reader::{Reader, Table};
use crate::week::dates::{iso_monday, iso_week};
use crate::week::day::{Day, Days};
use crate::week::id::SessionId;
use crate::week::kind::Kind;
use crate::week::phase::Phase;
use crate::week::race::{Distance, Race};
use crate::week::session::{Class, Placement, Run, Session, Strength};
use crate::word::Word;
use agreement::disagreements;
use chrono::NaiveDate;
use limits::limits;
use std::fmt::Write as _;

/// The schema of a week.
const WEEK: &str = "runplan.week/1";
/// The schemas of several weeks: those of a plan, and what was planned again.
const WEEKS: [&str; 2] = ["runplan.cycle/1", "runplan.replan/1"];
/// The schemas of lines that hold no week.
const NO_WEEK: [&str; 2] = ["runplan.refusal/1", "runplan.error/1"];

/// Reads a document a line: the weeks of those that can be read, and every problem of the others.
pub(super) fn read_lines(lines: &[(usize, &str)], source: usize) -> (Vec<ForeignPlan>, Vec<Problem>) {
    let (mut plans, mut problems) = (Vec::new(), Vec::new());
    for (at, line) in lines {
        let number = at + 1;
        let of_line = |mut problem: Problem| {
            problem.message = format!("line {number}: {}", problem.message);
            problem.marks.iter_mut().for_each(|mark| mark.place.span = None);
            problem.hint.get_or_insert_with(|| "mend the line, or take it out".to_owned());
            problem
        };
        let (more, wrong) = match document::json(line, source) {
            Ok(node) => read(&node, source, Some(number)),
            Err(problem) => (Vec::new(), vec![problem]),
        };
        plans.extend(more);
        problems.extend(wrong.into_iter().map(of_line));
    }
    (plans, problems)
}

/// Whether a document says that it is one of this program.
pub(super) fn is_ours(node: &Node) -> bool {
    let schema = node.entry("schema").map(|entry| &entry.node.value);
    matches!(schema, Some(Value::Text(schema)) if schema.starts_with("runplan."))
}

/// Whether a document may be one of this program that has lost its schema.
pub(super) fn is_likely(node: &Node) -> bool {
    ["schema", "week", "season"].iter().any(|key| node.entry(key).is_some())
}

/// Reads one document: a week, or all weeks of a plan; of those what can be read, and every problem of the others.
pub(super) fn read(node: &Node, source: usize, line: Option<usize>) -> (Vec<ForeignPlan>, Vec<Problem>) {
    let (mut plans, mut reader) = (Vec::new(), Reader::default());
    let top = reader.object(Some(node), "");
    if reader.text(&top, "schema").is_none_or(|schema| !WEEKS.contains(&&*schema)) {
        return week(node, source, line).map_or_else(|wrong| (plans, wrong), |plan| (vec![plan], Vec::new()));
    }
    if top.get("weeks").is_none() {
        let message = "this is a plan in brief, without its weeks";
        let hint = "print it again without `--detail brief`: `runplan cycle --format json`";
        return (plans, vec![Problem::at("weeks", &node.place, message).hint(hint)]);
    }
    for (at, of) in reader.items(&top, "weeks").iter().enumerate() {
        match week(of, source, line) {
            Ok(mut plan) => {
                if plan.weeks.is_empty() {
                    // Without a week there is no date to say where it stands.
                    for remark in &mut plan.remarks {
                        let _ = write!(remark.message, ", in `weeks[{at}]`");
                    }
                }
                plans.push(plan);
            }
            Err(wrong) => reader.problems.extend(wrong.into_iter().map(|problem| within(problem, at))),
        }
    }
    if plans.is_empty() && reader.problems.is_empty() {
        let problem = Problem::at("weeks", &node.place, "this plan has no weeks");
        reader.problems.push(problem.hint("print it again with `runplan cycle --format json`"));
    }
    (plans, reader.problems)
}

/// A problem of a week with its key from the top of the plan.
fn within(mut problem: Problem, at: usize) -> Problem {
    for mark in &mut problem.marks {
        mark.key = format!("weeks[{at}].{}", mark.key);
    }
    problem
}

/// Reads one week, or the refusal in its place.
fn week(node: &Node, source: usize, line: Option<usize>) -> Result<ForeignPlan, Vec<Problem>> {
    let mut reader = Reader::default();
    let top = reader.object(Some(node), "");
    let schema = reader.text(&top, "schema").unwrap_or_default();
    let runner = reader.text(&top, "runner");
    if NO_WEEK.contains(&schema.as_str()) {
        return Ok(without_week(&schema, runner, source, line));
    }
    if schema != WEEK {
        return Err(vec![unknown_schema(&schema, node)]);
    }
    let monday = monday(&mut reader, &top, node);
    let mut own = provenance(&mut reader, &top);
    let (days, doubled) = days(&mut reader, &top, node, own.limits.as_ref());
    // Of a week that cannot be read the sums say nothing.
    let overlaps =
        if reader.problems.is_empty() { disagreements(&mut reader, &top, monday) } else { Vec::new() };
    let Some(monday) = monday.filter(|_| reader.problems.is_empty()) else { return Err(reader.problems) };
    own.tune_ups = races::tune_ups(&mut reader, &top, monday);
    let races = races::races(&days, monday, &own);
    let message = "two strength sessions on one day; they count as one";
    let hint = "put them on two days, or call them one";
    let twice = |day: Day| Remark {
        at: Some((monday, day)),
        ..Remark::warning("two-in-a-day", source, line, message, hint)
    };
    let overlap = |(day, start): (Day, String)| {
        let message = format!("the session at {start} overlaps another of the day");
        let hint = "give one of the two another start, or take the starts out";
        Remark { at: Some((monday, day)), ..Remark::warning("starts-overlap", source, line, message, hint) }
    };
    let remarks = doubled.iter().map(twice).chain(overlaps.into_iter().map(overlap)).collect();
    let week =
        ForeignWeek { source, line, label: iso_week(monday), monday, days, scope: Days::ALL, own: Some(own) };
    Ok(ForeignPlan { runner, weeks: vec![week], dated: true, races, remarks, table: None })
}

/// The plan of a line that holds a refusal or an error: no week, and a remark.
fn without_week(schema: &str, runner: Option<String>, source: usize, line: Option<usize>) -> ForeignPlan {
    let message = format!("`{schema}`: there is no week here");
    let hint = "plan it again with what its message asks for";
    let remark = Remark::warning("not-a-week", source, line, message, hint);
    ForeignPlan {
        runner,
        weeks: Vec::new(),
        dated: true,
        races: Vec::new(),
        remarks: vec![remark],
        table: None,
    }
}

/// The problem of a document that is no week of this program.
fn unknown_schema(schema: &str, node: &Node) -> Problem {
    if !is_likely(node) {
        return no_plan_in(node, "JSON");
    }
    let message = if schema.is_empty() {
        "`schema` is missing".to_owned()
    } else {
        format!("`{schema}` is not a plan that is known")
    };
    let hint = "give a week as `runplan week --format json` prints it, or a plan with `weeks`";
    Problem::at("schema", &node.place, message).hint(hint)
}

fn monday(reader: &mut Reader, top: &Table<'_>, node: &Node) -> Option<NaiveDate> {
    let Some(text) = reader.text(top, "week") else {
        if top.get("week").is_none() {
            reader.missing(node, "week", "write it as `\"week\": \"2026-W48\"`");
        }
        return None;
    };
    let parsed = iso_monday(&text);
    if parsed.is_none() {
        reader.problems.push(
            Problem::at("week", &node.place, format!("`{text}` is not a week of the calendar"))
                .hint("write it as `2026-W48`"),
        );
    }
    parsed
}

/// The provenance of a week.
fn provenance(reader: &mut Reader, top: &Table<'_>) -> Provenance {
    let season = reader.text(top, "season").unwrap_or_default();
    let placement = reader.word::<Placement>(top, "placement").unwrap_or(Placement::Stack);
    let mut known = Vec::new();
    for key in ["findings", "warnings"] {
        for entry in reader.items(top, key) {
            let entry = reader.object(Some(entry), key);
            let days = reader.words::<Day>(&entry, "days").unwrap_or_default();
            known.extend(reader.text(&entry, "rule").map(|rule| (rule, days.into_iter().collect())));
        }
    }
    // What the limits lack is no error here: a week by hand may have none.
    let numbers = reader.object(top.get("limits"), "limits");
    let phase = reader.word::<Phase>(&numbers, "phase").or_else(|| Phase::parse(&season));
    let limits =
        top.get("limits").and_then(|node| limits(reader, node, placement, phase.unwrap_or(Phase::Base)));
    let race = reader.object(numbers.get("race"), "limits.race");
    let date = reader.date(&race, "date");
    let distance = reader.word::<Distance>(&race, "distance");
    Provenance {
        phase,
        season,
        limits,
        race: date.map(|date| Race::new(date, distance)),
        tune_ups: Vec::new(),
        known,
    }
}

/// The days, and those of them with two strength sessions.
fn days(
    reader: &mut Reader,
    top: &Table<'_>,
    node: &Node,
    limits: Option<&Limits>,
) -> ([ForeignDay; 7], Days) {
    let mut days: [ForeignDay; 7] = Default::default();
    let (mut seen, mut doubled) = (Days::NONE, Days::NONE);
    for (at, day) in reader.items(top, "days").iter().enumerate() {
        let path = format!("days[{at}]");
        let table = reader.object(Some(day), &path);
        let Some(name) = reader.word::<Day>(&table, "day") else {
            if table.get("day").is_none() {
                reader.missing(day, &table.path("day"), "name the day, `\"day\": \"mon\"`");
            }
            continue;
        };
        if !seen.insert(name) {
            let message = format!("`{}` stands here twice", name.id());
            reader
                .problems
                .push(Problem::at(table.path("day"), &day.place, message).hint("leave one of the two out"));
        }
        let written = &mut days[name.index()];
        written.timed = true;
        let mut texts = Vec::new();
        for (at, session) in reader.items(&table, "sessions").iter().enumerate() {
            let path = format!("{path}.sessions[{at}]");
            let session = reader.object(Some(session), &path);
            texts.extend(self::session(reader, &session, written, limits));
        }
        if texts.iter().filter(|text| text.starts_with("strength")).count() > 1 {
            doubled.insert(name);
        }
        written.text = texts.join(" + ");
    }
    if seen != Days::ALL {
        let missing: Vec<_> =
            Day::ALL.iter().copied().filter(|day| !seen.contains(*day)).map(Day::id).collect();
        let message = format!("days are missing: {}", missing.join(", "));
        reader.problems.push(
            Problem::at("days", &node.place, message)
                .hint("a week has seven days; an empty one has no `sessions`"),
        );
    }
    (days, doubled)
}

/// Reads one session into its day; its text.
fn session(
    reader: &mut Reader,
    session: &Table<'_>,
    day: &mut ForeignDay,
    limits: Option<&Limits>,
) -> Option<String> {
    let kind = reader.text(session, "kind").unwrap_or_default();
    let minutes = reader.whole::<u16>(session, "minutes", 1..=6000);
    let with_minutes =
        |text: String| minutes.map_or_else(|| text.clone(), |minutes| format!("{text} {minutes}'"));
    let text = match kind.as_str() {
        "run" => {
            let run = needed::<Run>(reader, session, "type")?;
            let id = reader.text(session, "id").and_then(|id| SessionId::parse(&id));
            if id.is_some_and(SessionId::is_another) {
                day.add_timed(Session::Second, minutes);
                return Some(with_minutes(format!("{run} run")));
            }
            day.add(Session::Run(run));
            day.seconds = day.seconds.saturating_add(u32::from(minutes.unwrap_or(0)) * 60);
            day.minutes = day.minutes.saturating_add(minutes.unwrap_or(0));
            day.timed &= minutes.is_some();
            format!("{run} run")
        }
        "strength" => {
            let strength = needed::<Strength>(reader, session, "type")?;
            let class = reader.word::<Class>(session, "class").or(limits.map(|limits| limits.class));
            day.add_timed(Session::Strength(strength), minutes);
            day.class = day.class.max(class);
            format!("strength, {strength}")
        }
        "fixed" => {
            let fixed = fixed::session(reader, session, minutes)?;
            let text = fixed.name.clone();
            day.add_fixed(fixed);
            text
        }
        other => {
            let extra = Kind::EXTRAS.into_iter().find(|kind| kind.id() == other);
            if let Some(extra) = extra.and_then(Session::of) {
                day.add_timed(extra, minutes);
                return Some(with_minutes(extra.name().to_owned()));
            }
            let known = [Kind::Run].into_iter().chain(Kind::PLACED).chain([Kind::Fixed]).map(Kind::id);
            let node = session.get("kind");
            let place = node.map(|node| node.place.clone()).unwrap_or_default();
            let message = format!("`{kind}` is not a kind of session");
            let hint = format!("use one of {}", crate::input::reader::list(known));
            reader.problems.push(Problem::at(session.path("kind"), &place, message).hint(hint));
            return None;
        }
    };
    Some(with_minutes(text))
}

/// A word that a session must have.
fn needed<W: Word>(reader: &mut Reader, session: &Table<'_>, key: &str) -> Option<W> {
    if session.get(key).is_none() {
        let place = session.get("kind").map(|node| node.place.clone()).unwrap_or_default();
        let known: Vec<_> = W::ALL.iter().map(|word| word.id()).collect();
        let problem = Problem::at(session.path(key), &place, format!("`{}` is missing", session.path(key)));
        reader.problems.push(problem.hint(format!("use one of {}", crate::input::reader::list(known))));
    }
    reader.word(session, key)
}
