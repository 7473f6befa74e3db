//! The fields of a profile by their types: how each is read, taken out and shown.

use crate::input::Problem;
use crate::input::document::Value as Written;
use crate::input::reader::{Reader, Table};
use crate::profile::by_day::{
    by_day_text, minutes_text, peak, place_names, run_minutes, second_runs, strength_kinds,
};
use crate::profile::fixed::Fixed;
use crate::profile::fixed_reader::fixed_sessions;
use crate::profile::health::{Pain, pain};
use crate::profile::key::{Field, Key, Takes};
use crate::profile::off::{Off, times_off};
use crate::profile::one_rm::{OneRm, one_rms};
use crate::profile::places::places;
use crate::profile::rota::Shifts;
use crate::profile::runs::{Minutes, Speed};
use crate::profile::shifts::{keys, pattern};
use crate::profile::strength_kinds::KindByDay;
use crate::profile::time::times;
use crate::profile::tune_up::TuneUp;
use crate::profile::tune_ups::tune_ups;
use crate::profile::value::{Cutback, Place};
use crate::week::day::{Day, Days};
use crate::week::hours::Time;
use crate::week::race::Race;
use crate::week::session::{Keep, Run};
use crate::word::Word;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The access to the field at a path of a profile, such as `field!(strength.legs_max)`.
macro_rules! field {
    ($($path:ident).+) => {
        Field {
            read: |profile, reader, table, key| profile.$($path).+ = Value::read(reader, table, key),
            clear: |profile| profile.$($path).+ = Default::default(),
            shown: |profile| Value::shown(&profile.$($path).+),
        }
    };
}
pub(super) use field;

