//! How `[[fixed]]` is read: each session with every problem in it, then what two of them say against each other.

use crate::input::Problem;
use crate::input::document::{Node, Value};
use crate::input::reader::{Reader, Table, list};
use crate::profile::fixed::{
    CountsAs, EFFORT, FIXED_EVERY, FIXED_KEYS, FIXED_NAME, FIXED_SESSIONS, Fixed, LegLoad,
};
use crate::profile::known_sports::{KNOWN_SPORTS, KnownSport};
use crate::profile::tables::{Tables, name, needed};
use crate::profile::value::MINUTES;
use crate::week::day::{Day, Days};
use crate::word::Word as _;
use chrono::{Duration, NaiveDate, NaiveTime, Timelike as _};

const FIXED: Tables = Tables {
    path: "fixed",
    one: "a fixed session",
    several: "fixed sessions",
    write: "write `[[fixed]]` and below it `name = \"football\"` and `days = \"fri\"`",
    inline: "write it as `{ name = \"football\", days = \"fri\" }`",
    most: FIXED_SESSIONS,
    over: "one with several days counts once",
};
/// Days after which two sessions have met where they ever do: the weeks of two that come every few weeks, and one more.
const MEETING_DAYS: i64 = 7 * 57;

/// The fixed sessions, in the order in which they are written.
pub(super) fn fixed_sessions(reader: &mut Reader, node: Option<&Node>) -> Vec<Fixed> {
    let sessions = FIXED.read(reader, node, fixed_session);
    for (at, session) in sessions.iter().enumerate() {
        let mut before = sessions[..at].iter();
        let met = before.find_map(|early| Some((meeting(&early.value, &session.value)?, early)));
        if let Some((date, early)) = met {
            let message = format!("`{}` stands twice on {date}", session.value.name);
            reader.problems.push(
                Problem::at(&session.path, session.place, message)
                    .hint("leave one of the two out, or mend days or dates; two of a day have two names")
                    .and(&early.path, early.place, "it stands there by this"),
            );
        }
    }
    sessions.into_iter().map(|item| item.value).collect()
}

/// Where two sessions of one name meet, in words: their first common day, with its date where it has one; `None` where they never do.
fn meeting(one: &Fixed, other: &Fixed) -> Option<String> {
    if one.name.to_lowercase() != other.name.to_lowercase() {
        return None;
    }
    let shared = Day::ALL.iter().copied().find(|day| one.days.contains(*day) && other.days.contains(*day))?;
    let Some(from) = one.from.max(other.from) else { return Some(shared.name().to_owned()) };
    let both = |date: &NaiveDate| one.holds(*date) && other.holds(*date);
    let dates = (0..MEETING_DAYS).filter_map(|days| from.checked_add_signed(Duration::days(days)));
    { dates }.find(both).map(|date| date.to_string())
}

/// One fixed session; `None` where it has a problem.
fn fixed_session(reader: &mut Reader, path: &str, item: &Node) -> Option<Fixed> {
    let before = reader.problems.len();
    let table = reader.table(Some(item), path, &FIXED_KEYS);
    needed(reader, &table, item, "name", "write what it is, such as `name = \"football\"`");
    needed(reader, &table, item, "days", "write its days, such as `days = [\"tue\", \"fri\"]`");
    let name = name(reader, &table, FIXED_NAME, "football");
    let days = days(reader, &table);
    let minutes = reader.whole::<u16>(&table, "minutes", MINUTES);
    let at = start(reader, &table);
    let legs = reader.word::<LegLoad>(&table, "legs");
    let counts = reader.word::<CountsAs>(&table, "counts");
    let rest = reader.yes(&table, "rest");
    let (from, until) = (reader.date(&table, "from"), reader.date(&table, "until"));
    let every = reader.whole::<u8>(&table, "every", FIXED_EVERY);
    let effort = reader.whole::<u8>(&table, "effort", EFFORT);
    let known = name.as_deref().and_then(KnownSport::find);
    if let (Some(name), None) = (&name, known) {
        says_itself(reader, &table, item, name);
    }
    let by_name = |legs: &LegLoad| known.filter(|sport| sport.legs == *legs);
    let load = legs.or(known.map(|sport| sport.legs));
    let rest_by_name = load.as_ref().and_then(by_name).is_some_and(|sport| sport.rest);
    dates(reader, &table, [from, until], every);
    restful_and_hard(reader, &table, item, rest, load);
    let sound = reader.problems.len() == before;
    let (name, days, load) = (name?, days?, load?);
    let fixed = Fixed {
        minutes: minutes.or(known.map(|sport| sport.minutes))?,
        counts: counts.or(known.map(|sport| sport.counts)).unwrap_or(CountsAs::Nothing),
        rest: rest.unwrap_or(rest_by_name),
        effort: effort.or(by_name(&load).map(|sport| sport.effort)).unwrap_or(load.effort()),
        every: every.unwrap_or(1),
        legs: load,
        name,
        days,
        at,
        from,
        until,
    };
    sound.then_some(fixed)
}

