//! Exports are sound whatever the runner is called, and without exercises too.

use runplan::cycle::cycle;
use runplan::export::csv::COLUMNS;
use runplan::export::{self, FORMATS, Options};
use runplan::facts::request::Request;
use runplan::input::document;
use runplan::plan::{Outcome, chain, plan};
use runplan::profile;
use runplan::rules::MONDAY;

/// Names that break exports which do not expect them.
const NAMES: [&str; 9] = [
    "Zoë Äß 漢字 🏃",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "a,b;c\"d\"",
    "two\nlines\r\nor three",
    "| pipes | and *stars* and <b>tags</b>",
    "\u{202e}turned round\u{202c}",
];

fn named(name: &str) -> runplan::plan::Plan {
    let text = include_str!("../../../examples/marathoner.toml");
    let mut profile = profile::read(&document::toml(text, 0).0).expect("a profile");
    profile.name = Some(name.to_owned());
    let request = Request::new(profile, MONDAY).check().expect("a request");
    let Outcome::Week(plan) = plan(&request) else { panic!("a week") };
    *plan
}

#[test]
fn csv_parses_back_to_the_same_sessions_whatever_the_runner_is_called() {
    let format = export::format("csv").expect("a format");
    let long = "x".repeat(10_000);
    for name in NAMES.into_iter().chain([long.as_str()]) {
        let plan = named(name);
        let made = (format.week)(&plan, &Options::default());
        assert!(
            made.ends_with("\r\n") && !made.replace("\r\n", "").contains('\n'),
            "{name}: every row ends alike"
        );
        let mut reader = csv::Reader::from_reader(made.as_bytes());
        assert_eq!(reader.headers().expect("a head").iter().collect::<Vec<_>>(), COLUMNS);
        let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
        let sessions: Vec<u16> =
            plan.days.iter().flat_map(|day| &day.sessions).map(|session| session.minutes).collect();
        let minutes: Vec<u16> = rows.iter().map(|row| row[10].parse().expect("minutes")).collect();
        assert_eq!(minutes, sessions);
        let formula = |cell: &&str| cell.starts_with(['=', '+', '-', '@']);
        assert!(rows.iter().all(|row| !row.iter().any(|cell| formula(&cell))), "{name}: a formula");
    }
    let bom = (format.week)(&named("Maya"), &Options { bom: true, ..Options::default() });
    assert!(bom.starts_with('\u{feff}') && bom.matches('\u{feff}').count() == 1);
}

#[test]
fn a_markdown_table_has_the_same_cells_in_every_row() {
    let format = export::format("markdown").expect("a format");
    for name in NAMES {
        let made = (format.week)(&named(name), &Options::default());
        let rows: Vec<&str> = made.lines().filter(|line| line.starts_with('|')).collect();
        assert_eq!(rows.len(), 9, "a head, a rule, seven days: {made}");
        let bars = |row: &str| row.replace("\\|", "").matches('|').count();
        assert!(rows.iter().all(|row| bars(row) == 5), "{made}");
        assert_eq!(made.lines().filter(|line| line.starts_with("## ")).count(), 1);
        assert!(!made.contains("<b>"), "{made}");
    }
}

#[test]
fn pages_and_pictures_take_no_name_for_markup_and_every_id_once() {
    let long = "x".repeat(10_000);
    for name in NAMES.into_iter().chain([long.as_str()]) {
        let plan = named(name);
        let mut later = plan.clone();
        later.monday = MONDAY + chrono::Duration::weeks(1);
        let weeks = runplan::export::html::page(&[plan.clone(), later]);
        assert_eq!((weeks.matches("<h1>").count(), weeks.matches("<h2").count()), (1, 2));
        let made = |name: &str| (export::format(name).expect("a format").week)(&plan, &Options::default());
        for text in [made("html"), made("svg"), weeks] {
            assert!(!text.contains("<b>tags") && !text.contains('\u{202e}'), "{name}");
            assert!(
                !text.contains("<script") && !text.contains("http://") || text.starts_with("<svg"),
                "{name}"
            );
            let ids: Vec<&str> =
                text.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            let unique: std::collections::BTreeSet<&&str> = ids.iter().collect();
            assert_eq!(unique.len(), ids.len(), "{ids:?}");
            for end in text.split("aria-labelledby=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(end.split(' ').all(|id| ids.contains(&id)), "{end}");
            }
        }
        assert!(made("svg").len() < 10_000, "a long name is cut");
    }
}

