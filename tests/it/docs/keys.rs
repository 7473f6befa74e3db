//! The keys of a profile as a table, a row for each of them.

use super::makers::AT_A_PLACE;
use runplan::export::{self, Options};
use runplan::facts::request::Request;
use runplan::facts::run_minutes::default_minutes;
use runplan::input::document;
use runplan::plan::plan;
use runplan::profile::key::{Key, LeftOut, Takes, Vocabulary};
use runplan::profile::{
    self, CountsAs, EFFORT, FIXED_EVERY, GROUPS, KEYS, KINDS, KNOWN_SPORTS, LegLoad, MINUTES, OFF_KEYS,
    SECOND_LONG, TUNE_UP_KEYS,
};
use runplan::rules::MONDAY;
use runplan::week::day::Day;
use runplan::week::race::Distance;
use runplan::week::session::{Experience, Run};
use std::fmt::Write as _;
use std::ops::RangeInclusive;

/// The keys of a profile as a Markdown table.
pub fn profile_markdown() -> String {
    let mut out = "| key | takes | left out | meaning |\n|---|---|---|---|\n".to_owned();
    for key in KEYS {
        let _ = writeln!(out, "| `{}` | {} | {} | {} |", path(key), takes(key), left_out(key), meaning(key));
    }
    out
}

/// The path of a key; what a runner names stands in capitals.
fn path(key: &Key) -> String {
    let below = match key.takes {
        Takes::Minutes(_)
        | Takes::DayMinutes(_)
        | Takes::Peak(_)
        | Takes::Times(_)
        | Takes::WordsByDay(_)
        | Takes::PlaceNames
        | Takes::Weights(_) => ".KEY",
        Takes::Places(_) => ".NAME.equipment",
        Takes::TimesOff(_) | Takes::FixedSessions | Takes::TuneUps(_) => "[].KEY",
        _ => "",
    };
    format!("{}{below}", key.path)
}

/// The values that a key takes: a range, words, lists of them.
fn takes(key: &Key) -> String {
    match &key.takes {
        Takes::Text => "text".to_owned(),
        Takes::Yes => "`true`, `false`".to_owned(),
        Takes::YesOr(words) => format!("`true`, `false`, {}", listed(*words)),
        Takes::Date => "a date".to_owned(),
        Takes::Whole(range) => span(range),
        Takes::WholeOr(range, word) => format!("{}, `{word}`", span(range)),
        Takes::Word(words) => listed(*words),
        Takes::WordsOrWhole(words, range) => format!("{}, or a list; or {}", listed(*words), span(range)),
        Takes::Words(words) | Takes::Places(words) => format!("{}, or a list", listed(*words)),
        Takes::TimesOff(words) => {
            let [from, to, why] = OFF_KEYS;
            format!("KEY is `{from}`, `{to}`: a date; or `{why}`: {}", listed(*words))
        }
        Takes::FixedSessions => fixed_sessions(),
        Takes::TuneUps(priorities) => {
            let [date, distance, priority, name] = TUNE_UP_KEYS;
            let [distances, priorities] = [Vocabulary::of::<Distance>(), *priorities].map(listed);
            format!(
                "KEY is `{date}`: a date; `{distance}`: {distances}; `{priority}`: {priorities}; `{name}`: text"
            )
        }
        Takes::Rota(days) => format!("a list of {} words", span(days)),
        Takes::Ids => "an id, or a list".to_owned(),
        Takes::Peak(range) => {
            format!("by kind ({}): {}", KINDS.map(|kind| format!("`{kind}`")).join(", "), span(range))
        }
        Takes::Minutes(range) => by_day(&[&KINDS[..], &[SECOND_LONG]].concat(), &span(range)),
        Takes::Times(range) => {
            let rota = "or a word of `shifts.pattern`";
            let times = format!("{}, `off`, hours such as `\"06:30-07:45\"`, or a list", span(range));
            by_day(&GROUPS, &format!("{rota}; {times}")).replacen("; or", ", or", 1)
        }
        Takes::Weights(range) => {
            format!(
                "KEY is an exercise's id, or how it ends; {} (kg), or text such as `\"220 lb\"`",
                span(range)
            )
        }
        Takes::DayMinutes(range) => by_day(&[], &span(range)),
        Takes::WordsByDay(words) => by_day(&[], &listed(*words)),
        Takes::PlaceNames => by_day(&[], "text"),
    }
}

