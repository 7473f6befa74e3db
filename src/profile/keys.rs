//! Every key of the profile, one row a key, and the tables they stand in.
//!
//! Reading, "did you mean", `--set`, the JSON Schema, the table of the README, the starter profile, `config`, the questions
//! of `init`, what can be to blame for no week and what is planned only once all walk these rows. A new key is a row here,
//! a field of [`Profile`](crate::profile::value::Profile), and what is made of it.

use crate::profile::field::{RACE_DATE, RACE_DISTANCE, RUN_DAYS, SHIFT_PATTERN, SHIFT_START, Value, field};
use crate::profile::health::PainPlace;
use crate::profile::key::Takes::{
    Date, DayMinutes, FixedSessions, Ids, Minutes, Peak, PlaceNames, Places, Rota, Text, Times, TimesOff,
    TuneUps, Weights, Whole, WholeOr, WordsByDay, WordsOrWhole, Yes, YesOr,
};
use crate::profile::key::{Field, Key, LeftOut, Vocabulary, word, words};
use crate::profile::off::Why;
use crate::profile::one_rm::ONE_RM_KG;
use crate::profile::shifts::ROTA_DAYS;
use crate::profile::strength_kinds::Trained;
use crate::profile::value::{
    AGE, CUTBACK, Equipment, MINUTES, POSTPARTUM, REST, REST_MIN, RUNS, WEEKLY, WeakArea,
};
use crate::week::day::Day;
use crate::week::phase::Phase;
use crate::week::race::Distance;
use crate::week::session::{CROSS_MINUTES, Experience, Placement, Style};
use std::sync::LazyLock;

/// The tables of a profile with the names of their keys, in the order of [`KEYS`]; the first is the file itself, and has no
/// name.
pub static TABLES: LazyLock<Vec<(&str, &[&str])>> = LazyLock::new(|| {
    let mut tables: Vec<(&str, Vec<&str>)> = vec![("", Vec::new())];
    for key in KEYS {
        if let Some((_, names)) = tables.iter_mut().find(|(table, _)| *table == key.table) {
            names.push(key.name);
        } else {
            tables[0].1.push(key.table);
            tables.push((key.table, vec![key.name]));
        }
    }
    tables.into_iter().map(|(table, names)| (table, &*names.leak())).collect()
});

/// What each table is for.
pub const PURPOSES: &[(&str, &str)] = &[
    ("", "A runner's profile for runplan. Only the run days are needed, and a season or a race."),
    ("runs", "The runs that you plan yourself; everything else is placed around them."),
    ("strength", "What you can and want to do for strength. All of it can be left out."),
    ("rest", "Days without any training."),
    ("mobility", "Short sessions for mobility."),
    ("cross", "Cross-training: bike, swim, row."),
    ("health", "What asks for lighter strength. It is no advice of a doctor."),
    ("shifts", "A rota: your time goes by the date, in words of yours that `time` knows."),
    ("race", "The race that you train for."),
    ("plan", "How your weeks follow each other up to the race."),
];

/// The key with a path.
#[must_use]
pub fn key(path: &str) -> Option<&'static Key> {
    KEYS.iter().find(|key| key.path == path)
}

