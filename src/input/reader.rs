//! Reads typed values out of a document, collecting every problem on the way.
//!
//! Each table is asked for its keys by name; a key nobody knows is a problem with the nearest known one, a value of the
//! wrong kind or out of range is a problem with what would be right.

use crate::input::Problem;
use crate::input::document::{self, Entry, Node, Value};
use crate::week::day::Day;
use crate::word::{Word, nearest};
use chrono::{Datelike, NaiveDate};
use std::ops::RangeInclusive;

/// Words that people write for a key of another name.
const OTHER_NAMES: &[(&str, &str)] = &[
    ("target", "sessions"),
    ("gym", "strength"),
    ("duration", "minutes"),
    ("speed_days", "speed"),
    ("long_run", "long"),
];

/// Collects the problems of one document.
#[derive(Debug, Default)]
pub struct Reader {
    /// The problems found so far, in the order of reading.
    pub problems: Vec<Problem>,
    /// Keys of every table, to say where a misplaced key belongs: `(table, keys)`.
    pub tables: &'static [(&'static str, &'static [&'static str])],
}

/// A table being read; its keys are known to be known.
#[derive(Clone, Copy, Debug)]
pub struct Table<'n> {
    path: &'n str,
    entries: &'n [Entry<'n>],
}

impl<'n> Table<'n> {
    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&'n Node<'n>> {
        self.entries.iter().find(|entry| entry.key == key).map(|entry| &entry.node)
    }

    /// The dotted path of a key of this table.
    #[must_use]
    pub fn path(&self, key: &str) -> String {
        join(self.path, key)
    }
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

impl Reader {
    /// A table whose keys must be among `known`; anything else is a problem and counts as empty.
    pub fn table<'n>(
        &mut self,
        node: Option<&'n Node<'n>>,
        path: &'n str,
        known: &[&'static str],
    ) -> Table<'n> {
        let Some(node) = node else { return Table { path, entries: &[] } };
        let Value::Table(entries) = &node.value else {
            self.wrong_kind(node, path, "a table");
            return Table { path, entries: &[] };
        };
        for entry in entries {
            if !known.contains(&&*entry.key) {
                self.unknown_key(entry, path, known);
            }
        }
        Table { path, entries }
    }

