//! By how much a week breaks a rule.

use super::seen;
use runplan::explain::findings::breaches;
use runplan::rules::{self};

/// The amount of each breach.
fn amounts(id: &str, line: &str) -> Vec<u8> {
    let rule = rules::find(id).expect("a rule");
    seen(line, |request, example| {
        breaches(rule, &rules::facts(request), &example.week).iter().map(|finding| finding.amount).collect()
    })
}

#[test]
fn missing_sessions_weigh_what_they_should() {
    for (id, amount) in [
        ("strength-below-target", 4),
        ("legs-below-target", 2),
        ("mobility-below-target", 10),
        ("cross-below-target", 6),
        ("legs-below-minimum", 2),
    ] {
        assert_eq!(amounts(id, "- - - - - - - season=race-prep cross.sessions=2"), [amount], "{id}");
    }
}

#[test]
fn each_placement_prefers_its_days() {
    // A speed day, a free day, an easy day, a long day.
    for (rest, costs) in [
        ("- speed - - - strength.placement=stack", [0, 1, 2, 3]),
        ("- - - - - strength.placement=separate", [2, 0, 1, 3]),
        ("- - - - - strength.placement=easy-days", [1, 2, 0, 3]),
        ("- - - - - strength.placement=stack season=off-season", [0, 0, 2, 3]),
        ("- - - - - strength.placement=separate season=off-season", [0, 0, 2, 3]),
        ("- - - - - strength.placement=easy-days season=off-season", [0, 0, 2, 3]),
        ("- - - - - strength.placement=separate season=recovery", [0, 0, 0, 0]),
    ] {
        for (day, cost) in ["speed+full", "full", "easy+full", "long+full"].iter().zip(costs) {
            let line = format!("{day} - {rest}");
            let found: u8 = amounts("strength-off-placement", &line).iter().sum();
            assert_eq!(found, cost, "{line}");
        }
    }
}

#[test]
fn strength_days_cost_more_the_closer_they_stand() {
    for (line, costs) in [
        ("full upper - - - - -", &[3_u8][..]),
        ("full - upper - - - -", &[1]),
        ("full - - upper - - -", &[]),
        ("full - - - - - upper", &[3]),
        ("full - - - - upper -", &[1]),
        ("full upper full - - - -", &[3, 1, 3]),
    ] {
        assert_eq!(amounts("strength-bunched", line), costs, "{line}");
    }
}

#[test]
fn under_three_hours_between_run_and_strength_cost_two() {
    for (second, costs) in
        [("09:49-10:29", &[2_u8][..]), ("09:50-10:30", &[1]), ("12:49-13:29", &[1]), ("12:50-13:30", &[])]
    {
        let line = format!("- - speed50+full - - - - season=base time.wed=06:00-06:50,{second}");
        assert_eq!(amounts("tight-same-day-gap", &line), costs, "{line}");
    }
}

#[test]
fn mobility_alone_costs_more_on_hard_days() {
    for (day, costs) in [
        ("cross+mobility", &[1_u8][..]),
        ("easy+mobility", &[1]),
        ("long+mobility", &[2]),
        ("speed+mobility", &[3]),
        ("speed+upper+mobility", &[]),
    ] {
        assert_eq!(amounts("mobility-unstacked", &format!("{day} - - - - - -")), costs, "{day}");
    }
}

#[test]
fn stack_without_a_speed_run_rides_on_easy_runs() {
    for (facts, costs) in [("", [1, 0, 3]), ("season=taper", [1, 0, 3]), ("season=off-season", [0, 2, 3])] {
        for (day, cost) in ["full", "easy+full", "long+full"].iter().zip(costs) {
            let found: u8 =
                amounts("strength-off-placement", &format!("{day} - - - - - - {facts}")).iter().sum();
            assert_eq!(found, cost, "{day} {facts}");
        }
    }
}

#[test]
fn of_two_key_runs_after_heavy_legs_the_nearer_counts() {
    for (line, costs) in [
        ("- full - speed - - long age=49", &[1_u8][..]),
        ("- full - - long - - age=49", &[]),
        ("- full - speed - - - age=50", &[2]),
        ("- full - - long - - age=50", &[1]),
        ("- full - speed long - - age=50", &[2]),
    ] {
        assert_eq!(amounts("heavy-legs-near-key-run", &format!("{line} season=off-season")), costs, "{line}");
    }
}

#[test]
fn with_strength_mobility_elsewhere_in_the_day_is_as_on_an_easy_day() {
    for (windows, costs) in
        [("06:00-06:50,18:00-18:25,20:00-20:30", &[1_u8][..]), ("06:00-06:50,18:00-18:30", &[])]
    {
        let line = format!("- speed50+full+mobility - - - - - time.tue={windows}");
        assert_eq!(amounts("mobility-unstacked", &line), costs, "{line}");
    }
}
