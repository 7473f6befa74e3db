//! A week that was planned again on the wire, `runplan.replan/1`.

#[cfg(test)]
use crate::export::json::schema::{IsoWeek, Of, Rule};
use crate::export::json::week::{WeekV1, ids};
use crate::plan::{Detail, NOTICE};
use crate::replan::{Replan, Touched};
use crate::week::dates::iso_week;
use crate::week::day::{Day, Days};
use crate::week::id::SessionId;
use crate::word::Word as _;
use serde::Serialize;

/// A week that was planned again: a day fell away, or a session was missed.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ReplanV1<'a> {
    schema: &'static str,
    /// The runner's name.
    runner: Option<&'a str>,
    /// The week of ISO 8601.
    #[cfg_attr(test, schemars(with = "IsoWeek"))]
    week: String,
    /// Days whose sessions stay as they stood: over, pinned, with the race, or with what the runner moved there.
    #[cfg_attr(test, schemars(with = "Vec<Of<crate::week::day::Day>>"))]
    #[serde(serialize_with = "ids")]
    frozen: Days,
    /// Days ahead without training.
    #[cfg_attr(test, schemars(with = "Vec<Of<crate::week::day::Day>>"))]
    #[serde(serialize_with = "ids")]
    blocked: Days,
    /// Days on which something was missed.
    #[cfg_attr(test, schemars(with = "Vec<Of<crate::week::day::Day>>"))]
    #[serde(serialize_with = "ids")]
    missed: Days,
    /// Runs and strength sessions that changed their day or were let go.
    touched: Vec<TouchedV1<'a>>,
    /// How often calendar entries of sessions have changed, where they have, so that the next change counts on.
    sequences: Vec<SequenceV1>,
    /// The week as it is now; the week after it too, where a hard rule demanded that it changes.
    weeks: Vec<WeekV1<'a>>,
    notice: &'static str,
}

/// A session that changed its day or was let go.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct TouchedV1<'a> {
    /// Its identity.
    #[cfg_attr(test, schemars(with = "String"))]
    id: SessionId,
    /// The day on which it stood.
    #[cfg_attr(test, schemars(with = "Of<crate::week::day::Day>"))]
    from: &'static str,
    /// The day on which it stands now; null where it was let go.
    #[cfg_attr(test, schemars(with = "Option<Of<crate::week::day::Day>>"))]
    to: Option<&'static str>,
    /// The rule that decided.
    #[cfg_attr(test, schemars(with = "Rule"))]
    rule: &'static str,
    /// Why, in a sentence.
    message: &'a str,
}

/// How often a calendar entry has changed.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct SequenceV1 {
    /// The identity of its session.
    #[cfg_attr(test, schemars(with = "String"))]
    id: SessionId,
    /// How often, from 1.
    sequence: u32,
}

impl<'a> ReplanV1<'a> {
    /// A week that was planned again.
    pub fn new(replan: &'a Replan) -> Self {
        let week = |plan| WeekV1::new(plan, Detail::Full, None);
        Self {
            schema: "runplan.replan/1",
            runner: replan.plan.runner.as_deref(),
            week: iso_week(replan.plan.monday),
            frozen: replan.frozen,
            blocked: replan.lost,
            missed: replan.missed,
            touched: replan.touched.iter().map(TouchedV1::new).collect(),
            sequences: replan
                .sequences
                .iter()
                .map(|(id, sequence)| SequenceV1 { id: *id, sequence: *sequence })
                .collect(),
            weeks: std::iter::once(&replan.plan)
                .chain(replan.next.as_ref().map(|next| &next.plan))
                .map(week)
                .collect(),
            notice: NOTICE,
        }
    }
}

impl<'a> TouchedV1<'a> {
    fn new(of: &'a Touched) -> Self {
        Self {
            id: of.session.id,
            from: of.from.id(),
            to: of.to.map(Day::id),
            rule: of.rule,
            message: &of.message,
        }
    }
}
