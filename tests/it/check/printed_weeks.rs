//! Weeks of random runners are clean as they were printed; after a session was moved where it must not be, that is named.

use super::checked;
use crate::cases;
use crate::random_profiles::weeks;
use runplan::check::Severity;
use runplan::export::{self, Options};
use runplan::plan::Plan;
use runplan::week::day::{Day, Days};
use runplan::week::session::{Class, Run};
use runplan::word::Word;

fn printed(plan: &Plan, format: &str) -> String {
    let format = export::format(format).expect("a format");
    (format.week)(plan, &Options::default())
}

#[test]
fn weeks_are_clean_as_they_were_printed() {
    for (at, (_, week)) in weeks().take(cases(250)).enumerate() {
        let checked = checked(&printed(&week, if at % 2 == 0 { "json" } else { "ndjson" }));
        assert!(checked.diagnostics.is_empty(), "{:?}\n{}", checked.diagnostics, printed(&week, "text"));
        assert_eq!(checked.weeks, 1);
    }
}

#[test]
fn a_leg_session_moved_to_the_day_before_the_long_run_is_named_and_nothing_else() {
    let mut tried = 0;
    for (_, week) in weeks() {
        let mut value: serde_json::Value = serde_json::from_str(&printed(&week, "json")).expect("JSON");
        let legs = Day::ALL.iter().filter(|day| week.week[day.index()].strength.legs());
        let [from] = legs.copied().collect::<Vec<_>>()[..] else { continue };
        let Some(long) = Day::ALL.iter().find(|day| week.week[day.index()].run == Run::Long) else {
            continue;
        };
        let to = long.shifted(-1);
        // Activation may stand there.
        if week.limits.class == Class::Activation {
            continue;
        }
        // The day before within the week, free of strength; with a second long run or race near, more would be named.
        let keys: Days = Day::ALL.iter().copied().filter(|day| week.week[day.index()].run.is_key()).collect();
        if *long == Day::Mon
            || keys.len() > 1
            || week.week[to.index()].strength.any()
            || week.week[to.index()].is_rest()
        {
            continue;
        }
        let sessions = value["days"][from.index()]["sessions"].as_array_mut().expect("sessions");
        let at = sessions.iter().position(|session| session["kind"] == "strength").expect("legs");
        let session = sessions.remove(at);
        value["days"][to.index()]["sessions"].as_array_mut().expect("sessions").push(session);
        let checked = checked(&value.to_string());
        let errors: Vec<_> =
            checked.diagnostics.iter().filter(|found| found.severity == Severity::Error).collect();
        let named: Vec<_> =
            errors.iter().map(|found| (found.id, found.day.as_ref().map(|spot| spot.day))).collect();
        let race = errors.iter().any(|found| found.id.contains("race"));
        assert!(
            race || named == [("legs-before-key-run", Some(to))],
            "{named:?}\n{}",
            printed(&week, "text")
        );
        assert!(errors.iter().all(|found| found.hint.starts_with("move ")
            || found.hint.starts_with("make ")
            || found.hint.starts_with("leave ")));
        tried += usize::from(!race);
        if tried == cases(100) {
            return;
        }
    }
}
