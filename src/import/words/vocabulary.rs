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
    /// Strength for the legs alone.
    Lower,
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
        matches!(self, Self::Strength | Self::Full | Self::Lower | Self::Upper)
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
    (Term::Long, "long run", &[
        "long", "longest", "lr", "lsd", "lang", "lange", "langer", "langen", "longjog", "longue", "larga", "largo", "lungo",
    ]),
    (Term::Easy, "easy run", &[
        "easy", "recovery", "endurance", "aerobic", "base", "steady", "strides", "ga", "mlr", "midlong", "conversational",
        "moderate", "z1", "z2", "ez", "slow", "locker", "lockerer", "lockeres", "lockerlauf", "regeneration", "regenerationslauf",
        "grundlage", "facile", "souple", "suave", "lento", "rustig", "rustige",
    ]),
    (Term::Speed, "speed run", &[
        "speed", "speedwork", "tempo", "interval", "intervals", "threshold", "lt", "fartlek", "hill", "hills", "track",
        "repeat", "repeats", "sprint", "sprints", "progression", "cruise", "yasso", "vo", "pace", "mp", "hmp", "parkrun",
        "trial", "hard", "progressive", "prog", "tt", "reps", "fast", "pyramid", "ladder", "thresh", "thr", "tmp", "z3", "z4",
        "z5",
        "tempodauerlauf", "tempolauf", "intervalle", "intervalltraining", "schwelle", "fahrtspiel", "seuil", "fractionne", "allure", "series", "ripetute", "intervallen", "tempoloop",
    ]),
    (Term::ShakeOut, "shake-out", &["shakeout", "shake"]),
    (Term::Race, "race", &["race", "marathon", "ultramarathon", "wettkampf", "gara", "wedstrijd"]),
    (Term::Run, "a run, easy if nothing else is said", &[
        "run", "runs", "running", "jog", "jogging", "country", "wu", "cd", "warmup", "cooldown",
        "lauf", "laufen", "dauerlauf", "footing", "rodaje", "tirada", "corsa", "duurloop", "hardlopen",
    ]),
    (Term::Strength, "strength of unknown kind", &[
        "strength", "strengthen", "strengthening", "lift", "lifting", "gym", "weights", "weight", "resistance",
        "conditioning", "circuit", "circuits", "crossfit", "kettlebell", "kettlebells", "barbell", "hiit", "barre",
        "pump", "bodypump", "trx", "hyrox", "metcon", "otf", "orangetheory", "f45", "bootcamp",
        "kraft", "krafttraining", "renforcement", "musculation", "muscu", "fuerza", "gimnasio", "forza", "palestra",
        "kracht", "krachttraining",
    ]),
    (Term::Full, "strength with legs", &[
        "full", "legs", "leg", "squat", "squats", "deadlift", "deadlifts", "lunge", "lunges", "plyo", "plyos",
        "plyometrics", "glute", "glutes", "quad", "quads", "beine", "jambes", "piernas", "gambe", "benen", "hamstring", "hamstrings", "calf", "calves", "hip", "hips",
    ]),
    (Term::Lower, "strength for the lower body", &["lower"]),
    (Term::Upper, "upper body and core", &[
        "upper", "core", "abs", "arms", "plank", "planks", "pushups", "pullups", "push", "pull", "chest", "back", "biceps",
        "triceps", "shoulder", "shoulders", "bench",
    ]),
    (Term::Extra(Kind::Mobility), "mobility", &[
        "mobility", "stretch", "stretching", "yoga", "foam", "pilates", "rehab", "prehab", "physio", "pt", "dehnen",
        "etirements", "estiramientos",
    ]),
    (Term::Extra(Kind::Cross), "cross-training", &[
        "cross", "crosstrain", "crosstraining", "xt", "ct", "bike", "biking", "cycle", "cycling", "ride", "spin", "spinning",
        "peloton", "ski", "skiing", "skating", "kayak", "kayaking", "aqua", "pool", "swim", "swimming", "row", "rowing",
        "elliptical", "brick", "hike", "hiking", "walk", "walking", "bicycling", "zwift", "mtb", "tennis", "badminton",
        "squash", "padel", "football", "soccer", "rugby", "basketball", "volleyball", "hockey", "golf", "climbing",
        "bouldering", "stairmaster", "stairs", "rucking", "ruck", "snowshoe", "snowshoeing", "paddle", "paddling", "surfing",
        "boxing", "dance", "dancing",
        "rad", "radfahren", "fahrrad", "schwimmen", "velo", "natation", "bici", "natacion", "nuoto", "fietsen",
        "zwemmen",
    ]),
    (Term::Rest, "rest", &[
        "rest", "off", "sick", "ill", "travel", "holiday", "vacation", "ruhe", "ruhetag", "frei", "repos",
        "descanso", "riposo", "rust", "rustdag",
    ]),
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
    "relay", "feeling", "feels", "turnover", "tight", "stiff", "pain", "painful", "ache", "aches", "achy",
    "niggle", "cramp", "cramps", "hurt", "hurts", "injury", "soreness", "tightness", "strain",
];
/// Words before which a number counts things, not distance.
pub(super) const COUNTED: &[&str] = &[
    "strides", "sprints", "hill", "hills", "drills", "reps", "sets", "rounds", "times", "pickups", "surges",
    "x",
];
/// Words that may stand beside "upper" or "lower" where they mean strength.
pub(super) const BESIDE_HALVES: &[&str] = &[
    "only", "day", "session", "workout", "split", "full", "upper", "lower", "push", "pull", "back", "hip",
    "hips", "min", "mins", "minutes", "h",
];
/// Words behind which "back" is a direction.
pub(super) const WAY_BACK: &[&str] = &[
    "pull", "out", "there", "and", "bring", "come", "coming", "cut", "way", "to", "get", "run", "jog", "walk",
];
/// Words for halves of the body, or all of it: beside mobility they say what is stretched.
pub(super) const HALVES: &[&str] = &["full", "upper", "lower", "legs", "leg"];
/// Words for parts of the body: beside mobility they are stretched, beside a feeling only felt.
pub(super) const MUSCLES: &[&str] = &[
    "legs", "leg", "glute", "glutes", "quad", "quads", "beine", "jambes", "piernas", "gambe", "benen",
    "hamstring", "hamstrings", "calf", "calves", "hip", "hips", "chest", "back", "shoulder", "shoulders",
    "biceps", "triceps",
];
/// Words of speed that may stand before the length of any workout.
pub(super) const WORKOUT_TOO: &[&str] =
    &["hard", "fast", "progressive", "progression", "pace", "speed", "sprint", "repeat", "interval"];
