//! Plans without dates are put where their race is; what is no day of a table is left out and said.

use super::{date, plan, refused, remarks};
use runplan::import::read;

const GRID: &str = "week,mon,tue,wed,thu,fri,sat,sun\n";

#[test]
fn a_plan_without_dates_ends_with_its_race() {
    let mut weeks =
        plan(&format!("{GRID}1,rest,easy,rest,easy,rest,rest,long\n2,rest,easy,rest,easy,rest,rest,easy\n"));
    assert!(!weeks.dated);
    weeks.race_on(date("2027-02-14")); // a Sunday; its week starts on the 8th
    let mondays: Vec<_> = weeks.weeks.iter().map(|week| week.monday).collect();
    assert_eq!(mondays, [date("2027-02-01"), date("2027-02-08")]);
    assert_eq!(remarks(&weeks), [("race-placed", Some(3), true)]);
    assert!(weeks.remarks[0].message.ends_with("it is the plan's last"), "{}", weeks.remarks[0].message);
    // Its dates are its own from now on.
    weeks.race_on(date("2027-05-16"));
    assert_eq!(weeks.weeks[0].monday, date("2027-02-01"));
}

#[test]
fn a_race_that_the_plan_names_says_where_it_is() {
    let mut weeks = plan(&format!(
        "{GRID}1,rest,easy,rest,easy,rest,rest,long\n2,rest,easy,rest,rest,rest,race,rest\n3,rest,rest,rest,easy,rest,rest,easy\n"
    ));
    weeks.race_on(date("2027-02-13"));
    let mondays: Vec<_> = weeks.weeks.iter().map(|week| week.monday).collect();
    assert_eq!(mondays, [date("2027-02-01"), date("2027-02-08"), date("2027-02-15")]);
    assert_eq!(weeks.races.iter().map(|race| race.date).collect::<Vec<_>>(), [date("2027-02-13")]);
    let placed = weeks.remarks.iter().find(|remark| remark.id == "race-placed").expect("it is said");
    assert!(
        !placed.note && placed.message.contains("names last is in it; weeks come after it"),
        "{}",
        placed.message
    );
}

#[test]
fn a_race_before_the_calendar_moves_nothing() {
    let mut weeks =
        plan(&format!("{GRID}1,rest,easy,rest,easy,rest,rest,long\n2,rest,easy,rest,easy,rest,rest,easy\n"));
    let before = weeks.weeks[0].monday;
    weeks.race_on(date("0001-01-03"));
    assert_eq!((weeks.weeks[0].monday, weeks.dated), (before, false));
}

#[test]
fn rows_and_columns_that_are_no_days_are_left_out_and_said() {
    let weeks = plan(
        "My plan,,,,,,,,\nweek,mon,tue,wed,thu,fri,sat,sun,mood\n1,rest,easy,rest,easy,rest,rest,long,tempo\n,,,,,,,,\ntotal,1,2,3,4,5,6,7,\n2,,,,,,,,\n",
    );
    assert_eq!(weeks.weeks.len(), 1);
    let mut said = remarks(&weeks);
    said.sort_unstable();
    assert_eq!(
        said,
        [
            ("column-left-out", Some(2), false),
            ("row-left-out", Some(1), true),
            ("row-left-out", Some(5), true),
            ("row-left-out", Some(6), true),
        ]
    );
}

#[test]
fn labels_that_are_nearly_dates_are_told() {
    let row = |label: &str| format!("{label},rest,easy,rest,easy,rest,rest,long\n");
    let days = |label: &str| plan(&format!("{GRID}{}", row(label))).weeks[0].monday;
    for written in ["2027-01-04", "4 Jan 2027", "January 4th 2027", "2027-W01", "04.01.2027"] {
        assert_eq!(days(written), date("2027-01-04"), "{written}");
    }
    let weeks = plan(&format!("{GRID}{}{}", row("31.02.2027"), row("07.03.2027")));
    assert!(!weeks.dated);
    assert_eq!(remarks(&weeks), [("dates-not-read", Some(2), false)]);
}

#[test]
fn a_grid_that_is_none_says_why() {
    for (text, why) in [
        ("a,b\nc,d\n", "no row near the top names the days"),
        ("week,mon,tue\n1,\"easy,rest\n", "never closed"),
        ("week,mon,tue\n", "there is no day in it"),
    ] {
        let told = refused(text);
        assert!(told.contains(why), "{text}: {told}");
    }
}

#[test]
fn a_number_too_far_for_a_run_is_minutes_also_in_a_plan_of_miles() {
    let long = |cell: &str| {
        let text = format!("Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n1,rest,5 mi,rest,6 mi,rest,rest,{cell}\n");
        read(&text, 0).0[0].weeks[0].days[6].minutes
    };
    assert_eq!((long("Long 90"), long("Long 12"), long("Long 31")), (90, 116, 300));
}

#[test]
fn numbers_without_a_unit_have_one_unit_in_all_of_a_plan() {
    let minutes = |above: &str, tuesday: &str, sunday: &str| {
        let text = format!(
            "{above}Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n1,rest,{tuesday},rest,rest,rest,rest,{sunday}\n"
        );
        let plan = plan(&text);
        let said = plan.remarks.iter().filter(|remark| remark.id == "unit-assumed").count();
        (plan.weeks[0].days[1].minutes, plan.weeks[0].days[6].minutes, said)
    };
    for (tuesday, sunday, of_tuesday, of_sunday, said) in [
        ("Easy 40", "Long run 90", 40, 90, 1),
        ("Easy 59", "Long run 60", 59, 60, 1),
        ("Easy 59", "Long run 59", 354, 354, 1),
        ("Easy 6", "Long run 16", 36, 96, 1),
        ("40", "90", 40, 90, 1),
        ("6", "16", 36, 96, 1),
        ("Tempo 8", "Long 120", 8, 120, 1),
        ("Easy 5 mi", "Long 10", 49, 97, 1),
        ("Easy 8 km", "Long 16", 48, 96, 1),
        ("Easy 8 km", "Long 90", 48, 90, 1),
        ("Easy 30 min", "Long 45", 30, 45, 1),
        ("Easy 30 min", "Long 16 km", 30, 96, 0),
        ("Easy 6-8", "Long 16", 48, 96, 1),
        ("Easy 30-40", "Long 90", 40, 90, 1),
        ("6E", "14L", 36, 84, 1),
        ("Easy 6.5", "Long 16,5", 39, 99, 1),
        ("rest", "Long 16", 0, 96, 1),
        ("rest", "Long 90", 0, 90, 1),
        ("Easy 45'", "Long 50", 45, 50, 1),
        ("Easy 1 h", "Long 90", 60, 90, 1),
    ] {
        assert_eq!(
            minutes("", tuesday, &format!("\"{sunday}\"")),
            (of_tuesday, of_sunday, said),
            "{tuesday}, {sunday}"
        );
    }
    assert_eq!(minutes("All in minutes,,,,,,,\n", "Easy 30", "Long 45"), (30, 45, 1));
    assert_eq!(minutes("All in miles,,,,,,,\n", "Easy 3", "Long 10"), (29, 97, 1));
}
