//! Explanations: what a week breaks, why each session stands where it does, what would mend a refusal, and "why not".

pub mod costs;
pub mod day;
pub mod findings;
pub mod fixes;
pub mod other_days;
pub mod reasons;
pub mod run_days;
pub(crate) mod sentences;
pub mod warnings;
pub mod why_not;

use crate::facts::Facts;
use crate::rules::{Around, Breach, Rule, Steer};
use crate::week::day::Day;
use crate::week::edges::Edge;
use crate::week::{DayPlan, Week};

/// A rule that a week breaks, where, and by how much.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// The days, in their order; none for a count of the week.
    pub days: Vec<Day>,
    /// By how much, 1 to 255, in what the rule counts: sessions, days, or steps of its own. The amounts of a level add up.
    pub amount: u8,
    /// The runs around its day, where the rule looks at them.
    pub around: Option<Around>,
}

impl Finding {
    /// What it says, in one sentence without a stop.
    #[must_use]
    pub fn message(&self, facts: &Facts<'_>, week: &Week) -> String {
        self.told(facts, week, |steer, breach| (steer.says)(breach)).unwrap_or_default()
    }

    /// What it says against its first day, in a few words: "the day before a key run".
    #[must_use]
    pub fn against(&self, facts: &Facts<'_>, week: &Week) -> &'static str {
        self.told(facts, week, |steer, breach| (steer.against)(breach)).unwrap_or_default()
    }

    /// What its rule makes of it.
    fn told<T>(
        &self,
        facts: &Facts<'_>,
        week: &Week,
        tell: impl FnOnce(&Steer, &Breach<'_>) -> T,
    ) -> Option<T> {
        let plan = self.days.first().map_or(DayPlan::EMPTY, |day| week[day.index()]);
        let (days, limits) = (self.days.as_slice(), &facts.limits);
        let planned_before =
            facts.course.is_some() && matches!(facts.edges.before, Edge::Days(_) | Edge::Stretch(_));
        let breach = Breach { days, amount: self.amount, plan, around: self.around, limits, planned_before };
        self.rule.steer().map(|steer| tell(steer, &breach))
    }
}

/// A finding in words.
#[derive(Clone, Debug)]
pub struct FindingText {
    /// The rule.
    pub rule: &'static Rule,
    /// The days; none for a count of the week.
    pub days: Vec<Day>,
    /// By how much, as in [`Finding::amount`].
    pub amount: u8,
    /// One sentence without a stop; empty where no sentences are asked for.
    pub message: String,
}