/// Words that turn what follows into its opposite.
pub(super) const NEGATIONS: &[&str] =
    &["no", "not", "without", "skip", "avoid", "instead", "dont", "cant", "cannot", "wont", "didnt", "never"];
/// Words that turn "heavy legs" from a session into a feeling.
pub(super) const AFTERMATH: &[&str] = &["on", "from", "after", "since", "still", "due", "because", "despite"];
/// Words that train only where nothing else is said: "push the last mile" and "back home" train nothing.
pub(super) const LOOSE: &[&str] = &["push", "pull", "back", "hip", "hips"];
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
    "ca", "up", "body", "warm", "cool", "down", "either", "day", "class", "session", "workout",
    // Where and when one runs is no other sport.
    "trail", "trails", "road", "roads", "treadmill", "flat", "hilly", "rolling", "grass", "park", "loop",
    "route", "out", "back", "there", "week", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "morning", "noon", "lunch",
    "afternoon", "evening", "by", "around", "along", "time", "q1", "q2", "q3", "effort", "medium", "brisk",
    "gentle", "comfortable", "relaxed", "through", "over", "between", "sets", "set", "consisting", "very",
    "uphill", "downhill", "goal", "middle", "continuous", "simulation", "times", "finish", "all", "last",
    "then", "with", "within", "optional", "optionally", "progressing", "starting", "lap", "button", "à",
    "en", "de", "im", "bei", "con", "op", // Paces of Daniels: threshold, interval, repetition.
    "t", "i", "r",
];
/// Words behind which "long" says how long the repeats are, or how long one warms up: no long run.
pub(super) const LONG_OF_ANOTHER: &[&str] = &[
    "interval", "intervals", "tempo", "hill", "hills", "rep", "reps", "repeat", "repeats", "fartlek",
    "threshold", "cruise", "sprint", "sprints", "speedwork", "track", "warm", "warmup", "cool", "cooldown",
    "wu", "cd", "strides",
];
/// Words before which a run is not the week's long run.
pub(super) const NOT_QUITE: &[&str] = &["medium", "mid", "semi", "med"];
/// Words beside which a pace is an easy one.
pub(super) const EASY_PACES: &[&str] =
    &["relaxed", "comfortable", "gentle", "regular", "normal", "usual", "own", "talking", "chatty", "ignore"];
/// Words before which hills are only where one runs.
pub(super) const OVER_HILLS: &[&str] = &["rolling", "through", "over", "gentle", "some", "the"];
/// Words for a pause between repeats; of these the first may be said of a day too.
pub(super) const PAUSES: &[&str] = &["rest", "off", "pause", "break", "rests"];
/// Words for a pause where there are repeats, which are a run of their own elsewhere.
pub(super) const JOGGED: &[&str] =
    &["recovery", "recoveries", "rec", "jog", "jogging", "walk", "easy", "float", "slow"];
/// Words between the length of a pause and its word, or before it.
pub(super) const OF_A_PAUSE: &[&str] = &[
    "jog", "jogging", "walk", "walking", "easy", "active", "standing", "full", "complete", "equal", "of",
    "float",
];
/// Units of a pause.
pub(super) const SHORT_UNITS: &[&str] =
    &["s", "sec", "secs", "seconds", "second", "min", "mins", "minute", "minutes", "m"];
/// Whole texts that say there is nothing.
pub(super) const NOTHING: &[&str] = &["x", "n/a", "na"];

/// The meaning of two words where it is not that of the first alone.
pub(super) fn pair(word: &str, next: &str) -> Option<Meaning> {
    match (word, next) {
        ("x", _) if next.starts_with("train") => Some(Meaning::Term(Term::Extra(Kind::Cross))),
        // "Cross country" is running; "off road" is no rest.
        // "Repeat last week" repeats no run, "marathon race pace" is no marathon.
        ("repeat" | "repeats", "last" | "week" | "as" | "previous" | "the") => Some(Meaning::Unknown),
        ("marathon" | "half", "race") => Some(Meaning::Nothing),
        ("cross", "country") | ("pull", "back") | ("off" | "rest", "road" | "trail") => {
            Some(Meaning::Nothing)
        }
        _ => None,
    }
}

/// The meaning of a word.
pub(super) fn term(word: &str) -> Option<Term> {
    VOCABULARY.iter().find(|(_, _, words)| words.contains(&word)).map(|(term, ..)| *term)
}
