//! Tables whose keys are days: `runs.minutes`, `strength.at`, `strength.kind`, and with them how any such table is read.

use crate::input::document::{Entry, Node, Value};
use crate::input::reader::{Reader, list};
use crate::input::{Place, Problem};
use crate::profile::runs::Minutes;
use crate::profile::strength_kinds::{KindByDay, Trained};
use crate::profile::value::{KINDS, MINUTES, SECOND_LONG};
use crate::week::day::Day;
use crate::word::{Word, nearest};

/// A table whose keys are days in any spelling, and a few other words.
pub(super) struct DayTable<'w> {
    /// The path of the table.
    pub path: &'static str,
    /// What it holds, to complete "this is text, not …".
    pub holds: &'static str,
    /// How to write it.
    pub hint: &'static str,
    /// The keys, as they are listed to people.
    pub keys: [&'w [&'w str]; 2],
}

/// The days as keys.
pub(super) const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

impl<'w> DayTable<'w> {
    /// Hands each entry to `take` with its key in lower case, a day's as its short name; what is no table or no key of it
    /// is a problem.
    pub fn read(
        &self,
        reader: &mut Reader,
        node: Option<&Node>,
        mut take: impl FnMut(&mut Reader, &'w str, &Entry),
    ) {
        let Some(node) = node else { return };
        let Value::Table(entries) = &node.value else {
            let message = format!("this is {}, not {}", node.kind(), self.holds);
            reader.problems.push(Problem::at(self.path, &node.place, message).hint(self.hint));
            return;
        };
        let mut seen = Vec::new();
        for entry in entries {
            let name = Day::parse(&entry.key).map_or(&*entry.key, |day| day.id());
            let Some(key) = self.keys().find(|key| key.eq_ignore_ascii_case(name)) else {
                reader.problems.push(self.unknown(&entry.key, &entry.place));
                continue;
            };
            // Two spellings of one key; of a kind of run the later one counts.
            if seen.contains(&key) && !KINDS.contains(&key) && key != SECOND_LONG {
                let problem = Problem::at(self.path, &entry.place, format!("`{key}` stands here twice"));
                reader.problems.push(problem.hint("leave one of the two out"));
            }
            seen.push(key);
            take(reader, key, entry);
        }
    }

    fn keys(&self) -> impl Iterator<Item = &'w str> {
        self.keys.into_iter().flatten().copied()
    }

    fn unknown(&self, key: &str, place: &Place) -> Problem {
        let path = self.path;
        let near = nearest(key, self.keys());
        let message = match near {
            Some(near) => format!("`{key}` is not a key of `{path}`; did you mean `{near}`?"),
            None => format!("`{key}` is not a key of `{path}`"),
        };
        let every = || format!("use one of {}", list(self.keys()));
        let hint = near.map_or_else(every, |near| format!("write `{near}`"));
        Problem::at(format!("{path}.{key}"), place, message).hint(hint).mend(near.map(ToOwned::to_owned))
    }
}

const RUN_MINUTES: DayTable<'static> = DayTable {
    path: "runs.minutes",
    holds: "minutes by kind or day",
    hint: "write `minutes = { easy = 40, speed = 50, long = 90 }`",
    keys: [&[KINDS[0], KINDS[1], KINDS[2], SECOND_LONG], &DAYS],
};

/// Run minutes by kind and by day.
pub(super) fn run_minutes(reader: &mut Reader, node: &Node) -> Minutes {
    kind_minutes(&RUN_MINUTES, reader, node)
}

fn kind_minutes(table: &DayTable<'_>, reader: &mut Reader, node: &Node) -> Minutes {
    let mut minutes = Minutes::default();
    table.read(reader, Some(node), |reader, key, entry| {
        let slot = match Day::parse(key) {
            Some(day) => &mut minutes.days[day.index()],
            None if key == "easy" => &mut minutes.easy,
            None if key == "speed" => &mut minutes.speed,
            None if key == SECOND_LONG => &mut minutes.long2,
            None => &mut minutes.long,
        };
        *slot = reader.whole_of(&entry.node, || format!("{}.{}", table.path, entry.key), MINUTES);
    });
    minutes
}

