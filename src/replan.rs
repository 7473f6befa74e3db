//! A week planned again: a day fell away, a session was missed.
//!
//! No worse, then fewest, then nearest, then best: it is the ordinary search with the earlier week beside it, and rules that
//! look at what moved. What is over, pinned or a race stays as it stands, and what need not change does not.

mod became;
mod beside;
mod days;
mod demands;
mod layouts;
mod losses;
mod runner;
mod standing;
mod touched;

use crate::explain::findings::findings;
use crate::explain::run_days;
use crate::facts::changes::Change;
use crate::facts::earlier::Earlier;
use crate::facts::request::Request;
use crate::facts::runs::{Runs, WrittenRun};
use crate::facts::written::FixedWeek;
use crate::input::{Place, Problem};
use crate::plan::chain::Calendar;
use crate::plan::{Outcome, Plan, plan};
use crate::profile::Fixed;
use crate::rules::{self, DAY_BLOCKED};
use crate::week::DayPlan;
use crate::week::day::{Day, Days};
use crate::week::edges::Edges;
use crate::week::id::SessionId;
use crate::week::kind::Kind;
use crate::week::score::Level;
use crate::week::session::{Run, Session};
use crate::word::Word as _;

pub use beside::Next;
pub use losses::{Losses, Missed};
pub use standing::{Standing, day_of};
pub use touched::Touched;

use became::Became;
use beside::{After, beside, is_broken};
use days::merged;
use demands::settled;
use layouts::layouts;
pub use runner::runner_of;
use touched::touched;

/// A week that was planned again.
#[derive(Clone, Debug)]
pub struct Replan {
    /// The week as it stood.
    pub before: Standing,
    /// The week as it is now.
    pub plan: Plan,
    /// The week after it, where a hard rule demanded that it changes too.
    pub next: Option<Next>,
    /// Days whose sessions stayed as they stood, whatever was best.
    pub frozen: Days,
    /// Those of them that are over.
    pub over: Days,
    /// Days between which the runner has moved sessions.
    pub moved: Days,
    /// Days on which something was missed.
    pub missed: Days,
    /// Days ahead that were lost.
    pub lost: Days,
    /// Runs and strength sessions that changed their day or were let go, in the order of their days.
    pub touched: Vec<Touched>,
    /// How often calendar entries of sessions have changed, those of this time among them.
    pub sequences: Vec<(SessionId, u32)>,
}

impl Replan {
    /// The week, and the one after it where that changes too.
    #[must_use]
    pub fn weeks(&self) -> Vec<&Plan> {
        std::iter::once(&self.plan).chain(self.next.as_ref().map(|next| &next.plan)).collect()
    }
}

/// Plans a week again. The request is for its week, with what stands around it where it is of a plan; `calendar` is what the
/// runner's calendars take of other weeks.
///
/// # Errors
/// What was said about the week cannot be so: a day that is over cannot be blocked, one ahead not be missed, and the like.
pub fn replan(
    request: &Request<'_>,
    calendar: Calendar<'_>,
    standing: Standing,
    losses: &Losses,
) -> Result<Replan, Vec<Problem>> {
    let Asked { laid, became, next } = asked(request, calendar, &standing, losses)?;
    let facts = rules::facts(&laid);
    let Outcome::Week(fresh) = plan(&laid) else {
        return Err(vec![Problem::at("", &Place::default(), "no week is left").hint("say less was lost")]);
    };
    let mut plan = merged(*fresh, &facts, &standing, &became);
    let mut touched = touched(&facts, &standing, &plan, &became, losses);
    plan.changes = changes(plan.changes, &touched);
    let was = standing.week();
    let is_same = |whole: &&Plan| became.is_nothing() && plan.week == was && whole.week == was;
    if let Some(whole) = standing.plan.as_deref().filter(is_same) {
        // What nothing happened to says all that it said.
        plan = whole.clone();
    }
    let mut sequences = days::sequences(&standing.sequences, &standing, &plan);
    let mut next = next.and_then(|next| beside::changed(&next, &standing, &plan));
    if let Some(next) = &mut next {
        next.plan.changes.extend(next.touched.iter().map(Touched::change));
        sequences = days::sequences(&sequences, &next.before, &next.plan);
        touched.append(&mut next.touched);
    }
    Ok(Replan {
        frozen: became.frozen,
        over: became.over,
        moved: became.moved.iter().flatten().copied().collect(),
        missed: became.missed,
        lost: became.lost.iter().chain(became.gone.iter()).collect(),
        next,
        sequences,
        before: standing,
        plan,
        touched,
    })
}

/// The request for a week that is planned again: every layout that its runs may take now, with the week as it stood beside it. It
/// may be asked for reasons too, and for what stands against a session.
///
/// # Errors
/// As [`replan`].
pub fn again<'a>(
    request: &Request<'a>,
    calendar: Calendar<'_>,
    standing: &Standing,
    losses: &Losses,
) -> Result<Request<'a>, Vec<Problem>> {
    asked(request, calendar, standing, losses).map(|asked| asked.laid)
}

/// What is asked of a week that is planned again.
struct Asked<'a> {
    laid: Request<'a>,
    became: Became,
    /// The week after it, where there is one.
    next: Option<After<'a>>,
}

