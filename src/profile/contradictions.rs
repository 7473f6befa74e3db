//! What two keys of one profile say against each other; each problem names both places.

use crate::input::document::{Node, Value};
use crate::input::reader::date_of;
use crate::input::{Place, Problem};
use crate::profile::runs::Speed;
use crate::profile::time::time_key;
use crate::profile::value::{KINDS, LONG_DAYS, PLAN_WEEKS, Profile};
use crate::week::dates::monday_of;
use crate::week::day::{Day, Days};
use crate::week::hours::Time;
use crate::week::session::Run;
use crate::word::Word;
use chrono::NaiveDate;

/// Every contradiction within the profile.
pub(super) fn find(profile: &Profile, node: &Node) -> Vec<Problem> {
    let mut problems = Vec::new();
    run_kinds(profile, node, &mut problems);
    run_numbers(profile, node, &mut problems);
    blocked_days(profile, node, &mut problems);
    numbers(profile, node, &mut problems);
    pace(profile, node, &mut problems);
    plan(profile, node, &mut problems);
    races(profile, node, &mut problems);
    problems
}

fn run_kinds(profile: &Profile, node: &Node, problems: &mut Vec<Problem>) {
    let runs = &profile.runs;
    let list = || place(node, "runs.days");
    if list().span.is_none() && runs.days.is_empty() && node.entry("runs.days").is_none() {
        return; // already reported as missing
    }
    if node
        .entry("runs.days")
        .is_some_and(|entry| !matches!(entry.node.value, Value::List(_) | Value::Text(_)))
    {
        return; // already reported as no days
    }
    let long = runs.long_days();
    let of = |key: &'static str, days: Days| days.iter().map(move |day| (key, day)).collect::<Vec<_>>();
    let declared =
        [of("runs.long", long), of("runs.speed", runs.speed_days()), of("runs.second", runs.second_days())];
    let any = runs.per_week.is_some() && runs.days.is_empty();
    for (key, day) in declared.concat().into_iter().filter(|(_, day)| !any && !runs.days.contains(*day)) {
        problems.push(
            Problem::at(key, &item(node, key, day), format!("`{}` is not one of the run days", day.id()))
                .hint(format!("add `\"{}\"` to `runs.days`, or choose a day that is there", day.id()))
                .and("runs.days", &list(), "the run days"),
        );
    }
    // Of several days that it may take the long run may take another one.
    let both = long.among(runs.speed_days());
    let both = if runs.per_week.is_some() && both != long { Days::NONE } else { both };
    for day in both.iter() {
        problems.push(
            Problem::at(
                "runs.speed",
                &item(node, "runs.speed", day),
                format!("`{}` is both the long-run day and a speed day", day.id()),
            )
            .hint("leave the day in one of the two")
            .and("runs.long", &place(node, "runs.long"), "the long run"),
        );
    }
}

