//! The sessions of one week that has everything they depend on.

mod cases;
mod every_session;
mod sessions;

use chrono::Duration;
use runplan::exercise::Gear;
use runplan::facts::request::Request;
use runplan::profile::{Equipment, Profile};
use runplan::rules::MONDAY;
use runplan::week::phase::Phase;
use runplan::week::session::{Experience, Style};

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

fn profile_with(phase: Phase, level: Experience, equipment: &[Equipment], minutes: u16) -> Profile {
    let gear: Gear = equipment.iter().copied().collect();
    let mut profile = profile(phase, Style::Seasonal, level, gear.0, minutes);
    profile.strength.equipment = Some(equipment.to_vec());
    profile
}
