//! What season, profile and health come to: the numbers that a week is planned with.

use super::request;
use runplan::facts::limits::Limits;
use runplan::rules;
use runplan::week::session::Class;

/// The numbers of a runner without runs.
fn limits(facts: &str) -> Limits {
    rules::facts(&request(&format!("- - - - - - - {facts}"))).limits
}

#[test]
fn health_only_ever_lightens_strength() {
    for (season, own, lightened) in [
        ("off-season", Class::Heavy, Class::Light),
        ("base", Class::Moderate, Class::Light),
        ("race-prep", Class::Light, Class::Light),
        ("recovery", Class::Activation, Class::Activation),
    ] {
        assert_eq!(limits(&format!("season={season}")).class, own);
        for health in ["pain=true", "pain=knee", "pregnant=true"] {
            assert_eq!(
                limits(&format!("season={season} health.{health}")).class,
                lightened,
                "{season} {health}"
            );
        }
        let early = limits(&format!("season={season} health.postpartum_weeks=8"));
        assert_eq!(early.class, Class::Activation, "{season}");
    }
}

#[test]
fn legs_are_aimed_for_up_to_target_and_maximum() {
    assert_eq!(limits("season=off-season strength.sessions=4").legs_target(), 3);
    assert_eq!(limits("season=off-season strength.sessions=2").legs_target(), 2);
    assert_eq!(limits("season=off-season strength.legs_max=1").legs_target(), 1);
}

#[test]
fn the_runners_minimum_raises_the_seasons_target_and_maximum() {
    let usual = limits("season=race-prep");
    assert_eq!((usual.strength_min, usual.strength_target, usual.legs_min, usual.legs_max), (0, 2, 0, 2));
    let lower = limits("season=race-prep strength.min=1");
    assert_eq!((lower.strength_min, lower.strength_target), (1, 2));
    let more = limits("season=race-prep strength.min=3");
    assert_eq!((more.strength_min, more.strength_target, more.legs_max), (3, 3, 2));
    let legs = limits("season=race-prep strength.legs_min=3");
    assert_eq!((legs.legs_min, legs.strength_target, legs.legs_max), (3, 3, 3));
    let own = limits("season=race-prep strength.legs_min=1 strength.sessions=1 strength.legs_max=1");
    assert_eq!((own.strength_target, own.legs_max), (1, 1));
}

#[test]
fn the_runners_own_rest_days_win_over_the_season() {
    let rest = |facts: &str| {
        let limits = limits(facts);
        (limits.rest_min, limits.rest_target)
    };
    assert_eq!(rest("season=recovery"), (3, 3));
    assert_eq!(rest("season=recovery rest.target=1"), (1, 1));
    assert_eq!(rest("season=race-prep rest.target=4"), (1, 4));
    assert_eq!(rest("season=race-prep rest.min=3"), (3, 3));
}

#[test]
fn cross_training_takes_rest_days_down_to_the_minimum() {
    for (facts, target) in [
        ("season=race-prep cross.sessions=1", 1),
        ("season=race-prep cross.sessions=2", 1),
        ("season=recovery cross.sessions=2", 3),
        ("season=race-prep cross.sessions=2 rest.target=2", 2),
    ] {
        assert_eq!(limits(facts).rest_target, target, "{facts}");
    }
}

#[test]
fn strength_on_days_of_its_own_takes_rest_days_but_not_in_the_off_season() {
    assert_eq!(limits("season=race-prep strength.placement=separate").rest_target, 1);
    assert_eq!(limits("season=race-prep strength.placement=stack").rest_target, 2);
    assert_eq!(limits("season=off-season strength.placement=separate").rest_target, 2);
}

#[test]
fn the_seasons_minimum_of_leg_sessions_ends_at_target_and_maximum() {
    assert_eq!(limits("season=base").legs_floor, 2);
    assert_eq!(limits("season=base strength.sessions=1").legs_floor, 1);
    assert_eq!(limits("season=base strength.legs_max=1").legs_floor, 1);
    assert_eq!(limits("season=race-prep").legs_floor, 2);
    // Who keeps the load needs one.
    assert_eq!(limits("season=race-prep strength.style=maintain-heavy strength.legs_max=2").legs_floor, 1);
    assert_eq!(limits("season=base strength.sessions=0").legs_floor, 0);
}

#[test]
fn race_week_and_recovery_are_not_followed_by_the_same_week() {
    for (season, wraps) in [
        ("off-season", true),
        ("base", true),
        ("race-prep", true),
        ("taper", true),
        ("race-week", false),
        ("recovery", false),
    ] {
        assert_eq!(limits(&format!("season={season}")).wraps, wraps, "{season}");
    }
}

#[test]
fn off_season_and_recovery_set_runs_aside() {
    for (season, sets) in [
        ("off-season", true),
        ("base", false),
        ("race-prep", false),
        ("taper", false),
        ("race-week", false),
        ("recovery", true),
    ] {
        assert_eq!(limits(&format!("season={season}")).sets_runs_aside, sets, "{season}");
    }
}

#[test]
fn who_keeps_the_load_has_a_session_of_thirty_minutes_and_two_of_them_from_sixty_on() {
    let kept = "season=race-prep strength.style=maintain-heavy";
    for (facts, minutes, legs_max) in [
        ("", 30, 1),
        (" age=59", 30, 1),
        (" age=60", 30, 2),
        (" race=+8", 20, 2),
        (" strength.minutes=25", 25, 1),
    ] {
        let limits = limits(&format!("{kept}{facts}"));
        assert_eq!((limits.strength_minutes, limits.legs_max), (minutes, legs_max), "{facts}");
    }
}