/// Numbers of runs that the days cannot hold.
fn run_numbers(profile: &Profile, node: &Node, problems: &mut Vec<Problem>) {
    let runs = &profile.runs;
    let Some(per_week) = runs.per_week else {
        if let Some(Speed::Runs(number)) = runs.speed.filter(|_| !runs.days.is_empty()) {
            let message = format!("`runs.speed = {number}` is a number, and the run days are named");
            let hint =
                "name the days, such as `speed = \"wed\"`, or say `per_week = 4`, and the planner chooses";
            problems.push(Problem::at("runs.speed", &place(node, "runs.speed"), message).hint(hint).and(
                "runs.days",
                &place(node, "runs.days"),
                "the run days",
            ));
        }
        if runs.long_days().len() > LONG_DAYS {
            let message = format!("a week has {LONG_DAYS} long runs at most");
            let hint = "name one day or two; with `per_week` you may name all that are possible";
            problems.push(Problem::at("runs.long", &place(node, "runs.long"), message).hint(hint));
        }
        return;
    };
    let is_said = node.entry("runs.days").is_some();
    let named = if is_said || !runs.days.is_empty() { runs.days } else { Days::ALL };
    // What a rota leaves is another thing each week.
    let is_off = |day: &Day| profile.shifts.is_none() && profile.time[day.index()] == Some(Time::Off);
    let off = Day::ALL.iter().copied().filter(is_off).collect();
    let possible = named.without(off);
    if possible.len() < usize::from(per_week) {
        let days = match possible.len() {
            0 => "no day on which one is possible".to_owned(),
            1 => "the one day on which one is possible".to_owned(),
            number => format!("the {number} days on which one is possible"),
        };
        let message = format!("`runs.per_week = {per_week}` asks for more runs than {days}");
        let (other, label) =
            if is_said { ("runs.days", "the days for runs") } else { ("time", "the days for training") };
        problems.push(
            Problem::at("runs.per_week", &place(node, "runs.per_week"), message)
                .hint(format!("ask for {} at most, or open more days", possible.len()))
                .and(other, &place(node, other), label),
        );
        return;
    }
    let speed = match runs.speed {
        Some(Speed::Runs(speed)) => usize::from(speed),
        _ => runs.speed_days().len(),
    };
    let long = usize::from(!runs.long_days().is_empty());
    if speed + long > usize::from(per_week) {
        let beside = if long == 1 { " and the long run" } else { "" };
        let fast = if speed == 1 { "a speed run".to_owned() } else { format!("{speed} speed runs") };
        let message = format!("{fast}{beside} are more than the {per_week} of `runs.per_week`");
        problems.push(
            Problem::at("runs.speed", &place(node, "runs.speed"), message)
                .hint("raise `runs.per_week`, or ask for fewer speed runs")
                .and("runs.per_week", &place(node, "runs.per_week"), "all runs of the week"),
        );
    }
    for day in runs.long_days().among(off).iter().filter(|_| runs.days.is_empty()) {
        problems.push(
            Problem::at(
                "runs.long",
                &item(node, "runs.long", day),
                format!("the long run may be on {}, which is \"off\"", day.name()),
            )
            .hint(format!("take `{}` out of `runs.long`, or give the day some time", day.id()))
            .and("time", &time_place(node, day), "the day is blocked here"),
        );
    }
}

fn blocked_days(profile: &Profile, node: &Node, problems: &mut Vec<Problem>) {
    if profile.shifts.is_some() {
        return; // the time goes by the date, and a run that it blocks is set aside in its week
    }
    let off = |day: Day| profile.time[day.index()] == Some(Time::Off);
    for day in profile.runs.days.iter().filter(|day| off(*day)) {
        problems.push(
            Problem::at(
                "runs.days",
                &item(node, "runs.days", day),
                format!("there is a run on {}, which is \"off\"", day.name()),
            )
            .hint(format!("take `{}` out of `runs.days`, or give the day some time", day.id()))
            .and("time", &time_place(node, day), "the day is blocked here"),
        );
    }
}

fn numbers(profile: &Profile, node: &Node, problems: &mut Vec<Problem>) {
    let strength = &profile.strength;
    let pairs = [
        ("strength.min", strength.min, "strength.sessions", strength.sessions),
        ("strength.legs_min", strength.legs_min, "strength.sessions", strength.sessions),
        ("strength.legs_min", strength.legs_min, "strength.legs_max", strength.legs_max),
        ("rest.min", profile.rest_min, "rest.target", profile.rest_target),
    ];
    for (low_key, low, high_key, high) in pairs {
        let (Some(low), Some(high)) = (low, high) else { continue };
        if low > high {
            problems.push(
                Problem::at(
                    low_key,
                    &place(node, low_key),
                    format!("`{low_key} = {low}` asks for more than `{high_key} = {high}` allows"),
                )
                .hint(format!("lower `{low_key}` to {high}, or raise `{high_key}` to {low}"))
                .and(high_key, &place(node, high_key), "the other number"),
            );
        }
    }
}

