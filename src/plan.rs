//! The finished week as one value, and the front door that makes it: [`plan`].
//!
//! A [`Plan`] holds everything that any output shows; an output can neither fail nor score.

mod answer;
pub mod chain;
mod cutback;
mod detail;
mod make;
mod planner;
mod question;
mod run_days;
mod value;

pub use crate::explain::FindingText;
pub use crate::explain::day::{PlannedDay, PlannedSession};
pub use crate::explain::run_days::settled;
pub use crate::facts::changes::Change;
pub use crate::facts::ladder::{Ladder, RAMP_IN_WEEKS};
pub use detail::Detail;
pub use planner::Planner;
pub use value::{NOTICE, Outcome, Plan, Refusal};

use crate::cache::Cache;
use crate::explain::run_days::settled_with_reasons;
use crate::facts::request::Request;
use crate::rules;
use answer::SearchAnswer;
use make::Sessions;

/// Plans a week and says why: the reasons of each session, and what stood in the way of a missed number.
#[must_use]
pub fn plan(request: &Request<'_>) -> Outcome {
    explained(request, &mut Cache::new(0))
}

/// The same with sessions that may be known already.
fn explained(request: &Request<'_>, sessions: &mut Sessions) -> Outcome {
    let (settled, reasons) = settled_with_reasons(request);
    let facts = rules::facts(&settled);
    let answer = SearchAnswer::explained(&settled, &facts).with_run_reasons(&facts, &reasons);
    make::outcome(&settled, &facts, &answer, sessions)
}

/// Plans a week without reasons: the same week, score, findings, warnings and changes, several times as fast.
#[must_use]
pub fn plan_briefly(request: &Request<'_>) -> Outcome {
    let settled = settled(request);
    let facts = rules::facts(&settled);
    make::outcome(&settled, &facts, &SearchAnswer::of(&settled, &facts, Detail::Full), &mut Cache::new(0))
}
