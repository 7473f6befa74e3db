//! `[[off]]`: times without training.

use crate::input::Problem;
use crate::input::document::Node;
use crate::input::reader::{Reader, Table};
use crate::profile::tables::{Tables, needed};
use crate::word::words;
use chrono::{Duration, NaiveDate};

/// Its keys.
pub const OFF_KEYS: [&str; 3] = ["from", "to", "why"];
/// Times off at most.
pub const OFF_TIMES: usize = 100;
/// Days of a time off at most.
const DAYS: i64 = 366;

const OFF: Tables = Tables {
    path: "off",
    one: "a time off",
    several: "times off",
    write: "write `[[off]]` and below it `from = 2026-12-20` and `to = 2026-12-27`",
    inline: "write it as `{ from = 2026-12-20, to = 2026-12-27 }`",
    most: OFF_TIMES,
    over: "those that are long over can go",
};

/// A time without training.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Off {
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
    /// Why, where the runner says it.
    pub why: Option<Why>,
}

words! {
    /// Why there is no training.
    Why("reason") {
        /// Ill.
        Ill = "ill",
        /// Injured.
        Injured = "injured",
        /// Away.
        Away = "away",
    }
}

impl Why {
    /// What is so on a day off, for the runner; without a reason the day is off.
    #[must_use]
    pub const fn told(why: Option<Self>) -> &'static str {
        match why {
            Some(Self::Ill) => "you are ill",
            Some(Self::Injured) => "you are injured",
            Some(Self::Away) => "you are away",
            None => "the day is off",
        }
    }
}

impl Off {
    /// How many days it has.
    #[must_use]
    pub fn days(&self) -> i64 {
        (self.to - self.from).num_days() + 1
    }

    /// Whether a date is one of its days.
    #[must_use]
    pub fn holds(&self, date: NaiveDate) -> bool {
        (self.from..=self.to).contains(&date)
    }
}

impl std::fmt::Display for Off {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.from.fmt(f)?;
        if self.to != self.from {
            write!(f, " to {}", self.to)?;
        }
        self.why.map_or(Ok(()), |why| write!(f, " ({why})"))
    }
}

/// The times off, in order.
pub(super) fn times_off(reader: &mut Reader, node: Option<&Node>) -> Vec<Off> {
    let items = OFF.read(reader, node, time_off);
    let mut times: Vec<_> = items.iter().enumerate().map(|(at, item)| (item.value, at)).collect();
    times.sort();
    for pair in times.windows(2) {
        let [(before, first), (off, second)] = [pair[0], pair[1]];
        if off.from <= before.to {
            // The one that is written later is the one to mend.
            let [early, late] = if first < second { [first, second] } else { [second, first] };
            let message = format!("{} is off twice", off.from);
            reader.problems.push(
                Problem::at(&items[late].path, items[late].place, message)
                    .hint("leave one of the two out, or mend their dates")
                    .and(&items[early].path, items[early].place, "off here too"),
            );
        }
    }
    times.into_iter().map(|(off, _)| off).collect()
}

/// One time off; `None` where it has a problem.
fn time_off(reader: &mut Reader, path: &str, item: &Node) -> Option<Off> {
    let table = reader.table(Some(item), path, &OFF_KEYS);
    needed(reader, &table, item, "from", "write the first day off, such as `from = 2026-12-20`");
    let (from, to) = (reader.date(&table, "from"), reader.date(&table, "to"));
    let why = reader.word(&table, "why");
    let from = from?;
    if table.get("to").is_some() && to.is_none() {
        return None;
    }
    let off = Off { from, to: to.unwrap_or(from), why };
    length(reader, &table, off).then_some(off)
}

/// Whether a time off ends after it begins, and in time.
fn length(reader: &mut Reader, table: &Table<'_>, off: Off) -> bool {
    let days = off.days();
    if (1..=DAYS).contains(&days) {
        return true;
    }
    let (Some(from), Some(to)) = (table.get("from"), table.get("to")) else { return true };
    let (message, hint) = if days < 1 {
        (format!("the time off ends on {}, before it begins", off.to), "swap the two, or mend one".to_owned())
    } else {
        let last = off.from.checked_add_signed(Duration::days(DAYS - 1)).unwrap_or(off.to);
        (format!("the time off has {days} days"), format!("end it by {last}: {DAYS} days at most"))
    };
    reader.problems.push(Problem::at(table.path("to"), &to.place, message).hint(hint).and(
        table.path("from"),
        &from.place,
        "it begins here",
    ));
    false
}
