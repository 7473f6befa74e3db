//! The plans of calendar-hack and trainctl, as YAML and as JSON; what is none is refused with its place, and soon.

use super::{date, plan, refused, remarks};
use runplan::import::{ForeignPlan, read};
use runplan::week::race::Distance;
use runplan::week::session::{Run, Strength};
use std::fmt::Write as _;
use std::time::{Duration, Instant};

/// A week of seven workouts in YAML, each as it stands behind its dash.
fn week(workouts: [&str; 7]) -> String {
    let mut text = "  - workouts:\n".to_owned();
    for workout in workouts {
        let _ = writeln!(text, "      - {workout}");
    }
    text
}

/// A plan of one week whose Tuesday is this workout.
fn with_tuesday(units: &str, workout: &str) -> String {
    let rest = "title: Rest";
    format!(
        "id: a_plan\nname: 'A plan: of mine'\nunits: {units}\ntype: Marathon\nschedule:\n{}",
        week([rest, workout, rest, rest, rest, rest, rest])
    )
}

/// The sessions of the second day and its run minutes, as `S 40`; `~` where they are not known, `?` where a part is unread.
fn tuesday(plan: &ForeignPlan) -> String {
    let day = &plan.weeks[0].days[1];
    let run = match day.plan.run {
        Run::Off => "",
        Run::Easy => "E",
        Run::Long => "L",
        Run::Speed => "S",
        Run::Race => "R",
        Run::ShakeOut => "O",
    };
    let strength = match day.plan.strength {
        Strength::None => "",
        Strength::Full => "F",
        Strength::Lower => "L",
        Strength::Upper => "U",
    };
    let marks = [
        (day.plan.cross, "X"),
        (day.plan.mobility, "M"),
        (!day.ways.is_empty(), "|"),
        (!day.timed, "~"),
        (day.unread, "?"),
    ];
    let marks: String = marks.iter().filter(|(is, _)| *is).map(|(_, letter)| *letter).collect();
    format!("{run}{strength}{marks} {}", day.minutes)
}

#[test]
fn workouts_of_calendar_hack_have_their_units_and_their_distance() {
    holds(&[
        ("mi", "title: '{5:8} easy'", "E 49"),
        ("km", "title: '{5:3} easy'", "E 30"),
        ("km", "title: '{5} easy'", "E 30"),
        ("mi", "title: 'Easy run {4-6:6-10}'", "E 58"),
        ("mi", "{title: 'Easy run {4-6:6-10}', distance: [4, 6]}", "E 58"),
        ("mi", "{title: 'Easy run {4-6:6-10}', distance: [4, 5]}", "E 49"),
        ("km", "{title: 'Easy {5}', distance: 8}", "E 48"),
        ("km", "{title: 'Threshold {10:6} with {6:4} at threshold pace', distance: 10.0}", "S 60"),
        ("km", "{title: '{2} Warm Up, 3 x {1} @ threshold, {2} Cool Down ({8})', distance: 8}", "S 48"),
        ("km", "{title: 'Easy AM {6:4} PM {5:3}', distance: 11}", "L 66"),
        ("km", "{title: 'Bike', distance: 20}", "X 0"),
        ("km", "{title: Rest, distance: 0}", " 0"),
        ("km", "{title: 'Rest or {5:3} easy', distance: 5}", "|~ 0"),
        ("km", "{title: '', distance: 5}", "E 30"),
        ("km", "title: ''", " 0"),
        ("km", "title: 6", "E 36"),
        ("km", "{title: Zumba, distance: 5}", "? 0"),
        ("km", "{title: Kenyan shuffle, tags: [Speedwork], distance: 8}", "S 48"),
        ("km", "{title: Session three, tags: [Easy Run], distance: 8}", "E 48"),
        ("km", "{title: Session three, description: 'Legs, 30 minutes'}", "F 0"),
        ("km", "{title: '', description: '{8} easy'}", "E 48"),
        ("km", "title: Off", " 0"),
        ("km", "title: 'Easy {a} 5 km'", "E 30"),
        ("km", "title: 'Easy {5'", "E 30"),
        ("km", "{title: Easy, distance: 5000}", "E~ 0"),
    ]);
}

