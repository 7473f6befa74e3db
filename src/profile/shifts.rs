//! `[shifts]`: a rota, whose words are keys of `[time]` beside those of the week.

use crate::input::Problem;
use crate::input::document::{Entry, Node, Value};
use crate::input::reader::Reader;
use crate::profile::rota::{Shift, Shifts};
use crate::profile::time::{day_time, time_key};
use crate::profile::value::Profile;
use crate::week::day::{Day, Days};
use crate::week::hours::Time;
use crate::word::{Word as _, nearest};
use chrono::{Days as DateDays, NaiveDate};
use std::borrow::Cow;
use std::ops::RangeInclusive;

/// Days that a rota may have before it begins again.
pub const ROTA_DAYS: RangeInclusive<i64> = 2..=56;
/// The form of a word of a rota; a day, a group of days and `off` are none all the same.
pub const SHIFT_WORD: &str = "^[a-z0-9-]{1,30}$";
/// Letters of a word at most.
const LETTERS: usize = 30;
const PATTERN: &str = "shifts.pattern";

impl Profile {
    /// The shift of a day of the week from a Monday; `None` where there is no rota.
    #[must_use]
    pub fn shift(&self, monday: NaiveDate, day: Day) -> Option<&Shift> {
        let date = monday.checked_add_days(DateDays::new(day.index() as u64)).unwrap_or(NaiveDate::MAX);
        self.shifts.as_ref()?.on(date)
    }

    /// The time of each day of the week from a Monday: that of the shift of its date, else that of the weekday.
    #[must_use]
    pub fn time_of(&self, monday: NaiveDate) -> Cow<'_, [Option<Time>; 7]> {
        if self.shifts.is_none() {
            return Cow::Borrowed(&self.time);
        }
        Cow::Owned(std::array::from_fn(|day| {
            let shift = self.shift(monday, Day::of(day));
            shift.map_or_else(|| self.time[day].clone(), |shift| Some(shift.time.clone()))
        }))
    }

    /// Takes out what makes a week other than usual: times off, the rota, and races on the way.
    pub(crate) fn forget_dates(&mut self) {
        (self.off, self.shifts, self.races) = (Vec::new(), None, Vec::new());
    }

    /// Whether its weeks differ by their dates alone: there are times off, a rota, fixed sessions, or races on the way.
    pub(crate) fn goes_by_date(&self) -> bool {
        !self.off.is_empty() || self.shifts.is_some() || !self.fixed.is_empty() || !self.races.is_empty()
    }

    /// The days of the week from a Monday that a time off or a shift leaves no time on.
    pub(crate) fn lost_by_date(&self, monday: NaiveDate) -> Days {
        let off = self.days_off(monday);
        let worked = |day| self.shift(monday, day).is_some_and(|shift| shift.time == Time::Off);
        Day::ALL.iter().copied().filter(|day| off.contains(*day) || worked(*day)).collect()
    }

    /// Lets one day of the week from a Monday be free for training, whatever the weekday and the rota say; a rota is that
    /// of this week alone from then on.
    pub(crate) fn free(&mut self, monday: NaiveDate, day: Day) {
        self.time[day.index()] = None;
        let mut week: Vec<_> = Day::ALL.iter().filter_map(|day| self.shift(monday, *day).cloned()).collect();
        if let (Some(shifts), Some(shift)) = (&mut self.shifts, week.get_mut(day.index())) {
            shift.time = Time::Any;
            *shifts = Shifts { start: monday, pattern: week };
        }
    }

    /// Gives every day with the shift of a word so much time.
    pub(crate) fn give_shift(&mut self, word: &str, time: &Time) {
        let days = self.shifts.iter_mut().flat_map(|shifts| &mut shifts.pattern);
        days.filter(|shift| shift.word == word).for_each(|shift| shift.time = time.clone());
    }
}

/// The keys that a rota adds to `[time]`: the words of its pattern; where that cannot be read, whatever could be one.
pub(super) fn keys<'n>(shifts: Option<&'n Node>, time: Option<&'n Node>) -> Vec<&'n str> {
    let Some(shifts) = shifts else { return Vec::new() };
    let named = words(shifts.entry("pattern").map(|entry| &entry.node));
    match time.map(|time| &time.value) {
        Some(Value::Table(entries)) if named.is_empty() => {
            entries.iter().map(|entry| &*entry.key).filter(|key| fault(key).is_none()).collect()
        }
        _ => named,
    }
}

/// The texts of a list that can be words of a rota, as they stand there.
fn words<'n>(pattern: Option<&'n Node>) -> Vec<&'n str> {
    let Some(Node { value: Value::List(items), .. }) = pattern else { return Vec::new() };
    let mut words = Vec::new();
    for item in items {
        match &item.value {
            Value::Text(text) if fault(text).is_none() && !words.contains(&&**text) => words.push(&**text),
            _ => {}
        }
    }
    words
}

