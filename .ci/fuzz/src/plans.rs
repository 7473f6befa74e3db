//! Plans that someone wrote: grids, calendars, the JSON of claude-coach.

use crate::problems;
use crate::replans::replanned;
use crate::text::{text, within_a_second};
use chrono::NaiveDate;
use libfuzzer_sys::Corpus;
use runplan::check::{Diagnostic, Report, Standard, check};
use runplan::compare::differences;
use runplan::export::Options;
use runplan::export::check::{checked_json, checked_text};
use runplan::export::compare::{differences_json, differences_text};
use runplan::export::ics::replace::replacing;
use runplan::import::{self, ForeignPlan, MOST_WEEKS, joined};
use runplan::input::busy::{self, Zone};
use runplan::input::document;
use runplan::overlay::csv::{original, with_additions};
use runplan::overlay::{Overlay, one};
use runplan::profile::{Profile, read};
use runplan::rules::MONDAY;
use runplan::wrap::is_unruly;
use std::sync::OnceLock;

/// A grid. What looks like another format is one too.
pub fn grid(bytes: &[u8]) -> Corpus {
    let Some(text) = text(bytes) else { return Corpus::Reject };
    checked(text)
}

/// The JSON of claude-coach, or weeks of this program.
pub fn coach(bytes: &[u8]) -> Corpus {
    let Some(text) = text(bytes).filter(|text| text.trim_start().starts_with(['{', '['])) else {
        return Corpus::Reject;
    };
    checked(text)
}

/// A calendar: as a plan, as time that is taken, and as an earlier calendar of ours.
pub fn calendar(bytes: &[u8]) -> Corpus {
    let Some(text) = text(bytes) else { return Corpus::Reject };
    let zone = Zone::find("Europe/Berlin").expect("a zone");
    match within_a_second("what a calendar takes", || busy::read(&[text], zone, MONDAY)) {
        Ok(read) => {
            for day in &read.busy.0 {
                assert!(day.iter().all(|window| window.from < window.to && window.to <= 1440), "{day:?}");
                assert!(day.windows(2).all(|pair| pair[0].to < pair[1].from), "{day:?}");
            }
            let unruly = |part: &busy::Unread| part.message.contains(|c: char| is_unruly(c) || c == '\n');
            assert!(!read.unread.iter().any(unruly), "{:?}", read.unread);
            let lines = text.split(['\n', '\r']).count();
            assert!(read.unread.iter().all(|part| (1..=lines).contains(&part.line)), "{:?}", read.unread);
        }
        Err(found) => problems::hold(&found, text),
    }
    let stamp = Options::default().stamp;
    let new = within_a_second("an earlier calendar", || replacing(text, OURS, stamp, &[MONDAY]));
    assert!(new.contains("UID:2026-W48-"), "what is planned is in it: {new}");
    let again = replacing(&new, OURS, stamp, &[MONDAY]);
    assert_eq!(again, replacing(&again, OURS, stamp, &[MONDAY]), "nothing new changes nothing");
    checked(text)
}

/// A calendar of this program.
const OURS: &str = include_str!("../../../tests/exports/toddler-evenings.ics");

/// A runner to hold plans against.
fn runner() -> &'static Profile {
    static RUNNER: OnceLock<Profile> = OnceLock::new();
    RUNNER.get_or_init(|| {
        let (node, _) = document::toml(include_str!("../../../examples/shift-worker.toml"), 0);
        read(&node).expect("a profile")
    })
}

/// Reads and checks a text that is a plan, against nobody and against a runner, in no more than a second each.
fn checked(text: &str) -> Corpus {
    let (plans, found) = within_a_second("reading", || import::read(text, 0));
    problems::hold(&found, text);
    let lines = text.lines().count().max(text.matches(['\r', '\n']).count() + 1);
    let plans = joined(plans);
    for plan in &plans {
        holds(plan, lines);
    }
    let all = [
        Standard::default(),
        Standard { profile: Some(runner().clone()), numbers: true, all: true, ..Standard::default() },
    ];
    for standard in all {
        let checked = within_a_second("checking", || check(&plans, &standard));
        said_well(&plans, &checked, lines);
    }
    let mut moved = plans.clone();
    for (at, plan) in moved.iter_mut().filter(|plan| !plan.dated).enumerate() {
        let date = NaiveDate::from_ymd_opt(2027, 3, 28).expect("a date");
        if at % 2 == 0 {
            plan.race_on(date)
        } else {
            plan.start_on(MONDAY)
        }
        holds(plan, lines);
        assert!(plan.dated);
    }
    let after = check(&moved, &Standard::default());
    said_well(&moved, &after, lines);
    if let (Some(one), Some(other)) = (plans.first(), moved.last()) {
        let differences = differences([one, other], &Standard::default());
        let _ = differences_text(&differences, ["a", "b"], 80);
        assert!(differences_json(&differences, ["a", "b"]).is_object());
    }
    overlaid(text);
    replanned(text, &plans);
    if plans.is_empty() { Corpus::Reject } else { Corpus::Keep }
}

