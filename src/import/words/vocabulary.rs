//! The words of training plans and what they mean; everything that free text is understood by stands here.

use crate::week::kind::Kind;

/// The meaning of a word of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Term {
    /// A run.
    Run,
    /// A long run.
    Long,
    /// An easy run.
    Easy,
    /// A speed run.
    Speed,
    /// A shake-out.
    ShakeOut,
    /// A race.
    Race,
    /// Strength of a kind that is not said.
    Strength,
    /// Strength with leg work.
    Full,
    /// Upper body and core.
    Upper,
    /// Mobility, or what is trained in place of a run.
    Extra(Kind),
    /// Rest.
    Rest,
}

impl Term {
    /// Whether the term speaks of a run.
    #[must_use]
    pub const fn is_run(self) -> bool {
        matches!(self, Self::Run | Self::Long | Self::Easy | Self::Speed | Self::ShakeOut | Self::Race)
    }

    /// Whether the term speaks of strength.
    #[must_use]
    pub const fn is_strength(self) -> bool {
        matches!(self, Self::Strength | Self::Full | Self::Upper)
    }

    /// Whether the term speaks of training in place of a run.
    #[must_use]
    pub const fn replaces_run(self) -> bool {
        matches!(self, Self::Extra(Kind::Cross))
    }
}

/// The meaning of a word among the words around it.
pub(super) enum Meaning {
    Term(Term),
    Nothing,
    Unknown,
}

