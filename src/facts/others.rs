//! The fixed sessions of a week by date: what stands there whatever the search does, and what it makes of the week's numbers.

use crate::facts::changes::RunPlan;
use crate::facts::limits::Limits;
use crate::profile::{CountsAs, Fixed, LegLoad, Profile};
use crate::week::dates::days_after;
use crate::week::day::Day;
use crate::week::session::Other;
use crate::word::Word as _;
use chrono::NaiveDate;

/// The fixed sessions of a week, and what those of the days beside it make of these.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Others<'a> {
    /// The sessions of each day, Monday first, in the order of the profile.
    pub days: [Vec<&'a Fixed>; 7],
    /// Those of the day before Monday.
    pub day_before: Vec<&'a Fixed>,
    /// What they make of the day before Monday, of each day, and of the day after Sunday. A session that leaves a day its rest
    /// is nothing here: all is planned as if it were not there.
    pub makes: [Other; 9],
    /// Full rest days that were asked for at least, where fixed sessions leave fewer.
    pub rest_asked: Option<u8>,
}

impl<'a> Others<'a> {
    /// The fixed sessions around the week from a Monday.
    pub(super) fn of(profile: &'a Profile, monday: NaiveDate) -> Self {
        if profile.fixed.is_empty() {
            return Self::default();
        }
        let on = |date: Option<NaiveDate>| -> Vec<&'a Fixed> {
            date.into_iter().flat_map(|date| profile.fixed_on(date)).collect()
        };
        let mut days: [Vec<&Fixed>; 7] = std::array::from_fn(|day| on(days_after(monday, day)));
        // Those with a clock time first, as the day goes.
        for day in &mut days {
            day.sort_by_key(|fixed| fixed.at.unwrap_or(u16::MAX));
        }
        let before = on(monday.pred_opt());
        let makes = std::array::from_fn(|at| match at.checked_sub(1) {
            None => profile.other_on(monday.pred_opt()),
            Some(day) => profile.other_on(days_after(monday, day)),
        });
        Self { days, day_before: before, makes, rest_asked: None }
    }

    /// What fixed sessions make of a day.
    #[must_use]
    pub fn on(&self, day: Day) -> Other {
        self.makes[day.index() + 1]
    }

    /// What they make of the day before, of the day itself and of the day after.
    #[must_use]
    pub fn around(&self, day: Day) -> [Other; 3] {
        [self.makes[day.index()], self.makes[day.index() + 1], self.makes[day.index() + 2]]
    }

    /// Lowers the rest days that are asked for to what fixed sessions leave, where the runs alone leave enough.
    pub(super) fn make_room(&mut self, limits: &mut Limits, plans: impl Iterator<Item = RunPlan>) {
        if Day::ALL.iter().all(|day| !self.on(*day).takes_the_day()) {
            return;
        }
        let (mut alone, mut beside) = (0, 0);
        for runs in plans.flat_map(RunPlan::layouts) {
            let free = |day: &&Day| !runs[day.index()].is_run();
            let rest = |day: &&Day| free(day) && !self.on(**day).takes_the_day();
            let count = |days: usize| u8::try_from(days).unwrap_or(7);
            alone = alone.max(count(Day::ALL.iter().filter(free).count()));
            beside = beside.max(count(Day::ALL.iter().filter(rest).count()));
        }
        if alone >= limits.rest_min && beside < limits.rest_min {
            self.rest_asked = Some(limits.rest_min);
            limits.rest_min = beside;
            limits.rest_target = limits.rest_target.min(beside);
        }
    }
}

/// Sessions of a week that count towards its numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// Towards mobility.
    pub mobility: u8,
    /// Towards strength.
    pub strength: u8,
    /// Those of them that train the legs.
    pub legs: u8,
    /// Towards cross-training.
    pub cross: u8,
}

impl Counted {
    /// Those of the fixed sessions of the week from a Monday.
    #[must_use]
    pub fn of(profile: &Profile, monday: NaiveDate) -> Self {
        let mut counted = Self::default();
        let dates = (0..7).filter_map(|day| days_after(monday, day));
        for fixed in dates.flat_map(|date| profile.fixed_on(date)) {
            let number = match fixed.counts {
                CountsAs::Nothing => continue,
                CountsAs::Mobility => &mut counted.mobility,
                CountsAs::Strength => &mut counted.strength,
                CountsAs::Cross => &mut counted.cross,
            };
            *number = number.saturating_add(1);
            if fixed.counts == CountsAs::Strength && fixed.legs != LegLoad::None {
                counted.legs = counted.legs.saturating_add(1);
            }
        }
        counted
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_nothing(self) -> bool {
        self == Self::default()
    }

    /// Takes them off the numbers that they count towards.
    pub(super) fn lower(self, limits: &mut Limits) {
        for (number, by) in [
            (&mut limits.mobility, self.mobility),
            (&mut limits.cross, self.cross),
            (&mut limits.strength_target, self.strength),
            (&mut limits.strength_min, self.strength),
            (&mut limits.legs_max, self.legs),
            (&mut limits.legs_floor, self.legs),
            (&mut limits.legs_min, self.legs),
        ] {
            *number = number.saturating_sub(by);
        }
        limits.legs_floor = limits.legs_floor.min(limits.legs_target());
        limits.legs_min = limits.legs_min.min(limits.strength_target);
    }
}
