//! What a rule is: what it says, on whose word, what it looks at, and what it sees of a day or a week.

use crate::facts::Facts;
use crate::facts::changes::Apply;
use crate::facts::limits::Limits;
use crate::facts::races::is_after;
use crate::rules::moves::Moves;
use crate::rules::target::Target;
use crate::rules::training::Training;
use crate::rules::warning::{Seen, Subject, Warning};
use crate::week::DayPlan;
use crate::week::day::Day;
use crate::week::kind::{Kind, Kinds};
use crate::week::race::{ByDistance, Priority, Race};
use crate::week::score::Level;
use crate::week::session::{Other, Run, Session, Strength};
use crate::word::words;

/// A rule: what it says, why, on whose word, and how it is checked.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Kebab-case id; it names the breach.
    pub id: &'static str,
    /// One sentence on what it says.
    pub summary: &'static str,
    /// Why it is there.
    pub rationale: &'static str,
    /// Where it comes from; `S..` are the numbered statements of the article.
    pub source: &'static str,
    /// How strong the evidence is; `None` for what the runner demands and what is arithmetic.
    pub grade: Option<Grade>,
    /// Its number.
    pub limit: Limit,
    /// How it works.
    pub check: Check,
    /// Weeks in one-line notation that break it.
    pub breaks: &'static [&'static str],
    /// Weeks in one-line notation that keep it.
    pub keeps: &'static [&'static str],
}

words! {
    /// How strong the evidence behind a rule is; the design of the studies, not the size of the effect.
    Grade("grade") {
        /// Meta-analysis or randomised trial on the question.
        A = "A",
        /// Cohort study, consensus or small crossover study.
        B = "B",
        /// Expert opinion or common practice.
        C = "C",
    }
}

/// The number of a rule, which stands nowhere else.
#[derive(Clone, Copy, Debug)]
pub enum Limit {
    /// None.
    None,
    /// So many days.
    Days(u8),
    /// A number of the profile or the season, by its key.
    Key(&'static str),
    /// Days by race distance, a row for each of the names.
    ByDistance(&'static [(&'static str, ByDistance)]),
    /// Named numbers.
    Numbers(&'static [(&'static str, u32)]),
}

