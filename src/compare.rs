//! Weeks side by side: the three placements of one runner, or two weeks that are there already.

use crate::check::{ScoredWeek, Standard, scored};
use crate::facts::request::Request;
use crate::import::ForeignPlan;
use crate::plan::{Outcome, plan_briefly};
use crate::rules;
use crate::week::day::{Day, Days};
use crate::week::score::{Level, Score};
use crate::week::session::Placement;
use crate::word::Word;
use chrono::NaiveDate;

/// The best week of one runner under each placement.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The runner's name.
    pub runner: Option<String>,
    /// The season's name.
    pub season: String,
    /// Monday of the weeks.
    pub monday: NaiveDate,
    /// The weeks, in the order of the placements.
    pub weeks: Vec<PlacementWeek>,
}

/// The best week under one placement.
#[derive(Clone, Debug)]
pub struct PlacementWeek {
    /// The placement.
    pub placement: Placement,
    /// Whether it is the runner's own.
    pub own: bool,
    /// The week, or why there is none.
    pub outcome: Outcome,
}

/// The best week of a request under each placement.
#[must_use]
pub fn placements(request: &Request<'_>) -> Comparison {
    let own = rules::facts(request).limits.placement;
    let under = |placement: &Placement| {
        let mut asked = request.clone();
        asked.profile.to_mut().strength.placement = Some(*placement);
        PlacementWeek { placement: *placement, own: *placement == own, outcome: plan_briefly(&asked) }
    };
    Comparison {
        runner: request.profile.name.clone(),
        season: request.season().name.to_string(),
        monday: request.monday,
        weeks: Placement::ALL.iter().map(under).collect(),
    }
}

/// Two weeks: how each scores, and where they differ.
#[derive(Clone, Debug)]
pub struct Difference {
    /// What the weeks are called.
    pub labels: [String; 2],
    /// The texts of their days, Monday first.
    pub texts: [[String; 7]; 2],
    /// Their scores, the hard level too.
    pub scores: [Score; 2],
    /// The days on which something else stands.
    pub days: Days,
}

impl Difference {
    /// The first level on which they differ, and which of the two is better there: 0 or 1.
    #[must_use]
    pub fn better(&self) -> Option<(Level, usize)> {
        let level =
            Level::ALL.iter().find(|level| self.scores[0].on(**level) != self.scores[1].on(**level))?;
        Some((*level, usize::from(self.scores[0].on(*level) > self.scores[1].on(*level))))
    }
}

/// The weeks of two plans, in their order, as far as both go.
#[must_use]
pub fn differences(plans: [&ForeignPlan; 2], standard: &Standard) -> Vec<Difference> {
    let [first, second] = plans.map(|plan| scored(plan, standard));
    let pairs = first.iter().zip(&second).enumerate();
    pairs.map(|(at, (a, b))| difference(plans.map(|plan| &plan.weeks[at]), [a, b])).collect()
}

fn difference(weeks: [&crate::import::ForeignWeek; 2], scored: [&ScoredWeek; 2]) -> Difference {
    let texts = weeks.map(|week| std::array::from_fn(|day| week.days[day].text.clone()));
    let differs = |day: &Day| {
        let at = day.index();
        let [a, b] = weeks.map(|week| week.days[at].minutes);
        scored[0].week[at] != scored[1].week[at] || a != b
    };
    Difference {
        labels: weeks.map(|week| week.label.clone()),
        texts,
        scores: scored.map(|scored| scored.score),
        days: Day::ALL.iter().copied().filter(differs).collect(),
    }
}