/// Every key, in the order in which people read them.
pub static KEYS: &[Key] = &[
    // The runner.
    Key::new("name", Text, field!(name))
        .says("Your name, as your weeks show it.")
        .left_out(LeftOut::Text("no name is shown"))
        .example(r#""Maya""#)
        .starter(r#""Maya""#)
        .decides(false),
    Key::new("season", word::<Phase>(), field!(season))
        .says("Where you are in the year. With a race it follows from the date.")
        .left_out(LeftOut::Like("by the race date; without a race `base`, with a warning", "'base'"))
        .notes(&[
            "",
            "Where you are in the year: off-season, base, race-prep, taper, race-week or recovery.",
            "With a race it follows from the date, and can be left out.",
        ])
        .starter(r#""base""#),
    Key::new("level", word::<Experience>(), field!(level))
        .says("Your experience in the gym, not as a runner.")
        .left_out(LeftOut::Word("intermediate"))
        .notes(&["", "In the gym: novice, intermediate or advanced."])
        .starter(r#""intermediate""#),
    Key::new("age", Whole(AGE), field!(age))
        .says("Your age in years.")
        .left_out(LeftOut::Text("nothing changes with age"))
        .starter("38"),
    // Runs.
    Key::new("runs.per_week", Whole(RUNS), field!(runs.per_week))
        .says("How many runs a week, on days that the planner chooses.")
        .left_out(LeftOut::Text("you name the days"))
        .example("4")
        .notes(&["How many runs a week, where the planner finds their days among those below."])
        .starter("3"),
    Key::new("runs.days", words::<Day>(), RUN_DAYS)
        .says(
            "The days you run, also `mon-fri` or `weekend`; with `per_week` those on which a run is possible. An empty list in \
             a season without running.",
        )
        .left_out(LeftOut::Needed)
        .example(r#"["tue", "thu", "sun"]"#)
        .way_round(
            "a whole number",
            "name the days, such as `days = [\"tue\", \"thu\", \"sun\"]`; in off-season and recovery name all that are \
             possible, and `keep` says how many stay",
        )
        .notes(&["The days you run; which of them is the long run, and which are fast."])
        .starter(r#"["tue", "thu", "sun"]"#),
    Key::new("runs.long", words::<Day>(), field!(runs.long))
        .says("The day of the long run, one of your run days, or two for two long runs; with `per_week` the days that it may take.")
        .left_out(LeftOut::Text("no long run; with `per_week` one on any day"))
        .example(r#""sun""#)
        .starter(r#""sun""#),
    Key::new("runs.speed", WordsOrWhole(Vocabulary::of::<Day>(), WEEKLY), field!(runs.speed))
        .says("The day of the hard run, or several: intervals, tempo, hills; with `per_week` how many.")
        .left_out(LeftOut::Like("no speed run", "[]"))
        .example(r#""wed""#)
        .starter(r#"["thu"]"#),
    Key::new("runs.minutes", Minutes(MINUTES), field!(runs.minutes))
        .says(
            "Minutes of a run by its kind, or of one day. The day wins. `long2` is the second of two long runs; left out, it \
             is 60 % of the first.",
        )
        .left_out(LeftOut::UsualMinutes)
        .example(r#"{"easy": 40, "speed": 50, "long": 90}"#)
        .notes(&["Minutes by kind or by day; where both are said, the day counts."])
        .starter("{ easy = 40, speed = 50, long = 90 }"),
    Key::new("runs.keep", WholeOr(WEEKLY, "all"), field!(runs.keep))
        .says("How many of your run days off-season and recovery let stand, or all."),
    Key::new("runs.second", DayMinutes(MINUTES), field!(runs.second))
        .says("An easy second run on a run day, by its minutes: on the day of a speed or long run too.")
        .left_out(LeftOut::Text("one run a day"))
        .example(r#"{"tue": 25}"#),
    // Strength.
    Key::new("strength.equipment", words::<Equipment>(), field!(strength.equipment))
        .says("What you have; gym is all of it. Your own weight is always there.")
        .left_out(LeftOut::Like("your own weight alone", "[]"))
        .example(r#"["dumbbell", "band"]"#)
        .notes(&[
            "What there is: band, barbell, bench, dumbbell, kettlebell, pull-up-bar, step, trap-bar,",
            "leg-press, leg-curl, calf-machine, cable; or gym for all of it.",
            "Your own weight is always there.",
        ])
        .starter(r#"["dumbbell", "band"]"#)
        .decides(false),
    Key::new("strength.days", words::<Day>(), field!(strength.days))
        .says("The days on which strength is possible. Left out: any day.")
        .left_out(LeftOut::Like("any day", "['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']"))
        .notes(&["Days on which you can do strength; left out, any day."])
        .starter(r#"["mon", "wed", "fri"]"#),
    Key::new("strength.sessions", Whole(WEEKLY), field!(strength.sessions))
        .says("Sessions a week that you aim for. Left out: as the season has it.")
        .notes(&["Sessions a week and minutes of each; left out, the season has them."])
        .starter("2"),
    Key::new("strength.min", Whole(WEEKLY), field!(strength.min))
        .says("Sessions a week at least; fewer is no plan.")
        .left_out(LeftOut::Like("0", "0")),
    Key::new("strength.legs_min", Whole(WEEKLY), field!(strength.legs_min))
        .says("Sessions a week that train the legs, at least.")
        .left_out(LeftOut::Like("0", "0")),
    Key::new("strength.legs_max", Whole(WEEKLY), field!(strength.legs_max))
        .says("Sessions a week that train the legs, at most."),
    Key::new("strength.minutes", Whole(MINUTES), field!(strength.minutes))
        .says("Minutes of a session. Left out: as the season has it.")
        .example("20")
        .starter("20"),
    Key::new("strength.placement", word::<Placement>(), field!(strength.placement))
        .says(
            "Where strength goes: stack, on the day of the hard run, so that easy days stay easy; separate, \
             on days without a run; easy-days, on easy days.",
        )
        .left_out(LeftOut::Word("stack"))
        .notes(&["Where it goes: stack (on the days of key runs), separate, easy-days."])
        .starter(r#""stack""#),
    Key::new("strength.style", word::<Style>(), field!(strength.style))
        .says("seasonal: light near the race; maintain-heavy: a few heavy sets until the taper.")
        .left_out(LeftOut::Word("seasonal")),
    Key::new("strength.weak", words::<WeakArea>(), field!(strength.weak))
        .says("What should get stronger first.")
        .left_out(LeftOut::Like("none", "[]"))
        .notes(&["What should get stronger first: hip, knee, calf, foot, shin."])
        .starter(r#"["hip"]"#)
        .decides(false),
    Key::new("strength.avoid", Ids, field!(strength.avoid))
        .says("Exercises to leave out, by their ids or by their movements, such as `squat`; no session has them.")
        .left_out(LeftOut::Like("none", "[]"))
        .example(r#"["lateral-lunge"]"#)
        .notes(&[
            "Exercises to leave out, by the ids that `runplan exercises` lists, or movements.",
        ])
        .starter(r#"["lateral-lunge"]"#)
        .decides(false),
    Key::new("strength.one_rm", Weights(ONE_RM_KG), field!(strength.one_rm))
        .says("The weight that goes once, by exercise; percentages of it are said as weights.")
        .left_out(LeftOut::Text("loads are percentages and words"))
        .example(r#"{"back-squat": 100, "deadlift": "220 lb"}"#)
        .notes(&[
            "",
            "What you can lift once, in kg or with its unit, by the ids that `runplan exercises`",
            "lists; `back-squat` is enough for `barbell-back-squat`. Percentages become weights.",
        ])
        .starter("back-squat = 100\ndeadlift = \"220 lb\"")
        .decides(false),
    Key::new("strength.at", PlaceNames, field!(strength.at))
        .says("Where you are on a day, by a name of `places`.")
        .left_out(LeftOut::Text("`strength.place`, else `strength.equipment` counts"))
        .decides(false),
    Key::new("strength.kind", WordsByDay(Vocabulary::of::<Trained>()), field!(strength.kind))
        .says(
            "Which strength a day may have: upper body; lower body, which is the legs without the arms; or full body. Of other \
             days the planner chooses upper or full.",
        )
        .left_out(LeftOut::Like("the planner chooses", "{}"))
        .example(r#"{"fri": "upper"}"#),
    Key::new("strength.place", Text, field!(strength.place))
        .says("Where you are every day, by a name of `places`.")
        .left_out(LeftOut::Text("`strength.equipment` counts"))
        .decides(false),
    Key::new("strength.exercises", Text, field!(strength.exercises))
        .says("A file with exercises of your own, from the folder of this one.")
        .left_out(LeftOut::Text("the built-in ones alone"))
        .decides(false),
    // Rest and other sessions.
    Key::new("rest.min", Whole(REST_MIN), field!(rest_min))
        .says("Full rest days a week at least; fewer is no plan. 0 asks for none, with a warning.")
        .notes(&["Full rest days: at least so many, and how many you would like."])
        .starter("1"),
    Key::new("rest.target", Whole(REST), field!(rest_target))
        .says("Full rest days a week that you would like.")
        .left_out(LeftOut::Text("the season's; with `separate` the minimum"))
        .starter("2"),
    Key::new("mobility.sessions", Whole(WEEKLY), field!(mobility_sessions))
        .says("Sessions a week. Left out: as the season has it."),
    Key::new("mobility.days", words::<Day>(), field!(mobility_days))
        .says("The days on which mobility is possible; there it may stand alone. An empty list: none.")
        .left_out(LeftOut::Text("any day with a run, strength or cross-training")),
    Key::new("cross.sessions", Whole(WEEKLY), field!(cross_sessions))
        .says("Sessions a week.")
        .left_out(LeftOut::Number(0)),
    Key::new("cross.days", words::<Day>(), field!(cross_days))
        .says("The days on which it is possible; there it may stand beside a run. An empty list: none.")
        .left_out(LeftOut::Text("any day without a run and strength")),
    Key::new("cross.minutes", Whole(MINUTES), field!(cross_minutes))
        .says("Minutes of a session.")
        .left_out(LeftOut::Number(CROSS_MINUTES)),
    // Health.
    Key::new("health.pain", YesOr(Vocabulary::of::<PainPlace>()), field!(health.pain))
        .says("Whether something hurts, or where.")
        .left_out(LeftOut::No),
    Key::new("health.postpartum_weeks", Whole(POSTPARTUM), field!(health.postpartum_weeks))
        .says("Weeks since you gave birth.")
        .left_out(LeftOut::Text("not asked")),
    Key::new("health.pregnant", Yes, field!(health.pregnant))
        .says("Whether you are pregnant.")
        .left_out(LeftOut::No),
    // When and where.
    Key::new("time", Times(MINUTES), field!(time))
        .says("When you can train. The more exact key wins; a day left out is free.")
        .left_out(LeftOut::Text("any time is fine"))
        .notes(&[
            r#"When you can train: minutes, hours of the day, or "off"; left out, any time."#,
            "The keys are mon to sun, weekday, weekend and every-day; the more exact one counts.",
        ])
        .starter("weekday = [\"06:30-07:45\", \"17:30-18:30\"]\nweekend = 150\nmon = \"off\""),
    Key::new("off", TimesOff(Vocabulary::of::<Why>()), field!(off))
        .says("Times without training, by their first and last day, both included, and why.")
        .left_out(LeftOut::Like("you can train", "[]"))
        .example(r#"[{"from": "2026-12-20", "to": "2026-12-27", "why": "away"}]"#),
    Key::new("fixed", FixedSessions, field!(fixed))
        .says(
            "Other sports and what else stands on its days: the rest is placed around it. Known names need no more than \
             their days.",
        )
        .left_out(LeftOut::Like("none", "[]"))
        .example(r#"[{"name": "football", "days": "fri", "minutes": 90, "at": "19:00"}]"#),
    Key::new("shifts.start", Date, SHIFT_START)
        .says("A day on which your rota begins; it goes on for ever, before that day too.")
        .left_out(LeftOut::Needed)
        .example(r#""2026-11-30""#),
    Key::new("shifts.pattern", Rota(ROTA_DAYS), SHIFT_PATTERN)
        .says("Your rota day by day, in words of yours that are keys of `time`; the time of a date is that of its word.")
        .left_out(LeftOut::Needed)
        .example(r#"["early", "early", "late", "late", "night", "night", "free", "free"]"#),
    Key::new("race.date", Date, RACE_DATE)
        .says("The day of the race, such as 2027-02-14.")
        .left_out(LeftOut::Needed)
        .example(r#""2027-02-14""#)
        .notes(&["The race that you train for; 5k, 10k, half, marathon or ultra."])
        .starter("2027-02-14"),
    Key::new("race.distance", word::<Distance>(), RACE_DISTANCE)
        .says("How far it is. Left out, it counts as 10 kilometres.")
        .left_out(LeftOut::Text("rules as for `10k`"))
        .starter(r#""half""#),
    // The A race has a table of its own.
    Key::new("races", TuneUps(Vocabulary { ids: || vec!["b", "c"], others: &[], several: "" }), field!(races))
        .says(
            "Other races: a B race is rested for and recovered from, a C race takes the place of that week's speed run. \
             Only `race` gives the season.",
        )
        .left_out(LeftOut::Like("none", "[]"))
        .example(r#"[{"date": "2027-01-10", "distance": "10k", "priority": "b", "name": "City Run"}]"#),
    Key::new("plan.start", Date, field!(plan.start))
        .says("The first week of your plan, by any of its days.")
        .left_out(LeftOut::Text("nothing grows, and weeks go by the race alone"))
        .example(r#""2026-11-30""#)
        .notes(&[
            "With a race and without `season`: the first week of your plan, minutes to grow to,",
            "and how often a week is easier.",
        ])
        .starter("2026-11-30"),
    Key::new("plan.peak", Peak(MINUTES), field!(plan.peak))
        .says("Minutes to grow to, by kind of run; `runs.minutes` is where you start.")
        .left_out(LeftOut::Text("run minutes hold"))
        .example(r#"{"long": 120}"#)
        .starter("{ long = 120 }"),
    Key::new("plan.cutback", WholeOr(CUTBACK, "off"), field!(plan.cutback))
        .says("Each of so many weeks is easier, counted back from the race; or off.")
        .left_out(LeftOut::Number(4))
        .example("4")
        .starter("4"),
    Key::new("plan.file", Text, field!(plan_file))
        .says("A running plan of somebody else's, from the folder of this file: its runs count in place of yours.")
        .left_out(LeftOut::Text("your own runs"))
        .example(r#""book-plan.csv""#)
        .decides(false),
    Key::new("plan.pace", Text, field!(plan_pace))
        .says("Your easy pace, at which distances of that plan count as minutes, a kilometre or a mile.")
        .left_out(LeftOut::Text("6:00 a kilometre"))
        .example(r#""6:30/km""#)
        .decides(false),
    Key::new("places", Places(Vocabulary::of::<Equipment>()), field!(places))
        .says("Places to train, each by a name of yours, with what is there.")
        .left_out(LeftOut::Text("your own weight alone"))
        .decides(false),
];