/// A pace that cannot be read.
fn pace(profile: &Profile, node: &Node, problems: &mut Vec<Problem>) {
    if let Some(Err(message)) = profile.plan_pace.as_deref().map(crate::week::pace::parse) {
        let problem = Problem::at("plan.pace", &place(node, "plan.pace"), message);
        problems.push(problem.hint("write it as \"6:30\" a kilometre, or \"10:00/mi\""));
    }
}

/// Two races on one day, and races in a time off.
fn races(profile: &Profile, node: &Node, problems: &mut Vec<Problem>) {
    let own = profile.race.map(|race| (race.date, "race.date".to_owned()));
    let tune_up = |date| (date, dated(node, "races", "date", date));
    let others = profile.races.iter().map(|other| tune_up(other.race.date));
    for (date, path) in own.iter().cloned().chain(others) {
        if let Some((_, own)) = own.as_ref().filter(|(day, own)| *day == date && *own != path) {
            problems.push(
                Problem::at(&path, &place_of(node, &path), format!("there are two races on {date}"))
                    .hint("leave one of the two out, or mend a date")
                    .and(own, &place(node, own), "the other one"),
            );
        }
        let Some(off) = profile.off.iter().find(|off| off.holds(date)) else { continue };
        let off_path = dated(node, "off", "from", off.from);
        problems.push(
            Problem::at(&path, &place_of(node, &path), format!("the race is on a day off: {off}"))
                .hint("if you are ill or hurt, let the race go and take it out; else end the time off before it")
                .and(&off_path, &place_of(node, &off_path), "the day is off here"),
        );
    }
}

/// The path of the table of a list with this date at a key.
fn dated(node: &Node, list: &str, key: &str, date: NaiveDate) -> String {
    let items = node.entry(list).map(|entry| &entry.node.value);
    let items = if let Some(Value::List(items)) = items { items.as_slice() } else { &[] };
    let is_its = |item: &Node| item.entry(key).is_some_and(|entry| date_of(&entry.node) == Some(date));
    format!("{list}[{}]", items.iter().position(is_its).unwrap_or(0))
}

/// What the keys of a plan say against each other and against the runs, the season and the race.
fn plan(profile: &Profile, node: &Node, problems: &mut Vec<Problem>) {
    let wishes = &profile.plan;
    let mut clash = |key: &str, message: String, hint: String, other: &str, label: &'static str| {
        problems.push(Problem::at(key, &place(node, key), message).hint(hint).and(
            other,
            &place(node, other),
            label,
        ));
    };
    if let (Some(start), Some(race)) = (wishes.start, profile.race) {
        let days = (race.date - start).num_days();
        if days < 0 {
            let message = format!("the plan starts on {start}, after its race");
            let hint = format!("start it before {}, or mend the date of the race", race.date);
            clash("plan.start", message, hint, "race.date", "the race");
        } else if race.weeks_from(monday_of(start).unwrap_or(start)) >= PLAN_WEEKS {
            let message = format!("from {start} to the race are over {PLAN_WEEKS} weeks");
            let hint = format!("start it at most {PLAN_WEEKS} weeks before the race");
            clash("plan.start", message, hint, "race.date", "the race");
        }
    }
    if let (true, Some(season), Some(race)) = (wishes.is_said(), profile.season, profile.race) {
        let message = format!(
            "`season = \"{}\"` is one season for the whole plan, and its race gives several",
            season.id()
        );
        let hint = format!("take `season` out: it follows from the race on {}", race.date);
        clash("season", message, hint, "plan", "the plan");
    }
    let grows = [("plan.peak", wishes.peak.is_some()), ("plan.cutback", wishes.cutback.is_some())];
    if profile.plan_file.is_some() {
        for (key, _) in grows.iter().filter(|(_, is_said)| *is_said) {
            let message =
                format!("`{key}` is for your own runs, and those of `plan.file` stand as they are written");
            clash(key, message, "leave one of the two out".to_owned(), "plan.file", "the plan");
        }
        return;
    }
    let Some(peak) = wishes.peak else { return };
    // A start that cannot be read has its own problem.
    if wishes.start.is_none() && node.entry("plan.start").is_none() {
        let hint = "say when the plan begins, such as `start = 2026-11-30`".to_owned();
        clash(
            "plan.peak",
            "minutes grow from a start, and `plan.start` is missing".to_owned(),
            hint,
            "plan",
            "the plan",
        );
    }
    let minutes = profile.runs.minutes.unwrap_or_default();
    for (name, run) in KINDS.into_iter().zip([Run::Easy, Run::Speed, Run::Long]) {
        let (Some(high), Some(low)) = (peak.kind(run), minutes.kind(run)) else { continue };
        if high < low {
            let (key, other) = (format!("plan.peak.{name}"), format!("runs.minutes.{name}"));
            let message = format!("the peak of {high} minutes is below the {low} of `{other}`");
            clash(
                &key,
                message,
                format!("write {low} or more, or lower `{other}`"),
                &other,
                "where you start",
            );
        }
    }
}