/// Weeks of a plan around which strength is placed: more only take longer.
const OVERLAID: usize = 6;

/// Places strength around a plan: no week is refused, its runs stay, and its table keeps every byte and is the same when that is
/// done again.
fn overlaid(text: &str) {
    let written = original(text);
    assert_eq!(original(&written), written, "what was added is taken out at once");
    let around = |text: &str| {
        let (plans, _) = import::read(text, 0);
        let mut plan = one(plans).ok()??;
        plan.weeks.truncate(OVERLAID);
        Overlay::new(plan, &Standard::default(), None, "plan.csv").ok()
    };
    let Some(plan) = around(&written) else { return };
    let (first, last) = (plan.written.monday, plan.written.last());
    let requests = plan.requests(&plan.request(first, &[]), None, first, last);
    let cycle = within_a_second("overlaying", || plan.cycle(&requests));
    for (week, stands) in cycle.weeks.iter().zip(&plan.written.weeks) {
        let week = week.plan().expect("a plan that asks for nothing is never refused");
        let runs = week.week.map(|day| day.run);
        assert_eq!(runs, stands.runs.map(|written| written.run), "no run is moved");
    }
    let Some((with, _)) = with_additions(&written, &plan, &cycle) else { return };
    assert_eq!(original(&with), written, "every byte stays: {with:?}");
}

/// What holds for a plan as it was read.
fn holds(plan: &ForeignPlan, lines: usize) {
    assert!(plan.weeks.len() <= MOST_WEEKS || plan.weeks.iter().any(|week| week.own.is_some()));
    for pair in plan.weeks.windows(2) {
        assert_eq!((pair[1].monday - pair[0].monday).num_days(), 7, "a week twice, or left out");
    }
    let of_weeks = plan.weeks.iter().filter_map(|week| week.line);
    let of_days = plan.weeks.iter().flat_map(|week| &week.days).filter_map(|day| day.line);
    let of_remarks = plan.remarks.iter().filter_map(|remark| remark.line);
    for line in of_weeks.chain(of_days).chain(of_remarks) {
        assert!((1..=lines).contains(&line), "line {line} of {lines}");
    }
    for remark in &plan.remarks {
        assert!(!remark.message.is_empty() && !remark.hint.is_empty(), "{remark:?}");
    }
}

/// What is found is said once, with a place in the text, and can be shown.
fn said_well(plans: &[ForeignPlan], checked: &Report, lines: usize) {
    assert_eq!(checked.weeks, plans.iter().map(|plan| plan.weeks.len()).sum::<usize>());
    let dated =
        |found: &Diagnostic| !found.spots.is_empty() && found.spots.iter().all(|spot| spot.date.is_some());
    for found in &checked.diagnostics {
        assert!(!found.message.is_empty() && !found.hint.is_empty(), "{found:?}");
        assert!(found.line.is_none_or(|line| (1..=lines).contains(&line)), "{found:?}");
        if dated(found) {
            let mut days: Vec<_> = found.spots.iter().map(|spot| spot.date).collect();
            days.sort();
            days.dedup();
            assert_eq!(days.len(), found.spots.len(), "a day twice: {found:?}");
        }
    }
    // Several plans of one text may tell of the same week.
    if let [_] = plans {
        let mut all: Vec<String> = checked
            .diagnostics
            .iter()
            .filter(|found| found.rule.is_some() && dated(found))
            .map(|found| format!("{} {:?} {}", found.id, found.spots, found.message))
            .collect();
        let said = all.len();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), said, "something is said twice: {:?}", checked.diagnostics);
    }
    let names = ["plan".to_owned()];
    let text = checked_text(checked, &names, true, 80);
    let unruly = text.chars().find(|c| is_unruly(*c));
    assert!(unruly.is_none(), "{unruly:?} reaches the terminal:\n{text:?}");
    assert!(checked_json(checked, &names).is_object());
}