#[test]
fn a_plan_takes_no_name_for_markup_in_any_format() {
    let text = include_str!("../../../examples/half-plan.toml");
    let mut profile = profile::read(&document::toml(text, 0).0).expect("a profile");
    let (first, race) = (profile.plan.start.expect("a start"), profile.race.expect("a race"));
    let long = "x".repeat(10_000);
    for name in NAMES.into_iter().chain([long.as_str()]) {
        profile.name = Some(name.to_owned());
        let asked = Request::new(&profile, first).check().expect("a request");
        let cycle = cycle(&chain::weeks(&asked, None, first, first + chrono::Duration::weeks(1)));
        assert_eq!((cycle.plans().count(), cycle.race), (2, Some(race)));
        let made = |name: &str| (export::format(name).expect("a format").cycle)(&cycle, &Options::default());
        assert!(!made("text").contains('\u{202e}'), "{name}");
        for text in [made("html"), made("svg"), made("markdown")] {
            assert!(!text.contains("<b>tags") && !text.contains('\u{202e}'), "{name}");
            let ids: Vec<&str> =
                text.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            let unique: std::collections::BTreeSet<&&str> = ids.iter().collect();
            assert_eq!(unique.len(), ids.len(), "{ids:?}");
            for end in text.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(ids.contains(&end), "{end}");
            }
        }
        assert!(made("svg").len() < 10_000, "a long name is cut");
    }
}

#[test]
fn a_session_without_exercises_breaks_no_export() {
    let mut plan = named("Maya");
    for session in plan.days.iter_mut().flat_map(|day| &mut day.sessions) {
        if let Some(workout) = &mut session.workout {
            std::sync::Arc::make_mut(workout).blocks.clear();
        }
    }
    for format in FORMATS {
        let made = (format.week)(&plan, &Options { explain: true, ..Options::default() });
        assert!(!made.trim().is_empty() && !made.contains("NaN"), "{}", format.name);
    }
}

/// A week of a gym session for each day of strength, with a lift that is known to go once.
fn in_the_gym(more: &str) -> runplan::plan::Plan {
    let text = format!(
        "season = 'off-season'\nlevel = 'intermediate'\n{more}\n[runs]\ndays = ['tue', 'thu', 'sat', 'sun']\nlong = 'sun'\n\
         [strength]\nequipment = ['gym']\n[strength.one_rm]\nback-squat = 100\ndeadlift = '220 lb'\nleg-press = 200\n"
    );
    let profile = profile::read(&document::toml(&text, 0).0).expect("a profile");
    let request = Request::new(profile, MONDAY).check().expect("a request");
    let Outcome::Week(plan) = plan(&request) else { panic!("a week") };
    *plan
}

#[test]
fn a_known_weight_stands_in_every_format_and_others_have_room() {
    let plan = in_the_gym("");
    let made = |name: &str| (export::format(name).expect("a format").week)(&plan, &Options::default());
    let trained =
        plan.days.iter().flat_map(|day| &day.sessions).filter_map(|session| session.workout.as_deref());
    let known: Vec<String> = trained
        .flat_map(runplan::exercise::workout::Workout::trained)
        .filter_map(|of| Some(of.weight?.to_string()))
        .collect();
    assert!(!known.is_empty());
    for weight in known {
        assert!(made("json").contains(&format!("\"weight\": \"{weight}\"")), "{weight}");
        assert!(made("markdown").contains(&format!("; weight: {weight}")), "{weight}");
        assert!(made("html").contains(&format!("weight <span>{weight}</span>")), "{weight}");
        assert!(made("csv").contains(&format!(" {weight}")), "{weight}");
    }
    assert!(made("markdown").contains("; weight: ______") && made("html").contains("weight <span></span>"));
}

#[test]
fn what_must_not_be_missed_stands_before_the_week_and_once() {
    let plan = in_the_gym("health.pain = 'knee'");
    for (name, week) in [("text", "Mon  "), ("markdown", "| day"), ("html", "class=\"board\"")] {
        let made = (export::format(name).expect("a format").week)(&plan, &Options::default());
        let places: Vec<usize> = made.match_indices("lighter-with-pain").map(|(at, _)| at).collect();
        let [place] = places[..] else { panic!("{name}: {places:?}") };
        assert!(place < made.find(week).expect("a week"), "{name}");
    }
    let day = runplan::export::session::day_text(&plan, runplan::week::day::Day::Tue, &Options::default());
    assert!(day.lines().nth(2).is_some_and(|line| line.starts_with("  - Pain: ")), "{day}");
}
