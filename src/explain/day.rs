//! The days of a week as people see them: their sessions with minutes, start, load and reasons.

use crate::exercise::workout::Workout;
use crate::facts::Facts;
use crate::profile::{Fixed, TuneUp};
use crate::rules::Rule;
use crate::week::day::Day;
use crate::week::id::{SessionId, SessionPlace};
use crate::week::kind::Kind;
use crate::week::load::Load;
use crate::week::session::{Class, Run, Session};
use crate::week::{DayPlan, Week};
use crate::word::Word;
use chrono::NaiveDate;
use std::sync::Arc;

/// One day of a plan.
#[derive(Clone, Debug)]
pub struct PlannedDay {
    /// The day.
    pub day: Day,
    /// Its date.
    pub date: NaiveDate,
    /// Nothing at all stands on it.
    pub rest: bool,
    /// It holds a key run or a heavy or moderate leg session.
    pub hard: bool,
    /// Its load, RPE × minutes.
    pub load: u32,
    /// What stands on it, in order.
    pub sessions: Vec<PlannedSession>,
}

/// One session of a plan.
#[derive(Clone, Debug)]
pub struct PlannedSession {
    /// Its identity.
    pub id: SessionId,
    /// What it is.
    pub session: Session,
    /// How heavy strength is that week.
    pub class: Class,
    /// Its minutes.
    pub minutes: u16,
    /// Its start in minutes after midnight, where windows fix it.
    pub start: Option<u16>,
    /// Planned effort, 0 to 10.
    pub rpe: u32,
    /// RPE × minutes.
    pub load: u32,
    /// The rules that chose its day, those that decided first.
    pub because: Vec<&'static Rule>,
    /// Why it stands on its day, in a sentence; runs are the runner's own.
    pub why: Option<String>,
    /// What to do in it; strength and mobility of a finished week.
    pub workout: Option<Arc<Workout>>,
    /// Where it stands in somebody else's plan, if it is of one.
    pub source: Option<Arc<Source>>,
    /// What the runner says of it, where it is a fixed session.
    pub fixed: Option<Arc<Fixed>>,
    /// What the runner says of it, where it is a race besides the one that the season leads to.
    pub tune_up: Option<Arc<TuneUp>>,
}

/// Where a day stands in somebody else's plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The name of the file.
    pub file: Arc<str>,
    /// Its line there, where it is known.
    pub line: Option<usize>,
    /// The text of the day.
    pub text: String,
}

impl PlannedDay {
    /// The text of the day in somebody else's plan, where there is one.
    #[must_use]
    pub fn written(&self) -> Option<&str> {
        let source = self.sessions.iter().find_map(|session| session.source.as_ref());
        source.map(|source| source.text.as_str()).filter(|text| !text.is_empty())
    }

    /// Whether a session of a kind was placed, and does not stand in somebody else's plan.
    #[must_use]
    pub fn places(&self, kind: Kind) -> bool {
        self.sessions.iter().any(|session| session.is(kind) && session.source.is_none())
    }
}

impl PlannedSession {
    /// Whether it is of this kind.
    #[must_use]
    pub const fn is(&self, kind: Kind) -> bool {
        match kind {
            Kind::Rest => false,
            Kind::Fixed => matches!(self.session, Session::Other(_)),
            Kind::Run if matches!(self.session, Session::Second) => true,
            kind => DayPlan::EMPTY.with(self.session).holds(kind),
        }
    }

    /// A fixed session of a day, the one with this number there.
    #[must_use]
    pub fn of_fixed(fixed: &Fixed, monday: NaiveDate, day: Day, number: u8) -> Self {
        let session = Session::Other(fixed.makes());
        let place = if number > 1 { SessionPlace::Another(day, number) } else { SessionPlace::Declared(day) };
        Self {
            id: SessionId { monday, kind: session.kind(), place },
            session,
            class: Class::Activation,
            minutes: fixed.minutes,
            start: fixed.at,
            rpe: fixed.effort.into(),
            load: fixed.load(),
            because: Vec::new(),
            why: None,
            workout: None,
            source: None,
            fixed: Some(Arc::new(fixed.clone())),
            tune_up: None,
        }
    }
}

/// Why a session stands on its day.
#[derive(Clone, Debug)]
pub struct SessionReason {
    /// The day.
    pub day: Day,
    /// What stands there.
    pub kind: Kind,
    /// The rules that chose the day, those that decided first.
    pub rules: Vec<&'static Rule>,
    /// The reason in a sentence, where it is kept.
    pub why: Option<String>,
}

/// A day of a week with what is known of its sessions; workouts come later.
#[must_use]
pub fn planned_day(facts: &Facts<'_>, day: Day, plan: DayPlan, reasons: &[SessionReason]) -> PlannedDay {
    let class = facts.class;
    let fixed = facts.written.fixed.map(|fixed| fixed[day.index()]).unwrap_or_default();
    let starts = facts.starts(day, plan).unwrap_or_default();
    let tune_up = facts.profile.races.iter().find(|of| of.race.date == facts.date(day)).cloned();
    let planned = |session: Session| {
        let mine = |reason: &&SessionReason| reason.day == day && reason.kind == session.kind();
        let reason = reasons.iter().find(mine).filter(|_| session != Session::Second);
        let (minutes, rpe) = (facts.minutes(day, session), session.rpe(class));
        // Numbers of a kind are given in the whole week.
        let place = match session {
            Session::Run(_) => SessionPlace::Declared(day),
            Session::Second => SessionPlace::Another(day, 2),
            _ if fixed.holds(session) => SessionPlace::Declared(day),
            _ => SessionPlace::Number(1),
        };
        PlannedSession {
            id: SessionId { monday: facts.monday, kind: session.kind(), place },
            session,
            class,
            minutes,
            start: starts.of(session),
            rpe,
            load: rpe * u32::from(minutes),
            because: reason.map(|reason| reason.rules.clone()).unwrap_or_default(),
            why: reason.and_then(|reason| reason.why.clone()),
            workout: None,
            source: None,
            fixed: None,
            tune_up: (session == Session::Run(Run::Race)).then(|| tune_up.clone().map(Arc::new)).flatten(),
        }
    };
    let second = facts.has_second(plan.run, day).then_some(Session::Second);
    let placed = plan.sessions().filter(|session| session.kind() != Kind::Fixed).chain(second).map(planned);
    let own = (1..).zip(&facts.others.days[day.index()]);
    let own = own.map(|(number, fixed)| PlannedSession::of_fixed(fixed, facts.monday, day, number));
    let sessions: Vec<_> = placed.chain(own).collect();
    PlannedDay {
        day,
        date: facts.date(day),
        rest: plan.is_rest(),
        hard: plan.is_hard(class),
        load: sessions.iter().map(|session| session.load).sum(),
        sessions,
    }
}

/// The load of each day of a week.
#[must_use]
pub fn load(facts: &Facts<'_>, week: &Week) -> Load {
    let mut load = Load::default();
    for (sum, day) in load.days.iter_mut().zip(Day::ALL) {
        *sum = planned_day(facts, *day, week[day.index()], &[]).load;
    }
    load
}
