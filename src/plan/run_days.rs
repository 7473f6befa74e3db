//! The run days of a plan's weeks, where their runner leaves them to the search.

use crate::explain::run_days::layout;
use crate::facts::request::Request;
use crate::facts::run_choice::RunChoice;
use crate::facts::runs::Runs;
use crate::plan::question::Question;
use crate::rules;
use crate::solve::{Ask, RuleSet, Search};
use crate::week::DayPlan;
use crate::week::edges::Edge;
use crate::week::session::Run;
use chrono::NaiveDate;

/// What decides about the run days of a week but its neighbours: the choice, and what the week asks with the first of them.
pub(super) type Asked = (RunChoice, Question);

/// What decides about the run days of a request, where they are open.
pub(super) fn asked(request: &Request<'_>) -> Option<Asked> {
    let choice = request.run_choice()?;
    let first = choice.layouts().first().copied().unwrap_or([Run::Off; 7]);
    let sketch = request.clone().with_runs(Runs::Settled(first));
    Some((choice, Question::of(&rules::facts(&sketch))))
}

/// What a week asks before its run days are chosen.
pub(super) fn question(request: &Request<'_>) -> (Option<RunChoice>, Question) {
    match asked(request) {
        Some((choice, question)) => (Some(choice), question),
        None => (None, Question::of(&rules::facts(request))),
    }
}

/// The run days of the weeks of a plan so far, by their Mondays, where the search chooses them. In weeks that ask the same they
/// are the same: whoever runs on other days each week has no plan.
#[derive(Debug, Default)]
pub(super) struct RunDays(Vec<(NaiveDate, Option<Laid>)>);

#[derive(Debug)]
struct Laid {
    asked: Asked,
    layout: [Run; 7],
    /// The last days of its week, the nearest first, as far as they are known before it is planned.
    last: [DayPlan; 3],
}

impl RunDays {
    /// The request of the next week with its run days: those of the week before where it asks the same, else the best ones of a
    /// week that repeats, behind what is known of the week before.
    pub fn laid<'a>(&mut self, request: Request<'a>) -> Request<'a> {
        let Some(asked) = asked(&request) else { return request };
        self.0.retain(|(monday, _)| *monday < request.monday);
        let before = self.0.last().and_then(|(_, laid)| laid.as_ref());
        let same = before.filter(|before| before.asked == asked).map(|before| before.layout);
        let layout = same.or_else(|| {
            let mut facts = rules::facts(&request);
            if let Some(before) = before {
                // What a pair over the border costs is no reason to run on other days than before.
                facts.edges.before = Edge::Stretch(before.last);
            }
            let best = Search::new(&facts, RuleSet::all()).best(&Ask::default());
            best.map(|best| layout(&facts, &best.week))
        });
        let monday = request.monday;
        let Some(layout) = layout else {
            self.0.push((monday, None));
            return request;
        };
        let settled = request.with_runs(Runs::Settled(layout));
        let days = Question::of(&rules::facts(&settled)).days();
        self.0.push((monday, Some(Laid { asked, layout, last: [days[6], days[5], days[4]] })));
        settled
    }
}