/// A meaning, its name for people, and its words.
pub type Row = (Term, &'static str, &'static [&'static str]);

/// The words that are known, by what they mean.
#[rustfmt::skip]
pub const VOCABULARY: &[Row] = &[
    (Term::Long, "long run", &["long", "longest", "lr"]),
    (Term::Easy, "easy run", &[
        "easy", "recovery", "endurance", "aerobic", "base", "steady", "strides", "ga", "mlr", "conversational",
    ]),
    (Term::Speed, "speed run", &[
        "speed", "speedwork", "tempo", "interval", "intervals", "threshold", "lt", "fartlek", "hill", "hills", "track",
        "repeat", "repeats", "sprint", "sprints", "progression", "cruise", "yasso", "vo", "pace", "mp", "hmp", "parkrun",
        "trial", "hard", "progressive", "tt",
    ]),
    (Term::ShakeOut, "shake-out", &["shakeout", "shake"]),
    (Term::Race, "race", &["race", "marathon", "ultramarathon"]),
    (Term::Run, "a run, easy if nothing else is said", &[
        "run", "runs", "running", "jog", "jogging", "country", "wu", "cd", "warmup", "cooldown",
    ]),
    (Term::Strength, "strength of unknown kind", &[
        "strength", "strengthening", "lift", "lifting", "gym", "weights", "weight", "resistance", "conditioning",
        "circuit", "circuits", "crossfit", "kettlebell", "kettlebells",
    ]),
    (Term::Full, "strength with legs", &[
        "full", "legs", "leg", "lower", "squat", "squats", "deadlift", "deadlifts", "lunge", "lunges", "plyo", "plyos",
        "plyometrics",
    ]),
    (Term::Upper, "upper body and core", &["upper", "core", "abs", "arms", "plank", "planks", "pushups", "pullups", "push", "pull"]),
    (Term::Extra(Kind::Mobility), "mobility", &["mobility", "stretch", "stretching", "yoga", "foam", "pilates"]),
    (Term::Extra(Kind::Cross), "cross-training", &[
        "cross", "crosstrain", "crosstraining", "xt", "bike", "biking", "cycle", "cycling", "ride", "spin", "spinning",
        "peloton", "ski", "skiing", "skating", "kayak", "kayaking", "aqua", "pool", "swim", "swimming", "row", "rowing", "elliptical", "brick", "hike", "hiking", "walk", "walking",
    ]),
    (Term::Rest, "rest", &["rest", "off"]),
];

/// Words after which a race is not run: its pace, its week, the day before it.
pub(super) const NOT_THE_RACE_AFTER: &[&str] = &[
    "pace", "effort", "simulation", "prep", "week", "recovery", "training", "plan", "bib", "expo", "kit",
    "tomorrow", "sunday", "saturday", "starts", "begins",
];
/// Words before which a race is not run.
pub(super) const NOT_THE_RACE_BEFORE: &[&str] = &["post", "pre", "watch", "after", "before", "volunteer"];
/// Of these, the ones that make a speed run of what is done at a race's pace.
pub(super) const PACE_OF_THE_RACE: &[&str] = &["pace", "effort", "simulation"];
/// Words beside which a race is not run today, wherever they stand.
pub(super) const NOT_TODAY: &[&str] = &[
    "tomorrow", "travel", "registration", "sign", "packet", "pick", "hotel", "cancelled", "canceled",
    "recap", "cheer", "watch", "volunteer", "book", "expo", "bib", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday",
];
/// Words beside which legs are only spoken of.
pub(super) const FEELINGS: &[&str] = &[
    "tired", "sore", "dead", "fresh", "felt", "feel", "good", "up", "swings", "shake", "loosen", "drills",
    "relay", "feeling", "feels", "turnover",
];
/// Words before which a number counts things, not distance.
pub(super) const COUNTED: &[&str] = &[
    "strides", "sprints", "hill", "hills", "drills", "reps", "sets", "rounds", "times", "pickups", "surges",
    "x",
];
/// Words that may stand beside "upper" or "lower" where they mean strength.
pub(super) const BESIDE_HALVES: &[&str] =
    &["only", "day", "session", "workout", "split", "full", "upper", "lower", "push", "pull"];
/// Words for halves of the body, or all of it: beside mobility they say what is stretched.
pub(super) const HALVES: &[&str] = &["full", "upper", "lower", "legs", "leg"];
/// Words of speed that may stand before the length of any workout.
pub(super) const WORKOUT_TOO: &[&str] =
    &["hard", "progressive", "progression", "pace", "speed", "sprint", "repeat", "interval"];
/// Words that turn what follows into its opposite.
pub(super) const NEGATIONS: &[&str] =
    &["no", "not", "without", "skip", "avoid", "instead", "dont", "cant", "cannot", "wont", "didnt", "never"];
/// Words that turn "heavy legs" from a session into a feeling.
pub(super) const AFTERMATH: &[&str] = &["on", "from", "after", "since", "still", "due", "because", "despite"];
/// Words that train the arms only where nothing else is said: "push the last mile" trains none.
pub(super) const LOOSE: &[&str] = &["push", "pull"];
/// Words behind which "weight" is lifted, not read from the scales.
pub(super) const LIFTED: &[&str] =
    &["training", "lifting", "room", "session", "workout", "work", "lift", "day", "circuit", "circuits"];
/// Words beside which nobody runs on their feet: in the water, on skis.
pub(super) const NOT_ON_FOOT: &[&str] = &["aqua", "pool", "ski", "skiing", "skating"];
/// Words of a second session of the day.
pub(super) const AGAIN: &[&str] = &["pm", "am", "evening", "second", "double", "later"];
/// Words behind which a number is no length: a pace, an interval of time.
pub(super) const NO_LENGTH_AFTER: &[&str] = &["at", "à", "every", "last", "first", "x", "times", "per"];
/// Words that say nothing about what the session is; beside nothing but these and a length it is a run.
pub(super) const FILLERS: &[&str] = &[
    "km", "k", "kms", "kilometers", "kilometres", "mi", "mile", "miles", "ml", "m", "meters", "metres",
    "min", "mins", "minute", "minutes", "h", "hr", "hrs", "hour", "hours", "s", "sec", "secs", "seconds",
    "x", "am", "pm", "total", "of", "a", "the", "at", "in", "on", "to", "about", "approx", "w", "miler",
    "ca", "up", "body", "warm", "cool", "down",
    // Paces of Daniels: threshold, interval, repetition.
    "t", "i", "r",
];

/// The meaning of two words where it is not that of the first alone.
pub(super) fn pair(word: &str, next: &str) -> Option<Meaning> {
    match (word, next) {
        ("x", _) if next.starts_with("train") => Some(Meaning::Term(Term::Extra(Kind::Cross))),
        // "Cross country" is running; "off road" is no rest.
        ("cross", "country") | ("off" | "rest", "road" | "trail") => Some(Meaning::Nothing),
        _ => None,
    }
}

/// The meaning of a word.
pub(super) fn term(word: &str) -> Option<Term> {
    VOCABULARY.iter().find(|(_, _, words)| words.contains(&word)).map(|(term, ..)| *term)
}