    /// An object of a format that may grow: keys that nobody knows are passed over.
    pub fn object<'n>(&mut self, node: Option<&'n Node<'n>>, path: &'n str) -> Table<'n> {
        match node.map(|node| (&node.value, node)) {
            Some((Value::Table(entries), _)) => Table { path, entries },
            Some((_, node)) => {
                self.wrong_kind(node, path, "an object");
                Table { path, entries: &[] }
            }
            None => Table { path, entries: &[] },
        }
    }

    fn unknown_key(&mut self, entry: &Entry, path: &str, known: &[&'static str]) {
        let key = &*entry.key;
        let name = match path.split_once('[') {
            None if path.is_empty() => "the file".to_owned(),
            None => format!("`[{path}]`"),
            // An item of a list of tables, such as `off[2]`.
            Some((list, _)) => format!("`[[{list}]]`"),
        };
        let by_name = OTHER_NAMES.iter().find(|(other, _)| *other == key).map(|(_, right)| *right);
        let near =
            by_name.filter(|right| known.contains(right)).or_else(|| nearest(key, known.iter().copied()));
        let elsewhere = || {
            let tables = self.tables.iter().filter(|(table, keys)| *table != path && keys.contains(&key));
            let tables: Vec<_> = tables.map(|(table, _)| format!("`[{table}]`")).collect();
            match tables.as_slice() {
                [] => None,
                [top] if top == "`[]`" => Some(format!("put `{key}` at the top, before the first table")),
                tables => Some(format!("put `{key}` into {}", tables.join(" or "))),
            }
        };
        let hint = match near {
            Some(near) => format!("write `{near}`"),
            None => elsewhere().unwrap_or_else(|| format!("use one of {}", list(known.iter().copied()))),
        };
        let message = match near {
            Some(near) => format!("`{key}` is not a key of {name}; did you mean `{near}`?"),
            None => format!("`{key}` is not a key of {name}"),
        };
        self.problems.push(
            Problem::at(join(path, key), &entry.place, message).hint(hint).mend(near.map(ToOwned::to_owned)),
        );
    }

    fn wrong_kind(&mut self, node: &Node, path: &str, wanted: &str) {
        let message = match &node.value {
            Value::Other(text) => format!("`{text}` is not {wanted}"),
            _ => format!("this is {}, not {wanted}", node.kind()),
        };
        self.problems.push(Problem::at(path, &node.place, message).hint(format!("write {wanted}")));
    }

    /// The text of a key.
    pub fn text(&mut self, table: &Table<'_>, key: &str) -> Option<String> {
        let node = table.get(key)?;
        if let Value::Text(text) = &node.value {
            return Some(text.to_string());
        }
        self.wrong_kind(node, &table.path(key), "text in quotes");
        None
    }

    /// A list; what is left out is an empty one.
    pub fn items<'n>(&mut self, table: &Table<'n>, key: &str) -> &'n [Node<'n>] {
        match table.get(key).map(|node| (&node.value, node)) {
            Some((Value::List(items), _)) => items,
            Some((_, node)) => {
                self.wrong_kind(node, &table.path(key), "a list");
                &[]
            }
            None => &[],
        }
    }

    /// True or false.
    pub fn yes(&mut self, table: &Table<'_>, key: &str) -> Option<bool> {
        let node = table.get(key)?;
        if let Value::Bool(yes) = node.value {
            return Some(yes);
        }
        self.wrong_kind(node, &table.path(key), "`true` or `false`");
        None
    }

    /// A whole number in a range.
    pub fn whole<T: TryFrom<i64>>(
        &mut self,
        table: &Table<'_>,
        key: &str,
        range: RangeInclusive<i64>,
    ) -> Option<T> {
        let node = table.get(key)?;
        self.whole_of(node, || table.path(key), range)
    }

    /// A whole number in a range, from a value at hand.
    pub fn whole_of<T: TryFrom<i64>>(
        &mut self,
        node: &Node,
        path: impl Fn() -> String,
        range: RangeInclusive<i64>,
    ) -> Option<T> {
        let wanted = || format!("a whole number from {} to {}", range.start(), range.end());
        let number = match node.value {
            Value::Whole(number) => number,
            #[allow(clippy::cast_possible_truncation)]
            Value::Number(number) if number.fract() == 0.0 && number.abs() < 1e9 => number as i64,
            _ => {
                self.wrong_kind(node, &path(), &wanted());
                return None;
            }
        };
        if !range.contains(&number) {
            self.problems.push(
                Problem::at(path(), &node.place, format!("`{number}` is out of range"))
                    .hint(format!("write {}", wanted())),
            );
            return None;
        }
        T::try_from(number).ok()
    }

    /// A share such as 0.7, as whole percent in a range.
    pub fn percent(&mut self, table: &Table<'_>, key: &str, range: RangeInclusive<i64>) -> Option<u16> {
        let node = table.get(key)?;
        let percent = match node.value {
            Value::Whole(number) => number.checked_mul(100),
            #[allow(clippy::cast_possible_truncation)]
            Value::Number(number) if (number * 100.0 - (number * 100.0).round()).abs() < 1e-6 => {
                Some((number * 100.0).round() as i64)
            }
            _ => None,
        };
        let percent = percent.filter(|percent| range.contains(percent)).and_then(|p| u16::try_from(p).ok());
        if percent.is_none() {
            #[allow(clippy::cast_precision_loss)]
            let (low, high) = (*range.start() as f64 / 100.0, *range.end() as f64 / 100.0);
            let wanted = format!("a number from {low} to {high} with at most two decimals");
            self.wrong_kind(node, &table.path(key), &wanted);
        }
        percent
    }

    /// A date, written as a TOML date or as text.
    pub fn date(&mut self, table: &Table<'_>, key: &str) -> Option<NaiveDate> {
        let node = table.get(key)?;
        let date = date_of(node);
        if date.is_none() {
            let shown = match &node.value {
                Value::Text(text) | Value::Other(text) => format!("`{text}` is not a date of the calendar"),
                Value::Date(date) => format!("`{date}` is not a date of the calendar"),
                _ => format!("this is {}, not a date", node.kind()),
            };
            self.problems.push(
                Problem::at(table.path(key), &node.place, shown)
                    .hint("write it as YYYY-MM-DD, such as `2027-02-14`"),
            );
        }
        date
    }

    /// The word of a key, of a closed set.
    pub fn word<W: Word>(&mut self, table: &Table<'_>, key: &str) -> Option<W> {
        let node = table.get(key)?;
        self.word_of(node, || table.path(key))
    }

    /// The word of a value at `path`, of a closed set.
    pub fn word_of<W: Word>(&mut self, node: &Node, path: impl FnOnce() -> String) -> Option<W> {
        let Value::Text(text) = &node.value else {
            self.wrong_kind(node, &path(), &format!("a {} in quotes", W::WHAT));
            return None;
        };
        let word = W::parse(text);
        if word.is_none() {
            self.problems.push(unknown_word::<W>(text, &path(), node));
        }
        word
    }

    /// A word or a list of words, none twice.
    pub fn words<W: Word>(&mut self, table: &Table<'_>, key: &str) -> Option<Vec<W>> {
        let node = table.get(key)?;
        let items = match &node.value {
            Value::List(items) => items.as_slice(),
            _ => std::slice::from_ref(node),
        };
        let mut words: Vec<W> = Vec::with_capacity(items.len());
        for (at, item) in items.iter().enumerate() {
            let several = if let Value::Text(text) = &item.value { W::several(text) } else { None };
            let meant =
                several.unwrap_or_else(|| self.word_of(item, || table.path(key)).into_iter().collect());
            for word in meant {
                if !words.contains(&word) {
                    words.push(word);
                    continue;
                }
                let same =
                    |item: &&Node| matches!(&item.value, Value::Text(text) if W::meant(text).contains(&word));
                let first = items[..at].iter().find(same).unwrap_or(item);
                let path = table.path(key);
                self.problems.push(
                    Problem::at(&path, &item.place, format!("`{}` stands here twice", word.id()))
                        .hint("leave one of the two out")
                        .and(&path, &first.place, "first here"),
                );
            }
        }
        Some(words)
    }

    /// A problem that names a required key.
    pub fn missing(&mut self, node: &Node, key: &str, hint: &str) {
        self.problems.push(Problem::at(key, &node.place, format!("`{key}` is missing")).hint(hint));
    }
}

