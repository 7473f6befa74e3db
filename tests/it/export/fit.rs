//! Files for a watch, read by a reader of this test's own; the readers of others are asked in `.ci/clients`.

use crate::random_profiles::weeks;
use crate::{cases, schemas::files};
use chrono::NaiveDate;
use runplan::exercise::Exercise;
use runplan::exercise::workout::{Block, Part, Prescribed, RAMP_UP, Workout};
use runplan::export::fit::not_on_watch;
use runplan::export::{Options, SESSION_FORMATS, SessionFormat};
use runplan::facts::request::Request;
use runplan::input::document;
use runplan::plan::{Outcome, Plan, plan};
use runplan::profile;
use runplan::rules::MONDAY;
use runplan::week::kind::Kind;
use std::collections::BTreeMap;
use std::fs;

/// Steps that a watch takes in one workout, at most.
const MOST_STEPS: usize = 50;
const WORKOUT: u16 = 26;
const STEP: u16 = 27;

fn format() -> &'static SessionFormat {
    &SESSION_FORMATS[0]
}

/// A message: its kind and the bytes of its fields.
type Message = (u16, BTreeMap<u8, Vec<u8>>);

/// The messages of a file, whose header, lengths and checksums must be right.
fn read(file: &[u8]) -> Vec<Message> {
    let number = |bytes: &[u8]| bytes.iter().rev().fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
    // Least bit first, as in the format's own description: a nibble at a time.
    let checksum = |bytes: &[u8]| {
        const TABLE: [u16; 16] = [
            0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401, 0xA001, 0x6C00, 0x7800, 0xB401,
            0x5000, 0x9C01, 0x8801, 0x4400,
        ];
        let nibble =
            |sum: u16, nibble: u8| TABLE[usize::from(sum & 15)] ^ sum >> 4 ^ TABLE[usize::from(nibble)];
        bytes.iter().fold(0_u16, |sum, byte| nibble(nibble(sum, byte & 15), byte >> 4))
    };
    assert_eq!((file[0], &file[8..12]), (14, b".FIT".as_slice()));
    let size = usize::try_from(number(&file[4..8])).expect("a size");
    assert_eq!(file.len(), 14 + size + 2);
    assert_eq!(number(&file[12..14]), u64::from(checksum(&file[..12])));
    assert_eq!(number(&file[14 + size..]), u64::from(checksum(&file[..14 + size])));
    let (mut data, mut messages, mut defined) = (&file[14..14 + size], Vec::new(), None);
    while let Some((head, rest)) = data.split_first() {
        data = rest;
        if *head == 0x40 {
            let fields = usize::from(data[4]);
            let layout: Vec<_> =
                data[5..5 + 3 * fields].chunks(3).map(|of| (of[0], usize::from(of[1]))).collect();
            defined = Some((u16::from_le_bytes([data[2], data[3]]), layout));
            data = &data[5 + 3 * fields..];
        } else {
            assert_eq!(*head, 0);
            let (kind, layout) = defined.as_ref().expect("a definition");
            let mut fields = BTreeMap::new();
            for (field, size) in layout {
                let (value, rest) = data.split_at(*size);
                fields.insert(*field, value.to_vec());
                data = rest;
            }
            messages.push((*kind, fields));
        }
    }
    messages
}

fn number(message: &Message, field: u8) -> u64 {
    message.1[&field].iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte))
}

fn text(message: &Message, field: u8) -> String {
    let bytes = &message.1[&field];
    let end = bytes.iter().position(|byte| *byte == 0).expect("an end");
    assert!(bytes[end..].iter().all(|byte| *byte == 0));
    String::from_utf8(bytes[..end].to_vec()).expect("UTF-8")
}

/// The steps of a file.
fn steps(file: &[u8]) -> Vec<Message> {
    let messages = read(file);
    let head = messages.iter().find(|of| of.0 == WORKOUT).expect("a workout").clone();
    let steps: Vec<_> = messages.into_iter().filter(|of| of.0 == STEP).collect();
    assert_eq!(number(&head, 6), steps.len() as u64, "the number of steps");
    for (at, step) in steps.iter().enumerate() {
        assert_eq!(number(step, 254), at as u64);
    }
    steps
}

/// What is done, one after the other, with all repeats done: `(name, reps or milliseconds)`; a rest has a name too.
fn done(steps: &[Message]) -> Vec<(String, u64)> {
    let (mut done, mut starts): (Vec<(String, u64)>, Vec<usize>) = (Vec::new(), Vec::new());
    for step in steps {
        starts.push(done.len());
        if number(step, 1) == 6 {
            let from = starts[usize::try_from(number(step, 2)).expect("a step")];
            let round = done[from..].to_vec();
            assert!(!round.is_empty() && number(step, 4) > 1, "{step:?}");
            for _ in 1..number(step, 4) {
                done.extend_from_slice(&round);
            }
        } else {
            done.push((text(step, 0), number(step, 2)));
        }
    }
    done
}

