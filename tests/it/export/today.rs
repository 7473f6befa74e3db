//! One day: short enough for one screen, and as a page that needs nothing else.

use crate::cases;
use crate::random_profiles::stream;
use runplan::export::session::day_text;
use runplan::export::{self, Options};
use runplan::facts::request::Request;
use runplan::plan::{Outcome, plan};
use runplan::week::kind::Kind;
use runplan::week::session::Experience;

/// Lines and columns of the smallest terminal that people have.
const SCREEN: [usize; 2] = [24, 80];
/// An empty line, and one on tomorrow.
const TOMORROW: usize = 2;

#[test]
fn a_day_with_twenty_minutes_of_strength_fits_one_screen() {
    let (mut days, mut most) = (0, 0);
    for (number, request) in stream().take(cases(400)).enumerate() {
        let mut profile = request.profile.into_owned();
        profile.strength.minutes = Some(20);
        // Body weight has the longest words, and a novice straight sets.
        if number % 2 == 0 {
            (profile.level, profile.strength.equipment) = (Some(Experience::Novice), None);
        }
        let Ok(request) = Request::new(profile, request.monday).check() else { continue };
        let Outcome::Week(plan) = plan(&request) else { continue };
        // What must not be missed after a birth or with pain has room whatever else there is.
        if plan.warnings.iter().any(|of| of.first) || plan.changes.iter().any(|of| of.first) {
            continue;
        }
        for day in plan.days.iter().filter(|day| day.sessions.iter().any(|of| of.is(Kind::Strength))) {
            let options = Options { cues: false, width: SCREEN[1], ..Options::default() };
            let text = day_text(&plan, day.day, &options);
            let full = day_text(&plan, day.day, &Options { cues: true, ..options });
            let lines = text.lines().count() + TOMORROW;
            most = most.max(lines);
            assert!(lines <= SCREEN[0], "{lines} lines\n{text}");
            assert!(text.lines().count() < full.lines().count(), "{text}");
            days += 1;
        }
    }
    assert!(days > cases(400) / 4, "{days} days, {most} lines at most");
}

#[test]
fn the_page_of_a_day_has_a_box_for_each_exercise_and_fetches_nothing() {
    let html = export::format("html").expect("a format").day.expect("a page of a day");
    for (_, plan) in crate::random_profiles::weeks().take(cases(60)) {
        for day in &plan.days {
            let page = html(&plan, day.day, &Options::default());
            let workouts = day.sessions.iter().filter_map(|session| session.workout.as_ref());
            let exercises: usize = workouts.map(|workout| workout.exercises().count()).sum();
            assert_eq!(page.matches("type=\"checkbox\"").count(), exercises, "{page}");
            for word in ["http", "<script", "<link", "<img", "url(", "@import"] {
                assert!(!page.contains(word), "{word} in {page}");
            }
        }
    }
}