fn asked<'a>(
    request: &Request<'a>,
    calendar: Calendar<'_>,
    standing: &Standing,
    losses: &Losses,
) -> Result<Asked<'a>, Vec<Problem>> {
    let request = &run_days::settled(&with_fixed(request, standing));
    let facts = rules::facts(request);
    let became = Became::of(&facts, standing, losses)?;
    let (edges, next) = beside(request, calendar, &facts, standing);
    let earlier = became.earlier(standing.week());
    let laid = Request {
        fixed: Some(fixed(request, &became, standing, edges)),
        block: became.lost,
        edges: Some(edges),
        ..request.clone()
    };
    let layouts = layouts(request, &facts, &earlier, &became);
    drop(facts);
    let laid = laid.with_earlier(earlier).with_runs(Runs::Laid(layouts));
    let left = became.left();
    let (mut laid, week, minutes) = settled(laid, left);
    // Strength that comes to a day is no reason to plan the week after again too: then it goes elsewhere or is let go.
    if let Some(next) = next.as_ref().filter(|next| is_broken(next, standing, &week, minutes)) {
        let was = &earlier.week;
        let comes = |day: &Day| {
            week[day.index()].strength.any() && week[day.index()].strength != was[day.index()].strength
        };
        let closed = Day::ALL.iter().copied().filter(comes).collect();
        let (other, week, minutes) = settled(laid.clone().with_earlier(Earlier { closed, ..earlier }), left);
        if !is_broken(next, standing, &week, minutes) {
            laid = other;
        }
    }
    Ok(Asked { laid, became, next })
}

/// The request with the fixed sessions of the week as it stood, where the profile says others by now.
fn with_fixed<'a>(request: &Request<'a>, standing: &Standing) -> Request<'a> {
    let mut request = request.clone();
    let says = |fixed: &Fixed| Fixed { days: Days::NONE, from: None, until: None, every: 1, ..fixed.clone() };
    let same = {
        let facts = rules::facts(&request);
        facts.others.days.iter().zip(&standing.days).all(|(now, stood)| {
            let stood = stood.sessions.iter().filter_map(|session| session.fixed.as_deref());
            now.iter().copied().map(says).eq(stood.map(says))
        })
    };
    if !same {
        let own = request.profile.fixed.iter().flat_map(|fixed| fixed.without_week(standing.monday));
        let stood = standing.days.iter().flat_map(|day| day.sessions.iter().map(move |of| (day.date, of)));
        let stood = stood.filter_map(|(date, of)| Some(of.fixed.as_deref()?.only_on(date)));
        let fixed = own.chain(stood).collect();
        request.profile.to_mut().fixed = fixed;
    }
    request
}

/// What was changed about the profile, and what was touched: that a day is blocked is told with what became of its run.
fn changes(of_profile: Vec<Change>, touched: &[Touched]) -> Vec<Change> {
    let mut changes = of_profile;
    for change in changes.iter_mut().filter(|change| change.rule == DAY_BLOCKED.id) {
        for of in touched {
            change.days.remove(of.from);
        }
    }
    changes.retain(|change| change.rule != DAY_BLOCKED.id || !change.days.is_empty());
    changes.extend(touched.iter().map(Touched::change));
    changes
}

/// What stands besides runs whatever is best: all on days that take nothing else; sessions of somebody else's plan; and what broke a
/// hard rule as it stood, which is nothing that was lost.
fn fixed(request: &Request<'_>, became: &Became, standing: &Standing, edges: Edges) -> FixedWeek {
    let mut fixed = FixedWeek::default();
    let was = standing.week();
    let written = request.fixed.unwrap_or_default();
    let stood = strength_that_stands(request, standing, edges);
    for day in Day::ALL.iter().copied().filter(|day| !became.lost.contains(*day)) {
        let at = day.index();
        let plan = if became.frozen.contains(day) {
            DayPlan { run: Run::Off, ..became.week[at] }
        } else if stood.contains(day) {
            written[at].plan.with(Session::Strength(was[at].strength))
        } else {
            written[at].plan
        };
        if plan.is_rest() {
            continue;
        }
        fixed[at].plan = plan;
        for session in &standing.days[at].sessions {
            fixed[at].minutes[session.session.place()] = session.minutes;
        }
    }
    fixed
}

/// Days whose strength breaks a hard rule in the week as it stood.
fn strength_that_stands(request: &Request<'_>, standing: &Standing, edges: Edges) -> Days {
    let was = standing.week();
    let length = |day: usize| {
        let run = standing.days[day].sessions.iter().find(|session| session.is(Kind::Run));
        run.map_or(0, |run| run.minutes)
    };
    let runs = std::array::from_fn(|day| WrittenRun { run: was[day].run, minutes: length(day) });
    let fixed = Some(request.fixed.unwrap_or_default());
    let asked = Request { fixed, edges: Some(edges), ..request.clone() };
    let asked = asked.with_runs(Runs::Laid(vec![runs])).with_earlier(was);
    let facts = rules::facts(&asked);
    let broken = findings(&facts, &was).into_iter().filter(|of| of.rule.level() == Some(Level::Hard));
    let trains = |day: &Day| was[day.index()].strength.any();
    let days = broken.flat_map(|of| if of.days.is_empty() { Day::ALL.to_vec() } else { of.days });
    days.filter(trains).collect()
}