/// Sets with their amounts as the session has them, in order: ramp-up sets, then round after round.
fn wanted(workout: &Workout) -> Vec<u64> {
    let amount = |of: &Prescribed| {
        let held = of.exercise.is_held();
        u64::from(of.amount) * if held { 1000 * u64::from(of.exercise.sides()) } else { 1 }
    };
    let block = |block: &Block| {
        let ramp_up = |of: &Prescribed| {
            RAMP_UP.iter().take(of.ramp_up.into()).map(|[reps, _]| u64::from(*reps)).collect::<Vec<_>>()
        };
        let mut all: Vec<u64> = Vec::new();
        match block.rounds() {
            None => {
                for of in &block.exercises {
                    all.extend(ramp_up(of));
                    all.extend((0..of.sets).map(|_| amount(of)));
                }
            }
            Some(rounds) => {
                all.extend(block.exercises.iter().flat_map(ramp_up));
                for round in 0..rounds {
                    all.extend(block.exercises.iter().filter(|of| of.sets > round).map(amount));
                }
            }
        }
        all
    };
    workout.blocks.iter().flat_map(block).collect()
}

fn agrees(plan: &Plan) -> usize {
    let mut files = 0;
    for day in &plan.days {
        let made = format().day(day, &Options::default());
        assert_eq!(made, format().day(day, &Options::default()), "the same bytes");
        for file in &made {
            let session = day.sessions.iter().find(|session| session.id == file.id).expect("a session");
            let workout = session.workout.as_deref().expect("a workout");
            let steps = steps(&file.bytes);
            assert!(steps.len() <= MOST_STEPS, "{} steps", steps.len());
            let all = done(&steps);
            let sets: Vec<u64> =
                all.iter().filter(|(name, _)| name != "Rest").map(|(_, amount)| *amount).collect();
            assert_eq!(sets, wanted(workout), "{workout:#?}");
            assert_ne!(steps.last().map(|step| text(step, 0)).as_deref(), Some("Rest"));
            assert_eq!(format().date(&file.name), Some(day.date), "{}", file.name);
            assert!((format().is_own)(&file.bytes));
            // What it is known as there, and what it is not.
            let known: Vec<_> = workout
                .blocks
                .iter()
                .flat_map(|block| &block.exercises)
                .filter_map(|of| of.exercise.fit.as_ref())
                .collect();
            for step in &steps {
                let (category, name) = (number(step, 10), number(step, 11));
                let is_known = known.iter().any(|fit| fit.ids.map(u64::from) == [category, name]);
                assert!(is_known || (name == 65_535 && category >= 65_534), "{step:?}");
                assert!(category != 65_534 || !not_on_watch(workout).is_empty());
            }
            files += 1;
        }
        let trained = day
            .sessions
            .iter()
            .filter_map(|session| session.workout.as_ref())
            .filter(|of| !of.blocks.is_empty())
            .count();
        assert_eq!(made.len(), trained);
    }
    files
}

#[test]
fn every_session_has_its_sets_in_order() {
    let mut files_seen = 0;
    for path in files("examples") {
        let read =
            profile::read(&document::toml(&fs::read_to_string(path).expect("text"), 0).0).expect("a profile");
        let Outcome::Week(plan) = plan(&Request::new(read, MONDAY)) else { continue };
        files_seen += agrees(&plan);
    }
    assert!(files_seen > 20, "{files_seen}");
    for (_, plan) in weeks().take(cases(200)) {
        agrees(&plan);
    }
}

fn week(text: &str) -> Plan {
    let read = profile::read(&document::toml(text, 0).0).expect("a profile");
    let Outcome::Week(plan) = plan(&Request::new(read, MONDAY)) else { panic!("no week") };
    *plan
}

const LIFTER: &str = "season = 'off-season'
runs = { days = ['tue', 'thu', 'sat'], long = 'sat' }
strength = { minutes = 45, equipment = ['gym'], one_rm = { barbell-back-squat = 100, trap-bar-deadlift = '225 lb', leg-press = 160 } }";

