//! The `[time]` table: windows, minutes or "off", by day or by kind of day.

use crate::input::Problem;
use crate::input::document::{Entry, Node, Value};
use crate::input::reader::Reader;
use crate::profile::by_day::{DAYS, DayTable};
use crate::profile::value::MINUTES;
use crate::week::day::{Day, Days};
use crate::week::hours::{Time, Window, hh_mm};
use crate::word::Word as _;

/// Keys of `[time]` that name several days, the least exact last.
pub const GROUPS: [&str; 3] = ["weekday", "weekend", "every-day"];
/// The form of a window, for who only looks at forms: that it ends after it starts, the reader sees to.
pub const WINDOW: &str = concat!(
    r"^\s*0*(([01]?[0-9]|2[0-3]):[0-5][0-9]|24:00)\s*[-–—]",
    r"\s*0*(([01]?[0-9]|2[0-3]):[0-5][0-9]|24:00)\s*$"
);

/// Which days a key of `[time]` names, and how exact it is (the more exact key wins).
pub(super) fn time_key(key: &str) -> Option<(u8, Days)> {
    let weekday =
        |weekday: bool| Day::ALL.iter().copied().filter(|day| (*day < Day::Sat) == weekday).collect();
    match key.to_ascii_lowercase().as_str() {
        "every-day" => Some((0, Days::ALL)),
        "weekday" => Some((1, weekday(true))),
        "weekend" => Some((1, weekday(false))),
        key => Day::parse(key).map(|day| (2, std::iter::once(day).collect())),
    }
}

const TIME: DayTable<'static> = DayTable {
    path: "time",
    holds: "a table of days",
    hint: "write `[time]` and below it `weekday = 60`",
    keys: [&DAYS, &GROUPS],
};

/// The time of each day, Monday first. `words` are the keys that a rota adds; their time is read with it.
pub(super) fn times(reader: &mut Reader, node: Option<&Node>, words: &[&str]) -> [Option<Time>; 7] {
    let mut times: [Option<Time>; 7] = Default::default();
    let mut exact = [0; 7];
    let others = [&GROUPS, words].concat();
    DayTable { keys: [&DAYS, &others], ..TIME }.read(reader, node, |reader, key, entry| {
        let Some((exactness, days)) = time_key(key) else { return };
        let Some(time) = day_time(reader, entry) else { return };
        for day in days.iter().map(Day::index) {
            if times[day].is_none() || exactness > exact[day] {
                times[day] = Some(time.clone());
                exact[day] = exactness;
            }
        }
    });
    times
}

/// The time that a key of `[time]` gives.
pub(super) fn day_time(reader: &mut Reader, entry: &Entry) -> Option<Time> {
    const FORMS: &str = "write windows such as [\"06:30-07:45\"], minutes from 1 to 600, or \"off\"";
    let node = &entry.node;
    let path = || format!("time.{}", entry.key);
    match &node.value {
        Value::Text(text) if text.eq_ignore_ascii_case("off") => Some(Time::Off),
        Value::Text(_) => windows(reader, std::slice::from_ref(node), path),
        Value::List(items) if items.is_empty() => {
            let problem = Problem::at(path(), &node.place, "an empty list leaves no time");
            reader.problems.push(problem.hint("write \"off\" for a day without training"));
            None
        }
        Value::List(items) => windows(reader, items, path),
        Value::Whole(0) => {
            let problem = Problem::at(path(), &node.place, "`0` minutes are no time");
            reader
                .problems
                .push(problem.hint("write \"off\" for a day without training, or minutes from 1 to 600"));
            None
        }
        Value::Whole(_) => reader.whole_of(node, path, MINUTES).map(Time::Minutes),
        Value::Number(number) if number.fract() == 0.0 => {
            reader.whole_of(node, path, MINUTES).map(Time::Minutes)
        }
        _ => {
            let problem =
                Problem::at(path(), &node.place, format!("this is {}, not the time of a day", node.kind()));
            reader.problems.push(problem.hint(FORMS));
            None
        }
    }
}

fn windows(reader: &mut Reader, items: &[Node], path: impl Fn() -> String) -> Option<Time> {
    let before = reader.problems.len();
    let mut windows: Vec<(Window, &Node)> = Vec::with_capacity(items.len());
    for item in items {
        let read = match &item.value {
            Value::Text(text) => window(text),
            _ => Err((format!("this is {}, not a window", item.kind()), FORM)),
        };
        match read {
            Ok(window) => windows.push((window, item)),
            Err((message, hint)) => {
                reader.problems.push(Problem::at(path(), &item.place, message).hint(hint));
            }
        }
    }
    windows.sort_by_key(|(window, _)| window.from);
    for pair in windows.windows(2) {
        let ((first, first_node), (second, second_node)) = (pair[0], pair[1]);
        if second.from < first.to {
            let message = format!(
                "this window starts at {}, before the one until {} ends",
                hh_mm(second.from),
                hh_mm(first.to)
            );
            reader.problems.push(
                Problem::at(path(), &second_node.place, message)
                    .hint("make one window of the two, or move one")
                    .and(path(), &first_node.place, "overlaps this one"),
            );
        }
    }
    (reader.problems.len() == before)
        .then(|| Time::Windows(windows.into_iter().map(|(window, _)| window).collect()))
}

/// The time of a day as people read it: `any`, `off`, minutes or windows.
#[must_use]
pub fn time_text(time: &Time) -> String {
    match time {
        Time::Any => "any".to_owned(),
        Time::Off => "off".to_owned(),
        Time::Minutes(minutes) => minutes.to_string(),
        Time::Windows(windows) => {
            let window = |window: &Window| format!("{}-{}", hh_mm(window.from), hh_mm(window.to));
            windows.iter().map(window).collect::<Vec<_>>().join(", ")
        }
    }
}

const FORM: &str = "write HH:MM-HH:MM, such as \"06:30-07:45\", or \"off\" for the whole day";

/// A window as `HH:MM-HH:MM`; else what is wrong with it, and what to do.
pub(crate) fn window(text: &str) -> Result<Window, (String, &'static str)> {
    // Phones and word processors turn the hyphen into a dash.
    let ends = text.split(['-', '–', '—']).map(|end| minutes_of_day(end.trim())).collect::<Option<Vec<_>>>();
    let Some([from, to]) = ends.as_deref() else { return Err((format!("`{text}` is not a window"), FORM)) };
    if from == to {
        return Err((format!("the window `{text}` is empty"), "end it after it starts"));
    }
    if from > to {
        return Err((
            format!("the window `{text}` runs backward"),
            "end it after it starts; past midnight, write one window for each day",
        ));
    }
    Ok(Window { from: *from, to: *to })
}

fn minutes_of_day(text: &str) -> Option<u16> {
    let (hours, minutes) = text.split_once(':')?;
    let number = |text: &str| text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse::<u16>().ok())?;
    let (hours, minutes) = (number(hours)?, number(minutes).filter(|_| minutes.len() == 2)?);
    (minutes < 60 && (hours < 24 || hours == 24 && minutes == 0)).then(|| hours * 60 + minutes)
}
