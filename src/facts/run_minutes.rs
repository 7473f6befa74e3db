//! How long declared runs are, before season and plan have their say.

use crate::facts::changes::{Declared, Planned};
use crate::facts::course::of_kind;
use crate::week::day::Day;
use crate::week::race::Race;
use crate::week::session::{Experience, LONG_FROM_MINUTES, Run, SHAKE_OUT_MINUTES};

impl Planned {
    /// Makes a declared easy run that is long by its minutes a long run.
    pub(super) fn lengthen(&mut self) {
        if self.declared == Run::Easy && self.run == Run::Easy && self.minutes >= LONG_FROM_MINUTES {
            self.run = Run::Long;
        }
    }
}

impl Declared<'_> {
    /// Minutes of a day's run before the season's volume: the day's own, else its kind's, else the default; a run whose
    /// kind changed takes the new kind's, or the day's own if those are fewer.
    pub(crate) fn minutes(&self, day: Day) -> u16 {
        let Planned { declared, run, .. } = self.runs[day.index()];
        let minutes = self.profile.runs.minutes.unwrap_or_default();
        let own = minutes.days[day.index()];
        let kind = match run {
            Run::Off => return 0,
            Run::Race => return self.race_on(day).map_or(0, Race::minutes),
            Run::ShakeOut => SHAKE_OUT_MINUTES,
            Run::Easy | Run::Long | Run::Speed => {
                let standing = of_kind(run).and_then(|kind| self.standing[kind]);
                let kind = standing.or(minutes.kind(run)).unwrap_or_else(|| default_minutes(run, self.level));
                if run == Run::Long && self.profile.runs.second_long() == Some(day) {
                    minutes.second_long(kind)
                } else {
                    kind
                }
            }
        };
        match own {
            Some(own) if run == declared => own,
            Some(own) => own.min(kind),
            None => kind,
        }
    }
}

/// Minutes of a run where the profile says nothing (placeholders; fewer for a novice).
#[must_use]
pub const fn default_minutes(run: Run, level: Experience) -> u16 {
    match (run, level) {
        (Run::Long, Experience::Novice) | (Run::Speed, _) => 50,
        (Run::Long, _) => 90,
        (_, Experience::Novice) => 30,
        _ => 40,
    }
}
