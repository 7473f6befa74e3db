//! The schema of a profile, from the rows of its keys.

use super::parts::{
    any_case, by_day, exactly, id_or_list, number, number_or, root, said, table, text, with_default,
    with_example, word, word_list_or_number, word_or_list, yes, yes_or,
};
use runplan::profile::key::{Key, LeftOut, Takes, Vocabulary};
use runplan::profile::keys::{PURPOSES, key};
use runplan::profile::{
    CountsAs, EFFORT, FIXED_EVERY, FIXED_SESSIONS, GROUPS, KINDS, LegLoad, MINUTES, OFF_TIMES, SECOND_LONG,
    SHIFT_WORD, TABLES, TUNE_UPS, WINDOW,
};
use runplan::week::day::Day;
use runplan::week::race::Distance;
use serde_json::{Value, json};
use std::ops::RangeInclusive;

/// What `equipment` of a place means.
pub const AT_A_PLACE: &str = "What is there besides your own weight.";

/// The schema of a profile: it takes all that the reader takes, but for keys that are null in JSON, which the reader
/// passes over. That two keys contradict each other, that windows overlap or a date is in no calendar it cannot say.
pub fn profile() -> Value {
    let mut profile = table_of("");
    // Only a rota makes words of the runner's own keys of `[time]`.
    let known = [any_case(Vocabulary::of::<Day>().spellings()), exactly(GROUPS)];
    let names = known.map(|pattern| json!({"pattern": pattern}));
    profile["if"] = json!({"not": {"properties": {"shifts": true}, "required": ["shifts"]}});
    profile["then"] = json!({"properties": {"time": {"propertyNames": {"anyOf": names}}}});
    root("profile", profile)
}

/// A table of the profile; of the file itself the run days are needed, and so the table that holds them.
fn table_of(path: &str) -> Value {
    let purpose = PURPOSES.iter().find(|(table, _)| *table == path).map_or("", |(_, purpose)| purpose);
    let names = TABLES.iter().find(|(table, _)| *table == path).map_or(&[][..], |(_, names)| names);
    let child = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    let keys = names.iter().map(|name| (*name, key(&child(name)).map_or_else(|| table_of(name), of_key)));
    let is_needed =
        |name: &&&str| key(&child(name)).is_some_and(|key| matches!(key.left_out, LeftOut::Needed));
    let needed: Vec<&str> =
        if path.is_empty() { vec!["runs"] } else { names.iter().filter(is_needed).copied().collect() };
    table(purpose, keys, &needed)
}

/// What a key takes, what it means, what counts without it, and an example.
fn of_key(key: &Key) -> Value {
    let schema = said(key.says, takes(key));
    let schema = match key.left_out {
        LeftOut::Word(word) => with_default(schema, word),
        LeftOut::Number(number) => with_default(schema, number),
        LeftOut::No => with_default(schema, false),
        _ => schema,
    };
    match key.example.and_then(|example| serde_json::from_str::<Value>(example).ok()) {
        Some(example) => with_example(schema, example),
        None => schema,
    }
}

fn takes(key: &Key) -> Value {
    match &key.takes {
        Takes::Text => text(),
        Takes::Yes => yes(),
        Takes::YesOr(words) => yes_or(*words),
        // A date of TOML is text for an editor.
        Takes::Date => takes_date(),
        Takes::Whole(range) => number(range),
        Takes::WholeOr(range, word) => number_or(range, word),
        Takes::Word(words) => word(*words),
        Takes::Words(words) => word_or_list(*words),
        Takes::WordsOrWhole(words, range) => word_list_or_number(*words, range),
        Takes::Ids => id_or_list(),
        Takes::Minutes(range) => {
            let kinds = [&KINDS[..], &[SECOND_LONG]].concat();
            by_day(key.says, &kinds, &said("Minutes of the run.", number(range)))
        }
        Takes::Peak(range) => {
            table(key.says, KINDS.map(|kind| (kind, said("Minutes of the run.", number(range)))), &[])
        }
        Takes::Times(range) => {
            // A rota has words of its own; which, an editor cannot know.
            let mut times = by_day(key.says, &GROUPS, &time(range));
            times["patternProperties"][SHIFT_WORD] = time(range);
            times
        }
        Takes::Rota(days) => json!({
            "type": "array",
            "minItems": days.start(),
            "maxItems": days.end(),
            "items": {"type": "string", "pattern": SHIFT_WORD},
        }),
        Takes::Weights(range) => json!({
            "type": "object",
            "propertyNames": {"pattern": "^[A-Za-z0-9-]+$"},
            "additionalProperties": weight(range),
        }),
        Takes::TimesOff(words) => {
            let date = |says| said(says, takes_date());
            let keys = [
                ("from", date("The first day off.")),
                ("to", date("The last day off; left out, the first.")),
                ("why", said("Why, where you want to say it.", word(*words))),
            ];
            json!({"type": "array", "maxItems": OFF_TIMES, "items": table("A time off.", keys, &["from"])})
        }
        Takes::FixedSessions => fixed_sessions(),
        Takes::TuneUps(priorities) => tune_ups(*priorities),
        Takes::DayMinutes(range) => by_day(key.says, &[], &said("Minutes of the run.", number(range))),
        Takes::WordsByDay(words) => by_day(key.says, &[], &word(*words)),
        Takes::PlaceNames => by_day(key.says, &[], &text()),
        Takes::Places(words) => {
            let equipment = [("equipment", said(AT_A_PLACE, word_or_list(*words)))];
            json!({"type": "object", "additionalProperties": table("A place to train.", equipment, &[])})
        }
    }
}