/// What the keys of a fixed session take.
fn fixed_sessions() -> String {
    let known: Vec<_> = KNOWN_SPORTS.iter().map(|sport| sport.name).collect();
    format!(
        "KEY is `name`: text (known are {}); `days`: a day, or a list; `minutes`: {}; `at`: a time such as `\"19:00\"`; \
         `legs`: {}; `counts`: {}; `rest`: `true`, `false`; `from`, `until`: a date; `every`: {} weeks; `effort`: {}",
        known.join(", "),
        span(&MINUTES),
        listed(Vocabulary::of::<LegLoad>()),
        listed(Vocabulary::of::<CountsAs>()),
        span(&FIXED_EVERY),
        span(&EFFORT)
    )
}

fn span(range: &RangeInclusive<i64>) -> String {
    format!("{}–{}", range.start(), range.end())
}

fn listed(words: Vocabulary) -> String {
    let ids = (words.ids)();
    if ids == (Vocabulary::of::<Day>().ids)() {
        return "a day".to_owned();
    }
    ids.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// The values of a table whose keys are days and other words.
fn by_day(others: &[&str], values: &str) -> String {
    let days = ["`mon` … `sun`".to_owned()];
    let keys: Vec<_> = days.into_iter().chain(others.iter().map(|key| format!("`{key}`"))).collect();
    format!("KEY is {}; {values}", keys.join(", "))
}

/// What counts where a key is left out.
fn left_out(key: &Key) -> String {
    match key.left_out {
        LeftOut::Needed => "needed".to_owned(),
        LeftOut::Word(word) => format!("`{word}`"),
        LeftOut::Number(number) => number.to_string(),
        LeftOut::No => "`false`".to_owned(),
        LeftOut::Season => "the season's".to_owned(),
        LeftOut::UsualMinutes => {
            let (usual, novice) = (minutes(Experience::Intermediate), minutes(Experience::Novice));
            format!("{usual} (a novice: {novice}), with a warning")
        }
        LeftOut::Text(words) | LeftOut::Like(words, _) => words.to_owned(),
    }
}

/// The usual minutes of an easy run, a speed run and a long run.
fn minutes(level: Experience) -> String {
    [Run::Easy, Run::Speed, Run::Long].map(|run| default_minutes(run, level).to_string()).join(", ")
}

/// What a key means; what counts without it has a column of its own.
fn meaning(key: &Key) -> &'static str {
    let says = if matches!(key.takes, Takes::Places(_)) { AT_A_PLACE } else { key.says };
    says.split(" Left out").next().unwrap_or_default()
}

#[test]
fn every_key_says_what_it_takes_what_it_means_and_what_counts_without_it() {
    for key in KEYS {
        for text in [takes(key), left_out(key), meaning(key).to_owned()] {
            assert!(!text.is_empty() && !text.contains('|'), "{}: `{text}`", key.path);
        }
    }
}

/// The week of a runner with these lines in the tables of the profile.
fn week(path: &str, value: Option<&str>) -> String {
    let mut text = String::new();
    let set = value.map(|value| format!("{path} = {value}\n")).unwrap_or_default();
    let season = if path == "season" { "" } else { "season = 'race-prep'\n" };
    text.push_str(season);
    text.push_str(&set);
    text.push_str("runs.days = ['tue', 'wed', 'fri', 'sun']\nruns.long = 'sun'\n");
    let (node, problems) = document::toml(&text, 0);
    assert!(problems.is_empty(), "{problems:?}");
    let profile = profile::read(&node).unwrap_or_else(|problems| panic!("{text}: {problems:?}"));
    let request = Request::new(profile, MONDAY).check().expect("a request");
    let format = export::format("ndjson").expect("a format");
    let week = format.document(&plan(&request), &Options::default()).expect("a document");
    // But for what it says of a key that is not there.
    week[..week.find("\"warnings\"").expect("warnings")].to_owned()
}

#[test]
fn a_key_left_out_is_the_same_as_its_default() {
    let mut tried = 0;
    for key in KEYS {
        let value = match key.left_out {
            LeftOut::Word(word) => format!("'{word}'"),
            LeftOut::Number(number) => number.to_string(),
            LeftOut::No => "false".to_owned(),
            LeftOut::Like(_, toml) => toml.to_owned(),
            _ => continue,
        };
        assert_eq!(week(key.path, None), week(key.path, Some(&value)), "{} = {value}", key.path);
        tried += 1;
    }
    assert!(tried > 10, "{tried}");
}
