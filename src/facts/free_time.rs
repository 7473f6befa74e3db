//! The time of the week's days that is the runner's to train in.

use crate::facts::changes::race_in;
use crate::facts::request::Request;
use crate::profile::Profile;
use crate::week::day::{Day, Days};
use crate::week::hours::Time;
use crate::word::Word;
use std::borrow::Cow;

/// The time of each day, less what the runner's calendars take; of a race's day they take nothing.
pub(super) fn free_time<'a>(profile: &'a Profile, request: &Request<'_>) -> Cow<'a, [Option<Time>; 7]> {
    let mut time = Cow::Borrowed(&profile.time);
    let Some(busy) = &request.busy else { return time };
    for day in Day::ALL.iter().filter(|day| race_in(profile.race, request.monday, **day) != Some(0)) {
        let taken = &busy.0[day.index()];
        if !taken.is_empty() {
            let own = &mut time.to_mut()[day.index()];
            *own = Some(own.as_ref().unwrap_or(&Time::Any).without(taken));
        }
    }
    time
}

/// The days on which anything can be done at all: neither blocked nor without any time.
pub(super) fn open_days(time: &[Option<Time>; 7], block: Days) -> Days {
    let open: Days = Day::ALL.iter().copied().filter(|day| time[day.index()] != Some(Time::Off)).collect();
    open.without(block)
}