fn holds(rows: &[(&str, &str, &str)]) {
    let read = |(units, workout, meant): &(&str, &str, &str)| {
        let read = tuesday(&plan(&with_tuesday(units, workout)));
        (read != *meant).then(|| format!("{units} {workout}: `{read}`, not `{meant}`"))
    };
    let wrong: Vec<String> = rows.iter().filter_map(read).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_plan_of_calendar_hack_is_the_same_in_either_notation() {
    let yaml = with_tuesday("mi", "{title: '{5:8} easy', distance: 5}")
        .replace("schedule:\n", "# weeks\nschedule: # here\n");
    let day = |title: &str| format!("{{\"title\": \"{title}\"}}");
    let days = [
        day("Rest"),
        "{\"title\": \"{5:8} easy\", \"distance\": 5}".to_owned(),
        day("Rest"),
        day("Rest"),
        day("Rest"),
        day("Rest"),
        day("Rest"),
    ];
    let json = format!("{{\"units\": \"mi\", \"schedule\": [{{\"workouts\": [{}]}}]}}", days.join(", "));
    for text in
        [&yaml, &format!("---\n{yaml}"), &yaml.replace('\n', "\r\n"), &format!("\u{feff}{yaml}"), &json]
    {
        let read = plan(text);
        assert_eq!(
            (tuesday(&read).as_str(), read.dated, read.weeks[0].label.as_str()),
            ("E 49", false, "week 1")
        );
        assert!(read.remarks.iter().all(|remark| remark.note), "{:?}", read.remarks);
    }
    assert_eq!(plan(&yaml).weeks[0].days[1].line, Some(9));
    assert_eq!(plan(&json).weeks[0].days[1].line, None);
}

#[test]
fn the_last_race_of_a_plan_is_of_its_type() {
    let rest = "title: Rest";
    let race = week([rest, rest, rest, rest, rest, rest, "title: Race Day!"]);
    for (kind, distance) in [
        ("Marathon", Distance::Marathon),
        ("Half Marathon", Distance::Half),
        ("10K", Distance::TenK),
        ("5K", Distance::FiveK),
    ] {
        let text = format!("units: mi\ntype: {kind}\nschedule:\n{race}{race}");
        let races: Vec<_> = plan(&text).races.iter().map(|race| race.distance).collect();
        assert_eq!(races, [None, Some(distance)], "{kind}");
    }
}

const TRAINCTL: &str = "generatedAt: 2026-11-01\nvdot: 45.2\ngoal: { name: Half marathon, date: \"2027-01-17\", distanceKm: 21.0975, priority: A }\nchanges: []\nweeks:\n  - weekStart: 2027-01-11\n    skeleton: { index: 0, phase: race, ruleRefs: [T-1] }\n    days:\n";

/// A plan of trainctl whose Tuesday holds this.
fn trainctl(tuesday: &str) -> String {
    format!(
        "{TRAINCTL}      - {{ date: 2027-01-11, weekday: mon }}\n      - {{ date: 2027-01-12, weekday: tue{tuesday} }}\n      - {{ date: 2027-01-17, weekday: sun, workout: {{ kind: race, distanceKm: 0, segments: [] }} }}\n"
    )
}

#[test]
fn plans_of_trainctl_are_read_by_the_kinds_of_their_workouts() {
    for (day, meant) in [
        ("", " 0"),
        (", workout: { kind: easy, distanceKm: 7.5, segments: [] }", "E 45"),
        (", workout: { kind: long, distanceKm: 20 }", "L 120"),
        (", workout: { kind: easy_hills, distanceKm: 8 }", "E 48"),
        (", workout: { kind: quality_intervals, distanceKm: 10 }", "S 60"),
        (", workout: { kind: quality_continuous, distanceKm: 10 }", "S 60"),
        (", workout: { kind: sharpener, distanceKm: 6 }", "S 36"),
        (", workout: { kind: test, distanceKm: 8 }", "S 48"),
        (", workout: { kind: race, segments: [{ type: race, description: 'RACE: 10 KM.' }] }", "R 60"),
        (", strength: { kind: heavy, description: squats, durationMin: 35 }", "F 0"),
        (", workout: { kind: easy, distanceKm: 5 }, strength: { kind: heavy, durationMin: 35 }", "EF 30"),
        (", workout: { kind: easy, distanceKm: -5 }", "E~ 0"),
        (", workout: ~", " 0"),
    ] {
        let text = trainctl(day);
        let read = plan(&text);
        let main = read.races.iter().find(|race| race.date == date("2027-01-17")).expect("the goal");
        assert_eq!((tuesday(&read).as_str(), main.distance), (meant, Some(Distance::Half)), "{day}");
        assert_eq!((read.dated, read.weeks[0].monday), (true, date("2027-01-11")));
    }
    let tune_up =
        plan(&trainctl(", workout: { kind: race, segments: [{ type: race, description: 'RACE: 10 KM.' }] }"));
    assert_eq!(tune_up.races[0].distance, Some(Distance::TenK));
    assert_eq!(
        remarks(&plan(&trainctl(", workout: { kind: easy, distanceKm: -5 }")))[0].0,
        "length-not-read"
    );
}

#[test]
fn the_plan_of_claude_coach_is_read_as_yaml_too() {
    let text = "meta: { athlete: Anna, event: Half Marathon, eventDate: 2027-01-17 }\nweeks:\n- weekNumber: 3\n  days:\n  - date: 2027-01-12\n    workouts:\n    - { sport: run, type: tempo, name: Tempo, durationMinutes: 40 }\n";
    let read = plan(text);
    assert_eq!((read.weeks[0].days[1].plan.run, read.weeks[0].days[1].minutes), (Run::Speed, 40));
    assert_eq!((read.runner.as_deref(), read.races[0].distance), (Some("Anna"), Some(Distance::Half)));
}

#[test]
fn what_is_wrong_in_yaml_is_said_with_its_place() {
    let rest = "title: Rest";
    let six = week([rest; 7]).trim_end().rsplit_once('\n').expect("lines").0.to_owned();
    for (text, why, place) in [
        (with_tuesday("furlongs", rest), "`furlongs` is no unit", "furlongs"),
        (with_tuesday("mi", "title: [a]"), "this is a list, not text", "[a]"),
        (with_tuesday("mi", "{title: Easy, distance: far}"), "the distance is no number", "far"),
        (with_tuesday("mi", "{title: Easy, distance: [1, 2, 3]}"), "the distance is no number", "[1, 2, 3]"),
        (with_tuesday("mi", "{title: Easy, title: Long}"), "`title` stands here twice", "title"),
        (with_tuesday("mi", "{title: Easy, tags: fast}"), "this is text, not a list", "fast"),
        (with_tuesday("mi", "<<: {title: Easy}"), "`<<` joins tables", "<<"),
        (with_tuesday("mi", "{title: Easy {5:8} run}"), "this is no YAML", ""),
        (with_tuesday("mi", "title: Easy: 5 km"), "this is no YAML", ""),
        (with_tuesday("mi", "title: *none"), "this is no YAML", ""),
        (with_tuesday("mi", "? [a]: b"), "this is no key", ""),
        (format!("schedule:\n{six}\n"), "the workouts of week 1 are 6, not seven", ""),
        ("schedule:\n  - weeks: 3\n".to_owned(), "`schedule[0].workouts` is missing", "weeks: 3"),
        ("schedule:\n  - workouts: []\n".to_owned(), "the workouts of week 1 are 0", ""),
        ("schedule:\n  - rest\n".to_owned(), "this is text, not an object", "rest"),
        ("schedule:\n".to_owned(), "no plan of a form that is known", ""),
        ("schedule: []\n".to_owned(), "there is no day in it", ""),
        ("name: a\nunits: km\n".to_owned(), "no plan of a form that is known", ""),
        ("---\ndays: 3\n".to_owned(), "no plan of a form that is known", ""),
        ("schedule:\n\t- workouts:\n".to_owned(), "this is no YAML", ""),
        ("schedule: &a [*a]\n".to_owned(), "stands within what it names", "*a"),
        ("schedule: []\n---\nschedule: []\n".to_owned(), "a second document begins here", ""),
        (trainctl(", workout: { kind: stroll }"), "`stroll` is no kind of workout", "stroll"),
        (trainctl(", workout: { distanceKm: 5 }"), "kind` is missing", ""),
        (trainctl("").replace("date: 2027-01-11, ", ""), "date` is missing", ""),
        (trainctl("").replace("2027-01-12", "2027-02-30"), "`2027-02-30` is not a date", "2027-02-30"),
    ] {
        let (plans, problems) = read(&text, 0);
        assert!(plans.is_empty(), "{text}");
        let problem = problems.iter().find(|problem| problem.message.contains(why));
        let problem = problem.unwrap_or_else(|| panic!("{why}: {problems:?}\n{text}"));
        assert!(problem.hint.is_some(), "{why}");
        let span = problem.marks[0].place.span.clone();
        if !place.is_empty() {
            let marked = text.get(span.expect("a place")).unwrap_or_default();
            assert_eq!(marked, place, "{why}\n{text}");
        }
    }
}

#[test]
fn a_document_of_others_says_what_it_is_and_what_is_read() {
    for (text, what) in [
        ("{\"plan\": 1}", "this JSON document is an object with `plan`"),
        ("{}", "this JSON document is an empty object"),
        ("[]", "this JSON document is an empty list"),
        ("[1, 2]", "this JSON document is a list of 2 items"),
        (
            "[{\"title\": \"Week 1\", \"runs\": []}]",
            "this JSON document is a list of 1 object with `title`, `runs`",
        ),
        ("[{\"a\": 1}, {\"a\": 2}]", "a list of 2 objects with `a`"),
        ("{\"meta\": {}, \"weeksKm\": [{\"days\": []}]}", "an object with `meta`, `weeksKm`"),
        ("{\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1}", "`a`, `b`, `c`, `d` and more"),
        (
            "{\"weeks\": [{\"idx\": 1, \"sessions\": [{\"day\": \"Tue\"}]}]}",
            "a week of it is an object with `idx`, `sessions`, without dated `days`",
        ),
        (
            "{\"title\": \"x\", \"weeks\": [[{\"summary\": \"Rest\"}]]}",
            "a week of it is a list of 1 object with `summary`",
        ),
        ("{\"weeks\": [\"rest\"]}", "a week of it is a single value"),
        ("{\"weeks\": [{\"week\": 1, \"runs\": 3}]}", "a week of it is an object with `week`, `runs`"),
        ("{\"a\": 1}\n{\"a\": 2}\n", "line 1: this JSON document is an object with `a`"),
        (
            "weeks:\n- idx: 1\n  sessions: []\n",
            "this YAML document is an object with `weeks`, and a week of it is an object with `idx`, `sessions`",
        ),
        ("plan: mine\nruns:\n- easy\n", "this YAML document is an object with `plan`, `runs`"),
        ("Tue: |\n  400 in 1'20\"\n\nSun: |\n  90'\n", "this YAML document is an object with `Tue`, `Sun`"),
        ("---\nTue: >\n  5 km \"easy\n", "this YAML document is an object with `Tue`"),
        ("tue:\n  - 5 km \"slow\n", "this YAML document is an object with `tue`"),
        ("monday:\n  run: 5\ntuesday:\n  run: \"6\n", "this reads like YAML that is not whole"),
        ("---\n- day: Tue\n  run: 5 \"km\n", "this YAML document is a list of 1 object with `day`, `run`"),
    ] {
        let (plans, problems) = read(text, 0);
        let told: Vec<&str> = problems.iter().map(|problem| problem.message.as_str()).collect();
        assert!(plans.is_empty() && told[0].contains(what), "{text}: {told:?}");
        assert!(told[0].contains("no plan of a form that is known"), "{text}: {told:?}");
        assert!(problems[0].hint.as_ref().is_some_and(|hint| hint.contains("`schedule`")), "{text}");
    }
    // A week of this program that lacks its schema is one.
    assert!(refused("{\"week\": \"2027-W01\", \"days\": []}").contains("`schema` is missing"));
    // A quote in a list of lines is a mark of seconds.
    let week = [
        "Mon: rest",
        "Tue: 8 x 400 m, 60\" jog",
        "Wed: rest",
        "Thu: easy 5 km",
        "Fri: rest",
        "Sat: rest",
        "Sun: long 10 km",
    ];
    assert_eq!(tuesday(&plan(&format!("Week 1\n{}\n", week.join("\n")))), "S~ 0");
}

#[test]
fn a_text_that_only_looks_like_yaml_is_a_table() {
    let rows = "Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n1,rest,easy 5 km,rest,rest,rest,rest,rest\n";
    for head in ["schedule: 12 weeks\n", "weeks: 12\n", "Plan: mine\n", "---\n"] {
        assert_eq!(tuesday(&plan(&format!("{head}{rows}"))), "E 30", "{head}");
    }
    let told = "Mon: rest\nTue: easy 5 km\nWed: rest\nThu: rest\nFri: rest\nSat: rest\nSun: rest\n";
    assert_eq!(tuesday(&plan(told)), "E 30");
    assert!(refused("Mon: rest\nTue: easy 5 km\n").contains("days"));
    let markdown = "---\ntitle: a\n---\nschedule:\n\n| Week | Mon | Tue | Wed | Thu | Fri | Sat | Sun |\n|-|-|-|-|-|-|-|-|\n| 1 | rest | easy 5 km | | | | | |\n";
    assert_eq!(tuesday(&plan(markdown)), "E 30");
}

#[test]
fn hostile_yaml_ends_soon() {
    let names = |at: usize| char::from(b'a' + u8::try_from(at).expect("few"));
    let bomb = (1..10).fold(String::new(), |text, at| {
        text + &format!("{}: &{0} [{}]\n", names(at), vec![format!("*{}", names(at - 1)); 9].join(","))
    });
    let head = "units: mi\nschedule:\n- workouts:\n";
    let nested = (0..60).fold(String::new(), |text, at| text + &format!("&a{at} ["));
    for text in [
        format!("a: &a [x,x,x]\n{bomb}schedule: *j\n"),
        format!("a: &a '{}'\nschedule: [{}]\n", "x".repeat(400_000), vec!["*a"; 40_000].join(",")),
        format!("schedule: {nested}{}{}\n", vec!["x"; 50_000].join(","), "]".repeat(60)),
        format!("schedule: {}", "[".repeat(200_000)),
        format!("schedule: {}", "{a: ".repeat(100_000)),
        format!("schedule:\n{}", "- ".repeat(200_000)),
        format!("schedule:\n{}", "? ".repeat(200_000)),
        (0..600).fold("schedule:\n".to_owned(), |text, at| text + &" ".repeat(at) + "a:\n"),
        format!("{head}{}", "  - title: easy\n".repeat(20_000)),
        format!("schedule:\n{}", ("- workouts:\n".to_owned() + &"  - title: easy\n".repeat(7)).repeat(2000)),
        format!("schedule: [{}]\n", "a,".repeat(100_000)),
        (0..20_000).fold("schedule: []\n".to_owned(), |text, at| text + &format!("k{at}: 1\n")),
        format!("schedule:\n- \"{}", "\\u0041".repeat(50_000)),
        format!("schedule:\n- {}", "!".repeat(200_000)),
        format!("{}schedule: []\n", "# x\n".repeat(100_000)),
        format!("{}---\nschedule: []\n", "%FOO bar\n".repeat(20_000)),
        format!("{}schedule:\n- a\n", "---\n".repeat(100_000)),
        format!("schedule:\n- |\n{}  x\n", "  \n".repeat(100_000)),
        format!("schedule:\n- \"{}\"\n", "\n".repeat(200_000)),
        format!("schedule:\n- {}\n", "x\n  ".repeat(100_000)),
        format!("{head}  - title: '{}'\n", "{5:8} ".repeat(60_000)),
        format!("{head}  - title: '{}'\n", "{".repeat(200_000)),
        "schedule:\n- \u{0}\u{1}\u{7f}\n".to_owned(),
    ] {
        let start = Instant::now();
        let (plans, problems) = read(&text, 0);
        let start_of_text = &text[..40.min(text.len())];
        assert!(start.elapsed() < Duration::from_secs(60), "{:?}: {start_of_text}", start.elapsed());
        assert!(plans.is_empty() && !problems.is_empty(), "{start_of_text}");
        let told = problems.iter().all(|problem| problem.message.len() < 300);
        assert!(told, "{start_of_text}: {}", problems[0].message.len());
    }
    assert!(refused("schedule:\n- 1\n").contains("not an object"));
}
