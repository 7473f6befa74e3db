//! The schema of a profile.

use crate::docs::schema::parts::{
    by_day, exactly, number, number_or_all, root, said, table, text, with_default, with_example, word,
    word_or_list, yes,
};
use crate::profile::{AGE, Equipment, GROUPS, KINDS, MINUTES, POSTPARTUM, REST, WEEKLY, WINDOW, WeakArea};
use crate::week::day::Day;
use crate::week::phase::Phase;
use crate::week::race::Distance;
use crate::week::session::{CROSS_MINUTES, Experience, Placement, Style};
use crate::word::Word;
use serde_json::{Value, json};

/// The schema of a profile: it takes all that the reader takes, but for keys that are null in JSON, which the reader
/// passes over. That two keys contradict each other, that windows overlap or a date is in no calendar it cannot say.
#[must_use]
pub fn profile() -> Value {
    let places = said(
        "Places to train, each by a name of yours, with what is there.",
        json!({"type": "object", "additionalProperties": place()}),
    );
    let top = table(
        "A runner's profile for runplan. Only the run days are needed, and a season or a race.",
        [
            ("name", with_example(said("Your name, as your weeks show it.", text()), "Maya")),
            (
                "season",
                said("Where you are in the year. With a race it follows from the date.", word::<Phase>()),
            ),
            (
                "level",
                with_default(
                    said("Your experience in the gym, not as a runner.", word::<Experience>()),
                    Experience::Intermediate.id(),
                ),
            ),
            ("age", said("Your age in years.", number(&AGE))),
            ("runs", runs()),
            ("strength", strength()),
            ("rest", rest()),
            ("mobility", mobility()),
            ("cross", cross()),
            ("health", health()),
            ("time", time()),
            ("race", race()),
            ("places", places),
        ],
        &["runs"],
    );
    root("profile", top)
}

fn runs() -> Value {
    let minutes = by_day(
        "Minutes of a run by its kind, or of one day. The day wins.",
        &KINDS,
        &said("Minutes of the run.", number(&MINUTES)),
    );
    let keep = "How many of your run days off-season and recovery let stand, or all.";
    table(
        "The runs that you plan yourself; everything else is placed around them.",
        [
            (
                "days",
                with_example(
                    said(
                        "The days you run. An empty list in a season without running.",
                        word_or_list::<Day>(),
                    ),
                    json!(["tue", "thu", "sun"]),
                ),
            ),
            (
                "long",
                with_example(said("The day of the long run, one of your run days.", word::<Day>()), "sun"),
            ),
            (
                "speed",
                with_example(
                    said(
                        "The day of the hard run, or several: intervals, tempo, hills.",
                        word_or_list::<Day>(),
                    ),
                    "wed",
                ),
            ),
            ("minutes", with_example(minutes, json!({"easy": 40, "speed": 50, "long": 90}))),
            ("keep", said(keep, number_or_all(&WEEKLY))),
        ],
        &["days"],
    )
}

fn strength() -> Value {
    let placement = "Where strength goes: stack, on the day of the hard run, so that easy days stay easy; \
                     separate, on days without a run; easy-days, on easy days.";
    let style = "seasonal: light near the race; maintain-heavy: a few heavy sets until the taper.";
    table(
        "What you can and want to do for strength. All of it can be left out.",
        [
            (
                "equipment",
                with_example(
                    said("What you have. Your own weight is always there.", word_or_list::<Equipment>()),
                    json!(["dumbbell", "band"]),
                ),
            ),
            (
                "days",
                said("The days on which strength is possible. Left out: any day.", word_or_list::<Day>()),
            ),
            (
                "sessions",
                said("Sessions a week that you aim for. Left out: as the season has it.", number(&WEEKLY)),
            ),
            ("min", said("Sessions a week at least; fewer is no plan.", number(&WEEKLY))),
            ("legs_min", said("Sessions a week that train the legs, at least.", number(&WEEKLY))),
            ("legs_max", said("Sessions a week that train the legs, at most.", number(&WEEKLY))),
            (
                "minutes",
                with_example(
                    said("Minutes of a session. Left out: as the season has it.", number(&MINUTES)),
                    20,
                ),
            ),
            ("placement", with_default(said(placement, word::<Placement>()), Placement::Stack.id())),
            ("style", with_default(said(style, word::<Style>()), Style::Seasonal.id())),
            ("weak", said("What should get stronger first.", word_or_list::<WeakArea>())),
            ("at", by_day("Where you are on a day, by a name of `places`.", &[], &text())),
            ("place", said("Where you are every day, by a name of `places`.", text())),
            ("exercises", said("A file with exercises of your own, from the folder of this one.", text())),
        ],
        &[],
    )
}

fn rest() -> Value {
    table(
        "Days without any training.",
        [
            ("min", said("Full rest days a week at least; fewer is no plan.", number(&REST))),
            ("target", said("Full rest days a week that you would like.", number(&REST))),
        ],
        &[],
    )
}

fn mobility() -> Value {
    table(
        "Short sessions for mobility.",
        [("sessions", said("Sessions a week. Left out: as the season has it.", number(&WEEKLY)))],
        &[],
    )
}

fn cross() -> Value {
    table(
        "Cross-training: bike, swim, row.",
        [
            ("sessions", with_default(said("Sessions a week.", number(&WEEKLY)), 0)),
            ("minutes", with_default(said("Minutes of a session.", number(&MINUTES)), CROSS_MINUTES)),
        ],
        &[],
    )
}

fn health() -> Value {
    table(
        "What asks for lighter strength. It is no advice of a doctor.",
        [
            ("pain", with_default(said("Whether running hurts.", yes()), false)),
            ("postpartum_weeks", said("Weeks since you gave birth.", number(&POSTPARTUM))),
            ("pregnant", with_default(said("Whether you are pregnant.", yes()), false)),
        ],
        &[],
    )
}

/// The time of a day: minutes, windows or `off`.
fn time() -> Value {
    let form = format!("{}|{WINDOW}", exactly(["off"]));
    let free = json!({
        "description": "Minutes, hours such as \"06:30-07:45\" or a list of them, or \"off\".",
        "anyOf": [{"type": "integer"}, {"enum": ["off"]}, {"type": "string"}, {"type": "array"}],
        "minimum": MINUTES.start(),
        "maximum": MINUTES.end(),
        "pattern": form,
        "items": {"type": "string", "pattern": WINDOW},
        "minItems": 1,
        "examples": [60, ["06:30-07:45", "17:30-18:30"], "off"],
    });
    by_day("When you can train. The more exact key wins; a day left out is free.", &GROUPS, &free)
}

fn race() -> Value {
    // A date of TOML is text for an editor.
    let date = json!({"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"});
    table(
        "The race that you train for.",
        [
            ("date", with_example(said("The day of the race, such as 2027-02-14.", date), "2027-02-14")),
            ("distance", said("How far it is. Left out, it counts as 10 kilometres.", word::<Distance>())),
        ],
        &["date"],
    )
}

fn place() -> Value {
    table(
        "A place to train.",
        [("equipment", said("What is there besides your own weight.", word_or_list::<Equipment>()))],
        &[],
    )
}
