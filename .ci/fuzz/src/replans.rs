//! Weeks of any plan that are planned again: nothing is added, nothing that stands is touched, and every format can tell it.

use crate::text::within_a_second;
use runplan::export::json::saved;
use runplan::export::{FORMATS, Options};
use runplan::facts::request::Request;
use runplan::import::{ForeignPlan, ForeignWeek};
use runplan::input::Place;
use runplan::replan::{Losses, Missed, Standing, replan, runner_of};
use runplan::week::count;
use runplan::week::day::Day;
use runplan::week::kind::Kind;
use runplan::wrap::is_unruly;

/// Weeks of a plan that are planned again: more only take longer.
const WEEKS: usize = 2;

/// Loses days of the first weeks of plans, different ones for different texts.
pub fn replanned(text: &str, plans: &[ForeignPlan]) {
    let weeks = plans.iter().flat_map(|plan| plan.weeks.iter().map(move |week| (plan, week)));
    for (number, (plan, week)) in weeks.take(WEEKS).enumerate() {
        lose(text, plan, week, text.len() + number);
    }
}

fn lose(text: &str, plan: &ForeignPlan, week: &ForeignWeek, drawn: usize) {
    let profile = runner_of(plan.runner.as_deref(), week);
    let Ok(request) = Request::new(profile, week.monday).check() else { return };
    let read = saved::standing(text, week.monday, None, &[]).unwrap_or_default();
    let Some(standing) = read else { return };
    let (was, today) = (standing.week(), Day::of(drawn % 7));
    let Some(now) = week.monday.checked_add_days(chrono::Days::new(today.index() as u64)) else { return };
    let mut losses =
        Losses { now: now.and_hms_opt([6, 21][drawn / 7 % 2], 0, 0).expect("an hour"), ..Losses::default() };
    let day = Day::of(drawn / 14 % 7);
    match drawn / 98 % 4 {
        0 => losses.block.push((day, Place::default())),
        1 => losses.missed.push((Missed { day, what: None }, Place::default())),
        2 => losses.moved.push(([day, day.shifted(2)], Place::default())),
        _ => losses.pin.push((day, Place::default())),
    }
    let again =
        |standing: Standing| within_a_second("planning again", || replan(&request, None, standing, &losses));
    let Ok(replanned) = again(standing) else { return };
    let kinds = [Kind::Run, Kind::Strength, Kind::Legs, Kind::Upper, Kind::Mobility, Kind::Cross];
    for kind in kinds {
        assert!(count(&replanned.plan.week, kind) <= count(&was, kind), "more of {kind}: {was:?} {losses:?}");
    }
    for day in replanned.over.iter().filter(|day| !replanned.missed.contains(*day)) {
        let moved = losses.moved.iter().any(|(days, _)| days.contains(&day));
        assert!(moved || replanned.plan.week[day.index()] == was[day.index()], "{day:?} {was:?} {losses:?}");
    }
    for format in FORMATS {
        let said = (format.replan)(&replanned, &Options::default());
        assert!(format.name != "text" || !said.contains(|c: char| is_unruly(c) && c != '\n'), "{said:?}");
    }
}
