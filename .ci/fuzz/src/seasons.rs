//! Season files and files of a runner's own exercises.

use crate::text::text;
use crate::{problems, weeks};
use libfuzzer_sys::Corpus;
use runplan::exercise::Exercise;
use runplan::facts::request::Request;
use runplan::input::document;
use runplan::profile::read;
use runplan::rules::MONDAY;
use runplan::season::Season;

/// Who is planned with a season or exercises.
const RUNNER: &str = "[runs]\ndays = ['tue', 'wed', 'thu', 'fri', 'sun']\nlong = 'sun'\nspeed = 'wed'\n\
    [strength]\nequipment = ['dumbbell', 'band']\nweak = ['hip']\nminutes = 40";

/// A season, or exercises: problems have places, and a week can be planned with what was read.
pub fn season(bytes: &[u8]) -> Corpus {
    let Some(text) = text(bytes) else { return Corpus::Reject };
    let (document, broken) = document::toml(text, 0);
    problems::hold(&broken, text);
    let season = Season::read(&document);
    if let Err(found) = &season {
        problems::hold(found, text);
    }
    if let Err(found) = Season::read_whole(&document) {
        problems::hold(&found, text);
    }
    let exercises = Exercise::read(&document, Exercise::catalogue());
    if let Err(found) = &exercises {
        problems::hold(found, text);
    }
    if !broken.is_empty() {
        return Corpus::Keep;
    }
    let (runner, _) = document::toml(RUNNER, 0);
    let profile = read(&runner).expect("a profile");
    let own = exercises.unwrap_or_default();
    let season = season.ok();
    if season.is_none() && own.is_empty() {
        return Corpus::Keep;
    }
    if let Ok(mut request) = Request::new(profile, MONDAY).with_season(season.as_ref()).check() {
        request.exercises = &own;
        let outcome = weeks::hold(&request, Some(&runner));
        weeks::outputs(&request, &outcome);
    }
    Corpus::Keep
}
