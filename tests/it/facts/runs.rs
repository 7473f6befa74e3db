//! The runs of a week: their minutes, which are long, which may be set aside.

use super::request;
use runplan::rules;
use runplan::week::session::{LONG_FROM_MINUTES, Run};

#[test]
fn run_minutes_round_to_the_nearer_five_and_never_to_nothing() {
    for (line, minutes) in [
        ("easy50 - - - - - - season=taper race=+13 race.distance=marathon", 30), // 27.5
        ("easy40 - - - - - - season=taper race=+13 race.distance=marathon", 20), // 22
        ("easy30 - - - - - - season=taper race=+20 race.distance=marathon", 25), // 22.5
        ("easy40 - - - - - - season=recovery", 25),                              // 24
        ("easy4 - - - - - - season=recovery", 5),                                // 2.4
        ("easy33 - - - - - - season=base", 33),
    ] {
        assert_eq!(rules::facts(&request(line)).runs[0].minutes, minutes, "{line}");
    }
}

#[test]
fn a_long_run_stays_in_the_off_season_and_may_go_in_recovery() {
    let movable = |season: &str| {
        let request = request(&format!("easy - easy - easy easy long season={season}"));
        rules::facts(&request).runs.map(|planned| planned.movable)
    };
    assert_eq!(movable("off-season"), [true, false, true, false, true, true, false]);
    assert_eq!(movable("recovery"), [true, false, true, false, true, true, true]);
    assert_eq!(movable("base"), [false; 7]);
}

#[test]
fn an_easy_run_is_long_from_its_minutes_on() {
    let run = |minutes: u16| rules::facts(&request(&format!("easy{minutes} - - - - - -"))).runs[0].run;
    assert_eq!(run(LONG_FROM_MINUTES - 1), Run::Easy);
    assert_eq!(run(LONG_FROM_MINUTES), Run::Long);
}
