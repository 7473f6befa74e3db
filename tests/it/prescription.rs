//! The sessions of one week that has everything they depend on.

mod every_session;
mod sessions;

use chrono::Duration;
use runplan::exercise::Gear;
use runplan::facts::request::Request;
use runplan::profile::Profile;
use runplan::rules::MONDAY;
use runplan::week::phase::Phase;
use runplan::week::session::{Experience, Run, Strength, Style};
use runplan::week::{DayPlan, Week};

/// A week with everything that sessions depend on: legs on a speed day, on a free day and on an easy day, an upper session,
/// mobility beside each and after the long run.
const WEEK: [(Run, Strength, bool); 7] = [
    (Run::Off, Strength::Full, true),
    (Run::Easy, Strength::Upper, false),
    (Run::Speed, Strength::Full, true),
    (Run::Off, Strength::None, false),
    (Run::Easy, Strength::Full, true),
    (Run::Off, Strength::None, false),
    (Run::Long, Strength::None, true),
];

fn week() -> Week {
    WEEK.map(|(run, strength, mobility)| DayPlan { run, strength, mobility, cross: false })
}

fn profile(phase: Phase, style: Style, level: Experience, gear: u16, minutes: u16) -> Profile {
    let mut profile = Profile { season: Some(phase), level: Some(level), ..Profile::default() };
    profile.strength.style = Some(style);
    profile.strength.equipment = Some(Gear(gear).pieces().collect());
    profile.strength.minutes = Some(minutes);
    profile
}

fn request(profile: Profile, weeks: i64) -> Request<'static> {
    Request::new(profile, MONDAY + Duration::weeks(weeks))
}
