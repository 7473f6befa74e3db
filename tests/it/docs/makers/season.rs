//! The schema of a season file.

use super::parts::{number, number_or, pair, root, said, table, text, word, word_or_list, yes};
use runplan::profile::key::Vocabulary;
use runplan::profile::{MINUTES, REST, VOLUME};
use runplan::season::read::{AMOUNT, CONTACTS, CORE, PERCENT, REPS, RIR, SETS, SHARE, WEEK, WEEKS};
use runplan::season::{DoseKind, Side};
use runplan::week::phase::Phase;
use runplan::week::session::{Class, Experience};
use runplan::word::Word;
use serde_json::{Value, json};

/// The schema of a season file. What is left out comes from the season that `phase` names.
pub fn season() -> Value {
    let levels = |text: &str| {
        let of = |level: &Experience| (level.id(), number(&CONTACTS));
        table(text, Experience::ALL.iter().map(of), &[])
    };
    let dose = |kind: &DoseKind| {
        let amount = kind.amount();
        let keys = [
            ("sets", said("Sets.", pair(&SETS))),
            (amount, said("Of each set.", pair(&AMOUNT))),
            ("percent", said("Percent of the weight that goes once (1RM).", pair(&PERCENT))),
            ("rir", said("Repetitions that stay in reserve.", number(&RIR))),
        ];
        (kind.id(), table(&format!("Sets and {amount} of this kind of exercise."), keys, &["sets", amount]))
    };
    let plyo = table(
        "Plyometrics.",
        [
            ("sessions", said("Sessions a week that have them.", number(&WEEK))),
            ("contacts", levels("Contacts a session, by level.")),
        ],
        &[],
    );
    let mobility = table(
        "Mobility.",
        [
            ("sessions", said("Sessions a week.", number(&WEEK))),
            ("minutes", said("Minutes of a session.", number(&MINUTES))),
        ],
        &[],
    );
    let rest = table(
        "Full rest days.",
        [
            ("min", said("A week, at least.", number(&REST))),
            ("target", said("A week, as the season would like.", number(&REST))),
        ],
        &[],
    );
    let core = said("Minutes in every strength session.", pair(&CORE));
    let top = table(
        "A season file for runplan: what is left out comes from the season that `phase` names.",
        [
            ("name", said("Its name, as weeks show it.", text())),
            ("phase", said("The season that it is built on.", word(Vocabulary::of::<Phase>()))),
            ("summary", said("What it is for, in a sentence.", text())),
            ("runs", runs()),
            ("strength", strength()),
            ("dose", table("Doses by kind of exercise.", DoseKind::ALL.iter().map(dose), &[])),
            ("plyo", plyo),
            ("core", table("Core work.", [("minutes", core)], &[])),
            ("mobility", mobility),
            ("rest", rest),
            ("hard_days", levels("Hard days that are usual, by level.")),
        ],
        &["phase"],
    );
    root("season", top)
}

fn runs() -> Value {
    let volume = || json!({"type": "number", "minimum": share_of(*VOLUME.start()), "maximum": share_of(*VOLUME.end())});
    let before = table(
        "The same before a marathon or ultra.",
        [
            ("week_before", said("In the week before the week of the race.", volume())),
            ("earlier", said("In the weeks before that.", volume())),
        ],
        &["week_before", "earlier"],
    );
    table(
        "Runs.",
        [
            ("usual", said("Run days that are usual.", pair(&WEEK))),
            ("keep", said("Run days that stand, or all.", number_or(&WEEK, "all"))),
            ("speed_max", said("Speed days at most.", number(&WEEK))),
            ("volume", said("Run minutes as a share of the runner's own, such as 0.7.", volume())),
            ("volume_before_marathon", before),
        ],
        &[],
    )
}

fn strength() -> Value {
    let heavy = table(
        "What `style = \"maintain-heavy\"` does instead.",
        [
            ("class", said("How heavy its session is.", word(Vocabulary::of::<Class>()))),
            ("legs_max", said("Sessions that train the legs, at most.", number(&WEEK))),
            ("lifts", lift()),
            ("single", lift()),
            ("minutes", said("Minutes of a session.", number(&MINUTES))),
        ],
        &["class", "legs_max", "lifts"],
    );
    let share = table(
        "Which kind of leg work leads, and its percent of the sets.",
        [
            (
                "side",
                said(
                    "The kind that leads: on one leg, or on two; both where neither does.",
                    word(Vocabulary::of::<Side>()),
                ),
            ),
            ("percent", said("Percent of the knee and hinge sets.", number(&SHARE))),
        ],
        &["side", "percent"],
    );
    table(
        "Strength.",
        [
            ("target", said("Sessions a week.", number(&WEEK))),
            ("max", said("Sessions a week; a warning says where a runner wants more.", number(&WEEK))),
            ("legs_min", said("Sessions that train the legs, at least.", number(&WEEK))),
            ("legs_max", said("Sessions that train the legs, at most.", number(&WEEK))),
            ("minutes", said("Minutes of a session.", number(&MINUTES))),
            ("minutes_usual", said("Minutes that are usual.", pair(&MINUTES))),
            ("rotation_weeks", said("Weeks for which exercises stay the same.", number(&WEEKS))),
            ("class", said("How heavy a session is.", word(Vocabulary::of::<Class>()))),
            (
                "lifts",
                said("The main lifts, for all or by level.", json!({"type": "array", "items": lift()})),
            ),
            ("maintain-heavy", heavy),
            ("share", share),
        ],
        &[],
    )
}

fn lift() -> Value {
    table(
        "Sets, repetitions and load of a main lift.",
        [
            ("levels", said("For whom; left out, for all.", word_or_list(Vocabulary::of::<Experience>()))),
            ("sets", said("Sets.", pair(&SETS))),
            ("reps", said("Repetitions of each set.", pair(&REPS))),
            ("percent", said("Percent of the weight that goes once (1RM).", pair(&PERCENT))),
            ("rir", said("Repetitions in reserve, at least.", number(&RIR))),
            ("rir_max", said("Repetitions in reserve, at most.", number(&RIR))),
            ("per_side", said("Whether each side counts for itself.", yes())),
            ("body_weight", said("Whether it goes without weights.", yes())),
        ],
        &["sets", "reps"],
    )
}

fn share_of(percent: i64) -> Value {
    let text = format!("{}.{:02}", percent / 100, percent % 100);
    text.parse::<f64>().map_or(Value::Null, Value::from)
}
