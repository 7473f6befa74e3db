//! Weeks that are planned again: the worked table, properties of random ones, and brute force over every move.

mod cases;
mod oracle;
mod properties;
mod saved;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use runplan::export::{self, Options};
use runplan::facts::request::Request;
use runplan::input::{Place, document};
use runplan::plan::{Outcome, Plan, chain, plan};
use runplan::profile::{self, Profile};
use runplan::replan::{Losses, Missed, Replan, Standing, replan};
use runplan::week::day::Day;
use runplan::week::kind::Kind;

/// A profile as text.
fn profile(text: &str) -> Profile {
    let (node, problems) = document::toml(text, 0);
    assert!(problems.is_empty(), "{problems:?}");
    profile::read(&node).unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// What stands in a week of a profile.
fn standing(request: &Request<'_>) -> Option<Plan> {
    match plan(request) {
        Outcome::Week(plan) => Some(*plan),
        Outcome::Refused(_) => None,
    }
}

/// A day of a week at an hour.
fn moment(monday: NaiveDate, day: Day, hour: u32) -> NaiveDateTime {
    let date = monday + chrono::Days::new(day.index() as u64);
    date.and_time(NaiveTime::from_hms_opt(hour, 0, 0).expect("an hour"))
}

/// Losses from words: `block=thu`, `missed=fri:strength`, `moved=thu:fri`, `pin=sat`.
fn losses(now: NaiveDateTime, words: &[&str]) -> Losses {
    let mut losses = Losses { now, ..Losses::default() };
    let place = Place::default;
    for word in words {
        let (flag, value) = word.split_once('=').expect("a flag and its value");
        let day = |text: &str| <Day as runplan::word::Word>::parse(text).expect("a day");
        match (flag, value.split_once(':')) {
            ("block", _) => losses.block.push((day(value), place())),
            ("pin", _) => losses.pin.push((day(value), place())),
            ("moved", Some((from, to))) => losses.moved.push(([day(from), day(to)], place())),
            ("missed", Some((of, kind))) => {
                let what = Some(if kind == "run" { Kind::Run } else { Kind::Strength });
                losses.missed.push((Missed { day: day(of), what }, place()));
            }
            ("missed", None) => losses.missed.push((Missed { day: day(value), what: None }, place())),
            other => panic!("{other:?}"),
        }
    }
    losses
}

/// The week of a request planned again.
fn again(request: &Request<'_>, losses: &Losses) -> Replan {
    let before = standing(request).expect("a week");
    replan(request, None, Standing::from(&before), losses).unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// The request for a week with what stands around it.
fn in_plan(profile: &Profile, monday: NaiveDate) -> Request<'_> {
    chain::in_its_plan(Request::new(profile, monday), None)
}

/// The days of a week as JSON, a text each.
fn days(plan: &Plan) -> Vec<String> {
    let json = export::format("json").expect("a format");
    let text = (json.week)(plan, &Options::default());
    let week: serde_json::Value = serde_json::from_str(&text).expect("a document");
    week["days"].as_array().expect("days").iter().map(ToString::to_string).collect()
}

/// The runs and strength of a day in words: `speed+full`.
fn shown(plan: &Plan, day: Day) -> String {
    let of = plan.week[day.index()];
    let mut words = Vec::new();
    if of.run.is_run() {
        words.push(<_ as runplan::word::Word>::id(of.run));
    }
    if of.strength.any() {
        words.push(<_ as runplan::word::Word>::id(of.strength));
    }
    if words.is_empty() { "-".to_owned() } else { words.join("+") }
}
