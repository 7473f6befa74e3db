//! Plans worked out by hand: what is placed around them, and what is not.

use super::plans::{all_weeks, overlay};
use chrono::NaiveDate;
use runplan::check::Standard;
use runplan::cycle::Cycle;
use runplan::overlay::Overlay;
use runplan::plan::Plan;
use runplan::profile::{Off, Profile, Why};
use runplan::week::day::Day;
use runplan::week::kind::Kind;
use runplan::week::phase::Phase;
use runplan::week::race::Race;
use runplan::week::session::Run;

const GRID: &str = "Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n";

fn laid(rows: &str) -> (Overlay, Cycle) {
    let (plan, _) = overlay(&format!("{GRID}{rows}"), &Standard::default()).expect("a plan");
    let cycle = all_weeks(&plan);
    (plan, cycle)
}

/// The days on which something of a kind was placed.
fn placed(plan: &Plan, kind: Kind) -> Vec<Day> {
    plan.days.iter().filter(|day| day.places(kind)).map(|day| day.day).collect()
}

fn has(plan: &Plan, rule: &str) -> bool {
    plan.warnings.iter().any(|warning| warning.rule == rule)
}

fn remarked(plan: &Overlay, id: &str) -> bool {
    plan.remarks.iter().any(|remark| remark.id == id)
}

#[test]
fn two_longest_runs_keep_legs_off_the_day_before_both() {
    // The longest run is on Saturday or on Wednesday: nobody says which.
    let (plan, cycle) = laid("2027-01-04,Rest,Easy 5 mi,Easy 9 mi,Rest,Easy 4 mi,Easy 9 mi,Rest\n");
    assert!(remarked(&plan, "long-run-tie"));
    for week in cycle.plans() {
        let legs = placed(week, Kind::Legs);
        assert!(!legs.contains(&Day::Tue) && !legs.contains(&Day::Fri), "{legs:?}");
        assert!(!legs.is_empty(), "and yet there are some");
    }
    // A fifth longer is the long run alone.
    let (plan, _) = laid("2027-01-04,Rest,Easy 5 mi,Easy 8 mi,Rest,Easy 4 mi,Easy 10 mi,Rest\n");
    assert!(!remarked(&plan, "long-run-tie"));
    // Whoever names it knows.
    let (plan, _) = laid("2027-01-04,Rest,Easy 5 mi,Easy 9 mi,Rest,Easy 4 mi,Long 9 mi,Rest\n");
    assert!(!remarked(&plan, "long-run-tie"));
    // Three alike are none.
    let (plan, _) = laid("2027-01-04,Rest,Easy 4 mi,Rest,Easy 4 mi,Rest,Easy 4 mi,Rest\n");
    assert!(!remarked(&plan, "long-run-tie"));
}

#[test]
fn before_a_half_there_is_one_session_at_most_and_then_none() {
    let load = "Rest,Easy 5 mi,Tempo 6 mi,Easy 4 mi,Rest,Easy 4 mi,Long 10 mi\n";
    let weeks: String = ["2027-01-04", "2027-01-11", "2027-01-18", "2027-01-25"]
        .map(|date| format!("{date},{load}"))
        .concat();
    let rows = format!(
        "{weeks}2027-02-01,Rest,Easy 4 mi,Tempo 4 mi,Easy 3 mi,Rest,Easy 3 mi,Long 6 mi\n2027-02-08,Rest,Easy 3 mi,Easy 3 mi,Rest,Rest,Easy 2 mi,Half marathon race\n"
    );
    let (_, cycle) = laid(&rows);
    let phases: Vec<Phase> = cycle.weeks.iter().map(|week| week.phase).collect();
    assert_eq!(phases[4..], [Phase::Taper, Phase::RaceWeek]);
    let strength: Vec<usize> = cycle.plans().map(|week| placed(week, Kind::Strength).len()).collect();
    assert!(strength[..4].iter().all(|count| *count == 2), "{strength:?}");
    assert!(strength[4] <= 1 && strength[5] == 0, "{strength:?}");
}

#[test]
fn their_own_strength_counts_and_stays() {
    let (_, cycle) = laid(
        "2027-01-04,Legs 30 min,Easy 5 mi,Tempo 6 mi + full-body strength 30 min,Easy 4 mi,Rest,Rest,Long 10 mi\n",
    );
    let week = cycle.plans().next().expect("a week");
    assert_eq!(week.count(Kind::Strength), 2, "nothing on top of the target");
    assert!(placed(week, Kind::Strength).is_empty());
    // One of theirs leaves room for one.
    let (_, cycle) = laid(
        "2027-01-04,Rest,Easy 5 mi,Tempo 6 mi + full-body strength 30 min,Easy 4 mi,Rest,Rest,Long 10 mi\n",
    );
    let week = cycle.plans().next().expect("a week");
    assert_eq!(placed(week, Kind::Strength).len(), 1);
    assert_eq!(week.count(Kind::Strength), 2);
    // Yoga is mobility, a bike is cross-training.
    let (_, cycle) = laid(
        "2027-01-04,Yoga 30 min,Easy 5 mi + yoga 20 min,Tempo 6 mi,Yoga 60 min,Rest,Bike 60 min,Long 10 mi\n",
    );
    let week = cycle.plans().next().expect("a week");
    assert!(placed(week, Kind::Mobility).is_empty() && placed(week, Kind::Cross).is_empty());
    assert_eq!((week.count(Kind::Mobility), week.count(Kind::Cross)), (3, 1));
}

