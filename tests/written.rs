//! How the plans of others are read: where a plan without dates is put, and what of it is left out and says so.
#![allow(missing_docs)]

use chrono::NaiveDate;
use runplan::import::{ForeignPlan, read};

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// The one plan of a text.
fn plan(text: &str) -> ForeignPlan {
    let (mut plans, problems) = read(text, 0);
    assert_eq!((plans.len(), problems.as_slice()), (1, [].as_slice()), "{text}");
    plans.remove(0)
}

/// Why a text is no plan.
fn refused(text: &str) -> String {
    let (plans, problems) = read(text, 0);
    assert!(plans.is_empty(), "{text}");
    problems.iter().map(|problem| problem.message.as_str()).collect::<Vec<_>>().join("; ")
}

/// What the plan says about its reading: id, line, and whether it is a note.
fn remarks(plan: &ForeignPlan) -> Vec<(&'static str, Option<usize>, bool)> {
    plan.remarks.iter().map(|remark| (remark.id, remark.line, remark.note)).collect()
}

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

#[cfg(feature = "calendar")]
mod calendars {
    use super::{date, plan, refused, remarks};
    use runplan::week::day::Day;
    use runplan::week::session::Run;

    fn calendar(events: &[&str]) -> String {
        let events: Vec<_> = events
            .iter()
            .enumerate()
            .map(|(at, event)| format!("BEGIN:VEVENT\r\nUID:{at}\r\n{event}\r\nEND:VEVENT\r\n"))
            .collect();
        format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n{}END:VCALENDAR\r\n",
            events.concat()
        )
    }

    const RUN: &str = "SUMMARY:easy run\r\nDTSTART;VALUE=DATE:20270105";

    #[test]
    fn events_that_say_nothing_are_left_out_and_said() {
        for (event, note) in [
            ("SUMMARY:easy run", false),
            ("DTSTART;VALUE=DATE:20270106", false),
            ("SUMMARY:Cancelled: tempo\r\nDTSTART;VALUE=DATE:20270106", true),
            ("SUMMARY:base phase\r\nDTSTART;VALUE=DATE:20270104\r\nDTEND;VALUE=DATE:20270301", true),
        ] {
            let weeks = plan(&calendar(&[RUN, event]));
            let said = remarks(&weeks);
            assert!(
                matches!(said.as_slice(), [("event-left-out", Some(_), is)] if *is == note),
                "{event}: {said:?}"
            );
            assert_eq!(weeks.weeks.len(), 1, "{event}");
            assert_eq!(
                weeks.weeks[0].days.iter().filter(|day| day.plan.run != Run::Off).count(),
                1,
                "{event}"
            );
        }
    }

    #[test]
    fn what_repeats_without_end_ends_with_the_plan() {
        let forever = "SUMMARY:long run\r\nDTSTART;VALUE=DATE:20270103\r\nRRULE:FREQ=WEEKLY";
        let race = "SUMMARY:race\r\nDTSTART;VALUE=DATE:20270124";
        let weeks = plan(&calendar(&[forever, race])).weeks;
        assert_eq!(weeks.iter().map(|week| week.monday).max(), Some(date("2027-01-18")));
        assert_eq!(weeks.len(), 4);
    }

    #[test]
    fn moments_in_utc_are_read_where_the_calendar_is() {
        let late = "SUMMARY:easy run\r\nDTSTART:20270105T230000Z\r\nDTEND:20270105T234500Z";
        let here = calendar(&[late]);
        let there = here.replace("PRODID", "X-WR-TIMEZONE:Europe/Berlin\r\nPRODID");
        for (text, day) in [(here, Day::Tue), (there, Day::Wed)] {
            let week = plan(&text).weeks.remove(0);
            assert_eq!((week.days[day.index()].plan.run, week.days[day.index()].minutes), (Run::Easy, 45));
        }
    }

    #[test]
    fn a_calendar_without_events_is_no_plan() {
        assert_eq!(refused(&calendar(&[])), "there is no event in it");
    }
}