const PEAK: DayTable<'static> = DayTable {
    path: "plan.peak",
    holds: "minutes by kind of run",
    hint: "write `peak = { long = 120 }`",
    keys: [&KINDS, &[]],
};

/// Minutes to grow to, by kind of run.
pub(super) fn peak(reader: &mut Reader, node: &Node) -> Minutes {
    kind_minutes(&PEAK, reader, node)
}

const SECOND_RUNS: DayTable<'static> = DayTable {
    path: "runs.second",
    holds: "minutes by day",
    hint: "write `second = { tue = 25 }`",
    keys: [&DAYS, &[]],
};

/// Minutes of second runs by day, Monday first.
pub(super) fn second_runs(reader: &mut Reader, node: Option<&Node>) -> [Option<u16>; 7] {
    let mut minutes = [None; 7];
    SECOND_RUNS.read(reader, node, |reader, key, entry| {
        if let Some(day) = Day::parse(key) {
            minutes[day.index()] =
                reader.whole_of(&entry.node, || format!("{}.{}", SECOND_RUNS.path, entry.key), MINUTES);
        }
    });
    minutes
}

/// `tue 25, thu 30`; `None` without any.
pub(super) fn by_day_text(minutes: &[Option<u16>; 7]) -> Option<String> {
    let all =
        DAYS.into_iter().zip(minutes).filter_map(|(name, minutes)| Some(format!("{name} {}", (*minutes)?)));
    Some(all.collect::<Vec<_>>().join(", ")).filter(|all| !all.is_empty())
}

/// `easy 40, sun 95`.
pub(super) fn minutes_text(minutes: &Minutes) -> String {
    let kinds = KINDS.into_iter().zip([minutes.easy, minutes.speed, minutes.long]);
    let kinds = kinds.chain([(SECOND_LONG, minutes.long2)]);
    let all = kinds.chain(DAYS.into_iter().zip(minutes.days));
    all.filter_map(|(name, minutes)| Some(format!("{name} {}", minutes?))).collect::<Vec<_>>().join(", ")
}

const PLACES: DayTable<'static> = DayTable {
    path: "strength.at",
    holds: "places by day",
    hint: "write `[strength.at]` and below it `mon = \"gym\"`",
    keys: [&DAYS, &[]],
};

/// The name of the place of each day, Monday first.
pub(super) fn place_names(reader: &mut Reader, node: Option<&Node>) -> [Option<String>; 7] {
    let mut at: [Option<String>; 7] = Default::default();
    PLACES.read(reader, node, |reader, key, entry| {
        if let (Value::Text(text), Some(day)) = (&entry.node.value, Day::parse(key)) {
            at[day.index()] = Some(text.to_string());
        } else {
            let path = format!("strength.at.{}", entry.key);
            let message = format!("this is {}, not the name of a place", entry.node.kind());
            let problem = Problem::at(path, &entry.node.place, message);
            reader.problems.push(problem.hint("write it as `mon = \"gym\"`"));
        }
    });
    at
}

const STRENGTH_KINDS: DayTable<'static> = DayTable {
    path: "strength.kind",
    holds: "kinds of strength by day",
    hint: "write `[strength.kind]` and below it `fri = \"upper\"`",
    keys: [&DAYS, &[]],
};

/// The kind of strength of each day, Monday first.
pub(super) fn strength_kinds(reader: &mut Reader, node: Option<&Node>) -> KindByDay {
    let mut kinds = KindByDay::default();
    STRENGTH_KINDS.read(reader, node, |reader, key, entry| {
        let path = || format!("{}.{}", STRENGTH_KINDS.path, entry.key);
        if let (Some(kind), Some(day)) = (reader.word_of::<Trained>(&entry.node, path), Day::parse(key)) {
            kinds.0[day.index()] = Some(kind.into());
        }
    });
    kinds
}