/// Every contradiction within a profile that was not read from a document; the problems have no places.
#[must_use]
pub fn contradictions(profile: &Profile) -> Vec<Problem> {
    find(profile, &Node::empty())
}

/// Where a key of the profile stands; `time.sun` is the key of `[time]` that decides Sunday, of `strength.one_rm` it is the
/// name of an exercise itself. `strength.avoid[1]` is the second item of a list; a value alone is the first.
#[must_use]
pub fn place_of(node: &Node, key: &str) -> Place {
    if let Some(name) = key.strip_prefix("strength.one_rm.") {
        return exercise_place(node, name);
    }
    if let Some((list, at)) = key.strip_suffix(']').and_then(|key| key.split_once('[')) {
        let Some(entry) = node.entry(list) else { return Place::default() };
        let item = match &entry.node.value {
            Value::List(items) => at.parse().ok().and_then(|at: usize| items.get(at)),
            _ => None,
        };
        return item.unwrap_or(&entry.node).place.clone();
    }
    match key.strip_prefix("time.").and_then(Day::parse) {
        Some(day) => time_place(node, day),
        None => place(node, key),
    }
}

/// Where an exercise stands that has a weight, in whatever case.
fn exercise_place(node: &Node, name: &str) -> Place {
    let Some(Value::Table(entries)) = node.entry("strength.one_rm").map(|entry| &entry.node.value) else {
        return Place::default();
    };
    let mut entries = entries.iter().filter(|entry| entry.key.eq_ignore_ascii_case(name));
    entries.next().map_or_else(Place::default, |entry| entry.place.clone())
}

/// Where the value of a key stands.
fn place(node: &Node, key: &str) -> Place {
    node.entry(key).map_or_else(Place::default, |entry| entry.node.place.clone())
}

/// Where a day stands in a day or list of days.
fn item(node: &Node, key: &str, day: Day) -> Place {
    let Some(entry) = node.entry(key) else { return Place::default() };
    let Value::List(items) = &entry.node.value else { return entry.node.place.clone() };
    let is_day = |item: &&Node| matches!(&item.value, Value::Text(text) if Day::meant(text).contains(&day));
    items.iter().find(is_day).unwrap_or(&entry.node).place.clone()
}

/// Where the key of `[time]` stands that decides a day.
fn time_place(node: &Node, day: Day) -> Place {
    let Some(Value::Table(entries)) = node.entry("time").map(|entry| &entry.node.value) else {
        return Place::default();
    };
    entries
        .iter()
        .filter_map(|entry| {
            time_key(&entry.key).filter(|(_, days)| days.contains(day)).map(|(exact, _)| (exact, entry))
        })
        .max_by_key(|(exact, _)| *exact)
        .map_or_else(Place::default, |(_, entry)| entry.node.place.clone())
}
