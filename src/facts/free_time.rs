//! The time of the week's days that is the runner's to train in.

use crate::facts::changes::race_in;
use crate::facts::request::Request;
use crate::profile::{Fixed, Profile};
use crate::week::dates::days_after;
use crate::week::day::{Day, Days};
use crate::week::hours::{Time, Window};
use crate::word::Word;
use std::borrow::Cow;

/// The time of each day, less what the runner's calendars and fixed sessions take; of a race's day they take nothing.
pub(super) fn free_time<'a>(profile: &'a Profile, request: &Request<'_>) -> Cow<'a, [Option<Time>; 7]> {
    let mut time = profile.time_of(request.monday);
    for day in Day::ALL {
        if profile.all_races().any(|race| race_in(Some(race), request.monday, *day) == Some(0)) {
            continue;
        }
        let taken = request.busy.iter().flat_map(|busy| &busy.0[day.index()]);
        let taken: Vec<Window> = taken.copied().collect();
        if !taken.is_empty() {
            let own = &mut time.to_mut()[day.index()];
            *own = Some(own.as_ref().unwrap_or(&Time::Any).without(&taken));
        }
        let date = days_after(request.monday, day.index());
        // What leaves a day its rest takes no time to train in.
        let fixed = date.into_iter().flat_map(|date| profile.fixed_on(date)).filter(|fixed| !fixed.rest);
        for fixed in fixed {
            let left = time[day.index()].as_ref().and_then(|own| beside(own, fixed));
            if left.is_some() {
                time.to_mut()[day.index()] = left;
            }
        }
    }
    time
}

/// The days on which anything can be done at all: neither blocked nor without any time.
pub(super) fn open_days(time: &[Option<Time>; 7], block: Days) -> Days {
    let open: Days = Day::ALL.iter().copied().filter(|day| time[day.index()] != Some(Time::Off)).collect();
    open.without(block)
}

/// What a fixed session leaves of the time of a day, where it takes any: a day of which nothing is said stays so, and it takes
/// hours only where it has a clock time.
fn beside(own: &Time, fixed: &Fixed) -> Option<Time> {
    match own {
        Time::Any | Time::Off => None,
        Time::Minutes(minutes) => Some(Time::Minutes(minutes.saturating_sub(fixed.minutes))),
        Time::Windows(_) => {
            let from = fixed.at?;
            let taken = Window { from, to: (from + fixed.minutes).min(24 * 60) };
            match own.without(&[taken]) {
                // The day is not off: there is only no room on it.
                Time::Off => Some(Time::Windows(Vec::new())),
                left => Some(left),
            }
        }
    }
}
