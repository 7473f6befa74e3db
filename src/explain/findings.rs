//! The second look: the same rules asked about the finished week, without the search's tables.

use crate::facts::{Facts, next_week};
use crate::rules::{Around, Breach, Looks, RULES, Rule, Today};
use crate::week::day::Day;
use crate::week::score::{Level, Score};
use crate::week::session::Run;
use crate::week::{Beyond, Count, DayPlan, Week};
use crate::word::Word;

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
        let plan = self.days.first().map_or(DayPlan::EMPTY, |day| week[day.index()]);
        let (days, limits) = (self.days.as_slice(), &facts.limits);
        let breach = Breach { days, amount: self.amount, plan, around: self.around, limits };
        self.rule.steer().map_or_else(String::new, |steer| (steer.says)(&breach))
    }
}

/// A finished week as the rules look at it, made once for all of them.
struct Looked<'a> {
    facts: &'a Facts<'a>,
    week: &'a Week,
    days: [Today<'a>; 7],
    arounds: [Around; 7],
    beyond: Beyond<'a>,
}

impl<'a> Looked<'a> {
    fn new(facts: &'a Facts<'a>, week: &'a Week, beyond: Beyond<'a>) -> Self {
        let runs = week.map(|day| day.run);
        let around = |day: Day| {
            let (before, after) = facts.around(&runs, day, &beyond);
            Around { strength: week[day.index()].strength, before, after }
        };
        Self {
            facts,
            week,
            days: std::array::from_fn(|day| Today::new(facts, Day::of(day), week[day])),
            arounds: std::array::from_fn(|day| around(Day::of(day))),
            beyond,
        }
    }

    /// A day before this week's Monday, or the same day of this week where it stands for it, and a day of this week.
    fn over_the_end(&self, last: usize, first: usize) -> Option<[DayPlan; 2]> {
        let again = |day: DayPlan| DayPlan { run: next_week(day.run), ..day };
        match self.beyond {
            Beyond::Again if self.facts.limits.wraps => {
                Some([again(self.week[last]), again(self.week[first])])
            }
            Beyond::Again => None,
            Beyond::Weeks { before, .. } => before.map(|before| [before[last], self.week[first]]),
        }
    }

    /// All pairs of days up to so many days apart, the earlier day first.
    fn pairs(&self, reach: usize, mut look: impl FnMut([Day; 2], [DayPlan; 2], usize)) {
        for first in 0..7 {
            for later in first + 1..=first + reach {
                // Pairs over the end of a week: each counts once, with the week of its later day.
                let plans = if later < 7 {
                    Some([self.week[first], self.week[later]])
                } else {
                    self.over_the_end(first, later - 7)
                };
                if let Some(plans) = plans {
                    look([Day::of(first), Day::of(later)], plans, later - first);
                }
            }
        }
    }

    fn breaches(&self, rule: &'static Rule, found: &mut Vec<Finding>) {
        let mut note_around = |days: &[Day], amount: u8, around: Option<Around>| {
            if amount > 0 {
                found.push(Finding { rule, days: days.to_vec(), amount, around });
            }
        };
        let mut note = |days: &[Day], amount: u8| note_around(days, amount, None);
        let limits = &self.facts.limits;
        match rule.steer().map(|steer| steer.looks) {
            Some(Looks::Day(check)) => {
                for (day, today) in Day::ALL.iter().zip(&self.days) {
                    note(&[*day], check(today));
                }
            }
            Some(Looks::Strength(check)) => {
                let strength = |(_, today): &(&Day, &Today<'_>)| today.plan.strength.any();
                for (day, today) in Day::ALL.iter().zip(&self.days).filter(strength) {
                    note(&[*day], check(today));
                }
            }
            Some(Looks::Around(check)) => {
                for (day, around) in Day::ALL.iter().zip(&self.arounds) {
                    note_around(&[*day], check(limits, around), Some(*around));
                }
            }
            Some(Looks::Pair { reach, check }) => self.pairs(reach, |days, plans, apart| {
                let strength = plans.map(|plan| plan.strength);
                if strength.iter().all(|strength| strength.any()) {
                    note(&days, check(limits, strength, apart));
                }
            }),
            Some(Looks::RunPair { reach, check }) => self.pairs(reach, |days, plans, apart| {
                note(&days, check(limits, plans.map(|plan| plan.run), apart));
            }),
            Some(Looks::Total(count, check)) => note(&[], check(limits, count.of(self.week))),
            None => {}
        }
    }
}

/// Everything that a week breaks, in the order of the rules.
#[must_use]
pub fn findings(facts: &Facts<'_>, week: &Week) -> Vec<Finding> {
    findings_beside(facts, week, Beyond::Again)
}

/// The same with what stands beyond the ends of the week. A pair over its end counts with the week of its later day, and
/// names the earlier one first.
#[must_use]
pub fn findings_beside(facts: &Facts<'_>, week: &Week, beyond: Beyond<'_>) -> Vec<Finding> {
    let looked = Looked::new(facts, week, beyond);
    let mut found = Vec::new();
    for rule in RULES {
        looked.breaches(rule, &mut found);
    }
    found
}

/// Where a week breaks one rule.
#[must_use]
pub fn breaches(rule: &'static Rule, facts: &Facts<'_>, week: &Week) -> Vec<Finding> {
    let mut found = Vec::new();
    Looked::new(facts, week, Beyond::Again).breaches(rule, &mut found);
    found
}

/// The score that findings add up to.
#[must_use]
pub fn score(findings: &[Finding]) -> Score {
    // A plan of someone else's can be broken beyond what a level holds.
    let on = |level: Level| {
        let amounts = findings.iter().filter(|f| f.rule.level() == Some(level)).map(|f| u32::from(f.amount));
        Score::new(level, u8::try_from(amounts.sum::<u32>()).unwrap_or(u8::MAX))
    };
    Level::ALL.iter().fold(Score::ZERO, |sum, level| sum + on(*level))
}

/// What a plan must be whatever the rules say; the first fault in words.
///
/// # Errors
/// A session where none of its kind may stand, more sessions than targets, or runs other than the declared ones.
pub fn sound(facts: &Facts<'_>, week: &Week) -> Result<(), String> {
    let mut kept = 0;
    for day in Day::ALL {
        let (plan, planned) = (week[day.index()], facts.runs[day.index()]);
        if plan.run != planned.run && !(planned.movable && plan.run == Run::Off) {
            return Err(format!("{}: the run is not the declared one", day.name()));
        }
        kept += usize::from(planned.movable && plan.run.is_run());
        if plan.cross && (plan.run.is_run() || plan.strength.any()) {
            return Err(format!("{}: cross-training beside a run or strength", day.name()));
        }
        if plan.mobility
            && (plan.run == Run::Race || !plan.run.is_run() && !plan.strength.any() && !plan.cross)
        {
            return Err(format!("{}: mobility on its own or on race day", day.name()));
        }
    }
    if kept != facts.movable_kept {
        return Err(format!("{kept} of the movable runs are kept, not {}", facts.movable_kept));
    }
    let most = [(Count::Mobility, facts.limits.mobility), (Count::Cross, facts.limits.cross)];
    match most.iter().find(|(count, most)| count.of(week) > *most) {
        Some((count, most)) => Err(format!("more than {most} of {count:?}")),
        None => Ok(()),
    }
}