/// The problem of a word that is not in its set.
#[must_use]
pub fn unknown_word<W: Word>(text: &str, path: &str, node: &Node) -> Problem {
    let ids = || W::ALL.iter().map(|word| word.id());
    let near = nearest(text, ids()).or_else(|| {
        // A day's long name mistyped (`wensday`) is nearer to the long name.
        let names = Day::ALL.iter().map(|day| (day.name().to_lowercase(), day.id())).collect::<Vec<_>>();
        let near =
            (W::WHAT == Day::WHAT).then(|| nearest(text, names.iter().map(|(name, _)| name.as_str())))??;
        names.iter().find(|(name, _)| name == near).map(|(_, id)| *id)
    });
    let message = match near {
        Some(near) => format!("`{text}` is not a {}; did you mean `{near}`?", W::WHAT),
        None => format!("`{text}` is not a {}", W::WHAT),
    };
    let hint = near.map_or_else(|| format!("use one of {}", list(ids())), |near| format!("write `{near}`"));
    // In a file a word stands in quotes, on the command line it stands alone.
    let quoted = node.place.span.as_ref().is_some_and(|span| span.len() > text.len());
    let mend = near.map(|near| if quoted { format!("\"{near}\"") } else { near.to_owned() });
    Problem::at(path, &node.place, message).hint(hint).mend(mend)
}

/// The date that a value is, written as a TOML date or as text.
#[must_use]
pub fn date_of(node: &Node) -> Option<NaiveDate> {
    match &node.value {
        Value::Date(date) => Some(*date).filter(|date| date.year() >= 1),
        Value::Text(text) => document::date(text),
        _ => None,
    }
}

/// Words in backticks, with commas.
#[must_use]
pub fn list<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    words.into_iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}