/// How a rule works.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// It steers the search.
    Steer(Steer),
    /// It changes the declared runs or the limits before the search.
    Change(&'static [Apply]),
    /// It warns about the finished week and moves nothing.
    Warn(Subject, Warn),
    /// It steers the search in some weeks, and warns about the others.
    SteerOrWarn(Steer, Subject, Warn),
    /// It steers the search, and warns where the runner asked it not to.
    SteerAndWarn(Steer, Subject, Warn),
    /// It warns where a target was missed.
    Short(&'static Target),
    /// It says what is wrong with the exercises of a week's sessions; what this program builds keeps it.
    Session(fn(&Training<'_>) -> Vec<String>),
}

/// What a rule warns of in a finished week.
pub type Warn = fn(&Seen<'_>) -> Vec<Warning>;

/// A rule that steers the search.
#[derive(Clone, Copy, Debug)]
pub struct Steer {
    /// Its level.
    pub level: Level,
    /// What it looks at, and the amount by which that breaks it.
    pub looks: Looks,
    /// What the rule wants, as the end of "leaves no week in which …".
    pub wish: fn(&Limits) -> String,
    /// What speaks against a day that would break it, as it stands in brackets behind the day: "the day before a key run".
    pub against: fn(&Breach<'_>) -> &'static str,
    /// What one breach says.
    pub says: fn(&Breach<'_>) -> String,
}

/// What a steering rule looks at. All but `Day` see of the runner only the limits.
#[derive(Clone, Copy, Debug)]
pub enum Looks {
    /// One day by itself, with what the runner said about it.
    Day(fn(&Today<'_>) -> u8),
    /// One day's strength and the runs around it.
    Around(fn(&Limits, &Around) -> u8),
    /// Two days that are both of a sort.
    Pair {
        /// Whether a day is of that sort; mobility is not known yet when the search asks.
        of: fn(DayPlan) -> bool,
        /// How many days apart at most, 1 to 3.
        reach: usize,
        /// The amount for two such days so many days apart.
        amount: fn(&Limits, usize) -> u8,
    },
    /// How many days of the week hold a kind.
    Total(Kind, fn(&Limits, u8) -> u8),
    /// What moved in a week that is planned again: it tells the days and the amount of each breach.
    Moves(MovesCheck),
}

/// What a rule about moves says: each breach, by its days and its amount.
pub type MovesCheck = fn(&Moves<'_>, &mut dyn FnMut(&[Day], u8));

/// One day as a rule sees it.
#[derive(Clone, Copy, Debug)]
pub struct Today<'a> {
    /// The effective numbers.
    pub limits: &'a Limits,
    /// The day.
    pub day: Day,
    /// What is placed.
    pub plan: DayPlan,
    /// What stood on the day in an earlier week, where the week is planned again.
    pub was: Option<DayPlan>,
    /// Whether all of it fits into the day's time.
    pub fits: bool,
    /// The kinds that may stand on it as far as the runner names days for them.
    pub open_to: Kinds,
    /// The kind of strength that the runner names it for, where that is said.
    pub named_strength: Option<Strength>,
    /// Whether it is blocked.
    pub blocked: bool,
    /// Minutes from the end of the run to the start of strength, where clock times are known.
    pub gap: Option<u16>,
    /// Whether mobility starts as the run or strength ends, where clock times are known.
    pub mobility_follows: Option<bool>,
    /// What the runner's fixed sessions make of the day before, of the day and of the day after.
    pub fixed: [Other; 3],
    /// The race that counts.
    pub race: Option<Race>,
    /// Days to it: 0 on its day, negative after it.
    pub race_in: Option<i64>,
}

impl<'a> Today<'a> {
    /// A day as the rules see it with `plan` on it.
    #[must_use]
    pub fn new(facts: &'a Facts<'a>, day: Day, plan: DayPlan) -> Self {
        let starts = facts.starts(day, plan);
        let (run, strength) = (Session::Run(plan.run), Session::Strength(plan.strength));
        let start = |session: Session| starts?.of(session);
        let end = |session: Session| Some(start(session)? + facts.minutes(day, session));
        let follows = |from: u16| [run, strength].into_iter().filter_map(end).any(|end| end == from);
        // Whatever it is called.
        let protects = facts.written.protected.contains(day);
        let seen = |plan: DayPlan| if protects { DayPlan { run: Run::Long, ..plan } } else { plan };
        Self {
            limits: &facts.limits,
            day,
            plan: seen(plan),
            was: facts.earlier.map(|earlier| seen(earlier.week[day.index()])),
            fits: starts.is_some(),
            open_to: facts.open_to(day),
            named_strength: facts.named_strength(day),
            blocked: facts.blocked.contains(day),
            gap: end(run).and_then(|ends| start(strength)?.checked_sub(ends)),
            mobility_follows: start(Session::Mobility).map(follows),
            fixed: facts.others.around(day),
            race: facts.race,
            race_in: facts.race_in(day),
        }
    }

    /// The day with another race to count from.
    #[must_use]
    pub fn with_race(self, facts: &Facts<'_>, day: Day, race: Race) -> Self {
        let race_in = race.days_from(facts.monday) - i64::try_from(day.index()).unwrap_or(0);
        Self { race_in: Some(race_in), race: Some(race), ..self }
    }

    /// 1 where the day holds a kind on a day that the runner does not name for it, though others are named.
    #[must_use]
    pub const fn off_its_days(&self, kind: Kind) -> u8 {
        (self.plan.holds(kind) && !self.open_to.contains(kind)) as u8
    }

    /// Whether the day lies within so many days before the race, by its priority, or is its day.
    #[must_use]
    pub fn before_race(&self, days: impl Fn(Priority) -> u8) -> bool {
        let days = |race: Race| 0..=i64::from(days(race.priority));
        self.race.zip(self.race_in).is_some_and(|(race, n)| days(race).contains(&n))
    }

    /// Whether the day lies within so many days after the race, by its distance, where it is recovered from.
    #[must_use]
    pub fn after_race(&self, days: ByDistance) -> bool {
        self.race.zip(self.race_in).is_some_and(|(race, away)| is_after(race, away, days))
    }
}

/// A strength day and the runs around it, nearest first.
#[derive(Clone, Copy, Debug)]
pub struct Around {
    /// The strength of the day.
    pub strength: Strength,
    /// Runs 1, 2 and 3 days before.
    pub before: [Run; 3],
    /// Runs 1, 2 and 3 days after.
    pub after: [Run; 3],
    /// Minutes of the run on the day before, where they are known.
    pub minutes_before: Option<u16>,
}

impl Around {
    /// The strength of a day among the kept `runs` of its week.
    #[must_use]
    pub fn new(facts: &Facts<'_>, day: Day, strength: Strength, runs: &[Run; 7]) -> Self {
        let (before, after) = facts.around(runs, day);
        Self { strength, before, after, minutes_before: facts.run_minutes_before(runs, day) }
    }
}

/// One breach of a rule, for its message.
#[derive(Clone, Copy, Debug)]
pub struct Breach<'a> {
    /// The days, in order; none for a count of the week.
    pub days: &'a [Day],
    /// By how much.
    pub amount: u8,
    /// What is placed on the first of the days.
    pub plan: DayPlan,
    /// The runs around the first of the days, where the rule looks at them.
    pub around: Option<Around>,
    /// The effective numbers.
    pub limits: &'a Limits,
    /// Whether the first day of a pair that begins later in the week is one of the week before, as it was planned.
    pub planned_before: bool,
}

impl Breach<'_> {
    /// The run so many days after the first day, or before it where `by` is negative: `Saturday's long run`.
    #[must_use]
    pub fn run(&self, by: i8) -> String {
        let at = usize::from(by.unsigned_abs()).saturating_sub(1);
        let run = self.around.map(|around| if by > 0 { around.after[at] } else { around.before[at] });
        let day = self.days.first().map(|day| day.shifted(by));
        match (run, day) {
            (Some(run), Some(day)) => format!("{}'s {}", day.name(), run.name()),
            _ => "a run".to_owned(),
        }
    }

    /// The nearest key run after the first day: `Saturday's long run`.
    #[must_use]
    pub fn key_run_ahead(&self) -> String {
        let ahead = self.around.and_then(|around| around.after.iter().position(|run| run.is_key()));
        ahead.map_or_else(|| "a key run".to_owned(), |at| self.run([1, 2, 3][at]))
    }

    /// The name of the first day.
    #[must_use]
    pub fn day(&self) -> &'static str {
        self.days.first().map_or("the week", |day| day.name())
    }

    /// Both days of a pair.
    #[must_use]
    pub fn both(&self) -> String {
        if let [before, day] = self.days
            && self.planned_before
            && before > day
        {
            return format!("{} of the week before and {}", before.name(), day.name());
        }
        crate::week::day::listed(self.days.iter().copied())
    }
}

/// Rules are told apart by their ids.
impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Rule {}

impl Rule {
    /// The level, where the rule steers the search.
    #[must_use]
    pub fn level(&self) -> Option<Level> {
        self.steer().map(|steer| steer.level)
    }

    /// The steering part, where it has one.
    #[must_use]
    pub fn steer(&self) -> Option<&Steer> {
        match &self.check {
            Check::Steer(steer) | Check::SteerOrWarn(steer, ..) | Check::SteerAndWarn(steer, ..) => {
                Some(steer)
            }
            _ => None,
        }
    }

    /// What the rule warns of, where it does, and what that is about.
    #[must_use]
    pub const fn warns(&self) -> Option<(Subject, Warn)> {
        match self.check {
            Check::Warn(subject, warn)
            | Check::SteerOrWarn(_, subject, warn)
            | Check::SteerAndWarn(_, subject, warn) => Some((subject, warn)),
            _ => None,
        }
    }

    /// What kind of rule it is: its level, `change` or `warning`.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match &self.check {
            Check::Steer(steer) | Check::SteerAndWarn(steer, ..) => crate::word::Word::id(steer.level),
            Check::Change(_) => "change",
            // It mostly warns.
            Check::Warn(..) | Check::SteerOrWarn(..) | Check::Short(_) => "warning",
            Check::Session(_) => "session",
        }
    }
}
