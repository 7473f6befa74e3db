//! Free text of plans as runners write it, and what it means: every row was once misread, or is likely to be.

use runplan::import::words::entry::SessionKind;
use runplan::import::words::read;
use runplan::week::race::Distance;
use runplan::week::session::{Run, Session, Strength};

/// A run of a kind.
const fn run(run: Run) -> SessionKind {
    SessionKind::Placed(Session::Run(run))
}

const EASY: SessionKind = run(Run::Easy);
const LONG: SessionKind = run(Run::Long);
const SPEED: SessionKind = run(Run::Speed);
const LIFT: SessionKind = SessionKind::Strength;
const LOWER: SessionKind = SessionKind::Placed(Session::Strength(Strength::Lower));
const LEGS: SessionKind = SessionKind::Placed(Session::Strength(Strength::Full));
const UPPER: SessionKind = SessionKind::Placed(Session::Strength(Strength::Upper));
const MOBILITY: SessionKind = SessionKind::Placed(Session::Mobility);
const CROSS: SessionKind = SessionKind::Placed(Session::Cross);
const RACE: SessionKind = SessionKind::Race(None);

#[rustfmt::skip]
const TEXTS: &[(&str, &[SessionKind])] = &[
    // Separators.
    ("Easy 5 mi + strength", &[EASY, LIFT]),
    ("Tempo 8 km, stretch", &[SPEED, MOBILITY]),
    ("Tempo 8 km / core", &[SPEED, UPPER]),
    ("tempo 8 km - core", &[SPEED, UPPER]),
    ("Intervals, weights", &[SPEED, LIFT]),
    ("Easy 5 mi, bike 30 min", &[EASY, CROSS]),
    ("AM swim, PM easy 5 mi", &[CROSS, EASY]),
    ("easy run, upper body", &[EASY, UPPER]),
    ("Easy run, heavy legs", &[EASY, LEGS]),
    ("WU 2, 6x800, CD 2", &[SPEED]),
    ("S&C 30 min", &[LIFT]),
    ("Gym: legs", &[LEGS]),
    ("Strength (upper)", &[UPPER]),
    ("Rest/XT", &[CROSS]),
    ("Rest or yoga", &[SessionKind::Rest]),
    ("Bike: 45 min", &[CROSS]),
    // Lengths.
    ("20,5 km", &[EASY]),
    ("Run 20 km, gel every 30 min", &[EASY]),
    ("4x1km @10k", &[SPEED]),
    ("8–10 km", &[EASY]),
    // Races that are none, and one that is.
    ("Rest (race tomorrow)", &[SessionKind::Rest]),
    ("Rest - marathon tomorrow", &[SessionKind::Rest]),
    ("Easy 3 (marathon Sunday)", &[EASY]),
    ("Race week: easy 3 mi", &[EASY]),
    ("Post-race recovery jog", &[EASY]),
    ("HM race pace 5 km", &[SPEED]),
    ("Half marathon race", &[SessionKind::Race(Some(Distance::Half))]),
    ("10k race", &[SessionKind::Race(Some(Distance::TenK))]),
    ("26.2 miles", &[SessionKind::Race(Some(Distance::Marathon))]),
    ("Time trial 5k", &[SPEED]),
    ("Parkrun", &[SPEED]),
    // Speed that is none.
    ("6 miles easy pace", &[EASY]),
    ("conversational pace 4 mi", &[EASY]),
    ("GA 8 mi w/ 6 x 100 m strides", &[EASY]),
    ("GA 8 mi + 10 x 100 m strides", &[EASY]),
    ("Long run w/ last 5 @ MP", &[LONG]),
    ("Strength: 6 x 1 mi @ MP-10", &[SPEED]),
    // What is not a run at all.
    ("Bench press 3x8", &[UPPER]),
    ("Walk 2 h", &[CROSS]),
    ("Long walk", &[CROSS]),
    ("Physio 90 min", &[MOBILITY]),
    ("Kettlebell 30 min", &[LIFT]),
    ("Planks 3 x 60 s", &[UPPER]),
    ("Garden work", &[]),
    // Negations and figures of speech.
    ("Rest, no gym", &[SessionKind::Rest]),
    ("No strength", &[]),
    ("Gym (no legs)", &[UPPER]),
    ("Easy 5 km (fresh legs)", &[EASY]),
    ("Legs rest", &[SessionKind::Rest]),
    ("Not long: 5 mi", &[EASY]),
    ("Upper", &[UPPER]),
    ("Lower", &[LOWER]),
    ("strength, lower, light 20'", &[LOWER]),
    ("cross country 8 km", &[EASY]),
    // What a second look found.
    ("easy 8 mi + 8 strides", &[EASY]),
    ("Bike: Endurance 90 min", &[CROSS]),
    ("Swim: easy 30 min", &[CROSS]),
    ("Swim - 10 x 100 m", &[CROSS]),
    ("Strength: easy 30 min", &[LIFT]),
    ("Easy 8 mi (strength)", &[EASY, LIFT]),
    ("Easy 8. Gym.", &[EASY, LIFT]),
    ("5mi&gym", &[EASY, LIFT]),
    ("Easy 8 mi followed by weights", &[EASY, LIFT]),
    ("Easy 40 min on tired legs", &[EASY]),
    ("Easy 5 mi, legs tired", &[EASY]),
    ("Rest, race on Sunday", &[SessionKind::Rest]),
    ("Pick up race packet", &[]),
    ("3000m track race", &[RACE]),
    ("10' WU + 6 x 3' hard / 2' easy + 10' CD", &[SPEED, EASY]),
    ("Rest day - full recovery", &[SessionKind::Rest]),
    ("Day off from running, upper body", &[UPPER]),
    ("Gym, upper only", &[UPPER]),
    ("20-miler", &[EASY]),
    // A run beside strength or mobility is a run, without the word for it.
    ("easy 3 strength", &[EASY, LIFT]),
    ("easy 5 core", &[EASY, UPPER]),
    ("Tempo 40 min lift", &[SPEED, LIFT]),
    ("Long 10 mi yoga", &[LONG, MOBILITY]),
    ("5 mi strength", &[EASY, LIFT]),
    ("Easy 30 min. Strength 20 min.", &[EASY, LIFT]),
    ("easy strength 30 min", &[LIFT]),
    ("easy 30 min yoga", &[MOBILITY]),
    ("long bike 20 mi", &[CROSS]),
    ("easy 20 mi bike", &[CROSS]),
    ("Easy 5 mi (strength after)", &[EASY, LIFT]),
    ("easy 5 mi [PM: strength]", &[EASY, LIFT]),
    ("easy 5 mi (core, yoga)", &[EASY, UPPER, MOBILITY]),
    // Strength without legs is upper-body strength.
    ("strength not legs", &[UPPER]),
    ("strength (no legs)", &[UPPER]),
    ("strength without leg work", &[UPPER]),
    ("gym, no core", &[LIFT]),
    ("legs tired - easy 4 mi", &[EASY]),
    ("lower body mobility", &[MOBILITY]),
    ("upper body stretch", &[MOBILITY]),
    ("legs + mobility", &[LEGS, MOBILITY]),
    // Races of a distance.
    ("5k race", &[SessionKind::Race(Some(Distance::FiveK))]),
    ("race 10 km", &[SessionKind::Race(Some(Distance::TenK))]),
    ("3000m race", &[RACE]),
    ("15 km race", &[RACE]),
    // Hyphens, races beside their distance, paces.
    ("Marathon-pace 6 mi", &[SPEED]),
    ("Half-marathon-pace 5 mi", &[SPEED]),
    ("Race (5K)", &[SessionKind::Race(Some(Distance::FiveK))]),
    ("Race - London Marathon", &[SessionKind::Race(Some(Distance::Marathon))]),
    ("Race Day (Marathon)", &[SessionKind::Race(Some(Distance::Marathon))]),
    ("Race: 5K", &[SessionKind::Race(Some(Distance::FiveK))]),
    ("1 mi wu, 3 x 1 mi @ T, 1 mi cd", &[SPEED]),
    // In parentheses: more training, a choice, a second run.
    ("Bike 45 (then easy run 5 mi)", &[CROSS, EASY]),
    ("Strength (then 3 mi easy)", &[LIFT, EASY]),
    ("Cross-train (easy run)", &[CROSS, EASY]),
    ("Rest (or 3 mi easy)", &[SessionKind::Rest]),
    ("Easy 5 (PM: 4 mi)", &[EASY]),
    // Feelings, the scales, the last mile, what is not to be done.
    ("Easy 5, heavy legs from Thursday", &[EASY]),
    ("Easy 4 on heavy legs", &[EASY]),
    ("Legs feeling heavy - easy 4", &[EASY]),
    ("Heavy legs", &[LEGS]),
    ("Leg turnover strides 6x20", &[EASY]),
    ("Tempo 5 mi, push the last mile", &[SPEED]),
    ("Pull back, easy 4", &[EASY]),
    ("Push/pull", &[UPPER]),
    ("Weight training", &[LIFT]),
    ("Don't run", &[]),
    ("Can't run - travel", &[SessionKind::Rest]),
    // Not on foot.
    ("Cross country ski 20 km", &[CROSS]),
    ("Aqua jog 30 min", &[CROSS]),
    ("Recovery: walk or swim", &[CROSS]),
    ("X-train", &[CROSS]),
];