#[test]
fn a_breach_among_their_own_sessions_is_told_and_not_moved() {
    let (_, cycle) = laid("2027-01-04,Rest,Easy 5 mi,Tempo 6 mi,Easy 4 mi,Rest,Legs 40 min,Long 10 mi\n");
    let week = cycle.plans().next().expect("a week, in spite of it");
    assert!(has(week, "legs-before-key-run"));
    let told =
        week.warnings.iter().find(|warning| warning.rule == "legs-before-key-run").expect("it is told");
    assert_eq!(told.days.iter().collect::<Vec<_>>(), [Day::Sat]);
    assert!(!told.note);
    assert!(week.week[5].loads_legs(), "it stands");
    assert_eq!(week.score.on(runplan::week::score::Level::Hard), 0, "nothing that was placed breaks a rule");
}

#[test]
fn a_plan_that_runs_every_day_gets_strength_on_its_run_days() {
    let row = "Easy 4 mi,Easy 5 mi,Tempo 6 mi,Easy 4 mi,Easy 4 mi,Easy 4 mi,Long 10 mi\n";
    let (_, cycle) = laid(&format!("2027-01-04,{row}2027-01-11,{row}"));
    for week in cycle.plans() {
        assert!(has(week, "plan-leaves-no-rest"));
        assert!(!has(week, "rest-short"), "no rest day is asked for that cannot be");
        assert_eq!(placed(week, Kind::Strength).len(), 2);
    }
}

#[test]
fn a_week_of_less_running_has_fewer_sets() {
    let load = "Rest,Easy 50 min,Tempo 50 min,Easy 50 min,Rest,Easy 50 min,Long 100 min\n";
    let less = "Rest,Easy 40 min,Tempo 40 min,Easy 40 min,Rest,Easy 40 min,Long 90 min\n";
    let rows = ["2027-01-04", "2027-01-11", "2027-01-18"].map(|date| format!("{date},{load}")).concat();
    let (plan, cycle) = laid(&format!("{rows}2027-01-25,{less}2027-02-01,{load}"));
    let easy: Vec<bool> = cycle.plans().map(|week| week.ladder.easy).collect();
    assert_eq!(easy, [false, false, false, true, false]);
    let sets = |week: &Plan| -> usize {
        let sessions = week.days.iter().flat_map(|day| &day.sessions).filter(|of| of.is(Kind::Strength));
        sessions
            .filter_map(|of| of.workout.as_ref())
            .flat_map(|workout| workout.trained())
            .map(|of| usize::from(of.sets))
            .sum()
    };
    let sets: Vec<usize> = cycle.plans().map(sets).collect();
    assert!(sets[3] < sets[2], "{sets:?}");
    // From 86 % on it is no cutback; an unknown length is none either.
    assert!(plan.written.cuts_back(plan.written.monday + chrono::Duration::weeks(3)));
    let enough = less.replace("90 min", "97 min");
    let (plan, _) = laid(&format!("{rows}2027-01-25,{enough}"));
    assert!(!plan.written.cuts_back(plan.written.monday + chrono::Duration::weeks(3)));
    let unknown = less.replace("Easy 40 min", "Easy run");
    let (plan, _) = laid(&format!("{rows}2027-01-25,{unknown}"));
    assert!(!plan.written.cuts_back(plan.written.monday + chrono::Duration::weeks(3)));
}

#[test]
fn strength_keeps_its_distance_to_what_stands_in_the_next_week() {
    // Their legs on Monday: none is placed on the Sunday before, nor on the Tuesday after.
    let first = "2027-01-04,Rest,Rest,Easy 4 mi,Rest,Easy 4 mi,Rest,Easy 3 mi\n";
    let second = "2027-01-11,Heavy legs 40 min,Easy 4 mi,Rest,Easy 5 mi,Rest,Rest,Long 10 mi\n";
    let (_, cycle) = laid(&format!("{first}{second}"));
    let weeks: Vec<&Plan> = cycle.plans().collect();
    assert!(!placed(weeks[0], Kind::Legs).contains(&Day::Sun));
    assert!(!placed(weeks[1], Kind::Legs).contains(&Day::Tue));
}