/// What keeps a text from being a word of a rota, and what to do.
fn fault(text: &str) -> Option<(String, &'static str)> {
    const OWN: &str = "choose a word of your own, such as `early`";
    let form = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if text.eq_ignore_ascii_case("off") {
        let message = format!("`{text}` is no word for a shift: in `[time]` it means no training");
        return Some((
            message,
            "choose another word for a day off work, such as `free`, and add `free = 600` to `[time]`",
        ));
    }
    if Day::parse(text).is_some() {
        return Some((format!("`{text}` is no word for a shift: it is a day of the week"), OWN));
    }
    if time_key(text).is_some() {
        return Some((format!("`{text}` is no word for a shift: it names days of the week"), OWN));
    }
    if text.is_empty() || text.len() > LETTERS || !text.chars().all(form) {
        let message = format!("`{text}` is no word for a shift");
        return Some((
            message,
            "write it with small letters, digits and hyphens, at most 30, such as `early`",
        ));
    }
    None
}

/// The words of a rota, day by day; `None` where something is wrong with them.
pub(super) fn pattern(reader: &mut Reader, node: Option<&Node>) -> Option<Vec<Shift>> {
    const FORM: &str =
        "write it as `pattern = [\"early\", \"early\", \"late\", \"late\", \"night\", \"night\"]`";
    let node = node?;
    let Value::List(items) = &node.value else {
        let message = format!("this is {}, not a list of shifts", node.kind());
        reader.problems.push(Problem::at(PATTERN, &node.place, message).hint(FORM));
        return None;
    };
    let before = reader.problems.len();
    if !i64::try_from(items.len()).is_ok_and(|days| ROTA_DAYS.contains(&days)) {
        let message = match items.len() {
            0 => "an empty list is no rota".to_owned(),
            1 => "a rota of 1 day is no rota".to_owned(),
            days => format!("the rota has {days} days"),
        };
        let hint =
            format!("name {} to {} days, after which it begins again", ROTA_DAYS.start(), ROTA_DAYS.end());
        reader.problems.push(Problem::at(PATTERN, &node.place, message).hint(hint));
    }
    let mut shifts = Vec::with_capacity(items.len());
    for (at, item) in items.iter().enumerate() {
        let told = match &item.value {
            Value::Text(text) => match fault(text) {
                None => {
                    shifts.push(Shift { word: text.to_string(), time: Time::Any });
                    continue;
                }
                Some(told) => told,
            },
            _ => (
                format!("this is {}, not a word for a shift", item.kind()),
                "write it in quotes, such as `\"early\"`",
            ),
        };
        reader.problems.push(Problem::at(format!("{PATTERN}[{at}]"), &item.place, told.0).hint(told.1));
    }
    (reader.problems.len() == before).then_some(shifts)
}

/// Gives the shifts their time out of `[time]`; what of a rota is missing is a problem where it is `needed`.
pub(super) fn shift_times(reader: &mut Reader, node: &Node, shifts: &mut Option<Shifts>, needed: bool) {
    let Some(table) = node.entry("shifts").map(|entry| &entry.node) else { return };
    if needed && matches!(table.value, Value::Table(_)) {
        for (key, hint) in [
            ("start", "write a day on which the rota begins, such as `start = 2026-11-30`"),
            (
                "pattern",
                "write the rota day by day, such as `pattern = [\"early\", \"late\", \"night\", \"free\"]`",
            ),
        ] {
            let path = format!("shifts.{key}");
            if table.entry(key).is_none() && !reader.problems.iter().any(|problem| problem.is_about(&path)) {
                reader.missing(table, &path, hint);
            }
        }
    }
    let list = table.entry("pattern").map(|entry| &entry.node);
    let entries = match node.entry("time").map(|entry| &entry.node.value) {
        Some(Value::Table(entries)) => entries.as_slice(),
        Some(_) => return, // already reported as no table
        None => &[],
    };
    for word in words(list) {
        let named = entries.iter().find(|entry| entry.key.eq_ignore_ascii_case(word));
        match named {
            Some(entry) => {
                let time = day_time(reader, entry).unwrap_or_default();
                let days = shifts.iter_mut().flat_map(|shifts| &mut shifts.pattern);
                days.filter(|shift| shift.word == word).for_each(|shift| shift.time = time.clone());
            }
            None if needed => reader.problems.push(without_time(word, list, entries)),
            None => {}
        }
    }
}

/// The problem of a word that `[time]` does not have.
fn without_time(word: &str, list: Option<&Node>, entries: &[Entry]) -> Problem {
    let items = match list {
        Some(Node { value: Value::List(items), .. }) => items.as_slice(),
        _ => &[],
    };
    let is_it = |item: &Node| matches!(&item.value, Value::Text(text) if *text == word);
    let at = items.iter().position(is_it).unwrap_or(0);
    let place = items.get(at).map(|item| item.place.clone()).unwrap_or_default();
    let own = entries.iter().filter(|entry| time_key(&entry.key).is_none());
    let path = format!("{PATTERN}[{at}]");
    match nearest(word, own.clone().map(|entry| &*entry.key)) {
        Some(near) => {
            let message = format!("`{word}` is not a key of `[time]`; did you mean `{near}`?");
            let problem = Problem::at(path, &place, message)
                .hint(format!("write `{near}`, or add `{word}` to `[time]`"));
            let there = own.clone().find(|entry| entry.key == near);
            let there = there.map(|entry| entry.place.clone()).unwrap_or_default();
            problem.and(format!("time.{near}"), &there, "the key that is there")
        }
        None => Problem::at(path, &place, format!("`{word}` is not a key of `[time]`"))
            .hint(format!("add `{word} = [\"15:00-18:00\"]`, minutes or `{word} = \"off\"` to `[time]`")),
    }
}
