//! What can stand on a day: kinds of run, kinds of strength, how heavy it is, and where a runner likes it.

use crate::week::kind::Kind;
use crate::word::{Word, words};

words! {
    /// The run of a day, after all that season, race and health did to it.
    Run("run") {
        /// No run.
        Off = "off",
        /// An easy run.
        Easy = "easy",
        /// The long run, or another declared easy run of 90 minutes or more.
        Long = "long",
        /// Intervals, tempo, hills: the hard run of the week.
        Speed = "speed",
        /// The race itself.
        Race = "race",
        /// A short jog on the day before a race.
        ShakeOut = "shakeout",
    }
}

/// Minutes that a heavy session needs: warm-up, ramp-up sets and long rests of a knee bend and a hinge (practice).
pub const HEAVY_FROM_MINUTES: u16 = 25;
/// From this many minutes on a long run holds the legs for longer (practice).
pub const VERY_LONG_FROM_MINUTES: u16 = 150;

/// From this many minutes on a declared easy run counts as a long run (practice; the week's second long run).
pub const LONG_FROM_MINUTES: u16 = 90;

impl Run {
    /// Long run, speed run or race: the runs that everything else is placed around.
    #[must_use]
    pub const fn is_key(self) -> bool {
        matches!(self, Self::Long | Self::Speed | Self::Race)
    }

    /// Whether there is a run at all.
    #[must_use]
    pub const fn is_run(self) -> bool {
        !matches!(self, Self::Off)
    }

    /// Its name in a sentence.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Off => "no run",
            Self::Easy => "easy run",
            Self::Long => "long run",
            Self::Speed => "speed run",
            Self::Race => "race",
            Self::ShakeOut => "shake-out",
        }
    }

    /// Planned effort on the 0 to 10 RPE scale (session RPE, Foster 2001; the values are ours).
    #[must_use]
    pub const fn rpe(self) -> u32 {
        match self {
            Self::Off => 0,
            Self::ShakeOut => 2,
            Self::Easy => 3,
            Self::Long => 4,
            Self::Speed => 7,
            Self::Race => 9,
        }
    }
}

words! {
    /// The strength session of a day.
    Strength("strength session") {
        /// None.
        None = "none",
        /// Upper body and core: exempt from leg rules.
        Upper = "upper",
        /// Legs and core, nothing for the arms: a leg session.
        Lower = "lower",
        /// Full body with squat, hinge, lunge, calf or plyometric work: a leg session.
        Full = "full",
    }
}

impl Strength {
    /// Whether the session trains the legs.
    #[must_use]
    pub const fn legs(self) -> bool {
        matches!(self, Self::Lower | Self::Full)
    }

    /// Whether the session trains the arms.
    #[must_use]
    pub const fn arms(self) -> bool {
        matches!(self, Self::Upper | Self::Full)
    }

    /// Whether there is a session.
    #[must_use]
    pub const fn any(self) -> bool {
        !matches!(self, Self::None)
    }

    /// Planned effort on the 0 to 10 RPE scale (session RPE, Foster 2001; the values are ours).
    #[must_use]
    pub const fn rpe(self, class: Class) -> u32 {
        match (self, class) {
            (Self::None, _) => 0,
            (_, Class::Activation) => 3,
            (Self::Upper, _) => 4,
            (Self::Lower | Self::Full, Class::Light) => 5,
            (Self::Lower | Self::Full, Class::Moderate) => 6,
            (Self::Lower | Self::Full, Class::Heavy) => 7,
        }
    }
}

words! {
    /// How heavy a strength session is; ordered from the lightest.
    Class("load class") {
        /// Body weight, waking muscles up.
        Activation = "activation",
        /// Light weights, many repetitions.
        Light = "light",
        /// About 75 to 80 % of 1RM.
        Moderate = "moderate",
        /// 80 % of 1RM and more.
        Heavy = "heavy",
    }
}

impl Class {
    /// Heavy or moderate: a leg session of it makes a hard day.
    #[must_use]
    pub const fn is_hard(self) -> bool {
        matches!(self, Self::Heavy | Self::Moderate)
    }
}

words! {
    /// Where strength goes in the week; coaches disagree, so the runner chooses.
    Placement("placement") {
        /// On the speed day, so that easy days stay easy (the article; `McMillan`).
        Stack = "stack",
        /// On days without a run (`TrainAsONE`).
        Separate = "separate",
        /// On easy-run days (Runna).
        EasyDays = "easy-days",
    }
}

impl Placement {
    /// Who advises it (what coaches and planners say in public; grade C).
    #[must_use]
    pub const fn advised_by(self) -> &'static str {
        match self {
            Self::Stack => "the article, McMillan",
            Self::Separate => "TrainAsONE",
            Self::EasyDays => "Runna",
        }
    }
}

words! {
    /// How strength changes with the season.
    Style("style") {
        /// Light in race prep, as the article has it.
        Seasonal = "seasonal",
        /// Few heavy sets all the way to the taper (Spiering 2021).
        MaintainHeavy = "maintain-heavy",
    }
}

