//! Ways out that name more days for a kind of session, or a day for another kind of strength.

use super::fix::{Changes, list};
use crate::profile::Profile;
use crate::week::day::{Day, Days};
use crate::week::kind::Kind;
use crate::week::session::Strength;
use crate::word::Word;

/// A list of days that may get longer.
struct Named {
    kind: Kind,
    key: &'static str,
    /// What is said of one more day, and of all, before its name.
    opens: &'static str,
    set: fn(&mut Profile, Days),
}

const GYM: Named = Named {
    kind: Kind::Strength,
    key: "strength.days",
    opens: "open the gym on",
    set: |profile, days| profile.strength.days = Some(days),
};

const MOBILITY: Named = Named {
    kind: Kind::Mobility,
    key: "mobility.days",
    opens: "let mobility stand on",
    set: |profile, days| profile.mobility_days = Some(days),
};

const CROSS: Named = Named {
    kind: Kind::Cross,
    key: "cross.days",
    opens: "let cross-training stand on",
    set: |profile, days| profile.cross_days = Some(days),
};

/// The gym on one more day, or on every day.
pub(super) fn gym_days(changes: &mut Changes<'_>) {
    if !changes.recovers() {
        more_days(changes, &GYM);
    }
}

/// Mobility and cross-training on one more day, or on every day.
pub(super) fn days_of_extras(changes: &mut Changes<'_>) {
    more_days(changes, &MOBILITY);
    more_days(changes, &CROSS);
}

fn more_days(changes: &mut Changes<'_>, Named { kind, key, opens, set }: &Named) {
    let Some(open) = changes.profile.named_days(*kind).filter(|_| changes.names(key)) else { return };
    for day in Day::ALL.iter().copied().filter(|day| !open.contains(*day)) {
        let mut days = open;
        days.insert(day);
        let message = format!("{opens} {} too", day.name());
        changes.add(format!("{key}={}", list(days)), message, |profile| set(profile, days));
    }
    if Days::ALL.len() > open.len() + 1 {
        let every = format!("{key}={}", list(Days::ALL));
        changes.add(every, format!("{opens} every day"), |profile| set(profile, Days::ALL));
    }
}

/// A day that is named for a kind of strength named for another one: one without legs for all of the body, any other for the
/// upper body.
pub(super) fn strength_kinds(changes: &mut Changes<'_>) {
    if !changes.names("strength.kind") {
        return;
    }
    for day in Day::ALL.iter().copied() {
        let Some(named) = changes.profile.strength.kind.0[day.index()] else { continue };
        let then = if named.legs() { Strength::Upper } else { Strength::Full };
        let message = format!("let {}'s strength be {then} body", day.name());
        let set = format!("strength.kind.{}={}", day.id(), then.id());
        changes.add(set, message, |profile| profile.strength.kind.0[day.index()] = Some(then));
    }
}