/// A list of races.
fn tune_ups(priorities: Vocabulary) -> Value {
    let name = json!({"type": "string", "pattern": "\\S"});
    let keys = [
        ("date", said("Its day.", takes_date())),
        (
            "distance",
            said("How far it is. Left out, it counts as 10 kilometres.", word(Vocabulary::of::<Distance>())),
        ),
        ("priority", with_default(said("How much it matters.", word(priorities)), "b")),
        ("name", said("What it is called.", name)),
    ];
    json!({"type": "array", "maxItems": TUNE_UPS, "items": table("A race.", keys, &["date"])})
}

/// A list of fixed sessions.
fn fixed_sessions() -> Value {
    let words = |says, words| said(says, word(words));
    let date = |says| said(says, takes_date());
    let name = json!({"type": "string", "pattern": "\\S"});
    let keys = [
        ("name", said("What it is; of known names the other keys have defaults.", name)),
        ("days", said("Its days.", word_or_list(Vocabulary::of::<Day>()))),
        ("minutes", said("Its minutes.", number(&MINUTES))),
        (
            "at",
            said(
                "When it starts.",
                json!({"type": "string", "pattern": "^\\s*[0-9]{1,2}:[0-9]{1,2}(:0{1,2})?\\s*$"}),
            ),
        ),
        ("legs", words("What it does to the legs.", Vocabulary::of::<LegLoad>())),
        ("counts", words("The number of the week that it counts towards.", Vocabulary::of::<CountsAs>())),
        ("rest", said("Whether its day may still be a rest day.", yes())),
        ("from", date("Its first day.")),
        ("until", date("Its last day.")),
        (
            "every",
            said("Weeks from one time to the next, counted from the week of `from`.", number(&FIXED_EVERY)),
        ),
        ("effort", said("How hard it is, of 10.", number(&EFFORT))),
    ];
    json!({"type": "array", "maxItems": FIXED_SESSIONS, "items": table("A fixed session.", keys, &["name", "days"])})
}

/// A date as text.
fn takes_date() -> Value {
    json!({"type": "string", "pattern": "^([0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{4})$"})
}

/// A weight: kilograms, or a number with its unit.
fn weight(kilograms: &RangeInclusive<i64>) -> Value {
    json!({
        "description": "Kilograms, or text such as \"220 lb\".",
        "type": ["number", "string"],
        "minimum": kilograms.start(),
        "maximum": kilograms.end(),
        "pattern": "^\\s*[0-9.]+\\s*([Kk][Gg]|[Ll][Bb][Ss]?)\\s*$",
    })
}

/// The time of a day: minutes, windows or `off`.
fn time(minutes: &RangeInclusive<i64>) -> Value {
    json!({
        "description": "Minutes, hours such as \"06:30-07:45\" or a list of them, or \"off\".",
        "anyOf": [{"type": "integer"}, {"enum": ["off"]}, {"type": "string"}, {"type": "array"}],
        "minimum": minutes.start(),
        "maximum": minutes.end(),
        "pattern": format!("{}|{WINDOW}", exactly(["off"])),
        "items": {"type": "string", "pattern": WINDOW},
        "minItems": 1,
        "examples": [60, ["06:30-07:45", "17:30-18:30"], "off"],
    })
}