words! {
    /// The runner's experience in the gym.
    Experience("level") {
        /// New to lifting.
        Novice = "novice",
        /// Knows the lifts.
        Intermediate = "intermediate",
        /// Years of lifting.
        Advanced = "advanced",
    }
    also { "beginner" = Novice, "new" = Novice, "medium" = Intermediate, "experienced" = Advanced }
}

words! {
    /// What fixed sessions of the runner's make of a day, from the least to the most.
    #[derive(Default)]
    Other("fixed session") {
        /// There is none.
        #[default]
        None = "none",
        /// The day may still be a rest day: a bike commute, a standing job.
        Restful = "restful",
        /// The day is no rest day, and not a hard one.
        Easy = "easy",
        /// The legs are tired by it: the day is a hard one.
        Hard = "hard",
    }
}

impl Other {
    /// Whether there is any.
    #[must_use]
    pub const fn any(self) -> bool {
        !matches!(self, Self::None)
    }

    /// Whether the day is no rest day by it.
    #[must_use]
    pub const fn takes_the_day(self) -> bool {
        matches!(self, Self::Easy | Self::Hard)
    }

    /// Whether the day is a hard one by it.
    #[must_use]
    pub const fn is_hard(self) -> bool {
        matches!(self, Self::Hard)
    }

    /// Planned effort on the 0 to 10 RPE scale where the runner says none (the values are ours).
    #[must_use]
    pub const fn rpe(self) -> u32 {
        match self {
            Self::None => 0,
            Self::Restful | Self::Easy => 3,
            Self::Hard => 7,
        }
    }
}

/// What can stand on a day, in its order within the day: the one list of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Session {
    /// A run.
    Run(Run),
    /// Strength; never [`Strength::None`].
    Strength(Strength),
    /// Cross-training: bike, swim, row.
    Cross,
    /// Mobility.
    Mobility,
    /// An easy second run on a run day: nothing is placed by it, it takes time and adds load.
    Second,
    /// A fixed session of the runner's; never [`Other::None`].
    Other(Other),
}

impl Session {
    /// What the search may put beside a day's run, mobility apart, in the order in which ties prefer it.
    pub const CHOICES: [Self; 3] =
        [Self::Strength(Strength::Full), Self::Strength(Strength::Upper), Self::Cross];

    /// How many kinds of session a day holds at most; of fixed ones there may be several.
    pub const MOST: usize = 6;

    /// The session that is placed where a kind is asked for; `None` for rest, and for runs and fixed sessions, which are declared.
    #[must_use]
    pub const fn of(kind: Kind) -> Option<Self> {
        match kind {
            Kind::Strength | Kind::Upper => Some(Self::Strength(Strength::Upper)),
            Kind::Legs => Some(Self::Strength(Strength::Full)),
            Kind::Mobility => Some(Self::Mobility),
            Kind::Cross => Some(Self::Cross),
            Kind::Rest | Kind::Run | Kind::Fixed => None,
        }
    }

    /// The kind that questions and counts know it by.
    #[must_use]
    pub const fn kind(self) -> Kind {
        match self {
            Self::Run(_) | Self::Second => Kind::Run,
            Self::Strength(_) => Kind::Strength,
            Self::Cross => Kind::Cross,
            Self::Mobility => Kind::Mobility,
            Self::Other(_) => Kind::Fixed,
        }
    }

    /// The word for its kind in files and programs: `run`, `strength`, `cross`, `mobility`, `fixed`.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.kind().id()
    }

    /// Its name in a sentence: `easy run`, `strength`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Run(run) => run.name(),
            Self::Second => Run::Easy.name(),
            other => other.kind().name(),
        }
    }

    /// Planned effort on the 0 to 10 RPE scale with strength of this class (session RPE, Foster 2001; the values are ours).
    #[must_use]
    pub const fn rpe(self, class: Class) -> u32 {
        match self {
            Self::Run(run) => run.rpe(),
            Self::Second => Run::Easy.rpe(),
            Self::Strength(strength) => strength.rpe(class),
            Self::Cross => 3,
            Self::Mobility => 0,
            Self::Other(other) => other.rpe(),
        }
    }

    /// Its place in the order of a day, 0 to 5: run, strength, cross-training, mobility, second run, fixed sessions.
    #[must_use]
    pub const fn place(self) -> usize {
        match self {
            Self::Run(_) => 0,
            Self::Strength(_) => 1,
            Self::Cross => 2,
            Self::Mobility => 3,
            Self::Second => 4,
            Self::Other(_) => 5,
        }
    }
}

/// How many of the declared run days a season lets stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Keep {
    /// All of them.
    All,
    /// So many, 0 to 7.
    Days(u8),
}

impl std::fmt::Display for Keep {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::All => f.write_str("all"),
            Self::Days(days) => days.fmt(f),
        }
    }
}

/// Minutes of a cross-training session unless the profile says otherwise (a placeholder).
pub const CROSS_MINUTES: u16 = 40;
/// Minutes of a shake-out run (practice).
pub const SHAKE_OUT_MINUTES: u16 = 20;

/// The end of the identity of a session in a calendar: by it the program knows its own events again.
pub const CALENDAR_IDENTITY: &str = "@runplan.invalid";
