//! The schema of a season file.

use super::{list, number, root, said, table, words};
use crate::phase::Phase;
use crate::profile::{MINUTES, REST};
use crate::season::read::{AMOUNT, CONTACTS, CORE, PERCENT, REPS, RIR, SETS, SHARE, VOLUME, WEEK, WEEKS};
use crate::season::{DoseKind, Side};
use crate::session::{Class, Experience};
use crate::word::Word;
use serde_json::{Value, json};
use std::ops::RangeInclusive;

/// The schema of a season file. What is left out comes from the season that `phase` names.
#[must_use]
pub fn season() -> Value {
    let volume = || json!({"type": "number", "minimum": share_of(*VOLUME.start()), "maximum": share_of(*VOLUME.end())});
    let levels = |text: &str| {
        let of = |level: &Experience| (level.id(), number(&CONTACTS));
        table(text, Experience::ALL.iter().map(of), &[])
    };
    let dose = |kind: &DoseKind| {
        let held = matches!(kind, DoseKind::CoreHold | DoseKind::Stretch);
        let amount = if held { "seconds" } else { "reps" };
        let keys = [
            ("sets", pair(&SETS)),
            (amount, pair(&AMOUNT)),
            ("percent", pair(&PERCENT)),
            ("rir", number(&RIR)),
        ];
        (kind.id(), table("Sets with repetitions or seconds.", keys, &["sets", amount]))
    };
    let before = table(
        "The same before a marathon or ultra.",
        [("week_before", volume()), ("earlier", volume())],
        &["week_before", "earlier"],
    );
    let runs = table(
        "Runs.",
        [
            ("usual", said("Run days that are usual.", pair(&WEEK))),
            (
                "keep",
                said("Run days that stay, or all.", json!({"anyOf": [number(&WEEK), {"enum": ["all"]}]})),
            ),
            ("speed_max", said("Speed days at most.", number(&WEEK))),
            ("volume", said("Run minutes, as a share of those declared.", volume())),
            ("volume_before_marathon", before),
        ],
        &[],
    );
    let heavy = table(
        "What `style = \"maintain-heavy\"` does instead.",
        [("class", words::<Class>()), ("legs_max", number(&WEEK)), ("lifts", lift())],
        &["class", "legs_max", "lifts"],
    );
    let share = table(
        "Which kind of leg work leads, and its percent of the sets.",
        [("side", words::<Side>()), ("percent", number(&SHARE))],
        &["side", "percent"],
    );
    let strength = table(
        "Strength.",
        [
            ("target", said("Sessions a week.", number(&WEEK))),
            ("max", number(&WEEK)),
            ("legs_min", number(&WEEK)),
            ("legs_max", number(&WEEK)),
            ("minutes", said("Minutes of a session.", number(&MINUTES))),
            ("minutes_usual", pair(&MINUTES)),
            ("rotation_weeks", said("Weeks for which exercises stay.", number(&WEEKS))),
            ("class", said("How heavy.", words::<Class>())),
            ("lifts", json!({"type": "array", "items": lift()})),
            ("maintain-heavy", heavy),
            ("share", share),
        ],
        &[],
    );
    let plyo = table(
        "Plyometrics.",
        [("sessions", number(&WEEK)), ("contacts", levels("Contacts a session."))],
        &[],
    );
    let mobility = table("Mobility.", [("sessions", number(&WEEK)), ("minutes", number(&MINUTES))], &[]);
    let top = table(
        "A season file for runplan: what is left out comes from the season that `phase` names.",
        [
            ("name", json!({"type": "string"})),
            ("phase", said("The season that it is built on.", words::<Phase>())),
            ("summary", json!({"type": "string"})),
            ("runs", runs),
            ("strength", strength),
            ("dose", table("Doses by kind of exercise.", DoseKind::ALL.iter().map(dose), &[])),
            ("plyo", plyo),
            ("core", table("Core work.", [("minutes", pair(&CORE))], &[])),
            ("mobility", mobility),
            ("rest", table("Full rest days.", [("min", number(&REST)), ("target", number(&REST))], &[])),
            ("hard_days", levels("Hard days that are usual.")),
        ],
        &["phase"],
    );
    root("season", top)
}

/// One number, or the least and the most.
fn pair(range: &RangeInclusive<i64>) -> Value {
    json!({"anyOf": [number(range), {"type": "array", "items": number(range), "minItems": 2, "maxItems": 2}]})
}

fn lift() -> Value {
    table(
        "Sets, repetitions and load of a main lift.",
        [
            ("levels", said("For whom; left out, for all.", list(words::<Experience>()))),
            ("sets", pair(&SETS)),
            ("reps", pair(&REPS)),
            ("percent", said("Percent of 1RM.", pair(&PERCENT))),
            ("rir", said("Repetitions in reserve, at least.", number(&RIR))),
            ("rir_max", said("Repetitions in reserve, at most.", number(&RIR))),
            ("per_side", json!({"type": "boolean"})),
            ("body_weight", json!({"type": "boolean"})),
        ],
        &["sets", "reps"],
    )
}

fn share_of(percent: i64) -> Value {
    let text = format!("{}.{:02}", percent / 100, percent % 100);
    text.parse::<f64>().map_or(Value::Null, Value::from)
}