/// A type that a field of a profile can have.
pub(super) trait Value {
    /// The value that a table gives under a key, or that of a profile which does not say it.
    fn read(reader: &mut Reader, table: &Table<'_>, key: &Key) -> Self;
    /// The value for people; `None` where it is not given.
    fn shown(&self) -> Option<String>;
}

/// Makes fields of types: how each is read, and how it is shown.
macro_rules! values {
    ($($type:ty $(where $word:ident)? { $read:expr, $shown:expr })+) => {$(
        impl $(<$word: Word>)? Value for $type {
            fn read(reader: &mut Reader, table: &Table<'_>, key: &Key) -> Self {
                let read: fn(&mut Reader, &Table<'_>, &Key) -> Self = $read;
                read(reader, table, key)
            }

            fn shown(&self) -> Option<String> {
                let shown: fn(&Self) -> Option<String> = $shown;
                shown(self)
            }
        }
    )+};
}

values! {
    Option<String> { |reader, table, key| reader.text(table, key.name), Clone::clone }
    Option<bool> { |reader, table, key| reader.yes(table, key.name), |yes| yes.map(|yes| yes.to_string()) }
    Option<Pain> {
        |reader, table, key| pain(reader, table.get(key.name)?, key.path),
        |pain| pain.map(|pain| pain.to_string())
    }
    Option<u8> { whole, |number| number.map(|number| number.to_string()) }
    Option<u16> { whole, |number| number.map(|number| number.to_string()) }
    Option<Keep> {
        |reader, table, key| whole_or(reader, table, key, Keep::Days, Keep::All),
        |keep| keep.map(|keep| keep.to_string())
    }
    Option<Cutback> {
        |reader, table, key| whole_or(reader, table, key, Cutback::Every, Cutback::Off),
        |cutback| cutback.map(|cutback| cutback.to_string())
    }
    Option<NaiveDate> { |reader, table, key| reader.date(table, key.name), |date| date.map(|date| date.to_string()) }
    Option<W> where W {
        |reader, table, key| reader.word(table, key.name),
        |word| word.map(|word| word.id().to_owned())
    }
    Option<Vec<W>> where W {
        |reader, table, key| reader.words(table, key.name),
        |words| words.as_ref().map(|words| listed(words.iter().copied()))
    }
    Option<Vec<String>> { ids, |ids| ids.as_ref().map(|ids| ids.join(", ")) }
    Option<Days> {
        |reader, table, key| Some(reader.words(table, key.name)?.into_iter().collect()),
        |days| days.map(|days| listed(days.iter()))
    }
    Days {
        |reader, table, key| Option::read(reader, table, key).unwrap_or_default(),
        |days| (!days.is_empty()).then(|| listed(days.iter()))
    }
    Option<Speed> {
        |reader, table, key| match table.get(key.name)?.value {
            Written::Whole(_) | Written::Number(_) => whole(reader, table, key).map(Speed::Runs),
            _ => Option::read(reader, table, key).map(Speed::Days),
        },
        // An empty list is as good as none.
        |speed| match speed.as_ref()? {
            Speed::Days(days) => days.shown(),
            Speed::Runs(runs) => Some(runs.to_string()),
        }
    }
    Option<Minutes> {
        |reader, table, key| {
            let read = if matches!(key.takes, Takes::Peak(_)) { peak } else { run_minutes };
            table.get(key.name).map(|node| read(reader, node))
        },
        |minutes| minutes.map(|minutes| minutes_text(&minutes))
    }
    Vec<Off> {
        |reader, table, key| times_off(reader, table.get(key.name)),
        |off| {
            let each = off.iter().map(ToString::to_string).collect::<Vec<_>>();
            (!each.is_empty()).then(|| each.join(", "))
        }
    }
    Vec<Fixed> {
        |reader, table, key| fixed_sessions(reader, table.get(key.name)),
        |fixed| {
            let each = fixed.iter().map(ToString::to_string).collect::<Vec<_>>();
            (!each.is_empty()).then(|| each.join(", "))
        }
    }
    Vec<TuneUp> {
        |reader, table, key| tune_ups(reader, table.get(key.name)),
        |races| {
            let each = races.iter().map(ToString::to_string).collect::<Vec<_>>();
            (!each.is_empty()).then(|| each.join(", "))
        }
    }
    KindByDay {
        |reader, table, key| strength_kinds(reader, table.get(key.name)),
        |kinds| {
            let by_day = Day::ALL.iter().zip(kinds.0);
            let each = by_day.filter_map(|(day, kind)| Some(format!("{} {}", day.id(), kind?)));
            Some(each.collect::<Vec<_>>().join(", ")).filter(|each| !each.is_empty())
        }
    }
    // Tables with more than one value, which nobody shows as one.
    [Option<Time>; 7] {
        |reader, table, key| {
            let time = table.get(key.name);
            times(reader, time, &keys(table.get("shifts"), time))
        },
        |_| None
    }
    [Option<u16>; 7] { |reader, table, key| second_runs(reader, table.get(key.name)), by_day_text }
    [Option<String>; 7] { |reader, table, key| place_names(reader, table.get(key.name)), |_| None }
    BTreeMap<String, OneRm> { |reader, table, key| one_rms(reader, table.get(key.name)), |_| None }
    Vec<Place> { |reader, table, key| places(reader, table.get(key.name)), |_| None }
}

fn whole<T: TryFrom<i64>>(reader: &mut Reader, table: &Table<'_>, key: &Key) -> Option<T> {
    reader.whole(table, key.name, key.takes.range()?.clone())
}

/// A whole number, or what the word means that the key takes in its place.
fn whole_or<T>(
    reader: &mut Reader,
    table: &Table<'_>,
    key: &Key,
    number: impl FnOnce(u8) -> T,
    other: T,
) -> Option<T> {
    let Takes::WholeOr(range, word) = &key.takes else { return None };
    let node = table.get(key.name)?;
    match &node.value {
        Written::Text(text) if text.eq_ignore_ascii_case(word) => Some(other),
        Written::Whole(_) | Written::Number(_) => whole(reader, table, key).map(number),
        _ => {
            let what = if *word == "all" { "a number of days" } else { "a number of weeks" };
            let message = format!("`{}` is neither {what} nor `{word}`", key.path);
            let hint =
                format!("write a whole number from {} to {}, or \"{word}\"", range.start(), range.end());
            reader.problems.push(Problem::at(key.path, &node.place, message).hint(hint));
            None
        }
    }
}

/// An id or a list of ids, in any case, none twice.
fn ids(reader: &mut Reader, table: &Table<'_>, key: &Key) -> Option<Vec<String>> {
    let node = table.get(key.name)?;
    let items = match &node.value {
        Written::List(items) => items.as_slice(),
        _ => std::slice::from_ref(node),
    };
    let mut ids = Vec::with_capacity(items.len());
    for item in items {
        let (message, hint) = match &item.value {
            Written::Text(text)
                if text.is_empty() || text.contains(|c: char| c != '-' && !c.is_ascii_alphanumeric()) =>
            {
                (
                    format!("`{text}` is no id"),
                    "write it as `runplan exercises` does, such as `lateral-lunge`",
                )
            }
            Written::Text(text) if ids.contains(&text.to_ascii_lowercase()) => {
                (format!("`{text}` stands here twice"), "leave one of the two out")
            }
            Written::Text(text) => {
                ids.push(text.to_ascii_lowercase());
                continue;
            }
            _ => (format!("this is {}, not an id in quotes", item.kind()), "write an id in quotes"),
        };
        reader.problems.push(Problem::at(key.path, &item.place, message).hint(hint));
    }
    Some(ids)
}

/// Words with commas; `none` where there are none.
fn listed<W: Word>(words: impl IntoIterator<Item = W>) -> String {
    let words: Vec<_> = words.into_iter().map(Word::id).collect();
    if words.is_empty() { "none".to_owned() } else { words.join(", ") }
}

/// Run days. Without the key the easy runs are gone; the long run and speed runs have keys of their own. Where the search chooses
/// the days, any day may be one.
pub(super) const RUN_DAYS: Field = Field {
    clear: |profile| {
        let key_run = |day: &Day| matches!(profile.runs.kind(*day), Run::Long | Run::Speed);
        profile.runs.days = Day::ALL.iter().copied().filter(key_run).collect();
    },
    ..field!(runs.days)
};

/// The day of the race, and what is read with it: without a day there is no race.
pub(super) const RACE_DATE: Field = Field {
    read: |profile, reader, table, key| {
        let distance = reader.word(table, "distance");
        profile.race = reader.date(table, key.name).map(|date| Race::new(date, distance));
    },
    clear: |profile| profile.race = None,
    shown: |profile| profile.race.map(|race| race.date.to_string()),
};

/// The distance of the race; it is read with the day.
pub(super) const RACE_DISTANCE: Field = Field {
    read: |_, _, _, _| (),
    clear: |profile| profile.race.iter_mut().for_each(|race| race.distance = None),
    shown: |profile| profile.race.and_then(|race| race.distance).shown(),
};

/// The days of a rota, and what is read with them: without a day on which it begins there is no rota.
pub(super) const SHIFT_PATTERN: Field = Field {
    read: |profile, reader, table, key| {
        let start = reader.date(table, "start");
        let pattern = pattern(reader, table.get(key.name));
        profile.shifts = start.zip(pattern).map(|(start, pattern)| Shifts { start, pattern });
    },
    clear: |profile| profile.shifts = None,
    shown: |profile| {
        let words: Vec<_> = profile.shifts.iter().flat_map(|shifts| &shifts.pattern).collect();
        let words = words.iter().map(|shift| shift.word.as_str()).collect::<Vec<_>>().join(", ");
        Some(words).filter(|words| !words.is_empty())
    },
};

/// The day on which a rota begins; it is read with its days.
pub(super) const SHIFT_START: Field = Field {
    read: |_, _, _, _| (),
    clear: |profile| profile.shifts = None,
    shown: |profile| profile.shifts.as_ref().map(|shifts| shifts.start.to_string()),
};

#[cfg(test)]
mod tests {
    use crate::input::document;
    use crate::profile::read_all;

    #[test]
    fn ids_are_read_in_any_case_and_told_apart_from_sentences() {
        let read = |value: &str| {
            let text = format!("[runs]\ndays = []\n[strength]\navoid = {value}");
            let (profile, problems) = read_all(&document::toml(&text, 0).0);
            (profile.strength.avoid, problems.into_iter().map(|problem| problem.message).collect::<Vec<_>>())
        };
        assert_eq!(read("'Squat'"), (Some(vec!["squat".to_owned()]), Vec::new()));
        assert_eq!(read("[]"), (Some(Vec::new()), Vec::new()));
        for (value, message) in [
            ("['hop', 'HOP']", "`HOP` stands here twice"),
            ("'lateral lunge'", "`lateral lunge` is no id"),
            ("3", "this is a whole number, not an id in quotes"),
        ] {
            assert_eq!(read(value).1, [message]);
        }
    }
}