/// The days: one at least.
fn days(reader: &mut Reader, table: &Table<'_>) -> Option<Days> {
    let before = reader.problems.len();
    let days: Days = reader.words::<Day>(table, "days")?.into_iter().collect();
    if !days.is_empty() {
        return Some(days);
    }
    if let Some(node) = table.get("days").filter(|_| reader.problems.len() == before) {
        let problem = Problem::at(table.path("days"), &node.place, "a fixed session without days");
        reader.problems.push(problem.hint("name a day, such as `days = \"fri\"`, or leave the session out"));
    }
    None
}

/// When it starts, in minutes after midnight.
fn start(reader: &mut Reader, table: &Table<'_>) -> Option<u16> {
    let node = table.get("at")?;
    // A time of TOML has seconds, or is text too.
    let text = match &node.value {
        Value::Text(text) | Value::Other(text) => text.trim().to_owned(),
        _ => String::new(),
    };
    let read = |form: &str| NaiveTime::parse_from_str(&text, form).ok();
    let time = read("%H:%M").or_else(|| read("%H:%M:%S")).filter(|time| time.second() == 0);
    let Some(time) = time else {
        let message = match &node.value {
            Value::Text(text) | Value::Other(text) => format!("`{text}` is not a time of the day"),
            _ => format!("this is {}, not a time of the day", node.kind()),
        };
        let problem = Problem::at(table.path("at"), &node.place, message);
        reader.problems.push(problem.hint("write it as HH:MM, such as `at = \"19:00\"`"));
        return None;
    };
    u16::try_from(time.hour() * 60 + time.minute()).ok()
}

/// What a session under a name that nobody knows has to say itself.
fn says_itself(reader: &mut Reader, table: &Table<'_>, item: &Node, name: &str) {
    let place = table.get("name").map_or_else(|| item.place.clone(), |node| node.place.clone());
    let meant = match KnownSport::near(name) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("known are {}", list(KNOWN_SPORTS.iter().map(|sport| sport.name))),
    };
    for (key, write) in [
        ("legs", "`legs = \"none\"`, `\"easy\"` or `\"hard\"` (tired the day after)"),
        ("minutes", "how long it takes, such as `minutes = 60`"),
    ] {
        let path = table.path(key);
        if table.get(key).is_none() && !reader.problems.iter().any(|problem| problem.is_about(&path)) {
            let message = format!("nothing is known of `{name}`, and `{path}` is missing");
            reader.problems.push(Problem::at(path, &place, message).hint(format!("write {write}; {meant}")));
        }
    }
}

/// Its dates are in order, and every second week has a first one.
fn dates(reader: &mut Reader, table: &Table<'_>, [from, until]: [Option<NaiveDate>; 2], every: Option<u8>) {
    if let (Some(first), Some(last), Some(node), Some(begin)) =
        (from, until, table.get("until"), table.get("from"))
        && last < first
    {
        let message = format!("it ends on {last}, before it begins");
        reader.problems.push(
            Problem::at(table.path("until"), &node.place, message).hint("swap the two, or mend one").and(
                table.path("from"),
                &begin.place,
                "it begins here",
            ),
        );
    }
    if let (Some(2..), Some(node), None) = (every, table.get("every"), table.get("from")) {
        let message = "nobody knows which week is the first";
        let hint = format!("add `{}`, any day of a week in which it is", table.path("from"));
        reader.problems.push(Problem::at(table.path("every"), &node.place, message).hint(hint));
    }
}

/// A day after which the legs are tired is no rest day.
fn restful_and_hard(
    reader: &mut Reader,
    table: &Table<'_>,
    item: &Node,
    rest: Option<bool>,
    legs: Option<LegLoad>,
) {
    let (Some(true), Some(LegLoad::Hard), Some(node)) = (rest, legs, table.get("rest")) else { return };
    let (own, label) = if table.get("legs").is_some() {
        ("legs", "hard on the legs by this")
    } else {
        ("name", "hard on the legs by its name")
    };
    let place = table.get(own).map_or_else(|| item.place.clone(), |node| node.place.clone());
    let message = "a day that is hard on the legs is no rest day";
    reader.problems.push(
        Problem::at(table.path("rest"), &node.place, message)
            .hint("leave `rest` out, or write `legs = \"easy\"`")
            .and(table.path(own), &place, label),
    );
}
