//! What season, profile and health come to: the effective numbers of a week, resolved in this one place.

use crate::profile::{Keep, Profile};
use crate::season::Season;
use crate::week::day::Days;
use crate::week::kind::Kind;
use crate::week::phase::Phase;
use crate::week::run_days::{KeyRuns, RunDays};
use crate::week::session::{CROSS_MINUTES, Class, Experience, Placement, Session};
use crate::week::{Week, count};

/// The numbers that a week is planned with. Small and comparable: all that a rule sees of runner and season.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Limits {
    /// Strength sessions at least, a demand of the runner's (0 unless set).
    pub strength_min: u8,
    /// Strength sessions aimed for, never exceeded.
    pub strength_target: u8,
    /// Leg sessions at least, a demand of the runner's (0 unless set).
    pub legs_min: u8,
    /// Leg sessions that the season wants at least (soft), at most target, `legs_max` and the most of the style: who keeps
    /// the load needs no more than that.
    pub legs_floor: u8,
    /// Leg sessions at most.
    pub legs_max: u8,
    /// Minutes of a strength session.
    pub strength_minutes: u16,
    /// How heavy strength is.
    pub class: Class,
    /// Full rest days at least.
    pub rest_min: u8,
    /// Full rest days aimed for.
    pub rest_target: u8,
    /// Mobility sessions aimed for, never exceeded.
    pub mobility: u8,
    /// Minutes of a mobility session.
    pub mobility_minutes: u16,
    /// Cross-training sessions aimed for, never exceeded.
    pub cross: u8,
    /// Minutes of a cross-training session.
    pub cross_minutes: u16,
    /// Experience in the gym; a novice is also who is under 16.
    pub level: Experience,
    /// Age in years.
    pub age: Option<u8>,
    /// Where strength goes.
    pub placement: Placement,
    /// The season's phase.
    pub phase: Phase,
    /// Whose the run days are.
    pub run_days: RunDays,
    /// Whether key runs are kept apart.
    pub key_runs: KeyRuns,
    /// Whether the season sets declared runs aside.
    pub sets_runs_aside: bool,
    /// Whether the week before and after are taken to be the same.
    pub wraps: bool,
    /// Whether the week has a speed run.
    pub has_speed: bool,
}

impl Limits {
    /// Makes the numbers such that a week of facts alone keeps them: what is there already may be more than a target, and counts
    /// towards it. Where the runs are somebody else's, no more days are to rest than they leave free.
    pub fn make_room_for(&mut self, week: &Week, by_others: bool) {
        let there = |kind: Kind| count(week, kind);
        self.strength_target = self.strength_target.max(there(Kind::Strength));
        self.legs_max = self.legs_max.max(there(Kind::Legs));
        self.mobility = self.mobility.max(there(Kind::Mobility));
        self.cross = self.cross.max(there(Kind::Cross));
        if by_others {
            self.rest_min = self.rest_min.min(there(Kind::Rest));
            self.rest_target = self.rest_target.min(there(Kind::Rest));
        }
    }

    /// Makes the numbers such that a week with these days off keeps them: nothing is demanded of it but rest, and no more is aimed
    /// for than its other days hold, a session a day.
    pub fn make_do_without(&mut self, off: Days) {
        if off.is_empty() {
            return;
        }
        let open = u8::try_from(Days::ALL.len() - off.len()).unwrap_or(0);
        (self.strength_min, self.legs_min) = (0, 0);
        for target in [&mut self.strength_target, &mut self.legs_floor, &mut self.mobility, &mut self.cross] {
            *target = open.min(*target);
        }
    }

    /// Leg sessions aimed for.
    #[must_use]
    pub fn legs_target(&self) -> u8 {
        self.strength_target.min(self.legs_max)
    }

    /// Minutes of a session that is no run; 0 for a run and a fixed session, whose minutes are
    /// their own.
    #[must_use]
    pub const fn minutes(&self, session: Session) -> u16 {
        match session {
            Session::Run(_) | Session::Second | Session::Other(_) => 0,
            Session::Strength(_) => self.strength_minutes,
            Session::Cross => self.cross_minutes,
            Session::Mobility => self.mobility_minutes,
        }
    }

    /// How many days of a kind the week aims for; 0 for a kind without a target.
    #[must_use]
    pub fn target(&self, kind: Kind) -> u8 {
        match kind {
            Kind::Strength => self.strength_target,
            Kind::Legs => self.legs_target(),
            Kind::Rest => self.rest_target,
            Kind::Mobility => self.mobility,
            Kind::Cross => self.cross,
            Kind::Upper | Kind::Run | Kind::Fixed => 0,
        }
    }

    /// The same numbers with another target for a kind that comes on top of runs and strength.
    #[must_use]
    pub const fn with_target(mut self, extra: Kind, target: u8) -> Self {
        match extra {
            Kind::Mobility => self.mobility = target,
            Kind::Cross => self.cross = target,
            _ => {}
        }
        self
    }

    /// Whether strength on days of its own is taken from the rest days; the off-season has room for both.
    #[must_use]
    pub fn spends_rest(placement: Placement, phase: Phase) -> bool {
        placement == Placement::Separate && phase != Phase::OffSeason
    }

    /// The numbers that season and profile come to.
    ///
    /// What the profile sets wins over the season: its minimum raises a lower target or maximum, its target or maximum
    /// lowers a higher minimum. Two numbers of its own that contradict were refused when it was read. `class`, `level`,
    /// `legs_max`, `minutes` of strength and `rest` (least, target) are the season's after style, health and course.
    /// The week's runs say later whether it has a speed run.
    #[must_use]
    pub fn resolve(
        season: &Season,
        profile: &Profile,
        class: Class,
        level: Experience,
        legs_max: u8,
        minutes: u16,
        rest: [u8; 2],
    ) -> Self {
        let [season_rest_min, season_rest_target] = rest;
        let strength = &profile.strength;
        let legs_floor = season.legs_min.min(legs_max);
        let strength_min = strength.min.unwrap_or(0);
        let legs_min = strength.legs_min.unwrap_or(0);
        let strength_target =
            strength.sessions.unwrap_or(season.strength_target.max(strength_min).max(legs_min));
        let legs_max = strength.legs_max.unwrap_or(legs_max.max(legs_min));
        let placement = strength.placement.unwrap_or(Placement::Stack);
        let cross = profile.cross_sessions.unwrap_or(0);
        let rest_min = profile
            .rest_min
            .unwrap_or(profile.rest_target.map_or(season_rest_min, |target| season_rest_min.min(target)));
        let rest_target = profile.rest_target.unwrap_or_else(|| {
            if Self::spends_rest(placement, season.phase) {
                rest_min
            } else {
                season_rest_target.saturating_sub(profile.cross_days_alone(cross)).max(rest_min)
            }
        });
        Self {
            strength_min,
            strength_target,
            legs_min,
            legs_floor: legs_floor.min(strength_target).min(legs_max),
            legs_max,
            strength_minutes: strength.minutes.unwrap_or(minutes),
            class,
            rest_min,
            rest_target,
            mobility: profile.mobility_sessions.unwrap_or(season.mobility_sessions),
            mobility_minutes: season.mobility_minutes,
            cross,
            cross_minutes: profile.cross_minutes.unwrap_or(CROSS_MINUTES),
            level,
            age: profile.age,
            placement,
            phase: season.phase,
            run_days: RunDays::Named,
            key_runs: KeyRuns::Anywhere,
            sets_runs_aside: season.runs_keep != Keep::All,
            wraps: !matches!(season.phase, Phase::RaceWeek | Phase::Recovery),
            has_speed: false,
        }
    }
}
