//! A calendar was read, and nothing says when the runner can train.

use super::rule::{Check, Grade, Limit, Rule};
use super::warning::{Seen, Subject, Warning};
use crate::week::day::{Day, Days, listed};
use crate::week::hours::{AWAKE, Time, hh_mm};
use crate::word::Word;

pub(super) const RULE: Rule = Rule {
    id: "hours-assumed",
    summary: "on days of which calendars take some time and the profile says nothing, the hours from 6 to 22 count as yours",
    rationale: "training at night is nobody's plan",
    source: "practice",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[("from", (AWAKE.from / 60) as u32), ("to", (AWAKE.to / 60) as u32)]),
    check: Check::Warn(Subject::Planning, warnings),
    breaks: &["- easy - - - - long busy=tue@09:00-17:00"],
    keeps: &["- easy - - - - long", "- easy - - - - long busy=tue@09:00-17:00 time.tue=06:00-08:00"],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    let facts = seen.facts;
    let own = facts.profile.time_of(facts.monday);
    let guessed = |day: &Day| {
        let said = matches!(own[day.index()], None | Some(Time::Any));
        said && matches!(facts.time[day.index()], Some(Time::Windows(_)))
    };
    let days: Days = Day::ALL.iter().copied().filter(guessed).collect();
    if days.is_empty() {
        return Vec::new();
    }
    let names = listed(days.iter());
    let (from, to) = (hh_mm(AWAKE.from), hh_mm(AWAKE.to));
    let message =
        format!("the profile names no hours for {names}: {from} to {to} was taken, less your calendar");
    let hint = "set `[time]`, such as `weekday = [\"06:30-07:45\", \"17:30-19:00\"]`";
    vec![Warning::new(RULE.id, message, hint).on(days).note()]
}