#[test]
fn plans_are_read_as_their_runners_mean_them() {
    let mut wrong = Vec::new();
    for (text, meant) in TEXTS {
        let read: Vec<SessionKind> = read(text).entries.iter().map(|entry| entry.what).collect();
        if read != *meant {
            wrong.push(format!("`{text}` is read as {read:?}, not {meant:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn lengths_are_those_of_the_session() {
    let metres = |text: &str| read(text).entries.first().and_then(|entry| entry.metres);
    let minutes = |text: &str| read(text).entries.first().and_then(|entry| entry.minutes);
    assert_eq!(metres("20,5 km"), Some(20_500));
    assert_eq!(metres("1,600 m"), Some(1_600));
    assert_eq!(metres("5 mi easy, then stretch"), Some(8_045));
    assert_eq!((metres("16 mi, last 20 min hard"), minutes("16 mi, last 20 min hard")), (Some(25_744), None));
    // What stands within a run is part of it; what comes on top is not.
    assert_eq!(metres("Long run 16 mi w/ 10 mi @ MP"), Some(25_744));
    assert_eq!(metres("8 mi incl. 3 mi @ threshold"), Some(12_872));
    assert_eq!(metres("Easy 5 mi (PM: 4 mi)"), Some(14_481));
    assert_eq!((metres("20 km à 5'30"), minutes("20 km à 5'30")), (Some(20_000), None));
    assert_eq!((metres("easy 45'"), minutes("easy 45'")), (None, Some(45)));
    assert_eq!(minutes("Long 1:30 h"), Some(90));
    assert_eq!(minutes("Long 1h30"), Some(90));
    assert_eq!(read("Easy 5").entries[0].bare, Some(5_000));
    assert_eq!(minutes("Long run 1h40m"), Some(100));
    assert_eq!((metres("Easy 45m"), minutes("Easy 45m")), (None, Some(45)));
    assert_eq!(metres("20-miler"), Some(32_180));
    assert_eq!(metres("8 mi + 8 strides"), Some(12_872));
}

#[test]
fn what_is_not_known_comes_back() {
    assert_eq!(read("Garden work").unknown, ["Garden work"]);
    assert_eq!(read("Easy 5 km, capoeira").comments, ["capoeira"]);
    assert_eq!(read("Rest or yoga").others.len(), 1);
    let nothing = read("");
    assert!(nothing.entries.is_empty() && nothing.unknown.is_empty());
}

#[test]
fn pictures_and_weights_on_the_scales_come_back() {
    for text in ["🏋️", "Weight: 72 kg"] {
        assert_eq!(read(text).unknown.len(), 1, "{text}");
    }
    assert_eq!(read("Rest (or 3 mi easy)").others.len(), 1);
}

#[test]
fn a_run_and_what_stands_beside_it_are_both_read() {
    let runs = [("easy", EASY), ("long", LONG), ("tempo", SPEED), ("shakeout", run(Run::ShakeOut))];
    let lengths = ["5 mi", "8 km", "5", "12.5 km"];
    let others =
        [("strength", LIFT), ("legs", LEGS), ("core", UPPER), ("upper body", UPPER), ("yoga", MOBILITY)];
    let joined = [" ", " + ", ", ", ". ", " / ", " - ", "; ", " and ", " with ", " then ", "\n"];
    let mut wrong = Vec::new();
    for (run, what) in runs {
        for length in lengths {
            for (other, also) in others {
                let texts = joined.iter().map(|between| format!("{run} {length}{between}{other}"));
                for text in
                    texts.chain([format!("{run} {length} ({other})"), format!("{run} {length} [{other}]")])
                {
                    let read: Vec<SessionKind> = read(&text).entries.iter().map(|entry| entry.what).collect();
                    if read != [what, also] {
                        wrong.push(format!("`{text}` is read as {read:?}"));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} texts\n{}", wrong.len(), wrong.join("\n"));
}
