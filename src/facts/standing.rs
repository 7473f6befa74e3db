//! What stands on the days of a week before anything is placed, and what may be placed beside it.

use crate::facts::Facts;
use crate::facts::earlier::Earlier;
use crate::week::day::Day;
use crate::week::edges::Edge;
use crate::week::kind::Kind;
use crate::week::phase::Phase;
use crate::week::race::Race;
use crate::week::run_days::RunDays;
use crate::week::session::{Run, Session, Strength};
use crate::week::{DayPlan, Week, count};
use crate::word::Word as _;

impl Facts<'_> {
    /// Whether the week is one that somebody else wrote, and the search places its own sessions around what stands there.
    #[must_use]
    pub fn is_written(&self) -> bool {
        self.written.fixed.is_some() && self.written.by_others
    }

    /// Whether the runner trains the week as a whole: no day of it is off, and none was lost or missed since it was planned.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        let has_lost = |earlier: Earlier| !earlier.lost.is_empty() || !earlier.missed.is_empty();
        self.days_off.is_empty() && !self.earlier.is_some_and(has_lost)
    }

    /// A day with this run and what else is fixed on it: all that stands there before anything is placed.
    #[must_use]
    pub fn before_placing(&self, day: Day, run: Run) -> DayPlan {
        let fixed = self.written.fixed.map_or(DayPlan::EMPTY, |fixed| fixed[day.index()].plan);
        DayPlan { run, other: self.others.on(day), ..fixed }
    }

    /// Whether facts alone made a day, where they are no choices: nothing was placed on it. Mobility is nothing to a rule that
    /// looks at runs and strength. A run that was moved there was placed.
    #[must_use]
    pub fn stands(&self, day: Day, plan: DayPlan, minds_mobility: bool) -> bool {
        let of = |plan: DayPlan| if minds_mobility { plan } else { DayPlan { mobility: false, ..plan } };
        let is_moved = self.earlier.is_some_and(|earlier| earlier.is_moved_to(day, plan.run));
        self.written.fixed.is_some() && !is_moved && of(plan) == of(self.before_placing(day, plan.run))
    }

    /// What makes a day no placement whatever the rules say, in a few words.
    #[must_use]
    pub fn fault(&self, day: Day, plan: DayPlan) -> Option<&'static str> {
        let before = self.before_placing(day, plan.run);
        if plan.other != before.other {
            return Some("fixed sessions that are not those of the day");
        }
        if !before.sessions().all(|fixed| plan.sessions().any(|session| session == fixed)) {
            return Some("a session that stands is missing");
        }
        let mut now = before;
        for session in plan.sessions().filter(|session| before.sessions().all(|fixed| fixed != *session)) {
            if self.earlier.is_some_and(|earlier| !earlier.takes(day, plan, session)) {
                return Some("a session on a day that stays as it was, or of a kind that is not made up");
            }
            if !self.takes(day, now, session) {
                return Some(match session {
                    Session::Cross => "cross-training beside a run, strength or a fixed session",
                    Session::Mobility => "mobility on its own or on race day",
                    Session::Strength(Strength::Lower) if !now.strength.any() => {
                        "strength for the lower body on a day that is not named for it"
                    }
                    Session::Run(_) | Session::Strength(_) | Session::Second | Session::Other(_) => {
                        "two of a kind"
                    }
                });
            }
            now = now.with(session);
        }
        None
    }

    /// How many days may hold a kind at most in a week that is planned again: as many as before, or as stand anyway; 7 where no
    /// earlier week is given.
    #[must_use]
    pub fn most_as_before(&self, kind: Kind) -> u8 {
        let stands = || count(&self.written.fixed.unwrap_or_default().map(|fixed| fixed.plan), kind);
        self.earlier.map_or(7, |earlier| count(&earlier.week, kind).max(stands()))
    }

    /// Whether no kind of strength is there more often than in the week that is planned again: a session that moves stays of its kind.
    /// Of leg sessions there are two, which are counted as one elsewhere.
    #[must_use]
    pub fn keeps_kinds(&self, week: &Week) -> bool {
        let Some(earlier) = &self.earlier else { return true };
        let stands = self.written.fixed.unwrap_or_default().map(|fixed| fixed.plan);
        [Strength::Lower, Strength::Full].into_iter().all(|kind| {
            let of = |week: &Week| week.iter().filter(|day| day.strength == kind).count();
            of(week) <= of(&earlier.week).max(of(&stands))
        })
    }

    /// Full rest days that a week planned again should keep: as many as there were, but no more than the week aims for, and no
    /// more than what stands leaves. 0 where no earlier week is given.
    #[must_use]
    pub fn rest_kept(&self) -> u8 {
        let Some(earlier) = &self.earlier else { return 0 };
        let rests = |day: &&Day| earlier.week[day.index()].is_rest();
        let left = |day: &&Day| {
            let stands = self.before_placing(**day, self.runs[day.index()].run);
            if earlier.frozen.contains(**day) { stands.is_rest() } else { rests(day) }
        };
        let [there, left] = [Day::ALL.iter().filter(rests).count(), Day::ALL.iter().filter(left).count()];
        self.limits.rest_target.min(u8::try_from(there.min(left)).unwrap_or(7))
    }
}

impl Facts<'_> {
    /// Whether two days with the same run are alike in all that a rule sees of each by itself and of what stood before the
    /// week: minutes, time, the gym, no race, no earlier week.
    #[must_use]
    pub fn is_alike(&self, one: Day, other: Day, run: Run) -> bool {
        self.race.is_none()
            && self.other_races.is_empty()
            && self.earlier.is_none()
            && !matches!(self.edges.before, Edge::Days(_) | Edge::Stretch(_))
            && !matches!(self.edges.after, Edge::Written(_))
            && self.run_minutes(one, run) == self.run_minutes(other, run)
            && self.second[one.index()] == self.second[other.index()]
            && (self.limits.run_days != RunDays::Free || one.is_weekend() == other.is_weekend())
            && self.time[one.index()] == self.time[other.index()]
            && self.open_to(one) == self.open_to(other)
            && self.named_strength(one) == self.named_strength(other)
            && self.written.fixed.is_none_or(|fixed| fixed[one.index()] == fixed[other.index()])
            && self.others.around(one) == self.others.around(other)
            && self.known_minutes[one.index()] == self.known_minutes[other.index()]
            && self.blocked.contains(one) == self.blocked.contains(other)
    }

    /// Whether a day with this run has a second one.
    #[must_use]
    pub fn has_second(&self, run: Run, day: Day) -> bool {
        matches!(run, Run::Easy | Run::Long | Run::Speed) && self.second[day.index()] > 0
    }

    /// Whether this is the time after a race that the season follows from: what comes back then is planned so.
    #[must_use]
    pub fn returns_from_race(&self) -> bool {
        self.season.phase == Phase::Recovery && self.race.is_some() && self.profile.season.is_none()
    }

    /// All races near the week, the one that the season leads to first.
    pub fn all_races(&self) -> impl Iterator<Item = Race> {
        self.race.into_iter().chain(self.other_races.iter().copied())
    }

    /// Whether there is a race so many days after the Monday of the week, or before it.
    #[must_use]
    pub fn is_race(&self, days: i64) -> bool {
        self.all_races().any(|race| race.days_from(self.monday) == days)
    }
}