#[test]
fn three_sets_of_a_lift_are_one_repeat_of_three() {
    let plan = week(LIFTER);
    let (mut seen, mut weights) = (0, 0);
    for day in &plan.days {
        for file in format().day(day, &Options::default()) {
            let steps = steps(&file.bytes);
            let session = day.sessions.iter().find(|session| session.id == file.id).expect("a session");
            for block in &session.workout.as_ref().expect("a workout").blocks {
                let [of] = block.exercises.as_slice() else { continue };
                let name = of.exercise.short.to_lowercase();
                if block.part != Part::Main || of.sets < 2 {
                    continue;
                }
                let mut at = steps.iter().enumerate().filter(|(_, step)| {
                    name.starts_with(&text(step, 0).to_lowercase()) && number(step, 7) == 0
                });
                let (first, step) = at.next().expect("the lift");
                assert!(at.next().is_none(), "{name} once");
                // The set, its rest, and both so many times in all.
                assert_eq!((number(step, 1), number(step, 2)), (29, of.amount.into()));
                assert_eq!(
                    (number(&steps[first + 1], 1), number(&steps[first + 1], 2)),
                    (0, u64::from(of.rest) * 1000)
                );
                let repeat = &steps[first + 2];
                assert_eq!(
                    (number(repeat, 1), number(repeat, 2), number(repeat, 4)),
                    (6, first as u64, of.sets.into())
                );
                seen += 1;
                if let Some(weight) = of.weight {
                    let hundredths = (weight.kilograms() * 100.0).round();
                    assert!(
                        (f64::from(u32::try_from(number(step, 12)).expect("small")) - hundredths).abs() < 0.5
                    );
                    let unit = if weight.to_string().ends_with("lb") { 2 } else { 1 };
                    assert_eq!(number(step, 13), unit);
                    weights += 1;
                }
            }
        }
    }
    assert!(seen > 3 && weights > 0, "{seen} lifts, {weights} weights");
}

#[test]
fn a_file_says_when_it_was_written_and_for_which_day() {
    let plan = week(LIFTER);
    let at = |date: (i32, u32, u32)| {
        let stamp = NaiveDate::from_ymd_opt(date.0, date.1, date.2)
            .expect("a date")
            .and_hms_opt(6, 0, 0)
            .expect("a time");
        let day = plan
            .days
            .iter()
            .find(|day| day.sessions.iter().any(|of| of.is(Kind::Strength)))
            .expect("strength");
        let file = format().day(day, &Options { stamp, ..Options::default() }).remove(0);
        let messages = read(&file.bytes);
        assert_eq!(text(&messages[0], 8), "runplan");
        assert_eq!((number(&messages[0], 0), number(&messages[0], 1)), (5, 255));
        assert_ne!(number(&messages[0], 3), 0);
        let title = text(messages.iter().find(|of| of.0 == WORKOUT).expect("a workout"), 8);
        assert!(title.starts_with(day.day.short()) && title.ends_with("strength"), "{title}");
        number(&messages[0], 4)
    };
    assert_eq!(at((1998, 12, 31)), 284_018_400);
    assert_eq!(at((2026, 12, 1)) - at((2026, 11, 30)), 86_400);
    // Before the format, and after it.
    assert_eq!(at((1970, 1, 1)), 0x1000_0000);
    assert_eq!(at((9999, 1, 1)), u64::from(u32::MAX - 1));
}

#[test]
fn names_of_others_are_cut_to_what_a_watch_shows() {
    for name in [
        "Kniebeuge mit der großen Hantel und noch viel mehr",
        "漢字漢字漢字漢字漢字漢字漢字",
        "a\u{202e}b\nc",
        "😀😀😀😀😀😀😀😀😀",
    ] {
        let own = format!(
            "[[exercise]]\nid = 'mine'\nname = {name:?}\nregion = 'core'\npattern = 'anti-extension'\nkind = 'core-hold'\nlevel = 'novice'\n"
        );
        let own = Exercise::read(&document::toml(&own, 0).0, Exercise::catalogue()).expect("an exercise");
        let text = "season = 'base'\nruns = { days = ['tue', 'sat'] }";
        let read = profile::read(&document::toml(text, 0).0).expect("a profile");
        let request = Request { exercises: &own, ..Request::new(read, MONDAY) };
        let Outcome::Week(plan) = plan(&request) else { panic!("no week") };
        assert!(agrees(&plan) > 0);
        let files: Vec<_> = plan.days.iter().flat_map(|day| format().day(day, &Options::default())).collect();
        let names: Vec<String> =
            files.iter().flat_map(|file| steps(&file.bytes)).map(|step| self::text(&step, 0)).collect();
        assert!(names.iter().all(|name| name.len() <= 24 && !name.contains(['\n', '\u{202e}'])), "{names:?}");
    }
}

#[test]
fn what_is_no_file_of_ours_is_left_alone() {
    for other in [&b""[..], b"hello", b"runplan", &[0; 200]] {
        assert!(!(format().is_own)(other));
    }
    for name in [
        "2026-12-02-strength.FIT",
        "2026-12-02-runs.fit",
        "strength.fit",
        "2026-13-02-strength.fit",
        "2026-12-02.fit",
        "é",
    ] {
        assert_eq!(format().date(name), None, "{name}");
    }
}
