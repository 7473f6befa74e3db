//! A fixed session in a week of this program.

use crate::input::Problem;
use crate::input::document::Value;
use crate::input::reader::{Reader, Table};
use crate::profile::{CountsAs, Fixed, LegLoad};
use crate::week::day::Days;
use chrono::{NaiveTime, Timelike as _};

/// A fixed session of the runner's, of no date yet; `None` without a name.
pub(super) fn session(reader: &mut Reader, session: &Table<'_>, minutes: Option<u16>) -> Option<Fixed> {
    let name = reader.text(session, "name");
    if session.get("name").is_none() {
        let place = session.get("kind").map(|node| node.place.clone()).unwrap_or_default();
        let path = session.path("name");
        let problem = Problem::at(&path, &place, format!("`{path}` is missing"));
        reader.problems.push(problem.hint("write what it is, such as `\"name\": \"football\"`"));
    }
    let legs = reader.word::<LegLoad>(session, "legs").unwrap_or(LegLoad::None);
    let counts = reader.word::<CountsAs>(session, "counts").unwrap_or(CountsAs::Nothing);
    let rest = reader.yes(session, "restful").unwrap_or(false);
    // Whether it is a time of the day is looked at with the other starts.
    let start = match session.get("start").map(|node| &node.value) {
        Some(Value::Text(text)) => NaiveTime::parse_from_str(text, "%H:%M").ok(),
        _ => None,
    };
    let rpe = session.get("rpe").is_some().then(|| reader.whole::<u8>(session, "rpe", 0..=10)).flatten();
    Some(Fixed {
        name: name?,
        days: Days::NONE,
        minutes: minutes.unwrap_or(0),
        at: start.and_then(|start| u16::try_from(start.hour() * 60 + start.minute()).ok()),
        legs,
        counts,
        rest,
        from: None,
        until: None,
        every: 1,
        effort: rpe.unwrap_or(legs.effort()),
    })
}