#[test]
fn a_tune_up_race_is_protected_too() {
    let load = "Rest,Easy 5 mi,Tempo 6 mi,Easy 4 mi,Rest,Easy 4 mi,Long 10 mi\n";
    let tune_up = "Rest,Easy 5 mi,Easy 4 mi,Easy 4 mi,Rest,10k race,Easy 4 mi\n";
    let race = "Rest,Easy 3 mi,Easy 3 mi,Rest,Rest,Easy 2 mi,Half marathon race\n";
    let dates = ["2027-01-04", "2027-01-11", "2027-01-18", "2027-01-25", "2027-02-01", "2027-02-08"];
    let week = |(at, date): (usize, &&str)| match at {
        2 => format!("{date},{tune_up}"),
        5 => format!("{date},{race}"),
        _ => format!("{date},{load}"),
    };
    let rows = dates.iter().enumerate().map(week).collect::<Vec<_>>().concat();
    let (plan, cycle) = laid(&rows);
    assert_eq!(plan.written.races.len(), 2);
    let week = cycle.plans().nth(2).expect("a week");
    let legs = placed(week, Kind::Legs);
    assert!(
        legs.iter().all(|day| day.index() < 3),
        "no legs on the two days before it or on its day: {legs:?}"
    );
    assert_eq!(cycle.race.map(|race| race.date.to_string()).as_deref(), Some("2027-02-14"));
}

#[test]
fn days_that_the_plan_does_not_speak_of_stay_empty() {
    let text = "Date,Workout\n2027-01-07,easy 40 min\n2027-01-10,long 90 min\n2027-01-12,speed 40 min\n";
    let (plan, _) = overlay(text, &Standard::default()).expect("a plan");
    let cycle = all_weeks(&plan);
    let weeks: Vec<&Plan> = cycle.plans().collect();
    assert!(weeks[0].days[..3].iter().all(|day| day.sessions.is_empty()));
    assert!(weeks[1].days[2..].iter().all(|day| day.sessions.is_empty()));
}

#[test]
fn a_tie_is_one_whether_by_minutes_or_by_distance() {
    let (plan, cycle) = laid("2027-01-04,Rest,Easy 40 min,Easy 15 km,Rest,Easy 90 min,Rest,Easy 30 min\n");
    assert!(remarked(&plan, "long-run-tie"));
    let legs = placed(cycle.plans().next().expect("a week"), Kind::Legs);
    assert!(!legs.contains(&Day::Tue) && !legs.contains(&Day::Thu), "{legs:?}");
    assert!(!legs.contains(&Day::Wed) && !legs.contains(&Day::Fri), "nor on those days: {legs:?}");
}

#[test]
fn a_week_that_the_plan_does_not_speak_of_misses_nothing() {
    let text = "Date,Workout\n2027-01-05,easy 40 min\n2027-01-10,long 90 min\n2027-01-26,easy 40 min\n";
    let (plan, _) = overlay(text, &Standard::default()).expect("a plan");
    for week in all_weeks(&plan).plans().filter(|week| !week.days.iter().all(|day| day.rest)) {
        assert!(
            !has(week, "strength-short") || week.days[0].date.to_string() == "2027-01-18",
            "{:?}",
            week.warnings
        );
    }
}

#[test]
fn on_days_off_nothing_is_placed_and_written_runs_stand() {
    let row = "Rest,Easy 5 mi,Tempo 6 mi,Easy 4 mi,Rest,Easy 4 mi,Long 10 mi\n";
    let rows: String =
        ["2027-01-04", "2027-01-11", "2027-01-18"].map(|date| format!("{date},{row}")).concat();
    let [from, to] = [14, 24].map(|day| NaiveDate::from_ymd_opt(2027, 1, day).expect("a date"));
    let off = Off { from, to, why: Some(Why::Injured) };
    let profile = Profile { off: vec![off], ..Profile::default() };
    let standard = Standard { profile: Some(profile), ..Standard::default() };
    let (plan, _) = overlay(&format!("{GRID}{rows}"), &standard).expect("a plan");
    for week in all_weeks(&plan).plans() {
        assert_eq!(week.runs(), 5);
        for day in &week.days {
            let ours = Kind::PLACED.into_iter().filter(|kind| *kind != Kind::Rest && day.places(*kind));
            assert!(!off.holds(day.date) || ours.count() == 0, "{}", day.date);
        }
        for warning in &week.warnings {
            let on_off = week.days_off.iter().any(|day| warning.days.contains(day));
            assert!(!on_off || warning.hint.contains("let it go"), "{warning:?}");
        }
    }
}

#[test]
fn a_race_takes_the_place_of_what_nobody_understood() {
    let race = Race::new(NaiveDate::from_ymd_opt(2027, 3, 14).expect("a date"), None);
    let standard = Standard { race: Some(race), ..Standard::default() };
    for cell in ["banana", "Rest", "", "flurbel + 20 zorbs"] {
        let rows = format!("{GRID}2027-03-08,Rest,Easy 5 mi,Easy 4 mi,Rest,Easy 4 mi,Rest,{cell}\n");
        let (plan, _) = overlay(&rows, &standard).expect("a plan");
        let cycle = all_weeks(&plan);
        let week = cycle.plans().next().expect("a week");
        assert!(!has(week, "blocked-day"), "{cell}: {:?}", week.warnings);
        assert_eq!(week.week[Day::Sun.index()].run, Run::Race, "{cell}");
    }
}
